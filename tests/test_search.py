"""Search finds every kind of fact, leads to the fact itself, and costs nothing until it is used."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from macros import search, searchindex
from macros.load import load
from macros.queries import Queries
from tests.factories import GOOD_TOPIC, ROOT

Visit = Callable[[str], Page]


@pytest.fixture(scope="module")
def queries() -> Queries:
    """Return the real data."""
    return Queries(load(ROOT))


def test_every_record_a_reader_looks_for_can_be_found(queries: Queries) -> None:
    """Each event, statement, series, law, question, person, term and source has an entry that leads to its place."""
    entries = {entry.url: entry for entry in search.entries(queries)}
    wanted = {queries.href(name): kind for name, kind in queries.kinds.items() if kind in search.KINDS}
    assert {url: entry.kind for url, entry in entries.items()} == {u: search.KINDS[k] for u, k in wanted.items()}
    assert all(entry.title and entry.title in entry.text for entry in entries.values())


def test_a_number_is_found_with_its_qualifier() -> None:
    """The words of a series hold its numbers as the source gives them."""
    (entry,) = (entry for entry in search.entries(Queries(load(GOOD_TOPIC))) if entry.kind == "Numbers")
    assert "more than 500 pounds, 1901" in entry.text


def test_the_index_is_the_same_each_time() -> None:
    """The same facts give the same index, name by name and byte by byte."""
    entries = tuple(search.entries(Queries(load(GOOD_TOPIC))))
    assert len({entry.kind for entry in entries}) == len(search.KINDS)
    assert searchindex.files(entries) == searchindex.files(entries)


def test_a_topic_without_facts_has_an_index() -> None:
    """Nothing to find is no error."""
    assert "pagefind.js" in searchindex.files(())


@pytest.mark.parametrize("words", ["1325", "section 1325", "INA 275", "improper entry by alien"])
def test_search_finds_a_statute(visit: Visit, words: str) -> None:
    """Search knows a law by its number, by its other names and by its heading, and leads to its page."""
    page = visit("about/index.html")
    page.get_by_role("button", name="Search", exact=True).click()
    page.get_by_role("searchbox").fill(words)
    page.get_by_role("dialog").get_by_role("link", name=re.compile(r"^8 U\.S\.C\. § 1325: ")).click()
    page.wait_for_url("**/statutes/usc-8-1325.html")
    expect(page.get_by_role("heading", level=1)).to_have_text("8 U.S.C. § 1325")


def test_search_finds_facts_and_not_only_pages(visit: Visit, queries: Queries) -> None:
    """A result leads to the place of the fact itself."""
    page = visit("index.html")
    page.keyboard.press("/")
    page.get_by_role("searchbox").fill("assembly-line justice")
    hit = page.get_by_role("dialog").get_by_role("listitem").get_by_role("link").first
    expect(hit).to_be_visible()
    anchor = str(hit.get_attribute("href")).split("#")[-1]
    assert queries.kinds[anchor] == "statement"


def test_search_fetches_nothing_until_it_is_used(page: Page) -> None:
    """A reader who does not search does not load the index."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto("/index.html", wait_until="load")
    assert [url for url in asked if "pagefind" in url] == []


def test_search_that_finds_nothing_says_so(visit: Visit) -> None:
    """A search without result tells its reader."""
    page = visit("index.html")
    page.keyboard.press("/")
    page.get_by_role("searchbox").fill("xylophone")
    expect(page.get_by_role("dialog").get_by_role("status")).to_have_text("0 found")
