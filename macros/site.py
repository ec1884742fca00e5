"""Which topic is being built, loaded and checked once."""

import os
from functools import cache
from pathlib import Path

from macros.load import load
from macros.pagecheck import check_pages
from macros.problems import BadDataError
from macros.queries import Queries

ROOT = Path(__file__).resolve().parent.parent
TOPIC_VARIABLE = "EXPLAINER_TOPIC"
"""The environment variable that names the topic's folder; without it, the project is the topic."""


def topic_dir() -> Path:
    """Return the folder of the topic that is being built."""
    return Path(os.environ.get(TOPIC_VARIABLE) or ROOT).resolve()


@cache
def queries() -> Queries:
    """Return the topic's data, checked together with its pages.

    Raises:
        BadDataError: with every problem.

    """
    folder = topic_dir()
    dataset = load(folder)
    problems = check_pages(folder, dataset)
    if problems:
        raise BadDataError(problems)
    return Queries(dataset)
