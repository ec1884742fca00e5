"""A number is compared with the words that are quoted for it, in the languages whose words are read."""
# ruff: noqa: RUF001 - letters of other scripts

from dataclasses import replace

import pytest

from macros.checks.finding import Finding
from macros.checks.quoted import quoted_figures_hold_the_number
from macros.checks.quotedpenalties import quoted_words_hold_the_penalty
from macros.model import Series, Source, Statute
from tests.factories import dataset, make


def _found(language: str, words: str, value: str, **more: str) -> list[Finding]:
    """Return what the rule finds in a number that quotes these words; a value may be a range: 2..3."""
    low, _, high = value.partition("..")
    unit, period = more.pop("unit", "lamps"), more.pop("period", "1901")
    given = {"low": low, "high": high} if high else {"value": value}
    citation = {"source": "gazette", "locator": "p1", "quote": {"exact": words}}
    limits = {"minimum": "-1e30", "maximum": "1e30"}
    number = {"id": "many", "period": period, "citations": [citation], **given, **more}
    told = dataset(series={"lamps": make(Series, unit=unit, limits=limits, observations=[number])})
    return list(quoted_figures_hold_the_number(replace(told, sources={"gazette": make(Source, language=language)})))


@pytest.mark.parametrize(
    ("language", "words", "right", "wrong"),
    [
        ("en", "it cost $2.5M", "2500000", "2.5"),
        ("en", "it cost $2.5 M", "2500000", "2.5"),
        ("en", "£1.4 m of aid", "1400000", "1.4"),
        ("en", "it cost $40k", "40000", "40"),
        ("en", "£5 T-shirts", "5", "5000000000000"),
        ("en", "a wall 5 m high", "5", "50"),
        ("en", "EUR 4.2bn", "4200000000", "4.2"),
        ("en", "from $2 to $3 million", "2000000..3000000", "2"),
        ("en", "18.5 milliards of water", "18500000000", "18.5"),
        ("en", "5 lakh lamps", "500000", "5"),
        ("fr", "2,5 M€", "2500000", "2.5"),
        ("fr", "2,5 M €", "2500000", "2.5"),
        ("fr", "40 k€", "40000", "40"),
        ("fr", "3 Mds d'euros", "3000000000", "3"),
        ("es", "costó 2,5 M€", "2500000", "2.5"),
        ("es", "2,5 mill. de euros", "2500000", "2.5"),
        ("es", "3 mil millones", "3000000000", "3000"),
        ("de", "2,5 Mio. €", "2500000", "2.5"),
        ("de", "300 TEUR", "300000", "300"),
        ("pt", "2,5 mil milhões de euros", "2500000000", "2500"),
        ("pt", "R$ 5 mi", "5000000", "5"),
        ("zh", "3亿人口", "300000000", "3"),
    ],
)
def test_a_word_of_scale_belongs_to_its_number(language: str, words: str, right: str, wrong: str) -> None:
    """A number is given in full; a short word of scale beside money is no unit."""
    assert not _found(language, words, right)
    assert [one.rule for one in _found(language, words, wrong)] == ["quoted-figure"]


@pytest.mark.parametrize(
    ("language", "words", "right", "wrong"),
    [
        ("en", "One and a half million", "1500000", "1000000"),
        ("en", "two million and a half", "2500000", "2000000"),
        ("en", "half a million", "500000", "1000000"),
        ("en", "a half-million", "500000", "1000000"),
        ("en", "two and a half years", "2.5", "2"),
        ("en", "2½ lamps", "2.5", "2"),
        ("en", "½ a lamp", "0.5", "2"),
        ("en", "1 1/2 lamps", "1.5", "2"),
        ("en", "one point five million", "1500000", "1000000"),
        ("fr", "un million et demi", "1500000", "1000000"),
        ("fr", "2 millions et demi", "2500000", "2000000"),
        ("fr", "un demi-million", "500000", "1000000"),
        ("fr", "trois ans et demi", "3.5", "3"),
        ("es", "medio millón", "500000", "1000000"),
        ("es", "un millón y medio", "1500000", "1000000"),
        ("es", "tres años y medio.", "3.5", "3"),
        ("pt", "um milhão e meio", "1500000", "1000000"),
        ("it", "mezzo miliardo", "500000000", "1000000000"),
        ("de", "zweieinhalb Millionen", "2500000", "1000000"),
        ("de", "eine halbe Million", "500000", "1000000"),
        ("ar", "مليون ونصف المليون شخص", "1500000", "1000000"),
        ("ar", "مليونين ونصف", "2500000", "2000000"),
        ("ar", "٣ ملايين ونصف", "3500000", "3000000"),
        ("ar", "نصف مليون شخص", "500000", "1000000"),
    ],
)
def test_a_half_is_part_of_its_number(language: str, words: str, right: str, wrong: str) -> None:
    """Halves in words and signs are read with their number and its scale."""
    assert not _found(language, words, right)
    assert [one.rule for one in _found(language, words, wrong)] == ["quoted-figure"]


@pytest.mark.parametrize(
    ("language", "words", "value"),
    [
        ("ar", "٢٠٠ ألف ونصف مليون", "200000"),
        ("ar", "مئة مليون ونصف", "100500000"),
        ("es", "entre 200.000 y medio millón", "200000"),
        ("en", "the second half, 1000000 lamps", "1000000"),
        ("en", "half of 3 million", "3000000"),
    ],
)
def test_a_half_that_may_be_of_another_number_is_left(language: str, words: str, value: str) -> None:
    """Where it is not certain what a half belongs to, the number is no mistake."""
    assert not _found(language, words, value)


@pytest.mark.parametrize(
    ("language", "words", "value"),
    [
        ("en", "it was minus 4.5", "-4.5"),
        ("en", "minus four degrees", "-4"),
        ("en", "4.5 degrees below zero", "-4.5"),
        ("en", "negative 40 degrees", "-40"),
        ("fr", "il fit moins 4,5 degrés", "-4.5"),
        ("fr", "4,5 °C sous zéro", "-4.5"),
        ("es", "menos 4,5 grados", "-4.5"),
        ("es", "4,5 grados bajo cero", "-4.5"),
        ("es", "cuatro grados bajo cero", "-4"),
        ("ar", "٥ درجات مئوية تحت الصفر", "-5"),
        ("ar", "ناقص ٥ درجات", "-5"),
        ("de", "minus 5 Grad", "-5"),
        ("de", "5 Grad unter Null", "-5"),
    ],
)
def test_a_minus_sign_in_words_is_one(language: str, words: str, value: str) -> None:
    """Words for the minus sign, before a number or behind its degrees, are read as the sign."""
    assert not _found(language, words, value)
    assert [one.rule for one in _found(language, words, value.removeprefix("-"))] == ["quoted-figure"]


@pytest.mark.parametrize(
    ("language", "words", "value"),
    [
        ("en", "10 minus 4 lamps", "4"),
        ("en", "40 lamps fewer", "-40"),
        ("en", "30 days below zero", "30"),
        ("en", "tested negative 40 times", "40"),
        ("fr", "du moins 4 lampes", "4"),
        ("es", "todos menos tres faros", "3"),
    ],
)
def test_words_that_may_be_no_minus_sign_are_left(language: str, words: str, value: str) -> None:
    """All minus three are three."""
    assert not _found(language, words, value)


@pytest.mark.parametrize(
    ("language", "words", "qualifier"),
    [
        ("en", "at most 500", "up to"),
        ("en", "not exceeding 500", "up to"),
        ("en", "an estimated 500", "about"),
        ("en", "upwards of 500", "more than"),
        ("en", "in excess of 500", "more than"),
        ("en", "close to 500", "nearly"),
        ("en", "just under 500", "nearly"),
        ("en", "just under 500", "under"),
        ("en", "at least an estimated 500", "at least"),
        ("en", "at least an estimated 500", "about"),
        ("en", "just over 500", "more than"),
        ("en", "500 or more lamps", "at least"),
        ("en", "500 lamps or more", "at least"),
        ("en", "500 or so", "about"),
        ("en", "500+ lamps", "at least"),
        ("en", "500+ lamps", "more than"),
        ("en", "~500", "about"),
        ("en", ">500", "more than"),
        ("en", "≥ 500", "at least"),
        ("en", "< 500", "under"),
        ("en", "≤500", "up to"),
        ("es", "más o menos 500", "about"),
        ("es", "cuando menos 500", "at least"),
        ("es", "como mucho 500", "up to"),
        ("es", "500 o más faros", "at least"),
        ("es", "500 como máximo", "up to"),
        ("es", "poco menos de 500", "nearly"),
        ("fr", "aux alentours de 500", "about"),
        ("fr", "500 environ", "about"),
        ("fr", "500 lampes ou plus.", "at least"),
        ("fr", "500 au maximum", "up to"),
        ("fr", "dépassant 500", "more than"),
        ("ar", "تقريبا ٥٠٠", "about"),
        ("ar", "٥٠٠ شخص تقريبًا", "about"),
        ("ar", "وحوالي ٥٠٠", "about"),
        ("ar", "٥٠٠ على الأقل", "at least"),
        ("ar", "لا تتجاوز ٥٠٠", "up to"),
        ("ar", "٥٠٠ أو أكثر", "at least"),
    ],
)
def test_a_qualifier_before_or_behind_a_number_is_kept(language: str, words: str, qualifier: str) -> None:
    """A number of which the words give a bound or a rounding is not exact."""
    assert not _found(language, words, "500", qualifier=qualifier)
    assert [one.rule for one in _found(language, words, "500")] == ["quoted-qualifier"]


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "-> 500 lamps"),
        ("en", "500 people at least tried"),
        ("en", "500 or more than that"),
        ("fr", "500 lampes au plus tard"),
        ("es", "el 500 o más tarde"),
        ("en", "500 lamps, more than 7 of them red"),
    ],
)
def test_words_that_may_be_no_qualifier_are_left(language: str, words: str) -> None:
    """Words beside a number that tell of something else do not qualify it."""
    assert not _found(language, words, "500")


@pytest.mark.parametrize(
    ("language", "words", "unit", "other"),
    [
        ("en", "£4.2bn", "GBP", "EUR"),
        ("en", "EUR 4.2bn", "EUR", "GBP"),
        ("en", "4.2 billion US dollars", "USD", "GBP"),
        ("en", "4.2 billion euros", "EUR", "USD"),
        ("en", "US$4.2bn", "USD", "CAD"),
        ("en", "$4.2bn", "CAD", "EUR"),
        ("en", "$4.2bn", "MXN", "JPY"),
        ("es", "4,2 mil millones de dólares", "USD", "EUR"),
        ("es", "4,2 mil M€", "EUR", "USD"),
        ("fr", "4,2 milliards d’euros", "EUR", "USD"),
        ("fr", "4,2 Md€", "EUR", "GBP"),
        ("fr", "4,2 milliards de livres sterling", "GBP", "EUR"),
        ("ar", "٤٫٢ مليار دولار", "USD", "EUR"),
        ("ar", "٤٫٢ مليار يورو", "EUR", "USD"),
        ("de", "4,2 Mrd. Euro", "EUR", "USD"),
    ],
)
def test_money_of_another_currency_is_another_number(language: str, words: str, unit: str, other: str) -> None:
    """The sign, the code or the name of a currency beside a sum is that of the unit."""
    assert not _found(language, words, "4200000000", unit=unit)
    (found,) = _found(language, words, "4200000000", unit=other)
    assert (found.path, found.rule, found.message[-3:]) == (("unit",), "quoted-currency", other)


@pytest.mark.parametrize(
    ("words", "unit"),
    [
        ("5,000 Spanish workers", "USD"),
        ("$5,000", "HKD"),
        ("Rs 5,000", "INR"),
        ("5,000 Syrian lira", "SYP"),
        ("5,000 francs", "CHF"),
        ("$5,000 (€5,000)", "EUR"),
        ("5,000", "EUR"),
        ("£5,000", "EGP"),
        ("£5,000", "lamps"),
    ],
)
def test_a_currency_that_may_be_the_right_one_is_left(words: str, unit: str) -> None:
    """A dollar may be of any country, and the sum without a currency of any."""
    assert not _found("en", words, "5000", unit=unit)


@pytest.mark.parametrize(("currency", "found"), [("GBP", 0), ("EUR", 1), ("EGP", 0)])
def test_a_fine_is_in_the_currency_of_the_law(currency: str, found: int) -> None:
    """A sum in pounds is no fine in euros; which pounds they are is not certain."""
    citation = {"source": "gazette", "locator": "p1", "quote": {"exact": "a fine not exceeding £20,000"}}
    fine = {"amount": 20_000, "currency": currency}
    law = make(Statute, provisions=[{"id": "first", "label": "First", "fine": fine, "citations": [citation]}])
    assert len(list(quoted_words_hold_the_penalty(dataset(statutes={"act": law})))) == found
