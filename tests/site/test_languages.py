"""A topic in two languages, as readers meet it: every page in both, links between them, no dead link."""

from pathlib import Path

import pytest

from scripts.links import dead_links
from tests import sites
from tests.factories import ROOT


@pytest.fixture(scope="module")
def spanish(tmp_path_factory: pytest.TempPathFactory) -> dict[str, sites.Page]:
    """Return the pages of the real topic in Spanish."""

    def build(folder: Path) -> None:
        place = ("--topic", ROOT, "--site", folder / "site")
        sites.built(*place, guard=folder / "guard", SOURCE_DATE_EPOCH="1491868800", EXPLAINER_LANGUAGE="es")

    return sites.pages(sites.once(tmp_path_factory, "spanish", build) / "site")


def test_each_page_is_there_in_both_languages(
    spanish: dict[str, sites.Page], site_pages: dict[str, sites.Page]
) -> None:
    """A reader of one language finds each page in the other at the same address in its folder."""
    assert spanish.keys() == site_pages.keys()
    links = {target for _, target, _ in spanish["memo.html"].links}
    assert {"memo.html", "../memo.html"} & links


def test_a_page_is_in_the_language_that_it_says(spanish: dict[str, sites.Page]) -> None:
    """The translated pages have Spanish headings, and what is in English is marked as such."""
    home = spanish["index.html"]
    assert home.root.all("html")[0].attributes["lang"] == "es"
    marked = [one for one in home.root.walk() if one.attributes.get("lang") == "en"]
    assert all(one.words() for one in marked)


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
