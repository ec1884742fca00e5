"""The picture of a timeline: lanes of dots over an axis of time, and for narrow screens a strip of bars.

Places from left to right are in percent of the width, so that the picture fits any; the others are in pixels.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from math import ceil, hypot
from textwrap import shorten

from macros.language import gettext
from macros.model import Event
from macros.queries import Queries, grouped
from macros.views import words
from macros.views.timeaxis import Axis, axis, time

_MOST_DOTS = 200
"""More events than this are seen in the strip only."""
_WIDE, _NARROW = 620, 340
"""The least width of the axis in pixels: of the picture, and of the strip."""
_APART = 1.8
"""How far dots in a row stand apart, in percent."""
_ROW, _LINE = 15, 24
"""The height of a row of dots, and of the label of a rule, in pixels."""
_REACH = 12
"""How far from its middle a dot can be hit, in pixels, where others are far enough."""
_SHAPES, _COLOURS = 8, 4
_BAR, _LEAST_BAR = 0.85, 0.8
"""The part of a month or a period that its bar takes, and the least width of a bar in percent."""
_LETTER = 6.8
"""Pixels that a letter of the label of a rule takes."""


@dataclass(frozen=True)
class CategoryStyle:
    """What tells a category in the picture: its label, and the numbers of its shape and of its colour."""

    label: str
    shape: int
    colour: int


@dataclass(frozen=True)
class Dot:
    """An event; ``end`` is where it ended, if it lasted."""

    id: str
    label: str
    x: float
    y: int
    mark: CategoryStyle
    is_key: bool
    end: float | None
    reach: float = 0
    """How far from its middle it can be hit, in pixels; no other of its lane can be hit there."""


@dataclass(frozen=True)
class Lane:
    """A row of the picture; its label is "" if it is the only one."""

    label: str
    dots: tuple[Dot, ...]
    height: int


@dataclass(frozen=True)
class Rule:
    """A document that the topic is about, at the day of its issue."""

    link: words.SiteLink
    x: float
    y: int
    is_right: bool
    hue: str


@dataclass(frozen=True)
class TimePicture:
    """All events at a glance, ``short`` for a phone. There are no lanes if the events are too many for dots."""

    axis: Axis
    lanes: tuple[Lane, ...]
    rules: tuple[Rule, ...]
    short: tuple[Rule, ...]
    bars: tuple[tuple[float, float, int], ...]
    """Left side, width and height, in percent of the highest, of each month, year or period that has events."""
    places: Mapping[str, int]
    """For each event the number of its bar."""
    has_years: bool
    """Whether an event stands among months of which only the year is known."""
    wide: int = _WIDE
    narrow: int = _NARROW


def category_styles(queries: Queries) -> dict[str, CategoryStyle]:
    """Return the mark of every category, and for "" that of events without one; two share one only beyond 32."""
    labels = words.categories(queries) | {"": ""}
    return {
        name: CategoryStyle(labels[name], n % _SHAPES, (n + n // _SHAPES) % _COLOURS) for n, name in enumerate(labels)
    }


def picture(events: Mapping[str, Event], queries: Queries) -> TimePicture | None:
    """Return the picture of events in order of time; None if there are none."""
    if not events:
        return None
    scale = axis(event.date.start for event in events.values())
    slots = {name: scale.slot(time(event.date.start)) for name, event in events.items()}
    counts = Counter(slots.values())
    numbers = {slot: number for number, slot in enumerate(counts)}
    lanes = _lanes(events, scale, queries) if len(events) <= _MOST_DOTS else ()
    places = {name: numbers[slot] for name, slot in slots.items()}
    has_years = scale.has_months and any(event.date.start.precision == "year" for event in events.values())
    rules, short = _rules(scale, queries, _WIDE), _rules(scale, queries, _NARROW, is_short=True)
    bars = tuple(
        (round(left, 2), round(max(width * _BAR, _LEAST_BAR), 2), ceil(100 * count / max(counts.values())))
        for (left, width), count in counts.items()
    )
    return TimePicture(scale, lanes, rules, short, bars, places, has_years)


def _lanes(events: Mapping[str, Event], scale: Axis, queries: Queries) -> tuple[Lane, ...]:
    labels = {str(one.id): str(one.label) for one in queries.dataset.topic.lanes}
    found = grouped((str(event.lane or ""), (name, event)) for name, event in events.items())
    labels[""] = gettext("Others") if labels else ""
    return tuple(_lane(label, dict(found[lane]), scale, queries) for lane, label in labels.items() if lane in found)


def _lane(label: str, events: Mapping[str, Event], scale: Axis, queries: Queries) -> Lane:
    """Return a lane; dots that would touch stand below each other."""
    known, ends, dots = category_styles(queries), list[float](), []
    for name, event in events.items():
        x = scale.place(time(event.date.start))
        end = _end(event, scale, x)
        row = next((row for row, used in enumerate(ends) if used + _APART <= x), len(ends))
        ends[row : row + 1] = [end or x]
        title, y = f"{event.date}: {event.title}", _ROW * row + _ROW
        mark = known[event.category or ""]
        dots.append(Dot(name, title, round(x, 2), y, mark, event.key, end))
    dots = [replace(dot, reach=_reach(dot, dots)) for dot in dots]
    return Lane(label, tuple(dots), _ROW * max(len(ends), 1) + _ROW)


def _reach(dot: Dot, dots: Iterable[Dot]) -> float:
    """Return half the way to the nearest other dot of a lane, in pixels of the least width, if others are that near."""
    ways = (hypot((dot.x - one.x) * _WIDE / 100, dot.y - one.y) / 2 for one in dots if one is not dot)
    return round(min((_REACH, *ways)), 1)


def _end(event: Event, scale: Axis, x: float) -> float | None:
    """Return where an event ended that lasted so long that it can be seen."""
    if event.date.is_one_of or not (event.date.begin and event.date.end):
        return None
    end = round(scale.place(time(event.date.end)), 2)
    return end if end - x > _APART else None


def _rules(scale: Axis, queries: Queries, width: float, *, is_short: bool = False) -> tuple[Rule, ...]:
    """Return the documents that the topic is about, each label on a line of its own, to the right if it fits there."""
    rules: list[Rule] = []
    labels = {entry.page: entry.label for entry in queries.dataset.topic.nav}
    for document in queries.dataset.topic.documents:
        source = queries.dataset.sources[document.source]
        if source.issued:
            x = scale.place(time(source.issued.start))
            before, after = (int(side * width / 100 / _LETTER) for side in (x, 100 - x))
            name = str(labels.get(document.page, source.title)) + ("" if is_short else f", {source.issued}")
            label = shorten(name, max(before, after), placeholder="…")
            y, hue = _LINE * (len(rules) + 1) - 8, words.hue(document.source, queries)
            link = words.SiteLink(label, queries.href(document.source))
            rules.append(Rule(link, round(x, 2), y, len(label) > after, hue))
    return tuple(rules)
