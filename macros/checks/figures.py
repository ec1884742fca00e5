"""Finds the figures in prose, and those that come from no fact."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from macros.model import dates

_MONTH = "|".join(dates.MONTHS)
_DATE = re.compile(
    rf"\b(?:(?P<day>\d{{1,2}}) )?(?P<month>{_MONTH})(?: (?P<year>\d{{4}}))?\b|\b(?P<alone>(?:19|20)\d\d)\b"
)
_RANGE = re.compile(r"(?P<low>\d[\d,]*(?:\.\d+)?) (?:to|and) (?=\d[\d,.]* (?P<scale>thousand|million|billion))")
_FIGURE = re.compile(r"(?P<digits>\d[\d,]*(?:\.\d+)?)(?:[ -](?P<scale>thousand|million|billion))?")
_SCALES = {None: 1, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}


@dataclass(frozen=True)
class Stray:
    """A figure that comes from no fact; ``start`` is its index in the text."""

    words: str
    start: int


def blank(text: str, patterns: Iterable[re.Pattern[str]]) -> str:
    """Return text in which all that matches a pattern is replaced by spaces; length and lines stay."""
    for pattern in patterns:
        text = pattern.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), text)
    return text


def strays(text: str, numbers: Iterable[Decimal], known_dates: Iterable[dates.Edtf]) -> list[Stray]:
    """Return the figures of a text that are neither one of the numbers nor part of one of the dates."""
    points = [point for date in known_dates for point in (date.begin, date.end) if point]
    found = []
    for match in list(_DATE.finditer(text)):
        if _is_known(match, points):
            text = text[: match.start()] + " " * len(match[0]) + text[match.end() :]
    allowed = {abs(number) for number in numbers}  # a change of -40 is a fall of 40
    text = _RANGE.sub(lambda m: _blank_if(m, m["low"], allowed), text)
    for match in _FIGURE.finditer(text):
        value = _value(match["digits"], match["scale"])
        if value not in allowed and _value(match["digits"], None) not in allowed:
            found.append(Stray(match[0].rstrip(","), match.start()))
    return found


def values(text: str) -> set[Decimal]:
    """Return the values of the figures in a text, with and without their scale: 2,000,000 and 2 for "2 million"."""
    found = list(_FIGURE.finditer(text))
    return {_value(match["digits"], scale) for match in found for scale in (match["scale"], None)}


def _value(digits: str, scale: str | None) -> Decimal:
    return Decimal(digits.replace(",", "")) * _SCALES[scale]


def _blank_if(match: re.Match[str], low: str, allowed: set[Decimal]) -> str:
    known = _value(low, match["scale"]) in allowed
    return " " * len(match[0]) if known else match[0]


def _is_known(match: re.Match[str], points: list[dates.Point]) -> bool:
    """Whether one of the known points of time has every part that a date in words gives."""
    year = match["year"] or match["alone"]
    month = dates.MONTHS.index(match["month"]) + 1 if match["month"] else None
    wanted = (int(year) if year else None, month, int(match["day"]) if match["day"] else None)
    return any(
        all(part is None or part == known for part, known in zip(wanted, (p.year, p.month, p.day), strict=True))
        for p in points
    )
