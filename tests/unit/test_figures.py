"""A figure in prose is found, and lets itself be explained only by the very number or date that it says."""

import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.model import dates
from macros.model.words import blank
from macros.notation.strays import strays


def _strays(text: str, numbers: tuple[str, ...] = (), known: tuple[str, ...] = ()) -> list[str]:
    found = strays(text, map(Decimal, numbers), map(dates.parse, known))
    return [stray.words for stray in found]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("It cost 500 pounds.", "500"),
        ("There were 412,240 cases.", "412240"),
        ("The share was 52.3 percent.", "52.3"),
        ("It took 2 million dollars.", "2000000"),
        ("It took 2.5 million dollars.", "2500000"),
        ("A 4-million plan.", "4000000"),
        ("About 15 thousand came.", "15000"),
    ],
)
def test_a_figure_is_explained_by_its_number(text: str, number: str) -> None:
    """Thousands separators, decimals and words of scale do not hide which number is meant."""
    assert _strays(text, (number,)) == []
    assert len(_strays(text)) == 1


@pytest.mark.parametrize(
    ("text", "number", "stray"),
    [
        ("more than 500 pounds", "501", "500"),
        ("412,240 cases", "412", "412,240"),
        ("412,240 cases", "240", "412,240"),
        ("1,234.5 miles", "1234", "1,234.5"),
        ("52.3 percent", "52", "52.3"),
        ("5 million", "5000", "5 million"),
    ],
)
def test_a_near_number_explains_nothing(text: str, number: str, stray: str) -> None:
    """A figure that differs from the fact in any digit is reported as it was written."""
    assert _strays(text, (number,)) == [stray]


def test_the_scale_may_be_the_unit() -> None:
    """A fact of 4 in millions explains "4 million", as its unit says the rest."""
    assert _strays("4 million", ("4",)) == []


def test_a_comma_of_the_sentence_is_no_part_of_a_figure() -> None:
    """The comma after a figure neither changes its value nor is reported with it."""
    assert _strays("In 500, or so") == ["500"]
    assert _strays("In 500, or so", ("500",)) == []


def test_every_stray_is_reported_in_order() -> None:
    """Every unexplained figure is found, in the order in which a reader meets them."""
    assert _strays("From 12 to 7 and 30", ("7",)) == ["12", "30"]


def test_a_stray_says_where_it_starts() -> None:
    """The place of a stray is its offset in the text."""
    text = "It cost 500 pounds."
    (stray,) = strays(text, (), ())
    assert text[stray.start :].startswith("500 pounds")


def test_text_without_digits_has_no_strays() -> None:
    """Counts in words need no fact."""
    assert _strays("Five reports, two agencies, three days") == []


def test_a_range_shares_its_scale() -> None:
    """In "1 to 2 million" the first number is one million, and is explained as that."""
    assert _strays("1 to 2 million", ("1000000", "2000000")) == []
    assert _strays("$1 to $2 million", ("1000000", "2000000")) == []
    assert _strays("3 to 2 million", ("1000000", "2000000")) == ["3"]


@pytest.mark.parametrize(
    "text",
    [
        "on 11 April 2017",
        "on 11 April",
        "in April 2017",
        "in 2017",
        "the 2017 memo",
        "on 11 Apr. 2017",
        "on Apr 11, 2017",
        "on the 11th of April 2017",
        "on 2017-04-11",
    ],
)
def test_a_date_in_words_may_say_less_than_the_fact(text: str) -> None:
    """A day that is known explains itself, its month and its year."""
    assert _strays(text, known=("2017-04-11",)) == []


@pytest.mark.parametrize(
    ("text", "known", "stray"),
    [
        ("on 12 April 2017", "2017-04-11", ["12", "2017"]),
        ("on 11 May 2017", "2017-04-11", ["11", "2017"]),
        ("on 12 Apr. 2017", "2017-04-11", ["12", "2017"]),
        ("on 2017-04-12", "2017-04-11", ["2017", "04", "12"]),
        ("in April 2018", "2017-04-11", ["2018"]),
        ("in 2016", "2017-04-11", ["2016"]),
        ("on 11 April 2017", "2017-04", ["11", "2017"]),
        ("in April 2017", "2017", ["2017"]),
    ],
)
def test_a_date_in_words_may_not_say_more_than_the_fact(text: str, known: str, stray: list[str]) -> None:
    """A month does not explain a day of it, nor a year its month, nor any date its neighbour."""
    assert _strays(text, known=(known,)) == stray


@pytest.mark.parametrize("text", ["in 2005", "in 2015", "in May 2015"])
def test_a_span_explains_both_of_its_ends(text: str) -> None:
    """Either end of a span may be named alone."""
    assert _strays(text, known=("2005/2015-05",)) == []


def test_a_year_inside_a_span_is_not_known() -> None:
    """A span does not explain the years between its ends."""
    assert _strays("in 2010", known=("2005/2015",)) == ["2010"]


def test_an_open_span_explains_its_one_end() -> None:
    """A span with no stated end explains the year in which it starts."""
    assert _strays("since 2005", known=("2005/..",)) == []


def test_a_number_that_looks_like_a_year_is_explained_by_a_number() -> None:
    """2017 cases are explained by a fact of 2017 cases."""
    assert _strays("2017 cases", ("2017",)) == []


def test_blanking_keeps_places_and_lines() -> None:
    """Blanked text has the same length and the same lines, so that places in it stay true."""
    text = "a “12\n34” b 5"
    blanked = blank(text, [re.compile("“[^”]*”")])
    assert blanked == "a    \n    b 5"
    assert len(blanked) == len(text)


@given(st.integers(0, 10**12), st.sampled_from(["{:d}", "{:,d}"]))
def test_every_whole_number_is_read_as_its_value(value: int, form: str) -> None:
    """Any whole number, with or without separators, is explained by its value and by no other."""
    text = f"there are {form.format(value)} of them"
    assert _strays(text, (str(value),)) == []
    assert _strays(text, (str(value + 1),)) == [form.format(value)]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("It lasted from 3 to 7 May 2021.", "2021-05-03/2021-05-07"),
        ("It lasted from May 3–7, 2021.", "2021-05-03/2021-05-07"),
        ("On 12 or 13 October 2020.", "[2020-10-12..2020-10-13]"),
        ("Between 750 and 700 BCE.", "-0749/-0699"),
        ("In 50–41 BCE.", "-004X"),
        ("Before 10 000 BCE.", "../-9999"),
        ("In 2014–2020.", "2014/2020"),
    ],
)
def test_a_span_may_be_told_as_the_site_tells_it(text: str, date: str) -> None:
    """The first of two days or years that share a month or an era is part of a known date; another one is not."""
    assert _strays(text, known=(date,)) == []
    assert _strays(text, known=("1066",))


@pytest.mark.parametrize(
    "text",
    [
        *("Nach Artikel 5 Absatz 1", "§ 324 Abs. 1", "um 14.20 Uhr", "um 14 Uhr", "Under Article 5, paragraph 1"),
        *("Under Art. 7(2), in pounds", "On page 7", "Nr. 166/2006", "Under subsection 1"),
    ],
)
def test_parts_of_laws_and_hours_are_no_figures(text: str) -> None:
    """A place in a law and a time of day need no fact."""
    assert strays(text, (), (), "de") == []


def test_a_night_has_two_days() -> None:
    """Of two days that share a month, each is a known date or none, in German too."""
    night = dates.parse("2023-08-07/2023-08-08")
    assert strays("In der Nacht vom 7. auf den 8. August 2023", (), [night], "de") == []
    assert [one.words for one in strays("In der Nacht vom 6. auf den 8. August", (), [night], "de")] == ["6"]
