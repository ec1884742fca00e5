"""Addresses: of pages elsewhere, and of pages and folders of the site."""

import re
from typing import ClassVar
from urllib.parse import urlsplit

from macros.model.values import Text

_HOST = r"([A-Za-z0-9_]+(-+[A-Za-z0-9_]+)*\.)+[A-Za-z][A-Za-z0-9-]*[A-Za-z0-9]\.?"
"""The name of a host that everyone reaches: neither a number nor a name of one's own network."""
_OWN_NETWORK = re.compile(r"[^.]*|.*:.*|(.*\.)?(\d+|0x[0-9a-f]*)|.*\.(local|localhost|internal|home\.arpa)", re.DOTALL)
"""Names without a dot, numbers, and names kept for machines and networks of one's own (RFC 6761, 6762 and 8375)."""
_PORT = r"(:([1-9][0-9]{0,3}|[1-5][0-9]{4}|6[0-4][0-9]{3}|65[0-4][0-9]{2}|655[0-2][0-9]|6553[0-5]))?"
"""From 1 to 65535."""


def own_network(address: str) -> str:
    """Return the host of an address if it is a number or a name in a network of one's own; else ""."""
    try:
        host = (urlsplit(address).hostname or "").removesuffix(".")
    except ValueError:  # it is no address
        return ""
    return host if _OWN_NETWORK.fullmatch(host) else ""


class Url(Text):
    """An absolute http or https address with an ASCII host; write %22 for a quotation mark, %20 for a space."""

    pattern: ClassVar[str] = rf"^[Hh][Tt][Tt][Pp][Ss]?://{_HOST}{_PORT}([/?#][^\s\x22<>\\^`{{|}}]*)?$"
    max_length: ClassVar[int] = 500
    json_format: ClassVar[str] = "uri"


class PageAddress(Text):
    """The address of a page, relative to the site, such as about/method.html."""

    pattern: ClassVar[str] = r"^([\w-]+/)*[\w-][\w.-]*\.html$"


class PagePlace(Text):
    """A Markdown file in the topic's docs folder, and an anchor of it, such as about/index.md#contact."""

    pattern: ClassVar[str] = r"^([\w-]+/)*[\w-][\w.-]*\.md(#[\w-]+)?$"


class FolderName(Text):
    """The name of a folder of the site, such as sources."""

    pattern: ClassVar[str] = r"^[\w-]+$"


class FolderPath(Text):
    """The path of a folder in a repository, such as topics/lamp."""

    pattern: ClassVar[str] = r"^[\w-][\w.-]*(/[\w-][\w.-]*)*$"
