"""The topic that is being built, loaded and checked once."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path

from macros import language
from macros.checks import homes
from macros.checks.pages import check_pages, without_wrong_calls
from macros.load import load, load_right, sure
from macros.load.docs import read_docs
from macros.model import Dataset, Docs, PageHead, PageSource
from macros.model.translation import translated
from macros.problems import BadDataError, Problem
from macros.queries import Queries

ROOT = Path(__file__).resolve().parent.parent.parent
TRUSTED_VARIABLE = "EXPLAINER_TRUSTED"
"""The environment variable with the folder of the records of verification from before the change under review."""
TOPIC_VARIABLE = "EXPLAINER_TOPIC"
"""The environment variable with the topic's folder; without it, the project is the topic."""
_HARMLESS = frozenset(["copied", "dead-link", "empty", "figure", "no-page", "no-way", "quotation", "wording"])
"""Rules that a page may break and still be shown in a preview."""
_WRONG = PageSource(PageHead(), "# This page has mistakes\n\nIt is shown once they are corrected.\n")


def topic_dir() -> Path:
    """Return the folder of the topic that is being built."""
    return Path(os.path.realpath(os.environ.get(TOPIC_VARIABLE) or ROOT))


def _trusted() -> Path | None:
    trusted = os.environ.get(TRUSTED_VARIABLE)
    return Path(trusted) if trusted else None


@dataclass(frozen=True)
class Site:
    """A topic's data and its docs folder, checked together; ``files`` and ``problems`` are for previews."""

    queries: Queries
    docs: Docs
    files: Mapping[str, bytes] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()


_renewed: list[Site] = []
"""The topic as a preview has read it last; empty in a build."""


@cache
def current() -> Site:
    """Return the topic that is being built, or in a preview, what ``renew`` has returned last.

    Raises:
        BadDataError: with every problem.

    """
    if _renewed:
        return _renewed[0]
    folder = topic_dir()
    docs = read_docs(folder)
    try:
        dataset = load(folder, trusted=_trusted())
    except BadDataError as error:
        raise BadDataError((*error.problems, *docs.problems)) from error
    if problems := check_pages(docs, dataset):
        raise BadDataError(problems)
    return _site(docs, dataset)


def _site(docs: Docs, dataset: Dataset, *, is_right: bool = True) -> Site:
    """Return a topic in the language of the build; unless it is right, pages stay that show nothing."""
    topic, own = dataset.topic, docs.without(dataset.topic.translations)
    queries = homes.queries(own, dataset)
    own = homes.shown(own, queries) if is_right else own
    if (used := language.use(topic.language, dataset.interface)) == topic.language:
        return Site(queries, own)
    said, own = spoken(dataset, own, docs.translations(used), used)
    return Site(queries.on(said), own)


def spoken(dataset: Dataset, docs: Docs, words: Mapping[str, PageSource], tag: str) -> tuple[Dataset, Docs]:
    """Return data and pages in a language into which the topic is translated; ``words`` are its pages in it."""
    of_topic = dataset.topic.language
    pages = {path: _in_language(page, words.get(path), of_topic) for path, page in docs.pages.items()}
    return translated(dataset, dataset.translations[tag]), replace(docs, pages=pages)


def _in_language(original: PageSource, translation: PageSource | None, of_topic: str) -> PageSource:
    """Return the translation of a page, unless the page has changed since; else the page in the topic's language."""
    is_current = translation is not None and translation.head.translates == original.digest
    return translation if translation and is_current else replace(original, language=of_topic)


def renew() -> Site:
    """Read the topic again for a preview, and return what is right of it, with every problem.

    Raises:
        BadDataError: if topic.yml is wrong and was never right.

    """
    former = _renewed[0] if _renewed else None
    folder = topic_dir()
    docs = read_docs(folder)
    right = load_right(folder, former.files if former else {}, _trusted())
    found = check_pages(docs, right.dataset)
    if found:
        docs = _fit(docs, right.dataset, former.docs.pages if former else {})
    told = _site(docs, right.dataset, is_right=not (right.problems or found))
    problems = (*right.problems, *sorted(sure(found, right)))
    _renewed[:] = [replace(told, files=right.files, problems=problems)]
    current.cache_clear()
    return current()


def _fit(docs: Docs, dataset: Dataset, former: Mapping[str, PageSource]) -> Docs:
    """Return a docs folder in which a page that cannot be shown is as it was, or without its wrong macro calls."""
    queries = homes.queries(docs, dataset)
    fit = dict(docs.pages)
    for path in _unfit(docs, dataset):
        text = without_wrong_calls(fit[path].text, queries)
        fit[path] = former.get(path) or replace(fit[path], text=text)
    fitted = replace(docs, pages=fit)
    return replace(docs, pages=fit | dict.fromkeys(_unfit(fitted, dataset), _WRONG))


def _unfit(docs: Docs, dataset: Dataset) -> set[str]:
    """Return the paths of the pages that cannot be shown."""
    wrong = {one.path.removeprefix("docs/") for one in check_pages(docs, dataset) if one.rule not in _HARMLESS}
    return wrong & docs.pages.keys()


def queries() -> Queries:
    """Return the data of the topic that is being built; raises as ``current`` does."""
    return current().queries
