"""The adapter to mkdocs-macros, and to any engine that runs its modules."""

import re
from typing import Any

from macros import site
from macros.render import render
from macros.render.calls import SIGNATURES, Macros, way_to_site
from macros.views import definitions

_MENTION = re.compile(r'popovertarget="definition-([a-z0-9-]+)"')


def definitions_of(html: str, page_url: str) -> str:
    """Return the definitions that the mentions of a page open, each once, for its end."""
    mentioned = _MENTION.findall(html)
    if not mentioned:
        return ""
    view = definitions.definitions(mentioned, site.queries())
    # Plain text, for markup would escape the page that it is added to.
    return str(render("definitions", root=way_to_site(page_url), view=view))


def define_env(env: Any) -> None:
    """Register every macro."""
    macros = Macros(site.queries(), lambda: str(env.page.url))
    for name in SIGNATURES:
        env.macro(getattr(macros, name), name)
