"""What a page holds, in the words of schema.org, as JSON-LD: the page itself, and each record whose home it is."""

from collections.abc import Mapping
from itertools import chain
from typing import NamedTuple

from macros.exports import jsontext
from macros.exports.described import Kinds, Node, download
from macros.exports.package import licence_address
from macros.language import gettext
from macros.model import Correction
from macros.queries import Queries, derived_once, grouped


class About(NamedTuple):
    """A page: its path in the docs folder, its address in the site, its title and its description."""

    source: str
    address: str
    title: str
    description: str


def of_page(page: About, queries: Queries, version: str = "") -> str:
    """Return the JSON-LD of a page, safe inside a script element.

    ``version`` is the name of the published version in which the page reads the same, if there is one.
    """
    topic = queries.dataset.topic
    site = topic.address() or "../" * page.address.count("/")
    kinds = Kinds(site, queries)
    shown = (node for name in _homes(queries).get(page.address, ()) for node in kinds.nodes(name))
    kept = {"archivedAt": topic.address(page.address, version)} if version and topic.site_url else {}
    nodes = chain([_page(page, site, queries) | kept], shown)
    graph = ",".join(_safe(jsontext.dumps(node)) for node in nodes)
    return f'{{"@context":"https://schema.org","@graph":[{graph}]}}'


def _safe(text: str) -> str:
    """Return JSON that holds no sign which could end the element around it."""
    return text.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e")


@derived_once
def _homes(queries: Queries) -> Mapping[str, tuple[str, ...]]:
    """Return the ids of the records that are shown on each page, by its address."""
    return grouped((queries.href(name).partition("#")[0], name) for name in queries.entities)


def _page(page: About, site: str, queries: Queries) -> Node:
    topic, is_home = queries.dataset.topic, page.address == "index.html"
    here = _homes(queries).get(page.address, ())
    changed = [c for c in queries.dataset.corrections.values() if str(c.entity) in here]
    found: Node = {
        "@type": "Article",
        "@id": f"{site}{page.address}",
        "headline": str(topic.title) if is_home else page.title,
        "description": page.description,
        "dateModified": topic.checked.text,
        "license": licence_address(queries),
        "author": [{"@type": "Person", "name": str(name)} for name in topic.editors],
        "correction": [_correction(one) for one in changed],
        "isPartOf": {"@type": "WebSite", "name": str(topic.title), "url": f"{site}index.html"},
    }
    if is_home:
        files = [download(f"{site}data/v1/all.zip", "application/zip")]
        found["mainEntity"] = {"@type": "Dataset", "name": str(topic.title), "description": str(topic.summary)} | {
            "license": found["license"],
            "distribution": files,
        }
    return {name: value for name, value in found.items() if value}


def _correction(record: Correction) -> Node:
    values = {"was": record.was, "now": record.now, "why": record.reason}
    text = gettext("Was: %(was)s Now: %(now)s Why: %(why)s", **values)
    return {"@type": "CorrectionComment", "text": text, "datePublished": record.date.text}
