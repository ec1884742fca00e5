"""The topic that is being built, loaded and checked once."""

import os
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from macros import language
from macros.checks.pages import check_pages
from macros.load import load
from macros.load.docs import read_docs
from macros.model import Docs, PageSource
from macros.model.translation import translated
from macros.problems import BadDataError
from macros.queries import Queries

ROOT = Path(__file__).resolve().parent.parent.parent
TRUSTED_VARIABLE = "EXPLAINER_TRUSTED"
"""The environment variable with the folder of the records of verification from before the change under review."""
TOPIC_VARIABLE = "EXPLAINER_TOPIC"
"""The environment variable with the topic's folder; without it, the project is the topic."""


def topic_dir() -> Path:
    """Return the folder of the topic that is being built."""
    return Path(os.environ.get(TOPIC_VARIABLE) or ROOT).resolve()


@dataclass(frozen=True)
class Site:
    """A topic's data and its docs folder, checked together."""

    queries: Queries
    docs: Docs


@cache
def current() -> Site:
    """Return the topic that is being built.

    Raises:
        BadDataError: with every problem.

    """
    folder, trusted = topic_dir(), os.environ.get(TRUSTED_VARIABLE)
    docs = read_docs(folder)
    try:
        dataset = load(folder, trusted=Path(trusted) if trusted else None)
    except BadDataError as error:
        raise BadDataError((*error.problems, *docs.problems)) from error
    if problems := check_pages(docs, dataset):
        raise BadDataError(problems)
    topic, own = dataset.topic, docs.without(dataset.topic.translations)
    if (used := language.use(topic.language)) == topic.language:
        return Site(Queries(dataset), own)
    pages = {
        path: _in_language(page, docs.translations(used).get(path), topic.language) for path, page in own.pages.items()
    }
    return Site(Queries(translated(dataset, dataset.translations[used])), replace(own, pages=pages))


def _in_language(original: PageSource, translation: PageSource | None, of_topic: str) -> PageSource:
    """Return the translation of a page, unless the page has changed since; else the page in the topic's language."""
    is_current = translation is not None and translation.head.translates == original.digest
    return translation if translation and is_current else replace(original, language=of_topic)


def queries() -> Queries:
    """Return the data of the topic that is being built; raises as ``current`` does."""
    return current().queries
