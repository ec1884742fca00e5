"""A panel of a chart over time: what stands in it, its size and its scale."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from macros import phrase
from macros.charts import theme, times
from macros.charts.data import Numbers, Row
from macros.charts.lettering import Point

RING, EDGE, HEAD = 20, 12, -12
"""The height of a line of rings, the room right of a panel, and where names of marked facts end above it."""
_STEP = 40
"""The least pixels from one line of the scale to the next."""
Datum = dict[str, Any]
"""A number, a marked fact or the name of a series, with the values to draw."""


@dataclass(frozen=True)
class Scale:
    """The steps of the axis of a panel, their names, and its height in pixels."""

    steps: tuple[float, ...]
    words: tuple[str, ...]
    height: float


@dataclass(frozen=True)
class Plot:
    """A panel: time across, numbers of one unit upwards, its size, and its ``top`` in the drawing, in pixels.

    ``series`` are all those of the chart, and with ``is_headed`` their names stand above their panel.
    With ``is_sparse`` only numbers that the prose mentions have labels. ``rules`` are where marked facts stand.
    """

    time: times.Time
    series: tuple[str, ...]
    left: float
    width: float
    is_headed: bool
    is_sparse: bool
    shape: str
    scale: Scale
    rules: tuple[float, ...] = ()
    top: float = 0

    @property
    def height(self) -> float:
        """The height in pixels."""
        return self.scale.height

    def at(self, time: float, value: float = 0) -> Point:
        """Return x and y of a number at a time, in pixels from the corner of the panel."""
        low, high = self.scale.steps[0], self.scale.steps[-1]
        across = (time - self.time.low) / (self.time.high - self.time.low)
        return across * self.width, (high - value) / (high - low) * self.height


def panels(numbers: Numbers) -> list[Numbers]:
    """Return what can be compared, with the marks of its unit; the first panel has the marks that are no numbers."""
    counts = {row.series_id: (row.series.unit, row.series.comparability_group) for row in numbers.rows}
    found: list[Numbers] = []
    for count in dict.fromkeys(counts.values()):
        is_first = count[0] not in {panel.rows[0].series.unit for panel in found}
        marks = [
            one for one in numbers.marks if (is_first and one.row.series.unit == count[0] if one.row else not found)
        ]
        rows = tuple(row for row in numbers.rows if counts[row.series_id] == count)
        found.append(replace(numbers, rows=rows, marks=tuple(marks)))
    return found


def scale(rows: Sequence[Row], high: float) -> Scale:
    """Return the scale for numbers of one unit, in a panel as high as that."""
    ends = [0.0, *(end for row in rows for end in (row.value, row.low) if end is not None)]
    steps = theme.steps(min(ends), max(ends) if any(ends) else 1, min(5, int(high / _STEP)))
    words = (phrase.plain(Decimal(f"{step:.12g}"), rows[0].series.unit) for step in steps)
    return Scale(steps, tuple(words), high)
