"""The documents that a topic is about, clause by clause, and comparisons of two of them."""

from pydantic import Field

from macros.model.base import Entity, Record, Rules
from macros.model.values import EventRef, FactRef, Label, Prose, Sentence, SourceRef, StatementRef


class Clause(Record):
    """A clause of a document, and what others make of it."""

    statement: StatementRef
    """The statement that tells what it says, and rests on the document."""
    reported: tuple[FactRef, ...] = ()
    """What reports and other documents say of it; one fact may speak of several clauses."""


class Section(Record):
    """A section of a document."""

    heading: Label
    """Its heading, or without one what it is about."""
    clauses: tuple[Clause, ...] = Field(min_length=1)
    """Its clauses, in the order of the document."""


class Outline(Record):
    """A document in its own order.

    The order cannot be taken from citations: texts that were read in parts have no numbered places, and several
    clauses stand in one paragraph. So it is listed here, in the file of the source, with the facts that speak of each
    clause beside it: an editor and a reviewer see the whole document in one file, and no fact needs a new field.
    """

    addressed_to: Label | None = None
    """To whom it went, as far as it is known."""
    length: Label | None = None
    """How long it is: "three pages"."""
    followed: tuple[EventRef, ...] = ()
    """What came of it, besides the events that follow up its own."""
    sections: tuple[Section, ...] = Field(min_length=1)
    """Its sections, in order."""

    @property
    def clauses(self) -> tuple[Clause, ...]:
        """The clauses of all sections, in order."""
        return tuple(clause for section in self.sections for clause in section.clauses)


class Side(Record):
    """What one of two documents says on something."""

    text: Prose
    """What it says, in our own words."""
    facts: tuple[FactRef, ...] = Field(min_length=1)
    """The facts that bear it out."""


class Aspect(Record):
    """A row of a comparison."""

    aspect: Label
    """What is compared: "Addressed to"."""
    first: Side
    """What the first document says."""
    second: Side
    """What the second document says."""


class Comparison(Entity):
    """Two documents side by side."""

    title: Sentence
    """What the comparison shows, in a few words."""
    first: SourceRef
    """The document of the first column, the earlier one."""
    second: SourceRef
    """The document of the second column, on whose page the comparison stands."""
    rows: tuple[Aspect, ...] = Field(min_length=1)
    """What is compared."""

    def _rules(self) -> Rules:
        return {"'first' and 'second' are the same document": self.first != self.second}
