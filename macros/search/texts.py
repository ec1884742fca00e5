"""The texts of a record for search: its title, its answer, and further text by which it is found."""

from collections.abc import Callable, Mapping
from typing import Any

from babel.dates import get_day_names

from macros import language, model, phrase
from macros.language import gettext, message
from macros.queries import Queries
from macros.views import penalties, words
from macros.views.evidence import was_now_why
from macros.views.series import latest, value

Texts = tuple[str, str, str]
"""The title of a record, its answer, and further text."""


def _event(event: model.Event, queries: Queries) -> Texts:
    names = ", ".join(queries.dataset.actors[actor].name for actor in event.actors)
    category = words.categories(queries).get(event.category or "", "")
    first, rest = _first_and_rest(event.summary)
    answer = " ".join(filter(None, (f"{event.date}.", f"{event.place}." if event.place else "", first)))
    place = gettext("Place: %(place)s.", place=event.place) if event.place else ""
    return event.title, answer, f"{rest} {category}. {names}. {place} {'' if event.key else weekday(event)}"


def weekday(event: model.Event) -> str:
    """Return the day of the week of an event; "" if its day is not known."""
    if event.date.first is None or event.date.precision != "day":
        return ""
    return str(get_day_names(locale=language.own())[(event.date.first.ordinal - 1) % 7])


def _statement(statement: model.Statement, queries: Queries) -> Texts:
    first, rest = _first_and_rest(statement.text)
    kind = phrase.capital(message(statement.kind))
    return f"{words.voice(statement.attributed_to, queries).label}: {first}", "", f"{kind}. {rest}"


def _statute(statute: model.Statute, _: Queries) -> Texts:
    tiers = list(map(_tier, statute.provisions))
    elements = " ".join(element.text for element in statute.elements)
    names = " ".join(statute.also_cited_as)
    first, rest = _first_and_rest(statute.summary)
    text = f"{rest} {' '.join(tiers)} {elements} {statute.other or ''} {statute.amended} {names}"
    terms = gettext("Prison: %(terms)s.", terms=told) if (told := penalties.in_words(statute)) else ""
    return f"{statute.citation}: {statute.heading}", f"{first} {terms}".rstrip(), text


def _tier(provision: model.Provision) -> str:
    """Return the penalty of a tier in a sentence."""
    parts = [
        gettext("longest prison sentence %(term)s", term=phrase.longest(provision)),
        gettext("mandatory minimum %(term)s", term=phrase.least(provision)) if provision.min_prison != "none" else "",
        gettext("fine %(fine)s", fine=phrase.fine(provision.fine)) if provision.fine else "",
        provision.grade or "",
    ]
    return gettext("Penalty for %(tier)s: %(parts)s.", tier=provision.label, parts=", ".join(filter(None, parts)))


def _series(series: model.Series, _: Queries) -> Texts:
    numbers = "; ".join(f"{phrase.full(one, series)}, {phrase.period(one, series)}" for one in series.observations)
    last = f"{value(series)}, {phrase.period(latest(series)[0], series)}"
    return series.title, last, f"{series.measure}. {series.definition}; {numbers};"


def _question(question: model.Question, queries: Queries) -> Texts:
    documents = " ".join(one.text for one in question.primary)
    answers = " ".join(_answer(answer, queries) for answer in question.answers)
    first = str(question.answer or _first_and_rest(question.finding)[0])
    return question.question, first, f"{question.finding} {question.why} {documents} {answers}"


def _answer(answer: model.Answer, queries: Queries) -> str:
    """Return the text and the speakers of an answer, by which the question is found."""
    statements = (queries.dataset.statements.get(name) for name in answer.facts)
    speakers = dict.fromkeys(words.voice(one.attributed_to, queries).label for one in statements if one)
    facts = " ".join(words.name(name, queries) for name in answer.facts)
    return f"{', '.join(speakers)} {facts} {answer.why or ''}"


def _actor(actor: model.Actor, _: Queries) -> Texts:
    first, rest = _first_and_rest(actor.summary)
    return actor.name, first, f"{rest} {'; '.join(role.title for role in actor.roles)}"


def _source(source: model.Source, _: Queries) -> Texts:
    more = (*source.authors, source.updated or "")
    about = f"{source.published_by}, {message(source.kind)}. {', '.join(map(str, filter(None, more)))}"
    return source.title, "", about


def _correction(item: model.Correction, queries: Queries) -> Texts:
    text = " ".join(was_now_why(item))
    return f"{phrase.capital(message(item.kind))}: {words.name(item.entity, queries)}", "", f"{item.date}. {text}"


def _first_and_rest(text: str) -> tuple[str, str]:
    """Return the first sentence of a text, which is its first line, and the rest."""
    first, *rest = text.split("\n")
    return first, " ".join(rest)


TEXTS: Mapping[type[model.Entity], Callable[[Any, Queries], Texts]] = {
    model.Event: _event,
    model.Statement: _statement,
    model.Statute: _statute,
    model.Series: _series,
    model.Question: _question,
    model.Comparison: lambda one, _: (
        *(one.title, ""),
        " ".join(f"{row.aspect}: {row.first.text} {row.second.text}" for row in one.rows),
    ),
    model.Actor: _actor,
    model.Term: lambda one, _: (one.label, *_first_and_rest(one.definition)),
    model.Source: _source,
    model.Correction: _correction,
}
"""The function that returns title, answer and further text of a record, by its class."""
