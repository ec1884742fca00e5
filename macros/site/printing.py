"""Joins pages to one document for print: its ids are unique, its links lead within it, its notes are numbered."""

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
from macros.render import popovers, render, render_token, tokens
from macros.render.jinja import SECRET
from macros.views.law import glossary
from macros.views.people import people
from macros.views.questions import matrix

_PIECE = 100_000  # about how many characters are changed at a time
_CUT_CLASS = f"x{SECRET}"
_CUT = f'<template class="{_CUT_CLASS}"></template>'
"""Stands at both ends of a piece; no page can forge it."""
_IDS = ("id", "for", "name", "headers", "aria-labelledby", "aria-describedby", "popovertarget")
"""Attributes that hold ids."""
_NEEDLESS = ".x-needs-js, .x-no-print, .x-filters, .x-matrix form, .x-pager, .x-notes, .x-popover__close"
"""Elements that are of no use on paper: tools, filters, downloads, and notes, which stand after their chapter here."""
_LOCAL_URL = re.compile(r"url\(#([^)]*)\)")


@dataclass(frozen=True)
class Part:
    """A page: its path in the site, its label, its HTML, which may be packed; chapters are in the navigation."""

    path: str
    label: str
    html: str
    is_chapter: bool = True


@dataclass(frozen=True)
class Note:
    """A numbered note with the evidence of a number or a sentence; its HTML is in pieces, like that of a chapter."""

    id: str
    number: int
    html: tuple[Markup, ...]


@dataclass(frozen=True)
class Chapter:
    """A page in the document, followed by its notes; its HTML is in pieces, to be read once, never whole in memory."""

    id: str
    label: str
    is_chapter: bool
    html: Iterator[Markup]
    notes: tuple[Note, ...]


def head() -> PageHead:
    """Return the settings of the document."""
    about = gettext("Every page of this site as one document, for paper and for reading without a connection.")
    return PageHead(title=Line(gettext("The whole explainer")), description=Sentence(about))


def contents(queries: Queries) -> Iterator[tuple[str, str, bool]]:
    """Yield path and label of each page of the document, and whether it is in the navigation.

    After the list of all questions, laws or people come their own pages.
    """
    for entry in queries.dataset.topic.nav:
        yield entry.page, entry.label, True
        address = address_of(entry.page)
        if address == queries.home("questions"):
            for row in matrix(queries).rows:
                yield page_at(row.href), row.record.question, False
        if address == queries.home("glossary"):
            for law in (law for _, laws in glossary(queries) for law in laws):
                yield page_at(queries.href(law.id)), law.record.citation, False
        if address == queries.home("people"):
            for person in (person for _, members in people(queries) for person in members if person.page):
                yield page_at(person.page), person.record.name, False


def document(parts: Iterable[Part], queries: Queries) -> str:
    """Return the HTML of the document, packed, for a page at the root."""
    topic = queries.dataset.topic
    pages = tuple(parts)
    contents = [(_id(part), part.label) for part in pages if part.is_chapter]
    token = render_token("print", contents=contents, chapters=chapters(pages), title=topic.title, notice=topic.notice)
    return tokens.pack(token)


def chapters(parts: Iterable[Part]) -> Iterator[Chapter]:
    """Yield each page as a chapter, without what needs a script; notes are numbered across chapters."""
    pages = tuple(parts)
    ids = {part.path: _id(part) for part in pages}
    count = 0
    for part in pages:
        html, extracted = popovers.extract(tokens.unpack(part.html))
        numbers = {popover.id: number for number, popover in enumerate(extracted, count + 1)}
        count += len(extracted)
        notes = []
        for popover in extracted:
            note_html = tuple(_for_print(popover.inner_html, part.path, ids, numbers))
            notes.append(Note(f"{ids[part.path]}--{popover.id}", numbers[popover.id], note_html))
        chapter_html = _for_print(html, part.path, ids, numbers)
        yield Chapter(ids[part.path], part.label, part.is_chapter, chapter_html, tuple(notes))


def _id(part: Part) -> str:
    return part.path.removesuffix(".html").replace("/", "-")


def _for_print(html: str, here: str, ids: Mapping[str, str], numbers: Mapping[str, int]) -> Iterator[Markup]:
    """Yield the HTML of a page for the document, without what needs a script, and with links instead of buttons.

    ``here`` is the path of the page, ``ids`` are those of all pages by path, ``numbers`` those of notes by popover.
    """
    start_tags = ""
    for piece in _pieces(html):
        page = LexborHTMLParser(f"{start_tags}{_CUT}{piece}{_CUT}", is_fragment=True)
        for needless in page.css(_NEEDLESS):
            if not needless.css_first(f".{_CUT_CLASS}"):
                needless.decompose()
        for button in page.css("button[popovertarget]"):
            button.replace_with(_link_to_note(button, numbers))
        for element in page.css("*"):
            _rewrite(element, here, ids)
        yield Markup((page.html or "").split(_CUT)[1])  # noqa: S704 - finished HTML
        start_tags = _start_tags(page.css(f".{_CUT_CLASS}")[-1])


def _pieces(html: str) -> Iterator[str]:
    """Yield HTML in pieces that end before an item of a list, so that long pages are changed in little memory."""
    at = 0
    while at < len(html):
        end = html.find("\n<li", at + _PIECE)
        end = len(html) if end < 0 else end
        yield html[at:end]
        at = end


def _start_tags(element: LexborNode) -> str:
    """Return the start tags of the elements that an element is in."""
    parent = element.parent
    return f"{_start_tags(parent)}<{parent.tag}>" if parent and parent.is_element_node else ""


def _link_to_note(button: LexborNode, numbers: Mapping[str, int]) -> LexborNode:
    """Return a link, with the number of the note, in place of a button that opens a popover."""
    name = button.attributes["popovertarget"] or ""
    style = button.attributes.get("class") or ""
    label = Markup(button.inner_html)  # noqa: S704 - finished HTML
    link = render("print_mark", style=style, id=name, label=label, number=numbers.get(name, 0)).strip()
    return LexborHTMLParser(link, is_fragment=True).css("a")[0]


def _rewrite(element: LexborNode, here: str, ids: Mapping[str, str]) -> None:
    """Put the page's id before the ids of an element, adjust its links, open it, and drop attributes for scripts."""
    page_id = ids[here]
    for name, value in element.attributes.items():
        if name == "popover" or name.startswith("data-x-"):
            del element.attrs[name]
        elif name in _IDS:
            element.attrs[name] = " ".join(f"{page_id}--{own_id}" for own_id in (value or "").split())
        elif name == "srcset":
            element.attrs[name] = PICTURE.sub(lambda one: f"{_target(one[1], here, ids)}{one[2]}", value or "")
        elif name in LINKING:
            element.attrs[name] = _target(value or "", here, ids)
        elif value and "url(" in value:
            element.attrs[name] = _LOCAL_URL.sub(rf"url(#{page_id}--\1)", value)
    if element.tag == "details":
        element.attrs["open"] = ""


def _target(address: str, here: str, ids: Mapping[str, str]) -> str:
    """Return an address relative to the root of the site, or an anchor if its page is in the document."""
    link = urlsplit(address)
    if link.scheme or link.netloc or link.path.startswith("/"):
        return address
    path = posixpath.normpath(posixpath.join(posixpath.dirname(here), link.path)) if link.path else here
    if path in ids and not link.query:
        return f"#{ids[path]}--{link.fragment}" if link.fragment else f"#{ids[path]}"
    return link._replace(path=path).geturl()
