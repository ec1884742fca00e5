"""The words for records: names, links, voices, places in a source, and what words of the data mean to readers."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from macros import phrase
from macros.language import apart, gettext, gettext_noop, message
from macros.model import Actor, Source, Statement, Statute, Term, Voice
from macros.queries import Queries, derived_once, grouped

_NUMBERED = {"p": gettext_noop("paragraph %(number)s"), "r": gettext_noop("row %(number)s")}
_LOCATORS = {
    "headline": gettext_noop("headline"),
    "dek": gettext_noop("line under the headline"),
    "caption": gettext_noop("picture caption"),
    "stamp": gettext_noop("date stamp"),
    "credit": gettext_noop("credit line"),
}
_ACCESS = {
    "read": gettext_noop("read in the source itself"),
    "reproduced": gettext_noop("known from copies or excerpts"),
    "summarised": gettext_noop("known only in summary; the text itself was not read"),
    "unconfirmed": gettext_noop("not confirmed by any page that was read"),
}
KNOWN = {
    "read": gettext_noop("read"),
    "reproduced": gettext_noop("read in a copy or excerpt"),
    "summarised": gettext_noop("known only in summary"),
    "unconfirmed": gettext_noop("not confirmed"),
}
"""The words for how one place in a source is known."""
_INTEREST = {"none": "", "party": gettext_noop("party to the matter"), "advocacy": gettext_noop("advocacy group")}
FORCE = {
    "shall": gettext_noop("Must"),
    "directed": gettext_noop("Directs"),
    "shall consider": gettext_noop("Must consider"),
    "should": gettext_noop("Should"),
    "may": gettext_noop("May"),
    "asked": gettext_noop("Asks"),
    "not read": gettext_noop("As reported"),
}
"""What each force means to a reader."""
_FEW = 2  # the most publishers that are named on one line


def access(name: str) -> str:
    """Return how a fact is known, in words, by its access."""
    return message(_ACCESS[name])


def source_kind(source_id: str, queries: Queries) -> str:
    """Return the word for the kind of a source."""
    name = queries.dataset.sources[source_id].kind
    kind = queries.dataset.source_kinds.get(name)
    return str(kind.label) if kind and kind.label else message(name)


def interest(source_id: str, queries: Queries) -> str:
    """Return the words for the stake of a source's publisher; "" if it has none."""
    interest = queries.dataset.sources[source_id].interest
    words_of_topic = queries.dataset.topic.party
    return words_of_topic if words_of_topic and interest == "party" else message(_INTEREST[interest])


def force(statement: Statement) -> str:
    """Return what a directive's force means to a reader; "" if it has none."""
    return message(FORCE[statement.force]) if statement.force else ""


@dataclass(frozen=True)
class SiteLink:
    """A name and its address, relative to the site."""

    label: str
    href: str


def locator(text: str) -> str:
    """Return a place in a source in words: p3 is paragraph 3, r3 is row 3."""
    if text[1:].isdigit() and text[0] in _NUMBERED:
        return gettext(_NUMBERED[text[0]], number=text[1:])
    return message(_LOCATORS[text]) if text in _LOCATORS else text


def name(record_id: str, queries: Queries) -> str:
    """Return what readers call a record."""
    if record_id in queries.dataset.observations:
        point = queries.dataset.observations[record_id]
        return phrase.named(point.observation, point.series)
    record = queries.entities[record_id]
    match record:
        case Source():  # the shortest name that only one source has
            names, counts = _possible_names(record), _names_of_sources(queries)
            return next((name for name in names if counts[name] == 1), names[-1])
        case Actor():
            return record.name
        case Statute():
            return record.citation
        case Term():
            return record.label
    texts = (getattr(record, field, None) for field in ("title", "sentence", "question", "text"))
    return str(next(filter(None, texts), record_id))


@derived_once
def _names_of_sources(queries: Queries) -> Counter[str]:
    """Return how many sources could have each name."""
    return Counter(name for source in queries.dataset.sources.values() for name in set(_possible_names(source)))


def _possible_names(source: Source) -> tuple[str, ...]:
    """Return the names of a source, the shortest first: publisher with year or date, citation, publisher with title."""
    publisher = apart(source.published_by)
    with_date = f"{publisher}, {source.issued}" if source.issued else source.published_by
    with_title = f"{publisher}: {apart(source.title.strip('[]'))}"
    return with_year(source), with_date, *((apart(source.citation),) if source.citation else ()), with_title


def with_year(source: Source) -> str:
    """Return the publisher of a source with the year or years of its issue: "Gull Gazette, 2017"."""
    return f"{apart(source.published_by)}, {source.issued.in_years}" if source.issued else source.published_by


@derived_once
def link(record_id: str, queries: Queries) -> SiteLink:
    """Return a link to a record."""
    return SiteLink(name(record_id, queries), queries.href(record_id))


def hue(source_id: str, queries: Queries) -> str:
    """Return the class that gives the topic's first and second document their colours; "" for other sources."""
    return dict(zip(queries.documents, ("x-first", "x-second"), strict=False)).get(source_id, "")


def links(record_ids: Iterable[str], queries: Queries) -> tuple[SiteLink, ...]:
    """Return links to records, in the given order."""
    return tuple(link(record_id, queries) for record_id in record_ids)


def brief(source_ids: tuple[str, ...], queries: Queries) -> tuple[SiteLink, ...]:
    """Return links to sources that stand together, named by publisher alone where no two share it."""
    publishers = [queries.dataset.sources[name].published_by for name in source_ids]
    return tuple(
        SiteLink(publisher if publishers.count(publisher) == 1 else name(source_id, queries), queries.href(source_id))
        for source_id, publisher in zip(source_ids, publishers, strict=True)
    )


def short_names(links: Iterable[SiteLink]) -> tuple[tuple[str, str, str], ...]:
    """Return for each link what stands before the first comma of its label, the rest of the label, and the address.

    A label that begins like another is whole, without a rest. A comma within a number is none: "Order No. 13,767".
    """
    parts = [(*link.label.partition(", "), link.href) for link in links]
    firsts = Counter(first for first, *_ in parts)
    return tuple(
        (first, comma + rest, href) if firsts[first] == 1 else (first + comma + rest, "", href)
        for first, comma, rest, href in parts
    )


class Few(NamedTuple):
    """The first links of a list, and how many more there are."""

    links: tuple[SiteLink, ...]
    further: int


def publishers(source_ids: tuple[str, ...], queries: Queries) -> Few:
    """Return the first publishers of sources, each as a link to the first of its sources."""
    by_publisher = grouped((str(queries.dataset.sources[name].published_by), name) for name in source_ids)
    links = [SiteLink(publisher, queries.href(names[0])) for publisher, names in by_publisher.items()]
    return Few(tuple(links[:_FEW]), len(links[_FEW:]))


def voice(speaker: Voice, queries: Queries) -> SiteLink:
    """Return a link to a speaker; its address is "" for someone whom the source only describes."""
    if speaker.described:
        return SiteLink(phrase.capital(speaker.described), "")
    return link(str(speaker.actor or speaker.source), queries)


def categories(queries: Queries) -> dict[str, str]:
    """Return the label of every category, by its id."""
    return {category.id: category.label for category in queries.dataset.topic.categories}
