"""Moves the popovers of a page out of their sentences to its end, and lists the headings of its finished HTML.

On paper popovers are numbered notes after the text.
"""

import re
from typing import NamedTuple

from markupsafe import Markup, escape

from macros.render import render

MARK = '<span class="x-popover" '
"""What HTML holds that has popovers in its sentences."""
_POPOVER = re.compile(r'<(span)[^<>]*\sid="([^"]*)"[^<>]*\spopover(?=[\s>])[^<>]*>')
_HEADING = re.compile(r'<h2\b[^>]*\sid="([^"]+)"[^>]*>(.*?)</h2>', re.DOTALL)
_FEWEST = 2
"""How many headings a page has at least that lists them."""
_CLOSED = re.compile(r"<details(?![^>]*\sopen\b)")


class Opened(NamedTuple):
    """A popover: its id, its start tag, and its inner HTML."""

    id: str
    start: str
    inside: str


def taken(html: str) -> tuple[str, list[Opened]]:
    """Return HTML without the popovers in its sentences, and these popovers in order."""
    kept: list[str] = []
    found: list[Opened] = []
    at = 0
    while match := _POPOVER.search(html, at):
        kept.append(html[at : match.start()])
        at = end(html, match[1], match.end())
        found.append(Opened(match[2], match[0], html[match.end() : at].removesuffix("</span>")))
    return "".join(kept) + html[at:], found


def end(html: str, tag: str, start: int) -> int:
    """Return the index of the end of the element ``tag`` whose content starts at ``start``."""
    depth = 1
    for match in re.compile(rf"<(/?){tag}\b[^<>]*>").finditer(html, start):
        depth += -1 if match[1] else 1
        if depth == 0:
            return match.end()
    return len(html)


def section(opened: list[Opened]) -> str:
    """Return the HTML of all popovers for the end of a page; "" if there are none."""
    return str(render("notes", opened=opened)) if opened else ""


def unfolded(html: str) -> str:
    """Return HTML with every <details> open."""
    return _CLOSED.sub("<details open", html)


def headings(html: str) -> list[tuple[str, Markup]]:
    """Return the id and the words of each heading of the second level; nothing where there are too few to list."""
    found = [(match[1], escape(Markup(taken(match[2])[0]).striptags())) for match in _HEADING.finditer(html)]  # noqa: S704 - read only
    return found if len(found) >= _FEWEST else []
