"""What Markdown makes of some of the theme's syntax, as a page may hold it: nothing from elsewhere, nothing unnamed."""

from collections.abc import Callable
from typing import Any


def with_letters(generator: Callable[..., Any]) -> Callable[..., Any]:
    """Return a generator for names such as ``:smile:`` that draws icons, and puts an emoji itself in its place.

    The theme's own shows emoji as pictures from another site.
    """

    def generate(index: str, shortname: str, alias: str, uc: str | None, alt: str, *rest: Any) -> Any:
        return rest[-1].htmlStash.store(alt) if uc else generator(index, shortname, alias, uc, alt, *rest)

    return generate


def accessible(html: str) -> str:
    """Return the HTML of a page with a name for the box of each task, and tables that scroll by keyboard."""
    named = html.replace('<input type="checkbox" disabled', '<input type="checkbox" aria-label="done" disabled')
    return named.replace("<table>", '<table tabindex="0">')
