"""Points in time: days of any year, and what is known of one, from a day to a century."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Literal, NamedTuple

from babel import Locale
from babel.dates import DateTimePattern, get_month_names, tokenize_pattern
from babel.numbers import format_decimal

from macros import language
from macros.language import gettext, gettext_noop

SEASONS = {21: 3, 22: 6, 23: 9, 24: 12}
"""The month in which a season starts in the north, which is where an axis shows it."""
CYCLE, _DAYS_OF_CYCLE = 400, 146_097
"""After so many years, and days, the calendar repeats itself."""
_CENTURY, LONGEST_YEAR = 100, 9999
"""The last year that is written with four digits."""
_DIGITS = 2  # up to how many letters of a pattern a month is a number


@cache
def months(tag: str = "en", width: Literal["wide", "abbreviated"] = "wide") -> tuple[str, ...]:
    """Return the names of the months in a language, or with the width "abbreviated" their short forms."""
    return tuple(get_month_names(width, locale=language.locale(tag)).values())


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
        """Its year, month or day in ISO 8601, in which the year before the year 1 is 0000, as in EDTF."""
        year = f"{self.year:05}" if self.year < 0 else f"{self.year:04}"
        return "-".join([year, *(f"{part:02}" for part in (self.month, self.day) if part)])

    @property
    def in_years(self) -> "Point":
        """The year it is in; a decade or a century stays as it is."""
        return Point(self.year) if self.month or self.season else self

    @property
    def is_of_machines(self) -> bool:
        """Whether HTML has a form for it."""
        return self.years == 1 and not self.season and self.year > 0

    @property
    def is_iso(self) -> bool:
        """Whether it is a year of four digits, or a month or a day of one, and known for sure."""
        is_firm = not (self.about or self.uncertain)
        return is_firm and self.years == 1 and not self.season and abs(self.year) <= LONGEST_YEAR

    def words(self, *, year: bool = True, month: bool = True) -> str:
        """Return it in words; leave out the year or the month if the other side of a span gives it."""
        text = _exact(self, year, month, language.code())
        if self.about:
            text = gettext("about %(day)s", day=text) if self.day else gettext("about %(date)s", date=text)
        return gettext("%(date)s (uncertain)", date=text) if self.uncertain else text


_IN_SEASON = {
    3: gettext_noop("spring %(year)s"),
    6: gettext_noop("summer %(year)s"),
    9: gettext_noop("autumn %(year)s"),
    12: gettext_noop("winter %(year)s"),
}
_CENTURIES = {
    "one": gettext_noop("%(number)sst century"),
    "two": gettext_noop("%(number)snd century"),
    "few": gettext_noop("%(number)srd century"),
    "other": gettext_noop("%(number)sth century"),
}
"""By how English counts in order."""
_NUMERALS = gettext_noop("Arabic numerals")
"""How centuries are counted; a translation says "Roman numerals", in English, if its language has these."""
_ROMAN = ((100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


@cache
def _exact(point: Point, year: bool, month: bool, _language: str) -> str:  # noqa: FBT001 - a cache needs positions
    """Return a point in words, without "about" or a question mark, in the language in use."""
    if point.season:
        return gettext(_IN_SEASON[point.season], year=year_words(point.year))
    if not point.month:
        return _years(point)
    known = language.own()
    if not point.day:
        return _filled(known.datetime_skeletons["yMMMM"], point) if year else _month("L", point.month)
    if not month:
        return str(point.day)
    return _filled(known.date_formats["long"] if year else known.datetime_skeletons["MMMMd"], point)


def _years(point: Point) -> str:
    """Return the years of a point in words: "2017", "44 BCE", "1860s", "1800–1809", "19th century"."""
    last = point.year + point.years - 1
    if point.years == 1:
        return year_words(point.year)
    if point.years == _CENTURY:
        number = point.year // _CENTURY + 1
        return _century(number) if number > 0 else gettext("%(years)s BCE", years=_century(1 - number))
    if point.year >= _CENTURY and point.year % _CENTURY:
        return gettext("%(year)ss", year=point.year)
    if last < 1:
        return gettext("%(years)s BCE", years=f"{1 - point.year}–{1 - last}")
    if 0 < point.year < _CENTURY:
        return gettext("%(year)s CE", year=f"{point.year}–{last}")
    return f"{year_words(point.year)}–{year_words(last)}"


def _century(number: int) -> str:
    """Return a century in words: "19th century", "siglo XIX"."""
    has_roman = gettext(_NUMERALS) == "Roman numerals"
    counted = roman(number) if has_roman else number
    return gettext(_CENTURIES[Locale(language.SOURCE).ordinal_form(number)], number=counted)


def roman(number: int) -> str:
    """Return a number from 1 to 100 in Roman numerals, which Babel does not offer."""
    found = ""
    for size, sign in _ROMAN:
        count, number = divmod(number, size)
        found += sign * count
    return found


ROMAN = {roman(number): number for number in range(1, 60)}
"""The values of Roman numerals up to 59."""


def _filled(pattern: DateTimePattern, point: Point) -> str:
    """Return a pattern of the CLDR, "d 'de' MMMM 'de' y", with the parts of a day of any year."""
    found = ""
    for kind, part in tokenize_pattern(pattern.pattern):
        match part if kind == "field" else "":
            case ("d", _):
                found += str(point.day)
            case ("M" | "L" as form, size) if point.month:
                found += _month(form, point.month) if size > _DIGITS else str(point.month)
            case ("y", _):
                found += year_words(point.year)
            case _:
                found += str(part) if kind == "chars" else ""
    return found


def _month(form: str, number: int) -> str:
    """Return the name of a month in a date ("M") or on its own ("L")."""
    return str(language.own().months["format" if form == "M" else "stand-alone"]["wide"][number])


def is_day_first() -> bool:
    """Return whether a date begins with its day and ends with its year; then a span gives a common end once."""
    fields = [
        part[0] for kind, part in tokenize_pattern(language.own().date_formats["long"].pattern) if kind == "field"
    ]
    return fields[0] == "d" and fields[-1] == "y"


def year_words(year: int) -> str:
    """Return a year in words: 2017, 44 BCE, 12,019 BCE; 99 CE, since 99 alone looks like a day or like 1999."""
    if year > 0:
        return str(year) if year >= _CENTURY else gettext("%(year)s CE", year=year)
    digits = format_decimal(1 - year, locale=language.own()) if 1 - year > LONGEST_YEAR else str(1 - year)
    return gettext("%(year)s BCE", year=digits)
