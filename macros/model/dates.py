"""Dates as sources give them: a subset of EDTF (ISO 8601-2) that is never widened or narrowed.

The subset, from the Library of Congress specification (levels 0 and 1, and one form of level 2):

    2017  2017-04  2017-04-11     a year, a month, a day
    0830  -0043  Y-12018          the years 830, 44 BCE (0000 is 1 BCE), 12,019 BCE (Y with five digits)
    18XX  186X                    a century, a decade
    2018-21                       a season: 21 spring, 22 summer, 23 autumn, 24 winter
    2017~  2017-04?  2017%        about, uncertain, both
    2017-04-10/2017-04-11         from the first to the second
    ../2017-04-11                 on or before
    2005/..                       from then on
    [2017-04-10..2017-04-11]      one of these days; it is not known which

The edtf package, against which the tests hold the bounds, takes milliseconds a date and has no words for dates.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from math import inf

from macros.language import gettext, gettext_noop
from macros.model.points import CYCLE, LONGEST_YEAR, SEASONS, Day, Point, is_day_first, months, year_words
from macros.model.unfit import UnfitError

__all__ = ["DAY", "PATTERN", "Day", "Edtf", "Point", "months", "parse", "reach", "undated_last", "year_words"]

_YEAR = r"Y-?[1-9][0-9]{4}|(?!-0000)-?[0-9]{4}"
_YEARS = r"-?[0-9]{2}(?:[0-9]X|XX)"
_SIDE = rf"(\.\.|({_YEARS}|({_YEAR})(-[0-9]{{2}}(-[0-9]{{2}})?)?)[~?%]?)"
DAY = "-?[0-9]{4}-[0-9]{2}-[0-9]{2}"
"""A regular expression for a day."""
PATTERN = rf"^({_SIDE}(/{_SIDE})?|\[{DAY}\.\.{DAY}\])$"
"""A regular expression for dates, for JSON Schema; unlike ``parse``, it accepts 30 February."""
_ONE_OF = re.compile(rf"\[({DAY})\.\.({DAY})\]")
_POINT = re.compile(
    rf"(?:(?P<years>{_YEARS})|(?P<year>{_YEAR})(?:-(?P<month>[0-9]{{2}})(?:-(?P<day>[0-9]{{2}}))?)?)(?P<mark>[~?%]?)"
)


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
    def is_iso(self) -> bool:
        """Whether it is a year, a month or a day, or from one to another, that ISO 8601 writes alike."""
        return not self.is_one_of and all(point and point.is_iso for point in (self.begin, self.end))

    @property
    def start(self) -> Point:
        """Where it begins; where that is not stated, its end."""
        start = self.begin or self.end
        assert start
        return start

    @property
    def first(self) -> Day | None:
        """The earliest day it can mean, or None where the source gives none."""
        return self.begin.first if self.begin else None

    @property
    def last(self) -> Day | None:
        """The latest day it can mean, or None where the source gives none."""
        return self.end.last if self.end else None

    @cached_property
    def sort_key(self) -> tuple[float, float]:
        """Order by the earliest known day; of two that start together the longer comes first."""
        first = self.first or self.last
        assert first
        return first.ordinal, -(self.last.ordinal if self.last else inf)

    @property
    def precision(self) -> str:
        """The word for what is known: that of its point, span, or one of several days."""
        if self.is_one_of:
            return "one of several days"
        if self.is_span:
            return "span"
        assert self.begin
        return self.begin.precision

    def __str__(self) -> str:
        """Return it in words: 11 April 2017, about 2017, 10 to 11 April 2017, 10 or 11 April 2017, since 2005."""
        return _words(self.begin, self.end, is_one_of=self.is_one_of)

    @property
    def in_years(self) -> str:
        """Its year or years in words: 2017, about 1901, 1860s, 2017 to 2018, since 2005."""
        begin, end = (side and side.in_years for side in (self.begin, self.end))
        return _words(begin, end, is_one_of=self.is_one_of)

    def overlaps(self, other: "Edtf") -> bool:
        """Whether any day can belong to both."""
        return all(
            one.first is None or two.last is None or one.first <= two.last
            for one, two in ((self, other), (other, self))
        )


def undated_last(date: Edtf | None) -> tuple[float, float]:
    """Return a sort key for dates that puts None last."""
    return date.sort_key if date else (inf, inf)


def reach(dates: Sequence[Edtf]) -> str:
    """Return in words the span that dates cover.

    If both ends are open, it is the span from the first to the last known point.
    """
    begin = min((point for date in dates if (point := date.begin or date.end)), key=lambda point: point.first)
    end = max((point for date in dates if (point := date.end or date.begin)), key=lambda point: point.last)
    has_begin, has_end = all(date.begin for date in dates), all(date.end for date in dates)
    return _words(begin if has_begin or not has_end else None, end if has_end or not has_begin else None)


def _words(begin: Point | None, end: Point | None, *, is_one_of: bool = False) -> str:
    """Return in words a point, or a span, one side of which may be open."""
    if begin is None:
        assert end
        return _phrase(gettext_noop("by %(day)s"), gettext_noop("by %(date)s"), end)
    if end is None:
        return _phrase(gettext_noop("since %(day)s"), gettext_noop("since %(date)s"), begin)
    if begin == end:
        return begin.words()
    same_year = bool(begin.month and end.month) and begin.year == end.year and is_day_first()
    same_month = bool(begin.day and end.day) and same_year and begin.month == end.month
    first, last = begin.words(year=not same_year, month=not same_month), end.words()
    told = gettext_noop("%(first_day)s to %(last_day)s")
    if is_one_of:
        is_next = end.last.ordinal - begin.first.ordinal == 1
        told = (
            gettext_noop("%(first_day)s or %(last_day)s")
            if is_next
            else gettext_noop("between %(first_day)s and %(last_day)s")
        )
    elif not (begin.day and end.day) or begin.about or end.about:
        return gettext("%(first)s to %(last)s", first=first, last=last)
    return gettext(told, first_day=first, last_day=last)


def _phrase(of_day: str, of_date: str, point: Point) -> str:
    """Return a phrase with a point in time; in many languages, days take another phrase than years."""
    return gettext(of_day, day=point.words()) if point.day else gettext(of_date, date=point.words())


def parse(text: str) -> Edtf:
    """Return the date that a text in the subset above stands for; raises ValueError, which says what is wrong."""
    one_of = _ONE_OF.fullmatch(text)
    sides = list(one_of.groups()) if one_of else text.split("/")
    if len(sides) == 1:
        point = _point(text, text)
        return Edtf(text, point, point)
    if text.count("/") > 1 or sides == ["..", ".."]:
        raise UnfitError(f"{text!r} is not a date", f"write {_forms(text)}")
    begin, end = (None if side == ".." else _point(side, text) for side in sides)
    if begin and end and begin.first > end.last:
        raise UnfitError(f"{text!r} ends before it starts", "write the earlier date first")
    if one_of and begin == end:
        raise UnfitError(f"{text!r} names one day", "write it alone")
    return Edtf(text, begin, end)


def _point(side: str, text: str) -> Point:
    match = _POINT.fullmatch(side)
    if not match:
        raise UnfitError(f"{text!r} is not a date", f"write {_forms(text)}")
    marks = {"about": match["mark"] in ("~", "%"), "uncertain": match["mark"] in ("?", "%")}
    if match["years"]:
        return _open(match["years"], **marks)
    year, month, day = (
        int(part) if part else None for part in (match["year"].strip("Y"), *match.group("month", "day"))
    )
    assert year is not None
    if month in SEASONS and day is None:
        return Point(year, season=SEASONS[month], **marks)
    try:
        date(year % CYCLE + CYCLE, 1 if month is None else month, 1 if day is None else day)
    except ValueError as error:
        raise UnfitError(f"{text!r} is not a date, as there is no such day", "write one of the calendar") from error
    return Point(year, month, day, **marks)


def _open(digits: str, *, about: bool, uncertain: bool) -> Point:
    """Return the decade or the century of a year whose last digits are X."""
    size = 10 ** digits.count("X")
    first = int(digits.replace("X", "0"))
    if digits.startswith("-"):  # -004X are the years -49 to -40
        first -= size - 1
    return Point(first, about=about, uncertain=uncertain, years=size)


def _forms(text: str) -> str:
    """Return the forms of dates for a message, with those that look like a text first."""
    number = re.fullmatch(r"(?P<sign>-?)(?P<digits>[0-9]{1,5})(?P<bce> ?B\.?C\.?(?:E\.?)?)?", text)
    if number:
        year = 1 - int(number["digits"]) if number["bce"] else int(number["sign"] + number["digits"])
        written = f"Y{year}" if abs(year) > LONGEST_YEAR else f"{'-' * (year < 0)}{abs(year):04}"
        return f'"{written}", which is {year_words(year)}: as 0000 is 1 BCE, -0043 is 44 BCE'
    if years := re.fullmatch(r"([0-9]{4})/[0-9]{2}", text):
        return f"\"{years[1]}\" for the year that starts then, and 'year_starts' for its month in the series"
    if re.fullmatch(r"[0-9]{1,2}([./-])[0-9]{1,2}\1[0-9]{4}", text):
        return 'year, month and day in this order: "2017-04-11"'
    return (
        '"2017-04-11", "2017-04", "2017", "2017~" for about 2017, a span such as "2017-04-10/2017-04-11", '
        'one of several days, "[2017-04-10..2017-04-11]", a season, "2018-21" for spring, "186X", "18XX", '
        'or "-0043" for 44 BCE'
    )
