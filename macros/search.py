"""What search can find: facts, not pages. Layer 7."""

from collections.abc import Iterator
from dataclasses import dataclass

from macros.model import Actor, Claim, Event, Series, Source, Statement, Statute, Term
from macros.queries import Queries
from macros.views import words

KINDS = {
    "event": "Events",
    "statement": "Statements",
    "series": "Numbers",
    "statute": "Law",
    "claim": "Disagreements",
    "actor": "People",
    "term": "Terms",
    "source": "Sources",
}
"""The kinds of record that can be found, with the word by which results are filtered."""


@dataclass(frozen=True)
class Entry:
    """One thing to find: its address relative to the site, its title, its kind, and the words it is found by."""

    url: str
    title: str
    kind: str
    text: str


def entries(queries: Queries) -> Iterator[Entry]:
    """Yield an entry for every record of the kinds above."""
    for record_id in queries.entities:
        kind = queries.kinds[record_id]
        if kind in KINDS:
            title, text = _words(record_id, queries)
            yield Entry(queries.href(record_id), title, KINDS[kind], f"{title} {text}")


def _words(record_id: str, queries: Queries) -> tuple[str, str]:
    """Return a record's title and the text to find it by."""
    match queries.entities[record_id]:
        case Event() as event:
            names = " ".join(queries.dataset.actors[actor].name for actor in event.actors)
            return event.title, f"{event.date}. {event.summary} {names} {event.place or ''}"
        case Statement() as statement:
            first, *rest = statement.text.split("\n")
            return f"{words.voice(statement.made_by, queries).label}: {first}", " ".join(rest)
        case Statute() as statute:
            names = " ".join((*statute.aliases, statute.ina or ""))
            return f"{statute.citation}: {statute.heading}", f"{names} {statute.summary} {' '.join(statute.elements)}"
        case Series() as series:
            numbers = "; ".join(f"{words.number(o)} {series.unit}, {o.period}" for o in series.observations)
            return series.title, f"{series.definition} {numbers}"
        case Claim() as claim:
            return claim.question, f"{claim.finding} {claim.why}"
        case Actor() as actor:
            return actor.name, f"{' '.join(actor.aliases)} {actor.summary}"
        case Term() as term:
            return term.label, f"{' '.join(term.aliases)} {term.definition}"
        case Source() as source:
            return source.title, f"{source.publisher} {' '.join(source.authors)} {source.kind}"
    raise TypeError(f"{record_id} is of no kind that can be found")
