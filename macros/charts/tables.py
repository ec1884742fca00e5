"""The table behind a chart: the numbers that are drawn, as words. Layer 4."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from macros.charts import phrase
from macros.charts.coverage import SILENT
from macros.charts.data import Mark, Row, Silence, Tier


@dataclass(frozen=True)
class Cell:
    """One cell; ``fact`` is the id of the number that it gives, or nothing."""

    text: str
    fact: str = ""


@dataclass(frozen=True)
class Table:
    """A table, ready for display; the first cell of a row is its heading."""

    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


def numbers(caption: str, rows: Sequence[Row], marks: Iterable[Mark]) -> Table:
    """Return every number that is drawn, those that are marked last."""
    drawn = [*rows, *(mark.row for mark in marks if mark.row is not None)]
    columns = ("What is counted", "Period", "Number", "Status", "Who says so", "Note")
    return Table(caption, columns, tuple(_number(row) for row in drawn))


def _number(row: Row) -> tuple[Cell, ...]:
    observation, unit = row.observation, row.series.unit
    words = phrase.number(observation, unit)
    counted = words if unit == "percent" or row.value is None else f"{words} {unit}"
    return (
        Cell(phrase.capital(row.series.measure)),
        Cell(row.when),
        Cell(counted, observation.id),
        Cell(phrase.status(observation) or ("no figure" if row.value is None else "final")),
        Cell(row.speaker),
        Cell(str(observation.note or "").replace("\n", " ")),
    )


def ladder(caption: str, tiers: Iterable[Tier]) -> Table:
    """Return every tier that is drawn."""
    columns = ("Law", "Tier", "Longest prison term", "Mandatory minimum", "Highest fine", "Class")
    return Table(caption, columns, tuple(_tier(tier) for tier in tiers))


def _tier(tier: Tier) -> tuple[Cell, ...]:
    provision = tier.provision
    words = (
        tier.statute.citation,
        provision.label + (f" (for {provision.per})" if provision.per else ""),
        phrase.longest(provision),
        phrase.least(provision),
        str(provision.fine or "not stated"),
        provision.grade,
    )
    return tuple(Cell(str(word)) for word in words)


def coverage(caption: str, silence: Silence) -> Table:
    """Return how many facts each source has on each topic; where it has none the word says so."""
    rows = (
        (Cell(label), *(Cell(str(silence.counts[topic][source] or SILENT)) for source, _ in silence.sources))
        for topic, label in silence.topics
    )
    return Table(caption, ("Topic", *(label for _, label in silence.sources)), tuple(rows))
