"""Checks what a docs folder has besides the texts of pages: the navigation, redirects, and other files."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import partial
from pathlib import PurePath

from macros.model import Dataset, Docs
from macros.model.addresses import address_of
from macros.model.docs import RESERVED
from macros.pages import markup
from macros.problems import Problem, did_you_mean
from macros.queries import Queries
from macros.yamlio import limits

_INERT = re.compile(r".*\.(avif|csv|gif|ico|jpe?g|json|mp3|mp4|ogg|pdf|png|txt|vtt|web[mp]|woff2?)", re.IGNORECASE)
"""Names of files that run nothing in a browser."""


def problems(docs: Docs, queries: Queries) -> Iterator[Problem]:
    """Yield every problem of the navigation, of redirects and of files that are no pages."""
    yield from _navigation(docs, queries.dataset)
    yield from _redirects(docs, queries)
    yield from _files(docs, queries.dataset)


def _navigation(docs: Docs, dataset: Dataset) -> Iterator[Problem]:
    topic = dataset.topic
    for name, listed in (("nav", topic.nav), ("footer", topic.footer)):
        for index, page in enumerate(listed):
            if page.page not in docs.pages:
                elsewhere = "name a page of docs/; a link to another site stands in the text of a page"
                remedy = elsewhere if "://" in page.page else did_you_mean(page.page, docs.pages)
                yield dataset.problem((name, index, "page"), f"there is no docs/{page.page}", "no-page", remedy)
            if page.page in (other.page for other in listed[:index]):
                message, remedy = f"{page.page} is named above already", "delete one of the two, or name another page"
                yield dataset.problem((name, index, "page"), message, "page-twice", remedy)
    named = {page.page for page in (*topic.nav, *topic.footer)} | {"index.md"}
    for name in docs.pages.keys() - named:
        if not any(PurePath(name).name in page.text for other, page in docs.pages.items() if other != name):
            remedy = "name it under nav in topic.yml, or link to it from a page"
            yield Problem(f"docs/{name}", 1, "page", "no page and no navigation leads to it", "no-way", remedy)


def _redirects(docs: Docs, queries: Queries) -> Iterator[Problem]:
    """Yield a problem for each redirect from the address of a page or of another redirect, and to no page."""
    dataset = queries.dataset
    pages = {*map(address_of, docs.pages), *docs.files, "404.html", "print.html"}
    pages |= set(map(queries.href, queries.with_page))
    old = Counter(was.casefold() for was, _ in queries.redirects())
    taken = {name.casefold() for name in pages}
    for index, one in enumerate(dataset.topic.redirects):
        was = ("redirects", index, "was")
        if RESERVED.match(one.was):
            message = f"the build writes {one.was} itself"
            yield dataset.problem(was, message, "redirect", "take the redirect out")
        elif one.was.casefold() in taken:
            remedy = "take the redirect out, or give the page another name"
            yield dataset.problem(was, f"{one.was} is a page", "redirect", remedy)
        if old[one.was.casefold()] > 1:
            remedy = "keep one of the two; a renamed record has one by itself"
            yield dataset.problem(was, f"{one.was} is redirected twice", "redirect", remedy)
        if one.now not in pages:
            now, remedy = ("redirects", index, "now"), did_you_mean(one.now, pages)
            yield dataset.problem(now, f"there is no page {one.now}", "no-page", remedy)


def _files(docs: Docs, dataset: Dataset) -> Iterator[Problem]:
    """Yield a problem for each file that may run something in a browser and is not listed in topic.yml."""
    for index, listed in enumerate(dataset.topic.files):
        if listed not in docs.files:
            remedy = did_you_mean(listed, docs.files)
            yield dataset.problem(("files", index), f"there is no docs/{listed}", "no-file", remedy)
    for name, drawing in docs.files.items():
        faults = limits.within(f"docs/{name}", partial(markup.drawing_faults, drawing)) if drawing else []
        if isinstance(faults, Problem):
            yield faults
            continue
        if name in dataset.topic.files or _INERT.fullmatch(name) or (drawing and not faults):
            continue
        message = f"it holds “{faults[0]}”, which a drawing does not need" if faults else "it may run in a browser"
        remedy = f"delete it, or publish it as it is: in topic.yml, files: [{name}]"
        yield Problem(f"docs/{name}", 1, "file", message, "file-kind", remedy)
