"""The type of rules, and of their results."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from macros.model import Dataset
from macros.problems import FieldPath


@dataclass(frozen=True)
class Finding:
    """A mistake that a rule found at ``path`` in the record ``id``; topic.yml has the id "topic"."""

    id: str
    path: FieldPath
    message: str
    rule: str
    remedy: str


Rule = Callable[[Dataset], Iterator[Finding]]
"""A function that yields what is wrong with a dataset."""
