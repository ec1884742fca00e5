"""The course of a series as a line without axes, beside its latest number."""

from collections.abc import Sequence
from dataclasses import dataclass

from macros import phrase
from macros.charts.data import Row

WIDTH, HEIGHT = 100, 24


@dataclass(frozen=True)
class Sparkline:
    """A drawing of ``WIDTH`` by ``HEIGHT``: lines, which break at gaps, its last point, and what stands at its ends."""

    lines: tuple[str, ...]
    end: tuple[str, str]
    first: str
    last: str


def sparkline(rows: Sequence[Row]) -> Sparkline:
    """Return the line of numbers over time, at least two of which are no gaps."""
    rows = sorted(rows, key=lambda row: row.observation.period.sort_key)
    days = [row.observation.period.sort_key[0] for row in rows]
    counted = [row for row in rows if row.value is not None]
    values = [row.value for row in counted if row.value is not None]
    low, high = min(values), max(values)
    lines: list[list[str]] = [[]]
    for day, row in zip(days, rows, strict=True):
        if row.value is None:
            lines.append([])
            continue
        x = (day - days[0]) / ((days[-1] - days[0]) or 1) * WIDTH
        y = HEIGHT - (row.value - low) / ((high - low) or 1) * HEIGHT
        lines[-1].append(f"{x:.1f},{y:.1f}")
    drawn = tuple(" ".join(points) for points in lines if points)
    end = drawn[-1].split(" ")[-1].partition(",")
    return Sparkline(drawn, (end[0], end[2]), _words(counted[0]), _words(counted[-1]))


def _words(row: Row) -> str:
    return f"{phrase.full(row.observation, row.series)} ({row.when})"
