"""What stands for a page where somebody shares a link to it: its title, its description and its picture."""

from collections import Counter
from pathlib import Path

import pytest

from macros import site
from macros.charts.lettering import measure
from macros.exports.cards import cards
from macros.load import read_docs
from macros.model import Topic
from macros.queries import Queries
from macros.views.picture import Picture, of_words
from tests import sites
from tests.edits import append
from tests.factories import ROOT, loaded, make

_NAMES = ("og:image", "og:image:width", "og:image:height", "twitter:card")


def _metas(page: sites.Page) -> dict[str, str]:
    """Return what a page tells those who show a link to it."""
    metas = (one.attributes for one in page.root.all("meta"))
    return {one.get("property") or one.get("name", ""): one.get("content", "") for one in metas}


def _fits(view: Picture) -> bool:
    """Whether all words stand within a picture and above its line, apart from the name of the site below it."""
    room = view.width - 2 * view.left
    *words, last = view.lines
    words += [last] if last.y < 630 - 78 else []
    return all(line.y - line.size > 0 and line.y < 630 - 78 for line in words) and all(
        measure(line.text, line.size, bold=line.weight > 400) <= room for line in view.lines
    )


@pytest.mark.parametrize("length", [1, 4, 12, 20])
def test_a_title_of_any_length_fits(length: int) -> None:
    """The title and the tagline stay within the picture, above its line."""
    assert _fits(of_words(" ".join(["Lighthouses"] * length), "Who lit the lamp, and when it was"))


def test_the_words_of_every_page_fit() -> None:
    """The questions of the topic and their answers stand within their pictures."""
    found = cards(Queries(loaded(ROOT)), read_docs(ROOT))
    assert [page for page, card in found.items() if not _fits(card.view)] == []


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the small topic with its site, of which the address and the repository are known."""
    topic = sites.small_topic(tmp_path_factory.mktemp("published") / "topic")
    append(topic / "data" / "topic.yml", "repository: https://git.example/gull/lamp\n")
    sites.built("--topic", topic, guard=topic.parent / "guard", EXPLAINER_SITE_URL="https://example.org/lamp/")
    return topic


def test_a_published_site_names_its_pictures(published: Path) -> None:
    """Where the address of the site is known, each page names a picture by its whole address, and it is there."""
    question = next((published / "data" / "questions").glob("*.yml")).stem
    pages = sites.pages(published / "site")
    for name, path, alt in (
        ("index.html", "assets/social.png", "The lamp. "),
        ("statutes/lights-act.html", "assets/social.png", "The lamp. "),
        (
            f"questions/{question}.html",
            f"assets/social/{question}.png",
            "What did the lamp cost? More than 500 pounds.",
        ),
    ):
        metas = _metas(pages[name])
        wanted = (f"https://example.org/lamp/{path}", "1200", "630", "summary_large_image")
        assert tuple(metas[one] for one in _NAMES) == wanted
        assert metas["og:image:alt"].startswith(alt)
        assert (published / "site" / path).is_file()
    bare = {name for name, page in pages.items() if "og:image" not in _metas(page)}
    assert bare <= {"404.html", "print.html"}


def test_an_address_in_the_topic_counts_more_than_that_of_the_workflow() -> None:
    """What publishes the site says where it does; a topic that names an address itself keeps it."""
    own = make(Topic, site_url="https://lamp.example/")
    assert site.with_address(own, "https://gull.github.io/lamp").site_url == "https://lamp.example/"
    assert site.with_address(make(Topic), "https://gull.github.io/lamp").site_url == "https://gull.github.io/lamp"
    assert site.with_address(make(Topic), "").site_url is None


def test_each_fact_number_and_chart_can_be_reported(published: Path) -> None:
    """Where the repository is known, what has evidence, and each chart, leads to the form; on paper nothing does."""
    form = "https://git.example/gull/lamp/issues/new?template=correction.yml&fact="
    kinds = ("x-fact", "x-event", "x-row", "x-popover__fact", "x-figure")
    found = Counter[str]()
    for page in (one for name, one in sites.pages(published / "site").items() if name != "print.html"):
        for one in page.root.all():
            for kind in set((one.attributes.get("class") or "").split()) & set(kinds):
                has_own_place = "id" in one.attributes or kind not in ("x-figure", "x-row")  # a chart's data lead there
                is_gap = kind == "x-row" and one.all("td")[0].words() == "–"  # which may rest on no source
                found[kind] += has_own_place
                is_reported = any(link.attributes.get("href", "").startswith(form) for link in one.all("a"))
                assert is_reported or is_gap or not has_own_place, (page.name, kind, one.words()[:80])
    assert all(found[kind] for kind in kinds), found


def test_every_page_tells_what_it_is(site_pages: dict[str, sites.Page]) -> None:
    """No two pages have the same description, apart from that of a missing page."""
    told = Counter(_metas(page)["og:description"] for name, page in site_pages.items() if name != "404.html")
    assert [text for text, count in told.items() if count > 1] == []
    assert all(_metas(page)["og:title"] for page in site_pages.values())


def test_a_site_without_an_address_names_no_picture(site_pages: dict[str, sites.Page]) -> None:
    """Without an address there is none that others could fetch."""
    assert not {name for page in site_pages.values() for name in _metas(page)} & set(_NAMES)
