"""Charts as static SVG, each with the table of what it draws."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from macros.charts import bars, coverage, data, key, ladder, lines, strips, tables, theme
from macros.charts.content import Content
from macros.charts.content import content as _content
from macros.charts.sheet import Sheet
from macros.charts.svg import finish
from macros.charts.tables import Cell, Table
from macros.charts.theme import Form
from macros.model import Chart, Dataset, Statute
from macros.queries import Queries

__all__ = ["Cell", "Content", "Drawing", "Table", "content", "draw", "ladder_of", "table"]


@dataclass(frozen=True)
class Drawing:
    """A chart as SVG for a column of text and for a phone; a page shows one of the two."""

    wide: str
    narrow: str


def draw(chart_id: str, dataset: Dataset) -> Drawing:
    """Draw a chart of the dataset, the same at every call."""
    chart, queries = dataset.charts[chart_id], Queries(dataset)
    return _both(lambda form: _sheet(chart, queries, form), chart_id, chart.sentence, chart.alt)


def ladder_of(statute_id: str, statute: Statute, title: str, description: str) -> tuple[Drawing, tuple[str, ...]]:
    """Draw the penalties of one statute, and say how to read them."""
    tiers = [data.Tier(statute_id, statute, provision) for provision in statute.provisions]
    strips_of_one = [replace(strip, heading="") for strip in ladder.strips(tiers)]
    name = f"{statute_id}-ladder"
    return _both(lambda form: strips.draw(strips_of_one, form, " years"), name, title, description), key.ladder(tiers)


def _both(sheet: Callable[[Form], Sheet], name: str, title: str, description: str) -> Drawing:
    def drawn(form: Form) -> str:
        one = sheet(form)
        return finish(one.marks(), one.words, f"{name}-{form.name}", title, description)

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
