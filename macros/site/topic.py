"""The topic that is being built, loaded and checked once."""

import os
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from macros.checks import homes
from macros.checks.pages import check_pages
from macros.load import load
from macros.load.docs import read_docs
from macros.model import Docs
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
    queries = homes.queries(docs, dataset)
    return Site(queries, homes.shown(docs, queries))


def queries() -> Queries:
    """Return the data of the topic that is being built; raises as ``current`` does."""
    return current().queries
