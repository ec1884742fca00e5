"""Files to take away: each chart as numbers, as a picture and for exploring, and the picture of the site."""

import csv
import io
import json
import re
import struct
from dataclasses import replace
from functools import cache
from xml.etree import ElementTree as ET

import pytest

from macros.exports import cards, labels, package
from macros.exports import charts as exports
from macros.load import load, read_docs
from macros.model import Source, Topic
from macros.queries import Queries
from tests.factories import GOOD_TOPIC, make

CHART = "lamp-cost-chart"
SVG = "{http://www.w3.org/2000/svg}"


@cache
def _files() -> dict[str, bytes]:
    """Return the files of the small topic."""
    return dict(exports.files(Queries(load(GOOD_TOPIC))))


def _rows(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"))))


def _size(png: bytes) -> tuple[int, int]:
    assert png.startswith(b"\x89PNG")
    width, height = struct.unpack_from(">II", png, 16)
    return width, height


def test_a_chart_has_its_files() -> None:
    """A chart is there as numbers, as two kinds of picture and for exploring, with what draws the last of them."""
    kinds = {
        f"charts/{CHART}.{kind}"
        for kind in ("csv", "csv-metadata.json", "json", "svg", "png", "wide.json", "narrow.json")
    }
    assert set(_files()) == kinds | {"numbers/lamp-cost.csv", "numbers/lamp-cost.csv-metadata.json", exports.RUNTIME}


@pytest.mark.parametrize("file", [f"charts/{CHART}.csv", "numbers/lamp-cost.csv"])
def test_a_number_keeps_all_that_belongs_to_it(file: str) -> None:
    """A row of numbers holds the qualifier, the status, the period, who says so and the source."""
    (row,) = _rows(_files()[file])
    assert (row["qualifier"], row["value"], row["unit"]) == ("more than", "500", "pounds")
    assert (row["status"], row["period"], row["period_kind"]) == ("published", "1901", "calendar year")
    assert row["who_says_so"].startswith("Gull Gazette")
    assert row["source"] == "The lamp is lit (Gull Gazette)"


@pytest.mark.parametrize("file", [f"charts/{CHART}.csv", "numbers/lamp-cost.csv"])
def test_a_table_says_what_it_holds(file: str) -> None:
    """Beside each table stand its title, definition, sources and licence, and a column for each of its own."""
    told = json.loads(_files()[f"{file}-metadata.json"])
    assert told["url"] == file.rpartition("/")[2]
    columns = {one["titles"]: one["datatype"] for one in told["tableSchema"]["columns"]}
    assert list(columns) == list(_rows(_files()[file])[0])
    assert (columns["value"], columns["period"]) == ("decimal", "string")
    assert told["dc:title"]
    assert "Unit: pounds" in told["dc:description"]
    assert told["dc:source"] == "The lamp is lit (Gull Gazette)"
    assert told["dc:references"] == [{"@id": "https://gazette.example/lamp"}]
    assert told["dc:license"] == {"@id": "https://creativecommons.org/licenses/by/4.0/"}


@pytest.mark.parametrize(
    "cell", ["=1+1", "+49 30", "-x", "@SUM(A1)", "\tx", "\r=x", "=cmd|' /C calc'!A0", "-1-1", "\uff1d1+1"]
)
def test_no_cell_is_a_formula(cell: str) -> None:
    """What a spreadsheet would compute has an apostrophe before it."""
    assert exports.safe(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["-5", "+5.25", "-0.1", "-2699~", "5", "", "more than 5", "a = b"])
def test_numbers_and_words_stay_as_they_are(cell: str) -> None:
    """A number with its sign is no formula, and neither are words."""
    assert exports.safe(cell) == cell


def test_a_table_can_be_read_back() -> None:
    """Commas, quotes and lines inside a cell stay in it, and letters of every script survive."""
    rows = [["a", "b"], ['say "x", then', "Ü – §\nnext"]]
    text = exports.table(rows).decode("utf-8-sig")
    assert list(csv.reader(io.StringIO(text, newline=""))) == rows


def test_the_picture_stands_alone() -> None:
    """The SVG has colours of its own, and says what it shows, how to read it, and where it is from."""
    svg = _files()[f"charts/{CHART}.svg"].decode()
    words = " ".join(" ".join(text.itertext()) for text in ET.fromstring(svg).iter(f"{SVG}text"))  # noqa: S314 - ours
    chart = load(GOOD_TOPIC).charts[CHART]
    assert "var(" not in svg
    assert not re.search(r"(href|src)=", svg)
    for text in (chart.sentence, chart.caveat, "Unit: pounds", "How to read it", "Gull Gazette, 1901"):
        assert text in words
    assert "From “The lamp on Gull Island”" in words


def test_the_png_is_twice_as_large() -> None:
    """The PNG has two pixels for each of the SVG's, for sharp screens."""
    root = ET.fromstring(_files()[f"charts/{CHART}.svg"])  # noqa: S314 - ours
    assert _size(_files()[f"charts/{CHART}.png"]) == (2 * int(root.attrib["width"]), 2 * int(root.attrib["height"]))


def test_pictures_for_shared_links_have_the_size_that_others_ask_for() -> None:
    """Home and each question have one of 1200 by 630 pixels, if the site has an address."""
    data = load(GOOD_TOPIC)
    queries = Queries(replace(data, topic=data.topic.model_copy(update={"site_url": "https://lamp.example/"})))
    made = dict(cards.files(queries, read_docs(GOOD_TOPIC)))
    names = {"assets/social.png", *(f"assets/social/{name}.png" for name in queries.dataset.questions)}
    assert names == set(made)
    assert {_size(made[name]) for name in names} == {(1200, 630)}


def test_what_draws_for_exploring_is_one_module_with_its_licence() -> None:
    """The runtime asks for no other file, says whose it is, and exports what the page uses."""
    text = _files()[exports.RUNTIME].decode()
    assert text.startswith("/*!\nVega")
    assert not re.search(r"\bimport\s*[({\"']", text)
    assert re.search(r"export\{[^}]* as View,[^}]* as parse,[^}]* as expressionInterpreter\};?\s*$", text)


def test_a_chart_for_exploring_is_plain_vega() -> None:
    """What is fetched on demand is a Vega specification, already compiled."""
    spec = json.loads(_files()[f"charts/{CHART}.wide.json"])
    assert "/schema/vega/v6" in spec["$schema"]


def test_the_files_are_the_same_each_time() -> None:
    """The same facts give the same bytes."""
    assert dict(exports.files(Queries(load(GOOD_TOPIC)))) == _files()


def test_each_source_of_a_chart_leads_somewhere() -> None:
    """A source has its address, that of its only copy, or else of its page, in the files of a chart and of the data."""
    copies = [{"url": f"https://{name}.example", "opened": True, "label": name} for name in ("one", "two")]
    topic = make(Topic, site_url="https://lamp.example/")
    known = {"one": "https://one.example", "two": None}
    for number, (count, address) in enumerate(known.items(), 1):
        sources = {"gazette": make(Source, link=None, copies=copies[:number])}
        data = load(GOOD_TOPIC)
        queries = Queries(replace(data, topic=topic, sources={**data.sources, **sources}))
        (named,) = labels.label("lamp-cost-chart", queries)["sources"]
        assert (named.get("url"), named["page"]) == (address, "sources/gazette.html"), count
        paths = [one["path"] for one in package.package([], queries)["sources"] if "The lamp" in one["title"]]
        assert paths == [address or "https://lamp.example/sources/gazette.html"]
