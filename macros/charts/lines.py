"""Numbers over time as lines, broken where there is no number; what is not firm stands apart."""

from collections.abc import Sequence

from macros import phrase
from macros.charts import annotations, theme
from macros.charts.data import Mark, Row
from macros.charts.gaps import gaps
from macros.charts.labels import Box, Label, Point, Spot, along, around, place
from macros.charts.plot import Plot, plot_of
from macros.charts.sheet import Sheet
from macros.charts.theme import Form
from macros.charts.timeaxis import runs

_DOT = 28
_NAME = 150


def draw(rows: Sequence[Row], marks: Sequence[Mark], named: frozenset[str], form: Form) -> Sheet:
    """Draw every series of the rows as a line, and what is marked above or on it; ``named`` numbers are written out."""
    members: dict[str, list[Row]] = {}
    for row in rows:
        members.setdefault(row.series_id, []).append(row)
    series = list(members.values())
    has_key = len(series) > 1 and form is not theme.WIDE
    plot = plot_of(rows, marks, form, len(series) if has_key else 0)
    drawn = gaps(plot, series)
    plot.axes()
    drawn += annotations.band(plot)
    for index, each in enumerate(series):
        drawn += _series(plot, each, index)
    texts = annotations.bounds(plot, [mark.row for mark in marks if mark.row], len(series), drawn)
    for index, each in enumerate(series):
        texts += [*_asides(plot, each, index), *_values(plot, each, index, named)]
    for index, each in enumerate(series if len(series) > 1 else ()):
        texts += _key(plot, each, index) if has_key else _names(plot, each, index)
    room = Box(plot.x.start, plot.y.end - 12, form.width, plot.y.start - 2)
    for label, spot in place(texts, drawn, room):
        _put(plot.sheet, label, spot)
    return plot.sheet


def _color(index: int) -> str:
    return theme.SERIES[index % len(theme.SERIES)]


def _series(plot: Plot, members: Sequence[Row], index: int) -> list[Point]:
    """Draw the runs of one series and its single numbers; return the points that they cover."""
    shape = theme.SHAPES[index % len(theme.SHAPES)]
    drawn: list[Point] = []
    for run in runs(members):
        points = [plot.at(row) for row in run]
        if len(points) > 1:
            plot.sheet.line(points, _color(index))
        drawn += along(points)
    for row in members:
        if row.value is None:
            continue
        if row.is_firm:
            plot.sheet.point(*plot.at(row), shape, color=_color(index), filled=True, size=_DOT)
        else:
            drawn += annotations.loose(plot, plot.at(row), row, _color(index), shape)
    return drawn


def _asides(plot: Plot, members: Sequence[Row], index: int) -> list[Label]:
    """Return the words beside every number that is not firm."""
    found = []
    for row in members:
        if row.value is not None and not row.is_firm:
            lines = (phrase.number(row.observation, row.series.unit), phrase.status(row.observation))
            words = tuple(line for line in lines if line)
            spots = around(plot.at(row), "labr", gap=10, height=theme.LINE * len(words))
            found.append(Label(words, _color(index), spots))
    return found


def _names(plot: Plot, members: Sequence[Row], index: int) -> list[Label]:
    """Return the name of a series, near its end if there is room."""
    joined = sorted(runs(members), key=lambda run: len(run) > 1)
    lines = theme.wrap(members[0].name, _NAME, theme.SMALL)
    height = theme.LINE * len(lines)
    spots = [
        spot for run in reversed(joined) for row in reversed(run) for spot in around(plot.at(row), "rab", height=height)
    ]
    return [Label(lines, _color(index), tuple(spots))] if spots else []


def _key(plot: Plot, members: Sequence[Row], index: int) -> list[Label]:
    """Write the name of a series above the plot, with its symbol: a narrow plot has no room beside its lines."""
    y = theme.LINE * (index + 0.5)
    plot.sheet.rule((0, y), (18, y), _color(index), strokeWidth=2)
    plot.sheet.point(9, y, theme.SHAPES[index % len(theme.SHAPES)], color=_color(index), filled=True, size=_DOT)
    plot.sheet.text(26, y, members[0].name, size=theme.SMALL, color=_color(index))
    return []


def _values(plot: Plot, members: Sequence[Row], index: int, named: frozenset[str]) -> list[Label]:
    """Return the numbers that the chart's prose names, each on the side where its line leaves room."""
    low = min((row.value for row in members if row.value is not None), default=0)
    return [
        Label(
            (phrase.number(row.observation, row.series.unit),),
            _color(index),
            around(plot.at(row), "brla" if row.value == low else "arlb"),
        )
        for row in members
        if row.observation.id in named and row.value is not None and row.is_firm
    ]


def _put(sheet: Sheet, label: Label, spot: Spot) -> None:
    half = theme.LINE * (len(label.lines) - 1) / 2
    if spot.lead:
        sheet.rule(spot.lead, (spot.lead[0], spot.y + half + theme.LINE / 2), theme.MUTED)
    sheet.text(spot.x, spot.y - half, label.lines, align=spot.align, size=theme.SMALL, color=label.color)
