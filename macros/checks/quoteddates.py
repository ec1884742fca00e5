"""Rules about dates in quoted words: the record gives the same date, and not as more certain."""

import re
from collections.abc import Iterator

from macros.checks.finding import Finding
from macros.checks.quoted import Words, own_words, words_of
from macros.language import main_language
from macros.model import Dataset, Event, Statement
from macros.model.dates import Edtf
from macros.notation import datewords
from macros.notation.dated import Dated, about, dated, since
from macros.notation.dates import RUN_ON, eras, last_year, month_numbers, year_of_era
from macros.notation.patterns import in_ascii
from macros.problems import FieldPath

_COARSENESS = {"day": 0, "month": 1, "season": 2, "year": 2, "decade": 3, "century": 4}
_NOT_OF_A_CALENDAR = ("fiscal year", "school year")
"""The kinds of period that may begin in the calendar year before."""
_REMEDY = "fix the date, or quote the words it stands in"

_Record = tuple[str, FieldPath, Edtf, list[Words]]
"""The id of a record, the path of a date in it, the date, and the words that are quoted for it."""


def quoted_dates_hold_the_date(dataset: Dataset) -> Iterator[Finding]:
    """If the words quoted for a record have dates as exact as its own, one of them is its date."""
    # less exact ones are of something else as a rule: the figures of March, told on 4 April
    for entity_id, path, known, quoted in (*_records(dataset), *_numbers(dataset)):
        if known.begin is None or known.end is None:
            continue
        most = max(_COARSENESS[point.precision] for point in (known.begin, known.end))
        found = [one for words in quoted for one in dated(words.text, words.language)]
        found = [one for one in found if _COARSENESS[one.point.precision] <= most and (one.has_year or most == 0)]
        if found and not any(_is_in(one, known) for one in found):
            yield _other_date(entity_id, path, found[0].words, known)


def quoted_eras_hold_the_year(dataset: Dataset) -> Iterator[Finding]:
    """If the words quoted for a record have a year with its era, such as 44 BCE, its date has that year."""
    for entity_id, path, known, quoted in _records(dataset):
        found = [match for words in quoted for match in eras(words.language).finditer(words.text)]
        first, last = known.first, known.last
        if found and first and last and not any(first.year <= year_of_era(one) <= last.year for one in found):
            yield _other_date(entity_id, path, found[0][0], known)


def quoted_years_are_as_sure(dataset: Dataset) -> Iterator[Finding]:
    """A year is not given as exact if the quoted words say "around" each time that they give it."""
    for entity_id, path, known, quoted in _records(dataset):
        point = known.begin
        if point is None or known.is_span or point.precision != "year" or point.about or point.uncertain:
            continue
        found = [match for words in quoted for match in about(words.text, words.language, point.year)]
        if found and all(match["about"] for match in found):
            message = f"the quoted words say “{found[0][0]}”, and this is given as exact"
            yield Finding(entity_id, path, message, "quoted-date", f'write "{known.text}~" for about that year')


def quoted_beginnings_hold(dataset: Dataset) -> Iterator[Finding]:
    """If the quoted words say since which year something lasts, its date begins in that year."""
    for entity_id, path, known, quoted in _records(dataset):
        if known.begin is None or known.end is not None:
            continue
        found = [match for words in quoted for match in since(words.text)]
        first, last = known.begin.first.year, known.begin.last.year
        if found and not any(first <= int(match["year"]) <= last for match in found):
            message = f"the quoted words say “{found[0][0]}”, and this is {known}"
            yield Finding(entity_id, path, message, "quoted-date", "fix the date, or the quote")


def quoted_years_that_run_on(dataset: Dataset) -> Iterator[Finding]:
    """If the words quoted for a number name a year such as 2018-19, it is the year of the number."""
    for point in dataset.observations.values():
        series, period = point.series, point.observation.period
        if (series.year_starts or 1) == 1 or period.precision != "year" or not period.begin:
            continue
        quoted = [words for words in own_words(point, dataset) if not _tells_of_other_times(words)]
        found = [match for words in quoted for match in RUN_ON.finditer(words.text)]
        if found and not any(int(match["first"]) <= period.begin.year < last_year(match) for match in found):
            message = f"the quoted words give {found[0][0]}, and this is the year that starts in {period.begin.year}"
            remedy = "write the year in which it starts"
            yield Finding(point.series_id, point.path("period"), message, "quoted-date", remedy)


def _other_date(entity_id: str, path: FieldPath, words: str, known: Edtf) -> Finding:
    return Finding(entity_id, path, f"the quoted words give {words}, and this is {known}", "quoted-date", _REMEDY)


def _records(dataset: Dataset) -> Iterator[_Record]:
    """Yield each record whose date a source states."""
    for entity_id, entity in dataset.entities():
        if isinstance(entity, Event | Statement) and entity.date and entity.basis and entity.basis.kind == "stated":
            yield entity_id, ("date",), entity.date, words_of(entity.citations, dataset)


def _numbers(dataset: Dataset) -> Iterator[_Record]:
    """Yield each number of a calendar year or month whose quoted words do not name its period."""
    for point in dataset.observations.values():
        period, quoted = point.observation.period, own_words(point, dataset)
        is_of_calendar = point.series.period_kind not in _NOT_OF_A_CALENDAR and not point.series.year_starts
        is_told_otherwise = not point.observation.citations and any(_tells_of_other_times(words) for words in quoted)
        if is_of_calendar and not is_told_otherwise and not any(_names(words, period) for words in quoted):
            yield point.series_id, point.path("period"), period, quoted


def _tells_of_other_times(words: Words) -> bool:
    """Whether words such as "since" or "the year before" stand in a quote, so that its dates may be of other times."""
    known = datewords.OF_OTHER_TIMES.get(main_language(words.language))
    return known is None or bool(re.search(rf"(?<!\w)(?:{known})(?!\w)", words.text, re.IGNORECASE))


def _names(words: Words, period: Edtf) -> bool:
    """Whether quoted words have the year of a period and, for a month, its name or words of other times."""
    text = in_ascii(words.text).lower()
    if not any(str(end.year) in text for end in (period.begin, period.end) if end):
        return False
    months = month_numbers(words.language).items()
    is_named = any(name.rstrip(".") in text for name, month in months if period.begin and month == period.begin.month)
    return period.precision != "month" or is_named or _tells_of_other_times(words)


def _is_in(told: Dated, known: Edtf) -> bool:
    """Whether a date in words overlaps the date of a record; without a year, whether it is its first or last day."""
    assert known.begin
    assert known.end
    if told.has_year:
        return known.begin.first <= told.point.last and told.point.first <= known.end.last
    ends = {(point.month, point.day) for point in (known.begin, known.end)}
    return (told.point.month, told.point.day) in ends
