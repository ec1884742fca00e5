"""The table behind a chart: the numbers that are drawn, as words."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from macros import phrase
from macros.charts.coverage import SILENT
from macros.charts.data import Mark, Row, Silence, Tier


@dataclass(frozen=True)
class Cell:
    """One cell; ``fact`` is the id of the number, the provision or the source that it gives, or nothing."""

    text: str
    fact: str = ""


@dataclass(frozen=True)
class Table:
    """A table, ready for display; the first cell of a row is its heading."""

    caption: str
    columns: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]


def numbers(caption: str, rows: Sequence[Row], marks: Iterable[Mark]) -> Table:
    """Return every number that is drawn, those that are marked last; what is alike in all rows has no column."""
    drawn = [_number(row) for row in (*rows, *(mark.row for mark in marks if mark.row is not None))]
    columns = ("What is counted", "Period", "Number", "Status", "Who says so", "Note")
    kept = [
        index
        for index, column in enumerate(columns)
        if column in ("Period", "Number") or len({cells[index].text for cells in drawn}) > 1
    ]
    table = tuple(tuple(cells[index] for index in kept) for cells in drawn)
    return Table(caption, tuple(Cell(columns[index]) for index in kept), table)


def _number(row: Row) -> tuple[Cell, ...]:
    observation, unit = row.observation, row.series.unit
    is_gap = row.value is None
    words = phrase.number(observation, unit)
    return (
        Cell(row.name),
        Cell(phrase.capital(row.when)),
        Cell(words if unit == "percent" or is_gap else f"{words} {unit}", observation.id),
        Cell(phrase.status(observation) or ("no figure" if is_gap else "final")),
        Cell(row.speaker),
        Cell(str(observation.note or "").replace("\n", " ")),
    )


def ladder(caption: str, tiers: Iterable[Tier]) -> Table:
    """Return every tier that is drawn."""
    columns = ("Law", "Tier", "Longest prison term", "Mandatory minimum", "Highest fine", "Class")
    return Table(caption, tuple(map(Cell, columns)), tuple(_tier(tier) for tier in tiers))


def _tier(tier: Tier) -> tuple[Cell, ...]:
    provision = tier.provision
    return (
        Cell(tier.statute.citation),
        Cell(provision.label + (f" (for {provision.per})" if provision.per else "")),
        Cell(phrase.longest(provision), provision.id),
        Cell(phrase.least(provision), provision.id),
        Cell(str(provision.fine or "not stated"), provision.id if provision.fine else ""),
        Cell(provision.grade),
    )


def coverage(caption: str, silence: Silence) -> Table:
    """Return how many facts each source has on each topic; where it has none the word says so."""
    rows = (
        (Cell(label), *(Cell(str(silence.counts[topic][source] or SILENT)) for source, _ in silence.sources))
        for topic, label in silence.topics
    )
    columns = (Cell(label, source) for source, label in silence.sources)
    return Table(caption, (Cell("Topic"), *columns), tuple(rows))
