"""The words around a drawing: its unit, its period, how to read it, its sources and its definitions."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from macros import language, phrase
from macros.charts.data import Annotation, ChartData, Coverage, Numbers, Row, Tier
from macros.language import gettext, gettext_noop
from macros.model import Chart, Provision, dates
from macros.queries import Queries
from macros.views import cited

_T = TypeVar("_T")
_YEARS = {"fiscal year": gettext_noop("fiscal years %(years)s"), "school year": gettext_noop("school years %(years)s")}
"""A span with the kind of its years: "fiscal years 2016 to 2018"."""


@dataclass(frozen=True)
class Content:
    """The words around a drawing; ``flags`` are the marked facts that are not drawn among its numbers."""

    unit: str
    period: str
    key: tuple[str, ...]
    flags: tuple[Annotation, ...]
    source_ids: tuple[str, ...]
    definitions: tuple[tuple[str, str], ...]
    """The name of each series, or of what is drawn instead, and what exactly it counts."""


def content(chart: Chart, data: ChartData, queries: Queries) -> Content:
    """Return the words around the drawing of a chart."""
    reading = key(chart.mark, data)
    if isinstance(data, Coverage):
        definition = gettext("Events, statements and numbers that cite a source, under each topic that they are on.")
        definitions = ((phrase.capital(gettext("facts")), definition),)
        return Content(gettext("facts"), "", reading, (), tuple(map(str, chart.sources)), definitions)
    if not isinstance(data, Numbers):
        return _of_laws(chart, data, reading, queries)
    numbers = data.drawn
    facts = [row.observation.id for row in numbers] + [mark.fact for mark in data.marks if not mark.label]
    return Content(
        unit=language.listed(_each(phrase.unit_name(row.series.unit) for row in numbers)),
        period=_period(chart, data.rows),
        key=reading,
        flags=tuple(mark for mark in data.marks if mark.row is None),
        source_ids=_each(source for fact in facts for source in queries.sources(fact, "supports")),
        definitions=_each((str(row.series.title), _definition(row)) for row in numbers),
    )


def _of_laws(chart: Chart, tiers: Sequence[Tier], reading: tuple[str, ...], queries: Queries) -> Content:
    laws = ((name, queries.dataset.statutes[name]) for name in chart.statutes)
    penalties = ((provision, name) for name, law in laws for provision in law.provisions)
    sources = _each(source for one in penalties for source in cited.of_provision(*one, queries))
    law = gettext("law of %(dates)s", dates=language.listed(_each(phrase.law_of(tier.statute) for tier in tiers)))
    longest = gettext(
        "The longest term that the law allows for each tier, and the shortest that it prescribes, if any."
    )
    return Content(gettext("years in prison"), law, reading, (), sources, ((gettext("Longest prison term"), longest),))


def _each(values: Iterable[_T]) -> tuple[_T, ...]:
    """Return each value once, in order."""
    return tuple(dict.fromkeys(values))


def _definition(row: Row) -> str:
    basis = str(row.series.period_basis or "").removesuffix(".")
    return f"{row.series.definition} {basis}." if basis else str(row.series.definition)


def _period(chart: Chart, rows: Sequence[Row]) -> str:
    """Return the span that is drawn, with the kind of its years: "fiscal years 2016 to 2018"."""
    kinds = {row.series.period_kind if row.series.period_kind in _YEARS else "" for row in rows}
    kind = kinds.pop() if len(kinds) == 1 else ""
    if any(row.observation.period.is_span for row in rows):
        span = dates.reach([row.observation.period for row in rows])
    else:
        ordered = sorted(rows, key=lambda row: row.observation.period.sort_key)
        first, last = (phrase.years_of(row.observation, row.series) for row in (ordered[0], ordered[-1]))
        span = first if first == last else gettext("%(first)s to %(last)s", first=first, last=last)
    period = gettext(_YEARS.get(kind, "%(years)s"), years=str(chart.period) if chart.period else span)
    if not any(phrase.is_unstated(row.observation, row.series) for row in rows):
        return period
    return gettext("%(period)s; * kind of year not stated", period=period)


def key(mark: str, data: ChartData) -> tuple[str, ...]:
    """Return how to read a chart: one sentence for each convention that it uses."""
    if isinstance(data, Coverage):
        return (gettext("A cell says how many facts on the topic rest on the source; “silent” means that none does."),)
    if not isinstance(data, Numbers):
        return penalties([tier.provision for tier in data])
    return tuple(sentence for is_used, sentence in _numbers(mark, data) if is_used)


def _has_gap(rows: Sequence[Row]) -> bool:
    """Whether there is a gap for whose period no other number of its unit stands."""
    counted = {(row.series.unit, row.observation.period) for row in rows if row.value is not None}
    return any(row.value is None and (row.series.unit, row.observation.period) not in counted for row in rows)


def _numbers(mark: str, data: Numbers) -> list[tuple[object, str]]:
    """Return every convention for these numbers: whether it is used, and the sentence that explains it."""
    numbers = data.drawn
    is_lines, is_bars = mark in ("lines", "steps"), mark in ("bars", "panels", "stack")
    drawn = [row for row in numbers if not (is_lines and row.is_firm)]
    has_range = any(row.low is not None for row in numbers)
    gap = gettext("Where there is no number the line breaks; the shaded stretch is the gap.")
    steps = gettext("The line keeps its height until the next count; broken lines across are for comparison.")
    return [
        (is_lines and has_range, gettext("An upright stroke is a range.")),
        (is_bars and has_range, gettext("The pale end of a bar is a range.")),
        (
            not is_lines and len({row.series.unit for row in numbers}) > 1,
            gettext("Each unit has a scale of its own."),
        ),
        (mark == "dots" and has_range, gettext("A thick line is a range.")),
        *_of_ends({row.end for row in numbers}, is_lines=is_lines),
        *_of_looks(drawn, is_bars=is_bars),
        (is_lines and _has_gap(numbers), gap),
        (mark == "steps", steps),
        (mark == "stack", gettext("The parts stand end to end; the line is the number that they are held against.")),
        (is_lines and drawn, gettext("Only exact counts of whole periods are joined.")),
    ]


def _of_ends(ends: set[str], *, is_lines: bool) -> list[tuple[object, str]]:
    up = gettext("An arrow that points upwards is an open end: the number is a lower bound.")
    down = gettext("An arrow that points downwards is an open end: the number is an upper bound.")
    right = gettext("An arrow that points to the right is an open end: the number is a lower bound.")
    left = gettext("An arrow that points to the left is an open end: the number is an upper bound.")
    return [("up" in ends, up if is_lines else right), ("down" in ends, down if is_lines else left)]


def _of_looks(drawn: Sequence[Row], *, is_bars: bool) -> list[tuple[object, str]]:
    pale = [row.observation for row in drawn if row.look == "pale"]
    reasons_for_pale = (
        (gettext("rounded"), any(one.qualifier in phrase.ROUNDED for one in pale)),
        (gettext("a bound"), any(phrase.end(one) != "closed" for one in pale)),
        (gettext("computed here"), any(one.formula for one in pale)),
    )
    reasons = language.listed((reason for reason, is_used in reasons_for_pale if is_used), "or")
    is_hollow = any(row.look == "hollow" for row in drawn)
    planned = language.listed(sorted({phrase.status(row.observation) for row in drawn if row.look == "dashed"}), "or")
    return [
        (pale and is_bars, gettext("A pale bar is %(reasons)s.", reasons=reasons)),
        (pale and not is_bars, gettext("A pale mark is %(reasons)s.", reasons=reasons)),
        (is_hollow and is_bars, gettext("A hollow bar counts a part of its period.")),
        (is_hollow and not is_bars, gettext("A hollow mark counts a part of its period.")),
        (planned, gettext("A dashed outline is %(statuses)s, not counted.", statuses=planned)),
    ]


def penalties(provisions: Sequence[Provision]) -> tuple[str, ...]:
    """Return how to read these penalties: one sentence for each convention that they use."""
    terms = [provision.max_prison for provision in provisions]
    conventions = [
        (any(phrase.years(one.min_prison) for one in provisions), gettext("A stroke marks the mandatory minimum.")),
        (any(term.is_life for term in terms), gettext("A bar with an arrow runs off the scale.")),
        (any(term.is_added for term in terms), gettext("A dashed outline is added to another sentence.")),
        (
            any(one.consecutive for one in provisions),
            gettext("“Consecutive” means served after the sentence for another crime."),
        ),
    ]
    return tuple(sentence for is_used, sentence in conventions if is_used)
