"""Facts that are marked over time, each by its name or its number, and periods without numbers."""

from collections.abc import Sequence
from itertools import groupby
from typing import Any

import altair as alt

from macros.charts import theme
from macros.charts.data import Mark, Row
from macros.charts.lettering import SMALL, place
from macros.charts.plot import EDGE, HEAD, RING, Datum, Plot
from macros.charts.theme import layer, raw
from macros.language import gettext


def below(flags: Sequence[Datum]) -> list[Datum]:
    """Return marked facts for a panel that is not the first: their lines alone, since the first tells of them."""
    bare = {"ty": 0, "py": 0, "text": "", "ring": False, "told": None}
    return [flag | bare for flag in flags if flag["flag"] == "day"]


def flagged(marks: Sequence[Mark], plot: Plot) -> tuple[list[Datum], list[Datum]]:
    """Return the marked facts that have only a date, none over another, each by its name or its number in a ring.

    If their names do not fit in a line, only documents keep theirs; the others are notes below the drawing.
    """
    found = [_flag(mark, mark.label or str(number), plot) for number, mark in enumerate(marks, 1)]
    place(found, [], (-plot.left, -1000, plot.width + EDGE, 0))
    if all(flag["ty"] == found[0]["ty"] for flag in found) or not marks[0].label:
        return found, []
    noted = [mark for mark in marks if mark.document is None]
    found = [_flag(mark, mark.label if mark not in noted else str(noted.index(mark) + 1), plot) for mark in marks]
    place(found, [], (-plot.left, -1000, plot.width + EDGE, 0))
    style = {"id": "", "tx": -plot.left, "align": "left", "color": theme.INK}
    return found, [style | {"text": f"{number}  {mark.label}"} for number, mark in enumerate(noted, 1)]


def _flag(mark: Mark, text: str, plot: Plot) -> Datum:
    """Return a marked fact; a text without letters is set in a ring."""
    assert mark.period
    at, (start, end) = plot.time.at(mark.period), plot.time.sides(mark.period)
    px, _ = plot.at(at)
    is_ring = text.isdigit()
    sides = [(0, "center"), (1, "left"), (-1, "right")][: 1 if is_ring else 3]
    spots = [(px + side, HEAD - RING * (level + 0.5), align) for level in range(9) for side, align in sides]
    is_long = mark.period.is_span or (mark.period.precision == "year" and plot.time.unit != "year")
    where = {"flag": "span" if is_long else "day", "x": at, "px": px, "py": HEAD, "from": start, "to": end}
    look = {"text": text, "ring": is_ring, "color": theme.document(mark.document), "document": mark.document}
    return {**where, **look, "spots": spots, "id": mark.fact, "told": mark.told}


def gaps(rows: Sequence[Row], plot: Plot) -> list[Any]:
    """Return layers that shade and label each period in which one series has a gap and none has a number."""
    runs = [list(run) for _, run in groupby(rows, key=lambda row: (row.series_id, row.value is None))]
    sides = [[plot.time.sides(row.observation.period) for row in run] for run in runs if run[0].value is None]
    spans = {(run[0][0], run[-1][1]) for run in sides}
    taken = [plot.time.at(row.observation.period) for row in rows if row.value is not None]
    free = [(start, end) for start, end in sorted(spans) if not any(start < at < end for at in taken)]
    found = [{"x": (start + end) / 2, "from": start, "to": end, "text": gettext("gap")} for start, end in free]
    band = layer("rect", rows=found, fill=theme.GRID, opacity=0.55)
    word = theme.text("text", found, size=SMALL, align="center", fill=theme.MUTED)
    band = band.encode(alt.X("from:T"), alt.X2("to:T"), y=alt.value(plot.top), y2=alt.value(plot.top + plot.height))
    return [band, word.encode(y=alt.value(plot.top + plot.height - 12))] if found else []


def rules(depth: float, plot: Plot) -> list[Any]:
    """Return layers of rings with a line down or across, of the line where a reader picks, and from marks to labels."""
    at, foot = raw("ty", alt.Y), alt.value(depth)
    lead = layer("rule", "datum.align !== 'center' && datum.ty > datum.py + 20")
    is_across = "false" if plot.shape == "linear" else "datum.name > 0 && isValid(datum.value)"
    dash = alt.expr("datum.document === 0 ? [2, 2] : datum.document === 1 ? [7, 3] : [1, 3]")
    start = alt.expr("datum.ring || !datum.text ? 0 : 9")
    ring = {"shape": "circle", "size": 240, "strokeWidth": 1, "fill": theme.PAPER, "stroke": theme.INK}
    return [
        layer("rule", "datum.flag === 'day'", yOffset=start, strokeWidth=1.5, strokeDash=dash).encode(
            at, raw("color", alt.Stroke), alt.Y2("foot")
        ),
        layer("rule", "datum.flag === 'span'", yOffset=start).encode(alt.X("from:T"), at, alt.X2("to:T")),
        layer("point", "datum.ring", **ring).encode(at),
        layer("rule", "datum.id === picked.id", stroke=theme.INK).encode(y=alt.value(0), y2=foot),
        layer("rule", is_across, strokeDash=[6, 3]).encode(raw("py", alt.Y), x=alt.value(0), x2=alt.value(plot.width)),
        lead.encode(raw("px", alt.X), raw("py", alt.Y), alt.Y2("bottom")),
    ]
