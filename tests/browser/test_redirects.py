"""The old address of a page that moved leads to the new one, to the same place on it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests import sites
from tests.edits import append


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the site of a small topic in which a page moved, and a source was renamed."""
    folder = tmp_path_factory.mktemp("moved")
    topic = sites.chartless_topic(folder / "topic")
    (topic / "data" / "sources" / "old-gazette.yml").write_text("moved_to: gazette\n", encoding="utf-8")
    append(
        topic / "data" / "topic.yml",
        "redirects:\n  - {was: old/list.html, now: timeline.html}\nsite_url: https://lamp.example/a\n",
    )
    sites.built("--topic", topic, "--site", folder / "site", guard=folder / "guard")
    return folder / "site"


@pytest.fixture(scope="module")
def url(site: Path) -> Iterator[str]:
    """Return the address at which it is served."""
    with sites.served(site) as address:
        yield address


def test_the_place_on_the_page_is_kept(page: Page, url: str) -> None:
    """With scripts, the query and the fragment come along, and the old address is not in the history."""
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.goto(f"{url}/index.html")
    page.goto(f"{url}/old/list.html?category=opening#lamp-lit")
    page.wait_for_url(f"{url}/timeline.html?category=opening#lamp-lit")
    page.go_back()
    page.wait_for_url(f"{url}/index.html")
    assert said == []


def test_a_renamed_record_leads_on_from_a_file(page: Page, site: Path) -> None:
    """The page of a source under its old name leads to the new one, in a site that is opened from a file too."""
    page.goto((site / "sources" / "old-gazette.html").as_uri() + "#p1")
    page.wait_for_url((site / "sources" / "gazette.html").as_uri() + "#p1")


def test_it_leads_on_without_scripts(unscripted: Page, page: Page, url: str) -> None:
    """Without scripts, or where only ours is missing, the new page is reached all the same."""
    page.route("**/redirect.js", lambda route: route.abort())
    for tab in (unscripted, page):
        tab.goto(f"{url}/old/list.html#lamp-lit")
        tab.wait_for_url(f"{url}/timeline.html*")


def test_machines_are_told_where_the_page_is(site: Path) -> None:
    """The canonical address is the new one, the old one is not to be listed, and readers have a link."""
    html = (site / "old" / "list.html").read_text(encoding="utf-8")
    assert '<link rel="canonical" href="https://lamp.example/a/timeline.html">' in html
    assert '<meta name="robots" content="noindex">' in html
    assert '<a href="../timeline.html">Timeline</a>' in html
    assert "old/list" not in (site / "sitemap.xml").read_text(encoding="utf-8")
