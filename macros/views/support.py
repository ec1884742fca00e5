"""What supports a fact: documents, sources that report them, independent sources, groups with a cause."""

from typing import NamedTuple

from macros.model import ACCESS, Access, Citation
from macros.queries import Queries

_COUNTS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


class Support(NamedTuple):
    """What supports a fact. Sources of one group count once, and what only discusses or disputes it never does."""

    documents: int
    """The documents that hold it and were read: laws, orders, data, what a party to the matter publishes."""
    copies: int
    """Such documents that were read in a copy."""
    unread: int
    """Such documents that are known from summaries only."""
    reporting: int
    """The sources that report one of these documents, and so do not confirm it."""
    independent: int
    """All other sources, the press and research services alike."""
    advocates: int
    """Groups with a cause of their own, which are counted apart."""
    total: int
    """How many confirm it independently of each other: documents, and all that do not report them."""


def support(record_id: str, queries: Queries) -> Support:
    """Return what supports a record; a number that is computed has no support but that of its inputs."""
    supporting = [citation for citation in queries.citations(record_id) if citation.role == "supports"]
    cited = {citation.source: queries.dataset.sources[citation.source] for citation in supporting}
    reported = {name for source in cited.values() for name in source.reports}
    documents = {name: one for name, one in cited.items() if queries.dataset.is_document(name) or name in reported}
    known: dict[str, Access] = {}
    for citation in supporting:
        if document := documents.get(citation.source):
            ways = (known.get(document.independence_group, ACCESS[-1]), access(record_id, citation, queries))
            known[document.independence_group] = min(ways, key=ACCESS.index)
    others = [one for one in cited.values() if one.independence_group not in known]
    reporting = {one.independence_group for one in others if documents.keys() & set(one.reports)}
    advocates = {one.independence_group for one in others if one.interest == "advocacy"}
    neutral = {one.independence_group for one in others} - advocates
    return Support(
        documents=sum(how == "read" for how in known.values()),
        copies=sum(how == "reproduced" for how in known.values()),
        unread=sum(how in ("summarised", "unconfirmed") for how in known.values()),
        reporting=len(neutral & reporting),
        independent=len(neutral - reporting),
        advocates=len(advocates),
        total=len(known.keys() | (neutral | advocates) - reporting),
    )


def access(record_id: str, citation: Citation, queries: Queries) -> Access:
    """Return how the place is known that a record cites."""
    point = queries.dataset.observations.get(record_id)
    owner = queries.entities[point.series_id if point else record_id]
    return queries.dataset.known(citation, owner.access)


def in_words(record_id: str, queries: Queries) -> str:
    """Return what supports a record, in words: "in the document, reported by two sources"."""
    given = queries.citations(record_id)
    if record_id in queries.dataset.observations and queries.observation(record_id).formula:
        return "computed here"
    if given and all(citation.role == "searched" for citation in given):
        return "nothing found where it was searched for"
    found = support(record_id, queries)
    parts = (
        (found.documents, "in the document" if found.documents == 1 else f"in {_many(found.documents, 'document')}"),
        (found.copies, "in a copy of the document" if found.copies == 1 else f"in copies of {found.copies} documents"),
        (found.unread, f"in {_many(found.unread, 'document', one='a')} known from summaries"),
        (found.reporting, f"reported by {_many(found.reporting, 'source')}"),
        (found.independent, _many(found.independent, "source" if found.total == 1 else "independent source")),
        (found.advocates, _many(found.advocates, "advocacy group")),
    )
    return ", ".join(words for number, words in parts if number) or "no source supports it"


def _many(number: int, thing: str, one: str = "one") -> str:
    """Return a small number of things in words: "two sources"."""
    word = one if number == 1 else _COUNTS[number] if number < len(_COUNTS) else str(number)
    return f"{word} {thing}{'' if number == 1 else 's'}"
