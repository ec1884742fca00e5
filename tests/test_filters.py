"""The filters of the timeline: what they leave, what the address keeps, and what brings everything back."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from macros.load import load
from macros.queries import Queries
from tests.factories import ROOT

Visit = Callable[[str], Page]


@pytest.fixture(scope="module")
def queries() -> Queries:
    """Return the real data."""
    return Queries(load(ROOT))


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
