"""The example on the temperature of the Earth: a site of its own, with numbers on both sides of zero."""

import re
from pathlib import Path

import pytest

from macros.load import load
from macros.queries import Queries
from scripts.check import main as check_main
from scripts.links import dead_links
from tests import sites
from tests.factories import ROOT

WARMING = ROOT / "examples" / "warming"
_OTHER_TOPIC = re.compile(r"immigra|\bmemos?\b|prosecut|attorney|deport|asylum|Homeland|U\.S\.C", re.IGNORECASE)
_ZERO = re.compile(r'<line transform="translate\(0,([\d.]+)\)" x2="\d+" y2="0" stroke="var\(--chart-muted\)"')
_LINE = re.compile(r'<path d="M((?:[\d.]+,[\d.]+L?){100,})" stroke="var\(--chart-\d\)"')
_BAR = re.compile(r'<path d="M([\d.]+),[\d.]+h([\d.]+)v14')


@pytest.fixture(scope="module")
def pages(warming_site: Path) -> dict[str, sites.Page]:
    """Return every page by its path."""
    return sites.pages(warming_site)


@pytest.fixture(scope="module")
def warming() -> Queries:
    """Return the data."""
    return Queries(load(WARMING))


def _drawing(site: Path, chart: str) -> str:
    page = (site / "record.html").read_text(encoding="utf-8")
    found = re.search(rf'<svg[^>]*aria-labelledby="{chart}-wide-title.*?</svg>', page, re.DOTALL)
    assert found
    return found.group()


def test_every_quote_of_a_text_that_lies_beside_the_data_is_there(command: sites.Command) -> None:
    """The tables and the texts in the public domain hold each quoted word, and every other rule holds as well."""
    texts = ("--texts", WARMING / "texts", "--require-verified", "--require-complete")
    status, printed, _ = command(check_main, "--topic", WARMING, *texts)
    assert (status, sites.ALL_RIGHT.sub("", printed)) == (0, "")


def test_pages_have_names_of_their_own_and_every_link_leads_somewhere(
    warming_site: Path, pages: dict[str, sites.Page]
) -> None:
    """Questions, events, words and sources are where the topic puts them, and no link is dead."""
    assert {"record.html", "which-year.html", "agreement.html", "when.html", "words.html", "read.html"} <= set(pages)
    assert not {"law.html", "numbers.html", "timeline.html", "terms.html", "sources.html"} & set(pages)
    assert list(dead_links(warming_site)) == []
    assert [fault for page in pages.values() for fault in page.faults] == []


def test_nothing_of_the_first_topic_is_there(pages: dict[str, sites.Page]) -> None:
    """No page has a word of the topic that the project itself is about."""
    found = {name: _OTHER_TOPIC.search(page.root.words("style", "script")) for name, page in pages.items()}
    assert {name: match.group() for name, match in found.items() if match} == {}


def test_words_that_follow_a_comma_stand_apart_from_it(pages: dict[str, sites.Page]) -> None:
    """Counts in a row, such as those of a person's statements and events, have a space between them."""
    shown = [one.words() for one in pages["who.html"].article.all("summary")]
    assert any("statements, " in one for one in shown)
    assert [one for one in shown if re.search(r",\S", one)] == []


def test_cool_years_lie_below_the_line_of_zero(warming_site: Path, warming: Queries) -> None:
    """Each line has as many numbers under its line of zero as the record has years below zero."""
    svg = _drawing(warming_site, "yearly-temperature")
    zeros, lines = [float(y) for y in _ZERO.findall(svg)], _LINE.findall(svg)
    assert len(zeros) == len(lines) == 2
    for name, zero, line in zip(("noaa-yearly", "nasa-yearly"), zeros, lines, strict=True):
        under = sum(float(point.split(",")[1]) > zero + 0.5 for point in line.split("L"))
        values = [one.value for one in warming.dataset.series[name].observations if one.value is not None]
        assert abs(under - sum(value < 0 for value in values)) <= sum(abs(value) < 0.005 for value in values)


def test_a_year_that_falls_behind_has_a_bar_to_the_left(warming_site: Path, warming: Queries) -> None:
    """Bars of a lead begin at zero, and those of a lead below zero end there."""
    bars = [
        (float(x), float(x) + float(width)) for x, width in _BAR.findall(_drawing(warming_site, "which-year-leads"))
    ]
    series = warming.dataset.charts["which-year-leads"].series
    values = [one.value or 0 for name in series for one in warming.dataset.series[name].observations]
    zero = bars[0][0]
    assert sum(value < 0 for value in values) == 3
    assert [(end if value < 0 else start) for (start, end), value in zip(bars, values, strict=True)] == pytest.approx(
        [zero] * len(values), abs=0.2
    )


def test_it_is_large_enough_to_show_what_a_topic_is(warming: Queries) -> None:
    """There are forty records at least, charts of three marks, and a question whose answers contradict each other."""
    assert len(warming.entities) >= 40
    assert {"lines", "panels", "dots"} <= {chart.mark for chart in warming.dataset.charts.values()}
    assert any("contradicts" in question.relations for question in warming.dataset.questions.values())
