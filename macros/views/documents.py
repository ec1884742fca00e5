"""The documents that a topic is about: each clause by clause, with what reports made of it, and two side by side."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from macros import phrase
from macros.language import gettext, gettext_noop, message, ngettext
from macros.model import ACCESS, Access, Clause, Entity, Source, Statement
from macros.model.addresses import page_at
from macros.model.base import READ
from macros.model.dates import Edtf
from macros.queries import Queries, grouped
from macros.views import words
from macros.views.facts import Fact, fact

_VERBS = {
    "justification": gettext_noop("Gives a reason"),
    "plan": gettext_noop("Announces"),
    "explanation": gettext_noop("Explains"),
    "background": gettext_noop("Recalls"),
    "criticism": gettext_noop("Criticizes"),
    "allegation": gettext_noop("Alleges"),
    "response": gettext_noop("Answers"),
    "opinion": gettext_noop("Holds"),
}
"""The verb of a clause that directs nothing, by the kind of its statement."""
_WEIGHTS = {"shall": "binding", "directed": "binding", "shall consider": "guiding", "should": "guiding"}
"""How strongly a clause of each force binds, for the style sheet; a force that is not here only asks or allows."""


@dataclass(frozen=True)
class Account:
    """What a source says of a clause in one fact; ``is_report`` if it is a source that reports the document."""

    source_id: str
    source: words.SiteLink
    verb: str
    text: str
    href: str
    is_report: bool


@dataclass(frozen=True)
class ClauseView:
    """A clause in plain words. ``verb`` tells its force; ``quote`` are its own words, "" if they were not read."""

    fact: Fact
    verb: str
    weight: str
    """How strongly it binds: "binding", "guiding" or "plain"; "unread" where its words are not known."""
    access: str
    """How its words are known; "" if the verb says so."""
    quote: str
    accounts: tuple[Account, ...]

    @property
    def accounts_by_source(self) -> tuple[tuple[str, tuple[Account, ...]], ...]:
        """The accounts of each source, with the verbs that it uses in them."""
        by_source = grouped((account.source_id, account) for account in self.accounts)
        return tuple((", ".join(dict.fromkeys(one.verb for one in own)), own) for own in by_source.values())

    @property
    def accounts_by_fact(self) -> tuple[tuple[Account, ...], ...]:
        """The accounts of each fact, which sources tell alike."""
        return tuple(grouped((account.href, account) for account in self.accounts).values())


@dataclass(frozen=True)
class DocumentView:
    """A document.

    ``clauses_by_access`` counts its clauses by how their words are known, in words; ``followed`` are later events.
    """

    id: str
    record: Source
    status: str
    clauses_by_access: str
    followed: tuple[tuple[Edtf, words.SiteLink], ...]
    compared: tuple[str, ...]
    sections: tuple[tuple[str, str, tuple[ClauseView, ...]], ...]
    """The anchor and the heading of each section, and its clauses."""


def document(source_id: str, queries: Queries) -> DocumentView:
    """Return a document that the topic is about."""
    source = queries.dataset.sources[source_id]
    assert source.outline
    events = queries.dataset.events
    event_id = _main_event(source, queries)
    status = events[event_id].status if event_id else ""
    later = dict.fromkeys((*queries.successors.get(event_id, ()), *source.outline.followed))
    followed = sorted(later, key=lambda name: events[name].date.sort_key)
    accesses = [queries.dataset.statements[clause.statement].access for clause in source.outline.clauses]
    return DocumentView(
        id=source_id,
        record=source,
        status=gettext("not known to have been withdrawn") if status == "happened" else message(status),
        clauses_by_access=_counts_in_words(accesses),
        followed=tuple((events[name].date, words.link(name, queries)) for name in followed),
        compared=queries.referring(source_id, "comparison"),
        sections=tuple(
            (f"section-{n}", one.heading, tuple(clause_view(c, source_id, queries) for c in one.clauses))
            for n, one in enumerate(source.outline.sections, 1)
        ),
    )


def _counts_in_words(accesses: list[Access]) -> str:
    """Return how many clauses are known in each way, in words: "3 read, 1 known only in summary"."""
    counts = Counter(accesses)
    read, copies, summaries, unread = (counts[access] for access in ACCESS)
    counts_in_words = (
        (read, ngettext("%(num)s read", "%(num)s read", read)),
        (copies, ngettext("%(num)s read in a copy or excerpt", "%(num)s read in a copy or excerpt", copies)),
        (summaries, ngettext("%(num)s known only in summary", "%(num)s known only in summary", summaries)),
        (unread, ngettext("%(num)s not confirmed", "%(num)s not confirmed", unread)),
    )
    return ", ".join(in_words for count, in_words in counts_in_words if count)


def _main_event(source: Source, queries: Queries) -> str:
    """Return the id of the event at which most clauses of a document were given; "" if no event is known."""
    assert source.outline
    statements = (queries.dataset.statements[clause.statement] for clause in source.outline.clauses)
    events = Counter(str(statement.event) for statement in statements if statement.event)
    return events.most_common(1)[0][0] if events else ""


def clause_view(clause: Clause, source_id: str, queries: Queries) -> ClauseView:
    """Return a clause of a document; the accounts of sources that report the document come first."""
    statement = queries.dataset.statements[clause.statement]
    quotes = [c.quote.exact for c in statement.citations if c.quote and c.source == source_id]
    fact_ids = (clause.statement, *clause.reported)
    accounts = [account for fact_id in fact_ids for account in _accounts(fact_id, source_id, queries)]
    by_issue = queries.by_issue({account.source_id for account in accounts})
    is_read = statement.access in READ
    return ClauseView(
        fact=fact(clause.statement, queries),
        verb=_verb(statement),
        weight=_WEIGHTS.get(statement.force or "", "plain") if is_read else "unread",
        access=message(words.KNOWN[statement.access]) if is_read or statement.force != "not read" else "",
        quote=quotes[0] if quotes else "",
        accounts=tuple(sorted(accounts, key=lambda one: (not one.is_report, by_issue.index(one.source_id)))),
    )


def _verb(statement: Statement) -> str:
    """Return the verb of a clause: its force in words, or else what a statement of its kind does."""
    if statement.force == "not read":
        return phrase.capital(message(words.KNOWN["summarised"]))
    return words.force(statement) or message(_VERBS[statement.kind])


def _accounts(fact_id: str, source_id: str, queries: Queries) -> Iterator[Account]:
    """Yield what each source of a fact says in it, except the document ``source_id``."""
    account = fact(fact_id, queries)
    verbs = {c.source: c.verb for c in reversed(queries.citations(fact_id)) if c.role == "supports"}
    for name, verb in verbs.items():
        if name == source_id:
            continue
        source, link = queries.dataset.sources[name], words.link(name, queries)
        is_report = source_id in source.reports
        yield Account(
            source_id=str(name),
            source=link if is_report else words.SiteLink(source.title, link.href),
            verb=f"“{verb}”" if verb else _own_verb(queries.entities.get(fact_id)),
            text=account.title if account.is_number else account.text,
            href=account.href,
            is_report=is_report,
        )


def _own_verb(record: Entity | None) -> str:
    """Return the verb of a fact whose citation has none: the force of a directive that was given, or "says"."""
    force = record.force if isinstance(record, Statement) and record.delivery != "prepared" else None
    return message(words.FORCE[force]).lower() if force and force != "not read" else gettext("says")


def page(source_id: str, queries: Queries, *, is_titled: bool = False) -> words.SiteLink:
    """Return a link to a document's page, under its label in the navigation.

    Without such a label it has the title of the document if ``is_titled``, else the name of the source.
    """
    source = words.link(source_id, queries)
    name = queries.dataset.sources[source_id].title if is_titled else source.label
    href = queries.documents.get(source_id, source.href)
    return words.SiteLink(queries.dataset.topic.labels.get(page_at(href), name), href)
