"""Numbers and dates are read as their language writes them."""

import re
from collections.abc import Iterator
from decimal import Decimal

import pytest
from babel import Locale, localedata

from macros.language import has_form
from macros.model import Source, dates
from macros.model.words import QUOTED
from macros.notation import figures, qualifiers
from macros.notation.strays import strays
from tests.factories import ROOT, make


@pytest.mark.parametrize(
    ("language", "words", "value"),
    [
        ("de", "12,5 %", "12.5"),
        ("es", "1.250.000 euros", "1250000"),
        ("fr", "12,2 millions d'euros", "12200000"),
        ("fr", "3 milliards", "3000000000"),
        ("fr", "1\u202f250,5 euros", "1250.5"),
        ("fr", "deux mille cinq cents euros", "2500"),
        ("es", "1,4 mil millones", "1400000000"),
        ("es", "1,4 mil M€", "1400000000"),
        ("de", "5.000 €", "5000"),
        ("de", "2 Mio. Euro", "2000000"),
        ("de-CH", "1’250’000 Franken", "1250000"),
        ("en", "£1.4bn", "1400000000"),
        ("en", "£1.5 million", "1500000"),
        ("en", "US$3tn", "3000000000000"),
        ("en", "299 792 458 metres", "299792458"),
        ("en", "299\u2009792\u2009458 metres", "299792458"),
        ("en", "3 crore", "30000000"),
        ("en-IN", "12,34,567 rupees", "1234567"),
        ("en", "6.02214076e23 per mole", "6.02214076e23"),
        ("en", "6.62607015 × 10⁻³⁴ joule seconds", "6.62607015e-34"),
        ("en", "6.022 x 10^23", "6.022e23"),
        ("en", "0.45359237 kilograms", "0.45359237"),
        ("ar", "٤ مليارات يورو", "4000000000"),
        ("ar", "٢١٫٦ مليار", "21600000000"),  # noqa: RUF001 - letters of another script
        ("ar-EG", "٢٬٥٠٠ غرام", "2500"),  # noqa: RUF001 - letters of another script
        ("ar", "٠٫٠٠٠٠٤ غرام", "0.00004"),  # noqa: RUF001 - letters of another script
        ("ar", "21,6 مليار", "21600000000"),
        ("ar", "٣٠ مليوناً", "30000000"),
        ("es", "21.6 millones", "21600000"),
        ("en", "21,6 million", "21600000"),
        ("ja", "2万人", "20000"),
        ("zh", "1.4亿人口", "140000000"),
    ],
)
def test_a_number_is_read_in_its_language(language: str, words: str, value: str) -> None:
    """Separators, words of scale and exponents mean what they mean in the language of the source."""
    assert Decimal(value) in {one.value for one in figures.stated(words, language)}
    assert strays(words, (Decimal(value),), (), language) == []
    assert len(strays(words.replace("deux mille cinq cents", "2500"), (), (), language)) == 1


_MISTAKEN = {"ne", "wo"}
"""The languages for which the CLDR has a word with two values, and one with letters that are none of its words."""


def _scaled(language: str) -> Iterator[tuple[str, Decimal]]:
    """Yield each number with a word of scale of the CLDR in a language, and its value."""
    for plurals in Locale.parse(language).compact_decimal_formats.get("long", {}).values():
        for size, one in plurals.items():
            pattern = one.pattern.partition(";")[0].replace("'", "")
            zeros = pattern.count("0")
            if zeros and any(len(word) > 1 for word in re.findall(r"\w+", pattern.replace("0", ""))):
                yield f"xx {pattern.replace('0' * zeros, '32')} yy", 32 * Decimal(int(size)).scaleb(1 - zeros)


def test_words_of_scale_are_read_in_every_language() -> None:
    """Each word of the CLDR before or behind a number gives it its size, whatever marks of direction it has."""
    languages = {one for one in localedata.locale_identifiers() if "_" not in one} - _MISTAKEN
    cases = [(language, *case) for language in sorted(languages) for case in _scaled(language)]
    assert len({language for language, _, _ in cases}) > 100
    read = [[one.value for one in figures.stated(told, language) if one.is_whole] for language, told, _ in cases]
    wrong = [(*case, found) for case, found in zip(cases, read, strict=True) if found != [case[2]]]
    assert wrong == []


@pytest.mark.parametrize(
    ("language", "words", "wrong"),
    [
        ("de", "12,5 %", "125"),
        ("es", "1.250.000", "1.25"),
        ("fr", "12,2 millions", "122"),
        ("en", "12,500", "12.5"),
        ("en", "April,997,1118", "997.1118"),
        ("ar", "٢١٫٦ مليار", "6000000000"),  # noqa: RUF001 - letters of another script
        ("ar", "٢١٫٦ مليار", "21"),  # noqa: RUF001 - letters of another script
        ("ar", "٢٬٥٠٠", "500"),  # noqa: RUF001 - letters of another script
        ("es", "21.6 millones", "6000000"),
        ("en", "for the second time", "2"),
        ("en", "10^9999999 of them", "1e9999999"),  # more than a computer counts
        ("en", "3 × 10⁹⁹⁹⁹⁹⁹⁹ of them", "3e9999999"),
        ("en", "3e9999999 of them", "3e9999999"),
    ],
)
def test_no_number_is_read_as_another(language: str, words: str, wrong: str) -> None:
    """A decimal comma separates no thousands, and a point that separates thousands starts no decimals."""
    assert Decimal(wrong) not in {one.value for one in figures.stated(words, language)}


@pytest.mark.parametrize(("language", "words"), [("en", "pages 10,12"), ("es", "los días 10.12")])
def test_two_numbers_of_prose_may_stand_without_a_space(language: str, words: str) -> None:
    """Prose has the decimals of its own language, so that another mark parts two numbers."""
    assert strays(words, (Decimal(10), Decimal(12)), (), language) == []
    assert [one.words for one in strays(words, (Decimal("10.12"),), (), language)] == ["10", "12"]


@pytest.mark.parametrize("language", ["en", "fr", "es", "pt", "de", "nl", "it", "ca", "ar", "la"])
def test_number_words_of_any_language_stop_nothing(language: str) -> None:
    """Words of a language that is not known stay as they are."""
    assert figures.in_digits("xyz", language) == "xyz"


@pytest.mark.parametrize(
    ("place", "tag"), [("docs/about/rules.md", "en"), ("scripts/starter/es/docs/acerca/reglas.md", "es")]
)
def test_the_rules_name_the_languages_whose_words_are_read(place: str, tag: str) -> None:
    """An editor learns of which languages qualifiers and number words are compared."""
    rules = (ROOT / place).read_text(encoding="utf-8")
    known = {str(one): str(name) for one, name in Locale.parse(tag).languages.items() if str(one).isalpha()}
    read = {
        name for one, name in known.items() if has_form(one) and (figures.reads_words(one) or qualifiers.are_known(one))
    }
    assert read <= set(re.findall(r"\w+", rules))


@pytest.mark.parametrize(
    ("language", "words", "value", "qualifier"),
    [
        ("en", "two lamps", 2, None),
        ("es", "dos lámparas", 2, None),
        ("fr", "deux lampes", 2, None),
        ("de", "zwei Lampen", 2, None),
        ("ar", "ألفين", 2000, None),
        ("ar", "نحو مليوني شخص", 2_000_000, "about"),
        ("es", "más de 4.200 millones", 4_200_000_000, "more than"),
        ("es", "unos tres mil", 3000, "about"),
        ("fr", "plus d’un million", 1_000_000, "more than"),
        ("fr", "environ 500", 500, "about"),
        ("fr", "au moins deux mille", 2000, "at least"),
    ],
)
def test_a_small_number_and_a_qualifier_in_words(language: str, words: str, value: int, qualifier: str | None) -> None:
    """Two is read as any other number, and words for how exact a number is are no numbers themselves."""
    assert (Decimal(value), qualifier) in {(one.value, one.qualifier) for one in figures.stated(words, language)}


def test_the_numbers_of_a_row_stand_for_themselves() -> None:
    """Groups of three digits in a row of a table are one number, or several."""
    values = {one.value for one in figures.stated("2016 412 530")}
    assert {Decimal(2016), Decimal(412), Decimal(530)} <= values


def test_an_unknown_language_is_read_as_english() -> None:
    """A language without an entry in the CLDR, such as Latin, is no reason to stop."""
    assert make(Source, language="la").language == "la"
    assert strays("1,250", (Decimal(1250),), (), "la") == []


@pytest.mark.parametrize(
    ("language", "words", "date"),
    [
        ("es", "el 20 de mayo de 2019", "2019-05-20"),
        ("es", "el 20 de mayo", "2019-05-20"),
        ("de", "am 20. Mai 2019", "2019-05-20"),
        ("fr", "le 1er mai 2019", "2019-05-01"),
        ("ja", "2019年5月20日", "2019-05-20"),
        ("af", "op 20 Mei 2019", "2019-05-20"),
        ("en", "on May 20, 2019", "2019-05-20"),
        ("en", "the night of 19/20 May 2019", "2019-05-19/2019-05-20"),
        ("en", "on the 19th or the 20th of May 2019", "2019-05-19/2019-05-20"),
        ("de", "in der Nacht vom 19./20. Mai 2019", "2019-05-19/2019-05-20"),
        ("fr", "les 1er/2 mai 2019", "2019-05-01/2019-05-02"),
        ("en", "on 15 March 44 BCE", "-0043-03-15"),
        ("en", "in 44 BC", "-0043"),
        ("de", "um 44 vor Christus", "-0043~"),
        ("es", "hacia 44 a.C.", "-0043~"),
        ("en", "in AD 830", "0830"),
        ("en", "in 830", "0830"),
        ("en", "in 1799", "1799-12-10"),
        ("en", "about 12,019 BCE", "Y-12018~"),
        ("en", "in the 1860s", "186X"),
        ("en", "in the 1860s", "1865"),
        ("en", "from 1800 to 1899", "18XX"),
        ("en", "in spring 2018", "2018-21"),
        ("en", "in the year 2018–19", "2018"),
        ("en", "in the year 2018/19", "2018"),
    ],
)
def test_a_known_date_is_no_stray_figure(language: str, words: str, date: str) -> None:
    """A date of any time, as its language writes it, is explained by the fact; without it, it is stray."""
    assert strays(words, (), (dates.parse(date),), language) == []
    assert strays(words, (), (dates.parse("1700"),), language)


@pytest.mark.parametrize(
    ("words", "known"),
    [("on 15 March 44 CE", "-0043-03-15"), ("in 44 BCE", "0044"), ("in March 2018", "2018-21"), ("44 people", "0044")],
)
def test_no_date_explains_another(words: str, known: str) -> None:
    """An era, a month or a count that the fact does not give is not explained by it."""
    assert strays(words, (), (dates.parse(known),))


@pytest.mark.parametrize(
    "words",
    [
        "Directive 80/181/EEC",
        "Regulation (EU) 2016/679",
        "COVID-19",
        "the G20 and an MS-13 man",
        "the 19th century",
        "the 1er congrès",
        "at 10:30, or 9 p.m.",
        "às 10h30, à 10 h 30",
        "a Lei nº 12.345/2010 e o Decreto n.º 7/2011",
        "(1) it burns, (2) it shines, and (3) it lasts",
        "§ 5(2) and article 6(1)(a)",
        "(5), taking water without a licence",
        "(6)(a), on summary conviction",
        "el Real Decreto 236/2002",
    ],
)
def test_a_designation_is_no_figure(words: str) -> None:
    """Digits that are part of a name, a place in a law or a time of day need no fact."""
    assert strays(words, (), ()) == []


@pytest.mark.parametrize(
    ("words", "stray"),
    [
        ("most of them (52)", ["52"]),
        ("(1) one, (3) three", ["3"]),
        ("USD500", ["500"]),
        ("US$7", ["7"]),
        ("5kg", ["5"]),
        ("£1.4bn", ["1.4bn"]),
        ("mid-2017 and Mid-2018", ["2017", "2018"]),
        ("3/4 of them", ["3", "4"]),
        ("10:75", ["10", "75"]),
        ("Since 11/1959", ["11", "1959"]),
        ("5 h of work", ["5"]),
    ],
)
def test_a_figure_does_not_hide_as_a_designation(words: str, stray: list[str]) -> None:
    """Amounts, units, years and shares with letters beside them stay figures."""
    assert [one.words for one in strays(words, (), ())] == stray


@pytest.mark.parametrize(
    "words", ["“x y”", "« x y »", "„x y“", "„x y”", "»x y«", "‹x y›", "「x y」", "『x y』", "”x y”"]
)
def test_quotation_marks_of_any_language_are_seen(words: str) -> None:
    """What stands between the marks of any language is a quotation."""
    assert [found.strip() for found in QUOTED.findall(f"Er sagt {words}.")] == ["x y"]


def test_an_inner_quotation_belongs_to_the_outer_one() -> None:
    """A quotation within a quotation ends only itself."""
    assert QUOTED.findall("Il dit : « on “crie” fort » et “rien”.") == [" on “crie” fort ", "rien"]
