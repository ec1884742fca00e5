"""The picture of a timeline: lanes of dots over an axis of time, and for narrow screens a strip of bars.

Places from left to right are in percent of the width, so that the picture fits any; the others are in pixels.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from math import ceil
from textwrap import shorten

from macros.language import gettext
from macros.model import Event
from macros.queries import Queries, grouped
from macros.views import words
from macros.views.timeaxis import Axis, axis, time

_MOST_DOTS, _HIGHEST = 200, 1000
"""With more events than this, or lanes higher than this in pixels, there is only the strip."""
_WIDE, _NARROW = 530, 340  # the least width of the axis of the picture and of the strip, in pixels
_TARGET = 24
"""The width and height of what can be hit around a dot, and the height of a rule's label, in pixels."""
_APART = 100 * _TARGET / _WIDE  # the least distance between dots in a row, in percent
_LEAST_LINE = 1.8  # the least length of the line of an event that lasted, in percent
_SHAPES, _COLOURS = 8, 4
_BAR, _LEAST_BAR = 0.85, 0.8
"""The width of a bar as a part of its slot, and the least width of a bar in percent of the axis."""
_LETTER = 6.8  # the width of a letter of a rule's label, in pixels


@dataclass(frozen=True)
class CategoryStyle:
    """How a category looks in the picture: its label, and the indices of its shape and of its colour."""

    label: str
    shape: int
    colour: int


@dataclass(frozen=True)
class Dot:
    """An event; ``end`` is the place of its end, None if it is too short to be seen."""

    id: str
    label: str
    x: float
    y: int
    style: CategoryStyle
    is_key: bool
    end: float | None


@dataclass(frozen=True)
class Lane:
    """A row of the picture; its label is "" if it is the only one."""

    label: str
    dots: tuple[Dot, ...]
    height: int


@dataclass(frozen=True)
class Rule:
    """A line at the issue of a document that the topic is about; ``is_right`` if its label ends at the line.

    ``width`` is that of the label with the distance from the line, in pixels.
    """

    link: words.SiteLink
    x: float
    y: int
    width: int
    is_right: bool
    hue: str


@dataclass(frozen=True)
class TimePicture:
    """All events at a glance; there are no lanes if there are too many events for dots.

    ``rules`` belong to the picture, ``short`` ones to the strip, whose labels have less room.
    """

    axis: Axis
    lanes: tuple[Lane, ...]
    rules: tuple[Rule, ...]
    short: tuple[Rule, ...]
    bars: tuple[tuple[float, float, int], ...]
    """Left side, width and height, in percent of the highest, of each month, year or period that has events."""
    places: Mapping[str, int]
    """The index of the bar of each event."""
    has_years: bool
    """Whether there is an event among months of which only the year is known."""
    wide: int = _WIDE
    narrow: int = _NARROW


def category_styles(queries: Queries) -> dict[str, CategoryStyle]:
    """Return the style of every category, and for "" that of events without one; up to 32 styles differ."""
    labels = words.categories(queries) | {"": ""}
    return {
        category: CategoryStyle(label, n % _SHAPES, (n + n // _SHAPES) % _COLOURS)
        for n, (category, label) in enumerate(labels.items())
    }


def picture(events: Mapping[str, Event], queries: Queries) -> TimePicture | None:
    """Return the picture of events in order of time; None if there are none."""
    if not events:
        return None
    scale = axis(event.date.start for event in events.values())
    slots = {event_id: scale.slot(time(event.date.start)) for event_id, event in events.items()}
    counts = Counter(slots.values())
    most = max(counts.values())
    index_of_slot = {slot: index for index, slot in enumerate(counts)}
    return TimePicture(
        axis=scale,
        lanes=_lanes(events, scale, queries),
        rules=_rules(scale, queries, _WIDE),
        short=_rules(scale, queries, _NARROW),
        bars=tuple(
            (round(left, 2), round(max(width * _BAR, _LEAST_BAR), 2), ceil(100 * count / most))
            for (left, width), count in counts.items()
        ),
        places={event_id: index_of_slot[slot] for event_id, slot in slots.items()},
        has_years=scale.has_months and any(event.date.start.precision == "year" for event in events.values()),
    )


def _lanes(events: Mapping[str, Event], scale: Axis, queries: Queries) -> tuple[Lane, ...]:
    """Return the lanes that have events; none if they would be too much for a glance."""
    if len(events) > _MOST_DOTS:
        return ()
    labels = {str(lane.id): str(lane.label) for lane in queries.dataset.topic.lanes}
    labels[""] = gettext("Others") if labels else ""
    by_lane = grouped((str(event.lane or ""), (event_id, event)) for event_id, event in events.items())
    used = [lane for lane in labels if lane in by_lane]
    lanes = tuple(_lane(labels[lane], dict(by_lane[lane]), scale, queries) for lane in used)
    return lanes if sum(lane.height for lane in lanes) <= _HIGHEST else ()


def _lane(label: str, events: Mapping[str, Event], scale: Axis, queries: Queries) -> Lane:
    """Return a lane; dots whose targets would overlap stand below each other, in rows."""
    styles = category_styles(queries)
    row_ends: list[float] = []
    dots: list[Dot] = []
    for event_id, event in events.items():
        x = scale.place(time(event.date.start))
        end = _end(event, scale, x)
        row = next((row for row, row_end in enumerate(row_ends) if row_end + _APART <= x), len(row_ends))
        row_ends[row : row + 1] = [end or x]
        title = f"{event.date}: {event.title}"
        style = styles[event.category or ""]
        dots.append(Dot(event_id, title, round(x, 2), _TARGET * row + _TARGET // 2, style, event.key, end))
    return Lane(label, tuple(dots), _TARGET * len(row_ends))


def _end(event: Event, scale: Axis, x: float) -> float | None:
    """Return the place of the end of an event that starts at ``x``; None if it is too near to be seen."""
    if event.date.is_one_of or not (event.date.begin and event.date.end):
        return None
    end = round(scale.place(time(event.date.end)), 2)
    return end if end - x > _LEAST_LINE else None


def _rules(scale: Axis, queries: Queries, width: float) -> tuple[Rule, ...]:
    """Return the documents that the topic is about, each label on a line of its own, right of its rule if it fits.

    ``width`` is that of the axis in pixels. A label without the room for the date of issue leaves it out, and none
    crosses the rule before it.
    """
    rules: list[Rule] = []
    labels = {entry.page: entry.label for entry in queries.dataset.topic.nav}
    for document in queries.dataset.topic.documents:
        source = queries.dataset.sources[document.source]
        if source.issued:
            x = scale.place(time(source.issued.start))
            left = max((rule.x for rule in rules if rule.x < x), default=0)
            room, other = (int(side * width / 100 / _LETTER) for side in (100 - x, x - left))
            name = str(labels.get(document.page, source.title))
            dated, most = f"{name}, {source.issued}", max(room, other)
            label = dated if len(dated) <= most else shorten(name, most, placeholder="…")
            link = words.SiteLink(label, queries.href(document.source))
            y = _TARGET * (len(rules) + 1) - 8
            hue = words.hue(document.source, queries)
            wide = ceil(len(label) * _LETTER) + 6
            rules.append(Rule(link, round(x, 2), y, wide, is_right=len(label) > room, hue=hue))
    return tuple(rules)
