"""The scales of a chart over time: time from left to right, and in each panel numbers upwards."""

import json
import math
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

import altair as alt
from babel.dates import tokenize_pattern

from macros import language, phrase
from macros.charts import theme
from macros.charts.data import Numbers
from macros.charts.lettering import SMALL, measure
from macros.charts.theme import Form
from macros.model.dates import Day, Edtf

EDGE = 12  # the room right of a panel, in pixels
_FIRST, _OTHER = 0.75, 0.42  # parts of the height that the first of several panels, which leads, and each other takes
_HIGH, _LOWER = 0.75, 0.5  # if no number is below this part of the highest, a panel takes this part of its height
_STEP = 40  # the least pixels from one line of the scale to the next
_DAY, _EPOCH = 86_400_000, 719_163
_UNITS = {  # of labels: length in days, pixels for a label, possible steps between labels
    "day": (1, 84, (1, 2, 7, 14)),
    "month": (30.4, 78, (1, 3, 6)),
    "year": (365.2, 42, (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000)),
}


@dataclass(frozen=True)
class Time:
    """An axis of time from ``low`` to ``high``, in milliseconds since 1970, ``width`` pixels long, of a ``unit``.

    If it ``runs_on``, each year runs into the next one: 2018–19.
    """

    unit: str
    low: float = 0
    high: float = 1
    width: float = 1
    runs_on: bool = False

    def across(self, period: Edtf) -> tuple[float, float, float]:
        """Return the start, the middle and the end of a period, or of the known end of an open one, as on the axis."""
        days = [period.start.first, (period.end or period.start).last]
        if self.unit != "day":
            days = [day._replace(day=1, month=1 if self.unit == "year" else day.month) for day in days]
        half = 0 if self.unit == "day" else _UNITS[self.unit][0] / 2
        first, last = days[0].ordinal - half, days[1].ordinal + (half or 0.999)
        start, end = (round((day - _EPOCH) * _DAY) for day in (first, last))
        return start, (start + end) / 2, end

    def x(self, at: float) -> float:
        """Return how many pixels a time is right of the start of the axis."""
        return (at - self.low) / (self.high - self.low) * self.width

    def encoding(self, *, has_axis: bool) -> alt.X:
        """Return the encoding of times, with labels as close as there is room for."""
        share = self.width * _DAY / (self.high - self.low)
        every = [(unit, step) for unit in _UNITS if _UNITS[unit][0] >= _UNITS[self.unit][0] for step in _UNITS[unit][2]]
        unit, step = next((one for one in every if one[1] * _UNITS[one[0]][0] * share >= _UNITS[one[0]][1]), every[-1])
        count = alt.Undefined if unit == "year" else {"interval": unit, "step": step}
        axis = alt.Axis(grid=False, ticks=True, tickColor=theme.MUTED, labelFlush=14, tickCount=count)
        axis.labelExpr = _label(unit, runs_on=self.runs_on)
        if unit == "year":  # round in both eras, neither of which has a year 0: 100 BCE is the year -99
            first, last = (math.floor(day / _DAY / 365.2425) + 1970 for day in (self.low, self.high))
            days = (Day(n * step + (n < 0), 1, 1).ordinal for n in range(first // step - 1, last // step + 2) if n)
            axis.values = [at for day in days if self.low <= (at := (day - _EPOCH) * _DAY) <= self.high]
        scale = alt.Scale(type="utc", domain=[self.low, self.high], nice=False)
        return alt.X("at:T", scale=scale, axis=axis if has_axis else None)


def _label(unit: str, *, runs_on: bool) -> str:
    """Return the expression of Vega for the label of a day, a month or a year, in the order of the language in use."""
    year = "utcyear(datum.value)"
    if unit == "year":
        (a, b), (c, d) = (json.dumps(language.message(f"%(year)s {era}")).split("%(year)s") for era in ("BCE", "CE"))
        if runs_on:
            lead, dash, end = (json.dumps(one) for one in re.split(r"%\(\w+\)s", language.message("%(year)s–%(next)s")))
            return f"{lead} + {year} + {dash} + slice('' + ({year} + 1), -2) + {end}"
        return f'{year} > 99 ? \'\' + {year} : {year} > 0 ? {c}" + {year} + "{d} : {a}" + (1 - {year}) + "{b}'
    locale = language.own()
    name = f"{json.dumps([*locale.months['format']['abbreviated'].values()])}[utcmonth(datum.value)]"
    fields = {"d": "utcdate(datum.value)", "y": year, "M": name, "L": name, ("M", 1): "(utcmonth(datum.value) + 1)"}
    tokens = tokenize_pattern(locale.datetime_skeletons["yMMMd" if unit == "day" else "yMMM"].pattern)
    return " + ".join(fields.get(at, fields[at[0]]) if kind == "field" else json.dumps(at) for kind, at in tokens)


@dataclass(frozen=True)
class Panel:
    """Numbers that can be compared, on a scale of ``steps`` with ``names``; ``series`` are all ids of the chart."""

    index: int
    numbers: Numbers
    height: float
    steps: tuple[float, ...]
    names: list[str]
    time: Time
    left: float  # the room for the names, in pixels
    series: tuple[str, ...]
    is_stepped: bool

    def y(self, value: float) -> float:
        """Return how many pixels a number is below the top of the panel."""
        return (self.steps[-1] - value) / (self.steps[-1] - self.steps[0]) * self.height

    def encoding(self) -> alt.Y:
        """Return the encoding of numbers."""
        axis = alt.Axis(values=self.steps, labelExpr=f"{self.names}[round(datum.index * {len(self.names) - 1})]")
        return alt.Y("value:Q", scale=alt.Scale(domain=[self.steps[0], self.steps[-1]], nice=False), axis=axis)


def panels(numbers: Numbers, form: Form, *, is_stepped: bool) -> list[Panel]:
    """Return a panel for the numbers of each count, or one for all numbers if steps are drawn."""
    counts = [numbers] if is_stepped else [*_counts(numbers)]
    parts = [_FIRST, *[_OTHER] * (len(counts) - 1)] if counts[1:] else [1.0]
    scaled = [(count, *_scale(count, form.height * part)) for count, part in zip(counts, parts, strict=True)]
    left = round(max(measure(name, SMALL) for *_, names in scaled for name in names)) + 10
    kinds = {row.series.period_kind.split()[-1] for row in numbers.rows}
    probe = Time(kinds.pop() if kinds in ({"year"}, {"month"}) else "day")
    periods = [row.observation.period for row in numbers.rows] + [mark.period for mark in numbers.marks if mark.period]
    sides = [at for period in periods for at in probe.across(period)]
    runs_on = all((row.series.year_starts or 1) > 1 for row in numbers.rows)
    time = Time(probe.unit, min(sides), max(sides), form.width - left - EDGE, runs_on)
    series = tuple(dict.fromkeys(row.series_id for row in numbers.rows))
    return [Panel(index, *one, time, left, series, is_stepped) for index, one in enumerate(scaled)]


def _counts(numbers: Numbers) -> Iterator[Numbers]:
    """Yield the numbers that can be compared with each other; the first of a unit have its marked facts."""
    counts = {row.series_id: (row.series.unit, row.series.comparability_group) for row in numbers.rows}
    firsts = {unit: (unit, group) for unit, group in reversed(counts.values())}
    for count in dict.fromkeys(counts.values()):
        rows = tuple(row for row in numbers.rows if counts[row.series_id] == count)
        marks = tuple(mark for mark in numbers.marks if mark.row and firsts.get(mark.row.series.unit) == count)
        yield replace(numbers, rows=rows, marks=marks)


def _scale(numbers: Numbers, height: float) -> tuple[float, tuple[float, ...], list[str]]:
    """Return the height of a panel, the steps of its scale and their names."""
    drawn = [end for row in numbers.drawn for end in (row.value, row.low) if end is not None]
    ends = [0.0, *drawn]
    height *= _LOWER if min(drawn, default=0) > _HIGH * max(ends) else 1
    scale = steps(min(ends), max(ends) if any(ends) else 1, min(5, int(height / _STEP)))
    return height, scale, [phrase.format_number(Decimal(f"{step:.12g}"), numbers.rows[0].series.unit) for step in scale]


def steps(low: float, high: float, most: int) -> tuple[float, ...]:
    """Return about ``most`` round numbers, from the last at or below ``low`` to the first at or above ``high``."""
    least = (high - low) / most
    power = 10.0 ** math.floor(math.log10(least))
    step = next(m * power for m in (1, 2, 2.5, 5, 10) if m * power >= least * 0.999)
    first, last = math.floor(low / step + 1e-9), math.ceil(high / step - 1e-9)
    return tuple(float(f"{step * index:.12g}") for index in range(first, last + 1))
