"""The search entries of records; those of hand-written pages are in ``sections``."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from babel.dates import get_day_names

from macros import language, phrase
from macros.checks import instructions
from macros.language import gettext, marked, message
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
from macros.views.questions import matrix
from macros.views.series import latest, value

KINDS = {
    "event": marked("Events"),
    "statement": marked("Statements"),
    "series": marked("Numbers"),
    "statute": marked("Law"),
    "question": marked("Who says what"),
    "comparison": marked("Documents"),
    "actor": marked("People"),
    "term": marked("Terms"),
    "source": marked("Sources"),
    "correction": marked("Corrections"),
}
"""The kinds of record that can be found, each with its label in the filter of results."""
Found = tuple[str, str, str]
"""The title of a record, its answer, and further text."""
_SUGGESTED = 4
"""How many records of a kind are suggested at most."""
_ASKED = marked("who wrote author issued received sent says text content document")
"""Words by which readers ask for a document, those of the language in use."""
_SOUGHT = marked("penalties punishment sentence prison jail maximum")
"""Words by which readers look for the penalties of a statute."""


@dataclass(frozen=True)
class SearchEntry:
    """One thing to find: its address relative to the site, its title, its label in the filter, and its text.

    ``answer`` is the sentence or the number that a reader comes for, which each result shows. ``names`` are further
    words that find it but are not shown: its other names, and terms that the site avoids.
    """

    url: str
    title: str
    kind: str
    text: str
    names: str = ""
    answer: str = ""


def entries(queries: Queries) -> Iterator[SearchEntry]:
    """Yield an entry for every record of the kinds above."""
    for record_id in queries.entities:
        if queries.kinds[record_id] in KINDS:
            yield entry(record_id, queries)
    for source_id in queries.documents:
        yield from _document(source_id, queries)


def entry(record_id: str, queries: Queries) -> SearchEntry:
    """Return the entry of a record."""
    record = queries.entities[record_id]
    title, answer, text = _TEXTS[type(record)](record, queries)
    date = queries.date_of(record_id)
    shown = " ".join(f"{f'{date}. ' if date else ''}{answer} {text} {record.note or ''}".split())
    other = " ".join((*_avoided(shown, queries), *_sought(record)))
    day = _weekday(record) if isinstance(record, Event) and record.key else ""  # by it, key events come first
    listed = (*getattr(record, "aliases", ()), getattr(record, "heading", ""), *_avoided(title, queries), other, day)
    names = "; ".join(name for name in listed if name)
    return SearchEntry(queries.href(record_id), title, message(KINDS[queries.kinds[record_id]]), shown, names, answer)


def suggested(queries: Queries, home: str) -> tuple[SearchEntry, ...]:
    """Return what to show before anything is searched for: the documents that the topic is about, then some records.

    ``home`` is the text of the home page: its first questions, numbers and terms are suggested, and if it has no
    question, the first of all.
    """
    found: dict[str, list[str]] = {"question": [], "series": [], "term": []}
    for name in map(str, instructions.named([("", home)])):
        record_id = queries.dataset.observations[name].series_id if name in queries.dataset.observations else name
        group = found.get(queries.kinds.get(record_id, ""), [])
        group += [record_id] if record_id not in group else []
    found["question"] = found["question"] or [row.id for row in matrix(queries).rows]
    listed = [next(_document(source_id, queries)) for source_id in queries.documents]
    return (*listed, *(entry(name, queries) for group in found.values() for name in group[:_SUGGESTED]))


def _document(source_id: str, queries: Queries) -> Iterator[SearchEntry]:
    """Yield an entry for a document that the topic is about, and one for each of its sections."""
    shown = documents.document(source_id, queries)
    record, outline = shown.record, shown.record.outline
    assert outline
    kind = message(KINDS["comparison"])
    said = gettext(
        "%(title)s, %(date)s. Sent to: %(addressee)s. Issued by: %(publisher)s.",
        title=record.title,
        date=shown.date,
        addressee=outline.addressed_to or "",
        publisher=record.publisher,
    )
    followed = " ".join(f"{date}: {link.label}." for date, link in shown.followed)
    headings = gettext("It says: %(headings)s.", headings=", ".join(section.heading for section in shown.sections))
    text = f"{said} {outline.length or ''}. {record.note or ''} {followed} {headings}"
    yield SearchEntry(queries.documents[source_id], shown.label, kind, " ".join(text.split()), message(_ASKED), said)
    for section in shown.sections:
        text = " ".join(f"{clause.verb}: {clause.fact.text}" for clause in section.clauses)
        url = f"{queries.documents[source_id]}#{section.id}"
        yield SearchEntry(url, f"{shown.label}: {section.heading}", kind, " ".join(text.split()))


def _avoided(text: str, queries: Queries) -> Iterator[str]:
    """Yield the avoided terms whose replacement is in a text, since readers may search for them."""
    lowered = normalise(text).lower()
    return (item.avoid for item in queries.dataset.topic.wording if normalise(item.use).lower() in lowered)


def _sought(record: Entity) -> Iterator[str]:
    """Yield words by which readers look for a record."""
    if isinstance(record, Statute) and record.provisions:
        yield message(_SOUGHT)


def _event(event: Event, queries: Queries) -> Found:
    names = ", ".join(queries.dataset.actors[actor].name for actor in event.actors)
    category = words.categories(queries).get(event.category or "", "")
    first, rest = _cut(event.summary)
    return event.title, first, f"{rest} {category}. {names}. {event.place or ''} {'' if event.key else _weekday(event)}"


def _weekday(event: Event) -> str:
    """Return the day of the week, "" where the day is not known."""
    if event.date.first is None or event.date.precision != "day":
        return ""
    return str(get_day_names(locale=language.own())[(event.date.first.ordinal - 1) % 7])


def _statement(statement: Statement, queries: Queries) -> Found:
    first, rest = _cut(statement.text)
    kind = phrase.capital(message(statement.kind))
    return f"{words.voice(statement.attributed_to, queries).label}: {first}", "", f"{kind}. {rest}"


def _statute(statute: Statute, _: Queries) -> Found:
    tiers = " ".join(map(_tier, statute.provisions))
    elements = " ".join(element.text for element in statute.elements)
    names = " ".join(statute.also_cited_as)
    first, rest = _cut(statute.summary)
    text = f"{rest} {tiers} {elements} {statute.other or ''} {statute.amended} {names}"
    return f"{statute.citation}: {statute.heading}", first, text


def _tier(provision: Provision) -> str:
    """Return a penalty in words by which readers look for one."""
    parts = [
        gettext("longest prison sentence %(term)s", term=phrase.longest(provision)),
        gettext("mandatory minimum %(term)s", term=phrase.least(provision)) if provision.min_prison != "none" else "",
        gettext("fine %(fine)s", fine=phrase.fine(provision.fine)) if provision.fine else "",
        provision.grade or "",
    ]
    return gettext("Penalty for %(tier)s: %(parts)s.", tier=provision.label, parts=", ".join(filter(None, parts)))


def _series(series: Series, _: Queries) -> Found:
    numbers = "; ".join(
        f"{phrase.full(o, series.unit, has_unit=True)}, {phrase.period(o, series)}" for o in series.observations
    )
    last = f"{value(series)}, {phrase.period(latest(series)[0], series)}"
    return series.title, last, f"{series.definition} {numbers}"


def _question(question: Question, queries: Queries) -> Found:
    documents = " ".join(one.text for one in question.primary)
    answers = " ".join(_answer(answer, queries) for answer in question.answers)
    first = str(question.answer or _cut(question.finding)[0])
    return question.question, first, f"{question.finding} {question.why} {documents} {answers}"


def _comparison(comparison: Comparison, _: Queries) -> Found:
    rows = " ".join(f"{row.aspect}: {row.first.text} {row.second.text}" for row in comparison.rows)
    return comparison.title, "", rows


def _answer(answer: Answer, queries: Queries) -> str:
    """Return the text and the speakers of an answer, so that they find the question."""
    statements = (queries.dataset.statements.get(name) for name in answer.facts)
    speakers = dict.fromkeys(words.voice(one.attributed_to, queries).label for one in statements if one)
    facts = " ".join(words.name(name, queries) for name in answer.facts)
    return f"{', '.join(speakers)} {facts} {answer.why or ''}"


def _actor(actor: Actor, _: Queries) -> Found:
    first, rest = _cut(actor.summary)
    return actor.name, first, f"{rest} {'; '.join(role.title for role in actor.roles)}"


def _term(term: Term, _: Queries) -> Found:
    return term.label, *_cut(term.definition)


def _source(source: Source, _: Queries) -> Found:
    about = f"{source.publisher}, {message(source.kind)}. {', '.join(source.authors)} {source.updated or ''}"
    return source.title, "", about


def _correction(item: Correction, queries: Queries) -> Found:
    text = gettext("Was: %(was)s Now: %(now)s Why: %(why)s", was=item.was, now=item.now, why=item.reason)
    return f"{phrase.capital(message(item.kind))}: {words.name(item.entity, queries)}", "", f"{item.date}. {text}"


def _cut(text: str) -> tuple[str, str]:
    """Return the first sentence of a text, which has a line of its own, and the rest."""
    first, *rest = text.split("\n")
    return first, " ".join(rest)


_TEXTS: Mapping[type[Entity], Callable[[Any, Queries], Found]] = {
    Event: _event,
    Statement: _statement,
    Statute: _statute,
    Series: _series,
    Question: _question,
    Comparison: _comparison,
    Actor: _actor,
    Term: _term,
    Source: _source,
    Correction: _correction,
}
"""The function that returns title, answer and further text of a record, by its class."""
