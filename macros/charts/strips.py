"""Rows with a horizontal mark each, under headings: bars, dots and ladders.

On a wide sheet labels stand left of the marks, on a narrow one above them. Every axis starts at zero.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from macros import phrase
from macros.charts import theme
from macros.charts.scale import Scale, ticks
from macros.charts.sheet import Sheet
from macros.charts.theme import Form

_BAR = 14
_ARROW = 20
_TOP = 22
_LABELS = 276
_BEYOND = 1.12


@dataclass(frozen=True)
class Strip:
    """One row of a chart."""

    label: str
    words: str
    """What stands at the end of its mark."""
    value: float | None
    """Where the mark ends; None draws none, unless it is off the scale."""
    heading: str = ""
    """The group it belongs to."""
    look: str = "solid"
    """``solid``; ``pale``: rounded or computed; ``hollow``: of part of a period; ``dashed``: not counted."""
    end: str = "closed"
    """``closed``; ``up``: a lower bound; ``down``: an upper bound; ``off``: longer than any scale."""
    low: float | None = None
    """Where a range starts."""
    tick: float | None = None
    """A value inside the mark that is marked with a stroke."""
    kind: int = 0
    """Which colour and which shape, from 0."""
    is_dot: bool = False
    """Whether it is a dot, not a bar."""


@dataclass(frozen=True)
class _Place:
    """Where one strip stands."""

    strip: Strip
    label: tuple[str, ...]
    heading: tuple[str, ...]
    top: float
    middle: float


def draw(strips: Sequence[Strip], form: Form, suffix: str = "") -> Sheet:
    """Draw the rows; ``suffix`` is the sign or the word that follows the numbers of the axis."""
    left = _label_width(strips) if form is theme.WIDE else 1.0
    places, height = _places(strips, form, left)
    high = max((strip.value or 0 for strip in strips), default=0) or 1.0
    high *= _BEYOND if any(strip.end == "off" for strip in strips) else 1
    scale = Scale(0, high, left, _right_end(strips, form, left, high))
    sheet = Sheet(form.width, height)
    steps = [step for step in ticks(high, 6 if form is theme.WIDE else 3) if step <= high]
    _axis(sheet, scale, steps, suffix)
    for step in steps:
        for top, bottom in _spans(places, form, height):
            color = theme.GRID if step else theme.MUTED
            sheet.rule((scale(step), top), (scale(step), bottom), color, behind=True)
    for place in places:
        _texts(sheet, place, form)
        _mark(sheet, place, scale)
    return sheet


def _label_width(strips: Sequence[Strip]) -> float:
    return min(_LABELS, max(theme.measure(strip.label) for strip in strips)) + 14


def _places(strips: Sequence[Strip], form: Form, left: float) -> tuple[list[_Place], float]:
    """Stack the rows, each under its heading where that changes; return them and the height of all."""
    is_wide = form is theme.WIDE
    places, y, before = [], float(_TOP + 4), ""
    for strip in strips:
        heading = theme.wrap(strip.heading, form.width, bold=True) if strip.heading not in ("", before) else ()
        y += (12 if before and heading else 0) + theme.LINE * len(heading) + (4 if heading else 0)
        before = strip.heading
        label = theme.wrap(strip.label, left - 14 if is_wide else form.width) if strip.label else ()
        text = theme.LINE * len(label)
        height = max(text, _BAR + 4) if is_wide else text + _BAR + 6
        middle = y + height / 2 if is_wide else y + text + _BAR / 2 + 3
        places.append(_Place(strip, label, heading, y, middle))
        y += height + 8
    return places, y + 2


def _right_end(strips: Sequence[Strip], form: Form, left: float, high: float) -> float:
    """Return how far the scale may reach so that the words at the end of every mark still fit."""
    ends = [form.width - 12.0]
    for strip in strips:
        value = high if strip.end == "off" else strip.value
        if value:
            room = form.width - theme.measure(strip.words) - 12 - left - (_ARROW if strip.end in ("up", "off") else 0)
            ends.append(left + max(room, 40) * high / value)
    return min(ends)


def _axis(sheet: Sheet, scale: Scale, steps: Sequence[float], suffix: str) -> None:
    """Write the numbers of the scale above it; the first stays on the sheet."""
    for step in steps:
        words = f"{step:,.10g}" + (suffix if suffix == "%" or step == steps[-1] else "")
        half = theme.measure(words, theme.SMALL) / 2
        is_edge = scale(step) < half
        x, align = (0.0, "left") if is_edge else (scale(step), "center")
        sheet.text(x, 10, words, align=align, size=theme.SMALL, color=theme.MUTED)


def _spans(places: Sequence[_Place], form: Form, height: float) -> list[tuple[float, float]]:
    """Return from where to where the grid runs: between headings, and on a narrow sheet between labels too."""
    if form is not theme.WIDE:
        return [(place.middle - _BAR / 2 - 4, place.middle + _BAR / 2 + 4) for place in places]
    tops = [place.top - 2 for place in places if place.heading] or [float(_TOP)]
    ends = [place.top - theme.LINE * len(place.heading) - 8 for place in places if place.heading][1:]
    return list(zip(tops, [*ends, height - 2], strict=True))


def _texts(sheet: Sheet, place: _Place, form: Form) -> None:
    if place.heading:
        sheet.text(0, place.top - theme.LINE * (len(place.heading) - 0.5) - 4, place.heading, weight=600)
    if place.label:
        lines = len(place.label)
        wide = place.middle - theme.LINE * (lines - 1) / 2
        sheet.text(0, wide if form is theme.WIDE else place.top + theme.LINE / 2, place.label)


def _mark(sheet: Sheet, place: _Place, scale: Scale) -> None:
    strip, y = place.strip, place.middle
    x = scale(scale.high if strip.end == "off" else strip.value or 0)
    color = theme.SERIES[strip.kind % len(theme.SERIES)]
    low = None if strip.low is None else scale(strip.low)
    if strip.is_dot and strip.value is not None:
        sheet.rule((scale.start, y), (x, y), theme.MUTED, strokeDash=(1, 3))
        if low is not None:
            sheet.rule((low, y), (x, y), color, strokeWidth=4)
        _dot(sheet, (x, y), color, strip)
    elif x > scale.start:
        _bar(sheet, (scale.start if low is None else low, x, y), color, strip.look if low is None else "pale")
        if low is not None:
            _bar(sheet, (scale.start, low, y), color, strip.look)
    x = _end(sheet, x, y, color, strip)
    if strip.tick:
        at = scale(strip.tick)
        sheet.rule((at, y - _BAR / 2 - 3), (at, y + _BAR / 2 + 3), theme.INK, strokeWidth=3)
    sheet.text(x + 7, y, strip.words, color=theme.MUTED if strip.words == phrase.GAP else theme.INK)


def _bar(sheet: Sheet, at: tuple[float, float, float], color: str, look: str) -> None:
    start, end, y = at
    edge = {"stroke": color, "strokeWidth": 1.5}
    looks: dict[str, dict[str, Any]] = {
        "solid": {},
        "pale": {"fillOpacity": 0.3, **edge},
        "hollow": {"fillOpacity": 0.0, **edge},
        "dashed": {"fillOpacity": 0.0, **edge, "strokeDash": (4, 3)},
    }
    sheet.box((start, y - _BAR / 2), (end, y + _BAR / 2), color=color, **looks[look])


def _dot(sheet: Sheet, at: tuple[float, float], color: str, strip: Strip) -> None:
    fill: dict[str, Any] = {"filled": True} if strip.look == "solid" else {"filled": False, "strokeWidth": 2}
    sheet.point(*at, theme.SHAPES[strip.kind % len(theme.SHAPES)], color=color, size=130, **fill)


def _end(sheet: Sheet, x: float, y: float, color: str, strip: Strip) -> float:
    """Draw what shows that a mark has no firm end; return where the words may start."""
    if strip.end in ("up", "off"):
        sheet.rule((x, y), (x + _ARROW - 6, y), color, strokeWidth=2)
        sheet.point(x + _ARROW - 4, y, "triangle-right", color=color, filled=True, size=70)
        return x + _ARROW
    if strip.end == "down":
        sheet.point(x - 7, y, "triangle-left", color=color, filled=True, size=50)
    return x + (6 if strip.is_dot else 0)
