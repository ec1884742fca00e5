"""Rules about the figures in quoted words: they bear out the number, the penalty, the date that the record gives."""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal

from macros.checks import figures
from macros.checks.finding import Finding
from macros.checks.prose import prose_of
from macros.model import Citation, Dataset, Event, Observation, Provision, Statement, dates
from macros.model.words import normalise
from macros.problems import FieldPath

_TERM = re.compile(r"([0-9]+) ((?:month|year|day)s?)")
_EACH_UNIT = re.compile(r"([0-9]+)(?= (?:nor|and not) more than [0-9]+ ((?:month|year)s?))")
"""The first of two terms that share a word: "not less than 3 nor more than 10 years"."""
_SUM = re.compile(r"[0-9][0-9,]*")
_DATE = re.compile(rf"\b(?P<month>{'|'.join(dates.MONTHS)}) (?P<day>[0-9]{{1,2}})\b(?!,?[0-9]{{3}})")


def quoted_figures_hold_the_number(dataset: Dataset) -> Iterator[Finding]:
    """Where the words quoted for a number hold figures, one of them is the number, or an end of its range."""
    for series_id, series in dataset.series.items():
        for index, observation in enumerate(series.observations):
            quoted = _words(observation.citations or (() if observation.formula else series.citations))
            stated = [figure for words in quoted for figure in figures.stated(words)]
            ends = _ends(observation)
            if not ends or not stated:
                continue
            path: FieldPath = ("observations", index, "value" if observation.value is not None else "low")
            matching = [figure for figure in stated if figure.value in ends]
            if not matching:
                message = f"the quoted words “{quoted[0]}” hold figures, and this is none of them"
                remedy = "fix the number, or quote the words it stands in"
                yield Finding(series_id, path, message, "quoted-figure", remedy)
            elif observation.qualifier == "exact" and all(figure.qualifier for figure in matching):
                message = f"the quoted words say “{matching[0].qualifier}” of it, and it is given as exact"
                remedy = f'write "qualifier: {matching[0].qualifier}"'
                yield Finding(series_id, path, message, "quoted-qualifier", remedy)


def _ends(observation: Observation) -> set[Decimal]:
    return {abs(end) for end in (observation.value, observation.low, observation.high) if end is not None}


def _words(citations: Iterable[Citation]) -> list[str]:
    """Return the words that citations quote in support."""
    return [normalise(one.quote.exact) for one in citations if one.quote and one.role == "supports"]


def quoted_qualifiers_are_kept(dataset: Dataset) -> Iterator[Finding]:
    """Prose gives a figure with a qualifier where the words quoted for it have one."""
    for entity_id, entity in dataset.entities():
        quoted = [figure for words in _words(entity.citations) for figure in figures.stated(words)]
        qualified = {figure.value: figure.qualifier for figure in quoted if figure.qualifier}
        qualified = {value: word for value, word in qualified.items() if (value, None) not in quoted}
        for path, text in prose_of(entity) if qualified else ():
            for figure in figures.stated(text):
                if figure.value in qualified and not figure.qualifier:
                    message = f"the quoted words say “{qualified[figure.value]}” of {figure.value:,}, and this does not"
                    yield Finding(entity_id, path, message, "quoted-qualifier", "write the qualifier before the figure")


def quoted_words_hold_the_penalty(dataset: Dataset) -> Iterator[Finding]:
    """Where a penalty quotes the law, each of its terms and sums stands in the quoted words."""
    for statute_id, statute in dataset.statutes.items():
        for index, provision in enumerate(statute.provisions):
            quoted = _EACH_UNIT.sub(r"\1 \2", figures.in_digits(" ".join(_words(provision.citations))))
            for field, wanted in _penalty(provision) if quoted else ():
                if not re.search(rf"(?<![\w,.]){re.escape(wanted)}", quoted):
                    message = f'"{wanted}" does not stand in the words quoted for the penalty'
                    remedy = "fix the penalty, or quote the words that set it"
                    yield Finding(statute_id, ("provisions", index, field), message, "quoted-figure", remedy)


def _penalty(provision: Provision) -> Iterator[tuple[str, str]]:
    """Yield the terms and sums of a penalty, each with its field."""
    for field in ("max_prison", "min_prison"):
        term = getattr(provision, field)
        yield from ((field, f"{count} {unit}") for count, unit in _TERM.findall(term))
        yield from ((field, word) for word in ("life", "death") if word in term.split())
    yield from (("fine", amount.rstrip(",")) for amount in _SUM.findall(provision.fine or ""))


def quoted_dates_hold_the_date(dataset: Dataset) -> Iterator[Finding]:
    """Where the words quoted for a dated record give days of a month, one of them is its day."""
    for entity_id, entity in dataset.entities():
        if not isinstance(entity, Event | Statement) or not entity.date or not entity.basis:
            continue
        days = [match for words in _words(entity.citations) for match in _DATE.finditer(words)]
        known = {(point.month, point.day) for point in (entity.date.begin, entity.date.end) if point and point.day}
        if entity.basis.kind == "stated" and known and days and not known & {_day(match) for match in days}:
            message = f"the quoted words give {days[0][0]}, and this is {entity.date}"
            yield Finding(entity_id, ("date",), message, "quoted-date", "fix the date, or quote the words it stands in")


def _day(match: re.Match[str]) -> tuple[int, int]:
    return dates.MONTHS.index(match["month"]) + 1, int(match["day"])
