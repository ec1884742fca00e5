"""The picture that stands for the site where somebody shares a link to it."""

from pathlib import Path

import pytest

from macros.charts.lettering import measure
from macros.model import Topic
from macros.views.picture import of_topic
from tests import sites
from tests.factories import make

_NAMES = ("og:image", "og:image:width", "og:image:height", "twitter:card")


def _metas(page: sites.Page) -> dict[str, str]:
    """Return what a page tells those who show a link to it."""
    metas = (one.attributes for one in page.root.all("meta"))
    return {one.get("property") or one.get("name", ""): one.get("content", "") for one in metas}


@pytest.mark.parametrize("length", [1, 4, 12, 20])
def test_a_title_of_any_length_fits(length: int) -> None:
    """The title and the tagline stay within the picture, above its line."""
    view = of_topic(make(Topic, title=" ".join(["Lighthouses"] * length), tagline="Who lit the lamp, and when it was"))
    assert all(line.y - line.size > 0 and line.y < 630 - 78 for line in view.lines)
    room = view.width - 2 * view.left
    assert all(measure(line.text, line.size, bold=line.weight > 400) <= room for line in view.lines)


def test_a_published_site_names_its_picture(tmp_path: Path) -> None:
    """Where the address of the site is known, each page names the picture by its whole address, and it is there."""
    topic = sites.small_topic(tmp_path / "topic")
    file = topic / "data" / "topic.yml"
    file.write_text(file.read_text(encoding="utf-8") + "site_url: https://example.org/lamp/\n", encoding="utf-8")
    done = sites.build("--topic", topic, guard=tmp_path / "guard")
    assert done.returncode == 0, done.stdout + done.stderr
    for name in ("index.html", "statutes/lights-act.html"):
        metas = _metas(sites.pages(topic / "site")[name])
        wanted = ("https://example.org/lamp/assets/social.png", "1200", "630", "summary_large_image")
        assert tuple(metas[one] for one in _NAMES) == wanted
        assert metas["og:image:alt"] == "The lamp on Gull Island"
    assert (topic / "site" / "assets" / "social.png").is_file()


def test_a_site_without_an_address_names_no_picture(site_pages: dict[str, sites.Page]) -> None:
    """Without an address there is none that others could fetch."""
    assert not {name for page in site_pages.values() for name in _metas(page)} & set(_NAMES)
