"""The filters of the timeline: what they leave, what the address keeps, and what brings everything back."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Route, expect

from macros.queries import Queries
from macros.views import words

Visit = Callable[[str], Page]


def test_filters_leave_the_events_that_match(visit: Visit, queries: Queries) -> None:
    """A filter of the timeline leaves what matches, says how many, and can be taken back."""
    page = visit("timeline.html")
    wanted = {name for name, _ in queries.events(category="directive", actor="sessions")}
    whole = len(queries.dataset.events)
    _choose(page, "category", "directive")
    _more(page, "actor", "sessions")
    events = page.locator("li[data-fact]")
    expect(events.filter(visible=True)).to_have_count(len(wanted))
    assert {one.get_attribute("id") for one in events.filter(visible=True).all()} == wanted
    expect(page.get_by_role("status")).to_have_text(f"{len(wanted)} of {whole} events")
    page.get_by_role("button", name="Clear filters").click()
    keys = [name for name, event in queries.events() if event.key]
    expect(events.filter(visible=True)).to_have_count(len(keys))
    expect(page.get_by_role("status")).to_have_text(f"{len(keys)} key events of {whole}")
    _choose(page, "show", "all")
    expect(events.filter(visible=True)).to_have_count(whole)
    expect(page.get_by_role("status")).to_have_text(f"All {whole} events")


def test_a_selection_can_be_shared(visit: Visit, queries: Queries) -> None:
    """The address holds the filters, and shows the same selection to whoever opens it."""
    page = visit("timeline.html")
    _more(page, "statute", "usc-8-1325")
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
    _more(page, "actor", "sessions")
    page.go_back()
    expect(page.locator("select[name=actor]")).to_have_value("")
    wanted = len(list(queries.events(category="directive")))
    expect(page.locator("li[data-fact]").filter(visible=True)).to_have_count(wanted)
    assert page.url.endswith("timeline.html?category=directive")


def test_the_picture_follows_the_filters(visit: Visit, page: Page, queries: Queries) -> None:
    """What the filters leave out is dim in the picture, and on a phone the bars shrink to what is left."""
    visit("timeline.html?category=court")
    wanted = {f"#{name}" for name, _ in queries.events(category="court")}
    bright = page.locator(".x-lane a[href^='#']:not(.x-dim)")
    assert {one.get_attribute("href") for one in bright.all()} == wanted
    page.set_viewport_size({"width": 390, "height": 800})
    expect(page.locator(".x-lanes")).to_be_hidden()
    heights = [float(one.get_attribute("height") or 0) for one in page.locator(".x-strip__bar").all()]
    assert 0 < sum(height > 0 for height in heights) <= len(wanted)


def test_a_mark_leads_to_its_event(visit: Visit, queries: Queries) -> None:
    """Each event has a mark with its date and title, which shows and opens the event, although it is no key event."""
    page = visit("timeline.html")
    marks = page.locator(".x-lane a[href^='#']")
    assert {one.get_attribute("href") for one in marks.all()} == {f"#{name}" for name in queries.dataset.events}
    name, event = next((name, event) for name, event in queries.events(category="court") if not event.key)
    expect(page.locator(f"[id='{name}']")).to_be_hidden()
    page.get_by_role("link", name=f"{event.date}: {event.title}").locator("use").click()
    expect(page.locator(f"[id='{name}']")).to_be_in_viewport()
    expect(page.locator(f"[id='{name}'] details .x-evidence summary")).to_be_visible()


def test_a_keyboard_passes_the_picture_at_once(visit: Visit) -> None:
    """No mark is a stop of the keyboard, and each group of chips is one."""
    page = visit("timeline.html")
    page.locator("h1").click()
    stops = []
    for _ in range(8):
        page.keyboard.press("Tab")
        assert not page.evaluate("!!document.activeElement.closest('.x-lanes')")
        stops.append(page.evaluate("document.activeElement.name"))
    assert [name for name in stops if name] == ["show", "category", "lane"]


def test_nothing_found_is_said_and_undone(visit: Visit, page: Page, queries: Queries) -> None:
    """Where no event matches, the page says so, and one click brings the events back."""
    visit("timeline.html?category=court&words=zzz")
    expect(page.get_by_role("status")).to_have_text("No event matches.")
    expect(page.locator("li[data-fact]").filter(visible=True)).to_have_count(0)
    page.get_by_role("button", name="Clear filters").click()
    keys = sum(event.key for event in queries.dataset.events.values())
    expect(page.locator("li[data-fact]").filter(visible=True)).to_have_count(keys)
    assert page.url.endswith("timeline.html")


def test_words_find_events(visit: Visit, queries: Queries) -> None:
    """The box finds what no list offers: a name, a law, a source, in any case."""
    page = visit("timeline.html")
    page.locator(".x-filters__more > summary").click()
    page.get_by_label("Words").fill("STRANGE swearing")
    events = page.locator("li[data-fact]").filter(visible=True)
    expect(events).to_have_count(1)
    assert events.first.get_attribute("id") in queries.dataset.events


def test_a_time_that_ends_before_it_starts_is_turned_round(visit: Visit) -> None:
    """From 2018 to 2016 is taken as from 2016 to 2018."""
    page = visit("timeline.html?since=2018&until=2016")
    expect(page.locator("select[name=since]")).to_have_value("2016")
    expect(page.locator("select[name=until]")).to_have_value("2018")
    years = {one.get_attribute("data-year") for one in page.locator("li[data-fact]").filter(visible=True).all()}
    assert years == {"2016", "2017", "2018"}


def test_an_address_may_name_what_the_lists_do_not_offer(visit: Visit, queries: Queries) -> None:
    """A source that is not among the most frequent is filtered by, and called by its name."""
    page = visit("timeline.html")
    offered = {one.get_attribute("value") for one in page.locator("select[name=source] option").all()}
    assert len(offered) <= 13
    source = next(s for name in queries.dataset.events for s in queries.sources(name) if s not in offered)
    visit(f"timeline.html?source={source}")
    wanted = {name for name, _ in queries.events(source=source)}
    shown = page.locator("li[data-fact]").filter(visible=True)
    assert {one.get_attribute("id") for one in shown.all()} == wanted
    label = page.locator("select[name=source] option:checked").text_content()
    assert label == f"{words.name(source, queries)} ({len(wanted)})"


def test_key_events_are_read_on_a_phone(visit: Visit, page: Page) -> None:
    """The key events take at most fifteen screens of a phone."""
    page.set_viewport_size({"width": 390, "height": 844})
    assert visit("timeline.html").evaluate("document.documentElement.scrollHeight") <= 15 * 844


@pytest.mark.parametrize(("width", "is_long"), [(390, True), (1280, True), (1280, False)])
def test_a_link_lands_on_its_event(visit: Visit, page: Page, queries: Queries, width: int, *, is_long: bool) -> None:
    """An address with an event shows it at the top, also where what is out of sight is not yet laid out."""
    page.set_viewport_size({"width": width, "height": 800})
    _lay_out(page, at_once=not is_long)
    names = list(queries.dataset.events)
    for name in names[5:-5:18]:
        page.goto("about:blank")
        visit(f"timeline.html#{name}")
        _expect_on_top(page, name)


def test_a_chapter_is_led_to(visit: Visit, page: Page) -> None:
    """In a long timeline too a link leads to its chapter, and Back to where the reader was."""
    _lay_out(page, at_once=False)
    visit("timeline.html")
    links = page.get_by_role("navigation", name="Chapters").get_by_role("link")
    for number in range(links.count() - 1):
        name = links.nth(number).get_attribute("href")
        assert name
        links.nth(number).scroll_into_view_if_needed()
        start = page.evaluate("scrollY")
        links.nth(number).click()
        _expect_on_top(page, name[1:])
        page.go_back()
        page.evaluate(_SETTLED, name[1:])
        assert page.evaluate("scrollY") == start


def _choose(page: Page, name: str, value: str) -> None:
    """Choose a chip."""
    page.locator(f"input[name={name}][value={value}]").check()


def _more(page: Page, name: str, value: str) -> None:
    """Choose from a list among the filters that are not shown at first."""
    if not page.locator(f"select[name={name}]").is_visible():
        page.locator(".x-filters__more > summary").click()
    page.locator(f"select[name={name}]").select_option(value)


def _lay_out(page: Page, *, at_once: bool) -> None:
    """Make the timeline a long one, or a short one, whatever it is."""

    def changed(route: Route) -> None:
        answer = route.fetch()
        name = "x-timeline" if at_once else "x-timeline x-long"
        text, count = re.subn(r'<div class="x-timeline[^"]*" data-x', f'<div class="{name}" data-x', answer.text())
        assert count == 1
        route.fulfill(response=answer, body=text)

    page.route("**/timeline.html", changed)


_SETTLED = """(name) => new Promise((done) => {
  let still = 0, was;
  const look = () => {
    const now = `${scrollY} ${document.getElementById(name)?.getBoundingClientRect().y}`;
    still = now === was ? still + 1 : 0;
    was = now;
    if (still < 12) requestAnimationFrame(look); else done();
  };
  look();
})"""
"""Waits until for a fifth of a second nothing moves: what stands above an event may change its height at first."""


def _expect_on_top(page: Page, name: str) -> None:
    page.evaluate(_SETTLED, name)
    box = page.locator(f"[id='{name}']").bounding_box()
    assert box
    assert 0 <= box["y"] <= 250, name
