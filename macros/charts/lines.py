"""Numbers over time as lines, broken at gaps, in a panel for each unit; numbers that are not firm are marks."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import chain, groupby
from typing import Any

import altair as alt

from macros import phrase
from macros.charts import theme, times
from macros.charts.data import Mark, Numbers, Row
from macros.charts.lettering import LINE, SMALL, Point, along, around, height, measure, place, wrap
from macros.charts.theme import Form, layer, raw
from macros.language import gettext

_HEIGHTS = {"wide": 330, "narrow": 280}
_FIRST, _OTHER = 0.75, 0.42
"""The parts of the height that the first of several panels takes, which leads, and each other one."""
_RING, _APART, _EDGE, _FOOT, _NAME, _HEAD, _BETWEEN = 20, 10, 12, 26, 160, -12, 16
_STEP = 40
"""The least pixels from one line of the scale to the next."""
_PITCH = 4.5
"""How many pixels a number needs for a mark of its own; of a run of closer ones only the line shows."""
_GLYPHS = dict(zip(theme.SHAPES, "●◆■▲", strict=True))
_TIPS = {"up": -15, "down": 15, "closed": 0}
Datum = dict[str, Any]
"""A number, a marked fact or the name of a series, with the values to draw."""


@dataclass(frozen=True)
class Plot:
    """A panel: time across, numbers of one unit upwards, its size, and its ``top`` in the drawing, in pixels.

    ``series`` are all those of the chart, and with ``is_headed`` their names stand above their panel.
    With ``is_sparse`` only numbers that the prose mentions have labels. ``rules`` are where marked facts stand, in pixels.
    """

    time: times.Time
    series: tuple[str, ...]
    left: float
    width: float
    height: float
    is_headed: bool
    is_sparse: bool
    shape: str
    rules: tuple[float, ...] = ()
    steps: tuple[float, ...] = (0, 1)
    top: float = 0

    def at(self, time: float, value: float = 0) -> Point:
        """Return x and y of a number at a time, in pixels from the corner of the panel."""
        low, high = self.steps[0], self.steps[-1]
        across = (time - self.time.low) / (self.time.high - self.time.low)
        return across * self.width, (high - value) / (high - low) * self.height


def draw(numbers: Numbers, form: Form, shape: str = "linear") -> alt.LayerChart:
    """Return a line for each series, in a panel for each count; as steps, the first with the others as lines across."""
    panels = _panels(numbers) if shape == "linear" else [numbers]
    parts = [_FIRST, *[_OTHER] * (len(panels) - 1)] if panels[1:] else [1.0]
    heights = [_HEIGHTS[form.name] * part for part in parts]
    scales = [_scale(panel.shown, high) for panel, high in zip(panels, heights, strict=True)]
    left = round(max(measure(word, SMALL) for _, words in scales for word in words)) + 10
    time = times.time(numbers.rows, [mark.period for mark in numbers.marks if mark.period])
    series, is_sparse = (
        tuple(dict.fromkeys(row.series_id for row in numbers.rows)),
        not form.beside and bool(numbers.named),
    )
    plot = Plot(time, series, left, form.width - left - _EDGE, 0, len(panels) > 1, is_sparse, shape)
    flags, notes = _flags([mark for mark in numbers.marks if mark.row is None], plot)
    plot = replace(plot, rules=tuple(flag["px"] for flag in flags if flag["flag"] == "day"))
    data, depth = list[Datum](), float(-_BETWEEN)
    layers: list[Any] = []
    for panel, high, (steps, words) in zip(panels, heights, scales, strict=True):
        plot = replace(plot, steps=steps, height=high)
        found, top = _data(panel, plot, flags if not layers else _below(flags))
        plot = replace(plot, top=depth + _BETWEEN - top)
        depth = plot.top + plot.height
        data += [_moved(datum, plot.top) for datum in found]
        layers += [_axis(plot, words), *_gaps(panel.rows, plot)]
    foot = _FOOT + LINE * len(notes)
    data += [note | {"ty": depth + _FOOT + LINE * (n + 0.5)} for n, note in enumerate(notes)]
    x = alt.X("x:T", scale=alt.Scale(type="utc", domain=[time.low, time.high], nice=False), axis=time.axis(plot.width))
    layers += [*_rules(depth, plot, shape), *theme.joined("run", shape)]
    chart = alt.layer(*layers, data=alt.InlineData(data, name="rows"))
    chart = chart.properties(width=plot.width, height=depth, padding={"left": left, "right": _EDGE, "bottom": foot})
    made: alt.LayerChart = chart.encode(x).resolve_scale(y="independent")
    return made


def _panels(numbers: Numbers) -> list[Numbers]:
    """Return what can be compared, with the marks of its unit; the first panel has the marks that are no numbers."""
    counts = {row.series_id: (row.series.unit, row.series.comparability_group) for row in numbers.rows}
    found: list[Numbers] = []
    for count in dict.fromkeys(counts.values()):
        is_first = count[0] not in {panel.rows[0].series.unit for panel in found}
        marks = [
            one for one in numbers.marks if (is_first and one.row.series.unit == count[0] if one.row else not found)
        ]
        rows = tuple(row for row in numbers.rows if counts[row.series_id] == count)
        found.append(replace(numbers, rows=rows, marks=tuple(marks)))
    return found


def _scale(rows: Sequence[Row], high: float) -> tuple[tuple[float, ...], list[str]]:
    """Return the steps of the axis for numbers of one unit, and their names."""
    ends = [0.0, *(end for row in rows for end in (row.value, row.low) if end is not None)]
    steps = theme.steps(min(ends), max(ends) if any(ends) else 1, min(5, int(high / _STEP)))
    return steps, [phrase.plain(Decimal(f"{step:.12g}"), rows[0].series.unit) for step in steps]


def _axis(plot: Plot, words: Sequence[str]) -> Any:
    """Return a layer that draws nothing but the axis of a panel."""
    domain, pixels = [plot.steps[0], plot.steps[-1]], [plot.top + plot.height, plot.top]
    names = f"{words}[round(datum.index * {len(words) - 1})]"
    axis = alt.Axis(values=plot.steps, labelExpr=names, orient="left", grid=True)
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
    covered += [point for x in plot.rules for point in along([(x, _HEAD), (x, plot.height)], 6)]
    labels = [datum for datum in chain(marked, *drawn, names) if datum["text"]]
    place(labels, covered, (0, _HEAD, plot.width + _EDGE, plot.height))
    top = min([_HEAD, *(flag["ty"] - _RING / 2 for flag in flags)])
    for name in reversed(names if plot.is_headed or any(name["cost"] for name in names) else []):
        name["text"] = wrap(name["title"], plot.left + plot.width, SMALL)
        name |= {"tx": -plot.left, "ty": top - 6 - height(name["text"]) / 2, "align": "left"}
        top -= height(name["text"]) + 6
    flags = [flag | {"foot": plot.height} for flag in flags]
    return [*chain(*drawn, marked, flags, names)], top


def _drawn(rows: Sequence[Row], plot: Plot, index: int, named: frozenset[str] | None) -> list[Datum]:
    """Return the numbers of a series, those of one period side by side; without ``named`` all have labels."""
    found = []
    lowest = min((row.value for row in rows if row.value is not None), default=0)
    runs = Counter(row.run for row in rows)
    joined = {run for run, count in runs.items() if count * _PITCH > plot.width}
    is_stemmed = named is not None and plot.shape == "linear" and _is_scattered(rows, runs)
    for row in rows:
        at = plot.time.at(row.observation.period)
        twins = [other for other in rows if other.observation.period == row.observation.period]
        aside, (px, py) = _APART * (twins.index(row) - (len(twins) - 1) / 2), plot.at(at, row.value or 0)
        foot = py + _TIPS[row.end] if row.low is None else plot.at(at, row.low)[1]
        foot = plot.at(at)[1] if is_stemmed and row.value is not None else foot
        where = {"x": at, "value": row.value, "low": row.low, "px": px + aside, "py": py, "foot": foot}
        line = {"name": index, "run": f"{index}-{row.run}", "firm": row.is_firm and not is_stemmed, "title": row.name}
        line["stem"] = is_stemmed and row.value is not None
        order = (
            "rl"
            if named is None
            else "alrb"
            if is_stemmed
            else "labr"
            if not row.is_firm
            else "brla"
            if row.value == lowest
            else "arlb"
        )
        text = _words(row, named, is_sparse=is_stemmed or plot.is_sparse)
        spots = around(px + aside, py, order, text, reach=-1 if is_stemmed else named is None or not row.is_firm)
        spots = [spot for spot in spots if spot[1] >= py] if named is None and row.end == "up" else spots
        label = {"text": text, "spots": spots} if text else {"text": ""}
        fact = {"id": row.observation.id, "told": row.told}
        size = {"size": 0} if row.is_firm and row.run in joined and not text else {}
        found.append({**where, **line, **theme.style(row, index), **label, **fact, **size})
    return found


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


def _below(flags: Sequence[Datum]) -> list[Datum]:
    """Return marked facts for a panel that is not the first: their lines alone."""
    bare = {"ty": 0, "py": 0, "text": "", "ring": False}
    return [flag | bare for flag in flags if flag["flag"] == "day"]


def _flags(marks: Sequence[Mark], plot: Plot) -> tuple[list[Datum], list[Datum]]:
    """Return the marked facts that have only a date, none over another, each by its name or its number in a ring.

    If their names do not fit in a line, only documents keep theirs; the others are notes below the drawing.
    """
    found = [_flag(mark, mark.label or str(number), plot) for number, mark in enumerate(marks, 1)]
    place(found, [], (-plot.left, -1000, plot.width + _EDGE, 0))
    if all(flag["ty"] == found[0]["ty"] for flag in found) or not marks[0].label:
        return found, []
    noted = [mark for mark in marks if mark.document is None]
    found = [_flag(mark, mark.label if mark not in noted else str(noted.index(mark) + 1), plot) for mark in marks]
    place(found, [], (-plot.left, -1000, plot.width + _EDGE, 0))
    style = {"id": "", "tx": -plot.left, "align": "left", "color": theme.INK}
    return found, [style | {"text": f"{number}  {mark.label}"} for number, mark in enumerate(noted, 1)]


def _flag(mark: Mark, text: str, plot: Plot) -> Datum:
    """Return a marked fact; a text without letters is set in a ring."""
    assert mark.period
    at, (start, end) = plot.time.at(mark.period), plot.time.sides(mark.period)
    px, _ = plot.at(at)
    is_ring = text.isdigit()
    sides = [(0, "center"), (1, "left"), (-1, "right")][: 1 if is_ring else 3]
    spots = [(px + side, _HEAD - _RING * (level + 0.5), align) for level in range(9) for side, align in sides]
    is_long = mark.period.is_span or (mark.period.precision == "year" and plot.time.unit != "year")
    where = {"flag": "span" if is_long else "day", "x": at, "px": px, "py": _HEAD, "from": start, "to": end}
    look = {"text": text, "ring": is_ring, "color": theme.document(mark.document), "document": mark.document}
    return {**where, **look, "spots": spots, "id": mark.fact, "told": mark.told}


def _covered(members: Sequence[Datum]) -> Iterator[Point]:
    """Yield points along the lines and marks of a series."""
    seen = [datum for datum in members if datum["value"] is not None]
    for _, run in groupby(seen, key=lambda datum: datum["run"]):
        yield from along([(datum["px"], datum["py"]) for datum in run])
    for datum in seen:
        yield from along([(datum["px"], datum["py"]), (datum["px"], datum["foot"])])


def _gaps(rows: Sequence[Row], plot: Plot) -> list[Any]:
    """Return layers that shade and label each period in which one series has a gap and none has a number."""
    runs = [list(run) for _, run in groupby(rows, key=lambda row: (row.series_id, row.value is None))]
    sides = [[plot.time.sides(row.observation.period) for row in run] for run in runs if run[0].value is None]
    spans = {(run[0][0], run[-1][1]) for run in sides}
    taken = [plot.time.at(row.observation.period) for row in rows if row.value is not None]
    free = [(start, end) for start, end in sorted(spans) if not any(start < at < end for at in taken)]
    gaps = [{"x": (start + end) / 2, "from": start, "to": end, "text": gettext("gap")} for start, end in free]
    band = layer("rect", rows=gaps, fill=theme.GRID, opacity=0.55)
    word = theme.text("text", gaps, size=SMALL, align="center", fill=theme.MUTED)
    band = band.encode(alt.X("from:T"), alt.X2("to:T"), y=alt.value(plot.top), y2=alt.value(plot.top + plot.height))
    return [band, word.encode(y=alt.value(plot.top + plot.height - 12))] if gaps else []


def _rules(depth: float, plot: Plot, shape: str) -> list[Any]:
    """Return layers of rings with a line down or across, of the line where a reader picks, and from marks to labels."""
    at, foot = raw("ty", alt.Y), alt.value(depth)
    lead = layer("rule", "datum.align !== 'center' && datum.ty > datum.py + 20")
    is_across = "false" if shape == "linear" else "datum.name > 0 && isValid(datum.value)"
    dash = alt.expr("datum.document === 0 ? [2, 2] : datum.document === 1 ? [7, 3] : [1, 3]")
    ring = {"shape": "circle", "size": 240, "strokeWidth": 1, "fill": theme.PAPER, "stroke": theme.INK}
    return [
        layer("rule", "datum.flag === 'day'", strokeWidth=1.5, strokeDash=dash).encode(
            at, raw("color", alt.Stroke), alt.Y2("foot")
        ),
        layer("rule", "datum.flag === 'span'", yOffset=alt.expr("datum.ring ? 0 : 9")).encode(
            alt.X("from:T"), at, alt.X2("to:T")
        ),
        layer("point", "datum.ring", **ring).encode(at),
        layer("rule", "datum.id === picked.id", stroke=theme.INK).encode(y=alt.value(0), y2=foot),
        layer("rule", is_across, strokeDash=[6, 3]).encode(raw("py", alt.Y), x=alt.value(0), x2=alt.value(plot.width)),
        lead.encode(raw("px", alt.X), raw("py", alt.Y), alt.Y2("bottom")),
    ]
