"""What a rule finds."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from macros.model import Dataset
from macros.problems import FieldPath


@dataclass(frozen=True)
class Finding:
    """What a rule has to say of the record ``id``, at a path inside it; the id of topic.yml is "topic"."""

    id: str
    path: FieldPath
    message: str
    rule: str
    remedy: str


Rule = Callable[[Dataset], Iterator[Finding]]
"""A function that yields what is wrong with a dataset."""
