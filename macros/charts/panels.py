"""Numbers as bars, in a panel for each thing that is counted, all on one scale."""

import altair as alt

from macros.charts import rows
from macros.charts.data import Numbers
from macros.charts.theme import Form


def draw(numbers: Numbers, form: Form) -> alt.LayerChart:
    """Return one bar for each number, under the name of what it counts, with its unit where units differ."""
    has_unit = len({row.series.unit for row in numbers.rows}) > 1
    return rows.chart(rows.grouped(numbers.rows, lambda row: row.name, has_unit=has_unit), form)
