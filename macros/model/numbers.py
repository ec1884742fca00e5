"""Quantities: Series, Observation, Chart."""

from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field

from macros.model.base import Citation, Entity, Record, Rules, Voice, one_of
from macros.model.values import (
    Date,
    FactRef,
    Id,
    Label,
    Number,
    ObservationRef,
    Prose,
    Sentence,
    SeriesRef,
    SourceRef,
    StatuteRef,
)

Qualifier = Literal["exact", "more than", "at least", "about", "nearly", "up to", "under"]
"""What the source says of the number's exactness."""
ObservationStatus = Literal["published", "partial", "projected", "announced", "proposed", "gap"]
PeriodKind = Literal["calendar year", "fiscal year", "school year", "month", "point in time", "span", "not stated"]


class Unit(Label):
    """What numbers count, in the plural, such as judges; percent and the codes of currencies are not translated."""

    __slots__ = ()


class Formula(Record):
    """How a derived number is computed from other numbers; recomputed at every build."""

    operation: Literal["sum", "difference", "share", "change", "before change"]
    """
    Sum; first minus second; first as a percentage of second; change from first to second in percent; what the first
    was before it changed by the second, in percent.
    """
    of: tuple[ObservationRef, ...] = Field(min_length=2)
    """The numbers it is computed from."""

    def _rules(self) -> Rules:
        return {f"a {self.operation} is of two numbers": self.operation == "sum" or not self.of[2:]}

    def apply(self, values: tuple[Decimal, ...]) -> Decimal:
        """Return the result, in the unit of the first number; in percent for share and change."""
        if self.operation == "sum":
            return sum(values, Decimal(0))
        first, second = values
        if self.operation == "difference":
            return first - second
        if self.operation == "share":
            return 100 * first / second
        if self.operation == "before change":
            return 100 * first / (100 + second)
        return 100 * (second - first) / first


class Observation(Record):
    """One number."""

    id: Id
    """Its permanent name."""
    period: Date
    """The time it holds for."""
    value: Number | None = None
    """The number: 52 as it is, but "68.2" and "6.02e23" in quotation marks."""
    low: Number | None = None
    """The lower end, where the source gives a range."""
    high: Number | None = None
    """The upper end, where the source gives a range."""
    qualifier: Qualifier = "exact"
    """What the source says of its exactness: "more than 500,000" is a lower bound everywhere."""
    status: ObservationStatus = "published"
    """As published, even if revised later; or partial, projected, announced, proposed, or a gap without a number."""
    attributed_to: Voice | None = None
    """Who gives the number."""
    compared_with: tuple[ObservationRef, ...] = ()
    """The numbers that it is compared with."""
    formula: Formula | None = None
    """How it is derived."""
    citations: tuple[Citation, ...] = ()
    """The places it rests on; without them, those of its series."""
    note: Prose | None = None
    """What a reader should know besides."""

    @property
    def ends(self) -> tuple[Decimal, ...]:
        """Its value, or the two ends of its range; () for a gap."""
        return tuple(end for end in (self.value, self.low, self.high) if end is not None)

    @property
    def is_gap(self) -> bool:
        """Whether there is no number: nobody counted, or none is known."""
        return self.status == "gap"

    def _rules(self) -> Rules:
        given = [name for name in ("value", "low", "high") if getattr(self, name) is not None]
        return {
            "a gap has no number": not (self.is_gap and given),
            "a gap says in 'note' why there is no number": not self.is_gap or self.note is not None,
            "give either 'value', or 'low' and 'high'": self.is_gap or given in (["value"], ["low", "high"]),
            "'low' is above 'high'": self.low is None or self.high is None or self.low <= self.high,
        }


class Limits(Record):
    """Between which numbers every observation must lie."""

    minimum: Number
    """The smallest possible value."""
    maximum: Number
    """The largest plausible value."""

    def _rules(self) -> Rules:
        return {"'minimum' is not above 'maximum': exchange the two": self.minimum <= self.maximum}


class Series(Entity):
    """Numbers of one measure, on one basis, from one maker."""

    title: Label
    """What the numbers are, with their maker."""
    measure: Label
    """What is counted."""
    unit: Unit
    """The unit, in the plural: cases, judges, percent; for money the code of its currency, such as EUR."""
    unit_of_one: Unit | None = None
    """The unit of a single one, where it is another word: case, judge."""
    definition: Prose
    """What exactly is counted, and how."""
    comparability_group: Id
    """Series with the same word here may share an axis; any others need a written reason."""
    period_kind: PeriodKind
    """What its periods are."""
    year_starts: Annotated[int, Field(ge=1, le=12)] | None = None
    """The month in which its years start, 4 for April; they are then named by the year that they start in: 2018–19."""
    period_basis: Sentence | None = None
    """Where a fiscal year starts, or how the kind of period is known."""
    limits: Limits
    """Sanity limits."""
    statutes: tuple[StatuteRef, ...] = ()
    """The laws whose use it counts."""
    observations: tuple[Observation, ...] = Field(min_length=1)
    """The numbers, in order of time."""

    def _rules(self) -> Rules:
        is_by_year = self.period_kind in ("calendar year", "fiscal year", "school year")
        return {"'year_starts' is for series by year": is_by_year or not self.year_starts}


class Chart(Entity):
    """A drawn comparison and the one sentence it shows."""

    sentence: Sentence
    """Its point, which is its title."""
    mark: Literal["bars", "lines", "steps", "stack", "panels", "dots", "ladder", "coverage"]
    """How it is drawn; "steps" holds its first series, and "stack" all before the last, against lines across."""
    series: tuple[SeriesRef, ...] = ()
    """The series it shows."""
    labels: tuple[Label, ...] = ()
    """What each series is called on it, in a few words and in the same order; without it, by what it counts."""
    statutes: tuple[StatuteRef, ...] = ()
    """The laws whose penalties it shows."""
    sources: tuple[SourceRef, ...] = ()
    """The sources whose coverage of the topics it shows."""
    period: Date | None = None
    """The span it shows; without it, all."""
    marked: tuple[FactRef, ...] = ()
    """Facts that are marked on it."""
    marked_labels: tuple[Label, ...] = ()
    """What each of these facts is called on it, in a few words and in the same order; without it, by a number."""
    alt: Sentence
    """What it shows, for those who do not see it."""
    caveat: Prose
    """What it cannot show."""
    mixed: Prose | None = None
    """Why definitions that differ are shown together; shown with the chart."""

    def _rules(self) -> Rules:
        return {
            "give exactly one of series, statutes or sources": one_of(self.series, self.statutes, self.sources),
            "give as many 'labels' as 'series'": len(self.labels) in (0, len(self.series)),
            "give as many 'marked_labels' as 'marked'": len(self.marked_labels) in (0, len(self.marked)),
        }
