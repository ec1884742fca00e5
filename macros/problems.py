"""What is wrong with the data or the prose, as values."""

import difflib
from collections.abc import Iterable
from dataclasses import dataclass

FieldPath = tuple[str | int, ...]
"""The keys and indices that lead to a value in a document."""


@dataclass(frozen=True, order=True)
class Problem:
    """One mistake, where it stands, and how to mend it. ``path`` is relative to the topic, ``line`` counts from 1."""

    path: str
    line: int
    field: str
    message: str
    rule: str
    remedy: str

    def __str__(self) -> str:
        """Return the two lines that an editor reads; what cannot be printed is escaped."""
        first = f"{self.path}:{self.line}: {self.field}: {self.message} [{self.rule}]"
        return f"{_printable(first)}\n    {_printable(self.remedy)}"


def _printable(text: str) -> str:
    return "".join(char if char.isprintable() else ascii(char)[1:-1] for char in text)


class BadDataError(Exception):
    """The data cannot be used; ``problems`` holds every reason, in order."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(problems))
        super().__init__("\n".join(map(str, self.problems)))


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return 'did you mean "x"?' for the nearest known word, or a list of a few when none is near."""
    choices = sorted(known)
    near = difflib.get_close_matches(word, choices, n=1, cutoff=0.6)
    if near:
        return f'did you mean "{near[0]}"?'
    few = ", ".join(choices[:8]) + (", ..." if len(choices) > 8 else "")  # noqa: PLR2004 - a line's worth
    return f"known: {few}" if choices else "none is defined yet"
