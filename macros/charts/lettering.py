"""Breaks text into lines and places it where it covers nothing.

Its width is a generous estimate, so that a drawing has the same bytes on every machine, whatever fonts it has.
"""

import unicodedata
from collections.abc import Sequence
from itertools import pairwise
from math import fsum
from typing import Any

TEXT, SMALL, LINE = 13, 12, 16
"""Size of labels, size of axis labels and asides, and height of a line of text, in pixels of the drawing."""
Point = tuple[float, float]
Spot = tuple[float, float, str]
"""A possible position of a label: x of its left, right or centre, y of its middle, and which of the three x is."""
Box = tuple[float, float, float, float]
_GAP, _PAD, _COVERED, _OUTSIDE = 9, 1, 50, 1000
_BESIDE = 5
"""The least pixels between labels side by side, so that they are not read as one."""
_FAR = 8
"""So many pixels between a label and the two lines beside its mark are as bad as a covered point."""
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
    share = max(fsum(map(_share, line)) for line in text.split("\n"))  # sum() differs between versions of Python
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

    A label of a mark that finds no free spot chooses first if the labels of marks together cover less then. The spot is
    ``tx``, ``ty`` and ``align``; ``label`` is the centre of the label, and ``bottom`` where it ends.
    """
    areas = [{spot: box(label["text"], spot) for spot in label.pop("spots")} for label in labels]
    alone = [
        {spot: _cost(area, drawn, room) + _away(label, spot) for spot, area in found.items()}
        for label, found in zip(labels, areas, strict=True)
    ]
    order, marks = list(range(len(labels))), [number for number, label in enumerate(labels) if "py" in label]
    best = _choose(order, areas, alone)
    for one in [number for number in marks if best[number][1]]:
        first = [one, *(other for other in order if other != one)]
        found = _choose(first, areas, alone)
        if sum(found[number][1] for number in marks) < sum(best[number][1] for number in marks):
            best, order = found, first
    for number, (spot, cost) in best.items():
        left, _, right, bottom = areas[number][spot]
        x, y, align = spot
        labels[number].update({"tx": x, "ty": y, "align": align, "cost": cost})
        labels[number].update({"bottom": bottom, "label": [(left + right) / 2, y]})


def _away(label: dict[str, Any], spot: Spot) -> int:
    """Return how far above or below its mark a spot is, where it is too far to stand beside it."""
    return int(max(0, abs(spot[1] - label.get("py", spot[1])) - 2 * LINE) / _FAR)


def _choose(
    order: Sequence[int], areas: Sequence[dict[Spot, Box]], alone: Sequence[dict[Spot, int]]
) -> dict[int, tuple[Spot, int]]:
    """Return the spot of each label and its cost, if they choose in this order."""
    taken: list[Box] = []
    chosen = {}
    for number in order:
        costs = {spot: cost + _overlaid(areas[number][spot], taken) for spot, cost in alone[number].items()}
        best = min(costs, key=costs.__getitem__)
        chosen[number] = best, costs[best]
        taken.append(areas[number][best])
    return chosen


def box(text: str, spot: Spot) -> Box:
    """Return the left, the top, the right and the bottom of a label at a spot."""
    x, y, align = spot
    width, half = measure(text, SMALL), height(text) / 2
    left = x - {"left": 0.0, "center": width / 2, "right": width}[align]
    return left, y - half, left + width, y + half


def height(text: str) -> float:
    """Return the height of a text, in pixels."""
    return float(LINE * len(text.splitlines()))


def _cost(area: Box, drawn: Sequence[Point], room: Box) -> int:
    left, top, right, bottom = area
    is_outside = left < room[0] or top < room[1] or right > room[2] or bottom > room[3]
    held = sum(left - _PAD <= x <= right + _PAD and top - _PAD <= y <= bottom + _PAD for x, y in drawn)
    return _OUTSIDE * is_outside + held


def _overlaid(area: Box, taken: Sequence[Box]) -> int:
    left, top, right, bottom = area
    return _COVERED * sum(
        left - _BESIDE < far and near < right + _BESIDE and top < foot and head < bottom
        for near, head, far, foot in taken
    )


def along(points: Sequence[Point], step: float = 4.0) -> list[Point]:
    """Return points along a line, at most ``step`` pixels apart, its corners included."""
    found = list(points[:1])
    for (x1, y1), (x2, y2) in pairwise(points):
        count = max(1, int(max(abs(x2 - x1), abs(y2 - y1)) / step))
        found.extend((x1 + (x2 - x1) * i / count, y1 + (y2 - y1) * i / count) for i in range(1, count + 1))
    return found


def around(x: float, y: float, order: str, text: str, *, reach: int = 0) -> list[Spot]:
    """Return the spots around a point: those of ``order``, r(ight), a(bove), b(elow), l(eft), then the corners.

    With a ``reach`` of 1 spots further and further below follow, with one of -1 above.
    """
    half = height(text) / 2
    above, below = y - _GAP - half, y + _GAP + half
    sides: list[tuple[int, str]] = [(1, "left"), (-1, "right")]
    spots = {"a": (x, above, "center"), "b": (x, below, "center")}
    spots |= {"r": (x + _GAP, y, "left"), "l": (x - _GAP, y, "right")}
    corners = [(x + side * 5, at, align) for side, align in sides for at in (below, above)]
    base = below if reach > 0 else above
    further = [
        (x + side * 5, base + reach * step, at) for step in range(12, 200 * abs(reach), 12) for side, at in sides
    ]
    return [*(spots[letter] for letter in order), *corners, *further]
