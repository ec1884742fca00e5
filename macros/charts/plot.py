"""A sheet with time across and numbers upwards, from zero."""

from collections.abc import Sequence
from dataclasses import dataclass

from macros.charts import theme
from macros.charts.data import Mark, Row
from macros.charts.labels import Point
from macros.charts.scale import Scale, ticks
from macros.charts.sheet import Sheet
from macros.charts.theme import Form
from macros.charts.timeaxis import TimeAxis, axis

RING = 20
"""Height and width of a number above the plot, in pixels."""
_HEIGHT = {"wide": 330, "narrow": 280}
_FOOT = 26


@dataclass(frozen=True)
class Flag:
    """A marked fact that has a date only: its number, the pixels where its period starts and ends, its level."""

    number: int
    start: float
    end: float
    level: int


@dataclass(frozen=True)
class Plot:
    """A sheet with its two scales, and the flags above them."""

    sheet: Sheet
    time: TimeAxis
    x: Scale
    y: Scale
    flags: tuple[Flag, ...]
    head: float
    """How much room the names of the series take above it."""

    def at(self, row: Row) -> Point:
        """Return where a number stands."""
        return self.x(self.time.at(row.observation.period)), self.y(row.value or 0)

    def low(self, row: Row) -> float | None:
        """Return the height at which a range starts; None for a single number."""
        return None if row.low is None else self.y(row.low)

    def level(self, flag: Flag) -> float:
        """Return the height at which a flag stands."""
        return self.head + RING * flag.level + RING / 2

    def axes(self) -> None:
        """Draw the grid and the words of both axes."""
        steps, small = ticks(self.y.high, 5), theme.SMALL
        for step in steps:
            y = self.y(step)
            self.sheet.rule((self.x.start, y), (self.x.end, y), theme.GRID if step else theme.MUTED, behind=True)
        for step in steps:
            x = self.x.start - 6
            self.sheet.text(x, self.y(step), _number(step), align="right", size=small, color=theme.MUTED)
        names = self.time.ticks(self.x.end - self.x.start)
        foot = self.y.start
        for at, _ in names:
            self.sheet.rule((self.x(at), foot), (self.x(at), foot + 4), theme.MUTED)
        for at, name in names:
            x = min(self.x(at), self.sheet.width - theme.measure(name, small) / 2)
            self.sheet.text(x, foot + 14, name, align="center", size=small, color=theme.MUTED)


def plot_of(rows: Sequence[Row], marks: Sequence[Mark], form: Form, key: int = 0) -> Plot:
    """Return an empty plot with room for every number, every marked fact, and ``key`` lines of names above."""
    values = [row.value for row in (*rows, *(m.row for m in marks if m.row)) if row.value is not None]
    steps = ticks(max(values), 5)
    time = axis(rows, [mark.period for mark in marks if mark.period])
    left = max(theme.measure(_number(step), theme.SMALL) for step in steps) + 10
    x = Scale(time.low, time.high, left, form.width - 12)
    flags = _flags([mark for mark in marks if mark.row is None], time, x)
    head = float(theme.LINE * key + (8 if key else 0))
    top = head + RING * max((flag.level + 1 for flag in flags), default=0) + 12
    bottom = top + _HEIGHT[form.name]
    return Plot(Sheet(form.width, bottom + _FOOT), time, x, Scale(0, steps[-1], bottom, top), flags, head)


def _number(value: float) -> str:
    return f"{value:,.10g}"


def _flags(marks: Sequence[Mark], time: TimeAxis, x: Scale) -> tuple[Flag, ...]:
    """Number the marked facts, each on the first level where it covers no other."""
    found: list[Flag] = []
    for number, mark in enumerate(marks, 1):
        if mark.period is None:
            continue
        sides = time.sides(mark.period) if mark.period.is_span else (time.at(mark.period),) * 2
        start, end = x(sides[0]), x(sides[1])
        taken = {flag.level for flag in found if start - RING < flag.end and flag.start < end + RING}
        found.append(Flag(number, start, end, next(n for n in range(len(marks)) if n not in taken)))
    return tuple(found)
