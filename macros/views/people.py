"""People and organisations, what of theirs is opinion, and the terms a reader may need."""

from dataclasses import dataclass

from macros.language import gettext
from macros.model import FACT_KINDS, Actor, Term
from macros.model.facts import Role
from macros.queries import Queries, grouped
from macros.views import words
from macros.views.alphabet import initial, order
from macros.views.facts import Fact, by_source, facts
from macros.views.support import support

_OPINIONS = frozenset({"opinion", "criticism"})
_MOST_OPEN = 5  # the most statements of one source on one occasion that are not folded


@dataclass(frozen=True)
class Person:
    """A person or an organization.

    ``roles`` are those that the summary does not begin with. ``weight`` is the number of facts that name it, ``page``
    the address of its page, "" if it has none, and ``says`` its statements.
    """

    id: str
    record: Actor
    roles: tuple[str, ...]
    weight: int
    page: str
    says: tuple[Fact, ...]
    events: tuple[words.SiteLink, ...]


@dataclass(frozen=True)
class Occasion:
    """What someone said on one occasion, by source, the source with most statements first.

    ``event`` is None if the statements name none; ``count`` is the number of statements. Each source stands with
    whether its statements stand open.
    """

    date: str
    event: words.SiteLink | None
    count: int
    statements_by_source: tuple[tuple[words.SiteLink, tuple[Fact, ...], bool], ...]


@dataclass(frozen=True)
class Profile:
    """Someone of whom many statements are recorded.

    ``sources`` is the number of sources of these statements; ``others`` are events without a statement, with dates.
    """

    person: Person
    occasions: tuple[Occasion, ...]
    sources: int
    others: tuple[tuple[str, words.SiteLink], ...]


Speaker = tuple[words.SiteLink, bool, tuple[Fact, ...]]
"""Someone, whether only groups with a cause support all the statements, and the statements."""


def people(queries: Queries) -> tuple[tuple[str, tuple[Person, ...]], ...]:
    """Return people and organisations by lane, each lane under its label; those named by most facts come first.

    Those without a lane come last. If nobody has a lane, they stand by kind, people before organisations.
    """
    everybody = [person(actor_id, queries) for actor_id in queries.dataset.actors]
    everybody.sort(key=lambda one: (-one.weight, order(one.record.name)))
    if any(one.record.lane for one in everybody):
        labels = {str(lane.id): str(lane.label) for lane in queries.dataset.topic.lanes} | {"": gettext("Others")}
        groups = grouped((str(one.record.lane or ""), one) for one in everybody)
        ordered = sorted(groups, key=lambda lane: not lane)
    else:
        labels = {"person": gettext("People"), "organisation": gettext("Organizations")}
        groups = grouped((str(one.record.kind), one) for one in everybody)
        ordered = [kind for kind in labels if kind in groups]
    return tuple((labels[name], groups[name]) for name in ordered)


def person(actor_id: str, queries: Queries) -> Person:
    """Return one person or organization, with what they say and where they took part."""
    actor = queries.dataset.actors[actor_id]
    return Person(
        id=actor_id,
        record=actor,
        roles=tuple(_role(role, queries) for role in actor.roles if not _is_told(role, str(actor.summary))),
        weight=sum(queries.kinds[name] in FACT_KINDS for name in queries.referrers.get(actor_id, ())),
        page=queries.href(actor_id) if queries.has_page(actor_id) else "",
        says=facts(queries.statements_by.get(actor_id, ()), queries),
        events=words.links((event_id for event_id, _ in queries.events(actor=actor_id)), queries),
    )


def _is_told(role: Role, summary: str) -> bool:
    """Whether a summary begins with a role, after an article or not; it need not tell for how long someone held it."""
    begins = role.title.casefold() in summary.casefold()[: len(role.title) + len("the ")]
    return begins and not (role.period and role.period.is_span)


def _role(role: Role, queries: Queries) -> str:
    """Return a role in words: "Keeper, Harbour Board (1901 to 1904)"."""
    organisation = f", {queries.dataset.actors[role.organisation].name}" if role.organisation else ""
    period = f" ({role.period})" if role.period else ""
    return f"{role.title}{organisation}{period}"


def profile(actor_id: str, queries: Queries) -> Profile:
    """Return someone with what they said, occasion by occasion in order of time; without an occasion, last."""
    own = queries.statements_by.get(actor_id, ())
    by_event = grouped((str(queries.dataset.statements[name].event or ""), name) for name in own)
    taken_part = dict(queries.events(actor=actor_id))
    dates = {name: queries.dataset.events[name].date for name in (*by_event, *taken_part) if name}
    ordered = sorted(dates, key=lambda name: (dates[name].sort_key, name))
    occasions = tuple(_occasion(name, by_event[name], queries) for name in (*ordered, "") if name in by_event)
    others = tuple((str(dates[name]), words.link(name, queries)) for name in ordered if name not in by_event)
    sources = {source.href for occasion in occasions for source, *_ in occasion.statements_by_source}
    return Profile(person(actor_id, queries), occasions, len(sources), others)


def _occasion(event_id: str, statement_ids: tuple[str, ...], queries: Queries) -> Occasion:
    date = str(queries.date_of(event_id)) if event_id else ""
    event = words.link(event_id, queries) if event_id else None
    most_first = sorted(by_source(statement_ids, queries), key=lambda item: -len(item[1]))
    folded = ((source, statements, len(statements) <= _MOST_OPEN) for source, statements in most_first)
    return Occasion(date, event, len(statement_ids), tuple(folded))


def opinions(queries: Queries) -> list[Speaker]:
    """Return who voices opinions, criticism, or what only groups with a cause support; most statements first."""
    statements = queries.dataset.statements.items()
    opinions = ((name, one) for name, one in statements if one.kind in _OPINIONS or _is_advocacy(name, queries))
    by_voice = grouped((words.voice(one.attributed_to, queries), name) for name, one in opinions)
    speakers = (
        (voice, all(_is_advocacy(name, queries) for name in statement_ids), facts(statement_ids, queries))
        for voice, statement_ids in by_voice.items()
    )
    return sorted(speakers, key=lambda speaker: (-len(speaker[2]), order(speaker[0].label)))


def _is_advocacy(statement_id: str, queries: Queries) -> bool:
    """Whether only groups with a cause support a statement."""
    counts = support(statement_id, queries)
    return counts.advocates > 0 and not any(counts._replace(advocates=0, total=0))


def terms(queries: Queries) -> tuple[tuple[str, tuple[tuple[str, Term], ...]], ...]:
    """Return the terms with their ids under their first letters, sorted by label."""
    ordered = sorted(queries.dataset.terms.items(), key=lambda item: order(item[1].label))
    return tuple(grouped((initial(term.label), (name, term)) for name, term in ordered).items())
