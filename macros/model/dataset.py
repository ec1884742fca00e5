"""All data of a topic, read-only."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal, TypeVar

from macros.model.base import ACCESS, Access, Citation, Entity, Record
from macros.model.documents import Comparison
from macros.model.evidence import Correction, Source, Verification
from macros.model.facts import Actor, Event, Question, Statement, Term
from macros.model.kinds import LAW_KINDS, SOURCE_KINDS, LawKind, Role, SourceKind
from macros.model.law import Element, Provision, Statute
from macros.model.numbers import Chart, Observation, Series
from macros.model.topic import Topic
from macros.problems import FieldPath, Problem

K = TypeVar("K", bound=LawKind)
R = TypeVar("R")
FOLDERS: Mapping[str, type[Entity]] = {
    "sources": Source,
    "actors": Actor,
    "statutes": Statute,
    "terms": Term,
    "events": Event,
    "statements": Statement,
    "questions": Question,
    "comparisons": Comparison,
    "series": Series,
    "charts": Chart,
    "corrections": Correction,
}
"""The folders of ``data/`` and what each file in them holds."""
_RECORDS: tuple[type[Record], ...] = (*FOLDERS.values(), Topic, Entity)
KINDS: Mapping[str, type[Record]] = {model.__name__.lower(): model for model in _RECORDS}
"""Every kind of file by its name, and "entity" for the fields that all kinds but the topic share."""
LISTS = {"topic": "topics", "category": "categories", "lane": "lanes", "jurisdiction": "jurisdictions"}
"""The lists of topic.yml that records refer to, by the kind of their entries."""
Verdict = Literal["verified", "recorded here", "not verified", "no text"]
"""Whether a quote is recorded as verified: before the change under review; only in it; not, or in another text.

There is no text to verify it against if its source, or its place there, has none.
"""


def _proofs(records: Mapping[str, Verification]) -> frozenset[tuple[str, str, str]]:
    return frozenset((quote.locator, quote.exact, quote.proof) for one in records.values() for quote in one.quotes)


def _by_name(listed: Iterable[K], common: Iterable[K]) -> dict[str, K]:
    """Return kinds by name: those that a topic lists first, which also replace common ones of the same name."""
    found = {str(one.name): one for one in listed}
    return found | {str(one.name): one for one in common if one.name not in found}


def present(ids: Iterable[str], records: Mapping[str, R]) -> list[R]:
    """Return the records of some ids, without missing ones, which another rule reports."""
    return [records[one] for one in ids if one in records]


def kind_of(record: Record) -> str:
    """Return the kind as references name it: source, event, observation ..."""
    return type(record).__name__.lower()


def cited_parts(entity: Entity) -> Iterator[tuple[FieldPath, Observation | Element | Provision]]:
    """Yield the parts of a record that have citations of their own, each with its path."""
    names = {Series: ("observations",), Statute: ("elements", "provisions")}.get(type(entity), ())
    for name in names:
        for number, part in enumerate(getattr(entity, name)):
            yield (name, number), part


@dataclass(frozen=True, slots=True)
class SeriesPoint:
    """A number with its series, the id of the series, and its index in ``Series.observations``."""

    observation: Observation
    series: Series
    series_id: str
    index: int

    def path(self, *field: str) -> FieldPath:
        """Return the path of the number, or of one of its fields, in its series."""
        return ("observations", self.index, *field)


@dataclass(frozen=True)
class Dataset:
    """All records of a topic: for each kind a mapping from id to record, sorted by id.

    ``moved`` maps old ids to new ones. ``places`` gives the file, relative to the topic, and the line of every record
    and number, and under names such as "topic.nav.0" those of entries in topic.yml. ``verified`` has the record of
    verification of each source. ``trusted`` has those from before the change under review, which alone prove anything;
    it is None if no change is under review. ``translations`` has, for each further language, the translation of each
    text by its name and its words.
    """

    topic: Topic
    sources: Mapping[str, Source] = field(default_factory=dict)
    actors: Mapping[str, Actor] = field(default_factory=dict)
    statutes: Mapping[str, Statute] = field(default_factory=dict)
    terms: Mapping[str, Term] = field(default_factory=dict)
    events: Mapping[str, Event] = field(default_factory=dict)
    statements: Mapping[str, Statement] = field(default_factory=dict)
    questions: Mapping[str, Question] = field(default_factory=dict)
    comparisons: Mapping[str, Comparison] = field(default_factory=dict)
    series: Mapping[str, Series] = field(default_factory=dict)
    charts: Mapping[str, Chart] = field(default_factory=dict)
    corrections: Mapping[str, Correction] = field(default_factory=dict)
    moved: Mapping[str, str] = field(default_factory=dict)
    places: Mapping[str, tuple[str, int]] = field(default_factory=dict)
    verified: Mapping[str, Verification] = field(default_factory=dict)
    trusted: Mapping[str, Verification] | None = None
    translations: Mapping[str, Mapping[tuple[str, str], str]] = field(default_factory=dict)
    interface: Mapping[str, bytes] = field(default_factory=dict)

    @cached_property
    def law_kinds(self) -> Mapping[str, LawKind]:
        """The kinds of law by name, those that the topic lists first."""
        return _by_name(self.topic.law_kinds, LAW_KINDS)

    @cached_property
    def source_kinds(self) -> Mapping[str, SourceKind]:
        """The kinds of source by name, as the topic lists them, then the others."""
        return _by_name(self.topic.source_kinds, SOURCE_KINDS)

    def role(self, source_id: str) -> Role:
        """Return the role of a source, by its kind; "press" if the kind is not listed."""
        kind = self.source_kinds.get(self.sources[source_id].kind)
        return kind.role if kind else "press"

    def is_document(self, source_id: str) -> bool:
        """Whether a source is a document itself, not a report by an outlet."""
        return self.role(source_id) in ("document", "law", "data") or self.sources[source_id].interest == "party"

    def events_in_time(self) -> dict[str, Event]:
        """Return the events in order of time; of one date, each stands after what it follows up, else by its id."""

        def rank(name: str, *later: str) -> int:
            before = self.events[name].predecessor or ""
            is_before = before in self.events and before not in (name, *later)
            same = is_before and self.events[before].date.sort_key == self.events[name].date.sort_key
            return 1 + rank(before, name, *later) if same else 0

        return dict(sorted(self.events.items(), key=lambda one: (one[1].date.sort_key, rank(one[0]), one[0])))

    def known(self, citation: Citation, own: Access) -> Access:
        """Return how a cited place is known.

        The access of the citation counts first. For a document that was not read whole, it is the lesser of the
        source's and the record's own; else the source's.
        """
        source = self.sources[citation.source]
        if citation.access:
            return citation.access
        is_in_part = self.is_document(citation.source) and source.access != "read"
        return max(own, source.access, key=ACCESS.index) if is_in_part else source.access

    @cached_property
    def observations(self) -> Mapping[str, SeriesPoint]:
        """Every number by its id."""
        return {
            observation.id: SeriesPoint(observation, series, series_id, index)
            for series_id, series in self.series.items()
            for index, observation in enumerate(series.observations)
        }

    @cached_property
    def provisions(self) -> Mapping[str, tuple[Provision, str]]:
        """Every provision by its id, with the id of its statute."""
        return {
            provision.id: (provision, statute_id)
            for statute_id, statute in self.statutes.items()
            for provision in statute.provisions
        }

    @cached_property
    def _recorded(self) -> frozenset[tuple[str, str, str]]:
        return _proofs(self.verified)

    @cached_property
    def _trusted(self) -> frozenset[tuple[str, str, str]]:
        return self._recorded if self.trusted is None else _proofs(self.trusted)

    def verification(self, citation: Citation) -> Verdict:
        """Return whether a citation's quote is recorded as found at its place in the text of its source."""
        text = self.sources[citation.source].text_at(citation.locator)
        if text is None:
            return "no text"
        if citation.quote is None:
            return "not verified"
        proof = (citation.locator, citation.quote.exact, citation.proof(text.place(citation.locator)))
        if proof not in self._recorded:
            return "not verified"
        return "verified" if proof in self._trusted else "recorded here"

    def problem(self, path: FieldPath, *mistake: str) -> Problem:
        """Return a mistake with its place in a field of topic.yml, or with an entry of one of its lists."""
        file, line = self.places.get(".".join(map(str, ("topic", *path[:2]))), self.places["topic"])
        return Problem(file, line, ".".join(map(str, path)), *mistake)

    def entities(self) -> Iterator[tuple[str, Entity]]:
        """Yield the id and the record of every file."""
        for folder in FOLDERS:
            yield from getattr(self, folder).items()

    @cached_property
    def citations(self) -> tuple[tuple[str, FieldPath, Citation], ...]:
        """Every citation with the id of its file and its path there."""
        return tuple(self._citations())

    def _citations(self) -> Iterator[tuple[str, FieldPath, Citation]]:
        for entity_id, entity in self.entities():
            for path, part in ((), entity), *cited_parts(entity):
                for index, citation in enumerate(part.citations):
                    yield entity_id, (*path, "citations", index), citation
            for number, primary in enumerate(entity.primary if isinstance(entity, Question) else ()):
                if primary.cited:
                    yield entity_id, ("primary", number), primary.cited

    def kinds(self) -> dict[str, str]:
        """Return the kind of every id, including numbers, provisions and the entries of lists in topic.yml."""
        return (
            {one.id: kind for kind, name in LISTS.items() for one in getattr(self.topic, name)}
            | {entity_id: kind_of(entity) for entity_id, entity in self.entities()}
            | dict.fromkeys(self.observations, "observation")
            | dict.fromkeys(self.provisions, "provision")
        )
