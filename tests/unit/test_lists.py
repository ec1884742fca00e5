"""What a reader sees of many facts: the timeline, tables, people, terms and sources."""

from types import SimpleNamespace
from typing import Any

import pytest

from macros import language, phrase
from macros.model import Actor, Chart, Event, Question, Series, Source, Statement, Statute, Term, Topic
from macros.render.calls import Macros
from macros.render.tokens import unwrap
from macros.site.pages import pages
from macros.views import words
from macros.views.facts import fact
from macros.views.people import opinions, people, person, profile, terms
from macros.views.series import index, page, unlike, value
from macros.views.sources import source, sources
from macros.views.timeline import timeline
from tests.factories import make, queries_of, with_text


def _series(**changes: Any) -> Series:
    """Return a series with numbers of three years, the last of which is a gap."""
    numbers = (
        {"id": "bulbs-1901", "period": "1901", "value": 9},
        {"id": "bulbs-1902", "period": "1902", "value": 11, "qualifier": "more than"},
        {"id": "bulbs-1903", "period": "1903", "status": "gap", "note": "Nobody counted"},
    )
    return make(Series, **({"title": "Bulbs", "unit": "bulbs", "observations": numbers} | changes))


def test_a_series_stands_under_its_subject_with_its_last_number() -> None:
    """The line of a series shows its last number with its qualifier; a gap is neither shown nor counted."""
    ((anchor, label, entries),) = index(queries_of(series={"lamps": make(Series, title="Lamps"), "bulbs": _series()}))
    bulbs, lamps = entries
    assert (anchor, label) == ("numbers-lamp", "The lamp")
    assert (bulbs.value, bulbs.period, bulbs.extent) == ("more than 11 bulbs", "1902", "2 numbers, 1901 to 1902")
    assert bulbs.numbers == ("bulbs-1901", "bulbs-1902", "bulbs-1903")
    assert (lamps.title.href, lamps.extent) == ("numbers/lamps.html", "")


def test_numbers_of_one_time_stand_together() -> None:
    """Where several numbers are the last in time, the line shows each of them."""
    votes = ({"id": "for", "period": "1901", "value": 9}, {"id": "against", "period": "1901", "value": 7})
    assert value(_series(observations=votes)) == "9 bulbs; 7 bulbs"


def test_a_series_tells_its_number_of_the_time_of_a_document(monkeypatch: pytest.MonkeyPatch) -> None:
    """Beside the last number stands that of the month in which a document of the topic came out, with the document."""
    months = [{"id": f"m-{n}", "period": f"1903-0{n}", "value": n} for n in (3, 4, 5)]
    sources = {"gazette": make(Source), "recall": make(Source, issued="1903-04-11", basis={"kind": "stated"})}
    queries = queries_of(series={"bulbs": _series(observations=months)}, sources=sources)
    monkeypatch.setitem(vars(queries.dataset.topic), "documents", (SimpleNamespace(source="recall", page="recall.md"),))
    assert [
        (phrase.named(one, make(Series, unit="bulbs")), document.href)
        for one, document in page("bulbs", queries, {}).then
    ] == [("4 bulbs", "recall.html")]


def test_the_course_of_a_series_breaks_at_gaps() -> None:
    """A sparkline is drawn for four numbers or more, each of a time of its own, and is broken where one is missing."""

    def numbers(*values: int | None) -> list[dict[str, Any]]:
        gap = {"status": "gap", "note": "Nobody counted"}
        return [
            {"id": f"n-{year}", "period": str(year), **(gap if number is None else {"value": number})}
            for year, number in enumerate(values, 1901)
        ]

    def spark(*observations: dict[str, Any]) -> Any:
        return index(queries_of(series={"bulbs": _series(observations=observations)}))[0][2][0].spark

    drawn = spark(*numbers(4, 8, None, 6, 4))
    assert drawn.lines == ("0.0,24.0 25.0,0.0", "74.9,12.0 100.0,24.0")
    assert (drawn.first, drawn.end) == ("4 bulbs (1901)", ("100.0", "24.0"))
    assert spark(*numbers(4, 8, None, 6)) is None
    assert spark(*numbers(4, 8, 5), {"id": "other", "period": "1903", "value": 1}) is None


def test_a_series_names_what_uses_it() -> None:
    """The page of a series leads to questions, charts and facts with its numbers, to pages, and to what is alike."""
    answers = ({"source": "gazette", "facts": ("bulbs-1901",)},)
    queries = queries_of(
        series={"bulbs": _series(), "lamps": make(Series, title="Lamps")},
        questions={"how-many": make(Question, answers=answers)},
        charts={"few": make(Chart, series=("bulbs",))},
        statements={"said": make(Statement, numbers=("bulbs-1902",))},
    )
    view = page("bulbs", queries, {"bulbs-1902": (words.SiteLink("Home", "index.html"),)})
    assert [(heading, [link.href for link in links]) for heading, links in view.uses] == [
        ("Questions", [queries.href("how-many")]),
        ("Charts", [queries.href("few")]),
        ("Facts", [queries.href("said")]),
        ("Pages", ["index.html"]),
    ]
    assert [link.label for link in view.comparable] == ["Lamps"]
    assert view.chart is not None
    assert view.chart.id == "few"


def test_most_of_many_numbers_are_folded() -> None:
    """Of a long series the last numbers stand open, and all others are one fold above them; a short one is whole."""

    def lengths(count: int) -> list[int]:
        numbers = [{"id": f"bulbs-{year}", "period": str(year), "value": 1} for year in range(1800, 1800 + count)]
        view = page("bulbs", queries_of(series={"bulbs": _series(observations=numbers)}), {})
        assert [str(row.id) for part in view.table.parts for (row,) in part] == [one["id"] for one in numbers]
        return [len(part) for part in view.table.parts]

    assert lengths(36) == [36]
    assert lengths(177) == [153, 24]


def test_gaps_that_follow_each_other_are_one_row() -> None:
    """Those for the same reason stand together; a gap with another reason, and each number, stands alone."""
    notes = {1801: "Not gathered.", 1802: "Not gathered.", 1803: "Nobody counted.", 1805: "Nobody counted."}
    numbers = [
        {"id": f"bulbs-{year}", "period": str(year)}
        | ({"status": "gap", "note": notes[year]} if year in notes else {"value": 1})
        for year in range(1800, 1807)
    ]
    view = page("bulbs", queries_of(series={"bulbs": _series(observations=numbers)}), {})
    assert [len(run) for part in view.table.parts for run in part] == [1, 2, 1, 1, 1, 1]
    assert view.table.is_supported_alike


def test_what_cannot_be_compared_is_said_once() -> None:
    """Series of one unit but of other definitions, in a chart that says why, stand together once, with numbers."""
    one = _series()
    numbers = ({"id": "other-now", "period": "1901", "value": 1, "compared_with": ("bulbs-1901",)},)
    other = _series(comparability_group="other", observations=numbers)
    series = {"bulbs": one, "other": other}
    queries = queries_of(series=series, charts={"few": make(Chart, series=("bulbs", "other"), mixed="One is a guess.")})
    ((shown, _, why),) = unlike(queries)
    assert [
        (queries.href(one.id), phrase.named(one, make(Series, unit="bulbs")), str(one.period)) for one in shown
    ] == [
        ("numbers/bulbs.html#bulbs-1901", "9 bulbs", "1901"),
        ("numbers/other.html#other-now", "1 bulbs", "1901"),
    ]
    assert why == "One is a guess."
    ((_, place, _),) = unlike(queries_of(series=series))
    assert place.label == "1 bulbs"
    series["other"] = _series(comparability_group="other", observations=numbers, unit="percent")
    assert list(unlike(queries_of(series=series))) == []


def _timeline(**filters: str) -> list[tuple[str, list[str]]]:
    dates = {
        "open": "../1900-12-31",
        "spring": "1901-04/1901-06",
        "day": "1901-05-01",
        "year": "1902",
        "later": "1903-07",
    }
    queries = queries_of(events={name: make(Event, date=date) for name, date in dates.items()})
    view = timeline(queries, **filters)
    assert view.count == sum(len(chapter.entries) for chapter in view.chapters)
    return [(chapter.label, [entry.id for entry in chapter.entries]) for chapter in view.chapters]


def test_years_with_few_events_stand_together() -> None:
    """Every event stands once, in order of time; consecutive years share a chapter until it has ten events."""
    assert _timeline() == [("1900–1903", ["open", "spring", "day", "year", "later"])]
    years = ["1900"] * 4 + ["1905"] * 6 + ["1906"] * 1 + ["1907"] * 11 + ["1908"]
    events = {f"event-{n:02}": make(Event, date=year, key=year == "1907") for n, year in enumerate(years)}
    chapters = timeline(queries_of(events=events)).chapters
    assert [(one.label, one.first, len(one.entries), one.key_count) for one in chapters] == [
        ("1900–1905", 1900, 10, 0),
        ("1906", 1906, 1, 0),
        ("1907", 1907, 11, 11),
        ("1908", 1908, 1, 0),
    ]


def test_a_long_timeline_has_no_more_chapters_than_a_reader_can_choose_from() -> None:
    """Chapters grow with the number of events."""
    events = {f"event-{n}": make(Event, date=f"{1000 + n}") for n in range(1000)}
    assert 10 <= len(timeline(queries_of(events=events)).chapters) <= 14


def test_the_timeline_can_be_cut_in_time() -> None:
    """Since and until keep whatever can belong to the time asked for."""
    assert _timeline(since="1901-06") == [("1901–1903", ["spring", "year", "later"])]
    assert _timeline(until="1900") == [("1900", ["open"])]
    assert _timeline(since="1902-03", until="1902-04") == [("1902", ["year"])]


def test_the_timeline_says_what_it_can_be_filtered_by() -> None:
    """Each filter offers what the events have, the most frequent first, and how often; one choice is none."""
    events = {name: make(Event, actors=("ann-reed",)) for name in ("one", "two")}
    actors = {"ann-reed": make(Actor), "zoe": make(Actor, name="Zoe")}
    view = timeline(queries_of(events=events | {"three": make(Event, actors=("zoe",))}, actors=actors))
    offered = {name: options for name, _, options in view.facets}
    assert offered["actor"] == (("ann-reed", "Ann Reed", 2), ("zoe", "Zoe", 1))
    assert offered["source"] == (("gazette", "Gull Gazette", 3),)
    assert offered["statute"] == ()
    assert view.chips == ()


def test_categories_and_lanes_are_offered_in_the_order_of_the_topic() -> None:
    """Chips name the categories and lanes that have events."""
    choices = [{"id": name, "label": name.capitalize()} for name in ("storm", "opening", "repair")]
    lanes = [{"id": name, "label": name.capitalize()} for name in ("sea", "land")]
    events = {
        "one": make(Event, category="repair", lane="land"),
        "two": make(Event, category="repair", lane="sea"),
        "three": make(Event, category="storm", lane="land"),
    }
    view = timeline(queries_of(events=events, topic=make(Topic, categories=choices, lanes=lanes)))
    assert [(name, options) for name, _, options in view.chips] == [
        ("category", (("storm", "Storm", 1), ("repair", "Repair", 2))),
        ("lane", (("sea", "Sea", 1), ("land", "Land", 2))),
    ]


def test_a_filter_offers_no_more_than_can_be_read() -> None:
    """Of many people the twelve who take part most often are offered."""
    actors = {f"keeper-{letter}": make(Actor, name=f"Keeper {letter}") for letter in "abcdefghijklmn"}
    events = {f"event-{n}": make(Event, actors=tuple(actors)[n % 7 :]) for n in range(20)}
    facets = timeline(queries_of(events=events, actors=actors)).facets
    offered = [value for name, _, options in facets if name == "actor" for value, *_ in options]
    assert len(offered) == 12
    assert not {"keeper-a", "keeper-b"} & {*offered}


def test_only_many_events_make_a_timeline_long() -> None:
    """A timeline is long when it has more events than a slow phone lays out at once."""
    events = {f"event-{number}": make(Event) for number in range(101)}
    assert timeline(queries_of(events=events)).is_long
    del events["event-0"]
    assert not timeline(queries_of(events=events)).is_long


@pytest.mark.parametrize(
    ("date", "machine", "shown"),
    [
        ("1901-05-01", "1901-05-01", "1 May 1901"),
        ("1901-05", "1901-05", "May 1901"),
        ("1901~", "1901", "about 1901"),
        ("1901-21", "", "spring 1901"),
        ("186X", "", "1860s"),
        ("0000", "", "1 BCE"),
    ],
)
def test_a_date_for_machines_is_no_more_precise(date: str, machine: str, shown: str) -> None:
    """The machine-readable date of an event is as exact as its source; HTML has none for a season, a decade or BCE."""
    (chapter,) = timeline(queries_of(events={"lamp-lit": make(Event, date=date)})).chapters
    (entry,) = chapter.entries
    assert (entry.machine_date, str(entry.record.date)) == (machine, shown)


def test_an_event_knows_what_it_follows_and_what_follows() -> None:
    """An event links back to what it follows up, and on to what follows it up."""
    queries = queries_of(events={"one": make(Event, title="One"), "two": make(Event, title="Two", predecessor="one")})
    one, two = unwrap(Macros(queries, lambda: "index.html").timeline()).split('<li class="x-event"')[1:]
    assert 'Followed up by: <a href="index.html#two">Two</a>' in one
    assert "Follows up:" not in one
    assert 'Follows up: <a href="index.html#one">One</a>' in two
    assert "Followed up by:" not in two


def test_people_stand_by_weight_before_organisations() -> None:
    """Those named in most facts come first, then by name; people come before organisations."""
    actors = {
        "ann-reed": make(Actor),
        "zoe-able": make(Actor, name="Zoe Able"),
        "the-council": make(Actor, name="Council of the island", kind="organisation"),
    }
    events = {"lit": make(Event, actors=("zoe-able",)), "out": make(Event, actors=("zoe-able", "the-council"))}
    queries = queries_of(actors=actors, events=events)
    shown = [(heading, [(one.record.name, one.weight) for one in members]) for heading, members in people(queries)]
    assert shown == [
        ("People", [("Zoe Able", 2), ("Ann Reed", 0)]),
        ("Organizations", [("Council of the island", 1)]),
    ]


def test_the_lane_of_whoever_is_in_most_facts_comes_first() -> None:
    """The principal person opens the page, whatever the order of lanes; those without a lane close it."""
    lanes = [{"id": name, "label": name.capitalize()} for name in ("land", "sea")]
    actors = {"ann-reed": make(Actor, lane="land"), "zoe-able": make(Actor, lane="sea"), "the-council": make(Actor)}
    events = {"lit": make(Event, actors=("zoe-able", "the-council")), "out": make(Event, actors=("the-council",))}
    shown = people(queries_of(actors=actors, events=events, topic=make(Topic, lanes=lanes)))
    assert [heading for heading, _ in shown] == ["Sea", "Land", "Others"]


def test_opinion_and_advocacy_stand_by_speaker() -> None:
    """Opinions and criticism are listed with what only groups with a cause support; what others support too is not."""
    cause = make(Source, interest="advocacy", independence_group="friends", publisher="Friends of lamps")
    friends = {"source": "friends", "locator": "p. 1"}
    statements = {
        "view": make(Statement, kind="opinion", attributed_to={"described": "a keeper"}),
        "plea": make(Statement, kind="explanation", attributed_to={"source": "friends"}, citations=(friends,)),
        "both": make(Statement, citations=(friends, {"source": "gazette", "locator": "p. 1"})),
    }
    found = opinions(queries_of(sources={"gazette": make(Source), "friends": cause}, statements=statements))
    assert [(who.label, is_advocate, [one.id for one in says]) for who, is_advocate, says in found] == [
        ("A keeper", False, ["view"]),
        ("Friends of lamps", True, ["plea"]),
    ]


def test_a_person_is_shown_with_roles_words_and_deeds() -> None:
    """A person has the role held at the time, own statements, and events; statements about the person are no own."""
    role = {"title": "Keeper", "organisation": "the-council", "period": "1900/.."}
    queries = queries_of(
        actors={"ann-reed": make(Actor, roles=(role,)), "the-council": make(Actor, name="Council")},
        statements={
            "hers": make(Statement, attributed_to={"actor": "ann-reed"}),
            "about-her": make(Statement, actors=("ann-reed",)),
        },
        events={"lamp-lit": make(Event, actors=("ann-reed",))},
    )
    view = person("ann-reed", queries)
    assert view.roles == ("Keeper, Council (since 1900)",)
    assert [said.id for said in view.says] == ["hers"]
    assert [event.href for event in view.events] == ["index.html#lamp-lit"]


def test_who_says_much_has_a_page_of_occasions() -> None:
    """More than ten statements make a page: each occasion in order of time, what tells most first; others last."""
    voice = {"attributed_to": {"actor": "ann-reed"}}
    papers = {"gazette": make(Source), "herald": make(Source)}
    herald = {"citations": ({"source": "herald", "locator": "p. 1"},)}
    statements = {f"said-{n}": make(Statement, event="lit", **voice, **(herald if n else {})) for n in range(9)}
    statements |= {"early": make(Statement, event="built", **voice)}
    actors = {"ann-reed": make(Actor)}
    events = {
        "lit": make(Event, date="1901-05-01", title="Lit"),
        "built": make(Event, date="1899", title="Built"),
        "left": make(Event, date="1903", title="Left", actors=("ann-reed",)),
    }
    queries = queries_of(actors=actors, sources=papers, events=events, statements=statements)
    assert queries.href("ann-reed") == "index.html#ann-reed"
    assert person("ann-reed", queries).page == ""
    queries = queries_of(
        actors=actors, sources=papers, events=events, statements=statements | {"late": make(Statement, **voice)}
    )
    assert queries.href("ann-reed") == person("ann-reed", queries).page == "people/ann-reed.html"
    view = profile("ann-reed", queries)
    assert [(one.date, one.event.label if one.event else "", one.count) for one in view.occasions] == [
        ("1899", "Built", 1),
        ("1 May 1901", "Lit", 9),
        ("", "", 1),
    ]
    assert [(source.href, len(says), is_open) for source, says, is_open in view.occasions[1].statements_by_source] == [
        ("sources/herald.html", 8, False),
        ("sources/gazette.html", 1, True),
    ]
    assert (view.sources, [(date, link.label) for date, link in view.others]) == (2, [("1903", "Left")])


def test_terms_stand_by_label_with_their_relations() -> None:
    """Terms are ordered without regard to capitals, each under its letter, and link to related terms and laws."""
    entries = {"b": make(Term, label="Beacon"), "a": make(Term, label="ash", related=("b", "lights-act"))}
    queries = queries_of(terms=entries, statutes={"lights-act": make(Statute)})
    shown = terms(queries)
    assert [(letter, [term.label for _, term in own]) for letter, own in shown] == [
        ("A", ["ash"]),
        ("B", ["Beacon"]),
    ]
    html = unwrap(Macros(queries, lambda: "index.html").terms())
    assert 'See: <a href="index.html#b">Beacon</a>, <a href="statutes/lights-act.html">' in html


@pytest.mark.parametrize(
    ("code", "labels", "letters"),
    [
        ("de", ["Abgabe", "Äpfel", "Apfelsaft", "Zoll"], "AZ"),
        ("fr", ["école", "édit", "loi"], "EL"),
        ("es", ["ahora", "año", "nube", "ñandú"], "ANÑ"),
        ("fi", ["asia", "ohra", "äiti"], "AOÄ"),
        ("sv", ["zon", "år", "ärt", "ö"], "ZÅÄÖ"),
    ],
)
def test_terms_stand_in_the_order_of_their_language(code: str, labels: list[str], letters: str) -> None:
    """An accent is no letter of its own where the language has none: Äpfel stand between Abgabe and Zoll."""
    language.use(code)
    try:
        shown = terms(
            queries_of(terms={f"term-{n}": make(Term, label=label) for n, label in enumerate(reversed(labels))})
        )
    finally:
        language.use(language.SOURCE)
    assert [term.label for _, own in shown for _, term in own] == labels
    assert "".join(letter for letter, _ in shown) == letters


def test_a_source_lists_its_facts_in_reading_order() -> None:
    """Facts stand under the first passage they rest on: the headline, paragraphs by number, then other places."""
    places = {"ten": "p10", "two": "p2", "head": "headline", "page": "page 3", "both": "p9"}
    events = {
        name: make(Event, citations=({"source": "gazette", "locator": place, "quote": {"exact": "was lit"}},))
        for name, place in places.items()
    }
    twice = tuple({"source": "gazette", "locator": p, "quote": {"exact": "was lit"}} for p in ("p9", "p2"))
    events["both"] = make(Event, citations=twice)
    view = source("gazette", queries_of(events=events))
    assert [(place, [one.id for one in shown]) for place, shown, _ in view.passages] == [
        ("headline", ["head"]),
        ("paragraph 2", ["two", "both"]),
        ("paragraph 10", ["ten"]),
        ("page 3", ["page"]),
    ]
    assert view.count == 5
    assert all(is_open for *_, is_open in view.passages)


def test_a_source_with_many_facts_opens_the_first_passage_alone() -> None:
    """Of more facts than two screens hold, those of the first passage stand open."""
    events = {f"e-{n}": make(Event, citations=({"source": "gazette", "locator": f"p{n}"},)) for n in range(1, 22)}
    assert [is_open for *_, is_open in source("gazette", queries_of(events=events)).passages] == [True, *[False] * 20]


def test_a_folded_list_shows_the_beginning_of_its_first_fact() -> None:
    """The title of an event, or a long text cut at a word, stands for what is folded."""
    queries = queries_of(
        events={"lit": make(Event, title="Lit")}, statements={"said": make(Statement, text="word " * 18 + "and more.")}
    )
    assert fact("lit", queries).beginning == "Lit"
    assert fact("said", queries).beginning == ("word " * 17).strip() + "…"


def test_a_source_names_what_else_rests_on_it() -> None:
    """People, laws and terms that cite a source are linked from it, apart from its facts, with what they quote."""
    view = source("gazette", queries_of(actors={"ann-reed": make(Actor)}, events={"lamp-lit": make(Event)}))
    assert [(link.label, len(quoted)) for link, quoted in view.other] == [("Ann Reed", 1)]
    assert view.count == 1


def test_a_source_lists_what_it_alone_reports() -> None:
    """Facts that rest on one source and no other are told apart."""
    both = tuple({"source": name, "locator": "p. 1"} for name in ("gazette", "herald"))
    queries = queries_of(
        sources={"gazette": make(Source), "herald": make(Source)},
        events={"shared": make(Event, citations=both), "own": make(Event, title="Its own")},
    )
    assert [link.label for link in source("gazette", queries).alone] == ["Its own"]
    assert source("herald", queries).alone == ()


def test_an_answer_to_a_question_that_others_answer_is_not_reported_alone() -> None:
    """A fact of one source is not its alone where another source answers the same question with a fact of its own."""
    events = {name: make(Event, citations=({"source": name, "locator": "p. 1"},)) for name in ("gazette", "herald")}
    facts = {f"of-{name}": event for name, event in events.items()}
    answers = [{"source": name, "facts": (f"of-{name}",)} for name in events]
    sources = {"gazette": make(Source), "herald": make(Source)}
    queries = queries_of(sources=sources, events=facts, questions={"who": make(Question, answers=answers)})
    assert source("gazette", queries).alone == ()
    alone = {"who": make(Question, answers=(answers[0], {"source": "herald", "silent": True}))}
    queries = queries_of(sources=sources, events=facts, questions=alone)
    assert len(source("gazette", queries).alone) == 1


def test_the_list_of_sources_starts_with_those_that_are_compared() -> None:
    """Sources that questions ask come first; the others stand by kind."""
    asked = make(Question, answers=({"source": "gazette", "silent": True},))
    known = {"act": make(Source, kind="statute"), "gazette": with_text()}
    groups = sources(queries_of(sources=known, questions={"q": asked}))
    assert [[name for name, _ in members] for _, members in groups] == [["gazette"], ["act"]]
    assert groups[1][0] == "Texts of laws"


def test_a_source_explains_what_was_left_out() -> None:
    """A paragraph that yields no fact is listed with its reason, and an unverifiable source says why."""
    uncited = ({"locator": "p2", "reason": "It repeats the first"},)
    queries = queries_of(sources={"gazette": with_text(uncited=uncited)})
    shown, untold = (str(one.body) for data in (queries, queries_of()) for one in pages(data) if "sources/" in one.path)
    assert "<li>Paragraph 2: It repeats the first</li>" in shown
    assert "Not verified against a text" not in shown
    assert "Not verified against a text: It was read on paper" in untold
