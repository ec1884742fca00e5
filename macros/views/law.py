"""The law: the glossary, and a page for each statute."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import groupby

from macros import language, phrase
from macros.language import gettext, gettext_noop, message
from macros.model import Clause, Element, Event, Statute
from macros.model.points import written
from macros.queries import Queries, grouped
from macros.views import documents, penalties, reading, words
from macros.views.documents import ClauseView
from macros.views.facts import Fact, by_source
from macros.views.penalties import Tier

_ORDERS = ("document", "law")
"""The roles of sources whose directives are known from their own text."""
_REQUIRES = gettext_noop("It requires")
"""What the card calls elements that have no name of their own."""


@dataclass(frozen=True)
class Law:
    """A statute with all that refers to it; ``key`` tells how to read the bars, and is () without any.

    ``elements`` are grouped under what the card calls them. ``told`` are the clauses of documents that are on it, by
    source, ``mentions`` what others say, by source, and ``changes`` have their date, "" if none.
    """

    id: str
    record: Statute
    names: tuple[str, ...]
    elements: tuple[tuple[str, tuple[Element, ...]], ...]
    tiers: tuple[Tier, ...]
    key: tuple[str, ...]
    penalty: str
    fine: str
    told: tuple[tuple[str, tuple[ClauseView, ...]], ...]
    mentions: tuple[tuple[words.SiteLink, tuple[Fact, ...]], ...]
    events: tuple[tuple[str, Event], ...]
    changes: tuple[tuple[str, tuple[str, ...]], ...]
    related: tuple[tuple[str, tuple[words.SiteLink, ...]], ...]


def glossary(queries: Queries) -> list[tuple[str, tuple[Law, ...]]]:
    """Return every statute, grouped by kind under a heading, each group by citation."""
    ordered = sorted(queries.dataset.statutes.items(), key=lambda item: penalties.natural(item[1]))
    found = grouped((str(statute.kind), law(name, queries)) for name, statute in ordered)
    kinds = queries.dataset.law_kinds
    return [(message(str(kind.heading)), found[name]) for name, kind in kinds.items() if name in found]


def law(statute_id: str, queries: Queries) -> Law:
    """Return one statute."""
    statute = queries.dataset.statutes[statute_id]
    told = tuple(_told(statute_id, queries))
    shown = {clause.fact.id for _, clauses in told for clause in clauses}
    others = (name for name in queries.referring(statute_id, "statement") if name not in shown)
    elements = groupby(statute.elements, key=lambda one: str(one.part or message(_REQUIRES)))
    places = (str(one.label) for one in queries.dataset.topic.jurisdictions if one.id == statute.jurisdiction)
    return Law(
        id=statute_id,
        record=statute,
        names=(*places, *map(str, statute.also_cited_as)),
        elements=tuple((name, tuple(members)) for name, members in elements),
        tiers=tuple(penalties.tiers(statute)),
        key=reading.penalties(statute.provisions) if penalties.span(statute) else (),
        penalty=penalties.in_words(statute),
        fine=penalties.highest_fine(statute) if penalties.fines(statute) else "",
        told=told,
        mentions=by_source(others, queries),
        events=tuple(queries.events(statute=statute_id)),
        changes=_changes(statute.amended.splitlines()),
        related=_related(statute_id, queries),
    )


def _related(statute_id: str, queries: Queries) -> tuple[tuple[str, tuple[words.SiteLink, ...]], ...]:
    """Return what else refers to a law, under its name."""
    kinds = ((gettext("Numbers"), "series"), (gettext("Terms"), "term"))
    found = ((name, queries.referring(statute_id, kind)) for name, kind in kinds)
    return tuple((name, words.links(ids, queries)) for name, ids in found if ids)


def _told(statute_id: str, queries: Queries) -> Iterator[tuple[str, tuple[ClauseView, ...]]]:
    """Yield what each document itself says on a law, the earliest document first."""
    on_it = queries.referring(statute_id, "statement")
    for name in queries.by_issue({queries.statement_home(name) for name in on_it}):
        if clauses := _said(name, on_it, queries):
            yield name, tuple(documents.clause_view(clause, name, queries) for clause in clauses)


def _said(source_id: str, on_it: tuple[str, ...], queries: Queries) -> list[Clause]:
    """Return the clauses of a document that are on a law: those of its outline, without one its directives."""
    source, statements = queries.dataset.sources[source_id], queries.dataset.statements
    if source.outline:
        return [clause for clause in source.outline.clauses if clause.statement in on_it]
    own = [name for name in on_it if queries.statement_home(name) == source_id and statements[name].kind == "directive"]
    return [Clause.model_validate({"statement": name}) for name in own if queries.dataset.role(source_id) in _ORDERS]


def _changes(lines: list[str]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return the date of each change and its sentences; one without a date belongs to the change before it."""
    found: list[tuple[str, list[str]]] = []
    pattern = _dated(language.code())
    for line in lines:
        dated = pattern.fullmatch(line)
        if dated or not found:
            found.append((dated["day"] or dated["month"] if dated else "", []))
        found[-1][1].append(phrase.capital(dated["text"]) if dated else line)
    return tuple((date, tuple(sentences)) for date, sentences in found)


@cache
def _dated(_: str) -> re.Pattern[str]:
    """Return a pattern for a sentence that starts with its date in a language: "On 11 April 2017, it was repealed"."""
    day, month = written(has_day=True), written(has_day=False)
    starts = gettext("On %(day)s", day=f"(?P<day>{day})"), gettext("In %(month)s", month=f"(?P<month>{month})")
    return re.compile(rf"(?:{'|'.join(starts)}),? (?P<text>.+)")
