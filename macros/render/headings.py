"""The contents of a page, from its finished HTML: headings of Markdown and of templates alike."""

import re

from markupsafe import Markup, escape

from macros.render.popovers import taken

_HEADING = re.compile(r'<h2\b[^>]*\sid="([^"]+)"[^>]*>(.*?)</h2>', re.DOTALL)
_FEWEST = 2


def listed(html: str) -> list[tuple[str, Markup]]:
    """Return the id and the words of each heading of the second level; nothing where there are too few to list."""
    found = [(match[1], escape(Markup(taken(match[2])[0]).striptags())) for match in _HEADING.finditer(html)]  # noqa: S704 - read only
    return found if len(found) >= _FEWEST else []
