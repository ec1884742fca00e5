"""Finds the dates that a text states, in words or digits, and the words for about and since before a year."""

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import NamedTuple

from macros.model.points import SEASONS, Point
from macros.notation import dates, datewords, figures
from macros.notation.patterns import blanked, words

_LEAP_YEAR = 2000
_CENTURY = 100


class Dated(NamedTuple):
    """A date in a text; one without a year is a day of a leap year."""

    words: str
    point: Point
    has_year: bool


_Place = tuple[int, int]  # the start and the end of a date in a text


def dated(text: str, language: str) -> Iterator[Dated]:
    """Yield each date in a normalised text.

    The month of a day is no date of its own, and neither is the number of a year with its era.
    """
    with_era = [match.span() for match in dates.eras(language).finditer(text)]
    yield from (one for one, place in _places(text, language) if not dates.overlaps(place, with_era))
    yield from _centuries(text, language)


def without_dates(text: str, language: str) -> str:
    """Return a normalised text with spaces in place of each date, and of each number that is certainly a year."""
    patterns = (dates.RUN_ON, _century(language), dates.eras(language))
    places = [match.span() for pattern in patterns for match in pattern.finditer(text)]
    return blanked(text, [*places, *(place for _, place in _places(text, language))])


def _places(text: str, language: str) -> Iterator[tuple[Dated, _Place]]:
    """Yield the dates in a text with their places. One that can be read in two ways, or shares its month, gives two."""
    *others, decades, after_words, years = dates.more_dates_of(language)
    taken: list[_Place] = []
    sharing_month: list[tuple[Dated, _Place]] = []
    for pattern in (*others, *dates.dates_of(language), decades, after_words, years):
        for match in pattern.finditer(text):
            given, place = match.groupdict(), match.span()
            point = _point(given, language)
            if point and (place in taken or not dates.overlaps(place, taken)):
                taken.append(place)
                said = match["year"] if point.precision == "year" else match[0]  # without "in"
                yield Dated(said, point, has_year="year" in given), place
                for shared in dates.sharing(text, match, language) if point.day else ():
                    if other := _point(given | {"day": shared["number"]}, language):
                        found = Dated(match[0], other, has_year="year" in given), shared.span("number")
                        sharing_month.append(found)
    yield from (
        one for one in sharing_month if not dates.overlaps(one[1], taken)
    )  # in "30 April/1 May", none is shared


@cache
def _century(language: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{words(datewords.CENTURIES, language)})")


def _centuries(text: str, language: str) -> Iterator[Dated]:
    """Yield the centuries, except one that ends a range: in "the 18th and the 19th century", either may be meant."""
    text, joints = figures.in_digits(text, language, 0), words(datewords.RANGES, language)
    before = re.compile(rf"(?:\d|\b[IVX]+)\w*(?: \w+)?(?: (?:{joints})|[-–])(?: \w+)? ?$")
    for match in _century(language).finditer(text):
        number = dates.century_of(match)
        if number and not before.search(text[: match.start()]):
            first = 1 - number * _CENTURY if match["bce"] else (number - 1) * _CENTURY
            yield Dated(match[0], Point(first, years=_CENTURY), has_year=True)


def _point(given: dict[str, str | None], language: str) -> Point | None:
    """Return the point in time of the parts of a date; None if there is no such day, or if it is before the year 1."""
    year, month, day = dates.date_parts(given, language)
    year = _LEAP_YEAR if year is None else year
    season = next((one for one in SEASONS.values() if given.get(f"season{one}")), 0)
    try:
        date(year, month or 1, 1 if day is None else day)
    except ValueError:
        return None
    return Point(year, month, day, years=10 if given.get("decade") else 1, season=season)


def about(text: str, language: str, year: int) -> list[re.Match[str]]:
    """Return each place where a text gives a year; the group ``about`` is the word for about before it, if any."""
    before = rf"(?:(?<![\w.])(?P<about>{words(datewords.ABOUT, language)}) )?"
    spelled = [re.escape(one[0]) for one in dates.eras(language).finditer(text) if dates.year_of_era(one) == year]
    found = [match for one in spelled for match in re.finditer(before + one, text, re.IGNORECASE)]
    bare = re.finditer(rf"{before}(?<![\w.,/-])(?P<year>\d{{3,4}})(?![\w%]|[.,/-]\d)", text, re.IGNORECASE)
    return found + [match for match in bare if int(match["year"]) == year > 0]


def since(text: str) -> list[re.Match[str]]:
    """Return each place where a text says since which year something lasts; not "the first since 2005"."""
    is_first = re.search(rf"(?<!\w)(?:{datewords.FIRST_TIME})(?!\w)", text, re.IGNORECASE)
    pattern = rf"(?<!\w)(?:{datewords.SINCE}) (?P<year>\d{{4}})(?!\w|[.,/-]\d)"
    return [] if is_first else [*re.finditer(pattern, text, re.IGNORECASE)]
