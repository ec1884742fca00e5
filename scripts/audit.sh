#!/bin/sh
# Judges the built site: sh scripts/audit.sh SITE. Needs Node.js 18.20 or later, Java, and the network the first time.
set -eu
site=$(realpath "$1")
tools=.venv/audit

for program in node npm java; do
  command -v "$program" >/dev/null || {
    echo "The audit needs $program: install Debian's packages nodejs, npm and default-jre-headless." >&2
    exit 1
  }
done
BROWSER=$(sh scripts/browser.sh)
export BROWSER
mkdir -p "$tools"
if ! cmp -s audit/package-lock.json "$tools/installed.json"; then
  cp audit/package.json audit/package-lock.json audit/.npmrc "$tools/"
  [ ! -t 2 ] || echo "Installing Lighthouse and the checker of HTML into $tools" >&2
  npm ci --ignore-scripts --prefix "$tools" --loglevel=error > /dev/null
  cp audit/package-lock.json "$tools/installed.json"
fi
cp audit/*.mjs "$tools/"
node "$tools/audit.mjs" "$site"
