"""Rules about what quoted words say beside a date: that it is not exact, that something lasts from it on."""

import re
from collections.abc import Iterator

from macros.checks import datewords
from macros.checks.datenotation import eras
from macros.checks.figures import year
from macros.checks.finding import Finding
from macros.checks.quoted import Words, own_words
from macros.checks.quoteddates import dated, tells_of_other_times
from macros.model import Dataset
from macros.model.dates import Edtf

_RUN_ON = re.compile(r"(?<![\w.,/-])(?P<first>\d{4})[-–/](?P<next>\d{2}|\d{4})(?![\w/-]|[.,]\d)")
"""A year that runs from one calendar year into the next, or a span of years."""


def quoted_years_are_as_sure(dataset: Dataset) -> Iterator[Finding]:
    """A year of which the words quoted for a record say "around", wherever they give it, is not given as exact."""
    for entity_id, path, known, quoted in dated(dataset):
        found = [match for words in quoted for match in _years(words, known)]
        if found and all(match["about"] for match in found):
            message = f"the quoted words say “{found[0][0]}”, and this is given as exact"
            remedy = f'write "{known.text}~" for about that year'
            yield Finding(entity_id, path, message, "quoted-date", remedy)


def _years(words: Words, known: Edtf) -> Iterator[re.Match[str]]:
    """Yield each place where quoted words give the exact year of a record, with the word for about before it."""
    point = known.begin
    if point is None or known.is_span or point.precision != "year" or point.about or point.uncertain:
        return
    before = rf"(?:(?<![\w.])(?P<about>{datewords.ABOUT.get(_main(words), '(?!)')}) )?"
    for one in eras(words.language).finditer(words.text):
        if year(one) == point.year:
            yield from re.compile(before + re.escape(one[0]), re.IGNORECASE).finditer(words.text)
    if point.year > 0:
        bare = re.compile(rf"{before}(?<![\w.,/-])(?P<year>\d{{3,4}})(?![\w%]|[.,/-]\d)", re.IGNORECASE)
        yield from (match for match in bare.finditer(words.text) if int(match["year"]) == point.year)


def quoted_beginnings_hold(dataset: Dataset) -> Iterator[Finding]:
    """Where the words quoted for what lasts give the year since which it does, that is where its date begins."""
    for entity_id, path, known, quoted in dated(dataset):
        found = [match for words in quoted for match in _since(words)] if known.begin and not known.end else []
        first, last = (known.begin.first.year, known.begin.last.year) if known.begin else (0, 0)
        if found and not any(first <= int(match["year"]) <= last for match in found):
            message, remedy = f"the quoted words say “{found[0][0]}”, and this is {known}", "fix the date, or the quote"
            yield Finding(entity_id, path, message, "quoted-date", remedy)


def _since(words: Words) -> Iterator[re.Match[str]]:
    since = rf"(?<!\w)(?:{datewords.SINCE.get(_main(words), '(?!)')}) (?P<year>\d{{4}})(?!\w|[.,/-]\d)"
    is_first = re.search(rf"(?<!\w)(?:{datewords.FIRST_TIME})(?!\w)", words.text, re.IGNORECASE)
    return iter(()) if is_first else re.finditer(since, words.text, re.IGNORECASE)


def quoted_years_that_run_on(dataset: Dataset) -> Iterator[Finding]:
    """Where the words quoted for a number name a year that runs on, 2018-19, it is the year of the number."""
    for point in dataset.observations.values():
        series, period = point.series, point.observation.period
        if (series.year_starts or 1) == 1 or period.precision != "year" or not period.begin:
            continue
        quoted = [words for words in own_words(point, dataset) if not tells_of_other_times(words)]
        pairs = [one for words in quoted for one in _RUN_ON.finditer(words.text)]
        if pairs and not any(int(one["first"]) <= period.begin.year < _last(one) for one in pairs):
            message = f"the quoted words give {pairs[0][0]}, and this is the year that starts in {period.begin.year}"
            remedy = "write the year in which it starts"
            yield Finding(point.series_id, point.path("period"), message, "quoted-date", remedy)


def _last(pair: re.Match[str]) -> int:
    """Return the last year of a span such as 2018-19 or 2018-2021."""
    return int(pair["next"]) if len(pair["next"]) == len(pair["first"]) else int(pair["first"][:2] + pair["next"])


def _main(words: Words) -> str:
    return words.language.partition("-")[0]
