"""Time as an axis: the positions of periods, and the labels."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import altair as alt
from babel.dates import tokenize_pattern

from macros import language
from macros.charts import theme
from macros.charts.data import Row
from macros.model.dates import Edtf

_DAY, _EPOCH = 86_400_000, 719_163
_UNITS = {
    "day": (1, 84, (1, 2, 7, 14)),
    "month": (30.4, 78, (1, 3, 6)),
    "year": (365.2, 42, (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000)),
}
"""Units of labels: length in days, pixels for a label, possible steps between labels."""
_YEARLY = {"calendar year", "fiscal year", "school year"}
_FORMS = {"d": "%-d", "M": "%b", "L": "%b", "y": "%Y"}
"""Parts of a date of the CLDR, as Vega writes them."""


@dataclass(frozen=True)
class Time:
    """The time of an axis, in milliseconds since 1970; the label of a ``unit`` is at its start.

    If it ``runs_on``, each year runs into the next one: 2018–19.
    """

    unit: str
    low: float = 0
    high: float = 0
    runs_on: bool = False

    def sides(self, period: Edtf) -> tuple[float, float]:
        """Return where a period starts and ends around the label of its unit; an open span counts as its known end."""
        begin, end = period.begin or period.end, period.end or period.begin
        assert begin
        assert end
        days = [begin.first, end.last]
        if self.unit != "day":
            days = [day._replace(day=1, month=1 if self.unit == "year" else day.month) for day in days]
        first, last = ((day.ordinal - _EPOCH) * _DAY for day in days)
        half = _UNITS[self.unit][0] * _DAY / 2
        return (first, last + _DAY - 1) if self.unit == "day" else (first - half, last + half)

    def at(self, period: Edtf) -> float:
        """Return the middle of a period."""
        return sum(self.sides(period)) / 2

    def axis(self, width: float) -> alt.Axis:
        """Return an axis of ``width`` pixels, with names as close as there is room for."""
        share = width * _DAY / (self.high - self.low)
        every = [(unit, step) for unit in _UNITS if _UNITS[unit][0] >= _UNITS[self.unit][0] for step in _UNITS[unit][2]]
        fit = [(unit, step) for unit, step in every if step * _UNITS[unit][0] * share >= _UNITS[unit][1]]
        unit, step = [*fit, every[-1]][0]
        count, name = {"interval": unit, "step": step}, _label(unit, runs_on=self.runs_on)
        return alt.Axis(grid=False, ticks=True, tickColor=theme.MUTED, labelFlush=14, tickCount=count, labelExpr=name)


def _label(unit: str, *, runs_on: bool) -> str:
    """Return the expression of Vega for the label of a day, a month or a year, in the order of the language in use."""
    if unit == "year":
        before, after = (json.dumps(part) for part in language.message("%(year)s BCE").split("%(year)s"))
        year = "utcyear(datum.value)"
        if runs_on:
            return f"{year} + '–' + slice('' + ({year} + 1), -2)"
        return f"{year} > 0 ? '' + {year} : {before} + (1 - {year}) + {after}"
    pattern = language.own().datetime_skeletons["yMMMd" if unit == "day" else "yMMM"].pattern
    parts = (_FORMS[part[0]] if kind == "field" else str(part) for kind, part in tokenize_pattern(pattern))
    return f"utcFormat(datum.value, {json.dumps(''.join(parts))})"


def time(rows: Sequence[Row], periods: Iterable[Edtf]) -> Time:
    """Return the time from the first to the last of all numbers and other periods."""
    kinds = {row.series.period_kind for row in rows}
    probe = Time("year" if kinds <= _YEARLY else "month" if kinds == {"month"} else "day")
    sides = [probe.sides(period) for period in (*(row.observation.period for row in rows), *periods)]
    runs_on = all((row.series.year_starts or 1) > 1 for row in rows)
    return Time(probe.unit, min(start for start, _ in sides), max(end for _, end in sides), runs_on)
