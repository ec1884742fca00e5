#!/bin/sh
# Prints the path of a Chrome or Chromium: $BROWSER, else the first found, else Debian's package, installed.
set -eu
find_browser() {
  for name in chromium chromium-browser google-chrome google-chrome-stable chrome; do
    command -v "$name" && return 0
  done
  return 1
}

if [ -n "${BROWSER:-}" ]; then
  [ -x "$BROWSER" ] || { echo "BROWSER=$BROWSER is not a program." >&2; exit 1; }
  echo "$BROWSER"
elif find_browser; then :
elif [ "$(id -u)" = 0 ]; then
  apt-get update -qq >&2 && apt-get install -y -qq chromium >&2
  find_browser
elif sudo -n true 2>/dev/null; then
  sudo apt-get update -qq >&2 && sudo apt-get install -y -qq chromium >&2
  find_browser
else
  echo "No Chrome or Chromium found: install Debian's package chromium, or give BROWSER=PATH." >&2
  exit 1
fi
