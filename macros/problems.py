"""Problems in the data or the prose of a topic, and suggestions for a mistyped word."""

import difflib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

FieldPath = tuple[str | int, ...]
"""The keys and list indices that lead to a value in a record: ("citations", 0, "quote")."""


class Mistake(NamedTuple):
    """What is wrong, the name of the rule that it breaks, and how to fix it.

    ``subject`` is the id or the address that is not there, for the programs that go on with it.
    """

    message: str
    rule: str
    remedy: str
    subject: str = ""


_MOST_CHOICES = 8
LineMistake = tuple[int, Mistake]
"""A line of a text, from 1, and what is wrong there."""


@dataclass(frozen=True, order=True)
class Problem:
    """A mistake and its place in a file: ``Problem(path, line, field, *mistake)``.

    ``path`` is relative to the topic, ``line`` starts at 1.
    """

    path: str
    line: int
    field: str
    message: str
    rule: str
    remedy: str
    subject: str = ""

    def __str__(self) -> str:
        """Return place, message and rule on one line, the remedy on a second; unprintable characters are escaped."""
        first = f"{self.path}:{self.line}: {self.field}: {self.message} [{self.rule}]"
        return f"{_printable(first)}\n    {_printable(self.remedy)}"


def _printable(text: str) -> str:
    return "".join(char if char.isprintable() else ascii(char)[1:-1] for char in text)


class BadDataError(Exception):
    """The data cannot be used; ``problems`` holds every reason, in order."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(problems))
        super().__init__("\n".join(map(str, self.problems)))


def line_at(text: str, place: int) -> int:
    """Return the line of a place in a text, from 1; the first line where the place is not known (-1)."""
    return text.count("\n", 0, max(place, 0)) + 1


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return 'did you mean "x"?' for the nearest known word, or up to eight known words if none is near."""
    choices = sorted(known)
    near = difflib.get_close_matches(word, choices, n=1, cutoff=0.6)
    if near:
        return f'did you mean "{near[0]}"?'
    few = ", ".join(choices[:_MOST_CHOICES]) + (", ..." if len(choices) > _MOST_CHOICES else "")
    return f"known: {few}" if choices else "none is defined yet"
