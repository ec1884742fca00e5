"""The documents that a topic is about: each clause by clause, with what reports made of it, and two side by side."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from macros import phrase
from macros.language import gettext, gettext_noop, message, ngettext
from macros.model import ACCESS, Access, Clause, Entity, Source, Statement
from macros.model.addresses import page_at
from macros.model.dates import Edtf
from macros.queries import Queries, grouped
from macros.views import words
from macros.views.facts import Fact, fact

_KINDS = {
    "justification": gettext_noop("Gives a reason"),
    "plan": gettext_noop("Announces"),
    "explanation": gettext_noop("Explains"),
    "background": gettext_noop("Recalls"),
    "criticism": gettext_noop("Criticises"),
    "allegation": gettext_noop("Alleges"),
    "response": gettext_noop("Answers"),
    "opinion": gettext_noop("Holds"),
}
"""What a clause does that directs nothing."""
_WEIGHTS = {"shall": "binding", "directed": "binding", "shall consider": "guiding", "should": "guiding"}
"""How strongly a clause of each force binds, for the eye; a force that is not here only asks or allows."""


@dataclass(frozen=True)
class Telling:
    """One fact that speaks of a clause, as a source tells it; ``is_report`` of one that reports the document."""

    source_id: str
    source: words.SiteLink
    verb: str
    text: str
    href: str
    is_report: bool


@dataclass(frozen=True)
class ClauseView:
    """A clause in plain words. ``verb`` tells its force, ``quote`` its words if they were read."""

    fact: Fact
    verb: str
    weight: str
    """How strongly it binds: "binding", "guiding" or "plain"; "unread" where its words are not known."""
    known: str
    """How its words are known; "" where the verb tells it."""
    quote: str
    tellings: tuple[Telling, ...]

    @property
    def told(self) -> tuple[tuple[str, tuple[Telling, ...]], ...]:
        """Each source that speaks of it with its verbs in a row, and what it tells."""
        found = grouped((one.source_id, one) for one in self.tellings)
        return tuple((", ".join(dict.fromkeys(one.verb for one in own)), own) for own in found.values())


@dataclass(frozen=True)
class DocumentView:
    """A document; ``known`` counts its clauses by how their words are known, ``followed`` is what came after it."""

    id: str
    record: Source
    status: str
    known: str
    followed: tuple[tuple[Edtf, words.SiteLink], ...]
    compared: tuple[str, ...]
    sections: tuple[tuple[str, str, tuple[ClauseView, ...]], ...]
    """The anchor and the heading of each section, and its clauses."""


def document(source_id: str, queries: Queries) -> DocumentView:
    """Return a document that the topic is about."""
    source = queries.dataset.sources[source_id]
    assert source.outline
    event, events = _event(source, queries), queries.dataset.events
    status = events[event].status if event else ""
    after = dict.fromkeys((*queries.successors.get(event, ()), *source.outline.followed))
    followed = sorted(after, key=lambda name: events[name].date.sort_key)
    return DocumentView(
        id=source_id,
        record=source,
        status=gettext("not known to have been withdrawn") if status == "happened" else message(status),
        known=_count([queries.dataset.statements[clause.statement].access for clause in source.outline.clauses]),
        followed=tuple((events[name].date, words.link(name, queries)) for name in followed),
        compared=queries.referring(source_id, "comparison"),
        sections=tuple(
            (f"section-{n}", one.heading, tuple(clause_view(c, source_id, queries) for c in one.clauses))
            for n, one in enumerate(source.outline.sections, 1)
        ),
    )


def _count(known: list[Access]) -> str:
    """Return how many clauses are known in each way, in words: "3 read, 1 known only in summary"."""
    counts = Counter(known)
    read, copies, summaries, unread = (counts[way] for way in ACCESS)
    words_for = (
        (read, ngettext("%(num)s read", "%(num)s read", read)),
        (copies, ngettext("%(num)s read in a copy or excerpt", "%(num)s read in a copy or excerpt", copies)),
        (summaries, ngettext("%(num)s known only in summary", "%(num)s known only in summary", summaries)),
        (unread, ngettext("%(num)s not confirmed", "%(num)s not confirmed", unread)),
    )
    return ", ".join(said for count, said in words_for if count)


def _event(source: Source, queries: Queries) -> str:
    """Return the id of the event at which most clauses were given; "" if there is none."""
    assert source.outline
    statements = (queries.dataset.statements[clause.statement] for clause in source.outline.clauses)
    events = Counter(str(one.event) for one in statements if one.event)
    return events.most_common(1)[0][0] if events else ""


def clause_view(clause: Clause, source_id: str, queries: Queries) -> ClauseView:
    """Return a clause of a document."""
    statement = queries.dataset.statements[clause.statement]
    quotes = [c.quote.exact for c in statement.citations if c.quote and c.source == source_id]
    tellings = [one for name in (clause.statement, *clause.reported) for one in _tellings(name, source_id, queries)]
    by_issue = queries.by_issue({one.source_id for one in tellings})
    is_read = statement.access in ("read", "reproduced")
    return ClauseView(
        fact=fact(clause.statement, queries),
        verb=_verb(statement),
        weight=_WEIGHTS.get(statement.force or "", "plain") if is_read else "unread",
        known=message(words.KNOWN[statement.access]) if is_read or statement.force != "not read" else "",
        quote=quotes[0] if quotes else "",
        tellings=tuple(sorted(tellings, key=lambda one: (not one.is_report, by_issue.index(one.source_id)))),
    )


def _verb(statement: Statement) -> str:
    """Return what a clause does: its force in words, or what kind of statement it is."""
    if statement.force == "not read":
        return phrase.capital(message(words.KNOWN["summarised"]))
    return words.force(statement) or message(_KINDS[statement.kind])


def _tellings(fact_id: str, source_id: str, queries: Queries) -> Iterator[Telling]:
    """Yield what each source but the document itself tells in a fact."""
    told = fact(fact_id, queries)
    verbs = {c.source: c.verb for c in reversed(queries.citations(fact_id)) if c.role == "supports"}
    for name, verb in verbs.items():
        if name == source_id:
            continue
        source, link = queries.dataset.sources[name], words.link(name, queries)
        is_report = source_id in source.reports
        yield Telling(
            source_id=str(name),
            source=link if is_report else words.SiteLink(source.title, link.href),
            verb=f"“{verb}”" if verb else _own_verb(queries.entities.get(fact_id)),
            text=told.title if told.is_number else told.text,
            href=told.href,
            is_report=is_report,
        )


def _own_verb(record: Entity | None) -> str:
    """Return what a fact does whose source reports nobody: the force of a directive that was given, or "says"."""
    force = record.force if isinstance(record, Statement) and record.delivery != "prepared" else None
    return message(words.FORCE[force]).lower() if force and force != "not read" else gettext("says")


def page(source_id: str, queries: Queries, *, is_titled: bool = False) -> words.SiteLink:
    """Return a link to a document's page, under its label in the navigation; one without is named, or titled."""
    source = words.link(source_id, queries)
    name = queries.dataset.sources[source_id].title if is_titled else source.label
    href = queries.documents.get(source_id, source.href)
    return words.SiteLink(queries.dataset.topic.labels.get(page_at(href), name), href)
