"""The filters of the timeline: what they leave, what the address keeps, and what brings everything back."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Route, expect

from macros.queries import Queries

Visit = Callable[[str], Page]


def test_filters_leave_the_events_that_match(visit: Visit, queries: Queries) -> None:
    """A filter of the timeline leaves what matches, says how many, and can be taken back."""
    page = visit("timeline.html")
    wanted = {name for name, _ in queries.events(category="directive", actor="sessions")}
    whole = len(queries.dataset.events)
    page.locator("select[name=category]").select_option("directive")
    page.locator("select[name=actor]").select_option("sessions")
    events = page.locator("li[data-fact]")
    expect(events.filter(visible=True)).to_have_count(len(wanted))
    assert {one.get_attribute("id") for one in events.filter(visible=True).all()} == wanted
    expect(page.get_by_role("status")).to_have_text(f"{len(wanted)} of {whole} events")
    page.get_by_role("button", name="Show all").click()
    expect(events.filter(visible=True)).to_have_count(whole)


def test_a_selection_can_be_shared(visit: Visit, queries: Queries) -> None:
    """The address holds the filters, and shows the same selection to whoever opens it."""
    page = visit("timeline.html")
    page.locator("select[name=statute]").select_option("usc-8-1325")
    wanted = len(list(queries.events(statute="usc-8-1325")))
    visit(page.url.rsplit("/", 1)[-1])
    expect(page.locator("li[data-fact]").filter(visible=True)).to_have_count(wanted)
    expect(page.locator("select[name=statute]")).to_have_value("usc-8-1325")


def test_a_link_to_a_filtered_event_shows_it(visit: Visit) -> None:
    """A link within the timeline to an event that the filters hide brings it back."""
    page = visit("timeline.html?category=court")
    target = page.locator("[id='memo-issued']")
    expect(target).to_be_hidden()
    page.evaluate("location.hash = 'memo-issued'")
    expect(target).to_be_in_viewport()


def test_going_back_brings_the_filters_of_that_address(visit: Visit, queries: Queries) -> None:
    """After Back the events that are shown, and the filters, are those that the address names."""
    page = visit("timeline.html?category=directive")
    page.locator("li[data-fact] h3 a").filter(visible=True).first.click()
    page.locator("select[name=actor]").select_option("sessions")
    page.go_back()
    expect(page.locator("select[name=actor]")).to_have_value("")
    wanted = len(list(queries.events(category="directive")))
    expect(page.locator("li[data-fact]").filter(visible=True)).to_have_count(wanted)
    assert page.url.endswith("timeline.html?category=directive")


@pytest.mark.parametrize(("width", "columns"), [(390, 2), (1280, 6)])
def test_filters_stand_in_line(visit: Visit, page: Page, width: int, columns: int) -> None:
    """The lists of the filters stand in columns of one width, with their names above them."""
    page.set_viewport_size({"width": width, "height": 800})
    boxes = [box for one in visit("timeline.html").locator(".x-filters select").all() if (box := one.bounding_box())]
    assert len({round(box["x"]) for box in boxes}) == columns
    assert len({round(box["width"]) for box in boxes}) == 1


def test_the_overview_counts_in_words(visit: Visit) -> None:
    """A year of the overview says how many events it has, in the singular where there is one."""
    names = [one.get_attribute("aria-label") or "" for one in visit("timeline.html").locator(".x-strip a").all()]
    counts = [name.split(": ")[1].split(" ") for name in names]
    assert counts
    assert all(word == ("event" if count == "1" else "events") for count, word in counts)


@pytest.mark.parametrize(("width", "is_long"), [(390, True), (1280, True), (1280, False)])
def test_a_link_lands_on_its_event(visit: Visit, page: Page, queries: Queries, width: int, *, is_long: bool) -> None:
    """An address with an event shows it at the top, also where what is out of sight is not yet laid out."""
    page.set_viewport_size({"width": width, "height": 800})
    _lay_out(page, at_once=not is_long)
    names = list(queries.dataset.events)
    for name in names[5:-5:9]:
        page.goto("about:blank")
        visit(f"timeline.html#{name}")
        _expect_on_top(page, name)


def test_a_bar_of_the_overview_leads_to_its_year(visit: Visit, page: Page) -> None:
    """In a long timeline too a bar leads to its year, and Back to where the reader was."""
    _lay_out(page, at_once=False)
    visit("timeline.html")
    bars = page.locator(".x-strip a")
    for number in range(bars.count() - 1):
        name = bars.nth(number).get_attribute("href")
        assert name
        bars.nth(number).click()
        _expect_on_top(page, name[1:])
        page.go_back()
        page.wait_for_timeout(500)
        assert page.evaluate("scrollY") == 0


def _lay_out(page: Page, *, at_once: bool) -> None:
    """Make the timeline a long one, or a short one, whatever it is."""

    def changed(route: Route) -> None:
        answer = route.fetch()
        name = "" if at_once else ' class="x-long"'
        text, count = re.subn(r'<div( class="x-long")? data-x-timeline>', f"<div{name} data-x-timeline>", answer.text())
        assert count == 1
        route.fulfill(response=answer, body=text)

    page.route("**/timeline.html", changed)


def _expect_on_top(page: Page, name: str) -> None:
    page.wait_for_timeout(500)  # what stands above may change its height until then
    box = page.locator(f"[id='{name}']").bounding_box()
    assert box
    assert 0 <= box["y"] <= 250, name
