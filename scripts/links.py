"""Finds links in a built site that lead nowhere in it."""

import posixpath
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

from selectolax.lexbor import LexborHTMLParser

from macros.problems import Problem

_ADDRESSES = ("href", "src")


def dead_links(site: Path, home: str = "") -> Iterator[Problem]:
    """Yield a problem for each link to a file or to an anchor that the site does not have, once a page.

    ``home`` is the path that the site is published under, such as "/lamp/"; the page for wrong addresses names it.
    """
    files = {file.relative_to(site).as_posix() for file in site.rglob("*") if file.is_file()}
    pages = {name: _read(site / name) for name in sorted(files) if name.endswith(".html")}
    for name, (_, addresses) in pages.items():
        for address in addresses:
            target, anchor = _target(_in_site(address, home), name)
            if target not in files or (anchor and target in pages and anchor not in pages[target][0]):
                message, remedy = f'"{address}" leads nowhere', "correct the address, or add what it leads to"
                yield Problem(name, 1, "link", message, "dead-link", remedy)


def _read(file: Path) -> tuple[set[str], list[str]]:
    """Return the ids of a page, and its addresses that stay in the site, each once."""
    page = LexborHTMLParser(file.read_bytes())
    ids = {node.attributes["id"] or "" for node in page.css("[id]")}
    found = (node.attributes[name] or "" for name in _ADDRESSES for node in page.css(f"[{name}]"))
    return ids, [address for address in dict.fromkeys(found) if not any(urlsplit(address)[:2])]


def _in_site(address: str, home: str) -> str:
    """Return an address that begins with that of the whole site as one from the top of it."""
    return f"/{address.removeprefix(home).lstrip('/')}" if home and address.startswith(home) else address


def _target(address: str, page: str) -> tuple[str, str]:
    """Return the file of the site that a link on a page leads to, and the anchor in it."""
    link = urlsplit(address)
    path = posixpath.normpath(posixpath.join("/", posixpath.dirname(page), unquote(link.path))) if link.path else page
    return path.removeprefix("/"), unquote(link.fragment)
