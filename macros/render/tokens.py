"""A Markdown extension that replaces tokens by the HTML in them.

Rendered data is never Markdown source: it is one opaque word (``render.token``), which lists, tables and admonitions
leave as it is, and which costs Markdown no time.
"""

import base64
import re
import zlib

from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor

from macros.render.jinja import SECRET, TOKEN

_PACKED = re.compile(f"(?:<[a-z0-9]+ )?\x02{SECRET}([A-Za-z0-9+/=]*)\x03")
"""Packed HTML: between characters that Markdown removes from every source, and with the secret of this run."""
_TAG = re.compile("<([a-z0-9]+)")
_PARAGRAPH = re.compile(r"(<div lang=[^>]*>)?<p(?:(?!<p).)*</p>(?(1)</div>)", re.DOTALL)
"""A single paragraph, alone or in an element that states its language."""


def unwrap(text: str) -> str:
    """Return text with every token replaced by its HTML."""
    return TOKEN.sub(lambda match: _inflate(match[1]), text)


def pack(token: str) -> str:
    """Return a token as packed HTML, the form that it has in a page until ``unpack`` replaces it."""
    return TOKEN.sub(f"\x02{SECRET}\\1\x03", token)


def unpack(html: str, holding: str = "") -> str:
    """Return the HTML of a page with its packed HTML unpacked; with ``holding``, only parts that hold this text."""

    def unpacked(match: re.Match[str]) -> str:
        part = _inflate(match[1]).rstrip()
        return part if holding in part else match[0]

    return _PACKED.sub(unpacked, html)


def has_token(html: str) -> bool:
    """Whether a token, or packed HTML, is still in the HTML of a page."""
    return SECRET in html


def handwritten(html: str) -> str:
    """Return the HTML of a page without its packed HTML, except single paragraphs, which stand among sentences."""

    def paragraph(match: re.Match[str]) -> str:
        part = _inflate(match[1])
        return part if _PARAGRAPH.fullmatch(part) else ""

    return _PACKED.sub(paragraph, html)


def _inflate(data: str) -> str:
    return zlib.decompress(base64.b64decode(data)).decode()


class _Unwrap(Preprocessor):
    def run(self, lines: list[str]) -> list[str]:
        """Return the lines with the HTML of every token in Markdown's stash."""
        stash = self.md.htmlStash
        return TOKEN.sub(lambda match: stash.store(self._html(match[0])), "\n".join(lines)).split("\n")

    def _html(self, token: str) -> str:
        """Return the HTML of a token; a block stays packed after its start tag, which Markdown needs to see."""
        html = unwrap(token)
        tag = _TAG.match(html)
        if not tag or not self.md.is_block_level(tag[1]):
            return html
        return f"{tag[0]} {pack(token)}{html[len(html.rstrip()) :]}"


class TokenExtension(Extension):
    """The extension; blocks stay compressed to save memory, until ``unpack`` is called."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Markdown's name
        """Register after fenced code (25), so that tokens in code stay text, and before raw HTML (20)."""
        md.preprocessors.register(_Unwrap(md), "tokens", 22)
