"""Exploring a chart: its specification, and the real site in Chromium under its policy."""

import json
import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from macros.charts import explore
from macros.model import Chart, Series, Source
from macros.queries import Queries
from tests.factories import dataset, make

Visit = Callable[[str], Page]


def _vega(mark: str, *observations: dict[str, Any], **chart: Any) -> dict[str, Any]:
    """Return the specification of a chart of one series of lamps."""
    series = make(Series, observations=observations)
    data = dataset(
        sources={"gazette": make(Source)},
        series={"lamps": series},
        charts={"few": make(Chart, mark=mark, series=("lamps",), **chart)},
    )
    return explore.vega(data.charts["few"], Queries(data))


def _data(spec: dict[str, Any]) -> list[dict[str, Any]]:
    """Return every row of the data of a specification."""
    return [row for source in spec["data"] for row in source.get("values", ())]


def _seen(year: int, value: int | None, **changes: Any) -> dict[str, Any]:
    return {"id": f"lamps-{year}", "period": str(year), "value": value, **changes}


_GAP: dict[str, Any] = {"status": "gap", "note": "Nobody counted."}


def test_a_line_is_broken_at_a_gap() -> None:
    """The runs of a line are those of the drawing: none crosses a year without a number."""
    rows = _data(_vega("lines", _seen(1901, 3), _seen(1902, None, **_GAP), _seen(1903, 5), _seen(1904, 6)))
    assert [(row["x"], row["run"]) for row in rows if "run" in row] == [(1901, 0), (1903, 1), (1904, 1)]


def test_a_gap_says_why() -> None:
    """Whoever points at the stretch without a number learns the reason."""
    rows = _data(_vega("lines", _seen(1901, 3), _seen(1902, None, **_GAP), _seen(1903, 5)))
    (gap,) = (row for row in rows if "x2" in row)
    assert (gap["x"], gap["x2"]) == (1901.5, 1902.5)
    assert (gap["number"], gap["note"]) == ("no number", "Nobody counted.")


@pytest.mark.parametrize("mark", ["lines", "bars", "dots", "panels"])
def test_what_is_told_keeps_the_qualifier(mark: str) -> None:
    """A lower bound is one in the words too, with its unit, its period and its source."""
    rows = _data(_vega(mark, _seen(1901, 3), _seen(1902, 500, qualifier="more than")))
    bound = next(row for row in rows if row.get("period") == "1902" and row.get("end"))
    assert bound["end"] == "up"
    assert bound["number"] == f"more than 500 {make(Series).unit}"
    assert bound["source"] == make(Source).title
    assert bound["speaker"] == make(Source).publisher


@pytest.mark.parametrize(("changes", "opacity"), [({}, 1), ({"qualifier": "about"}, 0.35), ({"status": "partial"}, 0)])
def test_a_number_that_is_not_firm_looks_so(changes: dict[str, Any], opacity: float) -> None:
    """A rounded number is pale and a partial one hollow, as in the drawing."""
    rows = _data(_vega("lines", _seen(1901, 3), _seen(1902, 5, **changes)))
    assert next(row["fill"] for row in rows if row.get("x") == 1902 and "fill" in row) == opacity


def test_a_range_over_time_keeps_both_ends() -> None:
    """A range is drawn from its lower end to its upper one, and is no point."""
    rows = _data(_vega("lines", _seen(1901, 3), _seen(1902, None, low=4, high=6)))
    assert {(row["low"], row["y"]) for row in rows if row.get("x") == 1902 and "low" in row} == {(4, 6)}


def test_a_number_that_nobody_counted_is_dashed() -> None:
    """An announced number is an outline, as in the drawing, and a range is drawn from its lower end."""
    rows = _data(_vega("bars", _seen(1901, 3, status="announced"), _seen(1902, None, low=4, high=6)))
    announced, span = (row for row in rows if "words" in row)
    assert announced["dashed"]
    assert (span["base"], span["low"], span["at"]) == (4, 4, 6)


def test_colours_are_the_variables_of_the_page(queries: Queries) -> None:
    """A chart for exploring follows light and dark: it names no colour of its own."""
    for chart in queries.dataset.charts.values():
        if chart.mark in explore.MARKS:
            text = json.dumps(explore.vega(chart, queries))
            assert set(re.findall(r'"#[0-9a-fA-F]{3,8}"', text)) == set()


@pytest.fixture(scope="module", params=[(390, "light"), (390, "dark"), (1280, "light"), (1280, "dark")], ids=str)
def window(request: pytest.FixtureRequest, browser: Browser, site_url: str) -> Iterator[tuple[Page, list[str]]]:
    """Yield a window on the numbers, of a phone's and of a desk's width, and what it reports."""
    width, scheme = request.param
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme, has_touch=width == 390)
    page, heard = context.new_page(), list[str]()
    page.on("console", lambda message: heard.append(message.text))
    page.on("pageerror", lambda error: heard.append(str(error)))
    page.on("request", lambda request: heard.append(request.url) if not request.url.startswith(site_url) else None)
    page.goto(f"{site_url}/numbers.html")
    yield page, heard
    context.close()


def _explore(figure: Locator) -> Locator:
    """Press the button of a figure, and return what is drawn then."""
    figure.get_by_role("button", name="Explore").click()
    drawing = figure.locator(".figure__explored svg")
    expect(drawing).to_be_visible()
    return drawing


def test_every_chart_can_be_explored_under_the_policy(window: tuple[Page, list[str]], queries: Queries) -> None:
    """Each chart of numbers draws itself anew without an error or a request elsewhere, and fits; and back again."""
    page, heard = window
    for name, chart in queries.dataset.charts.items():
        figure = page.locator(f"figure[id='{name}']")
        button = figure.get_by_role("button", name="Explore")
        if chart.mark not in explore.MARKS:
            expect(button).to_have_count(0)
            continue
        box = _explore(figure).bounding_box()
        place = figure.bounding_box()
        assert box
        assert place
        assert box["width"] <= place["width"] + 1
        assert sum(one.is_visible() for one in figure.locator("svg[role=img]").all()) == 0
        expect(button).to_have_attribute("aria-pressed", "true")
        button.click()
        assert sum(one.is_visible() for one in figure.locator("svg[role=img]").all()) == 1
        expect(figure.locator(".figure__explored")).to_be_hidden()
    assert heard == []
    assert page.evaluate("document.documentElement.scrollWidth") <= page.evaluate("innerWidth")


def test_the_runtime_comes_only_when_asked_for(page: Page) -> None:
    """A page with charts loads neither what draws them for exploring nor their data, until a reader asks."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.rsplit("/", 1)[-1]))
    page.goto("/numbers.html", wait_until="load")
    assert [name for name in asked if "vega" in name] == []
    _explore(page.locator("figure[id='judges-by-measure']"))
    assert [name for name in asked if "vega" in name] == ["vega.js", "judges-by-measure.vega.json"]


def _row(figure: Locator, words: str) -> Locator:
    """Return the words of a row that is drawn for exploring."""
    return figure.locator(".figure__explored svg text", has_text=words).first


def test_pointing_tells_the_number_with_its_qualifier(visit: Visit) -> None:
    """The number, the period, who says so and the source show up, and go when the pointer goes."""
    page = visit("numbers.html")
    figure = page.locator("figure[id='judges-by-measure']")
    _explore(figure)
    told = figure.locator(".figure__tip")
    row = _row(figure, "more than 300")
    row.scroll_into_view_if_needed()
    box = row.bounding_box()
    assert box
    page.mouse.move(box["x"] + 5, box["y"] + 5)
    expect(told).to_contain_text("more than 300 judges")
    expect(told).to_contain_text("11 April 2017")
    expect(told).to_contain_text("CQ Roll Call")
    page.mouse.move(2, 2)
    expect(told).to_be_hidden()


def test_a_touch_tells_it_too(browser: Browser, site_url: str) -> None:
    """On a phone a touch of a row shows its number, and it stays."""
    context = browser.new_context(viewport={"width": 390, "height": 900}, has_touch=True, base_url=site_url)
    page = context.new_page()
    page.goto("/numbers.html")
    figure = page.locator("figure[id='judges-by-measure']")
    _explore(figure)
    row = _row(figure, "more than 300")
    row.scroll_into_view_if_needed()
    box = row.bounding_box()
    assert box
    page.touchscreen.tap(box["x"] + 5, box["y"] + 5)
    expect(figure.locator(".figure__tip")).to_contain_text("more than 300 judges")
    context.close()


def test_a_name_brings_its_series_forward(visit: Visit) -> None:
    """A click on a name of the legend makes the other series fade."""
    page = visit("numbers.html")
    figure = page.locator("figure[id='prosecutions-by-year']")
    _explore(figure)
    lines = figure.locator(".figure__explored svg .mark-line.role-mark path")
    opacities = "all => all.map(one => one.getAttribute('opacity') ?? '1')"
    assert set(lines.evaluate_all(opacities)) == {"1"}
    figure.locator(".figure__explored svg text", has_text="All immigration offences").click()
    expect(lines.and_(figure.locator("[opacity='0.15']")).first).to_be_visible()
    assert set(lines.evaluate_all(opacities)) == {"1", "0.15"}


def test_what_cannot_be_loaded_leaves_the_drawing(page: Page) -> None:
    """Where the data does not come, the drawing stays and the reader is told."""
    page.route("**/*.vega.json", lambda route: route.abort())
    page.goto("/numbers.html")
    figure = page.locator("figure[id='judges-by-measure']")
    figure.get_by_role("button", name="Explore").click()
    expect(figure.get_by_role("status")).to_contain_text("could not be loaded")
    assert sum(one.is_visible() for one in figure.locator("svg[role=img]").all()) == 1


def test_nothing_to_explore_is_offered_without_scripts(browser: Browser, site_url: str) -> None:
    """Without scripts there is no such button, and the files can still be taken away."""
    context = browser.new_context(java_script_enabled=False, base_url=site_url)
    page = context.new_page()
    page.goto("/numbers.html")
    figure = page.locator("figure[id='judges-by-measure']")
    expect(figure.get_by_role("button", name="Explore")).to_be_hidden()
    for kind in ("CSV", "SVG", "PNG"):
        link = figure.get_by_role("link", name=f"as {kind}")
        expect(link).to_be_visible()
        assert page.request.get(f"{site_url}/{link.get_attribute('href')}").ok
    context.close()
