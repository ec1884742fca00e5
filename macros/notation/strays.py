"""Finds the figures in prose that no linked fact has: numbers and dates."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, lru_cache

from macros.model import dates
from macros.model.words import ascii_punctuation, blank
from macros.notation import designations
from macros.notation.dates import RUN_ON, date_parts, dates_of, eras, last_year, overlaps, sharing, year_of_era
from macros.notation.numbers import notation
from macros.notation.patterns import blanked

_DECADE = re.compile(r"(?<![\w.,])(?P<decade>\d{2,4})0s\b")
_ALONE = re.compile(r"(?<![\w.,])(?P<year>\d{3,5})(?![\w%]|[.,]\d)")
"""A year of three digits or more, without an era."""

_Days = set[tuple[int, int | None, int | None]]
"""Year, month and day of each known date; None for a part that is not known."""


@dataclass(frozen=True)
class Stray:
    """A figure that comes from no fact; ``start`` is its index in the text."""

    words: str
    start: int


def strays(
    text: str,
    numbers: Iterable[Decimal],
    known_dates: Iterable[dates.Edtf],
    language: str = "en",
    names: tuple[re.Pattern[str], ...] = (),
) -> list[Stray]:
    """Return the figures of a text that are in none of the numbers, dates or names."""
    points = [point for date in known_dates for point in (date.begin, date.end) if point]
    known: _Days = {(point.year, point.month, point.day) for point in points}
    known |= {(point.year + point.years - 1, None, None) for point in points}
    text = notation(language).in_order(_without_dates(_without_names(ascii_punctuation(text), names), known, language))
    allowed = {abs(number) for number in numbers}  # a change of -40 is a fall of 40
    return [
        Stray(match[0], match.start())
        for match in _figure(language).finditer(text)
        if allowed.isdisjoint(
            notation(language).value(match["digits"] or match["alone"], scale)
            for scale in (match["scale"], match["later"], None)
        )
    ]


@lru_cache(1024)  # a preview asks again at every change of another file
def _without_names(text: str, names: tuple[re.Pattern[str], ...]) -> str:
    """Return text with spaces in place of the names and of designations."""
    both = zip(blank(text, names), designations.blank(text), strict=True)  # a designation may end within a name
    return "".join(one if one == other else " " for one, other in both)


@cache
def _figure(language: str) -> re.Pattern[str]:
    """Return a pattern for a number as the language writes it, or as another one does before a word of scale."""
    return re.compile(rf"{notation(language).scaled}|(?P<alone>{notation(language).own_number})")


def _without_dates(text: str, known: _Days, language: str) -> str:
    """Return text with spaces in place of each known date, and of known days and years that share its month or era."""
    found: list[re.Match[str]] = []
    shared: list[re.Match[str]] = []
    for pattern in (*dates_of(language), eras(language), RUN_ON, _DECADE, _ALONE):
        for match in pattern.finditer(text):
            if not overlaps(match.span(), (one.span() for one in found)):  # of a date that is not known, no part is
                found.append(match)
                shared += (one for one in sharing(text, match, language) if _shares(one, match, known, language))
    places = [one.span() for one in found if _is_known(one, known, language)]
    return blanked(text, [*places, *(one.span("number") for one in shared)])


def _is_known(match: re.Match[str], known: _Days, language: str) -> bool:
    """Whether a known date has all the parts that a match gives: a date in words, a year or a decade."""
    given, years = match.groupdict(), {year for year, _, _ in known}
    if "first" in given:
        return int(match["first"]) in years and last_year(match) in {*years, int(match["first"]) + 1}
    if "ce" in given:
        return year_of_era(match) in years
    if "decade" in given:
        return any(int(match["decade"]) == year // 10 for year in years)
    wanted = date_parts(given, language)
    return any(all(part in (None, own) for part, own in zip(wanted, one, strict=True)) for one in known)


def _shares(other: re.Match[str], match: re.Match[str], known: _Days, language: str) -> bool:
    """Whether a number that shares the month or the era of a date makes a known day, or a known year."""
    given, number = match.groupdict(), int(other["number"]) if other["number"].isdecimal() else 1
    if "ce" in given:
        return any(year == (1 - number if match["bce"] else number) for year, _, _ in known)
    return "month" in given and (date_parts(given, language)[1], number) in {one[1:] for one in known}
