"""What search can find: facts, not pages."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from macros import phrase
from macros.model import Actor, Claim, Entity, Event, Series, Source, Statement, Statute, Term
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
    record = queries.entities[record_id]
    return _TEXTS[type(record)](record, queries)


def _event(event: Event, queries: Queries) -> tuple[str, str]:
    names = " ".join(queries.dataset.actors[actor].name for actor in event.actors)
    return event.title, f"{event.date}. {event.summary} {names} {event.place or ''}"


def _statement(statement: Statement, queries: Queries) -> tuple[str, str]:
    first, *rest = statement.text.split("\n")
    return f"{words.voice(statement.made_by, queries).label}: {first}", " ".join(rest)


def _statute(statute: Statute, _: Queries) -> tuple[str, str]:
    names = " ".join((*statute.aliases, statute.ina or ""))
    return f"{statute.citation}: {statute.heading}", f"{names} {statute.summary} {' '.join(statute.elements)}"


def _series(series: Series, _: Queries) -> tuple[str, str]:
    numbers = "; ".join(f"{phrase.number(o)} {series.unit}, {o.period}" for o in series.observations)
    return series.title, f"{series.definition} {numbers}"


_TEXTS: Mapping[type[Entity], Callable[[Any, Queries], tuple[str, str]]] = {
    Event: _event,
    Statement: _statement,
    Statute: _statute,
    Series: _series,
    Claim: lambda claim, _: (claim.question, f"{claim.finding} {claim.why}"),
    Actor: lambda actor, _: (actor.name, f"{' '.join(actor.aliases)} {actor.summary}"),
    Term: lambda term, _: (term.label, f"{' '.join(term.aliases)} {term.definition}"),
    Source: lambda source, _: (source.title, f"{source.publisher} {' '.join(source.authors)} {source.kind}"),
}
