"""The files that readers can download."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from markupsafe import escape

from macros.exports import binder, cards, charts, cite, data, embeds, feeds, plaintext, references, structured
from macros.model import Docs
from macros.model.docs import PRINT_PAGE, page_name
from macros.queries import Queries
from macros.views import cited
from macros.views.contribute import of_page as page_of


def files(
    queries: Queries,
    docs: Docs,
    sheets: Sequence[str],
    changes: Iterable[feeds.Change] | None,
    pin: references.Pin | None,
) -> Iterator[tuple[str, bytes]]:
    """Yield the path in the site and the content of every file, the same at every build.

    ``sheets`` are the style sheets of embedded pages; ``changes`` are those between published versions, None if feeds
    have no such changes; ``pin`` is the version that citations lead to.
    """
    yield from charts.files(queries)
    yield from cards.files(queries, docs)
    yield from data.files(queries)
    yield from embeds.files(queries, sheets)
    topic = queries.dataset.topic
    exhibits, _ = binder.page(topic.title, cited.everything(queries), queries, sheets=sheets)
    yield binder.PATH, exhibits.encode()
    yield binder.TEXT, (plaintext.text(exhibits) + plaintext.foot(binder.PATH, queries)).encode()
    yield from cite.files(queries, docs, pin)
    yield from feeds.files(queries, changes)
    yield plaintext.PATH, plaintext.index(queries, docs).encode()


def of_page(page: structured.About, queries: Queries, docs: Docs, pin: references.Pin | None) -> dict[str, Any]:
    """Return the variables of a page's head that programs read: its card, citation, day, editors, and JSON-LD.

    The page for print, which holds all others, is cited as the site: by the citation of its front page.
    """
    found = cards.cards(queries, docs)
    record_id = page.source.rpartition("/")[2].removesuffix(".md")
    is_record = record_id in queries.entities and queries.href(record_id) == page.address
    cited = record_id if is_record else page_name("index.md" if page.source == PRINT_PAGE else page.source)
    version = pin.version if pin and cited not in pin.changed else ""
    return {
        "card": found.get(page.address, found[cards.HOME]),
        "cited": cited,
        "cited_on": queries.dataset.topic.checked.text,
        "editors": [str(escape(name)) for name in queries.dataset.topic.editors],
        "embedded": page_of(page.address, queries),
        "licence": str(escape(queries.dataset.topic.licences.data)),
        "structured": structured.of_page(page, queries, version),
    }
