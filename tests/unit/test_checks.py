"""Each rule finds what breaks it, says so exactly, and is silent otherwise."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

import pytest

from macros import checks
from macros.checks.finding import Finding, Rule
from macros.load import load
from macros.model import (
    FOLDERS,
    Actor,
    Chart,
    Citation,
    Correction,
    Dataset,
    Event,
    Observation,
    Question,
    Series,
    Source,
    Statement,
    Statute,
    Term,
    Topic,
)
from macros.model.dates import Day
from macros.model.kinds import LAW_KINDS, SOURCE_KINDS
from tests.factories import GOOD_TOPIC, dataset, make, with_text


@dataclass(frozen=True)
class Case:
    """Data that breaks a rule, all that the rule finds in it, and the data with the mistake mended."""

    rule: Rule
    bad: Dataset
    finds: str
    remedy: str
    good: Dataset


def _number(number_id: str, value: int | str, period: str = "1901", **more: object) -> dict[str, object]:
    return {"id": number_id, "period": period, "value": value, **more}


def _series(*observations: Mapping[str, object], **changes: object) -> Dataset:
    return dataset(series={"lamps": make(Series, observations=observations, **changes)})


def _in_spanish(told: Dataset) -> Dataset:
    return replace(told, sources={"gazette": make(Source, language="es")})


def _in_austria(told: Dataset) -> Dataset:
    return replace(told, sources={"gazette": make(Source, language="de-AT")})


def _derived(value: str, operation: str, *of: dict[str, object]) -> Dataset:
    formula = {"operation": operation, "of": [number["id"] for number in of]}
    return _series(*of, _number("derived", value, formula=formula))


_GAZETTE_SILENT, _HERALD_SILENT = {"source": "gazette", "silent": True}, {"source": "herald", "before": True}


def _cited(words: str) -> dict[str, object]:
    return {"source": "gazette", "locator": "p1", "quote": {"exact": words}}


def _running_on(period: str) -> Dataset:
    """A number of a year that starts in April, of which the quoted words name 2018-19."""
    number = _number("many", 500, period, citations=[_cited("500 lamps in 2018-19")])
    return _series(number, period_kind="fiscal year", year_starts=4)


def _said(text: str, words: str) -> Dataset:
    return dataset(statements={"said": make(Statement, text=text, citations=[_cited(words)])})


def _penalty(term: str, words: str) -> Dataset:
    provision = {"id": "first", "label": "First", "max_prison": term, "min_prison": "none", "grade": "petty"}
    return dataset(statutes={"act": make(Statute, provisions=[provision | {"citations": [_cited(words)]}])})


def _act(citations: list[dict[str, object]], penalty: dict[str, object]) -> Dataset:
    provision = {"id": "first", "label": "First", "max_prison": "6 months", **penalty}
    return dataset(statutes={"act": make(Statute, citations=citations, provisions=[provision])})


def _fined(amount: int, words: str) -> Dataset:
    fine = {"amount": amount, "currency": "EUR"}
    provision = {"id": "first", "label": "First", "fine": fine, "citations": [_cited(words)]}
    law = make(Statute, provisions=[provision])
    return dataset(statutes={"act": law}, sources={"gazette": make(Source, language="es")})


_WITH_BY_LAWS = make(Topic, law_kinds=[{"name": "by-law", "heading": "By-laws"}])
_SEARCHED = {"source": "order", "locator": "p. 2", "role": "searched"}


def _copied(*citations: Mapping[str, object]) -> Dataset:
    """An event that rests on an order, which was read in copies."""
    order = make(Source, kind="government document", access="reproduced")
    return dataset(sources={"order": order}, events={"lit": make(Event, citations=citations)})


_QUOTED = [{"source": "gazette", "locator": "p1", "quote": {"exact": "more than 500,000"}}]


def _translated(translation: str, language: str = "es") -> Dataset:
    quote = {"exact": "se encendieron 3 faros", "translation": translation}
    lit = make(Event, citations=[{"source": "gazette", "locator": "p1", "quote": quote}])
    return dataset(sources={"gazette": make(Source, language=language)}, events={"lit": lit})


def _question(*answers: Mapping[str, object], **changes: object) -> Dataset:
    both = {"gazette": make(Source), "herald": make(Source, title="Herald")}
    events = {"lamp-lit": make(Event)}
    return dataset(sources=both, events=events, questions={"who": make(Question, answers=answers, **changes)})


def _asked(*facts: str) -> Question:
    """Return a question that sources answer by facts, and whose answers contradict each other."""
    answers = tuple({"source": f"paper-{index}", "facts": (fact,)} for index, fact in enumerate(facts))
    return make(Question, answers=answers, relations=("contradicts",), primary=())


def _answered(second: int, period: str = "1901", measure: str = "lamps", **changes: object) -> Dataset:
    """A question to which two sources give a number each, the second for a time and a measure of its own."""
    few, lamps = _number("few", second, period), _cited("lamps") | {"source": "herald"}
    series = {
        "lamps": make(Series, observations=[_number("many", 17)], citations=[_cited("17 lamps")]),
        "lights": make(Series, measure=measure, observations=[few], citations=[lamps]),
    }
    answers = ({"source": "gazette", "facts": ["many"]}, {"source": "herald", "facts": ["few"]})
    return replace(_question(*answers, **changes), series=series)


def _marked(mark: str = "lines", **changes: object) -> Dataset:
    other = make(Series, observations=(_number("candles-now", 5),), **changes)
    chart = make(Chart, series=["lamps"], mark=mark, marked=["candles-now"])
    return dataset(series={"lamps": make(Series), "candles": other}, charts={"marks": chart})


_GAP = {"id": "gap", "period": "1901", "status": "gap", "note": "Lost."}


def _ladder(*provisions: dict[str, object]) -> Dataset:
    chart = make(Chart, mark="ladder", series=None, statutes=["act"])
    return dataset(statutes={"act": make(Statute, provisions=provisions)}, charts={"few": chart})


def _order(kind: str, access: str = "read") -> Dataset:
    order = make(Statement, kind="directive", force="shall", access=access)
    return dataset(sources={"gazette": make(Source, kind=kind)}, statements={"order": order})


def _events(**dates: str) -> Dataset:
    first = make(Event, date=dates["first"])
    return dataset(events={"first": first, "second": make(Event, date=dates["second"], predecessor="first")})


_GAZETTE: dict[str, object] = {"source": "gazette", "facts": ["lamp-lit"]}
_UNREAD = ({"source": "gazette", "text": "It says so", "access": "summarised"},)
_TEXT = with_text(uncited=({"locator": "p2", "reason": "It repeats p1"},))
_SMALL, _LARGE = _number("small", 1), _number("large", 3)
_AT_LEAST_500 = _series(_number("many", 500, qualifier="at least"))


def _counted(value: int, words: str, **changes: object) -> Dataset:
    return _series(_number("many", value), citations=[_cited(words)], **changes)


def _other_figure(bad: Dataset, good: Dataset) -> Case:
    """A number that is none of the figures in the words quoted for its series."""
    (cited,) = bad.series["lamps"].citations
    assert cited.quote
    return Case(
        checks.quoted.quoted_figures_hold_the_number,
        bad,
        f"lamps: observations.0.value: the quoted words “{cited.quote.exact}” hold figures, and this is none of them "
        "[quoted-figure]",
        "fix the number, or quote the words it stands in",
        good,
    )


def _lit(date: str, *words: str) -> Dataset:
    return dataset(events={"lit": make(Event, date=date, citations=[_cited(one) for one in words])})


def _other_date(told: str, bad: Dataset, good: Dataset) -> Case:
    """An event of another date than the words quoted for it."""
    return Case(
        checks.quoteddates.quoted_dates_hold_the_date,
        bad,
        f"lit: date: the quoted words give {told} [quoted-date]",
        "fix the date, or quote the words it stands in",
        good,
    )


CASES: Mapping[str, Case] = {
    "an id under which the site has a file of its own": Case(
        checks.records.ids_are_not_reserved,
        dataset(terms={"sources": make(Term)}),
        'sources: : "sources" is kept for citations of the site itself [id-taken]',
        "choose an id other than all, sources and page-…",
        dataset(terms={"lamp": make(Term)}, topic=make(Topic, categories=({"id": "all", "label": "All"},))),
    ),
    "our translation of words that need none": Case(
        checks.sources.quotes_are_translated_where_needed,
        _translated("3 lamps were lit", language="en"),
        'lit: citations.0.quote.translation: "gazette" is in the language of the topic,'
        " so its words need no translation [quote-translation]",
        "delete 'translation'",
        _translated("3 lamps were lit"),
    ),
    "our translation with another figure": Case(
        checks.sources.quotes_are_translated_where_needed,
        _translated("4 lamps were lit"),
        "lit: citations.0.quote.translation: it lacks 3; it has 4, which the original has not [translation-figures]",
        "write the figures of the original, in digits",
        _translated("3 lamps were lit"),
    ),
    "two numbers of one thing, and not how they relate": Case(
        checks.questions.differing_answers_say_how,
        _answered(16),
        'who: answers: "gazette" and "herald" give different numbers of the same thing [relations]',
        "say in 'relations' how they relate: contradicts, rounding, narrower, other definition",
        _answered(16, relations=["contradicts"]),
    ),
    "one fact that sources give, and that is said to contradict itself": Case(
        checks.questions.one_fact_contradicts_nothing,
        dataset(questions={"who": _asked("lamp-lit", "lamp-lit")}),
        'who: relations.0: the answers are one fact, "lamp-lit", which cannot contradict itself [relations]',
        "give each source the fact that it tells; or, if they say the same, delete 'contradicts'",
        dataset(questions={"who": _asked("lamp-lit", "lamp-out")}),
    ),
    "the number of a day, and another of the year that holds it": Case(
        checks.questions.differing_answers_say_how,
        _answered(16, period="1901-05-01"),
        'who: answers: "gazette" and "herald" give different numbers of the same thing [relations]',
        "say in 'relations' how they relate: contradicts, rounding, narrower, other definition",
        _answered(16, period="1902-05-01"),
    ),
    "two numbers of what may be compared, in other words": Case(
        checks.questions.differing_answers_say_how,
        _answered(16, measure="Lights"),
        'who: answers: "gazette" and "herald" give different numbers of the same thing [relations]',
        "say in 'relations' how they relate: contradicts, rounding, narrower, other definition",
        _answered(17, measure="Lights"),
    ),
    "a topic that topic.yml does not list": Case(
        checks.records.references_exist,
        dataset(events={"lit": make(Event, lane="sea")}),
        'lit: lane: no lane "sea" [unknown-id]',
        "none is defined yet; list it under 'lanes' in topic.yml",
        dataset(events={"lit": make(Event)}),
    ),
    "another year than the quoted one before our era": Case(
        checks.quoteddates.quoted_eras_hold_the_year,
        _lit("-2599~", "built about 2700 BCE"),
        "lit: date: the quoted words give 2700 BCE, and this is about 2600 BCE [quoted-date]",
        "fix the date, or quote the words it stands in",
        _lit("-2699~", "built about 2700 BCE"),
    ),
    "a year that is not exact in the quoted words": Case(
        checks.quoteddates.quoted_years_are_as_sure,
        dataset(events={"lit": make(Event, date="1709", citations=[_cited("built around 1709")])}),
        "lit: date: the quoted words say “around 1709”, and this is given as exact [quoted-date]",
        'write "1709~" for about that year',
        dataset(events={"lit": make(Event, date="1709~", citations=[_cited("built around 1709")])}),
    ),
    "another year than that since which something lasts": Case(
        checks.quoteddates.quoted_beginnings_hold,
        dataset(events={"lit": make(Event, date="2004/..", citations=[_cited("lit since 2005")])}),
        "lit: date: the quoted words say “since 2005”, and this is since 2004 [quoted-date]",
        "fix the date, or the quote",
        dataset(events={"lit": make(Event, date="2005/..", citations=[_cited("lit since 2005")])}),
    ),
    "another year that runs on than the quoted one": Case(
        checks.quoteddates.quoted_years_that_run_on,
        _running_on("2019"),
        "lamps: observations.0.period: the quoted words give 2018-19, and this is the year that starts in 2019"
        " [quoted-date]",
        "write the year in which it starts",
        _running_on("2018"),
    ),
    "an event that is to come, as one that happened": Case(
        checks.records.nothing_happened_in_the_future,
        dataset(events={"lit": make(Event, date="2830")}),
        "lit: status: it is to happen after the day in 'checked' of topic.yml, on which the sources were last read"
        " [future]",
        'write "planned" or "due", or fix one of the days',
        dataset(events={"lit": make(Event, date="2830", status="planned")}),
    ),
    "an unknown actor": Case(
        checks.records.references_exist,
        dataset(events={"lit": make(Event, actors=["ann-read"])}, actors={"ann-reed": make(Actor)}),
        'lit: actors.0: no actor "ann-read" [unknown-id]',
        'did you mean "ann-reed"? (if it was renamed: published ids are permanent,'
        " so leave a file of the old name that says only moved_to)",
        dataset(events={"lit": make(Event, actors=["ann-reed"])}, actors={"ann-reed": make(Actor)}),
    ),
    "a record of another kind": Case(
        checks.records.references_exist,
        dataset(events={"lit": make(Event, actors=["keeper"])}, terms={"keeper": make(Term)}),
        'lit: actors.0: the record "keeper" is of the kind term, not actor [unknown-id]',
        "none is defined yet",
        dataset(terms={"keeper": make(Term, related=["lights"])}, statutes={"lights": make(Statute)}),
    ),
    "a renamed record": Case(
        checks.records.references_exist,
        dataset(events={"lit": make(Event, actors=["ann"])}, actors={"reed": make(Actor)}, moved={"ann": "reed"}),
        'lit: actors.0: "ann" was renamed [unknown-id]',
        'write "reed"',
        dataset(events={"lit": make(Event, actors=["reed"])}, actors={"reed": make(Actor)}, moved={"ann": "reed"}),
    ),
    "a source that reports itself": Case(
        checks.records.records_name_others,
        dataset(sources={"gazette": make(Source, reports=["gazette"])}),
        "gazette: reports.0: it refers to itself [itself]",
        "name another, or delete it",
        dataset(sources={"gazette": make(Source, citations=[make(Citation)], reports=["herald"])}),
    ),
    "a number that is compared with itself": Case(
        checks.records.records_name_others,
        dataset(series={"lamps": make(Series, observations=[make(Observation, compared_with=["lamps-now"])])}),
        "lamps: observations.0.compared_with.0: it refers to itself [itself]",
        "name another, or delete it",
        dataset(series={"lamps": make(Series)}),
    ),
    "a number that Windows cannot have a file of": Case(
        checks.records.ids_are_not_reserved,
        dataset(series={"lamps": make(Series, observations=[make(Observation, id="con")])}),
        'lamps: observations.0.id: Windows cannot have a file "con" [id-taken]',
        "choose another id",
        dataset(series={"lamps": make(Series)}),
    ),
    "an unknown category": Case(
        checks.records.references_exist,
        dataset(events={"lit": make(Event, category="openings")}),
        'lit: category: no category "openings" [unknown-id]',
        'did you mean "opening"?',
        dataset(events={"lit": make(Event, category="opening")}),
    ),
    "moved to nowhere": Case(
        checks.records.moved_records_exist,
        dataset(moved={"old": "gazete"}),
        'old: moved_to: no record "gazete" [unknown-id]',
        'did you mean "gazette"?',
        dataset(moved={"old": "gazette"}),
    ),
    "moved twice": Case(
        checks.records.moved_records_exist,
        dataset(moved={"oldest": "old", "old": "gazette"}),
        'oldest: moved_to: "old" was renamed itself [unknown-id]',
        'write "gazette"',
        dataset(moved={"oldest": "gazette", "old": "gazette"}),
    ),
    "an event without a citation": Case(
        checks.sources.facts_are_cited,
        dataset(events={"lit": make(Event, citations=())}),
        "lit: citations: the fact has no citation [uncited]",
        "add 'citations' with source, locator and quote",
        dataset(events={"lit": make(Event)}),
    ),
    "a number without a citation": Case(
        checks.sources.facts_are_cited,
        _series(_number("one", 5), citations=()),
        "lamps: observations.0.citations: the number has no citation [uncited]",
        "add 'citations' with source, locator and quote",
        _series(_number("one", 5, citations=[{"source": "gazette", "locator": "p1"}]), citations=()),
    ),
    "a passage that the text does not have": Case(
        checks.sources.citations_have_a_place,
        dataset(
            sources={"gazette": _TEXT},
            actors={"ann": make(Actor, citations=[{"source": "gazette", "locator": "p11", "quote": {"exact": "a"}}])},
        ),
        'ann: citations.0.locator: "gazette" has no passage "p11" [locator]',
        'did you mean "p1"?',
        dataset(sources={"gazette": _TEXT}, actors={"ann": make(Actor)}),
    ),
    "a citation without words": Case(
        checks.sources.citations_have_a_place,
        dataset(
            sources={"gazette": _TEXT},
            actors={"ann": make(Actor, citations=[{"source": "gazette", "locator": "headline"}])},
        ),
        'ann: citations.0: "gazette" has a text, and the citation quotes no words of it [no-quote]',
        "add 'quote: {exact: ...}' with 8 to 12 words",
        dataset(actors={"ann": make(Actor, citations=[{"source": "gazette", "locator": "any page"}])}),
    ),
    "a paragraph that nothing cites": Case(
        checks.sources.unused_paragraphs,
        dataset(sources={"gazette": with_text()}, events={"lit": make(Event)}),
        "gazette: text.lines.paragraphs.1: no fact cites p2 [paragraph-unused]",
        "cite each, or list it under 'uncited' with the reason",
        dataset(sources={"gazette": _TEXT}, events={"lit": make(Event)}),
    ),
    "a summary that is called a copy": Case(
        checks.sources.summaries_are_called_so,
        _copied({"source": "order", "locator": "clause on lamps, in a summary"}),
        "lit: citations.0.locator: its locator speaks of a summary, and readers are told that it was read in a copy or"
        " excerpt [access]",
        "add 'access: summarised'",
        _copied({"source": "order", "locator": "clause on lamps, in a summary", "access": "summarised"}),
    ),
    "a search in vain among support": Case(
        checks.sources.searches_stand_alone,
        _copied({"source": "order", "locator": "p. 1"}, _SEARCHED),
        "lit: citations.1: a place that was searched in vain stands among places that support the record [searched]",
        "make a statement of its own that nothing was found, and cite the place there",
        _copied(_SEARCHED),
    ),
    "an excuse for a paragraph that is cited": Case(
        checks.sources.uncited_paragraphs_are_so,
        dataset(
            sources={"gazette": _TEXT},
            events={"lit": make(Event)},
            terms={"keeper": make(Term, citations=[{"source": "gazette", "locator": "p2", "quote": {"exact": "a"}}])},
        ),
        "gazette: uncited.0.locator: p2 is listed as uncited, and a fact cites it [paragraph-used]",
        "delete it from 'uncited'",
        dataset(sources={"gazette": _TEXT}, events={"lit": make(Event)}),
    ),
    "an excuse for a paragraph that does not exist": Case(
        checks.sources.uncited_paragraphs_are_so,
        dataset(
            sources={
                "gazette": with_text(
                    uncited=({"locator": "p2", "reason": "A list"}, {"locator": "p3", "reason": "A list"})
                )
            },
            events={"lit": make(Event)},
        ),
        'gazette: uncited.1.locator: there is no passage "p3" [locator]',
        "known: headline, p1, p2",
        dataset(sources={"gazette": _TEXT}, events={"lit": make(Event)}),
    ),
    "a correction of tomorrow": Case(
        partial(checks.records.editors_days_have_come, today=Day(1901, 6, 1)),
        dataset(corrections={"name": make(Correction, date="1901-06-02")}),
        "name: date: 2 June 1901 has not come yet [future]",
        "write the day on which it was done",
        dataset(corrections={"name": make(Correction, date="1901-06-01")}),
    ),
    "a source that was read tomorrow": Case(
        partial(checks.records.editors_days_have_come, today=Day(2830, 1, 1)),
        dataset(sources={"gazette": make(Source, accessed="2830-01-02")}),
        "gazette: accessed: 2 January 2830 has not come yet [future]",
        "write the day on which it was done",
        dataset(events={"lit": make(Event, date="2831")}),
    ),
    "two actors of one name": Case(
        checks.records.names_are_unique,
        dataset(actors={"ann": make(Actor), "anna": make(Actor, name="Anna", aliases=["ANN reed"])}),
        'anna: aliases.0: the name "ANN reed" also belongs to "ann" [alias-twice]',
        "a name leads to one record; drop one",
        dataset(actors={"ann": make(Actor, aliases=["ann REED"]), "anna": make(Actor, name="Anna")}),
    ),
    "an alias that is the name": Case(
        checks.records.names_are_unique,
        dataset(actors={"ann": make(Actor, aliases=["Ann Reed"])}),
        'ann: aliases.0: the name "Ann Reed" stands twice [alias-twice]',
        "write it once",
        dataset(actors={"ann": make(Actor, aliases=["ANN Reed"])}),
    ),
    "a term called as a statute": Case(
        checks.records.names_are_unique,
        dataset(statutes={"lights": make(Statute, also_cited_as=("Act 1",))}, terms={"act": make(Term, label="Act 1")}),
        'act: label: the name "Act 1" also belongs to "lights" [alias-twice]',
        "a name leads to one record; drop one",
        dataset(statutes={"lights": make(Statute)}, actors={"act": make(Actor, name="Lights Act")}),
    ),
    "a unit that names money": Case(
        checks.numbers.money_has_a_code,
        _series(_number("one", 1), unit="million euros"),
        'lamps: unit: "million euros" is money [money]',
        "write the code of the currency, EUR, and the numbers in full",
        _series(_number("one", 1), unit="EUR"),
    ),
    "a number above the limit": Case(
        checks.numbers.numbers_lie_within_limits,
        _series(_number("one", 101)),
        "lamps: observations.0.value: 101 is outside 0 to 100 [limits]",
        "fix the number, or the series' limits if they are too narrow",
        _series(_number("one", 100), _number("none", 0)),
    ),
    "a range that starts below the limit": Case(
        checks.numbers.numbers_lie_within_limits,
        _series({"id": "one", "period": "1901", "low": -1, "high": 5}),
        "lamps: observations.0.low: -1 is outside 0 to 100 [limits]",
        "fix the number, or the series' limits if they are too narrow",
        _series({"id": "one", "period": "1901", "low": 1, "high": 5}),
    ),
    "two years in a series of years that start in September": Case(
        checks.numbers.periods_fit_their_series,
        _series(_number("one", 1, "1901/1902"), period_kind="school year", year_starts=9),
        'lamps: observations.0.period: "1901/1902" is not a year [period]',
        'the series counts by school year: write the year in which it starts, such as "2018" for 2018–19',
        _series(_number("one", 1, "1901"), period_kind="school year", year_starts=9),
    ),
    "a month in a series of years": Case(
        checks.numbers.periods_fit_their_series,
        _series(_number("one", 1, "1901-05")),
        'lamps: observations.0.period: "1901-05" is not a year [period]',
        "the series counts by calendar year",
        _series(_number("one", 1, "1901-05"), period_kind="not stated"),
    ),
    "numbers out of order": Case(
        checks.numbers.periods_fit_their_series,
        _series(_number("one", 1, "1902"), _number("two", 2, "1901")),
        'lamps: observations.1.period: "1901" comes before the number above it [order]',
        "write numbers in order of time",
        _series(_number("one", 1, "1901"), _number("two", 2, "1901"), _number("three", 2, "1902")),
    ),
    "a sum that does not add up": Case(
        checks.numbers.derived_numbers_recompute,
        _derived("5", "sum", _SMALL, _LARGE),
        "lamps: observations.2.value: 5 is not the sum, which is 4 [formula]",
        "fix the number or the formula",
        _derived("4", "sum", _SMALL, _LARGE),
    ),
    "a share that is rounded wrongly": Case(
        checks.numbers.derived_numbers_recompute,
        _derived("33.4", "share", _SMALL, _LARGE),
        "lamps: observations.2.value: 33.4 is not the share, which is 33.3 [formula]",
        "fix the number or the formula",
        _derived("33", "share", _SMALL, _LARGE),
    ),
    "a half that is rounded down": Case(
        checks.numbers.derived_numbers_recompute,
        _derived("12", "share", _SMALL, _number("eight", 8)),
        "lamps: observations.2.value: 12 is not the share, which is 13 [formula]",
        "fix the number or the formula",
        _derived("12.5", "share", _SMALL, _number("eight", 8)),
    ),
    "a share of next to nothing": Case(
        checks.numbers.derived_numbers_recompute,
        _derived("5.5", "share", _number("most", 999999999999999), _number("least", "0.000001")),
        "lamps: observations.2.value: 5.5 is not the share, which is 99999999999999900000000.0 [formula]",
        "fix the number or the formula",
        _derived("12.5", "share", _SMALL, _number("eight", 8)),
    ),
    "a share of nothing": Case(
        checks.numbers.derived_numbers_recompute,
        _derived("5", "share", _SMALL, _number("nothing", 0)),
        "lamps: observations.2.value: the share cannot be computed: it divides by zero [formula]",
        "fix the formula",
        _derived("1", "difference", _SMALL, _number("nothing", 0)),
    ),
    "a sum with a range": Case(
        checks.numbers.derived_numbers_recompute,
        _derived("5", "sum", _SMALL, {"id": "range", "period": "1901", "low": 1, "high": 5}),
        "lamps: observations.2.value: the formula needs a number that is missing or a range [formula]",
        "name numbers that have a value",
        _derived("200", "change", _SMALL, _LARGE),
    ),
    "a number derived from itself": Case(
        checks.numbers.derived_numbers_recompute,
        _series(_SMALL, _number("total", 5, formula={"operation": "sum", "of": ["small", "total"]})),
        "lamps: observations.1.value: the formula leads back to the number itself [formula]",
        "name numbers that sources give",
        _series(_SMALL, _LARGE, _number("total", 4, formula={"operation": "sum", "of": ["small", "large"]})),
    ),
    "an event before the one it follows": Case(
        checks.records.successors_follow,
        _events(first="1901-05-02", second="1901-05-01"),
        'second: predecessor: it comes before its predecessor "first" [order]',
        "swap them, or fix one of the dates",
        _events(first="1901-05-02", second="1901-05"),
    ),
    "an event that follows itself": Case(
        checks.records.successors_follow,
        dataset(events={"first": make(Event, predecessor="first")}),
        "first: predecessor: it follows up itself, in a circle [order]",
        "name an earlier event, or delete the field",
        _events(first="1901-05-02", second="1901-05-02"),
    ),
    "a chart of two definitions": Case(
        checks.numbers.charts_compare_like_with_like,
        dataset(
            series={"a": make(Series), "b": make(Series, comparability_group="candles")},
            charts={"both": make(Chart, series=["a", "b"])},
        ),
        "both: series: it mixes definitions: candles, lamps [mixed]",
        "write the reason in 'mixed', which readers will see, or draw separate charts",
        dataset(
            series={"a": make(Series), "b": make(Series, comparability_group="candles")},
            charts={"both": make(Chart, series=["a", "b"], mixed="Both give light.")},
        ),
    ),
    "a chart with a number of another definition marked on it": Case(
        checks.numbers.charts_compare_like_with_like,
        _marked(comparability_group="candles"),
        "marks: series: it mixes definitions: candles, lamps [mixed]",
        "write the reason in 'mixed', which readers will see, or draw separate charts",
        _marked(comparability_group="candles", unit="hours"),
    ),
    "a chart of what its mark cannot draw": Case(
        checks.charts.charts_have_what_their_mark_draws,
        dataset(series={"lamps": make(Series)}, charts={"few": make(Chart, mark="ladder")}),
        "few: series: the mark 'ladder' cannot show series: it draws statutes [chart-data]",
        "write 'statutes' instead, or choose another mark",
        dataset(series={"lamps": make(Series)}, charts={"few": make(Chart, mark="dots")}),
    ),
    "a chart without a number in its period": Case(
        checks.charts.charts_have_a_number,
        dataset(series={"lamps": make(Series)}, charts={"few": make(Chart, period="1999")}),
        'few: period: "lamps" has no number in the period of the chart; its numbers are of 1901 [chart-data]',
        "change the period, or take the series out",
        dataset(series={"lamps": make(Series)}, charts={"few": make(Chart, period="1900/1999")}),
    ),
    "a chart of gaps": Case(
        checks.charts.charts_have_a_number,
        replace(_series(_GAP), charts={"few": make(Chart)}),
        'few: series.0: "lamps" has only gaps here, so there is no number to draw [chart-data]',
        "take it out, or say in 'caveat' that nobody counted",
        replace(_series(_GAP, _number("now", 5, "1902")), charts={"few": make(Chart)}),
    ),
    "a stack of one number": Case(
        checks.charts.charts_can_add_up,
        replace(_series(_number("now", 5)), charts={"few": make(Chart, mark="stack")}),
        "few: series: the mark 'stack' needs at least two numbers of one unit: no gap, no range and nothing below zero "
        "[chart-data]",
        "choose other series or another mark",
        replace(_series(_number("now", 5), _number("all", 9, "1902")), charts={"few": make(Chart, mark="stack")}),
    ),
    "a ladder of a law without a penalty": Case(
        checks.charts.charts_have_a_number,
        _ladder(),
        'few: statutes.0: "act" has no provisions, so there is no penalty to draw [chart-data]',
        "take it out, or write its provisions",
        _ladder({"id": "tier", "label": "(a)", "max_prison": "1 year", "min_prison": "none", "grade": "felony"}),
    ),
    "a fact that is marked where there are no lines": Case(
        checks.charts.charts_can_mark_their_facts,
        _marked(mark="bars"),
        "marks: marked: the mark 'bars' has no place for marked facts [chart-data]",
        "take them out, or draw lines",
        _marked(),
    ),
    "a statement without a date that is marked": Case(
        checks.charts.charts_can_mark_their_facts,
        dataset(
            series={"lamps": make(Series)},
            statements={"said": make(Statement)},
            charts={"few": make(Chart, mark="lines", marked=["said"])},
        ),
        'few: marked.0: "said" has no place on the chart, because it has no date or no number [chart-data]',
        "take it out, or mark another fact",
        dataset(
            series={"lamps": make(Series)},
            statements={"said": make(Statement, date="1901-05-01", basis={"kind": "stated"})},
            charts={"few": make(Chart, mark="lines", marked=["said"])},
        ),
    ),
    "a letter that no font has": Case(
        checks.charts.charts_have_letters_that_can_be_drawn,
        dataset(series={"lamps": make(Series)}, charts={"few": make(Chart, labels=["Lamps \U000f4321"])}),
        "few: labels.0: no font on this machine has “\U000f4321” [chart-letters]",
        "install a font that has them, such as Noto: the pictures to download would show boxes instead",
        dataset(series={"lamps": make(Series)}, charts={"few": make(Chart, labels=["Lámparas – ламπы"])}),
    ),
    "two units that are called comparable": Case(
        checks.numbers.comparable_series_share_a_unit,
        dataset(series={"a": make(Series), "b": make(Series, unit="candles")}),
        'b: comparability_group: it counts candles, and "a", called comparable, lamps [comparable]',
        "give it a word of its own",
        dataset(series={"a": make(Series), "b": make(Series, unit="candles", comparability_group="candles")}),
    ),
    "a number beside the words that are quoted for it": Case(
        checks.quoted.quoted_figures_hold_the_number,
        _series(_number("many", 510_000, citations=_QUOTED)),
        "lamps: observations.0.value: the quoted words “more than 500,000” hold figures, and this is none of them "
        "[quoted-figure]",
        "fix the number, or quote the words it stands in",
        _series(_number("many", 500_000, qualifier="more than", citations=_QUOTED)),
    ),
    "a fall given as a rise": _other_figure(_counted(12, "a balance of −12 lamps"), _counted(-12, "12 lamps fewer")),
    "a number without its word of scale": _other_figure(
        _counted(5, "5 lakh lamps"), _counted(5, "5 million lamps", unit="million lamps")
    ),
    "a number without a short word of scale": _other_figure(
        _in_spanish(_counted(34, "34 mil faros")), _in_spanish(_counted(34_000, "34 mil faros"))
    ),
    "a number that is a group of digits of another": _other_figure(
        _counted(299, "299 792 458 lamps"), _counted(299792458, "299 792 458 lamps")
    ),
    "a number beside the words that are quoted for its series": _other_figure(
        _counted(317_999, "317,916 for re-entry"), _counted(317_916, "317,916 for re-entry")
    ),
    "a lower bound that is given as exact": Case(
        checks.quoted.quoted_figures_hold_the_number,
        _series(_number("many", 500_000, citations=_QUOTED)),
        "lamps: observations.0.value: the quoted words say “more than” of it, and it is given as exact "
        "[quoted-qualifier]",
        'write "qualifier: more than"',
        _series(_number("many", 500_000, qualifier="more than", citations=_QUOTED)),
    ),
    "prose that drops a qualifier": Case(
        checks.quoted.quoted_qualifiers_are_kept,
        _said("It cost 750,000.", "nearly three quarters of a million"),
        "said: text: the quoted words say “nearly” of 750,000, and this does not [quoted-qualifier]",
        "write the qualifier before the figure",
        _said("It cost nearly 750,000.", "nearly three quarters of a million"),
    ),
    "prose that qualifies a linked number in another way": Case(
        checks.quoted.linked_qualifiers_are_kept,
        replace(_AT_LEAST_500, statements={"said": make(Statement, text="Over 500 lamps burn.", numbers=["many"])}),
        "said: text: it says “more than” of 500, and the number is “at least” [linked-qualifier]",
        "write the qualifier of the number",
        replace(_AT_LEAST_500, statements={"said": make(Statement, text="At least 500 lamps burn.", numbers=["many"])}),
    ),
    "a penalty without the words of its law": Case(
        checks.quotedpenalties.penalties_quote_the_law,
        _act([_cited("is fined")], {}),
        "act: provisions.0: the penalty quotes no words of the law [no-quote]",
        "add 'citations' with those that set it",
        _act([_cited("is fined")], {"citations": [_cited("six months")]}),
    ),
    "a penalty of a law that only a summary tells": Case(
        checks.quotedpenalties.penalties_quote_the_law,
        _act([_cited("is fined")], {}),
        "act: provisions.0: the penalty quotes no words of the law [no-quote]",
        "add 'citations' with those that set it",
        _act([{"source": "gazette", "locator": "summary"}], {}),
    ),
    "a penalty that the law does not set": Case(
        checks.quotedpenalties.quoted_words_hold_the_penalty,
        replace(_penalty("6 years", "not more than six months"), sources={"gazette": make(Source, language="en-US")}),
        'act: provisions.0.max_prison: "6 years" does not stand in the words quoted for the penalty [quoted-figure]',
        "fix the penalty, or quote the words that set it",
        _penalty("6 months", "not more than six months"),
    ),
    "a number of years that the law does not set in its language": Case(
        checks.quotedpenalties.quoted_words_hold_the_penalty,
        _in_austria(_penalty("2 years", "bis zu 6 Monaten")),
        'act: provisions.0.max_prison: "2 years" does not stand in the words quoted for the penalty [quoted-figure]',
        "fix the penalty, or quote the words that set it",
        _in_austria(_penalty("6 months", "bis zu 6 Monaten")),
    ),
    "a fine that the law does not set": Case(
        checks.quotedpenalties.quoted_words_hold_the_penalty,
        _fined(5000, "con multa de hasta 1.500 euros"),
        'act: provisions.0.fine: "5,000" does not stand in the words quoted for the penalty [quoted-figure]',
        "fix the penalty, or quote the words that set it",
        _fined(1500, "con multa de hasta 1.500 euros"),
    ),
    "a fine without its word of scale": Case(
        checks.quotedpenalties.quoted_words_hold_the_penalty,
        _fined(20, "multa de 20 mil euros"),
        'act: provisions.0.fine: "20" does not stand in the words quoted for the penalty [quoted-figure]',
        "fix the penalty, or quote the words that set it",
        _fined(20_000, "multa de 20 mil euros"),
    ),
    "a kind of law that the topic does not have": Case(
        checks.records.kinds_are_known,
        dataset(statutes={"act": make(Statute, kind="by-law")}),
        'act: kind: "by-law" is not a choice [choice]',
        f"choose one of: {', '.join(one.name for one in LAW_KINDS)}; or list it under 'law_kinds' in topic.yml",
        replace(dataset(statutes={"act": make(Statute, kind="by-law")}), topic=_WITH_BY_LAWS),
    ),
    "a kind of source that the topic does not have": Case(
        checks.records.kinds_are_known,
        dataset(sources={"gazette": make(Source, kind="leaflet")}),
        'gazette: kind: "leaflet" is not a choice [choice]',
        f"choose one of: {', '.join(one.name for one in SOURCE_KINDS)}; or list it under 'source_kinds' in topic.yml",
        dataset(),
    ),
    "a grade that the topic does not have": Case(
        checks.records.kinds_are_known,
        replace(_penalty("6 months", "6 months"), topic=make(Topic, grades=("felony",))),
        'act: provisions.0.grade: "petty" is not a choice [choice]',
        "choose one of: felony; or list it under 'grades' in topic.yml",
        replace(_penalty("6 months", "6 months"), topic=make(Topic, grades=("felony", "petty"))),
    ),
    "a day other than the one quoted": _other_date(
        "May 1, 1901, and this is 2 May 1901",
        _lit("1901-05-02", "lit on May 1, 1901"),
        _lit("1901-05-01", "lit on May 1, 1901"),
    ),
    "the quoted day in another year": _other_date(
        "May 1, 1902, and this is 1 May 1901",
        _lit("1901-05-01", "lit on May 1, 1902"),
        _lit("1901-05-01", "built in 1900, lit on May 1"),
    ),
    "another month than the quoted one": _other_date(
        "April 1901, and this is May 1901",
        _lit("1901-05", "dark in 1900, lit in April 1901"),
        _lit("1901-05-04", "the fogs of April 1901"),
    ),
    "another year than the quoted one": _other_date(
        "1902, and this is 1901",
        _lit("1901", "the 1500 lamps lit in 1902"),
        _lit("1901", "more than in 1899", "in 1901"),
    ),
    "another year than the one quoted from a country's form of a language": _other_date(
        "1902, and this is 1901", _in_austria(_lit("1901", "im Jahr 1902")), _in_austria(_lit("1902", "im Jahr 1902"))
    ),
    "another decade than the quoted one": _other_date(
        "1890s, and this is 1870s",
        _lit("187X", "lit in the 1890s"),
        _lit("189X", "lit in the 1890s, or late in the 1800s"),
    ),
    "another year than that of a deadline": _other_date(
        "2030, and this is 2031", _lit("2031", "to be lit by 2030"), _lit("2030", "to be lit by 2030")
    ),
    "a number of another year than the quoted one": Case(
        checks.quoteddates.quoted_dates_hold_the_date,
        _series(_number("twice", 2, "1905", citations=[_cited("lit 2 times in 1901")])),
        "lamps: observations.0.period: the quoted words give 1901, and this is 1905 [quoted-date]",
        "fix the date, or quote the words it stands in",
        _series(_number("twice", 2, "1905", citations=[_cited("in 1905 as often as in 1901, 2 times")])),
    ),
    "silence that nobody recorded": Case(
        checks.questions.questions_ask_every_source,
        dataset(questions={"who": make(Question), "when": make(Question, answers=[_GAZETTE_SILENT, _HERALD_SILENT])}),
        'who: answers: it does not tell what "herald" answers [silence]',
        "add its 'facts', 'silent: true', or 'before: true' if it is older than the subject",
        dataset(questions={"who": make(Question, answers=[_GAZETTE_SILENT, _HERALD_SILENT])}),
    ),
    "an exact number of one that is not": Case(
        checks.numbers.derived_numbers_are_no_surer,
        _derived("4", "sum", _number("many", 1, qualifier="more than"), _LARGE),
        'lamps: observations.2.qualifier: it is given as exact, and "many" is "more than" [formula]',
        "write the 'qualifier' that follows from the formula",
        _derived("4", "sum", _SMALL, _LARGE),
    ),
    "a source that answers twice": Case(
        checks.questions.questions_answer_once,
        _question(_GAZETTE, {**_GAZETTE, "why": "It says so."}),
        'who: answers.1.source: "gazette" answers twice [answer]',
        "merge the two answers",
        _question(_GAZETTE, {"source": "herald", "silent": True}),
    ),
    "an answer that another source gives": Case(
        checks.questions.questions_answer_once,
        _question({"source": "herald", "facts": ["lamp-lit"]}),
        'who: answers.0.facts.0: "lamp-lit" does not cite "herald" [answer]',
        "name a fact that rests on this source",
        _question(_GAZETTE),
    ),
    "verbs to compare, and no document that has one": Case(
        checks.questions.compared_verbs_are_known,
        _question(_GAZETTE, compares_verbs=True),
        "who: compares_verbs: no document that it names has a directive whose force is known, "
        "so there are no verbs to compare [verbs]",
        "name such a document under 'primary', or remove 'compares_verbs'",
        _question(_GAZETTE),
    ),
    "a verdict on a text that nobody read": Case(
        checks.questions.unread_texts_are_not_judged,
        _question(_GAZETTE | {"verdict": "supported"}, primary=_UNREAD),
        'who: answers.0.verdict: the verdict "supported" needs a primary text that was read [unread]',
        'write "not confirmed", or cite a text that was read or reproduced',
        _question(_GAZETTE | {"verdict": "not confirmed"}, primary=_UNREAD),
    ),
    "a verdict without a text": Case(
        checks.questions.unread_texts_are_not_judged,
        _question(_GAZETTE | {"verdict": "supported"}),
        'who: answers.0.verdict: the verdict "supported" needs a primary text that was read [unread]',
        'write "not confirmed", or cite a text that was read or reproduced',
        _question(_GAZETTE | {"verdict": "opinion"}),
    ),
    "an order that is known from a report": Case(
        checks.questions.unread_directives_have_no_force,
        _order(kind="news report"),
        'order: force: the force "shall" needs the directive\'s own text, read or reproduced [unread]',
        'write "not read", or cite that text',
        _order(kind="government document"),
    ),
    "an order that is known only in summary": Case(
        checks.questions.unread_directives_have_no_force,
        _order(kind="government document", access="summarised"),
        'order: force: the force "shall" needs the directive\'s own text, read or reproduced [unread]',
        'write "not read", or cite that text',
        _order(kind="government document", access="reproduced"),
    ),
}


def test_every_word_on_a_chart_has_letters_that_can_be_drawn() -> None:
    """Those of the chart, of its series and of the penalties that it draws; a chart of none of these has no others."""
    sign = "\U000f4321"
    lamps = make(Series, measure=sign, unit=sign)
    penalties = _ladder({"id": "tier", "label": sign, "max_prison": "1 year", "min_prison": "none", "grade": "felony"})
    few = make(Chart, sentence=sign, caveat=sign, marked=["lit"], marked_labels=[sign])
    data = dataset(
        series={"lamps": lamps, "other": lamps},
        statutes={**penalties.statutes, "other": penalties.statutes["act"]},
        charts={"few": few, "ladder": penalties.charts["few"]},
    )
    assert [(one.id, one.path) for one in checks.charts.charts_have_letters_that_can_be_drawn(data)] == [
        ("few", ("sentence",)),
        ("few", ("marked_labels", 0)),
        ("few", ("caveat",)),
        ("lamps", ("measure",)),
        ("lamps", ("unit",)),
        ("act", ("provisions", 0, "label")),
    ]


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_rule_finds_the_mistake(case: Case) -> None:
    """A rule finds its one mistake, names the record and the place, says how to mend it, and then finds nothing."""
    (found,) = case.rule(case.bad)
    place = ".".join(map(str, found.path))
    assert f"{found.id}: {place}: {found.message} [{found.rule}]" == case.finds
    assert found.remedy == case.remedy
    assert list(case.rule(case.good)) == []


def test_every_rule_is_tested() -> None:
    """Each rule has a case above, and each case a rule in force; documents and prose have tests of their own."""
    elsewhere = (checks.documents.__name__, checks.prose.__name__)
    assert {getattr(case.rule, "func", case.rule) for case in CASES.values()} | {checks.records.ids_are_unique} == {
        *(rule for rule in checks.RULES if rule.__module__ not in elsewhere),
        checks.sources.unused_paragraphs,
        checks.records.editors_days_have_come,
    }


def test_every_rule_is_one_sentence() -> None:
    """The docstring of a rule is the sentence that it holds the data to."""
    assert all(rule.__doc__ and rule.__doc__.endswith(".") and "\n" not in rule.__doc__ for rule in checks.RULES)


def test_no_rule_is_listed_twice() -> None:
    """A mistake is reported once."""
    assert len(set(checks.RULES)) == len(checks.RULES)


def test_id_that_is_used_twice_is_reported_only_as_such() -> None:
    """References to an id that two things share are not called wrong: which of the two is meant is not known."""
    shared = dataset(terms={"lamp": make(Term)}, events={"lit": make(Event)})
    assert [found.rule for found in _rules_on(shared)] == ["id-twice", "id-twice"]


@pytest.mark.parametrize(
    ("shared", "said"),
    [
        (
            _series(_number("one", 5), _number("one", 6), _number("two", 6)),
            [
                'lamps: observations.0.id: the id "one" is also that of a number of "lamps"',
                'lamps: observations.1.id: the id "one" is also that of a number of "lamps"',
            ],
        ),
        (
            replace(_series(_number("lamp-lit", 5)), events={"lamp-lit": make(Event)}),
            [
                'lamp-lit: : the id "lamp-lit" is also that of a number of "lamps"',
                'lamps: observations.0.id: the id "lamp-lit" is also that of a record of the kind event',
            ],
        ),
        (
            dataset(terms={"lamp": make(Term)}),
            [
                'lamp: : the id "lamp" is also that of one of the topics in topic.yml',
                'topic: topics.0.id: the id "lamp" is also that of a record of the kind term',
            ],
        ),
    ],
)
def test_what_shares_an_id_is_named_at_each_place(shared: Dataset, said: list[str]) -> None:
    """Whoever has to rename one of two things sees where both stand."""
    found = list(checks.records.ids_are_unique(shared))
    assert [f"{one.id}: {'.'.join(map(str, one.path))}: {one.message}" for one in found] == said
    assert {one.remedy for one in found} == {"ids are unique across all kinds; choose another"}


def test_every_kind_of_fact_needs_a_citation() -> None:
    """Events, statements, statutes, actors and terms all rest on a source."""
    bare = dataset(
        events={"a-event": make(Event, citations=())},
        statements={"a-statement": make(Statement, citations=())},
        statutes={"a-statute": make(Statute, citations=())},
        actors={"a-actor": make(Actor, citations=())},
        terms={"a-term": make(Term, citations=())},
    )
    found = {finding.id for finding in checks.sources.facts_are_cited(bare)}
    assert found == {"a-event", "a-statement", "a-statute", "a-actor", "a-term"}


def test_derived_number_needs_no_citation() -> None:
    """A derived number rests on the numbers that it is computed from."""
    derived = _number("two", 10, formula={"operation": "sum", "of": ["one", "more"]})
    cited = [_number(name, 5, citations=[{"source": "gazette", "locator": "p1"}]) for name in ("one", "more")]
    assert list(checks.sources.facts_are_cited(_series(*cited, derived, citations=()))) == []


def test_circle_of_formulas_is_found_from_each_of_its_numbers() -> None:
    """Numbers that are derived from each other are refused, whatever their values."""
    circle = _series(
        _number("one", 5, formula={"operation": "sum", "of": ["two", "none"]}),
        _number("two", 5, formula={"operation": "sum", "of": ["one", "none"]}),
        _number("none", 0),
    )
    found = [(finding.path, finding.message) for finding in checks.numbers.derived_numbers_recompute(circle)]
    message = "the formula leads back to the number itself"
    assert found == [(("observations", 0, "value"), message), (("observations", 1, "value"), message)]


@pytest.mark.parametrize(
    ("exact", "value", "is_held"),
    [
        ("more than 500,000 cases", 500_000, True),
        ("more than 500,000 cases", 510_000, False),
        ("2 million people", 2_000_000, True),
        ("fell 40 percent", -40, True),
        ("in words alone", 7, True),
        ("2 to 3 million lamps", 2_000_000, True),
        ("half a million lamps", 500_000, True),
        ("three hundred and twelve", 312, True),
        ("three hundred and twelve", 313, False),
        ("one year of 1901", 1, True),
        ("one fewer than in 1901", -1, True),
        ("two of 1901", 1, False),
    ],
)
def test_a_number_is_the_one_that_is_quoted(exact: str, value: int, is_held: bool) -> None:  # noqa: FBT001 - a table
    """A number that differs from the figures in the words quoted for it is named; words without figures say nothing."""
    cited = [{"source": "gazette", "locator": "p1", "quote": {"exact": exact}}]
    data = _series(_number("one", value, qualifier="more than", citations=cited))
    found = list(checks.quoted.quoted_figures_hold_the_number(data))
    message = f"the quoted words “{exact}” hold figures, and this is none of them"
    assert [(one.path, one.message) for one in found] == ([] if is_held else [(("observations", 0, "value"), message)])


@pytest.mark.parametrize(("low", "high", "is_held"), [("1.20", "1.36", True), ("1.20", "1.40", False)])
def test_a_range_may_be_quoted_as_a_value_with_its_margin(low: str, high: str, is_held: bool) -> None:  # noqa: FBT001 - a table
    """The words "1.28±0.08" bear out the range from 1.20 to 1.36, and no other."""
    cited = [{"source": "gazette", "locator": "p1", "quote": {"exact": "1.28±0.08 of a lamp"}}]
    data = _series({"id": "one", "period": "1901", "low": low, "high": high, "citations": cited})
    assert [one.path for one in checks.quoted.quoted_figures_hold_the_number(data)] == (
        [] if is_held else [("observations", 0, "low")]
    )


@pytest.mark.parametrize(
    ("words", "missing"),
    [
        ("not less than 3 nor more than 10 years", []),
        ("three to ten years", []),
        ("3-10 years", []),
        ("at least three (3) years and at most ten (10) years", []),
        ("less than three and not more than ten years", []),
        ("not less than 3 months nor more than 10 years", ["min_prison"]),
        ("for life, or not less than 3 years", ["max_prison"]),
    ],
)
def test_two_terms_may_share_the_word_of_their_unit(words: str, missing: list[str]) -> None:
    """The years of the longest are those of the shortest too, unless another unit stands there."""
    law = _penalty("10 years", words).statutes["act"]
    (tier,) = law.provisions
    both = law.model_copy(update={"provisions": (tier.model_copy(update={"min_prison": "3 years"}),)})
    found = checks.quotedpenalties.quoted_words_hold_the_penalty(dataset(statutes={"act": both}))
    assert [one.path[-1] for one in found] == missing


@pytest.mark.parametrize(
    ("language", "term", "words", "is_held"),
    [
        ("en", "2 years", "not exceeding two years", True),
        ("en", "2 years", "from two years to five years", True),
        ("en", "1 year", "one to two years", True),
        ("en", "2 years", "not exceeding 2 months", False),
        ("es", "2 years", "de seis meses a dos años", True),
        ("es", "1 year", "un año", True),
        ("es", "3 years", "de seis meses a dos años", False),
        ("fr", "2 years", "deux ans", True),
        ("de", "2 years", "bis zu zwei Jahren", True),
        ("ar", "2 years", "سنتين", True),
        ("ar", "3 years", "من ٢ إلى ٥ سنوات", False),  # noqa: RUF001 - letters of another script
    ],
)
def test_a_term_may_stand_in_words(language: str, term: str, words: str, is_held: bool) -> None:  # noqa: FBT001 - a table
    """Small numbers in words bear out a term; those of a language whose number words are not read say nothing."""
    data = replace(_penalty(term, words), sources={"gazette": make(Source, language=language)})
    assert (list(checks.quotedpenalties.quoted_words_hold_the_penalty(data)) == []) is is_held


def test_a_term_may_stand_in_the_row_of_a_table() -> None:
    """Each group of digits in a row is a number of its own, in a penalty too."""
    data = replace(_penalty("10 years", "vol 10 500 200"), sources={"gazette": make(Source, language="fr")})
    (tier,) = data.statutes["act"].provisions
    cited = [one.model_copy(update={"locator": "r1"}) for one in tier.citations]
    row = data.statutes["act"].model_copy(update={"provisions": (tier.model_copy(update={"citations": cited}),)})
    assert [one.path[-1] for one in checks.quotedpenalties.quoted_words_hold_the_penalty(data)] == ["max_prison"]
    assert list(checks.quotedpenalties.quoted_words_hold_the_penalty(replace(data, statutes={"act": row}))) == []


@pytest.mark.parametrize(
    ("language", "words", "given", "told"),
    [
        ("en", "more than 500 lamps", "about", "more than"),
        ("en", "more than 500 lamps", "under", "more than"),
        ("en", "at least 500 lamps", "more than", "at least"),
        ("en", "nearly 500 lamps", "about", ""),
        ("en", "500 lamps", "about", ""),
        ("es", "más de 500 faros", "exact", "more than"),
        ("es", "al menos 500 faros", "about", "at least"),
        ("fr", "environ 500 phares", "at least", "about"),
        ("fr", "plus de 500 phares", "more than", ""),
        ("ar", "نحو ٥٠٠", "exact", "about"),  # noqa: RUF001 - letters of another script
        ("de", "mehr als 500", "about", ""),
    ],
)
def test_a_qualifier_is_that_of_the_quoted_words(language: str, words: str, given: str, told: str) -> None:
    """Another one is refused where the language's are known; of a number without one, words around it may tell."""
    data = replace(
        _series(_number("one", 500, qualifier=given), citations=[_cited(words)]),
        sources={"gazette": make(Source, language=language)},
    )
    found = [one.remedy for one in checks.quoted.quoted_figures_hold_the_number(data)]
    assert found == ([f'write "qualifier: {told}"'] if told else [])


@pytest.mark.parametrize(
    ("unit", "text", "said"),
    [
        ("ships", "More than 7 ships ran aground.", ["more than"]),
        ("ships", "More than seven ships ran aground, of at most 20.", ["more than"]),
        ("ships", "Nearly 7 ship, as the order has it, ran aground.", ["nearly"]),
        ("ships", "About 7 ships, or more than 7 ships, ran aground.", ["about", "more than"]),
        ("ships", "The 7 ships were more than 7 ships.", ["more than"]),
        ("ships", "It was lit about 7 days later.", []),
        ("ships", "At least 7 ships ran aground in under seven hours.", []),
        ("ships", "Some seven children saw it.", []),
        ("ships", "After more than seven days of work, at least 7 ships had run aground.", []),
        ("ships", "He wrote “about 7 ships”.", []),
        ("ships", "About 7 shipwrights saw it.", []),
        ("percent", "More than 7% of them burn.", ["more than"]),
        ("percent", "More than 7 per cent of them burn.", ["more than"]),
        ("percent", "More than 7 of them burn.", []),
        ("GBP", "More than £7 was paid.", ["more than"]),
        ("EUR", "More than 7 euros were paid.", ["more than"]),
        ("EUR", "More than 7 € were paid.", ["more than"]),
        ("EUR", "More than £7 was paid.", []),
        ("EUR", "More than 7 days later, it was paid.", []),
        ("million ships", "More than 7 million ships ran aground.", ["more than"]),
    ],
)
def test_a_qualifier_of_prose_is_that_of_what_the_number_counts(unit: str, text: str, said: list[str]) -> None:
    """Prose may qualify an equal number of something else, and quote another qualifier."""
    one = "ship" if unit == "ships" else None
    data = _series(_number("seven", 7, qualifier="at least"), unit=unit, unit_of_one=one)
    data = replace(data, statements={"said": make(Statement, text=text, numbers=["seven"])})
    found = [finding.message for finding in checks.quoted.linked_qualifiers_are_kept(data)]
    assert found == [f"it says “{word}” of 7, and the number is “at least”" for word in said]


def test_percent_is_named_in_the_language_of_the_topic() -> None:
    """Prose in Spanish has another word for the unit than the data."""
    data = replace(_series(_number("seven", 7, qualifier="at least"), unit="percent"), topic=make(Topic, language="es"))
    said = make(Statement, text="Arde casi el 5, o casi 7 por ciento.", numbers=["seven"])
    found = checks.quoted.linked_qualifiers_are_kept(replace(data, statements={"said": said}))
    assert [one.message for one in found] == ["it says “nearly” of 7, and the number is “at least”"]


def test_a_qualifier_of_prose_is_that_of_a_number_in_full() -> None:
    """The unit stands behind the word of scale."""
    data = _series(_number("many", 7_000_000, qualifier="at least"), unit="ships")
    data = replace(data, statements={"said": make(Statement, text="Over 7 million ships sank.", numbers=["many"])})
    assert [one.rule for one in checks.quoted.linked_qualifiers_are_kept(data)] == ["linked-qualifier"]


@pytest.mark.parametrize(("value", "is_held"), [(4, True), (-4, False)])
def test_a_number_with_a_plus_is_no_fall(value: int, is_held: bool) -> None:  # noqa: FBT001 - a table
    """The words "+4 lamps" bear out 4 and not −4."""
    data = _series(_number("one", value), citations=[_cited("+4 lamps")])
    assert (list(checks.quoted.quoted_figures_hold_the_number(data)) == []) is is_held


@pytest.mark.parametrize(
    ("period_kind", "is_held"), [("fiscal year", True), ("school year", True), ("calendar year", False)]
)
def test_a_year_of_no_calendar_may_start_in_the_year_before(period_kind: str, is_held: bool) -> None:  # noqa: FBT001 - a table
    """Months of the year before bear out the number of a fiscal or school year, whose start may not be known."""
    cited = [_cited("lit 9 times from October to December 1899")]
    data = _series(_number("nine", 9, "1900", citations=cited), period_kind=period_kind)
    assert (list(checks.quoteddates.quoted_dates_hold_the_date(data)) == []) is is_held


def test_a_gap_is_none_of_the_figures_that_are_quoted() -> None:
    """Where a number is missing, the words quoted for it may hold others."""
    gap = _GAP | {"citations": [_cited("of 40 lamps nobody knows")]}
    assert list(checks.quoted.quoted_figures_hold_the_number(_series(gap))) == []


def test_a_computed_number_answers_for_the_sources_of_its_inputs() -> None:
    """What is computed from the numbers of a source may stand as its answer, and as that of no other source."""
    cited = [{"source": "gazette", "locator": "p1"}]
    lead = _number("lead", -1, "1902", formula={"operation": "difference", "of": ["now", "then"]})
    numbers = (_number("then", 6, citations=cited), _number("now", 5, "1902", citations=cited), lead)
    series = {"lamps": make(Series, citations=(), observations=numbers)}
    answers = ({"source": "gazette", "facts": ["lead"]}, {"source": "herald", "facts": ["lead"]})
    found = checks.questions.questions_answer_once(replace(_question(*answers), series=series))
    assert [one.message for one in found] == ['"lead" does not cite "herald"']


def test_all_citations_are_found_with_their_place() -> None:
    """The citations of records, of numbers and of primary documents are walked, each with the path where it stands."""
    cited = [{"source": "gazette", "locator": "p2"}]
    primary = {"source": "gazette", "locator": "p3", "text": "So", "access": "read", "quote": {"exact": "was lit"}}
    questions = {"who": make(Question, primary=(primary,))}
    data = replace(_series(_number("one", 5, citations=cited)), events={"lit": make(Event)}, questions=questions)
    found = [(owner, path, citation.locator) for owner, path, citation in data.citations]
    assert found == [
        ("lit", ("citations", 0), "p1"),
        ("who", ("primary", 0), "p3"),
        ("lamps", ("citations", 0), "p1"),
        ("lamps", ("observations", 0, "citations", 0), "p2"),
    ]


@pytest.mark.parametrize("verdict", ["not confirmed", "opinion", None])
def test_verdicts_that_need_no_primary_text(verdict: str | None) -> None:
    """A cautious verdict may stand where the primary text was not read."""
    data = _question(_GAZETTE | {"verdict": verdict}, primary=_UNREAD)
    assert list(checks.questions.unread_texts_are_not_judged(data)) == []


def test_verdict_stands_where_one_primary_text_was_read() -> None:
    """One primary text that was read or reproduced is enough for a verdict."""
    read = ({"source": "gazette", "text": "It says so", "access": "reproduced"},)
    data = _question(_GAZETTE | {"verdict": "supported"}, primary=(*_UNREAD, *read))
    assert list(checks.questions.unread_texts_are_not_judged(data)) == []


def _rules_on(data: Dataset) -> Iterator[Finding]:
    return (finding for rule in checks.RULES for finding in rule(data))


def test_empty_dataset_keeps_every_rule() -> None:
    """A new topic, in which nothing has been written yet, has no mistakes."""
    assert list(_rules_on(Dataset(topic=make(Topic)))) == []


def test_no_rule_fails_where_a_record_is_missing() -> None:
    """References that lead nowhere are problems of their own, and hide no other."""
    whole = load(GOOD_TOPIC)
    assert list(_rules_on(whole)) == []
    for folder in FOLDERS:
        for name in (records := getattr(whole, folder)):
            left: Any = {folder: {other: one for other, one in records.items() if other != name}}
            found = [one.rule for one in _rules_on(replace(whole, **left))]
            assert "unknown-id" in found or name not in {"gazette", "lamp-cost", "lights-act", "lamp-lit"}
