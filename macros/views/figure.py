"""A chart with all that belongs to it: title, unit, drawing, reading aid, sources, caveat and table."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from macros import charts, phrase
from macros.charts.data import Row
from macros.language import gettext
from macros.model import Chart
from macros.queries import Queries, derived_once
from macros.views import charted, charttable, reading, words
from macros.views.charttable import TableCell
from macros.views.contribute import Actions, Embed, actions, embed

_WIDTH, _HEIGHT = 100, 24
"""The size of a sparkline."""


@dataclass(frozen=True)
class Sparkline:
    """A small drawing of a series: lines, which break at gaps, its last point, and what stands at its ends."""

    lines: tuple[str, ...]
    end: tuple[str, str]
    first: str
    last: str


@dataclass(frozen=True)
class Figure(reading.Content):
    """A chart, ready for display; ``marked`` are the facts that the drawing has by name or as numbers in rings.

    ``whole`` is its series, if there is one and it draws a small part of it.
    """

    id: str
    record: Chart
    title: str
    drawing: Mapping[str, str]
    """For a column of text and for a phone, by the name of the form; a page shows one of the two."""
    marked: tuple[TableCell, ...]
    whole: tuple[tuple[words.SiteLink, Sparkline], ...]
    sources: tuple[words.SiteLink, ...]
    publishers: tuple[words.SiteLink, ...]
    as_of: str
    """The day on which the editors last read one of the sources, in words; "" without any."""
    columns: tuple[TableCell, ...]
    rows: tuple[tuple[TableCell, ...], ...]
    actions: Actions
    embed: Embed


@derived_once
def figure(chart_id: str, queries: Queries) -> Figure:
    """Return a chart with all that belongs to it."""
    chart = queries.dataset.charts[chart_id]
    shown = charted.shown(chart, queries)
    content, (columns, rows) = reading.content(chart, shown, queries), charttable.table(shown)
    accessed = (queries.dataset.sources[name].accessed for name in content.source_ids)
    return Figure(
        **vars(content),
        id=chart_id,
        record=chart,
        title=chart.sentence,
        drawing=charts.draw(chart.mark, shown, chart_id, chart.sentence, chart.alt),
        marked=tuple(TableCell(": ".join(filter(None, (one.label, one.text))), one.fact) for one in content.flags),
        whole=tuple(_whole(chart, queries)),
        sources=words.links(content.source_ids, queries),
        publishers=words.publishers(content.source_ids, queries),
        as_of=str(max(accessed, key=lambda day: day.sort_key, default="")),
        columns=columns,
        rows=rows,
        actions=actions(chart_id, (words.name(name, queries) for name in content.source_ids), queries),
        embed=embed(chart_id, queries),
    )


def _whole(chart: Chart, queries: Queries) -> Iterator[tuple[words.SiteLink, Sparkline]]:
    """Yield the course of the only series of a chart, if that shows less than a third of it, with a link to it."""
    for name in chart.series if chart.period and not chart.series[1:] else ():
        numbers = charted.of_series(name, queries).rows
        drawn = [row for row in numbers if chart.period and row.observation.period.overlaps(chart.period)]
        if 3 * len(drawn) < len(numbers) and sum(row.value is not None for row in numbers) > 1:
            yield words.SiteLink(gettext("Every number of it"), queries.href(name)), sparkline(numbers)


def sparkline(rows: Sequence[Row]) -> Sparkline:
    """Return the line of numbers over time, at least two of which are no gaps."""
    rows = sorted(rows, key=lambda row: row.observation.period.sort_key)
    days = [row.observation.period.sort_key[0] for row in rows]
    counted = [row for row in rows if row.value is not None]
    values = [row.value for row in counted if row.value is not None]
    low, high = min(values), max(values)
    lines: list[list[str]] = [[]]
    for day, row in zip(days, rows, strict=True):
        if row.value is None:
            lines.append([])
            continue
        x = (day - days[0]) / ((days[-1] - days[0]) or 1) * _WIDTH
        y = _HEIGHT - (row.value - low) / ((high - low) or 1) * _HEIGHT
        lines[-1].append(f"{x:.1f},{y:.1f}")
    drawn = tuple(" ".join(points) for points in lines if points)
    end = drawn[-1].split(" ")[-1].partition(",")
    return Sparkline(drawn, (end[0], end[2]), _words(counted[0]), _words(counted[-1]))


def _words(row: Row) -> str:
    return f"{phrase.full(row.observation, row.series)} ({row.when})"
