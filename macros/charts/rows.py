"""One row for each of several values: its label, a bar or a dot from zero, and its words at the end."""

import math
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import Any

import altair as alt

from macros import phrase
from macros.charts import theme
from macros.charts.data import Numbers, Row, Tier
from macros.charts.lettering import LINE, SMALL, TEXT, height, measure, place, wrap
from macros.charts.theme import Form, layer
from macros.language import gettext
from macros.queries import grouped

_BAR, _ARROW, _BEYOND = 14, 20, 1.12
_PART = 90  # the least width of the words of a part, in pixels
_WORDS = 0.55  # the share of the width that the words at the end of a mark may take
_HIGH: dict[str, Any] = {"yOffset": -_BAR, "y2Offset": _BAR}
_OPEN = layer("point", "datum.end !== 'closed'", size=400, angle=90)  # the arrow of a bound
Entry = dict[str, Any]
"""What a row shows: its texts; ``value``, ``low``, ``look`` and ``end`` as in Row; perhaps ``tick`` for a stroke."""


def bars(numbers: Numbers, form: Form, *, by_name: bool = False, is_dotted: bool = False) -> alt.LayerChart:
    """Return a bar for each number, or a dot in the style of its name, under its unit or the name of what it counts."""
    return _chart(_grouped(numbers.rows, by_name=by_name), form, "" if is_dotted else theme.SERIES[0])


def stack(numbers: Numbers, form: Form) -> alt.LayerChart:
    """Return a stacked bar of all numbers except the last, labelled above, and a labelled line at the last."""
    entries = _grouped(numbers.rows)
    *parts, last = (entry["value"] for entry in entries)
    ends = [*accumulate(parts), last]
    pixels = (form.width - _ARROW) / (max(ends) or 1)
    for index, (entry, end) in enumerate(zip(entries, ends, strict=True)):
        is_line = index == len(parts)
        start = end if is_line else end - entry["value"]
        text = wrap(f"{entry['label']}: {entry['words']}", max(entry["value"] * pixels, _PART), SMALL)
        off = _ARROW + height(text) / 2
        spots = [(0, -off - LINE * level, "left") for level in range(40)]
        spots = [(-6, off, "right"), (6, off, "left")] if is_line else spots
        entry |= {"text": text, "spots": spots, "from": start, "to": end, "px": start * pixels, "py": 0}
    place(entries, [], (0, -1000, form.width, 1000))
    depth, top = off + height(text) / 2, max(LINE / 2 - entry["dy"] for entry in entries)
    scale = alt.Scale(domain=[0, max(ends) or 1], range=[0, form.width - _ARROW], nice=False)
    chart = alt.layer(*_parts([entry["id"] for entry in entries]), data=alt.InlineData(tuple(entries), name="rows"))
    chart = chart.encode(alt.X("from:Q", scale=scale, axis=None), alt.YValue(0))
    return chart.properties(width=form.width, height=depth, padding={"left": 0, "right": 0, "top": top, "bottom": 0})


def _parts(names: Sequence[str]) -> Iterator[alt.Chart]:
    """Yield layers of the parts of a bar, of the line at the last number, of arrows and of words."""
    fill, *line = theme.hues("id", names)
    part = layer("rect", "datum.from !== datum.to", strokeWidth=1.5, **theme.DASH, **_HIGH)
    yield part.encode(alt.X2("to"), fill, *line, theme.LOOK, alt.Y2Value(0))
    last = layer("rule", "datum.from === datum.to", stroke=theme.INK, strokeWidth=3, yOffset=-_ARROW)
    yield last.encode(alt.Y2Value("height"))
    yield _OPEN.encode(alt.X("to:Q"), theme.END, fill, *line)
    yield layer("text", **theme.PLACED).encode(alt.Text("text:N"))


def ladder(tiers: Sequence[Tier], form: Form) -> alt.LayerChart:
    """Return one bar for each tier, under its statute."""
    entries: list[Entry] = []
    longest = max(phrase.years(tier.provision.max_prison) or 1 for tier in tiers)
    for tier in tiers:
        provision, words = tier.provision, phrase.longest(tier.provision)
        least = phrase.years(provision.min_prison)
        if least and not provision.fixed:
            words = gettext("%(longest)s; at least %(least)s", longest=words, least=phrase.least(provision))
        heading = f"{tier.statute.citation}  {tier.statute.heading}"
        text = {"heading": heading, "label": provision.label, "words": words}
        term = provision.max_prison
        value, end = (_BEYOND * longest, "up") if term.is_life else (phrase.years(term), "closed")
        mark = {"value": value, "low": None, "tick": least or None, "end": end}
        entries.append({**text, **mark, "look": "dashed" if term.is_added else "solid"})
    return _chart(entries, form, theme.LAW)


def _grouped(rows: Sequence[Row], *, by_name: bool = False) -> list[Entry]:
    """Return an entry for each number, by unit or name; its label is what differs there: name, period or speaker."""
    entries = []
    groups = grouped((row.name if by_name else phrase.capital(phrase.unit_name(row.series.unit)), row) for row in rows)
    largest = grouped((row.series.unit, abs(end)) for row in rows for end in (row.value, row.low) if end)
    has_units = len({row.series.unit for row in rows}) > 1
    for heading, members in groups.items():
        parts = [[row.name for row in members], [row.when for row in members], [row.speaker for row in members]]
        differing = [part for part in parts if len({*part} - {""}) > 1] or parts[1:2]  # nobody may have told of a gap
        for row, label in zip(members, zip(*differing, strict=True), strict=True):
            words = phrase.capital(", ".join(filter(None, label)))
            text = {"heading": heading if len(groups) > 1 else "", "label": words}
            text["words"] = phrase.full(row.observation, row.series, has_unit=by_name and has_units)
            size = max(largest.get(row.series.unit, (1,))) if has_units else 1  # each unit has a scale of its own
            mark = {"value": row.value and row.value / size, "low": row.low and row.low / size}
            fact: Entry = {"id": row.observation.id, "name": row.observation.id, "told": row.details}
            fact["is_gap"] = row.observation.is_gap
            entries.append({**text, **mark, **fact, "look": row.look, "end": row.end})
    return entries


def _chart(rows: Sequence[Entry], form: Form, color: str) -> alt.LayerChart:
    """Return a chart with a row for each entry: bars of one color or, without it, dots in the style of a heading."""
    left = math.ceil(min(form.beside, max(measure(row["label"], TEXT) for row in rows))) + 14 if form.beside else 1
    ends = [0, *(end for row in rows for end in (row["value"], row["low"]) if end is not None)]
    low, high = min(ends), max(ends) if any(ends) else 1
    for row in rows:
        at, edge, near = row["value"] or 0, max(row["value"] or 0, 0), row["low"]
        base = at if near is None else max(near, 0) + min(at, 0)  # a range is solid only from zero to its nearer end
        dx = 7 + (_ARROW if row["end"] == "up" and at == edge else 0 if color else 6)
        row |= {"group": row["heading"], "at": at, "base": base, "edge": edge, "dx": dx}
    lines = _place(rows, form, left)
    start = _ARROW if any(row["end"] == "down" and row["at"] <= 0 for row in rows) else 0
    shares = (((row["edge"] - low) / (high - low), row["dx"] + measure(row["words"], TEXT)) for row in rows)
    room = form.width - left - 12
    right = int(min([room, *((room - width) / share for share, width in shares if share)]))
    across = alt.Scale(domain=[low, high], range=[start, right], nice=False, zero=False)
    down = alt.Scale(domain=[0, lines], reverse=True, nice=False)
    layers = _layers(left, [*dict.fromkeys(row["group"] for row in rows)], color)
    shapes = alt.Resolve(scale=alt.ScaleResolveMap(shape="independent"))  # those of dots and those of arrows
    chart = alt.layer(*layers, data=alt.InlineData(tuple(rows), name="rows"), resolve=shapes)
    chart = chart.encode(alt.X("at:Q", scale=across, axis=None), alt.Y("line:Q", scale=down, axis=None))
    padding = {"left": left, "right": form.width - left - right, "top": 2, "bottom": 0}
    return chart.properties(width=right, height=lines * LINE, padding=padding)


def _place(rows: Sequence[Entry], form: Form, left: float) -> float:
    """Break the texts of rows, and set their places row below row, in lines of text; return the number of lines."""
    y, before = 0.0, ""
    for row in rows:
        row["heading"] = wrap(row["group"] if row["group"] != before else "", form.width, TEXT, bold=True)
        row["label"] = wrap(row["label"], left - 14 if form.beside else form.width, TEXT)
        row["words"] = wrap(row["words"], _WORDS * form.width, TEXT)
        heading, label, words = (height(row[text]) / LINE for text in ("heading", "label", "words"))
        row["heading_line"] = y + 0.5 + (0.75 if y and heading else 0)
        row["label_line"] = row["heading_line"] + (heading + 0.25 if heading else 0)
        row["line"] = row["label_line"] + (0 if form.beside else label + 0.125)
        row["top"] = row["label_line"] - 0.625 if form.beside else row["line"] - _BAR / LINE
        y, before = max(row["label_line"] + label, row["line"] + max(1, words)) + 0.25, row["group"]
        row["foot"] = y if form.beside else row["line"] + _BAR / LINE
    return y


def _layers(left: float, groups: Sequence[str], color: str) -> Iterator[alt.Chart]:
    """Yield layers of zero, of bars or dots, of ranges, which are pale or thick, of strokes, arrows and words."""
    fill, *line = theme.hues("group", groups, *filter(None, [color]))
    start, foot, half = alt.XValue(-left), alt.Y2("line"), _BAR / 2 if color else 2
    thick: dict[str, Any] = {"yOffset": -half, "y2Offset": half}
    yield layer("rule").encode(alt.XDatum(0), alt.Y("top:Q"), alt.Y2("foot"))
    if color:
        bar = layer("rect", "datum.base", strokeWidth=1.5, **theme.DASH, **thick)
        yield bar.encode(alt.X("base:Q"), alt.X2Datum(0), foot, fill, *line, theme.LOOK)
    else:
        yield layer("rule", strokeDash=[1, 3]).encode(alt.X2Datum(0))
        dot = layer("point", "isValid(datum.value) && !isValid(datum.low)", size=130, **theme.DASH)
        yield dot.encode(alt.Shape("group:N", scale=alt.Scale(domain=groups)), fill, *line, theme.LOOK)
    ranges = layer("rect", "isValid(datum.low)", fillOpacity=theme.OPACITY["pale" if color else "solid"], **thick)
    yield ranges.encode(alt.X2("low"), foot, fill, *line)
    yield layer("rule", "datum.tick", stroke=theme.INK, strokeWidth=3, **_HIGH).encode(alt.X("tick:Q"), foot)
    yield _OPEN.encode(theme.END, fill, *line)
    for name, weight in (("heading", 600), ("label", 400)):
        text = layer("text", f"datum.{name}", fontWeight=weight)
        yield text.encode(alt.Text(name, type="nominal"), alt.Y(f"{name}_line:Q"), start)
    ink = alt.expr(f"datum.is_gap ? '{theme.MUTED}' : '{theme.INK}'")
    yield layer("text", dx=alt.expr("datum.dx"), fill=ink).encode(alt.Text("words:N"), alt.X("edge:Q"))
