"""Search answers readers: by their words it finds every kind of fact, and leads to it; it costs nothing until used."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from macros import search
from macros.load import load
from macros.queries import Queries
from macros.search import index, sections
from tests import sites
from tests.factories import GOOD_TOPIC, ROOT

Visit = Callable[[str], Page]

SEARCHES = {
    "penalty first illegal entry": "statutes/usc-8-1325.html",
    "reentry after removal penalty": "statutes/usc-8-1326.html",
    "maximum fine reentry": "statutes/usc-8-1326.html",
    "prison term for smuggling": "statutes/usc-8-1324.html",
    "assault on officers fine": "statutes/usc-18-111.html",
    "mandatory minimum identity theft": "statutes/usc-18-1028a.html",
    "1325": "statutes/usc-8-1325.html",
    "INA 275": "statutes/usc-8-1325.html",
    "section 1326": "statutes/usc-8-1326.html",
    "who gets credit for decline in crossings": "disagreements.html#credit-for-the-fall",
    "is crossing the border a crime": "disagreements.html#first-entry-a-crime",
    "did Sessions say filth": "disagreements.html#filth-line",
    "smuggling": "disagreements.html#trafficking-or-smuggling",
    "449": "disagreements.html#judge-numbers",
    "how many judges": "disagreements.html#judge-numbers",
    "25 judges sent": "disagreements.html#judges-already-sent",
    "does the memo bind prosecutors": "disagreements.html#force-of-the-memo",
    "18 April deadline": "timeline.html#coordinator-deadline",
    "was the 2017 memo withdrawn": "timeline.html#memo-issued",
    "when was the memo issued": "timeline.html#memo-issued",
    "when did Sessions resign": "timeline.html#sessions-resigns",
    "2018 memo districts": "timeline.html#memo-2018-issued",
    "zero tolerance": "terms.html#zero-tolerance-policy",
    "sanctuary cities": "terms.html#sanctuary-city",
    "what does felony mean": "terms.html#felony",
    "illegal reentry": "terms.html#reentry",
    "court backlog": "terms.html#court-backlog",
    "border apprehensions": "numbers.html#border-apprehensions",
    "Jeff Sessions": "people.html#sessions",
    "how to cite": "about/index.html#cite",
    "report an error": "about/index.html#report-a-mistake",
    "is this legal advice": "about/index.html#what-it-is",
    "licence": "about/index.html#reuse",
    "sources disagree": "disagreements.html",
    "compare penalties": "law.html#compared",
    "corrections": "about/corrections.html",
}
"""What readers type, and what they should find among the first three results."""

_TYPE_EACH = """async (searches) => {
    const input = document.querySelector("[data-x-search-dialog] input");
    const list = document.querySelector("[data-x-search-dialog] ol");
    const found = [];
    for (const words of searches) {
        input.value = words;
        input.dispatchEvent(new Event("input"));
        while (list.ariaBusy === "true") await new Promise((done) => setTimeout(done, 10));
        found.push([...list.querySelectorAll("a")].slice(0, 3).map((link) => link.getAttribute("href").slice(1)));
    }
    return found;
}"""


@pytest.fixture
def open_search(visit: Visit) -> Callable[[str], Page]:
    """Return a function that opens a page with its search, ready, and types some words."""

    def go(words: str) -> Page:
        page = visit("about/index.html")
        page.keyboard.press("/")
        page.get_by_role("searchbox").fill(words)
        expect(page.get_by_role("dialog").get_by_role("status")).not_to_be_empty()
        return page

    return go


def _entry(kind: str) -> search.SearchEntry:
    (entry,) = (one for one in search.entries(Queries(load(GOOD_TOPIC))) if one.kind == kind)
    return entry


def test_every_record_a_reader_looks_for_can_be_found(queries: Queries) -> None:
    """Each record of a kind that can be found has an entry with a title, which leads to its place."""
    entries = {entry.url: entry for entry in search.entries(queries)}
    wanted = {queries.href(name): kind for name, kind in queries.kinds.items() if kind in search.KINDS}
    assert {url: entry.kind for url, entry in entries.items()} == {u: search.KINDS[k] for u, k in wanted.items()}
    assert all(entry.title and entry.text for entry in entries.values())


def test_a_number_is_found_with_its_qualifier() -> None:
    """The words of a series hold its numbers as the source gives them."""
    assert "more than 500 pounds, 1901" in _entry("Numbers").text


def test_a_law_is_found_by_its_penalties() -> None:
    """The words of a law say of each tier that it is a penalty, and which."""
    law = _entry("Law")
    assert "Penalty for A first offence: longest prison sentence 6 months, petty." in law.text
    assert "punishment" in law.names


def test_an_event_is_found_by_its_day_in_words() -> None:
    """The words of an event begin with its date as readers write it."""
    assert re.match(r"\d+ [A-Z][a-z]+ 1901\. ", _entry("Events").text)


def test_a_question_is_found_by_what_its_sources_say(queries: Queries) -> None:
    """The words of a question hold those of the facts that answer it."""
    question = next(entry for entry in search.entries(queries) if entry.url.endswith("#credit-for-the-fall"))
    assert "decline in unlawful crossings" in question.text


def test_a_correction_is_found_by_what_it_said() -> None:
    """A correction says what was changed, what it said and why."""
    correction = _entry("Corrections")
    assert correction.title == "Correction: Ann Reed"
    assert "Was: Anne Now: Ann Why: The gazette writes it so." in correction.text


def test_words_that_the_site_avoids_find_what_it_says_instead(queries: Queries) -> None:
    """A record with a term of the house is found by the one that it stands for, which is not shown."""
    law = next(entry for entry in search.entries(queries) if entry.url == "statutes/usc-8-1325.html")
    assert "illegal entry" in law.names
    assert "illegal entry" not in law.text


def test_the_index_is_the_same_each_time() -> None:
    """The same facts give the same index, name by name and byte by byte."""
    entries = tuple(search.entries(Queries(load(GOOD_TOPIC))))
    assert len({entry.kind for entry in entries}) == len(search.KINDS)
    assert index.files(entries) == index.files(entries)


def test_a_topic_without_facts_has_an_index() -> None:
    """Nothing to find is no error."""
    assert "pagefind.js" in index.files(())


def test_the_script_weighs_kinds_that_there_are() -> None:
    """Each kind that the script of search prefers or holds back is one that the index has."""
    script = (ROOT / "macros" / "theme" / "js" / "search.js").read_text(encoding="utf-8")
    (weights,) = re.findall(r"WEIGHTS = \{(.*?)\}", script, re.DOTALL)
    assert set(re.findall(r"(\w+):", weights)) <= {*search.KINDS.values(), sections.KIND}


def test_readers_find_what_they_look_for(open_search: Callable[[str], Page]) -> None:
    """Each of the searches has its answer among the first three results."""
    found = open_search("memo").evaluate(_TYPE_EACH, list(SEARCHES))
    first = dict(zip(SEARCHES, found, strict=True))
    assert {words: urls for words, urls in first.items() if SEARCHES[words] not in urls} == {}


def test_a_result_leads_to_its_page(open_search: Callable[[str], Page]) -> None:
    """The Enter key opens the first result."""
    page = open_search("improper entry by alien")
    page.keyboard.press("Enter")
    page.wait_for_url("**/statutes/usc-8-1325.html")
    expect(page.get_by_role("heading", level=1)).to_have_text("8 U.S.C. § 1325")


def test_search_finds_facts_and_not_only_pages(open_search: Callable[[str], Page], queries: Queries) -> None:
    """A result leads to the place of the fact itself."""
    hit = open_search("assembly-line justice").get_by_role("dialog").get_by_role("listitem").get_by_role("link").first
    anchor = str(hit.get_attribute("href")).split("#")[-1]
    assert queries.kinds[anchor] in ("question", "statement")


def test_search_fetches_nothing_until_it_is_used(page: Page) -> None:
    """A reader who does not search does not load the index."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto("/index.html", wait_until="load")
    assert [url for url in asked if "pagefind" in url] == []


@pytest.mark.parametrize("words", ["xylophone", "xylophonist"])
def test_search_that_finds_nothing_says_so(open_search: Callable[[str], Page], words: str) -> None:
    """A search without result tells its reader, and shows nothing that merely begins with the same letter."""
    expect(open_search(words).get_by_role("dialog").get_by_role("status")).to_have_text("Nothing found")


def test_search_says_which_words_a_result_lacks(open_search: Callable[[str], Page]) -> None:
    """Where no record has all the words, results have some of them, and each says which it is without."""
    dialog = open_search("felony xylophone").get_by_role("dialog")
    expect(dialog.get_by_role("status")).to_contain_text(
        re.compile(r"^Nothing found with all the words; \d+ with some")
    )
    expect(dialog.get_by_role("listitem").first).to_contain_text("without: xylophone")


def test_results_can_be_of_one_kind(open_search: Callable[[str], Page]) -> None:
    """A kind shows its results alone, and keeps the focus of who chose it."""
    dialog = open_search("smuggling").get_by_role("dialog")
    law = dialog.get_by_role("button", name=re.compile("^Law "))
    law.press("Enter")
    expect(law).to_have_attribute("aria-pressed", "true")
    expect(law).to_be_focused()
    expect(dialog.get_by_role("listitem").filter(has_not=dialog.page.get_by_text("Law", exact=True))).to_have_count(0)


def test_search_is_worked_by_keys(open_search: Callable[[str], Page]) -> None:
    """Arrows move through the field and the results, and Escape closes."""
    page = open_search("backlog")
    links = page.get_by_role("dialog").get_by_role("listitem").get_by_role("link")
    expect(links.nth(1)).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(links.nth(1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(page.get_by_role("searchbox")).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).not_to_be_visible()


def test_search_works_in_a_folder_of_a_site(built_site: Path, page: Page) -> None:
    """Results lead to where the site is, which need not be the root."""
    with sites.served(built_site.parent) as url:
        page.goto(f"{url}/{built_site.name}/about/health.html")
        page.keyboard.press("/")
        page.get_by_role("searchbox").fill("how to cite")
        page.get_by_role("link", name="Cite", exact=True).click()
        page.wait_for_url(f"{url}/{built_site.name}/about/index.html#cite")


def test_search_in_a_file_says_that_it_does_not_work(built_site: Path, page: Page) -> None:
    """A reader who opened the site from a file is told why search finds nothing."""
    page.goto((built_site / "index.html").as_uri())
    page.keyboard.press("/")
    expect(page.get_by_role("dialog").get_by_role("status")).to_contain_text("does not work from a file")
