"""What every chart shares: sizes, colours, the theme of Altair, its layers and the steps of an axis.

Colours are CSS variables, so that a drawing follows the page's palette.
"""

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import altair as alt

from macros import phrase
from macros.charts.lettering import LINE, SMALL, TEXT

SERIES = ("var(--chart-1)", "var(--chart-2)", "var(--chart-3)", "var(--chart-4)")
"""Colours of what is compared, in order; each has the contrast of text on both palettes."""
SHAPES = ("circle", "diamond", "square", "triangle-up")
"""Shapes in the same order, so that colour never stands alone."""
INK, MUTED, GRID, PAPER = (f"var(--chart-{name})" for name in ("ink", "muted", "grid", "paper"))
_LIGHT = ("#1d4f7c", "#a0431a", "#48641a", "#6d4489", "#1c1b19", "#5c5953", "#e4e0d8", "#fdfcfa")
LIGHT = dict(zip((*SERIES, INK, MUTED, GRID, PAPER), _LIGHT, strict=True))
"""What the variables are in the light palette of the style sheet, for a drawing that leaves the site."""
OPACITY = {"solid": 1.0, "pale": 0.3, "hollow": 0.0, "dashed": 0.0}
"""How filled a mark is: firm; rounded or computed; of part of its period; planned."""
DASH = alt.expr("datum.dashed ? [4, 3] : [1, 0]")
"""The outline of a mark: dashed for what nobody has counted."""


@dataclass(frozen=True)
class Form:
    """One of the two drawings of a chart: ``wide`` for a column of text, ``narrow`` for a phone.

    ``width`` is in pixels, at which text has the sizes above; labels have the room ``beside`` bars, or stand above.
    """

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
    return {"autosize": {"type": "none"}, "background": "transparent", "config": config}


def series(index: int) -> dict[str, str]:
    """Return the colour and the shape of one of several series; sixteen differ."""
    return {"color": SERIES[index % 4], "shape": SHAPES[(index + index // 4) % 4]}


def raw(field: str, channel: type[Any] = alt.Fill) -> Any:
    """Return an encoding of values that are colours, shapes or pixels already."""
    kind = "nominal" if channel in (alt.Fill, alt.Stroke, alt.Shape) else "quantitative"
    return channel(field, type=kind, scale=None, **({"axis": None} if channel in (alt.X, alt.Y) else {"legend": None}))


def pixel(channel: str, place: float) -> Any:
    """Return an encoding of one place, in pixels."""
    return getattr(alt, f"{channel}Value")(place)


def layer(kind: Any, where: str = "", rows: Any = None, **style: Any) -> Any:
    """Return marks of one kind: for the rows ``where`` a test holds, or for rows of their own."""
    chart = alt.Chart(alt.Undefined if rows is None else alt.InlineData(list(rows)), mark=alt.MarkDef(kind, **style))
    return chart.transform_filter(where) if where else chart


def text(field: str, rows: Any = None, *, where: str = "", size: int = TEXT, **style: Any) -> Any:
    """Return texts, which stand with the middle of all their lines where they are put."""
    up = alt.expr(f"(1 - length(split(datum.{field}, '\\n'))) * {LINE / 2}")
    return layer("text", where, rows, **{"align": "left", "fontSize": size, "dy": up, **style}).encode(
        alt.Text(field, type="nominal")
    )


def look(*channels: str, fading: str = "datum.id === picked.id") -> dict[str, Any]:
    """Return how a mark is painted; all but what a reader has picked fades, and nothing in a picture."""
    opacity = alt.OpacityValue(0.3, condition={"test": f"!picked || ({fading})", "value": 1})
    found = {"fill": raw("color"), "stroke": raw("color", alt.Stroke), "opacity": opacity}
    found["fillOpacity"] = raw("opacity", alt.FillOpacity)
    return {channel: value for channel, value in found.items() if channel in (channels or found)}


def steps(low: float, high: float, most: int) -> tuple[float, ...]:
    """Return about ``most`` round numbers, from the last at or below ``low`` to the first at or above ``high``."""
    raw_step = (high - low) / most
    power = 10.0 ** math.floor(math.log10(raw_step))
    step = next(m * power for m in (1, 2, 2.5, 5, 10) if m * power >= raw_step * 0.999)
    first, last = math.floor(low / step + 1e-9), math.ceil(high / step - 1e-9)
    return tuple(float(f"{step * index:.12g}") for index in range(first, last + 1))


def axis(values: Sequence[float], unit: str, **options: Any) -> alt.Axis:
    """Return an axis with the given numbers, in words."""
    return alt.Axis(
        values=list(values), labelExpr=f"{words(values, unit)}[round(datum.index * {len(values) - 1})]", **options
    )


def words(values: Sequence[float], unit: str = "") -> list[str]:
    """Return the numbers of an axis as a reader reads them: "−20%", "5 billion"."""
    return [phrase.plain(Decimal(f"{value:.12g}"), unit) for value in values]


def in_light(svg: str) -> str:
    """Return a drawing with the colours of the light palette in place of variables."""
    return re.sub(r"var\(--[\w-]+\)", lambda found: LIGHT[found[0]], svg)
