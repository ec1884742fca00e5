"""What all charts share: sizes, encodings and the registered theme; colours are variables of the page's CSS."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import altair as alt

from macros.charts.lettering import LINE, SMALL, TEXT

SERIES = ("var(--chart-1)", "var(--chart-2)", "var(--chart-3)", "var(--chart-4)")
"""Ink and greys for series, in order; like the colours below, each has the contrast that text needs."""
DOCUMENTS, LAW, PRESS = ("var(--chart-first)", "var(--chart-second)"), "var(--chart-law)", "var(--chart-press)"
"""The colours with a meaning: of the topic's first and second document, of laws, and of reports."""
INK, MUTED, GRID, PAPER = (f"var(--chart-{name})" for name in ("ink", "muted", "grid", "paper"))
GLYPHS = {"circle": "●", "diamond": "◆", "square": "■", "triangle-up": "▲"}
SHAPES = [[*GLYPHS][(index + index // len(SERIES)) % 4] for index in range(16)]
"""Shapes for series, in order, so that nothing is distinguished by colour alone, and letters that look like them."""
OPACITY = {"solid": 1.0, "pale": 0.3, "hollow": 0.0, "dashed": 0.0}
"""The opacity of the fill of a mark, by its look, which ``Row`` explains."""
_ARROWS = {"up": "M-.7,0H.7M0,0V-1M-.35,-1H.35L0,-1.5Z", "down": "M-.7,0H.7M0,0V1M-.35,1H.35L0,1.5Z"}


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
    config |= {"range": {"category": [*SERIES], "symbol": SHAPES}, "point": {"opacity": 1, "strokeWidth": 2}}
    config |= {
        "line": {"strokeWidth": 2, "strokeJoin": "round"},
        "rule": {"stroke": MUTED},
        "legend": {"disable": True},
    }
    return {"autosize": {"type": "none"}, "background": "transparent", "config": config}


def layer(kind: Any, where: str = "", **style: Any) -> Any:
    """Return a layer of marks of one kind, for the rows of the chart that pass the test ``where``."""
    transform = [alt.FilterTransform(where)] if where else alt.Undefined
    return alt.Chart(mark=alt.MarkDef(kind, **style), transform=transform)


def hues(field: str, names: Sequence[str], *colors: str) -> tuple[alt.Fill, alt.Stroke, alt.OpacityValue]:
    """Return encodings of names by colours, by default those of series; marks fade if one of others is picked."""
    scale = alt.Scale(domain=[*names], range=[*colors] or alt.Undefined)
    is_other = "isValid(picked.name) && datum.name !== picked.name"
    fade = alt.OpacityValue(1, condition={"test": is_other, "value": 0.3})
    return alt.Fill(f"{field}:N", scale=scale), alt.Stroke(f"{field}:N", scale=scale), fade


LOOK = alt.FillOpacity("look:N", scale=alt.Scale(type="ordinal", domain=[*OPACITY], range=[*OPACITY.values()]))
DASH: dict[str, Any] = {"strokeDash": alt.expr("datum.look === 'dashed' ? [3, 2] : [1, 0]")}
"""How firm a mark is: its filling, and its outline, which is dashed if it is planned, not counted."""
END = alt.Shape("end:N", scale=alt.Scale(domain=[*_ARROWS], range=[*_ARROWS.values()]))
PLACED: dict[str, Any] = {name: alt.expr(f"datum.{name}") for name in ("dx", "dy", "align")} | {"fontSize": SMALL}
"""The open end of a bound as an arrow; and the style of labels that were placed off their marks."""
