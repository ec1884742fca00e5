"""Rules about the dates in quoted words: one of them is the date that the record gives."""

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from macros.checks import datewords, figures
from macros.checks.datenotation import (
    century_of,
    date_parts,
    dates_of,
    eras,
    month_numbers,
    orders_in_digits,
    seasons_of,
    years_of,
)
from macros.checks.finding import Finding
from macros.checks.quoted import Words, own_words, words_of
from macros.model import Dataset, Event, Statement
from macros.model.dates import Edtf, Point
from macros.problems import FieldPath

_ISO = re.compile(r"(?<![\w-])(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)(?![\w-])")
_DIGITS = re.compile(r"(?<![\w./-])(?P<one>\d{1,2})(?P<mark>[./-])(?P<two>\d{1,2})(?P=mark)(?P<year>\d{4})(?![\w/-])")
_LEAP_YEAR = 2000
_CENTURY = 100
_COARSENESS = {"day": 0, "month": 1, "season": 2, "year": 2, "decade": 3, "century": 4}
_NOT_OF_A_CALENDAR = ("fiscal year", "school year")
"""The kinds of period that may start in the calendar's year before."""
_REMEDY = "fix the date, or quote the words it stands in"


class _Told(NamedTuple):
    """A date in quoted words; without its year, it is a day of a leap year."""

    words: str
    point: Point
    has_year: bool


_Place = tuple[_Told, tuple[int, int]]
"""A date in quoted words, and where it starts and ends in them."""


def quoted_dates_hold_the_date(dataset: Dataset) -> Iterator[Finding]:
    """Where the words quoted for a dated record give dates as exactly as it does, one of them is its date."""
    # less exact ones are of something else as a rule: the figures of March, told on 4 April
    for entity_id, path, known, quoted in (*dated(dataset), *_counted(dataset)):
        if known.begin is None or known.end is None:
            continue
        most = max(_COARSENESS[point.precision] for point in (known.begin, known.end))
        found = [one for words in quoted for one in _told(words) if _COARSENESS[one.point.precision] <= most]
        told = [one for one in found if one.has_year or most == 0]
        if told and not any(_is_in(one, known) for one in told):
            message = f"the quoted words give {told[0].words}, and this is {known}"
            yield Finding(entity_id, path, message, "quoted-date", _REMEDY)


def quoted_eras_hold_the_year(dataset: Dataset) -> Iterator[Finding]:
    """Where the words quoted for a dated record give a year with its era, 44 BCE, its date has one of them."""
    for entity_id, path, known, quoted in dated(dataset):
        years = [match for words in quoted for match in eras(words.language).finditer(words.text)]
        first, last = known.first, known.last
        if years and first and last and not any(first.year <= figures.year(match) <= last.year for match in years):
            message = f"the quoted words give {years[0][0]}, and this is {known}"
            yield Finding(entity_id, path, message, "quoted-date", _REMEDY)


_Dated = tuple[str, FieldPath, Edtf, list[Words]]
"""The id of a record, the path of a date in it, the date, and the words that are quoted for it."""


def dated(dataset: Dataset) -> Iterator[_Dated]:
    """Yield each record whose date a source states."""
    for entity_id, entity in dataset.entities():
        if isinstance(entity, Event | Statement) and entity.date and entity.basis and entity.basis.kind == "stated":
            yield entity_id, ("date",), entity.date, words_of(entity.citations, dataset)


def _counted(dataset: Dataset) -> Iterator[_Dated]:
    """Yield each number of a calendar's year or month, with its period and its words, unless these name the period."""
    for point in dataset.observations.values():
        period, quoted = point.observation.period, own_words(point, dataset)
        is_of_calendar = point.series.period_kind not in _NOT_OF_A_CALENDAR and not point.series.year_starts
        is_told_otherwise = not point.observation.citations and any(tells_of_other_times(words) for words in quoted)
        if is_of_calendar and not is_told_otherwise and not any(_names(words, period) for words in quoted):
            yield point.series_id, point.path("period"), period, quoted


def tells_of_other_times(words: Words) -> bool:
    """Whether quoted words tell of the year before, or since: what they name may be another time than that counted."""
    known = datewords.OF_OTHER_TIMES.get(words.language.partition("-")[0])
    return known is None or bool(re.search(rf"(?<!\w)(?:{known})(?!\w)", words.text, re.IGNORECASE))


def _names(words: Words, period: Edtf) -> bool:
    """Whether quoted words have a year of a period; of a month, its name too, or words of other times."""
    text = re.sub(r"\d", lambda digit: str(int(digit[0])), words.text).lower()
    if not any(str(end.year) in text for end in (period.begin, period.end) if end):
        return False
    months = month_numbers(words.language).items()
    is_named = any(name.rstrip(".") in text for name, month in months if period.begin and month == period.begin.month)
    return period.precision != "month" or is_named or tells_of_other_times(words)


def _told(words: Words) -> Iterator[_Told]:
    """Yield each date in some words; a day is not a month too, and a year with its era is no other."""
    taken = [match.span() for match in eras(words.language).finditer(words.text)]
    for read in (_in_digits, _seasons, _in_words):
        found = [*read(words)]
        for told, (start, end) in found:
            if not any(start < other and first < end for first, other in taken):
                yield told
        taken += [place for _, place in found]
    yield from _centuries(words)


def _in_words(words: Words) -> Iterator[_Place]:
    taken: list[tuple[int, int]] = []
    for pattern in (_ISO, *dates_of(words.language, is_quoted=True), *years_of(words.language)):
        for match in pattern.finditer(words.text):
            start, end = match.span()
            point = _point(match.groupdict(), words.language)
            if point and not any(start < other and first < end for first, other in taken):
                taken.append((start, end))
                said = match["year"] if point.precision == "year" else match[0]  # without "in"
                yield _Told(said, point, has_year="year" in match.groupdict()), (start, end)


def _seasons(words: Words) -> Iterator[_Place]:
    for month, pattern in seasons_of(words.language).items():
        for match in pattern.finditer(words.text):
            yield _Told(match[0], Point(int(match["year"]), season=month), has_year=True), match.span()


def _in_digits(words: Words) -> Iterator[_Place]:
    """Yield the dates in digits, 8/11/1959, in each order that the language may mean; points have the day first."""
    for match in _DIGITS.finditer(words.text):
        orders = ("dmy",) if match["mark"] == "." else orders_in_digits(words.language)
        for order in orders:
            day, month = (match["one"], match["two"]) if order == "dmy" else (match["two"], match["one"])
            if point := _point({"day": day, "month": month, "year": match["year"]}, words.language):
                yield _Told(match[0], point, has_year=True), match.span()


def _centuries(words: Words) -> Iterator[_Told]:
    """Yield the centuries; of one that ends a range, "the 18th and the 19th century", which is meant is not certain."""
    main = words.language.partition("-")[0]
    text, joints = figures.in_digits(words.text, words.language, 0), datewords.RANGES.get(main, "(?!)")
    for match in re.finditer(rf"(?<!\w)(?:{datewords.CENTURIES.get(main, '(?!)')})", text):
        number = century_of(match)
        is_range = re.search(rf"(?:\d|\b[IVX]+)\w*(?: \w+)?(?: (?:{joints})|[-–])(?: \w+)? ?$", text[: match.start()])
        if number and not is_range:
            first = 1 - number * _CENTURY if match["bce"] else (number - 1) * _CENTURY
            yield _Told(match[0], Point(first, years=_CENTURY), has_year=True)


def _point(given: dict[str, str | None], language: str) -> Point | None:
    """Return what the parts of a date in words stand for; None if there is no such day, or if it is before our era."""
    year, month, day = date_parts(given, language)
    year = _LEAP_YEAR if year is None else year
    try:
        date(year, 1 if month is None else month, 1 if day is None else day)
    except ValueError:
        return None
    return Point(year, month, day, years=10 if given.get("decade") else 1)


def _is_in(told: _Told, known: Edtf) -> bool:
    """Whether a date in words can be the date of a record, or one within it."""
    assert known.begin
    assert known.end
    if told.has_year:
        return known.begin.first <= told.point.last and told.point.first <= known.end.last
    ends = {(point.month, point.day) for point in (known.begin, known.end)}
    return (told.point.month, told.point.day) in ends
