"""Finds the figures in prose that come from no fact: numbers and dates that are not those of linked facts."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, lru_cache

from macros.model import dates
from macros.model.words import ascii_punctuation, blank
from macros.notation import designations
from macros.notation.dates import RUN_ON, date_parts, dates_of, eras, last_year, overlaps, sharing, year_of_era
from macros.notation.numbers import notation

_LEAST_DIGITS = 3
"""From how many digits on a year needs no era beside it to be one."""


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
    """Return the figures of a text that belong to none of the numbers, of the dates, of the names."""
    points = [point for date in known_dates for point in (date.begin, date.end) if point]
    text = _without_dates(_without_names(ascii_punctuation(text), names), points, language)
    allowed = {abs(number) for number in numbers}  # a change of -40 is a fall of 40
    forms, found = notation(language), []

    def without(low: re.Match[str]) -> str:
        return " " * len(low[0]) if forms.value(low["low"], low["scale"]) in allowed else low[0]

    text = _range(language).sub(without, text)
    for match in _figure(language).finditer(text):
        values = {forms.value(match["digits"], scale) for scale in {match["scale"], None}}
        if not values & allowed:
            found.append(Stray(match[0], match.start()))
    return found


@lru_cache(1024)  # a preview asks again at every change of another file
def _without_names(text: str, names: tuple[re.Pattern[str], ...]) -> str:
    """Return plain text with spaces in the place of these names and of designations."""
    both = zip(blank(text, names), designations.blank(text), strict=True)  # a designation may end within a name
    return "".join(one if one == other else " " for one, other in both)


@cache
def _figure(language: str) -> re.Pattern[str]:
    """Return a pattern for a number as its language writes it, or as a neighbour does before a word of scale."""
    forms = notation(language)
    return re.compile(rf"(?P<digits>{forms.number}(?={forms.scale})|{forms.own_number})(?P<scale>{forms.scale})?")


@cache
def _range(language: str) -> re.Pattern[str]:
    """Return a pattern for the first of two numbers that share a scale: "2 to 3 million"."""
    forms = notation(language)
    joint = rf" ?(?:{forms.joints}|–|-) ?"
    return re.compile(rf"(?<!\d)(?P<low>{forms.number}){joint}(?={forms.number}(?P<scale>{forms.scale}))")


def _without_dates(text: str, points: list[dates.Point], language: str) -> str:
    """Return text in which every date that is known is blank; of one that is not known, no part is."""
    text, years = _without_shared(text, points, language), _years(points)
    kinds: list[tuple[re.Pattern[str], Callable[[re.Match[str]], bool]]] = [
        *((pattern, lambda match: _is_known(match, points, language)) for pattern in dates_of(language)),
        (eras(language), lambda match: year_of_era(match) in years),
        (RUN_ON, lambda match: int(match["first"]) in years and last_year(match) in {*years, int(match["first"]) + 1}),
        (_DECADE, lambda match: any(int(match[1]) == year // 10 for year in years)),
        (_ALONE, lambda match: int(match[0]) in years),
    ]
    unknown: list[tuple[int, int]] = []
    for pattern, is_known in kinds:
        for match in list(pattern.finditer(text)):
            if overlaps(match.span(), unknown):
                continue
            if is_known(match):
                text = text[: match.start()] + " " * len(match[0]) + text[match.end() :]
            else:
                unknown.append(match.span())
    return text


def _without_shared(text: str, points: list[dates.Point], language: str) -> str:
    """Return text in which each known day or year is blank that shares its month or era with another: 3 to 7 May."""
    for pattern in (*dates_of(language), eras(language)):
        for match in list(pattern.finditer(text)):
            for shared in sharing(text, match, language):
                if _shares(int(shared["number"]), match, points, language):
                    start, end = shared.span("number")
                    text = text[:start] + " " * (end - start) + text[end:]
    return text


def _shares(number: int, match: re.Match[str], points: list[dates.Point], language: str) -> bool:
    """Whether a number with the month, or the era, of a date in words is a known day, or a known year."""
    if "ce" in match.groupdict():
        return (1 - number if match["bce"] else number) in _years(points)
    month = date_parts(match.groupdict(), language)[1] if "month" in match.groupdict() else None
    return any((one.month, one.day) == (month, number) for one in points)


def _years(points: list[dates.Point]) -> set[int]:
    """Return the first and the last year of each point of time."""
    return {point.year for point in points} | {point.year + point.years - 1 for point in points}


_DECADE = re.compile(r"(?<![\w.,])(\d{2,4})0s\b")
_ALONE = re.compile(rf"(?<![\w.,])\d{{{_LEAST_DIGITS},5}}(?![\w%]|[.,]\d)")


def _is_known(match: re.Match[str], points: list[dates.Point], language: str) -> bool:
    """Whether one of the known points of time has every part that a date in words gives."""
    wanted = date_parts(match.groupdict(), language)
    known = ((one.year, one.month, one.day) for one in points)
    return any(all(part in (None, own) for part, own in zip(wanted, one, strict=True)) for one in known)
