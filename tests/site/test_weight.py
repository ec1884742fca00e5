"""What a reader downloads: bytes as they are sent, and how many files. Time is measured by the audit, not here."""

import functools
import gzip
import re
from pathlib import Path

from tests import sites

KILOBYTE = 1024
_HOME, _OTHER = 100 * KILOBYTE, 130 * KILOBYTE
_REQUESTS = 12
_LOADED = re.compile(r"url\((?!['\"]?(?:data:|#))([^)]*)\)")
"""An address that a style sheet makes the browser ask for."""
_PACKED = (".html", ".css", ".js", ".svg", ".json")

Pages = dict[str, sites.Page]


def _files(page: sites.Page) -> set[str]:
    """Return every file of the site that the browser asks for to show a page, the page among them."""
    loading = [one for one in page.root.walk() if one.tag in ("script", "img", "source", "iframe", "use")]
    loading += [one for one in page.root.all("link") if one.attributes.get("rel") in ("stylesheet", "icon", "preload")]
    wanted = {one.attributes[name] for one in loading for name in ("href", "src") if name in one.attributes}
    return {page.name} | {target for written, target, _ in page.links if written in wanted}


@functools.cache
def _sent(file: Path) -> int:
    """Return how many bytes a file takes as it is sent, headers aside."""
    data = file.read_bytes()
    return len(gzip.compress(data, 6)) if file.suffix in _PACKED else len(data)


def test_a_page_asks_for_few_files(site_pages: Pages) -> None:
    """No page takes more than twelve requests, and none asks for a font, a picture or a script of the theme."""
    for name, page in site_pages.items():
        files = _files(page)
        assert len(files) <= _REQUESTS, name
        assert not [file for file in files if file.startswith(("assets/javascripts", "pagefind/", "charts/"))], name


def test_style_sheets_ask_for_nothing(built_site: Path, site_pages: Pages) -> None:
    """The style sheets of a page load no font, no picture and no other style sheet."""
    sheets = {file for page in site_pages.values() for file in _files(page) if file.endswith(".css")}
    assert sheets
    for sheet in sheets:
        text = (built_site / sheet).read_text(encoding="utf-8")
        assert "@import" not in text
        assert _LOADED.findall(text) == [], sheet


def test_a_page_is_light(built_site: Path, site_pages: Pages) -> None:
    """Home takes at most 100 KB over the wire with all that it asks for, each other page at most 130 KB.

    The page that holds all others, to be printed, is as heavy as they are together.
    """
    pages = {name: page for name, page in site_pages.items() if name != "print.html"}
    weights = {name: sum(_sent(built_site / file) for file in _files(page)) for name, page in pages.items()}
    assert weights["index.html"] <= _HOME
    assert {name: weight for name, weight in weights.items() if weight > _OTHER} == {}


def test_a_charts_runtime_loads_on_demand(built_site: Path, site_pages: Pages) -> None:
    """What draws a chart for exploring, and the index of search, are no part of loading any page."""
    runtime = [file for file in (built_site / "assets").glob("*.js") if file.stat().st_size > 100 * KILOBYTE]
    names = {f"assets/{file.name}" for file in runtime}
    assert names
    assert all(_files(page).isdisjoint(names) for page in site_pages.values())


def test_the_site_holds_what_its_pages_ask_for(built_site: Path, site_pages: Pages) -> None:
    """No file of the theme came along that no page loads; what is fetched on demand is named in our scripts."""
    loaded = set().union(*(_files(page) for page in site_pages.values()))
    held = {file.relative_to(built_site).as_posix() for file in (built_site / "assets").rglob("*") if file.is_file()}
    assert held - loaded == {"assets/vega.js", "assets/redirect.js", "assets/licences.txt"}
