"""What a reader sees of a single fact: its words, who says it, and how firm it is."""

from decimal import Decimal
from typing import Any

import pytest
from selectolax.lexbor import LexborHTMLParser

from macros import phrase
from macros.model import (
    Actor,
    Event,
    Observation,
    Series,
    Source,
    Statement,
    Statute,
    Term,
    Topic,
    Voice,
)
from macros.render.calls import Macros
from macros.render.tokens import unwrap
from macros.views import words
from macros.views.evidence import evidence, numbers
from macros.views.facts import fact
from tests.factories import make, queries_of


def _observation(**changes: Any) -> Observation:
    return make(Observation, **changes)


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("0", "0"),
        ("999", "999"),
        ("412240", "412,240"),
        ("52.3", "52.3"),
        ("-40", "−40"),
        ("1000000", "1 million"),
        ("2500000", "2.5 million"),
        ("2550000", "2,550,000"),
        ("20000000", "20 million"),
        ("1234567", "1,234,567"),
    ],
)
def test_a_number_is_shown_without_loss(value: str, shown: str) -> None:
    """Numbers have separators, and are shortened to millions only where nothing is lost."""
    assert phrase.format_number(Decimal(value)) == shown


@pytest.mark.parametrize("qualifier", ["more than", "at least", "about", "nearly", "up to", "under"])
def test_the_qualifier_travels_with_the_number(qualifier: str) -> None:
    """A number is never shown without what its source says of its exactness."""
    assert phrase.number(_observation(value=500, qualifier=qualifier)) == f"{qualifier} 500"
    ranged = _observation(value=None, low=40, high=60, qualifier=qualifier)
    assert phrase.number(ranged) == f"{qualifier} 40 to 60"


def test_a_gap_is_not_zero() -> None:
    """A number that is not known is "no figure"."""
    gap = _observation(value=None, status="gap", note="It was not counted.")
    assert phrase.number(gap) == "gap"


@pytest.mark.parametrize(
    ("kind", "period", "shown"),
    [
        ("calendar year", "2016", "2016"),
        ("fiscal year", "2016", "fiscal 2016"),
        ("not stated", "2016", "2016, kind of year not stated"),
        ("not stated", "2016-03", "March 2016"),
        ("span", "2005/..", "since 2005"),
    ],
)
def test_a_period_says_its_kind_of_year(kind: str, period: str, shown: str) -> None:
    """A reader can tell a fiscal year from a calendar year, and sees where nobody says which it is."""
    series = make(Series, period_kind=kind)
    assert phrase.period(_observation(period=period), series) == shown


def test_years_of_no_stated_kind_have_stars_in_a_list_and_one_note() -> None:
    """The words that explain the star stand once, at the last; a single number says them without a star."""
    years = [{"id": f"lamps-{year}", "period": f"{year}", "value": 5} for year in (1901, 1902)]
    queries = queries_of(series={"lamps": make(Series, period_kind="not stated", observations=years)})
    both = ("5 lamps (1901*)", "5 lamps (1902*; * kind of year not stated)")
    assert tuple(one.label for one in numbers(("lamps-1901", "lamps-1902"), queries)) == both
    assert [one.label for one in numbers(("lamps-1901",), queries)] == ["5 lamps (1901, kind of year not stated)"]


@pytest.mark.parametrize(
    ("locator", "shown"),
    [("p3", "paragraph 3"), ("dek", "line under the headline"), ("p. 4", "p. 4"), ("page 2", "page 2")],
)
def test_a_place_in_a_source_is_in_words(locator: str, shown: str) -> None:
    """Short names of places in a text become words; sections and pages stay as written."""
    assert words.locator(locator) == shown


def test_a_speaker_is_linked_where_we_know_him() -> None:
    """Someone whom the source only describes has a name and no address."""
    queries = queries_of(actors={"ann-reed": make(Actor)})
    described = words.voice(Voice(described="supporters of the lamp"), queries)
    assert described == words.SiteLink("Supporters of the lamp", "")
    assert words.voice(Voice(actor="ann-reed"), queries) == words.SiteLink("Ann Reed", "index.html#ann-reed")
    assert words.voice(Voice(source="gazette"), queries) == words.SiteLink("Gull Gazette", "sources/gazette.html")


def test_every_record_has_a_name_for_readers() -> None:
    """A link to a record is labelled with its title, its citation or its words, never with its id."""
    queries = queries_of(
        sources={"gazette": make(Source, issued="1901-05-02", basis={"kind": "stated"})},
        events={"lamp-lit": make(Event)},
        statutes={"lights-act": make(Statute)},
        terms={"keeper-term": make(Term)},
        series={"lamps": make(Series)},
        statements={"on-lamps": make(Statement)},
    )
    names = {name: words.name(name, queries) for name in queries.kinds if name not in ("lamp", "opening")}
    assert names == {
        "gazette": "Gull Gazette, 1901",
        "lights-act": "Lights Act",
        "keeper-term": "keeper",
        "lamp-lit": "The lamp is lit",
        "on-lamps": "The lamp is old.",
        "lamps": "Lamps",
        "lamps-now": "5 lamps",
    }


@pytest.mark.parametrize(
    ("issued", "shown"),
    [
        ("1901-05~", "1901"),
        ("1901~", "about 1901"),
        ("186X", "1860s"),
        ("18XX", "19th century"),
        ("2018-21/2018-23", "2018"),
        ("1901-12/1902-01", "1901 to 1902"),
        ("[1901-12-31..1902-01-02]", "between 1901 and 1902"),
        ("2005-03/..", "since 2005"),
        ("../1901-05-01", "by 1901"),
    ],
)
def test_a_source_is_named_by_its_year_as_far_as_it_is_known(issued: str, shown: str) -> None:
    """No year is made of a decade, a century or an open end."""
    queries = queries_of(sources={"gazette": make(Source, issued=issued, basis={"kind": "stated"})})
    assert words.name("gazette", queries) == f"Gull Gazette, {shown}"


def test_legal_authorities_of_one_day_are_named_by_their_citations() -> None:
    """Where publisher and day would not tell two apart, each has its citation, cut before the place."""
    day = {"issued": "1901-05-01", "basis": {"kind": "stated"}}
    orders = {f"order-{n}": make(Source, **day, citation=f"Order No. 13,76{n}, 82 Reg. 8{n}") for n in (7, 8)}
    queries = queries_of(sources=orders)
    assert words.name("order-7", queries) == "Order No. 13,767, 82 Reg. 87"
    shown = words.short_names(words.links(orders, queries))
    assert [first for first, *_ in shown] == ["Order No. 13,767", "Order No. 13,768"]


def test_a_statement_shows_whose_words_and_how_firm() -> None:
    """A directive shows its force, and spoken words how they were delivered and cut."""
    spoken = make(Statement, attributed_to={"actor": "ann-reed"}, delivery="prepared", excerpt="cut")
    order = make(Statement, kind="directive", force="shall consider")
    queries = queries_of(actors={"ann-reed": make(Actor)}, statements={"said": spoken, "order": order})
    said = fact("said", queries)
    assert said.speaker == words.SiteLink("Ann Reed", "index.html#ann-reed")
    assert said.marks == ("from prepared remarks", "quoted in part")
    assert fact("order", queries).marks == (words.FORCE["shall consider"],)


@pytest.mark.parametrize(("status", "marks"), [("happened", ()), ("planned", ("planned",)), ("due", ("due",))])
def test_an_event_shows_a_status_that_needs_saying(status: str, marks: tuple[str, ...]) -> None:
    """What only was planned or due is not shown as if it had happened."""
    assert fact("lamp-lit", queries_of(events={"lamp-lit": make(Event, status=status)})).marks == marks


def test_a_number_among_facts_keeps_unit_period_and_status() -> None:
    """A number in a list of facts shows its qualifier, unit, time, speaker and status."""
    observation = {"id": "lamps-now", "period": "1901", "value": 5, "qualifier": "about", "status": "announced"}
    lamps = make(
        Series, period_kind="fiscal year", observations=(observation | {"attributed_to": {"described": "a keeper"}},)
    )
    shown = fact("lamps-now", queries_of(series={"lamps": lamps}))
    assert (shown.title, shown.date, shown.marks) == ("about 5 lamps", "fiscal 1901", ("announced",))
    assert shown.speaker == words.SiteLink("A keeper", "")


def test_a_number_in_a_sentence_brings_all_that_defines_it() -> None:
    """A number has its unit, definition, period, status and evidence beside it."""
    queries = queries_of(series={"lamps": make(Series)})
    html = LexborHTMLParser(unwrap(Macros(queries, lambda: "index.html").number("lamps-now")))
    assert [one.text() for one in html.css("button.x-number, .x-popover__head")] == ["5", "5 lamps"]
    assert next(one.text() for one in html.css(".x-note")) == "1901. Every lamp that burns."
    passages = evidence("lamps-now", queries).passages
    assert [one.record.quote and one.record.quote.exact for one in passages] == ["was lit"]


def test_a_topic_names_the_stake_of_a_party() -> None:
    """A publisher that is part of the matter is called what the topic calls it, else by general words."""
    sources = {"gazette": make(Source, interest="party"), "herald": make(Source, interest="advocacy")}
    named = queries_of(sources=sources, topic=make(Topic, party="Island council"))
    assert [words.interest(name, named) for name in sources] == ["Island council", "advocacy group"]
    assert words.interest("gazette", queries_of(sources=sources)) == "party to the matter"
