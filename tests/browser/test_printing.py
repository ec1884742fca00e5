"""The whole site as one document, and single pages, on paper."""

import re

import pytest
from playwright.sync_api import Page


def test_the_document_prints_without_scripts(unscripted: Page, site_url: str) -> None:
    """On paper, without scripts, the evidence of the first sentences can be read."""
    unscripted.goto(f"{site_url}/print.html")
    unscripted.emulate_media(media="print")
    note = unscripted.locator(".x-print__notes > li").first
    assert note.is_visible()
    assert note.locator("mark").first.is_visible()


def test_paper_says_what_a_passage_does(page: Page, site_url: str) -> None:
    """On paper too, a passage that only discusses the fact, or is known in summary, says so.

    The notes of a page leave out what only discusses a fact, and each still has its evidence.
    """
    page.goto(f"{site_url}/statutes/usc-8-1325.html")
    page.emulate_media(media="print")
    told = page.locator(".x-evidence .x-passage .x-tag:visible").all_inner_texts()
    assert {"discusses it", "known only in summary"} <= set(told)
    page.goto(f"{site_url}/index.html")
    told = page.locator(".x-notes .x-passage .x-tag:visible").all_inner_texts()
    assert "known only in summary" in told
    assert "discusses it" not in told
    silent = page.locator(".x-notes > [popover]:not(:has(.x-passage:not(.x-context), .x-note))").count()
    assert silent == 0


def _sheets(page: Page, paper: str = "A4") -> int:
    """Return how many sheets of paper a page takes."""
    return len(re.findall(rb"/Type\s*/Page\b", page.pdf(format=paper, prefer_css_page_size=True)))


@pytest.mark.parametrize("folder", ["", "es-US/"])
def test_home_is_a_summary_on_its_first_sheet(page: Page, site_url: str, folder: str) -> None:
    """The headline, the picture and the key numbers are on the first sheet; by its link home is this sheet alone.

    Beside them are the comparison and the dates then. Each number and mark has its note, in their order.
    """
    page.set_viewport_size({"width": 680, "height": 1009})  # of A4, within the margins
    page.goto(f"{site_url}/{folder}index.html")
    page.emulate_media(media="print")
    assert page.locator(".x-key-figures").evaluate("one => one.getBoundingClientRect().bottom") < 1009
    marks = page.locator("article :is(.x-number, .x-cite__mark)")
    opened = marks.evaluate_all("all => all.map((one) => one.getAttribute('popovertarget'))")
    assert page.locator(".x-compared .x-cite__mark").count() > 0
    assert page.locator(".x-notes > [popover]").evaluate_all("all => all.map((one) => one.id)") == opened
    page.emulate_media(media="null")
    page.locator(".x-sheet a").click()
    assert [_sheets(page, paper) for paper in ("A4", "Letter")] == [1, 1]
    page.emulate_media(media="print")
    assert all(page.locator(name).is_visible() for name in ("h1", ".x-figure svg >> nth=0", ".x-compared", ".x-dates"))
    assert not page.locator("#everything").is_visible()


_CARDS = ".x-event, .x-person, .x-sources > li, .x-glossary > div"
_SMALL = """all => all.filter((one) => one.checkVisibility() && parseFloat(getComputedStyle(one).fontSize) < 6.6
  && [...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim())).map((one) => one.textContent)"""
_WIDE = "all => all.filter((one) => one.getBoundingClientRect().right > 681).map((one) => one.textContent.slice(0, 40))"
_OPENED = "article details:not(.x-closed-in-print, .x-event--more > *, .x-filters__all):visible"


_TRANSLATED = """all => all.forEach((one) =>
  one.insertAdjacentHTML('afterend', '<span class="x-note x-ours">Our translation: it</span>'))"""
_SHOWN = "all => all.map((one) => one.checkVisibility())"


@pytest.mark.parametrize(
    ("name", "most"),
    [
        ("index", 8),
        ("timeline", 11),
        ("numbers", 17),
        ("law", 0),
        ("people", 0),
        ("sources", 0),
        ("who-says-what", 0),
        ("statutes/usc-8-1325", 6),
        ("questions/force-of-the-memo", 0),
        ("reasons", 4),
        ("memo", 9),
        ("about/health", 3),
    ],
)
def test_all_of_a_page_is_on_paper(page: Page, site_url: str, name: str, most: int) -> None:
    """No words outside a drawing are smaller than five points, nothing is wider than the paper, and no card is torn.

    Each disclosure is open whose content has no place of its own, and what only a screen can do is gone. A page takes
    few sheets, ``most`` where it is not 0. Our translation is shown wherever the quoted words of another language are.
    """
    page.set_viewport_size({"width": 680, "height": 960})
    page.goto(f"{site_url}/{name}.html")
    page.emulate_media(media="print")
    assert page.locator("article :not(svg *)").evaluate_all(_SMALL) == []
    assert page.locator("article :is(th, td, svg):visible").evaluate_all(_WIDE) == []
    kept = page.locator(_CARDS).evaluate_all("all => all.map((one) => getComputedStyle(one).breakInside)")
    assert set(kept) <= {"avoid"}
    assert kept or name not in ("timeline", "people", "sources", "law")
    parts = page.locator(f"{_OPENED} > :not(summary, .x-list, :has(+ .x-list))")  # a chart's list is told elsewhere
    closed = parts.evaluate_all("all => all.filter((one) => !one.checkVisibility()).map((one) => one.textContent)")
    assert closed == []
    assert page.locator("article details").count() > 0 or name not in ("timeline", "index", "numbers")
    assert page.locator(".x-needs-js").count() > 0
    assert page.locator(".x-needs-js:visible").count() == 0
    assert not page.get_by_role("navigation", name="Main").is_visible()
    assert most == 0 or 1 < _sheets(page) <= most
    quotes = page.locator("q.x-passage__quote")
    quotes.evaluate_all(_TRANSLATED)
    shown = quotes.evaluate_all(_SHOWN)
    assert page.locator(".x-ours").evaluate_all(_SHOWN) == shown
    assert any(shown) or name not in ("timeline", "statutes/usc-8-1325", "index")


def test_no_controls_are_printed(page: Page, site_url: str) -> None:
    """Paper has no files to download, nothing to explore, and no word that opens something; a chart has its caveat."""
    page.goto(f"{site_url}/numbers.html")
    page.emulate_media(media="print")
    for name in ("Explore", "Download", "Reading and limits"):
        assert page.get_by_text(name, exact=True).filter(visible=True).count() == 0
    first = page.locator("figure.x-figure").first
    assert first.get_by_text("What it cannot show").is_visible()
    assert first.locator(":is(summary, .x-tool, a[download]):visible").all_inner_texts() == []


def test_the_document_opens_at_once_and_is_whole_on_paper(page: Page, site_url: str) -> None:
    """What is far from sight is not laid out until it is looked at; a link into a chapter leads to its place.

    On paper all pages are set close, and each table and each chart is as wide as the paper at most.
    """
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto(f"{site_url}/print.html")
    away = page.locator(".x-print > section").last
    is_laid_out = "one => one.querySelector('h1, h2').checkVisibility({contentVisibilityAuto: true})"
    assert not away.evaluate(is_laid_out)
    place = str(away.locator("[id]").last.get_attribute("id"))
    page.evaluate("place => { location.hash = place }", place)
    page.wait_for_function(
        "place => Math.abs(document.getElementById(place).getBoundingClientRect().top) < 800", arg=place
    )
    page.wait_for_function(is_laid_out, arg=away.element_handle())
    assert 1 < _sheets(page) <= 280
    page.set_viewport_size({"width": 680, "height": 960})
    page.emulate_media(media="print")
    assert page.locator("article :is(th, td, svg):visible").evaluate_all(_WIDE) == []
