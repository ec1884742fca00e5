"""Numbers and money read as the language of the site writes them, and lose nothing."""

import re
from decimal import Decimal

import pytest

from macros import language, phrase
from macros.charts.axes import _label
from macros.checks.finding import Finding
from macros.checks.numbers import money_has_a_code
from macros.model import Observation, Series, Topic, amounts
from tests.factories import dataset, make


@pytest.mark.parametrize(
    ("value", "unit", "words"),
    [
        ("1400000000", "", "1.4 billion"),
        ("12200000", "EUR", "€12.2 million"),
        ("85.5", "GBP", "£85.50"),
        ("5000", "USD", "$5,000"),
        ("500", "CHF", "CHF\u00a0500"),
        ("-40", "percent", "−40%"),
        ("52.30", "percent", "52.30%"),
        ("6.02214076e23", "", "6.02214076 × 10²³"),
        ("602214076000000000000000", "", "6.02214076 × 10²³"),
        ("6.62607015e-34", "", "6.62607015 × 10⁻³⁴"),
        ("0.45359237", "", "0.45359237"),
        ("0", "", "0"),
    ],
)
def test_a_number_in_english(value: str, unit: str, words: str) -> None:
    """Money has its sign, a very large or small number is a power of ten, and no digit is lost."""
    assert phrase.format_number(Decimal(value), unit) == words


@pytest.mark.parametrize(
    ("language", "words"),
    [("de", "1,4 Milliarden\u00a0€"), ("fr", "1,4 milliard\u00a0€"), ("es", "1,4 mil millones\u00a0€")],
)
def test_a_number_in_another_language(language: str, words: str) -> None:
    """Separators, words and the side of the sign are those of the language."""
    assert amounts.format_number(Decimal(1_400_000_000), "EUR", language) == words


@pytest.mark.parametrize("tag", ["he", "ar", "fa", "ur", "ps", "yi", "ar-EG"])
@pytest.mark.parametrize(
    ("value", "unit"), [("-12.5", ""), ("-12.5", "percent"), ("-3200000", ""), ("-1234.5", "ILS"), ("-3.2e20", "")]
)
def test_a_minus_sign_stands_before_its_number(tag: str, value: str, unit: str) -> None:
    """From right to left too: a mark of direction is right before the sign, and none but a currency's right behind."""
    words = amounts.format_number(Decimal(value), unit, tag)
    assert re.search("\u200e−(?![\u200f\u061c])", words)
    assert "-" not in words
    assert "\u200e" not in amounts.format_number(Decimal(value), unit, "en")


@pytest.mark.parametrize(
    ("tag", "unit", "words"),
    [
        ("en", "USD", "−$5"),
        ("de", "EUR", "−5\u00a0€"),
        ("nl", "EUR", "€\u00a0−5"),
        ("tr", "percent", "−%5"),
        ("he", "ILS", "\u200f\u200e−5\u00a0\u200f₪"),
    ],
)
def test_a_negative_sum_is_written_as_in_its_language(tag: str, unit: str, words: str) -> None:
    """The sign stands before the amount or before its unit, as the CLDR has it."""
    assert amounts.format_number(Decimal(-5), unit, tag) == words


def test_a_mark_of_direction_is_no_letter() -> None:
    """A negative number is not isolated as words of another direction are."""
    try:
        language.use("he")
        assert not language.crosses("\u200e−12.5 מעלות")
        assert language.crosses("12.5 m")
    finally:
        language.use("en")


@pytest.mark.parametrize(
    ("tag", "value", "words"),
    [
        *(("en", "1", "1 ship"), ("en", "-1", "−1 ship"), ("en", "1.0", "1.0 ships"), ("en", "0", "0 ships")),
        *(("fr", "0", "0 ship"), ("fr", "1.5", "1,5 ship"), ("fr", "2", "2 ships")),
    ],
)
def test_one_has_its_own_unit(tag: str, value: str, words: str) -> None:
    """A number that a language has with the singular of a noun has the unit of one."""
    observation = make(Observation, value=value)
    try:
        language.use(tag)
        assert phrase.named(observation, make(Series, unit="ships", unit_of_one="ship")) == words
        assert phrase.unit_of(observation, make(Series, unit="sheep")) == "sheep"
    finally:
        language.use("en")


def test_money_is_not_named_twice() -> None:
    """A number of a currency has its sign and no unit behind it; what is counted has its unit."""
    fee = make(Observation, value="85.50")
    assert phrase.full(fee, make(Series, unit="GBP")) == phrase.named(fee, make(Series, unit="GBP")) == "£85.50"
    assert phrase.named(fee, make(Series, unit="percent")) == "85.50 percent"
    assert phrase.full(fee, make(Series)) == "85.50 lamps"
    assert phrase.unit_name("GBP") == "British pounds"


@pytest.mark.parametrize(
    ("unit", "code"),
    [
        ("million €", "such as EUR"),
        ("euros", "EUR"),
        ("million US dollars", "USD"),
        ("dollars", "such as USD"),
        ("Milliarden Euro", "EUR"),
        ("Mio. Schweizer Franken", "CHF"),
    ],
)
def test_a_unit_that_is_money_is_refused(unit: str, code: str) -> None:
    """Numbers of money stand in full under the code of their currency, so that they can be compared."""
    found = _found(unit)
    assert [(one.path, one.message) for one in found] == [(("unit",), f'"{unit}" is money')]
    assert found[0].remedy == f"write the code of the currency, {code}, and the numbers in full"


def test_other_units_are_not_money() -> None:
    """The code itself is right, and so is what has a name alike: pounds of coal, a gold medal, a mark at school."""
    for unit in ("EUR", "XAF", "pounds", "gold", "marks", "people", "percent", "thousand tonnes"):
        assert not _found(unit), unit


def _found(unit: str) -> list[Finding]:
    """Return what is wrong with a unit on a site in German."""
    topic = make(Topic, language="de")
    return list(money_has_a_code(dataset(topic=topic, series={"fee": make(Series, unit=unit)})))


def test_a_language_joins_two_years_in_its_way() -> None:
    """German writes 2018/19; so do a label on an axis, and a number."""
    words = 'msgid ""\nmsgstr ""\n\nmsgid "%(year)s–%(next)s"\nmsgstr "%(year)s/%(next)s"\n'
    language.use("de", {"de": words.encode()})
    series = make(Series, period_kind="calendar year", year_starts=7)
    told, label = phrase.period(make(Observation, period="1999"), series), _label("year", runs_on=True)
    language.use("en")
    assert told == "1999/00"
    assert label == '''"" + utcyear(datum.value) + "/" + slice('' + (utcyear(datum.value) + 1), -2) + ""'''


@pytest.mark.parametrize(
    ("kind", "starts", "words"),
    [
        ("fiscal year", None, "fiscal 2018"),
        ("fiscal year", 4, "fiscal year 2018–19"),
        ("school year", 9, "school year 2018–19"),
        ("calendar year", None, "2018"),
        ("calendar year", 7, "2018–19"),
    ],
)
def test_a_year_is_told_by_its_start(kind: str, starts: int | None, words: str) -> None:
    """A year that runs from one calendar year into the next is named by both; any other as its source names it."""
    series = make(Series, period_kind=kind, year_starts=starts)
    assert phrase.period(make(Observation, period="2018"), series) == words
