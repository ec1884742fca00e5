"""Numbers over time as lines that break at gaps, in a panel for each count, below marked facts.

Vega-Lite keeps no label off what is drawn. So the offsets of labels from their marks are found here, in pixels, by the
domains and the lengths of the scales.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain, groupby
from typing import Any

import altair as alt

from macros import phrase
from macros.charts import theme
from macros.charts.axes import EDGE, Panel, panels
from macros.charts.data import Annotation, Numbers, Row
from macros.charts.lettering import LINE, SMALL, Point, along, around, height, measure, place, wrap
from macros.charts.theme import PLACED, Form, layer
from macros.language import gettext

_FOOT, _BETWEEN = 26, 16  # pixels below the last panel, for the axis of time, and between a panel and the next names
_ABOVE, _LEVEL = -14, 20  # where names of marked facts end above a panel, and the height of a line of them
_APART, _NAME, _NUMBER = 10, 160, 60
_PITCH = 4.5  # how many pixels a number needs for a mark of its own; of a run of closer ones only the line shows
_TIPS = {"up": -15, "down": 15, "closed": 0}
_TOP, _DOWN = alt.YValue(0), (alt.YValue(0), alt.Y2Value("height"))  # the top of a panel, and from there to its foot
_TEXT, _BESIDE = alt.Text("text:N"), {"xOffset": alt.expr("datum.beside")}
_HUE = alt.expr(f"{[*theme.DOCUMENTS]}[datum.document] || '{theme.INK}'")
_WORK = ("px", "py", "cost", "is_named", "title")  # what only the placing of labels needs
_Datum = dict[str, Any]


def draw(numbers: Numbers, form: Form, shape: str = "linear") -> alt.VConcatChart:
    """Return a line for each series, in a panel for each count; as steps, numbers of other series are lines across."""
    parts = panels(numbers, form, is_stepped=shape != "linear")
    facts = _facts([mark for mark in numbers.marks if mark.row is None], parts[0])
    rows, tops = zip(*(_labelled(panel, facts) for panel in parts), strict=True)
    spacing, width = _BETWEEN - min(tops[1:], default=0), parts[0].time.width
    size = {"width": width, "height": sum(panel.height for panel in parts) + spacing * (len(parts) - 1)}
    charts = [_panel(panel, shape, is_last=panel is parts[-1]) for panel in parts]
    params = [alt.VariableParameter(name=name, value=value) for name, value in size.items()]
    padding = {"left": parts[0].left, "right": EDGE, "top": -tops[0], "bottom": _FOOT}
    table = [{key: row[key] for key in row if key not in _WORK} for row in (*rows[0], *facts, *chain(*rows[1:]))]
    data = alt.InlineData(tuple(table), name="rows")
    return alt.vconcat(*charts, data=data, bounds="flush", spacing=spacing, padding=padding, params=params)


def _panel(panel: Panel, shape: str, *, is_last: bool) -> alt.LayerChart:
    """Return a panel with the lines of marked days, which go through all, and the axis of time if it is the last."""
    chart = alt.LayerChart(
        layer=[*_gap_layers(), *_fact_layers(is_first=panel.index == 0), *_number_layers(panel, shape)]
    )
    chart.transform = [alt.FilterTransform(f"!isValid(datum.panel) || datum.panel === {panel.index}")]
    chart.encoding = {"x": panel.time.encoding(has_axis=is_last), "y": panel.encoding()}
    chart.resolve = alt.Resolve(scale=alt.ScaleResolveMap(shape="independent"))
    chart.width, chart.height = panel.time.width, panel.height
    return chart


def _gap_layers() -> Iterator[alt.Chart]:
    """Yield layers that shade gaps, and name those that are wide."""
    band = layer("rect", "datum.kind === 'gap'", fill=theme.GRID, fillOpacity=0.6)
    yield band.encode(alt.X("from:T"), alt.X2("to"), *_DOWN)
    word = layer("text", "datum.is_wide", text=gettext("gap"), fontSize=SMALL, align="center", fill=theme.MUTED, dy=-12)
    yield word.encode(alt.YValue("height"))


def _fact_layers(*, is_first: bool) -> Iterator[alt.Chart]:
    """Yield layers of the lines of marked days and of what is picked; above the first panel also names and spans."""
    rise, dash = alt.expr("datum.rise") if is_first else 0, alt.expr("[[2, 2], [7, 3]][datum.document] || [1, 3]")
    day = layer("rule", "datum.kind === 'day'", yOffset=rise, stroke=_HUE, strokeDash=dash, strokeWidth=1.5)
    yield day.encode(*_DOWN)
    yield layer("rule", "datum.told && datum.id === picked.id", stroke=theme.INK).encode(*_DOWN)
    if is_first:
        span = layer("rule", "datum.kind === 'span'", yOffset=alt.expr("datum.dy + 9"))
        yield span.encode(alt.X("from:T"), alt.X2("to"), _TOP)
        ring = layer("point", "datum.is_ring", shape="circle", size=240, strokeWidth=1, yOffset=PLACED["dy"])
        yield ring.encode(_TOP, alt.FillValue(theme.PAPER), alt.StrokeValue(theme.INK))
        yield layer("text", "isValid(datum.is_ring)", fill=_HUE, **PLACED).encode(_TEXT, _TOP)


def _number_layers(panel: Panel, shape: str) -> Iterator[alt.Chart]:
    """Yield layers of lines across and to labels; then of lines, ranges and stems, dots, open ends and labels."""
    names = [*panel.series, ""]  # the last for marked numbers, which are of no series
    fill, *line = theme.hues("name", names)
    across = layer("rule", "datum.is_across && isValid(datum.value)", strokeDash=[6, 3])
    yield across.encode(alt.XValue(0), alt.X2Value("width"))
    is_far = "datum.told && datum.text && datum.align !== 'center' && (datum.dy > 20 || abs(datum.dx) > 24)"
    ends = {"x2Offset": alt.expr("datum.beside + (abs(datum.dx) > 24 ? 0.9 * datum.dx : 0)"), "y2Offset": PLACED["dy"]}
    yield layer("rule", is_far, **ends, **_BESIDE).encode(alt.X2("at"), alt.Y2("value"))
    joined = layer("line", "datum.is_firm && !datum.is_stem", interpolate=shape, **_BESIDE)
    yield joined.encode(alt.Detail("run:N"), *line)
    thick = alt.expr("datum.is_stem && !datum.text ? 2 : 3")
    yield layer("rule", "isValid(datum.low)", strokeWidth=thick, **_BESIDE).encode(alt.Y2("low"), *line)
    dot = layer("point", "datum.is_dot", size=alt.expr("datum.is_firm ? 14 : 70"), **theme.DASH, **_BESIDE)
    yield dot.encode(alt.Shape("name:N", scale=alt.Scale(domain=names)), fill, *line, theme.LOOK)
    arrow = layer("point", "datum.end === 'up' || datum.end === 'down'", size=400, **theme.DASH, **_BESIDE)
    yield arrow.encode(theme.END, fill, *line, theme.LOOK)
    placed = PLACED | {"dx": alt.expr("datum.dx + datum.beside")}
    yield layer("text", "datum.text && isValid(datum.beside) && datum.kind !== 'heading'", **placed).encode(_TEXT, fill)
    yield layer("text", "datum.kind === 'heading'", **PLACED).encode(_TEXT, fill, alt.XValue(0), _TOP)


def _labelled(panel: Panel, facts: Sequence[_Datum]) -> tuple[list[_Datum], float]:
    """Return the numbers, gaps and names of a panel below marked facts, and the top of its highest label."""
    series = [[*rows] for _, rows in groupby(panel.numbers.rows, key=lambda row: row.series_id)]
    drawn = [_numbers(rows, panel, rows[0].series_id) for rows in series]
    marked = sorted((mark.row for mark in panel.numbers.marks if mark.row), key=lambda row: -(row.value or 0))
    members, names = [*_numbers(marked, panel, ""), *chain(*drawn)], [_name(rows) for rows in drawn if panel.series[1:]]
    days = ([(fact["px"], 0), (fact["px"], panel.height)] for fact in facts if fact["kind"] == "day")
    taken = [one for way in (*_ways(members, panel), *days) for one in along(way)]
    above = facts if panel.index == 0 else []
    top = min([-LINE / 2, *(fact["dy"] - LINE / 2 for fact in above)])
    room = (0, _ABOVE - (0 if above else LINE), panel.time.width + EDGE, panel.height)
    for labels in ([row for row in members if row["text"]], names):
        place(labels, taken, room)
        top = min([top, *(label["py"] + label["dy"] - LINE / 2 for label in labels)])
    for row in members:
        row["text"] = row["text"] if row["is_named"] or not row.get("cost") else ""
    if len(panel.series) > len(drawn) or any(name["cost"] for name in names):
        for name in reversed(names):
            glyph = theme.GLYPHS[theme.SHAPES[panel.series.index(name["name"]) % len(theme.SHAPES)]]
            text = wrap(f"{glyph} {name['title']}", panel.left + panel.time.width, SMALL)
            top -= height(text) + 6
            name |= {"kind": "heading", "text": text, "dx": -panel.left, "dy": top + LINE / 2, "align": "left"}
    return [row | {"panel": panel.index} for row in (*_gaps(panel), *members, *names)], top


def _numbers(rows: Sequence[Row], panel: Panel, name: str) -> list[_Datum]:
    """Return the numbers of a series, those of one period side by side; those that are marked have no ``name``."""
    runs, data = Counter(row.run for row in rows if row.is_firm), list[_Datum]()
    count, joined = sum(row.value is not None for row in rows), sum(size for size in runs.values() if size > 1)
    is_plain = name and not panel.is_stepped and all(row.low is None and row.end == "closed" for row in rows)
    for row in rows:
        is_stem = bool(is_plain) and count > max(1, 2 * joined) and row.value is not None
        is_named = not name or row.observation.id in panel.numbers.named
        text = _label(row, is_marked=not name) if is_named or not (row.is_firm or is_stem) else ""
        twins = [other for other in rows if other.observation.period == row.observation.period]
        order = "arlb" if name else "rl" if row is twins[-1] else "lr"
        at, beside = panel.time.across(row.observation.period)[1], _APART * (twins.index(row) - (len(twins) - 1) / 2)
        one: _Datum = {"id": row.observation.id, "told": row.details, "name": name, "title": row.name, "text": text}
        one |= {"at": at, "value": row.value, "low": 0 if is_stem else row.low, "end": row.end, "look": row.look}
        one |= {"run": f"{name} {row.run}", "is_firm": row.is_firm, "is_stem": is_stem, "is_named": is_named}
        one |= {"px": panel.time.x(at) + beside, "py": panel.y(row.value or 0), "beside": beside}
        one |= {"spots": around(text, order)} if text else {}
        is_close = row.is_firm and runs[row.run] * _PITCH > panel.time.width and not text
        is_dot = row.value is not None and row.low is None and row.end == "closed" and not is_close
        data.append(one | {"is_dot": is_dot, "is_across": panel.is_stepped and name != panel.series[0]})
    return data


def _label(row: Row, *, is_marked: bool) -> str:
    """Return the label of a number, with its speaker if it is marked; "" for a gap."""
    status = phrase.status(row.observation) if row.look != "pale" else ""  # the key explains pale marks
    lines = [phrase.number(row.observation, row.series.unit), row.speaker if is_marked else "", status]
    width = _NAME if is_marked else max(_NUMBER, *(measure(word, SMALL) for line in lines for word in line.split()))
    return "\n".join(wrap(line, width, SMALL) for line in lines if line and row.value is not None)


def _name(members: Sequence[_Datum]) -> _Datum:
    """Return the name of a series, best placed near its last firm number."""
    counted = [one for one in reversed(members) if one["value"] is not None]
    last, *_ = near = sorted(counted, key=lambda one: not one["is_firm"])[:12]
    text, off = wrap(last["title"], _NAME, SMALL), [(one["px"] - last["px"], one["py"] - last["py"]) for one in near]
    spots = [(x + dx, y + dy, align) for x, y in off for dx, dy, align in around(text, "rab")[:25]]
    kept = {key: last[key] for key in ("name", "title", "at", "value", "beside", "px", "py")}
    return {**kept, "text": text, "spots": spots}


def _ways(members: Sequence[_Datum], panel: Panel) -> Iterator[list[Point]]:
    """Yield what is drawn of numbers as lines of points: through them, from their marks, and across."""
    counted = [one for one in members if one["value"] is not None]
    yield from ([(one["px"], one["py"]) for one in run] for _, run in groupby(counted, key=lambda one: one["run"]))
    for one in counted:
        foot = one["py"] + _TIPS[one["end"]] if one["low"] is None else panel.y(one["low"])
        yield [(one["px"], one["py"]), (one["px"], foot)]
        yield [(0, one["py"]), (panel.time.width, one["py"])] if one["is_across"] else []


def _gaps(panel: Panel) -> Iterator[_Datum]:
    """Yield each period in which a series has a gap and none has a number, with the word if it is wide."""
    across, spans = panel.time.across, dict[tuple[float, float], str]()
    counted = [across(row.observation.period)[1] for row in panel.numbers.rows if row.value is not None]
    for (_, is_gap), run in groupby(panel.numbers.rows, key=lambda row: (row.series_id, row.value is None)):
        first, *_, last = [row.observation for row in run] * 2
        spans |= {(across(first.period)[0], across(last.period)[2]): first.id} if is_gap else {}
    for (start, end), name in spans.items():
        if not any(start < at < end for at in counted):
            is_wide = panel.time.x(end) - panel.time.x(start) > measure(gettext("gap"), SMALL)
            yield {"kind": "gap", "id": name, "from": start, "at": (start + end) / 2, "to": end, "is_wide": is_wide}


def _facts(marks: Sequence[Annotation], panel: Panel) -> list[_Datum]:
    """Return marked facts above the panels, by name or by a number in a ring; those of one day share a line."""
    facts = list[_Datum]()
    for mark, period, text in [(mark, mark.period, mark.label or str(n)) for n, mark in enumerate(marks, 1)]:
        if period:
            start, at, end = panel.time.across(period)
            is_span = period.is_span or (period.precision == "year" and panel.time.unit != "year")
            fact: _Datum = {"kind": "span" if is_span else "day", "id": mark.fact, "told": mark.details, "text": text}
            fact |= {"from": start, "at": at, "to": end, "is_ring": not mark.label, "document": mark.document}
            sides = [(0, "center")] * (is_span or not mark.label) + [(4, "left"), (-4, "right")] * bool(mark.label)
            spots = [(x, _ABOVE - _LEVEL * (level + 0.5), align) for level in range(9) for x, align in sides]
            facts.append(fact | {"px": panel.time.x(at), "py": 0, "spots": spots})
    issued = {fact["px"]: fact["id"] for fact in facts if fact["document"] is not None}
    days = [along([(fact["px"], 0), (fact["px"], -9 * _LEVEL)]) for fact in facts if fact["kind"] == "day"]
    place(facts, [*chain(*days)], (-panel.left, -1000, panel.time.width + EDGE, 0))
    for fact in facts:
        fact["rise"] = min(one["dy"] for one in facts if one["px"] == fact["px"])
        is_led = fact["kind"] == "day" and issued.get(fact["px"], fact["id"]) != fact["id"]
        fact["kind"] = "beside" if is_led else fact["kind"]  # the document has the line
    return facts
