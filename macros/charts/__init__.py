"""Draws a table as one Altair chart: for the page, for files and for exploring."""

import json
from collections.abc import Callable
from functools import cache, partial
from typing import Any, NamedTuple

import altair as alt
import vl_convert

from macros.charts import coverage, lines, rows
from macros.charts.data import Shown
from macros.charts.svg import finish
from macros.charts.theme import FORMS, Form

MARKS: dict[str, Callable[[Any, Form], alt.LayerChart]] = {
    "bars": rows.bars,
    "coverage": coverage.draw,
    "dots": rows.dots,
    "ladder": rows.ladder,
    "lines": lines.draw,
    "panels": rows.panels,
    "stack": rows.stack,
    "steps": partial(lines.draw, shape="step-after"),
}
"""The function that draws each mark."""


class Drawing(NamedTuple):
    """A chart as SVG for a column of text and for a phone; a page shows one of the two."""

    wide: str
    narrow: str


def draw(mark: str, shown: Shown, name: str, title: str, description: str) -> Drawing:
    """Return a table as a drawing, the same at every call; ids in it start with ``name``."""
    raw = ((form.name, _svg(json.dumps(_spec(mark, shown, form)))) for form in FORMS)
    return Drawing(*(finish(svg, f"{name}-{form}", title, description) for form, svg in raw))


def spec(mark: str, shown: Shown, form: Form, description: str) -> dict[str, Any]:
    """Return the Vega specification that draws the same chart in a browser."""
    return vl_convert.vegalite_to_vega(_spec(mark, shown, form) | {"description": description})


def _spec(mark: str, shown: Shown, form: Form) -> dict[str, Any]:
    return MARKS[mark](shown, form).add_params(alt.param(name="picked", value=False)).to_dict(validate=False)


@cache
def _svg(spec: str) -> str:
    """Return a Vega-Lite specification drawn as SVG; cached, so that a preview draws only what changed."""
    return vl_convert.vegalite_to_svg(spec)
