"""Numbers over time as lines, below marked facts, placed in pixels, as Vega-Lite keeps no label off what is drawn."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain, groupby
from typing import Any

import altair as alt

from macros import phrase
from macros.charts import theme
from macros.charts.axes import EDGE, Plot, panels
from macros.charts.data import Annotation, Numbers, Row
from macros.charts.lettering import LINE, SMALL, Point, along, around, box, height, inside, measure, place, wrap
from macros.charts.theme import FILL, LINES, MARK, Form, layer, raw
from macros.language import gettext

_APART, _FOOT, _NAME, _NUMBER, _BETWEEN = 10, 26, 160, 60, 16
_HEAD, _RING = -12, 20  # where names of marked facts end above a panel, and the height of a line of them
_PITCH = 4.5  # how many pixels a number needs for a mark of its own; of a run of closer ones only the line shows
_GLYPHS = dict(zip(theme.SHAPES, "●◆■▲", strict=True))
_BELOW = alt.expr("datum.ring ? 0 : 9")  # how far below the middle of its name a line starts
_TIPS, _DOWN = {"up": -15, "down": 15, "closed": 0}, ("py", "foot", "ty", "cy", "start")
_Datum = dict[str, Any]  # a number, a marked fact or the name of a series, with the values to draw


def draw(numbers: Numbers, form: Form, shape: str = "linear") -> alt.LayerChart:
    """Return a line for each series, in a panel for each count; as steps, numbers of other series are lines across."""
    plots = panels(numbers, form, is_stepped=shape != "linear")
    left, width = plots[0].left, plots[0].time.width
    flags = _flagged([mark for mark in numbers.marks if mark.row is None], plots[0])
    days = [flag["px"] for flag in flags if flag["flag"] == "day"]
    dash = alt.expr("datum.document === 0 ? [2, 2] : datum.document === 1 ? [7, 3] : [1, 3]")
    day = layer("rule", "datum.flag === 'day'", yOffset=_BELOW, strokeWidth=1.5, strokeDash=dash)
    data, layers, depth = list[_Datum](), list[Any](), float(-_BETWEEN)
    for plot in plots:
        drawn, head = _data(plot, days, min([_HEAD, *(flag["ty"] - _RING / 2 for flag in flags)]))
        top = depth + _BETWEEN - head
        data += [one | {key: one[key] + top for key in _DOWN if key in one} for one in (*drawn, *flags)]
        start, flags, depth = alt.YValue(top) if layers else raw("start", alt.Y), [], top + plot.height
        layers += [plot.axes(top), *_gaps(plot, top), day.encode(LINES[0], start, alt.Y2Value(depth))]
    chart = alt.layer(*layers, *_marks(shape, depth, width), data=alt.InlineData(tuple(data), name="rows"))
    made: alt.LayerChart = chart.encode(raw("px", alt.X), raw("py", alt.Y)).resolve_scale(y="independent")
    return made.properties(width=width, height=depth, padding={"left": left, "right": EDGE, "bottom": _FOOT})


def _marks(shape: str, depth: float, width: float) -> list[Any]:
    """Return layers of marked spans and rings, of the picked number, of lines across and to labels, and of series."""
    at, foot, thick = raw("ty", alt.Y), alt.Y2Value(depth), alt.expr("datum.stem && !datum.text ? 2 : 3")
    ring = {"shape": "circle", "size": 240, "strokeWidth": 1, "fill": theme.PAPER, "stroke": theme.INK}
    span = layer("rule", "datum.flag === 'span'", yOffset=_BELOW)
    across = layer("rule", "datum.across && isValid(datum.value)", strokeDash=[6, 3])
    dot = layer("point", "datum.size", strokeWidth=2, strokeDash=theme.DASH)
    words = layer("text", "datum.text", fontSize=SMALL, align=alt.expr("datum.align"))
    return [
        span.encode(at, raw("from", alt.X), alt.X2("to")),
        layer("point", "datum.ring", **ring).encode(at),
        layer("rule", "datum.id === picked.id", stroke=theme.INK).encode(alt.YValue(0), foot),
        across.encode(alt.XValue(0), alt.X2Value(width)),
        layer("rule", "datum.text && datum.align !== 'center' && datum.ty > datum.py + 20").encode(alt.Y2("ty")),
        layer("line", "datum.firm", interpolate=shape).encode(alt.Detail("run:N"), *LINES),
        layer("rule", "isValid(datum.low) || datum.stem", strokeWidth=thick).encode(alt.Y2("foot"), *LINES),
        dot.encode(raw("shape", alt.Shape), raw("size", alt.Size), *MARK),
        words.encode(raw("tx", alt.X), at, FILL, alt.Text("text:N")),
    ]


def _data(plot: Plot, days: Sequence[float], top: float) -> tuple[list[_Datum], float]:
    """Return all that is drawn in a panel, each label in its place, and the top of its names, at most ``top``."""
    series = [[*rows] for _, rows in groupby(plot.numbers.rows, key=lambda row: row.series_id)]
    drawn = [_drawn(rows, plot, plot.series.index(rows[0].series_id)) for rows in series]
    marked_rows = sorted((mark.row for mark in plot.numbers.marks if mark.row), key=lambda row: -(row.value or 0))
    marked = _drawn(marked_rows, plot, len(plot.series))
    names = [_name(members) for members in drawn if len(plot.series) > 1]
    ways = [way for members in (*drawn, marked) for way in _ways(members, plot.time.width)]
    covered = [point for way in (*ways, *([(x, _HEAD), (x, plot.height)] for x in days)) for point in along(way)]
    labels = [datum for datum in chain(marked, *drawn, names) if datum["text"]]
    ceiling = _HEAD - LINE * (top == _HEAD)  # without names of marked facts a label may stand in their place
    place(labels, covered, (0, ceiling - 2, plot.time.width + EDGE, plot.height))
    top = min([top, *(datum["ty"] - LINE / 2 + 2 for datum in labels)])
    for datum in labels:
        datum["text"] *= not datum["cost"] or datum.get("is_named", True)
    is_headed = len(plot.series) > len(drawn) or any(name["cost"] for name in names)
    for name, (first, *_) in reversed([*zip(names, drawn, strict=True)] if is_headed else []):
        glyph = _GLYPHS[theme.series(first["name"])["shape"]]
        name["text"] = wrap(f"{glyph} {first['title']}", plot.left + plot.time.width, SMALL)
        top -= height(name["text"]) + 6
        name |= {"tx": -plot.left, "ty": top + LINE / 2, "align": "left"}
    return [*chain(*drawn, marked, names)], top


def _drawn(rows: Sequence[Row], plot: Plot, index: int) -> list[_Datum]:
    """Return the numbers of a series, those of one period side by side; an ``index`` after all is for marked ones."""
    data, is_marked, runs = list[_Datum](), index == len(plot.series), Counter(row.run for row in rows if row.is_firm)
    counted = [row.value for row in rows if row.value is not None]
    is_joined = len(counted) <= max(1, 2 * sum(count for count in runs.values() if count > 1))
    is_plain = all(row.low is None and row.end == "closed" for row in rows) and not (is_marked or plot.is_stepped)
    for row in rows:
        twins = [other for other in rows if other.observation.period == row.observation.period]
        px = plot.time.across(row.observation.period)[1] + _APART * (twins.index(row) - (len(twins) - 1) / 2)
        py, stem = plot.down(row.value or 0), is_plain and not is_joined and row.value is not None
        foot = plot.down(row.low or 0) if stem or row.low is not None else py + _TIPS[row.end]
        is_named = is_marked or row.observation.id in plot.numbers.named
        text = _label(row, is_marked=is_marked) if is_named or not (row.is_firm or stem) else ""
        order = "brla" if row.is_firm and row.value == min(counted) else "arlb"
        order = ("rl" if row is twins[-1] else "lr") if is_marked else order
        spots = around(px, py, order, text, reach=-1 if stem else int(is_marked or not row.is_firm))
        fact = {"id": row.observation.id, "told": row.details, "value": row.value, "low": row.low}
        line = {"name": index, "title": row.name, "run": f"{index}-{row.run}", "firm": row.is_firm and not stem}
        where = {"px": px, "py": py, "foot": foot, "stem": stem, "across": plot.is_stepped and index > 0}
        look = theme.style(row, index) | {"text": text} | ({"spots": spots, "is_named": is_named} if text else {})
        is_close = row.is_firm and runs[row.run] * _PITCH > plot.time.width and not text
        is_bare = is_close or row.value is None or row.low is not None
        data.append({**fact, **line, **where, **look, **({"size": 0} if is_bare else {})})
    return data


def _label(row: Row, *, is_marked: bool) -> str:
    """Return the label of a number, with its speaker if it is marked; "" for a gap."""
    status = phrase.status(row.observation) if row.look != "pale" else ""  # the key explains pale marks
    lines = [phrase.number(row.observation, row.series.unit), row.speaker if is_marked else "", status]
    width = _NAME if is_marked else max(_NUMBER, *(measure(word, SMALL) for line in lines for word in line.split()))
    return "\n".join(wrap(line, width, SMALL) for line in lines if line and row.value is not None)


def _name(members: Sequence[_Datum]) -> _Datum:
    """Return the label with the name of a series; its first spots are near the last firm number."""
    text = wrap(members[0]["title"], _NAME, SMALL)
    firm_first = sorted((one for one in reversed(members) if one["value"] is not None), key=lambda one: not one["firm"])
    spots = [spot for one in firm_first for spot in around(one["px"], one["py"], "rab", text)]
    return {"id": "", "text": text, "color": members[0]["color"], "spots": spots}


def _ways(members: Sequence[_Datum], width: float) -> Iterator[list[Point]]:
    """Yield what is drawn of a series as lines of points: through its numbers, from their marks, and across."""
    counted = [one for one in members if one["value"] is not None]
    yield from ([(one["px"], one["py"]) for one in run] for _, run in groupby(counted, key=lambda one: one["run"]))
    yield from ([(one["px"], one["py"]), (one["px"], one["foot"])] for one in counted)
    yield from ([(0, one["py"]), (width, one["py"])] for one in counted if one["across"])


def _flagged(marks: Sequence[Annotation], plot: Plot) -> list[_Datum]:
    """Return the marked facts that are no numbers of the chart, each with its name or its number in a ring.

    The names of documents stand above others, and a fact of the same day as a document has no line of its own.
    """
    room, is_yearly, flags = (-plot.left, -1000, plot.time.width + EDGE, 0), plot.time.unit == "year", list[_Datum]()
    placed = [
        (mark, mark.label or str(n), at.is_span or (at.precision == "year" and not is_yearly), plot.time.across(at))
        for n, mark in enumerate(marks, 1)
        for at in filter(None, [mark.period])
    ]
    issued = {px: mark for mark, *_, (_, px, _) in placed if mark.document is not None}
    days = Counter(px for *_, is_span, (_, px, _) in placed if not is_span)
    for mark, text, is_span, (start, px, end) in sorted(placed, key=lambda one: one[0] in issued.values()):
        is_ring, off = not mark.label, 4 if days[px] > 1 else 1
        sides = [(0, "center"), (off, "left"), (-off, "right")][: 1 if is_ring else 3]
        spots = [(px + side, _HEAD - _RING * (level + 0.5), align) for level in range(9) for side, align in sides]
        boxes = {spot: box(text, inside(spot, text, _HEAD, room)) for spot in spots}
        others = [at for at in days if at != px or days[px] > 1]
        crossed = {spot: sum(left < at < right for at in others) for spot, (left, _, right, _) in boxes.items()}
        spots = [spot for spot in spots if crossed[spot] == min(crossed.values())]
        flag = "span" if is_span else "day" if issued.get(px, mark) is mark else "beside"
        color = theme.DOCUMENTS[mark.document] if mark.document in (0, 1) else theme.INK
        look = {"text": text, "ring": is_ring, "color": color, "document": mark.document}
        where = {"flag": flag, "px": px, "from": start, "to": end, "py": _HEAD, "spots": spots}
        flags.append({**where, **look, "id": mark.fact, "told": mark.details})
    place(flags, [], room)
    return [flag | {"start": min(one["ty"] for one in flags if one["px"] == flag["px"])} for flag in flags]


def _gaps(plot: Plot, top: float) -> list[Any]:
    """Return layers that shade each period in which a series has a gap and none has a number; wide ones are named."""
    rows, foot, across = plot.numbers.rows, top + plot.height, plot.time.across
    runs = groupby(rows, key=lambda row: (row.series_id, row.value is None))
    empty = [[across(row.observation.period) for row in run] for (_, is_gap), run in runs if is_gap]
    counted = [across(row.observation.period)[1] for row in rows if row.value is not None]
    spans = sorted({(run[0][0], run[-1][2]) for run in empty})
    free = [(left, right) for left, right in spans if not any(left < at < right for at in counted)]
    bands = [{"px": (left + right) / 2, "from": left, "to": right} for left, right in free]
    is_wide = f"datum.to - datum.from > {measure(gettext('gap'), SMALL)}"
    band = layer("rect", rows=bands, fill=theme.GRID, fillOpacity=0.6)
    word = layer("text", is_wide, bands, fontSize=SMALL, align="center", fill=theme.MUTED, text=gettext("gap"))
    band = band.encode(raw("from", alt.X), alt.X2("to"), alt.YValue(top), alt.Y2Value(foot))
    return [band, word.encode(alt.YValue(foot - 12))] if bands else []
