"""The real site as a reader gets it: every fact in its place, every link alive, nothing that should not be there."""

import gzip
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from macros import phrase
from macros.language import gettext
from macros.load import read_docs
from macros.model import LISTS, amounts
from macros.queries import Queries
from scripts.links import dead_links
from tests.sites import Element, Page

Pages = dict[str, Page]
_BOILERPLATE = (
    "cookie",
    "recent stories",
    "skip to content",
    "newsletter",
    "sign up",
    "advertis",
    "all rights reserved",
)
_LEFTOVERS = ("⟦", "⟧", "{{", "{%", "Undefined", "Traceback", "[Macro", "None,", "object at 0x")


def _every(pages: Pages) -> Iterator[tuple[str, Element]]:
    return ((name, element) for name, page in pages.items() for element in page.root.walk())


def _targets(pages: Pages) -> set[str]:
    """Return every place in the site that a page other than its own links to."""
    links = (
        (page.name, f"{target}#{anchor}" if anchor else target)
        for page in pages.values()
        for _, target, anchor in page.links
    )
    return {target for name, target in links if target.split("#", maxsplit=1)[0] != name}


@pytest.mark.any_topic
def test_every_event_stands_once_in_the_timeline(site_pages: Pages, queries: Queries, timeline_address: str) -> None:
    """The timeline lists every event of the data once, in order of time."""
    entries = [one.attributes["id"] for one in site_pages[timeline_address].article.all("li") if "id" in one.attributes]
    assert entries == [name for name, _ in queries.events()]


@pytest.mark.any_topic
def test_an_event_shows_its_date_title_and_sources(site_pages: Pages, queries: Queries, timeline_address: str) -> None:
    """Each event of the timeline shows its date in words, and links to every source that it rests on."""
    page = site_pages[timeline_address]
    for name, event in queries.events():
        entry = page.named[name]
        shown = entry.words()
        assert str(event.date) in shown
        assert event.title in shown
        hrefs = {one.attributes.get("href") for one in entry.all("a")}
        assert {queries.href(source) for source in queries.sources(name)} <= hrefs


@pytest.mark.any_topic
def test_an_inferred_date_is_marked(site_pages: Pages, queries: Queries, timeline_address: str) -> None:
    """A reader sees which dates were worked out, and from what."""
    for name, event in queries.events():
        entry = site_pages[timeline_address].named[name]
        assert (gettext("date inferred") in entry.words()) == (event.basis.kind == "inferred"), name
        if event.basis.how:
            assert " ".join(event.basis.how.split()) in entry.words()


@pytest.mark.any_topic
def test_every_record_is_where_links_to_it_lead(site_pages: Pages, queries: Queries) -> None:
    """Each fact, law, term, person, source, number and chart stands at its own address."""
    anchors = {name: set(page.ids) for name, page in site_pages.items()}
    missing = []
    for record, kind in queries.kinds.items():
        if kind not in {*LISTS, "provision"}:
            page, _, anchor = queries.href(record).partition("#")
            if page not in anchors or (anchor and anchor not in anchors[page]):
                missing.append(queries.href(record))
    assert missing == []


@pytest.mark.any_topic
def test_a_day_is_said_once_for_all_that_was_said_on_it(site_pages: Pages, queries: Queries) -> None:
    """On the page of a speaker the day of an occasion stands over its statements, and beside none of them."""
    for name in (name for name in queries.with_page if queries.kinds[name] == "actor"):
        occasions, days = {queries.dataset.statements[one].event for one in queries.statements_by.get(name, ())}, 0
        for occasion in site_pages[queries.href(name)].article.all("section"):
            first, *rest = [one.words() for one in occasion.all("p") if one.attributes.get("class") == "x-meta"] or [""]
            day = first.rpartition(" · ")[0]
            assert [one for one in rest if day and f"· {day}" in one] == [], name
            days += bool(day and rest)
        assert days == len(occasions - {None}), name


@pytest.mark.parametrize("kind", ["statutes", "terms", "actors", "sources", "questions"])
def test_every_record_can_be_reached(site_pages: Pages, queries: Queries, kind: str) -> None:
    """Each law, source, question, term and person is linked from another page."""
    linked = _targets(site_pages) | {f"{page.name}#{one[2]}" for page in site_pages.values() for one in page.links}
    assert [name for name in getattr(queries.dataset, kind) if queries.href(name) not in linked] == []


@pytest.mark.any_topic
def test_every_statute_shows_its_ladder(site_pages: Pages, queries: Queries) -> None:
    """The page of a law has its name as heading, its citation below, and its tiers, with the class if any has one."""
    for name, statute in queries.dataset.statutes.items():
        page = site_pages[queries.href(name)]
        assert [heading.words() for heading in page.article.all("h1")] == [statute.heading]
        assert statute.citation in page.article.words().split(statute.heading, 1)[1][:80]
        has_class = any(provision.grade for provision in statute.provisions)
        for provision in statute.provisions:
            row = page.named[provision.id]
            assert provision.label in row.words()
            assert (provision.grade or ("–" if has_class else "")) in row.words()


def test_every_chart_is_drawn_with_its_table(site_pages: Pages, queries: Queries) -> None:
    """Each chart stands where links lead, with its sentence, drawings that have names, its caveat and a table."""
    for name, chart in queries.dataset.charts.items():
        figure = site_pages[queries.href(name).partition("#")[0]].named[name]
        shown = figure.words("svg")
        assert chart.sentence in shown
        assert " ".join(chart.caveat.split()) in shown
        drawings = figure.all("svg")
        assert drawings
        assert all(one.attributes.get("role") == "img" for one in drawings)
        assert all(one.all("title") or one.attributes.get("aria-label") for one in drawings)
        assert figure.all("table")


@pytest.mark.any_topic
def test_every_number_keeps_its_qualifier(site_pages: Pages, queries: Queries) -> None:
    """Wherever a number of the data stands, on any page, its qualifier stands with it."""
    seen: Counter[str] = Counter()
    for name, element in _every(site_pages):
        fact = element.attributes.get("data-fact", "")
        if fact in queries.dataset.observations:
            observation = queries.observation(fact)
            seen[fact] += 1
            if observation.qualifier != "exact":
                assert phrase.number(observation).partition(" ")[0] in element.words("svg").lower(), f"{fact} on {name}"
    assert [fact for fact in queries.dataset.observations if not seen[fact]] == []


def test_the_tables_hold_every_number(site_pages: Pages, queries: Queries) -> None:
    """Each number has a row on the page of its series, and its id leads to the line of the series among the numbers."""
    index = site_pages["numbers.html"].named
    for series_id, series in queries.dataset.series.items():
        page = site_pages[f"numbers/{series_id}.html"]
        named, rows = page.named, page.root.all("tr")
        assert series.unit in page.article.words()
        for observation in series.observations:
            assert index[observation.id].getparent() is index[series_id]
            row = _row_of(named[observation.id])
            assert row in rows
            number = phrase.number(observation, series.unit.removesuffix(amounts.PERCENT))
            assert (str(observation.note or number) if observation.is_gap else number) in row.words()
            assert observation.is_gap or phrase.period_in_list(observation, series) in row.words()


def _row_of(element: Element) -> Element:
    """Return the row of a number: itself, or if it is a gap that stands with those before it, the row around it."""
    return element if element.tag == "tr" else next(one for one in element.iterancestors() if one.tag == "tr")


def test_every_fact_shown_is_a_fact(site_pages: Pages, queries: Queries) -> None:
    """Whatever is marked as a fact on a page is one of the data."""
    facts = {element.attributes["data-fact"] for _, element in _every(site_pages) if "data-fact" in element.attributes}
    assert {queries.kinds[fact] for fact in facts if fact in queries.kinds} >= {"event", "statement", "observation"}
    assert facts - set(queries.kinds) == set()


def test_silence_is_said_by_an_editor(queries: Queries) -> None:
    """Every question has an answer, or silence, recorded for each source that the table of questions compares."""
    answered = {name: {one.source for one in question.answers} for name, question in queries.dataset.questions.items()}
    compared = {source for sources in answered.values() for source in sources}
    assert {name: compared - sources for name, sources in answered.items() if compared - sources} == {}


@pytest.mark.any_topic
def test_every_link_within_the_site_is_alive(built_site: Path, queries: Queries) -> None:
    """Each link and each file that a page asks for leads to a file of the site, and each anchor to an id there."""
    home = urlsplit(queries.dataset.topic.site_url or "").path.rstrip("/")
    assert list(dead_links(built_site, f"{home}/")) == []


def test_nothing_of_the_websites_around_the_articles_came_along(site_pages: Pages) -> None:
    """No phrase of the web pages that the articles were taken from stands in the text of a page."""
    texts = {name: page.article.words().casefold() for name, page in site_pages.items() if name != "404.html"}
    assert [(name, one) for name, text in texts.items() for one in _BOILERPLATE if one in text] == []


@pytest.mark.any_topic
def test_nothing_of_the_machinery_is_left(site_pages: Pages) -> None:
    """No macro, token or error stands in the text of a page, but in the code of the editors' guide."""
    texts = {name: page.root.words("code") for name, page in site_pages.items()}
    assert [(name, one) for name, text in texts.items() for one in _LEFTOVERS if one in text] == []


def test_a_number_in_prose_opens_its_evidence(site_pages: Pages) -> None:
    """Each number and each mark in a sentence has a button for its sources, each word for its definition."""
    homes = ("sources/", "statutes/", "terms.html#")
    opened = 0
    for page in site_pages.values():
        for button in page.root.all("button"):
            if "popovertarget" in button.attributes:
                opened += 1
                popover = page.named[button.attributes["popovertarget"]]
                assert "popover" in popover.attributes
                leads = [f"{target}#{anchor}" for _, target, anchor in Page(page.name, "", popover).links]
                assert any(place.startswith(homes) for place in leads), f"{page.name}: {button.words()}"
    assert opened > 100


def test_every_quotation_is_one_of_the_data(site_pages: Pages, queries: Queries) -> None:
    """Marked words of a source are exactly those of a quote in the data, at most twelve."""
    quotes = {
        c.quote.exact
        for name in (*queries.entities, *queries.dataset.observations)
        for c in queries.citations(name)
        if c.quote
    }
    quotes |= {p.quote.exact for question in queries.dataset.questions.values() for p in question.primary if p.quote}
    shown = {" ".join(one.words().split()) for _, one in _every(site_pages) if one.tag == "mark"}
    assert shown <= {" ".join(quote.split()) for quote in quotes}
    assert max(len(quote.split()) for quote in shown) <= 12


def test_pages_for_editors_are_not_found(built_site: Path, pytestconfig: pytest.Config) -> None:
    """The search finds nothing on pages that say so at their head, and something on others."""
    texts = (gzip.decompress(file.read_bytes()) for file in (built_site / "pagefind" / "fragment").iterdir())
    found = {str(json.loads(text[text.index(b"{") :])["url"]).partition("#")[0] for text in texts}
    pages = read_docs(Path(pytestconfig.getoption("topic"))).pages
    hidden = {name.replace(".md", ".html") for name, page in pages.items() if "search" in page.head.hide}
    assert sorted(hidden & found) == []
    assert "index.html" in found
