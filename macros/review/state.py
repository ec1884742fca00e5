"""The state of a topic at a revision or in the working tree: its data and its files."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from macros.model import Citation, Dataset, Docs, Record
from macros.model.addresses import address_of
from macros.pages import homes, instructions
from macros.problems import Problem
from macros.queries import Queries

TOPIC = "topic"
"""The id under which the settings of the topic are compared."""


@dataclass(frozen=True)
class State:
    """The data, the pages, the problems found by checks, and the files of ``data/`` and ``docs/`` by their paths."""

    dataset: Dataset
    files: Mapping[str, bytes] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    docs: Docs = field(default_factory=lambda: Docs({}, {}, ()))

    @cached_property
    def queries(self) -> Queries:
        """Look-ups over the data that know the pages in the language of the topic."""
        return homes.queries(self.docs.without(self.dataset.topic.translations), self.dataset)

    @cached_property
    def mentions(self) -> Mapping[str, tuple[str, ...]]:
        """The addresses of the hand-written pages that name an id in a macro call, by the id."""
        return instructions.named((address_of(path), page.text) for path, page in self.docs.pages.items())

    @cached_property
    def facts(self) -> Mapping[str, Record]:
        """Everything that is compared, by id: the settings of the topic, every record and every number."""
        numbers = {name: point.observation for name, point in self.dataset.observations.items()}
        return {TOPIC: self.dataset.topic, **self.queries.entities, **numbers}

    def kind(self, fact: str) -> str:
        """Return the kind of a fact, or "topic"."""
        return TOPIC if fact == TOPIC else self.queries.kinds[fact]

    def citations(self, fact: str) -> tuple[Citation, ...]:
        """Return what a fact rests on; the settings of the topic rest on nothing."""
        return () if fact == TOPIC else self.queries.citations(fact)

    def statutes(self, fact: str) -> tuple[str, ...]:
        """Return the ids of the statutes of a fact; a number has those of its series."""
        return tuple(getattr(self.facts[self.queries.owner(fact)], "statutes", ()))
