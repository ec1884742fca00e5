"""Adjusts what Markdown makes of the theme's syntax: nothing comes from other sites, and everything has a name."""

from collections.abc import Callable
from typing import Any


def prepare(options: dict[str, dict[str, Any]]) -> None:
    """Change the options of Markdown's extensions: an emoji is itself, where the theme loads it from another site."""
    if emoji := options.get("pymdownx.emoji"):
        emoji["emoji_generator"] = _with_letters(emoji["emoji_generator"])


def _with_letters(generator: Callable[..., Any]) -> Callable[..., Any]:
    def generate(index: str, shortname: str, alias: str, uc: str | None, alt: str, *rest: Any) -> Any:
        return rest[-1].htmlStash.store(alt) if uc else generator(index, shortname, alias, uc, alt, *rest)

    return generate


def accessible(html: str) -> str:
    """Return the HTML of a page with a label for the box of each task, and tables that scroll by keyboard."""
    named = html.replace('<input type="checkbox" disabled', '<input type="checkbox" aria-label="done" disabled')
    return named.replace("<table>", '<table tabindex="0">')
