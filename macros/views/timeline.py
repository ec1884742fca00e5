"""The timeline: events in order of time, grouped by year. Layer 5."""

from dataclasses import dataclass

from macros import dates
from macros.model import Event
from macros.queries import Queries
from macros.views import words
from macros.views.evidence import Evidence, evidence


@dataclass(frozen=True)
class Entry:
    """One event."""

    id: str
    date: str
    machine_date: str
    precision: str
    inferred: bool
    title: str
    summary: str
    category: str
    category_id: str
    status: str
    place: str
    actors: tuple[words.Link, ...]
    statutes: tuple[words.Link, ...]
    predecessor: words.Link | None
    successors: tuple[words.Link, ...]
    evidence: Evidence


@dataclass(frozen=True)
class Year:
    """The events of one year; the label of those with no known beginning is "by" their year."""

    label: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True)
class Timeline:
    """A timeline, whole or filtered."""

    years: tuple[Year, ...]
    count: int


def timeline(queries: Queries, since: str | None = None, until: str | None = None, **wanted: str | None) -> Timeline:
    """Return the events that match; ``since`` and ``until`` are dates, ``wanted`` as in ``Queries.events``."""
    span = dates.parse(f"{since or '..'}/{until or '..'}") if since or until else None
    years: dict[str, list[Entry]] = {}
    for event_id, event in queries.events(**wanted):
        if span is None or event.date.overlaps(span):
            day = event.date.first or event.date.last
            assert day
            years.setdefault(str(day.year), []).append(_entry(event_id, event, queries))
    count = sum(len(entries) for entries in years.values())
    return Timeline(tuple(Year(label, tuple(entries)) for label, entries in years.items()), count)


def _entry(event_id: str, event: Event, queries: Queries) -> Entry:
    point = event.date.begin or event.date.end
    assert point
    machine = point.first.isoformat()[: 10 if point.day else 7 if point.month else 4]
    return Entry(
        id=event_id,
        date=str(event.date),
        machine_date=machine,
        precision=event.date.precision,
        inferred=event.basis.known == "inferred",
        title=event.title,
        summary=event.summary,
        category=words.categories(queries)[event.category],
        category_id=event.category,
        status=event.status,
        place=str(event.place or ""),
        actors=words.links(event.actors, queries),
        statutes=words.links(event.statutes, queries),
        predecessor=words.link(event.predecessor, queries) if event.predecessor else None,
        successors=words.links(queries.successors(event_id), queries),
        evidence=evidence(event_id, queries),
    )
