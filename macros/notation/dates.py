"""Regular expressions for the dates of a language; from the Unicode CLDR, which Babel holds."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from babel import Locale
from babel.dates import tokenize_pattern

from macros.language import locale, main_language
from macros.model.points import ROMAN
from macros.notation import datewords
from macros.notation.numbers import SPACES
from macros.notation.patterns import NEVER, any_of, words

_MORE_ERAS = {
    "en": {"BCE": False, "CE": True, "B.C.": False, "B.C.E.": False, "A.D.": True, "C.E.": True},
    "fr": {"avant notre ère": False, "av. n. è.": False, "av. JC": False, "de notre ère": True},
    "de": {"vor Christus": False, "nach Christus": True, "v. u. Z.": False, "n. u. Z.": True},
    "es": {"a.C.": False, "d.C.": True, "aC": False, "a. e. c.": False, "AEC": False, "antes de nuestra era": False},
}
"""Names of eras that the CLDR lacks, and whether these are the years from 1 on."""
_CENTURY_NUMBERS = ROMAN | {word: count for count, word in enumerate(datewords.ARABIC_ORDINALS, 1)}
_END_OF_YEAR = r"(?![\w%]|[-–/]\d|[.,]\d)"
"""Stands behind a year: no digits follow that would make it another number."""
_ISO = re.compile(r"(?<![\w-])(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)(?![\w-])")
RUN_ON = re.compile(r"(?<![\d.,/-])(?P<first>\d{4})[-–/](?P<next>\d{2}|\d{4})(?![\w/-]|[.,]\d)")
"""A year that runs into the next calendar year, such as 2018–19, or a span of years."""


@cache
def dates_of(language: str) -> tuple[re.Pattern[str], ...]:
    """Return patterns with groups named day, month, year and bce, the fullest first: 2017-04-11, 11 April 2017."""
    known = locale(language)
    variants = [known, Locale("en", "GB"), Locale("en")] if known.language == "en" else [known]
    written = [one.date_formats["long"].pattern for one in variants]
    written += [one.datetime_skeletons[name].pattern for name in ("yMMMM", "MMMMd") for one in variants]
    names = any_of(month_numbers(language)).replace(r"\.", r"\.?")
    before, after = _eras(language)
    parts = {
        "d": rf"(?P<day>\d{{1,2}}|{datewords.FIRST})(?:(?:{datewords.ORDINALS})(?!\w))?(?: (?:of|من)(?= ))?",
        "y": rf"(?P<year>\d{{3,5}}|\d{{1,2}}(?= (?:{before}|{after})))(?: (?:(?P<bce>{before})|{after}))?",
        "M": r"(?P<month>\d{1,2})",
    } | dict.fromkeys(("MMMM", "LLLL"), rf"(?P<month>{names})")
    patterns = (_pattern(one, parts) for one in dict.fromkeys(written))
    return (_ISO, *(re.compile(rf"(?<!\w){one}(?!\w)", re.IGNORECASE) for one in patterns))


def _pattern(written: str, parts: Mapping[str, str]) -> str:
    """Return the regular expression for a date pattern of the CLDR, such as d 'de' MMMM 'de' y."""
    found = []
    for _, value in tokenize_pattern(written):
        if isinstance(value, str):
            found += [",?" if one == "," else rf"[{SPACES}]" if one.isspace() else re.escape(one) for one in value]
        else:
            letter, width = value
            found.append(parts.get(letter * width) or parts.get(letter, ""))
    return "".join(found)


@cache
def month_numbers(language: str) -> Mapping[str, int]:
    """Return the number of each month by its names, in lower case; short names end in a full stop."""
    known, found = locale(language), dict[str, int]()
    for one in (known, *map(Locale.parse, datewords.REGIONS.get(known.language, ()))):
        for forms in one.months.values():
            found |= {f"{name.lower().rstrip('.')}.": number for number, name in forms["abbreviated"].items()}
            found |= {name.lower(): number for number, name in forms["wide"].items()}
    return found


def date_parts(given: Mapping[str, str | None], language: str) -> tuple[int | None, int | None, int | None]:
    """Return year, month and day of the groups of a date, None for each that it lacks; 1 BCE is the year 0."""
    year, month, day = (given.get(name) for name in ("year", "month", "day"))
    months = month_numbers(language)
    number = (months.get(month.lower()) or months.get(f"{month.lower()}.") or int(month)) if month else None
    counted = (1 - int(year) if given.get("bce") else int(year)) if year else None
    return counted, number, (int(day) if day.isdecimal() else 1) if day else None


@cache
def more_dates_of(language: str) -> tuple[re.Pattern[str], ...]:
    """Return patterns for other forms of dates, with the groups of ``dates_of``, and decade, season3 ... season12.

    These are dates in digits, 8/11/1959, in each order that the language may mean; spring of 2018; decades such as
    1860s or 1870er, but not 1800s; and a year after a word such as in: in 1901.
    """
    seasons = datewords.SEASONS.get(main_language(language), ())
    season = "|".join(f"(?P<season{3 * count}>{one})" for count, one in enumerate(seasons, 1)) or NEVER
    written = (
        *_in_digits(language),
        rf"(?<!\w)(?:{season}) (?:{datewords.BEFORE_YEAR})?(?P<year>\d{{4}}){_END_OF_YEAR}",
        rf"(?<!\w){datewords.DECADES}",
        r"(?<!\w)(?P<year>(?P<decade>\d{2}[1-9])0)(?:s|er)(?!\w)",
        rf"(?<!\w)(?:{words(datewords.BEFORE_YEARS, language)}) (?P<year>\d{{4}}){_END_OF_YEAR}",
    )
    return tuple(re.compile(one, re.IGNORECASE) for one in written)


def _in_digits(language: str) -> Iterator[str]:
    """Yield patterns for dates in digits. With points, the day is first; with "en", day or month may be first."""
    order = re.sub("[^dMy]|(?<=(.))\\1", "", locale(language).date_formats["short"].pattern)
    orders = (order,) if order in ("dMy", "Mdy") and language != "en" else ("dMy", "Mdy")
    for marks, known in ("[.]", ("dMy",)), ("[/-]", orders):
        for one in known:
            first, second = ("day", "month") if one == "dMy" else ("month", "day")
            parts = rf"(?P<{first}>\d{{1,2}})(?P<mark>{marks})(?P<{second}>\d{{1,2}})(?P=mark)(?P<year>\d{{4}})"
            yield rf"(?<![\w./-]){parts}(?![\w/-])"


def century_of(match: re.Match[str]) -> int | None:
    """Return the number of a century from digits, Roman numerals or an Arabic word; None if it is not known."""
    return int(match["count"]) if match["count"].isdecimal() else _CENTURY_NUMBERS.get(match["count"].upper())


@cache
def eras(language: str) -> re.Pattern[str]:
    """Return a pattern for a year with its era, in the group ``bce``, ``ce`` or ``late``: 44 BCE, AD 830, 830 AD."""
    before, after = _eras(language)
    year = rf"\d{{1,3}}(?:[,.{SPACES}]?\d{{3}})*"
    return re.compile(
        rf"(?<!\w)(?:(?P<bce>{year}) (?:{before})|(?:{after}) (?P<ce>{year})|(?P<late>{year}) (?:{after}))(?!\w)"
    )


def year_of_era(match: re.Match[str]) -> int:
    """Return the year of a match of ``eras``, in which 1 BCE is 0."""
    year = int(re.sub(r"\D", "", match["bce"] or match["ce"] or match["late"]))
    return 1 - year if match["bce"] else year


def last_year(match: re.Match[str]) -> int:
    """Return the last year of a match of ``RUN_ON``: 2000 for 1999-00, 2021 for 2018-2021."""
    first, last = int(match["first"]), int(match["next"])
    return first + (last - first) % 100 if len(match["next"]) < len(match["first"]) else last


def sharing(text: str, match: re.Match[str], language: str) -> Iterator[re.Match[str]]:
    """Yield matches with a group ``number`` that share the month or the era of a date: the 3 in "3 to 7 May"."""
    before, after = _sharing(language)
    found = (before.search(text, 0, match.start()), after.match(text, match.end()))
    return (one for one in found if one)


@cache
def _sharing(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    word = datewords.RANGES.get(main_language(language), datewords.ANY_RANGE)
    joint = rf"(?: ?[-–/] ?| (?:{word}) (?:(?:{datewords.ARTICLES}) )?)"
    number = rf"(?P<number>\d+|(?<!\w)(?:{datewords.FIRST}))"
    return (
        re.compile(rf"(?<![\d.,]){number}\.?(?:{datewords.ORDINALS})?{joint}$", re.IGNORECASE),
        re.compile(rf"(?:{datewords.ORDINALS})?{joint}(?P<number>\d+)(?!\d)", re.IGNORECASE),
    )


def overlaps(place: tuple[int, int], others: Iterable[tuple[int, int]]) -> bool:
    """Whether a stretch of a text, as start and end, overlaps one of the others."""
    return any(place[0] < end and start < place[1] for start, end in others)


def _eras(language: str) -> tuple[str, str]:
    """Return regular expressions for the eras of a language: that before the year 1, and that from it on."""
    known = locale(language)
    names = {name: bool(index) for forms in known.eras.values() for index, name in forms.items() if len(name) > 1}
    names |= _MORE_ERAS.get(known.language, {})
    before, after = (any_of(one for one in names if names[one] is era) for era in (False, True))
    return before, after
