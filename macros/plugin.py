"""The adapter to mkdocs-macros, and to any engine that runs its modules."""

import re
from typing import Any

from macros import site
from macros.exports import data
from macros.render import render
from macros.render.calls import SIGNATURES, Macros
from macros.render.context import path_to_root
from macros.render.mentions import definitions

_MENTION = re.compile(r'<button [^<>]*popovertarget="definition-([a-z0-9-]+)"')


def definitions_of(html: str, page_url: str) -> str:
    """Return the HTML of the definitions that a page mentions, which stands at its end; "" if there are none."""
    mentioned = _MENTION.findall(html)
    if not mentioned:
        return ""
    view = definitions(mentioned, site.queries())
    # A plain str: a Markup would escape the page that it is joined to.
    return str(render("definitions", root=path_to_root(page_url), view=view))


def define_env(env: Any) -> None:
    """Register every macro."""
    queries, pages = site.queries(), site.current().docs.pages
    macros = Macros(
        queries,
        lambda: str(env.page.url),
        lambda: data.listing(queries),
        lambda: env.page.file.src_uri in pages and bool(pages[env.page.file.src_uri].language),
    )
    for name in SIGNATURES:
        env.macro(getattr(macros, name), name)
