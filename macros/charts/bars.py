"""Numbers as bars, grouped by their unit."""

import altair as alt

from macros import phrase
from macros.charts import rows
from macros.charts.data import Numbers
from macros.charts.theme import Form


def draw(numbers: Numbers, form: Form) -> alt.LayerChart:
    """Return one bar for each number, under its unit where there are several."""
    entries = rows.grouped(numbers.rows, lambda row: phrase.capital(row.series.unit))
    return rows.chart(entries, form)
