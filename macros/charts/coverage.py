"""How many facts of each topic cite each source: a row for each topic, a column for each source."""

import json
from collections.abc import Sequence
from typing import Any

import altair as alt

from macros.charts import theme
from macros.charts.data import Coverage
from macros.charts.lettering import LINE, SMALL, TEXT, height, measure, wrap
from macros.charts.theme import Form, layer
from macros.language import gettext

_ROW, _BAR, _COUNT = 24, 10, 34


def draw(coverage: Coverage, form: Form) -> alt.LayerChart:
    """Return the matrix: in each cell a bar with its count, or the word "silent"."""
    topics, sources = [label for label, _ in coverage.topics], coverage.sources
    cells = [counts.values() for _, counts in coverage.topics]
    tidy = [{"x": x, "y": y, "count": count} for y, row in enumerate(cells) for x, count in enumerate(row)]
    left = round(max(measure(label, TEXT) for label in topics)) + 14 if form.beside else 0
    column, pitch = (form.width - left) / len(sources), _ROW if form.beside else _ROW + LINE + 4
    heads = [wrap(label, column, SMALL, bold=bool(left)) for label in sources.values()]
    above, foot = max(map(height, heads)) + 8, pitch - _ROW / 2
    top = _axis(heads, orient="top", grid=False, labelPadding=above - LINE / 2, labelFontWeight=600 if left else 400)
    side = _axis(topics, labelPadding=0, labelOffset=_ROW / 2, labelFontSize=TEXT)
    across = alt.Scale(domain=[-left / column, len(sources)], nice=False)
    down = alt.Scale(domain=[0, len(topics)], reverse=True, nice=False)
    share, dx = (column - _COUNT) / max(1, *map(max, cells)), alt.expr("datum.count ? 5 : 0")
    bar = layer("rect", "datum.count", fill=theme.PRESS, yOffset=foot - _BAR / 2, y2Offset=foot + _BAR / 2)
    ink = alt.FillValue(theme.MUTED, condition={"test": "datum.count", "value": theme.INK})
    word = layer("text", fontSize=SMALL, dx=dx, yOffset=foot).encode(alt.X("end:Q"), alt.Text("text:N"), fill=ink)
    chart = alt.layer(bar.encode(alt.X2("end"), alt.Y2("y")), word, data=alt.InlineData(tidy)).transform_calculate(
        end=f"datum.x + (datum.count ? max(2, datum.count * {share}) : 0) / {column}",
        text=f"datum.count ? '' + datum.count : {json.dumps(gettext('silent'))}",
    )
    chart = chart.encode(alt.X("x:Q", scale=across, axis=top), alt.Y("y:Q", scale=down, axis=side))
    return chart.properties(width=form.width, height=pitch * len(topics), padding={"top": above, "bottom": 2})


def _axis(labels: Sequence[str], **style: Any) -> alt.Axis:
    """Return an axis with a label at each whole number, the last lines of all side by side."""
    most = max(label.count("\n") for label in labels)
    lines = json.dumps(["\n" * (most - label.count("\n")) + label for label in labels])
    text: Any = {"labelExpr": f"split({lines}[datum.value], '\\n')", "labelLineHeight": LINE, "labelColor": theme.INK}
    return alt.Axis(values=[*range(len(labels))], labelAlign="left", labelBaseline="middle", **text, **style)
