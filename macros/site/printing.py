"""Joins the pages of the navigation to one document: unique ids, links within it, evidence as numbered notes."""

import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from markupsafe import Markup
from selectolax.lexbor import LexborHTMLParser, LexborNode

from macros.model import Line, PageHead, Sentence
from macros.render import render, tokens, wrapped

PATH = "print.md"
"""The path of the document, relative to the docs folder."""
HEAD = PageHead(
    title=Line("The whole explainer"),
    description=Sentence("Every page of this site as one document, for paper and for reading without a connection."),
)
SOURCE = ""
"""Its Markdown source; its content is set when the other pages are there."""
_IDS = ("id", "for", "name", "headers", "aria-labelledby", "aria-describedby", "popovertarget")
"""Attributes that hold ids."""
_PAINT = re.compile(r"url\(#([^)]*)\)")


@dataclass(frozen=True)
class Part:
    """A page of the site: its path there, its label in the navigation, and its HTML, which may be packed."""

    path: str
    label: str
    html: str


@dataclass(frozen=True)
class Note:
    """A numbered note with the evidence of a number or a sentence."""

    id: str
    number: int
    html: Markup


@dataclass(frozen=True)
class Chapter:
    """A page in the document, followed by its notes."""

    id: str
    label: str
    html: Markup
    notes: tuple[Note, ...]


def document(parts: Iterable[Part], title: str, notice: str) -> str:
    """Return the HTML of the whole document, packed, for a page at the root of the site."""
    listed = tuple(parts)
    contents = [(_id(part), part.label) for part in listed]
    return tokens.pack(wrapped("print", contents=contents, chapters=chapters(listed), title=title, notice=notice))


def chapters(parts: Iterable[Part]) -> Iterator[Chapter]:
    """Yield each page as a chapter, without what needs a script; notes are numbered across chapters."""
    listed = tuple(parts)
    ids = {part.path: _id(part) for part in listed}
    count = 0
    for part in listed:
        html, notes = _changed(part, ids, count + 1)
        count += len(notes)
        yield Chapter(ids[part.path], part.label, html, notes)


def _changed(part: Part, ids: Mapping[str, str], first: int) -> tuple[Markup, tuple[Note, ...]]:
    """Return a page for the document, and its notes, numbered from ``first``."""
    page = LexborHTMLParser(tokens.unpack(part.html), is_fragment=True)
    for needless in page.css(".x-needs-js"):
        needless.decompose()
    for element in page.css("*"):
        _rewrite(element, part.path, ids)
    notes = _notes(page, first)
    return Markup(page.html), notes  # noqa: S704 - finished HTML


def _id(part: Part) -> str:
    return part.path.removesuffix(".html").replace("/", "-")


def _rewrite(element: LexborNode, here: str, ids: Mapping[str, str]) -> None:
    """Put the page's id before the ids of an element, adjust its links, open it, and drop attributes for scripts."""
    own = ids[here]
    for name, value in element.attributes.items():
        if name.startswith("data-x-"):
            del element.attrs[name]
        elif name in _IDS:
            element.attrs[name] = " ".join(f"{own}--{one}" for one in (value or "").split())
        elif name in ("href", "src"):
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


def _notes(page: LexborHTMLParser, first: int) -> tuple[Note, ...]:
    """Take the popovers of sentences out of a page, and return them as notes from ``first`` on, linked by number."""
    opened = page.css("span[popover]")
    numbers = {one.id: number for number, one in enumerate(opened, first)}
    for button in page.css("button[popovertarget]"):
        name, label = button.attributes["popovertarget"], Markup(button.inner_html)  # noqa: S704 - finished HTML
        style, number = button.attributes.get("class") or "", numbers.get(name, 0)
        link = render("print_mark", style=style, id=name, label=label, number=number).strip()
        button.replace_with(LexborHTMLParser(link, is_fragment=True).css("a")[0])
    notes = tuple(Note(one.id or "", numbers[one.id], Markup(one.inner_html)) for one in opened)  # noqa: S704 - as above
    for element in [*opened, *page.css(".x-notes")]:
        element.decompose()
    for element in page.css("[popover]"):
        del element.attrs["popover"]
    return notes
