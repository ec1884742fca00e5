"""A chart with all that belongs to it: title, unit, drawing, reading aid, sources, caveat and table."""

from collections.abc import Iterable
from dataclasses import dataclass

from macros import charts
from macros.charts import Drawing
from macros.charts.data import Mark
from macros.model import Dataset
from macros.queries import Queries
from macros.views import charted, charttable, reading, words


@dataclass(frozen=True)
class Marked:
    """A fact that is a number in a ring on the drawing; ``href`` is relative to the site."""

    number: int
    text: str
    fact: str
    href: str


@dataclass(frozen=True)
class LinkedCell:
    """A cell of the table; ``href`` is the address of its evidence, relative to the site, or ""."""

    text: str
    fact: str
    href: str


@dataclass(frozen=True)
class SeriesDefinition:
    """What exactly one series counts."""

    name: str
    text: str


@dataclass(frozen=True)
class Figure:
    """A chart, ready for display."""

    id: str
    title: str
    unit: str
    period: str
    drawing: Drawing
    alt: str
    key: tuple[str, ...]
    marked: tuple[Marked, ...]
    caveat: str
    mixed: str
    sources: tuple[words.SiteLink, ...]
    as_of: str
    caption: str
    columns: tuple[LinkedCell, ...]
    rows: tuple[tuple[LinkedCell, ...], ...]
    definitions: tuple[SeriesDefinition, ...]
    can_be_explored: bool


def figure(chart_id: str, dataset: Dataset) -> Figure:
    """Return a chart of the dataset with all that belongs to it."""
    chart, queries = dataset.charts[chart_id], Queries(dataset)
    shown = charted.shown(chart, queries)
    content, table = reading.content(chart, shown, queries), charttable.table(chart.sentence, shown)
    return Figure(
        id=chart_id,
        title=chart.sentence,
        unit=content.unit,
        period=content.period,
        drawing=charts.draw(chart.mark, shown, chart_id, chart.sentence, chart.alt),
        alt=chart.alt,
        key=content.key,
        marked=tuple(_marked(number, mark, queries) for number, mark in enumerate(content.flags, 1)),
        caveat=_joined(chart.caveat),
        mixed=_joined(chart.mixed or ""),
        sources=words.links(content.sources, queries),
        as_of=_as_of(content.sources, dataset),
        caption=table.caption,
        columns=_linked(table.columns, queries),
        rows=tuple(_linked(row, queries) for row in table.rows),
        definitions=tuple(SeriesDefinition(name, _joined(text)) for name, text in content.definitions),
        can_be_explored=charted.can_be_explored(chart),
    )


def _joined(text: str) -> str:
    return " ".join(text.split("\n"))


def _marked(number: int, mark: Mark, queries: Queries) -> Marked:
    return Marked(number, mark.text, mark.fact, queries.href(mark.fact))


def _linked(cells: Iterable[charttable.TableCell], queries: Queries) -> tuple[LinkedCell, ...]:
    return tuple(LinkedCell(cell.text, cell.fact, queries.href(cell.fact) if cell.fact else "") for cell in cells)


def _as_of(sources: Iterable[str], dataset: Dataset) -> str:
    """Return the day on which the editors last read one of the sources, in words."""
    days = [dataset.sources[name].accessed for name in sources]
    return str(max(days, key=lambda day: day.sort_key)) if days else ""
