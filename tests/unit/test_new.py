"""The command that writes the file of a new record: what it writes, and what it refuses."""

from functools import partial
from pathlib import Path

import pytest

from scripts.new import main
from tests.sites import Check, Command

CITATIONS = '[{source: gazette, locator: p1, quote: {exact: "was lit on Wednesday"}}]'
TERM = {
    "topics": "lamp",
    "access": "read",
    "citations": CITATIONS,
    "label": "Lit lamp",
    "definition": "A lamp that burns.",
}


def _options(**fields: str) -> list[str]:
    return [word for name, value in fields.items() for word in (f"--{name.replace('_', '-')}", value)]


@pytest.fixture
def new(topic: Path, command: Command) -> Command:
    """Return a function that runs the command on the topic, for its status and what it prints to both streams."""
    return partial(command, main, "--topic", topic)


def test_options_make_a_file_in_canonical_form(topic: Path, new: Command, check: Check) -> None:
    """With every needed field the file is written in canonical form, and passes the check."""
    printed = f"Wrote data/terms/lit-lamp.yml\nNow run: make check TOPIC={topic}\n"
    assert new("term", "lit-lamp", *_options(**TERM, aliases="lit lamps, burning lamp")) == (0, printed, "")
    assert (topic / "data" / "terms" / "lit-lamp.yml").read_text(encoding="utf-8") == (
        "# yaml-language-server: $schema=../schema/term.json\n"
        "topics: [lamp]\n"
        "access: read\n"
        "citations:\n"
        '  - {source: gazette, locator: p1, quote: {exact: "was lit on Wednesday"}}\n'
        "label: Lit lamp\n"
        "aliases: [lit lamps, burning lamp]\n"
        "definition: |-\n"
        "  A lamp that burns.\n"
    )
    assert check(topic) == (0, "")


def test_one_citation_needs_no_brackets_of_a_list(topic: Path, new: Command) -> None:
    """A single group is a list of one, and the help shows how it is written."""
    assert new("term", "lit-lamp", *_options(**TERM | {"citations": CITATIONS[1:-1]}))[0] == 0
    assert "  - {source: gazette, locator: p1" in (topic / "data/terms/lit-lamp.yml").read_text(encoding="utf-8")
    _, printed, _ = new("term", "--help")
    assert """such as '{source: ID, locator: p4, quote: {exact: "..."}}'""" in " ".join(printed.split())


def test_names_of_people_may_have_parts(topic: Path, new: Command) -> None:
    """Authors are bodies, divided by commas, or a list that has people too."""
    for name, given in {"one": "Reuters, Gull Gazette", "two": "[Reuters, {given: Ann, family: Reed}]"}.items():
        assert new("source", name, *_options(topics="lamp", authors=given))[0] == 0
    written = [(topic / f"data/sources/{name}.yml").read_text(encoding="utf-8") for name in ("one", "two")]
    assert "authors: [Reuters, Gull Gazette]\n" in written[0]
    assert "authors:\n  - Reuters\n  - {given: Ann, family: Reed}\n" in written[1]
    status, said, _ = new("source", "three", *_options(topics="lamp", authors="[{given: Ann}]"))
    assert (status, "authors.0.family: the field is missing [missing]" in said) == (1, True)


def test_without_an_id_the_title_makes_one(topic: Path, new: Command) -> None:
    """The first words of what the record is called become its name, without accents and marks."""
    assert new("term", *_options(**TERM | {"label": "Lampe à pétrole, “lit”"}))[0] == 0
    assert (topic / "data" / "terms" / "lampe-a-petrole-lit.yml").is_file()


@pytest.mark.parametrize(
    ("record_id", "said"),
    [
        ("lamp-lit", 'the id "lamp-lit" is taken (event); ids are permanent, so choose another'),
        ("lamp-cost-total", 'the id "lamp-cost-total" is taken (observation); ids are permanent, so choose another'),
        ("lamp", 'the id "lamp" is taken (topic); ids are permanent, so choose another'),
        ("old-lamp", 'the id "old-lamp" is taken (renamed); ids are permanent, so choose another'),
        ("l" * 61, f'"{"l" * 61}" is not an id: use no more than 60 characters'),
        ("all", '"all" is kept for citations of the site itself: choose another'),
        ("con", '"con" is not an id: choose another name, since Windows cannot have a file of this one'),
        (
            "Lit Lamp",
            '"Lit Lamp" is not an id: use lower-case words and numbers joined by hyphens, such as first-report',
        ),
    ],
)
def test_an_id_must_be_new_and_well_formed(topic: Path, new: Command, record_id: str, said: str) -> None:
    """An id that anything else has, or had, is refused with status 2, and nothing is written."""
    (topic / "data" / "events" / "old-lamp.yml").write_text("moved_to: lamp-lit\n", encoding="utf-8")
    before = sorted(topic.rglob("*"))
    status, printed, error = new("term", record_id, *_options(**TERM))
    assert (status, printed) == (2, "")
    assert error.endswith(f"new.py: error: {said}\n")
    assert sorted(topic.rglob("*")) == before


def test_what_is_not_given_waits_to_be_filled_in(topic: Path, new: Command, check: Check) -> None:
    """Each needed field is there, empty, below the line that leads to its schema; what the check will say is said."""
    status, printed, error = new("term", "lit-lamp", "--label", "Lit lamp")
    assert (status, error) == (0, "")
    assert (topic / "data" / "terms" / "lit-lamp.yml").read_text(encoding="utf-8") == (
        "# yaml-language-server: $schema=../schema/term.json\n"
        "topics: []\n"
        'access: ""\n'
        "citations:\n"
        '  - {source: "", locator: "", quote: {exact: ""}}\n'
        "label: Lit lamp\n"
        'definition: ""\n'
    )
    first, *problems, last = printed.splitlines()
    assert (first, last) == ("Wrote data/terms/lit-lamp.yml", f"Fill this in, then run: make check TOPIC={topic}")
    assert problems[-2:] == [
        "data/terms/lit-lamp.yml:7: definition: the text is empty [empty]",
        "    What it means, in our own words.",
    ]
    assert check(topic) == (1, "\n".join([*problems, "6 problems\n"]))


@pytest.mark.parametrize("kind", ["series", "number"])
def test_a_number_waits_for_its_value(topic: Path, new: Command, kind: str) -> None:
    """A number has a place for its value, and may be asked for as the guides call it."""
    status, printed, _ = new(kind, "lamps-lit")
    assert status == 0
    written = (topic / "data" / "series" / "lamps-lit.yml").read_text(encoding="utf-8")
    assert written.endswith('observations:\n  - {id: "", period: "", value: ""}\n')
    assert 'observations.0.value: "" is not a number [value]\n    write 52, "52.3" or "6.02e23"\n' in printed


def test_another_file_may_wait_to_be_filled_in(topic: Path, new: Command) -> None:
    """Several files can be begun; one that is there is not written again, and keeps every word."""
    assert new("term", "lit-lamp")[0] == 0
    assert new("series", "lit-lamps")[0] == 0
    assert new("question", "lamps-lit")[0] == 0
    file = topic / "data" / "terms" / "lit-lamp.yml"
    file.write_text("mine", encoding="utf-8")
    assert new("term", "lit-lamp") == (1, "", f"{file}: File exists\n")
    assert file.read_text(encoding="utf-8") == "mine"


def test_an_id_is_taken_while_another_file_waits(topic: Path, new: Command) -> None:
    """What is still to be filled in hides no id: not its own, nor those of records and of numbers beside it."""
    assert new("event", "first-draft")[0] == 0
    taken = {"ann-reed": "actor", "lamp-cost-total": "observation", "first-draft": "event"}
    for name, kind in taken.items():
        status, printed, error = new("term", name)
        assert (status, printed) == (2, "")
        assert error.endswith(f'the id "{name}" is taken ({kind}); ids are permanent, so choose another\n')
    (topic / "data" / "places").mkdir()
    assert new("term", "lit-lamp")[0] == 0


def test_without_an_id_and_a_title_one_is_asked_for(new: Command) -> None:
    """Where nothing that is given makes an id, the command says what to give, with status 2."""
    status, _, error = new("event")
    assert status == 2
    assert error.endswith("give an ID, or a title or another name to make it of; --help lists the fields\n")


def test_what_is_given_is_checked_first(topic: Path, new: Command) -> None:
    """Every mistake in a given field is named as the check names it, with the option, and nothing is written."""
    options = _options(topics="lamp", access="heard", label="lit\u200blamp", citations="[{")
    assert new("term", "lit-lamp", *options) == (
        1,
        (
            '--access: "heard" is not a choice [choice]\n'
            "    choose one of: read, reproduced, summarised, unconfirmed\n"
            "--citations: not valid YAML: did not find expected node content [syntax]\n"
            "    check indentation, quotes and colons on this line\n"
            "--label: an invisible character (U+200B) [invisible]\n"
            "    delete it\nNothing is written\n"
        ),
        "",
    )
    assert not (topic / "data" / "terms" / "lit-lamp.yml").exists()


@pytest.mark.parametrize("kind", ["source", "event", "statement", "series", "question", "correction"])
def test_help_describes_every_field(new: Command, kind: str) -> None:
    """The help of each kind has an option for every field, with its sentence."""
    status, printed, _ = new(kind, "--help")
    assert status == 0
    assert "What it is about, from the list in topic.yml." in " ".join(printed.split())


def test_an_unknown_kind_or_field_is_wrong_usage(new: Command) -> None:
    """A kind that does not exist ends the command with status 2 and the kinds there are; a field, with the nearest."""
    status, _, error = new("lamp")
    assert status == 2
    assert "invalid choice: 'lamp'" in error
    status, _, error = new("term", "lit-lamp", "--lable", "Lit lamp")
    assert status == 2
    assert error.endswith('no field --lable; did you mean "--label"?\n')
    status, _, error = new("statement", "lit-lamp", "--attributed_to", "{actor: ann-reed}")
    assert status == 2
    assert error.endswith('no field --attributed_to; did you mean "--attributed-to"?\n')


def test_an_option_that_is_given_twice_loses_nothing(topic: Path, new: Command) -> None:
    """A field of several values has all that are given, in their order; for one of a single value it is wrong usage."""
    more = '{source: gazette, locator: p2, quote: {exact: "a keeper"}}'
    given = [*_options(**TERM, aliases="lit lamps, burning lamp"), "--aliases", "[bright lamp]", "--citations", more]
    assert new("term", "lit-lamp", *given)[0] == 0
    written = (topic / "data" / "terms" / "lit-lamp.yml").read_text(encoding="utf-8")
    assert "aliases: [lit lamps, burning lamp, bright lamp]\n" in written
    assert written.index("locator: p1") < written.index("locator: p2")
    status, _, error = new("term", "dim-lamp", "--label", "Dim", "--label", "Dull")
    assert status == 2
    assert error.endswith("--label is given twice, and takes one value\n")
    assert not (topic / "data" / "terms" / "dim-lamp.yml").exists()
