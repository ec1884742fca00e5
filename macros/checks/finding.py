"""What a rule is, and what it yields."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from macros.model import Dataset
from macros.problems import FieldPath, Mistake


@dataclass(frozen=True)
class Finding:
    """A mistake and its place in a record: ``Finding(id, path, *mistake)``; topic.yml has the id "topic"."""

    id: str
    path: FieldPath
    message: str
    rule: str
    remedy: str
    subject: str = ""

    @property
    def mistake(self) -> Mistake:
        """The mistake without its place."""
        return Mistake(self.message, self.rule, self.remedy, self.subject)


Rule = Callable[[Dataset], Iterator[Finding]]
"""A function that yields what is wrong with a dataset."""
