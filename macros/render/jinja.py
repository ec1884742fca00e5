"""Our own Jinja: autoescaped, strict. Text from data goes in as values, never as template."""

import base64
import re
import secrets
import unicodedata
import zlib
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

_TEMPLATES = Path(__file__).parent.parent / "templates"
_SECRET = secrets.token_hex(16)
"""Stands in every token of this run, so that no page can hold one that it was not given."""
TOKEN = re.compile(f"⟦{_SECRET}([A-Za-z0-9+/=]*)⟧")
"""A token, and what it carries."""
_PIECES = 1_000
"""How many pieces of a template are packed at a time."""

_BREAKS = re.compile(r"[\t-\r\x1c- \x85\u2028\u2029]+")
_SPECIAL = re.compile(r"[\\`*_\[\]<>&~|$!]")
_START = re.compile(r"^(?=[#+=:-])|^[0-9]{1,9}(?=[.)]( |$))")
"""What stands before a mark that would make a heading, a list, a rule or a table of a text."""
_ACTIVE = re.compile(
    r"""@|\#(?=\w)|:(?=[\w+-]+:)|/(?=/)  # a mention, a reference, a picture, an address
    |www(?=\.)|(?<=\w)\.(?=[^\W\d_]{2})|(?<=gh)-(?=\d)  # a host, a reference
    |[0-9a-f]{6}(?=[0-9a-f])  # a commit""",
    re.VERBOSE | re.IGNORECASE,
)
"""What GitHub makes a link, a notification or a picture of although it is no Markdown."""


class Markdown(str):
    """Text that is Markdown already."""

    __slots__ = ()


@cache
def _environment(escape: Callable[[Any], str] | None = None) -> Environment:
    """Return the environment for HTML, or for another form of text with its own way to escape."""
    environment = Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=escape is None,  # noqa: S701 - what is no HTML has its own way
        finalize=escape,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=False,
    )
    environment.filters["sentences"] = lambda text: str(text).split("\n")
    environment.filters["code"] = code
    return environment


def render(template: str, **context: Any) -> Markup:
    """Render ``templates/TEMPLATE.html.jinja``."""
    return Markup(_environment().get_template(f"{template}.html.jinja").render(**context))  # noqa: S704 - autoescaped


def render_file(name: str, **context: Any) -> str:
    """Render ``templates/NAME.jinja``, a file that stands alone: "picture.svg"."""
    return _environment().get_template(f"{name}.jinja").render(**context)


def render_markdown(template: str, **context: Any) -> str:
    """Render ``templates/TEMPLATE.md.jinja``, for GitHub; the filter ``code`` makes a code span there."""
    return _environment(escape_markdown).get_template(f"{template}.md.jinja").render(**context)


def escape_markdown(value: Any) -> str:
    """Return a value as words on one line that no Markdown or GitHub makes anything else of."""
    if isinstance(value, Markdown):
        return value
    text = _SPECIAL.sub(r"\\\g<0>", _visible(_BREAKS.sub(" ", str(value)).strip()))
    return _ACTIVE.sub(r"\g<0><!-- -->", _START.sub(r"\g<0>\\", text))


def code(value: Any) -> Markdown:
    """Return a value as a code span, whatever it holds; what is no visible character is written as an escape."""
    text = _visible(str(value)) or " "
    marks = "`" * (max((len(run) for run in re.findall("`+", text)), default=0) + 1)
    pad = " " if text.strip(" ") and {text[0], text[-1]} & {"`", " "} else ""
    return Markdown(f"{marks}{pad}{text}{pad}{marks}")


def _visible(text: str) -> str:
    return "".join(
        char if char.isprintable() or unicodedata.category(char) == "Zs" else ascii(char)[1:-1] for char in text
    )


def token(html: str) -> str:
    """Wrap finished HTML so that it passes through Markdown as one opaque word; ``tokens`` unwraps it.

    It is packed, since the engine copies a page's source many times over.
    """
    return _token([html])


def wrapped(template: str, **context: Any) -> str:
    """Render a template into a token; long ones are never whole in memory."""
    stream = _environment().get_template(f"{template}.html.jinja").stream(**context)
    stream.enable_buffering(_PIECES)
    return _token(stream)


def _token(parts: Iterable[str]) -> str:
    packer = zlib.compressobj(1)
    data = b"".join([*(packer.compress(part.encode()) for part in parts), packer.flush()])
    return f"⟦{_SECRET}{base64.b64encode(data).decode()}⟧"
