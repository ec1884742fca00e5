"""What a reviewer reads of a change: twelve kinds of it, as commits of a small topic, and the page beside them."""

import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from macros.diff import PUBLISHED_FIELDS, State
from macros.diff.others import others
from macros.model import Answer, Claim, Event, Observation, Provision, Quote, Series, Source, Statement, Voice
from macros.render import escape_markdown
from scripts.diff import main as diff_main
from tests import sites
from tests.factories import dataset, make

COST, LIT, CLAIM = "data/series/lamp-cost.yml", "data/events/lamp-lit.yml", "data/claims/what-it-cost.yml"
EVENT = """topics: [lamp]
certainty: read
citations:
  - {source: gazette, locator: p1, quote: {exact: "was lit"}}
date: "1901-06"
basis: {known: stated}
title: The lamp goes out
summary: |-
  The keeper put it out.
category: opening
status: happened
"""
SOURCE = """topics: [lamp]
certainty: read
title: A second look at the lamp
publisher: Evening Post
kind: news report
interest: none
independence: post
issued: "1901-05-03"
basis: {known: stated}
accessed: "1901-06-01"
unverifiable: It was read on paper
"""
CORRECTION = """topics: [cost]
certainty: read
entity: lamp-cost-total
date: "1901-06-02"
kind: correction
was: |-
  More than that amount
now: |-
  At least that amount
reason: |-
  A word was misread.
"""


@dataclass(frozen=True)
class Repository:
    """A small topic under version control."""

    folder: Path

    def git(self, *arguments: str) -> None:
        """Run git, as somebody."""
        someone = ["-c", "user.name=Ed", "-c", "user.email=ed@gull.example", "-c", "commit.gpgsign=false"]
        subprocess.run(["git", *someone, *arguments], cwd=self.folder, check=True, capture_output=True)

    def write(self, name: str, text: str) -> None:
        """Write a file of the topic."""
        (self.folder / name).write_text(text, encoding="utf-8")

    def change(self, name: str, old: str, new: str) -> None:
        """Change one place of a file."""
        text = (self.folder / name).read_text(encoding="utf-8")
        assert text.count(old) == 1, f"{old!r} stands once in {name}"
        self.write(name, text.replace(old, new))


Diff = Callable[..., tuple[int, str]]


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """Return the small topic, committed."""
    one = Repository(sites.small_topic(tmp_path / "topic"))
    one.git("init", "--quiet")
    one.git("add", "--all")
    one.git("commit", "--quiet", "--message", "Begin")
    return one


@pytest.fixture
def diff(repository: Repository, command: sites.Command) -> Diff:
    """Return a function that commits every change and runs the command on that commit."""

    def run(*options: str) -> tuple[int, str]:
        repository.git("add", "--all")
        repository.git("commit", "--quiet", "--message", "Change")
        return command(diff_main, "HEAD^", "HEAD", "--topic", repository.folder, *options)[:2]

    return run


def test_new_fact(repository: Repository, diff: Diff) -> None:
    """A new fact is told with what it says, its quote, whether that was verified, and where it will stand."""
    repository.write("data/events/lamp-out.yml", EVENT)
    assert diff() == (
        0,
        """**Facts: 1 new.**

### New: The lamp goes out (event `lamp-out`)
- The keeper put it out (June 1901).
- Evidence: Gull Gazette, 1901, paragraph 1: “**was lit**” (not verified yet).
- Shown on: `timeline.html#lamp-out`, `sources/gazette.html`.
""",
    )


def test_changed_number(repository: Repository, diff: Diff) -> None:
    """A changed number shows was and now, by how much, its quote, what others say, and what is left as it was."""
    repository.change(COST, "value: 500", "value: 600")
    repository.change("data/charts/lamp-cost-chart.yml", "500", "600")
    status, told = diff()
    assert status == 1
    assert "- Number: was more than 500 pounds, **now more than 600 pounds** (100 more, +20%).\n" in told
    assert "- Evidence, unchanged: Gull Gazette, 1901, paragraph 2: “**more than 500 pounds**” (✓ verified).\n" in told
    assert (
        "- Other sources: “What did the lamp cost?” Gull Gazette, 1901: this fact (not confirmed); "
        "silent: The island’s council.\n".replace("’", "'")
        in told
    )
    assert "- Shown on: `numbers.html#lamp-cost-total`, `sources/gazette.html`, " in told
    assert "not changed although it speaks of this number: “The lamp cost more than 500 pounds”.\n" in told
    assert "`data/statements/keeper-on-cost.yml:" in told, "the check's problems stand at the top"


def test_one_number_takes_ten_lines(repository: Repository, diff: Diff) -> None:
    """A change of one number, with its correction, takes ten lines at most."""
    repository.change(COST, "qualifier: more than", "qualifier: at least")
    repository.write("data/corrections/cost-word.yml", CORRECTION)
    assert len(diff()[1].splitlines()) <= 10


def test_changed_date_precision(repository: Repository, diff: Diff) -> None:
    """A date that became less precise is told as that."""
    repository.change(LIT, '"1901-05-01"', '"1901-05"')
    assert "- Date: was 1 May 1901, **now May 1901** (less precise: a month instead of a day).\n" in diff()[1]


def test_removed_fact(repository: Repository, diff: Diff) -> None:
    """A removed fact is told with what it said and rested on, and needs a second approval."""
    (repository.folder / "data/statements/keeper-on-cost.yml").unlink()
    assert diff() == (
        0,
        """**Facts: 1 removed.** Needs a second approval: 1.

### Removed: The lamp cost more than 500 pounds (explanation `keeper-on-cost`)
- Ann Reed: The lamp cost more than 500 pounds (1 May 1901; reported as spoken; quoted in part).
- It rested on: Gull Gazette, 1901, paragraph 2: “more than 500 pounds”.
- Shown on: `sources/gazette.html#keeper-on-cost`, `people.html#ann-reed`.
- **Needs a second approval:** a fact is removed.
""",
    )


def test_renamed_id(repository: Repository, diff: Diff) -> None:
    """A record with a new name is a rename, and no fact that refers to it has changed."""
    repository.git("mv", LIT, "data/events/first-light.yml")
    repository.write(LIT, "moved_to: first-light\n")
    repository.change("data/statements/keeper-on-cost.yml", "event: lamp-lit", "event: first-light")
    assert diff() == (
        0,
        """**Facts: 1 renamed.**

- Renamed: The lamp is lit was `lamp-lit` and is now `first-light`.
""",
    )


def test_new_source(repository: Repository, diff: Diff) -> None:
    """A new source is told with its title, kind, publisher and date, and why it cannot be verified."""
    repository.write("data/sources/post.yml", SOURCE)
    status, told = diff()
    assert status == 0
    assert "### New: Evening Post, 1901 (source `post`)\n" in told
    assert (
        "- “A second look at the lamp”, news report of Evening Post, 3 May 1901. "
        "Quotes cannot be verified: It was read on paper.\n" in told
    )
    assert "- Shown on: `sources/post.html`.\n" in told


def test_new_question(repository: Repository, diff: Diff) -> None:
    """A new question is told with each source's answer and the verdict on it, for that is what is approved."""
    file = repository.folder / CLAIM
    text = file.read_text(encoding="utf-8")
    file.unlink()
    repository.git("commit", "--quiet", "--all", "--message", "Before")
    repository.write(CLAIM, text)
    told = diff()[1]
    assert "Answers: Gull Gazette, 1901: “What the lamp cost, 1901” (not confirmed); " in told
    assert "- **Needs a second approval:** it gives a verdict.\n" in told


def test_new_verdict(repository: Repository, diff: Diff) -> None:
    """A verdict that differs is told with the source it is about, and needs a second approval."""
    repository.change(CLAIM, "verdict: not confirmed", "verdict: supported")
    status, told = diff()
    assert status == 0
    assert told.startswith("**Facts: 1 changed.** Needs a second approval: 1.\n")
    assert "### Changed: What did the lamp cost? (question `what-it-cost`)\n" in told
    assert "- Answers, “Gull Gazette, 1901”, verdict: was not confirmed, **now supported**.\n" in told
    assert "- **Needs a second approval:** a verdict differs.\n" in told


def test_retyped_quote(repository: Repository, diff: Diff) -> None:
    """A quote that differs by a letter is shown beside the old one, and is not verified yet."""
    repository.change(LIT, "was lit on Wednesday", "was Iit on Wednesday")
    status, told = diff()
    assert status == 0
    assert (
        "- Evidence: Gull Gazette, 1901, paragraph 1: “**was Iit on Wednesday**” "
        "(not verified yet; was “was lit on Wednesday”).\n" in told
    )


def test_moved_file(repository: Repository, diff: Diff) -> None:
    """A file that only moved changes no fact, and the report says exactly that."""
    repository.write("docs/about/extra.md", "# More\n\nNothing.\n")
    diff()
    repository.git("mv", "docs/about/extra.md", "docs/extra.md")
    assert diff() == (
        0,
        """**No fact changed; 1 file was moved.**


### Besides
- Moved: `docs/about/extra.md` is now `docs/extra.md`.
""",
    )


def test_wording_only(repository: Repository, diff: Diff) -> None:
    """Where only words differ, the heading says so, and the sentences that differ are shown, no others."""
    repository.change(LIT, "  The keeper lit the lamp.\n", "  The keeper lit the lamp.\n  It was new.\n")
    status, told = diff()
    assert status == 0
    assert "### Changed: The lamp is lit (event `lamp-lit`), wording only\n" in told
    assert "- Summary: **added “It was new.”**.\n" in told


def test_correction(repository: Repository, diff: Diff) -> None:
    """A correction stands with the fact that it explains, not as a fact of its own."""
    repository.change(COST, "qualifier: more than", "qualifier: at least")
    repository.write("data/corrections/cost-word.yml", CORRECTION)
    told = diff()[1]
    assert told.startswith("**Facts: 1 changed.**")
    assert (
        "- Explained by a correction of 2 June 1901: was “More than that amount”, now “At least that amount”. "
        "A word was misread.\n" in told
    )
    assert "cost-word" not in told


def test_schema_change(repository: Repository, diff: Diff) -> None:
    """A form of the data that differs is told field by field, and needs a second approval."""
    schemas = repository.folder / "data/schema"
    schemas.mkdir(exist_ok=True)
    repository.write("data/schema/event.json", '{"properties": {"date": {}, "place": {"description": "a"}}}')
    diff()
    repository.write("data/schema/event.json", '{"properties": {"date": {"type": "string"}, "weather": {}}}')
    assert diff() == (
        0,
        """**No fact changed.** Needs a second approval: 1.


### The form of the data
- event: new field weather; field place is gone; field date has another rule.
- **Needs a second approval:** what the data can say differs.
""",
    )


def test_reformatted_files(repository: Repository, diff: Diff) -> None:
    """Files that say the same in another form change no fact, and the report says exactly that."""
    repository.change(LIT, "actors: [ann-reed]", "actors:\n  - ann-reed")
    repository.change("docs/index.md", "A lamp was lit.", "A lamp\nwas lit.")
    assert diff() == (0, "**No fact changed; 2 files were reformatted.**\n")


def test_nothing(repository: Repository, diff: Diff) -> None:
    """A change of nothing that the site is made from says that no fact changed."""
    repository.write("README.md", "The lamp")
    assert diff() == (0, "**No fact changed.**\n")


def test_prose_of_a_page(repository: Repository, diff: Diff) -> None:
    """Prose of a page is shown as was and now, with the words for a number in the place of its macro."""
    repository.write("docs/index.md", '# The lamp\n\nIt cost {{ number("lamp-cost-total") }}.\n')
    status, told = diff()
    assert status == 0
    assert told.startswith("**No fact changed; the prose of 1 page changed.**\n")
    assert "- `docs/index.md`: was “A lamp was lit.”, **now “It cost more than 500 pounds.”**.\n" in told


def test_new_item_of_a_list(repository: Repository, diff: Diff) -> None:
    """A whole item that a list gains takes one sentence."""
    item = "wording:\n  - {avoid: lantern, use: lamp, reason: The gazette says lamp}\n"
    repository.write("data/topic.yml", (repository.folder / "data/topic.yml").read_text(encoding="utf-8") + item)
    told = diff()[1]
    assert "- Wording, lantern: **added avoid “lantern”; use “lamp”; reason “The gazette says lamp”**.\n" in told


def test_page_that_uses_a_number(repository: Repository, diff: Diff) -> None:
    """A hand-written page that shows a number is among the pages that its change touches."""
    repository.write("docs/index.md", '# The lamp\n\nIt cost {{ number("lamp-cost-total") }}.\n')
    repository.change(COST, "qualifier: more than", "qualifier: at least")
    assert ", `index.html`; chart “The lamp cost more than 500 pounds”; question “What did" in diff()[1]


def test_contested_question(repository: Repository, diff: Diff) -> None:
    """A fact on which the sources differ needs a second approval."""
    repository.change(CLAIM, "verdict: not confirmed", "verdict: differs")
    diff()
    repository.change(COST, "qualifier: more than", "qualifier: at least")
    assert "- **Needs a second approval:** the sources differ on “What did the lamp cost?”.\n" in diff()[1]


def test_changed_definition(repository: Repository, diff: Diff) -> None:
    """What is counted is a definition: a change of it is never wording only."""
    repository.change(COST, "All that was paid for the lamp.", "All that was paid for the lamp and its oil.")
    status, told = diff()
    assert status == 0
    assert "### Changed: What the lamp cost (series `lamp-cost`)\n" in told
    assert "- **Needs a second approval:** a definition differs.\n" in told


def test_order_of_answers(repository: Repository, diff: Diff) -> None:
    """What only stands in another order is told, for order shows on the site."""
    text = (repository.folder / CLAIM).read_text(encoding="utf-8")
    lines = text.split("\n")
    first = next(index for index, line in enumerate(lines) if line.startswith("  - {source: gazette"))
    lines[first], lines[first + 1] = lines[first + 1], lines[first]
    repository.write(CLAIM, "\n".join(lines))
    assert "- Order: its parts stand in another order.\n" in diff()[1]
    two = '  - {source: gazette, locator: p1, quote: {exact: "the keeper, Ann Reed"}}\n'
    repository.change("data/terms/keeper.yml", two, two + two.replace("the keeper, Ann Reed", "Ann Reed"))
    diff()
    repository.change("data/terms/keeper.yml", two, "")
    repository.change("data/terms/keeper.yml", "label:", two + "label:")
    assert "- Order: its parts stand in another order.\n" in diff()[1]


def test_lost_verification(repository: Repository, diff: Diff) -> None:
    """Quotes that lose their verification are counted although their facts did not change."""
    shutil.rmtree(repository.folder / "data/verified")
    assert "- Verification: 3 unchanged quotes are no longer verified.\n" in diff()[1]


def test_working_tree(repository: Repository, command: sites.Command) -> None:
    """Without a second revision the working tree is compared, files included that git does not know."""
    repository.write("data/events/lamp-out.yml", EVENT)
    status, told, _ = command(diff_main, "HEAD", "--topic", repository.folder)
    assert status == 0
    assert told.startswith("**Facts: 1 new.**\n")


def test_unreadable_data(repository: Repository, diff: Diff) -> None:
    """Data that cannot be read is told with file, line and remedy, and the command ends with status 1."""
    repository.change(LIT, "status: happened", "status: lit")
    status, told = diff()
    assert status == 1
    assert told.startswith("**The facts cannot be compared.**\n\nThe data after the change cannot be read:\n\n- `data/")


def test_data_of_another_form(repository: Repository, diff: Diff) -> None:
    """Where the data before has a form that is no longer read, the report says so instead of guessing."""
    repository.change(LIT, "status: happened", "status: happened\nweather: wet")
    diff()
    repository.change(LIT, "\nweather: wet", "")
    status, told = diff()
    assert status == 1
    assert "\nThe data before the change does not have the form of today:\n\n- `data/events/lamp-lit.yml:" in told


def test_numbers_of_others() -> None:
    """A number is told with the answers of other sources, how far it is from them, and what its source compares."""
    cited = {"source": "gazette", "locator": "p1"}
    here = {"id": "lamps-now", "period": "1901", "value": 5, "compared_with": ["lamps-then"], "citations": [cited]}
    then = {"id": "lamps-then", "period": "1900", "value": 3}
    post = {"id": "lamps-post", "period": "1901", "value": 5, "qualifier": "about"}
    sources = {name: make(Source, publisher=name.title()) for name in ("gazette", "post", "herald")}
    answers = (
        {"source": "gazette", "facts": ["lamps-now"]},
        {"source": "post", "facts": ["lamps-post"], "verdict": "differs"},
        {"source": "herald", "silent": True},
    )
    both = {name: make(Series, observations=(numbers,)) for name, numbers in (("b", then), ("c", post))}
    data = dataset(
        sources=sources,
        series={"a": make(Series, observations=(here,)), **both},
        claims={"how-many": make(Claim, question="How many lamps?", answers=answers)},
    )
    assert list(others("lamps-now", State(data))) == [
        "“How many lamps?” Post: about 5 lamps, the same figure, qualified in another way (differs); silent: Herald",
        "its source compares it with 3 lamps, this is 2 more (1900)",
    ]


def test_unknown_revision(repository: Repository) -> None:
    """An unknown revision is wrong usage, and so is one that looks like an option of git."""
    for revision in ("nowhere", "--output=x"):
        command = [sys.executable, "-m", "scripts.diff", "--topic", str(repository.folder), "--", revision]
        done = subprocess.run(command, cwd=sites.ROOT, capture_output=True, text=True, check=False)
        assert (done.returncode, done.stdout) == (2, "")
        assert "diff.py: error: git: fatal: " in done.stderr
    assert not (repository.folder / "x").exists()


def test_text_of_data_is_no_markup(repository: Repository, diff: Diff) -> None:
    """Whatever a fact says stands as words: no heading, link, picture, mention or HTML comes of it."""
    hostile = "[x](http://evil.example) ![y](z) <b>b</b> @all #1 `c` **d** :tada: www.evil.example"
    repository.change(LIT, "title: The lamp is lit", f"title: '{hostile}'")
    told = diff()[1].replace("<!-- -->", "\0")
    for mark in (r"(?<!\\)\[x", r"(?<!\\)!", r"(?<!\\)<", "@a", "#1", r"(?<!\\)`c", "://", ":t", r"www\.\w"):
        assert not re.search(mark, told), mark


def test_escaped_words_stay_the_same() -> None:
    """Ordinary words, numbers and marks are left as they are, so that the report reads as text too."""
    text = "“18 U.S.C. § 1, (a)”: 5.5%, 12:30 – it’s; data/x.yml"
    assert escape_markdown(text) == text


def test_page_of_before_and_after(repository: Repository, diff: Diff, tmp_path: Path) -> None:
    """The page shows a changed number and its chart before and after, well-formed, without a script."""
    repository.change(COST, "qualifier: more than", "qualifier: at least")
    out = tmp_path / "site" / "review.html"
    out.parent.mkdir()
    diff("--html", str(out))
    (page,) = sites.pages(out.parent).values()
    assert page.faults == ()
    assert len(page.ids) == len(set(page.ids))
    assert {"lamp-cost-total", "lamp-cost-chart"} <= set(page.ids)
    before, after = (side.words() for side in page.named["lamp-cost-total"].all("section")[1:])
    assert "more than 500 pounds" in before
    assert "at least 500 pounds" in after
    text = out.read_text(encoding="utf-8")
    assert "<script" not in text
    assert not re.search(r' src="|<link|url\((?!["\']?(?:data:|#))', text)


def test_published_fields_exist() -> None:
    """Every published field is one of some record, or a rule about it would be void."""
    models = (Event, Source, Observation, Series, Quote, Statement, Voice, Answer, Provision)
    assert {name for model in models for name in model.model_fields} >= PUBLISHED_FIELDS
