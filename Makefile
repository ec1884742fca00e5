# The commands of the README. Each does all of its own set-up.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: site preview check test clean
.DELETE_ON_ERROR:

site: .venv/ready  ## build the site into site/
	$(BIN)/python -m scripts.build

preview: .venv/ready  ## serve the site with live reload
	NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs serve

check: .venv/ready  ## validate the data, the prose and the style of the code
	$(BIN)/python -m scripts.check
	$(BIN)/ruff check --quiet .
	$(BIN)/ruff format --check --quiet .
	$(BIN)/mypy --no-error-summary

test: .venv/ready  ## run every test, those in the browser too
	BROWSER="$$(sh scripts/browser.sh)" && export BROWSER && $(BIN)/pytest

clean:
	rm -rf .venv site

# The pins are compiled by: uv pip compile pyproject.toml --extra test --universal \
#   --fork-strategy fewest --python-version 3.11 --generate-hashes --no-emit-index-url --no-header -o requirements.txt
.venv/ready: requirements.txt
	sh scripts/venv.sh "$(PYTHON)"
	@touch $@
