"""The picture of a timeline: the room that its axis gives, and where marks, labels, rules and bars stand."""

from itertools import combinations, pairwise
from types import SimpleNamespace
from typing import Any

import pytest

from macros.model import Event, Source, Topic
from macros.model.dates import Point, parse
from macros.render.calls import Macros
from macros.render.tokens import unwrap
from macros.views import timepicture
from macros.views.timeaxis import Axis, axis, time
from macros.views.timepicture import TimePicture
from tests.factories import make, queries_of

_LANES = ({"id": "sea", "label": "At sea"}, {"id": "land", "label": "On land"})


def _picture(events: dict[str, Event], **kinds: Any) -> TimePicture:
    queries = queries_of(events=events, **kinds)
    found = timepicture.picture(dict(queries.events()), queries)
    assert found
    return found


def _axis(years: list[int]) -> Axis:
    return axis(Point(year, 7) for year in years)


def _room(scale: Axis) -> dict[str, float]:
    return {one.label: round(one.width, 1) for one in scale.stretches if one.count}


def test_a_year_has_room_for_its_events() -> None:
    """The width of a year follows the number of its events, and a year with few has a least width."""
    room = _room(_axis([1901] * 60 + [1902] * 30 + [1903]))
    assert room["1901"] == pytest.approx(2 * room["1902"], abs=0.1)
    assert 3 < room["1903"] < 5
    assert sum(room.values()) == pytest.approx(100, abs=0.2)


def test_years_without_events_take_little_room_and_long_ones_are_broken() -> None:
    """A gap is narrower than any year; one of more than two years is drawn as a break."""
    scale = _axis([1901, 1903, 1950])
    assert [(one.first, one.end, one.is_break) for one in scale.stretches if not one.count] == [
        (1902, 1903, False),
        (1904, 1950, True),
    ]
    assert max(one.width for one in scale.stretches if not one.count) < min(_room(scale).values())


@pytest.mark.parametrize(
    "years", [[1901], [-2700, 2030], list(range(-2700, 2031, 7)), [*range(1900, 1941)], [*range(-2700, 2031)]]
)
def test_an_axis_never_explodes(years: list[int]) -> None:
    """Whatever the years, few stretches fill the axis without holes, and later times stand further right."""
    scale = _axis(years)
    assert len(scale.stretches) <= 40
    assert scale.stretches[0].left == 0
    for before, after in pairwise(scale.stretches):
        assert before.end == after.first
        assert before.left + before.width == pytest.approx(after.left)
    assert scale.stretches[-1].left + scale.stretches[-1].width == pytest.approx(100)
    places = [scale.place(year + 0.5) for year in years]
    assert places == sorted(places)
    assert 0 < places[0] <= places[-1] < 100


@pytest.mark.parametrize("years", [[1901], [1901, 1902], list(range(1901, 1940)), [-2700, 2030]])
@pytest.mark.parametrize("room", [340, 620])
def test_labels_of_years_stand_apart(years: list[int], room: int) -> None:
    """Labels keep their distance and stay within the axis; the first and the last period have one."""
    scale = _axis(years)
    ticks = scale.years(room)
    half = {label: len(label) * 7 / room * 50 for _, label in ticks}
    assert {scale.stretches[0].label, scale.stretches[-1].label} <= set(half)
    assert all(after - before > half[a] + half[b] for (before, a), (after, b) in pairwise(ticks))
    assert all(half[label] < middle < 100 - half[label] for middle, label in ticks)


def test_months_are_named_where_a_year_has_the_room() -> None:
    """The months of a wide year have labels, on a phone only some; those of a narrow year have none."""
    scale = _axis([1901] * 80 + [1902])
    assert [label for _, label in scale.months(620)][:3] == ["Jan", "Feb", "Mar"]
    assert [label for _, label in scale.months(340)] == ["Jan", "Apr", "Jul", "Oct"]


@pytest.mark.parametrize(
    ("date", "place"),
    [("1901-01-01", 1901), ("1901-07", 1901.54), ("1901", 1901.5), ("../1901-01-01", 1901), ("1901/1905", 1901.5)],
)
def test_a_date_stands_where_it_begins_or_by_when_it_was(date: str, place: float) -> None:
    """A month or a year stands at its middle."""
    assert time(parse(date).start) == pytest.approx(place, abs=0.01)


def test_a_time_before_our_era_has_a_place() -> None:
    """Years below zero are numbers as all others."""
    assert time(Point(-2700)) == -2699.5


def test_events_stand_in_their_lanes() -> None:
    """Lanes come in the order of the topic, without those that are empty; what has none stands last."""
    topic = make(Topic, lanes=(*_LANES, {"id": "air", "label": "In the air"}))
    events = {"a": make(Event, lane="land"), "b": make(Event), "c": make(Event, lane="sea", key=True)}
    lanes = _picture(events, topic=topic).lanes
    assert [(lane.label, [dot.id for dot in lane.dots]) for lane in lanes] == [
        ("At sea", ["c"]),
        ("On land", ["a"]),
        ("Others", ["b"]),
    ]
    assert [dot.is_key for lane in lanes for dot in lane.dots] == [True, False, False]
    assert lanes[0].dots[0].label == "1 May 1901: The lamp is lit"


def test_without_lanes_there_is_one_row_without_a_name() -> None:
    """A topic that names no lanes has one; a single event is enough."""
    (lane,) = _picture({"lamp-lit": make(Event)}).lanes
    assert (lane.label, len(lane.dots)) == ("", 1)


def test_marks_never_cover_each_other() -> None:
    """Events of one day stand below each other, each in 24 pixels of its own, and at the day's place."""
    events = {f"event-{n}": make(Event, date=f"1901-05-{n // 3 + 1:02}") for n in range(30)}
    seen = _picture(events)
    (lane,) = seen.lanes
    assert all(abs(a.x - b.x) * seen.wide / 100 > 23.9 or abs(a.y - b.y) >= 24 for a, b in combinations(lane.dots, 2))
    assert {(min(dot.y for dot in lane.dots), lane.height - max(dot.y for dot in lane.dots))} == {(12, 12)}
    assert len({dot.x for dot in lane.dots}) == 10


def test_lanes_too_high_for_a_glance_give_way_to_bars() -> None:
    """As many events as a lane of 1000 pixels has rows for may be of one day; with more there are only bars."""
    assert [len(_picture({f"event-{n}": make(Event) for n in range(count)}).lanes) for count in (41, 42)] == [1, 0]


def test_what_lasted_has_a_line() -> None:
    """A span is drawn to its end, and nothing else stands on the line; one of several days is no span."""
    events = {
        "long": make(Event, date="1901-03/1901-10"),
        "within": make(Event, date="1901-06"),
        "either": make(Event, date="[1901-11-01..1901-11-30]"),
    }
    (lane,) = _picture(events).lanes
    dots = {dot.id: dot for dot in lane.dots}
    assert (dots["long"].end or 0) > dots["within"].x
    assert dots["within"].y != dots["long"].y
    assert dots["either"].end is None


def test_a_category_has_a_mark_of_its_own() -> None:
    """Up to 32 categories differ in shape or in colour, eight by their shape alone, and neighbours in both."""
    topic = make(Topic, categories=tuple({"id": f"kind-{n}", "label": f"Kind {n}"} for n in range(32)))
    found = list(timepicture.category_styles(queries_of(topic=topic)).values())
    assert len({(mark.shape, mark.colour) for mark in found}) == 32
    assert (len({mark.shape for mark in found[:8]}), len({mark.colour for mark in found[:8]})) == (8, 4)
    assert all(one.colour != other.colour for one, other in pairwise(found[:8]))


def test_bars_count_months_years_or_longer_periods() -> None:
    """Each event belongs to the bar of its month; to that of its year or its period where few have a month."""
    seen = _picture({n: make(Event, date=d) for n, d in (("a", "1901-05"), ("b", "1901-05-31"), ("c", "1901-06-01"))})
    assert (seen.axis.unit, [height for *_, height in seen.bars]) == ("month", [100, 50])
    assert seen.places == {"a": 0, "b": 0, "c": 1}
    old = _picture({n: make(Event, date=d) for n, d in (("a", "-2699"), ("b", "1516"), ("c", "1516-04-23"))})
    assert (old.axis.unit, old.axis.is_broken, [height for *_, height in old.bars]) == ("year", True, [50, 100])
    assert not seen.axis.is_broken
    many = _picture({f"event-{year}": make(Event, date=str(year)) for year in range(1000, 2000)})
    assert (many.axis.unit, many.lanes) == ("50 years", ())
    assert {height for *_, height in many.bars} == {100}


@pytest.mark.parametrize(
    ("dates", "is_told"),
    [(("1901-05", "1901-06-01", "1901~"), True), (("1901-05", "1901-22"), False), (("1901", "1902", "1902-05"), False)],
)
def test_a_year_among_months_is_told(dates: tuple[str, ...], is_told: bool) -> None:  # noqa: FBT001 - a table
    """Where bars stand for months, readers learn that an event without one stands at none in particular."""
    events = {f"event-{n}": make(Event, date=date) for n, date in enumerate(dates)}
    shown = unwrap(Macros(queries_of(events=events), lambda: "timeline.html").timeline())
    assert ("An event of which only the year is known stands in the middle of it." in shown) is is_told


def test_documents_of_the_topic_are_rules(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each stands at its day of issue, its name towards the side that has room, with the day if that has room too."""
    sources = {
        name: make(Source, issued=day, basis={"kind": "stated"})
        for name, day in (("order", "1901-04-10"), ("recall", "1901-11-01"))
    }
    queries = queries_of(events={"lamp-lit": make(Event)}, sources={"gazette": make(Source)} | sources)
    documents = tuple(SimpleNamespace(source=name, page=f"{name}.md") for name in (*sources, "gazette"))
    nav = (SimpleNamespace(label="The order", page="order.md"),)
    was = queries.dataset.topic
    lists = {"topics": was.topics, "categories": was.categories, "jurisdictions": (), "folders": was.folders}
    topic = SimpleNamespace(lanes=(), documents=documents, nav=nav, **lists)
    monkeypatch.setitem(vars(queries.dataset), "topic", topic)
    seen = timepicture.picture(dict(queries.events()), queries)
    assert seen
    assert [(rule.link.label, rule.link.href, rule.is_right, rule.hue) for rule in seen.rules] == [
        ("The order, 10 April 1901", "sources/order.html", False, "x-first"),
        ("The lamp is lit, 1 November 1901", "sources/recall.html", True, "x-second"),
    ]
    assert [(rule.link.label, rule.is_right) for rule in seen.short] == [
        ("The order, 10 April 1901", False),
        ("The lamp is lit", True),
    ]
    assert seen.rules[0].y < seen.rules[1].y
    assert 27 < seen.rules[0].x < 29


@pytest.mark.parametrize("day", ["-0043", "Y-12018", "18XX", "199X", "2018-24", "9999-12-31"])
def test_an_event_of_any_time_has_a_place(day: str) -> None:
    """A decade, a century, a season or a year BCE stands on the axis, alone or with events of our time."""
    for days in ((day,), (day, "1901-05-01", "2030")):
        events = {f"event-{number}": make(Event, date=one) for number, one in enumerate(days)}
        seen = timepicture.picture(events, queries_of(events=events))
        assert seen
        places = [dot.x for lane in seen.lanes for dot in lane.dots]
        assert len(places) == len(days)
        assert all(0 <= x <= 100 for x in places)


def test_an_event_needs_no_category() -> None:
    """In a topic without categories every event has the same mark."""
    events = {name: make(Event, category=None) for name in ("one", "two")}
    queries = queries_of(events=events, topic=make(Topic, categories=None))
    seen = timepicture.picture(events, queries)
    assert seen
    assert len({dot.style for lane in seen.lanes for dot in lane.dots}) == 1
    assert [style.label for style in timepicture.category_styles(queries).values()] == [""]
