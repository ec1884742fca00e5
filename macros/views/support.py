"""What supports a fact: documents, sources that report them, independent sources, groups with a cause."""

from collections.abc import Iterable, Mapping
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


_SUMS_UP = ("actor", "term")
"""The kinds of record that tell several facts at once; each source may bear out only some of them."""
_CLAIM_LITTLE = ("source", "chart", "question", "comparison", "correction")
"""The kinds of record that make a claim of their own only where they cite something that bears it out."""


class Support(NamedTuple):
    """How many sources support a fact; sources of one group count once.

    Sources that only discuss or dispute the fact do not count.
    """

    documents: int
    """Documents that state it and were read: laws, orders, data, what a party to the matter publishes."""
    copies: int
    """Such documents that were read in a copy or excerpt."""
    unread: int
    """Such documents that are known only in summary."""
    reporting: int
    """Sources that report a document which the fact cites too; they do not confirm it."""
    independent: int
    """All other sources, the press and research services alike."""
    advocates: int
    """Groups with a cause of their own, which are counted apart."""
    total: int
    """How many sources confirm it independently: documents and independent ones, or 1 if there are only others.

    At most 1 for a record that tells several facts.
    """


def makes_claim(record_id: str, queries: Queries) -> bool:
    """Whether a record says anything of its own that could be supported; a source or a chart does not."""
    roles = {citation.role for citation in queries.citations(record_id)}
    return queries.kinds[record_id] not in _CLAIM_LITTLE or not roles.isdisjoint(("supports", "searched"))


def _numbers(record_id: str, queries: Queries) -> tuple[str, ...]:
    """Return the ids of the numbers of a series that cites nothing itself; () for any other record.

    A gap without citations is left out, unless there is nothing else.
    """
    series = queries.dataset.series.get(record_id)
    if series is None or series.citations:
        return ()
    numbers = tuple(one.id for one in series.observations)
    return tuple(one for one in numbers if queries.citations(one)) or numbers


def support(record_id: str, queries: Queries) -> Support:
    """Return what supports a record.

    A computed number has the support of its inputs, and a series that cites nothing that of its least supported number.
    """
    if numbers := _numbers(record_id, queries):
        return min((support(number, queries) for number in numbers), key=lambda one: one.total)
    citations = queries.citations(record_id)
    supporting = [citation for citation in citations if citation.role == "supports"]
    sources = {citation.source: queries.dataset.sources[citation.source] for citation in supporting}
    access_by_group = _access_of_documents(record_id, supporting, queries)
    others = [source for source in sources.values() if source.independence_group not in access_by_group]
    cited = {citation.source for citation in citations}
    reporting = {source.independence_group for source in others if cited & set(source.reports)}
    advocates = {source.independence_group for source in others if source.interest == "advocacy"}
    neutral = {source.independence_group for source in others} - advocates
    accesses = [*access_by_group.values()]
    confirming = len(access_by_group.keys() | (neutral - reporting)) or min(len(others), 1)
    return Support(
        documents=accesses.count("read"),
        copies=accesses.count("reproduced"),
        unread=accesses.count("summarised") + accesses.count("unconfirmed"),
        reporting=len(neutral & reporting),
        independent=len(neutral - reporting),
        advocates=len(advocates),
        total=min(confirming, 1) if queries.kinds.get(record_id) in _SUMS_UP else confirming,
    )


def _access_of_documents(record_id: str, citations: Iterable[Citation], queries: Queries) -> Mapping[str, Access]:
    """Return how the best known document of each group of sources is known, by group."""
    sources = {citation.source: queries.dataset.sources[citation.source] for citation in citations}
    reported = {name for source in sources.values() for name in source.reports}
    found: dict[str, Access] = {}
    for citation in citations:
        if queries.dataset.is_document(citation.source) or citation.source in reported:
            group = sources[citation.source].independence_group
            accesses = (found.get(group, ACCESS[-1]), access(record_id, citation, queries))
            found[group] = min(accesses, key=ACCESS.index)
    return found


def is_searched(record_id: str, queries: Queries) -> bool:
    """Whether a record says that nothing was found: everything that it cites was searched in vain."""
    return {citation.role for citation in queries.citations(record_id)} == {"searched"}


def access_by_source(record_id: str, queries: Queries) -> Mapping[str, Access]:
    """Return how the least known of the cited places is known, by each source that supports a record.

    For a record that says that nothing was found, the sources are those that were searched.
    """
    role = "searched" if is_searched(record_id, queries) else "supports"
    citations = [citation for citation in queries.citations(record_id) if citation.role == role]
    accesses = grouped((str(citation.source), access(record_id, citation, queries)) for citation in citations)
    return {source_id: max(of_source, key=ACCESS.index) for source_id, of_source in accesses.items()}


def access(record_id: str, citation: Citation, queries: Queries) -> Access:
    """Return how the place that a record cites is known."""
    return queries.dataset.known(citation, queries.entities[queries.owner(record_id)].access)


@derived_once
def in_words(record_id: str, queries: Queries) -> str:
    """Return what supports a record, in words: "in the document, reported by two sources".

    Of a series that cites nothing, return what supports its numbers: "in the document; computed here".
    """
    if numbers := _numbers(record_id, queries):
        return "; ".join(dict.fromkeys(in_words(number, queries) for number in numbers))
    number = queries.observation(record_id) if record_id in queries.dataset.observations else None
    if number and number.formula:
        return gettext("computed here")
    if number and number.is_gap and not queries.citations(record_id):
        return gettext("no source, as there is no number")
    if is_searched(record_id, queries):
        return gettext("nothing found where it was searched for")
    counts = support(record_id, queries)
    told = ", ".join(words for count, words in _parts(counts) if count) or gettext("no source supports it")
    return _of_several_facts(counts, told) if queries.kinds.get(record_id) in _SUMS_UP else told


def _of_several_facts(support: Support, told: str) -> str:
    """Return what supports a record that tells several facts, in words; ``told`` is what would support one fact."""
    sources = sum(support[:6])
    if not sources:
        return told
    if sources == 1:
        return gettext("%(support)s, for all or part of it", support=told)
    if support.documents + support.copies + support.unread == sources - support.reporting == 1:
        return gettext("a document and reports of it, each for all or part of it")
    return gettext("several sources, each for all or part of it")


def _parts(support: Support) -> tuple[tuple[int, str], ...]:
    """Return each kind of support: how many sources there are of it, and this in words."""
    texts, copies, unread, reports, others, advocates = support[:6]
    alone = sum(support[:6]) == 1
    if alone and reports:  # the document that it reports does not state the fact
        reports, others = 0, 1
    return (
        (texts, ngettext("in the document", "in %(count)s documents", texts, count=_many(texts))),
        (copies, _copies(copies, another=texts > 0)),
        (unread, _unread(unread, another=texts + copies > 0)),
        (reports, ngettext("reported by one source", "reported by %(count)s sources", reports, count=_many(reports))),
        (others, _others(others, alone=alone)),
        (advocates, _advocates(advocates, too=reports > 0)),
    )


def _advocates(count: int, *, too: bool) -> str:
    if too:
        return ngettext("and by one advocacy group", "and by %(count)s advocacy groups", count, count=_many(count))
    return ngettext("one advocacy group", "%(count)s advocacy groups", count, count=_many(count))


def _copies(count: int, *, another: bool) -> str:
    if another:
        return ngettext("in a copy or excerpt of another", "in copies or excerpts of %(num)s others", count)
    return ngettext("in a copy or excerpt of the document", "in copies or excerpts of %(num)s documents", count)


def _unread(count: int, *, another: bool) -> str:
    many = _many(count)
    if another:
        return ngettext(
            "in another known only in summary", "in %(count)s others known only in summary", count, count=many
        )
    return ngettext(
        "in a document known only in summary", "in %(count)s documents known only in summary", count, count=many
    )


def _others(count: int, *, alone: bool) -> str:
    if alone:
        return ngettext("one source", "%(count)s sources", count, count=_many(count))
    return ngettext("one independent source", "%(count)s independent sources", count, count=_many(count))


def _many(count: int) -> str:
    """Return a count, from two to nine as a word."""
    return message(_COUNTS[count]) if count in _COUNTS else str(count)
