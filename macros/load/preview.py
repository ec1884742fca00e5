"""Loads what is right of a topic while some of it is wrong, for a preview."""

from collections.abc import Mapping
from pathlib import Path

from macros.checks import BASIC, RULES
from macros.load.dataset import checked
from macros.model import Dataset
from macros.problems import BadDataError, Problem

Files = Mapping[str, bytes]
"""The bytes of the files of data/, by their paths in the topic."""


def load_right(topic_dir: Path, former: Files, trusted: Path | None) -> tuple[Dataset, Files, tuple[Problem, ...]]:
    """Return what is right of the data, the files that it is from, and every problem of the data.

    A file with which no page can be made is read as it was in ``former``, and left out if it was not there, or does
    not fit the others any more. Raises BadDataError if topic.yml is wrong and was never right.
    """
    try:
        return *checked(topic_dir, RULES, trusted), ()
    except BadDataError as error:
        problems = error.problems
    instead: dict[str, bytes | None] = {}
    while True:
        try:
            return *checked(topic_dir, BASIC, trusted, instead), problems
        except BadDataError as error:
            wrong = {problem.path for problem in error.problems}
            if not wrong or any(instead.get(path, b"") is None for path in wrong):
                raise BadDataError(problems) from error
            for path in wrong:
                instead[path] = None if path in instead else former.get(path)
