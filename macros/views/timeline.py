"""The timeline: its picture, and the events in order of time, in chapters of one or more years."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from macros.language import gettext_noop, message
from macros.model import Event, dates
from macros.model.dates import year_words
from macros.queries import Queries
from macros.views import words
from macros.views.timepicture import CategoryStyle, TimePicture, category_styles, picture


@dataclass(frozen=True)
class TimelineEntry:
    """One event; ``bar`` is the index of its bar in the strip, ``machine_date`` its date in ISO 8601, or ""."""

    id: str
    record: Event
    year: int
    bar: int
    machine_date: str
    successors: tuple[str, ...]
    tags: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Chapter:
    """The events of one or more years; ``key_count`` says how many of them are key events."""

    label: str
    first: int
    entries: tuple[TimelineEntry, ...]
    key_count: int


Facet = tuple[str, str, tuple[tuple[str, str, int], ...]]
"""A filter: its name in the address, its label, and what can be chosen: id, label and number of events."""


@dataclass(frozen=True)
class Timeline:
    """A timeline, whole or filtered.

    ``chips`` are the filters whose choices are all shown, ``facets`` those whose most frequent choices are offered.
    """

    chapters: tuple[Chapter, ...]
    count: int
    picture: TimePicture | None
    styles: Mapping[str, CategoryStyle]
    chips: tuple[Facet, ...]
    facets: tuple[Facet, ...]

    @property
    def key_count(self) -> int:
        """How many key events it has."""
        return sum(chapter.key_count for chapter in self.chapters)

    @property
    def is_long(self) -> bool:
        """Whether it has more events than a slow phone lays out at once."""
        return self.count > _MOST_AT_ONCE


_MOST_AT_ONCE = 100
_FEW = 10  # years stand together in a chapter while they have no more events than this
_CHAPTERS = 12  # about how many chapters a long timeline has
_MOST_OFFERED = 12  # how many choices a facet offers; readers find the others by words
_CHIPS = (("category", gettext_noop("Category")), ("lane", gettext_noop("Where")))
_FACETS = (("actor", gettext_noop("Who")), ("statute", gettext_noop("Law")), ("source", gettext_noop("Source")))


def timeline(queries: Queries, **wanted: str | None) -> Timeline:
    """Return the timeline of the events that match; ``wanted`` are the arguments of ``matching``."""
    events = matching(queries, **wanted)
    drawn = picture(events, queries)
    bars = drawn.places if drawn else {}
    entries = [_entry(event_id, event, bars[event_id], queries) for event_id, event in events.items()]
    tags = Counter(tag for entry in entries for tag in entry.tags)
    chips = tuple(facet for facet in _facets(_CHIPS, tags, queries) if len(facet[2]) > 1)
    facets = tuple(_facets(_FACETS, tags, queries, most=_MOST_OFFERED))
    return Timeline(tuple(_chapters(entries)), len(entries), drawn, category_styles(queries), chips, facets)


def matching(
    queries: Queries, since: str | None = None, until: str | None = None, **wanted: str | None
) -> dict[str, Event]:
    """Return events by id, in order of time: those of a span of dates that match the filters of ``queries.events``."""
    span = dates.parse(f"{since or '..'}/{until or '..'}") if since or until else None
    events = queries.events(**wanted)
    return {event_id: event for event_id, event in events if span is None or event.date.overlaps(span)}


def _chapters(entries: list[TimelineEntry]) -> Iterator[Chapter]:
    """Yield chapters: consecutive years stand together while they have few events."""
    few = max(_FEW, len(entries) // _CHAPTERS)
    chapters: list[list[TimelineEntry]] = []
    for _, members in groupby(entries, key=lambda entry: entry.year):
        year = list(members)
        if chapters and len(chapters[-1]) + len(year) <= few:
            chapters[-1] += year
        else:
            chapters.append(year)
    for chapter in chapters:
        first, last = chapter[0].year, chapter[-1].year
        label = year_words(first) if first == last else f"{year_words(first)}–{year_words(last)}"
        yield Chapter(label, first, tuple(chapter), sum(entry.record.key for entry in chapter))


def _facets(
    kinds: Iterable[tuple[str, str]], tags: Counter[tuple[str, str]], queries: Queries, most: int | None = None
) -> Iterator[Facet]:
    """Yield the filters of these kinds; categories and lanes are in the topic's order, other choices by frequency."""
    topic = queries.dataset.topic
    labels = {str(item.id): str(item.label) for item in (*topic.categories, *topic.lanes)}
    for name, label in kinds:
        counts = {value: count for (kind, value), count in tags.most_common() if kind == name}
        values = [value for value in labels if value in counts] or list(counts)
        options = ((value, labels.get(value) or words.name(value, queries), counts[value]) for value in values[:most])
        yield name, message(label), tuple(options)


def _entry(event_id: str, event: Event, bar: int, queries: Queries) -> TimelineEntry:
    point = None if event.date.is_span else event.date.begin
    values = queries.filters(event_id, event)
    return TimelineEntry(
        id=event_id,
        record=event,
        year=event.date.start.year,
        bar=bar,
        machine_date=point.iso if point and point.is_of_machines else "",
        successors=queries.successors.get(event_id, ()),
        tags=tuple((name, value) for name, _ in (*_CHIPS, *_FACETS) for value in values[name]),
    )
