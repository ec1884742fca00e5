"""What every template of a page knows: the way to the root of the site, mentions, and what belongs to an id."""

from collections.abc import Callable
from typing import Any

from macros.queries import Queries
from macros.render.mentions import Segment
from macros.views import documents, evidence, words


def uncut(text: str, *_: str) -> tuple[Segment, ...]:
    """Return a text in one piece: where there is no room for definitions, nothing in it is a mention."""
    return (Segment(text),)


def context(queries: Queries, root: str, mentions: Callable[..., tuple[Segment, ...]] = uncut) -> dict[str, Any]:
    """Return what a template knows, by name; a function takes an id of the data, or several."""
    found = {"root": root, "mentions": mentions, "how_known": words.access, "place_of": words.locator}
    by_id: dict[str, Callable[..., Any]] = {
        "cited": evidence.cited,
        "document_of": documents.page,
        "evidence_of": evidence.evidence,
        "hue_of": words.hue,
        "link_to": words.link,
        "interest_of": words.interest,
        "kind_of": words.source_kind,
        "links_to": words.links,
        "passages_of": evidence.passages,
    }
    found |= {"address_of": queries.href, "source_of": queries.dataset.sources.get}
    return found | {name: _bound(look_up, queries) for name, look_up in by_id.items()}


def _bound(look_up: Callable[..., Any], queries: Queries) -> Callable[..., Any]:
    return lambda *asked, **options: look_up(*asked, queries, **options)


def path_to_root(page_url: str) -> str:
    """Return the path from a page to the root of the site: "../" for a page in a folder."""
    return "../" * page_url.count("/")
