"""Finds markup that a page or a drawing may not have: all but text, tables, pictures and media, and whatever runs.

A page is converted by Markdown first, with the extensions of ``mkdocs.yml``, since only that tells code from markup.
Elements and addresses that are not known to be harmless are refused.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from html import unescape
from typing import Literal, NamedTuple
from urllib.parse import unquote, urlsplit

from selectolax.lexbor import LexborHTMLParser

from macros.model.addresses import is_url, own_network
from macros.pages import settings

CALL = "\ue000"
"""Begins what stands for the output of a macro call; pages with this character are refused."""
_LINES = 0xF0000
"""The character of this number, which pages may not hold either, and those after it stand for a line."""
_MARK = re.compile(f"{CALL}([{chr(_LINES)}-\U000fffff])\ue001?")
BLOCK = re.compile(f"{CALL}[{chr(_LINES)}-\U000fffff]\ue001")
"""What stands for the output of a call that renders a block."""
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
_ATTRIBUTES = re.compile(
    "id|class|title|lang|dir|role|tabindex|hidden|translate|aria-[a-z]+|data-(?!x-)[a-z-]+|href|rel|target|download"
    "|hreflang|src|srcset|sizes|alt|width|height|loading|decoding|controls|poster|preload|muted|loop|playsinline|type"
    "|media|kind|label|srclang|default|colspan|rowspan|span|scope|headers|align|start|reversed|value|datetime|open|name"
    "|checked|disabled|for|max|min|cite|abbr|xmlns(:xlink)?|xlink:href|xml:space|version|viewbox|preserveaspectratio"
    "|d|points|x|y|dx|dy|cx|cy|r|rx|ry|x1|x2|y1|y2|fx|fy|transform|gradientunits|gradienttransform|spreadmethod|offset"
    "|text-anchor|textlength|lengthadjust|font-(family|size|style|weight)|letter-spacing|dominant-baseline|fill"
    "|(fill|stroke|stop)-[a-z]+|stroke|opacity|color|display|visibility|clip-(path|rule)|clippathunits|mask|maskunits"
    "|marker-(start|mid|end)|marker(width|height|units)|refx|refy|orient|pattern(units|transform|contentunits)"
)
"""Attributes that run nothing and that no script of ours reads."""
SHOWN = 60  # how many letters are shown of markup that cannot be parsed
TAB = "__tabbed_"  # begins the anchors of tabs, which no link opens
_PIECE = re.compile(
    r"""(?P<text>[^<]+)
    |</(?P<end>[A-Za-z][\w:-]*)[ \n]*>
    |<!--(?!-?>)(?:(?!--)[^<>])*-->
    |<(?P<tag>[A-Za-z][\w:-]*)(?P<attributes>(?:[ \n]+[A-Za-z_:@][\w:.-]*(?:="[^"<>]*")?)*)[ \n]*/?>""",
    re.VERBOSE | re.ASCII,
)
"""The HTML that browsers and our rules are sure to parse alike; all other HTML is refused."""
_ATTRIBUTE = re.compile(r'([A-Za-z_:@][\w:.-]*)(?:="([^"]*)")?', re.ASCII)
_VOID = ("area", "br", "col", "hr", "img", "input", "source", "track", "wbr")
_LONG_REFERENCE = re.compile("&#x?[0-9a-f]{8}", re.IGNORECASE)
"""A reference to a character that there is not; long ones end parsers in an error."""
_CODE = ("code", "pre", "kbd", "samp")


class Refused(NamedTuple):
    """What a page may not hold, as written.

    A macro call is refused for where it stands; ``half`` is a tag, without its ">", whose element has no other one;
    ``loaded`` is an address that a browser fetches by itself, ``tab`` that of a tab.
    """

    what: str
    why: Literal["markup", "address", "loaded", "tab", "in code", "in a comment", "half"] = "markup"


def mark(line: int, *, is_block: bool) -> str:
    """Return what stands for the output of a macro call on a line, which may be a block or words of a sentence."""
    return f"{CALL}{chr(_LINES + line)}" + "\ue001" * is_block


def line_of(text: str) -> int | None:
    """Return the line of the first macro call in a text, if there is one."""
    found = _MARK.search(text)
    return ord(found[1]) - _LINES if found else None


def shown(text: str) -> str:
    """Return a text with braces in the place of each macro call."""
    return _MARK.sub("{{ }}", text)


@lru_cache(1024)  # a preview asks again at every change of another file
def page(source: str) -> tuple[str, tuple[Refused, ...]]:
    """Return the words of a page outside of code, and what it may not hold.

    ``source`` is Markdown with a ``mark`` in place of each macro call.
    """
    if found := _LONG_REFERENCE.search(source):
        return "", (Refused(found[0]),)
    if (html := converted(source)) is None:
        return "", (Refused(source.strip().partition("\n")[0][:SHOWN]),)
    words = LexborHTMLParser(html)
    for code in reversed(words.css(", ".join(_CODE))):  # what is inside of another one first
        code.decompose()
    return words.text(), tuple(dict.fromkeys(_faults(html, _PAGE))) or tuple(_unbalanced(html))


@lru_cache(1024)
def converted(source: str) -> str | None:
    """Return the HTML of a page, or None if it cannot be converted."""
    try:
        return str(settings.markdown().reset().convert(source))
    except (RecursionError, ValueError):  # of what is nested too deep, and of numbers that are too long
        settings.markdown.cache_clear()  # it is in the middle of the page
        return None


def _unbalanced(html: str) -> Iterator[Refused]:
    """Yield the first tag whose element does not end, or does not start, in the HTML of a page."""
    inside: list[str] = []
    for piece in _PIECE.finditer(html):
        tag, end = (piece["tag"] or "").lower(), (piece["end"] or "").lower()
        if tag and tag not in _VOID and not piece[0].endswith("/>"):
            inside.append(tag)
        elif end and (not inside or inside.pop() != end):
            yield Refused(f"</{end}", "half")
            return
    yield from (Refused(f"<{tag}", "half") for tag in inside[-1:])


def drawing_faults(svg: str) -> list[str]:
    """Return what an SVG file may not hold, as written, if it is only a picture."""
    html = re.sub(r"\A<\?xml version=\"1.0\"(?: encoding=\"UTF-8\")?\?>", "", svg)
    return list(dict.fromkeys(found.what for found in _faults(html, _DRAWING_FILE)))


def _faults(html: str, elements: re.Pattern[str]) -> Iterator[Refused]:
    """Yield what is not known to be harmless in HTML or SVG."""
    if found := _LONG_REFERENCE.search(html):
        yield Refused(found[0])
        return
    at, code = 0, 0
    while at < len(html):
        piece = _PIECE.match(html, at)
        if piece is None:
            yield Refused(html[at:].partition("\n")[0][:SHOWN])
            return
        at = piece.end()
        if tag := (piece["tag"] or "").lower():
            code += tag in _CODE
            yield from _tag(piece, elements)
        code -= (piece["end"] or "").lower() in _CODE
        is_comment = piece[0].startswith("<!--")
        if (call := _MARK.search(piece[0])) and (is_comment or (code and piece["text"])):
            yield Refused(call[0], "in a comment" if is_comment else "in code")


def _tag(piece: re.Match[str], elements: re.Pattern[str]) -> Iterator[Refused]:
    tag = piece["tag"].lower()
    if not elements.fullmatch(tag):
        yield Refused(f"<{tag}")
    for match in _ATTRIBUTE.finditer(piece["attributes"]):
        name, value = match[1].lower(), unescape(match[2] or "")
        if CALL in value:
            yield Refused(f'{name}="{value}"')
        elif not _ATTRIBUTES.fullmatch(name) or re.search(r"url\((?!#)", value, re.IGNORECASE):
            yield Refused(f"{name}=" if "=" in match[0] else piece[0][:SHOWN])
        elif name in _LOADING:
            addresses = value.split(",") if name == "srcset" else [value]
            is_link = name == "href" and tag in ("a", "area")
            yield from (found for one in addresses for found in (_link(one) if is_link else _loaded(one)))


def _link(address: str) -> Iterator[Refused]:
    """Yield the address of a link that is neither of the site, of mail or a telephone, nor fit for a record."""
    bare = _bare(address)
    scheme = _scheme(bare)
    if scheme == "" and not bare.startswith("//"):
        if unquote(urlsplit(bare).fragment).startswith(TAB):
            yield Refused(address, "tab")
    elif own_network(bare) or not (is_url(address) or (scheme in ("mailto", "tel") and bare == address)):
        yield Refused(address, "address")


def _loaded(address: str) -> Iterator[Refused]:
    """Yield an address that a browser fetches by itself, if it is not within the site."""
    bare = _bare(address)
    if _scheme(bare) != "" or bare.startswith("//"):
        yield Refused(address, "loaded")


def _bare(address: str) -> str:
    """Return an address as browsers read it: without white space, and with slashes only."""
    return re.sub(r"[\x00-\x20]", "", address).replace("\\", "/")


def _scheme(bare: str) -> str | None:
    """Return the scheme of an address, "" for one within a site, or None for what is no address."""
    try:
        return urlsplit(bare).scheme
    except ValueError:
        return None
