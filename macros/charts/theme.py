"""What all charts share: sizes, layers, and colours, which are variables of the page's CSS."""

from dataclasses import dataclass
from typing import Any

import altair as alt

from macros.charts.data import Row
from macros.charts.lettering import LINE, SMALL, TEXT

COLOURS = {
    "--chart-1": ("#34322e", "#d9d5cd"),
    "--chart-2": ("#77726a", "#a29d94"),
    "--chart-3": ("#4f6b7a", "#9db6c4"),
    "--chart-4": ("#7c715d", "#8f897e"),
    "--chart-first": ("#6d3f9c", "#c7a6ec"),
    "--chart-second": ("#007380", "#63c8d2"),
    "--chart-law": ("#6b5433", "#cdb48a"),
    "--chart-press": ("#55606b", "#a9b6c3"),
    "--chart-ink": ("#1c1b19", "#e9e6e0"),
    "--chart-muted": ("#5c5953", "#a9a69f"),
    "--chart-grid": ("#e4e0d8", "#3a3d43"),
    "--chart-paper": ("#fdfcfa", "#16181b"),
}
"""The colours of charts for light and for dark, by their names in CSS; ink and paper are those of all pages."""
SERIES = ("var(--chart-1)", "var(--chart-2)", "var(--chart-3)", "var(--chart-4)")
"""Ink and greys for series, in order; like the colours below, each has the contrast that text needs."""
DOCUMENTS, LAW, PRESS = ("var(--chart-first)", "var(--chart-second)"), "var(--chart-law)", "var(--chart-press)"
"""The colours with a meaning: of the topic's first and second document, of laws, and of reports."""
SHAPES = ("circle", "diamond", "square", "triangle-up")
"""Shapes for series, in order, so that nothing is distinguished by colour alone."""
INK, MUTED, GRID, PAPER = (f"var(--chart-{name})" for name in ("ink", "muted", "grid", "paper"))
OPACITY = {"solid": 1.0, "pale": 0.3, "hollow": 0.0, "dashed": 0.0}
"""The opacity of the fill of a mark, by its look, which ``Row`` explains."""
DASH = alt.expr("datum.look === 'dashed' ? (datum.size < 100 ? [2, 2] : [4, 3]) : [1, 0]")
"""The outline of a mark: dashed if it is planned, not counted."""
ARROWS = {"up": "M-.7,0H.7M0,0V-1M-.35,-1H.35L0,-1.5Z", "down": "M-.7,0H.7M0,0V1M-.35,1H.35L0,1.5Z"}


@dataclass(frozen=True)
class Form:
    """A size of drawings, in pixels: its width, the height of lines, and the room beside bars for labels, or none."""

    name: str
    width: int
    height: int
    beside: int


FORMS = WIDE, NARROW = Form("wide", 680, 330, 276), Form("narrow", 360, 280, 0)


@alt.theme.register("explainer", enable=True)
def _theme() -> alt.theme.ThemeConfig:
    zero: Any = {"condition": {"test": "datum.value === 0", "value": MUTED}, "value": GRID}
    axis: Any = {"domain": False, "ticks": False, "title": None, "gridColor": zero, "labelColor": MUTED}
    axis |= {"labelFontSize": SMALL, "labelPadding": 6, "labelOverlap": False, "labelFlush": False, "labelLimit": 0}
    text = {"fill": INK, "fontSize": TEXT, "align": "left", "baseline": "middle", "lineBreak": "\n", "lineHeight": LINE}
    config: Any = {"aria": False, "view": {"stroke": None}, "mark": {"color": INK}, "axis": axis, "text": text}
    config |= {"line": {"strokeWidth": 2, "strokeJoin": "round"}, "rule": {"stroke": MUTED}, "point": {"opacity": 1}}
    return {"autosize": {"type": "none"}, "background": "transparent", "config": config}


def series(index: int) -> dict[str, str]:
    """Return the colour and the shape of a series by its index; sixteen differ."""
    return {"color": SERIES[index % 4], "shape": SHAPES[(index + index // 4) % 4]}


def style(row: Row, index: int) -> dict[str, Any]:
    """Return colour, shape, size and look of the mark of a number over time; the mark of a bound is an arrow."""
    look = {"look": "solid" if row.is_firm else row.look, "size": 14 if row.is_firm else 70}
    return series(index) | look | ({"shape": ARROWS[row.end], "size": 400} if row.end in ARROWS else {})


def raw(field: str, channel: type[Any] = alt.Fill) -> Any:
    """Return an encoding of values that are colours, shapes or pixels already."""
    kind = "nominal" if channel in (alt.Fill, alt.Stroke, alt.Shape) else "quantitative"
    return channel(field, type=kind, scale=None)


def layer(kind: Any, where: str = "", rows: Any = None, **style: Any) -> Any:
    """Return a layer of marks of one kind, for ``rows`` or the rows of the chart, that pass the test ``where``."""
    chart = alt.Chart(alt.Undefined if rows is None else alt.InlineData(list(rows)), mark=alt.MarkDef(kind, **style))
    return chart.transform_filter(where) if where else chart


_OTHER = "isValid(picked.name) && datum.name !== picked.name"
FILL, LINES = raw("color"), (raw("color", alt.Stroke), alt.OpacityValue(1, condition={"test": _OTHER, "value": 0.3}))
_LOOK = alt.Scale(type="ordinal", domain=[*OPACITY], range=[*OPACITY.values()])
MARK = (FILL, *LINES, alt.FillOpacity("look:N", scale=_LOOK, legend=None))
"""Encodings of texts (FILL), lines and marks; when a reader picks a mark with a name, those of other names fade."""
