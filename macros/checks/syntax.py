"""What Markdown makes of some of the theme's syntax, as a page may hold it: nothing from elsewhere, nothing unnamed."""

from collections.abc import Callable
from typing import Any


def prepare(options: dict[str, dict[str, Any]]) -> None:
    """Set in the options of Markdown's extensions that an emoji such as ``:smile:`` is itself, and icons are drawn.

    The theme's own generator shows emoji as pictures from another site.
    """
    if emoji := options.get("pymdownx.emoji"):
        emoji["emoji_generator"] = _with_letters(emoji["emoji_generator"])


def _with_letters(generator: Callable[..., Any]) -> Callable[..., Any]:
    def generate(index: str, shortname: str, alias: str, uc: str | None, alt: str, *rest: Any) -> Any:
        return rest[-1].htmlStash.store(alt) if uc else generator(index, shortname, alias, uc, alt, *rest)

    return generate


def accessible(html: str) -> str:
    """Return the HTML of a page with a name for the box of each task, and tables that scroll by keyboard."""
    named = html.replace('<input type="checkbox" disabled', '<input type="checkbox" aria-label="done" disabled')
    return named.replace("<table>", '<table tabindex="0">')
