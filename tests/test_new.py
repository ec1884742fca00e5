"""The command that writes the file of a new record: by options, by questions, and what it refuses."""

import sys
from pathlib import Path

import pytest

from scripts.new import main
from tests.sites import Check, Command

CITATIONS = '[{source: gazette, locator: p1, quote: {exact: "was lit on Wednesday"}}]'
TERM = {
    "topics": "lamp",
    "certainty": "read",
    "citations": CITATIONS,
    "label": "Lit lamp",
    "definition": "A lamp that burns.",
}


def _options(**fields: str) -> list[str]:
    return [word for name, value in fields.items() for word in (f"--{name.replace('_', '-')}", value)]


@pytest.fixture
def new(topic: Path, command: Command, monkeypatch: pytest.MonkeyPatch) -> Command:
    """Return a function that runs the command on the topic; ``answers`` are typed at a terminal."""

    def run(*arguments: str, answers: tuple[str, ...] | None = None) -> tuple[int, str, str]:
        typed = iter(answers or ())

        def answer(prompt: str = "") -> str:
            print(prompt)  # noqa: T201 - as a terminal shows it
            try:
                return next(typed)
            except StopIteration:
                raise EOFError from None

        monkeypatch.setattr("builtins.input", answer)
        monkeypatch.setattr(sys.stdin, "isatty", lambda: answers is not None, raising=False)
        return command(main, "--topic", topic, *arguments)

    return run


def test_options_make_a_file_in_canonical_form(topic: Path, new: Command, check: Check) -> None:
    """With every needed field the file is written in silence, in canonical form, and passes the check."""
    assert new("term", "lit-lamp", *_options(**TERM, aliases="lit lamps, burning lamp")) == (0, "", "")
    assert (topic / "data" / "terms" / "lit-lamp.yml").read_text(encoding="utf-8") == (
        "# yaml-language-server: $schema=../schema/term.json\n"
        "topics: [lamp]\n"
        "certainty: read\n"
        "citations:\n"
        '  - {source: gazette, locator: p1, quote: {exact: "was lit on Wednesday"}}\n'
        "label: Lit lamp\n"
        "aliases: [lit lamps, burning lamp]\n"
        "definition: |-\n"
        "  A lamp that burns.\n"
    )
    assert check(topic) == (0, "")


def test_without_an_id_the_title_makes_one(topic: Path, new: Command) -> None:
    """The first words of what the record is called become its name, without accents and marks."""
    assert new("term", *_options(**TERM | {"label": "Lampe à pétrole, “lit”"})) == (0, "", "")
    assert (topic / "data" / "terms" / "lampe-a-petrole-lit.yml").is_file()


@pytest.mark.parametrize(
    ("record_id", "said"),
    [
        ("lamp-lit", 'the id "lamp-lit" is taken (event); ids are permanent, so choose another'),
        ("lamp-cost-total", 'the id "lamp-cost-total" is taken (observation); ids are permanent, so choose another'),
        ("lamp", 'the id "lamp" is taken (topic); ids are permanent, so choose another'),
        ("old-lamp", 'the id "old-lamp" is taken (renamed); ids are permanent, so choose another'),
        ("Lit Lamp", '"Lit Lamp" is no id: give lower-case words and numbers joined by hyphens, such as first-report'),
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


def test_without_an_id_and_a_title_one_is_asked_for(new: Command) -> None:
    """Where nothing that is given makes an id, the command says what to give, with status 2."""
    status, _, error = new("event")
    assert status == 2
    assert error.endswith("give an ID, or a title or another name to make it of; --help lists the fields\n")


def test_what_is_missing_is_said_and_nothing_is_written(topic: Path, new: Command) -> None:
    """Without a terminal nothing is asked: every mistake is named as the check names it."""
    options = _options(topics="lamp", certainty="heard", label="Lit lamp", citations="[{")
    assert new("term", "lit-lamp", *options) == (
        1,
        (
            "data/terms/lit-lamp.yml:1: citations: not valid YAML: did not find expected node content [syntax]\n"
            "    check indentation, quotes and colons on this line\n1 problem\n"
        ),
        "",
    )
    options = _options(topics="lamp", certainty="heard", label="Lit lamp")
    assert new("term", "lit-lamp", *options) == (
        1,
        (
            'data/terms/lit-lamp.yml:1: certainty: "heard" is not a choice [choice]\n'
            "    choose one of: read, reproduced, summarised, unconfirmed\n"
            "data/terms/lit-lamp.yml:1: definition: the field is missing [missing]\n"
            "    What it means, in our own words.\n2 problems\n"
        ),
        "",
    )
    assert not (topic / "data" / "terms" / "lit-lamp.yml").exists()


def test_a_file_that_breaks_a_rule_is_written_and_its_problems_said(topic: Path, new: Command) -> None:
    """What only the whole data can tell, such as an unknown id, is reported with the place in the new file."""
    wrong = CITATIONS.replace("gazette", "gazete")
    assert new("term", "lit-lamp", *_options(**TERM | {"citations": wrong})) == (
        1,
        (
            'data/terms/lit-lamp.yml:5: citations.0.source: no source "gazete" [unknown-id]\n'
            '    did you mean "gazette"?\n1 problem\n'
        ),
        "",
    )
    assert (topic / "data" / "terms" / "lit-lamp.yml").is_file()


def test_problems_that_were_there_before_are_not_repeated(topic: Path, new: Command) -> None:
    """Facts can be added while a new source still has paragraphs that nothing cites."""
    source = topic / "data" / "sources" / "gazette.yml"
    text = source.read_text(encoding="utf-8")
    source.write_text(text[: text.index("uncited:")], encoding="utf-8")
    assert new("term", "lit-lamp", *_options(**TERM)) == (0, "", "")


def test_data_that_cannot_be_read_comes_first(topic: Path, new: Command) -> None:
    """While a file breaks the model, its problems are reported and nothing is written."""
    (topic / "data" / "terms" / "keeper.yml").write_text("label: no\n", encoding="utf-8")
    status, printed, error = new("term", "lit-lamp", *_options(**TERM))
    assert (status, error) == (1, "Nothing was written: mend first what is there\n")
    assert printed.startswith("data/terms/keeper.yml:1: label: ")
    assert not (topic / "data" / "terms" / "lit-lamp.yml").exists()


def test_text_that_nobody_can_see_is_refused(topic: Path, new: Command) -> None:
    """An option with an invisible character writes no file."""
    status, printed, _ = new("term", "lit-lamp", *_options(**TERM | {"label": "lit\u200blamp"}))
    assert status == 1
    assert "an invisible character (U+200B) [invisible]" in printed
    assert not (topic / "data" / "terms" / "lit-lamp.yml").exists()


def test_a_terminal_is_asked_until_the_answers_fit(topic: Path, new: Command) -> None:
    """Needed fields are asked for with what they mean and which ids there are; a wrong answer is asked for again."""
    answers = ("lmap", "lamp", "heard", "read", CITATIONS, "Lit lamp", "A lamp.", "It burns.", "", "lamp-lit", "")
    status, printed, _ = new("term", answers=answers)
    assert status == 0
    assert "topics: What it is about, from the list in topic.yml. Takes list: a topic listed in topic.yml." in printed
    assert "    known: cost, lamp\n" in printed
    assert 'no such id "lmap"; did you mean "lamp"?' in printed
    assert '"heard" is not a choice; choose one of: read, reproduced, summarised, unconfirmed' in printed
    assert 'the id "lamp-lit" is taken (event)' in printed
    text = (topic / "data" / "terms" / "lit-lamp.yml").read_text(encoding="utf-8")
    assert text.endswith("label: Lit lamp\ndefinition: |-\n  A lamp.\n  It burns.\n")


def test_a_terminal_is_told_what_the_whole_record_needs(topic: Path, new: Command) -> None:
    """Where fields need each other, the editor is asked which of them to give."""
    fields = {"topics": "lamp", "certainty": "read", "title": "A letter", "publisher": "Ann Reed", "kind": "report"}
    fields |= {"interest": "party", "independence": "reed", "accessed": "1901-06-01"}
    answers = ("", "unverifable", "unverifiable", "It was read on paper")
    status, printed, _ = new("source", "letter", *_options(**fields), answers=answers)
    assert status == 0
    assert "give either 'text', or 'unverifiable' with the reason why there is none" in printed
    assert 'did you mean "unverifiable"?' in printed
    text = (topic / "data" / "sources" / "letter.yml").read_text(encoding="utf-8")
    assert text.endswith("unverifiable: It was read on paper\n")


def test_leaving_writes_nothing(topic: Path, new: Command) -> None:
    """The end of input at a question leaves the data as it was."""
    before = sorted(topic.rglob("*"))
    status, _, error = new("term", "lit-lamp", answers=("lamp",))
    assert (status, error) == (1, "\nNothing was written\n")
    assert sorted(topic.rglob("*")) == before


@pytest.mark.parametrize("kind", ["source", "event", "statement", "series", "claim", "correction"])
def test_help_describes_every_field(new: Command, kind: str) -> None:
    """The help of each kind has an option for every field, with its sentence."""
    status, printed, _ = new(kind, "--help")
    assert status == 0
    assert "What it is about, from the list in topic.yml." in " ".join(printed.split())


def test_an_unknown_kind_is_wrong_usage(new: Command) -> None:
    """A kind that does not exist ends the command with status 2 and the kinds there are."""
    status, _, error = new("lamp")
    assert status == 2
    assert "invalid choice: 'lamp'" in error
