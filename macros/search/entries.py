"""The search entries of records; those of hand-written pages are in ``sections``."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from macros import phrase
from macros.model import (
    Actor,
    Answer,
    Comparison,
    Correction,
    Entity,
    Event,
    Provision,
    Question,
    Series,
    Source,
    Statement,
    Statute,
    Term,
)
from macros.model.words import normalise
from macros.queries import Queries
from macros.views import documents, words
from macros.views.series import latest, value

KINDS = {
    "event": "Events",
    "statement": "Statements",
    "series": "Numbers",
    "statute": "Law",
    "question": "Who says what",
    "comparison": "Documents",
    "actor": "People",
    "term": "Terms",
    "source": "Sources",
    "correction": "Corrections",
}
"""The kinds of record that can be found, each with its label in the filter of results."""


@dataclass(frozen=True)
class SearchEntry:
    """One thing to find: its address relative to the site, its title, its label in the filter, and its text.

    ``names`` are further words that find it but are not shown: its other names, and terms that the site avoids.
    """

    url: str
    title: str
    kind: str
    text: str
    names: str = ""


def entries(queries: Queries) -> Iterator[SearchEntry]:
    """Yield an entry for every record of the kinds above."""
    for record_id, record in queries.entities.items():
        kind = queries.kinds[record_id]
        if kind in KINDS:
            title, text = _TEXTS[type(record)](record, queries)
            date = queries.date_of(record_id)
            shown = " ".join(f"{f'{date}. ' if date else ''}{text} {record.note or ''}".split())
            names = (*getattr(record, "aliases", ()), *_avoided(f"{title} {shown}", queries), *_sought(record))
            yield SearchEntry(queries.href(record_id), title, KINDS[kind], shown, " ".join(names))
    for source_id in queries.documents:
        yield from _sections(source_id, queries)


def _sections(source_id: str, queries: Queries) -> Iterator[SearchEntry]:
    """Yield an entry for each section of a document that the topic is about."""
    shown = documents.document(source_id, queries)
    for section in shown.sections:
        text = " ".join(f"{clause.verb}: {clause.fact.text}" for clause in section.clauses)
        url = f"{queries.documents[source_id]}#{section.id}"
        yield SearchEntry(url, f"{shown.label}: {section.heading}", KINDS["comparison"], " ".join(text.split()))


def _avoided(text: str, queries: Queries) -> Iterator[str]:
    """Yield the avoided terms whose replacement is in a text, since readers may search for them."""
    lowered = normalise(text).lower()
    return (item.avoid for item in queries.dataset.topic.wording if normalise(item.use).lower() in lowered)


def _sought(record: Entity) -> Iterator[str]:
    """Yield words by which readers look for the penalties of a statute."""
    if isinstance(record, Statute) and record.provisions:
        yield "penalties punishment sentence prison jail maximum"


def _event(event: Event, queries: Queries) -> tuple[str, str]:
    names = ", ".join(queries.dataset.actors[actor].name for actor in event.actors)
    category = words.categories(queries)[event.category]
    return event.title, f"{event.summary} {category}. {names}. {event.place or ''}"


def _statement(statement: Statement, queries: Queries) -> tuple[str, str]:
    first, *rest = statement.text.split("\n")
    kind = phrase.capital(statement.kind)
    return f"{words.voice(statement.attributed_to, queries).label}: {first}", f"{kind}. {' '.join(rest)}"


def _statute(statute: Statute, _: Queries) -> tuple[str, str]:
    tiers = " ".join(map(_tier, statute.provisions))
    elements = " ".join(element.text for element in statute.elements)
    text = f"{statute.summary} {tiers} {elements} {statute.other or ''} {statute.amended} {statute.ina or ''}"
    return f"{statute.citation}: {statute.heading}", text


def _tier(provision: Provision) -> str:
    """Return a penalty in words by which readers look for one."""
    fine = f", fine {provision.fine}" if provision.fine else ""
    least = f", mandatory minimum {phrase.least(provision)}" if provision.min_prison != "none" else ""
    sentence = f"longest prison sentence {phrase.longest(provision)}{least}{fine}"
    return f"Penalty for {provision.label}: {sentence}, {provision.grade}."


def _series(series: Series, _: Queries) -> tuple[str, str]:
    numbers = "; ".join(f"{phrase.number(o)} {series.unit}, {o.period}" for o in series.observations)
    last = f"{value(series)}, {phrase.period(latest(series)[0], series)}"
    return f"{series.title}: {last}", f"{series.definition} {numbers}"


def _question(question: Question, queries: Queries) -> tuple[str, str]:
    documents = " ".join(one.text for one in question.primary)
    answers = " ".join(_answer(answer, queries) for answer in question.answers)
    return question.question, f"{question.finding} {question.why} {documents} {answers}"


def _comparison(comparison: Comparison, _: Queries) -> tuple[str, str]:
    return comparison.title, " ".join(f"{row.aspect}: {row.first.text} {row.second.text}" for row in comparison.rows)


def _answer(answer: Answer, queries: Queries) -> str:
    """Return the text and the speakers of an answer, so that they find the question."""
    statements = (queries.dataset.statements.get(name) for name in answer.facts)
    speakers = dict.fromkeys(words.voice(one.attributed_to, queries).label for one in statements if one)
    facts = " ".join(words.name(name, queries) for name in answer.facts)
    return f"{', '.join(speakers)} {facts} {answer.why or ''}"


def _actor(actor: Actor, _: Queries) -> tuple[str, str]:
    return actor.name, f"{actor.summary} {'; '.join(role.title for role in actor.roles)}"


def _source(source: Source, _: Queries) -> tuple[str, str]:
    return source.title, f"{source.publisher}, {source.kind}. {', '.join(source.authors)} {source.updated or ''}"


def _correction(item: Correction, queries: Queries) -> tuple[str, str]:
    text = f"Was: {item.was} Now: {item.now} Why: {item.reason}"
    return f"{phrase.capital(item.kind)}: {words.name(item.entity, queries)}", f"{item.date}. {text}"


_TEXTS: Mapping[type[Entity], Callable[[Any, Queries], tuple[str, str]]] = {
    Event: _event,
    Statement: _statement,
    Statute: _statute,
    Series: _series,
    Question: _question,
    Comparison: _comparison,
    Actor: _actor,
    Term: lambda term, _: (term.label, term.definition),
    Source: _source,
    Correction: _correction,
}
"""The function that returns title and text of a record, by its class."""
