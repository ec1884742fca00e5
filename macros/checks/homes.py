"""Which page of a topic shows what: a macro makes the page that it stands on the home of what it shows."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from macros.checks import instructions
from macros.model import Dataset, Docs, kind_of
from macros.model.addresses import address_of
from macros.problems import Problem
from macros.queries import LISTS, Homes, Queries
from macros.views import cited, penalties, people, series, timeline

_CONTENT: Mapping[str, tuple[str, Callable[..., Any]]] = {
    "timeline": ("events", timeline.matching),
    "glossary": ("laws", lambda queries: queries.dataset.statutes),
    "penalties": ("laws with penalties", penalties.penalties),
    "terms": ("terms", lambda queries: queries.dataset.terms),
    "people": ("people or organisations", lambda queries: queries.dataset.actors),
    "sources": ("sources", lambda queries: queries.dataset.sources),
    "opinions": ("opinions", people.opinions),
    "series_tables": ("numbers", lambda queries: queries.dataset.series),
    "not_comparable": ("numbers that cannot be compared", lambda queries: tuple(series.unlike(queries))),
    "questions": ("questions", lambda queries: queries.dataset.questions),
    "health": ("facts", cited.by_source),
}
"""What each macro lists: in words, and the function that returns it."""
_SINGLE = {"chart", "document", "comparison"}
"""The macros that show one record, whose id is the anchor whatever their options are."""


def homes(pages: Mapping[str, str], nav: Iterable[str]) -> Homes:
    """Return the home of everything that pages show, by macro and ids; takes the text of each page by its path.

    It is the first page in the order of the navigation; for charts, that with all series before any other. Calls with
    options show a part only, and make no page a home.
    """
    order = dict.fromkeys([*(path for path in nav if path in pages), *pages])
    calls = [(path, call) for path in order for call in instructions.calls(pages[path]) if not call.options]
    numbers = next((path for path, call in calls if call.macro == "series_tables"), None)
    found: dict[tuple[str, ...], str] = {}
    for path, call in sorted(calls, key=lambda item: item[0] != numbers):
        found.setdefault((call.macro, *map(str, call.values)), address_of(path))
    return found


def queries(docs: Docs, dataset: Dataset) -> Queries:
    """Return look-ups over a dataset that know the pages of its docs folder."""
    texts = {path: page.text for path, page in docs.pages.items()}
    return Queries(dataset, homes(texts, (page.page for page in dataset.topic.nav)))


def lacking(call: instructions.Call, queries: Queries) -> str:
    """Return what a macro would list, such as "terms", if there is none to list; else ""."""
    noun, content = _CONTENT.get(call.macro, ("", None))
    return noun if content and not content(queries, **call.options) else ""


def is_bare(path: str, text: str, queries: Queries) -> bool:
    """Whether all that a page, other than the front page, is for is to list what the topic has none of."""
    calls = [call for call in instructions.calls(text) if call.macro != "notice"]
    return path != "index.md" and bool(calls) and all(lacking(call, queries) for call in calls)


def repeated(path: str, text: str) -> Iterator[Problem]:
    """Yield a problem for each call that shows on a page what another one shows there, under the same anchors."""
    calls = [call for call in instructions.calls(text) if call.macro in {*_CONTENT, *_SINGLE}]
    same = [(call.macro, call.values, () if call.macro in _SINGLE else call.options) for call in calls]
    for index, call in enumerate(calls):
        if same[index] in same[:index]:
            message, remedy = "the page shows this twice, and links lead to one place", "take one of the two out"
            yield Problem(f"docs/{path}", call.line, f"{call.macro}()", message, "id-twice", remedy)


def empty(path: str, text: str, queries: Queries) -> Iterator[Problem]:
    """Yield a problem for each macro call that lists nothing, unless the whole page is left out for that."""
    if not is_bare(path, text, queries):
        for call in instructions.calls(text):
            if noun := lacking(call, queries):
                message, remedy = f"there are no {noun} to show here", "take it out, with the heading above it"
                yield Problem(f"docs/{path}", call.line, f"{call.macro}()", message, "empty", remedy)


def shown(docs: Docs, queries: Queries) -> Docs:
    """Return a checked docs folder without its bare pages."""
    return replace(docs, pages={path: one for path, one in docs.pages.items() if not is_bare(path, one.text, queries)})


def missing(docs: Docs, queries: Queries) -> Iterator[Problem]:
    """Yield a problem for each page that links lead to and that is not there, or is where another one is made."""
    dataset = queries.dataset
    file, line = dataset.places["topic"]
    if "index.md" not in docs.pages:
        message, remedy = "there is no docs/index.md", "write it: it is the page that readers come to first"
        yield Problem(file, line, "nav", message, "no-page", remedy)
    for name in (*docs.pages, *docs.files):
        if name.partition("/")[0] in queries.folders.values() and "/" in name:
            message, remedy = "the build itself writes what is in this folder", "give it another folder"
            yield Problem(f"docs/{name}", 1, "file", message, "file-name", remedy)
    for kind in dict.fromkeys(kind_of(record) for _, record in dataset.entities()):
        if kind in LISTS and not queries.home(LISTS[kind]):
            message = f"there are records of the kind {kind}, and no page shows them"
            remedy = f"write {{{{ {LISTS[kind]}() }}}} on a page, such as docs/index.md"
            yield Problem(file, line, "nav", message, "no-page", remedy)
    for chart_id in (name for name in dataset.charts if not queries.home("chart", name)):
        remedy = f'write {{{{ chart("{chart_id}") }}}} on a page, or delete the chart'
        yield Problem(*dataset.places[chart_id], "chart", "no page shows it", "no-page", remedy)
