"""The text of a law is divided by the designators that it prints, however it is laid out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.checks.designators import passages

_INDENTED = """§ 7. Lamps

    (a) Duty

        (1) Whoever keeps a lamp shall—

            (A) light it at dusk; and

            (B) in the case of—

                (i) fog, sound a horn; or

                (ii) ice, ring a bell,

            and write it down.

        (2) The keeper may rest.

    (b) Penalty

        A keeper who fails is fined not more than $5.

(May 1, 1901, ch. 7.)
"""
_ON_LINES_OF_THEIR_OWN = "§ 7.\nLamps\n(a)\nDuty\n(1)\n(A)\nlight it\n(B)\nwrite it down\n(2)\nrest\n(b)\nPenalty\n"
_ORDER = "Section 1. Purpose. Lamps burn.\nSec. 2. Duties. (a) The keeper\n(b) The helper\nSec. 10. Costs."
_SECTION = "Act § 7"
_NOTES = _INDENTED.split("\n").index("(May 1, 1901, ch. 7.)") + 1


def _first_words(text: str, section: str | None = None) -> dict[str, str]:
    return {locator: " ".join(passage.split()[:4]) for locator, passage in passages(text, section).items()}


def test_an_indented_law() -> None:
    """Each designator has its own words and those inside it; the words after a list belong to what holds the list."""
    found = {locator: " ".join(text.split()) for locator, text in passages(_INDENTED, _SECTION, _NOTES).items()}
    assert found["Act § 7(a)(1)(A)"] == "(A) light it at dusk; and"
    assert found["Act § 7(a)(1)(B)(ii)"] == "(ii) ice, ring a bell, and write it down."
    assert found["Act § 7(a)(1)"].endswith("and write it down.")
    assert found["Act § 7(b)"] == "(b) Penalty A keeper who fails is fined not more than $5."
    assert found["Act § 7 note"] == "(May 1, 1901, ch. 7.)"
    assert "1901" not in found["Act § 7"]


def test_a_law_with_designators_on_lines_of_their_own() -> None:
    """A designator may stand alone in its line."""
    assert list(passages(_ON_LINES_OF_THEIR_OWN, _SECTION)) == [
        *("Act § 7", "Act § 7(a)", "Act § 7(a)(1)", "Act § 7(a)(1)(A)", "Act § 7(a)(1)(B)"),
        *("Act § 7(a)(2)", "Act § 7(b)"),
    ]


def test_double_letters_are_a_level_of_their_own() -> None:
    """(cc) stands beside (aa), not within it, where (bb) was repealed."""
    assert list(passages("§ 7.\n(a)\n(1)\n(aa)\ndim\n(cc)\nout\n(2)\nrest\n", _SECTION)) == [
        *("Act § 7", "Act § 7(a)", "Act § 7(a)(1)", "Act § 7(a)(1)(aa)", "Act § 7(a)(1)(cc)", "Act § 7(a)(2)")
    ]


def test_an_order_prints_its_own_sections() -> None:
    """Sections are told apart by their headings, whose first paragraph may stand in the same line."""
    assert _first_words(_ORDER) == {
        "Sec. 1": "Section 1. Purpose. Lamps",
        "Sec. 2": "Sec. 2. Duties. (a)",
        "Sec. 2(a)": "(a) The keeper",
        "Sec. 2(b)": "(b) The helper",
        "Sec. 10": "Sec. 10. Costs.",
    }


def test_articles_of_treaties_and_sections_of_german_acts() -> None:
    """Paragraphs of an article are numbered 1. and 2., those of a section (1) and (2); a title may follow either."""
    treaty = "Article 4\nReduced rates\n1. Member States may\n2.\u00a0\u00a0Rates shall:\n(a) not\n(b) be\n"
    treaty += "Article 5 Beer\n1. It is"
    assert _first_words(treaty) == {
        "Art. 4": "Article 4 Reduced rates",
        "Art. 4(1)": "1. Member States may",
        "Art. 4(2)": "2. Rates shall: (a)",
        "Art. 4(2)(a)": "(a) not",
        "Art. 4(2)(b)": "(b) be",
        "Art. 5": "Article 5 Beer 1.",
        "Art. 5(1)": "1. It is",
    }
    act = "§ 9 Übrige Stoffe\n(1) Zur Bereitung\n§ 9 Absatz 1 gilt nicht, wenn es regnet.\nArtikel 2\n(1) Es gilt"
    assert list(_first_words(act)) == ["§ 9", "§ 9(1)", "Artikel 2", "Artikel 2(1)"]
    assert list(_first_words("Section 1. Lists.\n1. A list\n2. is no paragraph")) == ["Sec. 1"]


def test_articles_and_paragraphs_with_ordinal_numbers() -> None:
    """Brazil counts articles, and their paragraphs, as 1º and 2º, and goes on without a full stop; France has 1er."""
    law = "Art. 1º Nas noites de geada:\nArt. 5º da lei antiga\n§ 1º Quem não acender\n§ 2º - Em caso\nArt. 10. A lei"
    assert _first_words(law) == {
        "Art. 1": "Art. 1º Nas noites",
        "Art. 1(1)": "§ 1º Quem não",
        "Art. 1(2)": "§ 2º - Em",
        "Art. 10": "Art. 10. A lei",
    }
    assert list(_first_words("Article 1er\nLe phare\nArticle 2\nLe gardien")) == ["Art. 1", "Art. 2"]


@pytest.mark.parametrize(
    ("designators", "last"),
    [
        (("a", "h", "i"), "(i)"),
        (("a", "1", "A", "i", "ii"), "(a)(1)(A)(ii)"),
        (("h", "1", "A", "i"), "(h)(1)(A)(i)"),
        (("a", "1", "A", "i", "I", "aa", "bb"), "(a)(1)(A)(i)(I)(bb)"),
        (("y", "z", "aa", "bb"), "(bb)"),
        (("a", "1", "A", "iv", "v", "B"), "(a)(1)(B)"),
        (("a", "c"), "(c)"),
    ],
)
def test_which_level_a_designator_is_of(designators: tuple[str, ...], last: str) -> None:
    """A designator follows one of those before it, even with a gap, or else opens a level; (i) may be both."""
    text = "\n".join(f"({name}) words {place}" for place, name in enumerate(designators))
    found = passages(text, "§")
    assert found[f"§{last}"].startswith(f"({designators[-1]}) words {len(designators) - 1}")


@given(st.text("(aiv1A) \n", max_size=60))
def test_any_text_is_divided(text: str) -> None:
    """No text is too odd, and every passage consists of lines of the text."""
    for passage in passages(text, "§").values():
        assert set(passage.split()) <= set(text.split())


def test_how_far_a_line_is_indented_tells_its_level() -> None:
    """A small letter far inside is not the sibling of the one that opens the section."""
    lines = ("(a) Duty", "  (1) against—", "    (a) wind; or", "    (b) rain;", "  (2) at night.", "(b) Rest")
    text = "\n".join(lines).replace("  ", "    ")
    assert list(passages(text, "§")) == ["§", "§(a)", "§(a)(1)", "§(a)(1)(a)", "§(a)(1)(b)", "§(a)(2)", "§(b)"]


def test_a_designator_that_stands_twice_is_one_passage() -> None:
    """Where a law has two paragraphs (c), the locator is that of both."""
    assert passages("(b) One\n(c) Two\n(1) of two\n(c) Three\n", "§")["§(c)"].strip() == "(c) Two (1) of two (c) Three"
