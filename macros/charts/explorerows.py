"""Bars, panels and dots for exploring: one row for each number, under its label, on one scale from zero."""

from collections.abc import Sequence
from typing import Any

from macros import phrase
from macros.charts import theme
from macros.charts.bars import strips
from macros.charts.data import Row
from macros.charts.hover import TOOLTIP, Words
from macros.charts.strips import Strip

_WIDTH = 340
"""At which labels are wrapped: that of a small phone, so that one drawing fits every window."""
_WORDS = 150
_BAR = 14
_ARROW = 20
_FAINT = 0.15
_CHOICE = "chosen"
_OPACITY = {"solid": 1, "pale": 0.3, "hollow": 0, "dashed": 0}

Layer = dict[str, Any]


def spec(rows: Sequence[Row], mark: str, words: Words) -> dict[str, Any]:
    """Return one row for each number; a click on one brings all that it belongs to forward, another ends that."""
    placed, height = _placed(strips(rows, mark), rows, words)
    room = max(theme.measure(line) for row in placed for line in row["words"].split("\n")) + _ARROW + 14
    high = max(row["at"] for row in placed) or 1
    scale = {"domain": [0, high], "nice": False, "range": [0, {"expr": f"max(width - {room:.0f}, 40)"}]}
    axis: Layer = {"orient": "top", "tickCount": 4, "labelOverlap": True, "labelFlush": True}
    if all(row.series.unit == "percent" for row in rows):
        axis["labelExpr"] = "datum.label + '%'"
    pixels: Layer = {"domain": [0, height], "range": [0, height], "nice": False, "zero": False}
    return {
        "height": height,
        "padding": {"left": 2, "right": 2, "top": 4, "bottom": 4},
        "data": {"values": placed},
        "layer": [*_labels(), *(_dots() if mark == "dots" else _bars()), *_ends(), _values(), _targets(placed)],
        "encoding": {
            "x": {"field": "at", "type": "quantitative", "scale": scale, "axis": axis},
            "y": {"field": "middle", "type": "quantitative", "axis": None, "scale": pixels},
            "opacity": {"condition": {"param": _CHOICE, "value": 1}, "value": _FAINT},
        },
    }


def _placed(strips: Sequence[Strip], rows: Sequence[Row], words: Words) -> tuple[list[Layer], float]:
    """Stack the rows, each under its heading where that changes; return them and the height of all."""
    placed: list[Layer] = []
    y, before = 4.0, ""
    for strip, row in zip(strips, rows, strict=True):
        heading = theme.wrap(strip.heading, _WIDTH, bold=True) if strip.heading not in ("", before) else ()
        label = theme.wrap(strip.label, _WIDTH) if strip.label else ()
        y += 12 if before and heading else 0
        before = strip.heading
        label_at = y + theme.LINE * len(heading) + (4 if heading else 0)
        end = theme.wrap(strip.words, _WORDS)
        bar_at = label_at + theme.LINE * len(label) + 2
        middle = bar_at + max(_BAR, theme.LINE * len(end)) / 2
        place = {"heading_at": y, "label_at": label_at, "top": middle - _BAR / 2, "bottom": middle + _BAR / 2}
        text = {"heading": "\n".join(heading), "label": "\n".join(label), "words": "\n".join(end)}
        y = bar_at + max(_BAR, theme.LINE * len(end)) + 8
        placed.append({**place, "middle": middle, "foot": y, **text, **_look(strip), "name": row.name, **words(row)})
    return placed, y


def _look(strip: Strip) -> Layer:
    kind = strip.kind % len(theme.SERIES)
    return {
        "at": strip.value or 0,
        "base": strip.value if strip.low is None else strip.low,
        "low": strip.low,
        "end": strip.end,
        "opacity": float(strip.look == "solid") if strip.is_dot else _OPACITY[strip.look],
        "dashed": strip.look == "dashed",
        "color": theme.SERIES[kind],
        "shape": theme.SHAPES[kind],
        "dx": 7 + (_ARROW if strip.end == "up" else 6 if strip.is_dot else 0),
        "ink": theme.MUTED if strip.words == phrase.GAP else theme.INK,
    }


def _literal(field: str, kind: str = "nominal") -> Layer:
    """Return an encoding of values that are colours, shapes or pixels already."""
    return {"field": field, "type": kind, "scale": None, "legend": None}


def _text(field: str, place: Layer, **style: Any) -> Layer:
    mark: Layer = {"type": "text", "align": "left", "lineBreak": "\n", "lineHeight": theme.LINE, **style}
    return {"mark": mark | {"fontSize": theme.TEXT}, "encoding": {**place, "text": {"field": field}}}


def _labels() -> list[Layer]:
    left: Layer = {"x": {"value": 0}}
    return [
        _text("heading", left | {"y": {"field": "heading_at"}}, baseline="top", fontWeight=600),
        _text("label", left | {"y": {"field": "label_at"}}, baseline="top"),
    ]


def _bars() -> list[Layer]:
    """Draw from zero to each number, or to the lower end of a range; the rest of the range is pale."""
    style = {"fill": _literal("color"), "stroke": _literal("color")}
    style |= {"y": {"field": "top"}, "y2": {"field": "bottom"}}
    firm = {"x": {"field": "base"}, "x2": {"datum": 0}, "fillOpacity": _literal("opacity", "quantitative")}
    mark = {"type": "rect", "strokeWidth": 1.5}
    rest = style | {"x2": {"field": "low"}}
    return [
        {"transform": [{"filter": "isValid(datum.base) && !datum.dashed"}], "mark": mark, "encoding": firm | style},
        {"transform": [{"filter": "datum.dashed"}], "mark": {**mark, "strokeDash": [4, 3]}, "encoding": firm | style},
        {"transform": [{"filter": "isValid(datum.low)"}], "mark": {**mark, "fillOpacity": 0.3}, "encoding": rest},
    ]


def _dots() -> list[Layer]:
    """Draw a symbol at each number, on a dotted line from zero; a range is a thick line."""
    color = {"stroke": _literal("color")}
    look = {"fill": _literal("color"), "fillOpacity": _literal("opacity", "quantitative"), "shape": _literal("shape")}
    is_dot, is_range = ({"filter": f"isValid(datum.{field})"} for field in ("base", "low"))
    dotted = {"type": "rule", "stroke": theme.MUTED, "strokeDash": [1, 3]}
    thick = {"type": "rule", "strokeWidth": 4}
    return [
        {"transform": [is_dot], "mark": dotted, "encoding": {"x2": {"datum": 0}}},
        {"transform": [is_range], "mark": thick, "encoding": color | {"x2": {"field": "low"}}},
        {"transform": [is_dot], "mark": {"type": "point", "size": 130, "strokeWidth": 2}, "encoding": color | look},
    ]


def _ends() -> list[Layer]:
    """Draw the open end of each bound: an arrow that leads on, or one that leads back."""
    up, down = ([{"filter": f"datum.end === '{end}'"}] for end in ("up", "down"))
    style = {"fill": _literal("color")}
    head: Layer = {"type": "point", "shape": "triangle-right", "xOffset": _ARROW - 4, "size": 70, "strokeWidth": 0}
    back: Layer = {"type": "point", "shape": "triangle-left", "xOffset": -7, "size": 50, "strokeWidth": 0}
    line = {"mark": {"type": "rule", "strokeWidth": 2, "x2Offset": _ARROW - 6}}
    along = {"x2": {"field": "at"}, "stroke": _literal("color")}
    return [
        {"transform": up, **line, "encoding": along},
        {"transform": up, "mark": head, "encoding": style},
        {"transform": down, "mark": back, "encoding": style},
    ]


def _values() -> Layer:
    return _text("words", {"fill": _literal("ink")}, baseline="middle", dx={"expr": "datum.dx"})


def _targets(placed: Sequence[Layer]) -> Layer:
    """Lay over each row an unseen area that can be pointed at, touched and chosen."""
    area = {"x": {"value": 0}, "x2": {"value": "width"}, "y": {"field": "heading_at"}, "y2": {"field": "foot"}}
    chosen = {"name": _CHOICE, "select": {"type": "point", "fields": ["name"], "toggle": "true"}}
    cursor = {"cursor": "pointer"} if len({row["name"] for row in placed}) > 1 else {}
    mark = {"type": "rect", "opacity": 0, **cursor}
    encoding = {**area, "opacity": {"value": 0}, "tooltip": TOOLTIP}
    return {"params": [chosen], "mark": mark, "encoding": encoding}
