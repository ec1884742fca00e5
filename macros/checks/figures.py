"""Finds the figures in prose, and those that come from no fact."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from text_to_num import alpha2digit  # type: ignore[import-untyped] # it has no types

from macros.model import dates
from macros.model.words import normalise, plain

_MONTH = "|".join(dates.MONTHS)
_DATE = re.compile(
    rf"\b(?:(?P<day>\d{{1,2}}) )?(?P<month>{_MONTH})(?: (?P<year>\d{{4}}))?\b|\b(?P<alone>(?:19|20)\d\d)\b"
)
_RANGE = re.compile(r"(?P<low>\d[\d,]*(?:\.\d+)?) (?:to|and) (?=\d[\d,.]* (?P<scale>thousand|million|billion))")
_FIGURE = re.compile(r"(?P<digits>\d[\d,]*(?:\.\d+)?)(?:[ -](?P<scale>thousand|million|billion))?")
_SCALES = {None: 1, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}


QUALIFIERS = {
    "not more than": "up to",
    "no more than": "up to",
    "not less than": "at least",
    "no less than": "at least",
    "no fewer than": "at least",
    "more than": "more than",
    "over": "more than",
    "at least": "at least",
    "about": "about",
    "around": "about",
    "roughly": "about",
    "approximately": "about",
    "some": "about",
    "nearly": "nearly",
    "almost": "nearly",
    "up to": "up to",
    "as many as": "up to",
    "under": "under",
    "fewer than": "under",
    "less than": "under",
}
"""Words of sources for the exactness of a number, with the model's word."""
_PARTS = {"half": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4}
_STATED = re.compile(
    rf"(?:\b(?P<qualifier>{'|'.join(QUALIFIERS)}) )?"
    rf"(?:(?:(?P<of>\d+)[ -]|a )?(?P<part>{'|'.join(_PARTS)})(?: of)? an? )?"
    r"(?<![\w.])[$£€]?(?P<digits>(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?)"
    r"(?:[ -](?P<scale>thousand|million|billion)|(?= (?:to|and) \d[\d,.]* (?P<later>thousand|million|billion)))?",
    re.IGNORECASE,
)


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
    text = plain(text)
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


_MIXED = re.compile(r"(\d[\d,.]*(?: (?:to|and) \d[\d,.]*)?[ -](?:thousand|million|billion))", re.IGNORECASE)
"""Figures that are digits and words already: "2 to 3 million"."""


class Stated(NamedTuple):
    """A figure in the words of a source, with the model's word for how exact it is said to be, if there is one."""

    value: Decimal
    qualifier: str | None


def stated(text: str) -> list[Stated]:
    """Return the figures in a text, in digits or in words, with and without their scale: 2 and 2,000,000."""
    found = []
    for match in _STATED.finditer(in_digits(normalise(text))):
        qualifier = QUALIFIERS.get((match["qualifier"] or "").lower())
        scale = match["scale"] or match["later"]
        share = int(match["of"] or 1) / Decimal(_PARTS[match["part"]]) if match["part"] else Decimal(1)
        found += [Stated(share * _value(match["digits"], scale), qualifier) for scale in {scale, None}]
    return found


def in_digits(text: str) -> str:
    """Return a text with its number words in digits: "20000 dollars" for "twenty thousand dollars"."""
    in_words = _MIXED.split(re.sub(r"\b[Oo]ne(?= (?:year|month|week|day)\b)", "1", text))
    return "".join(part if index % 2 else str(alpha2digit(part, "en")) for index, part in enumerate(in_words))


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
