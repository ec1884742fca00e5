"""What is marked on a chart of lines: numbered dates above it, and numbers that are not firm."""

from collections.abc import Sequence

from macros import phrase
from macros.charts import theme
from macros.charts.data import Row
from macros.charts.labels import Label, Point, Spot, along
from macros.charts.plot import RING, Plot

_ARROW = 15
_WRAP = 164
_APART = 10


def band(plot: Plot) -> list[Point]:
    """Draw the numbers above the plot, each with a thin line down; return what the lines cover."""
    drawn: list[Point] = []
    for flag in plot.flags:
        y, middle = plot.level(flag), (flag.start + flag.end) / 2
        if flag.end - flag.start > RING:
            for side, ring in ((flag.start, middle - 9), (flag.end, middle + 9)):
                plot.sheet.rule((side, y), (ring, y), theme.MUTED)
                plot.sheet.rule((side, y), (side, y + 6), theme.MUTED)
        else:
            line = ((middle, y + 9), (middle, plot.y.start))
            plot.sheet.rule(*line, theme.MUTED, strokeDash=(2, 3))
            drawn += along(line, 12)
    for flag in plot.flags:
        middle, y = min((flag.start + flag.end) / 2, plot.x.end), plot.level(flag)
        plot.sheet.point(middle, y, "circle", color=theme.INK, filled=False, strokeWidth=1, size=240)
        plot.sheet.text(middle, y, str(flag.number), align="center", size=theme.SMALL)
    return drawn


def bounds(plot: Plot, rows: Sequence[Row], kind: int, drawn: list[Point]) -> list[Label]:
    """Draw the marked numbers, lower bounds as open ends; add what they cover, and return their labels."""
    color, shape = theme.SERIES[kind % len(theme.SERIES)], theme.SHAPES[kind % len(theme.SHAPES)]
    texts = []
    places = [plot.at(row) for row in rows]
    for index, (row, (x, y)) in enumerate(zip(rows, places, strict=True)):
        twins = [other for other, (left, _) in enumerate(places) if abs(left - x) < _APART]
        moved = round(x + _APART * (twins.index(index) - (len(twins) - 1) / 2), 1)
        drawn += loose(plot, (moved, y), row, color, shape)
        words = phrase.full(row.observation, row.series.unit)
        lines = (*theme.wrap(words, _WRAP, theme.SMALL), *theme.wrap(row.speaker, _WRAP, theme.SMALL))
        texts.append(Label(lines, color, _spots(moved, y, len(lines))))
    return texts


def loose(plot: Plot, at: Point, row: Row, color: str, shape: str) -> list[Point]:
    """Draw a number that no line may join: a range as a stroke, a bound with an open end, others hollow or pale."""
    sheet, low, (x, y) = plot.sheet, plot.low(row), at
    if low is not None:
        sheet.rule((x, y), (x, low), color, strokeWidth=3)
        for side in (y, low):
            sheet.rule((x - 5, side), (x + 5, side), color, strokeWidth=2)
        return list(along([(x, y), (x, low)]))
    end = phrase.end(row.observation)
    if end == "closed":
        opacity = 0.35 if row.observation.status == "final" and not row.is_firm else 1 if row.is_firm else 0
        style = {"color": color, "fillOpacity": opacity, "stroke": color, "strokeWidth": 2}
        sheet.point(x, y, shape, filled=True, size=70, **style)
        return [at]
    tip, way = (y - _ARROW, "up") if end == "up" else (y + _ARROW, "down")
    sheet.rule((x - 7, y), (x + 7, y), color, strokeWidth=3)
    sheet.rule((x, y), (x, tip), color, strokeWidth=2)
    sheet.point(x, tip, f"triangle-{way}", color=color, filled=True, size=50)
    return list(along(sorted([(x, y), (x, tip)], key=lambda point: point[1])))


def _spots(x: float, y: float, count: int) -> tuple[Spot, ...]:
    """Return spots beside the mark, then further and further below it with a line that leads back."""
    half = theme.LINE * count / 2
    led = (
        Spot(x + side * 5, y + step + half, "left" if side > 0 else "right", (x, y + 2))
        for step in range(12, 240, 12)
        for side in (-1, 1)
    )
    return (Spot(x + 12, y, "left"), Spot(x - 12, y, "right"), *led)
