"""Entries of citations as CSL-JSON: of a page, a fact or a chart of the site, and of the sources that it rests on."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any, NamedTuple

from macros import language, phrase
from macros.exports import records
from macros.language import gettext, gettext_noop
from macros.model import FACT_KINDS, Access, Docs, Name, PersonName, Source
from macros.model.addresses import address_of
from macros.model.dates import Edtf
from macros.model.docs import page_name
from macros.pages import instructions, titles
from macros.queries import Queries, grouped
from macros.views import contribute, support, words
from macros.views.cited import citations

Item = dict[str, Any]
_TYPES = {"trade press": "article-magazine", "judgment": "legal_case", "book": "book"}
"""Types of CSL for some kinds of source."""
_ROLES = {"press": "article-newspaper", "release": "webpage", "law": "legislation", "data": "dataset"}
"""Types of CSL for the roles of all other sources; any other role is a report."""
_WITHOUT_FACTS = frozenset(("notice", "data_files", "fields", "health"))
"""The macros that show no fact with its sources."""
_REPORTER = re.compile(r"(?:^|, )(?P<volume>\d+) (?P<reporter>[A-Z][\w. ]*?) (?P<page>\d[\d,]*)(?: \([^()]*\))?$")
"""The end of a citation of what a reporter prints: "82 Fed. Reg. 8793"."""
_NUMBER = re.compile(r"\bNo\. (?P<number>\S+?)(?=[,;]? |,?$)")
"""The number of an order or a docket in a citation: "No. 13,767"."""


class Pin(NamedTuple):
    """A published version that citations lead to; ``changed`` are the facts and pages that read otherwise there."""

    version: str
    day: str
    changed: frozenset[str]


class Cited(NamedTuple):
    """Something that can be cited; ``items`` are the site's own entry, then those of its sources.

    A page that shows a document has that as its source; any other hand-written page has none of its own.
    """

    id: str
    items: tuple[Item, ...]
    is_fact: bool


def cited(queries: Queries, docs: Docs, pin: Pin | None = None) -> Iterator[Cited]:
    """Yield all that can be cited: hand-written pages, under the names of their files, and records."""
    yield from _pages(queries, docs, pin)
    for record_id, kind in queries.kinds.items():
        if contribute.is_cited(record_id, queries):
            entry = own(record_id, _title(record_id, queries), queries.href(record_id), queries, pin)
            is_fact = kind in FACT_KINDS
            sources = _sources_of_fact(record_id, queries) if is_fact else _law_and_sources(record_id, queries)
            yield Cited(record_id, (entry, *sources), is_fact)


def _law_and_sources(record_id: str, queries: Queries) -> Iterator[Item]:
    """Yield the entry of a law, if the record is one, and those of its sources, of which one may be that law."""
    sources = [source(source_id, queries) for source_id in records.sources(record_id, queries)]
    for law in _law(record_id, queries):
        same = [one for one in sources if one.get("custom") == law["custom"]]
        sources = [one for one in sources if one not in same]
        of_text = same[0] if same else {}
        yield of_text | law | {"note": "; ".join(one["note"] for one in (law, of_text) if "note" in one)}
    yield from sources


def _law(record_id: str, queries: Queries) -> Iterator[Item]:
    """Yield the entry of a law as lawyers cite it, if the record is one.

    Its year is that of the edition in which the law was read: of the document that bears out most of it.
    """
    if law := queries.dataset.statutes.get(record_id):
        supporting = (str(one.source) for one in citations(record_id, queries) if one.role == "supports")
        read_in = Counter(filter(queries.dataset.is_document, supporting)).most_common(1)
        document = queries.dataset.sources[read_in[0][0]] if read_in else None
        entry: Item = {"id": f"law-{record_id}", "type": "legislation", "title": str(law.citation)}
        if document and document.citation and _is_whole(law.citation, document.citation):
            entry |= _authority(document.citation) | (_dated(document.issued) if document.issued else {})
        else:
            entry |= _authority(law.citation) | (_of_edition(document) if document else {})
        is_law = law.status != "not in force"
        note = gettext("as in force on %(day)s", day=phrase.law_of(law))
        yield entry | {"note": note if is_law else gettext("not in force on %(day)s", day=law.as_of)}


def _of_edition(document: Source) -> Item:
    """Return the year of a document as CSL-JSON has it, or its date in words; nothing if it has none."""
    entry = _dated(document.issued) if document.issued else {}
    days = entry.get("issued", {}).get("date-parts", ())
    return {"issued": {"date-parts": [day[:1] for day in days]}} if days else entry


def _is_whole(law: str, document: str) -> bool:
    """Whether the citation of a document has all numbers of that of a law, so that the law is no part of it.

    Commas within numbers do not count. A law without numbers may be a part: "U.S. Const., Fourth Amendment".
    """
    of_law, of_document = (set(re.findall(r"\d+", citation.replace(",", ""))) for citation in (law, document))
    return bool(of_law) and of_law <= of_document


def _authority(citation: str) -> Item:
    """Return a citation of a legal authority as CSL-JSON has it: whole, as a field of ours, and what it names in parts.

    These are the number of an order or a docket, and volume, reporter and page.
    """
    entry: Item = {"custom": {"citation": str(citation)}}
    if number := _NUMBER.search(citation):
        entry["number"] = number["number"]
    if found := _REPORTER.search(citation):
        entry |= {"volume": found["volume"], "container-title": found["reporter"], "page": found["page"]}
    return entry


def _sources_of_fact(record_id: str, queries: Queries) -> Iterator[Item]:
    """Yield the entries of the sources of a fact, with its places in each and how it is known from there."""
    outcome = gettext("searched, nothing found") if support.is_searched(record_id, queries) else ""
    accesses = support.access_by_source(record_id, queries)
    if not accesses:  # a gap without citations; those of its series say where a number was looked for
        accesses = support.access_by_source(queries.owner(record_id), queries)
    cited = queries.citations(record_id) or queries.citations(queries.owner(record_id))
    places = grouped((str(one.source), one.locator) for one in cited)
    for source_id, access in accesses.items():
        yield source(source_id, queries, access, outcome, tuple(dict.fromkeys(places[source_id])))


def _title(record_id: str, queries: Queries) -> str:
    """Return the title of the entry of a record: what it says, or the title of a source."""
    if record := queries.dataset.sources.get(record_id):
        return gettext("Source: %(title)s", title=record.title)
    return contribute.in_words(record_id, queries)


def _pages(queries: Queries, docs: Docs, pin: Pin | None) -> Iterator[Cited]:
    for path, page in docs.pages.items():
        title = "" if path == "index.md" else titles.title(path, page, queries)
        entry = own(page_name(path), title, address_of(path), queries, pin)
        documents = [name for name, page_at in queries.documents.items() if page_at == address_of(path)]
        if not documents and {one.macro for one in instructions.calls(page.text)} - _WITHOUT_FACTS:
            many = gettext("rests on many sources, each named beside its fact")
            entry["note"] = "; ".join(filter(None, (entry.get("note"), many)))
        yield Cited(page_name(path), (entry, *(source(name, queries) for name in documents)), is_fact=False)


def own(name: str, title: str, href: str, queries: Queries, pin: Pin | None = None) -> Item:
    """Return the site's own entry of a page or a fact; without an address of the site, its note has the path.

    The entry of a page or fact that has not changed since a published version leads to that version, and its note has
    the present address.
    """
    topic = queries.dataset.topic
    authors = topic.editors or ((topic.title,) if title else ())
    entry: Item = {"id": name, "type": "webpage", "title": title or str(topic.title)}
    entry |= {"author": [*map(_name, authors)]} if authors else {}
    if title and topic.editors:
        entry["container-title"] = str(topic.title)
    entry |= _dated(topic.checked)
    if not topic.site_url:
        return entry | {"note": gettext("In this site: %(path)s", path=href)}
    present = topic.address(href)
    if pin is None or name in pin.changed:
        return entry | {"URL": present}
    note = gettext("Version of %(day)s; today: %(address)s", day=pin.day, address=present)
    return entry | {"URL": topic.address(href, pin.version), "note": note}


def source(
    source_id: str, queries: Queries, access: Access | None = None, outcome: str = "", places: tuple[str, ...] = ()
) -> Item:
    """Return the entry of an original source.

    Its note says how the source is known: by ``access``, that of a fact that cites it, or else as a whole; before that
    stand ``outcome`` and the cited ``places``. The address is that of the source, or of the only copy that holds the
    places, with the day on which it was opened; or else that of its page here, which lists its copies. An article that
    names no author has none, nor has a judgment; what else names none has its publisher for one.
    """
    record = queries.dataset.sources[source_id]
    kind = _type(source_id, queries)
    entry: Item = {"id": f"source-{source_id}", "type": kind, "title": str(record.title)}
    unsigned = () if kind.startswith(("article", "legal_case")) else (record.publisher,)
    if authors := record.authors or unsigned:
        entry["author"] = [*map(_name, authors)]
    entry["container-title" if kind.startswith("article") else "publisher"] = str(record.publisher)
    entry |= {"authority": str(record.publisher)} if kind == "legal_case" else {}
    entry |= _authority(record.citation) if record.citation else {}
    entry |= _dated(record.issued) if record.issued else {}
    notes = [outcome] if outcome else []
    if places:
        notes.append(gettext("at %(places)s", places=language.listed(map(words.locator, places))))
    if (access or record.access) != "read":
        notes.append(words.access(access or record.access))
    if record.basis and record.basis.kind == "inferred":
        notes.append(gettext("date inferred"))
    entry |= _address(source_id, places, queries)
    notes += [note] if (note := entry.pop("note", "")) else []
    return entry | {"note": "; ".join(notes)} if notes else entry


def _type(source_id: str, queries: Queries) -> str:
    """Return the type of CSL of a source; what lawyers cite in a form of their own is a law unless it is a judgment."""
    record = queries.dataset.sources[source_id]
    by_role = "legislation" if record.citation else _ROLES.get(queries.dataset.role(source_id), "report")
    return _TYPES.get(record.kind) or by_role


def _name(name: Name) -> Item:
    """Return a name as CSL-JSON has it: that of a person in its parts, any other as it is."""
    if isinstance(name, PersonName):
        return {"family": str(name.family), "given": str(name.given)}
    return {"literal": str(name)}


def _address(source_id: str, places: tuple[str, ...], queries: Queries) -> Item:
    """Return the fields of an entry that lead to the cited places of a source, or else to its page here."""
    record = queries.dataset.sources[source_id]
    links = {record.address_at(place) for place in places or ("",)}
    if len(links) == 1 and (link := links.pop()):
        return {"URL": str(link.url)} | (_dated(record.accessed, "accessed") if link.opened else {})
    href = queries.href(source_id)
    address = queries.dataset.topic.address(href)
    listed = gettext_noop("copies: %(path)s") if record.copies else gettext_noop("In this site: %(path)s")
    return {"note": gettext(listed, path=address or href)} | ({"URL": address} if address else {})


def _dated(day: Edtf, name: str = "issued") -> Item:
    """Return a date as CSL-JSON has it: an exact year, month or day of our era as numbers, any other in words."""
    point = day.begin
    if day.is_iso and point == day.end and point and point.year > 0:
        return {name: {"date-parts": [[part for part in (point.year, point.month, point.day) if part]]}}
    return {name: {"literal": str(day)}}
