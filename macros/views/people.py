"""People and organisations, and the terms a reader may need."""

from dataclasses import dataclass

from macros.model import Actor, Term
from macros.queries import Queries
from macros.views import words
from macros.views.evidence import Evidence, evidence
from macros.views.facts import Fact, facts


@dataclass(frozen=True)
class Person:
    """A person or an organisation."""

    id: str
    record: Actor
    roles: tuple[str, ...]
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
    """Return people by surname, then organisations by name."""
    everybody = [person(actor_id, queries) for actor_id in queries.dataset.actors]
    by_name = sorted(everybody, key=lambda one: one.record.name)
    by_surname = sorted(everybody, key=lambda one: one.record.name.split()[-1])
    return (
        ("People", [one for one in by_surname if one.record.kind == "person"]),
        ("Organisations", [one for one in by_name if one.record.kind == "organisation"]),
    )


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
    return Person(actor_id, actor, roles, facts(said, queries), events, evidence(actor_id, queries))


def terms(queries: Queries) -> list[TermEntry]:
    """Return every term by its label."""
    return [
        TermEntry(term_id, term, words.links(term.related, queries), evidence(term_id, queries))
        for term_id, term in sorted(queries.dataset.terms.items(), key=lambda item: item[1].label.casefold())
    ]
