"""Dates as sources give them: a subset of EDTF (ISO 8601-2) that is never widened or narrowed.

The subset, from the Library of Congress specification (levels 0 and 1, and one form of level 2):

    2017  2017-04  2017-04-11     a year, a month, a day
    2017~  2017-04?  2017%        about, uncertain, both
    2017-04-10/2017-04-11         from the first to the second
    ../2017-04-11                 on or before
    2005/..                       from then on
    [2017-04-10..2017-04-11]      one of these days; it is not known which
"""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from functools import cached_property

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_SIDE = r"(\.\.|[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?[~?%]?)"
_DAY = "[0-9]{4}-[0-9]{2}-[0-9]{2}"
PATTERN = rf"^({_SIDE}(/{_SIDE})?|\[{_DAY}\.\.{_DAY}\])$"
"""A regular expression for dates, for JSON Schema; unlike ``parse``, it accepts 30 February."""
_ONE_OF = re.compile(rf"\[({_DAY})\.\.({_DAY})\]")
_POINT = re.compile(r"(?P<year>[0-9]{4})(?:-(?P<month>[0-9]{2})(?:-(?P<day>[0-9]{2}))?)?(?P<mark>[~?%]?)")


@dataclass(frozen=True)
class Point:
    """A year, a month of a year, or a day, and how firmly it is known."""

    year: int
    month: int | None = None
    day: int | None = None
    about: bool = False
    uncertain: bool = False

    @property
    def first(self) -> date:
        """The first day it can mean."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last(self) -> date:
        """The last day it can mean."""
        month = self.month or 12
        return date(self.year, month, self.day or monthrange(self.year, month)[1])

    def words(self, *, year: bool = True, month: bool = True) -> str:
        """Return it in words, without the year or the month if the other side of a span gives it."""
        parts = [
            str(self.day) if self.day else "",
            MONTHS[self.month - 1] if self.month and month else "",
            str(self.year) if year else "",
        ]
        text = " ".join(part for part in parts if part)
        return ("about " if self.about else "") + text + (" (uncertain)" if self.uncertain else "")


@dataclass(frozen=True)
class Edtf:
    """A date or a span as written, with the days it can mean.

    ``begin`` is None for a span with no stated beginning, ``end`` for one with no stated end; a single date
    has the same Point in both.
    """

    text: str
    begin: Point | None
    end: Point | None

    @property
    def is_span(self) -> bool:
        """Whether it is written as two sides."""
        return "/" in self.text or self.is_one_of

    @property
    def is_one_of(self) -> bool:
        """Whether it is a single day, known only to be one of several."""
        return self.text.startswith("[")

    @property
    def first(self) -> date | None:
        """The earliest day it can mean, or None where the source gives none."""
        return self.begin.first if self.begin else None

    @property
    def last(self) -> date | None:
        """The latest day it can mean, or None where the source gives none."""
        return self.end.last if self.end else None

    @cached_property
    def sort_key(self) -> tuple[date, date]:
        """Order by the earliest known day; of two that start together the longer comes first."""
        first = self.first or self.last or date.max
        last = self.last or date.max
        return first, date.fromordinal(date.max.toordinal() - last.toordinal() + 1)

    @property
    def precision(self) -> str:
        """The word for what is known: day, month, year, span, or one of several days."""
        if self.is_one_of:
            return "one of several days"
        if self.is_span:
            return "span"
        assert self.begin
        return "day" if self.begin.day else "month" if self.begin.month else "year"

    def __str__(self) -> str:
        """Return it in words: 11 April 2017, about 2017, 10 to 11 April 2017, 10 or 11 April 2017, since 2005."""
        if self.begin is None:
            assert self.end
            return f"by {self.end.words()}"
        if not self.is_span:
            return self.begin.words()
        if self.end is None:
            return f"since {self.begin.words()}"
        begin, end = self.begin, self.end
        same_year = bool(begin.month and end.month) and begin.year == end.year
        same_month = bool(begin.day and end.day) and same_year and begin.month == end.month
        first, last = begin.words(year=not same_year, month=not same_month), end.words()
        if not self.is_one_of:
            return f"{first} to {last}"
        return f"{first} or {last}" if (end.last - begin.first).days == 1 else f"between {first} and {last}"

    def overlaps(self, other: "Edtf") -> bool:
        """Whether any day can belong to both."""
        return (self.first or date.min) <= (other.last or date.max) and (other.first or date.min) <= (
            self.last or date.max
        )


def parse(text: str) -> Edtf:
    """Return the date that a text in the subset above stands for.

    Raises:
        ValueError: with a sentence that says what is wrong.

    """
    one_of = _ONE_OF.fullmatch(text)
    sides = list(one_of.groups()) if one_of else text.split("/")
    if len(sides) == 1:
        point = _point(text, text)
        return Edtf(text, point, point)
    if text.count("/") > 1 or sides == ["..", ".."]:
        raise ValueError(f"{text!r} is not a date: a span has two sides and at least one date")
    begin, end = (None if side == ".." else _point(side, text) for side in sides)
    if begin and end and begin.first > end.last:
        raise ValueError(f"{text!r} ends before it starts: write the earlier date first")
    if one_of and begin == end:
        raise ValueError(f"{text!r} names one day: write it alone")
    return Edtf(text, begin, end)


def _point(side: str, text: str) -> Point:
    match = _POINT.fullmatch(side)
    if not match:
        raise ValueError(
            f'{text!r} is not a date: write "2017-04-11", "2017-04", "2017", "2017~", a span such as '
            '"2017-04-10/2017-04-11", or one of several days, "[2017-04-10..2017-04-11]"'
        )
    year, month, day = (int(part) if part else None for part in match.group("year", "month", "day"))
    mark = match["mark"]
    assert year is not None
    try:
        date(year, 1 if month is None else month, 1 if day is None else day)
    except ValueError as error:
        raise ValueError(f"{text!r} is not a date, as there is no such day: write one of the calendar") from error
    return Point(year, month, day, about=mark in ("~", "%"), uncertain=mark in ("?", "%"))
