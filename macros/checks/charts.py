"""Rules about what a chart can show."""

import string
import unicodedata
from collections.abc import Iterator
from functools import cache

from macros.checks.finding import Finding
from macros.model import Chart, Dataset, Entity, Observation, present, walk
from macros.problems import FieldPath
from macros.queries import Queries

_DRAWN_BY_MARK = {"ladder": "statutes", "coverage": "sources"}
_DRAWN_FIELDS = ("sentence", "caveat", "mixed", "labels", "marked_labels", "measure", "unit")
"""The fields of charts and series whose words are drawn."""
_IN_EVERY_FONT = frozenset(string.printable + "–—‘’“”…·−€£°§\u00a0")
_INVISIBLE = frozenset({"Cc", "Cf", "Zs", "Zl", "Zp"})
_IN_NO_FONT = "\U000f1234"  # a letter that no font has


def charts_have_what_their_mark_draws(dataset: Dataset) -> Iterator[Finding]:
    """A ladder draws statutes, coverage draws sources, and every other mark draws series."""
    for chart_id, chart in dataset.charts.items():
        wanted = _DRAWN_BY_MARK.get(chart.mark, "series")
        given = next(name for name in ("series", "statutes", "sources") if getattr(chart, name))
        if given != wanted:
            message = f"the mark '{chart.mark}' cannot show {given}: it draws {wanted}"
            remedy = f"write '{wanted}' instead, or choose another mark"
            yield Finding(chart_id, (given,), message, "chart-data", remedy)


def charts_have_a_number(dataset: Dataset) -> Iterator[Finding]:
    """Each series of a chart has a number in its period, and each statute of a ladder has a penalty."""
    for chart_id, chart in dataset.charts.items():
        for index, series_id in enumerate(chart.series):
            numbers = dataset.series[series_id].observations if series_id in dataset.series else ()
            shown = [one for one in numbers if _is_shown(chart, one)]
            if numbers and not shown:
                known = " to ".join(dict.fromkeys((numbers[0].period.text, numbers[-1].period.text)))
                message = f'"{series_id}" has no number in the period of the chart; its numbers are of {known}'
                remedy = "change the period, or take the series out"
                yield Finding(chart_id, ("period",), message, "chart-data", remedy)
            elif numbers and all(one.is_gap for one in shown):
                message = f'"{series_id}" has only gaps here, so there is no number to draw'
                remedy = "take it out, or say in 'caveat' that nobody counted"
                yield Finding(chart_id, ("series", index), message, "chart-data", remedy)
        for index, statute_id in enumerate(chart.statutes):
            if statute_id in dataset.statutes and not dataset.statutes[statute_id].provisions:
                message = f'"{statute_id}" has no provisions, so there is no penalty to draw'
                remedy = "take it out, or write its provisions"
                yield Finding(chart_id, ("statutes", index), message, "chart-data", remedy)


def charts_can_add_up(dataset: Dataset) -> Iterator[Finding]:
    """A stack has at least two numbers, which are single values of one unit and not below zero."""
    for chart_id, chart in dataset.charts.items():
        members = present(chart.series, dataset.series)
        shown = [one for series in members for one in series.observations if _is_shown(chart, one)]
        is_sum = len(shown) > 1 and all(one.value is not None and one.value >= 0 for one in shown)
        if chart.mark == "stack" and not (is_sum and len({series.unit for series in members}) == 1):
            message = "the mark 'stack' needs at least two numbers of one unit: no gap, no range and nothing below zero"
            yield Finding(chart_id, ("series",), message, "chart-data", "choose other series or another mark")


def _is_shown(chart: Chart, observation: Observation) -> bool:
    return chart.period is None or observation.period.overlaps(chart.period)


def charts_can_mark_their_facts(dataset: Dataset) -> Iterator[Finding]:
    """Facts are marked on lines only. Each has a date there, and a marked number has a value."""
    queries = Queries(dataset)
    for chart_id, chart in dataset.charts.items():
        if chart.marked and chart.mark not in ("lines", "steps"):
            message = f"the mark '{chart.mark}' has no place for marked facts"
            yield Finding(chart_id, ("marked",), message, "chart-data", "take them out, or draw lines")
            continue
        for index, fact in enumerate(chart.marked):
            if not _is_placed(fact, queries):
                message = f'"{fact}" has no place on the chart, because it has no date or no number'
                yield Finding(chart_id, ("marked", index), message, "chart-data", "take it out, or mark another fact")


def _is_placed(fact: str, queries: Queries) -> bool:
    """Whether a fact has a place on an axis of time; one that is missing counts as placed: another rule reports it."""
    dataset = queries.dataset
    if fact in dataset.observations:
        return not dataset.observations[fact].observation.is_gap
    statement = dataset.statements.get(fact)
    if fact not in queries.entities or (statement and statement.event and statement.event not in dataset.events):
        return True
    return bool(queries.date_of(fact) or any(one.issued for one in present(queries.sources(fact), dataset.sources)))


def charts_have_letters_that_can_be_drawn(dataset: Dataset) -> Iterator[Finding]:
    """The fonts of this machine have every letter that stands on a chart."""
    for record_id, path, text in _words(dataset):
        unseen = [letter for letter in dict.fromkeys(text) if letter not in _IN_EVERY_FONT and _is_unseen(letter)]
        if unseen:
            message = f"no font on this machine has {', '.join(f'“{one}”' for one in unseen[:5])}"
            remedy = "install a font that has them, such as Noto: the pictures to download would show boxes instead"
            yield Finding(record_id, path, message, "chart-letters", remedy)


def _words(dataset: Dataset) -> Iterator[tuple[str, FieldPath, str]]:
    """Yield the id of the record, the path and the text of all words on charts."""
    records: dict[str, Entity] = {**dataset.charts, **dataset.series, **dataset.statutes}
    for chart_id, chart in dataset.charts.items():
        drawn = [(name, records[name]) for name in (chart_id, *chart.series, *chart.statutes) if name in records]
        for record_id, record in drawn:
            for path, value in walk(record):
                if path[0] in _DRAWN_FIELDS or (path[0], path[-1]) == ("provisions", "label"):
                    yield record_id, path, str(value)


@cache
def _is_unseen(letter: str) -> bool:
    """Whether a visible letter is in no font: it is drawn like one that is known to be in none."""
    return unicodedata.category(letter) not in _INVISIBLE and _picture(letter) == _picture(_IN_NO_FONT)


@cache
def _picture(letter: str) -> bytes:
    import vl_convert  # noqa: PLC0415 - it takes long to load, and few topics have a letter to ask it about

    text = f'<text x="4" y="30" font-size="24" font-family="sans-serif">{letter}</text>'
    return vl_convert.svg_to_png(f'<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40">{text}</svg>')
