"""The stretches of time without a number, shaded and named."""

from collections.abc import Sequence
from itertools import groupby

from macros import phrase
from macros.charts import theme
from macros.charts.data import Row
from macros.charts.labels import Point
from macros.charts.plot import Plot

_INSET = 5


def gaps(plot: Plot, series: Sequence[Sequence[Row]]) -> list[Point]:
    """Shade each gap in which no series has a number; return the points that its word covers."""
    drawn: list[Point] = []
    for start, end in dict.fromkeys(stretch for members in series for stretch in _stretches(plot, members)):
        places = [plot.at(row)[0] for members in series for row in members if row.value is not None]
        if end - start < 1 or any(start < x < end for x in places):
            continue
        plot.sheet.box((start, plot.y.end), (end, plot.y.start), color=theme.GRID, opacity=0.55, behind=True)
        middle, y = (start + end) / 2, plot.y.start - 12
        if end - start > theme.measure(phrase.GAP, theme.SMALL) - 4:
            plot.sheet.text(middle, y, phrase.GAP, align="center", size=theme.SMALL, color=theme.MUTED)
            drawn += [(middle - 10, y), (middle, y), (middle + 10, y)]
    return drawn


def _stretches(plot: Plot, members: Sequence[Row]) -> list[tuple[float, float]]:
    """Return the pixels from which to which one series has no number, between two that it has or at an end."""
    found, before = [], None
    runs = [(is_gap, list(run)) for is_gap, run in groupby(members, key=lambda row: row.value is None)]
    for index, (is_gap, run) in enumerate(runs):
        if not is_gap:
            before = plot.at(run[-1])[0]
            continue
        start = plot.x(plot.time.sides(run[0].observation.period)[0])
        end = plot.x(plot.time.sides(run[-1].observation.period)[1])
        after = plot.at(runs[index + 1][1][0])[0] if index + 1 < len(runs) else None
        if not plot.time.counts_years and run[0].series.period_kind != "month":
            start = start if before is None else before + _INSET
            end = end if after is None else after - _INSET
        found.append((max(start, plot.x.start), min(end, plot.x.end)))
    return found
