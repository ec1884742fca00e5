"""Pages as plain text, and the list of them for programs that read: llms.txt."""

import re
from collections.abc import Iterator, Mapping
from io import StringIO

from lxml import etree

from macros.exports import binder, data
from macros.language import gettext, gettext_noop, message
from macros.model import Docs
from macros.model.words import one_line
from macros.pages import titles
from macros.queries import Queries
from macros.render import escape_markdown, tokens
from macros.views import words

_LEFT_OUT = frozenset("svg script style template form nav".split())
_LEFT_OUT_CLASSES = frozenset("x-tool x-no-print x-cite__mark x-needs-js footnote-backref".split())
_TEXT_BLOCKS = (
    "article aside blockquote caption div dd details dl dt figcaption figure footer header li ol p pre section"
)
_BLOCKS = frozenset([*_TEXT_BLOCKS.split(), *"h1 h2 h3 h4 h5 h6 summary table tr ul".split()])
_BLOCK_CLASSES = frozenset(
    "x-clause__account x-law__heading x-law__words x-line x-note x-passage x-popover__head".split()
)
_SIGNS = {"li": "- ", "h1": "# ", "h2": "## ", "h3": "### ", "h4": "#### ", "dd": "  "}
"""The signs of Markdown before the line of a block."""
PATH = "llms.txt"
_ARTICLE = re.compile(r'<(article|main) class="md-(content__inner|typeset).*</\1>', re.DOTALL)
_WORDS_TOUCH = re.compile(r"[\w)”»][\w“«]")
_GROUPS = (
    ("statutes", gettext_noop("The law")),
    ("questions", gettext_noop("Questions")),
    ("series", gettext_noop("Numbers")),
    ("sources", gettext_noop("Sources")),
    ("actors", gettext_noop("People")),
)


def text(html: str) -> str:
    """Return the article of a page as plain text: a line for each block, with signs of Markdown before it.

    ``html`` may be packed; it is read in pieces, so that a long page is never whole in memory.
    """
    found = _ARTICLE.search(html)
    parser = etree.HTMLParser(target=_Article(), huge_tree=True, encoding="utf-8")
    for piece in tokens.pieces(found[0] if found else "<p>"):  # it refuses to read nothing
        parser.feed(piece.encode())
    told: str = parser.close()
    return told


def foot(address: str, queries: Queries) -> str:
    """Return the last lines of a page as plain text: the site, its licence, the address of the page, day and notice."""
    topic = queries.dataset.topic
    where = topic.address(address) or gettext("In this site: %(path)s", path=address)
    return (
        f"\n{licence(queries)} {where}\n{gettext('Sources last read on %(day)s.', day=topic.checked)} {topic.notice}\n"
    )


def licence(queries: Queries) -> str:
    """Return the site and the licence of what it says: "From “The lamp”, CC BY 4.0."."""
    topic = queries.dataset.topic
    return gettext("From “%(site)s”, %(licence)s.", site=topic.title, licence=topic.licences.data)


class _Article:
    """Collects the text of an article, line by line.

    The page is read tag by tag, since a tree of it would take many times its size in memory.
    """

    def __init__(self) -> None:
        self._lines = StringIO()
        self._line: list[str] = []
        self._sign = ""  # of a list item whose words stand in a block of their own
        self._depth = 0
        self._left_out_depth = 0  # of the element whose content is left out at present; 0 for none
        self._touching = 0  # 1 after the end of an element, 2 where another one begins right there

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Begin a line at a block, with its sign of Markdown."""
        if tag in ("br", "hr"):
            self._end_line()
        self._depth += 1
        self._touching *= 2
        if not self._left_out_depth and _is_left_out(tag, attributes):
            self._left_out_depth = self._depth
        elif tag in _BLOCKS or not _BLOCK_CLASSES.isdisjoint(_classes(attributes)):
            self._end_line()
            self._add(_SIGNS.get(tag, ""))
        elif tag == "sup":
            self._add("^")

    def end(self, tag: str) -> None:
        """End the line of a block; write a bar after a cell."""
        if tag in _BLOCKS:
            self._end_line()
        elif tag in ("td", "th"):
            self._add(" | ")
        if self._depth == self._left_out_depth:
            self._left_out_depth = 0
        self._depth -= 1
        self._touching = 1

    def data(self, data: str) -> None:
        """Add text, in which line feeds are spaces; words of elements that touch are kept apart."""
        if self._touching > 1 and self._line and _WORDS_TOUCH.fullmatch(self._line[-1][-1:] + data[:1]):
            self._add(" ")
        self._touching = 0
        self._add(data)

    def close(self) -> str:
        """Return the text."""
        self._end_line()
        return self._lines.getvalue()

    def _add(self, piece: str) -> None:
        if piece and not self._left_out_depth:
            self._line.append(piece)

    def _end_line(self) -> None:
        if self._left_out_depth or not (self._line or self._sign):
            return
        line = f"{self._sign}{one_line(''.join(self._line))}"
        self._line.clear()
        self._sign = "- " if line == "-" else ""
        if line and not self._sign:
            self._lines.write(f"{line}\n")


def _is_left_out(tag: str, attributes: Mapping[str, str]) -> bool:
    is_footnote_mark = attributes.get("id", "").startswith("fnref")
    is_tool = tag in _LEFT_OUT or not _LEFT_OUT_CLASSES.isdisjoint(_classes(attributes))
    return is_tool or is_footnote_mark or attributes.get("hidden") == ""


def _classes(attributes: Mapping[str, str]) -> list[str]:
    return attributes.get("class", "").split()


def index(queries: Queries, docs: Docs) -> str:
    """Return llms.txt: what the site is about, links to its pages as plain text, and to its data."""
    topic = queries.dataset.topic
    about = map(escape_markdown, (*topic.summary.split("\n"), "", topic.notice, ""))
    lines = [f"# {escape_markdown(topic.title)}", "", f"> {escape_markdown(topic.tagline)}", "", *about]
    lines += [gettext("Every fact names its sources; cite them, and the page. Quoted words are exact."), ""]
    lines += [escape_markdown(licence(queries)), ""]
    all_data = gettext("[All data](%(address)s): what there is, as CSV and JSON", address=f"{data.HOME}README.md")
    files = {binder.TEXT: gettext("Exhibits"), data.ZIP: "all.zip"} | data.others(queries)
    links = [f"- {all_data}", *(f"- [{label}]({path})" for path, label in files.items() if path != PATH)]
    sections = {gettext("Pages"): list(_pages(queries, docs)), gettext("Data"): links}
    for folder, title in _GROUPS:
        records = words.links(filter(queries.has_page, getattr(queries.dataset, folder)), queries)
        sections[message(title)] = [_line(one.label, one.href.removesuffix(".html")) for one in records]
    for title, entries in sections.items():
        lines += [f"## {title}", "", *entries, ""] if entries else []
    return "\n".join(lines)


def _pages(queries: Queries, docs: Docs) -> Iterator[str]:
    """Yield a line for each page that is published, those of the navigation first."""
    labels = queries.dataset.topic.labels
    for path in dict.fromkeys([*(one for one in labels if one in docs.pages), *docs.pages]):
        page = docs.pages[path]
        label, about = labels.get(path) or titles.title(path, page, queries), page.head.description
        line = _line(label, path.removesuffix(".md"))
        yield f"{line}: {escape_markdown(about)}" if about else line


def _line(label: str, page: str) -> str:
    return f"- [{escape_markdown(label)}]({page}.txt)"
