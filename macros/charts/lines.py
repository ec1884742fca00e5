"""Numbers over time as lines, broken at gaps, in a panel for each unit; numbers that are not firm are marks."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain, groupby
from typing import Any

import altair as alt

from macros import phrase
from macros.charts import theme, times
from macros.charts.data import Numbers, Row
from macros.charts.flags import below, flagged, gaps, rules
from macros.charts.lettering import LINE, SMALL, Point, Spot, along, around, height, measure, place, wrap
from macros.charts.plot import EDGE, HEAD, RING, Datum, Plot, panels, scale
from macros.charts.theme import Form, layer

_HEIGHTS = {"wide": 330, "narrow": 280}
_FIRST, _OTHER = 0.75, 0.42
"""The parts of the height that the first of several panels takes, which leads, and each other one."""
_APART, _FOOT, _NAME, _BETWEEN = 10, 26, 160, 16
_PITCH = 4.5
"""How many pixels a number needs for a mark of its own; of a run of closer ones only the line shows."""
_GLYPHS = dict(zip(theme.SHAPES, "●◆■▲", strict=True))
_TIPS = {"up": -15, "down": 15, "closed": 0}


def draw(numbers: Numbers, form: Form, shape: str = "linear") -> alt.LayerChart:
    """Return a line for each series, in a panel for each count; as steps, the first with the others as lines across."""
    shown = panels(numbers) if shape == "linear" else [numbers]
    parts = [_FIRST, *[_OTHER] * (len(shown) - 1)] if shown[1:] else [1.0]
    scales = [scale(panel.shown, _HEIGHTS[form.name] * part) for panel, part in zip(shown, parts, strict=True)]
    left = round(max(measure(word, SMALL) for one in scales for word in one.words)) + 10
    time = times.time(numbers.rows, [mark.period for mark in numbers.marks if mark.period])
    series = tuple(dict.fromkeys(row.series_id for row in numbers.rows))
    is_sparse = not form.beside and bool(numbers.named)
    plot = Plot(time, series, left, form.width - left - EDGE, len(shown) > 1, is_sparse, shape, scales[0])
    flags, notes = flagged([mark for mark in numbers.marks if mark.row is None], plot)
    plot = replace(plot, rules=tuple(flag["px"] for flag in flags if flag["flag"] == "day"))
    data, layers, depth = list[Datum](), list[Any](), float(-_BETWEEN)
    for panel, one in zip(shown, scales, strict=True):
        plot = replace(plot, scale=one)
        found, top = _data(panel, plot, below(flags) if data else flags)
        plot = replace(plot, top=depth + _BETWEEN - top)
        depth = plot.top + plot.height
        data += [_moved(datum, plot.top) for datum in found]
        layers += [_axis(plot), *gaps(panel.rows, plot)]
    data += [note | {"ty": depth + _FOOT + LINE * (n + 0.5)} for n, note in enumerate(notes)]
    layers += [*rules(depth, plot), *theme.joined("run", shape)]
    return _chart(layers, data, plot, depth, _FOOT + LINE * len(notes))


def _chart(layers: list[Any], data: list[Datum], plot: Plot, depth: float, foot: float) -> alt.LayerChart:
    """Return a chart of layers over one axis of time, above a foot of so many pixels."""
    chart = alt.layer(*layers, data=alt.InlineData(data, name="rows")).resolve_scale(y="independent")
    padding = {"left": plot.left, "right": EDGE, "bottom": foot}
    chart = chart.properties(width=plot.width, height=depth, padding=padding)
    across = alt.Scale(type="utc", domain=[plot.time.low, plot.time.high], nice=False)
    made: alt.LayerChart = chart.encode(alt.X("x:T", scale=across, axis=plot.time.axis(plot.width)))
    return made


def _axis(plot: Plot) -> Any:
    """Return a layer that draws nothing but the axis of a panel."""
    steps, words = plot.scale.steps, list(plot.scale.words)
    domain, pixels = [steps[0], steps[-1]], [plot.top + plot.height, plot.top]
    names = f"{words}[round(datum.index * {len(words) - 1})]"
    axis = alt.Axis(values=steps, labelExpr=names, orient="left", grid=True)
    y = alt.Y("value:Q", scale=alt.Scale(domain=domain, range=pixels, nice=False), axis=axis)
    return layer("point", "false").encode(y)


def _moved(datum: Datum, down: float) -> Datum:
    """Return what is drawn, moved down from the top of its panel to its place in the drawing."""
    label = {"label": [datum["label"][0], datum["label"][1] + down]} if "label" in datum else {}
    return datum | label | {name: datum[name] + down for name in ("py", "foot", "ty", "bottom") if name in datum}


def _data(numbers: Numbers, plot: Plot, flags: list[Datum]) -> tuple[list[Datum], float]:
    """Return all that is drawn in a panel, each label in its place, and the top of it above the plot."""
    series = [list(members) for _, members in groupby(numbers.rows, key=lambda row: row.series_id)]
    drawn = [_drawn(one, plot, plot.series.index(one[0].series_id), numbers.named) for one in series]
    told = sorted((mark.row for mark in numbers.marks if mark.row), key=lambda row: -(row.value or 0))
    marked = _drawn(told, plot, len(plot.series), None)
    names = [_name(members) for members in drawn if plot.is_headed or len(drawn) > 1]
    covered = [point for members in (*drawn, marked) for point in _covered(members)]
    covered += [point for x in plot.rules for point in along([(x, HEAD), (x, plot.height)], 6)]
    labels = [datum for datum in chain(marked, *drawn, names) if datum["text"]]
    place(labels, covered, (0, HEAD, plot.width + EDGE, plot.height))
    top = min([HEAD, *(flag["ty"] - RING / 2 for flag in flags)])
    for name in reversed(names if plot.is_headed or any(name["cost"] for name in names) else []):
        name["text"] = wrap(name["title"], plot.left + plot.width, SMALL)
        name |= {"tx": -plot.left, "ty": top - 6 - height(name["text"]) / 2, "align": "left"}
        top -= height(name["text"]) + 6
    flags = [flag | {"foot": plot.height} for flag in flags]
    return [*chain(*drawn, marked, flags, names)], top


def _drawn(rows: Sequence[Row], plot: Plot, index: int, named: frozenset[str] | None) -> list[Datum]:
    """Return the numbers of a series, those of one period side by side; without ``named`` all have labels."""
    found, runs = [], Counter(row.run for row in rows)
    joined = {run for run, count in runs.items() if count * _PITCH > plot.width}
    has_stems = named is not None and plot.shape == "linear" and _is_scattered(rows, runs)
    kind = "marked" if named is None else "stem" if has_stems else "line"
    for row in rows:
        at, stem = plot.time.at(row.observation.period), has_stems and row.value is not None
        twins = [other for other in rows if other.observation.period == row.observation.period]
        aside, (px, py) = _APART * (twins.index(row) - (len(twins) - 1) / 2), plot.at(at, row.value or 0)
        foot = plot.at(at, row.low or 0)[1] if stem or row.low is not None else py + _TIPS[row.end]
        where = {"x": at, "value": row.value, "low": row.low, "px": px + aside, "py": py, "foot": foot, "stem": stem}
        line = {"name": index, "run": f"{index}-{row.run}", "firm": row.is_firm and not stem, "title": row.name}
        text = _words(row, named, is_sparse=stem or plot.is_sparse)
        spots = _spots(row, rows, (px + aside, py), text, kind)
        label = {"text": text, "spots": spots} if text else {"text": ""}
        fact = {"id": row.observation.id, "told": row.told}
        size = {"size": 0} if row.is_firm and row.run in joined and not text else {}
        found.append({**where, **line, **theme.style(row, index), **label, **fact, **size})
    return found


def _spots(row: Row, rows: Sequence[Row], at: Point, text: str, kind: str) -> list[Spot]:
    """Return the spots of the label of a number; that of a bound which is marked is never above it."""
    if kind == "marked":
        return [spot for spot in around(*at, "rl", text, reach=1) if row.end != "up" or spot[1] >= at[1]]
    if kind == "stem":
        return around(*at, "alrb", text, reach=-1)
    if not row.is_firm:
        return around(*at, "labr", text, reach=1)
    is_lowest = row.value == min(other.value for other in rows if other.value is not None)
    return around(*at, "brla" if is_lowest else "arlb", text)


def _is_scattered(rows: Sequence[Row], runs: Mapping[int, int]) -> bool:
    """Whether a line would join less than half of the numbers; a stem from zero to each then gives them a shape."""
    counted = [row for row in rows if row.value is not None]
    joined = [row for row in counted if row.is_firm and runs[row.run] > 1]
    return len(counted) > max(1, 2 * len(joined)) and all(row.low is None and row.end == "closed" for row in counted)


def _words(row: Row, named: frozenset[str] | None, *, is_sparse: bool) -> str:
    """Return the label of a number that is ``named``, or not firm and not ``is_sparse``.

    Without ``named`` all numbers have one, with their speaker.
    """
    is_told = named is None or row.observation.id in named or not (row.is_firm or is_sparse)
    if row.value is None or not is_told:
        return ""
    lines = (
        phrase.number(row.observation, row.series.unit),
        row.speaker * (named is None),
        phrase.status(row.observation),
    )
    return "\n".join(wrap(line, _NAME, SMALL) for line in lines if line)


def _name(members: Sequence[Datum]) -> Datum:
    """Return the name of a series, best placed near its end; ``title`` is what stands above the plot if need be."""
    first, name = members[0], wrap(members[0]["title"], _NAME, SMALL)
    seen = sorted((one for one in reversed(members) if one["value"] is not None), key=lambda one: not one["firm"])
    spots = [spot for datum in seen for spot in around(datum["px"], datum["py"], "rab", name)]
    title = f"{_GLYPHS[theme.series(first['name'])['shape']]} {first['title']}"
    return {"id": "", "text": name, "title": title, "color": first["color"], "spots": spots}


def _covered(members: Sequence[Datum]) -> Iterator[Point]:
    """Yield points along the lines and marks of a series."""
    seen = [datum for datum in members if datum["value"] is not None]
    for _, run in groupby(seen, key=lambda datum: datum["run"]):
        yield from along([(datum["px"], datum["py"]) for datum in run])
    for datum in seen:
        yield from along([(datum["px"], datum["py"]), (datum["px"], datum["foot"])])
