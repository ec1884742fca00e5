"""What is cited, as CSL-JSON: a page, a fact or a chart of the site, and the sources that it rests on."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from macros.checks import titles
from macros.exports import records
from macros.language import gettext
from macros.model import FACT_KINDS, Access, Docs
from macros.model.addresses import address_of
from macros.model.dates import Edtf
from macros.model.docs import page_name
from macros.queries import Queries
from macros.views import contribute, support, words

Item = dict[str, Any]
_TYPES = {"trade press": "article-magazine", "judgment": "legal_case", "book": "book"}
_ROLES = {"press": "article-newspaper", "release": "webpage", "law": "legislation", "data": "dataset"}
"""Types of CSL for kinds of source, and for what sources of other kinds are to the facts; any other is a report."""


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
            mine = own(record_id, _said(record_id, queries), queries.href(record_id), queries, pin)
            is_fact = kind in FACT_KINDS
            if is_fact:
                outcome = gettext("searched, nothing found") if support.is_searched(record_id, queries) else ""
                known = support.known(record_id, queries) or support.known(queries.owner(record_id), queries)  # a gap
                items = (source(name, queries, access, outcome) for name, access in known.items())
            else:
                items = (source(name, queries) for name in records.sources(record_id, queries))
            yield Cited(record_id, (mine, *items), is_fact)


def _said(record_id: str, queries: Queries) -> str:
    """Return what a record says, or the title of a source."""
    if record := queries.dataset.sources.get(record_id):
        return gettext("Source: %(title)s", title=record.title)
    return contribute.said(record_id, queries)


def _pages(queries: Queries, docs: Docs, pin: Pin | None) -> Iterator[Cited]:
    for path, page in docs.pages.items():
        title = "" if path == "index.md" else titles.title(path, page, queries)
        item = own(page_name(path), title, address_of(path), queries, pin)
        shown = (source(name, queries) for name, at in queries.documents.items() if at == address_of(path))
        yield Cited(page_name(path), (item, *shown), is_fact=False)


def own(name: str, title: str, href: str, queries: Queries, pin: Pin | None = None) -> Item:
    """Return the entry of a page or a fact of the site; without an address of the site, its note has the path.

    What reads the same in a published version leads there, and its note has the address of today.
    """
    topic = queries.dataset.topic
    editors = [{"literal": str(editor)} for editor in topic.editors] or [{"literal": str(topic.title)}]
    found: Item = {"id": name, "type": "webpage", "title": title or str(topic.title), "author": editors}
    if title and topic.editors:
        found["container-title"] = str(topic.title)
    found |= _dated(topic.checked)
    if not topic.site_url:
        return found | {"note": href}
    today = topic.address(href)
    if pin is None or name in pin.changed:
        return found | {"URL": today}
    note = gettext("Version of %(day)s; today: %(address)s", day=pin.day, address=today)
    return found | {"URL": topic.address(href, pin.version), "note": note}


def source(source_id: str, queries: Queries, access: Access | None = None, outcome: str = "") -> Item:
    """Return the entry of an original source, with how it is known: as it is as a whole, or as a fact cites it.

    ``outcome`` are words for what was found in it, if nothing was.
    The address is that of the source, or of its only copy, with the day if it was opened then; one of several copies
    may hold another part than what is cited.
    """
    record = queries.dataset.sources[source_id]
    kind = _TYPES.get(record.kind) or _ROLES.get(queries.dataset.role(source_id), "report")
    found: Item = {"id": f"source-{source_id}", "type": kind, "title": str(record.title)}
    found["author"] = [{"literal": str(name)} for name in record.authors or (record.publisher,)]
    found["container-title" if kind.startswith("article") else "publisher"] = str(record.publisher)
    if record.issued:
        found |= _dated(record.issued)
    if link := record.link or (record.copies[0] if len(record.copies) == 1 else None):
        found |= {"URL": str(link.url)} | (_dated(record.accessed, "accessed") if link.opened else {})
    notes = [outcome] if outcome else []
    if (access or record.access) != "read":
        notes.append(words.access(access or record.access))
    if record.basis and record.basis.kind == "inferred":
        notes.append(gettext("date inferred"))
    return found | {"note": "; ".join(notes)} if notes else found


def _dated(day: Edtf, name: str = "issued") -> Item:
    """Return a date: in numbers a year, a month or a day of our era that is known for sure, any other in words."""
    point = day.begin
    if day.is_iso and point == day.end and point and point.year > 0:
        return {name: {"date-parts": [[part for part in (point.year, point.month, point.day) if part]]}}
    return {name: {"literal": str(day)}}
