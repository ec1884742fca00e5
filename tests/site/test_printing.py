"""The document that holds every page of the site."""

from collections import Counter

import pytest

from tests.factories import ROOT, loaded
from tests.sites import Element, Page


@pytest.fixture(scope="module")
def printed(site_pages: dict[str, Page]) -> Page:
    """Return the document of the real site."""
    return site_pages["print.html"]


def _texts(root: Element, tag: str) -> list[str]:
    return [one.words() for one in root.all(tag)]


def test_the_document_holds_every_page_of_the_navigation(printed: Page, site_pages: dict[str, Page]) -> None:
    """The chapters are the pages of the navigation in order, each with all its headings."""
    names = [page.page.replace(".md", ".html") for page in loaded(ROOT).topic.nav]
    found = [one for one in printed.article.all("section") if one.attributes.get("class") == "x-print__chapter"]
    assert [one.attributes["id"] for one in found] == [name.removesuffix(".html").replace("/", "-") for name in names]
    for name, chapter in zip(names, found, strict=True):
        wanted = _texts(site_pages[name].article, "h2")
        assert _texts(chapter, "h2")[: len(wanted)] == wanted


def test_the_document_is_sound(printed: Page) -> None:
    """No id stands there twice, no tag is left open, and all that refers to an id of the document finds it."""
    assert printed.faults == ()
    assert [name for name, count in Counter(printed.ids).items() if count > 1] == []
    ids = set(printed.ids)
    own = [anchor for _, target, anchor in printed.links if target == "print.html" and anchor]
    assert [anchor for anchor in own if anchor not in ids] == []


def test_notes_are_numbered_as_they_are_met(printed: Page) -> None:
    """The first mark of the text is 1, and each that follows has the next number."""
    marks = [one for one in printed.article.all("a") if one.attributes.get("class", "").startswith("x-cite__mark")]
    numbers = [int(one.words()) for one in marks]
    assert numbers[0] == 1
    assert numbers == sorted(numbers)


def test_the_document_needs_no_hand(printed: Page) -> None:
    """Nothing in the document has to be opened, pressed or chosen."""
    article = printed.article
    assert [one for tag in ("button", "select", "input", "form") for one in article.all(tag)] == []
    assert all("open" in one.attributes for one in article.all("details"))
    assert not any("popover" in one.attributes for one in article.walk())


def test_the_document_is_linked_everywhere(site_pages: dict[str, Page]) -> None:
    """Each page leads to the document."""
    assert all(any(target == "print.html" for _, target, _ in page.links) for page in site_pages.values())
