"""The index of numbers, the pages of series, and what can be copied from them."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

from macros import phrase
from macros.queries import Queries

Visit = Callable[[str], Page]
_COPIED = """navigator.clipboard.writeText = (text) => { window.copied = text; return Promise.resolve(); };
  window.setTimeout = () => 0;"""
"""Keeps what is copied, and a button that says so goes on saying it."""


def test_the_index_is_searched(visit: Visit, queries: Queries) -> None:
    """A search leaves the lines with all its words, of subjects too, and is in the address."""
    page = visit("numbers.html")
    rows = page.locator(".x-index__row")
    expect(rows.filter(visible=True)).to_have_count(0)
    page.get_by_label("Find a number").fill("BACKLOG trac")
    expect(page.locator("#trac-court-backlog")).to_be_visible()
    expect(page.locator("#judges-on-board")).to_be_hidden()
    expect(page.get_by_role("status").filter(has_text="of")).to_have_text(
        f"{rows.filter(visible=True).count()} of {len(queries.dataset.series)}"
    )
    page = visit(page.url.rsplit("/", 1)[-1])
    expect(page.get_by_label("Find a number")).to_have_value("BACKLOG trac")
    expect(page.locator("#judges-on-board")).to_be_hidden()


def test_the_old_address_of_a_number_leads_to_the_line_of_its_series(visit: Visit, queries: Queries) -> None:
    """Where subjects are closed, the address that a number had opens the subject and shows the line."""
    series = queries.dataset.series["trac-court-backlog"]
    page = visit(f"numbers.html?find=nothing#{series.observations[0].id}")
    expect(page.locator("#trac-court-backlog")).to_be_in_viewport()
    expect(page.locator("#judges-on-board")).to_be_hidden()


def test_all_numbers_show_without_javascript(unscripted: Page, site_url: str, queries: Queries) -> None:
    """Without a script every line shows once its subject is open, and no button to copy is there."""
    lines = unscripted.locator(".x-index__value").filter(visible=True)
    unscripted.goto(f"{site_url}/numbers.html")
    expect(lines).to_have_count(0)
    for subject in unscripted.locator(".x-fold > summary").all():
        subject.click()
    expect(lines).to_have_count(len(queries.dataset.series))
    unscripted.goto(f"{site_url}/numbers.html?again#trac-court-backlog")
    expect(unscripted.locator("#trac-court-backlog")).to_be_in_viewport()
    unscripted.goto(f"{site_url}/numbers/trac-court-backlog.html")
    unscripted.locator("summary").last.click()
    expect(unscripted.get_by_role("button", name="copy")).to_have_count(0)


def test_a_number_is_cited_with_its_address(visit: Visit, queries: Queries) -> None:
    """The evidence of a number offers its link and how to cite it: value, period, series, source, site, address."""
    page = visit("numbers/trac-court-backlog.html")
    page.evaluate(_COPIED)
    series = queries.dataset.series["trac-court-backlog"]
    last = series.observations[-1]
    row = page.locator(f"[id='{last.id}']")
    expect(row.get_by_role("button", name="copy link")).to_have_count(0)
    row.locator("summary").click()
    row.get_by_role("button", name="copy link").click()
    address = f"{page.url.partition('#')[0]}#{last.id}"
    assert page.evaluate("window.copied") == address
    row.get_by_role("button", name="copy citation").click()
    expect(row.get_by_role("button", name="copied").first).to_be_visible()
    copied = page.evaluate("window.copied")
    assert copied.startswith(f"{phrase.number(last)} {series.unit} ({phrase.period(last, series)}): {series.title}.")
    assert copied.endswith(f"In: {queries.dataset.topic.title}, checked on {queries.dataset.topic.checked}. {address}")


def test_a_series_of_one_number_is_cited_as_that_number(visit: Visit) -> None:
    """Its page copies the value, the period and the address of the number, not only the name of the series."""
    page = visit("numbers/rc-backlog.html")
    page.evaluate(_COPIED)
    page.locator(".x-record").get_by_role("button", name="copy citation").click()
    expect(page.get_by_role("button", name="copied")).to_be_visible()
    copied = page.evaluate("window.copied")
    assert copied.startswith("More than 500,000 cases (11 April 2017): ")
    assert copied.endswith("/numbers/rc-backlog.html#rc-backlog-500000")
