"""People and organisations, and the terms a reader may need."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import groupby

from macros.language import gettext
from macros.model import FACT_KINDS, Actor, Term
from macros.queries import Queries
from macros.views import words
from macros.views.alphabet import initial, order
from macros.views.evidence import Evidence, evidence
from macros.views.facts import Fact, by_source, facts

_MANY = 10
"""How many statements stand in one list at most."""


@dataclass(frozen=True)
class Person:
    """A person or an organisation; ``weight`` is the number of facts that name it.

    If there are many statements, ``by_source`` has them too.
    """

    id: str
    record: Actor
    roles: tuple[str, ...]
    weight: int
    says: tuple[Fact, ...]
    by_source: tuple[tuple[words.SiteLink, tuple[Fact, ...]], ...]
    events: tuple[words.SiteLink, ...]
    evidence: Evidence


@dataclass(frozen=True)
class TermEntry:
    """A term."""

    id: str
    record: Term
    related: tuple[words.SiteLink, ...]
    evidence: Evidence


def people(queries: Queries) -> tuple[tuple[str, list[Person]], ...]:
    """Return everybody by the lane in which they act, those who make or are in most facts first.

    Those without a lane come last; if nobody has one, people come before organisations.
    """
    everybody = [person(actor_id, queries) for actor_id in queries.dataset.actors]
    everybody.sort(key=lambda one: (-one.weight, order(one.record.name)))
    if not any(one.record.lane for one in everybody):
        kinds = {"person": gettext("People"), "organisation": gettext("Organisations")}
        return _grouped(kinds, [(one.record.kind, one) for one in everybody])
    lanes = {str(one.id): str(one.label) for one in queries.dataset.topic.lanes} | {"": gettext("Others")}
    return _grouped(lanes, [(str(one.record.lane or ""), one) for one in everybody])


def _grouped(headings: Mapping[str, str], placed: list[tuple[str, Person]]) -> tuple[tuple[str, list[Person]], ...]:
    groups = ((heading, [one for place, one in placed if place == name]) for name, heading in headings.items())
    return tuple(group for group in groups if group[1])


def person(actor_id: str, queries: Queries) -> Person:
    """Return one person or organisation, with what they say and where they took part."""
    actor = queries.dataset.actors[actor_id]
    statements = queries.dataset.statements
    said = tuple(s for s in queries.referring(actor_id, "statement") if statements[s].attributed_to.actor == actor_id)
    roles = tuple(
        role.title
        + (f", {queries.dataset.actors[role.organisation].name}" if role.organisation else "")
        + (f" ({role.period})" if role.period else "")
        for role in actor.roles
    )
    events = words.links(tuple(name for name, _ in queries.events(actor=actor_id)), queries)
    weight = sum(queries.kinds[name] in FACT_KINDS for name in queries.referrers.get(actor_id, ()))
    parted = by_source(said, queries) if len(said) > _MANY else ()
    return Person(actor_id, actor, roles, weight, facts(said, queries), parted, events, evidence(actor_id, queries))


def terms(queries: Queries) -> tuple[tuple[str, tuple[TermEntry, ...]], ...]:
    """Return every term by its label, under its first letter."""
    entries = [
        TermEntry(term_id, term, words.links(term.related, queries), evidence(term_id, queries))
        for term_id, term in sorted(queries.dataset.terms.items(), key=lambda item: order(item[1].label))
    ]
    return tuple((letter, tuple(own)) for letter, own in groupby(entries, lambda one: initial(one.record.label)))
