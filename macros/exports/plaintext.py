"""Pages as plain text, and the list of them for programs that read: llms.txt."""

import re
from collections.abc import Iterator
from html import unescape

from macros.language import gettext, gettext_noop, message
from macros.model import Docs
from macros.model.words import one_line
from macros.queries import Queries
from macros.render import escape_markdown
from macros.views import words

_TOKEN = re.compile(r"""<(?P<end>/?)(?P<name>[A-Za-z][\w-]*)(?:[^>"']|"[^"]*"|'[^']*')*>|<!--.*?-->|[^<]+""", re.DOTALL)
"""A tag, a comment, or text."""
_VOID = frozenset("area br col embed hr img input link meta source track wbr".split())
_LEFT_OUT = frozenset("svg script style template form nav".split())
_LEFT_OUT_CLASSES = re.compile(r"""class="[^"]*\b(x-tool|x-no-print|x-cite__mark|x-needs-js)\b|\shidden(?=[\s>])""")
_TEXT_BLOCKS = (
    "article aside blockquote caption div dd details dl dt figcaption figure footer header li ol p pre section"
)
_BLOCKS = frozenset([*_TEXT_BLOCKS.split(), *"h1 h2 h3 h4 h5 h6 summary table tr ul".split()])
_BLOCK_CLASSES = re.compile(r"""class="(?:[^"]* )?(x-note|x-passage|x-popover__head)[ "]""")
_SIGNS = {"li": "- ", "h1": "# ", "h2": "## ", "h3": "### ", "h4": "#### ", "dd": "  "}
"""The signs of Markdown before the line of a block."""
_GROUPS = (
    ("statutes", gettext_noop("The law")),
    ("questions", gettext_noop("Questions")),
    ("series", gettext_noop("Numbers")),
    ("sources", gettext_noop("Sources")),
)


def text(html: str) -> str:
    """Return the article of a finished page as plain text: a line for each block, with signs of Markdown before it.

    The page is read tag by tag, since a tree of it would take many times its size in memory.
    """
    start = html.find('<article class="md-content__inner')
    if start < 0:
        return ""
    lines = []
    sign = ""
    for raw_line in _lines(html, start):
        line = f"{sign}{one_line(raw_line)}"
        sign = "- " if line == "-" else ""  # the words of a list item may stand in a block of their own
        if line and not sign:
            lines.append(f"{line}\n")
    return "".join(lines)


def _lines(html: str, start: int) -> Iterator[str]:
    line: list[str] = []
    for piece in _pieces(html, start):
        if piece.startswith("\n"):
            yield "".join(line)
            line = []
        line.append(piece)
    yield "".join(line)


def _pieces(html: str, start: int) -> Iterator[str]:
    """Yield the text of the element that starts at ``start``, and line feeds around its blocks."""
    depth = 0
    left_out_depth = 0  # of the element whose content is left out at present; 0 for none
    for match in _TOKEN.finditer(html, start):
        name, is_end = (match["name"] or "").lower(), bool(match["end"])
        if not name:
            yield "" if left_out_depth else unescape(match[0]).replace("\n", " ")
            continue
        if name in _VOID or match[0].endswith("/>"):
            yield "\n" if name in ("br", "hr") and not left_out_depth else ""
            continue
        depth += -1 if is_end else 1
        if left_out_depth:
            left_out_depth = 0 if depth < left_out_depth else left_out_depth
        elif not is_end and (name in _LEFT_OUT or _LEFT_OUT_CLASSES.search(match[0])):
            left_out_depth = depth
        else:
            yield _sign(name, match[0], is_end=is_end)
        if not depth:
            return


def _sign(name: str, tag: str, *, is_end: bool) -> str:
    """Return what stands for a tag: a line feed at a block, with its sign of Markdown; a bar after a cell."""
    if name in _BLOCKS or _BLOCK_CLASSES.search(tag):
        return "\n" if is_end else f"\n{_SIGNS.get(name, '')}"
    return " | " if is_end and name in ("td", "th") else ""


def index(queries: Queries, docs: Docs) -> str:
    """Return llms.txt: what the site is about, links to its pages as plain text, and to its data."""
    topic = queries.dataset.topic
    about = map(escape_markdown, (*topic.summary.split("\n"), "", topic.notice, ""))
    lines = [f"# {escape_markdown(topic.title)}", "", f"> {escape_markdown(topic.tagline)}", "", *about]
    lines += [gettext("Every fact names its sources; cite them, and the page. Quoted words are exact."), ""]
    data = gettext("[All data](%(address)s): what there is, as CSV and JSON", address="data/v1/README.md")
    sections = {gettext("Pages"): list(_pages(queries, docs)), gettext("Data"): [f"- {data}"]}
    for folder, title in _GROUPS:
        links = (words.link(record_id, queries) for record_id in getattr(queries.dataset, folder))
        sections[message(title)] = [
            _line(link.label, link.href.partition("#")[0].removesuffix(".html")) for link in links
        ]
    for title, entries in sections.items():
        lines += [f"## {title}", "", *entries, ""] if entries else []
    return "\n".join(lines)


def _pages(queries: Queries, docs: Docs) -> Iterator[str]:
    """Yield a line for each page of the navigation that is published."""
    for entry in queries.dataset.topic.nav:
        if entry.page in docs.pages:
            about = docs.pages[entry.page].head.description
            line = _line(entry.label, entry.page.removesuffix(".md"))
            yield f"{line}: {escape_markdown(about)}" if about else line


def _line(label: str, page: str) -> str:
    return f"- [{escape_markdown(label)}]({page}.txt)"
