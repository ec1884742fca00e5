"""Finds links and images of hand-written pages that lead to no page or file of the site."""

import posixpath
from collections.abc import Iterator
from functools import lru_cache
from urllib.parse import unquote, urlsplit

from selectolax.lexbor import LexborHTMLParser

from macros.checks import homes, settings
from macros.model import Docs
from macros.problems import Problem, did_you_mean
from macros.queries import Queries

_LEFT_OUT = "take the link out, until the topic has some of what that page lists"


def dead(docs: Docs, queries: Queries) -> Iterator[Problem]:
    """Yield a problem for each link of a page to a page or file that is not there, or is left out; the pages are right.

    Pages are linked to by their source, such as ``law.md``: MkDocs writes the address that it has in the site.
    Whether an anchor is there is seen when the site is built.
    """
    shown = homes.shown(docs, queries).pages
    made = (queries.href(name).replace(".html", ".md") for name in queries.with_page)
    known = {*shown, *docs.files, *made}
    for path, page in shown.items():
        for address in _addresses(page.text):
            target = posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(urlsplit(address).path)))
            if target not in known:
                is_left_out = target in docs.pages
                place = target if target.startswith("/") else f"docs/{target}"
                message = f'"{address}" leads to {place}, which is {"left out" if is_left_out else "not there"}'
                remedy = _LEFT_OUT if is_left_out else did_you_mean(target, known)
                line = page.text[: page.text.index(address)].count("\n") + 1 if address in page.text else 1
                yield Problem(f"docs/{path}", line, "link", message, "dead-link", remedy)


@lru_cache(512)  # a preview reads all pages again after each change of one
def _addresses(text: str) -> tuple[str, ...]:
    """Return the addresses in the site that a page links to or shows, each once, without its own anchors."""
    html = LexborHTMLParser(settings.markdown().reset().convert(text))
    found = dict.fromkeys(node.attributes[name] or "" for name in ("href", "src") for node in html.css(f"[{name}]"))
    return tuple(one for one in found if not any(urlsplit(one)[:2]) and urlsplit(one).path)
