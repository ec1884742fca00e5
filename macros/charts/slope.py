"""What changed between two periods: a line for each series, with its name and its number at both ends."""

from itertools import groupby
from typing import Any

import altair as alt

from macros import phrase
from macros.charts import theme
from macros.charts.data import Numbers
from macros.charts.lettering import LINE, SMALL, place, wrap
from macros.charts.theme import Form, raw

_HEIGHT, _SIDE, _HEAD = 300, 0.32, 32


def draw(numbers: Numbers, form: Form) -> alt.LayerChart:
    """Return a line from the first number of each series to its last, if both are firm."""
    side = round(_SIDE * form.width)
    rows, width = _ends(numbers, form.width - 2 * side, side - 12), form.width - 2 * side
    heads = {row["px"]: {"px": row["px"], "py": 12 - _HEAD, "text": row["told"]["Period"]} for row in rows}
    place(rows, [], (-side, -LINE, width + side, _HEIGHT + LINE))
    layers = [*theme.joined("name"), theme.text("text", heads.values(), size=SMALL, align="center", fontWeight=600)]
    chart = alt.layer(*layers, data=alt.InlineData(rows, name="rows")).encode(raw("px", alt.X), raw("py", alt.Y))
    padding = {"left": side, "right": side, "top": _HEAD, "bottom": LINE}
    return chart.properties(width=width, height=_HEIGHT, padding=padding)


def _ends(numbers: Numbers, width: float, room: float) -> list[dict[str, Any]]:
    """Return the first and the last number of each series with the values to draw."""
    known = [row for row in numbers.rows if row.value is not None]
    values = [0.0, *(value for row in known for value in (row.value, row.low) if value is not None)]
    high, scale, found = max(values), _HEIGHT / (max(values) - min(values) or 1), []
    for index, members in enumerate([*series] for _, series in groupby(known, key=lambda row: row.series_id)):
        for x, align, row in ((0.0, "right", members[0]), (width, "left", members[-1])):
            y, foot = ((high - (value or 0)) * scale for value in (row.value, row.low))
            text = wrap(f"{row.name} {phrase.full(row.observation, row.series.unit)}", room, SMALL)
            spots = [(x + (8 if x else -8), y + step, align) for step in sorted(range(-300, 300, 4), key=abs)]
            place = {"px": x, "py": y, "foot": foot, "text": text, "spots": spots, "value": row.value, "low": row.low}
            fact = {"name": index, "firm": members[0].is_firm and members[-1].is_firm, "told": row.told}
            found.append({**theme.style(row, index), **place, **fact})
    return found
