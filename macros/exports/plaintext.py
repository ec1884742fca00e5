"""Pages as plain text, and the list of them for programs that read: llms.txt."""

from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

from macros.model import Docs
from macros.queries import Queries
from macros.views import words

_LEFT_OUT = "svg, script, style, template, form, input, nav, .x-tool, .x-cite__mark, .x-needs-js, [hidden]"
_BLOCKS = frozenset(
    [
        "article",
        "aside",
        "blockquote",
        "caption",
        "dd",
        "details",
        "div",
        "dl",
        "dt",
        "figcaption",
        "figure",
        "footer",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "li",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tr",
        "ul",
    ]
)
_BLOCK_CLASSES = ("x-note", "x-passage", "x-popover__head")
_SIGNS = {"li": "- ", "h1": "# ", "h2": "## ", "h3": "### ", "h4": "#### ", "dd": "  "}
_GROUPS = (("statutes", "The law"), ("questions", "Questions"), ("series", "Numbers"), ("sources", "Sources"))


def text(html: str) -> str:
    """Return the article of a finished page as plain text: a line for each block, with signs of Markdown before it."""
    tree = LexborHTMLParser(html)
    article = tree.css_first("article.md-content__inner")
    if article is None:
        return ""
    for node in article.css(_LEFT_OUT):
        node.decompose()
    lines = (" ".join(line.split()) for line in "".join(_words(article)).split("\n"))
    return "\n".join(line for line in lines if line) + "\n"


def _words(node: LexborNode) -> Iterator[str]:
    for child in node.iter(include_text=True):
        if child.tag == "-text":
            yield (child.text_content or "").replace("\n", " ")
            continue
        style = child.attributes.get("class") or ""
        is_block = child.tag in _BLOCKS or any(name in style.split() for name in _BLOCK_CLASSES)
        yield f"\n{_SIGNS.get(child.tag or '', '')}" if is_block or child.tag == "br" else ""
        yield from _words(child)
        yield "\n" if is_block else " | " if child.tag in ("td", "th") else ""


def index(queries: Queries, docs: Docs) -> str:
    """Return llms.txt: what the site is, its pages as plain text, and its data."""
    topic = queries.dataset.topic
    lines = [f"# {topic.title}", "", f"> {topic.tagline}", "", *topic.summary.split("\n"), "", str(topic.notice), ""]
    lines += ["Every fact names its sources; cite them, and the page. Quoted words are exact.", "", "## Pages", ""]
    for entry in topic.nav:
        page = docs.pages.get(entry.page)
        about = f": {page.head.description}" if page and page.head.description else ""
        lines.append(f"- [{entry.label}]({entry.page.removesuffix('.md')}.txt){about}")
    lines += ["", "## Data", "", "- [All data](data/v1/README.md): what there is, as CSV and JSON"]
    for folder, title in _GROUPS:
        lines += ["", f"## {title}", ""]
        for name in getattr(queries.dataset, folder):
            link = words.link(name, queries)
            lines.append(f"- [{_line(link.label)}]({link.href.partition('#')[0].removesuffix('.html')}.txt)")
    return "\n".join(lines) + "\n"


def _line(label: str) -> str:
    return " ".join(label.replace("[", "(").replace("]", ")").split())
