"""The words around a drawing: its unit, its period, how to read it, its sources and its definitions."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from macros import phrase
from macros.charts.data import Coverage, Mark, Numbers, Row, Shown
from macros.model import Chart, Observation, Provision
from macros.queries import Queries

_T = TypeVar("_T")
_YEARS = ("fiscal year", "school year")
_READ_COVERAGE = "A cell says how many facts on the topic rest on the source; “silent” means that none does."


@dataclass(frozen=True)
class Content:
    """The words around a drawing; ``flags`` are the marked facts that are shown on it as numbered rings."""

    unit: str
    period: str
    key: tuple[str, ...]
    flags: tuple[Mark, ...]
    sources: tuple[str, ...]
    definitions: tuple[tuple[str, str], ...]


def content(chart: Chart, shown: Shown, queries: Queries) -> Content:
    """Return the words around the drawing of a chart."""
    reading = key(chart.mark, shown)
    if isinstance(shown, Coverage):
        return Content("facts", "", reading, (), tuple(map(str, chart.sources)), ())
    if not isinstance(shown, Numbers):
        sources = _laws(_each(source for name in chart.statutes for source in queries.sources(name)), queries)
        law = _each(str(tier.statute.as_of) for tier in shown)
        return Content("years in prison", f"law of {' and '.join(law)}", reading, (), sources, ())
    numbers = shown.shown
    return Content(
        unit=" and ".join(_each(phrase.unit_name(row.series.unit) for row in numbers)),
        period=_period(chart, shown.rows),
        key=reading,
        flags=tuple(mark for mark in shown.marks if mark.row is None),
        sources=_each(
            [s for row in numbers for s in row.sources]
            + [s for mark in shown.marks for s in mark.sources if not mark.label]
        ),
        definitions=_each((str(row.series.title), _definition(row)) for row in numbers),
    )


def _each(values: Iterable[_T]) -> tuple[_T, ...]:
    """Return each value once, in order."""
    return tuple(dict.fromkeys(values))


def _laws(sources: tuple[str, ...], queries: Queries) -> tuple[str, ...]:
    """Return the sources that are texts of law, or all of them if none is."""
    return tuple(name for name in sources if queries.dataset.role(name) == "law") or sources


def _definition(row: Row) -> str:
    basis = str(row.series.period_basis or "").removesuffix(".")
    return f"{row.series.definition} {basis}." if basis else str(row.series.definition)


def _period(chart: Chart, rows: Sequence[Row]) -> str:
    """Return the span that is drawn, and whether it is counted in fiscal or school years."""
    ordered = sorted(rows, key=lambda row: row.observation.period.sort_key)
    kinds = {row.series.period_kind if row.series.period_kind in _YEARS else "" for row in rows}
    kind = kinds.pop() if len(kinds) == 1 else ""
    first, last = (phrase.years_of(row.observation, row.series) for row in (ordered[0], ordered[-1]))
    words = str(chart.period) if chart.period else first if first == last else f"{first} to {last}"
    words = f"{kind}s {words}" if kind else words
    return f"{words}; * kind of year not stated" if any(row.when.endswith("*") for row in rows) else words


def key(mark: str, shown: Shown) -> tuple[str, ...]:
    """Return how to read a chart: one sentence for each convention that it uses."""
    if isinstance(shown, Coverage):
        return (_READ_COVERAGE,)
    if not isinstance(shown, Numbers):
        return penalties([tier.provision for tier in shown])
    return _used(_numbers(mark, shown))


def _used(found: Iterable[tuple[object, str]]) -> tuple[str, ...]:
    return tuple(sentence for is_used, sentence in found if is_used)


def _soft(pale: Sequence[Observation]) -> str:
    """Return why numbers are drawn pale: "rounded or computed here"."""
    found = (
        ("rounded", any(one.qualifier in phrase.ROUNDED for one in pale)),
        ("a bound", any(phrase.end(one) != "closed" for one in pale)),
        ("computed here", any(one.formula for one in pale)),
    )
    return " or ".join(reason for reason, is_used in found if is_used)


def _has_gap(rows: Sequence[Row]) -> bool:
    """Whether there is a gap that no other number of its unit fills."""
    known = {(row.series.unit, row.observation.period) for row in rows if row.value is not None}
    return any(row.value is None and (row.series.unit, row.observation.period) not in known for row in rows)


def _numbers(mark: str, shown: Numbers) -> list[tuple[object, str]]:
    """Return every convention for these numbers: whether it is used, and the sentence that explains it."""
    numbers, is_lines = shown.shown, mark in ("lines", "steps")
    noun = "bar" if mark in ("bars", "panels", "stack") else "mark"
    drawn = [row for row in numbers if not (is_lines and row.is_firm)]
    looks, ends = {row.look for row in drawn}, {row.end for row in numbers}
    soft = _soft([row.observation for row in drawn if row.look == "pale"])
    planned = [status for status in sorted(phrase.PLANNED) if any(row.observation.status == status for row in numbers)]
    ranges = "An upright stroke" if is_lines else "A thick line" if noun == "mark" else "The pale end of a bar"
    up, down = ("upwards", "downwards") if is_lines else ("to the right", "to the left")
    return [
        (any(row.low is not None for row in numbers), f"{ranges} is a range."),
        ("up" in ends, f"An arrow that points {up} is an open end: the number is a lower bound."),
        ("down" in ends, f"An arrow that points {down} is an open end: the number is an upper bound."),
        (soft, f"A pale {noun} is {soft}."),
        ("hollow" in looks, f"A hollow {noun} counts a part of its period."),
        (planned, f"A dashed outline is {' or '.join(planned)}, not counted."),
        (
            is_lines and _has_gap(numbers),
            "Where there is no number the line breaks; the shaded stretch is the gap.",
        ),
        (mark == "steps", "The line keeps its height until the next count; broken lines across are for comparison."),
        (mark == "stack", "The parts stand end to end; the line is the number that they are held against."),
        (is_lines and not all(row.is_firm for row in numbers), "Only exact counts of whole periods are joined."),
    ]


def penalties(provisions: Sequence[Provision]) -> tuple[str, ...]:
    """Return how to read these penalties: one sentence for each convention that they use."""
    terms = [provision.max_prison for provision in provisions]
    found = [
        (any(phrase.years(one.min_prison) for one in provisions), "A stroke marks the mandatory minimum."),
        (any(term.startswith("life") for term in terms), "A bar with an arrow runs off the scale."),
        (any(term.startswith("+") for term in terms), "A dashed outline is added to another sentence."),
        (
            any(one.consecutive for one in provisions),
            "“Consecutive” means served after the sentence for another offence.",
        ),
    ]
    return _used(found)
