#!/bin/sh
# Makes .venv with the pinned packages: sh scripts/venv.sh PYTHON PINS; a second one waits, and finds it ready.
set -eu
python=$1 pins=$2

"$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || {
  echo "Python 3.11 or later is needed; '$python' is $("$python" -V 2>&1). Try: make PYTHON=python3.12 ..." >&2
  exit 1
}
exec 9< "$pins"
"$python" -c 'import fcntl; fcntl.flock(9, fcntl.LOCK_EX)'  # until this shell ends
if [ .venv/ready -nt "$pins" ]; then exit 0; fi
rm -rf .venv
# Debian keeps the module that makes virtual environments in a package of its own.
if ! "$python" -c 'import ensurepip' 2>/dev/null; then
  package=python3-venv
  if [ "$(id -u)" = 0 ]; then apt-get update -qq && apt-get install -y -qq "$package" >&2
  elif sudo -n true 2>/dev/null; then sudo apt-get update -qq && sudo apt-get install -y -qq "$package" >&2
  else echo "Please install Debian's package $package, then run make again." >&2; exit 1
  fi
fi
"$python" -m venv .venv
.venv/bin/pip install --quiet --disable-pip-version-check --require-hashes -r "$pins"
touch .venv/ready
