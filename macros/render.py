"""Our own Jinja: autoescaped, strict. Text from data goes in as values, never as template. Layer 6."""

import base64
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

_TEMPLATES = Path(__file__).parent / "templates"


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=False,
    )
    environment.filters["sentences"] = lambda text: str(text).split("\n")
    return environment


def render(template: str, **context: Any) -> Markup:
    """Render ``templates/TEMPLATE.html.jinja``."""
    return Markup(_environment().get_template(f"{template}.html.jinja").render(**context))  # noqa: S704 - autoescaped


def token(html: str) -> str:
    """Wrap finished HTML so that it passes through Markdown as one opaque word; ``tokens`` unwraps it."""
    return f"⟦{base64.b64encode(html.encode()).decode()}⟧"
