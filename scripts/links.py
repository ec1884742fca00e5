"""Finds links in a built site that lead nowhere in it."""

import posixpath
import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from urllib.parse import unquote, urlsplit

from lxml import etree

from macros.model.addresses import linked
from macros.problems import Problem


def dead_links(site: Path, home: str = "/", elsewhere: tuple[str, ...] = ()) -> Iterator[Problem]:
    """Yield a problem for each link to a file or to an anchor that the site does not have, once a page.

    ``home`` is the path in the address of the site, with which addresses on the page for missing pages begin; links
    into the folders of ``elsewhere`` are not checked.
    """
    files = {file.relative_to(site).as_posix() for file in site.rglob("*") if file.is_file()}
    pages = {name: _read(site / name) for name in sorted(files) if name.endswith(".html")}
    lists = {name: _markdown_links(site / name) for name in sorted(files) if posixpath.basename(name) == "llms.txt"}
    addresses_by_file = {name: addresses for name, (_, addresses) in pages.items()} | lists
    for name, addresses in addresses_by_file.items():
        for address in addresses:
            target, anchor = _target(address, name, home)
            if target.startswith(tuple(f"{folder}/" for folder in elsewhere)):
                continue
            if target not in files or (anchor and target in pages and anchor not in pages[target][0]):
                message, remedy = f'"{address}" leads nowhere', "correct the address, or add what it leads to"
                yield Problem(name, 1, "link", message, "dead-link", remedy, address)


def _read(file: Path) -> tuple[set[str], list[str]]:
    """Return the ids of a page, and its addresses that stay in the site, each once."""
    ids, addresses = set[str](), dict[str, None]()
    page = BytesIO(file.read_bytes())  # lxml opens no file whose name the locale cannot write
    for _, element in etree.iterparse(page, html=True, huge_tree=True, encoding="utf-8"):
        if attributes := dict(element.attrib):
            ids |= {attributes["id"]} if "id" in attributes else set()
            addresses |= dict.fromkeys(linked(attributes))
        element.clear()  # pages can be large
    return ids, [address for address in addresses if not any(urlsplit(address)[:2])]


def _markdown_links(file: Path) -> list[str]:
    """Return the addresses that a list of pages in Markdown links to."""
    return re.findall(r"(?<!\\)\]\(([^)]*)\)", file.read_text(encoding="utf-8"))


def _target(address: str, page: str, home: str) -> tuple[str, str]:
    """Return the file of the site that a link on a page leads to, and the anchor in it."""
    link = urlsplit(address)
    path, anchor = unquote(link.path), unquote(link.fragment)
    if path.startswith("/"):
        return posixpath.normpath(path.removeprefix(unquote(home))), anchor
    return posixpath.normpath(posixpath.join("/", posixpath.dirname(page), path))[1:] if path else page, anchor
