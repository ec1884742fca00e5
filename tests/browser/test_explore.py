"""Exploring a chart: its specification, and the real site in Chromium under its policy."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from macros.queries import Queries

Visit = Callable[[str], Page]


@pytest.fixture(scope="module", params=[(390, "dark"), (1280, "light")], ids=str)
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
    drawing = figure.locator(".x-figure__explored svg")
    expect(drawing).to_be_visible()
    return drawing


def _pictures(figure: Locator) -> int:
    """Return how many static pictures of a figure can be seen."""
    return sum(one.is_visible() for one in figure.locator(".x-figure__drawing svg[role=img]").all())


def _labels(drawing: Locator) -> list[tuple[str, float, float]]:
    """Return the texts that a drawing shows, and where each starts in it, as parts of its width, from left to right."""
    found = drawing.evaluate("""svg => {
      const plot = svg.getBoundingClientRect();
      return [...svg.querySelectorAll("text")].filter(one => one.checkVisibility({opacityProperty: true})).map(one => {
        const {left, top} = one.getBoundingClientRect();
        const lines = [...one.childNodes].map(line => line.textContent);
        return [lines.join(" "), (left - plot.left) / plot.width, (top - plot.top) / plot.width];
      }).filter(([words]) => words.trim());
    }""")
    return sorted((" ".join(text.split()), x, y) for text, x, y in found)


def test_every_chart_can_be_explored_under_the_policy(window: tuple[Page, list[str]], queries: Queries) -> None:
    """Drawn anew, each chart is as large as its picture, with its words where they were; and there is a way back.

    Nothing reports an error or asks another site for something.
    """
    page, heard = window
    for name, chart in queries.dataset.charts.items():
        figure = page.locator(f"figure[id='{name}']")
        if not chart.series:
            expect(figure.get_by_role("button", name="Explore")).to_have_count(0)
            continue
        (picture,) = (one for one in figure.locator(".x-figure__drawing svg[role=img]").all() if one.is_visible())
        before, labels = picture.bounding_box(), _labels(picture)
        drawing = _explore(figure)
        after, drawn = drawing.bounding_box(), _labels(drawing)
        assert before
        assert after
        assert (after["width"], after["height"]) == pytest.approx((before["width"], before["height"]), abs=1)
        assert [text for text, *_ in drawn] == [text for text, *_ in labels], name
        assert [at for _, *at in drawn] == [pytest.approx(at, abs=0.005) for _, *at in labels], name
        assert _pictures(figure) == 0
        back = figure.get_by_role("button", name="Back to the picture")
        expect(back).to_have_attribute("aria-pressed", "true")
        back.click()
        assert _pictures(figure) == 1
        expect(figure.locator(".x-figure__explored")).to_be_hidden()
    assert heard == []
    assert page.evaluate("document.documentElement.scrollWidth") <= page.evaluate("innerWidth")


def test_the_runtime_comes_only_when_asked_for(page: Page, site_url: str) -> None:
    """A page with charts loads neither what draws them for exploring nor their data, until a reader asks."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.rsplit("/", 1)[-1]))
    page.goto(f"{site_url}/numbers.html", wait_until="load")
    assert [name for name in asked if "vega" in name or name.endswith(".json")] == []
    _explore(page.locator("figure[id='judges-by-measure']"))
    assert asked[-2:] == ["vega.js", "judges-by-measure.wide.json"]


def test_pointing_tells_the_number_below_the_drawing(visit: Visit) -> None:
    """The number with its qualifier, the period, who says so and the source stand below the drawing, not over it."""
    page = visit("numbers.html")
    figure = page.locator("figure[id='backlog-lower-bounds']")
    drawing, told = _explore(figure), figure.locator(".x-figure__details")
    expect(told).to_be_hidden()
    words = drawing.locator("text", has_text="more than 500,000")
    words.scroll_into_view_if_needed()
    words.hover(force=True)  # a drawing is not a control: what is under the pointer does not matter
    for text in ("more than 500,000 cases", "April 2017", "CQ Roll Call, citing TRAC"):
        expect(told).to_contain_text(text)
    plot, below = drawing.bounding_box(), told.bounding_box()
    assert plot
    assert below
    assert below["y"] >= plot["y"] + plot["height"]


def test_pointing_finds_what_is_in_a_lower_panel_and_a_gap(visit: Visit) -> None:
    """Pointing at a label of the second panel tells its number, and at the shaded stretch the reason of the gap."""
    page = visit("numbers.html")
    figure = page.locator("figure[id='prosecutions-by-year']")
    drawing, told = _explore(figure), figure.locator(".x-figure__details")
    for words, text in (("62,000", "about 62,000 prosecutions"), ("gap", "Fiscal 2014")):
        label = drawing.locator("text", has_text=words)
        label.scroll_into_view_if_needed()
        label.hover(force=True)
        expect(told).to_contain_text(text)


def test_a_touch_tells_it_too(browser: Browser, site_url: str) -> None:
    """On a phone a touch of a row shows its number, in sight, and it stays."""
    context = browser.new_context(viewport={"width": 390, "height": 900}, has_touch=True, base_url=site_url)
    page = context.new_page()
    page.goto("/numbers.html")
    figure = page.locator("figure[id='immigration-share-two-bases']")
    words = _explore(figure).locator("text", has_text="53.0%")
    words.scroll_into_view_if_needed()
    words.tap(force=True)
    told = figure.locator(".x-figure__details")
    expect(told).to_contain_text("53.0%")
    expect(told).to_contain_text("Fiscal 2015")
    expect(told).to_be_in_viewport()
    context.close()


def test_arrow_keys_step_through_the_numbers(visit: Visit) -> None:
    """From the button on, arrows lead from number to number, gaps too; the others fade; Escape leads back."""
    page = visit("numbers.html")
    figure = page.locator("figure[id='prosecutions-by-year']")
    drawing, told = _explore(figure), figure.locator(".x-figure__details")
    page.keyboard.press("ArrowRight")
    expect(told).to_contain_text("Fiscal 2004")
    for _ in range(10):
        page.keyboard.press("ArrowRight")
    expect(told).to_contain_text("gap")
    expect(told).to_contain_text("Fiscal 2014")
    assert set(
        drawing.locator(".mark-line.role-mark path").evaluate_all("all => all.map(one => one.getAttribute('opacity'))")
    ) == {"1", "0.3"}
    page.keyboard.press("ArrowLeft")
    expect(told).to_contain_text("97,384 prosecutions")
    page.keyboard.press("End")
    expect(told).to_contain_text("as GAO counts them")
    expect(told).to_contain_text("about 62,000 prosecutions")
    page.keyboard.press("Escape")
    assert _pictures(figure) == 1
    expect(told).to_be_hidden()
    expect(figure.get_by_role("button", name="Explore")).to_be_focused()


def test_what_cannot_be_loaded_leaves_the_drawing(page: Page, site_url: str) -> None:
    """Where the data does not come, the drawing stays and the reader is told."""
    page.route("**/*.wide.json", lambda route: route.abort())
    page.goto(f"{site_url}/numbers.html")
    figure = page.locator("figure[id='judges-by-measure']")
    figure.get_by_role("button", name="Explore").click()
    expect(figure.locator(".x-figure__tools").get_by_role("status")).to_contain_text("could not be loaded")
    assert _pictures(figure) == 1


def test_nothing_to_explore_is_offered_without_scripts(unscripted: Page, site_url: str) -> None:
    """Without scripts there is no such button, and the files can still be taken away."""
    unscripted.goto(f"{site_url}/numbers.html")
    figure = unscripted.locator("figure[id='judges-by-measure']")
    expect(figure.get_by_role("button", name="Explore")).to_be_hidden()
    figure.locator("summary", has_text="Download").click()
    for kind in ("CSV", "SVG", "PNG"):
        link = figure.get_by_role("link", name=f"as {kind}")
        expect(link).to_be_visible()
        assert unscripted.request.get(f"{site_url}/{link.get_attribute('href')}").ok
