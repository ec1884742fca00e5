"""Lines for exploring: numbers over time, broken where there is none, with what is marked above them."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from macros import phrase
from macros.charts import theme
from macros.charts.data import Mark, Row
from macros.charts.hover import TOOLTIP, Words
from macros.charts.plot import RING, Flag, plot_of
from macros.charts.timeaxis import TimeAxis, runs

_HEIGHT = 300
_ARROW = 15
_APART = 14
_FAINT = 0.15
_ASIDE = {"xOffset": {"expr": "datum.aside"}}
_CHOICE = "chosen"

_TIPS = {"up": "triangle-up", "down": "triangle-down"}

Layer = dict[str, Any]
Names = dict[str, str]
"""The shape of what each name stands for, in the order of the colours."""


def spec(rows: Sequence[Row], marks: Sequence[Mark], words: Words) -> dict[str, Any]:
    """Return the lines of the rows; where several series are drawn, a click on a name brings one forward."""
    plot = plot_of(rows, marks, theme.NARROW)
    bounds = [mark.row for mark in marks if mark.row]
    names = {row.name: theme.SHAPES[index % 4] for index, row in enumerate(_firsts(rows))}
    names |= {row.speaker: _TIPS.get(phrase.end(row.observation), "circle") for row in bounds}
    points = [_point(row, row.name, plot.time, words) for row in rows]
    points += _apart([_point(row, row.speaker, plot.time, words) for row in bounds])
    flags = [mark for mark in marks if mark.row is None and mark.period]
    levels = max((flag.level + 1 for flag in plot.flags), default=0)
    return {
        "height": _HEIGHT,
        "padding": {"left": 0, "right": 12, "bottom": 4, "top": RING * levels + 12},
        "layer": [
            _gaps(rows, plot.time, words),
            *_flags(flags, plot.flags, plot.time, words),
            _lines(rows, plot.time, names),
            *_bounds(points, names),
            _points(points, names),
            _ranges(points, names),
            _targets(points),
        ],
        "encoding": {"x": _time(plot.time), "y": {"field": "y", "type": "quantitative"}},
    }


def _firsts(rows: Sequence[Row]) -> list[Row]:
    """Return the first number of every series."""
    return list({row.series_id: row for row in reversed(rows)}.values())[::-1]


def _at(time: TimeAxis, place: float) -> float:
    """Return a place on the axis as Vega wants it: a year, or the milliseconds since 1970."""
    if time.counts_years:
        return place
    start, end = (datetime(int(place) + more, 1, 1, tzinfo=UTC).timestamp() for more in (0, 1))
    return round((start + (place - int(place)) * (end - start)) * 1000)


def _time(time: TimeAxis) -> Layer:
    scale: Layer = {"domain": [_at(time, time.low), _at(time, time.high)], "nice": False, "zero": False}
    axis: Layer = {"grid": False, "labelOverlap": True, "labelFlush": True}
    if time.counts_years:
        return {"field": "x", "type": "quantitative", "scale": scale, "axis": axis | {"format": "d", "tickMinStep": 1}}
    axis |= {"format": "%b %Y", "tickCount": "month"}
    return {"field": "x", "type": "temporal", "scale": scale | {"type": "utc"}, "axis": axis}


def _point(row: Row, name: str, time: TimeAxis, words: Words) -> Layer:
    observation = row.observation
    opacity = 1 if row.is_firm else 0.35 if observation.status == "final" else 0
    place = {"x": _at(time, time.at(observation.period)), "y": row.value, "low": row.low, "name": name}
    return {**place, "fill": opacity, "end": phrase.end(observation), "aside": 0, **words(row)}


def _apart(points: Sequence[Layer]) -> list[Layer]:
    """Set numbers of one period that are marked beside each other, so that none hides another."""
    found = []
    for point in points:
        twins = [other for other in points if other["x"] == point["x"]]
        found.append(point | {"aside": _APART * (twins.index(point) - (len(twins) - 1) / 2)})
    return found


def _series(names: Names, *channels: str) -> Layer:
    """Return how a series is told from the others: by its colour, its shape, and by fading when another is chosen."""
    colors = [theme.SERIES[index % len(theme.SERIES)] for index in range(len(names))]
    legend: Layer = {"legend": {} if len(names) > 1 else None}
    found: Layer = {
        channel: {
            "field": "name",
            "type": "nominal",
            "scale": {"domain": list(names), "range": list(names.values()) if channel == "shape" else colors},
            **legend,
        }
        for channel in channels
    }
    return found | {"opacity": {"condition": {"param": _CHOICE, "value": 1}, "value": _FAINT}}


def _lines(rows: Sequence[Row], time: TimeAxis, names: Names) -> Layer:
    members: dict[str, list[Row]] = {}
    for row in rows:
        members.setdefault(row.series_id, []).append(row)
    joined = [run for each in members.values() for run in runs(each)]
    values = [
        {"x": _at(time, time.at(row.observation.period)), "y": row.value, "name": row.name, "run": index}
        for index, run in enumerate(joined)
        for row in run
    ]
    mark = {"type": "line", "strokeWidth": 2, "strokeJoin": "round"}
    encoding = {"detail": {"field": "run", "type": "nominal"}, **_series(names, "stroke")}
    chosen = {"name": _CHOICE, "select": {"type": "point", "fields": ["name"]}, "bind": "legend"}
    # The choice stands here because only the first layer that has a legend can make it one to choose from.
    return {"params": [chosen], "data": {"values": values}, "mark": mark, "encoding": encoding}


def _gaps(rows: Sequence[Row], time: TimeAxis, words: Words) -> Layer:
    """Shade each period that is named as a gap; whoever points at it learns whose it is, and why."""
    members: dict[tuple[float, float], list[Row]] = {}
    for row in rows:
        if row.value is None:
            members.setdefault(time.sides(row.observation.period), []).append(row)
    values = [
        {
            **words(each[0]),
            "x": _at(time, max(low, time.low)),
            "x2": _at(time, min(high, time.high)),
            "what": "; ".join(row.name for row in each),
        }
        for (low, high), each in members.items()
    ]
    encoding: Layer = {"x2": {"field": "x2"}, "y": {"value": 0}, "y2": {"value": _HEIGHT}, "tooltip": TOOLTIP}
    return {"data": {"values": values}, "mark": {"type": "rect", "fill": theme.GRID}, "encoding": encoding}


def _flags(marks: Sequence[Mark], flags: Sequence[Flag], time: TimeAxis, words: Words) -> list[Layer]:
    """Stand each fact that has a date only above the lines, under its number in the list below the chart."""
    values = []
    for mark, flag in zip(marks, flags, strict=True):
        assert mark.period
        low, high = time.sides(mark.period) if mark.period.is_span else (time.at(mark.period),) * 2
        place = {"x": _at(time, low), "x2": _at(time, high), "middle": _at(time, (low + high) / 2)}
        values.append({**place, "level": -RING * (flag.level + 0.5), "label": str(flag.number), **words(mark)})
    middle = {"field": "middle", "type": "quantitative" if time.counts_years else "temporal"}
    level = {"field": "level", "type": "quantitative", "scale": None}
    ring = {"type": "point", "shape": "circle", "size": 240, "fill": theme.PAPER, "stroke": theme.INK, "opacity": 1}
    dashed = {"type": "rule", "stroke": theme.MUTED, "strokeDash": [2, 3]}
    layers: list[Layer] = [
        {"mark": dashed, "encoding": {"x": middle, "y": level, "y2": {"value": _HEIGHT}}},
        {"mark": {"type": "rule", "stroke": theme.MUTED}, "encoding": {"x2": {"field": "x2"}, "y": level}},
        {"mark": ring, "encoding": {"x": middle, "y": level, "tooltip": TOOLTIP}},
        {"mark": {"type": "text", "tooltip": None}, "encoding": {"x": middle, "y": level, "text": {"field": "label"}}},
    ]
    return [{"data": {"values": values}, "layer": layers}] if values else []


def _bounds(points: Sequence[Layer], names: Names) -> list[Layer]:
    """Draw each bound as a stroke with an arrow that leads on from it."""
    layers = []
    for end, way in (("up", -1), ("down", 1)):
        values = [point for point in points if point["end"] == end and point["y"] is not None]
        marks: list[Layer] = [
            {"type": "tick", "orient": "horizontal", "size": 14, "thickness": 3, **_ASIDE},
            {"type": "rule", "y2Offset": way * _ARROW, "strokeWidth": 2, **_ASIDE},
            {"type": "point", "shape": _TIPS[end], "yOffset": way * _ARROW, "size": 50, "strokeWidth": 0, **_ASIDE},
        ]
        for mark in marks if values else ():
            channel = "stroke" if mark["type"] == "rule" else "fill"
            encoding = _series(names, channel) | ({"y2": {"field": "y"}} if mark["type"] == "rule" else {})
            layers.append({"data": {"values": values}, "mark": mark, "encoding": encoding})
    return layers


def _points(points: Sequence[Layer], names: Names) -> Layer:
    """Draw every other number: filled where it is firm, pale where it is rounded, hollow where it is neither."""
    values = [point for point in points if point["end"] == "closed" and point["y"] is not None and point["low"] is None]
    encoding = _series(names, "fill", "stroke", "shape") | {
        "fillOpacity": {"field": "fill", "type": "quantitative", "scale": None},
        "size": {"condition": {"test": "datum.fill === 1", "value": 28}, "value": 70},
    }
    mark = {"type": "point", "strokeWidth": 2, **_ASIDE}
    return {"data": {"values": values}, "mark": mark, "encoding": encoding}


def _ranges(points: Sequence[Layer], names: Names) -> Layer:
    """Draw each range as a stroke from its lower to its upper end."""
    values = [point for point in points if point["low"] is not None]
    mark = {"type": "rule", "strokeWidth": 3, "strokeCap": "square", **_ASIDE}
    return {"data": {"values": values}, "mark": mark, "encoding": _series(names, "stroke") | {"y2": {"field": "low"}}}


def _targets(points: Sequence[Layer]) -> Layer:
    """Lay over every number an unseen one that is large enough to be pointed at, or touched."""
    values = [point for point in points if point["y"] is not None]
    mark = {"type": "point", "size": 500, "opacity": 0, "filled": True, **_ASIDE}
    return {"data": {"values": values}, "mark": mark, "encoding": {"tooltip": TOOLTIP}}
