"""The search entries of hand-written pages: one for each section under a heading."""

from collections.abc import Iterable, Iterator
from html.parser import HTMLParser

from macros.language import message
from macros.render import tokens
from macros.search import SearchEntry
from macros.search.entries import PAGES

_HEADINGS = frozenset(["h1", "h2", "h3"])
_NOT_READ = frozenset(["x-cite__mark", "headerlink", "footnote-ref", "footnote-backref", "x-definitions"])
"""Classes of elements that are not part of a sentence."""
_VOID = frozenset(["area", "br", "col", "hr", "img", "input", "wbr"])


def entries(pages: Iterable[tuple[str, str]]) -> Iterator[SearchEntry]:
    """Yield an entry for every section with text; pages are pairs of address and HTML, which may be packed."""
    for url, html in pages:
        reader = _Reader()
        reader.feed(tokens.written(html))
        reader.close()
        for place, (title, text) in reader.sections.items():
            if words := _joined(text):
                yield SearchEntry(f"{url}#{place}" if place else url, _joined(title), message(PAGES), words)


def _joined(parts: list[str]) -> str:
    return " ".join("".join(parts).split())


class _Reader(HTMLParser):
    """Collects, by the id of each heading of a page, the words of the heading and those that follow it."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.sections: dict[str, tuple[list[str], list[str]]] = {}
        self._into: list[str] = []
        self._skipped = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if self._skipped or "popover" in given or not _NOT_READ.isdisjoint((given.get("class") or "").split()):
            self._skipped += tag not in _VOID
        elif tag == "h1" or (tag in _HEADINGS and given.get("id")):
            place = "" if tag == "h1" else given["id"] or ""  # the title is where the page begins
            self._into = self.sections.setdefault(place, ([], []))[0]
        else:
            self._into.append(" " * (tag in ("p", "li", "dt", "dd", "td", "th")))

    def handle_endtag(self, tag: str) -> None:
        if self._skipped:
            self._skipped -= 1
        elif tag in _HEADINGS and self.sections:
            self._into = list(self.sections.values())[-1][1]

    def handle_data(self, data: str) -> None:
        if not self._skipped:
            self._into.append(data)
