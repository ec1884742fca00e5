"""What every template of a page knows: the way to the root of the site, mentions, and what belongs to an id."""

from collections.abc import Callable
from typing import Any

from macros import phrase
from macros.queries import Queries
from macros.render import macros
from macros.render.mentions import Segment
from macros.views import contribute, documents, evidence, words

_LOOK_UPS: dict[str, Callable[..., Any]] = {
    "cited": evidence.cited,
    "in_words": contribute.in_words,
    "document_of": documents.page,
    "evidence_of": evidence.evidence,
    "hue_of": words.hue,
    "interest_of": words.interest,
    "kind_of": words.source_kind,
    "link_to": words.link,
    "links_to": words.links,
    "passages_of": evidence.passages,
    "voice_of": words.voice,
}
"""What templates know by id."""
_SHARED = ("parts", "links", "evidence", "facts", "sparkline")
"""The templates whose macros every page has under the name of the template; each knows those before it."""


def in_one_piece(text: str, *_: str) -> tuple[Segment, ...]:
    """Return a text in one piece: where there is no room for definitions, nothing in it is a mention."""
    return (Segment(text),)


def context(queries: Queries, root: str, mentions: Callable[..., tuple[Segment, ...]] = in_one_piece) -> dict[str, Any]:
    """Return what a template knows, by name; a function takes an id of the data, or several."""
    known: dict[str, Any] = {name: _bound(look_up, queries) for name, look_up in _LOOK_UPS.items()} | {
        "address_of": queries.href,
        "how_known": words.access,
        "mentions": mentions,
        "number_of": queries.dataset.observations.get,
        "phrase": phrase,
        "place_of": words.locator,
        "root": root,
        "source_of": queries.dataset.sources.get,
    }
    for template in _SHARED:
        known[template] = macros(template, known)
    return known


def _bound(look_up: Callable[..., Any], queries: Queries) -> Callable[..., Any]:
    return lambda *asked, **options: look_up(*asked, queries, **options)


def path_to_root(page_url: str) -> str:
    """Return the path from a page to the root of the site: "../" for a page in a folder."""
    return "../" * page_url.count("/")
