"""The law: the glossary, and a page for each statute."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import groupby

from macros import language, phrase
from macros.language import gettext, gettext_noop, message
from macros.model import Clause, Element, Event, Statute
from macros.model.kinds import OWN_TEXTS
from macros.notation.dates import dates_of
from macros.queries import Queries, grouped
from macros.views import documents, penalties, reading, words
from macros.views.documents import ClauseView
from macros.views.facts import Fact, by_source
from macros.views.penalties import Tier

_REQUIRES = gettext_noop("It requires")  # the heading of the elements whose part has no name


@dataclass(frozen=True)
class Law:
    """A statute with all that refers to it.

    ``elements`` stand under their headings; ``key`` tells how to read the bars of the penalties, () if there are none.
    ``clauses_by_document`` has the ids of documents with their clauses on the law, ``mentions`` what others say of it,
    by source, and ``changes`` the date of each change, "" if it is not known, with its sentences.
    """

    id: str
    record: Statute
    names: tuple[str, ...]
    elements: tuple[tuple[str, tuple[Element, ...]], ...]
    tiers: tuple[Tier, ...]
    columns: penalties.Columns
    key: tuple[str, ...]
    penalty: str
    fine: str
    clauses_by_document: tuple[tuple[str, tuple[ClauseView, ...]], ...]
    mentions: tuple[tuple[words.SiteLink, tuple[Fact, ...]], ...]
    events: tuple[tuple[str, Event], ...]
    changes: tuple[tuple[str, tuple[str, ...]], ...]
    related: tuple[tuple[str, tuple[words.SiteLink, ...]], ...]


def glossary(queries: Queries) -> list[tuple[str, tuple[Law, ...]]]:
    """Return the statutes of each kind under its heading, sorted by citation."""
    ordered = sorted(queries.dataset.statutes.items(), key=lambda item: penalties.natural(item[1]))
    laws = grouped((str(statute.kind), law(statute_id, queries)) for statute_id, statute in ordered)
    kinds = queries.dataset.law_kinds
    return [(message(str(kind.heading)), laws[name]) for name, kind in kinds.items() if name in laws]


def law(statute_id: str, queries: Queries) -> Law:
    """Return one statute."""
    statute = queries.dataset.statutes[statute_id]
    clauses_by_document = tuple(_clauses_by_document(statute_id, queries))
    of_documents = {clause.fact.id for _, clauses in clauses_by_document for clause in clauses}
    others = (name for name in queries.referring(statute_id, "statement") if name not in of_documents)
    elements = groupby(statute.elements, key=lambda element: str(element.part or message(_REQUIRES)))
    standing = () if statute.status == "in force" else (message(statute.status),)
    places = (str(one.label) for one in queries.dataset.topic.jurisdictions if one.id == statute.jurisdiction)
    return Law(
        id=statute_id,
        record=statute,
        names=(*places, *map(str, statute.also_cited_as), *standing),
        elements=tuple((name, tuple(members)) for name, members in elements),
        tiers=tuple(penalties.tiers(statute)),
        columns=penalties.columns(statute.provisions),
        key=reading.penalties(statute.provisions) if penalties.span(statute) else (),
        penalty=penalties.in_words(statute),
        fine=penalties.highest_fine(statute) if penalties.fines(statute) else "",
        clauses_by_document=clauses_by_document,
        mentions=by_source(others, queries),
        events=tuple(queries.events(statute=statute_id)),
        changes=_changes(statute.amended.splitlines()),
        related=_related(statute_id, queries),
    )


def _related(statute_id: str, queries: Queries) -> tuple[tuple[str, tuple[words.SiteLink, ...]], ...]:
    """Return links to the series and the terms that refer to a law, each group under its heading."""
    kinds = ((gettext("Numbers"), "series"), (gettext("Terms"), "term"))
    groups = ((heading, queries.referring(statute_id, kind)) for heading, kind in kinds)
    return tuple((heading, words.links(ids, queries)) for heading, ids in groups if ids)


def _clauses_by_document(statute_id: str, queries: Queries) -> Iterator[tuple[str, tuple[ClauseView, ...]]]:
    """Yield the id of each document that speaks of a law, with its clauses on it; the earliest document first."""
    statement_ids = queries.referring(statute_id, "statement")
    for source_id in queries.by_issue({queries.statement_home(name) for name in statement_ids}):
        if clauses := _clauses(source_id, statement_ids, queries):
            yield source_id, tuple(documents.clause_view(clause, source_id, queries) for clause in clauses)


def _clauses(source_id: str, statement_ids: tuple[str, ...], queries: Queries) -> list[Clause]:
    """Return the clauses of a document that are among some statements: of its outline, or else its directives."""
    outline = queries.dataset.sources[source_id].outline
    if outline:
        return [clause for clause in outline.clauses if clause.statement in statement_ids]
    if queries.dataset.role(source_id) not in OWN_TEXTS:
        return []
    own = (name for name in statement_ids if queries.statement_home(name) == source_id)
    directives = (name for name in own if queries.dataset.statements[name].kind == "directive")
    return [Clause.model_validate({"statement": name}) for name in directives]


def _changes(lines: list[str]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return the date of each change and its sentences; a sentence without a date belongs to the change before it."""
    changes: list[tuple[str, list[str]]] = []
    patterns = _dated_sentences(language.code())
    for line in lines:
        dated = next(filter(None, (pattern.fullmatch(line) for pattern in patterns)), None)
        if dated or not changes:
            changes.append((dated["date"] if dated else "", []))
        changes[-1][1].append(phrase.capital(dated["text"]) if dated else line)
    return tuple((date, tuple(sentences)) for date, sentences in changes)


@cache
def _dated_sentences(code: str) -> tuple[re.Pattern[str], ...]:
    """Return patterns for a sentence that starts with its date in a language: "On 11 April 2017, it was repealed"."""
    starts = []
    for date in (one for one in dates_of(code) if "year" in one.groupindex):
        words = f"(?P<date>{date.pattern})"
        is_day = "day" in date.groupindex
        starts.append(gettext("On %(day)s", day=words) if is_day else gettext("In %(month)s", month=words))
    return tuple(re.compile(rf"{start},? (?P<text>.+)", re.IGNORECASE) for start in starts)
