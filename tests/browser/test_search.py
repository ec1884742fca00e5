"""Search in Chromium: it leads readers to facts, is worked by keys, and costs nothing until used."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from macros.queries import Queries
from macros.search import SearchEntry, index
from tests import sites
from tests.browser.strangers import SECOND, STRANGERS

Visit = Callable[[str], Page]


SEARCHES = {
    "did Biden cancel the memo": "people.html#wilkinson timeline.html#zero-tolerance-rescinded",
    "which news outlets reported on the memo": "sources.html",
    "which newspapers": "sources.html",
    "who criticized the memo": "opinions.html",
    "overstaying a visa": "questions/first-entry-a-crime.html",
    "are sanctuary cities more dangerous": "questions/sanctuary-cities-safer.html",
    "charts of border arrests": "numbers/border-apprehensions.html",
    "has this site made mistakes": "about/corrections.html",
    "penalty first illegal entry": "statutes/usc-8-1325.html",
    "reentry after removal penalty": "statutes/usc-8-1326.html",
    "maximum fine reentry": "statutes/usc-8-1326.html",
    "prison term for smuggling": "statutes/usc-8-1324.html",
    "assault on officers fine": "statutes/usc-18-111.html",
    "mandatory minimum identity theft": "statutes/usc-18-1028a.html",
    "1325": "statutes/usc-8-1325.html",
    "INA 275": "statutes/usc-8-1325.html",
    "section 1326": "statutes/usc-8-1326.html",
    "who gets credit for decline in crossings": "questions/credit-for-the-fall.html",
    "is crossing the border a crime": "questions/first-entry-a-crime.html",
    "did Sessions say filth": "questions/filth-line.html",
    "smuggling": "questions/trafficking-or-smuggling.html",
    "449": "questions/judge-numbers.html",
    "how many judges": "questions/judge-numbers.html",
    "25 judges sent": "questions/judges-already-sent.html",
    "does the memo bind prosecutors": "questions/force-of-the-memo.html",
    "18 April deadline": "timeline.html#coordinator-deadline",
    "was the 2017 memo withdrawn": "order-2018.html#memo-2017-and-order-2018",
    "when was the memo issued": "timeline.html#memo-issued",
    "when did Sessions resign": "timeline.html#sessions-resigns",
    "2018 memo districts": "order-2018.html",
    "zero tolerance": "terms.html#zero-tolerance-policy",
    "sanctuary cities": "terms.html#sanctuary-city",
    "what does felony mean": "terms.html#felony",
    "illegal reentry": "terms.html#reentry",
    "court backlog": "terms.html#court-backlog",
    "border apprehensions": "numbers/border-apprehensions.html",
    "Jeff Sessions": "people/sessions.html",
    "how to cite": "about/index.html#cite",
    "report an error": "about/index.html#report-a-mistake",
    "is this legal advice": "about/index.html#what-it-is",
    "licence": "about/index.html#reuse",
    "sources disagree": "who-says-what.html",
    "compare penalties": "law.html#compared",
    "corrections": "about/corrections.html",
    "Who is Jeff Sessions": "people/sessions.html",
    "which offences priority memo": "questions/offences-in-the-reports.html",
    "which offenses priority memo": "questions/offences-in-the-reports.html",
    "did crossings go up or down": "questions/crossings-fall-or-rise.html",
    "which statements are opinion": "opinions.html",
    "where else did Sessions speak": "timeline.html#nogales-visit",
    "Friday": "timeline.html#memo-2018-issued",
    "immigration court backlog": "terms.html#court-backlog",
    "does the memo still apply": "memo.html",
    "was the memo rescinded": "memo.html",
    "$5,000": "statutes/usc-18-3571.html",
    "why did Sessions want more prosecutions": "questions/reasons-of-the-attorney-general.html",
    "how many families separated": "numbers/children-separated.html",
    "apprehensions in April 2017": "numbers/border-apprehensions.html",
    "how many people were prosecuted in 2018": "numbers/trac-immigration-prosecutions.html",
    "when did the policy end": "order-2018.html",
    "who opposed the memo": "reasons.html",
    "what changed between 2017 and 2018": "order-2018.html#memo-2017-and-order-2018",
    "number": "numbers.html",
    "HR3486": "sources/hr-3486.html",
}
"""What readers type, and what they should find among the first three results."""


_MISSED = 6
"""How many of the questions of each stranger may go without their answer."""
_TYPE_EACH = """async (searches) => {
    const input = document.querySelector("[data-x-search-dialog] input");
    const list = document.querySelector("[data-x-search-dialog] ol");
    const found = [], later = setTimeout;
    window.setTimeout = (run) => later(run); // the search does not wait for another key
    for (const words of searches) {
        input.value = words;
        input.dispatchEvent(new Event("input"));
        while (list.ariaBusy === "true") await new Promise((done) => later(done, 10));
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
        shown = re.compile("found") if words else "Where to begin:"
        expect(page.get_by_role("dialog").get_by_role("status")).to_have_text(shown)
        return page

    return go


def test_a_search_that_fails_leaves_the_next_one_ready(open_search: Callable[[str], Page]) -> None:
    """Results that cannot be loaded are told of, and the list is not busy for ever."""
    page = open_search("")
    page.route("**/pagefind/fragment/**", lambda route: route.abort())
    page.get_by_role("searchbox").fill("smuggling")
    status = page.get_by_role("dialog").get_by_role("status")
    expect(status).to_have_text("The results could not be loaded. Search again.")
    expect(page.locator(".x-search ol")).to_have_attribute("aria-busy", "false")


def test_readers_find_what_they_look_for(open_search: Callable[[str], Page]) -> None:
    """Each of the searches has its answer among the first three results.

    So have most questions that were written without sight of the data.
    """
    page = open_search("memo")
    for asked, most in ((SEARCHES, 0), (STRANGERS, _MISSED), (SECOND, _MISSED)):
        first = dict(zip(asked, page.evaluate(_TYPE_EACH, list(asked)), strict=True))
        missed = {words: urls for words, urls in first.items() if not set(urls) & set(asked[words].split())}
        assert len(missed) <= most, missed


def test_a_document_comes_first_in_a_search_for_little_more_than_its_label(open_search: Callable[[str], Page]) -> None:
    """Not a term or another document of its kind; the result tells its day, also where the search asks for that."""
    page = open_search("memo")
    asked = ("the memo", "memo date", "what day did the memo come out", "who wrote the memo")
    for words, found in zip(asked, page.evaluate(_TYPE_EACH, list(asked)), strict=True):
        assert found[0] == "memo.html", words
    expect(page.get_by_role("dialog").get_by_role("listitem").first).to_contain_text("11 April 2017")


def test_a_result_shows_the_sentence_that_was_searched_for(open_search: Callable[[str], Page]) -> None:
    """It is whole, and the one with most of the words; what the answer above says already is left out."""
    dialog = open_search("overstaying visa unlawful entry").get_by_role("dialog")
    law = dialog.get_by_role("listitem").filter(
        has=dialog.page.get_by_role("link", name=re.compile("^8 U.S.C. § 1325"))
    )
    sentence = "Merely being in the country unlawfully, for example after overstaying a visa, is not covered."
    expect(law.locator(".x-meta").first).to_have_text(sentence)


def test_the_kinds_of_result_take_one_line_on_a_phone(open_search: Callable[[str], Page]) -> None:
    """They scroll sideways, so that the first result is near the field."""
    page = open_search("memo")
    page.set_viewport_size({"width": 390, "height": 800})
    kinds = page.locator(".x-search__kinds")
    first, last = kinds.get_by_role("button").first.bounding_box(), kinds.get_by_role("button").last.bounding_box()
    assert first
    assert last
    assert first["y"] == last["y"]
    assert page.evaluate("document.querySelector('[data-x-search-dialog]').scrollWidth") <= 390


def test_search_suggests_where_to_begin(open_search: Callable[[str], Page]) -> None:
    """An empty field shows the documents that the topic is about, and questions, numbers and terms of the home page."""
    dialog = open_search("").get_by_role("dialog")
    for name in ("The memo", "The 2018 order", "How strongly did the memo bind prosecutors?", "zero tolerance"):
        expect(dialog.get_by_role("link", name=name, exact=True)).to_be_visible()
    dialog.get_by_role("link", name="The 2018 order", exact=True).click()
    dialog.page.wait_for_url("**/order-2018.html")


def test_results_answer(open_search: Callable[[str], Page]) -> None:
    """The result for a number shows its value, and that for a question its answer."""
    dialog = open_search("trac court backlog").get_by_role("dialog")
    number = dialog.get_by_role("listitem").filter(has=dialog.page.get_by_role("link", name="(TRAC)")).first
    expect(number).to_contain_text("1,023,767 cases, September 2019")
    dialog.get_by_role("searchbox").fill("is a first entry a crime")
    expect(dialog.get_by_role("listitem").first).to_contain_text("Yes: a first improper entry is a federal")


def test_a_result_says_nothing_twice(open_search: Callable[[str], Page]) -> None:
    """The passage that was found leaves out the answer, which stands above it."""
    found = open_search("felony").get_by_role("dialog").get_by_role("listitem").first
    expect(found.locator("mark")).to_have_text("Felonies")
    assert found.inner_text().count("In federal law, a crime with a possible prison term of more than one year.") == 1


def test_a_result_leads_to_its_page(open_search: Callable[[str], Page]) -> None:
    """The Enter key opens the first result."""
    page = open_search("improper entry by alien")
    page.keyboard.press("Enter")
    page.wait_for_url("**/statutes/usc-8-1325.html")
    expect(page.get_by_role("heading", level=1)).to_have_text("Improper entry by alien")


def test_search_finds_facts_and_not_only_pages(open_search: Callable[[str], Page], queries: Queries) -> None:
    """A result leads to the place of the fact itself."""
    hit = open_search("assembly-line justice").get_by_role("dialog").get_by_role("listitem").get_by_role("link").first
    anchor = str(hit.get_attribute("href")).split("#")[-1]
    assert queries.kinds[anchor] in ("question", "statement")


def test_search_fetches_nothing_until_it_is_used(page: Page, site_url: str) -> None:
    """A reader who does not search does not load the index."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{site_url}/index.html", wait_until="load")
    assert [url for url in asked if "pagefind" in url] == []


@pytest.mark.parametrize("words", ["xylophone", "xylophonist"])
def test_search_that_finds_nothing_says_so(open_search: Callable[[str], Page], words: str) -> None:
    """A search without result tells its reader, shows nothing that merely begins with the same letter, and leads on."""
    dialog = open_search(words).get_by_role("dialog")
    expect(dialog.get_by_role("status")).to_have_text("Nothing found. Where to begin:")
    expect(dialog.get_by_role("link", name="The 2018 order", exact=True)).to_be_visible()


def test_a_search_for_a_day_has_its_events_first(open_search: Callable[[str], Page]) -> None:
    """However a day is written, what happened on it comes first, and each event shows its date."""
    page = open_search("memo")
    days = ("what happened on 26 June 2018", "June 26, 2018", "26 June", "2018-06-26")
    found = page.evaluate(_TYPE_EACH, list(days))
    assert [urls[0] for urls in found] == ["timeline.html#ms-l-injunction"] * len(days)
    expect(page.get_by_role("dialog").get_by_role("listitem").first).to_contain_text("26 June 2018.")


def test_a_number_is_found_by_its_period(open_search: Callable[[str], Page]) -> None:
    """A search that names a month or year shows the number of it, and another search the latest."""
    dialog = open_search("apprehensions in April 2017").get_by_role("dialog")
    for words, number in (
        ("apprehensions in April 2017", "11,127 apprehensions, April 2017"),
        ("apprehensions in fiscal 2017", "303,916 apprehensions, fiscal 2017"),
        ("southwest border apprehensions by fiscal year", "851,508 apprehensions, fiscal 2019"),
    ):
        dialog.get_by_role("searchbox").fill(words)
        expect(dialog.locator(".x-search__answer").get_by_text(number, exact=True).first).to_be_visible()


def test_search_weighs_kinds_in_each_language(visit: Visit) -> None:
    """Also in Spanish the number of a month comes first, by its Spanish kind, and the law can be searched alone."""
    page = visit("es-US/law.html")
    page.locator("[data-x-search=Law]").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_role("searchbox").fill("cárcel")
    expect(dialog.get_by_role("listitem").filter(has_text="Ley").first).to_be_visible()
    dialog.get_by_role("button", name=re.compile("^Ley ")).click()
    dialog.get_by_role("searchbox").fill("aprehensiones en abril de 2017")
    expect(dialog.get_by_role("listitem").filter(has_text="11,127 aprehensiones, abril de 2017").first).to_be_visible()
    expect(dialog.get_by_role("listitem").locator(".x-tag", has_text="Cifras").first).to_be_visible()


def test_questions_in_another_language_find_what_answers_them(visit: Visit) -> None:
    """The words of questions, in Spanish too, lead to the kind of record that answers: numbers, events, law, people."""
    asked = {
        "¿Cuántas personas fueron procesadas?": "numbers/gl-people-prosecuted.html",
        "¿Cuántos niños fueron separados de sus padres?": "numbers/children-separated.html",
        "¿Qué dicen los críticos?": "opinions.html",
        "¿Un tribunal detuvo la separación de familias?": "timeline.html#ms-l-injunction",
        "¿Qué pena hay por volver después de la deportación?": "statutes/usc-8-1326.html",
        "¿Quién es el fiscal general?": "people/sessions.html",
        "¿Qué es reingreso?": "terms.html#reentry",
        "¿Cuándo terminó la tolerancia cero?": "timeline.html#zero-tolerance-rescinded",
    }
    page = visit("es-US/index.html")
    page.locator("[data-x-search]").first.click()
    expect(page.get_by_role("dialog").get_by_role("status")).to_have_text("Por dónde empezar:")
    found = dict(zip(asked, page.evaluate(_TYPE_EACH, list(asked)), strict=True))
    assert {words: urls for words, urls in found.items() if f"es-US/{asked[words]}" not in urls} == {}


def test_two_ways_to_spell_a_word_find_the_same(open_search: Callable[[str], Page]) -> None:
    """British and American readers have the same results in the same order."""
    pairs = (("offences", "offenses"), ("harbouring", "harboring"), ("organisations", "organizations"))
    page = open_search("memo")
    for one, other in pairs:
        first, second = page.evaluate(_TYPE_EACH, [f"{one} memo", f"{other} memo"])
        assert first == second != [], one


def test_a_name_has_its_person_first(open_search: Callable[[str], Page]) -> None:
    """A search that is part of a person's name has that person first."""
    assert open_search("memo").evaluate(_TYPE_EACH, ["Biden"])[0][0] == "people.html#biden"


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
    """Arrows move through the field and the results, and Escape closes, also from a field with words in it."""
    page = open_search("backlog")
    links = page.get_by_role("dialog").get_by_role("listitem").get_by_role("link")
    expect(links.nth(1)).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(links.nth(1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(page.get_by_role("searchbox")).to_be_focused()
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


def _only(entry: SearchEntry, words: str, page: Page, site_url: str) -> Locator:
    """Return the result of a search where one entry is all that there is."""
    made = index.files([entry])

    def answer(route: Route) -> None:
        name = route.request.url.partition("/pagefind/")[2].partition("?")[0]
        route.fulfill(body=made[name], content_type="text/javascript" if name.endswith(".js") else "application/json")

    page.route("**/pagefind/**", answer)
    page.goto(f"{site_url}/about/index.html")
    page.keyboard.press("/")
    page.get_by_role("searchbox").fill(words)
    return page.get_by_role("dialog").get_by_role("listitem")


def test_words_of_languages_without_spaces_are_found(page: Page, site_url: str) -> None:
    """Chinese and Japanese words stand amid others, and a result shows them without spaces, also beside an answer."""
    text = "ガイド: 灯台の明かりは毎晩ともされた。 A keeper."
    result = _only(SearchEntry("light.html", "毎晩の灯台", "Pages", text, answer="灯"), "灯台", page, site_url)
    for words in ("灯台", "明かり", "毎晩の灯台", "ガイド", "灯台 keeper"):
        page.get_by_role("searchbox").fill("xylophone")
        expect(page.get_by_role("dialog").get_by_role("status")).to_contain_text("Nothing found")
        page.get_by_role("searchbox").fill(words)
        expect(page.get_by_role("dialog").get_by_role("status")).to_have_text(re.compile("found"))
        expect(result.get_by_role("link")).to_have_attribute("href", re.compile("light.html"))
        expect(result).to_contain_text("灯台の明かりは毎晩ともされた")


def test_a_result_says_no_answer_with_signs_twice(page: Page, site_url: str) -> None:
    """An answer is left out of the passage also where it has signs of HTML."""
    entry = SearchEntry("light.html", "The lamp", "Pages", "Oil & <wick>. A keeper.", answer="Oil & <wick>.")
    result = _only(entry, "keeper", page, site_url)
    expect(result).to_have_text("Pages The lampOil & <wick>. A keeper.")


def test_search_in_a_file_says_that_it_does_not_work(built_site: Path, page: Page) -> None:
    """A reader who opened the site from a file is told why search finds nothing."""
    page.goto((built_site / "index.html").as_uri())
    page.keyboard.press("/")
    expect(page.get_by_role("dialog").get_by_role("status")).to_contain_text("does not work from a file")
