"""The tidy tables of charts: the same rows for the drawing, the table beside it and the files."""

from dataclasses import dataclass

from macros.model import Provision, SeriesPoint, Statute
from macros.model.dates import Edtf


@dataclass(frozen=True)
class Row(SeriesPoint):
    """One number; ``value`` is where its mark ends, None for a gap, and ``low`` where a range starts.

    ``end`` is ``up`` for a lower bound, ``down`` for an upper one, else ``closed``. ``look`` says how firm it is:
    ``solid``; ``pale``: rounded or computed; ``hollow``: of part of its period; ``dashed``: planned, not counted.
    A line joins the numbers of one ``run``: they are firm (exact, and not partial) and follow each other without a gap.
    ``details`` are shown to a reader who picks the number: texts under their labels.
    """

    name: str
    speaker: str
    titles: str
    value: float | None
    low: float | None
    when: str
    note: str
    end: str
    look: str
    is_firm: bool
    details: dict[str, str]
    run: int = 0


@dataclass(frozen=True)
class Annotation:
    """A fact that is marked on a chart, by its ``label`` or a number in a ring; ``row`` if it is one of its numbers.

    ``document`` is the index of the topic's document that was issued then.
    """

    fact: str
    period: Edtf | None
    text: str
    details: dict[str, str]
    row: Row | None = None
    label: str = ""
    document: int | None = None


@dataclass(frozen=True)
class Numbers:
    """Numbers over time or side by side, with marked facts; ``named`` are the ids that the prose mentions."""

    rows: tuple[Row, ...]
    marks: tuple[Annotation, ...]
    named: frozenset[str]

    @property
    def drawn(self) -> tuple[Row, ...]:
        """Every number that is drawn, the marked ones last."""
        return (*self.rows, *(mark.row for mark in self.marks if mark.row))


@dataclass(frozen=True)
class Tier:
    """One tier of a penalty."""

    statute: Statute
    provision: Provision
    titles: str


@dataclass(frozen=True)
class Coverage:
    """How many facts of each topic rest on each source; ``sources`` and ``titles`` are its short and its long name."""

    topics: tuple[tuple[str, dict[str, int]], ...]
    sources: dict[str, str]
    titles: dict[str, str]


ChartData = Numbers | Coverage | tuple[Tier, ...]
