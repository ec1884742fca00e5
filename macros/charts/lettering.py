"""Breaks text into lines, and places labels where they cover nothing; widths are estimated, alike on every machine."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from math import fsum  # sum() rounds otherwise in some versions of Python
from typing import Any
from unicodedata import east_asian_width

TEXT, SMALL, LINE = 13, 12, 16
"""Size of labels, size of axis labels and asides, and height of a line of text, in pixels of the drawing."""
Point = tuple[float, float]
Spot = tuple[float, float, str]  # where a label may be: x of its left, right or centre, y, and which of the three x is
Box = tuple[float, float, float, float]
_GAP, _PAD, _COVERED, _OUTSIDE = 9, 1.5, 50, 1000
_BESIDE = 5  # the least pixels between labels side by side, so that they are not read as one
_ASIDE = (21, 33, 45)  # how far to the sides a label may stand
_FAR = 8  # so many pixels between a label and the two lines beside its mark are as bad as a covered point
_WIDTHS = {  # of letters in Arial and the fonts drawn to its measure, as a share of their size
    **dict.fromkeys("iljtfI.,:;!|/[]'’ \u00a0", 0.28),
    **dict.fromkeys('r()-“”"', 0.34),
    **dict.fromkeys("ckszvxyJ", 0.5),
    **dict.fromkeys("mwMW%—@", 0.87),
}
_LETTER, _CAPITAL, _FULL, _GENEROUS, _BOLD = 0.56, 0.7, 1.0, 1.08, 1.09


@lru_cache(10_000)
def measure(text: str, size: float, *, bold: bool = False) -> float:
    """Return an estimate of the width of the longest line of a text, in pixels: a little more than in most fonts."""
    shares = {one: _FULL if east_asian_width(one) in "WF" else _CAPITAL if one.isupper() else _LETTER for one in text}
    longest = max(fsum(map((shares | _WIDTHS).__getitem__, line)) for line in text.split("\n"))
    return longest * size * _GENEROUS * (_BOLD if bold else 1)


def wrap(text: str, width: float, size: float, *, bold: bool = False) -> str:
    """Return text in lines of at most ``width`` pixels; "§ 1" stays together, and a longer word is cut."""
    lines = [""]
    for word in " ".join(text.split()).replace("§ ", "§\u00a0").split(" "):
        for part in [f" {word}"] if measure(word, size, bold=bold) <= width * _GENEROUS else f" {word}":
            if lines[-1] and measure(lines[-1] + part, size, bold=bold) > width:
                lines.append("")
            lines[-1] = (lines[-1] + part).lstrip(" ")
    return "\n".join(lines)


def place(labels: Sequence[dict[str, Any]], drawn: Sequence[Point], room: Box) -> None:
    """Set the place of each label: the first of its ``spots`` that covers nothing, or else the one that covers least.

    Labels of marks come before names, those with the fewest free spots first. A label starts at ``tx``, ``ty``.
    """
    taken = [((x - _PAD, y - _PAD, x + _PAD, y + _PAD), 1) for x, y in drawn]
    own = [[inside(spot, label["text"], label.get("py"), room) for spot in label.pop("spots")] for label in labels]
    spots = [{spot: _cost(label, spot, taken, room) for spot in ones} for label, ones in zip(labels, own, strict=True)]
    free = [("py" not in label, [*costs.values()].count(0)) for label, costs in zip(labels, spots, strict=True)]
    taken.clear()
    for _, label, costs in sorted(zip(free, labels, spots, strict=True), key=lambda one: one[0]):
        costs |= {spot: cost + _cost(label, spot, taken, room) for spot, cost in costs.items()}
        best = min(costs, key=costs.__getitem__)
        left, top, right, bottom = box(label["text"], best)
        taken.append(((left - _BESIDE, top, right + _BESIDE, bottom), _COVERED))
        where = {"tx": best[0], "ty": top + LINE / 2, "cx": (left + right) / 2, "cy": best[1]}
        label.update(where | {"align": best[2], "cost": costs[best]})


def box(text: str, spot: Spot) -> Box:
    """Return the left, the top, the right and the bottom of a label at a spot."""
    x, y, align = spot
    width, half = measure(text, SMALL), height(text) / 2
    left = x - {"left": 0.0, "center": width / 2, "right": width}[align]
    return left, y - half, left + width, y + half


def inside(spot: Spot, text: str, mark: float | None, room: Box) -> Spot:
    """Return a spot above its mark, moved so far to the side that its label fits into the room; others unchanged."""
    if mark is None or spot[1] >= mark:
        return spot
    left, _, right, _ = box(text, spot)
    return spot[0] + max(0, room[0] - left) - max(0, right - room[2]), *spot[1:]


def height(text: str) -> float:
    """Return the height of a text, in pixels."""
    return float(LINE * len(text.splitlines()))


def _cost(label: dict[str, Any], spot: Spot, taken: Sequence[tuple[Box, int]], room: Box) -> int:
    """Return the cost of a label at a spot: of what it covers, of its distance from its mark, and outside the room."""
    left, top, right, bottom = box(label["text"], spot)
    is_outside = left < room[0] or top < room[1] or right > room[2] or bottom > room[3]
    distance = max(0, abs(spot[1] - label.get("py", spot[1])) - 2 * LINE) / _FAR
    covered = (cost for (x, y, far, foot), cost in taken if left < far and x < right and top < foot and y < bottom)
    return (_OUTSIDE if is_outside else 0) + int(distance) + sum(covered)


def along(points: Sequence[Point]) -> Iterator[Point]:
    """Yield points along a line, at most four pixels apart, its corners included."""
    for (x1, y1), (x2, y2) in pairwise(points):
        count = max(1, int(max(abs(x2 - x1), abs(y2 - y1)) / 4))
        yield from ((x1 + (x2 - x1) * i / count, y1 + (y2 - y1) * i / count) for i in range(count + 1))


def around(x: float, y: float, order: str, text: str, *, reach: int = 0) -> list[Spot]:
    """Return the spots around a point: those of ``order``, r(ight), a(bove), b(elow), l(eft), then the corners.

    Corners to the left come first if ``order`` starts there. With a ``reach`` of 1 the corners are below the point, one
    further than the other; with -1 they are above it. At last come spots further to the sides.
    """
    distance = _GAP + height(text) / 2
    spots = {"a": (x, y - distance, "center"), "b": (x, y + distance, "center")}
    spots |= {"r": (x + _GAP, y, "left"), "l": (x - _GAP, y, "right")}
    steps = [reach * (distance + step) for step in range(0, 200, 12)] if reach else [distance, -distance]
    sides = ((-5, "right"), (5, "left")) if order[0] == "l" else ((5, "left"), (-5, "right"))
    corners = [(x + side, y + step, align) for step in steps for side, align in sides]
    beyond = [(x + side * step, y, align) for step in _ASIDE for side, align in ((1, "left"), (-1, "right"))]
    return [*(spots[letter] for letter in order), *corners, *beyond]
