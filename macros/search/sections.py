"""The search entries of hand-written pages: one for each section under a heading."""

from collections.abc import Iterable, Iterator

from selectolax.lexbor import LexborHTMLParser

from macros.model.words import one_line
from macros.render import tokens
from macros.search import SearchEntry
from macros.search.entries import PAGES

_HEADINGS = "h1, h2[id], h3[id]"
_NOT_READ = "[popover], .x-cite__mark, .headerlink, .footnote-ref, .footnote-backref, .x-definitions"
"""What is not part of a sentence."""
_APART = "p, li, dt, dd, td, th"
"""What is another sentence than the words before it, even without a space."""
_BREAK = "\0"
"""Stands for a heading; HTML cannot hold it."""


def entries(pages: Iterable[tuple[str, str]]) -> Iterator[SearchEntry]:
    """Yield an entry for every section with text; pages are pairs of address and HTML, which may be packed."""
    for url, html in pages:
        page = LexborHTMLParser(tokens.handwritten(html))
        for needless in reversed(page.css(_NOT_READ)):  # what is inside of another one first
            needless.decompose()
        for sentence in page.css(_APART):
            sentence.insert_before(" ")
        titles = []
        for heading in page.css(_HEADINGS):
            place = "" if heading.tag == "h1" else f"#{heading.attributes['id']}"  # the title is where the page begins
            titles.append((f"{url}{place}", one_line(heading.text())))
            heading.replace_with(_BREAK)
        _, *texts = page.text().split(_BREAK)
        for (address, title), text in zip(titles, texts, strict=True):
            if words := one_line(text):
                yield SearchEntry(address, title, PAGES, words)
