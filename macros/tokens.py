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

_TOKEN = re.compile("⟦([A-Za-z0-9+/=]*)⟧")


def unwrap(text: str) -> str:
    """Return text with every token replaced by the HTML that it carries."""
    return _TOKEN.sub(lambda match: zlib.decompress(base64.b64decode(match[1])).decode(), text)


class _Unwrap(Preprocessor):
    def run(self, lines: list[str]) -> list[str]:
        """Move the HTML of every token into Markdown's stash."""
        stash = self.md.htmlStash
        return _TOKEN.sub(lambda match: stash.store(unwrap(match[0])), "\n".join(lines)).split("\n")


class TokenExtension(Extension):
    """The extension."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Markdown's name
        """Register after fenced code (25), so that code keeps what it shows, and before raw HTML (20)."""
        md.preprocessors.register(_Unwrap(md), "tokens", 22)
