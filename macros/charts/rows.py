"""One row for each of several values: its label, a bar or a dot from zero, and its words at the end."""

import math
from collections.abc import Callable, Sequence
from itertools import accumulate
from typing import Any

import altair as alt

from macros import phrase
from macros.charts import theme
from macros.charts.data import Numbers, Row, Tier
from macros.charts.lettering import TEXT, height, measure, wrap
from macros.charts.theme import Form, layer, raw
from macros.language import gettext

_BAR, _ARROW, _BEYOND = 14, 20, 1.12
_ARROWS = {"up": "M0,0H1M1,-.35V.35L1.6,0Z", "down": "M0,0H-1M-1,-.35V.35L-1.6,0Z"}
_WORDS = 0.55
"""The share of the width that the words at the end of a mark may take."""
Entry = dict[str, Any]
"""What a row shows: ``heading``, ``label``, ``words``, as in Row ``value``, ``low``, ``look`` and ``end`` (or "off");
perhaps ``from``, where its bar starts, ``across`` for a line at its value, or ``tick`` for a stroke.
"""


def bars(numbers: Numbers, form: Form) -> alt.LayerChart:
    """Return one bar for each number, under its unit where there are several."""
    return chart(_grouped(numbers.rows, lambda row: phrase.capital(phrase.unit_name(row.series.unit))), form)


def panels(numbers: Numbers, form: Form) -> alt.LayerChart:
    """Return one bar for each number, under the name of what it counts, with its unit where units differ."""
    has_unit = len({row.series.unit for row in numbers.rows}) > 1
    return chart(_grouped(numbers.rows, lambda row: row.name, has_unit=has_unit), form)


def dots(numbers: Numbers, form: Form) -> alt.LayerChart:
    """Return one dot for each number, under the name of what it counts, which has a shape and a colour of its own."""
    return chart(_grouped(numbers.rows, lambda row: row.name), form, is_dotted=True)


def stack(numbers: Numbers, form: Form) -> alt.LayerChart:
    """Return bars that each start where the one before ends, their words in front, and a line at the last number."""
    *entries, last = _grouped(numbers.rows, lambda row: row.series.unit)
    for entry, value in zip(entries, accumulate(entry["value"] for entry in entries), strict=True):
        label = f"{entry['label']}: {entry['words']}"
        entry |= {"from": value - entry["value"], "value": value, "label": label, "words": ""}
    return chart([*entries, last | {"from": last["value"], "across": True}], form)


def ladder(tiers: Sequence[Tier], form: Form) -> alt.LayerChart:
    """Return one bar for each tier, under its statute."""
    entries: list[Entry] = []
    for tier in tiers:
        one, least = tier.provision, phrase.years(tier.provision.min_prison)
        words = phrase.longest(one)
        if least and not one.fixed:
            words = gettext("%(longest)s; at least %(least)s", longest=words, least=phrase.least(one))
        text = {"label": one.label, "words": words, "value": phrase.years(one.max_prison)}
        heading = f"{tier.statute.citation}  {tier.statute.heading}"
        head = {"heading": heading, "tick": least or None, "low": None, "color": theme.LAW}
        look = "dashed" if one.max_prison.startswith("+") else "solid"
        end = "off" if one.max_prison.startswith("life") else "closed"
        entries.append({**text, **head, "look": look, "end": end})
    return chart(entries, form)


def _grouped(rows: Sequence[Row], group: Callable[[Row], str], *, has_unit: bool = False) -> list[Entry]:
    """Return an entry for each number, by group; its label has what differs in the group: name, period or speaker."""
    groups: dict[str, list[Row]] = {}
    for row in rows:
        groups.setdefault(group(row), []).append(row)
    found = []
    for heading, members in groups.items():
        parts = [[row.name for row in members], [row.when for row in members], [row.speaker for row in members]]
        telling = [part for part in parts if len(set(part)) > 1] or parts[1:2]
        for row, label in zip(members, zip(*telling, strict=True), strict=True):
            words = phrase.full(row.observation, row.series.unit, has_unit=has_unit)
            text = {"label": phrase.capital(", ".join(label)), "words": words, "heading": heading * (len(groups) > 1)}
            look = {"value": row.value, "low": row.low, "look": row.look, "end": row.end}
            look["gap"] = row.observation.status == phrase.GAP
            found.append({**text, **look, "name": row.observation.id, "told": row.told})
    return found


def chart(rows: Sequence[Entry], form: Form, *, is_dotted: bool = False) -> alt.LayerChart:
    """Return a chart with a row for each entry, and one line at zero."""
    left = math.ceil(min(form.beside, max(measure(row["label"], TEXT) for row in rows))) + 14 if form.beside else 1
    ends = [0, *(end for row in rows for end in (row["value"], row["low"]) if end is not None)]
    low, high = min(ends), max(ends) if any(ends) else 1
    high *= _BEYOND if any(row["end"] == "off" for row in rows) else 1
    headings = list(dict.fromkeys(row["heading"] for row in rows))
    for row in rows:
        series = theme.series(headings.index(row["heading"]) * is_dotted)
        row.update({"from": 0} | series | row | _mark(row, high, 6 if is_dotted else 0))
    depth = _stack(rows, form, left)
    start = _ARROW if any(row["end"] == "down" and row["at"] <= 0 for row in rows) else 0
    right = _right(rows, form.width - left - 12, low, high)
    scale = alt.Scale(domain=[low, high], range=[start, right], nice=False, zero=False)
    half = _BAR / 2 + (6 if form.beside else 2)
    zero = layer("rule", yOffset=-half, y2Offset=half).encode(alt.XDatum(0), alt.Y2("py"))
    across = layer("rule", "datum.across", stroke=theme.INK, strokeWidth=2).encode(y=alt.value(0), y2=alt.value(depth))
    layers = [zero, across, *(_dots() if is_dotted else _bars()), *_words(left)]
    padding = {"left": left, "right": form.width - left - right, "top": 2, "bottom": 0}
    chart = alt.layer(*layers, data=alt.InlineData(rows, name="rows"))
    chart = chart.encode(alt.X("at:Q", scale=scale, axis=None), raw("py", alt.Y))
    return chart.properties(width=right, height=depth, padding=padding)


def _mark(row: Entry, high: float, dot: float) -> Entry:
    """Return the values to draw of an entry; a range is solid only from zero to its nearer end."""
    value, low, end = row["value"] or 0, row["low"], row["end"].replace("off", "up")
    at = high if row["end"] == "off" else value
    base, edge = at if low is None else max(low, 0) + min(value, 0), max(at, 0)
    dx = 7 + (_ARROW if end == "up" and at == edge else dot)
    look = {"opacity": theme.OPACITY[row["look"]], "dashed": row["look"] == "dashed", "gap": row.get("gap", False)}
    return {"at": at, "base": base, "edge": edge, "dx": dx, "end": end, "arrow": _ARROWS.get(end, ""), **look}


def _stack(rows: Sequence[Entry], form: Form, left: float) -> float:
    """Set the positions of rows below each other, each new heading above its rows; return their height in pixels."""
    y, before = 0.0, ""
    for row in rows:
        heading = row["heading"] if row["heading"] != before else ""
        before = row["heading"]
        y += 12 if y and heading else 0
        row["heading"] = wrap(heading, form.width, TEXT, bold=True)
        row["text"] = wrap(row["label"], left - 14 if form.beside else form.width, TEXT)
        row["words"] = wrap(row["words"], _WORDS * form.width, TEXT)
        top = y + height(row["heading"]) + (4 if heading else 0)
        label_high, mark_high = height(row["text"]), max(_BAR, height(row["words"])) + 4
        high = max(label_high, mark_high) if form.beside else label_high + mark_high
        middle = top + high / 2 if form.beside else top + high - mark_high / 2
        row |= {"py": middle, "text_at": middle if form.beside else top + label_high / 2}
        row["heading_at"] = y + height(row["heading"]) / 2
        y = top + high + 8
    return y


def _right(rows: Sequence[Entry], room: float, low: float, high: float) -> int:
    """Return the width of the scale, in pixels, at which the words at the end of every mark still fit."""
    shares = (((row["edge"] - low) / (high - low), row["dx"] + measure(row["words"], TEXT)) for row in rows)
    return int(min([room, *((room - width) / share for share, width in shares if share)]))


def _bars() -> list[Any]:
    """Return layers of bars from zero to each number, or to the nearer end of a range, the rest of which is pale."""
    bar, rest = (
        {"strokeWidth": 1.5, "yOffset": -_BAR / 2, "y2Offset": _BAR / 2},
        theme.look("fill", "stroke", "opacity"),
    )
    pale = layer("rect", "isValid(datum.low)", fillOpacity=theme.OPACITY["pale"], **bar)
    full = layer("rect", "datum.base !== datum.from", strokeDash=theme.DASH, **bar)
    return [
        full.encode(alt.X("base:Q"), alt.X2("from"), alt.Y2("py"), **theme.look()),
        pale.encode(alt.X2("low:Q"), alt.Y2("py"), **rest),
    ]


def _dots() -> list[Any]:
    """Return layers of a symbol at each number, on a dotted line from zero; a range is a thick line."""
    thick = layer("rule", "isValid(datum.low)", strokeWidth=4)
    dot = layer("point", "!datum.gap", size=130, strokeWidth=2, strokeDash=theme.DASH)
    dotted = layer("rule", strokeDash=[1, 3]).encode(alt.X2Datum(0))
    thick = thick.encode(alt.X2("low:Q"), **theme.look("stroke", "opacity"))
    return [dotted, thick, dot.encode(raw("shape", alt.Shape), **theme.look())]


def _words(left: float) -> list[Any]:
    """Return layers of strokes in marks, of arrows at bounds, onwards or back into the mark, and of all words."""
    stroke = layer("rule", "datum.tick", stroke=theme.INK, strokeWidth=3, yOffset=-_BAR / 2 - 3, y2Offset=_BAR / 2 + 3)
    arrow = layer("point", "datum.arrow", size=400, strokeWidth=2)
    start, ink = alt.value(-left), alt.FillValue(theme.INK, condition={"test": "datum.gap", "value": theme.MUTED})
    return [
        stroke.encode(alt.X("tick:Q"), alt.Y2("py")),
        arrow.encode(raw("arrow", alt.Shape), **theme.look("fill", "stroke")),
        theme.text("heading", where="datum.heading", fontWeight=600).encode(raw("heading_at", alt.Y), x=start),
        theme.text("text").encode(raw("text_at", alt.Y), x=start),
        theme.text("words", dx=alt.expr("datum.dx")).encode(alt.X("edge:Q"), fill=ink),
    ]
