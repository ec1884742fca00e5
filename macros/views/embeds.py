"""What other sites can show in a frame: a chart, a number, a question, the timeline, each with its evidence."""

from dataclasses import dataclass

from macros import phrase
from macros.language import gettext
from macros.queries import Queries
from macros.views import contribute

TIMELINE = "timeline/index"
"""The name of the embedded timeline, which is no id."""
_HEIGHTS = {"chart": 720, "observation": 320, "question": 560, "": 640}
"""How high a frame is in pixels, by kind; what is higher scrolls in it."""


@dataclass(frozen=True)
class Embed:
    """A page for a frame: its path in the site, where it leads back to, and what to write in another page for it."""

    path: str
    title: str
    href: str
    address: str
    height: int


def embed(name: str, queries: Queries) -> Embed:
    """Return the embed of a record, or of the timeline."""
    topic, kind = queries.dataset.topic, queries.kinds.get(name, "")
    path = f"embed/{name}.html"
    href = queries.href(name) if kind else queries.home("timeline")
    said = contribute.said(name, queries) if kind else gettext("Timeline")
    return Embed(path, f"{phrase.capital(said)} – {topic.title}", href, topic.address(path) or path, _HEIGHTS[kind])


def embeds(queries: Queries) -> tuple[str, ...]:
    """Return the names of all that can be embedded."""
    names = tuple(name for name, kind in queries.kinds.items() if kind in contribute.EMBEDDED)
    has_timeline = queries.home("timeline") and queries.dataset.events
    return (*names, TIMELINE) if has_timeline else names


def of_page(address: str, queries: Queries) -> str:
    """Return the path of the embed of what a page is about, a question or the timeline; "" if there is none."""
    if address == queries.home("timeline"):
        return f"embed/{TIMELINE}.html"
    name = address.rpartition("/")[2].removesuffix(".html")
    return f"embed/{name}.html" if queries.kinds.get(name) == "question" and queries.href(name) == address else ""
