"""The HTML that a page makes: only elements that hold text, tables, pictures and media, and nothing that runs.

What Markdown makes of a page is looked at, with the extensions of ``mkdocs.yml``, since only that tells what is code
and what is markup. An element or an address that is not known to be harmless is refused.
"""

import re
from collections.abc import Iterator
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import yaml
from markdown import Markdown

from macros.checks import syntax

CALL = "\ue000"
"""Stands for what a macro call gives; no page can hold this character."""
_CONFIGURATION = Path(__file__).parent.parent.parent / "mkdocs.yml"
_DRAWING = "svg|g|path|circle|rect|line|polyline|polygon|ellipse"
_DRAWING_FILE = re.compile(
    f"{_DRAWING}|title|desc|text|tspan|textpath|defs|lineargradient|radialgradient|stop|clippath|mask|pattern|marker"
    "|symbol|use|switch|metadata"
)
_PAGE = re.compile(
    f"{_DRAWING}|a|abbr|address|area|article|aside|audio|b|bdi|bdo|blockquote|br|caption|cite|code|col|colgroup|data"
    "|dd|del|details|dfn|div|dl|dt|em|figcaption|figure|footer|h[1-6]|header|hr|i|img|input|ins|kbd|label|li|map|mark"
    "|nav|ol|p|picture|pre|progress|q|rp|rt|ruby|s|samp|section|small|source|span|strong|sub|summary|sup|table|tbody"
    "|td|tfoot|th|thead|time|tr|track|u|ul|var|video|wbr"
)
_LOADING = frozenset(["src", "srcset", "poster", "background", "data", "href", "xlink:href"])
"""Attributes whose address a browser fetches by itself; a link's ``href`` aside."""
_FORBIDDEN = frozenset(["style", "srcdoc", "action", "formaction", "ping", "http-equiv", "form"])
_SCHEMES = ("", "http", "https", "mailto", "tel")
_VALUE = r"""(?:"[^"]*"|'[^']*'|[^\s"'=<>`]+)"""
_TAG = re.compile(rf"<[A-Za-z][\w:-]*(?:\s+[A-Za-z_:@][\w:.-]*(?:\s*=\s*{_VALUE})?)*\s*/?>")


@cache
def _markdown() -> Markdown:
    configuration = yaml.load(_CONFIGURATION.read_text(encoding="utf-8"), Loader=yaml.UnsafeLoader)  # noqa: S506 - our own file, which names functions of extensions
    options: dict[str, Any] = dict.fromkeys(("toc", "tables", "fenced_code"))  # the engine has them in any case
    for item in configuration["markdown_extensions"]:
        options |= item if isinstance(item, dict) else {item: None}
    given = {name: value for name, value in options.items() if value}
    syntax.prepare(given)
    return Markdown(extensions=list(options), extension_configs=given)


def page_faults(source: str) -> Iterator[str]:
    """Yield what a page may not hold, as it is written there; ``source`` is Markdown with CALL for each macro call."""
    yield from _faults(_markdown().reset().convert(source), _PAGE)


def drawing_faults(svg: str) -> Iterator[str]:
    """Yield what the file of a drawing may not hold if it is to be a picture and nothing else."""
    yield from _faults(re.sub(r"\A\s*<\?xml [^<>]*\?>", "", svg), _DRAWING_FILE)


def _faults(html: str, elements: re.Pattern[str]) -> Iterator[str]:
    inspector = _Inspector(elements)
    inspector.feed(html)
    inspector.close()
    return iter(dict.fromkeys(inspector.faults))


class _Inspector(HTMLParser):
    """Collects what is not known to be harmless.

    A tag that browsers could read otherwise than Python does is refused for its form.
    """

    def __init__(self, elements: re.Pattern[str]) -> None:
        super().__init__(convert_charrefs=False)
        self._elements = elements
        self.faults: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        written = self.get_starttag_text() or ""
        if not self._elements.fullmatch(tag):
            self.faults.append(f"<{tag}")
        elif not _TAG.fullmatch(written):
            self.faults.append(written)
        for name, value in attrs:
            if name.startswith("on") or name in _FORBIDDEN or CALL in f"{name}{value}":
                self.faults.append(f"{name}=")
            elif name in _LOADING:
                addresses = (value or "").split(",") if name == "srcset" else [value or ""]
                is_link = name == "href" and tag in ("a", "area")
                self.faults += [one for one in addresses if not _is_harmless(one, is_link=is_link)]

    def handle_data(self, data: str) -> None:
        if "<" in data:  # Markdown writes it as a reference, but not in HTML that a page holds: a tag without an end
            self.faults.append("<")

    def handle_comment(self, data: str) -> None:
        if data.startswith((">", "->")) or "--!" in data:
            self.faults.append("<!--")

    def handle_decl(self, decl: str) -> None:
        self.faults.append(f"<!{decl}")

    def unknown_decl(self, data: str) -> None:
        self.faults.append(f"<![{data}")

    def handle_pi(self, data: str) -> None:
        self.faults.append(f"<?{data}")


def _is_harmless(address: str, *, is_link: bool) -> bool:
    """Whether an address is one of the web, and stays in the site where a browser fetches it by itself."""
    bare = re.sub(r"[\x00-\x20]", "", address).replace("\\", "/")
    try:
        parts = urlsplit(bare)
    except ValueError:
        return False
    return parts.scheme in _SCHEMES if is_link else not parts.scheme and not parts.netloc
