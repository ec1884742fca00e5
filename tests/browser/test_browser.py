"""The real site in Chromium: phone and desk, light and dark, mouse and keyboard, on paper, without scripts."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from macros.queries import Queries

Visit = Callable[[str], Page]


@pytest.mark.parametrize("name", ["index", "statutes/usc-8-1325", "about/health", "print"])
def test_nothing_hangs_over_the_edge_of_a_phone(visit: Visit, page: Page, name: str) -> None:
    """On a phone bullets and numerals stand within the text, and a short table needs no scrolling."""
    page.set_viewport_size({"width": 390, "height": 800})
    visit(f"{name}.html")
    page.evaluate(
        "for (const one of document.querySelectorAll('.x-print > section')) one.style.contentVisibility = 'visible'"
    )
    marked = "[...document.querySelectorAll('main li')].filter((one) => getComputedStyle(one).display === 'list-item'"
    marked += " && getComputedStyle(one).listStyleType !== 'none' && one.getClientRects().length)"
    outside = (
        "(one) => one.getBoundingClientRect().left < document.querySelector('h1').getBoundingClientRect().left + 16"
    )
    assert page.evaluate(f"{marked}.filter({outside}).map((one) => one.textContent.slice(0, 40))") == []
    assert page.evaluate(
        "[...document.querySelectorAll('.x-table:not(figure *)')].every((t) => t.scrollWidth <= t.clientWidth)"
    )


def test_dark_is_dark(visit: Visit) -> None:
    """The system's choice between light and dark decides the colours, and the switch turns it over and is kept."""
    page = visit("index.html")

    def lightness() -> float:
        channels = re.findall(r"[\d.]+", page.evaluate("getComputedStyle(document.body).backgroundColor"))
        return sum(map(float, channels[:3])) / 3

    page.emulate_media(color_scheme="light")
    light = lightness()
    page.emulate_media(color_scheme="dark")
    dark = lightness()
    assert light > 200
    assert dark < 80
    switch = page.get_by_role("button", name="Dark colors")
    expect(switch).to_have_attribute("aria-pressed", "true")
    switch.click()
    expect(switch).to_have_attribute("aria-pressed", "false")
    assert lightness() == light
    page.reload()
    assert lightness() == light


@pytest.mark.any_topic
def test_the_timeline_is_whole_without_javascript(
    unscripted: Page, site_url: str, queries: Queries, timeline_address: str
) -> None:
    """Every event can be read where no script runs."""
    unscripted.goto(f"{site_url}/{timeline_address}")
    for name, event in queries.events():
        expect(unscripted.locator(f"[id='{name}']").get_by_role("heading", name=event.title)).to_be_visible()


@pytest.mark.parametrize("name", ["timeline", "numbers", "law", "index"])
def test_what_needs_a_script_is_not_shown_without_one(unscripted: Page, site_url: str, name: str) -> None:
    """Filters, search, tools of charts and buttons that would do nothing are out of sight where no script runs.

    On a phone what the shapes of events mean is in sight, not behind the word for what takes a script.
    """
    unscripted.goto(f"{site_url}/{name}.html")
    assert unscripted.locator(".x-needs-js").count() > 0
    expect(unscripted.locator(".x-needs-js:visible")).to_have_count(0)
    expect(unscripted.locator("header button:not([popovertarget]):visible")).to_have_count(0)
    if name == "timeline":
        unscripted.set_viewport_size({"width": 390, "height": 844})
        expect(unscripted.get_by_text("Filter", exact=True)).to_be_hidden()
        expect(unscripted.get_by_text("Speeches and statements").first).to_be_visible()


def test_charts_are_drawn_without_javascript(unscripted: Page, site_url: str, queries: Queries) -> None:
    """Every chart can be seen where no script runs, in one of its two drawings, and its table opens."""
    for name in queries.dataset.charts:
        unscripted.goto(f"{site_url}/{queries.href(name)}")
        figure = unscripted.locator(f"figure[id='{name}']")
        for fold in figure.locator("xpath=ancestor::details[not(@open)]").all():
            fold.locator("> summary").click()
        assert sum(one.is_visible() for one in figure.locator(".x-figure__drawing svg[role=img]").all()) == 1
        figure.locator("summary", has_text="Data").click()
        expect(figure.locator("table")).to_be_visible()


def test_a_link_opens_the_evidence_of_a_law_without_javascript(unscripted: Page, site_url: str) -> None:
    """From the list of laws, one click shows a law's penalties; there the words of the law and the evidence open."""
    unscripted.goto(f"{site_url}/law.html#usc-8-1326")
    unscripted.locator("#usc-8-1326 a[href$='#penalties']").first.click()
    expect(unscripted.locator("#penalties")).to_be_in_viewport()
    unscripted.goto(f"{site_url}/statutes/usc-8-1325.html#evidence")
    expect(unscripted.locator("#evidence")).to_be_in_viewport()


def _first_number(page: Page) -> tuple[Locator, Locator]:
    """Return the first number in the text of a page, and what it opens."""
    button = page.locator("article [data-fact] button[popovertarget]").first
    return button, page.locator(f"[id='{button.get_attribute('popovertarget')}']")


def test_a_number_opens_its_evidence_by_keyboard(visit: Visit) -> None:
    """Enter on a number shows its evidence, Tab goes into it, Escape hides it and gives the focus back."""
    page = visit("index.html")
    button, evidence = _first_number(page)
    button.focus()
    page.keyboard.press("Enter")
    expect(evidence).to_be_visible()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('[popover]')?.id") == evidence.get_attribute("id")
    page.keyboard.press("Escape")
    expect(evidence).to_be_hidden()
    expect(button).to_be_focused()


@pytest.mark.parametrize(("width", "javascript"), [(390, True), (390, False), (1280, True)])
def test_evidence_stays_in_the_window(
    unscripted: Page, page: Page, site_url: str, width: int, *, javascript: bool
) -> None:
    """What a number opens is wholly inside the window, leaves the number in sight, and has a button that closes it.

    It shows where the number comes from, with or without scripts; a click elsewhere hides it too.
    """
    page = page if javascript else unscripted
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(f"{site_url}/index.html")
    button, evidence = _first_number(page)
    expect(evidence).to_be_hidden()
    button.click()
    expect(evidence).to_be_visible()
    expect(evidence.locator("a[href*='sources/']").first).to_be_visible()
    page.mouse.click(2, 2)
    expect(evidence).to_be_hidden()
    for button in page.locator("article .x-number, article .x-cite__mark").all()[:12]:
        button.click()
        opened = page.locator(f"[id='{button.get_attribute('popovertarget')}']")
        expect(opened).to_be_visible()
        if javascript:
            page.evaluate("new Promise(requestAnimationFrame)")  # until a script has moved the page
        box, own = opened.bounding_box(), button.bounding_box()
        assert box
        assert own
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= width
        assert own["y"] >= 0
        assert box["y"] >= 0
        assert box["y"] + box["height"] <= 800
        is_beside = box["x"] >= own["x"] + own["width"] / 2  # a mark is smaller than what a finger hits
        assert is_beside or box["y"] >= own["y"] + own["height"] or box["y"] + box["height"] <= own["y"]
        opened.get_by_role("button", name="Close").click()
        expect(opened).to_be_hidden()


@pytest.mark.parametrize("name", ["reasons", "es-US/reasons", "memo"])
def test_a_sheet_leaves_the_last_marks_of_a_page_in_sight(visit: Visit, name: str) -> None:
    """On a phone the last marks of a page are above the sheet that they open, and the room for it goes with it."""
    page = visit(f"{name}.html")
    page.set_viewport_size({"width": 390, "height": 844})
    height = page.evaluate("document.documentElement.scrollHeight")
    for button in page.locator("article .x-cite__mark").all()[-3:]:
        button.click()
        opened = page.locator(f"[id='{button.get_attribute('popovertarget')}']")
        expect(opened).to_be_visible()
        page.evaluate("new Promise(requestAnimationFrame)")  # until a script has moved the page
        sheet, own = opened.bounding_box(), button.bounding_box()
        assert sheet
        assert own
        assert own["y"] >= 0
        assert own["y"] + own["height"] <= sheet["y"]
        opened.get_by_role("button", name="close").or_(opened.get_by_role("button", name="Cerrar")).click()
    assert page.evaluate("document.documentElement.scrollHeight") == height


def test_the_evidence_of_an_event_opens(visit: Visit) -> None:
    """Evidence in the timeline is closed until asked for, and opens by keyboard."""
    page = visit("timeline.html")
    evidence = page.locator("li[data-fact='memo-issued'] details").first
    words = evidence.locator("a[href*='sources/']").first
    expect(words).to_be_hidden()
    evidence.locator("summary").focus()
    page.keyboard.press("Enter")
    expect(words).to_be_visible()


def _tab_to(page: Page, href: str, most: int = 80) -> None:
    """Press Tab until the focus is on a link that leads there."""
    for _ in range(most):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.getAttribute('href')") == href:
            return
    pytest.fail(f"{most} times Tab do not lead to {href}")


def test_a_statute_can_be_reached_by_keyboard(visit: Visit) -> None:
    """From home, Tab and Enter lead to the law, and on to the page of a statute; the focus can be seen."""
    page = visit("index.html")
    _tab_to(page, "law.html")
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none"
    page.keyboard.press("Enter")
    page.wait_for_url("**/law.html")
    _tab_to(page, "statutes/usc-8-1325.html", 200)
    page.keyboard.press("Enter")
    page.wait_for_url("**/statutes/usc-8-1325.html")
    expect(page.get_by_role("heading", level=1)).to_have_text("Improper entry by alien")


def test_the_first_tab_skips_to_the_text(visit: Visit) -> None:
    """The first thing a keyboard reaches is a visible link past the navigation."""
    page = visit("timeline.html")
    page.keyboard.press("Tab")
    skip = page.locator(":focus")
    expect(skip).to_have_text("Skip to content")
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.locator(":is(main, main *):target")).to_have_count(1)


def test_a_link_to_a_fact_shows_it(visit: Visit) -> None:
    """The address of an event opens the timeline at that event, clear of whatever stays at the top."""
    page = visit("timeline.html#zero-tolerance-rescinded")
    target = page.locator("[id='zero-tolerance-rescinded']")
    expect(target).to_be_in_viewport()
    top = "e => document.elementFromPoint(e.getBoundingClientRect().x + 5, e.getBoundingClientRect().y + 5)"
    assert target.evaluate(f"e => e.contains(({top})(e))")


def test_the_current_page_differs_in_forced_colours(page: Page, site_url: str) -> None:
    """Where the system chooses the colours, the page that one is on looks unlike the others in the navigation."""
    page.emulate_media(forced_colors="active", color_scheme="dark")
    page.goto(f"{site_url}/timeline.html")
    underlined = "all => all.filter(a => getComputedStyle(a).borderBottomStyle !== 'none').map(a => a.textContent)"
    assert page.locator(".x-nav a").evaluate_all(underlined) == ["Timeline"]
