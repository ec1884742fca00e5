"""Pages for frames on other sites, and what is written in another page for one."""

import re
from html import unescape
from pathlib import Path

from macros.exports import embeds
from macros.model import Series, Topic
from tests import sites
from tests.factories import make, queries_of

TITLE = 'Lamps "lit" & <b>out</b>'


def _embedded(folder: Path, site: str | None) -> str:
    """Write the snippet of a number into a page of its own, and return the HTML of the embedded page."""
    numbers = ({"id": "lamps-now", "period": "1901", "value": 5},)
    series = make(Series, title=TITLE, observations=numbers)
    queries = queries_of(topic=make(Topic, site_url=site), series={"lamps": series})
    html = dict(embeds.files(queries, ("a.css",)))["embed/lamps-now.html"].decode()
    (code,) = re.findall(r'<code class="x-embed__code">(.*?)</code>', html, re.DOTALL)
    (folder / "index.html").write_text(unescape(code), encoding="utf-8")
    return html


def test_the_snippet_is_one_frame_with_the_title_as_text(tmp_path: Path) -> None:
    """Quotation marks and tags of a title stay words when the snippet is pasted into another page."""
    _embedded(tmp_path, "https://lamp.example")
    root = sites.pages(tmp_path)["index.html"].root
    (frame,) = root.find("body")
    assert [one.tag for one in root.walk()] == ["html", "body", "iframe"]
    assert frame.attributes["src"] == "https://lamp.example/embed/lamps-now.html"
    assert TITLE in frame.attributes["title"]
    assert int(frame.attributes["height"]) > 0


def test_a_number_names_its_source_at_once(tmp_path: Path) -> None:
    """Who publishes the source stands in the frame itself, before its evidence is opened."""
    words = sites.parsed(_embedded(tmp_path, None)).words("details", "footer")
    assert "Source. Gull Gazette." in words


def test_an_embedded_page_asks_for_style_alone(tmp_path: Path) -> None:
    """Its policy allows no script and says nothing of who frames it; words of a record stay words."""
    html = _embedded(tmp_path, None)
    assert "<script" not in html
    assert "default-src 'none'; style-src 'self'" in html.replace("&#39;", "'")
    assert "frame-ancestors" not in html
    assert "<b>out" not in html
    assert "Put the address of this site before the path." in html
