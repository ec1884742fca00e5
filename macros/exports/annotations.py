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
"""The motivation of an annotation, by the role of its passage."""
_Node = dict[str, Any]


def files(queries: Queries, folder: str) -> Iterator[tuple[str, _Node]]:
    """Yield the path of a file for each cited source, and its citations as a collection of annotations on one page."""
    root = queries.dataset.topic.address() or "../" * (folder.count("/") + 1)
    for source_id, citing in cited.by_source(queries).items():
        path = f"{folder}annotations/{source_id}.json"
        items = [_annotation(record_id, citation, root, queries) for record_id, citation in citing]
        first = {"id": f"{root}{path}#first", "type": "AnnotationPage", "startIndex": 0, "items": items}
        head: _Node = {"@context": _CONTEXT, "id": f"{root}{path}", "type": "AnnotationCollection"}
        head |= {"label": language.for_programs(words.name(source_id, queries)), "total": len(items)}
        yield path, head | {"first": first}


def _annotation(record_id: str, citation: Citation, root: str, queries: Queries) -> _Node:
    """Return a citation; its bodies are what the fact says, its page, and a description of the cited place."""
    cited_passage = passage(record_id, citation, queries)
    day = queries.dataset.sources[citation.source].accessed.text
    parts = (cited_passage.place, cited_passage.role, cited_passage.access, cited_passage.verification)
    description = "; ".join(filter(None, parts))
    bodies = [
        _text(words.name(record_id, queries)) | {"purpose": _MOTIVES[citation.role]},
        {"id": f"{root}{queries.href(record_id)}", "type": "Text"},
        _text(description) | {"purpose": "describing"},
    ]
    annotation: _Node = {
        "id": f"urn:uuid:{uuid5(NAMESPACE_URL, f'{record_id} {citation.proof(citation.locator)}')}",
        "type": "Annotation",
        "motivation": _MOTIVES[citation.role],
        "rights": licence_address(queries),
        "body": bodies,
        "target": _target(citation, root, queries),
    }
    is_whole_day = len(day) == len("2001-01-01")
    return annotation | ({"modified": f"{day}T00:00:00Z"} if is_whole_day else {})


def _text(value: str) -> _Node:
    return {"type": "TextualBody", "value": value, "format": "text/plain", "language": language.code()}


def _target(citation: Citation, root: str, queries: Queries) -> _Node:
    """Return the address of the cited place, or else of the page of its source, and the quoted words as a selector."""
    address = queries.dataset.sources[citation.source].address_at(citation.locator)
    quote = citation.quote
    target = {"source": str(address.url) if address else f"{root}{queries.href(citation.source)}"}
    if quote is None:
        return target
    words_of_quote = {"exact": quote.exact, "prefix": quote.prefix, "suffix": quote.suffix}
    selector = {"type": "TextQuoteSelector"} | {name: str(text) for name, text in words_of_quote.items() if text}
    return target | {"type": "SpecificResource", "selector": selector}
