"""Breaks text into lines and places it where it covers nothing.

Its width is a generous estimate, so that a drawing has the same bytes on every machine, whatever fonts it has.
"""

import unicodedata
from collections.abc import Sequence
from itertools import pairwise
from typing import Any

TEXT, SMALL, LINE = 13, 12, 16
"""Size of labels, size of axis labels and asides, and height of a line of text, in pixels of the drawing."""
Point = tuple[float, float]
Spot = tuple[float, float, str]
"""A possible position of a label: x of its left, right or centre, y of its middle, and which of the three x is."""
Box = tuple[float, float, float, float]
_GAP, _PAD, _COVERED, _OUTSIDE = 9, 1, 50, 1000
_WIDTHS = {
    **dict.fromkeys("iljtfI.,:;!|/[]'’ \u00a0", 0.28),
    **dict.fromkeys('r()-“”"', 0.34),
    **dict.fromkeys("ckszvxyJ", 0.5),
    **dict.fromkeys("mwMW%—@", 0.87),
}
"""Widths of letters in Arial and the fonts drawn to its measure, as a share of their size."""
_LETTER, _CAPITAL, _FULL = 0.56, 0.7, 1.0
_GENEROUS, _BOLD = 1.08, 1.09


def measure(text: str, size: float, *, bold: bool = False) -> float:
    """Return an estimate of the width of the longest line of a text, in pixels: a little more than in most fonts."""
    share = max(sum(map(_share, line)) for line in text.split("\n"))
    return size * share * _GENEROUS * (_BOLD if bold else 1)


def _share(letter: str) -> float:
    if letter in _WIDTHS:
        return _WIDTHS[letter]
    return _FULL if unicodedata.east_asian_width(letter) in "WF" else _CAPITAL if letter.isupper() else _LETTER


def wrap(text: str, width: float, size: float, *, bold: bool = False) -> str:
    """Return text in lines of at most ``width`` pixels; "§ 1" stays together, and only a longer word is cut."""
    lines = [""]
    for word in " ".join(text.split()).replace("§ ", "§\u00a0").split(" "):
        for part in [f" {word}"] if measure(word, size, bold=bold) <= width else f" {word}":
            if lines[-1] and measure(lines[-1] + part, size, bold=bold) > width:
                lines.append("")
            lines[-1] = (lines[-1] + part).lstrip(" ")
    return "\n".join(lines)


def place(labels: Sequence[dict[str, Any]], drawn: Sequence[Point], room: Box) -> None:
    """Put each label at the first of its ``spots`` that covers nothing, or the one that covers least, as ``cost`` says.

    The spot is ``tx``, ``ty`` and ``align``; ``label`` is the centre of the label, and ``bottom`` where it ends.
    """
    taken: list[Box] = []
    for label in labels:
        boxes = {spot: box(label["text"], spot) for spot in label.pop("spots")}
        costs = {spot: _cost(area, drawn, taken, room) for spot, area in boxes.items()}
        x, y, align = best = min(costs, key=costs.__getitem__)
        left, _, right, bottom = boxes[best]
        label |= {"tx": x, "ty": y, "align": align, "cost": costs[best]}
        label |= {"bottom": bottom, "label": [(left + right) / 2, y]}
        taken.append(boxes[best])


def box(text: str, spot: Spot) -> Box:
    """Return the left, the top, the right and the bottom of a label at a spot."""
    x, y, align = spot
    width, half = measure(text, SMALL), height(text) / 2
    left = x - {"left": 0.0, "center": width / 2, "right": width}[align]
    return left, y - half, left + width, y + half


def height(text: str) -> float:
    """Return the height of a text, in pixels."""
    return float(LINE * len(text.splitlines()))


def _cost(area: Box, drawn: Sequence[Point], taken: Sequence[Box], room: Box) -> int:
    left, top, right, bottom = area
    is_outside = left < room[0] or top < room[1] or right > room[2] or bottom > room[3]
    covered = sum(left < far and near < right and top < foot and head < bottom for near, head, far, foot in taken)
    held = sum(left - _PAD <= x <= right + _PAD and top - _PAD <= y <= bottom + _PAD for x, y in drawn)
    return _OUTSIDE * is_outside + _COVERED * covered + held


def along(points: Sequence[Point], step: float = 4.0) -> list[Point]:
    """Return points along a line, at most ``step`` pixels apart, its corners included."""
    found = list(points[:1])
    for (x1, y1), (x2, y2) in pairwise(points):
        count = max(1, int(max(abs(x2 - x1), abs(y2 - y1)) / step))
        found.extend((x1 + (x2 - x1) * i / count, y1 + (y2 - y1) * i / count) for i in range(1, count + 1))
    return found


def around(x: float, y: float, order: str, text: str, *, is_led: bool = False) -> list[Spot]:
    """Return the spots around a point: those of ``order``, r(ight), a(bove), b(elow), l(eft), then the corners.

    With ``is_led``, for a label with a line to the point, spots further and further below follow.
    """
    half = height(text) / 2
    above, below = y - _GAP - half, y + _GAP + half
    sides: list[tuple[int, str]] = [(1, "left"), (-1, "right")]
    spots = {"a": (x, above, "center"), "b": (x, below, "center")}
    spots |= {"r": (x + _GAP, y, "left"), "l": (x - _GAP, y, "right")}
    corners = [(x + side * 5, at, align) for side, align in sides for at in (below, above)]
    further = [(x + side * 5, below + step, align) for step in range(12, 200 * is_led, 12) for side, align in sides]
    return [*(spots[letter] for letter in order), *corners, *further]
