"""Exploring a chart of this topic: what is explored is what is drawn, in the colours of the page."""

import json
import re
from typing import Any

import altair as alt
import pytest
import vl_convert
from jsonschema import Draft7Validator

from macros import charts
from macros.charts.theme import FORMS
from macros.queries import Queries
from macros.views import charted
from macros.views.figure import figure

Specs = dict[tuple[str, str], dict[str, Any]]


@pytest.fixture(scope="module")
def specs(queries: Queries) -> Specs:
    """Return what draws each chart for exploring, by its name and that of the form."""
    return {
        (name, form): json.loads(spec)
        for name in queries.dataset.charts
        for form, spec in figure(name, queries).specs.items()
    }


@pytest.fixture(scope="module")
def drawn(queries: Queries) -> Specs:
    """Return what draws each chart, in the grammar of graphics, by its name and that of the form."""
    found: Specs = {}
    for name, chart in queries.dataset.charts.items():
        data = charted.data(chart, queries)
        found |= {(name, form.name): charts.vega_lite(chart.mark, data, form) for form in FORMS}
    return found


def test_what_is_explored_is_what_is_drawn(queries: Queries, drawn: Specs) -> None:
    """A drawing, made of what is explored, looks as Vega-Lite draws the chart, to the byte, in both forms."""
    for name, chart in queries.dataset.charts.items():
        drawing = figure(name, queries).drawing
        for form in FORMS:
            svg = vl_convert.vegalite_to_svg(drawn[name, form.name])
            assert charts.finish(svg, f"{name}-{form.name}", chart.sentence, chart.alt) == drawing[form.name]


def test_every_drawing_is_valid(drawn: Specs) -> None:
    """What draws a chart, of numbers, of laws or of sources, knows no word that the grammar of graphics has not."""
    grammar = Draft7Validator(alt.load_schema())
    assert [name for name, spec in drawn.items() if not grammar.is_valid(spec)] == []


def test_colours_are_the_variables_of_the_page(specs: Specs) -> None:
    """A chart for exploring follows light and dark: it names no colour of its own."""
    for name, spec in specs.items():
        assert re.findall(r'"#[0-9a-fA-F]{3,8}"', json.dumps(spec)) == [], name


def test_times_are_plain_numbers(specs: Specs) -> None:
    """No expression calls ``datetime``: Vega draws it as meant here, and its interpreter in the browser otherwise."""
    for name, spec in specs.items():
        assert "datetime" not in json.dumps(spec), name
