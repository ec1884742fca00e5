"""People and organisations, and the terms a reader may need."""

from dataclasses import dataclass
from itertools import groupby

from macros.language import gettext
from macros.model import FACT_KINDS, Actor, Term
from macros.queries import Queries
from macros.views import words
from macros.views.alphabet import initial, order
from macros.views.evidence import Evidence, evidence
from macros.views.facts import Fact, facts


@dataclass(frozen=True)
class Person:
    """A person or an organisation; ``weight`` is the number of facts that name it."""

    id: str
    record: Actor
    roles: tuple[str, ...]
    weight: int
    says: tuple[Fact, ...]
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
    """Return people, then organisations, those who make or are in most facts first."""
    everybody = [person(actor_id, queries) for actor_id in queries.dataset.actors]
    everybody.sort(key=lambda one: (-one.weight, order(one.record.name)))
    groups = (
        (gettext("People"), [one for one in everybody if one.record.kind == "person"]),
        (gettext("Organisations"), [one for one in everybody if one.record.kind == "organisation"]),
    )
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
    return Person(actor_id, actor, roles, weight, facts(said, queries), events, evidence(actor_id, queries))


def terms(queries: Queries) -> tuple[tuple[str, tuple[TermEntry, ...]], ...]:
    """Return every term by its label, under its first letter."""
    entries = [
        TermEntry(term_id, term, words.links(term.related, queries), evidence(term_id, queries))
        for term_id, term in sorted(queries.dataset.terms.items(), key=lambda item: order(item[1].label))
    ]
    return tuple((letter, tuple(own)) for letter, own in groupby(entries, lambda one: initial(one.record.label)))
