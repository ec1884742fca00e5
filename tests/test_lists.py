"""What a reader sees of many facts: the timeline, tables, people, terms, sources and questions."""

from typing import Any

import pytest

from macros.model import Actor, Claim, Correction, Event, Series, Source, Statement, Statute, Term
from macros.queries import Queries
from macros.views.claims import matrix
from macros.views.corrections import corrections
from macros.views.health import health
from macros.views.numbers import series_tables
from macros.views.people import people, person, terms
from macros.views.sources import source, sources
from macros.views.timeline import timeline
from tests.factories import dataset, make, with_text


def _of(**kinds: Any) -> Queries:
    return Queries(dataset(**kinds))


def test_series_stand_by_title_with_every_number() -> None:
    """The tables hold every number of every series, the series by title."""
    other = make(Series, title="bulbs", observations=({"id": "bulbs-now", "period": "1901", "value": 9},))
    tables = series_tables(_of(series={"lamps": make(Series, title="Lamps"), "zebra": other}))
    assert [(table.title, [row.id for row in table.rows]) for table in tables] == [
        ("bulbs", ["bulbs-now"]),
        ("Lamps", ["lamps-now"]),
    ]


def _timeline(**filters: str) -> list[tuple[str, list[str]]]:
    dates = {
        "open": "../1900-12-31",
        "spring": "1901-04/1901-06",
        "day": "1901-05-01",
        "year": "1902",
        "later": "1903-07",
    }
    queries = _of(events={name: make(Event, date=date) for name, date in dates.items()})
    view = timeline(queries, **filters)
    assert view.count == sum(len(year.entries) for year in view.years)
    return [(year.label, [entry.id for entry in year.entries]) for year in view.years]


def test_the_timeline_is_grouped_by_year() -> None:
    """Every event stands once, in order of time, under the year in which it starts or by which it ended."""
    assert _timeline() == [("1900", ["open"]), ("1901", ["spring", "day"]), ("1902", ["year"]), ("1903", ["later"])]


def test_the_timeline_can_be_cut_in_time() -> None:
    """Since and until keep whatever can belong to the time asked for."""
    assert _timeline(since="1901-06") == [("1901", ["spring"]), ("1902", ["year"]), ("1903", ["later"])]
    assert _timeline(until="1900") == [("1900", ["open"])]
    assert _timeline(since="1902-03", until="1902-04") == [("1902", ["year"])]


@pytest.mark.parametrize(
    ("date", "machine", "shown"),
    [("1901-05-01", "1901-05-01", "1 May 1901"), ("1901-05", "1901-05", "May 1901"), ("1901~", "1901", "about 1901")],
)
def test_a_date_for_machines_is_no_more_precise(date: str, machine: str, shown: str) -> None:
    """The machine-readable date of an event has the precision that its source gives."""
    (year,) = timeline(_of(events={"lamp-lit": make(Event, date=date)})).years
    (entry,) = year.entries
    assert (entry.machine_date, entry.date) == (machine, shown)


def test_an_event_knows_what_it_follows_and_what_follows() -> None:
    """An event links back to what it follows up, and on to what follows it up."""
    queries = _of(events={"one": make(Event, title="One"), "two": make(Event, title="Two", predecessor="one")})
    one, two = timeline(queries).years[0].entries
    assert (one.predecessor, [link.label for link in one.successors]) == (None, ["Two"])
    assert (two.predecessor.label if two.predecessor else "", two.successors) == ("One", ())


def test_people_stand_by_surname_and_organisations_by_name() -> None:
    """People come before organisations, ordered as in a telephone book."""
    actors = {
        "ann-reed": make(Actor),
        "zoe-able": make(Actor, name="Zoe Able"),
        "the-council": make(Actor, name="Council of the island", kind="organisation"),
    }
    shown = [(heading, [one.name for one in members]) for heading, members in people(_of(actors=actors))]
    assert shown == [("People", ["Zoe Able", "Ann Reed"]), ("Organisations", ["Council of the island"])]


def test_a_person_is_shown_with_roles_words_and_deeds() -> None:
    """A person has the role held at the time, own statements, and events; statements about the person are no own."""
    role = {"title": "Keeper", "organisation": "the-council", "period": "1900/.."}
    queries = _of(
        actors={"ann-reed": make(Actor, roles=(role,)), "the-council": make(Actor, name="Council")},
        statements={
            "hers": make(Statement, made_by={"actor": "ann-reed"}),
            "about-her": make(Statement, actors=("ann-reed",)),
        },
        events={"lamp-lit": make(Event, actors=("ann-reed",))},
    )
    view = person("ann-reed", queries)
    assert view.roles == ("Keeper, Council (since 1900)",)
    assert [said.id for said in view.says] == ["hers"]
    assert [event.href for event in view.events] == ["timeline.html#lamp-lit"]


def test_terms_stand_by_label_with_their_relations() -> None:
    """Terms are ordered without regard to capitals, and link to related terms and laws."""
    entries = {"b": make(Term, label="Beacon"), "a": make(Term, label="ash", related=("b", "lights-act"))}
    shown = terms(_of(terms=entries, statutes={"lights-act": make(Statute)}))
    assert [term.label for term in shown] == ["ash", "Beacon"]
    assert [link.href for link in shown[0].related] == ["terms.html#b", "statutes/lights-act.html"]


def test_a_source_lists_its_facts_in_reading_order() -> None:
    """Facts stand under the first passage they rest on: the headline, paragraphs by number, then other places."""
    places = {"ten": "p10", "two": "p2", "head": "headline", "page": "page 3", "both": "p9"}
    events = {
        name: make(Event, citations=({"source": "gazette", "locator": place, "quote": {"exact": "was lit"}},))
        for name, place in places.items()
    }
    twice = tuple({"source": "gazette", "locator": p, "quote": {"exact": "was lit"}} for p in ("p9", "p2"))
    events["both"] = make(Event, citations=twice)
    view = source("gazette", _of(events=events))
    assert [(place, [one.id for one in shown]) for place, shown in view.passages] == [
        ("headline", ["head"]),
        ("paragraph 2", ["two", "both"]),
        ("paragraph 10", ["ten"]),
        ("page 3", ["page"]),
    ]
    assert view.count == 5


def test_a_source_names_what_else_rests_on_it() -> None:
    """People, laws and terms that cite a source are linked from it, apart from its facts."""
    view = source("gazette", _of(actors={"ann-reed": make(Actor)}, events={"lamp-lit": make(Event)}))
    assert ([link.label for link in view.other], view.count) == (["Ann Reed"], 1)


def test_the_list_of_sources_starts_with_the_verified_texts() -> None:
    """Sources with a text come first; the others stand by kind."""
    queries = _of(sources={"act": make(Source, kind="statute"), "gazette": with_text()})
    groups = [(heading, [one.id for one in members]) for heading, members in sources(queries)]
    assert [members for _, members in groups] == [["gazette"], ["act"]]
    assert groups[1][0] == "Texts of laws"


def test_a_source_explains_what_was_left_out() -> None:
    """A paragraph that yields no fact is listed with its reason, and an unverifiable source says why."""
    uncited = ({"locator": "p2", "reason": "It repeats the first"},)
    view = source("gazette", _of(sources={"gazette": with_text(uncited=uncited)}))
    assert (view.uncited, view.verifiable) == ((("paragraph 2", "It repeats the first"),), "")
    assert source("gazette", _of()).verifiable == "It was read on paper"


def _claim(verdict: str | None, **changes: Any) -> Claim:
    answers = ({"source": "gazette", "facts": ("lamp-lit",), "verdict": verdict}, {"source": "herald", "silent": True})
    return make(Claim, answers=changes.pop("answers", answers), **changes)


def _claims(**claims: Claim) -> Queries:
    return _of(
        sources={"gazette": make(Source), "herald": make(Source, publisher="Herald", interest="party")},
        events={"lamp-lit": make(Event)},
        claims=claims,
    )


def test_a_question_has_a_cell_for_each_source() -> None:
    """Each answer shows its verdict, its facts and the stake of its source; a silent source says so."""
    (row,) = matrix(_claims(who=_claim("not confirmed"))).rows
    assert [(cell.state, [one.id for one in cell.facts], cell.interest) for cell in row.cells] == [
        ("not confirmed", ["lamp-lit"], ""),
        ("silent", [], "party to the matter"),
    ]


def test_every_verdict_has_a_shape_of_its_own() -> None:
    """A verdict is told by word and by shape, and no two have the same."""
    verdicts = ("supported", "differs", "contradicted", "not confirmed", "opinion", None)
    shapes = {matrix(_claims(who=_claim(verdict))).rows[0].cells[0].shape for verdict in verdicts}
    assert len(shapes) == len(verdicts)


def test_contradictions_come_first() -> None:
    """Questions are ordered by how far the sources are apart."""
    queries = _claims(
        agreed=_claim("supported", question="A?"),
        doubtful=_claim("not confirmed", question="B?"),
        wider=_claim("broader", question="C?"),
        against=_claim("supported", question="D?", relations=("contradicts",)),
    )
    assert [row.id for row in matrix(queries).rows] == ["against", "wider", "doubtful", "agreed"]


def test_corrections_stand_newest_first() -> None:
    """The last change of what was published is the first that a reader sees."""
    made = {name: make(Correction, date=date) for name, date in (("old", "1901-06-01"), ("new", "1902-01"))}
    shown = corrections(_of(events={"lamp-lit": make(Event)}, corrections=made))
    assert [(one.id, one.date, one.entity.href) for one in shown] == [
        ("new", "January 1902", "timeline.html#lamp-lit"),
        ("old", "1 June 1901", "timeline.html#lamp-lit"),
    ]


def _weak(queries: Queries) -> dict[str, list[str]]:
    return {finding.id: [link.label for link in finding.facts] for finding in health(queries).findings}


def test_health_lists_what_is_weakly_supported() -> None:
    """A fact of one source, of an advocate, with an inferred date, or that nobody reviewed, is listed as such."""
    advocate = make(Source, interest="advocacy", independence="herald")
    herald = {"source": "herald", "locator": "p. 1"}
    basis = {"known": "inferred", "how": "the stamp"}
    both = ({"source": "gazette", "locator": "p. 1"}, herald)
    queries = _of(
        sources={"gazette": make(Source, kind="statute"), "herald": advocate},
        events={
            "weak": make(Event, title="Weak", citations=(herald,), basis=basis),
            "firm": make(Event, title="Firm", citations=both, reviewed={"by": "B. Lee", "on": "1901-05-20"}),
        },
    )
    found = _weak(queries)
    for key in ("single-source", "advocacy-only", "inferred-date", "no-primary", "not-reviewed"):
        assert found[key] == ["Weak"]
    assert found["no-text"] == ["Weak", "Firm"]


def test_an_old_review_does_not_count() -> None:
    """A review of more than a year before the sources were last read is out of date."""
    event = make(Event, title="Old", reviewed={"by": "B. Lee", "on": "1900-05-20"})
    assert _weak(_of(events={"lamp-lit": event}))["not-reviewed"] == ["Old"]


def test_health_counts_the_facts() -> None:
    """Events, statements and numbers are what is counted."""
    queries = _of(events={"e": make(Event)}, statements={"s": make(Statement)}, series={"lamps": make(Series)})
    assert health(queries).total == 3
