"""The names that every template of a page can use: the path to the root of the site, mentions, and look-ups by id."""

from collections.abc import Callable
from typing import Any

from macros import phrase
from macros.notation.designations import unbroken
from macros.queries import Queries
from macros.render import macros
from macros.render.mentions import Segment
from macros.views import citemarks, contribute, documents, evidence, words

_LOOK_UPS: dict[str, Callable[..., Any]] = {
    "cite_mark_of": citemarks.cite_mark,
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
"""Functions of the views that templates call with one id or several."""
_SHARED = ("parts", "links", "evidence", "facts", "sparkline")
"""The templates whose macros every page can use, under the name of the template; each can use those before it."""


def without_mentions(text: str, *_: str) -> tuple[Segment, ...]:
    """Return a text as one segment, for pages that have no room for definitions."""
    return (Segment(text),)


def context(
    queries: Queries, root: str, mentions: Callable[..., tuple[Segment, ...]] = without_mentions
) -> dict[str, Any]:
    """Return the names that a template can use; ``mentions`` cuts prose into segments."""
    names: dict[str, Any] = {name: _bound(look_up, queries) for name, look_up in _LOOK_UPS.items()} | {
        "address_of": queries.href,
        "how_known": words.access,
        "mentions": mentions,
        "number_of": queries.dataset.observations.get,
        "phrase": phrase,
        "place_of": words.locator,
        "root": root,
        "source_of": queries.dataset.sources.get,
        "unbroken": unbroken,
    }
    for template in _SHARED:
        names[template] = macros(template, names)
    return names


def _bound(look_up: Callable[..., Any], queries: Queries) -> Callable[..., Any]:
    """Return a look-up that needs no ``queries``."""
    return lambda *ids, **options: look_up(*ids, queries, **options)


def path_to_root(page_url: str) -> str:
    """Return the path from a page to the root of the site: "../" for a page in a folder."""
    return "../" * page_url.count("/")
