"""Finds links and images of hand-written pages that lead to no page, file or anchor."""

import posixpath
import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from html import unescape
from urllib.parse import unquote, urlsplit

from selectolax.lexbor import LexborHTMLParser

from macros.model import Docs
from macros.model.addresses import LINKING, address_of, linked, page_at
from macros.model.docs import CALLS
from macros.model.words import blank
from macros.pages import homes, instructions, markup, settings
from macros.pages.literal import without_code
from macros.problems import Mistake, Problem, did_you_mean, line_at
from macros.queries import Queries
from macros.render.calls import INLINE, Macros
from macros.render.tokens import unwrap

_ANCHOR = re.compile(r'\bid="([^"]+)"')
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_BEFORE = rf"""(?:\]\(\s*<?|^[ >]*\[[^\]\n]+\]:\s*<?|\b(?:{"|".join(LINKING)})=["']?(?:[^"'<>]*[\s,])?|<)"""
"""What stands before the address of a link or a picture, in Markdown and in HTML."""
_LEFT_OUT = "take the link out, until the topic has some of what that page lists"


def dead(docs: Docs, queries: Queries) -> Iterator[Problem]:
    """Yield a problem for each link of a page or of topic.yml to a page, a file or an anchor that is not there.

    The pages are right. They are linked to by their source, such as ``law.md``: MkDocs writes the address in the site.
    """
    shown = homes.shown(docs, queries).pages
    made = (page_at(queries.href(name)) for name in queries.with_page)
    known = {*shown, *docs.files, *made}

    def look(address: str, path: str) -> Mistake | None:
        """Return the mistake in a link of a page that leads nowhere, or None."""
        link = urlsplit(address)
        joined = posixpath.join(posixpath.dirname(path), unquote(link.path))
        target = posixpath.normpath(joined) if link.path else path
        if target not in known:
            return _to_no_page(address, target, is_left_out=target in docs.pages, known=known)
        if link.fragment and target in shown:
            return _to_no_anchor(address, target, _anchors(target, shown[target].text, queries))
        return None

    for path, page in shown.items():
        for address in _addresses(_read(page.text)):
            if mistake := look(address, path):
                yield Problem(f"docs/{path}", line_of(page.text, address) or 1, "link", *mistake)
    place = queries.dataset.topic.mistakes
    if place and (mistake := look(place, "")):
        yield queries.dataset.problem(("mistakes",), *mistake)


def line_of(text: str, address: str) -> int:
    """Return the line of the first link or picture with an address in the source of a page; 0 if it has none.

    The address may be as it is on the page, where that of a page ends in .html.
    """
    source = _ESCAPE.sub(r"\1", unescape(blank(without_code(text), [CALLS, _COMMENT])))
    page, sign, anchor = address.strip().partition("#")
    other = rf"""[^\s()<>"']*{re.escape(sign + unquote(anchor))}""" if anchor else re.escape(page_at(page))
    for wanted in (re.escape(address.strip()), other):
        if match := re.search(rf"""{_BEFORE}({wanted})(?=[\s)>"',]|$)""", source, re.MULTILINE):
            return line_at(source, match.start(1))
    return 0


@lru_cache(256)  # a preview checks every page again after each change of one
def _read(text: str) -> LexborHTMLParser:
    return LexborHTMLParser(settings.markdown().reset().convert(text))


def _to_no_page(address: str, target: str, *, is_left_out: bool, known: Iterable[str]) -> Mistake:
    """Return the mistake in a link to a page or a file that is not there, or that is left out."""
    place = target if target.startswith("/") else f"docs/{target}"
    why, remedy = ("left out", _LEFT_OUT) if is_left_out else ("not there", did_you_mean(target, known))
    return Mistake(f'"{address}" leads to {place}, which is {why}', "dead-link", remedy)


def _to_no_anchor(address: str, target: str, anchors: Iterator[str]) -> Mistake | None:
    """Return the mistake in a link to an anchor that its page does not have, or None."""
    anchor, passed = unquote(urlsplit(address).fragment), dict[str, None]()
    for one in anchors:
        if one == anchor:
            return None
        passed[one] = None
    return Mistake(f'"{address}" leads to no anchor of docs/{target}', "dead-link", did_you_mean(anchor, passed))


def _anchors(path: str, text: str, queries: Queries) -> Iterator[str]:
    """Yield the anchors of a page: those in its text, then of records of which it is the home, then of its macros."""
    ids = (node.attributes["id"] or "" for node in _read(text).css("[id]"))
    yield from (one for one in ids if not one.startswith(markup.TAB))
    url = address_of(path)
    yield from (name for name in queries.entities if queries.href(name) == f"{url}#{name}")
    macros = Macros(queries, lambda: url)
    for call in instructions.calls(text):
        if call.macro == "chart":
            yield from map(str, call.values)
        elif call.macro not in INLINE:
            yield from _ANCHOR.findall(unwrap(getattr(macros, call.macro)(*call.values, **call.options)))


def _addresses(page: LexborHTMLParser) -> list[str]:
    """Return the addresses in the site that a page links to or shows, each once."""
    nodes = page.css(", ".join(f"[{name}]" for name in LINKING))
    found = dict.fromkeys(one for node in nodes for one in linked(node.attributes))
    return [one for one in found if not any(urlsplit(one)[:2])]
