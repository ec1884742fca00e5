"""An axis of time on which years with many events are wide, and long spans without events are drawn as breaks.

Places on it are in percent of its width. A time is a number of years, such as 2017.5 for the middle of 2017.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from math import fsum

from macros import language
from macros.language import gettext
from macros.model.dates import Point, months, year_words

STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)
"""The lengths in years that a period may have."""
_MOST_STRETCHES = 40
_LEAST = 0.035
"""The least width of a period, as a share of all events: one with fewer events is as wide as if it had these."""
_SHORT_GAP, _LONG_GAP = 0.5, 0.8
"""The width of a short and of a long span without events, as a part of the least width of a period."""
_SHORT = 2  # the most empty periods in a row that are not drawn as a break
_LETTER, _SPACE = 7, 6
"""The width of a letter of a label, and the space between two labels, in pixels."""
_MONTH_LABEL = 29  # the least distance between two labels of months, in pixels
_MONTHS = 12
_EPSILON = 1e-6  # what rounding may lack of a whole number


@dataclass(frozen=True)
class Stretch:
    """The years from ``first`` up to, not including, ``end``; ``count`` is the number of events in them."""

    first: int
    end: int
    count: int
    left: float = 0
    width: float = 0
    is_break: bool = False

    def place(self, time: float) -> float:
        """Return the place of a time within the stretch."""
        return self.left + self.width * (time - self.first) / (self.end - self.first)

    @property
    def label(self) -> str:
        """The year, or the first and the last."""
        first, last = year_words(self.first), year_words(self.end - 1)
        return first if first == last else f"{first}–{last}"


@dataclass(frozen=True)
class Axis:
    """Stretches side by side; those with a count of 0 are gaps.

    ``parts`` is into how many slots a year is divided: 12 if events are counted by month, else 1.
    """

    stretches: tuple[Stretch, ...]
    parts: int = _MONTHS

    def place(self, time: float) -> float:
        """Return the place of a time; one before or after all events stands at the edge."""
        for stretch in self.stretches:
            if time < stretch.end:
                return max(stretch.place(time), stretch.left)
        return 100

    def years(self, room: int) -> tuple[tuple[float, str], ...]:
        """Return middle and label of as many periods as fit into ``room`` pixels: the ends first, then the widest."""
        labels: list[tuple[float, float, str]] = []
        ends = self.stretches[0], self.stretches[-1]
        for stretch in sorted(self.stretches, key=lambda one: (one not in ends, -one.width)):
            if stretch.count:
                half = (len(stretch.label) * _LETTER + _SPACE) / room * 50
                x = min(max(stretch.left + stretch.width / 2, half), 100 - half)
                if all(abs(x - other_x) >= half + other_half for other_x, other_half, _ in labels):
                    labels.append((x, half, stretch.label))
        return tuple((round(x, 2), label) for x, _, label in sorted(labels))

    def months(self, room: int) -> tuple[tuple[float, str], ...]:
        """Return middle and label of every month, or of every third or sixth, in the years that are wide enough.

        The axis is ``room`` pixels wide.
        """
        labels = []
        names = months(language.code(), "abbreviated")
        for stretch in self.stretches:
            month = stretch.width / _MONTHS
            steps = [step for step in (1, 3, 6) if month * step * room / 100 >= _MONTH_LABEL]
            if stretch.count and stretch.end - stretch.first == 1 and steps:
                named = range(0, _MONTHS, steps[0])
                labels += [(round(stretch.left + month * (n + 0.5), 2), names[n]) for n in named]
        return tuple(labels)

    def slot(self, time: float) -> tuple[float, float]:
        """Return left and width of the slot that a time is in: a month, a year or a period of several years."""
        stretch = next(one for one in self.stretches if time < one.end)
        years = stretch.end - stretch.first
        parts = self.parts if years == 1 else 1
        part = int((time - stretch.first) / years * parts + _EPSILON)
        return stretch.left + stretch.width * part / parts, stretch.width / parts

    @property
    def unit(self) -> str:
        """The length of a slot in words: "month", "year", "5 years"."""
        years = next(one.end - one.first for one in self.stretches if one.count)
        if years > 1:
            return gettext("%(years)s years", years=years)
        return gettext("month") if self.parts == _MONTHS else gettext("year")

    @property
    def has_months(self) -> bool:
        """Whether some years are divided into months."""
        return self.parts == _MONTHS and any(one.end - one.first == 1 for one in self.stretches if one.count)

    @property
    def is_broken(self) -> bool:
        """Whether long years without events are left out."""
        return any(one.is_break for one in self.stretches)


def axis(points: Iterable[Point]) -> Axis:
    """Return an axis for events at one or more points in time, divided into months if most points have one."""
    points = tuple(points)
    counts = Counter(point.year for point in points)
    has_months = sum(bool(point.month or point.season) for point in points) > len(points) / 2
    for step in STEPS:
        stretches = tuple(_stretches(counts, step))
        if len(stretches) <= _MOST_STRETCHES:
            break
    least = _LEAST * counts.total()
    gaps = {True: _LONG_GAP * least, False: _SHORT_GAP * least}
    weights = [max(one.count, least) if one.count else gaps[one.is_break] for one in stretches]
    placed, left = list[Stretch](), 0.0
    for stretch, weight in zip(stretches, weights, strict=True):
        width = 100 * weight / fsum(weights)
        placed.append(replace(stretch, left=left, width=width))
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
            yield Stretch((period + 1) * step, following * step, 0, is_break=following - period - 1 > _SHORT)


def time(point: Point) -> float:
    """Return a point in time as a number of years; months and years count as their middle, decades as their start."""
    month = point.month or point.season
    if not month:
        return point.year + 0.5
    return point.year + (month - 1 + ((point.day - 1) / 31 if point.day else 0.5)) / _MONTHS
