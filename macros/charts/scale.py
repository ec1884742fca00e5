"""From values to pixels, and the round numbers of an axis: pure arithmetic."""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from macros.dates import Edtf, Point


@dataclass(frozen=True)
class Scale:
    """A straight line from ``low``..``high`` in the unit of the data to ``start``..``end`` in pixels."""

    low: float
    high: float
    start: float
    end: float

    def __call__(self, value: float) -> float:
        """Return the pixel of a value, to a tenth."""
        share = (value - self.low) / (self.high - self.low)
        return round(self.start + share * (self.end - self.start), 1)


def ticks(high: float, count: int) -> tuple[float, ...]:
    """Return round numbers from zero up to the first at or above ``high``, about ``count`` of them."""
    if high <= 0:
        return (0.0, 1.0)
    raw = high / count
    power = 10.0 ** math.floor(math.log10(raw))
    step = next(m * power for m in (1, 2, 2.5, 5, 10) if m * power >= raw * 0.999)
    return tuple(round(step * index, 10) for index in range(math.ceil(high / step - 1e-9) + 1))


def thin(values: Iterable[int], room: int) -> tuple[int, ...]:
    """Return those of a run of whole numbers that fit in ``room`` places: every one, or round ones."""
    run = tuple(values)
    step = next((step for step in (1, 2, 5, 10, 20, 50, 100) if len(run) / step <= room), 100)
    return tuple(value for value in run if value % step == 0)


def moment(period: Edtf) -> float:
    """Return the middle of a period as a year with a fraction; an open span counts as its known end."""
    first, last = bounds(period)
    return (first + last) / 2


def bounds(period: Edtf) -> tuple[float, float]:
    """Return where a period starts and ends, as years with fractions."""
    begin, end = period.begin or period.end, period.end or period.begin
    assert begin
    assert end
    return _fraction(begin.first), _fraction(_last(end)) + 1 / 366


def _last(point: Point) -> date:
    return point.last


def _fraction(day: date) -> float:
    start = date(day.year, 1, 1).toordinal()
    length = date(day.year + 1, 1, 1).toordinal() - start
    return day.year + (day.toordinal() - start) / length
