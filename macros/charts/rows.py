"""One row for each of several values: its label, a bar or a dot from zero, and its words at the end."""

import math
from collections.abc import Sequence
from itertools import accumulate
from typing import Any

import altair as alt

from macros import phrase
from macros.charts import theme
from macros.charts.data import Numbers, Row, Tier
from macros.charts.lettering import LINE, SMALL, TEXT, height, measure, place, wrap
from macros.charts.theme import FILL, LINES, MARK, Form, layer, raw
from macros.language import gettext
from macros.queries import grouped

_BAR, _ARROW, _BEYOND = 14, 20, 1.12
_PART = 90  # the least width of the words of a part, in pixels
_WORDS = 0.55  # the share of the width that the words at the end of a mark may take
_END = layer("point", "datum.arrow", size=400, strokeWidth=2, angle=90)  # the arrow of a bound
Entry = dict[str, Any]
"""What a row shows: its texts; ``value``, ``low``, ``look`` and ``end`` as in Row; perhaps ``tick`` for a stroke."""


def bars(numbers: Numbers, form: Form, *, by_name: bool = False, is_dotted: bool = False) -> alt.LayerChart:
    """Return a bar for each number, or a dot in the style of its name, under its unit or the name of what it counts."""
    return chart(_grouped(numbers.rows, by_name=by_name), form, is_dotted=is_dotted)


def stack(numbers: Numbers, form: Form) -> alt.LayerChart:
    """Return a stacked bar of all numbers except the last, labelled above, and a labelled line at the last."""
    entries = _grouped(numbers.rows)
    *parts, last = (entry["value"] for entry in entries)
    ends = [*accumulate(parts), last]
    share = (form.width - _ARROW) / (max(ends) or 1)
    for index, (entry, end) in enumerate(zip(entries, ends, strict=True)):
        left, right = (end - entry["value"]) * share, end * share
        is_line = index == len(parts)
        text = wrap(f"{entry['label']}: {entry['words']}", max(right - left, _PART), SMALL)
        off = _ARROW + height(text) / 2
        above = [(left, -off - LINE * level, "left") for level in range(40)]
        spots = [(right - 6, off, "right"), (right + 6, off, "left")] if is_line else above
        where = {"left": left, "right": right, "px": right if is_line else (left + right) / 2, "py": 0}
        look = theme.series(index) | {"across": is_line, "arrow": theme.ARROWS.get(entry["end"], "")}
        entry.update({"text": text, "spots": spots} | where | look)
    place(entries, [], (0, -1000, form.width, 1000))
    depth, top = off + height(text) / 2, LINE / 2 - min(entry["ty"] for entry in entries)
    chart = alt.layer(*_parts(depth), data=alt.InlineData(tuple(entries), name="rows"))
    chart = chart.encode(raw("px", alt.X), raw("py", alt.Y))
    return chart.properties(width=form.width, height=depth, padding={"left": 0, "right": 0, "top": top, "bottom": 0})


def _parts(depth: float) -> list[Any]:
    """Return layers of the parts of a bar, of a line ``depth`` pixels down, of arrows and of words."""
    high, at = dict[str, Any](yOffset=-_BAR, y2Offset=_BAR), raw("left", alt.X)
    bar = layer("rect", "!datum.across", strokeDash=theme.DASH, strokeWidth=1.5, **high)
    line = layer("rule", "datum.across", stroke=theme.INK, strokeWidth=3)
    edge = layer("rule", "datum.left && !datum.across", stroke=theme.PAPER, strokeWidth=2)
    words = layer("text", fontSize=SMALL, align=alt.expr("datum.align"))
    return [
        bar.encode(at, alt.X2("right"), alt.Y2("py"), *MARK),
        edge.encode(at, alt.YValue(-_BAR), alt.Y2Value(_BAR)),
        line.encode(alt.YValue(-_ARROW), alt.Y2Value(depth)),
        _END.encode(raw("right", alt.X), raw("arrow", alt.Shape), FILL, *LINES),
        words.encode(raw("tx", alt.X), raw("ty", alt.Y), alt.Text("text:N")),
    ]


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
        text = {"heading": heading, "label": provision.label, "words": words, "color": theme.LAW}
        term = provision.max_prison
        value, end = (_BEYOND * longest, "up") if term.is_life else (phrase.years(term), "closed")
        mark = {"value": value, "low": None, "tick": least or None, "end": end}
        entries.append({**text, **mark, "look": "dashed" if term.is_added else "solid"})
    return chart(entries, form)


def _grouped(rows: Sequence[Row], *, by_name: bool = False) -> list[Entry]:
    """Return an entry for each number, by unit or name; its label is what differs there: name, period or speaker."""
    entries = []
    groups = grouped((row.name if by_name else phrase.capital(phrase.unit_name(row.series.unit)), row) for row in rows)
    largest = grouped((row.series.unit, abs(end)) for row in rows for end in (row.value, row.low) if end)
    has_units = len({row.series.unit for row in rows}) > 1
    for heading, members in groups.items():
        parts = [[row.name for row in members], [row.when for row in members], [row.speaker for row in members]]
        differing = [part for part in parts if len(set(part)) > 1] or parts[1:2]
        for row, label in zip(members, zip(*differing, strict=True), strict=True):
            text = {"heading": heading if len(groups) > 1 else "", "label": phrase.capital(", ".join(label))}
            text["words"] = phrase.full(row.observation, row.series, has_unit=by_name and has_units)
            text["ink"] = theme.MUTED if row.observation.is_gap else theme.INK
            size = max(largest.get(row.series.unit, (1,))) if has_units else 1  # each unit has a scale of its own
            mark = {"value": row.value and row.value / size, "low": row.low and row.low / size}
            fact = {"look": row.look, "end": row.end, "name": row.observation.id, "told": row.details}
            entries.append({**text, **mark, **fact})
    return entries


def chart(rows: Sequence[Entry], form: Form, *, is_dotted: bool = False) -> alt.LayerChart:
    """Return a chart with a row for each entry, and one line at zero."""
    left = math.ceil(min(form.beside, max(measure(row["label"], TEXT) for row in rows))) + 14 if form.beside else 1
    ends = [0, *(end for row in rows for end in (row["value"], row["low"]) if end is not None)]
    low, high = min(ends), max(ends) if any(ends) else 1
    headings = list(dict.fromkeys(row["heading"] for row in rows))
    for row in rows:
        at, edge, near = row["value"] or 0, max(row["value"] or 0, 0), row["low"]
        base = at if near is None else max(near, 0) + min(at, 0)  # a range is solid only from zero to its nearer end
        dx = 7 + (_ARROW if row["end"] == "up" and at == edge else 6 * is_dotted)
        mark = {"at": at, "base": base, "edge": edge, "dx": dx, "arrow": theme.ARROWS.get(row["end"], "")}
        row.update({"ink": theme.INK} | theme.series(headings.index(row["heading"]) * is_dotted) | row | mark)
    depth = _place(rows, form, left)
    start = _ARROW if any(row["end"] == "down" and row["at"] <= 0 for row in rows) else 0
    shares = (((row["edge"] - low) / (high - low), row["dx"] + measure(row["words"], TEXT)) for row in rows)
    room = form.width - left - 12
    right = int(min([room, *((room - width) / share for share, width in shares if share)]))
    scale = alt.Scale(domain=[low, high], range=[start, right], nice=False, zero=False)
    padding = {"left": left, "right": form.width - left - right, "top": 2, "bottom": 0}
    chart = alt.layer(*_layers(left, is_dotted=is_dotted), data=alt.InlineData(tuple(rows), name="rows"))
    chart = chart.encode(alt.X("at:Q", scale=scale, axis=None), raw("py", alt.Y))
    return chart.properties(width=right, height=depth, padding=padding)


def _place(rows: Sequence[Entry], form: Form, left: float) -> float:
    """Set the places of texts, bars and the line at zero, row below row; return the height of all in pixels."""
    y, before = 0.0, ""
    for row in rows:
        heading = row["heading"] if row["heading"] != before else ""
        before = row["heading"]
        row["heading"] = wrap(heading, form.width, TEXT, bold=True)
        row["text"] = wrap(row["label"], left - 14 if form.beside else form.width, TEXT)
        row["words"] = wrap(row["words"], _WORDS * form.width, TEXT)
        row["heading_at"] = y + LINE / 2 + (12 if y and heading else 0)
        row["text_at"] = row["heading_at"] + (height(row["heading"]) + 4 if heading else 0)
        row["py"] = row["text_at"] + (0 if form.beside else height(row["text"]) + 2)
        y = max(row["text_at"] + height(row["text"]), row["py"] + max(LINE, height(row["words"]))) + 4
        row["top"] = row["text_at"] - LINE / 2 - 2 if form.beside else row["py"] - _BAR
        row["foot"] = y if form.beside else row["py"] + _BAR
    return y


def _layers(left: float, *, is_dotted: bool) -> list[Any]:
    """Return layers of zero, of bars or dots, of ranges, which are pale or thick, of strokes, arrows and words."""
    half = 2 if is_dotted else _BAR / 2
    high = dict[str, Any](yOffset=-half, y2Offset=half)
    start, foot = alt.XValue(-left), alt.Y2("py")
    pale = layer("rect", "isValid(datum.low)", fillOpacity=theme.OPACITY["solid" if is_dotted else "pale"], **high)
    full = layer("rect", "datum.base", strokeDash=theme.DASH, strokeWidth=1.5, **high)
    dot = layer("point", "isValid(datum.value) && !isValid(datum.low)", size=130, strokeWidth=2, strokeDash=theme.DASH)
    dotted = layer("rule", strokeDash=[1, 3]).encode(alt.X2Datum(0))
    bars = [full.encode(alt.X("base:Q"), alt.X2Datum(0), foot, *MARK)]
    heading, words = layer("text", "datum.heading", fontWeight=600), layer("text", dx=alt.expr("datum.dx"))
    tick = layer("rule", "datum.tick", stroke=theme.INK, strokeWidth=3, yOffset=-_BAR, y2Offset=_BAR)
    return [
        layer("rule").encode(alt.XDatum(0), raw("top", alt.Y), alt.Y2("foot")),
        *([dotted, dot.encode(raw("shape", alt.Shape), *MARK)] if is_dotted else bars),
        pale.encode(alt.X2("low:Q"), foot, FILL, *LINES),
        tick.encode(alt.X("tick:Q"), foot),
        _END.encode(raw("arrow", alt.Shape), FILL, *LINES),
        heading.encode(alt.Text("heading:N"), raw("heading_at", alt.Y), start),
        layer("text").encode(alt.Text("text:N"), raw("text_at", alt.Y), start),
        words.encode(alt.Text("words:N"), alt.X("edge:Q"), raw("ink")),
    ]
