"""Two stages never read one text differently: what a reader takes for the same words is the same words everywhere."""

import sys
from pathlib import Path

import pytest

from macros.load import load
from macros.model.words import ascii_punctuation, normalise
from macros.notation import figures
from macros.notation.strays import strays
from macros.render.mentions import Names
from tests.edits import append
from tests.factories import GOOD_TOPIC, ROOT
from tests.sites import Check

_WAYS = {" ": "\u00a0", "-": "\u2011", "'": "’"}
"""Characters, each with another that a reader takes for it."""


def _other(text: str) -> str:
    return "".join(_WAYS.get(char, char) for char in text)


def test_every_space_is_a_plain_one() -> None:
    """All characters that Unicode calls spaces become one, except ends of lines."""
    spaces = [char for char in map(chr, range(sys.maxunicode + 1)) if char.isspace() and char != "\n"]
    assert set(ascii_punctuation("".join(spaces))) == {" "}


def test_plain_text_is_as_long() -> None:
    """Places in plain text are places in what was written, its lines too."""
    text = "“Don’t”\n—\u00a05\u202f000\u2009‑ ́x"
    assert [
        char for char, other in zip(text, ascii_punctuation(text), strict=True) if char == "\n" or other == "\n"
    ] == ["\n"]


def test_what_nobody_sees_is_no_difference() -> None:
    """Invisible characters, and accents in either form, do not part equal words."""
    assert normalise("\u200bcafe\u0301\u00a0 —\n\u00adx") == "caf\u00e9 - x"


@pytest.mark.parametrize("text", ["5 million lamps", "between 2 and 3 million", "May 1", "2-million"])
def test_figures_are_found_in_every_spelling(text: str) -> None:
    """No-break spaces and hyphens in a figure are spaces and hyphens."""
    assert figures.stated(_other(text)) == figures.stated(text)
    assert [one.start for one in strays(_other(text), (), ())] == [one.start for one in strays(text, (), ())]


def test_names_are_found_in_every_spelling() -> None:
    """A statute is named with a no-break space too, and what is shown stays as it was written."""
    dataset = load(GOOD_TOPIC)
    citation = str(dataset.statutes["lights-act"].citation)
    assert " " in citation
    found = Names(dataset).segments(f"See {_other(citation)}—now.")
    assert [(one.text, one.record) for one in found] == [
        ("See ", ""),
        (_other(citation), "lights-act"),
        ("—now.", ""),
    ]


def test_quotations_are_found_in_every_spelling(topic: Path, check: Check) -> None:
    """A page may quote with other spaces than the fact, and over the end of a line."""
    quotes = [one.quote.exact for one in load(topic).events["lamp-lit"].citations if one.quote]
    words = next(one for one in quotes if one.count(" ") > 1)
    one, two, rest = words.split(" ", 2)
    append(topic / "docs" / "index.md", f"\nHe wrote “{one}\u00a0{two}\n{rest}”.\n")
    assert check(topic) == (0, "")


def test_no_other_module_normalises() -> None:
    """Only one module says which words are the same; others judge single characters or make names of files."""
    allowed = {"model/words.py", "yamlio/characters.py", "charts", "checks/charts.py", "render/jinja.py", "exports"} | {
        "checks/numbers.py",
        "load/docs.py",
        "views/alphabet.py",
        "language.py",
    }
    found = {
        file.relative_to(ROOT / "macros").as_posix()
        for file in (ROOT / "macros").rglob("*.py")
        if "import unicodedata" in file.read_text(encoding="utf-8")
    }
    assert {name for name in found if not name.startswith(tuple(allowed))} == set()
