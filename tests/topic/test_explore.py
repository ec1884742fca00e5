"""Exploring a chart of this topic: what is explored is what is drawn, in the colours of the page."""

import json
import re
from typing import Any

import altair as alt
import vl_convert

from macros import charts
from macros.charts.theme import FORMS, Form
from macros.model import Chart
from macros.queries import Queries
from macros.views import charted
from macros.views.figure import figure


def _spec(chart: Chart, queries: Queries, form: Form) -> dict[str, Any]:
    """Return what draws a chart for exploring."""
    return charts.spec(chart.mark, charted.data(chart, queries), form, chart.alt)


def test_what_is_explored_is_what_is_drawn(queries: Queries) -> None:
    """As long as nothing is picked, a chart for exploring looks as the drawing does, to the byte, in both forms."""
    for name, chart in queries.dataset.charts.items():
        drawing = figure(name, queries).drawing
        for form in FORMS:
            svg = vl_convert.vega_to_svg(_spec(chart, queries, form))
            assert charts.finish(svg, f"{name}-{form.name}", chart.sentence, chart.alt) == drawing[form.name]


def test_every_drawing_is_valid(queries: Queries) -> None:
    """What draws a chart, of numbers, of laws or of sources, knows no word that the grammar of graphics has not."""
    for chart in queries.dataset.charts.values():
        for form in FORMS:
            alt.LayerChart.validate(charts.vega_lite(chart.mark, charted.data(chart, queries), form))


def test_colours_are_the_variables_of_the_page(queries: Queries) -> None:
    """A chart for exploring follows light and dark: it names no colour of its own."""
    for chart in (one for one in queries.dataset.charts.values() if one.series):
        text = json.dumps(_spec(chart, queries, FORMS[0]))
        assert set(re.findall(r'"#[0-9a-fA-F]{3,8}"', text)) == set()


def test_times_are_plain_numbers(queries: Queries) -> None:
    """No expression calls ``datetime``: Vega draws it as meant here, and its interpreter in the browser otherwise."""
    for chart in (one for one in queries.dataset.charts.values() if one.series):
        assert all("datetime" not in json.dumps(_spec(chart, queries, form)) for form in FORMS)
