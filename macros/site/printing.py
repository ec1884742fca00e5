"""Joins the pages of the navigation to one document: unique ids, links within it, evidence as numbered notes.

Pages are HTML of ours: tags are well formed, and attributes are in double quotes.
"""

import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from markupsafe import Markup

from macros.model import Line, PageHead, Sentence
from macros.render import popovers, render, tokens, wrapped

PATH = "print.md"
"""The path of the document, relative to the docs folder."""
HEAD = PageHead(
    title=Line("The whole explainer"),
    description=Sentence("Every page of this site as one document, for paper and for reading without a connection."),
)
SOURCE = ""
"""Its Markdown source; its content is set when the other pages are there."""
_PIECE = 1_000_000
"""About how many characters are changed at a time."""

_TAG = re.compile(r"<[a-z][^<>]*>", re.IGNORECASE)
_ATTRIBUTE = re.compile(r'(\s+)([^\s"<>/=]+)(?:="([^"]*)")?')
"""One attribute of a tag; as they are taken in order, no words inside a value pass for another one."""
_NAMES = frozenset(["id", "for", "name", "headers", "aria-labelledby", "aria-describedby", "popovertarget"])
"""Attributes that hold ids."""
_PAINT = re.compile(r"url\(#([^)]*)\)")
_NEEDS_SCRIPT = re.compile(r'<(\w+)[^<>]*\sclass="[^"]*\bx-needs-js\b[^<>]*>')
_NOTES = re.compile(r'<(div)[^<>]*\sclass="x-notes"[^<>]*>')
_POPOVER = re.compile(r"(<\w+[^<>]*?)\spopover(?=[\s>])")
_BUTTON = re.compile(r'<button[^<>]*\sclass="([^"]*)"[^<>]*\spopovertarget="([^"]*)"[^<>]*>(.*?)</button>', re.DOTALL)


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
    """Yield each page as a chapter; notes are numbered across chapters."""
    listed = tuple(parts)
    ids = {part.path: _id(part) for part in listed}
    count = 0
    for part in listed:
        html = popovers.unfolded(_moved(tokens.unpack(part.html), part.path, ids))
        html, found = _noted(html, count + 1)
        count += len(found)
        yield Chapter(ids[part.path], part.label, Markup(html), found)  # noqa: S704 - finished HTML


def _id(part: Part) -> str:
    return part.path.removesuffix(".html").replace("/", "-")


def _moved(html: str, here: str, ids: Mapping[str, str]) -> str:
    """Return the HTML of a page for the document, without what needs a script."""
    pieces = _pieces(_without(html, _NEEDS_SCRIPT))
    return "".join(_TAG.sub(lambda tag: _rewrite(tag[0], here, ids), piece) for piece in pieces)


def _pieces(html: str) -> Iterator[str]:
    """Yield HTML in pieces that end before a tag, so that long pages are changed in little memory."""
    at = 0
    while at < len(html):
        end = html.find("<", at + _PIECE)
        end = len(html) if end < 0 else end
        yield html[at:end]
        at = end


def _rewrite(tag: str, here: str, ids: Mapping[str, str]) -> str:
    """Return a tag with the page's id before its ids, its links adjusted, and without attributes for scripts."""
    own = ids[here]

    def changed(match: re.Match[str]) -> str:
        space, name, value = match.groups()
        if name.startswith("data-x-"):
            return ""
        if value is None:
            return match[0]
        if name in _NAMES:
            value = " ".join(f"{own}--{one}" for one in value.split())
        elif name in ("href", "src"):
            value = _target(value, here, ids)
        else:
            value = _PAINT.sub(lambda paint: f"url(#{own}--{paint[1]})", value)
        return f'{space}{name}="{value}"'

    return _ATTRIBUTE.sub(changed, tag)


def _target(address: str, here: str, ids: Mapping[str, str]) -> str:
    """Return an address relative to the root of the site; an anchor if its page is in the document."""
    link = urlsplit(address)
    if link.scheme or link.netloc or link.path.startswith("/"):
        return address
    path = posixpath.normpath(posixpath.join(posixpath.dirname(here), link.path)) if link.path else here
    if path in ids and not link.query:
        return f"#{ids[path]}--{link.fragment}" if link.fragment else f"#{ids[path]}"
    return link._replace(path=path).geturl()


def _without(html: str, element: re.Pattern[str]) -> str:
    """Return HTML without the elements whose start tag matches."""
    kept, at = [], 0
    while match := element.search(html, at):
        kept.append(html[at : match.start()])
        at = popovers.end(html, match[1], match.end())
    return "".join(kept) + html[at:]


def _noted(html: str, first: int) -> tuple[str, tuple[Note, ...]]:
    """Return HTML with numbered links instead of popovers in sentences, and the popovers as notes from ``first`` on."""
    html, opened = popovers.taken(html)
    html = _POPOVER.sub(r"\1", _without(html, _NOTES))
    numbers = {one.id: number for number, one in enumerate(opened, first)}

    def marked(button: re.Match[str]) -> str:
        label = Markup(button[3])  # noqa: S704 - finished HTML
        return render(
            "print_mark", style=button[1], id=button[2], label=label, number=numbers.get(button[2], 0)
        ).strip()

    found = (Note(one.id, numbers[one.id], Markup(_BUTTON.sub(marked, one.inside))) for one in opened)  # noqa: S704 - finished HTML
    return _BUTTON.sub(marked, html), tuple(found)
