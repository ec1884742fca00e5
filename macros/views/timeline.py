"""The timeline: events in order of time, grouped by year."""

from collections import Counter
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
    status: str
    place: str
    actors: tuple[words.Link, ...]
    statutes: tuple[words.Link, ...]
    predecessor: words.Link | None
    successors: tuple[words.Link, ...]
    tags: tuple[tuple[str, str], ...]
    evidence: Evidence


@dataclass(frozen=True)
class Year:
    """The events of one year, and where its bar stands in the overview: left edge and height, of 100 each."""

    label: str
    entries: tuple[Entry, ...]
    left: float
    height: float


@dataclass(frozen=True)
class Facet:
    """One way to filter: its name in the address, its label, and what can be chosen: id, label, number of events."""

    name: str
    label: str
    options: tuple[tuple[str, str, int], ...]


@dataclass(frozen=True)
class Timeline:
    """A timeline, whole or filtered; ``width`` is that of a year's bar in the overview, of 100."""

    years: tuple[Year, ...]
    count: int
    width: float
    facets: tuple[Facet, ...]


_FACETS = (("category", "Category"), ("actor", "Who"), ("statute", "Law"), ("source", "Source"))


def timeline(queries: Queries, since: str | None = None, until: str | None = None, **wanted: str | None) -> Timeline:
    """Return the events that match; ``since`` and ``until`` are dates, ``wanted`` as in ``Queries.events``."""
    span = dates.parse(f"{since or '..'}/{until or '..'}") if since or until else None
    years: dict[int, list[Entry]] = {}
    for event_id, event in queries.events(**wanted):
        if span is None or event.date.overlaps(span):
            day = event.date.first or event.date.last
            assert day
            years.setdefault(day.year, []).append(_entry(event_id, event, queries))
    entries = [entry for members in years.values() for entry in members]
    width = 100 / (max(years) - min(years) + 1) if years else 100
    return Timeline(_years(years, width), len(entries), round(width, 2), _facets(entries, queries))


def _years(years: dict[int, list[Entry]], width: float) -> tuple[Year, ...]:
    most = max(map(len, years.values()), default=1)
    return tuple(
        Year(str(year), tuple(entries), round((year - min(years)) * width, 2), round(100 * len(entries) / most, 1))
        for year, entries in years.items()
    )


def _facets(entries: list[Entry], queries: Queries) -> tuple[Facet, ...]:
    """Return what the events can be filtered by, the most frequent choice first."""
    labels = words.categories(queries)
    facets = []
    for name, label in _FACETS:
        counts = Counter(value for entry in entries for key, value in entry.tags if key == name)
        options = tuple(
            (value, labels.get(value) or words.name(value, queries), count) for value, count in counts.most_common()
        )
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


def _entry(event_id: str, event: Event, queries: Queries) -> Entry:
    point = None if event.date.is_span else event.date.begin
    return Entry(
        id=event_id,
        date=str(event.date),
        machine_date=point.first.isoformat()[: 10 if point.day else 7 if point.month else 4] if point else "",
        precision=event.date.precision,
        inferred=event.basis.known == "inferred",
        title=event.title,
        summary=event.summary,
        category=words.categories(queries)[event.category],
        status=event.status,
        place=str(event.place or ""),
        actors=words.links(event.actors, queries),
        statutes=words.links(event.statutes, queries),
        predecessor=words.link(event.predecessor, queries) if event.predecessor else None,
        successors=words.links(queries.successors(event_id), queries),
        tags=_tags(event_id, event, queries),
        evidence=evidence(event_id, queries),
    )
