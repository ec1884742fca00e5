"""People and organisations, and the terms a reader may need."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import groupby

from macros.language import gettext
from macros.model import FACT_KINDS, Actor, Term
from macros.queries import Queries, grouped
from macros.views import words
from macros.views.alphabet import initial, order
from macros.views.evidence import Evidence, evidence
from macros.views.facts import Fact, by_source, facts


@dataclass(frozen=True)
class Person:
    """A person or an organisation; ``weight`` is the number of facts that name it, ``page`` the address of its own."""

    id: str
    record: Actor
    roles: tuple[str, ...]
    weight: int
    page: str
    says: tuple[Fact, ...]
    events: tuple[words.SiteLink, ...]
    evidence: Evidence


@dataclass(frozen=True)
class Occasion:
    """What someone said on one occasion, by source, that with most first; ``event`` is None if none is named."""

    date: str
    event: words.SiteLink | None
    count: int
    told: tuple[tuple[words.SiteLink, tuple[Fact, ...]], ...]


@dataclass(frozen=True)
class Profile:
    """Someone of whom many statements are recorded, with what was said when; ``others`` are dated events besides."""

    person: Person
    occasions: tuple[Occasion, ...]
    sources: int
    others: tuple[tuple[str, words.SiteLink], ...]


@dataclass(frozen=True)
class TermEntry:
    """A term."""

    id: str
    record: Term
    related: tuple[words.SiteLink, ...]
    evidence: Evidence


def people(queries: Queries) -> tuple[tuple[str, list[Person]], ...]:
    """Return everybody by the lane in which they act, those who make or are in most facts first, and their lane first.

    Those without a lane come last; if nobody has one, people come before organisations.
    """
    everybody = [person(actor_id, queries) for actor_id in queries.dataset.actors]
    everybody.sort(key=lambda one: (-one.weight, order(one.record.name)))
    if not any(one.record.lane for one in everybody):
        kinds = {"person": gettext("People"), "organisation": gettext("Organisations")}
        return _grouped(kinds, [(one.record.kind, one) for one in everybody])
    labels = {str(one.id): str(one.label) for one in queries.dataset.topic.lanes} | {"": gettext("Others")}
    placed = [(str(one.record.lane or ""), one) for one in everybody]
    lanes = sorted(dict.fromkeys(lane for lane, _ in placed), key=lambda lane: not lane)
    return _grouped({lane: labels[lane] for lane in lanes}, placed)


def _grouped(headings: Mapping[str, str], placed: list[tuple[str, Person]]) -> tuple[tuple[str, list[Person]], ...]:
    groups = ((heading, [one for place, one in placed if place == name]) for name, heading in headings.items())
    return tuple(group for group in groups if group[1])


def person(actor_id: str, queries: Queries) -> Person:
    """Return one person or organisation, with what they say and where they took part."""
    actor = queries.dataset.actors[actor_id]
    said = queries.statements_by.get(actor_id, ())
    roles = tuple(
        role.title
        + (f", {queries.dataset.actors[role.organisation].name}" if role.organisation else "")
        + (f" ({role.period})" if role.period else "")
        for role in actor.roles
    )
    events = words.links((name for name, _ in queries.events(actor=actor_id)), queries)
    weight = sum(queries.kinds[name] in FACT_KINDS for name in queries.referrers.get(actor_id, ()))
    page = queries.href(actor_id) if queries.has_page(actor_id) else ""
    return Person(actor_id, actor, roles, weight, page, facts(said, queries), events, evidence(actor_id, queries))


def profile(actor_id: str, queries: Queries) -> Profile:
    """Return someone with what they said, occasion by occasion in order of time; without an occasion, last."""
    mine = queries.statements_by.get(actor_id, ())
    said = grouped((str(queries.dataset.statements[name].event or ""), name) for name in mine)
    taken_part = dict(queries.events(actor=actor_id))
    dates = {name: queries.dataset.events[name].date for name in (*said, *taken_part) if name}
    ordered = sorted(dates, key=lambda name: (dates[name].sort_key, name))
    occasions = tuple(_occasion(name, said[name], queries) for name in (*ordered, "") if name in said)
    others = tuple((str(dates[name]), words.link(name, queries)) for name in ordered if name not in said)
    sources = {source.href for one in occasions for source, _ in one.told}
    return Profile(person(actor_id, queries), occasions, len(sources), others)


def _occasion(event_id: str, statement_ids: tuple[str, ...], queries: Queries) -> Occasion:
    date, event = (str(queries.date_of(event_id)), words.link(event_id, queries)) if event_id else ("", None)
    told = tuple(
        (source, tuple(replace(one, speaker=None) for one in members))
        for source, members in sorted(by_source(statement_ids, queries), key=lambda item: -len(item[1]))
    )
    return Occasion(date, event, len(statement_ids), told)


def terms(queries: Queries) -> tuple[tuple[str, tuple[TermEntry, ...]], ...]:
    """Return every term by its label, under its first letter."""
    entries = [
        TermEntry(term_id, term, words.links(term.related, queries), evidence(term_id, queries))
        for term_id, term in sorted(queries.dataset.terms.items(), key=lambda item: order(item[1].label))
    ]
    return tuple((letter, tuple(own)) for letter, own in groupby(entries, lambda one: initial(one.record.label)))
