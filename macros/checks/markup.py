"""Finds markup that a page or a drawing may not have: all but text, tables, pictures and media, and whatever runs.

A page is converted by Markdown first, with the extensions of ``mkdocs.yml``, since only that tells code from markup.
Elements and addresses that are not known to be harmless are refused.
"""

import re
from collections.abc import Iterator
from functools import cache
from html import unescape
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import yaml
from markdown import Markdown

from macros.checks import syntax

CALL = "\ue000"
"""Stands for the output of a macro call; pages with this character are refused."""
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
"""Attributes whose address a browser fetches by itself, except the ``href`` of a link."""
_FORBIDDEN = re.compile("on.*|style|srcdoc|action|formaction|ping|http-equiv|form|popover.*|command.*|data-x-.*")
"""Attributes that run something, or that our own scripts and templates use."""
_SHOWN = 60
"""How many letters are shown of markup that cannot be parsed."""
_SCHEMES = ("", "http", "https", "mailto", "tel")
_PIECE = re.compile(
    r"""(?P<text>[^<]+)
    |</(?P<end>[A-Za-z][\w:-]*)\s*>
    |<!--(?!-?>)(?:(?!--)[^<>])*-->
    |<(?P<tag>[A-Za-z][\w:-]*)(?P<attributes>(?:\s+[A-Za-z_:@][\w:.-]*(?:="[^"<>]*")?)*)\s*/?>""",
    re.VERBOSE,
)
"""The HTML that browsers and our rules are sure to parse alike; all other HTML is refused."""
_ATTRIBUTE = re.compile(r'([A-Za-z_:@][\w:.-]*)(?:="([^"]*)")?')
_CODE = ("code", "pre", "kbd", "samp")


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
    """Yield what a page may not hold, as written; ``source`` is Markdown with CALL in place of each macro call."""
    yield from _faults(_markdown().reset().convert(source), _PAGE)


def drawing_faults(svg: str) -> Iterator[str]:
    """Yield what an SVG file may not hold, as written, if it is only a picture."""
    yield from _faults(re.sub(r"\A<\?xml version=\"1.0\"(?: encoding=\"UTF-8\")?\?>", "", svg), _DRAWING_FILE)


def _faults(html: str, elements: re.Pattern[str]) -> Iterator[str]:
    return iter(dict.fromkeys(_read(html, elements)))


def _read(html: str, elements: re.Pattern[str]) -> Iterator[str]:
    """Yield what is not known to be harmless, as written, in HTML or SVG."""
    at, code = 0, 0
    while at < len(html):
        piece = _PIECE.match(html, at)
        if piece is None:
            yield html[at:].split("\n", maxsplit=1)[0][:_SHOWN]
            return
        at = piece.end()
        if tag := (piece["tag"] or "").lower():
            code += tag in _CODE
            yield from _tag(tag, piece["attributes"], elements)
        code -= (piece["end"] or "").lower() in _CODE
        if code and CALL in (piece["text"] or ""):
            yield f"{CALL} in code"


def _tag(tag: str, attributes: str, elements: re.Pattern[str]) -> Iterator[str]:
    if not elements.fullmatch(tag):
        yield f"<{tag}"
    for match in _ATTRIBUTE.finditer(attributes):
        name, value = match[1].lower(), unescape(match[2] or "")
        if _FORBIDDEN.fullmatch(name) or CALL in value:
            yield f"{name}="
        elif name in _LOADING:
            addresses = value.split(",") if name == "srcset" else [value]
            is_link = name == "href" and tag in ("a", "area")
            yield from (one for one in addresses if not _is_harmless(one, is_link=is_link))


def _is_harmless(address: str, *, is_link: bool) -> bool:
    """Whether a link has a known scheme, or an address that a browser fetches by itself is within the site."""
    bare = re.sub(r"[\x00-\x20]", "", address).replace("\\", "/")
    try:
        parts = urlsplit(bare)
    except ValueError:
        return False
    return parts.scheme in _SCHEMES if is_link else not parts.scheme and not parts.netloc
