"""Numbers over time as lines, broken at gaps; numbers that are not firm are marks beside them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import chain, groupby
from typing import Any

import altair as alt

from macros import phrase
from macros.charts import theme, times
from macros.charts.data import Mark, Numbers, Row
from macros.charts.lettering import SMALL, Point, along, around, height, measure, place, wrap
from macros.charts.theme import Form, layer, raw

_HEIGHTS = {"wide": 330, "narrow": 280}
_RING, _APART, _EDGE, _FOOT, _NAME, _HEAD = 20, 10, 12, 26, 160, -12
_GLYPHS = dict(zip(theme.SHAPES, "●◆■▲", strict=True))
_TIPS = {"up": -15, "down": 15, "closed": 0}
Datum = dict[str, Any]
"""A number, a marked fact or the name of a series, with the values to draw."""


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
    words = [phrase.plain(Decimal(f"{step:.12g}"), unit) for step in steps]
    left = round(max(measure(word, SMALL) for word in words)) + 10
    time = times.time(numbers.rows, [mark.period for mark in numbers.marks if mark.period])
    plot = Plot(time, steps, left, form.width - left - _EDGE, _HEIGHTS[form.name])
    data, top = _data(numbers, plot)
    x = alt.X("x:T", scale=alt.Scale(type="utc", domain=[time.low, time.high], nice=False), axis=time.axis(plot.width))
    names = alt.Axis(values=list(steps), labelExpr=f"{words}[round(datum.index * {len(steps) - 1})]")
    y = alt.Y("value:Q", scale=alt.Scale(domain=[steps[0], steps[-1]], nice=False), axis=names)
    layers = [*_gaps(numbers.rows, plot), *_rules(plot), *theme.joined("run")]
    chart = alt.layer(*layers, data=alt.InlineData(data, name="rows")).encode(x, y)
    padding = {"left": left, "right": _EDGE, "top": -top, "bottom": _FOOT}
    return chart.properties(width=plot.width, height=plot.height, padding=padding)


def _data(numbers: Numbers, plot: Plot) -> tuple[list[Datum], float]:
    """Return all that is drawn, each label in its place, and the top of the drawing."""
    series = [list(members) for _, members in groupby(numbers.rows, key=lambda row: row.series_id)]
    drawn = [_drawn(members, plot, index, numbers.named) for index, members in enumerate(series)]
    marked = _drawn([mark.row for mark in numbers.marks if mark.row], plot, len(series), None)
    flags = _flags([mark for mark in numbers.marks if mark.row is None], plot)
    names = [_name(members) for members in drawn if len(drawn) > 1]
    covered = [point for members in (*drawn, marked) for point in _covered(members)]
    covered += [point for flag in flags for point in along([(flag["px"], _HEAD), (flag["px"], plot.height)], 12)]
    labels = [datum for datum in chain(marked, *drawn, names) if datum["text"]]
    place(labels, covered, (0, _HEAD, plot.width + _EDGE, plot.height - 2))
    top = min([_HEAD, *(flag["ty"] - _RING / 2 for flag in flags)])
    for name in reversed(names if any(name["cost"] for name in names) else []):
        name["text"] = wrap(name["title"], plot.left + plot.width, SMALL)
        name |= {"tx": -plot.left, "ty": top - 6 - height(name["text"]) / 2, "align": "left"}
        top -= height(name["text"]) + 6
    return [*chain(*drawn, marked, flags, names)], top


def _drawn(rows: Sequence[Row], plot: Plot, index: int, named: frozenset[str] | None) -> list[Datum]:
    """Return the numbers of a series, those of one period side by side; without ``named`` all have labels."""
    found = []
    lowest = min((row.value for row in rows if row.value is not None), default=0)
    for row in rows:
        at = plot.time.at(row.observation.period)
        twins = [other for other in rows if other.observation.period == row.observation.period]
        aside, (px, py) = _APART * (twins.index(row) - (len(twins) - 1) / 2), plot.at(at, row.value or 0)
        foot = py + _TIPS[row.end] if row.low is None else plot.at(at, row.low)[1]
        where = {"x": at, "value": row.value, "low": row.low, "px": px + aside, "py": py, "foot": foot}
        line = {"name": index, "run": f"{index}-{row.run}", "firm": row.is_firm, "title": row.name}
        order = "rl" if named is None else "labr" if not row.is_firm else "brla" if row.value == lowest else "arlb"
        text = _words(row, named)
        spots = around(px + aside, py, order, text, is_led=named is None or not row.is_firm)
        label = {"text": text, "spots": spots} if text else {"text": ""}
        fact = {"id": row.observation.id, "told": row.told}
        found.append({**where, **line, **theme.style(row, index), **label, **fact})
    return found


def _words(row: Row, named: frozenset[str] | None) -> str:
    """Return the label of a number that is not firm or is ``named``; without ``named``, with its speaker."""
    if row.value is None or (row.is_firm and named is not None and row.observation.id not in named):
        return ""
    words = phrase.number(row.observation, row.series.unit)
    lines = [words, row.speaker if named is None else "", phrase.status(row.observation)]
    return "\n".join(wrap(line, _NAME, SMALL) for line in lines if line)


def _name(members: Sequence[Datum]) -> Datum:
    """Return the name of a series, best placed near its end; ``title`` is what stands above the plot if need be."""
    first, name = members[0], wrap(members[0]["title"], _NAME, SMALL)
    seen = sorted((one for one in reversed(members) if one["value"] is not None), key=lambda one: not one["firm"])
    spots = [spot for datum in seen for spot in around(datum["px"], datum["py"], "rab", name)]
    title = f"{_GLYPHS[theme.series(first['name'])['shape']]} {first['title']}"
    return {"id": "", "text": name, "title": title, "color": first["color"], "spots": spots}


def _flags(marks: Sequence[Mark], plot: Plot) -> list[Datum]:
    """Return the marked facts that have only a date, with their numbers in rings above the plot, none over another."""
    found = []
    for number, mark in enumerate(marks, 1):
        assert mark.period
        at, (start, end) = plot.time.at(mark.period), plot.time.sides(mark.period)
        px, _ = plot.at(at)
        spots = [(px, _HEAD - _RING * (level + 0.5), "center") for level in range(len(marks))]
        flag = {"flag": "span" if mark.period.is_span else "day", "text": str(number), "color": theme.INK}
        where = {"x": at, "px": px, "py": _HEAD, "from": start, "to": end, "spots": spots}
        found.append({**flag, **where, "id": mark.fact, "told": mark.told})
    place(found, [], (0, -1000, plot.width, 0))
    return found


def _covered(members: Sequence[Datum]) -> Iterator[Point]:
    """Yield points along the lines and marks of a series."""
    seen = [datum for datum in members if datum["value"] is not None]
    for _, run in groupby(seen, key=lambda datum: datum["run"]):
        yield from along([(datum["px"], datum["py"]) for datum in run])
    for datum in seen:
        yield from along([(datum["px"], datum["py"]), (datum["px"], datum["foot"])])


def _gaps(rows: Sequence[Row], plot: Plot) -> list[Any]:
    """Return layers that shade and label each period in which one series has a gap and none has a number."""
    spans = {plot.time.sides(row.observation.period) for row in rows if row.value is None}
    taken = [plot.time.at(row.observation.period) for row in rows if row.value is not None]
    free = [(start, end) for start, end in sorted(spans) if not any(start < at < end for at in taken)]
    gaps = [{"x": (start + end) / 2, "from": start, "to": end, "text": phrase.GAP} for start, end in free]
    band = layer("rect", rows=gaps, fill=theme.GRID, opacity=0.55)
    word = theme.text("text", gaps, size=SMALL, align="center", fill=theme.MUTED)
    band = band.encode(alt.X("from:T"), alt.X2("to:T"), y=alt.value(0), y2=alt.value(plot.height))
    return [band, word.encode(y=alt.value(plot.height - 12))] if gaps else []


def _rules(plot: Plot) -> list[Any]:
    """Return layers of rings with a line down or across, of the line where a reader picks, and from marks to labels."""
    at, foot = raw("ty", alt.Y), alt.value(plot.height)
    lead = layer("rule", "datum.align !== 'center' && datum.ty > datum.py + 20")
    ring = {"shape": "circle", "size": 240, "strokeWidth": 1, "fill": theme.PAPER, "stroke": theme.INK}
    return [
        layer("rule", "datum.flag === 'day'", strokeDash=[2, 3]).encode(at, y2=foot),
        layer("rule", "datum.flag === 'span'").encode(alt.X("from:T"), at, alt.X2("to:T")),
        layer("point", "datum.flag", **ring).encode(at),
        layer("rule", "datum.id === picked.id", stroke=theme.INK).encode(y=alt.value(0), y2=foot),
        lead.encode(raw("px", alt.X), raw("py", alt.Y), alt.Y2("bottom")),
    ]
