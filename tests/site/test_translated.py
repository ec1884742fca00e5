"""The translations of the real site: whole pages in their language, beside those of the topic."""

from pathlib import Path
from urllib.parse import urlsplit

import pytest

from macros.queries import Queries
from scripts.links import dead_links
from tests import sites
from tests.sites import Page

Pages = dict[str, Page]


@pytest.fixture
def translated_pages(all_pages: Pages, queries: Queries) -> Pages:
    """Return every page of the translations by its path; a topic without any skips the test."""
    folders = tuple(f"{tag}/" for tag in queries.dataset.topic.translations)
    found = {name: page for name, page in all_pages.items() if name.startswith(folders)}
    return found or pytest.skip("the topic has no translation")


def test_each_page_stands_in_every_language(site_pages: Pages, translated_pages: Pages, queries: Queries) -> None:
    """A translation has the pages of the topic, under its own folder."""
    folders = queries.dataset.topic.translations
    assert {*translated_pages} == {f"{tag}/{name}" for tag in folders for name in site_pages}


def test_each_page_says_its_language(translated_pages: Pages) -> None:
    """The language of a page is that of its folder."""
    told = {name: page.root.all("html")[0].attributes["lang"] for name, page in translated_pages.items()}
    assert told == {name: name.partition("/")[0] for name in told}


def test_each_page_is_whole(translated_pages: Pages) -> None:
    """End tags fit their start tags, no id stands twice, and no address leaves the site by mistake."""
    for name, page in translated_pages.items():
        assert not page.faults, name
        assert len(page.ids) == len({*page.ids}), name
        for element in page.root.walk():
            address = urlsplit(element.attributes.get("href", ""))
            assert address.scheme or not address.netloc, f"{name}: {address.geturl()}"


def test_a_small_topic_is_built_in_two_languages(tmp_path: Path) -> None:
    """The second language stands in a folder of its own; both sites lead to each other, and no link is dead."""
    topic = sites.small_topic(tmp_path / "topic")
    file = topic / "data" / "topic.yml"
    file.write_text(f"{file.read_text(encoding='utf-8')}translations: [es]\n", encoding="utf-8")
    sites.built("--topic", topic, guard=tmp_path / "guard", SOURCE_DATE_EPOCH="1491868800")
    site = topic / "site"
    assert list(dead_links(site)) == []
    pages = sites.pages(site)
    assert pages["es/timeline.html"].root.all("html")[0].attributes["lang"] == "es"
    for name in ("timeline.html", "es/timeline.html"):
        assert {"timeline.html", "es/timeline.html"} <= {target for _, target, _ in pages[name].links}
