"""A number is compared with the words that are quoted for it, in the languages whose words are read."""
# ruff: noqa: RUF001 - letters of other scripts

from dataclasses import replace

import pytest

from macros.checks.finding import Finding
from macros.checks.quoted import quoted_figures_hold_the_number
from macros.checks.quotedpenalties import quoted_words_hold_the_penalty
from macros.model import Series, Source, Statute
from tests.factories import dataset, make

_USUAL = {"unit": "lamps", "period": "1901", "locator": "p1"}


def _found(language: str, words: str, value: str, **more: str) -> list[Finding]:
    """Return what the rule finds in a number that quotes these words; a value may be a range: 2..3."""
    low, _, high = value.partition("..")
    unit, period, locator = (more.pop(name, default) for name, default in _USUAL.items())
    given = {"low": low, "high": high} if high else {"value": value}
    citation = {"source": "gazette", "locator": locator, "quote": {"exact": words}}
    limits = {"minimum": "-1e30", "maximum": "1e30"}
    number = {"id": "many", "period": period, "citations": [citation], **given, **more}
    told = dataset(series={"lamps": make(Series, unit=unit, limits=limits, observations=[number])})
    return list(quoted_figures_hold_the_number(replace(told, sources={"gazette": make(Source, language=language)})))


_READ = [
    # A number is given in full; a short word of scale beside money is no unit.
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
    ("en", "5 lakh crore rupees", "5000000000000", "500000"),
    ("en", "two to three million lamps", "2000000..3000000", "2"),
    ("en", "three or four thousand lamps", "3000..4000", "3"),
    ("en", "five hundred to two thousand lamps", "500..2000", "500000"),
    ("fr", "entre deux et trois millions", "2000000..3000000", "2"),
    ("es", "de dos a tres millones de euros", "2000000..3000000", "2"),
    ("de", "zwei bis drei Millionen Euro", "2000000..3000000", "2"),
    ("es", "30 mdp", "30000000", "30"),
    ("de", "2'500 Franken", "2500", "2"),
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
    ("he", "המועצה ספרה 3.2 מיליון סירות", "3200000", "3.2"),
    ("he", "3 מיליארד שקלים", "3000000000", "3"),
    ("he", "5 אלפים סירות", "5000", "5"),
    ("he", "3 מיליון וחצי סירות", "3500000", "3000000"),
    ("he", "חצי מיליון סירות", "500000", "1000000"),
    ("el", "3,2 εκατ. ευρώ", "3200000", "3.2"),
    ("am", "3 ሺ ጀልባዎች", "3000", "3"),
    # A count of times is a number like any other; only a comparison may give another one.
    ("en", "7 times in 1900, and 2 times in 1901", "7", "8"),
    ("en", "ran aground seven times", "7", "8"),
    ("en", "seven times the year before", "7", "8"),
    ("en", "seven times that winter", "7", "8"),
    ("en", "seven times on the same rock", "7", "8"),
    ("en", "seven times the same boat ran aground", "7", "8"),
    ("fr", "sept fois en 1900", "7", "8"),
    ("fr", "7 fois la même année", "7", "8"),
    ("fr", "7 fois l'année suivante", "7", "8"),
    ("es", "siete veces en 1900", "7", "8"),
    ("es", "7 veces el año pasado", "7", "8"),
    ("de", "7 Mal im Jahr 1900", "7", "8"),
    ("pt", "7 vezes em 1900", "7", "8"),
    ("it", "7 volte nel 1900", "7", "8"),
    # A part of something else, and cents where cents are counted, excuse no number that is none of them.
    ("en", "12 boats, half of them old", "12", "13"),
    ("en", "12 boats, a third of them old", "4", "13"),
    ("en", "40 men in 12 boats", "40", "41"),
    ("en", "7 boats in 30 days", "7", "8"),
    ("en", "12 cents a mile", "12", "13"),
    ("en", "12 boats behind a scaffold", "12", "13"),
    ("en", "12 boats, and a score was settled", "12", "13"),
    ("nl", "12 boten behalve de oude", "12", "13"),
    ("en", "12p a mile", "12", "13"),
    ("es", "12 barcos, la mitad viejos", "12", "13"),
    ("fr", "12 bateaux, dont la moitié vieux", "12", "13"),
    ("fr", "12 hommes sur 3 bateaux", "12", "13"),
    ("de", "12 Boote, die Hälfte alt", "12", "13"),
    # In some languages the word of scale stands before its number.
    ("sw", "boti milioni 3.2 mwaka huu", "3200000", "3.2"),
    ("sw", "boti milioni 3-5", "3000000..5000000", "3"),
    ("si", "බෝට්ටු මිලියන 3.2", "3200000", "3.2"),
    ("my", "ကုဋေ 3 သောင်း", "300000000000", "30000"),
    # Cases of other languages add to the words.
    ("fi", "3,2 miljoonan euron", "3200000", "3.2"),
    ("ru", "помогли 3,2 миллионам людей", "3200000", "3.2"),
    ("pl", "z 3,2 milionami łodzi", "3200000", "3.2"),
    ("tr", "3,2 milyonluk", "3200000", "3.2"),
    # A length of time in hyphenated words is a figure, as in digits: 2-year.
    ("en", "two-year minimum sentence", "2", "3"),
    ("en", "a ten-month term", "10", "100"),
    ("en", "twenty-one-day notice", "21", "1"),
    ("en", "twenty two-year terms", "20", "22"),
    ("en", "two hundred-year-old lamps", "2", "3"),
    # Points part thousands where commas part decimals: in some regions French writes 40.000 for 40 000.
    ("fr", "40.000 morts", "40000", "40"),
    # A power of ten is no ten.
    ("en", "a fleet of 10⁶ boats", "1000000", "10"),
    ("en", "10^6 boats", "1000000", "10"),
    ("en", "10⁻³ of a boat", "0.001", "10"),
    ("fr", "10⁶ bateaux", "1000000", "10"),
    ("ja", "10⁶人", "1000000", "10"),
    ("en", "between 10⁶ and 10⁷ boats", "1000000..10000000", "10"),
    ("en", "5 ⋅ 10⁶ boats", "5000000", "5"),
    ("en", "3 × 10⁶ boats", "3000000", "10"),
    # Halves in words and signs are read with their number and its scale.
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
    # Words for the minus sign, before a number or behind its degrees, are read as the sign.
    ("en", "it was minus 4.5", "-4.5", "4.5"),
    ("en", "minus four degrees", "-4", "4"),
    ("en", "4.5 degrees below zero", "-4.5", "4.5"),
    ("en", "negative 40 degrees", "-40", "40"),
    ("fr", "il fit moins 4,5 degrés", "-4.5", "4.5"),
    ("fr", "4,5 °C sous zéro", "-4.5", "4.5"),
    ("es", "menos 4,5 grados", "-4.5", "4.5"),
    ("es", "4,5 grados bajo cero", "-4.5", "4.5"),
    ("es", "cuatro grados bajo cero", "-4", "4"),
    ("ar", "٥ درجات مئوية تحت الصفر", "-5", "5"),
    ("ar", "ناقص ٥ درجات", "-5", "5"),
    ("de", "minus 5 Grad", "-5", "5"),
    ("de", "5 Grad unter Null", "-5", "5"),
]
"""Language and words, a number that they give, and one that they do not."""


def test_a_number_is_read_with_all_its_words() -> None:
    """Words of scale, halves and minus signs belong to the number that they stand beside."""
    assert [case for case in _READ if _found(*case[:3])] == []
    found = {case: [one.rule for one in _found(*case[:2], case[3])] for case in _READ}
    assert {case: rules for case, rules in found.items() if rules != ["quoted-figure"]} == {}


_LEFT = [
    # It is not certain what a half belongs to.
    ("ar", "٢٠٠ ألف ونصف مليون", "200000"),
    ("ar", "مئة مليون ونصف", "100500000"),
    ("es", "entre 200.000 y medio millón", "200000"),
    ("en", "the second half, 1000000 lamps", "1000000"),
    ("en", "half of 3 million", "3000000"),
    # All minus three are three.
    ("en", "10 minus 4 lamps", "4"),
    ("en", "40 lamps fewer", "-40"),
    ("en", "30 days below zero", "30"),
    ("en", "tested negative 40 times", "40"),
    ("fr", "du moins 4 lampes", "4"),
    ("es", "todos menos tres faros", "3"),
    # Words beside a number that tell of something else do not qualify it.
    ("en", "-> 500 lamps", "500"),
    ("en", "500 people at least tried", "500"),
    ("en", "500 or more than that", "500"),
    ("fr", "500 lampes au plus tard", "500"),
    ("es", "el 500 o más tarde", "500"),
    ("en", "500 lamps, more than 7 of them red", "500"),
    # A number told in words that are not read is not compared with a date or a part of a fraction beside it.
    ("en", "In 1901 half of the boats stayed in port", "50"),
    ("en", "a dozen boats on 3 May 1901", "12"),
    ("en", "one in five boats", "20"),
    ("en", "no boat sank in 1901", "0"),
    ("en", "Two thirds of the boats are over 25 years old", "66.7"),
    ("es", "la mitad de los barcos en 1901", "50"),
    ("es", "uno de cada cinco barcos", "20"),
    ("fr", "une centaine de bateaux en 1901", "100"),
    ("fr", "un bateau sur cinq", "20"),
    ("en", "two-thirds of the 120 boats", "66.7"),
    ("en", "three times as many as in 1900", "200"),
    ("en", "all but three of 40 boats", "37"),
    ("en", "three score and 10 lamps", "70"),
    ("en", "scores of boats, 3 of them new", "40"),
    ("en", "a tenfold rise since 1900, by 3 a year", "40"),
    ("en", "three times the number of 1900", "1440"),
    ("en", "three times that of 1900", "1440"),
    ("en", "three times higher than in 1900", "1440"),
    ("en", "rose three times since 1900", "1440"),
    ("en", "one third of the 1,000,000 boats", "333000"),
    ("fr", "trois fois le nombre de 1900", "1440"),
    ("fr", "multipliées par 3", "1440"),
    ("es", "tres veces más que en 1900", "1440"),
    ("es", "tres veces el número de 1900", "1440"),
    ("de", "drei Mal so viele wie 1900", "1440"),
    ("fr", "trois fois plus qu'en 1900", "200"),
    ("es", "todas menos tres de las 34", "31"),
    ("ar", "20 ألفا و500 سمكة", "20500"),
    ("ar", "قاربان في 1901", "2"),
    ("es", "veintiún mil faros", "21000"),
    ("nl", "anderhalf miljoen lampen", "1500000"),
    ("nl", "vierenhalf duizend lampen", "4500"),
    ("de", "die Hälfte der 300 Boote", "150"),
    ("pt", "um terço dos 90 barcos", "30"),
    ("it", "metà delle 300 barche", "150"),
    ("ar", "ثلاثة قوارب في 14 مارس 1901", "3"),
]
"""Language and words, and a number of which it is not certain that they give another."""


def test_words_that_may_tell_of_something_else_are_left() -> None:
    """Where it is not certain what words belong to, the number is no mistake."""
    assert [case for case in _LEFT if _found(*case)] == []


_QUALIFIED = [
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
]
"""Language and words of 500, and how exact they say that it is."""


def test_a_qualifier_before_or_behind_a_number_is_kept() -> None:
    """A number of which the words give a bound or a rounding is not exact."""
    assert [case for case in _QUALIFIED if _found(*case[:2], "500", qualifier=case[2])] == []
    found = {case: [one.rule for one in _found(*case[:2], "500")] for case in _QUALIFIED}
    assert {case: rules for case, rules in found.items() if rules != ["quoted-qualifier"]} == {}


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


@pytest.mark.parametrize(
    ("language", "words", "value"),
    [
        ("ja", "灯台に3億4000万円", "340000000"),
        ("zh", "3亿4000万元", "340000000"),
        ("ko", "등대 2만 500개", "20500"),
        ("ru", "2 млн 400 тыс. огней", "2400000"),
        ("hi", "3 लाख 40 हज़ार", "340000"),
        ("vi", "2 triệu 400 nghìn", "2400000"),
        ("fr", "2 millions 400 000 lampes", "2400000"),
        ("en", "2 million 400 thousand lamps", "2400000"),
    ],
)
def test_a_number_in_parts_of_lesser_scale_is_left(language: str, words: str, value: str) -> None:
    """What one number is told in is no number of its own."""
    assert not _found(language, words, value)


@pytest.mark.parametrize(
    "words", ["5 million, 400 lamps", "3 million 5 million", "5 million to 6 million", "5 m 40 cm"]
)
def test_numbers_side_by_side_are_no_parts_of_one(words: str) -> None:
    """With a mark or a word between them, or with the same scale, each is compared."""
    assert [one.rule for one in _found("en", words, "5400000")] == ["quoted-figure"]


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "never more than 500 boats"),
        ("en", "it is not known whether over 500 boats came"),
        ("en", "asked whether more than 500 boats came"),
        ("en", "not one boat over 500 tonnes"),
        ("fr", "aucune amende supérieure à 500 euros"),
        ("fr", "ne peut être supérieur à 500 tonnes"),
        ("es", "no se ha impuesto ninguna superior a 500 euros"),
    ],
)
def test_a_negation_leaves_open_what_a_qualifier_means(language: str, words: str) -> None:
    """None above 500 is at most 500: no remedy tells an editor to write "more than"."""
    assert not _found(language, words, "500", qualifier="up to")
    assert not _found(language, words, "500")


@pytest.mark.parametrize(
    ("language", "words", "locator", "value"),
    [
        ("es", "Saldo de la cofradía (miles de euros); -1.250,5", "p1", "-1250500"),
        ("en", "Fleet (thousand tonnes): 12.5", "p1", "12500"),
        ("en", "12.5 13.1", "r3", "13100"),
    ],
)
def test_a_table_may_count_in_thousands(language: str, words: str, locator: str, value: str) -> None:
    """A row of a table, or words in brackets, may stand in thousands or millions; the digits are still compared."""
    assert not _found(language, words, value, locator=locator)
    assert [one.rule for one in _found(language, words, "77700", locator=locator)] == ["quoted-figure"]


def test_a_table_in_a_language_without_words_of_scale_counts_in_ones() -> None:
    """Words in brackets are no scale where a language has no word for one."""
    assert not _found("ja", "灯台 (東京, 大阪) 12", "12")
    assert [one.rule for one in _found("ja", "灯台 (東京, 大阪) 12", "12000")] == ["quoted-figure"]


def test_both_ends_of_a_range_stand_in_the_words() -> None:
    """From 200 to 300 is no range from 200 to 400, though one of its ends is right."""
    assert not _found("en", "from 200 to 300 lamps", "200..300")
    (found,) = _found("en", "from 200 to 300 lamps", "200..400")
    assert (found.rule, found.path[-1]) == ("quoted-figure", "high")


@pytest.mark.parametrize(
    ("language", "words", "right", "wrong"),
    [
        ("en", "not less than 3 nor more than 10 years", ("3 years", "10 years"), ("3 months", "10 months")),
        ("en", "a year in prison", ("none", "1 year"), ("none", "1 month")),
        ("en", "a minimum of 3 and a maximum of 5 years", ("3 years", "5 years"), ("3 months", "5 months")),
        ("es", "un mínimo de 3 y un máximo de 5 años", ("3 years", "5 years"), ("3 months", "5 months")),
        ("en", "a five-year sentence", ("none", "5 years"), ("none", "5 months")),
        ("en", "imprisonment for twelve months", ("none", "1 year"), ("none", "12 years")),
        ("es", "prisión de tres a seis meses", ("3 months", "6 months"), ("3 years", "6 years")),
        ("fr", "de un à trois ans de prison", ("1 year", "3 years"), ("1 month", "3 months")),
        ("fr", "puni d'un an d'emprisonnement", ("none", "1 year"), ("none", "1 month")),
        ("de", "bis zu einem Jahr", ("none", "1 year"), ("none", "1 month")),
        ("de", "von einem Jahr bis zu zehn Jahren", ("1 year", "10 years"), ("1 month", "10 months")),
        ("ar", "الحبس مدة ٣ سنوات", ("none", "3 years"), ("none", "3 months")),
    ],
)
def test_a_prison_term_is_as_long_as_the_law_says(
    language: str, words: str, right: tuple[str, str], wrong: tuple[str, str]
) -> None:
    """The unit of a term is read in the language of the law: three months are no three years."""
    assert not _terms(language, words, *right)
    assert {one.rule for one in _terms(language, words, *wrong)} == {"quoted-figure"}


def _terms(language: str, words: str, least: str, most: str) -> list[Finding]:
    """Return what the rule finds in a penalty that quotes these words."""
    citation = {"source": "gazette", "locator": "p1", "quote": {"exact": words}}
    provision = {"id": "first", "label": "First", "max_prison": most, "min_prison": least, "citations": [citation]}
    told = dataset(statutes={"act": make(Statute, provisions=[provision])})
    return list(quoted_words_hold_the_penalty(replace(told, sources={"gazette": make(Source, language=language)})))
