"""An axis of time that gives its room to the years with the most events, and breaks where there are none for long.

Places on it are in percent of its width. A time is a number of years, 2017.5 for the middle of 2017.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from math import fsum

from macros import language
from macros.language import gettext
from macros.model.dates import Point, months, year_words

STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)
_MOST_STRETCHES = 40
_LEAST = 0.035
"""The share of all events below which a period gets no less room."""
_SHORT_GAP, _LONG_GAP = 0.5, 0.8
"""The room of years without events, as a part of the least room of a period."""
_LONG = 2
"""How many empty periods are drawn as a break when there are more."""
_LETTER, _SPACE = 7, 8
"""Pixels that a letter of a label takes, and that two labels stand apart."""
_MONTH_LABEL = 29
"""Pixels from one label of a month to the next."""
_MONTHS = 12
_ROUNDED = 1e-6


@dataclass(frozen=True)
class Stretch:
    """The years from ``first`` up to, not including, ``end``, and the part of the axis that they take."""

    first: int
    end: int
    count: int
    left: float = 0
    width: float = 0
    is_break: bool = False

    def place(self, time: float) -> float:
        """Return where a time within the stretch stands."""
        return self.left + self.width * (time - self.first) / (self.end - self.first)

    @property
    def label(self) -> str:
        """The year, or the first and the last."""
        first, last = year_words(self.first), year_words(self.end - 1)
        return first if first == last else f"{first}–{last}"


@dataclass(frozen=True)
class Axis:
    """Stretches side by side; those with a count of 0 are gaps. ``parts`` is 12 if events are counted by month."""

    stretches: tuple[Stretch, ...]
    parts: int = _MONTHS

    def place(self, time: float) -> float:
        """Return where a time stands; one before or after all events stands at the edge."""
        for stretch in self.stretches:
            if time < stretch.end:
                return max(stretch.place(time), stretch.left)
        return 100

    def years(self, room: int) -> tuple[tuple[float, str], ...]:
        """Return middle and label of as many periods as fit ``room`` pixels: the ends, then the widest."""
        placed: list[tuple[float, float, str]] = []
        ends = self.stretches[0], self.stretches[-1]
        for stretch in sorted(self.stretches, key=lambda one: (one not in ends, -one.width)):
            if stretch.count:
                half = (len(stretch.label) * _LETTER + _SPACE) / room * 50
                x = min(max(stretch.left + stretch.width / 2, half), 100 - half)
                if all(abs(x - other) >= half + of_other for other, of_other, _ in placed):
                    placed.append((x, half, stretch.label))
        return tuple((round(x, 2), label) for x, _, label in sorted(placed))

    def months(self, room: int) -> tuple[tuple[float, str], ...]:
        """Return middle and label of every month, or of every third or sixth, in years that have the room."""
        ticks, names = [], months(language.code(), "abbreviated")
        for stretch in self.stretches:
            month = stretch.width / _MONTHS
            fitting = [step for step in (1, 3, 6) if month * step * room / 100 >= _MONTH_LABEL]
            if stretch.count and stretch.end - stretch.first == 1 and fitting:
                shown = range(0, _MONTHS, fitting[0])
                ticks += [(round(stretch.left + month * (n + 0.5), 2), names[n]) for n in shown]
        return tuple(ticks)

    def slot(self, time: float) -> tuple[float, float]:
        """Return left and width of the month or the year that a time is in, or of its period of several years."""
        stretch = next(one for one in self.stretches if time < one.end)
        parts = self.parts if stretch.end - stretch.first == 1 else 1
        part = int((time - stretch.first) / (stretch.end - stretch.first) * parts + _ROUNDED)
        return stretch.left + stretch.width * part / parts, stretch.width / parts

    @property
    def unit(self) -> str:
        """What a slot is: a month, a year, or so many years."""
        years = next(one.end - one.first for one in self.stretches if one.count)
        if years > 1:
            return gettext("%(years)s years", years=years)
        return gettext("month") if self.parts == _MONTHS else gettext("year")

    @property
    def has_months(self) -> bool:
        """Whether years are parted into months."""
        return self.parts == _MONTHS and any(one.end - one.first == 1 for one in self.stretches if one.count)

    @property
    def is_broken(self) -> bool:
        """Whether long years without events are left out."""
        return any(one.is_break for one in self.stretches)


def axis(points: Iterable[Point]) -> Axis:
    """Return an axis for events at these points, of which there is at least one, by month if most have one."""
    points = tuple(points)
    counts = Counter(point.year for point in points)
    has_months = sum(bool(point.month or point.season) for point in points) > len(points) / 2
    for step in STEPS:
        stretches = tuple(_stretches(counts, step))
        if len(stretches) <= _MOST_STRETCHES:
            break
    least = _LEAST * counts.total()
    gap = {True: _LONG_GAP * least, False: _SHORT_GAP * least}
    weights = [max(one.count, least) if one.count else gap[one.is_break] for one in stretches]
    placed, left = [], 0.0
    for one, weight in zip(stretches, weights, strict=True):
        width = 100 * weight / fsum(weights)
        placed.append(Stretch(one.first, one.end, one.count, left, width, one.is_break))
        left += width
    return Axis(tuple(placed), _MONTHS if has_months else 1)


def _stretches(counts: Counter[int], step: int) -> Iterator[Stretch]:
    """Yield periods of ``step`` years that have events, and the gaps between them."""
    periods: Counter[int] = Counter()
    for year, count in counts.items():
        periods[year // step] += count
    ordered = sorted(periods)
    for period, following in pairwise([*ordered, ordered[-1] + 1]):
        yield Stretch(period * step, (period + 1) * step, periods[period])
        if following > period + 1:
            yield Stretch((period + 1) * step, following * step, 0, is_break=following - period - 1 > _LONG)


def time(point: Point) -> float:
    """Return a point in time as a number of years: the middle of a month or a year, the first year of a decade."""
    month = point.month or point.season
    if not month:
        return point.year + 0.5
    return point.year + (month - 1 + ((point.day - 1) / 31 if point.day else 0.5)) / _MONTHS
