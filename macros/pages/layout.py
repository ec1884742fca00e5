"""Finds what Markdown lays out differently from its look in the source, second titles, and repeated anchors."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import pairwise

from selectolax.lexbor import LexborHTMLParser

from macros.pages import markup
from macros.problems import LineMistake, Mistake, Problem, line_at

_ITEM = re.compile(r"([ >]*)(?:[-*+]|\d+\.) +\S")
_RUN_ON = re.compile(r"^([-*+](?= )|1[.)](?= )|\|) *(\w*)", re.MULTILINE)
"""The sign and the first word of a line that looks like an item of a list or a row of a table."""
_ESCAPED = re.compile(r"^[ >]*(1?)\\([-*+.)|])[^\w\n]*(\w*)", re.MULTILINE)
_RULER = re.compile(r"[ >]*\|?[ :]*-[ :-]*(?:\|[ :]*-[ :-]*)*\|?[ ]*")
_HEADINGS = "h1, h2, h3, h4, h5, h6"
_CODE = re.compile(r"^(```|~~~).*?^\1", re.DOTALL | re.MULTILINE)
_TITLE = re.compile(r"^(?:#(?!#)|(?=\S).*\n=+ *$)", re.MULTILINE)
_BOX = re.compile(r'([ >]*)(?:(?:!!!|\?\?\?\+?) *[\w"]|===[!+]? *")')
_NOTE = re.compile(r" {0,3}\[\^([^\]]+)\]:")
_BARE = re.compile(r"[ >]*#{1,6}(?:[^\w{:]|:[\w+-]+:|\{[^#}]*\})*")
_UNNAMED = re.compile(r"(_\d*)?")  # the anchor that Markdown gives a heading without letters
_BOXES = ".admonition, details, .tabbed-block"
_TITLES = ".admonition-title, summary"
_SHOWN = "img, svg, video, audio, picture, hr, input"  # what a box may hold besides words
_INDENT = 4  # by how many spaces an item is indented below the item that it belongs to


def twice(text: str, html: str, name: str, is_made: Callable[[str], bool]) -> Iterator[Problem]:
    """Yield a problem for a second title of a page and for each anchor that stands twice; ``html`` is made of the page.

    ``is_made`` tells whether a macro puts a record at an anchor. Two headings with the same words are no problem, since
    the second gets another anchor.
    """
    page = LexborHTMLParser(html)
    if len(page.css("h1")) > 1:
        _, *others = _TITLE.finditer(_CODE.sub(lambda code: " " * len(code[0]), text))
        remedy = "begin the heading of a section with ##; the page has its one title already"
        yield Problem(name, _line(text, others), "title", "it is a second title", "title-twice", remedy)
    anchors = Counter(node.attributes["id"] or "" for node in page.css("[id]"))
    for anchor in (one for one, count in anchors.items() if count > 1 or is_made(one)):
        mark = re.escape(anchor)
        written = [*re.finditer(rf'#{mark}(?=[ }}])|\bid="{mark}"', text)]
        message, remedy = f'the anchor "{anchor}" stands twice on the page', "links lead to one place; rename one"
        yield Problem(name, _line(text, written[1:] or written), "anchor", message, "id-twice", remedy)


def _line(text: str, found: list[re.Match[str]]) -> int:
    """Return the line of the first of some matches in a text; the first line if there is none."""
    return line_at(text, found[0].start()) if found else 1


def mistakes(source: str, html: str) -> Iterator[LineMistake]:
    """Yield every mistake with its line; ``source`` has no code and no calls, ``html`` is made of the page."""
    lines, page = source.split("\n"), LexborHTMLParser(html)
    yield from _flattened(lines)
    yield from _cut(lines)
    yield from _run_on(source, page)
    yield from _inside(page)
    yield from _outside(lines)
    yield from _empty(lines, html)
    yield from _notes(lines, page)
    for heading in page.css(_HEADINGS):
        anchor, line = re.escape(heading.attributes.get("id") or ""), markup.line_of(heading.text())
        if not heading.text().strip() and not heading.css_first("svg, img"):
            yield _mistake(_bare(lines), "the heading has no words", "write its words, or delete it")
        elif (line or _UNNAMED.fullmatch(anchor)) and not re.search(rf"#{anchor}(?=[ }}])", source):
            reason = "a macro call: links to it would break" if line else "no letters to make one of"
            remedy = "write one at its end, in letters that stay: {#the-cost}"
            yield _mistake(line or _bare(lines), f"the heading has no anchor of its own, and {reason}", remedy)


def _mistake(line: int, message: str, remedy: str) -> LineMistake:
    return line, Mistake(message, "layout", remedy)


def _bare(lines: list[str]) -> int:
    """Return the line of the first heading without words."""
    return next((number for number, line in enumerate(lines, 1) if _BARE.fullmatch(line)), 1)


def _outside(lines: list[str]) -> Iterator[LineMistake]:
    """Yield a mistake for each box and tab whose text is not indented, so that it would stand below it."""
    for number, (line, after) in enumerate(pairwise(lines), 1):
        box = _BOX.match(line)
        if box and after.strip(" >") and not after.startswith(box[1] + " " * _INDENT):
            message = "the text would stand below the box or tab, not in it"
            yield _mistake(number + 1, message, f"indent it by {_INDENT} spaces more")


def _empty(lines: list[str], html: str) -> Iterator[LineMistake]:
    """Yield a mistake for each box and tab that holds nothing, unless its text begins right below it."""
    page = LexborHTMLParser(html)
    for title in page.css(_TITLES):
        title.decompose()
    count = sum(not (box.text().strip() or box.css_first(_SHOWN)) for box in page.css(_BOXES))
    below = [*lines, ""]
    places = []
    for number, box in ((number, found) for number, line in enumerate(lines, 1) if (found := _BOX.match(line))):
        after = next((line for line in below[number:] if line.strip(" >")), "")
        if not after.startswith(box[1] + " " * _INDENT):
            places.append((number, below[number]))
    for number, after in [*places, (1, "")][:count] if count else ():
        if not after.strip(" >"):
            message, remedy = "the box or tab holds nothing", f"write its text below it, indented by {_INDENT} spaces"
            yield _mistake(number, message, remedy)


def _notes(lines: list[str], page: LexborHTMLParser) -> Iterator[LineMistake]:
    """Yield a mistake for each footnote that stands twice, and for each that no mark leads to."""
    marks = {str(node.attributes["id"]).partition(":")[2] for node in page.css('sup[id^="fnref"]')}
    found: set[str] = set()
    for number, line in enumerate(lines, 1):
        if note := _NOTE.match(line):
            if note[1] in found:
                message = f"the footnote [^{note[1]}] stands twice: one would be lost"
                yield _mistake(number, message, "number it otherwise")
            elif note[1] not in marks:
                message = f"no mark leads to the footnote [^{note[1]}]"
                yield _mistake(number, message, f"write [^{note[1]}] in the text")
            found.add(note[1])


def _flattened(lines: list[str]) -> Iterator[LineMistake]:
    """Yield a mistake for each item that is indented too little to belong to the item above it."""
    above: int | None = None
    for number, line in enumerate(lines, 1):
        if match := _ITEM.match(line):
            deep = len(match[1])
            if above is not None and 0 < deep - above < _INDENT:
                remedy = f"indent it by {_INDENT} spaces to put it under that item, or not at all"
                yield _mistake(number, "it is no item of the one above: it is indented too little", remedy)
            else:
                above = deep
        elif line[:1].strip():
            above = None


def _cut(lines: list[str]) -> Iterator[LineMistake]:
    """Yield a mistake for each row of a table that has more cells than its head, since the last are left out."""
    most = 0
    for number, line in enumerate(lines, 1):
        if "|" in line and _RULER.fullmatch(line):
            most = _cells(line)
        elif most and "|" in line and _cells(line) > most:
            message = f"the row has {_cells(line)} cells, its table {most}: the last would be lost"
            yield _mistake(number, message, r"give the head as many, or write \| where | is text")
        elif "|" not in line:
            most = 0


def _cells(row: str) -> int:
    bare = re.sub(r"\\\|", "", row).strip(" >")
    return bare.count("|") + 1 - bare.startswith("|") - (bare.endswith("|") and len(bare) > 1)


def _run_on(source: str, page: LexborHTMLParser) -> Iterator[LineMistake]:
    """Yield a mistake for each list or table that became words of a paragraph, unless its sign is escaped."""
    escaped = {(one[1] + one[2], word) for one in _ESCAPED.finditer(source) for word in ("", one[3])}
    for paragraph in page.css("p"):
        if match := next((one for one in _RUN_ON.finditer(paragraph.text()) if one.groups() not in escaped), None):
            sign, word = map(re.escape, match.groups())
            line = _line(source, [*re.finditer(rf"^[ >]*{sign}\W*{word}", source, re.MULTILINE)])
            kind = "table" if match[0].startswith("|") else "list"
            message = f"the {kind} would be words of the paragraph above it"
            yield _mistake(line, message, "put an empty line before it")


def _inside(page: LexborHTMLParser) -> Iterator[LineMistake]:
    """Yield a mistake for each call within a link, and for one that renders a block where only words can be."""
    for link in page.css("a:not(.x-anchor)"):
        if line := markup.line_of(link.text()):
            message = "what this macro renders is a link, and stands within another"
            yield _mistake(line, message, "put the call beside that link")
    for element in page.css(f"p, em, strong, summary, {_HEADINGS}"):
        words = element.text().strip()
        if (found := markup.BLOCK.search(words)) and not (element.tag == "p" and found[0] == words):
            message = "what this macro renders cannot stand within a sentence or a heading"
            remedy = "put the call on a line of its own, with empty lines around it"
            yield _mistake(markup.line_of(found[0]) or 1, message, remedy)
            return
