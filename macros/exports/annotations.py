"""The citations of each source as Web Annotations (W3C): a quoted passage, and the facts that rest on it."""

from collections.abc import Iterator
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from macros import language
from macros.exports.package import licence_address
from macros.model import Citation
from macros.queries import Queries
from macros.views import cited, words
from macros.views.evidence import passage

_CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_MOTIVES = {"supports": "linking", "discusses": "linking", "disputes": "questioning", "searched": "linking"}
"""What a passage does to a fact, as a motivation of the model; its own word stands in the body."""
_Node = dict[str, Any]


def files(queries: Queries, folder: str) -> Iterator[tuple[str, _Node]]:
    """Yield the path of a file for each source that facts cite, and its citations as a collection of one page."""
    root = queries.dataset.topic.address() or "../" * (folder.count("/") + 1)
    for source_id, citing in cited.by_source(queries).items():
        path = f"{folder}annotations/{source_id}.json"
        items = [_annotation(record_id, citation, root, queries) for record_id, citation in citing]
        first = {"id": f"{root}{path}#first", "type": "AnnotationPage", "startIndex": 0, "items": items}
        head: _Node = {"@context": _CONTEXT, "id": f"{root}{path}", "type": "AnnotationCollection"}
        head |= {"label": language.for_programs(words.name(source_id, queries)), "total": len(items)}
        yield path, head | {"first": first}


def _annotation(record_id: str, citation: Citation, root: str, queries: Queries) -> _Node:
    """Return a citation; its bodies are what the fact says, its page, and what was found at the place."""
    shown = passage(record_id, citation, queries)
    day = queries.dataset.sources[citation.source].accessed.text
    told = "; ".join(filter(None, (shown.place, shown.role, shown.access, shown.verification)))
    bodies = [
        _text(words.name(record_id, queries), str(queries.dataset.topic.language))
        | {"purpose": _MOTIVES[citation.role]},
        {"id": f"{root}{queries.href(record_id)}", "type": "Text"},
        _text(told, "en") | {"purpose": "describing"},
    ]
    found: _Node = {
        "id": f"urn:uuid:{uuid5(NAMESPACE_URL, f'{record_id} {citation.proof(citation.locator)}')}",
        "type": "Annotation",
        "motivation": _MOTIVES[citation.role],
        "rights": licence_address(queries),
        "body": bodies,
        "target": _target(citation, root, queries),
    }
    return found | ({"modified": f"{day}T00:00:00Z"} if len(day) == len("2001-01-01") else {})


def _text(value: str, language: str) -> _Node:
    return {"type": "TextualBody", "value": value, "format": "text/plain", "language": language}


def _target(citation: Citation, root: str, queries: Queries) -> _Node:
    """Return the source by its link, or without one by its page, and the quoted words as a selector."""
    source, quote = queries.dataset.sources[citation.source], citation.quote
    where = {"source": str(source.link.url) if source.link else f"{root}{queries.href(citation.source)}"}
    if quote is None:
        return where
    told = {"exact": quote.exact, "prefix": quote.prefix, "suffix": quote.suffix}
    selector = {"type": "TextQuoteSelector"} | {name: str(text) for name, text in told.items() if text}
    return where | {"type": "SpecificResource", "selector": selector}
