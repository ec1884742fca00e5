"""Text of the data is text: shown as it was written, never a tag, an attribute, an address or an instruction."""

import csv
import io
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import bibtexparser
import icalendar
import rispy

from scripts.links import dead_links
from tests import hostile, sites
from tests.sites import Page

_SHAPES = {
    "svg",
    "g",
    "path",
    "line",
    "rect",
    "circle",
    "text",
    "tspan",
    "title",
    "desc",
    "style",
    "polygon",
    *("metadata", "RDF", "Description", "description", "subject", "source", "rights", "relation"),
    "polyline",
}
"""The elements of our drawings."""
Pages = dict[str, Page]
_MARKER = re.compile("~([A-Za-z]+-[a-z_]+)-([a-z])~")
_MAY_BE_HIDDEN = {
    "Source-independence_group",  # readers see how many groups there are, not what we call them
    "Chart-labels",  # drawn in lines that a chart breaks where it needs to
    "Source-heading",  # all sources are compared here, which have a heading of their own
    "Topic-summary",
    "Topic-editors",
    "Named-description",
    "Chart-note",
    "Correction-note",
}
"""Fields that no page shows as they were written."""


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for part in value.values() if isinstance(value, dict) else value:
            yield from _strings(part)


def _texts(pages: Pages) -> Iterator[tuple[str, str]]:
    """Yield every text with its place: that of a page without its drawings, of their names, attributes and JSON-LD."""
    for name, page in pages.items():
        yield name, page.root.words("svg", "script", "code")  # code is written once more, for another page
        for script in page.root.all("script", type="application/ld+json"):
            said = _strings(json.loads("".join(map(str, script.children))))
            yield from ((f"{name}: JSON-LD", " ".join(text.split())) for text in said)
        for element in page.root.walk():
            if element.tag in ("title", "desc"):
                yield f"{name}: {element.tag}", element.words()
            yield from ((f"{name}: {key}", " ".join(value.split())) for key, value in element.attributes.items())


def test_text_is_shown_as_it_was_written(hostile_pages: Pages) -> None:
    """Wherever a text of the data stands, in the page or in an attribute, it has exactly its own characters."""
    changed = []
    for place, text in _texts(hostile_pages):
        for match in _MARKER.finditer(text):
            payload = hostile.PAYLOADS[hostile.letters().index(match[2])]
            shown = text[: match.start()].rstrip()
            written = (payload[1:], hostile.in_prose(payload)[1:])  # its first letter may have become a capital
            if not shown.endswith(written):
                changed.append((place, match[0], shown[-len(payload) - 20 :]))
    assert changed == []


def test_nearly_every_field_is_shown(hostile_pages: Pages, hostile_topic: Path) -> None:
    """The text fields of the data are on the pages, so that the tests here say something of each."""
    files = (file.read_text(encoding="utf-8") for file in (hostile_topic / "data").rglob("*.yml"))
    written = {match[1] for text in files for match in _MARKER.finditer(text)}
    shown = {match[1] for _, text in _texts(hostile_pages) for match in _MARKER.finditer(text)}
    assert len(written) > 70
    assert written - shown - _MAY_BE_HIDDEN == set()


def test_text_adds_no_element_and_no_attribute(hostile_pages: Pages, site_pages: Pages) -> None:
    """The hostile site has no element and no attribute that the real one does not have, but what Markdown has."""
    own, real = ([one for page in some.values() for one in page.root.walk()] for some in (hostile_pages, site_pages))
    assert {one.tag for one in own} - {one.tag for one in real} <= {"blockquote"}
    added = {name for one in own for name in one.attributes} - {name for one in real for name in one.attributes}
    assert added <= {"title"}  # that of a link in Markdown
    assert {name: page.faults for name, page in hostile_pages.items() if page.faults} == {}


def test_text_is_no_instruction_of_the_build(hostile_topic: Path) -> None:
    """Braces in the data are shown as braces: nothing between them was run."""
    ran = [name for name, data in sites.content(hostile_topic / "site").items() if b"pwned" in data]
    assert ran == []


def test_text_makes_no_address(hostile_pages: Pages, hostile_topic: Path) -> None:
    """No link leads to a script or to another place than the data's own, and none is broken."""
    addresses = {
        one.attributes[name]
        for page in hostile_pages.values()
        for one in page.root.walk()
        for name in ("href", "src")
        if name in one.attributes and ":" in one.attributes[name]
    }
    assert {address for address in addresses if not address.startswith("https://gazette.example/lamp")} == set()
    assert list(dead_links(hostile_topic / "site")) == []


def test_the_title_of_a_page_is_text(hostile_pages: Pages) -> None:
    """The theme does not escape the title of a page; ours does, for data and for the navigation."""
    for letter, payload in zip(hostile.letters(), hostile.PAYLOADS, strict=True):
        page = hostile_pages[f"statutes/lights-act-{letter}.html"]
        (title,) = (one for one in page.root.all("title") if one.inside("head"))
        assert title.words().startswith(f"{payload} {hostile.marker('Statute', 'citation', letter)}: ")


def test_files_to_download_hold_text_alone(hostile_topic: Path) -> None:
    """A drawing has shapes and words, a chart no address and computes no text of the data, a table has no formula."""
    charts = hostile_topic / "site" / "charts"
    drawings, tables, data = (sorted(charts.glob(f"*.{ending}")) for ending in ("svg", "csv", "[wn]*.json"))
    assert len(drawings) == len(tables) == len(hostile.PAYLOADS)
    for file in drawings:
        root = ET.fromstring(file.read_bytes())  # noqa: S314 - our own file
        assert {one.tag.rpartition("}")[2] for one in root.iter()} <= _SHAPES
        assert [name for one in root.iter() for name in one.attrib if "href" in name or name.startswith("on")] == []
    for file in tables:
        rows = csv.reader(file.read_text(encoding="utf-8-sig").splitlines())
        assert [cell for row in rows for cell in row if re.match(r"[=+@\t\r]|-[^0-9]", cell)] == []
    for file in data:
        text = file.read_text(encoding="utf-8")
        assert re.findall(r'"(?:url|href)": *"|"(?:expr|signal|update|test)": *"[^"]*~', text) == []
        assert json.loads(file.read_bytes())


def test_files_to_take_away_hold_text_and_nothing_else(hostile_topic: Path) -> None:
    """No cell is a formula, no field ends early, no element of a feed or a picture comes from the data."""
    site = hostile_topic / "site"
    for file in (site / "data").rglob("*.csv"):
        rows = csv.reader(io.StringIO(file.read_text(encoding="utf-8-sig"), newline=""))
        cells = (cell for row in rows for cell in row)
        assert [cell for cell in cells if re.match(r"[=@\t\r]|[+-](?![0-9.]+$)", cell)] == []
    tags = {one.tag.partition("}")[2] for one in ET.parse(site / "changes.atom").iter()}  # noqa: S314 - ours
    assert tags <= set("feed id title subtitle updated author name rights link entry category content".split())  # noqa: SIM905 - a list of words
    library = bibtexparser.parse_string((site / "cite/all.bib").read_text(encoding="utf-8"))
    assert library.failed_blocks == []
    known = {item["id"] for item in json.loads((site / "cite/all.json").read_text(encoding="utf-8"))}
    assert {entry.key for entry in library.entries} == known
    assert {one["id"] for one in rispy.loads((site / "cite/all.ris").read_text(encoding="utf-8"))} == known
    calendar = icalendar.Calendar.from_ical((site / "events.ics").read_bytes())
    assert {one.name for one in calendar.walk()} == {"VCALENDAR", "VEVENT"}
