"""Draws the data of a chart with Altair: as SVG for pages and files, and as a Vega specification for exploring."""

import json
import re
from collections.abc import Callable, Mapping
from functools import cache, partial
from typing import Any
from xml.etree import ElementTree as ET

import altair as alt
import vl_convert
from altair.utils.schemapi import debug_mode

from macros.charts import coverage, lines, rows
from macros.charts.data import ChartData
from macros.charts.theme import FORMS, Form

MARKS: dict[str, Callable[[Any, Form], alt.LayerChart | alt.VConcatChart]] = {
    "bars": rows.bars,
    "coverage": coverage.draw,
    "dots": partial(rows.bars, by_name=True, is_dotted=True),
    "ladder": rows.ladder,
    "lines": lines.draw,
    "panels": partial(rows.bars, by_name=True),
    "stack": rows.stack,
    "steps": partial(lines.draw, shape="step-after"),
}
"""The function that draws each mark."""
_SVG = "http://www.w3.org/2000/svg"
_DROPPED = re.compile(r"aria-.*|class|role|pointer-events|stroke-miterlimit|font-family")
"""Attributes that do not change the drawing, or that the page sets itself: the name of the drawing and the font."""
_TIME = re.compile(r'(?<="signal":")(\{data: )?datetime\((-?[\d.]+)\)')
"""A time as Vega-Lite writes it; Vega's interpreter in the browser would read its milliseconds as a year."""
_LONG = re.compile(r"(\d+\.\d)\d+")
ET.register_namespace("", _SVG)
_svg = cache(vl_convert.vega_to_svg)
"""Draws a specification of Vega as SVG; results are kept, so that a preview draws only what changed."""


def specs(mark: str, data: ChartData, description: str) -> Mapping[str, str]:
    """Return the Vega specification that draws a chart, as JSON, by the name of the form."""
    texts = {form.name: json.dumps(vega_lite(mark, data, form) | {"description": description}) for form in FORMS}
    return {form: _vega(text) for form, text in texts.items()}


@cache
def _vega(vega_lite: str) -> str:
    """Return a specification of Vega-Lite as one of Vega, both as JSON, with its times in milliseconds."""
    vega = vl_convert.vegalite_to_vega(json.loads(vega_lite))  # of a text it would round the numbers
    return _TIME.sub(r"\1\2", json.dumps(vega, ensure_ascii=False, separators=(",", ":")))


def draw(specs: Mapping[str, str], name: str, title: str, description: str) -> Mapping[str, str]:
    """Return the SVG of a chart by the name of the form, the same at every call; ids in it start with ``name``."""
    return {form: finish(_svg(spec), f"{name}-{form}", title, description) for form, spec in specs.items()}


def vega_lite(mark: str, data: ChartData, form: Form) -> dict[str, Any]:
    """Return the Vega-Lite specification of a chart; its parameter "picked" is the row that a reader picks."""
    with debug_mode(arg=False):  # Altair would validate each part; the tests validate the whole
        specification = MARKS[mark](data, form).to_dict(validate=False)
    return specification | {"params": [*specification.get("params", []), {"name": "picked", "value": False}]}


def finish(raw: str, name: str, title: str, description: str) -> str:
    """Return Vega's SVG with a title and a description, under ids that start with ``name``, and without a size."""
    root = ET.fromstring(raw)  # noqa: S314 - our own drawing, not a file from outside
    for element in root.iter():
        element.attrib = {key: _LONG.sub(r"\1", value) for key, value in element.items() if not _DROPPED.fullmatch(key)}
    root.attrib = {"viewBox": root.attrib["viewBox"], "role": "img", "aria-labelledby": f"{name}-title {name}-desc"}
    for index, (tag, text) in enumerate((("title", title), ("desc", description))):
        root.insert(index, ET.Element(f"{{{_SVG}}}{tag}", {"id": f"{name}-{tag}"}))
        root[index].text = text
    return ET.tostring(root, encoding="unicode")
