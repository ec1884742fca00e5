"""Selections and reverse look-ups: what refers to what, what rests on what, and where it stands on the site."""

from typing import Any

import pytest

from macros.model import Actor, Dataset, Event, Question, Reference, Series, Source, Statement, Statute, Term, dates
from macros.queries import INDEXES, LISTS, Queries
from macros.views import cited
from macros.views.support import support
from tests.factories import dataset, make, queries_of

_GAZETTE = {"source": "gazette", "locator": "p1", "quote": {"exact": "was lit"}}
_HERALD = {"source": "herald", "locator": "p4", "quote": {"exact": "so bright"}}
_SOURCES = {"gazette": make(Source), "herald": make(Source, independence_group="herald")}


def _number(record_id: str, **changes: Any) -> dict[str, Any]:
    return {"id": record_id, "period": "1901", "value": 5} | changes


def _event(**changes: Any) -> Event:
    return make(Event, **changes)


def _of(**kinds: Any) -> Queries:
    return queries_of(**({"sources": _SOURCES} | kinds))


def test_every_kind_with_a_page_or_an_anchor_has_an_address() -> None:
    """A link to a record of any kind leads to a place on the site."""
    kinds = {kind for reference in Reference.__subclasses__() for kind in reference.kinds}
    assert kinds - {"topic", "category", "lane", "jurisdiction"} <= {
        *LISTS,
        *INDEXES,
        "statement",
        "comparison",
        "chart",
        "observation",
        "provision",
    }


def test_the_address_of_a_record() -> None:
    """An event stands where the timeline does, a law has a page, and a number stands on the page of its series."""
    records = {"events": {"lamp-lit": _event()}, "statutes": {"lights-act": make(Statute)}}
    queries = Queries(dataset(series={"lamps": make(Series)}, **records), {("timeline",): "cronologia.html"})
    assert queries.href("lamp-lit") == "cronologia.html#lamp-lit"
    assert queries.href("lights-act") == "statutes/lights-act.html"
    assert queries.href("lamps-now") == "numbers/lamps.html#lamps-now"
    assert queries.href("gazette") == "sources/gazette.html"


def test_a_renamed_record_with_a_page_leaves_a_redirect() -> None:
    """The old address of a question leads to its new page; a record without a page of its own has none."""
    moved = {"who-lit": "who", "lamp-was-lit": "lamp-lit"}
    queries = _of(events={"lamp-lit": _event()}, questions={"who": make(Question)}, moved=moved)
    assert list(queries.redirects()) == [("questions/who-lit.html", "questions/who.html")]


def test_a_statement_stands_on_the_page_of_the_first_source_it_cites() -> None:
    """A statement that several sources report has one home."""
    queries = _of(statements={"on-lamps": make(Statement, citations=(_HERALD, _GAZETTE))})
    assert queries.statement_home("on-lamps") == "herald"
    assert queries.href("on-lamps") == "sources/herald.html#on-lamps"


def test_an_unknown_id_has_no_address() -> None:
    """A look-up of what is not there fails, as the checks have run before."""
    with pytest.raises(KeyError, match="nobody"):
        _of().href("nobody")


def test_references_are_found_from_their_other_end() -> None:
    """A record knows who refers to it, by kind and each once."""
    queries = _of(
        actors={"ann-reed": make(Actor)},
        events={"one": _event(actors=("ann-reed",)), "two": _event()},
        statements={"on-lamps": make(Statement, attributed_to={"actor": "ann-reed"}, actors=("ann-reed",))},
    )
    assert queries.referring("ann-reed", "event") == ("one",)
    assert queries.referring("ann-reed", "statement") == ("on-lamps",)
    assert queries.referring("ann-reed", "term") == ()


def test_a_number_refers_in_its_own_name() -> None:
    """What a number of a series refers to is referred to by the number, not by its series."""
    lamps = make(Series, observations=(_number("lamps-now", attributed_to={"actor": "ann-reed"}),))
    queries = _of(actors={"ann-reed": make(Actor)}, series={"lamps": lamps})
    assert queries.referring("ann-reed", "observation") == ("lamps-now",)
    assert queries.referring("ann-reed", "series") == ()


def test_a_term_refers_to_its_related_law() -> None:
    """A law knows the terms that name it."""
    queries = _of(statutes={"lights-act": make(Statute)}, terms={"keeper": make(Term, related=("lights-act",))})
    assert queries.referring("lights-act", "term") == ("keeper",)


def _citing(*observations: dict[str, Any], cited: bool = True) -> Queries:
    citations = (_GAZETTE,) if cited else ()
    return _of(series={"lamps": make(Series, citations=citations, observations=observations)})


def test_a_number_rests_on_its_own_citations() -> None:
    """A number with citations of its own does not rest on those of its series."""
    queries = _citing(_number("lamps-now", citations=(_HERALD,)))
    assert queries.sources("lamps-now") == ("herald",)


def test_a_number_without_citations_rests_on_those_of_its_series() -> None:
    """A number without citations of its own rests on those of its series."""
    assert _citing(_number("lamps-now")).sources("lamps-now") == ("gazette",)


def test_a_computed_number_rests_on_its_inputs() -> None:
    """A number that is only computed rests on whatever its inputs rest on, each place once."""
    inputs = (_number("old", citations=(_HERALD,)), _number("new", citations=(_HERALD, _GAZETTE)))
    total = _number("all", value=10, formula={"operation": "sum", "of": ["old", "new"]})
    cited = _citing(*inputs, total, cited=False).citations("all")
    assert [citation.source for citation in cited] == ["herald", "gazette"]


def test_a_source_knows_the_facts_that_rest_on_it() -> None:
    """Numbers count one by one, and a series only with what no number of it rests on."""
    queries = _citing(_number("lamps-now"), _number("lamps-lost", citations=(_HERALD,)))
    assert [name for name, _ in cited.by_source(queries)["gazette"]] == ["lamps-now"]
    assert [name for name, _ in cited.by_source(queries)["herald"]] == ["lamps-lost"]


def test_a_fact_that_cites_a_source_twice_rests_on_it_once() -> None:
    """A source stands once among the sources of a fact, however often it is cited."""
    twice = (_GAZETTE, _GAZETTE | {"locator": "p2"}, _HERALD)
    assert _of(events={"lamp-lit": _event(citations=twice)}).sources("lamp-lit") == ("gazette", "herald")


@pytest.mark.parametrize(
    ("citations", "count"),
    [
        ((_GAZETTE,), 1),
        ((_GAZETTE, _GAZETTE | {"locator": "p2"}), 1),
        ((_GAZETTE, _HERALD), 2),
        ((_GAZETTE, _GAZETTE | {"source": "evening-gazette"}), 1),
        ((_GAZETTE, _HERALD | {"role": "disputes"}), 1),
        ((_GAZETTE, _HERALD | {"role": "discusses"}), 1),
    ],
)
def test_sources_of_one_group_count_once(citations: tuple[dict[str, Any], ...], count: int) -> None:
    """Independent sources are groups that support a fact; those that dispute or discuss it do not count."""
    sources = _SOURCES | {"evening-gazette": make(Source)}
    queries = _of(sources=sources, events={"lamp-lit": _event(citations=citations)})
    assert support("lamp-lit", queries).total == count


def test_successors_are_the_other_end_of_predecessors() -> None:
    """An event knows those that follow it up."""
    queries = _of(events={"first": _event(), "second": _event(predecessor="first"), "third": _event()})
    assert queries.successors == {"first": ("second",)}


def test_a_statement_is_as_old_as_its_event() -> None:
    """A statement without a date of its own has that of its event, unless it says that nothing was found, or none."""
    queries = _of(
        events={"lamp-lit": _event(date="1901-05-01")},
        statements={
            "there": make(Statement, event="lamp-lit"),
            "later": make(Statement, event="lamp-lit", date="1901-06", basis={"kind": "stated"}),
            "undated": make(Statement),
            "nothing": make(Statement, event="lamp-lit", citations=[_GAZETTE | {"role": "searched", "quote": None}]),
        },
    )
    assert str(queries.date_of("there")) == "1 May 1901"
    assert str(queries.date_of("later")) == "June 1901"
    assert queries.date_of("undated") is None
    assert queries.date_of("nothing") is None


def test_a_number_has_the_date_of_its_period() -> None:
    """The date of a number is the time it holds for, that of a source its issue; a term has none."""
    issued = make(Source, issued="1901-05-02", basis={"kind": "stated"})
    queries = _of(
        sources={"gazette": make(Source), "herald": issued},
        series={"lamps": make(Series)},
        terms={"keeper": make(Term)},
    )
    assert queries.date_of("lamps-now") == dates.parse("1901")
    assert queries.date_of("herald") == dates.parse("1901-05-02")
    assert (queries.date_of("gazette"), queries.date_of("keeper")) == (None, None)


def _events() -> Dataset:
    return dataset(
        sources=_SOURCES,
        actors={"ann-reed": make(Actor)},
        statutes={"lights-act": make(Statute)},
        events={
            "a-late": _event(date="1902-01-01", actors=("ann-reed",)),
            "b-early": _event(date="1901-05-01", citations=(_HERALD,)),
            "c-month": _event(date="1901-05", statutes=("lights-act",)),
            "d-same": _event(date="1901-05-01", category="storm"),
            "e-since": _event(date="../1900-12-31", topics=("sea", "lamp")),
        },
    )


def test_events_of_one_day_follow_what_they_follow_up() -> None:
    """Of one day, an event stands after its predecessor, whatever their ids; a circle of them ends."""
    events = {"b-sinks": _event(), "a-rescue": _event(predecessor="b-sinks"), "c-inquiry": _event()}
    assert [name for name, _ in _of(events=events).events()] == ["b-sinks", "c-inquiry", "a-rescue"]
    circle = {"one": _event(predecessor="two"), "two": _event(predecessor="one")}
    assert {name for name, _ in _of(events=circle).events()} == {"one", "two"}


def test_events_come_in_order_of_time() -> None:
    """Events are ordered by date, of two that start together the longer first, and then by id."""
    found = [name for name, _ in Queries(_events()).events()]
    assert found == ["e-since", "c-month", "b-early", "d-same", "a-late"]


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ({"category": "storm"}, ["d-same"]),
        ({"topic": "sea"}, ["e-since"]),
        ({"actor": "ann-reed"}, ["a-late"]),
        ({"statute": "lights-act"}, ["c-month"]),
        ({"source": "herald"}, ["b-early"]),
        ({"source": "herald", "topic": "sea"}, []),
        ({"category": None, "source": "herald"}, ["b-early"]),
    ],
)
def test_events_match_every_filter(wanted: dict[str, str | None], found: list[str]) -> None:
    """Only events that match every filter are given; a filter that is None matches all."""
    assert [name for name, _ in Queries(_events()).events(**wanted)] == found


def test_sources_stand_in_the_order_of_their_issue() -> None:
    """A source of one of several days comes before one of a later year, and one without a date comes last."""
    issued = {"a": None, "b": "1902", "c": "[1901-06-01..1901-06-02]", "d": "1901-05-31"}
    sources = {
        name: make(Source, issued=date, basis=None if date is None else {"kind": "stated"})
        for name, date in issued.items()
    }
    assert queries_of(sources=sources).by_issue(sources) == ["d", "c", "b", "a"]
