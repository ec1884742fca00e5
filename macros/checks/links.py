"""Finds links and images of hand-written pages that lead to no page, file or anchor of the site."""

import posixpath
from collections.abc import Iterable, Iterator
from functools import lru_cache
from urllib.parse import unquote, urlsplit

from selectolax.lexbor import LexborHTMLParser

from macros.checks import homes, instructions, settings
from macros.model import Docs
from macros.problems import Problem, did_you_mean, line_at
from macros.queries import Queries
from macros.render.calls import INLINE

_LEFT_OUT = "take the link out, until the topic has some of what that page lists"


def dead(docs: Docs, queries: Queries) -> Iterator[Problem]:
    """Yield a problem for each link of a page to a page, a file or an anchor that is not there; the pages are right.

    Pages are linked to by their source, such as ``law.md``: MkDocs writes the address that it has in the site.
    Which anchors a macro makes that renders a block is seen when the site is built.
    """
    shown = homes.shown(docs, queries).pages
    made = (queries.href(name).replace(".html", ".md") for name in queries.with_page)
    known = {*shown, *docs.files, *made}
    for path, page in shown.items():
        for address in _addresses(_read(page.text)):
            link = urlsplit(address)
            joined = posixpath.join(posixpath.dirname(path), unquote(link.path))
            target = posixpath.normpath(joined) if link.path else path
            fault = None
            if target not in known:
                fault = _missing(target, is_left_out=target in docs.pages, known=known)
            elif link.fragment and target in shown:
                fault = _nowhere(unquote(link.fragment), target, shown[target].text)
            if fault:
                where, remedy = fault
                line = line_at(page.text, page.text.find(address))
                yield Problem(f"docs/{path}", line, "link", f'"{address}" leads to {where}', "dead-link", remedy)


@lru_cache(256)  # a preview checks every page again after each change of one
def _read(text: str) -> LexborHTMLParser:
    return LexborHTMLParser(settings.markdown().reset().convert(text))


def _missing(target: str, *, is_left_out: bool, known: Iterable[str]) -> tuple[str, str]:
    """Return where a link leads, to a page or a file that is not there, and the remedy."""
    place = target if target.startswith("/") else f"docs/{target}"
    if is_left_out:
        return f"{place}, which is left out", _LEFT_OUT
    return f"{place}, which is not there", did_you_mean(target, known)


def _nowhere(anchor: str, target: str, text: str) -> tuple[str, str] | None:
    """Return where a link leads, to an anchor that its page does not have, and the remedy; else None."""
    anchors = [node.attributes["id"] or "" for node in _read(text).css("[id]")]
    is_made = any(call.macro not in INLINE for call in instructions.calls(text))  # a macro's block may have anchors
    return None if is_made or anchor in anchors else (f"no anchor of docs/{target}", did_you_mean(anchor, anchors))


def _addresses(page: LexborHTMLParser) -> list[str]:
    """Return the addresses in the site that a page links to or shows, each once."""
    found = dict.fromkeys(node.attributes[name] or "" for name in ("href", "src") for node in page.css(f"[{name}]"))
    return [one for one in found if not any(urlsplit(one)[:2])]
