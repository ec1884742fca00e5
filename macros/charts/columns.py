"""What a chart draws as plain columns, of the same rows as its table, for readers who compute with it."""

from collections.abc import Iterable

from macros import phrase
from macros.charts import data
from macros.charts.data import Row, Silence, Tier
from macros.model import Chart, Formula
from macros.queries import Queries

Columns = tuple[tuple[str, ...], ...]
"""Rows of equal length; the first holds the names of the columns."""

_NUMBERS = (
    "id",
    "what_is_counted",
    "period",
    "period_kind",
    "value",
    "low",
    "high",
    "unit",
    "qualifier",
    "status",
    "computed_as",
    "who_says_so",
    "source",
    "note",
)
_TIERS = (
    "id",
    "law",
    "tier",
    "for_each",
    "longest_prison_term",
    "longest_years",
    "mandatory_minimum",
    "minimum_years",
    "highest_fine",
    "class",
    "law_of",
    "source",
)


def columns(chart: Chart, queries: Queries) -> Columns:
    """Return the columns of a chart; periods are dates in the notation of the data, an empty cell says nothing."""
    if chart.mark == "coverage":
        return _coverage(data.silence(chart, queries), queries)
    if chart.mark == "ladder":
        return (_TIERS, *(_tier(tier, queries) for tier in data.tiers(chart, queries)))
    marked = (mark.row for mark in data.marks(chart, queries) if mark.row)
    return (_NUMBERS, *(_number(row, queries) for row in (*data.rows(chart, queries), *marked)))


def _number(row: Row, queries: Queries) -> tuple[str, ...]:
    observation, series = row.observation, row.series
    return (
        observation.id,
        row.name,
        observation.period.text,
        series.period_kind,
        _plain(observation.value),
        _plain(observation.low),
        _plain(observation.high),
        series.unit,
        observation.qualifier,
        observation.status,
        _formula(observation.formula),
        row.speaker,
        _titles(row.sources, queries),
        _line(observation.note),
    )


def _tier(tier: Tier, queries: Queries) -> tuple[str, ...]:
    provision, statute = tier.provision, tier.statute
    return (
        provision.id,
        statute.citation,
        provision.label,
        _line(provision.per),
        phrase.longest(provision),
        _plain(phrase.years(provision.max_prison)),
        phrase.least(provision),
        _plain(phrase.years(provision.min_prison)),
        _line(provision.fine),
        provision.grade,
        statute.as_of.text,
        _titles(queries.sources(tier.statute_id), queries),
    )


def _coverage(silence: Silence, queries: Queries) -> Columns:
    rows = (
        (label, _titles([source], queries), str(silence.counts[topic][source]))
        for topic, label in silence.topics
        for source, _ in silence.sources
    )
    return (("topic", "source", "facts"), *rows)


def _plain(value: object) -> str:
    """Return a number without separators; nothing for None."""
    return "" if value is None else f"{value:f}".rstrip("0").rstrip(".") if isinstance(value, float) else str(value)


def _line(text: object) -> str:
    return " ".join(str(text or "").split("\n"))


def _formula(formula: Formula | None) -> str:
    return f"{formula.operation} of {', '.join(formula.of)}" if formula else ""


def _titles(source_ids: Iterable[str], queries: Queries) -> str:
    sources = (queries.dataset.sources[name] for name in source_ids)
    return "; ".join(f"{source.title} ({source.publisher})" for source in sources)
