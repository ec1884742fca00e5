"""People and organisations, and the terms a reader may need."""

from dataclasses import dataclass

from macros.queries import Queries
from macros.views import words
from macros.views.evidence import Evidence, evidence
from macros.views.facts import Fact, facts


@dataclass(frozen=True)
class Person:
    """A person or an organisation."""

    id: str
    name: str
    summary: str
    roles: tuple[str, ...]
    aliases: tuple[str, ...]
    says: tuple[Fact, ...]
    events: tuple[words.SiteLink, ...]
    evidence: Evidence


@dataclass(frozen=True)
class TermEntry:
    """A term."""

    id: str
    label: str
    aliases: tuple[str, ...]
    definition: str
    related: tuple[words.SiteLink, ...]
    evidence: Evidence


def people(queries: Queries) -> tuple[tuple[str, tuple[Person, ...]], ...]:
    """Return people by surname, then organisations by name."""
    of_kind: dict[str, list[Person]] = {"person": [], "organisation": []}
    for actor_id, actor in queries.dataset.actors.items():
        of_kind[actor.kind].append(person(actor_id, queries))
    by_surname = sorted(of_kind["person"], key=lambda one: one.name.split()[-1])
    by_name = sorted(of_kind["organisation"], key=lambda one: one.name)
    return ("People", tuple(by_surname)), ("Organisations", tuple(by_name))


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
    return Person(
        id=actor_id,
        name=actor.name,
        summary=actor.summary,
        roles=roles,
        aliases=actor.aliases,
        says=facts(said, queries),
        events=words.links(tuple(name for name, _ in queries.events(actor=actor_id)), queries),
        evidence=evidence(actor_id, queries),
    )


def terms(queries: Queries) -> tuple[TermEntry, ...]:
    """Return every term by its label."""
    entries = (
        TermEntry(
            id=term_id,
            label=term.label,
            aliases=term.aliases,
            definition=term.definition,
            related=words.links(term.related, queries),
            evidence=evidence(term_id, queries),
        )
        for term_id, term in queries.dataset.terms.items()
    )
    return tuple(sorted(entries, key=lambda entry: entry.label.casefold()))
