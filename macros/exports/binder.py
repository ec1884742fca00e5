"""Exhibits as one page for print: each quoted passage once, with all that is needed to find and to check it."""

from collections.abc import Iterable, Sequence

from markupsafe import Markup

from macros.exports import structured
from macros.language import gettext
from macros.model import Citation
from macros.queries import Queries, grouped
from macros.render import csp, render
from macros.views import cited, words
from macros.views.evidence import CitedPassage, passage
from macros.views.sources import reading_order

PATH = "binder.html"
"""The page of the site with every exhibit."""
Exhibit = tuple[CitedPassage, tuple[words.SiteLink, ...]]
"""A quoted passage, and the facts that rest on it."""


def page(
    title: str, record_ids: Iterable[str], queries: Queries, *, css: str = "", sheets: Sequence[str] = ()
) -> tuple[str, int]:
    """Return the page with the passages that records quote, and how many they are.

    With ``css`` it needs no other file, and its links lead to the published site, if there is one; with ``sheets`` it
    is a page of the site, and has its JSON-LD.
    """
    topic = queries.dataset.topic
    site = topic.address() or None
    found = exhibits(record_ids, queries)
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


def exhibits(record_ids: Iterable[str], queries: Queries) -> tuple[Exhibit, ...]:
    """Return the passages that records quote, by source in the order of issue, in reading order."""
    given = ((name, one) for name in record_ids for one in cited.citations(name, queries))
    found = grouped((key, (name, one)) for name, one in given if (key := _key(one)))
    order = {name: place for place, name in enumerate(queries.by_issue(dict.fromkeys(key[0] for key in found)))}
    ordered = sorted(found, key=lambda key: (order[key[0]], reading_order(key[1]), key[2]))
    return tuple((passage(*found[key][0], queries), words.links(dict(found[key]), queries)) for key in ordered)


def _key(citation: Citation) -> tuple[str, str, str] | None:
    """Return source, place and words of a quote, which make it one exhibit; None without a quote."""
    quote = citation.quote
    return (str(citation.source), str(citation.locator), str(quote.exact)) if quote else None


def count(queries: Queries) -> int:
    """Return how many passages all facts quote."""
    return len({_key(one) for name in cited.everything(queries) for one in cited.citations(name, queries)} - {None})


def on_page(address: str, named: Iterable[str], queries: Queries) -> tuple[str, ...]:
    """Return what a page rests on: the records that it names, those whose home it is, and the numbers of these.

    A question rests on the facts that answer it; of a source, what cites it is shown.
    """
    home = (name for name in queries.entities if queries.href(name).partition("#")[0] == address)
    found = dict.fromkeys(name for name in (*named, *home) if name in queries.kinds)
    for name in tuple(found):
        found |= dict.fromkeys(_within(name, queries))
    return tuple(name for name in found if name in queries.entities or name in queries.dataset.observations)


def _within(name: str, queries: Queries) -> tuple[str, ...]:
    if name in queries.dataset.series:
        return tuple(str(one.id) for one in queries.dataset.series[name].observations)
    if name in queries.dataset.questions:
        return tuple(str(fact) for answer in queries.dataset.questions[name].answers for fact in answer.facts)
    return tuple(name for name, _ in cited.by_source(queries).get(name, ()))
