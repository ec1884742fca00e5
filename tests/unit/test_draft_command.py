"""The command that offers passages of a text to an editor: what it writes, what it says, and what it refuses."""

from functools import partial
from pathlib import Path

import pytest

from scripts.draft import main
from scripts.fmt import main as fmt_main
from tests.factories import GOOD_TEXTS
from tests.sites import Check, Command

STORM = """The storm of the year

UPDATED 05/03/01

The storm of Tuesday sank 3 boats.
The council said that the keeper must pay.

Subscribe now to read of 7 more storms"""
STUB = """# yaml-language-server: $schema=../../data/schema/statement.json
topics: []
access: read
citations:
  - {source: gazette, locator: p2, quote: {exact: "the keeper said — and ‘can’t be moved’."}}
attributed_to: {}
kind: ""
text: ""
"""


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    """Return a folder with the text of the good topic, and one that no source has."""
    folder = tmp_path / "texts"
    folder.mkdir()
    for file in GOOD_TEXTS.iterdir():
        (folder / file.name).write_bytes(file.read_bytes())
    (folder / "storm.txt").write_text(STORM, encoding="utf-8")
    return folder


@pytest.fixture
def draft(topic: Path, texts: Path, command: Command) -> Command:
    """Return a function that runs the command on the topic, for its status and what it prints to both streams."""
    return partial(command, main, "--topic", topic, "--texts", texts)


def _files(folder: Path) -> dict[str, str]:
    return {file.name: file.read_text(encoding="utf-8") for file in folder.iterdir()}


def test_a_source_is_drafted_before_what_names_it_is_right(topic: Path, texts: Path, draft: Command) -> None:
    """A document that topic.yml names is written from its text, in the language that is given; its facts come after."""
    with (topic / "data" / "topic.yml").open("a", encoding="utf-8") as settings:
        settings.write("documents: [{source: storm, page: index.md}]\n")
    status, printed, _ = draft("storm.txt", "--language", "fr")
    assert (status, "Read as words of the language fr" in printed) == (0, True)
    assert "language: fr\n" in (topic / "drafts" / "storm" / "00-source.yml").read_text(encoding="utf-8")
    assert (draft("gazette")[0], texts.is_dir()) == (1, True)


def test_a_text_of_articles_can_be_cited_by_them(topic: Path, texts: Path, draft: Command) -> None:
    """The articles that a text prints are named, since a law is cited by them and not by paragraphs."""
    law = "The law of lamps in the harbour\n\nArt. 1º Whoever keeps a lamp has to light it.\n\n§ 1º It burns all night."
    (texts / "law.txt").write_text(law, encoding="utf-8")
    status, printed, _ = draft("law.txt")
    assert status == 0
    assert "It prints Art. 1, Art. 1(1): if it is a law, cite it by these, and delete 'lines'\n" in printed
    assert "It prints" not in draft("storm.txt")[1]
    assert not (topic / "data" / "sources" / "law.yml").exists()


def test_what_nothing_cites_is_written(topic: Path, draft: Command) -> None:
    """Each clause that no fact cites is a file of its own, in canonical form, with no word of ours."""
    status, _, error = draft("gazette")
    assert (status, error) == (0, "")
    files = _files(topic / "drafts" / "gazette")
    assert sorted(files) == [
        "00-headline-1-statement.yml",
        "02-2-statement.yml",
        "03-1-statement.yml",
        "03-2-statement.yml",
    ]
    assert files["02-2-statement.yml"] == STUB


def test_the_summary_lists_every_passage(topic: Path, draft: Command) -> None:
    """Each clause has its place and its quote, and seen ones name their facts."""
    assert draft("gazette")[1] == (
        "00-headline-1-statement.yml: headline “The lamp is lit”\n"
        "01-1-event.yml: p1 “lit on Wednesday by the keeper, Ann Reed”\n"
        "    seen already: ann-reed, keeper, lamp-lit\n"
        "02-1-series.yml: p2 “It cost more than 500 pounds”\n"
        "    seen already: keeper-on-cost, lamp-cost-total\n"
        "02-2-statement.yml: p2 “the keeper said — and ‘can’t be moved’.”\n"
        "03-1-statement.yml: p3 “The lamp, again: the lamp is lit, and”\n"
        "03-2-statement.yml: p3 “lamp is lit, and the boats come home”\n"
        "\n"
        "6 clauses, 2 of them seen already\n"
        "12 of its 44 words are quoted, and 1 more may be\n"
        f"Wrote 4 files into {topic / 'drafts' / 'gazette'}\n"
        "Move what you keep into its folder of data/, under its permanent name, and fill it in; delete the rest\n"
        f"Then: .venv/bin/python -m scripts.fmt --topic {topic}\n"
    )


def test_all_writes_the_seen_ones_too(draft: Command, tmp_path: Path) -> None:
    """With --all what facts cite already is written besides, with the number that stands there."""
    draft("gazette", "--all", "--out", tmp_path / "out")
    files = _files(tmp_path / "out")
    assert len(files) == 6
    assert '{id: "", period: "", value: 500, qualifier: more than}' in files["02-1-series.yml"]


def test_a_second_run_makes_the_same_files(draft: Command, tmp_path: Path) -> None:
    """Two runs into two folders write the same bytes."""
    for name in ("one", "two"):
        assert draft("gazette", "--all", "--out", tmp_path / name)[0] == 0
    assert _files(tmp_path / "one") == _files(tmp_path / "two")


def test_work_is_not_written_over(topic: Path, draft: Command) -> None:
    """A folder that is there already is left alone, whatever is in it."""
    draft("gazette")
    file = topic / "drafts" / "gazette" / "02-2-statement.yml"
    file.write_text("mine", encoding="utf-8")
    status, _, error = draft("gazette")
    assert status == 2
    assert f"{file.parent} is there already: work through it, delete it, or give another folder with --out" in error
    assert file.read_text(encoding="utf-8") == "mine"


def test_an_unfilled_file_is_refused(topic: Path, draft: Command, check: Check) -> None:
    """Moved into the data as it is, a file has no permanent name; with one, each of its empty fields is named."""
    draft("gazette")
    file = topic / "drafts" / "gazette" / "02-2-statement.yml"
    file = file.rename(topic / "data" / "statements" / file.name)
    assert check(topic) == (
        1,
        (
            "data/statements/02-2-statement.yml:1: file: '02-2-statement.yml' is not a permanent name with the ending"
            " .yml [file-name]\n"
            "    use lower-case words and numbers joined by hyphens, such as first-report\n"
            "1 problem\n"
        ),
    )
    file.rename(file.with_name("fixed-for-good.yml"))
    assert check(topic) == (
        1,
        (
            "data/statements/fixed-for-good.yml:2: topics: the list is empty [empty]\n"
            "    What it is about, from the list in topic.yml.\n"
            "data/statements/fixed-for-good.yml:6: attributed_to: "
            "give exactly one of actor, described or source [value]\n"
            "    Who says something: exactly one of the three.\n"
            'data/statements/fixed-for-good.yml:7: kind: "" is not a choice [choice]\n'
            "    choose one of: directive, plan, justification, criticism, explanation, background, opinion,"
            " allegation, response\n"
            "data/statements/fixed-for-good.yml:8: text: the text is empty [empty]\n"
            "    What is said, in our own words.\n"
            "4 problems\n"
        ),
    )


def test_a_filled_file_is_a_fact(topic: Path, draft: Command, check: Check, command: Command) -> None:
    """With its fields filled in, the file passes the check, and the next draft has seen its passage."""
    draft("gazette")
    text = STUB.replace("topics: []", "topics: [lamp]").replace("{}", "{actor: ann-reed}")
    text = text.replace('kind: ""', "kind: opinion").replace('text: ""', "text: The lamp has to stay.")
    file = topic / "data" / "statements" / "fixed-for-good.yml"
    file.write_text(text, encoding="utf-8")
    assert command(fmt_main, "--topic", topic, file) == (0, "", "")
    status, printed = check(topic)
    told = 'data/statements/fixed-for-good.yml:1: not verified yet against the text of "gazette"'
    assert (status, printed.split("\n")[0]) == (0, told)
    assert "6 clauses, 3 of them seen already\n" in draft("gazette", "--out", topic / "again")[1]
    assert "02-2-statement.yml" not in _files(topic / "again")


def test_a_new_text_makes_a_source_first(topic: Path, draft: Command) -> None:
    """A text that no source has becomes a source with its digest and its lines, which are shown for correction."""
    status, printed, _ = draft("storm.txt")
    assert status == 0
    assert printed.startswith(
        "    1 headline The storm of the year\n"
        "    3 stamp    UPDATED 05/03/01\n"
        "    5 p1       The storm of Tuesday sank 3 boats.\n"
        "    6 p2       The council said that the keeper must pay.\n"
        "    8 -        Subscribe now to read of 7 more storms\n"
        f"\nWrote {topic / 'drafts' / 'storm' / '00-source.yml'}\n"
    )
    text = _files(topic / "drafts" / "storm")["00-source.yml"]
    assert 'title: The storm of the year\npublisher: ""\nkind: ""\n' in text
    assert text.endswith("  lines: {headline: 1, stamp: 3, paragraphs: [5, 6]}\n")


def test_a_source_that_was_filled_in_can_be_drafted(topic: Path, texts: Path, draft: Command) -> None:
    """The file of a new source, filled in, leads to the passages of its text and to none of the page around it."""
    draft(texts / "storm.txt")
    text = _files(topic / "drafts" / "storm")["00-source.yml"]
    for field, value in {
        'issued: ""\nbasis: {kind: ""}\nlink: {url: "", opened: ""}\n': "",
        "topics: []": "topics: [lamp]",
        'access: ""': "access: read",
        'title: ""': "title: The storm",
        'publisher: ""': "publisher: Gazette",
        'kind: ""': "kind: news report",
        'interest: ""': "interest: none",
        'independence_group: ""': "independence_group: gazette",
        'accessed: ""': 'accessed: "1901-06-01"',
    }.items():
        text = text.replace(field, value)
    (topic / "data" / "sources" / "the-storm.yml").write_text(text, encoding="utf-8")
    assert draft("the-storm")[0] == 0
    assert sorted(_files(topic / "drafts" / "the-storm")) == [
        "00-headline-1-statement.yml",
        "01-1-series.yml",
        "02-1-statement.yml",
    ]


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("gazete", 'no source and no file "gazete"; did you mean "gazette"?'),
        ("", 'no source and no file ""; known: gazette'),
        ("lights-act-text", " KIND ID, or give another source; known: gazette"),
        ("TEXTS/gazette.txt", 'gazette.txt is the text of "gazette": give that id'),
        ("TEXTS/../elsewhere.txt", "elsewhere.txt is not in the folder of texts: copy it there"),
        ("TEXTS/my text.txt", "my text.txt: name it with letters, digits, dots, underscores and hyphens alone"),
        ("TEXTS/latin.txt", "latin.txt: the file is not UTF-8; save it as UTF-8"),
        ("TEXTS/menu.txt", "menu.txt: no line reads as a paragraph; write the source by hand"),
    ],
)
def test_what_cannot_be_drafted_is_said(topic: Path, texts: Path, draft: Command, source: str, said: str) -> None:
    """A source that is not there, or a file that can be no source's text, is wrong usage, and nothing is written."""
    (texts.parent / "elsewhere.txt").write_text(STORM, encoding="utf-8")
    (texts / "my text.txt").write_text(STORM + "!", encoding="utf-8")
    (texts / "latin.txt").write_bytes("Lampe à pétrole".encode("latin-1"))
    (texts / "menu.txt").write_text("Home", encoding="utf-8")
    status, printed, error = draft(source.replace("TEXTS", str(texts)))
    assert (status, printed) == (2, "")
    assert error.endswith(f"{said}\n")
    assert not (topic / "drafts").exists()


def test_drafts_stay_out_of_the_data(topic: Path, draft: Command) -> None:
    """Stubs are not written into data/."""
    status, _, error = draft("gazette", "--out", topic / "data" / "statements" / "new")
    assert status == 2
    assert "is inside data/, where only finished records stand: give a folder outside of it" in error


def test_another_text_is_a_problem(texts: Path, draft: Command) -> None:
    """Passages are taken from the very text that the source names."""
    (texts / "gazette.txt").write_text("The lamp was lit today.", encoding="utf-8")
    status, printed, _ = draft("gazette")
    assert status == 1
    assert printed.startswith("data/sources/gazette.yml:1: text.sha256: gazette.txt is another text: its SHA-256 is")


def test_data_that_cannot_be_read_comes_first(topic: Path, draft: Command) -> None:
    """While a file breaks the model, its problems are reported and nothing is offered."""
    (topic / "data" / "terms" / "keeper.yml").write_text("label: no\n", encoding="utf-8")
    status, printed, _ = draft("gazette")
    assert status == 1
    assert printed.startswith("data/terms/keeper.yml:1: label: ")
