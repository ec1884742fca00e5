"""Which source reports which topic: a row for each topic, a column for each source, silence in words."""

from macros.charts import theme
from macros.charts.data import Silence
from macros.charts.sheet import Sheet
from macros.charts.theme import Form

SILENT = "silent"
_ROW = 24
_BAR = 10


def draw(silence: Silence, form: Form) -> Sheet:
    """Draw the matrix: a bar with its count in each cell, or the word for silence."""
    is_wide = form is theme.WIDE
    left = max(theme.measure(label) for _, label in silence.topics) + 14 if is_wide else 0
    column = (form.width - left) / len(silence.sources)
    heads = [theme.wrap(label, column - 6, theme.SMALL, bold=is_wide) for _, label in silence.sources]
    top = max(map(len, heads)) * theme.LINE + 8
    pitch = _ROW if is_wide else _ROW + theme.LINE + 4
    sheet = Sheet(form.width, top + pitch * len(silence.topics) + 2)
    for index, head in enumerate(heads):
        first = top - 8 - theme.LINE * (len(head) - 0.5)
        sheet.text(left + index * column, first, head, size=theme.SMALL, weight=600 if is_wide else 400)
    most = max((n for counts in silence.counts.values() for n in counts.values()), default=1) or 1
    for index, (topic, label) in enumerate(silence.topics):
        y = top + pitch * index
        sheet.rule((0, y), (form.width, y), theme.GRID)
        sheet.text(0, y + _ROW / 2, label)
        middle = y + pitch - _ROW / 2
        for place, (source, _) in enumerate(silence.sources):
            _cell(sheet, (left + place * column, middle), column, silence.counts[topic][source] / most, most)
    return sheet


def _cell(sheet: Sheet, at: tuple[float, float], column: float, share: float, most: int) -> None:
    x, y = at
    count = round(share * most)
    if not count:
        sheet.text(x, y, SILENT, size=theme.SMALL, color=theme.MUTED)
        return
    length = max(2.0, share * (column - 34))
    sheet.box((x, y - _BAR / 2), (x + length, y + _BAR / 2), color=theme.SERIES[0])
    sheet.text(x + length + 5, y, str(count))
