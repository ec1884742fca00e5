"""Numbers as dots that no line joins; each name has a shape and a colour of its own."""

import altair as alt

from macros.charts import rows
from macros.charts.data import Numbers
from macros.charts.theme import Form


def draw(numbers: Numbers, form: Form) -> alt.LayerChart:
    """Return one dot for each number, under the name of what it counts."""
    return rows.chart(rows.grouped(numbers.rows, lambda row: row.name, dots=True), form, dots=True)
