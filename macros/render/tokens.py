"""A Markdown extension that replaces tokens by the HTML in them.

Rendered data is never Markdown source: it is one opaque word (``render.token``), which lists, tables and admonitions
leave as it is, and which costs Markdown no time.
"""

import base64
import codecs
import re
import string
import zlib
from collections.abc import Iterator

from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor

from macros.render.jinja import SECRET, TOKEN

_PACKED = re.compile(f"(?:<[a-z0-9]+ )?\x02{SECRET}([A-Za-z0-9+/=]*)\x03")
"""Packed HTML: between characters that Markdown removes from every source, and with the secret of this run."""
_PACKED_BYTES = re.compile(_PACKED.pattern.encode())
_TAG = re.compile("<([a-z0-9]+)")
_LONGEST_TAG = 30
_DATA = re.compile(f"\x02{SECRET}([A-Za-z0-9+/=]*)\x03")
_START_OF_TAG = re.compile("<[a-z0-9]+ $")
"""The parts of ``_PACKED``: found apart, since a pattern that may begin with a tag is slow."""
_PARAGRAPH = re.compile(rb"(<div lang=[^>]*>)?<p(?:(?!<p).)*</p>(?(1)</div>)", re.DOTALL)
"""A single paragraph, alone or in an element that states its language."""
_PIECE = 100_000  # how many bytes are unpacked at a time


def unwrap(text: str) -> str:
    """Return text with every token replaced by its HTML."""
    return TOKEN.sub(lambda match: _inflate(match[1]).decode(), text)


def pack(token: str) -> str:
    """Return a token as packed HTML, the form that it has in a page until ``unpack`` replaces it."""
    return TOKEN.sub(f"\x02{SECRET}\\1\x03", token)


def unpack(html: str, holding: str = "") -> str:
    """Return the HTML of a page with its packed HTML unpacked; with ``holding``, only parts that hold this text.

    It is joined as bytes, which take half the memory of text or less.
    """

    def unpacked(match: re.Match[bytes]) -> bytes:
        part = _inflate(match[1]).rstrip()
        return part if holding.encode() in part else match[0]

    return _PACKED_BYTES.sub(unpacked, html.encode()).decode()


def pieces(html: str) -> Iterator[str]:
    """Yield the HTML of a page with its packed HTML unpacked, in pieces, so that a long page is never whole in memory.

    No piece is empty.
    """
    at = 0
    for match in _DATA.finditer(html):
        tag = _START_OF_TAG.search(html, max(at, match.start() - _LONGEST_TAG), match.start())
        yield from filter(None, [html[at : (tag or match).start()]])
        yield from _inflate_in_pieces(match[1])
        at = match.end()
    yield from filter(None, [html[at:]])


def has_token(html: str) -> bool:
    """Whether a token is in the HTML of a page, besides its packed HTML."""
    return SECRET in _DATA.sub("", html)


def handwritten(html: str) -> str:
    """Return the HTML of a page without its packed HTML, except single paragraphs, which stand among sentences."""

    def paragraph(match: re.Match[str]) -> str:
        part = _inflate(match[1])
        return part.decode() if _PARAGRAPH.fullmatch(part) else ""

    return _PACKED.sub(paragraph, html)


def _inflate(data: str | bytes) -> bytes:
    return zlib.decompress(base64.b64decode(data))


def _inflate_in_pieces(data: str) -> Iterator[str]:
    """Yield packed HTML in pieces, without the white space at its end."""
    packed, space = base64.b64decode(data), ""
    unpacker, decoder = zlib.decompressobj(), codecs.getincrementaldecoder("utf-8")()
    while packed:
        piece = space + decoder.decode(unpacker.decompress(packed, _PIECE))
        packed = unpacker.unconsumed_tail
        kept = piece.rstrip(string.whitespace)
        space = piece[len(kept) :]
        yield from filter(None, [kept])


class _Unwrap(Preprocessor):
    def run(self, lines: list[str]) -> list[str]:
        """Return the lines with the HTML of every token in Markdown's stash."""
        stash = self.md.htmlStash
        return TOKEN.sub(lambda match: stash.store(self._html(match[0])), "\n".join(lines)).split("\n")

    def _html(self, token: str) -> str:
        """Return the HTML of a token; a block stays packed after its start tag, which Markdown needs to see."""
        html = _inflate(TOKEN.sub(r"\1", token))
        tag = _TAG.match(html[:_LONGEST_TAG].decode(errors="ignore"))
        if not tag or not self.md.is_block_level(tag[1]):
            return html.decode()
        return f"{tag[0]} {pack(token)}{html[len(html.rstrip()) :].decode()}"


class TokenExtension(Extension):
    """The extension; blocks stay compressed to save memory, until ``unpack`` is called."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Markdown's name
        """Register after fenced code (25), so that tokens in code stay text, and before raw HTML (20)."""
        md.preprocessors.register(_Unwrap(md), "tokens", 22)
