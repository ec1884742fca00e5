"""A chart with all that belongs to it: title, unit, drawing, reading aid, sources, caveat and table."""

import re
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

_WIDTH, _HEIGHT = 100, 24  # the size of a sparkline
_LOW = 300  # pixels; a lower drawing is too low for all that is said of it beside it
_AROUND = {"wide": 330, "narrow": 420}
"""The height of what stands around a drawing in a frame, in pixels, by the form that it shows."""
_OF_WHOLE = 130  # the height of a sparkline with its words
_SIZE = re.compile(r'viewBox="0 0 [\d.]+ ([\d.]+)"')


@dataclass(frozen=True)
class Sparkline:
    """A small drawing of a series: lines, which break at gaps, the last point, and the first and last number."""

    lines: tuple[str, ...]
    end: tuple[str, str]
    first: str
    last: str


@dataclass(frozen=True)
class Figure(reading.Content):
    """A chart, ready for display.

    ``marked`` are the facts that the drawing shows by name or as numbers in rings. ``whole`` has the whole series, if
    the chart draws a small part of only one.
    """

    id: str
    record: Chart
    title: str
    specs: Mapping[str, str]
    """What draws it in a browser, as JSON, by the name of the form."""
    drawing: Mapping[str, str]
    """For a column of text and for a phone, by the name of the form; a page shows one of the two."""
    marked: tuple[TableCell, ...]
    whole: tuple[tuple[words.SiteLink, Sparkline], ...]
    sources: tuple[words.SiteLink, ...]
    publishers: words.Few
    as_of: str
    """The day on which the editors last read one of the sources, in words; "" without any."""
    columns: tuple[TableCell, ...]
    parts: tuple[charttable.Part, ...]
    actions: Actions
    embed: Embed

    @property
    def rows(self) -> tuple[tuple[TableCell, ...], ...]:
        """The rows of its table."""
        return tuple(row for _, rows in self.parts for row in rows)

    @property
    def is_low(self) -> bool:
        """Whether its drawing is lower than most, so that there is little room beside it."""
        return height(self.drawing["wide"]) < _LOW


def _of_frame(drawing: Mapping[str, str]) -> int:
    """Return the height of a frame in pixels that holds a chart with its title and sources, on a phone too."""
    return max(height(drawing[form]) + around for form, around in _AROUND.items())


def height(drawing: str) -> int:
    """Return the height of a drawing in pixels, at the width for which it was made."""
    size = _SIZE.search(drawing)
    assert size
    return round(float(size[1]))


@derived_once
def figure(chart_id: str, queries: Queries) -> Figure:
    """Return a chart with all that belongs to it."""
    chart = queries.dataset.charts[chart_id]
    data = charted.data(chart, queries)
    specs = charts.specs(chart.mark, data, chart.alt)
    drawing, whole = charts.draw(specs, chart_id, chart.sentence, chart.alt), tuple(_whole(chart, queries))
    content = reading.content(chart, data, queries)
    columns, parts = charttable.table(data)
    accessed = (queries.dataset.sources[name].accessed for name in content.source_ids)
    return Figure(
        **vars(content),
        id=chart_id,
        record=chart,
        title=chart.sentence,
        specs=specs,
        drawing=drawing,
        marked=tuple(TableCell(": ".join(filter(None, (one.label, one.text))), one.fact) for one in content.flags),
        whole=whole,
        sources=words.links(content.source_ids, queries),
        publishers=words.publishers(content.source_ids, queries),
        as_of=str(max(accessed, key=lambda day: day.sort_key, default="")),
        columns=columns,
        parts=parts,
        actions=actions(chart_id, (words.name(name, queries) for name in content.source_ids), queries),
        embed=embed(chart_id, _of_frame(drawing) + len(whole) * _OF_WHOLE, queries),
    )


def _whole(chart: Chart, queries: Queries) -> Iterator[tuple[words.SiteLink, Sparkline]]:
    """Yield a sparkline of a chart's only series and a link to it, if the chart draws less than a third of it."""
    if chart.period is None or len(chart.series) != 1:
        return
    series_id = chart.series[0]
    rows = charted.of_series(series_id, queries).rows
    drawn = [row for row in rows if row.observation.period.overlaps(chart.period)]
    if 3 * len(drawn) < len(rows) and sum(row.value is not None for row in rows) > 1:
        yield words.SiteLink(gettext("Every number of it"), queries.href(series_id)), sparkline(rows)


def sparkline(rows: Sequence[Row]) -> Sparkline:
    """Return the sparkline of numbers over time; at least two of them must not be gaps."""
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
    x_of_last, _, y_of_last = drawn[-1].split(" ")[-1].partition(",")
    return Sparkline(drawn, (x_of_last, y_of_last), _number_and_period(counted[0]), _number_and_period(counted[-1]))


def _number_and_period(row: Row) -> str:
    return f"{phrase.full(row.observation, row.series)} ({row.when})"
