"""Which dates a text states, in words or digits, and what it says of a year: about, since, and the next one."""

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from macros.model.dates import Point
from macros.notation import datewords, figures
from macros.notation.dates import (
    RUN_ON,
    century_of,
    date_parts,
    dates_of,
    eras,
    orders_in_digits,
    overlaps,
    seasons_of,
    sharing,
    year_of_era,
    years_of,
)
from macros.notation.numbers import main_language

_DIGITS = re.compile(r"(?<![\w./-])(?P<one>\d{1,2})(?P<mark>[./-])(?P<two>\d{1,2})(?P=mark)(?P<year>\d{4})(?![\w/-])")
_LEAP_YEAR = 2000
_CENTURY = 100


class Dated(NamedTuple):
    """A date in a text; without its year, it is a day of a leap year."""

    words: str
    point: Point
    has_year: bool


_Place = tuple[Dated, tuple[int, int]]
"""A date in a text, and where it starts and ends."""


def dated(text: str, language: str) -> Iterator[Dated]:
    """Yield each date in a normalised text; a day is not a month too, and a year with its era is no other."""
    taken = [match.span() for match in eras(language).finditer(text)]
    for read in (_in_digits, _seasons, _in_words):
        found = [*read(text, language)]
        yield from (one for one, place in found if not overlaps(place, taken))
        taken += [place for _, place in found]
    yield from _centuries(text, language)


def without_dates(text: str, language: str) -> str:
    """Return a normalised text with spaces in the place of each date and each year that is certainly one."""
    century = re.compile(rf"(?<!\w)(?:{datewords.CENTURIES.get(main_language(language), '(?!)')})")
    places = [match.span() for pattern in (RUN_ON, century, eras(language)) for match in pattern.finditer(text)]
    places += [place for read in (_in_digits, _seasons, _in_words) for _, place in read(text, language)]
    for start, end in places:
        text = text[:start] + " " * (end - start) + text[end:]
    return text


def _in_words(text: str, language: str) -> Iterator[_Place]:
    taken: list[tuple[int, int]] = []
    for pattern in (*dates_of(language), *years_of(language)):
        for match in pattern.finditer(text):
            point = _point(match.groupdict(), language)
            if point and not overlaps(match.span(), taken):
                taken.append(match.span())
                said = match["year"] if point.precision == "year" else match[0]  # without "in"
                yield Dated(said, point, has_year="year" in match.groupdict()), match.span()
                for shared in sharing(text, match, language) if point.day else ():
                    if other := _point(match.groupdict() | {"day": shared["number"]}, language):
                        yield Dated(match[0], other, has_year="year" in match.groupdict()), shared.span("number")


def _seasons(text: str, language: str) -> Iterator[_Place]:
    for month, pattern in seasons_of(language).items():
        for match in pattern.finditer(text):
            yield Dated(match[0], Point(int(match["year"]), season=month), has_year=True), match.span()


def _in_digits(text: str, language: str) -> Iterator[_Place]:
    """Yield the dates in digits, 8/11/1959, in each order that the language may mean; points have the day first."""
    for match in _DIGITS.finditer(text):
        orders = ("dmy",) if match["mark"] == "." else orders_in_digits(language)
        for order in orders:
            day, month = (match["one"], match["two"]) if order == "dmy" else (match["two"], match["one"])
            if point := _point({"day": day, "month": month, "year": match["year"]}, language):
                yield Dated(match[0], point, has_year=True), match.span()


def _centuries(text: str, language: str) -> Iterator[Dated]:
    """Yield the centuries; of one that ends a range, "the 18th and the 19th century", which is meant is not certain."""
    main = main_language(language)
    text, joints = figures.in_digits(text, language, 0), datewords.RANGES.get(main, "(?!)")
    for match in re.finditer(rf"(?<!\w)(?:{datewords.CENTURIES.get(main, '(?!)')})", text):
        number = century_of(match)
        is_range = re.search(rf"(?:\d|\b[IVX]+)\w*(?: \w+)?(?: (?:{joints})|[-–])(?: \w+)? ?$", text[: match.start()])
        if number and not is_range:
            first = 1 - number * _CENTURY if match["bce"] else (number - 1) * _CENTURY
            yield Dated(match[0], Point(first, years=_CENTURY), has_year=True)


def _point(given: dict[str, str | None], language: str) -> Point | None:
    """Return what the parts of a date in words stand for; None if there is no such day, or if it is before our era."""
    year, month, day = date_parts(given, language)
    year = _LEAP_YEAR if year is None else year
    try:
        date(year, 1 if month is None else month, 1 if day is None else day)
    except ValueError:
        return None
    return Point(year, month, day, years=10 if given.get("decade") else 1)


def about(text: str, language: str, year: int) -> list[re.Match[str]]:
    """Return each place where a text gives a year, with the word for about before it, if any, as group ``about``."""
    words = datewords.ABOUT.get(main_language(language), "(?!)")
    before = rf"(?:(?<![\w.])(?P<about>{words}) )?"
    spelled = [re.escape(one[0]) for one in eras(language).finditer(text) if year_of_era(one) == year]
    found = [match for one in spelled for match in re.finditer(before + one, text, re.IGNORECASE)]
    bare = re.finditer(rf"{before}(?<![\w.,/-])(?P<year>\d{{3,4}})(?![\w%]|[.,/-]\d)", text, re.IGNORECASE)
    return found + [match for match in bare if int(match["year"]) == year > 0]


def since(text: str, language: str) -> list[re.Match[str]]:
    """Return each place where a text gives the year from which on something lasts; not "the first since 2005"."""
    words = datewords.SINCE.get(main_language(language), "(?!)")
    is_first = re.search(rf"(?<!\w)(?:{datewords.FIRST_TIME})(?!\w)", text, re.IGNORECASE)
    pattern = rf"(?<!\w)(?:{words}) (?P<year>\d{{4}})(?!\w|[.,/-]\d)"
    return [] if is_first else [*re.finditer(pattern, text, re.IGNORECASE)]
