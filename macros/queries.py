"""Selections and reverse look-ups over a Dataset."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from functools import cached_property, wraps
from typing import Any, ParamSpec, TypeVar

from macros.model import Citation, Dataset, Entity, Event, Observation, Reference, Source, Statement, present, walk
from macros.model.addresses import address_of
from macros.model.dates import Edtf, undated_last

P = ParamSpec("P")
T = TypeVar("T")
K = TypeVar("K", bound=Hashable)

Homes = Mapping[tuple[str, ...], str]
"""The address of the page that a macro stands on, by the name of the macro and the ids that it is called with."""
LISTS: Mapping[str, str] = {"event": "timeline", "actor": "people", "term": "terms", "correction": "corrections"}
"""The macro that shows all records of a kind, for the kinds without a page for each record."""
INDEXES: Mapping[str, str] = {
    "statute": "glossary",
    "source": "sources",
    "question": "questions",
    "series": "series_tables",
    "actor": "people",
}
"""The macro that lists the pages of records of a kind; of the actors, only those who make many statements have one."""
FRONT = "index.html"
MANY_STATEMENTS = 10
"""An actor who makes more statements than this has a page."""


class Queries:
    """Look-ups over one dataset; ``derived`` keeps the results of ``derived_once``.

    A record that no page of ``homes`` shows gets an address on the front page; the checks refuse such a topic.
    """

    def __init__(self, dataset: Dataset, homes: Homes | None = None) -> None:
        self.dataset = dataset
        self._homes = homes or {}
        self.derived: dict[tuple[Any, ...], Any] = {}

    def on(self, dataset: Dataset) -> "Queries":
        """Return look-ups over another dataset that is shown on the same pages."""
        return Queries(dataset, self._homes)

    @cached_property
    def kinds(self) -> Mapping[str, str]:
        """The kind of every id."""
        return self.dataset.kinds()

    @cached_property
    def entities(self) -> Mapping[str, Entity]:
        """Every record that has a file, by id."""
        return dict(self.dataset.entities())

    @cached_property
    def referrers(self) -> Mapping[str, tuple[str, ...]]:
        """For every id that is referred to, the ids of the records and numbers that refer to it, each once."""
        owners_by_id: defaultdict[str, dict[str, None]] = defaultdict(dict)
        for entity_id, entity in self.entities.items():
            for path, value in walk(entity):
                if isinstance(value, Reference):
                    owner = entity_id
                    if path[0] == "observations" and isinstance(path[1], int):
                        owner = self.dataset.series[entity_id].observations[path[1]].id
                    owners_by_id[value][owner] = None
        return {record_id: tuple(owners) for record_id, owners in owners_by_id.items()}

    def referring(self, record_id: str, kind: str) -> tuple[str, ...]:
        """Return the ids of the records of one kind that refer to a record."""
        return tuple(name for name in self.referrers.get(record_id, ()) if self.kinds[name] == kind)

    def citations(self, record_id: str) -> tuple[Citation, ...]:
        """Return the citations of a record.

        A number without its own has those of its series, or else of the numbers in its formula; a gap has only its own.
        """
        if record_id not in self.dataset.observations:
            return self.entities[record_id].citations
        point = self.dataset.observations[record_id]
        number = point.observation
        if number.citations or number.is_gap:
            return number.citations
        if point.series.citations:
            return point.series.citations
        inputs = present(number.formula.of if number.formula else (), self.dataset.observations)
        return tuple(dict.fromkeys(citation for point in inputs for citation in self.citations(point.observation.id)))

    def sources(self, record_id: str, role: str = "") -> tuple[str, ...]:
        """Return the ids of the sources that a record cites, each once; ``role`` is one such as "supports", "" any."""
        return tuple(dict.fromkeys(one.source for one in self.citations(record_id) if role in ("", one.role)))

    @cached_property
    def successors(self) -> Mapping[str, tuple[str, ...]]:
        """The ids of the events that follow up each event."""
        return grouped((event.predecessor, name) for name, event in self.dataset.events.items() if event.predecessor)

    def date_of(self, record_id: str) -> Edtf | None:
        """Return when a fact happened, was said or holds, or when a source was issued; None if it is not known.

        A statement without a date has that of its event, unless it says that a search found nothing.
        """
        if record_id in self.dataset.observations:
            return self.observation(record_id).period
        record = self.entities[record_id]
        if isinstance(record, Event):
            return record.date
        if isinstance(record, Statement):
            is_searched = {citation.role for citation in record.citations} == {"searched"}
            event = None if is_searched else record.event
            return record.date or (self.dataset.events[event].date if event else None)
        return record.issued if isinstance(record, Source) else None

    def observation(self, record_id: str) -> Observation:
        """Return a number by its id."""
        return self.dataset.observations[record_id].observation

    def owner(self, record_id: str) -> str:
        """Return the id of the record whose file holds a record or a number; a number is held by its series."""
        point = self.dataset.observations.get(record_id)
        return point.series_id if point else record_id

    def by_issue(self, source_ids: Iterable[str]) -> list[str]:
        """Return source ids by their dates of issue, those without a date last."""
        return sorted(source_ids, key=lambda name: (undated_last(self.dataset.sources[name].issued), name))

    def statement_home(self, record_id: str) -> str:
        """Return the id of the source whose page shows a statement: the first that it cites."""
        return self.dataset.statements[record_id].citations[0].source

    def home(self, macro: str, *record_ids: str) -> str:
        """Return the address of the page that a macro stands on, relative to the site; "" if it stands on none."""
        return self._homes.get((macro, *record_ids), "")

    @cached_property
    def folders(self) -> Mapping[str, str]:
        """The folder of the pages of each kind that has them."""
        folders = self.dataset.topic.folders
        own = (folders.statutes, folders.sources, folders.questions, folders.series, folders.actors)
        return dict(zip(INDEXES, map(str, own), strict=True))

    @cached_property
    def statements_by(self) -> Mapping[str, tuple[str, ...]]:
        """The ids of the statements of every actor who makes any."""
        speakers = ((one.attributed_to.actor, statement_id) for statement_id, one in self.dataset.statements.items())
        return grouped((actor, statement_id) for actor, statement_id in speakers if actor)

    def has_page(self, record_id: str) -> bool:
        """Whether a record has a page of its own."""
        if self.kinds[record_id] == "actor":
            return len(self.statements_by.get(record_id, ())) > MANY_STATEMENTS
        return self.kinds[record_id] in self.folders

    @cached_property
    def with_page(self) -> tuple[str, ...]:
        """The ids of the records that have a page of their own."""
        return tuple(filter(self.has_page, self.entities))

    def href(self, record_id: str) -> str:
        """Return the address of a record, relative to the site."""
        kind = self.kinds[record_id]
        if self.has_page(record_id):
            return f"{self.folders[kind]}/{record_id}.html"
        return f"{self._page(kind, record_id)}#{record_id}"

    def _page(self, kind: str, record_id: str) -> str:
        """Return the address of the page that shows a record which has no page of its own."""
        match kind:
            case "statement":
                return self.href(self.statement_home(record_id))
            case "provision":
                return self.href(self.dataset.provisions[record_id][1])
            case "observation":
                return self.href(self.owner(record_id))
            case "comparison":
                second = self.dataset.comparisons[record_id].second
                return self.documents.get(second) or self.href(second)
            case "chart":
                return self.home("chart", record_id) or FRONT
        return self.home(LISTS[kind]) or FRONT

    @cached_property
    def documents(self) -> Mapping[str, str]:
        """The address of the page of each document that the topic is about, by the id of the source."""
        return {str(one.source): address_of(one.page) for one in self.dataset.topic.documents}

    def redirects(self) -> Iterator[tuple[str, str]]:
        """Yield the old and the new address of each page that moved, including those of renamed records."""
        for old, new in self.dataset.moved.items():
            if self.has_page(new):
                yield f"{self.folders[self.kinds[new]]}/{old}.html", self.href(new)
        yield from ((one.was, one.now) for one in self.dataset.topic.redirects)

    def events(self, **wanted: str | None) -> Iterator[tuple[str, Event]]:
        """Yield events in order of time that match every filter: category, lane, topic, actor, statute, source."""
        filters = [(name, value) for name, value in wanted.items() if value is not None]
        first, *others = [self._events.get(item, {}) for item in filters] or [self._events["", ""]]
        for event_id, event in first.items():
            if all(event_id in matching for matching in others):
                yield event_id, event

    @cached_property
    def _events(self) -> Mapping[tuple[str, str], Mapping[str, Event]]:
        """Events in order of time by filter and value, such as ("category", "speech"); all of them under ("", "")."""
        events = self.dataset.events_in_time()
        by_filter: defaultdict[tuple[str, str], dict[str, Event]] = defaultdict(dict)
        by_filter["", ""] = events
        for event_id, event in events.items():
            for name, values in self.filters(event_id, event).items():
                for value in values:
                    by_filter[name, value][event_id] = event
        return by_filter

    def filters(self, event_id: str, event: Event) -> Mapping[str, tuple[str, ...]]:
        """Return the values by which an event is found, by filter."""
        return {
            "category": (event.category,) if event.category else (),
            "lane": (event.lane,) if event.lane else (),
            "topic": event.topics,
            "actor": event.actors,
            "statute": event.statutes,
            "source": self.sources(event_id),
        }


def grouped(pairs: Iterable[tuple[K, T]]) -> dict[K, tuple[T, ...]]:
    """Return pairs of a key and a value as a dict of all values of each key; keys and values stay in order."""
    groups: defaultdict[K, list[T]] = defaultdict(list)
    for key, value in pairs:
        groups[key].append(value)
    return {key: tuple(values) for key, values in groups.items()}


def derived_once(derive: Callable[P, T]) -> Callable[P, T]:
    """Return a function that keeps its results in its last argument, a Queries; results must be immutable."""

    @wraps(derive)
    def wrapper(*arguments: P.args, **keywords: P.kwargs) -> T:
        *records, queries = arguments
        assert isinstance(queries, Queries)
        assert not keywords
        key = (derive, *records)
        if key not in queries.derived:
            queries.derived[key] = derive(*arguments, **keywords)
        result: T = queries.derived[key]
        return result

    return wrapper
