"""A chart for exploring, as a Vega specification: the same rows, with words for whoever points at a mark.

Its width follows the page and its colours are the page's variables. What is not firm keeps its form: a bound has an
open end, a line breaks where there is no number, and a gap says why.
"""

from typing import Any

import vl_convert

from macros.charts import data, explorelines, explorerows, hover, theme
from macros.model import Chart
from macros.queries import Queries

MARKS = frozenset({"lines", "bars", "dots", "panels"})
"""The marks that can be explored; a ladder and a table of coverage have written out all that there is to say."""
_TEXT = {"labelFont": theme.FONT, "labelFontSize": theme.SMALL, "labelColor": theme.MUTED}
_CONFIG: dict[str, Any] = {
    "view": {"stroke": None},
    "mark": {"color": theme.SERIES[0]},
    "axis": {
        **_TEXT,
        "domain": False,
        "gridColor": theme.GRID,
        "labelPadding": 6,
        "tickColor": theme.MUTED,
        "title": None,
    },
    "legend": {
        **_TEXT,
        "columns": 1,
        "labelColor": theme.INK,
        "labelLimit": 0,
        "offset": 12,
        "orient": "bottom",
        "symbolSize": 80,
        "title": None,
    },
    "text": {"font": theme.FONT, "fontSize": theme.SMALL, "fill": theme.INK},
}


def has_choice(chart: Chart, queries: Queries) -> bool:
    """Whether several series are drawn, of which a reader can bring one forward."""
    names = {row.name for row in data.rows(chart, queries)}
    return len(names | {mark.row.speaker for mark in data.marks(chart, queries) if mark.row}) > 1


def vega(chart: Chart, queries: Queries) -> dict[str, Any]:
    """Return what draws a chart of one of the MARKS in a reader's browser."""
    rows, marks = data.rows(chart, queries), data.marks(chart, queries)
    words = hover.words_of(queries)
    is_lines = chart.mark == "lines"
    body = explorelines.spec(rows, marks, words) if is_lines else explorerows.spec(rows, chart.mark, words)
    spec = {
        "width": "container",
        "autosize": {"type": "fit-x", "contains": "padding"},
        "background": "transparent",
        "description": chart.alt,
        "config": _CONFIG,
        **body,
    }
    made: dict[str, Any] = vl_convert.vegalite_to_vega(spec)
    return made
