"""What readers take away from the built site says what its pages say, and is accepted by tools of others."""

import csv
import gzip
import io
import json
import re
import shutil
import subprocess
import sys
import warnings
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import feedparser
import pytest
from citeproc.source.json import CiteProcJSON
from markupsafe import escape
from pyld import jsonld

from macros import phrase
from macros.model import amounts
from macros.queries import Queries, grouped
from macros.views import contribute
from tests import sites
from tests.factories import ROOT
from tests.site import reading
from tests.unit.test_feeds import JSON_FEED

Pages = dict[str, sites.Page]
_FENCE = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_RUN = {"python": [sys.executable, "-"], "js": ["node", "--input-type=module"], "r": ["Rscript", "-"]}
_SERIES = "judges-on-board"
SCHEMA = "https://schema.org/"
_TELLS = ("Event", "Legislation", "DefinedTerm", "Observation", "Person", "Organization")
_SOURCES = {kind: {"subjectOf", "publisher"} for kind in _TELLS}
_SOURCES |= {"Dataset": {"isBasedOn", "publisher"}, "Quotation": {"isPartOf"}, "Claim": {"appearance"}}
"""Under which names a node has the work that it rests on, by its type; a work itself has a publisher."""


def _rows(file: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(file.read_text(encoding="utf-8-sig"), newline="")))


def _said_of_facts(page: sites.Page) -> dict[str, list[str]]:
    """Return the words of every element of a page that is about a fact, by the fact."""
    said = defaultdict(list)
    for element in page.root.walk():
        if "data-fact" in element.attributes:
            said[element.attributes["data-fact"]].append(element.words())
    return said


def test_every_form_has_the_same_numbers(built_site: Path, site_pages: Pages, queries: Queries) -> None:
    """A number is the same on its page, on paper, in a frame, in both tables that have it, in JSON and in JSON-LD."""
    table = {row["id"]: row for row in _rows(built_site / "data/v1/observations.csv")}
    items = json.loads((built_site / "data/v1/observations.json").read_text(encoding="utf-8"), parse_float=str)["items"]
    told = {item["id"]: item for item in items}
    assert table.keys() == told.keys() == queries.dataset.observations.keys()
    nodes = {str(node.get("@id")).rpartition("#")[2]: node for _, graph in _graphs(site_pages) for node in graph}
    frames = {name: (built_site / f"embed/{name}.html").read_text(encoding="utf-8") for name in table}
    paper = _said_of_facts(site_pages["print.html"])
    for series_id, series in queries.dataset.series.items():
        own = {row["id"]: row for row in _rows(built_site / f"numbers/{series_id}.csv")}
        page = _said_of_facts(site_pages[f"numbers/{series_id}.html"])
        for number in series.observations:
            words = phrase.number(number, series.unit.removesuffix(amounts.PERCENT))
            shown = {"page": page[number.id], "paper": paper[number.id]}
            is_there = number.is_gap or all(any(words in cell for cell in cells) for cells in shown.values())
            assert all(shown.values()), "a gap may stand in one row with others"
            assert is_there, number.id
            assert phrase.number(number, series.unit) in told[number.id]["text"]
            assert escape(phrase.named(queries.observation(number.id), series)) in frames[number.id]
            if not number.is_gap:
                node = nodes[number.id]
                assert node["name"] == told[number.id]["text"]
                known = {str(node[name]) for name in ("value", "minValue", "maxValue") if name in node}
                assert known <= {
                    str(told[number.id][name]) for name in ("value", "low", "high") if name in told[number.id]
                }
                assert known, number.id
            for name in ("value", "low", "high"):
                assert own[number.id][name] == table[number.id][name] == str(told[number.id].get(name, ""))
            assert table[number.id]["qualifier"] == told[number.id]["qualifier"] == number.qualifier


@pytest.mark.parametrize("language", list(_RUN))
def test_the_examples_run(language: str, built_site: Path, queries: Queries) -> None:
    """Each example on the page for those who reuse the data prints the numbers of its series."""
    command = _RUN[language]
    if not shutil.which(command[0]):
        pytest.skip(f"{command[0]} is not installed")
    code = dict(_FENCE.findall((ROOT / "docs" / "data.md").read_text(encoding="utf-8")))[language]
    assert len(code.splitlines()) <= 10
    with sites.served(built_site) as address:
        text = code.replace("https://example.org", address)
        done = subprocess.run(command, input=text, capture_output=True, text=True, check=False, timeout=60)
    series = queries.dataset.series[_SERIES]
    expected = [f"{one.period.text} {one.qualifier} {one.value} {series.unit}" for one in series.observations]
    assert [line.strip() for line in done.stdout.splitlines()] == expected, done.stderr


def test_the_page_tells_the_sizes_of_its_files(built_site: Path, site_pages: Pages) -> None:
    """Each file of the list is there, with the size and the rows that the list has."""
    links = [one for one in site_pages["data.html"].article.all("tr") if one.all("a")]
    assert len(links) > 20
    for row in links:
        file = built_site / row.all("a")[0].attributes["href"]
        _, rows, size = (cell.words() for cell in row.all("td"))
        assert size == f"{max(1, round(file.stat().st_size / 1024))} KB"
        assert rows == ("–" if file.suffix == ".zip" else f"{len(_rows(file)):,}")
    listed = {one.attributes.get("href") for one in site_pages["data.html"].article.all("a")}
    resources = reading.json_of(built_site / "data/v1/datapackage.json")["resources"]
    assert {f"data/v1/{one['path']}" for one in resources if one["format"] == "csv"} <= listed, "empty tables too"


def test_every_page_is_there_as_text_with_its_citation(built_site: Path, site_pages: Pages, queries: Queries) -> None:
    """A page names its text, its citation and its feeds in its head, and says what reference managers take."""
    for name, page in site_pages.items():
        if name == "404.html":
            continue
        alternate = {one.attributes.get("type") for one in page.root.all("link", rel="alternate")}
        assert {"application/x-bibtex", "text/plain", "application/atom+xml"} <= alternate, name
        text = (built_site / name).with_suffix(".txt").read_text(encoding="utf-8")
        heading = page.article.all("h1")[0].words()
        assert heading in text.replace("# ", ""), name
        told = {one.attributes.get("name"): one.attributes.get("content") for one in page.root.all("meta")}
        assert told["DC.publisher"] == queries.dataset.topic.title
        assert told["DC.rights"] == queries.dataset.topic.licences.data
        assert not any(str(one).startswith("citation_") for one in told), "they make a page an article of a journal"
    listed = re.findall(r"\]\(([^)]+)\)", (built_site / "llms.txt").read_text(encoding="utf-8"))
    assert [name for name in listed if not (built_site / name).is_file()] == []
    texts = {Path(name).with_suffix(".txt").as_posix() for name in site_pages.keys() - {"404.html"}}
    assert texts <= set(listed)


def _graphs(pages: Pages) -> Iterator[tuple[str, list[dict[str, object]]]]:
    for name, page in pages.items():
        for script in page.root.all("script", type="application/ld+json"):
            yield name, json.loads(script.text, parse_float=str)["@graph"]


def test_every_page_says_what_it_is(built_site: Path, site_pages: Pages) -> None:
    """The JSON-LD of each page is one article, and the things on it; what has an address is there under it."""
    graphs = dict(_graphs(site_pages))
    ((_, (about,)),) = _graphs({"binder.html": sites.frameless(built_site)["binder.html"]})
    assert (about["@type"], about["@id"]) == ("Article", "binder.html")
    reviews = [node for graph in graphs.values() for node in graph if node["@type"] == "ClaimReview"]
    assert all(node["isBasedOn"] and node["itemReviewed"] for node in reviews), "a review is of a claim, by a document"
    assert graphs.keys() == site_pages.keys() - {"404.html"}
    for name, graph in graphs.items():
        assert [node["@type"] for node in graph].count("Article") == 1, name
        places = [str(node["@id"]).partition("#")[2] for node in graph if "#" in str(node.get("@id", ""))]
        assert set(places) <= set(site_pages[name].ids), name
    kinds = {str(node["@type"]) for graph in graphs.values() for node in graph}
    assert kinds >= {"Event", "Legislation", "DefinedTerm", "ClaimReview", "Dataset", "Quotation", "Person"}


def test_tools_of_others_read_every_file(built_site: Path, queries: Queries) -> None:
    """Parsers of BibTeX, RIS, CSL-JSON, feeds and calendars accept each file, in every language of the site."""
    for file in built_site.rglob("cite/*.bib"):
        keys = [entry.key for entry in reading.library(file).entries]
        assert [one["id"] for one in reading.references(file.with_suffix(".ris"))] == keys, file
        items = reading.json_of(file.with_suffix(".json"))
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            warnings.filterwarnings("ignore", "The following arguments for Reference are unsupported: custom")  # of CSL
            assert list(CiteProcJSON(items)) == keys, file
    everything = reading.library(built_site / "cite/all.bib").entries
    assert len(everything) > len(queries.dataset.observations)
    works = len(queries.dataset.sources) + len(queries.dataset.statutes)
    assert len(reading.library(built_site / "cite/sources.bib").entries) <= works
    sites_of = [built_site, *(built_site / tag for tag in queries.dataset.topic.translations)]
    for site in sites_of:
        assert not feedparser.parse((site / "changes.atom").read_bytes()).bozo
        JSON_FEED.validate(reading.json_of(site / "changes.json"))
        _, *events = reading.calendar(site / "events.ics")
        assert 0 < len(events) <= len(queries.dataset.events)
        assert all(one["DESCRIPTION"].count("\n") >= 2 for one in events), "summary, sources and address"


def test_a_processor_reads_the_json_ld_of_every_page(all_pages: Pages) -> None:
    """Each graph is JSON-LD, and what says something of the topic names the work that it rests on."""
    without = []
    for name, graph in _graphs(all_pages):
        document = {"@context": {"@vocab": SCHEMA}, "@graph": graph}
        nodes = jsonld.expand(document, options={"base": f"https://lamp.example/{name}"})
        assert len(nodes) == len(graph), name
        for node in nodes:
            (kind,) = (one.removeprefix(SCHEMA) for one in node["@type"])
            names = {one.removeprefix(SCHEMA) for one in node}
            without += [(name, kind)] if names.isdisjoint(_SOURCES.get(kind, names)) else []
    assert without == []


def test_a_chart_carries_what_belongs_to_it(built_site: Path, queries: Queries) -> None:
    """Title, caveat, sources, definitions and licence are in each file of a chart, or in what describes its table."""
    for name, chart in queries.dataset.charts.items():
        carried = json.loads((built_site / f"charts/{name}.json").read_text(encoding="utf-8"))
        assert (carried["title"], carried["caveat"]) == (chart.sentence, chart.caveat)
        assert carried["sources"]
        assert len(carried["rows"]) == len(_rows(built_site / f"charts/{name}.csv"))
        svg, png = ((built_site / f"charts/{name}.{form}").read_bytes() for form in ("svg", "png"))
        for text in (b"<metadata>", b"<dc:title>", b"<dc:source>", b"<dc:rights>CC BY 4.0"):
            assert text in svg
        assert b"Copyright\0CC BY 4.0" in png
        assert b"Title\0" in png
        beside = reading.json_of(built_site / f"charts/{name}.csv-metadata.json")
        assert beside["url"] == f"{name}.csv"
        assert (beside["dc:title"], beside["dc:rights"]) == (chart.sentence, "CC BY 4.0")
        assert beside["rdfs:comment"] == chart.caveat
        assert beside["dc:source"]
        assert carried["definitions"]
        for one in carried["definitions"]:
            assert str(escape(one["definition"])).encode() in svg
            assert one["definition"] in beside["dc:description"]
            assert one["definition"].encode() in png or one["definition"].encode("latin-1") in png


def test_who_takes_a_table_is_led_to_what_it_holds(built_site: Path, queries: Queries) -> None:
    """Each table of a chart or of a series is linked together with the description beside it."""
    tables = {f"charts/{name}.csv": queries.href(name).partition("#")[0] for name in queries.dataset.charts}
    tables |= {queries.href(name).replace(".html", ".csv"): queries.href(name) for name in queries.dataset.series}
    for path, page in tables.items():
        html = (built_site / page).read_text(encoding="utf-8")
        for file in (path, f"{path}-metadata.json"):
            assert (built_site / file).is_file()
            assert f'{file}"' in html, (file, page)


def test_every_quotation_stands_where_readers_look_for_it(
    built_site: Path, site_pages: Pages, queries: Queries
) -> None:
    """Words quoted in a record are an exhibit, as text too, an annotation, and on their source's page and on paper."""
    binder = sites.parsed((built_site / "binder.html").read_text(encoding="utf-8")).words("script")
    told = (built_site / "binder.txt").read_text(encoding="utf-8")
    paper = site_pages["print.html"].root.words()
    quoted = grouped((one.source, (path, one.quote.exact)) for _, path, one in queries.dataset.citations if one.quote)
    for source, found in quoted.items():
        page = site_pages[queries.href(source)].root.words()
        marked = reading.json_of(built_site / f"data/v1/annotations/{source}.json")["first"]["items"]
        marks = {one["target"]["selector"]["exact"] for one in marked if "selector" in one["target"]}
        for path, words in found:
            assert words in page, source
            assert words in binder, source
            assert words in told, source
            assert words in marks, source
            assert path[0] == "citations" or words in paper, source


def test_an_embed_is_light(built_site: Path, queries: Queries) -> None:
    """A page for a frame takes at most 60 KB, has no script and leads back."""
    sheets = sum(len(gzip.compress(file.read_bytes())) for file in (built_site / "assets").rglob("*.css"))
    found = {
        name: (built_site / f"embed/{name}.html").read_text(encoding="utf-8") for name in contribute.embeds(queries)
    }
    assert len(found) > len(queries.dataset.observations)
    for name, html in found.items():
        assert len(gzip.compress(html.encode())) + sheets <= 60 * 1024, name
        assert "<script" not in html
        assert f'../{contribute.embed(name, 1, queries).href}"' in html, name
