"""Charts: what is drawn, how it is drawn, and that the table says the same."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations
from types import SimpleNamespace
from typing import Any
from xml.etree import ElementTree as ET

import altair as alt
import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft7Validator

from macros import charts, language
from macros.charts import axes, theme
from macros.charts.lettering import LINE, along, around, box, measure, place, wrap
from macros.checks import RULES
from macros.model import Actor, Chart, Dataset, Event, Series, Source, Statement, Statute, Topic, dates
from macros.queries import Queries
from macros.render import render
from macros.render.context import context
from macros.views import charted
from macros.views import figure as figures
from macros.views.colours import COLOURS
from macros.views.figure import Figure
from macros.views.words import SiteLink
from tests.factories import dataset, make

SVG = "{http://www.w3.org/2000/svg}"


def seen(number: int, year: int, **changes: Any) -> dict[str, Any]:
    """Return a number of a year, or a gap where its value is None."""
    return {"id": f"lamps-{abs(number)}-{year}", "period": str(year), "value": number, **changes}


def drawn(mark: str = "lines", *observations: dict[str, Any], **changes: Any) -> Dataset:
    """Return a dataset with one series and one chart of it, both called as their ids."""
    series = make(Series, observations=observations or (seen(3, 1901), seen(5, 1902)), **changes.pop("series", {}))
    chart = make(Chart, **{"mark": mark, "series": ("lamps",), **changes.pop("chart", {})})
    return dataset(series={"lamps": series, **changes.pop("more", {})}, charts={"few": chart}, **changes)


def figure(name: str, data: Dataset) -> Figure:
    """Return a chart of a dataset."""
    return figures.figure(name, Queries(data))


def parsed(svg: str) -> ET.Element:
    """Return the root of a drawing."""
    return ET.fromstring(svg)  # noqa: S314 - our own drawing


def texts(svg: str) -> list[str]:
    """Return the words that a drawing shows; the lines of one label are joined by spaces."""
    root = parsed(svg)
    return [" ".join(element.itertext()) for element in root.iter(f"{SVG}text")]


def strokes(svg: str, color: str) -> list[str]:
    """Return the paths of the lines of one colour: those with neither filling nor transform."""
    paths = parsed(svg).iter(f"{SVG}path")
    return [
        p.attrib["d"]
        for p in paths
        if p.get("stroke") == color
        and p.get("stroke-width") == "2"
        and "L" in p.attrib["d"]
        and not p.attrib["d"].endswith("Z")
    ]


def corners(path: str) -> int:
    """Return how many points a line goes through."""
    return path.count("L") + path.count("M")


def symbols(svg: str, **attributes: str) -> list[ET.Element]:
    """Return the closed shapes that have the given attributes."""
    wanted = {name.replace("_", "-"): value for name, value in attributes.items()}
    return [
        path
        for path in parsed(svg).iter(f"{SVG}path")
        if path.attrib["d"].endswith(("Z", "0")) and wanted.items() <= path.attrib.items()
    ]


def cells(table: Figure) -> list[list[str]]:
    """Return the words of a table."""
    return [[cell.text for cell in row] for row in table.rows]


FIRST = "var(--chart-1)"
SECOND = "var(--chart-2)"
MUTED = "var(--chart-muted)"
PAPER = "var(--chart-paper)"
EVERY_MARK = ("bars", "dots", "panels", "lines")


@pytest.mark.parametrize("mark", [*EVERY_MARK, "stack", "steps"])
def test_a_drawing_is_valid(mark: str) -> None:
    """What draws a chart knows no word that the grammar of graphics has not."""
    data = drawn(mark, seen(3, 1901), seen(5, 1902, qualifier="at least"), seen(4, 1904, status="partial"))
    grammar = Draft7Validator(alt.load_schema())
    for form in theme.FORMS:
        assert grammar.is_valid(charts.vega_lite(mark, charted.data(data.charts["few"], Queries(data)), form))


@pytest.mark.parametrize(
    ("kind", "periods", "joined"),
    [
        ("calendar year", ("1901", "1902"), [2]),
        ("calendar year", ("1901", "1902", "1904", "1905"), [2, 2]),
        ("month", ("1901-01", "1901-02", "1901-04", "1901-05"), [2, 2]),
        ("point in time", ("1901-01", "1901-02", "1901-07"), [3]),
    ],
)
def test_a_line_joins_what_follows_each_other(kind: str, periods: tuple[str, ...], joined: list[int]) -> None:
    """A year or a month that the data does not even name breaks the line; points of time have no rhythm to break."""
    numbers = [{"id": f"n-{period}", "period": period, "value": 5} for period in periods]
    svg = figure("few", drawn("lines", *numbers, series={"period_kind": kind})).drawing["wide"]
    assert [corners(path) for path in strokes(svg, FIRST)] == joined


def test_a_gap_breaks_the_line() -> None:
    """No line is drawn across a year without a number, and the word gap stands there."""
    gap = seen(0, 1903, value=None, status="gap", note="Not counted.")
    svg = figure("few", drawn("lines", seen(3, 1901), seen(4, 1902), gap, seen(5, 1904), seen(6, 1905))).drawing["wide"]
    assert [corners(path) for path in strokes(svg, FIRST)] == [2, 2]
    assert "gap" in texts(svg)


@pytest.mark.parametrize(
    ("periods", "words", "joined"),
    [
        (("1900/1905", "1904", "1903/1908"), "1900 to 1908", []),
        (("1900/1905", "1906/1908"), "1900 to 1908", [2]),
        (("1900/..", "../1908"), "1900 to 1908", []),
        (("1900/..", "1908"), "since 1900", []),
        (("2005/..", "../1999"), "1999 to 2005", [2]),
    ],
)
def test_spans_may_overlap(periods: tuple[str, ...], words: str, joined: list[int]) -> None:
    """The period that a chart shows reaches from the first day to the last, and a line joins no spans that overlap."""
    numbers = [{"id": f"n-{index}", "period": period, "value": index + 5} for index, period in enumerate(periods)]
    view = figure("few", drawn("lines", *numbers, series={"period_kind": "span"}))
    assert view.period == words
    assert [corners(path) for path in strokes(view.drawing["wide"], FIRST)] == joined


@pytest.mark.parametrize(
    ("changes", "opacity", "words"),
    [({"status": "partial"}, "0", "5 partial"), ({"qualifier": "nearly"}, "0.3", "nearly 5")],
)
def test_a_partial_or_rounded_year_is_apart(changes: dict[str, str], opacity: str, words: str) -> None:
    """A partial count is hollow, a rounded number is pale; either is joined to nothing, and says what it is."""
    svg = figure("few", drawn("lines", seen(3, 1901), seen(4, 1902), seen(5, 1903, **changes))).drawing["wide"]
    assert [corners(path) for path in strokes(svg, FIRST)] == [2]
    assert len(symbols(svg, stroke=FIRST, fill_opacity=opacity)) == 1
    assert words in texts(svg)


def test_a_range_over_time_is_a_stroke_between_its_ends() -> None:
    """A range is drawn from its lower to its upper end, no line joins it, and the reading aid says what it is."""
    data = drawn("lines", seen(3, 1901), seen(0, 1902, value=None, low=2, high=6), seen(4, 1903))
    svg = figure("few", data).drawing["wide"]
    lines = [one for one in parsed(svg).iter(f"{SVG}line") if one.get("stroke-width") == "3"]
    assert len(lines) == 1
    assert abs(float(lines[0].attrib["y2"])) > 20
    assert "2 to 6" in texts(svg)
    assert not [one for one in parsed(svg).iter(f"{SVG}path") if one.get("fill") == "none"]
    assert "An upright stroke is a range." in figure("few", data).key


def test_a_lower_bound_is_open_upwards() -> None:
    """A number that a source gives as "more than" has an arrow that points up, and its words with who says so."""
    bound = make(
        Series,
        comparability_group="other",
        observations=(
            {"id": "bound", "period": "1902", "value": 4, "qualifier": "more than", "attributed_to": {"actor": "ann"}},
        ),
    )
    data = drawn(more={"bounds": bound}, chart={"marked": ("bound",)}, actors={"ann": make(Actor, name="Ann Reed")})
    svg = figure("few", data).drawing["wide"]
    (arrow,) = symbols(svg, fill=SECOND)
    heights = [float(y) for y in re.findall(r"-?[\d.]+,(-?[\d.]+)", arrow.attrib["d"])]
    assert max(heights) == 0
    assert min(heights) < -10
    assert "more than 4 Gull Gazette, citing Ann Reed" in texts(svg)
    assert "more than 4 lamps" in cells(figure("few", data))[-1]


@pytest.mark.parametrize("name", ["Gull Gazette", "The Gull Gazette of the Northern Harbours"])
def test_a_publisher_does_not_cite_itself(name: str) -> None:
    """A number that its publisher gives is the publisher's, by whichever of its names."""
    number = {**seen(4, 1902), "qualifier": "more than", "attributed_to": {"actor": "gull"}}
    gull = make(Actor, name=name, kind="organisation", aliases=("Gull Gazette", "Gull"))
    rows = charted.of_series("lamps", Queries(drawn("lines", number, actors={"gull": gull}))).rows
    assert [row.speaker for row in rows] == ["Gull Gazette"]


def test_close_numbers_are_a_line_without_marks() -> None:
    """Of more numbers than there is room for marks only the line shows."""
    few, many = (drawn("lines", *(seen(one % 9, 1700 + one) for one in range(count))) for count in (20, 250))
    assert len(symbols(figure("few", few).drawing["wide"], fill=FIRST)) == 20
    assert symbols(figure("few", many).drawing["wide"], fill=FIRST) == []


@pytest.mark.parametrize(
    ("mark", "qualifier"), [("bars", "more than"), ("panels", "more than"), ("dots", "more than"), ("bars", "up to")]
)
def test_a_bound_has_an_arrow(mark: str, qualifier: str) -> None:
    """On rows a lower bound ends in an arrow to the right, an upper bound has one inside its bar, and others none."""
    bound, exact, about = (
        figure("few", drawn(mark, seen(3, 1901, qualifier=one))).drawing["wide"]
        for one in (qualifier, "exact", "about")
    )
    shapes = [len(symbols(svg, fill=FIRST)) for svg in (bound, exact, about)]
    assert shapes == [shapes[1] + 1, shapes[1], shapes[1]]
    assert f"{qualifier} 3" in texts(bound)


def bar_ends(svg: str) -> list[tuple[float, float]]:
    """Return from where to where each bar reaches."""
    found = (
        re.match(r"M([\d.]+),-?[\d.]+h([\d.]+)v", p.attrib["d"])
        for p in symbols(svg)
        if p.get("fill", "").startswith("var")
    )
    return [(float(m[1]), float(m[1]) + float(m[2])) for m in found if m]


def test_bars_start_at_zero_and_keep_proportion() -> None:
    """A number twice as large has a bar twice as long."""
    for svg in figure("few", drawn("bars", seen(2, 1901), seen(4, 1902))).drawing.values():
        (start, small), (other, large) = bar_ends(svg)
        assert start == other
        assert large - start == pytest.approx(2 * (small - start), abs=0.3)


@pytest.mark.parametrize("mark", EVERY_MARK)
def test_plans_are_dashed(mark: str) -> None:
    """What was only announced has a dashed outline, no filling, and the word, on every kind of chart."""
    svg = figure("few", drawn(mark, seen(2, 1901, status="announced"))).drawing["wide"]
    assert symbols(svg, stroke=FIRST, fill_opacity="0", stroke_dasharray="3,2")
    assert {"2, announced", "2 announced", "Lamps 2, announced"} & set(texts(svg))


def test_a_range_is_solid_up_to_its_lower_end() -> None:
    """A range is a full bar up to its lower end and a pale one from there to its upper end."""
    svg = figure("few", drawn("bars", seen(0, 1901, value=None, low=2, high=4))).drawing["wide"]
    (solid_start, solid_end), (pale_start, _) = bar_ends(svg)
    assert pale_start == solid_end
    assert solid_start < solid_end
    assert "2 to 4" in texts(svg)


def test_a_range_has_no_dot_at_one_of_its_ends() -> None:
    """Among dots a range is a line between its ends, and nothing says that it is the upper one."""
    svg = figure("few", drawn("dots", seen(3, 1901), seen(0, 1902, value=None, low=2, high=4))).drawing["wide"]
    one = figure("few", drawn("dots", seen(3, 1901))).drawing["wide"]
    assert "2 to 4" in texts(svg)
    dots = [[path for path in symbols(drawing, fill=FIRST) if "A" in path.attrib["d"]] for drawing in (svg, one)]
    assert len(dots[0]) == len(dots[1]) == 1


def test_bars_of_each_unit_fill_the_width() -> None:
    """Percent and thousands stand on scales of their own, and the reading aid says so."""
    other = make(Series, unit="percent", comparability_group="share", observations=(seen(-40, 1901), seen(20, 1902)))
    data = drawn("bars", seen(4000, 1901), more={"share": other}, chart={"series": ("lamps", "share"), "mixed": "Why."})
    bars = bar_ends(figure("few", data).drawing["wide"])
    wide, fall, rise = (end - start for start, end in bars)
    assert wide == pytest.approx(fall, abs=0.3)
    assert fall == pytest.approx(2 * rise, abs=0.3)
    assert "Each unit has a scale of its own." in figure("few", data).key


def test_unlike_numbers_have_headings_and_shapes_of_their_own() -> None:
    """Dots of different names differ in shape and colour, and no line joins them."""
    other = make(Series, comparability_group="lights", observations=({"id": "lights-1", "period": "1902", "value": 9},))
    chart = {"series": ("lamps", "lights"), "labels": ("Burning lamps", "All lights"), "mixed": "To compare."}
    data = dataset(
        series={"lamps": make(Series, unit="percent"), "lights": other},
        charts={"few": make(Chart, mark="dots", **chart)},
    )
    svg = figure("few", data).drawing["wide"]
    assert {"Burning lamps", "All lights", "5%", "9 lamps"} <= set(texts(svg))
    assert len({path.attrib["d"] for path in (*symbols(svg, fill=FIRST), *symbols(svg, fill=SECOND))}) == 2
    assert strokes(svg, FIRST) == strokes(svg, SECOND) == []


def test_bars_of_one_group_are_told_apart_by_what_differs() -> None:
    """Rows name what they count where that differs, and when where that differs."""
    other = make(Series, observations=({"id": "lights-1", "period": "1901", "value": 9},), measure="lights")
    data = dataset(
        series={"lamps": make(Series), "lights": other},
        charts={"few": make(Chart, series=("lamps", "lights")), "one": make(Chart)},
    )
    assert {"Lamps", "Lights"} <= set(texts(figure("few", data).drawing["wide"]))
    assert "1901" in texts(figure("one", data).drawing["wide"])


def ladder(*provisions: dict[str, Any]) -> Dataset:
    """Return a dataset with one statute of the given tiers and its ladder."""
    tier = {"label": "(a), any lamp", "min_prison": "none", "grade": "felony"}
    tiers = tuple({"id": f"tier-{index}", **tier, **provision} for index, provision in enumerate(provisions))
    chart = make(Chart, mark="ladder", series=None, statutes=("act",))
    return dataset(statutes={"act": make(Statute, provisions=tiers)}, charts={"few": chart})


def test_a_ladder_marks_the_mandatory_minimum() -> None:
    """A tier with a minimum has a stroke in its bar, and both terms in words."""
    svg = figure("few", ladder({"max_prison": "10 years", "min_prison": "3 years"})).drawing["wide"]
    assert "10 years; at least 3 years" in texts(svg)
    assert [line for line in parsed(svg).iter(f"{SVG}line") if line.get("stroke-width") == "3"]


def test_life_is_off_the_scale() -> None:
    """A term without a number has the longest bar of all, with an arrow, and is no number on the axis."""
    svg = figure("few", ladder({"max_prison": "20 years"}, {"max_prison": "life or death"})).drawing["wide"]
    (_, longest), (_, life) = bar_ends(svg)
    assert life > longest
    assert len(symbols(svg, fill="var(--chart-law)")) == 3
    assert {"20 years", "life, or the death penalty"} <= set(texts(svg))


@pytest.mark.parametrize(
    ("provision", "words"),
    [
        ({"max_prison": "none"}, "no prison term"),
        ({"max_prison": "remainder"}, "the rest of the earlier sentence"),
        ({"max_prison": "+10 years"}, "10 years more"),
        (
            {"max_prison": "2 years", "min_prison": "2 years", "fixed": True, "consecutive": True},
            "2 years, fixed, consecutive",
        ),
    ],
)
def test_terms_that_are_no_maximum_say_so(provision: dict[str, Any], words: str) -> None:
    """No term, the rest of another, an addition and a fixed one are words beside the bar and in the table."""
    data = ladder({"max_prison": "5 years"}, provision)
    assert words in texts(figure("few", data).drawing["wide"])
    assert words in cells(figure("few", data))[1]


def coverage() -> Dataset:
    """Return a dataset of two sources and two topics, of which one source is silent on one."""
    topics = ({"id": "lamp", "label": "The lamp"}, {"id": "sea", "label": "The sea"})
    heard = ({"source": "gull", "locator": "p1", "quote": {"exact": "was lit"}},)
    return dataset(
        topic=make(Topic, topics=topics),
        sources={"gazette": make(Source), "gull": make(Source, publisher="The Gull")},
        events={"lit": make(Event), "storm": make(Event, topics=("sea", "lamp"), citations=heard)},
        statements={"old": make(Statement)},
        series={"lamps": make(Series, observations=(seen(3, 1901), seen(4, 1902)))},
        charts={"few": make(Chart, mark="coverage", series=None, sources=("gazette", "gull"))},
    )


def test_silence_is_a_word() -> None:
    """A source that says nothing on a topic has a word for it; one event, a statement and two numbers make four."""
    drawing = figure("few", coverage()).drawing
    for svg in (drawing["wide"], drawing["narrow"]):
        assert texts(svg).count("silent") == 1
        assert "4" in texts(svg)
    assert cells(figure("few", coverage())) == [["The lamp", "4", "1"], ["The sea", "silent", "1"]]


def test_coverage_is_sorted() -> None:
    """The topic with the most facts stands first, and sources stand in the order of their dates, as elsewhere."""
    data = coverage()
    old = make(Source, publisher="Old Gull", issued="1801", basis={"kind": "stated"})
    topics = data.topic.model_copy(update={"topics": data.topic.topics[::-1]})
    changed = replace(data, topic=topics, sources={**data.sources, "gull": old})
    made = figure("few", changed)
    assert [row[0].text for row in made.rows] == ["The lamp", "The sea"]
    assert [column.fact for column in made.columns] == ["", "gull", "gazette"]


@pytest.mark.parametrize("mark", EVERY_MARK)
def test_the_table_holds_exactly_what_is_drawn(mark: str) -> None:
    """Every number within the chart's period is a row with its id, and no other number is."""
    years = (seen(3, 1901), seen(0, 1902, value=None, status="gap", note="Not counted."), seen(7, 1903), seen(9, 1999))
    data = drawn(mark, *years, chart={"period": "1901/1903"})
    table, words = figure("few", data), " ".join(texts(figure("few", data).drawing["narrow"]))
    assert [cell.fact for row in table.rows for cell in row if cell.fact] == [
        "lamps-3-1901",
        "lamps-0-1902",
        "lamps-7-1903",
    ]
    assert ["1902", "gap", "no figure", "", "Not counted."] in cells(table)
    assert "1999" not in words
    assert "9" not in [cell.text for row in table.rows for cell in row]


def test_a_table_has_no_column_that_says_the_same_everywhere() -> None:
    """Two exact numbers of one series differ in period and number only."""
    assert [column.text for column in figure("few", drawn()).columns] == ["Period", "Number"]


def test_numbers_in_the_prose_of_a_chart_stand_on_its_line() -> None:
    """A number that the chart's sentence is about is written beside its point, others are not."""
    svg = figure("few", drawn("lines", seen(3, 1901), seen(47, 1902), chart={"numbers": ("lamps-47-1902",)})).drawing[
        "wide"
    ]
    assert "47" in texts(svg)
    assert "3" not in texts(svg)


def test_marked_facts_are_numbered_and_explained() -> None:
    """A statement, an event and a number of another unit stand above the line as numbers, in order of time."""
    share = make(Series, unit="percent", observations=({"id": "share", "period": "1901/1902", "value": 40},))
    data = drawn(
        chart={"marked": ("said", "lit", "share")},
        more={"shares": share},
        events={"lit": make(Event, date="1902-05-01")},
        statements={"said": make(Statement, date="1902-06-01", basis={"kind": "stated"})},
    )
    assert {"1", "2", "3"} <= set(texts(figure("few", data).drawing["wide"]))
    assert len(symbols(figure("few", data).drawing["wide"], fill=PAPER)) == 3
    assert [mark.fact for mark in figure("few", data).marked] == ["share", "lit", "said"]
    assert figure("few", data).marked[1].text == "The lamp is lit, 1 May 1902"


def test_lines_of_two_units_stand_in_panels_over_one_axis_of_time() -> None:
    """Each unit has an axis and a heading of its own, one below the other; the years stand below both, once."""
    oil = make(Series, unit="barrels", observations=({"id": "oil-1901", "period": "1901", "value": 100_000},))
    chart = {"series": ("lamps", "oil"), "labels": ("Lamps that burn", "Oil that they take"), "mixed": "Unlike."}
    data = drawn("lines", seen(3, 1901), seen(5, 1904), more={"oil": oil}, chart=chart)
    assert fits(data).unit == "lamps and barrels"
    for svg in figure("few", data).drawing.values():
        tops = {line: box[1] for line, box in boxes(svg)}
        assert tops["● Lamps that burn"] < tops["5"] < tops["◆ Oil that they take"] < tops["100,000"] < tops["1901"]
        assert texts(svg).count("1901") == 1
        first, other = (
            next((x, y) for path, x, y in placed(svg) if path.get("fill") == one) for one in (FIRST, SECOND)
        )
        assert first[0] == other[0]
        assert first[1] < other[1]


def test_marked_facts_can_have_names_on_the_drawing() -> None:
    """A fact that is marked by name has no number and no ring, and is explained below under that name."""
    chart = {"marked": ("lit",), "marked_labels": ("First light",)}
    made = fits(drawn(chart=chart, events={"lit": make(Event, date="1902-05-01")}))
    assert "First light" in texts(made.drawing["narrow"])
    assert symbols(made.drawing["wide"], fill=PAPER) == []
    assert [mark.text for mark in made.marked] == ["First light: The lamp is lit, 1 May 1902"]


def test_a_name_of_digits_is_a_name() -> None:
    """A fact that is marked as "2018" has this name and no ring; one without a name has its number in a ring."""
    events = {"lit": make(Event, date="1902-05-01")}
    for labels, rings in ((("2018",), 0), ((), 1)):
        made = fits(drawn(chart={"marked": ("lit",), "marked_labels": labels}, events=events)).drawing["wide"]
        assert ("2018" in texts(made), len(symbols(made, fill=PAPER))) == (not rings, rings)


def test_no_label_is_crossed_by_the_rule_of_a_marked_day(monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither the name of a document near another one, nor the number of a mark that has no room at its other side."""
    issued = {"recall": "1903-04-01", "order": "1904-05-01"}
    sources = {name: make(Source, issued=day, basis={"kind": "stated"}) for name, day in issued.items()}
    cited = {name: ({"source": name, "locator": "p1"},) for name in issued}
    events = {f"{name}-made": make(Event, date=day, citations=cited[name]) for name, day in issued.items()}
    years = (*(seen(2 + year % 3, year) for year in range(1880, 1902)), seen(8, 1904, qualifier="about"))
    chart = {"marked": (*events,), "marked_labels": ("First light", "Last light")}
    data = drawn("lines", *years, chart=chart, events=events, sources={"gazette": make(Source)} | sources)
    documents = tuple(SimpleNamespace(source=name, page=f"{name}.md") for name in issued)
    monkeypatch.setitem(vars(data.topic), "documents", documents)
    for svg in fits(data).drawing.values():
        assert len(rules(svg)) == 2
        labels = [(text, box) for text, box in boxes(svg) if text in ("First light", "Last light", "about 8")]
        assert len(labels) == 3
        assert [text for text, box in labels for rule in rules(svg) if crosses(rule, box)] == []


def test_a_label_far_from_its_mark_is_led_to_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the lines of two documents leave no room beside a mark, a line across them joins it to its label."""
    issued = {"recall": "1902-06-01", "order": "1903-06-01"}
    sources = {name: make(Source, issued=day, basis={"kind": "stated"}) for name, day in issued.items()}
    cited = {name: ({"source": name, "locator": "p1"},) for name in issued}
    events = {f"{name}-made": make(Event, date=day, citations=cited[name]) for name, day in issued.items()}
    years = (*(seen(2000 + year, year) for year in range(1889, 1902)), seen(120000, 1904, qualifier="about"))
    chart = {"marked": (*events,), "marked_labels": ("First light", "Last light")}
    data = drawn("lines", *years, chart=chart, events=events, sources={"gazette": make(Source)} | sources)
    documents = tuple(SimpleNamespace(source=name, page=f"{name}.md") for name in issued)
    monkeypatch.setitem(vars(data.topic), "documents", documents)
    svg = fits(data).drawing["narrow"]
    lines = [box for text, box in boxes(svg) if text in ("about", "120,000")]
    (_, top, *_), (_, _, right, bottom) = lines
    led = [
        x
        for line, x, y in placed(svg)
        if line.tag == f"{SVG}line"
        and top < y + float(line.attrib["y2"]) < bottom
        and line.attrib["x2"].startswith("-")
        if 0 < x + float(line.attrib["x2"]) - right < 8
    ]
    assert len(led) == 1, "one line ends beside the label"
    assert led[0] - right > 36, "and begins at the mark, beyond the lines of both documents"


def test_a_gap_that_another_count_fills_is_not_spoken_of() -> None:
    """Where a second series of the unit has the number that the first lacks, no shaded gap is explained."""
    first = (seen(3, 1901), seen(0, 1902, value=None, status="gap", note="Lost."))
    second = make(Series, observations=({"id": "again-1902", "period": "1902", "value": 4},))
    alone, filled = drawn("lines", *first), drawn("lines", *first, more={"b": second}, chart={"series": ("lamps", "b")})
    assert [any("shaded" in one for one in figure("few", data).key) for data in (alone, filled)] == [True, False]


@pytest.mark.parametrize("mark", EVERY_MARK)
def test_a_drawing_has_one_name_and_one_description(mark: str) -> None:
    """Each drawing is an image whose name is the sentence and whose description is the alternative text."""
    drawing = figure("few", drawn(mark)).drawing
    for form, svg in (("wide", drawing["wide"]), ("narrow", drawing["narrow"])):
        root = parsed(svg)
        assert root.get("role") == "img"
        assert root.get("aria-labelledby") == f"few-{form}-title few-{form}-desc"
        assert root.findtext(f"{SVG}title[@id='few-{form}-title']") == "There are few lamps"
        assert root.findtext(f"{SVG}desc[@id='few-{form}-desc']") == "One bar"
        assert not [element for element in root.iter() if element is not root and element.get("role")]


@pytest.mark.parametrize("mark", EVERY_MARK)
def test_a_drawing_is_inert_and_takes_its_size_and_colours_from_the_page(mark: str) -> None:
    """It has a viewBox and no size, no style, no link, no other address, and no colour of its own."""
    drawing = figure("few", drawn(mark)).drawing
    for svg in (drawing["wide"], drawing["narrow"]):
        root = parsed(svg)
        assert root.get("viewBox")
        assert not root.attrib.keys() & {"width", "height"}
        assert not re.search(r"style=|<style|href|url\(|<image|<script|on\w+=", svg)
        assert svg.count("http") == 1
        paints = {e.get(name, "none") for e in root.iter() for name in ("fill", "stroke")}
        assert all(paint in ("none", "transparent") or paint.startswith("var(--chart-") for paint in paints)


@pytest.mark.parametrize("mark", EVERY_MARK)
def test_a_drawing_is_the_same_every_time(mark: str) -> None:
    """Drawing twice in one process gives the same bytes."""
    assert figure("few", drawn(mark)).drawing == figure("few", drawn(mark)).drawing


def test_text_of_the_data_is_escaped() -> None:
    """Markup in a label, a sentence or an alternative text stays text."""
    evil = '<script>alert(1)</script> & xmlns="x"'
    data = drawn("bars", chart={"sentence": evil, "alt": evil, "labels": (evil,)}, more={}, series={"title": evil})
    html = page_of("few", data, root="")
    assert "<script" not in html
    assert evil in parsed(figure("few", data).drawing["wide"]).findtext(f"{SVG}title", "")


def page_of(name: str, data: Dataset, root: str) -> str:
    """Return a figure as its page has it, where nothing is mentioned."""
    return str(render("figure", view=figure(name, data), **context(Queries(data), root)))


def placed(svg: str) -> Iterator[tuple[ET.Element, float, float]]:
    """Yield every element of a drawing with the point that it is moved to."""

    def walk(element: ET.Element, x: float, y: float) -> Iterator[tuple[ET.Element, float, float]]:
        moved = re.search(r"translate\(([-\d.]+),([-\d.]+)\)", element.get("transform", ""))
        x, y = (x + float(moved[1]), y + float(moved[2])) if moved else (x, y)
        yield element, x, y
        for child in element:
            yield from walk(child, x, y)

    return walk(parsed(svg), 0, 0)


Box = tuple[str, tuple[float, float, float, float]]


def boxes(svg: str) -> list[Box]:
    """Return every line of text of a drawing with the rectangle that it fills: left, top, right, bottom."""
    found = []
    for element, x, y in placed(svg):
        if element.tag != f"{SVG}text":
            continue
        size = float(element.attrib["font-size"].removesuffix("px"))
        for index, line in enumerate(element.itertext()):
            width = measure(line, size) / 1.08
            left = x - width * {"start": 0, "middle": 0.5, "end": 1}[element.get("text-anchor", "start")]
            top = y - size * 0.75 + index * LINE
            found.append((line, (left, top, left + width, top + size * 0.9)))
    return found


def meet(one: Box, other: Box) -> bool:
    """Whether two lines of text overlap."""
    (_, (left, top, right, bottom)), (_, (near, head, far, foot)) = one, other
    return left < far and near < right and top < foot and head < bottom


def fits(data: Dataset) -> Figure:
    """Return a figure; in both forms of its chart no text leaves the drawing or covers another."""
    made = figure("few", data)
    drawing = made.drawing
    for form, svg in ((theme.WIDE, drawing["wide"]), (theme.NARROW, drawing["narrow"])):
        _, _, width, height = map(float, parsed(svg).attrib["viewBox"].split())
        assert width == form.width
        lines = boxes(svg)
        out = [
            line
            for line, (left, top, right, bottom) in lines
            if left < -1 or top < -1 or right > width + 1 or bottom > height + 1
        ]
        assert out == [], form.name
        assert [(one[0], other[0]) for one, other in combinations(lines, 2) if meet(one, other)] == [], form.name
    return made


CROWD = (
    *(seen(40 + year % 7, year) for year in range(1901, 1912)),
    seen(0, 1912, value=None, status="gap", note="Lost."),
    seen(44, 1913),
    seen(52, 1914, status="partial"),
    seen(60, 1915, qualifier="about"),
)


@pytest.mark.parametrize("mark", EVERY_MARK)
def test_no_text_covers_another_or_leaves_the_drawing(mark: str) -> None:
    """On a crowded chart of two series every line of text has room, on the wide drawing and on the narrow one."""
    less = tuple({**o, "id": f"x-{o['id']}", "value": o["value"] and o["value"] - 20} for o in CROWD)
    names = ("Lamps that burn all night on the island", "Lights of every other kind that ships report")
    chart = {"series": ("lamps", "lights"), "labels": names}
    fits(drawn(mark, *CROWD, more={"lights": make(Series, observations=less)}, chart=chart))


FALLS = (seen(40, 1902), seen(-20, 1903), seen(10, 1904), seen(-35, 1905, qualifier="up to"))
UNSEEN: dict[str, tuple[tuple[dict[str, Any], ...], dict[str, Any]]] = {
    "below zero only": (tuple(seen(-number, 1900 + number) for number in (5, 9, 30)), {}),
    "across zero": (FALLS, {"unit": "percent"}),
    "one": ((seen(3, 1901),), {}),
    "sixty": (tuple(seen(n * n % 97, 1901 + n) for n in range(60)), {}),
    "ages apart": ((seen(3, 830) | {"period": "0830"}, seen(7, 9999, qualifier="at least")), {"period_kind": "span"}),
    "the last day": (({"id": "end", "period": "9999-12-31", "value": 4},), {"period_kind": "point in time"}),
    "one month": (
        tuple({"id": f"d-{d}", "period": f"1901-05-{d:02}", "value": d} for d in (1, 2, 9)),
        {"period_kind": "point in time"},
    ),
    "more than all": ((seen(90, 1901), seen(250, 1902)), {"unit": "percent"}),
    "billions": ((seen(21_600_000_000, 1901, qualifier="more than"), seen(1_234_500_000_000, 1902)), {}),
    "alike": ((seen(7, 1901), seen(7, 1902), seen(7, 1903)), {}),
    "nothing but zero": ((seen(0, 1901), seen(0, 1902)), {}),
    "ranges across zero": ((seen(0, 1901, value=None, low=-8, high=6), seen(0, 1902, value=None, low=-9, high=-4)), {}),
}
LONG = " ".join(["A label that says at length what exactly was counted here, and by whom"] * 5)[:300]


@pytest.mark.parametrize("mark", ["bars", "dots", "lines"])
@pytest.mark.parametrize("kind", UNSEEN)
def test_what_this_topic_does_not_have_can_be_drawn(kind: str, mark: str) -> None:
    """Numbers below zero, few, many, early, late, huge and alike: each is written out within the drawing."""
    observations, series = UNSEEN[kind]
    limits = {"minimum": -100, "maximum": 10**14}
    named = {"numbers": tuple(one["id"] for one in observations)} if len(observations) < 10 else {}
    data = drawn(mark, *observations, series={"limits": limits, **series}, chart=named)
    made = fits(data)
    svg = made.drawing["wide"]
    assert not re.search(r"NaN|Infinity|undefined|\d{5}", " ".join(texts(svg)))
    assert not re.search(r"NaN|Infinity|undefined", svg)
    if mark != "lines":
        words = [one[2].text.split(" lamps")[0] for one in made.rows if len(one) > 2]
        assert set(words) <= set(texts(svg))


@pytest.mark.parametrize("mark", ["panels", "lines"])
@pytest.mark.parametrize("label", [LONG, LONG.replace(" ", ""), "日本語の長い名前" * 12])
def test_a_label_of_three_hundred_letters_is_broken(label: str, mark: str) -> None:
    """A label of any length, and a word of any length, stays in the drawing and loses no letter."""
    other = make(Series, observations=tuple({**one, "id": f"x{one['id']}"} for one in CROWD))
    names = (label, label[::-1])
    data = drawn(mark, *CROWD, more={"lights": other}, chart={"series": ("lamps", "lights"), "labels": names})
    letters = "".join(texts(fits(data).drawing["narrow"])).replace(" ", "").replace("\u00a0", "")
    assert label.replace(" ", "") in letters


def test_names_without_room_beside_their_lines_stand_above_with_their_shapes() -> None:
    """Where names collide each has a line of its own above the plot, after the shape of its series, whatever starts it.

    Here a lower bound is the first number of a series, and its mark is an arrow.
    """
    bounds = ({**CROWD[0], "qualifier": "more than"}, *CROWD[1:])
    other = tuple({**one, "id": f"x-{one['id']}"} for one in bounds)
    chart = {"series": ("lamps", "lights"), "labels": (f"Lamps {LONG}"[:200].strip(), f"Lights {LONG}"[:200].strip())}
    svg = fits(drawn("lines", *bounds, more={"lights": make(Series, observations=other)}, chart=chart)).drawing[
        "narrow"
    ]
    assert {text[:7] for text in texts(svg)} >= {"● Lamps", "◆ Light"}


def test_a_fall_lies_on_the_other_side_of_zero() -> None:
    """Bars of numbers below zero end where those above it start, with lengths in proportion."""
    for svg in figure(
        "few", drawn("bars", *FALLS, series={"limits": {"minimum": -99, "maximum": 99}})
    ).drawing.values():
        rise, fall, small, deep = bar_ends(svg)
        assert max(rise[0], small[0], fall[1], deep[1]) - min(rise[0], small[0], fall[1], deep[1]) < 0.2
        assert deep[0] < fall[0] < fall[1] < small[1] < rise[1]
        assert rise[1] - rise[0] == pytest.approx(2 * (fall[1] - fall[0]), abs=0.3)


def test_a_line_falls_below_zero() -> None:
    """On lines a number below zero lies below the line of zero, which is the dark one of the grid."""
    data = drawn("lines", seen(30, 1901), seen(-20, 1902), series={"limits": {"minimum": -99, "maximum": 99}})
    elements = list(placed(figure("few", data).drawing["wide"]))
    (zero,) = (y for one, _, y in elements if one.get("stroke") == MUTED and float(one.get("x2", 0)) > 100)
    (line,) = ((one.attrib["d"], y) for one, _, y in elements if "L" in one.get("d", "") and "Z" not in one.attrib["d"])
    first, last = (float(y) + line[1] for y in re.findall(r",(-?[\d.]+)", line[0]))
    assert first < zero < last


def test_a_figure_says_unit_period_sources_and_what_is_counted() -> None:
    """Around the drawing stand the unit, the fiscal years, the sources with their pages, and the definition."""
    data = drawn(series={"period_kind": "fiscal year", "period_basis": "It starts in October"})
    view = figure("few", data)
    assert (view.unit, view.period, view.as_of) == ("lamps", "fiscal years 1901 to 1902", "1 June 1901")
    assert view.sources == (SiteLink("Gull Gazette", "sources/gazette.html"),)
    assert view.definitions[0][1] == "Every lamp that burns. It starts in October."


def test_a_figure_explains_the_marks_that_it_uses_and_no_others() -> None:
    """A chart of exact numbers needs no reading aid; an open end, a gap and a plan each need a sentence."""
    assert figure("few", drawn()).key == ()
    years = (seen(3, 1901, qualifier="more than"), seen(0, 1902, value=None, status="gap", note="Lost."))
    assert "lower bound" in " ".join(figure("few", drawn("lines", *years)).key)
    assert "gap" in " ".join(figure("few", drawn("lines", *years)).key)
    assert "announced, not counted" in " ".join(figure("few", drawn("bars", seen(3, 1901, status="announced"))).key)


def test_the_page_carries_both_drawings_the_table_and_links_from_where_it_stands() -> None:
    """The template shows the sentence, both drawings, each number with its id, and links that start at the root."""
    data = drawn("bars", seen(3, 1901), chart={"mixed": "To compare."})
    html = page_of("few", data, root="../")
    assert html.count("<svg") == 2
    assert re.search('<figure class="x-figure[^"]*" id="few">', html)
    assert ' data-fact="lamps-3-1901"><a href="../numbers/lamps.html#lamps-3-1901">3 lamps</a></td>' in html
    assert 'href="../sources/gazette.html"' in html
    assert "It shows one year." in html
    assert "To compare." in html
    assert " style=" not in html


def test_every_colour_can_be_read_on_its_paper() -> None:
    """Series, ink and asides have 4.5:1 on the paper of both palettes."""
    for index in (0, 1):
        for name in COLOURS.keys() - {"--chart-grid", "--chart-paper"}:
            assert contrast(COLOURS[name][index], COLOURS["--chart-paper"][index]) >= 4.5, name


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours as WCAG 2 defines it."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(color: str) -> float:
    """Return the relative luminance of a colour such as #1d4f7c."""
    parts = [int(color[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@given(st.floats(min_value=-1e12, max_value=1e12), st.floats(min_value=0.001, max_value=1e12), st.integers(2, 8))
def test_steps_are_round_and_reach_both_ends(low: float, more: float, most: int) -> None:
    """The steps of an axis go from the last at or below the lowest number to the first at or above the highest."""
    high = low + more if low + more > low + abs(low) / 1e6 else low + abs(low)
    found = axes.steps(low, high, most)
    slack = (found[-1] - found[0]) / 1e6
    assert found[0] <= low + slack
    assert found[-1] >= high - slack
    assert 2 <= len(found) <= most + 3


@pytest.mark.parametrize(
    ("unit", "text", "day"),
    [
        ("day", "1901", "1901-07-02"),
        ("day", "1901-01-01", "1901-01-01"),
        ("day", "../1901-12-31", "1901-12-31"),
        ("month", "1901-07-20", "1901-07-01"),
        ("year", "1901", "1901-01-01"),
        ("year", "0830", "0830-01-01"),
        ("year", "9999-12-31", "9999-01-01"),
    ],
)
def test_a_period_stands_where_the_axis_has_its_name(unit: str, text: str, day: str) -> None:
    """What counts by year or month stands at its start, anything else at its middle, an open span at its known end."""
    _, at, _ = axes.Time(unit).across(dates.parse(text))
    start, _, end = axes.Time("day").across(dates.parse(day))
    assert start <= at <= end


@pytest.mark.parametrize(
    ("period_kind", "periods", "names"),
    [
        ("calendar year", ("1901", "1904"), ["1901", "1902", "1903", "1904"]),
        ("calendar year", ("0830", "0860"), ["830", "835", "840", "845", "850", "855", "860"]),
        ("calendar year", ("-0099", "0020"), ["100 BCE", "80 BCE", "60 BCE", "40 BCE", "20 BCE", "20 CE"]),
        ("calendar year", ("-0002", "0003"), ["3 BCE", "2 BCE", "1 BCE", "1 CE", "2 CE", "3 CE"]),
        ("calendar year", ("-0004", "0006"), ["4 BCE", "2 BCE", "2 CE", "4 CE", "6 CE"]),
        ("month", ("1901-01", "1901-06"), ["Jan 1901", "Apr 1901"]),
        ("point in time", ("1901-05-01", "1901-05-06"), ["1 May 1901", "3 May 1901", "5 May 1901"]),
        ("span", ("1901", "9999"), ["2000", "4000", "6000", "8000"]),
    ],
)
def test_the_axis_names_what_it_counts(period_kind: str, periods: tuple[str, ...], names: list[str]) -> None:
    """An axis of time names years, months or days, each once, as many as there is room for."""
    numbers = [{"id": f"n-{index}", "period": period, "value": 5} for index, period in enumerate(periods)]
    found = texts(figure("few", drawn("lines", *numbers, series={"period_kind": period_kind})).drawing["narrow"])
    assert found[: found.index("0")] == names


@pytest.mark.parametrize("period_kind", ["fiscal year", "school year"])
def test_the_axis_names_years_that_run_into_the_next(period_kind: str) -> None:
    """A year that starts in April or September is named as in the table beside the drawing."""
    numbers = [{"id": f"n-{year}", "period": str(year), "value": 5} for year in (1998, 1999)]
    svg = figure("few", drawn("lines", *numbers, series={"period_kind": period_kind, "year_starts": 4})).drawing[
        "narrow"
    ]
    assert {"1998–99", "1999–00"} <= set(texts(svg))


@given(st.text(alphabet="abcde §19, ", min_size=1, max_size=80), st.integers(min_value=40, max_value=300))
def test_wrapping_loses_no_word(text: str, width: int) -> None:
    """Broken text has the same words in the same order, and every line of several words fits."""
    lines = wrap(text, width, 13).split("\n")
    assert "".join(lines).replace("\u00a0", "").replace(" ", "") == text.replace(" ", "")
    assert all(measure(line, 13) <= width * 1.1 for line in lines if len(line) > 1)


@given(st.permutations("The lamp that the keeper lit, 19 (“more than 500 pounds”)"))
def test_a_width_is_the_same_to_the_last_digit(letters: list[str]) -> None:
    """It is added up without error, so that every version of Python places a label at the same point."""
    assert measure("".join(letters), 13) == measure("".join(sorted(letters)), 13)


def test_a_section_sign_stays_with_its_number() -> None:
    """Where a line ends between them both go to the next line; line breaks of the data are spaces."""
    assert wrap("Improper\nentry, § 1325", measure("Improper entry, §", 13), 13) == "Improper entry,\n§\u00a01325"


def test_only_a_word_that_cannot_fit_is_cut() -> None:
    """A word stays whole that is at most as wide as the estimate is generous."""
    width = measure("republishing", 13)
    assert wrap("republishing it", width * 0.95, 13) == "republishing\nit"
    assert wrap("republishing it", width * 0.7, 13).startswith("republi")


def test_labels_avoid_what_is_drawn_and_each_other() -> None:
    """A label takes the first spot that covers nothing; the next one does not cover it."""
    spots = [(0, 0, "left"), (0, 20, "left"), (0, -20, "left")]
    found: list[dict[str, Any]] = [{"text": "here", "px": 50, "py": 50, "spots": [*spots]} for _ in range(2)]
    place(found, [*along([(55.0, 50.0), (56.0, 50.0)])], (0, 0, 200, 200))
    assert [label["dy"] for label in found] == [20, -20]


def test_a_label_between_a_rule_and_the_edge_is_moved_off_both() -> None:
    """Above a mark near the edge a label that fits only between the rule beside it and the edge stands there."""
    wide = measure("12,345", 12)
    label: dict[str, Any] = {"text": "12,345", "px": 188, "py": 50, "spots": around("12,345", "a")}
    place([label], [*along([(200 - wide - 3, 0.0), (200 - wide - 3, 100.0)])], (0, 0, 200, 100))
    left, _, right, _ = box(label, (label["dx"], label["dy"], label["align"]))
    assert [left, right] == pytest.approx([200 - wide, 200])


def test_a_label_with_one_spot_chooses_before_one_with_two() -> None:
    """Where the first in order would take the only spot of another, it takes its second; far from its mark is worse."""
    only, other, far = (0, 0, "left"), (0, 20, "left"), (0, 100, "left")
    first, second = ({"text": "here", "px": 50, "py": 50, "spots": [only, one]} for one in (other, far))
    place([first, second], [], (0, 0, 200, 200))
    assert (first["dy"], second["dy"]) == (20, 0)


GAPS = seen(0, 1901, value=None, status="gap", note="Lost.")
TIER = {"id": "tier", "label": "(a)", "max_prison": "1 year", "min_prison": "none", "grade": "felony"}


@pytest.mark.parametrize("mark", charts.MARKS)
def test_what_no_check_refuses_can_be_drawn(mark: str) -> None:
    """Whatever series, statutes or sources a chart of any mark names: it is refused with its field, or it is drawn."""
    series = {"lamps": make(Series), "gaps": make(Series, observations=(GAPS,))}
    statutes = {"bare": make(Statute), "act": make(Statute, provisions=(TIER,))}
    of: list[dict[str, Any]] = [{"series": ["lamps"]}, {"series": ["gaps"]}]
    of += [{"series": ["lamps"], "period": "1800"}]
    of += [{"series": None, "statutes": ["bare"]}, {"series": None, "statutes": ["act"]}]
    of += [{"series": None, "sources": ["gazette"]}, {"series": ["lamps"], "marked": ["lamps-now"]}]
    drawn_ones = 0
    for fields in of:
        data = dataset(series=series, statutes=statutes, charts={"few": make(Chart, mark=mark, **fields)})
        found = [one for rule in RULES for one in rule(data) if one.id == "few"]
        assert {one.path[0] for one in found} <= {*fields}
        if not found:
            drawn_ones += 1
            assert "<path" in figure("few", data).drawing["wide"]
    assert drawn_ones == {"lines": 2, "steps": 2, "stack": 0}.get(mark, 1)


def test_a_stack_holds_its_parts_against_a_line() -> None:
    """Each part of the bar starts where the one before ends; a line is at the last number; no words lie on either."""
    other = {name: make(Series, observations=(one,)) for name, one in {"b": seen(5, 1902), "c": seen(9, 1903)}.items()}
    data = drawn("stack", seen(3, 1901), more=other, chart={"series": ("lamps", "b", "c"), "mixed": "Parts."})
    assert [one for rule in RULES for one in rule(data) if one.rule == "chart-data"] == []
    for svg in fits(data).drawing.values():
        first, second = bar_ends(svg)
        tops = {y - 14 for one, _, y in placed(svg) if one.get("fill-opacity") == "1"}
        assert [text for text, (_, top, _, foot) in boxes(svg) for bar in tops if top < bar + 28 and bar < foot] == []
        assert first[1] == pytest.approx(second[0], abs=0.2)
        assert (second[1] - second[0]) / (first[1] - first[0]) == pytest.approx(5 / 3, abs=0.05)
        line = second[0] + (9 - 3) / 5 * (second[1] - second[0])
        assert [text for text, (left, _, right, _) in boxes(svg) if left < line < right] == []


@pytest.mark.parametrize("last", [{"value": None, "low": 2, "high": 4}, {"value": -1}])
def test_a_stack_of_what_does_not_add_up_is_refused(last: dict[str, Any]) -> None:
    """Numbers below zero, ranges and a single number cannot stand end to end."""
    data = drawn("stack", seen(3, 1901), {**seen(4, 1902), **last}, series={"limits": {"minimum": -9, "maximum": 9}})
    found = [one for rule in RULES for one in rule(data) if one.id == "few"]
    assert [(one.path, one.rule) for one in found] == [(("series",), "chart-data")]
    assert "at least two numbers of one unit" in found[0].message


def test_steps_keep_their_height_and_lie_below_a_line_across() -> None:
    """A number holds until the next; a number of another series is a line over the whole width, on the same scale."""
    goal = make(Series, unit="posts", comparability_group="posts", observations=(seen(9, 1902),))
    chart = {"series": ("lamps", "posts"), "labels": ("Lamps lit", "Posts for them"), "mixed": "Unlike."}
    data = drawn("steps", seen(3, 1901), seen(5, 1902), seen(6, 1903), more={"posts": goal}, chart=chart)
    for svg in fits(data).drawing.values():
        (path,) = strokes(svg, FIRST)
        assert corners(path) == 5
        across = [line for line in parsed(svg).iter(f"{SVG}line") if line.get("stroke-dasharray") == "6,3"]
        assert len(across) == 1
        assert "Posts for them" in " ".join(texts(svg))


def test_what_cannot_be_compared_has_a_panel_of_its_own() -> None:
    """Two counts of one unit are lines over one axis of time, but not on one scale."""
    other = make(Series, comparability_group="others", observations=(seen(6, 1902), seen(7, 1903)))
    chart = {"series": ("lamps", "others"), "labels": ("Lamps lit", "Lamps by another count"), "mixed": "Unlike."}
    data = drawn(more={"others": other}, chart=chart)
    svg = fits(data).drawing["wide"]
    assert "◆ Lamps by another count" in texts(svg)
    heights = {one: [y for path, _, y in placed(svg) if path.get("fill") == one] for one in (FIRST, SECOND)}
    assert max(heights[FIRST]) < min(heights[SECOND])


def test_a_number_with_a_label_is_marked_on_the_axis_of_time() -> None:
    """A plan of the same unit, marked by name, is a bracket over its span and no point among the counts."""
    plan = {"id": "plan", "period": "1901/1902", "value": 50, "status": "announced"}
    more = {"plans": make(Series, observations=(plan,))}
    chart = {"marked": ("plan",), "marked_labels": ("50 more lamps",)}
    made = fits(drawn(more=more, chart=chart))
    assert "50 more lamps" in texts(made.drawing["wide"])
    assert [mark.fact for mark in made.marked] == ["plan"]
    assert "40" not in texts(made.drawing["wide"])


def test_a_chart_of_a_small_part_leads_to_the_whole_series() -> None:
    """Where less than a third of a series is drawn, its whole course stands small below, with a link."""
    years = tuple(seen(year % 7, year) for year in range(1901, 1908))
    (whole,) = figure("few", drawn("lines", *years, chart={"period": "1902/1903"})).whole
    assert (whole[0].href, whole[1].first, whole[1].last) == ("numbers/lamps.html", "4 lamps (1901)", "3 lamps (1907)")
    assert figure("few", drawn("lines", *years, chart={"period": "1902/1905"})).whole == ()
    both = {"series": ("lamps", "lights"), "labels": ("Burning lamps", "All lights"), "mixed": "To compare."}
    others = make(Series, observations=({"id": "lights-1", "period": "1902", "value": 9},))
    two = drawn("lines", *years, chart={"period": "1902/1903", **both}, more={"lights": others})
    assert figure("few", two).whole == (), "nobody could tell whose course it is"


def test_a_year_of_no_stated_kind_has_a_star_and_one_note() -> None:
    """A chart writes a star where a citation says at length that the kind of year is not stated."""
    made = figure("few", drawn("bars", series={"period_kind": "not stated"}))
    assert {"1901*", "1902*"} <= set(texts(made.drawing["wide"]))
    assert made.period == "1901 to 1902; * kind of year not stated"


def test_labels_of_a_chart_match_its_series() -> None:
    """A chart that names its series names every one of them."""
    with pytest.raises(ValueError, match="as many 'labels' as 'series'"):
        make(Chart, series=("lamps", "lights"), labels=("Lamps",))
    with pytest.raises(ValueError, match="as many 'marked_labels' as 'marked'"):
        make(Chart, series=("lamps",), marked=("lit",), marked_labels=("First light", "Last light"))


def test_a_gap_has_no_bar() -> None:
    """On rows a gap has neither bar nor number, only the word."""
    years = (seen(3, 1901), seen(0, 1902, value=None, status="gap", note="Lost."))
    svg = figure("few", drawn("bars", *years)).drawing["wide"]
    assert len(bar_ends(svg)) == 1
    assert "gap" in texts(svg)


@pytest.mark.parametrize("mark", ["bars", "dots", "panels"])
@pytest.mark.parametrize("is_cited", [True, False])
def test_a_gap_that_nobody_tells_of_tells_no_speakers_apart(mark: str, *, is_cited: bool) -> None:
    """Where one source has all numbers, each row is called by its period alone, that of the gap too."""
    cited = {"source": "gazette", "locator": "p1"}
    own = {} if is_cited else {"citations": (cited,)}
    years = (seen(3, 1901, **own), seen(0, 1902, value=None, status="gap", note="Lost."), seen(4, 1903, **own))
    series = {"citations": (cited,)} if is_cited else {}
    for svg in figure("few", drawn(mark, *years, series=series)).drawing.values():
        assert [text for text in texts(svg) if "190" in text or text.endswith(",")] == ["1901", "1902", "1903"]


def test_a_gap_among_the_numbers_of_several_speakers_has_its_period() -> None:
    """Rows that differ in period and speaker name both, and a gap of which nobody tells only its period."""
    by_ann, by_all = ({"attributed_to": {"described": words}} for words in ("Ann Reed", "all keepers"))
    gap = seen(0, 1903, value=None, status="gap", note="Lost.")
    svg = figure("few", drawn("bars", seen(3, 1901, **by_ann), seen(4, 1902, **by_all), gap)).drawing["wide"]
    rows = [text for text in texts(svg) if "190" in text]
    assert [row.partition(",")[0] for row in rows] == ["1901", "1902", "1903"]
    assert rows[0].endswith("citing Ann Reed")
    assert rows[2] == "1903"


def test_numbers_that_no_line_joins_have_stems_and_the_named_ones_labels() -> None:
    """Where most numbers have others missing between them, each stands on a stem from zero and no line joins two."""
    years = (seen(31, 1901), seen(41, 1904), seen(46, 1905, qualifier="about"), seen(93, 1908))
    made = fits(drawn("lines", *years, chart={"numbers": ("lamps-93-1908",)}))
    assert strokes(made.drawing["wide"], FIRST) == []
    stems = [
        float(one.attrib["y2"]) for one in parsed(made.drawing["wide"]).iter(f"{SVG}line") if one.get("stroke") == FIRST
    ]
    tallest, *others = sorted(map(abs, stems), reverse=True)
    assert [round(tallest / one, 1) for one in others] == [2.0, 2.3, 3.0]
    assert {"31", "41", "about 46", "93"} & set(texts(made.drawing["wide"])) == {"93"}


def test_each_document_of_the_topic_has_a_rule_in_its_hue_and_dash(monkeypatch: pytest.MonkeyPatch) -> None:
    """The issue of the first and of the second document are told apart by colour and by dash; another fact is ink."""
    issued = {"recall": "1901-11-01", "order": "1902-02-01"}
    sources = {name: make(Source, issued=day, basis={"kind": "stated"}) for name, day in issued.items()}
    events = {
        f"{name}-made": make(Event, date=day, citations=({"source": name, "locator": "p1"},))
        for name, day in issued.items()
    }
    events["lit"] = make(Event, date="1903-12-01")
    chart = {"marked": (*events,), "marked_labels": ("Recall", "Order", "Lit")}
    data = drawn("lines", chart=chart, events=events, sources={"gazette": make(Source)} | sources)
    documents = tuple(SimpleNamespace(source=name, page=f"{name}.md") for name in ("order", "recall"))
    monkeypatch.setitem(vars(data.topic), "documents", documents)
    lines = [one for one in parsed(fits(data).drawing["wide"]).iter(f"{SVG}line") if one.get("stroke-width") == "1.5"]
    found = {(one.get("stroke"), one.get("stroke-dasharray")) for one in lines}
    assert found == {("var(--chart-first)", "2,2"), ("var(--chart-second)", "7,3"), ("var(--chart-ink)", "1,3")}


def test_marked_facts_stand_by_name_beside_their_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each name is beside its line, on a phone too, and a fact of the day of a document shares its line."""
    dates_ = {"made": "1902-05-01", "lit": "1902-05-02", "out": "1902-07-01"}
    events = {name: make(Event, date=day) for name, day in dates_.items()}
    events["made"] = make(Event, date=dates_["made"], citations=({"source": "recall", "locator": "p1"},))
    labels = ("The recall", "The first light of all", "The last light of all")
    sources = {"gazette": make(Source), "recall": make(Source, issued="1902-05-01", basis={"kind": "stated"})}
    months = [{"id": f"m-{month}", "period": f"1902-{month:02}", "value": month} for month in (3, 4, 5, 6, 7)]
    chart = {"marked": (*events,), "marked_labels": labels}
    data = drawn("lines", *months, series={"period_kind": "month"}, chart=chart, events=events, sources=sources)
    monkeypatch.setitem(vars(data.topic), "documents", (SimpleNamespace(source="recall", page="recall.md"),))
    for svg in fits(data).drawing.values():
        assert set(labels) <= set(texts(svg))
        assert len(rules(svg)) == 2
        names = [box for text, box in boxes(svg) if text in labels]
        assert [box for box in names for rule in rules(svg) if crosses(rule, box)] == []


def rules(svg: str) -> list[tuple[float, float, float]]:
    """Return x, top and bottom of each line at a marked day."""
    found = [(one, x, y) for one, x, y in placed(svg) if one.tag == f"{SVG}line" and one.get("stroke-width") == "1.5"]
    ends = [(x, y, y + float(one.get("y2", 0))) for one, x, y in found]
    return [(x, min(start, end), max(start, end)) for x, start, end in ends]


def crosses(rule: tuple[float, float, float], box: tuple[float, float, float, float]) -> bool:
    """Whether a line at a marked day goes through a text."""
    (x, head, foot), (left, top, right, bottom) = rule, box
    return left < x < right and head < bottom and top < foot


def test_a_label_keeps_off_the_lines_of_marked_facts() -> None:
    """Beside the lines of two marked facts the label of a rounded number at the edge breaks rather than cross one."""
    years = (*(seen(90_000 + year, year) for year in range(1893, 1905)), seen(120_000, 1908, qualifier="nearly"))
    events = {name: make(Event, date=f"{year}-05-01") for name, year in (("one", 1906), ("two", 1907))}
    chart = {"marked": (*events,), "marked_labels": ("One", "Two")}
    svg = fits(drawn("lines", *years, chart=chart, events=events)).drawing["wide"]
    label = next(box for text, box in boxes(svg) if text == "120,000")
    assert len(rules(svg)) == 2
    assert [rule for rule in rules(svg) if crosses(rule, label)] == []


def test_a_label_without_a_free_place_is_left_to_the_table() -> None:
    """A rounded number among close lines has no label if each would cover one, unless the prose mentions it."""
    waves = {
        name: tuple({**seen(40 + (year * 7 + shift) % 20, year), "id": f"{name}-{year}"} for year in range(1900, 1990))
        for name, shift in (("one", 0), ("two", 5), ("three", 11), ("four", 16))
    }
    about = {**seen(50, 1945, qualifier="about"), "id": "about-50"}
    more = {name: make(Series, observations=wave) for name, wave in waves.items()}
    more |= {"soft": make(Series, observations=(about,))}
    for numbers in ((), ("about-50",)):
        chart = {"series": (*waves, "soft"), "labels": (*waves, "soft"), "numbers": numbers}
        made = figure("few", drawn(more=more, chart=chart))
        assert ("about 50" in texts(made.drawing["narrow"])) == bool(numbers)
        assert "about 50 lamps" in {cell for row in cells(made) for cell in row}


def test_a_rule_stops_between_panels() -> None:
    """The line of a marked fact goes through each panel and not through the names between them."""
    other = make(Series, unit="barrels", observations=(seen(7, 1901), seen(8, 1902)))
    chart = {"series": ("lamps", "oil"), "labels": ("Lamps", "Oil that they take in " * 5 + "all"), "mixed": "Unlike."}
    chart |= {"marked": ("lit",), "marked_labels": ("Lit",)}
    data = drawn(more={"oil": other}, chart=chart, events={"lit": make(Event, date="1901-05-01")})
    for svg in fits(data).drawing.values():
        names = [box for text, box in boxes(svg) if "Oil" in text]
        assert len(rules(svg)) == 2
        assert all(foot <= top or bottom <= head for _, head, foot in rules(svg) for _, top, _, bottom in names)


def test_the_axis_writes_months_as_the_language_does(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a language counts its months the axis has the number, elsewhere the name."""
    months = [{"id": f"m-{month}", "period": f"1901-{month:02}", "value": month} for month in (1, 2, 3)]
    for tag, name in (("zh", "1901年2月"), ("es", "feb 1901")):
        monkeypatch.setattr(language, "own", lambda tag=tag: language.locale(tag))
        svg = figure("few", drawn("lines", *months, series={"period_kind": "month"})).drawing["wide"]
        assert name in texts(svg)
