"""Writes the pages of a built site as plain Markdown, as if by hand, with settings for MkDocs."""

import re
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser, LexborNode

_SETTINGS = """site_name: Stock
use_directory_urls: false
theme: {name: material, font: false, language: en}
plugins: []
markdown_extensions: [admonition, attr_list, def_list, md_in_html, tables, {toc: {permalink: true}}]
"""
_BLOCKS = frozenset("article blockquote details div dl dt figcaption figure header li p section summary table".split())
_SIGNS = {"li": "\n- ", "dd": "\n:   "} | {f"h{level}": f"\n\n{'#' * level} " for level in range(1, 7)}
_CELLS = {"tr": ("\n| ", ""), "td": ("", " | "), "th": ("", " | ")}
_INLINE = {"b": "**", "strong": "**", "em": "*", "i": "*", "code": "`", "mark": "**"}
_BLOCK_CLASSES = frozenset(["x-note", "x-passage", "x-popover__head"])
_LEFT_OUT = "svg, form, nav, template, .headerlink"
_SPECIAL = re.compile(r"[\\`*_\[\]<>|#]")
_NOT_WRITTEN = ("print.html", "404.html")
"""The page for print and the page for unknown addresses, which nobody writes by hand."""


def write(site: Path, folder: Path) -> None:
    """Write the pages of a built site as a project of the stock theme, with the same links."""
    (folder / "docs").mkdir(parents=True)
    top = [file.stem for file in sorted(site.glob("*.html")) if file.name not in _NOT_WRITTEN]
    nav = "".join(f"  - {name.title()}: {name}.md\n" for name in top)
    (folder / "mkdocs.yml").write_text(f"{_SETTINGS}nav:\n{nav}", encoding="utf-8")
    for file in site.rglob("*.html"):
        article = LexborHTMLParser(file.read_text(encoding="utf-8")).css_first("article.md-content__inner")
        if article and file.name not in _NOT_WRITTEN:
            page = folder / "docs" / file.relative_to(site).with_suffix(".md")
            page.parent.mkdir(exist_ok=True)
            page.write_text(markdown(article.html or ""), encoding="utf-8")


def markdown(html: str) -> str:
    """Return finished HTML as Markdown: headings, lists, tables, links and emphasis; drawings are left out."""
    page = LexborHTMLParser(html)
    for needless in page.css(_LEFT_OUT):
        needless.decompose()
    text = _inside(page.body, is_row=False) if page.body else ""
    return re.sub(r"[ \t]*\n\s*\n[ \t]*", "\n\n", text).strip() + "\n"


def _inside(node: LexborNode, *, is_row: bool) -> str:
    return "".join(_written(child, is_row=is_row) for child in node.iter(include_text=True))


def _written(node: LexborNode, *, is_row: bool) -> str:
    """Return an element or a text as Markdown; ``is_row`` says that it stands in a row of a table, on one line."""
    if node.is_text_node:
        return _SPECIAL.sub(r"\\\g<0>", re.sub(r"\s+", " ", node.text_content or ""))
    before, after = _around(node, is_row=is_row)
    inside = _inside(node, is_row=is_row or node.tag == "tr")
    if node.tag == "thead":
        after = f"\n|{'---|' * len(node.css('th, td'))}"
    return f"{before}{inside}{after}"


def _around(node: LexborNode, *, is_row: bool) -> tuple[str, str]:
    """Return the Markdown before and after what is in an element."""
    tag, classes = node.tag or "", frozenset((node.attributes.get("class") or "").split())
    if tag == "a":
        return "[", f"]({re.sub(r'[.]html(?=#|$)', '.md', node.attributes.get('href') or '')})"
    if is_row or tag in _CELLS:
        return _CELLS.get(tag, ("", " "))
    if tag in _SIGNS and "x-event" not in classes:
        return _SIGNS[tag], "\n\n"
    if tag in _BLOCKS or _BLOCK_CLASSES & classes:
        return "\n\n", "\n\n"
    return _INLINE.get(tag, ""), _INLINE.get(tag, "")
