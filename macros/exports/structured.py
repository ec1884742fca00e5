"""The content of a page in the words of schema.org, as JSON-LD: the page itself, and each record that it shows."""

from collections.abc import Mapping
from itertools import chain
from typing import NamedTuple

from macros import language
from macros.exports import jsontext, records
from macros.exports.described import Kinds, Node, creator, download
from macros.exports.package import licence_address
from macros.model import Correction
from macros.queries import Queries, derived_once, grouped
from macros.views.evidence import was_now_why


class About(NamedTuple):
    """A page: its path in the docs folder, its address in the site, its title and its description.

    ``language`` is its language where that is not the language of its site.
    """

    source: str
    address: str
    title: str
    description: str
    language: str = ""


def of_page(page: About, queries: Queries, version: str = "") -> str:
    """Return the JSON-LD of a page, safe inside a script element.

    ``version`` is the name of the published version in which the page reads the same, "" if there is none.
    """
    topic = queries.dataset.topic
    site = topic.address() or "../" * page.address.count("/")
    kinds = Kinds(site, queries)
    shown = (node for record_id in _records_on(page, queries) for node in kinds.nodes(record_id))
    archived = {"archivedAt": topic.address(page.address, version)} if version and topic.site_url else {}
    documents = [kinds.document(name) for name, address in queries.documents.items() if address == page.address]
    based = {"isBasedOn": documents} if documents else {}
    own = (name for name in _records_on(page, queries) if queries.has_page(name))
    cited = dict.fromkeys(source for name in own for source in records.sources(name, queries))
    citation = {"citation": [*map(kinds.document, cited)]} if cited else {}
    nodes = chain([_page(page, site, queries) | based | citation | archived], shown)
    graph = ",".join(_safe(jsontext.dumps(node)) for node in nodes)
    return f'{{"@context":"https://schema.org","@graph":[{graph}]}}'


def _safe(text: str) -> str:
    """Return JSON without the characters that could end the script element around it."""
    return text.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e")


def _records_on(page: About, queries: Queries) -> tuple[str, ...]:
    """Return the ids of the records that a page shows."""
    return _records_by_page(queries).get(page.address, ())


@derived_once
def _records_by_page(queries: Queries) -> Mapping[str, tuple[str, ...]]:
    """Return the ids of the records that each page shows, by its address."""
    return grouped((queries.href(record_id).partition("#")[0], record_id) for record_id in queries.entities)


def _page(page: About, site: str, queries: Queries) -> Node:
    topic = queries.dataset.topic
    is_home = page.address == "index.html"
    record_ids = _records_on(page, queries)
    corrections = [one for one in queries.dataset.corrections.values() if str(one.entity) in record_ids]
    node: Node = {
        "@type": "Article",
        "@id": f"{site}{page.address}",
        "headline": str(topic.title) if is_home else page.title,
        "description": page.description,
        "inLanguage": page.language or language.code(),
        "dateModified": topic.checked.text,
        "license": licence_address(queries),
        "author": [*map(creator, topic.editors)],
        "publisher": creator(topic.title),
        "correction": [_correction(one) for one in corrections],
        "isPartOf": {"@type": "WebSite", "name": str(topic.title), "url": f"{site}index.html"},
    }
    node |= {"mainEntity": _data(site, queries)} if is_home else {}
    return {name: value for name, value in node.items() if value}


def _data(site: str, queries: Queries) -> Node:
    """Return all data of the site, as one file."""
    topic = queries.dataset.topic
    return {
        "@type": "Dataset",
        "name": str(topic.title),
        "description": str(topic.summary),
        "license": licence_address(queries),
        "distribution": [download(f"{site}data/v1/all.zip", "application/zip")],
    }


def _correction(record: Correction) -> Node:
    return {"@type": "CorrectionComment", "text": " ".join(was_now_why(record)), "datePublished": record.date.text}
