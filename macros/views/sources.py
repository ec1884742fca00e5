"""Sources: the list, and a page for each with what was drawn from it in reading order."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from macros.language import gettext, message
from macros.model import Line, Source
from macros.queries import Queries, derived_once, grouped
from macros.views import cited, words
from macros.views.evidence import CitedPassage, passages
from macros.views.facts import Fact, facts

_BEFORE_TEXT = ("headline", "dek", "caption", "stamp")
"""The places in a source that come before its paragraphs, in the order of reading."""
_LONGEST = 9  # no number of a section is longer
_MOST_OPEN = 20  # the most facts of a source that are not folded


@dataclass(frozen=True)
class SourceView:
    """A source, with everything that cites it.

    ``count`` is the number of facts that cite it, ``alone`` are those for which no other source speaks.
    """

    id: str
    record: Source
    count: int
    page: str
    """The address of the page that shows it clause by clause; "" without one."""
    passages: tuple[tuple[str, tuple[Fact, ...], bool], ...]
    """The places that facts rest on, each with its facts and whether they stand open."""
    alone: tuple[words.SiteLink, ...]
    other: tuple[tuple[words.SiteLink, tuple[CitedPassage, ...]], ...]
    """Other records that cite it, such as laws and terms, each with the passages that it cites."""


def sources(queries: Queries) -> tuple[tuple[str, tuple[tuple[str, int], ...]], ...]:
    """Return headings, each with the ids of its sources and the number of facts that cite each.

    The sources whose answers are compared come first, under one heading; the others stand under that of their kind.
    """
    records = queries.dataset.sources
    compared = {answer.source for question in queries.dataset.questions.values() for answer in question.answers}

    def heading(source_id: str) -> str:
        if source_id in compared:
            return gettext("Reports that the facts are drawn from")
        return message(str(queries.dataset.source_kinds[records[source_id].kind].heading))

    ordered = sorted(queries.by_issue(records), key=lambda source_id: source_id not in compared)
    counted = ((source_id, len(cited.facts(source_id, queries))) for source_id in ordered)
    return tuple(grouped((heading(source_id), (source_id, count)) for source_id, count in counted).items())


def source(source_id: str, queries: Queries) -> SourceView:
    """Return one source."""
    places = cited.facts(source_id, queries)
    others = grouped(pair for pair in cited.by_source(queries).get(source_id, ()) if pair[0] not in places)
    shared = _answered_by_several(queries)
    alone = (name for name in places if queries.sources(name) == (source_id,) and name not in shared)
    return SourceView(
        id=source_id,
        record=queries.dataset.sources[source_id],
        count=len(places),
        page=queries.documents.get(source_id, ""),
        passages=_facts_by_passage(source_id, places, queries),
        alone=words.links(alone, queries),
        other=tuple((words.link(name, queries), passages(name, citing, queries)) for name, citing in others.items()),
    )


@derived_once
def _answered_by_several(queries: Queries) -> frozenset[str]:
    """Return the ids of the facts in answers to questions that several sources answer."""
    shared: set[str] = set()
    for question in queries.dataset.questions.values():
        answers = [answer.facts for answer in question.answers if answer.facts]
        if len(answers) > 1:
            shared.update(str(fact_id) for fact_ids in answers for fact_id in fact_ids)
    return frozenset(shared)


def _facts_by_passage(
    source_id: str, places: Mapping[str, tuple[Line, ...]], queries: Queries
) -> tuple[tuple[str, tuple[Fact, ...], bool], ...]:
    """Return the facts of a source under the first passage that each rests on, in reading order.

    ``places`` are the places that each fact cites. For a source without a text, passages that are known only from other
    sources come last. The first passage stands open, and the others do too if there are few facts.
    """
    by_place = grouped((str(min(cited_places, key=reading_order)), name) for name, cited_places in places.items())
    ordered = sorted(by_place, key=reading_order)
    if queries.dataset.sources[source_id].text is None:
        own_facts = frozenset(name for name in places if queries.citations(name)[0].source == source_id)
        ordered.sort(key=lambda place: own_facts.isdisjoint(by_place[place]))
    are_open = len(places) <= _MOST_OPEN
    return tuple(
        (words.locator(place), facts(by_place[place], queries), are_open or place == ordered[0]) for place in ordered
    )


def reading_order(place: str) -> tuple[int, int, str]:
    """Return the sort key of a place in a source; its numbers are compared as such: Sec. 2(b) before Sec. 17(b)."""
    if place in _BEFORE_TEXT:
        return 0, _BEFORE_TEXT.index(place), place
    if place[:1] == "p" and place[1:].isdigit():
        return 1, int(place[1:]), place
    return 2, 0, re.sub(r"\d+", lambda number: number[0].zfill(_LONGEST), place)
