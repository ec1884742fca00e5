"""Titles of hand-written pages, for lists and citations."""

import re
from functools import lru_cache

from jinja2 import nodes
from selectolax.lexbor import LexborHTMLParser

from macros.model import PageSource
from macros.model.addresses import address_of
from macros.pages import instructions, markup
from macros.queries import Queries
from macros.render import popovers
from macros.render.calls import Macros
from macros.render.tokens import unwrap

_PLACE = re.compile(rf"{markup.CALL}(\d+);")
"""Stands for a macro call: the part of the page with this number."""


def title(path: str, page: PageSource, queries: Queries) -> str:
    """Return what a page is called: its title, its label in the navigation, its first heading, or its path."""
    label = queries.dataset.topic.labels.get(path)
    return str(page.head.title or label or heading(path, page.text, queries) or path)


def heading(path: str, text: str, queries: Queries) -> str:
    """Return the words of the first heading of a page, including those that macros show; "" without a heading."""

    def shown(match: re.Match[str]) -> str:
        call = instructions.call(instructions.parts(text)[int(match[1])])
        macros = Macros(queries, lambda: address_of(path))
        return unwrap(getattr(macros, call.macro)(*call.values, **call.options)) if call else ""

    return popovers.words(_PLACE.sub(shown, _first(text)))


@lru_cache(1024)  # a preview asks again at every change of another file
def _first(text: str) -> str:
    """Return the HTML of the first heading of a checked page, with a placeholder for each macro call."""
    parts = enumerate(instructions.parts(text))
    source = "".join(
        part.data if isinstance(part, nodes.TemplateData) else f"{markup.CALL}{number};" for number, part in parts
    )
    first = LexborHTMLParser(markup.converted(source) or "").css_first("h1")
    return (first.html or "") if first else ""
