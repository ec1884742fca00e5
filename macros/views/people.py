"""People and organisations, what of theirs is opinion, and the terms a reader may need."""

from dataclasses import dataclass

from macros.language import gettext
from macros.model import FACT_KINDS, Actor, Term
from macros.queries import Queries, grouped
from macros.views import words
from macros.views.alphabet import initial, order
from macros.views.facts import Fact, by_source, facts
from macros.views.support import support

_OPINIONS = frozenset({"opinion", "criticism"})


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


Speaker = tuple[words.SiteLink, bool, tuple[Fact, ...]]
"""Someone, whether only groups with a cause support what is said, and the statements in the order of their dates."""


def people(queries: Queries) -> tuple[tuple[str, tuple[Person, ...]], ...]:
    """Return everybody by the lane in which they act, those who make or are in most facts first, and their lane first.

    Those without a lane come last; if nobody has one, people come before organisations.
    """
    everybody = [person(actor_id, queries) for actor_id in queries.dataset.actors]
    everybody.sort(key=lambda one: (-one.weight, order(one.record.name)))
    if any(one.record.lane for one in everybody):
        labels = {str(one.id): str(one.label) for one in queries.dataset.topic.lanes} | {"": gettext("Others")}
        found = grouped((str(one.record.lane or ""), one) for one in everybody)
        order_of = sorted(found, key=lambda lane: not lane)
    else:
        labels = {"person": gettext("People"), "organisation": gettext("Organisations")}
        found = grouped((str(one.record.kind), one) for one in everybody)
        order_of = [kind for kind in labels if kind in found]
    return tuple((labels[name], found[name]) for name in order_of)


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
    return Person(actor_id, actor, roles, weight, page, facts(said, queries), events)


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
    told = sorted(by_source(statement_ids, queries), key=lambda item: -len(item[1]))
    return Occasion(date, event, len(statement_ids), tuple(told))


def opinions(queries: Queries) -> list[Speaker]:
    """Return every speaker of an opinion, criticism, or what only groups with a cause support; the busiest first."""
    statements = queries.dataset.statements.items()
    said = ((name, one) for name, one in statements if one.kind in _OPINIONS or _is_advocacy(name, queries))
    found = grouped((words.voice(one.attributed_to, queries), name) for name, one in said)
    speakers = [
        (voice, all(_is_advocacy(name, queries) for name in ids), facts(ids, queries)) for voice, ids in found.items()
    ]
    return sorted(speakers, key=lambda one: (-len(one[2]), order(one[0].label)))


def _is_advocacy(statement_id: str, queries: Queries) -> bool:
    """Whether groups with a cause are all that supports a statement."""
    found = support(statement_id, queries)
    return found.advocates > 0 and not any(found._replace(advocates=0, total=0))


def terms(queries: Queries) -> tuple[tuple[str, tuple[tuple[str, Term], ...]], ...]:
    """Return every term with its id by its label, under its first letter."""
    ordered = sorted(queries.dataset.terms.items(), key=lambda item: order(item[1].label))
    return tuple(grouped((initial(term.label), (name, term)) for name, term in ordered).items())
