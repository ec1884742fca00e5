"""Checks that a page has one title, and that each of its anchors is in one place."""

import re
from collections import Counter
from collections.abc import Callable, Iterator

from selectolax.lexbor import LexborHTMLParser

from macros.problems import Problem

_CODE = re.compile(r"^(```|~~~).*?^\1", re.DOTALL | re.MULTILINE)
_TITLE = re.compile(r"^#(?!#)", re.MULTILINE)


def faults(text: str, html: str, name: str, is_made: Callable[[str], bool]) -> Iterator[Problem]:
    """Yield a problem for a second title of a page, and for an anchor that stands twice; ``html`` is made of it.

    ``is_made`` tells of an anchor whether a macro puts a record there. A heading that stands twice is no problem: its
    second anchor is another.
    """
    page = LexborHTMLParser(html)
    if len(page.css("h1")) > 1:
        written = [match.start() for match in _TITLE.finditer(_CODE.sub(lambda code: " " * len(code[0]), text))]
        remedy = "begin the heading of a section with ##; the page has its one title already"
        yield Problem(name, _line(text, written[1:2]), "title", "it is a second title", "title-twice", remedy)
    anchors = Counter(node.attributes["id"] or "" for node in page.css("[id]"))
    for anchor in (one for one, count in anchors.items() if count > 1 or is_made(one)):
        mark = re.escape(anchor)
        written = [match.start() for match in re.finditer(rf'#{mark}(?=[ }}])|\bid="{mark}"', text)]
        message, remedy = f'the anchor "{anchor}" stands twice on the page', "links lead to one place; rename one"
        yield Problem(name, _line(text, written[1:] or written), "anchor", message, "id-twice", remedy)


def _line(text: str, places: list[int]) -> int:
    """Return the line of the first place in a text, from 1; the first line if there is no place."""
    return text.count("\n", 0, places[0]) + 1 if places else 1
