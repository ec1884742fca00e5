"""What a second person must approve, and what a reviewer is told of facts that come, go, merge or stand elsewhere."""

from dataclasses import replace
from typing import Any

import pytest

from macros.model import (
    Actor,
    Chart,
    Comparison,
    Correction,
    Dataset,
    Event,
    Question,
    Series,
    Source,
    Statement,
    Statute,
    Term,
    Topic,
)
from macros.render.jinja import marked
from macros.review import State
from macros.review.compare import Difference
from macros.review.describe import describe
from macros.review.page import pictures, touched_charts
from macros.review.report import report
from tests.factories import dataset, make, with_text
from tests.reports import blocks_of, told_of

_DIFFER = "the sources differ on “Who lit the lamp?”"


def _why(base: Dataset, head: Dataset, name: str) -> tuple[str, ...]:
    return blocks_of(base, head)[name].approval


def _asked(question: dict[str, Any] | None = None, **verdict: str) -> Dataset:
    """Return a topic of one event; with a verdict, or other fields of the question, one question that it answers."""
    answers = ({"source": "gazette", "facts": ["lit"], **verdict},)
    asked = make(Question, answers=answers, **(question or {}))
    return dataset(events={"lit": make(Event)}, questions={"who": asked} if question is not None or verdict else {})


@pytest.mark.parametrize(
    ("verdict", "reasons"),
    [
        *((verdict, ("it gives a verdict", _DIFFER)) for verdict in ("differs", "contradicted", "broader", "narrower")),
        *((verdict, ("it gives a verdict",)) for verdict in ("supported", "opinion", "not confirmed")),
        (None, ()),
    ],
)
def test_a_fact_on_which_sources_differ(verdict: str | None, reasons: tuple[str, ...]) -> None:
    """It needs a second approval when it is new, changed or gone; a question that is new, if it gives a verdict."""
    given = {"verdict": verdict} if verdict else {}
    there, empty = _asked({}, **given), dataset()
    other = dataset(events={"lit": make(Event, place="Gull Island")}, questions=there.questions)
    assert _why(empty, there, "who") == reasons[:1]
    assert _why(empty, there, "lit") == reasons[1:]
    assert _why(there, other, "lit") == reasons[1:]
    assert _why(there, empty, "lit") == ("a fact is removed", *reasons[1:])
    assert _why(there, empty, "who") == ("a fact is removed",)


def test_answers_that_contradict_each_other() -> None:
    """They differ whatever the verdicts are; answers that are alike do not."""
    for relation, reasons in (("contradicts", (_DIFFER,)), ("same", ())):
        there = _asked({"relations": [relation]}, verdict="supported")
        assert _why(dataset(), there, "lit") == reasons


def test_a_judgement_that_differs() -> None:
    """A verdict, a finding and how answers relate are judgements, each told once; the reason for a finding is none."""
    base = _asked({}, verdict="supported")
    head = _asked({"finding": "The keeper did.", "relations": ["same"], "why": "It says so."}, verdict="opinion")
    assert set(_why(base, head, "who")) == {"a verdict differs", "a finding differs", "a relation differs"}
    assert _why(base, _asked({"why": "It says so."}, verdict="supported"), "who") == ()


_COUNTED = {
    "definition": "Lamps.",
    "measure": "lights",
    "unit": "lights",
    "comparability_group": "lights",
    "period_kind": "school year",
    "period_basis": "Said so.",
    "year_starts": 4,
}


@pytest.mark.parametrize(
    ("kind", "changes", "reasons"),
    [
        *(("series", {name: value}, ("a definition differs",)) for name, value in _COUNTED.items()),
        ("series", _COUNTED, ("a definition differs",)),
        ("series", {"title": "The lamps"}, ()),
        ("terms", {"definition": "Anyone."}, ("a definition differs",)),
        ("terms", {"label": "warden"}, ("a definition differs",)),
        ("terms", {"aliases": ["warden"]}, ()),
        ("statutes", {"elements": [{"text": "At night."}]}, ("a definition differs",)),
        ("statutes", {"heading": "Lamps"}, ()),
        ("actors", {"name": "Ann"}, ()),
    ],
)
def test_a_definition_that_differs(kind: str, changes: dict[str, Any], reasons: tuple[str, ...]) -> None:
    """What is counted or meant needs a second approval, once, however many fields of it differ; other words do not."""
    model: Any = {"series": Series, "terms": Term, "statutes": Statute, "actors": Actor}[kind]
    base, head = (dataset(**{kind: {"subject": make(model, **fields)}}) for fields in ({}, changes))
    assert _why(base, head, "subject") == reasons


def test_what_needs_approval_stands_first() -> None:
    """Facts that somebody must approve come before the others, though these changed and that is gone."""
    base = dataset(terms={"a": make(Term), "z": make(Term)})
    head = dataset(terms={"a": make(Term, aliases=["warden"])})
    assert [(one.id, one.state) for one in report(State(base), State(head)).blocks] == [
        ("z", "Removed"),
        ("a", "Changed"),
    ]


def test_a_name_that_leads_to_another_record() -> None:
    """It is a rename if that record is new; a record that was merged into one that was there is gone."""
    keeper, warden = make(Term), make(Term, label="warden")
    both, moved = {"keeper": keeper, "warden": warden}, {"keeper": "warden"}
    base = dataset(terms={"keeper": keeper})
    told = report(State(base), State(dataset(terms={"warden": warden}, moved=moved)))
    assert told.summary == "Facts: 1 changed, 1 renamed."
    assert told.renamed == (("warden", "keeper", "warden"),)
    told = report(State(dataset(terms=both)), State(dataset(terms={"warden": warden}, moved=moved)))
    assert [(one.id, one.state) for one in told.blocks] == [("keeper", "Removed")]
    assert told.renamed == ()


def _cited(*cited: tuple[str, str, str]) -> Dataset:
    """Return an event with citations, each of a source, a place and words."""
    citations = [{"source": one, "locator": place, "quote": {"exact": words}} for one, place, words in cited]
    sources = {"gazette": with_text(), "post": with_text(publisher="Evening Post")}
    return dataset(sources=sources, events={"lit": make(Event, citations=citations)})


def _evidence(base: Dataset, head: Dataset) -> list[tuple[str, str]]:
    """Return what a reader sees of each citation: what happened to it, and its place and words, with marks."""
    block = blocks_of(base, head)["lit"]
    return [(one.what, f"{marked(one.locator)} {marked(one.words)}") for one in (*block.quotes, *block.dropped)]


def test_a_citation_is_told_beside_the_one_that_it_replaces() -> None:
    """It has the same source, and the same place or words; of two in one place each replaces its own."""
    was = _cited(("gazette", "p1", "was lit"), ("gazette", "p1", "at night"))
    now = _cited(("gazette", "p1", "was out"), ("gazette", "p1", "by day"))
    assert _evidence(was, now) == [
        ("changed", "paragraph 1 “was ~~lit~~ **out**”"),
        ("changed", "paragraph 1 “~~at night~~ **by day**”"),
    ]
    was = _cited(("gazette", "p1", "was lit"), ("gazette", "p2", "at night"))
    now = _cited(("gazette", "p1", "was lit"), ("gazette", "p1", "at night"))
    assert _evidence(was, now) == [
        ("", "paragraph 1 “was lit”"),
        ("changed", "paragraph ~~2~~ **1** “at night”"),
    ]
    now = _cited(("gazette", "p1", "was lit"), ("post", "p2", "at night"))
    assert _evidence(was, now) == [
        ("", "paragraph 1 “was lit”"),
        ("new", "paragraph 2 “at night”"),
        ("no longer cited", "paragraph 2 “at night”"),
    ]


def _lamps(*numbers: tuple[str, int]) -> Dataset:
    observations = [{"id": f"lamps-{year}", "period": year, "value": value} for year, value in numbers]
    return dataset(series={"lamps": make(Series, observations=observations)})


def test_numbers_that_come_or_go_are_in_the_same_order() -> None:
    """Only those that both have, in another order, are told as that."""
    base = _lamps(("1901", 5), ("1902", 6), ("1903", 7))
    assert "lamps" not in blocks_of(base, _lamps(("1901", 5), ("1903", 7)))
    assert "lamps" not in blocks_of(_lamps(("1901", 5), ("1903", 7)), base)
    block = blocks_of(base, _lamps(("1902", 6), ("1901", 5), ("1903", 7)))["lamps"]
    assert [(one.label, one.note) for one in block.sentences] == [("Order", "its parts stand in another order")]
    assert not block.is_wording


def _law(*texts: str) -> Dataset:
    return dataset(statutes={"act": make(Statute, elements=[{"text": text} for text in texts])})


def test_items_of_a_long_list_are_told_one_by_one() -> None:
    """Up to fifty new items are compared with those that are gone; of more, each is told as new or gone."""
    base = _law("A person lights a lamp.")
    for count, labels in ((50, {"Elements, “A person lights a big lamp.”, text"}), (51, set())):
        head = _law("A person lights a big lamp.", *(f"{'x' * number}." for number in range(1, count)))
        assert {label for label, was, now, _ in told_of(base, head) if was and now} == labels


def test_of_two_items_one_is_told_beside_the_new_one() -> None:
    """What is new replaces one of those that are gone, the first; the other one is gone."""
    base, head = _law("A person lights a lamp.", "A person lights the lamp."), _law("A person lights big lamps.")
    assert [told[1:3] for told in told_of(base, head)] == [
        ("“A person lights a lamp.”", "“A person lights big lamps.”"),
        ("“A person lights the lamp.”", ""),
    ]


@pytest.mark.parametrize(
    ("kind", "record", "told"),
    [
        ("terms", make(Term), "Whoever keeps a lamp."),
        ("statutes", make(Statute), "Nobody may put out a lamp."),
        ("actors", make(Actor), "She kept the lamp."),
        ("series", make(Series), "Every lamp that burns."),
        ("comparisons", make(Comparison), ""),
        ("charts", make(Chart, mark="coverage", series=(), sources=["gazette"]), "One bar"),
        (
            "corrections",
            make(Correction, entity="gazette", was="Anne.", now="Ann."),
            "correction of 1 June 1901 to Gull Gazette: was Anne, now Ann",
        ),
        (
            "sources",
            make(Source),
            "“The lamp is lit”, news report of Gull Gazette. Quotes cannot be verified: It was read on paper.",
        ),
        (
            "sources",
            with_text(interest="party", issued="1901-05", basis={"kind": "stated"}),
            "“The lamp is lit”, news report of Gull Gazette, May 1901. Its publisher has a stake: party to the matter.",
        ),
        ("questions", make(Question), "Our finding: Nobody says. Answers: Gull Gazette: silent."),
        ("statements", make(Statement), "Gull Gazette: The lamp is old (no date)."),
        (
            "events",
            make(Event, status="planned", category=None, basis={"kind": "inferred", "how": "From the tide"}),
            "The keeper lit it (1 May 1901, inferred: From the tide; planned).",
        ),
        (
            "events",
            make(Event, actors=["ann"]),
            "The keeper lit it (1 May 1901, stated; category: Openings; happened; Ann Reed).",
        ),
    ],
)
def test_what_a_fact_says_in_a_sentence(kind: str, record: Any, told: str) -> None:
    """Each kind of record is told with what says most of it."""
    known: dict[str, Any] = {"actors": {"ann": make(Actor)}, "sources": {"gazette": make(Source)}}
    data = dataset(**known | {kind: known.get(kind, {}) | {"subject": record}})
    assert describe("subject", State(data)) == told
    assert describe("topic", State(data)) == ""


def test_a_correction_stands_with_the_fact_that_it_explains() -> None:
    """Each fact has its own corrections, and none of another."""
    base, head = (
        {"terms": {name: make(Term, definition=f"{name} {said}.") for name in ("one", "two")}} for said in ("is", "was")
    )
    made = {f"of-{name}": make(Correction, entity=name, was=name, now=f"not {name}") for name in ("one", "two")}
    blocks = blocks_of(dataset(**base), dataset(**head, corrections=made))
    assert blocks.keys() == {"one", "two"}
    for name in ("one", "two"):
        (told,) = blocks[name].corrections
        assert told.startswith(f"correction of 1 June 1901: was “{name}”, now “not {name}”. The gazette writes it so.")


_TOUCHED: dict[str, Any] = {
    "sources": {name: make(Source, publisher=name.title()) for name in ("gazette", "herald", "memo", "post")},
    "statutes": {name: make(Statute, citation=name.title()) for name in ("act", "bill")},
    "actors": {name: make(Actor, name=name.title()) for name in ("ann", "bob")},
    "series": {
        name: make(
            Series,
            statutes=["act"],
            observations=[{"id": f"{name}-{year}", "period": year, "value": 5} for year in years],
        )
        for name, years in (("lamps", ("1901", "1902")), ("oil", ("1903",)))
    },
    "charts": {
        "of-lamps": make(Chart),
        "of-oil": make(Chart, series=["oil"], marked=["lit"]),
        "of-law": make(Chart, mark="ladder", series=(), statutes=["act"]),
        "of-press": make(Chart, mark="coverage", series=(), sources=["gazette"]),
    },
}


def _pages(fact: str, **changes: Any) -> tuple[list[str], list[str]]:
    """Return the pages and the charts that a fact touches when it changes."""
    event, said = make(Event, statutes=["act"]), make(Statement, attributed_to={"actor": "ann"}, statutes=["act"])
    records: dict[str, Any] = {"events": {"lit": event}, "statements": {"said": said}, **_TOUCHED}
    records["questions"] = {"who": make(Question, answers=({"source": "gazette", "facts": ["lit", "lamps-1901"]},))}
    records["comparisons"] = {
        "both": make(
            Comparison,
            second="memo",
            rows=({"aspect": "To", **{side: {"text": "A.", "facts": ["lit"]} for side in ("first", "second")}},),
        )
    }
    section = {"heading": "One", "clauses": [{"statement": "said", "reported": ["lit"]}]}
    records["sources"] = _TOUCHED["sources"] | {"memo": make(Source, outline={"sections": [section]}, publisher="M")}
    records["topic"] = make(Topic, documents=({"source": "memo", "page": "memo.md"},))
    folder = next(name for name, found in records.items() if name != "topic" and fact in found)
    other = records[folder][fact].model_copy(update=changes)
    base, head = (
        State(dataset(**records | {folder: records[folder] | {fact: one}})) for one in (records[folder][fact], other)
    )
    (block,) = [one for one in report(base, head).blocks if one.id == fact]
    return list(block.pages), list(touched_charts(fact, Difference(base, head)))


def test_where_a_fact_is_shown() -> None:
    """Its own place, its sources and laws, whoever said it, questions, charts, comparisons and documents, each once."""
    assert _pages("lit", place="Gull Island") == (
        [
            *("index.html#lit", "sources/gazette.html", "statutes/act.html", "questions/who.html"),
            *("index.html#of-oil", "memo.html#both"),
        ],
        ["of-oil", "of-press"],
    )
    said = ["sources/gazette.html#said", "statutes/act.html", "index.html#ann", "memo.html"]
    assert _pages("said", text="The lamp is new.") == (said, ["of-press"])
    lamps = ["index.html#of-lamps", "numbers/lamps.html#lamps-1901"]
    assert _pages("lamps", title="All lamps") == (lamps, ["of-lamps"])
    assert _pages("act", heading="Lights") == (["statutes/act.html", "index.html#of-law"], ["of-law"])
    assert _pages("of-law", alt="A ladder") == (["index.html#of-law"], ["of-law"])
    assert _pages("bob", summary="He watched.") == (["index.html#bob"], [])


def test_a_number_touches_what_its_series_does() -> None:
    """The law whose use is counted, and the charts that draw the series; the other numbers are named."""
    known = {"charts": _TOUCHED["charts"], "statutes": _TOUCHED["statutes"], "sources": _TOUCHED["sources"]}
    base, head = (
        dataset(
            **known,
            series=_TOUCHED["series"]
            | {
                "lamps": make(
                    Series,
                    statutes=["act"],
                    observations=[
                        {"id": "lamps-1901", "period": "1901", "value": value},
                        {"id": "lamps-1902", "period": "1902", "value": 7},
                    ],
                )
            },
        )
        for value in (5, 6)
    )
    block = blocks_of(base, head)["lamps-1901"]
    assert block.pages == (
        "numbers/lamps.html#lamps-1901",
        "sources/gazette.html",
        "statutes/act.html",
        "index.html#of-lamps",
    )
    assert (block.charts, block.neighbours) == (("There are few lamps",), ("1902: 7 lamps",))


def test_a_chart_that_counts_the_facts_of_a_source() -> None:
    """A fact that is new or gone touches it, and so does one that another source bears out; the picture shows both."""
    chart = {"of-press": make(Chart, mark="coverage", series=(), sources=["gazette", "post"], sentence="Who says what")}
    base, head = _cited(("gazette", "p1", "was lit")), _cited(("post", "p1", "was lit"))
    (found,) = pictures(Difference(*(State(replace(one, charts=chart)) for one in (base, head))))
    assert (found.id, found.title, list(found.files)) == (
        "of-press",
        "Who says what",
        ["of-press-before.svg", "of-press-after.svg"],
    )
    bare = replace(base, charts=chart, events={})
    assert blocks_of(bare, replace(base, charts=chart))["lit"].charts == ("Who says what",)
    assert blocks_of(replace(base, charts=chart), replace(head, charts=chart))["lit"].charts == ()


def test_a_picture_that_is_new_or_gone() -> None:
    """There is only the one side of it."""
    bare, drawn = (
        State(dataset(series=_TOUCHED["series"], statutes=_TOUCHED["statutes"], charts=charts))
        for charts in ({}, {"of-lamps": make(Chart)})
    )
    (new,), (gone,) = pictures(Difference(bare, drawn)), pictures(Difference(drawn, bare))
    assert list(new.files) == ["of-lamps-after.svg"]
    assert list(gone.files) == ["of-lamps-before.svg"]
    assert new.after == gone.before
    assert new.after.startswith("<svg ")
    assert pictures(Difference(drawn, drawn)) == ()
