#!/bin/sh
# Checks .github: whether its workflows are safe, and the form of each file that GitHub reads. sh scripts/github.sh BIN [TOPIC]
set -eu
bin=$(realpath -s "$1")
cd "${2:-.}"

form() {
  schema=$1
  shift
  "$bin/check-jsonschema" --quiet --builtin-schema "vendor.$schema" "$@"
}

found=$("$bin/zizmor" --offline --quiet --strict-collection --persona pedantic .github 2>&1) || { echo "$found"; exit 1; }
form github-workflows .github/workflows/*.yml
form dependabot .github/dependabot.yml
form github-issue-config .github/ISSUE_TEMPLATE/config.yml
for file in .github/ISSUE_TEMPLATE/*.yml; do
  [ "$file" = .github/ISSUE_TEMPLATE/config.yml ] || form github-issue-forms "$file"
done
