"""Exhibits as one page for print: each quoted passage once, with all that a reader needs to find and check it."""

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
TEXT = "binder.txt"
"""The page of the site with every exhibit, and the same as plain text."""
MARK = b"x-binder"
"""What a page of exhibits holds, and other files do not."""
Exhibit = tuple[CitedPassage, tuple[words.SiteLink, ...]]
"""A quoted passage, and the facts that rest on it."""


def page(
    title: str, record_ids: Iterable[str], queries: Queries, *, css: str = "", sheets: Sequence[str] = ()
) -> tuple[str, int]:
    """Return the HTML of the page with the passages that records quote, and their number.

    With ``css`` it needs no other file, and its links lead to the published site, if there is one. With ``sheets`` it
    is a page of the site, and has JSON-LD.
    """
    topic = queries.dataset.topic
    site = topic.address() or None
    all_exhibits = exhibits(record_ids, queries)
    about = structured.About("", PATH, f"{gettext('Exhibits')}: {title}", topic.summary)
    style = csp.hash_source(css) if css else "'self'"
    html = render(
        "binder",
        title=title,
        exhibits=all_exhibits,
        topic=topic,
        root=site if css else "",
        css=Markup(css),  # noqa: S704 - our own style sheets
        sheets=sheets,
        structured="" if css else Markup(structured.of_page(about, queries)),  # noqa: S704 - safe in a script
        policy=f"default-src 'none'; style-src {style}; img-src data:; base-uri 'none'; form-action 'none'",
    )
    return html, len(all_exhibits)


def exhibits(record_ids: Iterable[str], queries: Queries) -> tuple[Exhibit, ...]:
    """Return the passages that records quote: sources by their dates of issue, passages in reading order."""
    citing = ((name, citation) for name in record_ids for citation in cited.citations(name, queries))
    by_key = grouped((key, (name, citation)) for name, citation in citing if (key := _key(citation)))
    source_ids = queries.by_issue(dict.fromkeys(source_id for source_id, _, _ in by_key))
    ordered = sorted(by_key, key=lambda key: (source_ids.index(key[0]), reading_order(key[1]), key[2]))
    return tuple((passage(*by_key[key][0], queries), words.links(dict(by_key[key]), queries)) for key in ordered)


def _key(citation: Citation) -> tuple[str, str, str] | None:
    """Return source, place and words of a quote; citations with the same key are one exhibit. None without a quote."""
    quote = citation.quote
    return (str(citation.source), str(citation.locator), str(quote.exact)) if quote else None


def count(queries: Queries) -> int:
    """Return the number of exhibits of all facts."""
    everything = cited.everything(queries)
    keys = {_key(citation) for record_id in everything for citation in cited.citations(record_id, queries)}
    return len(keys - {None})


def on_page(address: str, named: Iterable[str], queries: Queries) -> tuple[str, ...]:
    """Return the ids of what a page rests on: of the records that it names or shows, and of what these rest on.

    ``named`` are the ids that its text names.
    """
    shown = (name for name in queries.entities if queries.href(name).partition("#")[0] == address)
    ids = dict.fromkeys(name for name in (*named, *shown) if name in queries.kinds)
    for record_id in tuple(ids):
        ids |= dict.fromkeys(_parts(record_id, queries))
    return tuple(name for name in ids if name in queries.entities or name in queries.dataset.observations)


def _parts(record_id: str, queries: Queries) -> tuple[str, ...]:
    """Return the ids of the numbers of a series, the facts of a question's answers, or what cites a source."""
    if record_id in queries.dataset.series:
        return tuple(str(number.id) for number in queries.dataset.series[record_id].observations)
    if record_id in queries.dataset.questions:
        return tuple(str(fact) for answer in queries.dataset.questions[record_id].answers for fact in answer.facts)
    return tuple(citing_id for citing_id, _ in cited.by_source(queries).get(record_id, ()))
