"""What a chart draws, picked from the data: the same rows for the drawing and for the table."""

from dataclasses import dataclass
from datetime import date
from itertools import chain

from macros import phrase
from macros.dates import Edtf
from macros.model import Actor, Chart, Event, Observation, Provision, Series, Statement, Statute
from macros.queries import Queries

_LONG_NAME = 24
_FACTS = frozenset({"event", "statement", "observation"})


@dataclass(frozen=True)
class Row:
    """One number that is drawn."""

    observation: Observation
    series_id: str
    series: Series
    name: str
    """What the chart calls its series."""
    sources: tuple[str, ...]
    speaker: str
    """Who gives the number: the publisher, and whom it cites."""

    @property
    def when(self) -> str:
        """The time it holds for, in words."""
        return phrase.period(self.observation, self.series)

    @property
    def value(self) -> float | None:
        """Where its mark ends; None for a gap."""
        end = self.observation.value if self.observation.value is not None else self.observation.high
        return None if end is None else float(end)

    @property
    def low(self) -> float | None:
        """Where a range starts; None for a single number."""
        return None if self.observation.low is None else float(self.observation.low)

    @property
    def is_firm(self) -> bool:
        """Whether it is an exact and final number, which a line may join."""
        return self.low is None and self.observation.status == "final" and self.observation.qualifier == "exact"


@dataclass(frozen=True)
class Tier:
    """One tier of a penalty that is drawn."""

    statute_id: str
    statute: Statute
    provision: Provision


@dataclass(frozen=True)
class Silence:
    """How many facts of each topic rest on each source: ``counts[topic][source]``, 0 where the source is silent."""

    topics: tuple[tuple[str, str], ...]
    sources: tuple[tuple[str, str], ...]
    counts: dict[str, dict[str, int]]


@dataclass(frozen=True)
class Mark:
    """A fact that is marked on a chart. ``row`` is set where it is a number of the chart's own unit."""

    fact: str
    period: Edtf | None
    text: str
    sources: tuple[str, ...]
    row: Row | None


def rows(chart: Chart, queries: Queries) -> tuple[Row, ...]:
    """Return the numbers of the chart's series within its period, series by series, in order of time."""
    names = chart.labels or (None,) * len(chart.series)
    found = (
        _row(observation.id, queries, name)
        for series_id, name in zip(chart.series, names, strict=True)
        for observation in queries.dataset.series[series_id].observations
    )
    return tuple(row for row in found if chart.period is None or row.observation.period.overlaps(chart.period))


def _row(record_id: str, queries: Queries, name: str | None = None) -> Row:
    observation, series_id, _ = queries.dataset.observations[record_id]
    series = queries.dataset.series[series_id]
    name = name or phrase.capital(series.measure)
    sources = queries.sources(record_id)
    return Row(observation, series_id, series, name, sources, _speaker(observation, sources, queries))


def _speaker(observation: Observation, sources: tuple[str, ...], queries: Queries) -> str:
    """Return who gives a number: "Gull Gazette, citing Ann Reed"."""
    name = str(queries.dataset.sources[sources[0]].publisher) if sources else ""
    voice = observation.said_by
    cited = _short(queries.dataset.actors[voice.actor]) if voice and voice.actor else voice and voice.described
    return f"{name}, citing {cited}" if cited and cited != name else name


def _short(actor: Actor) -> str:
    """Return the name of a person or an organisation; where it is long, its shortest alias."""
    return str(actor.name if len(actor.name) <= _LONG_NAME else min((actor.name, *actor.aliases), key=len))


def tiers(chart: Chart, queries: Queries) -> tuple[Tier, ...]:
    """Return every tier of the chart's statutes, in the order of the data."""
    statutes = ((name, queries.dataset.statutes[name]) for name in chart.statutes)
    return tuple(Tier(name, statute, p) for name, statute in statutes for p in statute.provisions)


def silence(chart: Chart, queries: Queries) -> Silence:
    """Return how many events, statements and numbers of each topic cite each of the chart's sources."""
    topics = tuple((str(topic.id), str(topic.label)) for topic in queries.dataset.topic.topics)
    counts = {topic: dict.fromkeys(map(str, chart.sources), 0) for topic, _ in topics}
    for source in chart.sources:
        facts = dict.fromkeys(fact for fact, _ in queries.cited_by.get(source, ()) if queries.kinds[fact] in _FACTS)
        for topic in chain.from_iterable(_topics(fact, queries) for fact in facts):
            counts[topic][source] += 1
    return Silence(topics, tuple((str(name), _column(name, queries)) for name in chart.sources), counts)


def _topics(fact: str, queries: Queries) -> tuple[str, ...]:
    owner = queries.dataset.observations[fact][1] if fact in queries.dataset.observations else fact
    return tuple(map(str, queries.entities[owner].topics))


def _column(source_id: str, queries: Queries) -> str:
    source = queries.dataset.sources[source_id]
    return (
        f"{source.publisher}, {source.issued.first.year}" if source.issued and source.issued.first else source.publisher
    )


def marks(chart: Chart, queries: Queries) -> tuple[Mark, ...]:
    """Return the facts that the chart marks, in order of time."""
    units = {str(queries.dataset.series[name].unit) for name in chart.series}
    found = [_mark(str(fact), units, queries) for fact in chart.marked]
    return tuple(sorted(found, key=lambda mark: mark.period.sort_key if mark.period else (date.max, date.max)))


def _mark(fact: str, units: set[str], queries: Queries) -> Mark:
    sources = queries.sources(fact)
    if fact in queries.dataset.observations:
        row = _row(fact, queries)
        words = phrase.full(row.observation, row.series.unit, has_unit=True)
        text = f"{row.speaker}, on {row.when}: {row.series.measure}, {words}"
        return Mark(fact, row.observation.period, text, sources, row if row.series.unit in units else None)
    record = queries.entities[fact]
    assert isinstance(record, Event | Statement)
    period = queries.date_of(fact) or next((queries.dataset.sources[name].issued for name in sources), None)
    if isinstance(record, Event):
        return Mark(fact, period, f"{record.title}, {period}", sources, None)
    name = str(queries.dataset.sources[sources[0]].publisher)
    return Mark(fact, period, f"{name}, {period}: {record.text}".replace("\n", " "), sources, None)
