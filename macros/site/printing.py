"""Joins the pages of the navigation and of questions to one document: unique ids, links within it, numbered notes."""

import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from markupsafe import Markup
from selectolax.lexbor import LexborHTMLParser, LexborNode

from macros.language import gettext
from macros.model import Line, PageHead, Sentence
from macros.model.addresses import LINKING, PICTURE, address_of, page_at
from macros.queries import Queries
from macros.render import popovers, render, tokens, wrapped
from macros.render.jinja import SECRET
from macros.views.law import glossary
from macros.views.people import people
from macros.views.questions import matrix

PATH = "print.md"
"""The path of the document, relative to the docs folder."""

_PIECE = 100_000
"""About how many characters are changed at a time."""
_SIGN = f"x{SECRET}"
_CUT = f'<template class="{_SIGN}"></template>'
"""Stands at both ends of a piece; no page can forge it."""
_IDS = ("id", "for", "name", "headers", "aria-labelledby", "aria-describedby", "popovertarget")
"""Attributes that hold ids."""
_NEEDLESS = ".x-needs-js, .x-taken, .x-filters, .x-matrix form, .x-pager, .x-notes, .x-popover__close"
"""What is of no use on paper: tools, filters, files to take away, notes that are numbered anew."""
_PAINT = re.compile(r"url\(#([^)]*)\)")


@dataclass(frozen=True)
class Part:
    """A page: its path in the site, its label, its HTML, which may be packed, and whether the navigation has it."""

    path: str
    label: str
    html: str
    is_chapter: bool = True


@dataclass(frozen=True)
class Note:
    """A numbered note with the evidence of a number or a sentence; its HTML is in pieces, as that of a chapter."""

    id: str
    number: int
    html: tuple[Markup, ...]


@dataclass(frozen=True)
class Chapter:
    """A page in the document, followed by its notes; its HTML is in pieces, which take little memory when joined."""

    id: str
    label: str
    is_chapter: bool
    html: tuple[Markup, ...]
    notes: tuple[Note, ...]


def head() -> PageHead:
    """Return the settings of the document."""
    about = gettext("Every page of this site as one document, for paper and for reading without a connection.")
    return PageHead(title=Line(gettext("The whole explainer")), description=Sentence(about))


def contents(queries: Queries) -> Iterator[tuple[str, str, bool]]:
    """Yield path and label of each page of the document, and whether it is in the navigation."""
    for entry in queries.dataset.topic.nav:
        yield entry.page, entry.label, True
        if address_of(entry.page) == queries.home("questions"):
            yield from ((page_at(row.href), row.record.question, False) for row in matrix(queries).rows)
        if address_of(entry.page) == queries.home("glossary"):
            laws = (one for _, members in glossary(queries) for one in members)
            yield from ((page_at(queries.href(one.id)), one.record.citation, False) for one in laws)
        if address_of(entry.page) == queries.home("people"):
            speakers = (one for _, members in people(queries) for one in members if one.page)
            yield from ((page_at(one.page), one.record.name, False) for one in speakers)


def document(parts: Iterable[Part], queries: Queries) -> str:
    """Return the HTML of the document, packed, for a page at the root."""
    topic = queries.dataset.topic
    listed = tuple(parts)
    contents = [(_id(part), part.label) for part in listed if part.is_chapter]
    html = wrapped("print", contents=contents, chapters=chapters(listed), title=topic.title, notice=topic.notice)
    return tokens.pack(html)


def chapters(parts: Iterable[Part]) -> Iterator[Chapter]:
    """Yield each page as a chapter, without what needs a script; notes are numbered across chapters."""
    listed = tuple(parts)
    ids = {part.path: _id(part) for part in listed}
    count = 0
    for part in listed:
        html, opened = popovers.taken(tokens.unpack(part.html))
        numbers = {one.id: number for number, one in enumerate(opened, count + 1)}
        count += len(opened)
        notes = tuple(
            Note(f"{ids[part.path]}--{one.id}", numbers[one.id], _changed(one.inside, part.path, ids, numbers))
            for one in opened
        )
        yield Chapter(ids[part.path], part.label, part.is_chapter, _changed(html, part.path, ids, numbers), notes)


def _id(part: Part) -> str:
    return part.path.removesuffix(".html").replace("/", "-")


def _changed(html: str, here: str, ids: Mapping[str, str], numbers: Mapping[str, int]) -> tuple[Markup, ...]:
    """Return HTML of a page for the document, without what needs a script, and with links instead of buttons."""
    changed: list[Markup] = []
    opening = ""
    for piece in _pieces(html):
        page = LexborHTMLParser(f"{opening}{_CUT}{piece}{_CUT}", is_fragment=True)
        for needless in page.css(_NEEDLESS):
            if not needless.css_first(f".{_SIGN}"):
                needless.decompose()
        for button in page.css("button[popovertarget]"):
            button.replace_with(_mark(button, numbers))
        for element in page.css("*"):
            _rewrite(element, here, ids)
        changed.append(Markup((page.html or "").split(_CUT)[1]))  # noqa: S704 - finished HTML
        opening = _opening(page.css(f".{_SIGN}")[-1])
    return tuple(changed)


def _pieces(html: str) -> Iterator[str]:
    """Yield HTML in pieces that end before an item of a list, so that long pages are changed in little memory."""
    at = 0
    while at < len(html):
        end = html.find("\n<li", at + _PIECE)
        end = len(html) if end < 0 else end
        yield html[at:end]
        at = end


def _opening(element: LexborNode) -> str:
    """Return the start tags of the elements that an element is in."""
    parent = element.parent
    return f"{_opening(parent)}<{parent.tag}>" if parent and parent.is_element_node else ""


def _mark(button: LexborNode, numbers: Mapping[str, int]) -> LexborNode:
    """Return the link to what a button opens, with the number of its note."""
    name, style = button.attributes["popovertarget"] or "", button.attributes.get("class") or ""
    label = Markup(button.inner_html)  # noqa: S704 - finished HTML
    link = render("print_mark", style=style, id=name, label=label, number=numbers.get(name, 0)).strip()
    return LexborHTMLParser(link, is_fragment=True).css("a")[0]


def _rewrite(element: LexborNode, here: str, ids: Mapping[str, str]) -> None:
    """Put the page's id before the ids of an element, adjust its links, open it, and drop attributes for scripts."""
    own = ids[here]
    for name, value in element.attributes.items():
        if name == "popover" or name.startswith("data-x-"):
            del element.attrs[name]
        elif name in _IDS:
            element.attrs[name] = " ".join(f"{own}--{one}" for one in (value or "").split())
        elif name == "srcset":
            element.attrs[name] = PICTURE.sub(lambda one: f"{_target(one[1], here, ids)}{one[2]}", value or "")
        elif name in LINKING:
            element.attrs[name] = _target(value or "", here, ids)
        elif value and "url(" in value:
            element.attrs[name] = _PAINT.sub(rf"url(#{own}--\1)", value)
    if element.tag == "details":
        element.attrs["open"] = ""


def _target(address: str, here: str, ids: Mapping[str, str]) -> str:
    """Return an address relative to the root of the site; an anchor if its page is in the document."""
    link = urlsplit(address)
    if link.scheme or link.netloc or link.path.startswith("/"):
        return address
    path = posixpath.normpath(posixpath.join(posixpath.dirname(here), link.path)) if link.path else here
    if path in ids and not link.query:
        return f"#{ids[path]}--{link.fragment}" if link.fragment else f"#{ids[path]}"
    return link._replace(path=path).geturl()
