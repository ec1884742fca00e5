"""Finds which page shows what: a macro makes the page that it stands on the home of what it shows."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Any

from macros.model import Dataset, Docs
from macros.model.addresses import address_of
from macros.pages import instructions
from macros.queries import Homes, Queries
from macros.views import cited, penalties, people, series, timeline

CONTENT: Mapping[str, tuple[str, Callable[..., Any]]] = {
    "timeline": ("events", timeline.matching),
    "glossary": ("laws", lambda queries: queries.dataset.statutes),
    "penalties": ("laws with penalties", penalties.penalties),
    "terms": ("terms", lambda queries: queries.dataset.terms),
    "people": ("people or organizations", lambda queries: queries.dataset.actors),
    "sources": ("sources", lambda queries: queries.dataset.sources),
    "opinions": ("opinions", people.opinions),
    "series_tables": ("numbers", lambda queries: queries.dataset.series),
    "not_comparable": ("numbers that cannot be compared", lambda queries: tuple(series.unlike(queries))),
    "questions": ("questions", lambda queries: queries.dataset.questions),
    "health": ("facts", cited.by_source),
}
"""For each macro that lists records: what these are called, and the function that returns them."""


def homes(pages: Mapping[str, str], nav: Iterable[str]) -> Homes:
    """Return the address of the page that shows something, by macro and ids; ``pages`` has texts by path.

    It is the first page in the order of the navigation; a chart is at home first on the page with all series. Calls
    with options do not count, since they show a part only.
    """
    order = dict.fromkeys([*(path for path in nav if path in pages), *pages])
    calls = [(path, call) for path in order for call in instructions.calls(pages[path]) if not call.options]
    numbers = next((path for path, call in calls if call.macro == "series_tables"), None)
    found: dict[tuple[str, ...], str] = {}
    for path, call in sorted(calls, key=lambda item: item[0] != numbers):
        found.setdefault((call.macro, *map(str, call.values)), address_of(path))
    return found


def queries(docs: Docs, dataset: Dataset) -> Queries:
    """Return look-ups over a dataset that know the pages of the docs folder."""
    texts = {path: page.text for path, page in docs.pages.items()}
    return Queries(dataset, homes(texts, (page.page for page in dataset.topic.nav)))


def lacking(call: instructions.Call, queries: Queries) -> str:
    """Return what a macro lists, such as "terms", if the topic has none; else ""."""
    noun, content = CONTENT.get(call.macro, ("", None))
    return noun if content and not content(queries, **call.options) else ""


def is_bare(path: str, text: str, queries: Queries) -> bool:
    """Whether every macro on a page (not the front page) would list nothing."""
    calls = [call for call in instructions.calls(text) if call.macro != "notice"]
    return path != "index.md" and bool(calls) and all(lacking(call, queries) for call in calls)


def shown(docs: Docs, queries: Queries) -> Docs:
    """Return a checked docs folder without the pages that would list nothing."""
    return replace(docs, pages={path: one for path, one in docs.pages.items() if not is_bare(path, one.text, queries)})
