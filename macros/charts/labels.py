"""Where labels can stand on a drawing without covering it: pure arithmetic."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from macros.charts import theme

Point = tuple[float, float]
_PAD = 3.0
_COVERED = 50
_OUTSIDE = 1000


@dataclass(frozen=True)
class Spot:
    """A place for a label: ``y`` is the middle of its text; ``lead`` is the point that a line leads back to."""

    x: float
    y: float
    align: str
    lead: Point | None = None


@dataclass(frozen=True)
class Label:
    """Words that belong to something drawn, and the places where they may stand, the best first."""

    lines: tuple[str, ...]
    color: str
    spots: tuple[Spot, ...]


@dataclass(frozen=True)
class Box:
    """A rectangle in pixels."""

    left: float
    top: float
    right: float
    bottom: float

    def holds(self, point: Point) -> bool:
        """Whether a point lies in it, or so near that it seems to."""
        x, y = point
        return self.left - _PAD <= x <= self.right + _PAD and self.top - _PAD <= y <= self.bottom + _PAD

    def meets(self, other: "Box") -> bool:
        """Whether it overlaps another."""
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )


def box(label: Label, spot: Spot) -> Box:
    """Return the rectangle that a label fills at a spot."""
    width = max(theme.measure(line, theme.SMALL) for line in label.lines)
    height = theme.LINE * len(label.lines)
    left = spot.x - {"left": 0.0, "center": width / 2, "right": width}[spot.align]
    return Box(left, spot.y - height / 2, left + width, spot.y + height / 2)


def place(labels: Iterable[Label], drawn: Sequence[Point], room: Box) -> tuple[tuple[Label, Spot], ...]:
    """Return a spot for each label, in order: the first that covers nothing, or the one that covers least."""
    placed: list[tuple[Label, Spot]] = []
    taken: list[Box] = []
    for label in labels:
        costs = [_cost(box(label, spot), drawn, taken, room) for spot in label.spots]
        best = label.spots[costs.index(min(costs))]
        placed.append((label, best))
        taken.append(box(label, best))
    return tuple(placed)


def _cost(area: Box, drawn: Sequence[Point], taken: Sequence[Box], room: Box) -> int:
    is_outside = area.left < room.left or area.right > room.right or area.top < room.top or area.bottom > room.bottom
    covered = sum(area.meets(other) for other in taken)
    return _OUTSIDE * is_outside + _COVERED * covered + sum(area.holds(point) for point in drawn)


def along(points: Sequence[Point], step: float = 4.0) -> tuple[Point, ...]:
    """Return points along a line, at most ``step`` pixels apart, its corners included."""
    found = list(points[:1])
    for (x1, y1), (x2, y2) in pairwise(points):
        count = max(1, int(max(abs(x2 - x1), abs(y2 - y1)) / step))
        found.extend((x1 + (x2 - x1) * i / count, y1 + (y2 - y1) * i / count) for i in range(1, count + 1))
    return tuple(found)


def around(point: Point, order: str, gap: float = 9.0, height: float = theme.LINE) -> tuple[Spot, ...]:
    """Return the spots around a point: those of ``order``, r(ight), a(bove), b(elow), l(eft); then the corners."""
    x, y = point
    above, below = y - gap - height / 2, y + gap + height / 2
    spots = {
        "r": Spot(x + gap, y, "left"),
        "a": Spot(x, above, "center"),
        "b": Spot(x, below, "center"),
        "l": Spot(x - gap, y, "right"),
    }
    corners = (
        Spot(x + 5, below, "left"),
        Spot(x + 5, above, "left"),
        Spot(x - 5, above, "right"),
        Spot(x - 5, below, "right"),
    )
    return (*(spots[letter] for letter in order), *corners)
