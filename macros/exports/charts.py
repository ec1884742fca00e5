"""Files to download: series and charts as numbers, charts as pictures and for exploring, pictures of pages."""

import csv
import io
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import vl_convert

from macros.exports import jsontext
from macros.exports.labels import NUMBERS, compressed, csv_metadata, label, of_series, png_texts
from macros.queries import Queries
from macros.render import render_file
from macros.views import charted, charttable
from macros.views.figure import figure
from macros.views.picture import in_light, of_figure

RUNTIME = "assets/vega.js"
"""Vega, which draws a chart for exploring in the reader's browser."""

_NUMBER = re.compile(r"[+-]?\d+(\.\d+)?([eE][+-]?\d+)?[~?]?")
"""A number, or a year of EDTF."""
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
"""What a cell may not start with, also in full-width form: a spreadsheet would take it for a formula."""
_INTERPRETER = "2.0.0"


def files(queries: Queries) -> Iterator[tuple[str, bytes]]:
    """Yield the path in the site and the content of every file, the same at every build."""
    dataset = queries.dataset
    for chart_id in dataset.charts:
        yield from _files_of_chart(chart_id, queries)
    for series_id in dataset.series:
        rows = charttable.columns(charted.of_series(series_id, queries))
        yield from _table(f"{queries.folders['series']}/{series_id}.csv", rows, of_series(series_id, queries))
    if any(chart.series for chart in dataset.charts.values()):
        yield RUNTIME, runtime()


def _files_of_chart(chart_id: str, queries: Queries) -> Iterator[tuple[str, bytes]]:
    chart = queries.dataset.charts[chart_id]
    rows = charttable.columns(charted.data(chart, queries))
    metadata = label(chart_id, queries)
    yield from _table(f"charts/{chart_id}.csv", rows, metadata)
    yield f"charts/{chart_id}.json", jsontext.file(metadata | {"rows": _objects(rows)})
    svg = picture(chart_id, queries)
    yield f"charts/{chart_id}.svg", svg.encode()
    yield f"charts/{chart_id}.png", compressed(vl_convert.svg_to_png(svg, scale=2), png_texts(metadata))
    for form, spec in figure(chart_id, queries).specs.items() if chart.series else ():
        yield f"charts/{chart_id}.{form}.json", spec.encode()


def _table(path: str, rows: Sequence[tuple[str, ...]], metadata: dict[str, Any]) -> Iterator[tuple[str, bytes]]:
    """Yield a table as CSV, and its description where CSV on the Web looks for it."""
    yield path, table(rows)
    yield f"{path}-metadata.json", jsontext.file(csv_metadata(path.rpartition("/")[2], rows[0], metadata))


def picture(chart_id: str, queries: Queries) -> str:
    """Return a chart as SVG, with its title, reading aid, caveat and sources."""
    view = of_figure(figure(chart_id, queries), queries.dataset.topic)
    return in_light(render_file("picture.svg", view=view, about=label(chart_id, queries)))


def _objects(rows: Sequence[tuple[str, ...]]) -> list[dict[str, Any]]:
    """Return the rows of a table, the first of which has the names, as objects for JSON without empty cells."""
    objects = []
    for row in rows[1:]:
        cells = ((name, cell) for name, cell in zip(rows[0], row, strict=True) if cell)
        objects.append({name: jsontext.loads(cell) if name in NUMBERS else cell for name, cell in cells})
    return objects


def table(rows: Iterable[Iterable[str]]) -> bytes:
    """Return rows as CSV that is safe in spreadsheets.

    All cells are in quotation marks, since not every spreadsheet divides cells at commas. A byte order mark tells
    spreadsheets that it is UTF-8.
    """
    text = io.StringIO()
    csv.writer(text, quoting=csv.QUOTE_ALL).writerows([safe(cell) for cell in row] for row in rows)
    return text.getvalue().encode("utf-8-sig")


def safe(cell: str) -> str:
    """Return a cell, with an apostrophe before it if a spreadsheet would take it for a formula."""
    first = unicodedata.normalize("NFKC", cell[:1])
    return f"'{cell}" if first in _FORMULA and not _NUMBER.fullmatch(cell) else cell


def runtime() -> bytes:
    """Return Vega with the interpreter that needs no ``eval``, as one module, from what comes with vl-convert.

    Raises:
        PanicException: where vl-convert comes with other versions.

    """
    module = (
        f'import {{ View, parse }} from "/npm/vega@{vl_convert.get_vega_version()}/+esm";'
        f'import {{ expressionInterpreter }} from "/npm/vega-interpreter@{_INTERPRETER}/+esm";'
        "export { View, parse, expressionInterpreter };"
    )
    return f"{render_file('vega-licence.js')}\n{vl_convert.javascript_bundle(module)}".encode()
