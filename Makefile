# The commands of the README. Each does all of its own set-up. TOPIC=DIR is another topic than this project, whose examples are checked with it.
PYTHON ?= python3
TOPIC ?= .
TOPICS = $(TOPIC) $(if $(filter .,$(TOPIC)),$(patsubst %/data/topic.yml,%,$(wildcard examples/*/data/topic.yml)))
BIN := .venv/bin
PINS ?= requirements.txt

# A .venv that is broken is made anew.
$(shell [ ! -e .venv/ready ] || $(BIN)/python -c "import mkdocs" 2>/dev/null || rm -f .venv/ready)

.PHONY: site preview check test-fast test audit verified published report review dist versions links holes mutations mutants clean
.DELETE_ON_ERROR:

site: .venv/ready  ## build the site into site/
	$(BIN)/python -m scripts.build --topic "$(TOPIC)"

preview: .venv/ready  ## serve the site with live reload; PORT=N on another port than usual
	$(BIN)/python -m scripts.preview --topic "$(TOPIC)" $(if $(PORT),--port "$(PORT)")

check: .venv/ready  ## validate the data, the prose and the style of the code
	for topic in $(TOPICS); do $(BIN)/python -m scripts.check --topic "$$topic" && \
	  $(BIN)/python -m scripts.fmt --topic "$$topic" --check && \
	  $(BIN)/python -m scripts.schema --topic "$$topic" --check || exit 1; done
	$(BIN)/ruff check --quiet .
	$(BIN)/ruff format --check --quiet .
	$(BIN)/mypy --no-error-summary
	sh scripts/github.sh $(BIN)
	sh scripts/github.sh $(BIN) scripts/starter/common

PYTEST := $(BIN)/pytest --numprocesses auto --dist worksteal
test-fast: .venv/ready  ## run the tests that build no site
	$(PYTEST) tests/unit tests/topic

test: .venv/ready  ## run every test, those in the browser too; for another TOPIC, those that hold for any
	BROWSER="$$(sh scripts/browser.sh)" && export BROWSER && $(PYTEST) --topic="$(TOPIC)"

audit: .venv/ready  ## judge the built site: Lighthouse, errors of HTML, weight; needs Node.js, Java and the network
	site="$$(mktemp -d)" && trap 'rm -rf "$$site"' EXIT && \
	  $(BIN)/python -m scripts.build --topic "$(TOPIC)" --site "$$site/site" && sh scripts/audit.sh "$$site/site"

verified: .venv/ready  ## validate the data; unverified quotes and paragraphs that no fact cites are problems; texts/ of a topic verifies its quotes
	for topic in $(TOPICS); do [ -d "$$topic/texts" ] && set -- --texts "$$topic/texts" || set --; \
	  $(BIN)/python -m scripts.check --topic "$$topic" --require-verified --require-complete "$$@" || exit 1; done

published: .venv/ready  ## as verified; and it is a problem if nobody knows what was published
	$(BIN)/python -m scripts.check --topic "$(TOPIC)" --require-verified --require-complete --require-published

BASE ?= HEAD
REVIEW ?= $(TOPIC)/review
report: .venv/ready  ## tell in review/ of the topic what changed from BASE to HEAD (without one: the files as they are), and show it
	mkdir -p "$(REVIEW)" && rm -rf "$(REVIEW)/before-and-after.html" "$(REVIEW)/charts"
	$(BIN)/python -m scripts.diff --topic "$(TOPIC)" --html "$(REVIEW)/before-and-after.html" -- "$(BASE)" $(HEAD) > "$(REVIEW)/report.md"

TRUSTED = $(if $(TRUST),--trust "$(TRUST)")
review: .venv/ready  ## build in review/site of the topic what a reviewer looks at; no page is read before all have passed the check
	$(BIN)/python -m scripts.check --topic "$(TOPIC)" $(TRUSTED)
	$(BIN)/python -m scripts.build --topic "$(TOPIC)" --site "$(REVIEW)/site" $(TRUSTED)

dist: site  ## pack the site and the data as they are released, the same bytes at every build
	mkdir -p dist
	for folder in site data; do tar --sort=name --mode=u=rwX,go=rX --owner=0 --group=0 --numeric-owner -C "$(TOPIC)" \
	  --mtime="@$$(git -C "$(TOPIC)" rev-list --max-count=1 --timestamp HEAD | cut -d" " -f1)" -cf - $$folder | gzip -n9 > dist/$$folder.tar.gz; done

versions: .venv/ready  ## put the site of each release into site/versions/, after make site; needs gh and the network
	set -e; folder="$$(mktemp -d)"; trap 'rm -rf "$$folder"' EXIT; \
	for tag in $$(gh release list --limit 1000 --json tagName --jq '.[].tagName | select(startswith("published-"))'); do \
	  gh release download "$$tag" --pattern site.tar.gz --dir "$$folder/$$tag"; done; \
	$(BIN)/python -m scripts.versions --topic "$(TOPIC)" "$$folder"

links: site  ## try every link out of the site, and list in review/links.md what does not answer; needs the network
	mkdir -p review
	$(BIN)/lychee --no-progress --scheme https --scheme http --max-retries 3 --timeout 40 --accept "200..=299,403,429" \
	  --exclude "/issues/new" --format markdown --output review/links.md "$(TOPIC)/site/**/*.html"

holes: .venv/ready  ## look for known holes in everything that is pinned; needs the network
	$(BIN)/pip-audit --progress-spinner off --disable-pip --require-hashes --requirement requirements.txt

mutations: .venv/ready  ## check a small topic ten thousand times, each time with one file mutated, and print figures; takes minutes
	$(BIN)/python -m tests.mutations 10000

COUNT ?= 40
mutants: .venv/ready  ## change the code of the last commit in small ways, COUNT in each part, and list the changes that no test notices; takes half an hour
	$(BIN)/python -m tests.mutants $(COUNT)

clean:
	rm -rf .venv site review dist

# The pins are compiled by: uv pip compile pyproject.toml --extra test --universal \
#   --fork-strategy fewest --python-version 3.11 --generate-hashes --no-emit-index-url --no-header -o requirements.txt
# Those of what builds a site, without tests, which publishing installs: the same without --extra test, and with
#   --constraints requirements.txt -o requirements-site.txt
.venv/ready: $(PINS)
	sh scripts/venv.sh "$(PYTHON)" "$(PINS)"
