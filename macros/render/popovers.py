"""Moves the popovers of a page out of their sentences to its end, and lists the headings of its finished HTML.

On paper popovers are numbered notes after the text.
"""

import re
from typing import NamedTuple

from markupsafe import Markup, escape
from selectolax.lexbor import LexborHTMLParser

from macros.model.words import one_line
from macros.render import render

POPOVER_START = '<span class="x-popover" '
"""The start of the tag of every popover; HTML without it has no popovers in its sentences."""
_POPOVER = re.compile(r'<(span)[^<>]*\sid="([^"]*)"[^<>]*\spopover(?=[\s>])[^<>]*>')
_HEADING = re.compile(r'<h2\b[^>]*\sid="([^"]+)"[^>]*>(.*?)</h2>', re.DOTALL)
_LEAST_HEADINGS = 2  # a page with fewer headings does not list them
NOT_READ = "[popover], .x-cite__mark, .headerlink, .footnote-ref, .footnote-backref"
"""What is not part of a sentence or a heading that it stands in."""
_CLOSED = re.compile(r"<details(?![^>]*\sopen\b)")


class Popover(NamedTuple):
    """A popover: its id, its start tag, and its inner HTML."""

    id: str
    start_tag: str
    inner_html: str


def extract(html: str) -> tuple[str, list[Popover]]:
    """Return HTML without the popovers in its sentences, and these popovers in order."""
    kept: list[str] = []
    popovers: list[Popover] = []
    at = 0
    while match := _POPOVER.search(html, at):
        kept.append(html[at : match.start()])
        at = _end_of_element(html, match[1], match.end())
        popovers.append(Popover(match[2], match[0], html[match.end() : at].removesuffix("</span>")))
    return "".join(kept) + html[at:], popovers


def _end_of_element(html: str, tag: str, start: int) -> int:
    """Return the index of the end of the element ``tag`` whose content starts at ``start``."""
    depth = 1
    for match in re.compile(rf"<(/?){tag}\b[^<>]*>").finditer(html, start):
        depth += -1 if match[1] else 1
        if depth == 0:
            return match.end()
    return len(html)


def section(popovers: list[Popover]) -> str:
    """Return the HTML of popovers for the end of a page; "" if there are none."""
    return str(render("notes", popovers=popovers)) if popovers else ""


def with_details_open(html: str) -> str:
    """Return HTML with every <details> open."""
    return _CLOSED.sub("<details open", html)


def words(html: str) -> str:
    """Return the words of a heading in HTML, without what they open and the marks of footnotes; 10 to the n as 10^n."""
    heading = LexborHTMLParser(extract(html)[0], is_fragment=True)  # links in a popover would end the link of a heading
    for needless in reversed(heading.css(NOT_READ)):  # what is inside of another one first
        needless.decompose()
    for raised in heading.css("sup"):
        if raised.text():
            raised.insert_before("^")
    return one_line(heading.text())


def headings(html: str) -> list[tuple[str, Markup]]:
    """Return the id and the words of each heading of the second level; [] if there are too few to list."""
    found = [(match[1], escape(words(match[2]))) for match in _HEADING.finditer(html)]
    return found if len(found) >= _LEAST_HEADINGS else []
