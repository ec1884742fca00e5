"""Addresses: of pages elsewhere, and of pages and folders of the site."""

import re
from collections.abc import Iterator, Mapping
from typing import ClassVar, Self
from urllib.parse import urlsplit

from macros.model.unfit import UnfitError
from macros.model.values import DEVICE, Text

_HOST = r"([A-Za-z0-9_]+(-+[A-Za-z0-9_]+)*\.)+[A-Za-z][A-Za-z0-9-]*[A-Za-z0-9]\.?"
"""The name of a host that everyone reaches, not a number or a name in one's own network."""
_OWN_NETWORK = re.compile(r"[^.]*|.*:.*|(.*\.)?(\d+|0x[0-9a-f]*)|.*\.(local|localhost|internal|home\.arpa)", re.DOTALL)
"""Names without a dot, numbers, and names reserved for one's own machine or network (RFC 6761, 6762, 8375)."""
_PORT = r"(:([1-9][0-9]{0,3}|[1-5][0-9]{4}|6[0-4][0-9]{3}|65[0-4][0-9]{2}|655[0-2][0-9]|6553[0-5]))?"
"""From 1 to 65535."""
LINKING = ("href", "src", "poster", "srcset")
"""Attributes of HTML that hold addresses: ``srcset`` has several, each of them a ``PICTURE``; the others have one."""
PICTURE = re.compile(r"([^\s,](?:\S*[^\s,])?)((?:\s[^,]*)?)")
"""The address of a picture, without a comma at either end, and the screens that it is for: "lamp.png 2x"."""
_REST = r"([/?#]([^\s\x22<>\\^`{|}%]|%[0-9A-Fa-f]{2})*)?"


def own_network(address: str) -> str:
    """Return the host of an address if it is a number or a name in one's own network; else ""."""
    try:
        host = (urlsplit(address).hostname or "").removesuffix(".")
    except ValueError:  # it is no address
        return ""
    return host if _OWN_NETWORK.fullmatch(host) else ""


def linked(attributes: Mapping[str, str | None]) -> Iterator[str]:
    """Yield every address in the attributes of an element of HTML."""
    for name in LINKING:
        if name in attributes:
            value = attributes[name] or ""
            yield from (one[1] for one in PICTURE.finditer(value)) if name == "srcset" else (value,)


def address_of(page: str) -> str:
    """Return the address of a page, relative to the site, by its path in the docs folder: about/method.html."""
    return f"{page.removesuffix('.md')}.html"


def page_at(address: str) -> str:
    """Return the path in the docs folder of the page that has an address: about/method.md."""
    return f"{address.removesuffix('.html')}.md"


class Url(Text):
    """An http(s) address with a public host name, in ASCII; %22 is a quotation mark, %20 a space, %25 a %."""

    pattern: ClassVar[str] = rf"^[Hh][Tt][Tt][Pp][Ss]?://{_HOST}{_PORT}{_REST}$"
    max_length: ClassVar[int] = 500
    json_format: ClassVar[str] = "uri"


def is_url(address: str) -> bool:
    """Whether an address on a page is one that a record may have."""
    return len(address) <= Url.max_length and bool(re.fullmatch(Url.pattern, address))


class _Place(Text):
    """A path of files of the site."""

    def __new__(cls, path: str) -> Self:
        """Raise ValueError for a path that no file can have on Windows."""
        if part := next(filter(DEVICE.fullmatch, path.split("/")), ""):
            raise UnfitError(f'Windows cannot have a file or folder "{part}"', "write another name")
        return super().__new__(cls, path)


class PageAddress(_Place):
    """The address of a page, relative to the site, such as about/method.html."""

    pattern: ClassVar[str] = r"^([\w-]+/)*[\w-][\w.-]*\.html$"


class PagePlace(_Place):
    """A Markdown file in the topic's docs folder, and an anchor of it, such as about/index.md#contact."""

    pattern: ClassVar[str] = r"^([\w-]+/)*[\w-][\w.-]*\.md(#[\w-]+)?$"


class FolderName(_Place):
    """The name of a folder of the site, such as sources."""

    pattern: ClassVar[str] = r"^[\w-]+$"


class FolderPath(Text):
    """The path of a folder in a repository, such as topics/lamp."""

    pattern: ClassVar[str] = r"^[\w-][\w.-]*(/[\w-][\w.-]*)*$"
