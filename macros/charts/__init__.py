"""Charts: a table in, one Altair chart out, for a page, for a file and for exploring."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any

import altair as alt
import vl_convert

from macros.charts import bars, coverage, dots, ladder, lines, panels
from macros.charts.data import Shown
from macros.charts.svg import finish
from macros.charts.theme import FORMS, Form

__all__ = ["FORMS", "MARKS", "Drawing", "draw", "spec"]

MARKS: dict[str, Callable[[Any, Form], alt.LayerChart]] = {
    "bars": bars.draw,
    "coverage": coverage.draw,
    "dots": dots.draw,
    "ladder": ladder.draw,
    "lines": lines.draw,
    "panels": panels.draw,
}
"""What draws each mark, of the kind of rows that it draws."""


@dataclass(frozen=True)
class Drawing:
    """A chart as SVG for a column of text and for a phone; a page shows one of the two."""

    wide: str
    narrow: str


def draw(mark: str, shown: Shown, name: str, title: str, description: str) -> Drawing:
    """Draw a table, the same at every call; ``name`` starts the ids in the drawing."""
    raw = [_svg(json.dumps(_spec(mark, shown, form))) for form in FORMS]
    names = [f"{name}-{form.name}" for form in FORMS]
    return Drawing(*(finish(svg, name, title, description) for svg, name in zip(raw, names, strict=True)))


def spec(mark: str, shown: Shown, form: Form, description: str) -> dict[str, Any]:
    """Return what draws the same chart in a reader's browser, as Vega."""
    made: dict[str, Any] = vl_convert.vegalite_to_vega(_spec(mark, shown, form) | {"description": description})
    return made


def _spec(mark: str, shown: Shown, form: Form) -> dict[str, Any]:
    picked = alt.param(name="picked", value=False)
    made: dict[str, Any] = MARKS[mark](shown, form).add_params(picked).to_dict(validate=False)
    return made


@cache
def _svg(spec: str) -> str:
    """Return what Vega draws, once for each chart, so that a preview draws only what changed."""
    return vl_convert.vegalite_to_svg(spec)
