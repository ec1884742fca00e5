"""What all charts share: sizes, layers, the steps of an axis, and colours, which are variables of the page's CSS."""

import math
from dataclasses import dataclass
from typing import Any

import altair as alt

from macros import language
from macros.charts.data import Row
from macros.charts.lettering import LINE, SMALL, TEXT

SERIES = ("var(--chart-1)", "var(--chart-2)", "var(--chart-3)", "var(--chart-4)")
"""Ink and greys for what is compared, in order; like the colours below, each has the contrast of text."""
DOCUMENTS, LAW, PRESS = ("var(--chart-first)", "var(--chart-second)"), "var(--chart-law)", "var(--chart-press)"
"""The colours that have a meaning: of the topic's first and second document, of laws, and of reports."""
SHAPES = ("circle", "diamond", "square", "triangle-up")
"""Shapes in the same order, so that nothing is told by colour alone."""
INK, MUTED, GRID, PAPER = (f"var(--chart-{name})" for name in ("ink", "muted", "grid", "paper"))
OPACITY = {"solid": 1.0, "pale": 0.3, "hollow": 0.0, "dashed": 0.0}
"""How filled a mark is: firm; rounded or computed; of part of its period; planned."""
DASH = alt.expr("datum.dashed ? (datum.size < 100 ? [2, 2] : [4, 3]) : [1, 0]")
"""The outline of a mark: dashed if it is planned, not counted."""
_ARROWS = {"up": "M-.7,0H.7M0,0V-1M-.35,-1H.35L0,-1.5Z", "down": "M-.7,0H.7M0,0V1M-.35,1H.35L0,1.5Z"}


@dataclass(frozen=True)
class Form:
    """A size of drawings, in pixels: its width, and the room for labels beside bars; 0 if they are above them."""

    name: str
    width: int
    beside: int


FORMS = WIDE, NARROW = Form("wide", 680, 276), Form("narrow", 360, 0)


@alt.theme.register("explainer", enable=True)
def _theme() -> alt.theme.ThemeConfig:
    axis: Any = {"domain": False, "ticks": False, "labelColor": MUTED, "labelFontSize": SMALL, "title": None}
    zero: Any = {"condition": {"test": "datum.value === 0", "value": MUTED}, "value": GRID}
    config: Any = {
        "aria": False,
        "view": {"stroke": None},
        "mark": {"color": SERIES[0]},
        "axis": {**axis, "gridColor": zero, "labelPadding": 6, "labelOverlap": False, "labelFlush": False},
        "text": {"fill": INK, "lineBreak": "\n", "lineHeight": LINE, "baseline": "middle"},
        "line": {"strokeWidth": 2, "strokeJoin": "round"},
        "rule": {"stroke": MUTED},
        "point": {"opacity": 1},
    }
    if language.code() != language.SOURCE:
        config["locale"] = {"time": _names()}
    return {"autosize": {"type": "none"}, "background": "transparent", "config": config}


def _names() -> dict[str, Any]:
    """Return the names of months and days in the language in use; Vega has those of English."""
    known = language.own()
    months, days = known.months["stand-alone"], known.days["stand-alone"]
    week = (6, *range(6))  # from Sunday
    return {
        "dateTime": "%x %X",
        "date": "%Y-%m-%d",
        "time": "%H:%M:%S",
        "periods": ["AM", "PM"],
        "days": [days["wide"][n] for n in week],
        "shortDays": [days["abbreviated"][n] for n in week],
        "months": [*months["wide"].values()],
        "shortMonths": [*months["abbreviated"].values()],
    }


def series(index: int) -> dict[str, str]:
    """Return the colour and the shape of a series by its index; sixteen differ."""
    return {"color": SERIES[index % 4], "shape": SHAPES[(index + index // 4) % 4]}


def document(index: int | None) -> str:
    """Return the colour of a document of the topic by its index; of those after the second, and of other facts, ink."""
    return dict(enumerate(DOCUMENTS)).get(-1 if index is None else index, INK)


def style(row: Row, index: int) -> dict[str, Any]:
    """Return colour, shape, size and fill of the mark of a number over time; the mark of a bound is an arrow."""
    look = "solid" if row.is_firm else row.look
    found = {**series(index), "opacity": OPACITY[look], "dashed": look == "dashed", "size": 14 if row.is_firm else 70}
    return found | ({"shape": _ARROWS[row.end], "size": 400, "opacity": 1} if row.end in _ARROWS else {})


def raw(field: str, channel: type[Any] = alt.Fill) -> Any:
    """Return an encoding of values that are colours, shapes or pixels already."""
    kind = "nominal" if channel in (alt.Fill, alt.Stroke, alt.Shape) else "quantitative"
    return channel(field, type=kind, scale=None, **({"axis": None} if channel in (alt.X, alt.Y) else {"legend": None}))


def layer(kind: Any, where: str = "", rows: Any = None, **style: Any) -> Any:
    """Return a layer of marks of one kind, for ``rows`` or the rows of the chart, that pass the test ``where``."""
    chart = alt.Chart(alt.Undefined if rows is None else alt.InlineData(list(rows)), mark=alt.MarkDef(kind, **style))
    return chart.transform_filter(where) if where else chart


def text(field: str, rows: Any = None, *, where: str = "", size: int = TEXT, **style: Any) -> Any:
    """Return a layer of texts; the vertical middle of all their lines is at their position."""
    up = alt.expr(f"(1 - length(split(datum.{field}, '\\n'))) * {LINE / 2}")
    texts = layer("text", where, rows, **{"align": "left", "fontSize": size, "dy": up, **style})
    return texts.encode(alt.Text(field, type="nominal"))


def look(*channels: str) -> dict[str, Any]:
    """Return the encodings of a mark's colours; when a reader picks one with a name, those of other names fade."""
    is_other = "isValid(picked.name) && datum.name !== picked.name"
    opacity = alt.OpacityValue(1, condition={"test": is_other, "value": 0.3})
    found = {"fill": raw("color"), "stroke": raw("color", alt.Stroke), "opacity": opacity}
    found["fillOpacity"] = raw("opacity", alt.FillOpacity)
    return {channel: found[channel] for channel in channels or found}


def joined(line: str, shape: str = "linear") -> list[Any]:
    """Return layers of lines through firm numbers of one ``line``, strokes for ranges, other marks, and labels."""
    at, stroke = (raw("px", alt.X), raw("py", alt.Y)), look("stroke", "opacity")
    dot = layer("point", "isValid(datum.value) && !isValid(datum.low) && datum.size", strokeWidth=2, strokeDash=DASH)
    words = text("text", where="datum.text", size=SMALL, align=alt.expr("datum.align"))
    thick = alt.expr("datum.stem && !datum.text ? 2 : 3")
    return [
        layer("line", "datum.firm", interpolate=shape).encode(*at, alt.Detail(f"{line}:N"), **stroke),
        layer("rule", "isValid(datum.low) || datum.stem", strokeWidth=thick).encode(*at, alt.Y2("foot"), **stroke),
        dot.encode(*at, raw("shape", alt.Shape), raw("size", alt.Size), **look()),
        words.encode(raw("tx", alt.X), raw("ty", alt.Y), raw("color")),
    ]


def steps(low: float, high: float, most: int) -> tuple[float, ...]:
    """Return about ``most`` round numbers, from the last at or below ``low`` to the first at or above ``high``."""
    raw_step = (high - low) / most
    power = 10.0 ** math.floor(math.log10(raw_step))
    step = next(m * power for m in (1, 2, 2.5, 5, 10) if m * power >= raw_step * 0.999)
    first, last = math.floor(low / step + 1e-9), math.ceil(high / step - 1e-9)
    return tuple(float(f"{step * index:.12g}") for index in range(first, last + 1))
