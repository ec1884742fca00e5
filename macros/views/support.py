"""What supports a fact: documents, sources that report them, independent sources, groups with a cause."""

from collections.abc import Mapping
from typing import NamedTuple

from macros.language import gettext, gettext_noop, message, ngettext
from macros.model import ACCESS, Access, Citation
from macros.queries import Queries, derived_once, grouped

_COUNTS = {
    2: gettext_noop("two"),
    3: gettext_noop("three"),
    4: gettext_noop("four"),
    5: gettext_noop("five"),
    6: gettext_noop("six"),
    7: gettext_noop("seven"),
    8: gettext_noop("eight"),
    9: gettext_noop("nine"),
}


class Support(NamedTuple):
    """What supports a fact. Sources of one group count once, and what only discusses or disputes it never does."""

    documents: int
    """The documents that hold it and were read: laws, orders, data, what a party to the matter publishes."""
    copies: int
    """Such documents that were read in a copy or excerpt."""
    unread: int
    """Such documents that are known only in summary."""
    reporting: int
    """The sources that report a document that is cited, in whatever role, and so do not confirm it."""
    independent: int
    """All other sources, the press and research services alike."""
    advocates: int
    """Groups with a cause of their own, which are counted apart."""
    total: int
    """How many confirm it independently of each other: documents, and all that report none; at least one of any."""


def support(record_id: str, queries: Queries) -> Support:
    """Return what supports a record; a number that is computed has no support but that of its inputs."""
    citations = queries.citations(record_id)
    supporting = [citation for citation in citations if citation.role == "supports"]
    cited = {citation.source: queries.dataset.sources[citation.source] for citation in supporting}
    reported = {name for source in cited.values() for name in source.reports}
    documents = {name: one for name, one in cited.items() if queries.dataset.is_document(name) or name in reported}
    known: dict[str, Access] = {}
    for citation in supporting:
        if document := documents.get(citation.source):
            ways = (known.get(document.independence_group, ACCESS[-1]), access(record_id, citation, queries))
            known[document.independence_group] = min(ways, key=ACCESS.index)
    others = [one for one in cited.values() if one.independence_group not in known]
    consulted = {citation.source for citation in citations}
    reporting = {one.independence_group for one in others if consulted & set(one.reports)}
    advocates = {one.independence_group for one in others if one.interest == "advocacy"}
    neutral = {one.independence_group for one in others} - advocates
    return Support(
        documents=sum(how == "read" for how in known.values()),
        copies=sum(how == "reproduced" for how in known.values()),
        unread=sum(how in ("summarised", "unconfirmed") for how in known.values()),
        reporting=len(neutral & reporting),
        independent=len(neutral - reporting),
        advocates=len(advocates),
        total=len(known.keys() | (neutral - reporting)) or min(len(others), 1),
    )


def is_searched(record_id: str, queries: Queries) -> bool:
    """Whether a record says that nothing was found: all that it cites was searched in vain."""
    return {citation.role for citation in queries.citations(record_id)} == {"searched"}


def known(record_id: str, queries: Queries) -> Mapping[str, Access]:
    """Return the sources that support a record, with how the least known of its places in each is known.

    They are those that were searched, for a record that says that nothing was found.
    """
    role = "searched" if is_searched(record_id, queries) else "supports"
    places = [one for one in queries.citations(record_id) if one.role == role]
    ways = grouped((str(one.source), access(record_id, one, queries)) for one in places)
    return {source: max(found, key=ACCESS.index) for source, found in ways.items()}


def access(record_id: str, citation: Citation, queries: Queries) -> Access:
    """Return how the place is known that a record cites."""
    return queries.dataset.known(citation, queries.entities[queries.owner(record_id)].access)


@derived_once
def in_words(record_id: str, queries: Queries) -> str:
    """Return what supports a record, in words: "in the document, reported by two sources"."""
    given = queries.citations(record_id)
    if record_id in queries.dataset.observations and queries.observation(record_id).formula:
        return gettext("computed here")
    if record_id in queries.dataset.observations and queries.observation(record_id).status == "gap" and not given:
        return gettext("no source, as there is no number")
    if is_searched(record_id, queries):
        return gettext("nothing found where it was searched for")
    parts = _parts(support(record_id, queries))
    return ", ".join(words for count, words in parts if count) or gettext("no source supports it")


def _parts(found: Support) -> tuple[tuple[int, str], ...]:
    """Return each way in which a fact is supported: how many, and in words."""
    texts, copies, unread, reports, others, advocates = found[:6]
    alone = sum(found[:6]) == 1
    if alone and reports:  # the document that it reports does not hold the fact
        reports, others = 0, 1
    return (
        (texts, ngettext("in the document", "in %(count)s documents", texts, count=_many(texts))),
        (
            copies,
            ngettext("in a copy or excerpt of the document", "in copies or excerpts of %(num)s documents", copies),
        ),
        (unread, _unread(unread)),
        (reports, ngettext("reported by one source", "reported by %(count)s sources", reports, count=_many(reports))),
        (others, _others(others, alone=alone)),
        (advocates, _advocates(advocates, too=reports > 0)),
    )


def _advocates(count: int, *, too: bool) -> str:
    if too:
        return ngettext("and by one advocacy group", "and by %(count)s advocacy groups", count, count=_many(count))
    return ngettext("one advocacy group", "%(count)s advocacy groups", count, count=_many(count))


def _unread(count: int) -> str:
    return ngettext(
        "in a document known only in summary", "in %(count)s documents known only in summary", count, count=_many(count)
    )


def _others(count: int, *, alone: bool) -> str:
    if alone:
        return ngettext("one source", "%(count)s sources", count, count=_many(count))
    return ngettext("one independent source", "%(count)s independent sources", count, count=_many(count))


def _many(count: int) -> str:
    """Return a number, a small one as a word: "two"."""
    return message(_COUNTS[count]) if count in _COUNTS else str(count)
