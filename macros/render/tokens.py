"""A Markdown extension that puts finished HTML where its token stands.

Rendered data never becomes Markdown source: it travels as one opaque word (``render.token``), which survives
lists, tables and admonitions and costs Markdown nothing.
"""

import base64
import re
import zlib

from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor

from macros.render import TOKEN

_PACKED = re.compile("(?:<[a-z0-9]+ )?\x02([A-Za-z0-9+/=]*)\x03")
"""Between characters that Markdown takes out of every source, and that no data may hold."""
_TAG = re.compile("<([a-z0-9]+)")


def unwrap(text: str) -> str:
    """Return text with every token replaced by the HTML that it carries."""
    return TOKEN.sub(lambda match: _inflate(match[1]), text)


def pack(wrapped: str) -> str:
    """Return a token as it stands in a page that is still to be written."""
    return TOKEN.sub("\x02\\1\x03", wrapped)


def unpack(html: str) -> str:
    """Return the HTML of a page with all that was packed in it."""
    return _PACKED.sub(lambda match: _inflate(match[1]).rstrip(), html)


def written(html: str) -> str:
    """Return the HTML of a page without what is packed in it, single paragraphs aside: what stands there by hand."""
    return _PACKED.sub(lambda match: _paragraph(_inflate(match[1])), html)


def _paragraph(html: str) -> str:
    return html if html.count("<p") == 1 and html.startswith("<p") and html.endswith("</p>") else ""


def _inflate(data: str) -> str:
    return zlib.decompress(base64.b64decode(data)).decode()


class _Unwrap(Preprocessor):
    def __init__(self, md: Markdown, *, packs: bool) -> None:
        super().__init__(md)
        self._packs = packs

    def run(self, lines: list[str]) -> list[str]:
        """Move the HTML of every token into Markdown's stash."""
        stash = self.md.htmlStash
        return TOKEN.sub(lambda match: stash.store(self._html(match[0])), "\n".join(lines)).split("\n")

    def _html(self, wrapped: str) -> str:
        """Return the HTML of a token; of a block that stays packed, Markdown sees how it begins and ends."""
        html = unwrap(wrapped)
        tag = _TAG.match(html) if self._packs else None
        if not tag or not self.md.is_block_level(tag[1]):
            return html
        return f"{tag[0]} {pack(wrapped)}{html[len(html.rstrip()) :]}"


class TokenExtension(Extension):
    """The extension; where it ``packs``, ``unpack`` has to follow, and meanwhile long pages take little memory."""

    def __init__(self, *, packs: bool = False) -> None:
        super().__init__()
        self._packs = packs

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Markdown's name
        """Register after fenced code (25), so that code keeps what it shows, and before raw HTML (20)."""
        md.preprocessors.register(_Unwrap(md, packs=self._packs), "tokens", 22)
