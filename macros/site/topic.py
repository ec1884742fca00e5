"""The topic that is being built, loaded and checked once."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path

from macros import language
from macros.load import load, load_right, sure
from macros.load.docs import read_docs
from macros.model import Dataset, Docs, PageHead, PageSource, Topic
from macros.model.translation import translated
from macros.pages import homes
from macros.pages.check import check_pages, without_wrong_calls
from macros.problems import BadDataError, Problem
from macros.queries import Queries

ROOT = Path(__file__).resolve().parent.parent.parent
TRUSTED_VARIABLE = "EXPLAINER_TRUSTED"
"""The environment variable with the folder of the records of verification that the change under review is based on."""
TOPIC_VARIABLE = "EXPLAINER_TOPIC"
"""The environment variable with the topic's folder; without it, the project is the topic."""
ADDRESS_VARIABLE = "EXPLAINER_SITE_URL"
"""The environment variable with the address at which the site is published, unless topic.yml names one."""
_HARMLESS = frozenset(["copied", "dead-link", "empty", "figure", "no-page", "no-way", "quotation", "wording"])
"""Rules that a page may break and still be shown in a preview."""
_PAGE_WITH_MISTAKES = PageSource(PageHead(), "# This page has mistakes\n\nIt is shown once they are corrected.\n")


def topic_dir() -> Path:
    """Return the folder of the topic that is being built."""
    return Path(os.path.realpath(os.environ.get(TOPIC_VARIABLE) or ROOT))


def _trusted() -> Path | None:
    trusted = os.environ.get(TRUSTED_VARIABLE)
    return Path(trusted) if trusted else None


@dataclass(frozen=True)
class Site:
    """A topic's data and its docs folder, checked together; only previews have ``files`` and ``problems``."""

    queries: Queries
    docs: Docs
    files: Mapping[str, bytes] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()


_reloaded: list[Site] = []  # the topic as a preview has read it last; empty in a build


@cache
def current() -> Site:
    """Return the topic that is being built, or in a preview, what ``reload`` has returned last.

    Raises BadDataError with every problem.
    """
    if _reloaded:
        return _reloaded[0]
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
    """Return a topic in the language of the build, without pages that show nothing; they stay unless it is right."""
    topic = with_address(dataset.topic, os.environ.get(ADDRESS_VARIABLE, ""))
    dataset = replace(dataset, topic=topic)
    original = docs.without(topic.translations)
    queries = homes.queries(original, dataset)
    if is_right:
        original = homes.shown(original, queries)
    tag = language.use(topic.language, dataset.interface)
    if tag == topic.language:
        return Site(queries, original)
    translated_data, translated_docs = in_language(dataset, original, docs.translations(tag), tag)
    return Site(queries.on(translated_data), translated_docs)


def with_address(topic: Topic, address: str) -> Topic:
    """Return a topic with the address at which its site is published, unless it names one itself."""
    return topic.model_copy(update={"site_url": topic.site_url or address or None})


def in_language(dataset: Dataset, docs: Docs, translations: Mapping[str, PageSource], tag: str) -> tuple[Dataset, Docs]:
    """Return the data and the pages of a topic in another language; ``translations`` are the translated pages."""
    pages = {path: replace(page, language=dataset.topic.language) for path, page in docs.pages.items()}
    for path, page in docs.pages.items():
        if path in translations and translations[path].head.translates == page.digest:  # it has not changed since
            pages[path] = translations[path]
    return translated(dataset, dataset.translations[tag]), replace(docs, pages=pages)


def reload() -> Site:
    """Read the topic again for a preview, and return what is right of it, with every problem.

    Raises BadDataError if topic.yml is wrong and was never right.
    """
    former = _reloaded[0] if _reloaded else None
    folder = topic_dir()
    docs = read_docs(folder)
    right = load_right(folder, former.files if former else {}, _trusted())
    problems_of_pages = check_pages(docs, right.dataset)
    if problems_of_pages:
        docs = _repaired(docs, right.dataset, former.docs.pages if former else {})
    site = _site(docs, right.dataset, is_right=not (right.problems or problems_of_pages))
    problems = (*right.problems, *sorted(sure(problems_of_pages, right)))
    _reloaded[:] = [replace(site, files=right.files, problems=problems)]
    current.cache_clear()
    return current()


def _repaired(docs: Docs, dataset: Dataset, former: Mapping[str, PageSource]) -> Docs:
    """Return a docs folder in which every page can be shown.

    In place of a page that cannot be shown stands its former text, or else the page without its wrong macro calls. If
    that cannot be shown either, a page says that it has mistakes.
    """
    queries = homes.queries(docs, dataset)
    pages = dict(docs.pages)
    for path in _wrong_pages(docs, dataset):
        text = without_wrong_calls(pages[path].text, queries)
        pages[path] = former.get(path) or replace(pages[path], text=text)
    still_wrong = _wrong_pages(replace(docs, pages=pages), dataset)
    return replace(docs, pages=pages | dict.fromkeys(still_wrong, _PAGE_WITH_MISTAKES))


def _wrong_pages(docs: Docs, dataset: Dataset) -> set[str]:
    """Return the paths of the pages that cannot be shown."""
    problems = (problem for problem in check_pages(docs, dataset) if problem.rule not in _HARMLESS)
    return {problem.path.removeprefix("docs/") for problem in problems} & docs.pages.keys()


def queries() -> Queries:
    """Return the data of the topic that is being built; raises as ``current`` does."""
    return current().queries
