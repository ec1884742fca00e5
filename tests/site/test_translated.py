"""The translations of the real site: whole pages in their language, beside those of the topic."""

from pathlib import Path
from urllib.parse import urlsplit

import pytest

from macros.queries import Queries
from tests.sites import Page

Pages = dict[str, Page]


@pytest.fixture
def translated_pages(all_pages: Pages, queries: Queries) -> Pages:
    """Return every page of the translations by its path; a topic without any skips the test."""
    folders = tuple(f"{tag}/" for tag in queries.dataset.topic.translations)
    found = {name: page for name, page in all_pages.items() if name.startswith(folders)}
    return found or pytest.skip("the topic has no translation")


def test_each_page_stands_in_every_language(site_pages: Pages, translated_pages: Pages, queries: Queries) -> None:
    """A translation has the pages of the topic, under its own folder, but that for wrong addresses if it has none."""
    folders = queries.dataset.topic.translations
    pages = {*site_pages} - (set() if queries.dataset.topic.site_url else {"404.html"})
    assert {*translated_pages} == {f"{tag}/{name}" for tag in folders for name in pages}


def test_each_page_says_its_language(translated_pages: Pages) -> None:
    """The language of a page is that of its folder."""
    told = {name: page.root.all("html")[0].attributes["lang"] for name, page in translated_pages.items()}
    assert told == {name: name.partition("/")[0] for name in told}


def test_a_number_in_a_frame_tells_its_state_in_words_of_the_page(built_site: Path, queries: Queries) -> None:
    """No frame in Spanish says in English, as the data do, that a number is partial, announced or missing."""
    states = {point.observation.status for point in queries.dataset.observations.values()} - {"published"}
    spanish = [tag for tag in queries.dataset.topic.translations if tag.startswith("es")]
    frames = [file for tag in spanish for file in (built_site / tag / "embed").glob("*.html")]
    assert bool(frames) == bool(spanish)
    for file in frames:
        text = file.read_text(encoding="utf-8")
        assert [state for state in states if f"; {state}" in text] == [], file.name


def test_each_page_is_whole(translated_pages: Pages) -> None:
    """End tags fit their start tags, no id stands twice, and no address leaves the site by mistake."""
    for name, page in translated_pages.items():
        assert not page.faults, name
        assert len(page.ids) == len({*page.ids}), name
        for element in page.root.walk():
            address = urlsplit(element.attributes.get("href", ""))
            assert address.scheme or not address.netloc, f"{name}: {address.geturl()}"
