"""Breaks text into lines, and places labels where they cover nothing; widths are estimated, alike on every machine."""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from math import fsum, inf  # sum() rounds otherwise in some versions of Python
from typing import Any
from unicodedata import east_asian_width

TEXT, SMALL, LINE = 13, 12, 16
"""Size of labels, size of axis labels and asides, and height of a line of text, in pixels of the drawing."""
Point = tuple[float, float]
Spot = tuple[float, float, str]  # pixels from a mark to the left, right or centre of its label, down, and which it is
Box = tuple[float, float, float, float]
_GAP, _COVERED, _OUTSIDE = 9, 50, 1000
_BESIDE = 5  # the least pixels between labels side by side, so that they are not read as one
_FAR = 8  # so many pixels between a label and the two lines beside its mark are as bad as a covered point
_WIDTHS = {  # of letters in Arial and the fonts drawn to its measure, as a share of their size
    **dict.fromkeys("\u200e\u200f", 0.0),  # marks of direction
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


def place(labels: Iterable[dict[str, Any]], taken: list[tuple[Box, int]], room: Box) -> None:
    """Set ``dx``, ``dy`` and ``align`` of each label to the first of its spots that covers nothing, or the least.

    ``taken`` are boxes with the cost of covering them; those of the labels are added. Labels with few free spots come
    first, those with none last. The mark of a label is at ``px``, ``py``.
    """
    found = [(label, {one: _cost(label, one, taken, room) for one in label.pop("spots")}) for label in labels]
    drawn = len(taken)
    for label, costs in sorted(found, key=lambda one: [*one[1].values()].count(0) or inf):
        costs |= {spot: cost + _cost(label, spot, taken[drawn:], room) for spot, cost in costs.items()}
        best = min(costs, key=costs.__getitem__)
        left, top, right, bottom = box(label, best)
        taken.append(((left - _BESIDE, top, right + _BESIDE, bottom), _COVERED))
        label.update(dx=best[0], dy=top + LINE / 2 - label["py"], align=best[2], cost=costs[best])


def box(label: dict[str, Any], spot: Spot) -> Box:
    """Return the left, the top, the right and the bottom of a label at a spot."""
    width, half = measure(label["text"], SMALL), height(label["text"]) / 2
    left, y = label["px"] + spot[0] - {"left": 0.0, "center": width / 2, "right": width}[spot[2]], label["py"] + spot[1]
    return left, y - half, left + width, y + half


def height(text: str) -> float:
    """Return the height of a text, in pixels."""
    return float(LINE * len(text.splitlines()))


def _cost(label: dict[str, Any], spot: Spot, taken: Sequence[tuple[Box, int]], room: Box) -> int:
    """Return the cost of a label at a spot: of what it covers, of its distance from its mark, and outside the room."""
    left, top, right, bottom = box(label, spot)
    is_outside = left < room[0] or top < room[1] or right > room[2] or bottom > room[3]
    covered = (cost for (x, y, far, foot), cost in taken if left < far and x < right and top < foot and y < bottom)
    return (_OUTSIDE if is_outside else 0) + int(max(0, abs(spot[1]) - 2 * LINE) / _FAR) + sum(covered)


def along(points: Sequence[Point]) -> Iterator[tuple[Box, int]]:
    """Yield boxes along a line, at most four pixels apart, its corners included."""
    for (x1, y1), (x2, y2) in pairwise(points):
        count = max(1, int(max(abs(x2 - x1), abs(y2 - y1)) / 4))
        for x, y in ((x1 + (x2 - x1) * i / count, y1 + (y2 - y1) * i / count) for i in range(count + 1)):
            yield (x - 1.5, y - 1.5, x + 1.5, y + 1.5), 1


def around(text: str, order: str) -> list[Spot]:
    """Return the spots around a mark: in ``order``, r(ight), a(bove), b(elow) and l(eft); then those further away."""
    near = _GAP + height(text) / 2
    sides: dict[str, list[Spot]] = {"r": [(_GAP, 0, "left")], "l": [(-_GAP, 0, "right")]}
    sides |= {at: [(0, y, "center"), (12, y, "right"), (-12, y, "left")] for at, y in (("a", -near), ("b", near))}
    spots: list[Spot] = [spot for letter in order for spot in sides[letter]]
    for off in range(0, 130, 16):
        spots += [(x, y, align) for y in (near + off, -near - off) for x, align in ((5, "left"), (-5, "right"))]
        spots += [(_GAP + off, 0, "left"), (-_GAP - off, 0, "right")]
    return spots
