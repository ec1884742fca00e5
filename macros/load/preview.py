"""Loads the valid part of a topic with mistakes, and tells which of its problems are certain."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from macros import yamlio
from macros.checks import BASIC, LINKS, RULES, Rule
from macros.checks.prose import figures_have_facts
from macros.load.dataset import checked
from macros.load.names import unreadable
from macros.model import Dataset
from macros.problems import BadDataError, Problem

Files = Mapping[str, bytes]
"""The bytes of the files of data/, by their paths in the topic."""
_UNCERTAIN = {"copied", "dead-link", "empty", "figure", "id-twice", "no-page", "quotation"}
"""Rules that a page may seem to break only because a record was left out."""


class Right(NamedTuple):
    """The valid records, the files that they are from, and the problems of the data.

    ``lost`` has the text of each file that was left out, in lower case; None if it cannot be read.
    """

    dataset: Dataset
    files: Files
    problems: tuple[Problem, ...]
    lost: Mapping[str, str | None]


def load_right(topic_dir: Path, former: Files, trusted: Path | None) -> Right:
    """Return the valid part of the data.

    A file that keeps pages from being made is read as it was in ``former``. It is left out if it is not there, or no
    longer fits the others. Raises BadDataError if topic.yml is wrong and there is no former one.
    """
    try:
        return Right(*checked(topic_dir, RULES, trusted), (), {})
    except BadDataError as error:
        problems = error.problems
    replacements: dict[str, bytes | None] = {}
    while True:
        try:
            checked(topic_dir, LINKS, trusted, replacements)  # before rules that follow these links
            dataset, files = checked(topic_dir, BASIC, trusted, replacements)
            break
        except BadDataError as error:
            wrong = {problem.path for problem in error.problems}
            if not wrong or any(replacements.get(path, b"") is None for path in wrong):
                raise BadDataError(problems) from error
            for path in wrong:
                replacements[path] = None if path in replacements else former.get(path)
    lost = {path: _lower_text(topic_dir / path, path) for path, kept in replacements.items() if kept is None}
    rules = tuple(rule for rule in RULES if not lost or rule is not figures_have_facts)  # a name may have a figure
    found = (one for one in _problems_of(topic_dir, rules, trusted, replacements) if one.path not in replacements)
    return Right(dataset, files, BadDataError({*problems, *found}).problems, lost)


def _lower_text(file: Path, name: str) -> str | None:
    data = unreadable(file, name) or yamlio.content(file, name)
    return f"{file.stem} {data.decode(errors='replace')}".lower() if isinstance(data, bytes) else None


def _problems_of(
    topic_dir: Path, rules: tuple[Rule, ...], trusted: Path | None, replacements: Mapping[str, bytes | None]
) -> tuple[Problem, ...]:
    """Return the problems that rules find in the valid part."""
    try:
        checked(topic_dir, rules, trusted, replacements)
    except BadDataError as error:
        return error.problems
    return ()


def sure(found: Iterable[Problem], right: Right) -> tuple[Problem, ...]:
    """Return the problems of pages that are certain: they cannot come from a file that was left out."""
    return tuple(one for one in found if not right.lost or _is_sure(one, right.lost.values()))


def _is_sure(problem: Problem, lost: Iterable[str | None]) -> bool:
    if problem.rule == "unknown-id":
        wanted = problem.message.split('"')[1].lower()
        return not any(words is None or wanted in words for words in lost)
    return problem.rule not in _UNCERTAIN
