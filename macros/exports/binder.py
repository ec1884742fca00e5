"""Exhibits as one page for print."""

from collections.abc import Iterable, Sequence

from markupsafe import Markup

from macros.exports import structured
from macros.language import gettext
from macros.queries import Queries
from macros.render import csp, render
from macros.views import binder

PATH = "binder.html"
"""The page of the site with every exhibit."""


def page(
    title: str, record_ids: Iterable[str], queries: Queries, *, css: str = "", sheets: Sequence[str] = ()
) -> tuple[str, int]:
    """Return the page with the passages that records quote, and how many they are.

    With ``css`` it needs no other file, and its links lead to the published site, if there is one; with ``sheets`` it
    is a page of the site, and has its JSON-LD.
    """
    topic = queries.dataset.topic
    site = topic.address() or None
    found = binder.exhibits(record_ids, queries)
    about = structured.About("", PATH, f"{gettext('Exhibits')}: {title}", topic.summary)
    style = csp.hash_source(css) if css else "'self'"
    html = render(
        "binder",
        title=title,
        exhibits=found,
        topic=topic,
        root=site if css else "",
        css=Markup(css),  # noqa: S704 - our own style sheets
        sheets=sheets,
        structured="" if css else Markup(structured.of_page(about, queries)),  # noqa: S704 - safe in a script
        policy=f"default-src 'none'; style-src {style}; img-src data:; base-uri 'none'; form-action 'none'",
    )
    return html, len(found)
