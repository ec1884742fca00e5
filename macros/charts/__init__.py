"""Charts as static SVG, each with the table of what it draws. Layer 4: may use the model, dates and queries."""

from dataclasses import dataclass

from macros.charts import bars, coverage, data, ladder, lines, strips, tables, theme
from macros.charts.content import Content
from macros.charts.content import content as _content
from macros.charts.sheet import Sheet
from macros.charts.svg import finish
from macros.charts.tables import Cell, Table
from macros.charts.theme import Form
from macros.model import Chart, Dataset
from macros.queries import Queries

__all__ = ["Cell", "Content", "Drawing", "Table", "content", "draw", "table"]


@dataclass(frozen=True)
class Drawing:
    """A chart as SVG for a column of text and for a phone; a page shows one of the two."""

    wide: str
    narrow: str


def draw(chart_id: str, dataset: Dataset) -> Drawing:
    """Draw a chart of the dataset, the same at every call."""
    chart, queries = dataset.charts[chart_id], Queries(dataset)

    def drawn(form: Form) -> str:
        name = f"{chart_id}-{form.name}"
        sheet = _sheet(chart, queries, form)
        return finish(sheet.marks(), sheet.words, name, chart.sentence, chart.alt)

    return Drawing(drawn(theme.WIDE), drawn(theme.NARROW))


def _sheet(chart: Chart, queries: Queries, form: Form) -> Sheet:
    if chart.mark == "coverage":
        return coverage.draw(data.silence(chart, queries), form)
    if chart.mark == "ladder":
        return strips.draw(ladder.strips(data.tiers(chart, queries)), form, " years")
    rows = data.rows(chart, queries)
    if chart.mark == "lines":
        return lines.draw(rows, data.marks(chart, queries), frozenset(map(str, chart.numbers)), form)
    suffix = "%" if all(row.series.unit == "percent" for row in rows) else ""
    return strips.draw(bars.strips(rows, chart.mark), form, suffix)


def table(chart_id: str, dataset: Dataset) -> Table:
    """Return the table of a chart, of the same rows that are drawn."""
    chart, queries = dataset.charts[chart_id], Queries(dataset)
    if chart.mark == "coverage":
        return tables.coverage(chart.sentence, data.silence(chart, queries))
    if chart.mark == "ladder":
        return tables.ladder(chart.sentence, data.tiers(chart, queries))
    return tables.numbers(chart.sentence, data.rows(chart, queries), data.marks(chart, queries))


def content(chart_id: str, dataset: Dataset) -> Content:
    """Return the words around a chart: unit, period, reading aid, sources, definitions."""
    return _content(dataset.charts[chart_id], Queries(dataset))
