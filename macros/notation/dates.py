"""How a language writes dates, as regular expressions; from the Unicode CLDR, which Babel holds."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from babel import Locale

from macros.language import locale
from macros.notation import datewords
from macros.notation.numbers import SPACES, main_language

_BEFORE_YEARS = {
    "en": "in|by|early|late|mid|spring|summer|autumn|fall|winter",
    "fr": "en|début|fin|d'ici(?: à)?|printemps|été|automne|hiver",
    "es": (
        "en|para|año|principios de|comienzos de|mediados de|finales de|fines de|"
        "primavera de|verano de|otoño de|invierno de"
    ),
    "de": "Jahre?|bis|Frühling|Frühjahr|Sommer|Herbst|Winter",
    "it": "nel|entro il|anno",
    "pt": "em|até|ano de",
    "ar": r"عام|سنة|بحلول|في(?= (?:19|20|١٩|٢٠))",
}
"""By language, words after which four digits are a year."""
_MORE_ERAS = {
    "en": {"BCE": False, "CE": True, "B.C.": False, "B.C.E.": False, "A.D.": True, "C.E.": True},
    "fr": {"avant notre ère": False, "av. n. è.": False, "av. JC": False, "de notre ère": True},
    "de": {"vor Christus": False, "nach Christus": True, "v. u. Z.": False, "n. u. Z.": True},
    "es": {"a.C.": False, "d.C.": True, "aC": False, "a. e. c.": False, "AEC": False, "antes de nuestra era": False},
}
"""Names of eras that are in use and not in the CLDR, and whether they come after the year 1."""
_ISO = re.compile(r"(?<![\w-])(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)(?![\w-])")
RUN_ON = re.compile(r"(?<![\w.,/-])(?P<first>\d{4})[-–/](?P<next>\d{2}|\d{4})(?![\w/-]|[.,]\d)")
"""A year that runs from one calendar year into the next, 2018–19, or a span of years."""


@cache
def dates_of(language: str) -> tuple[re.Pattern[str], ...]:
    """Return patterns with groups named day, month, year and bce, the fullest first: 2017-04-11, 11 April 2017."""
    known = locale(language)
    variants = [known, Locale("en", "GB"), Locale("en")] if known.language == "en" else [known]
    written = [one.date_formats["long"].pattern for one in variants]
    written += [one.datetime_skeletons[name].pattern for name in ("yMMMM", "MMMMd") for one in variants]
    months = month_numbers(language)
    names = "|".join(re.escape(one).replace(r"\.", r"\.?") for one in sorted(months, key=len, reverse=True))
    before, after = _eras(language)
    year = rf"(?P<year>\d{{3,5}}|\d{{1,2}}(?= (?:{before}|{after})))(?: (?:(?P<bce>{before})|{after}))?"
    parts = {"d": _day(known.language), "y": year, "M": r"(?P<month>\d{1,2})"} | dict.fromkeys(
        ("MMMM", "LLLL"), rf"(?P<month>{names})"
    )
    patterns = (_pattern(one, parts) for one in dict.fromkeys(written))
    return (_ISO, *(re.compile(rf"(?<!\w){one}(?!\w)", re.IGNORECASE) for one in patterns))


def _day(language: str) -> str:
    """Return the regular expression of a day: 8, 8th, 8th of, primero."""
    first, ordinal = datewords.FIRST.get(language, "(?!)"), datewords.ORDINALS.get(language, "(?!)")
    return rf"(?P<day>\d{{1,2}}|{first})(?:(?:{ordinal})(?!\w))?(?: (?:of|من)(?= ))?"


def _pattern(written: str, parts: Mapping[str, str]) -> str:
    """Return the regular expression of a date pattern of the CLDR: d 'de' MMMM 'de' y."""
    tokens = re.findall(r"'[^']*'|d+|y+|[ML]+|G+|.", written)
    return "".join(
        parts.get(one) or (",?" if one == "," else rf"[{SPACES}]" if one.isspace() else re.escape(one.strip("'")))
        for one in tokens
        if one[0] != "G"
    )


@cache
def month_numbers(language: str) -> Mapping[str, int]:
    """Return the number of each month by its names, in lower case; short ones have a full stop."""
    known, found = locale(language), dict[str, int]()
    for one in (known, *map(Locale.parse, datewords.REGIONS.get(known.language, ()))):
        for forms in one.months.values():
            found |= {f"{name.lower().rstrip('.')}.": number for number, name in forms["abbreviated"].items()}
            found |= {name.lower(): number for number, name in forms["wide"].items()}
    return found


def date_parts(given: Mapping[str, str | None], language: str) -> tuple[int | None, int | None, int | None]:
    """Return year, month and day of the groups of a date in words, None where it has none; the year of 1 BCE is 0."""
    year, month, day = (given.get(name) for name in ("year", "month", "day"))
    months = month_numbers(language)
    number = (months.get(month.lower()) or months.get(f"{month.lower()}.") or int(month)) if month else None
    counted = (1 - int(year) if given.get("bce") else int(year)) if year else None
    return counted, number, (int(day) if day.isdecimal() else 1) if day else None


@cache
def years_of(language: str) -> tuple[re.Pattern[str], ...]:
    """Return patterns for a decade, 1860s or 1870er but not 1800s, and for a year after one of some words: in 1901."""
    main = main_language(language)
    words, decade = _BEFORE_YEARS.get(main, "(?!)"), datewords.DECADES.get(main, "(?!)")
    year = rf"(?<!\w)(?:{words}) (?P<year>\d{{4}})(?![\w%]|[.,]\d|[-–/]\d)"
    written = (rf"(?<!\w){decade}", r"(?<!\w)(?P<year>(?P<decade>\d{2}[1-9])0)(?:s|er)(?!\w)", year)
    return tuple(re.compile(one, re.IGNORECASE) for one in written)


@cache
def seasons_of(language: str) -> Mapping[int, re.Pattern[str]]:
    """Return a pattern for each season with its year, by the season's first month: spring of 2018."""
    words = datewords.SEASONS.get(main_language(language), ())
    before = rf"(?:{datewords.BEFORE_YEAR})?"
    return {
        month: re.compile(rf"(?<!\w)(?:{word}) {before}(?P<year>\d{{4}})(?![\w%]|[-–/.,]\d)", re.IGNORECASE)
        for month, word in zip((3, 6, 9, 12), words, strict=bool(words))
    }


@cache
def orders_in_digits(language: str) -> tuple[str, ...]:
    """Return the orders in which a language writes day, month and year in digits: dmy; both where either may be meant.

    Plain English is of both sides of the Atlantic.
    """
    order = re.sub("[^dMy]|(?<=(.))\\1", "", locale(language).date_formats["short"].pattern).lower()
    return (order,) if order in ("dmy", "mdy") and language != "en" else ("dmy", "mdy")


def century_of(match: re.Match[str]) -> int | None:
    """Return the number of a century in digits, in Roman ones or in a word of Arabic; None if it is not known."""
    word = next((one for one in (match["count"], match.groupdict().get("before")) if one), "")
    if word.isdecimal():
        return int(word)
    if word in datewords.ARABIC_ORDINALS:
        return datewords.ARABIC_ORDINALS.index(word) + 1
    return _ROMAN.get(word.upper())


_ROMAN = {
    f"{'X' * (number // 10)}{digit}": number
    for number, digit in enumerate(["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"] * 3)
    if number
}


@cache
def eras(language: str) -> re.Pattern[str]:
    """Return a pattern for a year with its era, in the group ``bce``, ``ce`` or ``late``: 44 BCE, AD 830, 830 AD."""
    before, after = _eras(language)
    year = rf"\d{{1,3}}(?:[,.{SPACES}]?\d{{3}})*"
    return re.compile(
        rf"(?<!\w)(?:(?P<bce>{year}) (?:{before})|(?:{after}) (?P<ce>{year})|(?P<late>{year}) (?:{after}))(?!\w)"
    )


def year_of_era(match: re.Match[str]) -> int:
    """Return the year that a match of ``eras`` names, 0 for 1 BCE."""
    year = int(re.sub(r"\D", "", match["bce"] or match["ce"] or match["late"]))
    return 1 - year if match["bce"] else year


def last_year(match: re.Match[str]) -> int:
    """Return the last year that a match of ``RUN_ON`` names: 2000 for 1999-00, 2021 for 2018-2021."""
    first, last = int(match["first"]), int(match["next"])
    return first + (last - first) % 100 if len(match["next"]) < len(match["first"]) else last


def sharing(text: str, match: re.Match[str], language: str) -> Iterator[re.Match[str]]:
    """Yield the numbers, in a group of that name, that share the month or the era of a date in a text: 3 to 7 May."""
    before, after = _sharing(language)
    found = (before.search(text, 0, match.start()), after.match(text, match.end()))
    return (one for one in found if one)


@cache
def _sharing(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    joint = rf"(?: ?[-–] ?| (?:{datewords.RANGES.get(main_language(language), datewords.ANY_RANGE)}) )"
    return re.compile(rf"(?<![\d.,])(?P<number>\d+)\.?{joint}$"), re.compile(rf"{joint}(?P<number>\d+)(?!\d)")


def overlaps(place: tuple[int, int], others: Iterable[tuple[int, int]]) -> bool:
    """Whether a part of a text, from start to end, shares letters with one of the others."""
    return any(place[0] < end and start < place[1] for start, end in others)


def _eras(language: str) -> tuple[str, str]:
    """Return the names of the era before the year 1, and of that after it, as regular expressions."""
    known = locale(language)
    names = {name: bool(index) for forms in known.eras.values() for index, name in forms.items() if len(name) > 1}
    names |= _MORE_ERAS.get(known.language, {})
    ordered = sorted(names, key=len, reverse=True)
    before, after = ("|".join(re.escape(one) for one in ordered if names[one] is era) for era in (False, True))
    return before, after
