"""The search entries of hand-written pages: one for each section under a heading."""

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from selectolax.lexbor import LexborHTMLParser

from macros.model.words import one_line
from macros.render import tokens
from macros.render.popovers import NOT_READ
from macros.search import SearchEntry
from macros.search.entries import PAGES

_HEADINGS = "h1, h2[id], h3[id]"
_BLOCKS = "p, li, dt, dd, td, th"
"""Elements that begin a new sentence, even without a space before them."""
_BREAK = "\0"  # stands in place of a heading; HTML cannot hold it


def entries(pages: Iterable[tuple[str, str]], asked: Mapping[str, str] = MappingProxyType({})) -> Iterator[SearchEntry]:
    """Yield an entry for every section with text; pages are pairs of address and HTML, which may be packed.

    ``asked`` has words by which readers ask for a page, by its address.
    """
    for url, html in pages:
        page = LexborHTMLParser(tokens.handwritten(html))
        for needless in reversed(page.css(f"{NOT_READ}, .x-definitions")):  # inner elements first
            needless.decompose()
        for block in page.css(_BLOCKS):
            block.insert_before(" ")
        titles = []
        for heading in page.css(_HEADINGS):
            anchor = "" if heading.tag == "h1" else f"#{heading.attributes['id']}"  # the title leads to the page
            titles.append((f"{url}{anchor}", one_line(heading.text())))
            heading.replace_with(_BREAK)
        _, *texts = page.text().split(_BREAK)
        for (address, title), text in zip(titles, texts, strict=True):
            if words := one_line(text):
                yield SearchEntry(address, title, PAGES, words, asked=asked.get(address, ""))
