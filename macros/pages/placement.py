"""Rules about where things are shown: everything has one page and one place, so that links can lead to it."""

from collections.abc import Iterator

from macros.model import Dataset, Docs, kind_of
from macros.pages import instructions
from macros.pages.homes import CONTENT, is_bare, lacking
from macros.problems import Problem, did_you_mean
from macros.queries import LISTS, Queries

_SINGLE = {"chart", "document", "comparison"}
"""The macros that show one record under its id as the anchor, whatever their options are."""


def repeated(path: str, text: str) -> Iterator[Problem]:
    """Yield a problem for each call that shows the same as an earlier one on the page, under the same anchors."""
    calls = [call for call in instructions.calls(text) if call.macro in {*CONTENT, *_SINGLE}]
    same = [(call.macro, call.values, () if call.macro in _SINGLE else call.options) for call in calls]
    for index, call in enumerate(calls):
        if same[index] in same[:index]:
            message, remedy = "the page shows this twice, and links lead to one place", "take one of the two out"
            yield Problem(f"docs/{path}", call.line, f"{call.macro}()", message, "id-twice", remedy)


def empty(path: str, text: str, queries: Queries) -> Iterator[Problem]:
    """Yield a problem for each macro call that lists nothing, unless its whole page is left out for that."""
    if not is_bare(path, text, queries):
        for call in instructions.calls(text):
            if noun := lacking(call, queries):
                message, remedy = f"there are no {noun} to show here", "take it out, with the heading above it"
                yield Problem(f"docs/{path}", call.line, f"{call.macro}()", message, "empty", remedy)


def missing(docs: Docs, queries: Queries) -> Iterator[Problem]:
    """Yield a problem for each kind of record, and each chart, that no page shows.

    A missing front page is a problem too, and so is a file in a folder that the build fills.
    """
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


def misplaced_documents(docs: Docs, dataset: Dataset) -> Iterator[Problem]:
    """Yield a problem for each document or comparison that is not shown on the page that topic.yml names."""
    pages = {str(document.source): str(document.page) for document in dataset.topic.documents}
    for index, page in enumerate(pages.values()):
        if page not in docs.pages:
            remedy = did_you_mean(page, docs.pages)
            yield dataset.problem(("documents", index, "page"), f"there is no docs/{page}", "no-page", remedy)
    shown = [("document", source, page) for source, page in pages.items()]
    shown += [("comparison", name, pages[one.second]) for name, one in dataset.comparisons.items()]
    for macro, name, page in shown:
        calls = instructions.calls(docs.pages[page].text) if page in docs.pages else []
        if page in docs.pages and not any((one.macro, one.values) == (macro, (name,)) for one in calls):
            message = f'links to "{name}" lead to this page, which does not show it'
            remedy = f'write {{{{ {macro}("{name}") }}}} where it is to stand'
            yield Problem(f"docs/{page}", 1, "page", message, "no-page", remedy)
