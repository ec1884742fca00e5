"""Numbers over time as lines, broken at gaps; numbers that are not firm are marks beside them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

import altair as alt

from macros import phrase
from macros.charts import theme, times
from macros.charts.data import Mark, Numbers, Row
from macros.charts.lettering import SMALL, Point, along, around, height, measure, place, wrap
from macros.charts.theme import Form, layer, pixel, raw

_HEIGHTS = {"wide": 330, "narrow": 280}
_RING, _APART, _EDGE, _FOOT, _NAME, _HEAD = 20, 10, 12, 26, 160, -12
_GLYPHS = dict(zip(theme.SHAPES, "●◆■▲", strict=True))
_TIPS = {"up": -15, "down": 15, "closed": 0}
Datum = dict[str, Any]
Drawn = list[tuple[Row, Datum]]


@dataclass(frozen=True)
class Plot:
    """The plot: time across, numbers upwards, and its size in pixels."""

    time: times.Time
    steps: tuple[float, ...]
    left: float
    width: float
    height: float

    def at(self, time: float, value: float = 0) -> Point:
        """Return x and y, in pixels, of a number at a time."""
        low, high = self.steps[0], self.steps[-1]
        across = (time - self.time.low) / (self.time.high - self.time.low)
        return across * self.width, (high - value) / (high - low) * self.height


def draw(numbers: Numbers, form: Form) -> alt.LayerChart:
    """Return a line for each series, with the marked facts on and above them."""
    unit = "percent" if {row.series.unit for row in numbers.shown} == {"percent"} else ""
    ends = [0.0, *(end for row in numbers.shown for end in (row.value, row.low) if end is not None)]
    steps = theme.steps(min(ends), max(ends) if any(ends) else 1, 5)
    left = round(max(measure(words, SMALL) for words in theme.words(steps, unit))) + 10
    time = times.time(numbers.rows, [mark.period for mark in numbers.marks if mark.period])
    plot = Plot(time, steps, left, form.width - left - _EDGE, _HEIGHTS[form.name])
    series = [list(members) for _, members in groupby(numbers.rows, key=lambda row: row.series_id)]
    drawn = [_drawn(members, plot, index) for index, members in enumerate(series)]
    marked = _drawn([mark.row for mark in numbers.marks if mark.row], plot, len(series))
    flags = _flags([mark for mark in numbers.marks if mark.row is None], plot)
    labels, top = _labels(drawn, marked, flags, numbers.named, plot)
    layers = [*_gaps(drawn, plot), *_flagged(plot), *_marks(plot), *_texts(labels)]
    x = alt.X("x:T", scale=alt.Scale(type="utc", domain=[time.low, time.high], nice=False), axis=time.axis(plot.width))
    y = alt.Y("y:Q", scale=alt.Scale(domain=[steps[0], steps[-1]], nice=False), axis=theme.axis(steps, unit))
    padding = {"left": left, "right": _EDGE, "top": -top, "bottom": _FOOT}
    data = [*(datum for members in (*drawn, marked) for _, datum in members), *flags]
    chart = alt.layer(*layers, data=alt.InlineData(data, name="rows")).encode(x, y)
    return chart.properties(width=plot.width, height=plot.height, padding=padding)


def _drawn(rows: Sequence[Row], plot: Plot, index: int) -> Drawn:
    """Return each number of a series with the values to draw; numbers of one period are drawn side by side."""
    found: Drawn = []
    for row in rows:
        at, (start, end) = plot.time.at(row.observation.period), plot.time.sides(row.observation.period)
        twins = [other for other in rows if other.observation.period == row.observation.period]
        aside, (px, py) = _APART * (twins.index(row) - (len(twins) - 1) / 2), plot.at(at, row.value or 0)
        foot = py + _TIPS[row.end] if row.low is None else plot.at(at, row.low)[1]
        place = {"x": at, "y": row.value, "low": row.low, "px": px + aside, "py": py, "foot": foot, "aside": aside}
        line = {"name": index, "run": f"{index}-{row.run}", "firm": row.is_firm, **theme.style(row, index)}
        gap = {"from": start - plot.time.half, "to": end + plot.time.half, "gap": phrase.GAP * (row.value is None)}
        found.append((row, {**place, **line, **gap, "id": row.observation.id, "told": row.told}))
    return found


def _flags(marks: Sequence[Mark], plot: Plot) -> list[Datum]:
    """Return the marked facts that have only a date, with their numbers in rings above the plot, none over another."""
    found = []
    for number, mark in enumerate(marks, 1):
        assert mark.period
        half, (start, end) = plot.time.half * mark.period.is_span, plot.time.sides(mark.period)
        sides, px = [start - half, end + half], plot.at((start + end) / 2)[0]
        spots = [(px, _HEAD - _RING * (level + 0.5), "center") for level in range(len(marks))]
        flag = {
            "id": mark.fact,
            "told": mark.told,
            "flag": "span" if mark.period.is_span else "day",
            "text": f"{number}",
        }
        found.append({**flag, "x": (start + end) / 2, "from": sides[0], "to": sides[1], "spots": spots})
    place(found, [], (0, -1000, plot.width, 0))
    return found


def _labels(
    drawn: Sequence[Drawn], marked: Drawn, flags: Sequence[Datum], named: frozenset[str], plot: Plot
) -> tuple[list[Datum], float]:
    """Return the labels with their positions, and the top of the drawing; names go above the plot if they collide."""
    covered = [point for members in (*drawn, marked) for point in _covered(members)]
    covered += [point for flag in flags for point in along([(flag["px"], _HEAD), (flag["px"], plot.height)], 12)]
    labels = [label for members in (marked, *drawn) for label in _words(members, None if members is marked else named)]
    names = [_name(members) for members in drawn if len(drawn) > 1]
    place([*labels, *names], covered, (0, _HEAD, plot.width + _EDGE, plot.height - 2))
    top = min([_HEAD, *(flag["py"] - _RING / 2 for flag in flags)])
    if any(name["cost"] for name in names):
        for name, members in zip(reversed(names), reversed(drawn), strict=True):
            title = f"{_GLYPHS[members[0][1]['shape']]} {members[0][0].name}"
            text = "\n".join(wrap(title, plot.left + plot.width, SMALL))
            name |= {"text": text, "px": -plot.left, "py": top - 6 - height(text) / 2, "align": "left"}
            top -= height(text) + 6
    return [*labels, *names], top


def _words(members: Drawn, named: frozenset[str] | None) -> Iterator[Datum]:
    """Yield a label for each number that is not firm or is ``named``; if None, for all, with their speakers."""
    lowest = min((row.value for row, _ in members if row.value is not None), default=0)
    for row, datum in members:
        if row.value is None or (row.is_firm and named is not None and row.observation.id not in named):
            continue
        words = phrase.number(row.observation, row.series.unit)
        lines = [words, row.speaker if named is None else "", phrase.status(row.observation)]
        text = "\n".join(part for line in lines if line for part in wrap(line, _NAME, SMALL))
        order = "rl" if named is None else "labr" if not row.is_firm else "brla" if row.value == lowest else "arlb"
        spots = around(datum["px"], datum["py"], order, text, is_led=named is None or not row.is_firm)
        yield {
            "text": text,
            "color": datum["color"],
            "spots": spots,
            "foot": datum["py"],
            "x": datum["px"],
            "of": datum,
        }


def _name(members: Drawn) -> Datum:
    """Return the label with the name of a series, best placed near its end."""
    text = "\n".join(wrap(members[0][0].name, _NAME, SMALL))
    seen = sorted((datum for _, datum in reversed(members) if not datum["gap"]), key=lambda one: not one["firm"])
    spots = [spot for datum in seen for spot in around(datum["px"], datum["py"], "rab", text)]
    return {"text": text, "color": members[0][1]["color"], "spots": spots}


def _covered(members: Drawn) -> Iterator[Point]:
    """Yield points along the lines and marks of a series."""
    seen = [datum for _, datum in members if not datum["gap"]]
    for _, run in groupby(seen, key=lambda datum: datum["run"]):
        yield from along([(datum["px"], datum["py"]) for datum in run])
    for datum in seen:
        yield from along(sorted([(datum["px"], datum["py"]), (datum["px"], datum["foot"])]))


def _gaps(drawn: Sequence[Drawn], plot: Plot) -> list[Any]:
    """Return layers that shade and label each period in which one series has a gap and none has a number."""
    members = [datum for series in drawn for _, datum in series]
    taken = [datum["x"] for datum in members if not datum["gap"]]
    gaps = {one["x"]: one for one in members if one["gap"] and not any(one["from"] < x < one["to"] for x in taken)}
    band = layer("rect", rows=gaps.values(), fill=theme.GRID, opacity=0.55)
    word = theme.text("gap", gaps.values(), size=SMALL, align="center", fill=theme.MUTED)
    sides = (alt.X("from:T"), alt.X2("to:T"), pixel("Y", 0), pixel("Y2", plot.height))
    return [band.encode(*sides), word.encode(pixel("Y", plot.height - 12))] if gaps else []


def _flagged(plot: Plot) -> list[Any]:
    """Return layers of the numbers above the plot, each with a line down, or on one from its start to its end."""
    at, ring = raw("py", alt.Y), {"shape": "circle", "size": 240, "fill": theme.PAPER, "stroke": theme.INK}
    return [
        layer("rule", "datum.flag === 'day'", strokeDash=[2, 3]).encode(at, pixel("Y2", plot.height)),
        layer("rule", "datum.flag === 'span'").encode(alt.X("from:T"), at, alt.X2("to:T")),
        layer("point", "datum.flag", strokeWidth=1, **ring).encode(at),
        theme.text("text", where="datum.flag", size=SMALL, align="center").encode(at),
    ]


def _marks(plot: Plot) -> list[Any]:
    """Return layers of lines and dots for firm numbers; of pale, hollow, dashed marks, arrows and ranges for others."""
    fading = "!isValid(picked.name) || datum.name === picked.name"
    line = theme.look("stroke", "opacity", fading=fading)
    dot = layer("point", "isValid(datum.y) && !isValid(datum.low)", strokeWidth=2, strokeDash=theme.DASH)
    dot = dot.encode(raw("shape", alt.Shape), raw("size", alt.Size), **theme.look(fading=fading))
    dot.mark.xOffset = alt.expr("datum.aside")
    return [
        layer("rule", "datum.id === picked.id", stroke=theme.INK).encode(pixel("Y", 0), pixel("Y2", plot.height)),
        layer("line", "datum.firm").encode(alt.Detail("run:N"), **line),
        layer("rule", "isValid(datum.low)", strokeWidth=3).encode(alt.Y2("low"), **line),
        dot,
    ]


def _texts(texts: Sequence[Datum]) -> list[Any]:
    """Return layers of the labels in the colours of their marks, with a line to the mark from those far below it."""
    for text in texts:
        text.pop("of", {}).update(label=text.pop("middle"))
    words = theme.text("text", texts, size=SMALL, align=alt.expr("datum.align"))
    led = [
        {**text, "py": text["py"] + height(text["text"]) / 2}
        for text in texts
        if text.get("foot", 1e9) < text["py"] - 20
    ]
    lead = layer("rule", rows=led).encode(raw("x", alt.X), raw("foot", alt.Y), alt.Y2("py"))
    return [*([lead] if led else []), words.encode(raw("px", alt.X), raw("py", alt.Y), fill=raw("color"))]
