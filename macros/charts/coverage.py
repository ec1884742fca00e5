"""Which source reports which topic: a row for each topic, a column for each source."""

from typing import Any

import altair as alt

from macros.charts import theme
from macros.charts.data import Coverage
from macros.charts.lettering import LINE, SMALL, TEXT, height, measure, wrap
from macros.charts.theme import Form, layer, raw
from macros.language import gettext

_ROW, _BAR, _COUNT = 24, 10, 34


def silent() -> str:
    """Return the word for a source that reports nothing on a topic."""
    return gettext("silent")


def draw(coverage: Coverage, form: Form) -> alt.LayerChart:
    """Return the matrix: in each cell a bar with its count, or the word "silent"."""
    left = round(max(measure(label, TEXT) for _, label in coverage.topics)) + 14 if form.beside else 0
    width = form.width - left
    column, pitch = width / len(coverage.sources), _ROW if form.beside else _ROW + LINE + 4
    heads = [wrap(label, column, SMALL, bold=bool(form.beside)) for _, label in coverage.sources]
    titles = [{"y": pitch * index, "text": label} for index, (_, label) in enumerate(coverage.topics)]
    names = [{"x": index, "y": -8 - height(text) / 2, "text": text} for index, text in enumerate(heads)]
    cells = _cells(coverage, pitch, column)
    start, ink = alt.value(-left), alt.FillValue(theme.MUTED, condition={"test": "datum.dx", "value": theme.INK})
    half = {"yOffset": -_BAR / 2, "y2Offset": _BAR / 2}
    layers = [
        layer("rule", rows=titles, stroke=theme.GRID).encode(x=start, x2=alt.value(width)),
        layer("rect", "datum.dx", fill=theme.PRESS, **half).encode(alt.X2("end"), alt.Y2("y")),
        theme.text("text", titles, yOffset=_ROW / 2).encode(x=start),
        theme.text("text", names, size=SMALL, fontWeight=600 if form.beside else 400),
        theme.text("text", size=SMALL, dx=alt.expr("datum.dx")).encode(alt.X("end:Q"), fill=ink),
    ]
    scale = alt.Scale(domain=[0, len(heads)], nice=False)
    padding = {"left": left, "right": 0, "top": max(map(height, heads)) + 8, "bottom": 2}
    chart = alt.layer(*layers, data=alt.InlineData(cells)).encode(alt.X("x:Q", scale=scale, axis=None), raw("y", alt.Y))
    return chart.properties(width=width, height=pitch * len(titles), padding=padding)


def _cells(coverage: Coverage, pitch: float, column: float) -> list[dict[str, Any]]:
    """Return the cells: the end of the bar in columns, its position in pixels, and the text."""
    most = max(1, *(count for counts in coverage.counts.values() for count in counts.values()))
    cells = []
    for index, (topic, _) in enumerate(coverage.topics):
        foot = pitch * (index + 1) - _ROW / 2
        for place, (source, _) in enumerate(coverage.sources):
            count = coverage.counts[topic][source]
            end = place + (max(2, round(count / most * (column - _COUNT))) / column if count else 0)
            text = {"text": str(count or silent()), "dx": 5 if count else 0}
            cells.append({"x": place, "end": end, "y": foot, **text})
    return cells
