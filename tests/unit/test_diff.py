"""What a reviewer reads of a change: twelve kinds of it, as commits of a small topic, and the page beside them."""

import re
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from macros.load import load, read_docs
from macros.model import (
    Answer,
    Citation,
    Event,
    Fine,
    Observation,
    Provision,
    Question,
    Quote,
    Series,
    Source,
    Statement,
    Statute,
    Voice,
)
from macros.render import escape_markdown
from macros.review import PUBLISHED_FIELDS, State, report
from macros.review.compare import Difference
from macros.review.emphasis import words
from macros.review.others import Other, others
from macros.review.wording import sentences, title
from scripts.diff import main as diff_main
from scripts.repository import differing
from tests import edits, sites
from tests.factories import dataset, make, with_text

KEY = "~~gone~~ · **new, or what counts in evidence** · ✓ verified word for word"
COST, LIT, CLAIM = "data/series/lamp-cost.yml", "data/events/lamp-lit.yml", "data/questions/what-it-cost.yml"
EVENT = """topics: [lamp]
access: read
citations:
  - {source: gazette, locator: p1, quote: {exact: "was lit"}}
date: "1901-06"
basis: {kind: stated}
title: The lamp goes out
summary: |-
  The keeper put it out.
category: opening
status: happened
"""
SOURCE = """topics: [lamp]
access: read
title: A second look at the lamp
publisher: Evening Post
kind: news report
interest: none
independence_group: post
issued: "1901-05-03"
basis: {kind: stated}
accessed: "1901-06-01"
unverifiable: It was read on paper
"""
CORRECTION = """topics: [cost]
access: read
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
        """Run git."""
        edits.git(self.folder, *arguments)

    def write(self, name: str, text: str) -> None:
        """Write a file of the topic."""
        (self.folder / name).write_text(text, encoding="utf-8")

    def change(self, name: str, old: str, new: str) -> None:
        """Change one place of a file."""
        edits.change(self.folder / name, old, new)


Diff = Callable[..., tuple[int, str]]


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """Return the small topic, committed."""
    one = Repository(sites.small_topic(tmp_path / "topic"))
    edits.begin(one.folder)
    return one


@pytest.fixture
def whole(repository: Repository, command: sites.Command) -> Diff:
    """Return a function that commits every change and runs the command on that commit."""

    def run(*options: str) -> tuple[int, str]:
        edits.commit(repository.folder)
        status, told, error = command(diff_main, "HEAD^", "HEAD", "--topic", repository.folder, *options)
        assert error == ("The data has problems; the report is written, and names them\n" if status else "")
        return status, told

    return run


@pytest.fixture
def diff(whole: Diff) -> Diff:
    """Return the same without the first line, what the marks mean, and the list of data and pages at the end."""

    def run(*options: str) -> tuple[int, str]:
        status, told = whole(*options)
        first, _, rest = told.partition("\n\n")
        name = "`[0-9a-f]{40}(-dirty)?`"
        assert re.fullmatch(rf"Code: {name}\. Change: {name} to {name}\.", first)
        told = rest.partition("<details><summary>Data and pages: ")[0].replace(f"{KEY}\n\n", "", 1)
        return status, told.rstrip() + "\n"

    return run


def test_what_a_change_leaves_to_translate_is_listed(repository: Repository, whole: Diff) -> None:
    """A text and a page whose words changed are no longer translated, new ones not yet; what was open before is not."""
    append, folder = edits.append, repository.folder
    append(folder / "data" / "topic.yml", "translations: [es]\n")
    (folder / "data" / "translations" / "es").mkdir(parents=True)
    entry = 'msgctxt "lamp-lit.title"\nmsgid "The lamp is lit"\nmsgstr "Se enciende la lámpara"\n'
    repository.write("data/translations/es/events.po", entry)
    (folder / "docs" / "es").mkdir()
    digest = read_docs(folder).pages["index.md"].digest
    repository.write("docs/es/index.md", f"---\ntranslates: {digest}\n---\n")
    assert "Translation into" not in whole()[1]
    repository.change(LIT, "The lamp is lit", "The lamp burns")
    repository.write("data/events/lamp-out.yml", EVENT)
    append(folder / "docs" / "index.md", "\nMore words.\n")
    told = whole()[1].partition("<summary>Translation into ")[2].partition("</details>")[0]
    assert [*filter(None, told.splitlines())] == [
        "es: 2 stale, 2 missing</summary>",
        "- Stale: `lamp-lit.title`",
        "- Stale: `docs/index.md`",
        "- Missing: `lamp-out.title`",
        "- Missing: `lamp-out.summary`",
    ]


def test_new_fact(repository: Repository, diff: Diff) -> None:
    """A new fact is told with what it says, its quote, whether that was verified, and where it will stand."""
    repository.write("data/events/lamp-out.yml", EVENT)
    assert diff() == (
        0,
        """**Facts: 1 new.**

### New: The lamp goes out (event `lamp-out`)
- The keeper put it out (June 1901, stated; category: Openings; happened).
- Evidence: Gull Gazette, 1901, paragraph 1: “was lit” (not verified yet)

<details><summary>All of it; 1 fact nearby</summary>

- Topics: lamp
- Access: read
- Date: June 1901
- Basis of the date, how it is known: stated
- Title: “The lamp goes out”
- Summary: “The keeper put it out.”
- Category: opening
- Key event: no
- Status: happened
- Also rests on Gull Gazette, 1901, paragraph 1: “The lamp is lit”

</details>

---

<details><summary>Where it is shown</summary>

- `lamp-out`: `timeline.html#lamp-out` `sources/gazette.html`

</details>
""",
    )


def test_changed_number(repository: Repository, diff: Diff) -> None:
    """A changed number shows was and now, by how much, its quote, what others say, and what is left as it was."""
    repository.change(COST, "value: 500", "value: 600")
    repository.change("data/charts/lamp-cost-chart.yml", "500", "600")
    status, told = diff()
    assert status == 1
    assert "- Number: more than ~~500~~ **600** pounds (100 more, +20%)\n" in told
    assert "paragraph 2: “more than **500** pounds” (another number) ✓\n" in told, "it no longer bears the number"
    assert "| **What did the lamp cost?** | | |\n| Gull Gazette, 1901 | this fact | not confirmed |\n" in told
    assert "- Silent on “What did the lamp cost?”: The island's council\n" in told
    assert "- `lamp-cost-total`: `numbers/lamp-cost.html#lamp-cost-total` `sources/gazette.html` " in told
    assert "- Not changed although it speaks of this number: “The lamp cost more than 500 pounds”\n" in told
    assert "`data/statements/keeper-on-cost.yml:" in told, "the check's problems stand at the top"


def test_one_number_is_read_at_a_glance(repository: Repository, diff: Diff) -> None:
    """A change of one number, with its correction and its quote, takes a dozen lines at most that are not folded."""
    repository.change(COST, "qualifier: more than", "qualifier: at least")
    edits.commit(repository.folder)
    repository.change(COST, "qualifier: at least", "qualifier: more than")
    repository.write("data/corrections/cost-word.yml", CORRECTION)
    told = re.sub("(?s)<details>.*?</details>", "", diff()[1])
    assert len([line for line in told.splitlines() if line]) <= 12
    line = "paragraph 2: “more than **500** pounds” ✓\n"
    assert line in told, "the number is marked in its quote"


def test_changed_date_precision(repository: Repository, diff: Diff) -> None:
    """A date that became less precise is told as that."""
    repository.change(LIT, '"1901-05-01"', '"1901-05"')
    assert "- Date: ~~1~~ May 1901 (less precise: a month instead of a day)\n" in diff()[1]


def test_removed_fact(repository: Repository, diff: Diff) -> None:
    """A removed fact is told with what it said and rested on, and needs a second approval."""
    (repository.folder / "data/statements/keeper-on-cost.yml").unlink()
    assert diff() == (
        0,
        """**Facts: 1 removed.** Needs a second approval (⚠): 1.

### Removed: The lamp cost more than 500 pounds (explanation `keeper-on-cost`)
- Ann Reed: The lamp cost more than 500 pounds (1 May 1901; reported as spoken; quoted in part).
- It rested on: Gull Gazette, 1901, paragraph 2: “more than 500 pounds” ✓
- **⚠ a fact is removed**

<details><summary>All of it</summary>

- Topics: cost
- Access: read
- Numbers that its prose mentions: What the lamp cost, 1901
- Who says it, actor: Ann Reed
- Kind: explanation
- Text: “The lamp cost more than 500 pounds.”
- Event: The lamp is lit
- Delivery: delivered
- Excerpt: cut

</details>

---

<details><summary>Where it is shown</summary>

- `keeper-on-cost`: `sources/gazette.html#keeper-on-cost` `people.html#ann-reed`

</details>
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


def test_renamed_source() -> None:
    """Where a source has a new name, the answers from it have not changed; a citation of it that is gone is told."""
    cited = {"locator": "p1", "quote": {"exact": "was lit"}}
    states = []
    for name, other, moved in (("gazette", "gazette", {}), ("paper", "post", {"gazette": "paper"})):
        question = make(Question, answers=({"source": name, "facts": ("lit",)},))
        lit = make(Event, citations=({"source": other} | cited,))
        sources = {name: make(Source), "post": make(Source, publisher="Evening Post")}
        data = dataset(sources=sources, events={"lit": lit}, questions={"what-it-was": question}, moved=moved)
        states.append(State(data))
    was, now = states
    found = report(was, now)
    assert found.summary == "Facts: 1 changed, 1 renamed."
    assert [[(one.source, words(one.locator)) for one in block.dropped] for block in found.blocks] == [
        [("Gull Gazette", "paragraph 1")]
    ]


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
    assert "- `post`: `sources/post.html`\n" in told


def test_new_question(repository: Repository, diff: Diff) -> None:
    """A new question is told with each source's answer and the verdict on it, for that is what is approved."""
    file = repository.folder / CLAIM
    text = file.read_text(encoding="utf-8")
    file.unlink()
    edits.commit(repository.folder)
    repository.write(CLAIM, text)
    told = diff()[1]
    assert "Answers: Gull Gazette, 1901: “What the lamp cost, 1901” (not confirmed); " in told
    assert "- **⚠ it gives a verdict**\n" in told


def test_new_verdict(repository: Repository, diff: Diff) -> None:
    """A verdict that differs is told with the source it is about, and needs a second approval."""
    repository.change(CLAIM, "verdict: not confirmed", "verdict: supported")
    status, told = diff()
    assert status == 0
    assert told.startswith("**Facts: 1 changed.** Needs a second approval (⚠): 1.\n")
    assert "### What did the lamp cost? (question `what-it-cost`)\n" in told
    assert "- Answers, “Gull Gazette, 1901”, verdict: ~~not confirmed~~ **supported**\n" in told
    assert "- **⚠ a verdict differs**\n" in told


def test_retyped_quote(repository: Repository, diff: Diff) -> None:
    """A quote that differs by a letter is shown beside the old one, and is not verified yet."""
    repository.change(LIT, "was lit on Wednesday", "was Iit on Wednesday")
    status, told = diff()
    assert status == 0
    assert (
        "- Evidence, changed: Gull Gazette, 1901, paragraph 1: “was ~~lit~~ **Iit** on Wednesday” (not verified yet)\n"
        in told
    )


def test_support_that_a_quote_no_longer_lends(repository: Repository, diff: Diff) -> None:
    """Where a citation only discusses what it supported before, both words are told."""
    repository.change(
        LIT, 'quote: {exact: "was lit on Wednesday"}', 'quote: {exact: "was lit on Wednesday"}, role: discusses'
    )
    _, told = diff()
    assert "“was lit on Wednesday” (~~supports~~ **discusses**)" in told


def test_moved_file(repository: Repository, diff: Diff) -> None:
    """A file that only moved changes no fact, and the report says exactly that."""
    repository.write("docs/about/extra.md", "# More\n\nNothing.\n")
    repository.write("docs/index.md", "# The lamp\n\nMore is on the page extra.md.\n")
    diff()
    repository.git("mv", "docs/about/extra.md", "docs/extra.md")
    assert diff() == (
        0,
        """**No fact changed; 1 file moved.**


### Besides
- Moved: `docs/about/extra.md` is now `docs/extra.md`.
""",
    )


def test_the_first_quotes_of_many_stand_open(repository: Repository, diff: Diff) -> None:
    """Of many citations that did not change two stand below what differs, with the words, and the others are folded."""
    quoted = '  - {source: gazette, locator: p1, quote: {exact: "was lit"}}\n'
    others = "".join(
        f"  - {{source: gazette, locator: p1, quote: {{exact: {words}}}}}\n" for words in ("the lamp", "lit")
    )
    repository.write(
        "data/events/lamp-out.yml", EVENT.replace(quoted, quoted + others + quoted.replace("was lit", "was"))
    )
    edits.commit(repository.folder)
    repository.change("data/events/lamp-out.yml", '"1901-06"', '"1901-07"')
    told = diff()[1]
    open_part, _, folded = told.partition("<details>")
    assert "- Evidence: Gull Gazette, 1901, paragraph 1: “was lit”; “the lamp” (not verified yet)\n" in open_part
    assert folded.startswith("<summary>2 more citations</summary>")
    assert "- Evidence: Gull Gazette, 1901, paragraph 1: “lit”; “was” (not verified yet)\n" in folded


def test_wording_only(repository: Repository, diff: Diff) -> None:
    """Where only words differ, the heading says so, and the sentences that differ are shown, no others."""
    repository.change(LIT, "  The keeper lit the lamp.\n", "  The keeper lit the lamp.\n  It was new.\n")
    status, told = diff()
    assert status == 0
    assert "### The lamp is lit (event `lamp-lit`), wording only\n" in told
    assert "- Summary: **“It was new.”**\n" in told


def test_correction(repository: Repository, diff: Diff) -> None:
    """A correction stands with the fact that it explains, not as a fact of its own."""
    repository.change(COST, "qualifier: more than", "qualifier: at least")
    repository.write("data/corrections/cost-word.yml", CORRECTION)
    told = diff()[1]
    assert told.startswith("**Facts: 1 changed.**")
    assert (
        "- Explained by a correction of 2 June 1901: was “More than that amount”, now “At least that amount”. "
        "A word was misread. (topics cost; access read)\n" in told
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
        """**No fact changed.** Needs a second approval (⚠): 1.


### The form of the data
- event: new field weather; field place is gone; field date has another rule.
- **Needs a second approval:** what the data can say differs.
""",
    )


def test_reformatted_files(repository: Repository, diff: Diff) -> None:
    """Files that say the same in another form change no fact, and the report says exactly that."""
    repository.change(LIT, "actors: [ann-reed]", "actors:\n  - ann-reed")
    repository.change("docs/index.md", "A lamp was lit.", "A lamp\nwas lit.")
    status, told = diff()
    assert status == 0
    assert told.startswith("**No fact changed; 2 files reformatted.**\n")
    assert "- In another form, with the same content: `docs/index.md`.\n" in told


def test_code_stands_first(repository: Repository, diff: Diff) -> None:
    """Files that are neither data nor pages are listed before all facts, and need a second approval."""
    for name in ("Makefile", ".github/workflows/x.yml", "macros/a\nb`c.py"):
        (repository.folder / name).parent.mkdir(parents=True, exist_ok=True)
        repository.write(name, "x")
    assert diff() == (
        0,
        """**Code changed: 3 files.** All but data and pages counts: it may run after the merge, and needs a second \
approval. The code of the base made this report, and ran none of it.

- new: `.github/workflows/x.yml`
- new: `Makefile`
- new: ``macros/a\\nb`c.py``

**No fact changed; 3 code files changed.** Needs a second approval (⚠): 1.
""",
    )


@pytest.mark.parametrize(("mode", "told"), [(0o755, "made executable"), (0o644, "no longer executable")])
def test_a_file_that_may_be_run_now_is_named(repository: Repository, diff: Diff, mode: int, told: str) -> None:
    """Of a file of which the mode alone differs, the report tells what it is now; a new one is new."""
    script = repository.folder / "run.sh"
    repository.write("run.sh", "true")
    script.chmod(0o644 if mode == 0o755 else 0o755)
    assert "- new: `run.sh`\n" in diff()[1]
    script.chmod(mode)
    assert [one.what for one in differing(repository.folder, "HEAD", None)] == [f"changed, {told}"]
    assert f"- changed, {told}: `run.sh`\n" in diff()[1]


def test_many_files_are_folded(repository: Repository, diff: Diff) -> None:
    """A long list of code is folded, and whole."""
    for number in range(20):
        repository.write(f"{number}.py", "")
    told = diff()[1]
    assert "\n<details><summary>Code changed: 20 files</summary>\n\n- new: `0.py`\n" in told
    assert all(f"- new: `{number}.py`\n" in told for number in range(20))


def test_files_that_are_published_as_they_are(repository: Repository, diff: Diff) -> None:
    """What could run in a browser, or is a link, is called active; a picture is not."""
    for name in ("a.js", "b.SVG", "c.html", "d.png", "e.markdown"):
        repository.write(f"docs/{name}", "x")
    (repository.folder / "docs" / "f.md").symlink_to("/etc/passwd")
    told = diff()[1]
    active = " – **active, needs a second approval**"
    assert told.startswith("**Published as they are: 6 files.** Those that can run in a browser, or lead elsewhere, ")
    for name in ("a.js", "b.SVG", "c.html", "e.markdown"):
        assert f"- new: `docs/{name}`{active}\n" in told
    assert "- new: `docs/d.png`\n" in told
    assert f"- new, a link: `docs/f.md`{active}\n" in told
    assert "root:" not in told


def test_every_file_of_data_and_pages_is_listed(repository: Repository, whole: Diff) -> None:
    """Facts, pages and schemas stand in a folded list at the end, whatever became of them."""
    (repository.folder / "data/schema").mkdir(exist_ok=True)
    repository.write("data/schema/x.json", "{}")
    repository.write("docs/about/extra.md", "# More\n")
    repository.change(LIT, "actors: [ann-reed]", "actors:\n  - ann-reed")
    assert whole()[1].endswith(
        """<details><summary>Data and pages: 3 files</summary>

- changed: `data/events/lamp-lit.yml`
- new: `data/schema/x.json`
- new: `docs/about/extra.md`

</details>
"""
    )


def test_attributes_hide_nothing(repository: Repository, diff: Diff) -> None:
    """What git would leave out of an archive is told like all else."""
    repository.write(".gitattributes", "data/events/lamp-out.yml export-ignore\n* -diff\n")
    repository.write("data/events/lamp-out.yml", EVENT)
    told = diff()[1]
    assert "- new: `.gitattributes`\n" in told
    assert "### New: The lamp goes out (event `lamp-out`)\n" in told


def test_forged_verification(repository: Repository, diff: Diff) -> None:
    """A quote whose verification comes with the change is never called verified; old ones stay so."""
    source = load(repository.folder).sources["gazette"]
    made = Citation(source="gazette", locator="p1", quote={"exact": "was stolen"})
    assert source.text
    line = f'  - {{locator: "p1", exact: "was stolen", proof: "{made.proof(source.text.place("p1"))}"}}\n'
    repository.write("data/events/lamp-out.yml", EVENT.replace("was lit", "was stolen"))
    repository.change("data/verified/gazette.yml", "quotes:\n", f"quotes:\n{line}")
    told = diff()[1]
    assert told.startswith(
        "**Records of verification changed: 1 file.** These records came with the change and were not made here, "
        "so they prove nothing: only a maintainer who holds the texts may record what was verified (SECURITY."
    )
    assert "- changed: `data/verified/gazette.yml`\n" in told
    assert "paragraph 1: “was stolen” (recorded in this change, not verified here)\n" in told
    repository.change(COST, "qualifier: more than", "qualifier: at least")
    told = diff()[1]
    assert "“more than **500** pounds” ✓\n" in told
    assert "Records of verification" not in told


def test_recorded_verification_of_what_stood_there(repository: Repository, diff: Diff) -> None:
    """Unchanged quotes that are recorded as verified are counted as that, not as verified."""
    file = repository.folder / "data/verified/gazette.yml"
    text = file.read_text(encoding="utf-8")
    file.unlink()
    edits.commit(repository.folder)
    repository.write("data/verified/gazette.yml", text)
    told = diff()[1]
    assert "- Verification: 3 unchanged quotes are recorded in this change, not verified here.\n" in told


def test_prose_of_a_page(repository: Repository, diff: Diff) -> None:
    """Prose of a page is shown as was and now, with the words for a number in the place of its macro."""
    repository.write("docs/index.md", '# The lamp\n\nIt cost {{ number("lamp-cost-total") }}.\n')
    status, told = diff()
    assert status == 0
    assert told.startswith("**No fact changed; 1 page with other words.**\n")
    assert "- `docs/index.md`: ~~A lamp was lit.~~ **It cost more than 500 pounds.**\n" in told


def test_macro_calls_hide_nothing(repository: Repository, diff: Diff) -> None:
    """A call that is more than the plain name of a fact is shown as it is written."""
    call = '{{ number("lamp-cost-total") ~ cycler.__init__ }} and {{ cite("lamp-lit") }}'
    repository.write("docs/index.md", f"# The lamp\n\nIt cost {call}.\n")
    assert f" **{escape_markdown(f'It cost {call}.')}**\n" in diff()[1]


@pytest.mark.parametrize("call", ["number( 'lamp-cost-total' )", 'number("lamp-cost-total", unit=true)'])
def test_a_call_reads_the_same_however_it_is_written(repository: Repository, diff: Diff, call: str) -> None:
    """Spaces, other quotes, options and signs of a call in its words change neither its words nor what it touches."""
    link = '{{ term("keeper", text="the {{ keeper }}") }}'
    repository.write("docs/index.md", f"# The lamp\n\n{link} paid {{{{- {call} -}}}}.\n")
    assert f"**{escape_markdown('the {{ keeper }}')} paidmore than 500 pounds.**\n" in diff()[1]
    repository.change(COST, "qualifier: more than", "qualifier: at least")
    assert re.search("- `lamp-cost-total`: .*`index.html`", diff()[1])


def test_one_unchanged_quote_is_counted(repository: Repository, diff: Diff) -> None:
    """One quote that loses its verification is told in the singular."""
    repository.change(
        "data/verified/gazette.yml",
        '  - {locator: "p2", exact: "more than 500 pounds", proof: "a36a60fb8c1b0de0"}\n',
        "",
    )
    assert "- Verification: 1 unchanged quote is no longer verified.\n" in diff()[1]


def test_long_prose_is_folded(repository: Repository, diff: Diff) -> None:
    """A long new passage is folded, and whole."""
    text = "A lamp was lit. " * 100
    repository.write("docs/about/extra.md", f"# More\n\n{text}\n")
    told = diff()[1]
    assert "\n- `docs/about/extra.md`: a long passage\n\n  <details><summary>All of it</summary>\n\n" in told
    assert f"{text.strip()}**\n\n  </details>\n" in told


def test_unchanged_words_of_a_page_are_cut(repository: Repository, diff: Diff) -> None:
    """Of a long paragraph in which a word differs, the words around it are shown, and the word is marked."""
    words = " ".join(f"word{number}" for number in range(50))
    repository.write("docs/index.md", f"# The lamp\n\n{words} lit {words}\n")
    diff()
    repository.write("docs/index.md", f"# The lamp\n\n{words} out {words}\n")
    ends = (
        "… word42 word43 word44 word45 word46 word47 word48 word49",
        "word0 word1 word2 word3 word4 word5 word6 word7 …",
    )
    assert f"- `docs/index.md`: {ends[0]} ~~lit~~ **out** {ends[1]}\n" in diff()[1]


def test_new_item_of_a_list(repository: Repository, diff: Diff) -> None:
    """A whole item that a list gains takes one sentence."""
    item = "wording:\n  - {avoid: lantern, use: lamp, reason: The gazette says lamp}\n"
    item += "redirects:\n  - {was: old.html, now: index.html}\n"
    repository.write("data/topic.yml", (repository.folder / "data/topic.yml").read_text(encoding="utf-8") + item)
    told = diff()[1]
    assert "- Wording, lantern: **avoid “lantern”; use “lamp”; reason “The gazette says lamp”**\n" in told
    assert escape_markdown("Redirects, old.html") in told


def _lamp_law(text: str, *roles: str) -> State:
    cited = [{"source": "gazette", "locator": "p1", "role": role} for role in roles]
    law = make(Statute, elements=({"text": text, "citations": cited}, {"text": "At night."}))
    return State(dataset(sources={"gazette": with_text()}, statutes={"act": law}))


def test_new_words_of_an_item() -> None:
    """An item of a list that is known by its text is told as was and now, not as removed and added."""
    was, now = _lamp_law("A person lights a lamp."), _lamp_law("A person lights a big lamp.")
    (change,) = Difference(was, now).changed.values()
    (told,) = sentences(change, was, now)
    assert told.label == "Elements, “A person lights a big lamp.”, text"
    assert told.words == (("“A person lights a", ""), (" big", "new"), (" lamp.”", ""))


def test_parts_of_a_new_item() -> None:
    """A new item of a list is told field by field, with a line for each citation, even two of one place."""
    was, now = _lamp_law("A person lights a lamp."), _lamp_law("Nobody may stay out.", "supports", "discusses")
    (change,) = Difference(was, now).changed.values()
    new = next(one for one in sentences(change, was, now) if one.parts)
    source = title("gazette", now)
    assert new.parts == (
        "text “Nobody may stay out.”",
        f"citations, “{source}” (p1): source {source}; locator “p1”; role supports",
        f"citations, “{source}” (p1 (2)): source {source}; locator “p1”; role discusses",
    )


def test_page_that_uses_a_number(repository: Repository, diff: Diff) -> None:
    """A hand-written page that shows a number is among the pages that its change touches."""
    repository.write("docs/index.md", '# The lamp\n\nIt cost {{ number("lamp-cost-total") }}.\n')
    repository.change(COST, "qualifier: more than", "qualifier: at least")
    told = diff()[1]
    assert "`index.html` chart “The lamp cost more than 500 pounds”\n" in told


def test_contested_question(repository: Repository, diff: Diff) -> None:
    """A fact on which the sources differ needs a second approval."""
    repository.change(CLAIM, "verdict: not confirmed", "verdict: differs")
    diff()
    repository.change(COST, "qualifier: more than", "qualifier: at least")
    assert "- **⚠ the sources differ on “What did the lamp cost?”**\n" in diff()[1]


def test_changed_definition(repository: Repository, diff: Diff) -> None:
    """What is counted is a definition: a change of it never differs in words only."""
    repository.change(COST, "All that was paid for the lamp.", "All that was paid for the lamp and its oil.")
    status, told = diff()
    assert status == 0
    assert "### What the lamp cost (series `lamp-cost`)\n" in told
    assert "- **⚠ a definition differs**\n" in told


def test_order_of_answers(repository: Repository, diff: Diff) -> None:
    """What only stands in another order is told, for order shows on the site."""
    text = (repository.folder / CLAIM).read_text(encoding="utf-8")
    lines = text.split("\n")
    first = next(index for index, line in enumerate(lines) if line.startswith("  - {source: gazette"))
    lines[first], lines[first + 1] = lines[first + 1], lines[first]
    repository.write(CLAIM, "\n".join(lines))
    assert "- Order: its parts stand in another order\n" in diff()[1]
    two = '  - {source: gazette, locator: p1, quote: {exact: "the keeper, Ann Reed"}}\n'
    repository.change("data/terms/keeper.yml", two, two + two.replace("the keeper, Ann Reed", "Ann Reed"))
    diff()
    repository.change("data/terms/keeper.yml", two, "")
    repository.change("data/terms/keeper.yml", "label:", two + "label:")
    assert "- Order: its parts stand in another order\n" in diff()[1]


def test_lost_verification(repository: Repository, diff: Diff) -> None:
    """Quotes that lose their verification are counted although their facts did not change."""
    shutil.rmtree(repository.folder / "data/verified")
    assert "- Verification: 3 unchanged quotes are no longer verified.\n" in diff()[1]


def test_working_tree(repository: Repository, command: sites.Command) -> None:
    """Without a second revision the working tree is compared, files included that git does not know."""
    repository.write("data/events/lamp-out.yml", EVENT)
    status, told, _ = command(diff_main, "HEAD", "--topic", repository.folder)
    assert status == 0
    assert " to `the working tree`.\n\n**Facts: 1 new.**\n" in told
    assert told.endswith("- new: `data/events/lamp-out.yml`\n\n</details>\n")


def test_unreadable_data(repository: Repository, diff: Diff) -> None:
    """Data that cannot be read is told with file, line and remedy, and the command ends with status 1."""
    repository.change(LIT, "status: happened", "status: lit")
    status, told = diff()
    assert status == 1
    assert told.startswith("**The facts cannot be compared.**\n\nThe data after the change cannot be read:\n\n- `data/")


def test_unreadable_data_hides_no_file(repository: Repository, whole: Diff) -> None:
    """Where data cannot be read, every file that differs is listed all the same, code first."""
    repository.change(LIT, "status: happened", "status: lit")
    repository.write("Makefile", "x")
    told = whole()[1]
    assert told.index("- new: `Makefile`\n") < told.index("**The facts cannot be compared.**")
    assert told.rstrip().endswith(f"- changed: `{LIT}`\n\n</details>")


def test_data_of_another_form(repository: Repository, diff: Diff) -> None:
    """Where the data before has a form that is no longer read, the report says so instead of guessing."""
    repository.change(LIT, "status: happened", "status: happened\nweather: wet")
    diff()
    repository.change(LIT, "\nweather: wet", "")
    status, told = diff()
    assert status == 1
    assert "\nThe data before the change does not fit the model of today:\n\n- `data/events/lamp-lit.yml:" in told


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
        questions={"how-many": make(Question, question="How many lamps?", answers=answers)},
    )
    assert list(others("lamps-now", Difference(State(data), State(data)))) == [
        Other("How many lamps?", "Gazette", "this fact"),
        Other("How many lamps?", "Post", "about 5 lamps, the same figure, qualified in another way", "differs"),
        Other("How many lamps?", "Herald", "silent"),
        Other("What it is compared with", "1900", "3 lamps, 2 less than this fact (5)"),
    ]


@pytest.mark.parametrize("revision", ["nowhere", "--output=x", "", "HEAD\n", "HEAD..HEAD"])
def test_unknown_revision(repository: Repository, command: sites.Command, revision: str) -> None:
    """What is no revision is wrong usage, and so is one that looks like an option of git, and none at all."""
    for given in ((revision,), ("HEAD", revision)):
        status, printed, error = command(diff_main, "--topic", repository.folder, "--", *given)
        assert (status, printed) == (2, "")
        assert f"diff.py: error: {revision!r} is not a revision (git: " in error
    assert not (repository.folder / "x").exists()


def test_without_git(
    repository: Repository, tmp_path: Path, command: sites.Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without the program git, and without a repository, the command says what it needs in one sentence."""
    empty = tmp_path / "empty"
    (empty / "data").mkdir(parents=True)
    (empty / "docs").mkdir()
    status, printed, error = command(diff_main, "--topic", empty, "HEAD")
    assert (status, printed) == (2, "")
    assert "\ndiff.py: error: git: not a git repository" in error
    monkeypatch.setenv("PATH", str(empty))
    status, printed, error = command(diff_main, "--topic", repository.folder, "HEAD")
    assert (status, printed) == (2, "")
    assert error.endswith("diff.py: error: this needs the program git, which is not on this machine\n")


def test_text_of_data_is_no_markup(repository: Repository, diff: Diff) -> None:
    """Whatever a fact says stands as words in its place of the report."""
    hostile = "# [x](http://evil.example) ![y](z) <b>b</b> @all #1 `c` **d** :tada: www.evil.example"
    repository.change(LIT, "title: The lamp is lit", f"title: '{hostile}'")
    assert f"- Title: ~~“The lamp is lit”~~ **{escape_markdown(f'“{hostile}”')}**\n" in diff()[1]


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
    assert all(target.startswith("site/") for written, target, _ in page.links if not written.startswith("#"))
    assert "site/numbers/lamp-cost.html" in [target for _, target, _ in page.links]
    text = out.read_text(encoding="utf-8")
    assert "<script" not in text
    assert not re.search(r' src="|<link|url\((?!["\']?(?:data:|#))', text)


def test_pictures_of_charts(repository: Repository, diff: Diff, tmp_path: Path) -> None:
    """The report leads to the picture of each chart that looks different, before and after, in files beside it."""
    repository.change(COST, "qualifier: more than", "qualifier: at least")
    told = diff("--html", str(tmp_path / "page.html"))[1]
    files = [f"charts/lamp-cost-chart-{when}.svg" for when in ("before", "after")]
    assert f"- The lamp cost more than 500 pounds: [before]({files[0]}), [after]({files[1]})\n" in told
    before, after = ((tmp_path / name).read_text(encoding="utf-8") for name in files)
    assert before.startswith("<svg ")
    assert before != after


def test_a_chart_that_cannot_be_drawn(repository: Repository, diff: Diff, tmp_path: Path) -> None:
    """Data that the check refuses is reported all the same, and the page says what it cannot show."""
    repository.change("data/charts/lamp-cost-chart.yml", "mark: bars", "mark: coverage")
    status, told = diff("--html", str(tmp_path / "page.html"))
    assert (status, "### The lamp cost more than 500 pounds (chart `lamp-cost-chart`)\n" in told) == (1, True)
    assert "[before](charts/lamp-cost-chart-before.svg), no picture after\n" in told
    page = sites.pages(tmp_path)["page.html"]
    assert "It cannot be drawn; the problems in the report say why." in page.named["lamp-cost-chart"].words()


@pytest.mark.parametrize("name", ["before-lamp-cost-chart", "after-lamp-cost-chart", "before"])
def test_ids_like_those_of_the_page(repository: Repository, diff: Diff, tmp_path: Path, name: str) -> None:
    """A fact whose id begins like the names of the two sides is shown before and after, under ids that are unique."""
    repository.git("mv", LIT, f"data/events/{name}.yml")
    repository.change("data/statements/keeper-on-cost.yml", "event: lamp-lit", f"event: {name}")
    diff()
    repository.change(f"data/events/{name}.yml", "title: The lamp is lit", "title: A lamp is lit")
    repository.change("data/charts/lamp-cost-chart.yml", "sentence: The lamp cost", "sentence: This lamp cost")
    diff("--html", str(tmp_path / "review.html"))
    page = sites.pages(tmp_path)["review.html"]
    assert len(page.ids) == len(set(page.ids))
    before, after = (side.words() for side in page.named[name].all("section")[1:])
    assert "The lamp is lit" in before
    assert "A lamp is lit" in after


def test_published_fields_exist() -> None:
    """Every published field is one of some record, or a rule about it would be void."""
    models = (Event, Source, Observation, Series, Quote, Statement, Voice, Answer, Provision, Fine)
    assert {name for model in models for name in model.model_fields} >= PUBLISHED_FIELDS
