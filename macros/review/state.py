"""The state of a topic at a revision or in the working tree: its data and its files."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from macros.model import Dataset, Docs, Record
from macros.model.addresses import address_of
from macros.pages import instructions
from macros.pages.homes import homes
from macros.problems import Problem
from macros.queries import Queries

TOPIC = "topic"
"""The id under which the settings of the topic are compared."""


@dataclass(frozen=True)
class State:
    """The data, the files of ``data/`` and ``docs/`` by their paths, the problems found by checks, and the pages."""

    dataset: Dataset
    files: Mapping[str, bytes] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    docs: Docs = field(default_factory=lambda: Docs({}, {}, ()))

    @cached_property
    def queries(self) -> Queries:
        """Look-ups over the data."""
        texts = {path.removeprefix("docs/"): text for path, text in self.pages.items()}
        return Queries(self.dataset, homes(texts, (entry.page for entry in self.dataset.topic.nav)))

    @cached_property
    def mentions(self) -> Mapping[str, tuple[str, ...]]:
        """The addresses of the hand-written pages that name an id in a macro call, by the id."""
        return instructions.named((address_of(path.removeprefix("docs/")), text) for path, text in self.pages.items())

    @cached_property
    def facts(self) -> Mapping[str, Record]:
        """Everything that is compared, by id: the settings of the topic, every record and every number."""
        numbers = {name: point.observation for name, point in self.dataset.observations.items()}
        return {TOPIC: self.dataset.topic, **self.queries.entities, **numbers}

    @cached_property
    def proofs(self) -> frozenset[str]:
        """Every recorded proof of a verification."""
        return frozenset(quote.proof for record in self.dataset.verified.values() for quote in record.quotes)

    def kind(self, fact: str) -> str:
        """Return the kind of a fact, or "topic"."""
        return TOPIC if fact == TOPIC else self.queries.kinds[fact]

    def statutes(self, fact: str) -> tuple[str, ...]:
        """Return the ids of the statutes of a fact; a number has those of its series."""
        return tuple(getattr(self.facts[self.queries.owner(fact)], "statutes", ()))

    @cached_property
    def pages(self) -> Mapping[str, str]:
        """The text of every hand-written page, by its path in the topic."""
        return {
            path: data.decode(errors="replace")
            for path, data in self.files.items()
            if path.startswith("docs/") and path.endswith(".md")
        }
