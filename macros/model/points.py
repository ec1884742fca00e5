"""Points in time: days of any year, and what is known of one of them, from a day to a century."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Literal, NamedTuple

from babel.dates import get_month_names

SEASONS = {21: (3, "spring"), 22: (6, "summer"), 23: (9, "autumn"), 24: (12, "winter")}
"""The month in which a season starts in the north, which is where an axis shows it, and its name."""
CYCLE, _DAYS_OF_CYCLE = 400, 146_097
"""After so many years, and days, the calendar repeats itself."""
_CENTURY, LONGEST_YEAR = 100, 9999
"""The last year that is written with four digits."""


@cache
def months(language: str = "en", width: Literal["wide", "abbreviated"] = "wide") -> tuple[str, ...]:
    """Return the names of the months in a language, or with the width "abbreviated" their short forms."""
    return tuple(get_month_names(width, locale=language.replace("-", "_")).values())


class Day(NamedTuple):
    """A day of the Gregorian calendar, also before it was in use; the year 0 is 1 BCE."""

    year: int
    month: int
    day: int

    def __str__(self) -> str:
        """Return it as ISO 8601 writes it: "1901-05-01"; years before 1 BCE have a minus."""
        return f"{self.year:0{5 if self.year < 0 else 4}d}-{self.month:02d}-{self.day:02d}"

    @property
    def ordinal(self) -> int:
        """How many days after the beginning of the year 1 it is, counted from 1."""
        cycles, year = divmod(self.year, CYCLE)
        return date(year + CYCLE, self.month, self.day).toordinal() + (cycles - 1) * _DAYS_OF_CYCLE


@dataclass(frozen=True)
class Point:
    """A year, a month of a year, or a day, and how firmly it is known.

    ``years`` is 10 for a decade and 100 for a century, which start with ``year``; ``season`` is a season's first month.
    """

    year: int
    month: int | None = None
    day: int | None = None
    about: bool = False
    uncertain: bool = False
    years: int = 1
    season: int = 0

    @property
    def first(self) -> Day:
        """The first day it can mean."""
        return Day(self.year, self.month or self.season or 1, self.day or 1)

    @property
    def last(self) -> Day:
        """The last day it can mean."""
        month = self.month or min(self.season + 2, 12) if self.month or self.season else 12
        year = self.year + self.years - 1
        return Day(year, month, self.day or monthrange(year % CYCLE + CYCLE, month)[1])

    @property
    def precision(self) -> str:
        """The word for how much is known: day, month, season, year, decade or century."""
        if self.years > 1:
            return "decade" if self.years < _CENTURY else "century"
        return "day" if self.day else "month" if self.month else "season" if self.season else "year"

    @property
    def iso(self) -> str:
        """The date for machines, as HTML has it; "" for what HTML has no form for."""
        if self.years > 1 or self.season or self.year < 1:
            return ""
        parts = f"{self.year:04}", self.month and f"{self.month:02}", self.day and f"{self.day:02}"
        return "-".join(part for part in parts if part)

    def words(self, *, year: bool = True, month: bool = True, language: str = "en") -> str:
        """Return it in words, without the year or the month if the other side of a span gives it."""
        season = next((name for start, name in SEASONS.values() if start == self.season), "")
        parts = [
            str(self.day) if self.day else "",
            months(language)[self.month - 1] if self.month and month else season,
            self._years() if year else "",
        ]
        text = " ".join(part for part in parts if part)
        return ("about " if self.about else "") + text + (" (uncertain)" if self.uncertain else "")

    def _years(self) -> str:
        """Return its years in words: "2017", "44 BCE", "1860s", "1800–1809", "19th century"."""
        if self.years == 1:
            return year_words(self.year)
        if self.years == _CENTURY:
            number = self.year // _CENTURY + 1
            return f"{_ordinal(number)} century" if number > 0 else f"{_ordinal(1 - number)} century BCE"
        if self.year >= _CENTURY and self.year % _CENTURY:
            return f"{self.year}s"
        return f"{year_words(self.year).removesuffix(' BCE')}–{year_words(self.year + self.years - 1)}"


def year_words(year: int) -> str:
    """Return a year in words: 2017, 44 BCE, 12,019 BCE."""
    return str(year) if year > 0 else f"{1 - year:,} BCE" if year < -LONGEST_YEAR else f"{1 - year} BCE"


def _ordinal(number: int) -> str:
    is_teen = number // 10 % 10 == 1
    return f"{number}{'th' if is_teen else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"
