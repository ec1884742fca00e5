"""Numbers: one in a sentence, and every series as a table."""

from dataclasses import dataclass

from macros import phrase
from macros.model import Series
from macros.queries import Queries
from macros.views import words
from macros.views.evidence import Evidence, evidence


@dataclass(frozen=True)
class NumberView:
    """One number, as a sentence or a row of a table shows it."""

    id: str
    label: str
    unit: str
    period: str
    status: str
    speaker: words.SiteLink | None
    definition: str
    evidence: Evidence


@dataclass(frozen=True)
class SeriesView:
    """A series, as a table."""

    id: str
    title: str
    measure: str
    unit: str
    definition: str
    period_basis: str
    extent: str
    """How many numbers it has, of what, and of which time."""
    rows: tuple[NumberView, ...]
    evidence: Evidence


def number(record_id: str, queries: Queries) -> NumberView:
    """Return one number."""
    point = queries.dataset.observations[record_id]
    observation, series = point.observation, queries.dataset.series[point.series_id]
    return NumberView(
        id=record_id,
        label=phrase.number(observation),
        unit=series.unit,
        period=phrase.period(observation, series),
        status=observation.status,
        speaker=words.voice(observation.attributed_to, queries) if observation.attributed_to else None,
        definition=series.definition,
        evidence=evidence(record_id, queries),
    )


def series_tables(queries: Queries) -> tuple[SeriesView, ...]:
    """Return every series by its title."""
    views = (
        SeriesView(
            id=series_id,
            title=series.title,
            measure=series.measure,
            unit=series.unit,
            definition=series.definition,
            period_basis=str(series.period_basis or ""),
            extent=_extent(series),
            rows=tuple(number(observation.id, queries) for observation in series.observations),
            evidence=evidence(series_id, queries),
        )
        for series_id, series in queries.dataset.series.items()
    )
    return tuple(sorted(views, key=lambda view: view.title.casefold()))


def _extent(series: Series) -> str:
    periods = dict.fromkeys(
        phrase.period(observation, series)
        for observation in sorted(series.observations, key=lambda one: one.period.sort_key)
    )
    times = list(periods)
    count = len(series.observations)
    span = times[0] if len(times) == 1 else f"{times[0]} to {times[-1]}"
    return f"{count} {'number' if count == 1 else 'numbers'} · {series.unit} · {span}"
