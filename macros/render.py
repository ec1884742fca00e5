"""Our own Jinja: autoescaped, strict. Text from data goes in as values, never as template."""

import base64
import re
import secrets
import zlib
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

_TEMPLATES = Path(__file__).parent / "templates"
_SECRET = secrets.token_hex(16)
"""Stands in every token of this run, so that no page can hold one that it was not given."""
TOKEN = re.compile(f"⟦{_SECRET}([A-Za-z0-9+/=]*)⟧")
"""A token, and what it carries."""
_PIECES = 1_000
"""How many pieces of a template are packed at a time."""


_SPECIAL = re.compile(r"[\\`*_\[\]<>&~|$!]")
_ACTIVE = re.compile(r"@|#(?=\w)|:(?=[a-z+-][\w+-]*:)|:(?=//)|(?<=www)\.")
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
    environment.filters["code"] = lambda text: Markdown(str(text).replace("`", "'"))
    return environment


def render(template: str, **context: Any) -> Markup:
    """Render ``templates/TEMPLATE.html.jinja``."""
    return Markup(_environment().get_template(f"{template}.html.jinja").render(**context))  # noqa: S704 - autoescaped


def render_file(name: str, **context: Any) -> str:
    """Render ``templates/NAME.jinja``, a file that stands alone: "picture.svg"."""
    return _environment().get_template(f"{name}.jinja").render(**context)


def render_markdown(template: str, **context: Any) -> str:
    """Render ``templates/TEMPLATE.md.jinja``, for GitHub; what stands in backticks there passes the filter ``code``."""
    return _environment(escape_markdown).get_template(f"{template}.md.jinja").render(**context)


def escape_markdown(value: Any) -> str:
    """Return a value as words on one line that no Markdown or GitHub makes anything else of."""
    if isinstance(value, Markdown):
        return value
    text = _SPECIAL.sub(r"\\\g<0>", str(value).replace("\n", " "))
    return _ACTIVE.sub(r"\g<0><!-- -->", text)


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
