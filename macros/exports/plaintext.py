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

_PART = re.compile(r"""<(?P<end>/?)(?P<name>[A-Za-z][\w-]*)(?:[^>"']|"[^"]*"|'[^']*')*>|<!--.*?-->|[^<]+""", re.DOTALL)
"""A tag, a comment, or words."""
_VOID = frozenset("area br col embed hr img input link meta source track wbr".split())
_LEFT_OUT = frozenset("svg script style template form nav".split())
_LEFT_OUT_CLASSES = re.compile(
    r"""class="[^"]*\b(x-tool|x-taken|x-cite__mark|x-needs-js|footnote-backref)\b|\sid="fnref|\shidden(?=[\s>])"""
)
_TEXT_BLOCKS = (
    "article aside blockquote caption div dd details dl dt figcaption figure footer header li ol p pre section"
)
_BLOCKS = frozenset([*_TEXT_BLOCKS.split(), *"h1 h2 h3 h4 h5 h6 summary table tr ul".split()])
_BLOCK_CLASSES = re.compile(r"""class="(?:[^"]* )?(x-line|x-note|x-passage|x-popover__head)[ "]""")
_SIGNS = {"li": "- ", "h1": "# ", "h2": "## ", "h3": "### ", "h4": "#### ", "dd": "  "}
_GROUPS = (
    ("statutes", gettext_noop("The law")),
    ("questions", gettext_noop("Questions")),
    ("series", gettext_noop("Numbers")),
    ("sources", gettext_noop("Sources")),
)


def text(html: str) -> str:
    """Return the article of a finished page as plain text: a line for each block, with signs of Markdown before it.

    The page is read tag by tag, since a tree of it would take many times its size.
    """
    start, sign, found = html.find('<article class="md-content__inner'), "", []
    for line in _lines(html, start) if start >= 0 else ():
        words = f"{sign}{one_line(line)}"
        sign = "- " if words == "-" else ""
        if words and not sign:
            found.append(f"{words}\n")
    return "".join(found)


def _lines(html: str, start: int) -> Iterator[str]:
    line: list[str] = []
    for part in _words(html, start):
        if part.startswith("\n"):
            yield "".join(line)
            line = []
        line.append(part)
    yield "".join(line)


def _words(html: str, start: int) -> Iterator[str]:
    """Yield the words of the element at a place of a page, and line feeds around its blocks."""
    left_out, depth = 0, 0
    for match in _PART.finditer(html, start):
        name, is_end = (match["name"] or "").lower(), bool(match["end"])
        if not name:
            yield "" if left_out else unescape(match[0]).replace("\n", " ")
            continue
        if name in _VOID or match[0].endswith("/>"):
            yield "\n" if name in ("br", "hr") and not left_out else ""
            continue
        depth += -1 if is_end else 1
        if left_out:
            left_out = 0 if depth < left_out else left_out
        elif not is_end and (name in _LEFT_OUT or _LEFT_OUT_CLASSES.search(match[0])):
            left_out = depth
        else:
            yield _sign(name, match[0], is_end=is_end)
        if not depth:
            return


def _sign(name: str, tag: str, *, is_end: bool) -> str:
    if name in _BLOCKS or _BLOCK_CLASSES.search(tag):
        return "\n" if is_end else f"\n{_SIGNS.get(name, '')}"
    if name == "sup":
        return "" if is_end else "^"
    return " | " if is_end and name in ("td", "th") else ""


def index(queries: Queries, docs: Docs) -> str:
    """Return llms.txt: what the site is, its pages as plain text, and its data."""
    topic = queries.dataset.topic
    told = map(escape_markdown, (*topic.summary.split("\n"), "", topic.notice, ""))
    lines = [f"# {escape_markdown(topic.title)}", "", f"> {escape_markdown(topic.tagline)}", "", *told]
    lines += [gettext("Every fact names its sources; cite them, and the page. Quoted words are exact."), ""]
    listed = gettext("[All data](%(address)s): what there is, as CSV and JSON", address="data/v1/README.md")
    sections = {gettext("Pages"): list(_pages(queries, docs)), gettext("Data"): [f"- {listed}"]}
    for folder, title in _GROUPS:
        links = (words.link(name, queries) for name in getattr(queries.dataset, folder))
        sections[message(title)] = [_line(one.label, one.href.partition("#")[0].removesuffix(".html")) for one in links]
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
