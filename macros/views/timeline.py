"""The timeline: events in order of time, grouped by year."""

from collections import Counter
from dataclasses import dataclass
from math import ceil

from macros.model import Event, dates
from macros.queries import Queries
from macros.views import words
from macros.views.evidence import Evidence, evidence


@dataclass(frozen=True)
class TimelineEntry:
    """One event."""

    id: str
    record: Event
    machine_date: str
    category: str
    actors: tuple[words.SiteLink, ...]
    statutes: tuple[words.SiteLink, ...]
    predecessor: words.SiteLink | None
    successors: tuple[words.SiteLink, ...]
    tags: tuple[tuple[str, str], ...]
    evidence: Evidence


@dataclass(frozen=True)
class Year:
    """The events of one year."""

    label: str
    entries: tuple[TimelineEntry, ...]


@dataclass(frozen=True)
class Bar:
    """A period in the overview: its index, its number of events, and its height in percent of the highest.

    ``year`` is the first year in it that has events.
    """

    label: str
    year: str
    period: int
    count: int
    height: int


@dataclass(frozen=True)
class Overview:
    """All events at a glance: periods of ``step`` years each, and a bar for each that has events."""

    step: int
    periods: int
    bars: tuple[Bar, ...]


@dataclass(frozen=True)
class Facet:
    """One way to filter: its name in the address, its label, and what can be chosen: id and label."""

    name: str
    label: str
    options: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Timeline:
    """A timeline, whole or filtered."""

    years: tuple[Year, ...]
    count: int
    overview: Overview
    facets: tuple[Facet, ...]

    @property
    def is_long(self) -> bool:
        """Whether it has more events than a slow phone lays out at once."""
        return self.count > _MOST_AT_ONCE


_MOST_AT_ONCE = 100
_MOST_PERIODS = 24
"""The most bars that can be told apart on a phone, and stepped through with a keyboard."""
_STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)
_FACETS = (("category", "Category"), ("actor", "Who"), ("statute", "Law"), ("source", "Source"))


def timeline(queries: Queries, since: str | None = None, until: str | None = None, **wanted: str | None) -> Timeline:
    """Return the events that match; ``since`` and ``until`` are dates, ``wanted`` as in ``Queries.events``."""
    span = dates.parse(f"{since or '..'}/{until or '..'}") if since or until else None
    years: dict[int, list[TimelineEntry]] = {}
    for event_id, event in queries.events(**wanted):
        if span is None or event.date.overlaps(span):
            day = event.date.first or event.date.last
            assert day
            years.setdefault(day.year, []).append(_entry(event_id, event, queries))
    entries = [entry for members in years.values() for entry in members]
    groups = tuple(Year(str(year), tuple(members)) for year, members in years.items())
    return Timeline(groups, len(entries), _overview(years), _facets(entries, queries))


def _overview(years: dict[int, list[TimelineEntry]]) -> Overview:
    first, last = (min(years), max(years)) if years else (0, 0)
    step = next(step for step in _STEPS if last // step - first // step < _MOST_PERIODS)
    found: dict[int, list[int]] = {}
    for year in years:
        found.setdefault(year // step, []).append(year)
    counts = {period: sum(len(years[year]) for year in members) for period, members in found.items()}
    bars = (
        Bar(
            str(members[0]) if step == 1 else f"{period * step}–{period * step + step - 1}",
            str(members[0]),
            period - first // step,
            counts[period],
            ceil(100 * counts[period] / max(counts.values())),
        )
        for period, members in found.items()
    )
    return Overview(step, last // step - first // step + 1, tuple(bars))


def _facets(entries: list[TimelineEntry], queries: Queries) -> tuple[Facet, ...]:
    """Return what the events can be filtered by, the most frequent choice first."""
    labels = words.categories(queries)
    facets = []
    for name, label in _FACETS:
        counts = Counter(value for entry in entries for key, value in entry.tags if key == name)
        options = tuple((value, labels.get(value) or words.name(value, queries)) for value, _ in counts.most_common())
        facets.append(Facet(name, label, options))
    return tuple(facets)


def _tags(event_id: str, event: Event, queries: Queries) -> tuple[tuple[str, str], ...]:
    values = {
        "category": (event.category,),
        "actor": event.actors,
        "statute": event.statutes,
        "source": queries.sources(event_id),
    }
    return tuple((name, value) for name, _ in _FACETS for value in values[name])


def _entry(event_id: str, event: Event, queries: Queries) -> TimelineEntry:
    point = None if event.date.is_span else event.date.begin
    return TimelineEntry(
        id=event_id,
        record=event,
        machine_date=point.first.isoformat()[: 10 if point.day else 7 if point.month else 4] if point else "",
        category=words.categories(queries)[event.category],
        actors=words.links(event.actors, queries),
        statutes=words.links(event.statutes, queries),
        predecessor=words.link(event.predecessor, queries) if event.predecessor else None,
        successors=words.links(queries.successors(event_id), queries),
        tags=_tags(event_id, event, queries),
        evidence=evidence(event_id, queries),
    )
