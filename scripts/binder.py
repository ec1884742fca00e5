"""Write a page with the quotations behind some facts as numbered exhibits, to be printed; it needs no other file."""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from macros import language
from macros.exports import binder
from macros.load import load, read_docs
from macros.model import Docs
from macros.pages import homes, instructions, titles
from macros.problems import did_you_mean
from macros.queries import Queries
from macros.site import assets
from macros.views import words
from scripts.arguments import UsageError, argument, command
from scripts.files import replace
from scripts.git import TRUST, trusted_commit, write_records


@command(
    __doc__,
    argument("ids", metavar="ID", nargs="*", help="a record or a number"),
    argument("--page", action="append", default=[], metavar="PAGE", help="all that a page rests on"),
    argument("--out", type=Path, default=Path("binder.html"), metavar="FILE", help="default: binder.html"),
    argument("--title", metavar="WORDS", help="its title (default: that of the only page, or of the topic)"),
    TRUST,
)
def main(options: argparse.Namespace) -> int:
    """Write the page, and return the exit status: 1 if nothing named quotes a source."""
    if not options.ids and not options.page:
        raise UsageError("name records by their ids, or pages with --page")
    with TemporaryDirectory() as folder:
        records = write_records(options.topic, trusted_commit(options.topic, options.trust), Path(folder))
        dataset = load(options.topic, trusted=records)
    docs = read_docs(options.topic)
    queries = homes.queries(docs, dataset)
    language.use(dataset.topic.language, dataset.interface)
    names = [*options.ids, *(name for page in options.page for name in _of_page(page, docs, queries))]
    ids = (*queries.entities, *dataset.observations)
    for name in names:
        if name not in ids:
            raise UsageError(f"there is no record {name!r}: {did_you_mean(name, ids)}")
    if options.out.exists() and binder.MARK not in options.out.read_bytes():
        raise UsageError(f"{options.out} exists and holds no exhibits; name another file")
    title = options.title or _title(options, docs, queries)
    html, count = binder.page(title, names, queries, css=assets.css())
    if not count:
        print("None of these quotes a source, so there is nothing to write.")
        return 1
    replace(options.out, html)
    print(f"{count} exhibits are in {options.out}")
    return 0


def _title(options: argparse.Namespace, docs: Docs, queries: Queries) -> str:
    """Return the title of the page, if one is named and nothing else, or else that of the topic."""
    if options.ids or len(options.page) > 1:
        return queries.dataset.topic.title
    path = _path(options.page[0])
    if page := docs.pages.get(f"{path}.md"):
        return titles.title(f"{path}.md", page, queries)
    record_id = path.rpartition("/")[2]
    return words.name(record_id, queries) if record_id in queries.entities else queries.dataset.topic.title


def _path(page: str) -> str:
    """Return a page that is named by its address or its file, without ending."""
    return page.removesuffix(".html").removesuffix(".md")


def _of_page(page: str, docs: Docs, queries: Queries) -> Iterator[str]:
    """Yield the ids behind a page, named by its address or its file, or a record; UsageError if it is neither."""
    path = _path(page)
    text = docs.pages[f"{path}.md"].text if f"{path}.md" in docs.pages else ""
    named = [str(value) for call in instructions.calls(text) for value in call.values]
    ids = binder.on_page(f"{path}.html", named, queries)
    if not ids and not text and page not in queries.kinds:
        addresses = (queries.href(name).partition("#")[0] for name in queries.entities)
        pages = {_path(name) for name in (*docs.pages, *addresses)}
        raise UsageError(f"there is no page {page!r}: {did_you_mean(path, pages)}")
    yield from ids or ([] if text else [page])


if __name__ == "__main__":
    sys.exit(main())
