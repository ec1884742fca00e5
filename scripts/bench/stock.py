"""Writes the pages of a built site as plain Markdown, as if by hand, with settings for MkDocs."""

import re
from html.parser import HTMLParser
from pathlib import Path

_SETTINGS = """site_name: Stock
use_directory_urls: false
theme: {name: material, font: false, language: en}
plugins: []
markdown_extensions: [admonition, attr_list, def_list, md_in_html, tables, {toc: {permalink: true}}]
"""
_BLOCKS = {"article", "blockquote", "details", "div", "dl", "dt", "figcaption", "figure", "header", "li", "p"}
_BLOCKS |= {"section", "summary", "table"}
_SIGNS = {"li": "\n- ", "dd": "\n:   "} | {f"h{level}": f"\n\n{'#' * level} " for level in range(1, 7)}
_CELLS = {"tr": ("\n| ", ""), "td": ("", " | "), "th": ("", " | ")}
_INLINE = {"b": "**", "strong": "**", "em": "*", "i": "*", "code": "`", "mark": "**"}
_BLOCK_CLASSES = frozenset(["x-note", "x-passage", "x-popover__head"])
_LEFT_OUT = frozenset(["svg", "form", "nav", "template"])
_VOID = frozenset(["br", "hr", "img", "input", "link", "meta", "col", "wbr"])
_SPECIAL = re.compile(r"[\\`*_\[\]<>|#]")
_ARTICLE = re.compile(r"<article class=\"md-content__inner.*</article>", re.DOTALL)
_NOT_WRITTEN = ("print.html", "404.html")
"""The page for print and the page for unknown addresses, which nobody writes by hand."""


def write(site: Path, folder: Path) -> None:
    """Write the pages of a built site as a project of the stock theme, with the same links."""
    (folder / "docs").mkdir(parents=True)
    top = [file.stem for file in sorted(site.glob("*.html")) if file.name not in _NOT_WRITTEN]
    nav = "".join(f"  - {name.title()}: {name}.md\n" for name in top)
    (folder / "mkdocs.yml").write_text(f"{_SETTINGS}nav:\n{nav}", encoding="utf-8")
    for file in site.rglob("*.html"):
        article = _ARTICLE.search(file.read_text(encoding="utf-8"))
        if article and file.name not in _NOT_WRITTEN:
            page = folder / "docs" / file.relative_to(site).with_suffix(".md")
            page.parent.mkdir(exist_ok=True)
            page.write_text(markdown(article[0]), encoding="utf-8")


def markdown(html: str) -> str:
    """Return finished HTML as Markdown: headings, lists, tables, links and emphasis; drawings are left out."""
    reader = _Reader()
    reader.feed(html)
    return re.sub(r"[ \t]*\n(?:[ \t]*\n)+", "\n\n", "".join(reader.out)).strip() + "\n"


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.out: list[str] = []
        self._open: list[tuple[str, str, bool]] = []
        self._without = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag in _VOID:
            return
        before, after = self._around(tag, given.get("class") or "", given.get("href"))
        is_left_out = tag in _LEFT_OUT or given.get("class") == "headerlink"
        self._without += is_left_out
        self.out.append("" if self._without else before)
        self._open.append((tag, after, is_left_out))

    def _around(self, tag: str, style: str, href: str | None) -> tuple[str, str]:
        """Return the Markdown before and after an element."""
        if tag == "a":
            return "[", f"]({re.sub(r'[.]html(?=#|$)', '.md', href or '')})"
        if tag in _CELLS or any(opened == "tr" for opened, _, _ in self._open):
            return _CELLS.get(tag, ("", " "))
        if tag in _SIGNS and "x-event" not in style:
            return _SIGNS[tag], "\n\n"
        if tag in _BLOCKS or _BLOCK_CLASSES.intersection(style.split()):
            return "\n\n", "\n\n"
        return _INLINE.get(tag, ""), _INLINE.get(tag, "")

    def handle_endtag(self, tag: str) -> None:
        while any(opened == tag for opened, _, _ in self._open):
            opened, after, was_left_out = self._open.pop()
            self.out.append("" if self._without else after)
            self._without -= was_left_out
            if opened == "thead":
                columns = "".join(self.out).rpartition("\n")[2].count(" | ")
                self.out.append(f"\n|{'---|' * columns}")
            if opened == tag:
                break

    def handle_data(self, data: str) -> None:
        if not self._without:
            text = re.sub(r"\s+", " ", data)
            self.out.append(_SPECIAL.sub(r"\\\g<0>", text) if text != " " or self.out[-1:] != ["\n\n"] else "")
