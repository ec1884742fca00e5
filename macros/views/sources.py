"""Sources: the list, and a page for each with what was drawn from it in reading order."""

from collections.abc import Mapping
from dataclasses import dataclass

from macros.language import gettext, message
from macros.model import Line, Source
from macros.queries import Queries, derived_once, grouped
from macros.views import cited, words
from macros.views.evidence import CitedPassage, passages
from macros.views.facts import Fact, facts

_ORDER = ("headline", "dek", "caption", "stamp")


@dataclass(frozen=True)
class SourceView:
    """A source, with everything that rests on it; ``count`` is the number of facts that cite it."""

    id: str
    record: Source
    count: int
    page: str
    """The address of the page that shows it clause by clause; "" without one."""
    passages: tuple[tuple[str, tuple[Fact, ...]], ...]
    alone: tuple[words.SiteLink, ...]
    other: tuple[tuple[words.SiteLink, tuple[CitedPassage, ...]], ...]
    """What else cites it, such as laws and terms, each with the passages that it cites."""


def sources(queries: Queries) -> tuple[tuple[str, tuple[tuple[str, int], ...]], ...]:
    """Return the id of every source, and how many facts cite it: those whose answers are compared, the others by kind.

    Each group stands under its heading.
    """
    known = queries.dataset.sources
    compared = {answer.source for one in queries.dataset.questions.values() for answer in one.answers}

    def heading(name: str) -> str:
        if name in compared:
            return gettext("Reports that the facts are drawn from")
        return message(str(queries.dataset.source_kinds[known[name].kind].heading))

    ordered = sorted(queries.by_issue(known), key=lambda name: name not in compared)
    return tuple(grouped((heading(name), (name, len(cited.facts(name, queries)))) for name in ordered).items())


def source(source_id: str, queries: Queries) -> SourceView:
    """Return one source."""
    own = cited.facts(source_id, queries)
    others = grouped(one for one in cited.by_source(queries).get(source_id, ()) if one[0] not in own)
    shared = _answered_by_several(queries)
    alone = (name for name in own if queries.sources(name) == (source_id,) and name not in shared)
    return SourceView(
        id=source_id,
        record=queries.dataset.sources[source_id],
        count=len(own),
        page=queries.documents.get(source_id, ""),
        passages=_passages(source_id, own, queries),
        alone=words.links(alone, queries),
        other=tuple((words.link(name, queries), passages(name, found, queries)) for name, found in others.items()),
    )


@derived_once
def _answered_by_several(queries: Queries) -> frozenset[str]:
    """Return the ids of the facts in answers to questions that several sources answer."""
    answers = ([one.facts for one in question.answers if one.facts] for question in queries.dataset.questions.values())
    return frozenset(str(fact) for several in answers if several[1:] for facts in several for fact in facts)


def _passages(
    source_id: str, places: Mapping[str, tuple[Line, ...]], queries: Queries
) -> tuple[tuple[str, tuple[Fact, ...]], ...]:
    """Return the facts of a source under the first passage that each rests on, in reading order.

    For a source without a text, what others report of it comes after what it says itself.
    """
    found = grouped((str(min(own, key=reading_order)), name) for name, own in places.items())
    ordered = sorted(found, key=reading_order)
    if queries.dataset.sources[source_id].text is None:
        own = {place for place in found if any(queries.citations(name)[0].source == source_id for name in found[place])}
        ordered.sort(key=lambda place: place not in own)
    return tuple((words.locator(place), facts(found[place], queries)) for place in ordered)


def reading_order(place: str) -> tuple[int, int, str]:
    """Return what places in a source are sorted by."""
    if place in _ORDER:
        return 0, _ORDER.index(place), place
    if place[:1] == "p" and place[1:].isdigit():
        return 1, int(place[1:]), place
    return 2, 0, place
