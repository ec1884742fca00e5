"""What is said around a drawing: its unit, its period, how to read it, its sources and its definitions."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from macros.charts import data, key
from macros.charts.data import Mark, Row
from macros.model import Chart
from macros.queries import Queries

_T = TypeVar("_T")


@dataclass(frozen=True)
class Content:
    """The words around a drawing; ``flags`` are the marked facts that stand on it as numbers."""

    unit: str
    period: str
    key: tuple[str, ...]
    flags: tuple[Mark, ...]
    sources: tuple[str, ...]
    definitions: tuple[tuple[str, str], ...]


def content(chart: Chart, queries: Queries) -> Content:
    """Return the words around the drawing of a chart."""
    if chart.mark == "coverage":
        return Content("facts", "", (key.SILENCE,), (), tuple(map(str, chart.sources)), ())
    if chart.mark == "ladder":
        tiers = data.tiers(chart, queries)
        sources = _laws(_each(source for name in chart.statutes for source in queries.sources(name)), queries)
        law = _each(str(tier.statute.as_of) for tier in tiers)
        return Content("years in prison", f"law of {' and '.join(law)}", key.ladder(tiers), (), sources, ())
    rows = data.rows(chart, queries)
    marks = data.marks(chart, queries) if chart.mark == "lines" else ()
    shown = [*rows, *(mark.row for mark in marks if mark.row)]
    return Content(
        unit=" and ".join(_each(str(row.series.unit) for row in shown)),
        period=_period(chart, rows),
        key=key.lines(shown) if chart.mark == "lines" else key.rows(shown, "mark" if chart.mark == "dots" else "bar"),
        flags=tuple(mark for mark in marks if mark.row is None),
        sources=_each([s for row in shown for s in row.sources] + [s for mark in marks for s in mark.sources]),
        definitions=_each((str(row.series.title), _definition(row)) for row in shown),
    )


def _each(values: Iterable[_T]) -> tuple[_T, ...]:
    """Return each value once, in order."""
    return tuple(dict.fromkeys(values))


def _laws(sources: tuple[str, ...], queries: Queries) -> tuple[str, ...]:
    """Return those of the sources that are texts of law; where none is, all of them."""
    return tuple(name for name in sources if queries.dataset.sources[name].kind == "statute") or sources


def _definition(row: Row) -> str:
    basis = str(row.series.period_basis or "").removesuffix(".")
    return f"{row.series.definition} {basis}." if basis else str(row.series.definition)


def _period(chart: Chart, rows: Sequence[Row]) -> str:
    """Return the span that is drawn, and whether it is counted in fiscal years."""
    periods = sorted((row.observation.period for row in rows), key=lambda period: period.sort_key)
    first, last = str(periods[0]), str(periods[-1])
    words = str(chart.period) if chart.period else first if first == last else f"{first} to {last}"
    is_fiscal = all(row.series.period_kind == "fiscal year" for row in rows)
    return f"fiscal years {words}" if is_fiscal else words
