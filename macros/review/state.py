"""The state of a topic at a revision or in the working tree: its data and its files."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from macros.checks import instructions
from macros.checks.homes import homes
from macros.model import Dataset, Docs, Record
from macros.model.addresses import address_of
from macros.problems import Problem
from macros.queries import Queries

TOPIC = "topic"
"""The id under which the settings of the topic are compared."""


@dataclass(frozen=True)
class State:
    """The data, every file of ``data/`` and ``docs/`` by its path, the problems that a check finds, and the pages."""

    dataset: Dataset
    files: Mapping[str, bytes] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    docs: Docs = field(default_factory=lambda: Docs({}, {}, ()))

    @cached_property
    def queries(self) -> Queries:
        """Look-ups over the data."""
        texts = {name.removeprefix("docs/"): text for name, text in self.pages.items()}
        return Queries(self.dataset, homes(texts, (one.page for one in self.dataset.topic.nav)))

    @cached_property
    def mentions(self) -> Mapping[str, tuple[str, ...]]:
        """By id, the addresses of the hand-written pages that name it in a macro call."""
        return instructions.named((address_of(path.removeprefix("docs/")), text) for path, text in self.pages.items())

    @cached_property
    def facts(self) -> Mapping[str, Record]:
        """Everything that is compared, by id: the topic, every record and every number."""
        numbers = {name: point.observation for name, point in self.dataset.observations.items()}
        return {TOPIC: self.dataset.topic, **self.queries.entities, **numbers}

    @cached_property
    def proofs(self) -> frozenset[str]:
        """Every recorded proof of a verification."""
        return frozenset(quote.proof for one in self.dataset.verified.values() for quote in one.quotes)

    def kind(self, fact: str) -> str:
        """Return the kind of a fact as references name it."""
        return TOPIC if fact == TOPIC else self.queries.kinds[fact]

    def statutes(self, fact: str) -> tuple[str, ...]:
        """Return the ids of the statutes of a fact; a number has those of its series."""
        return tuple(getattr(self.facts[self.queries.owner(fact)], "statutes", ()))

    @cached_property
    def pages(self) -> Mapping[str, str]:
        """The text of every hand-written page, by its path in the topic."""
        return {
            name: data.decode(errors="replace")
            for name, data in self.files.items()
            if name.startswith("docs/") and name.endswith(".md")
        }
