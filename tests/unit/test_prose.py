"""The words of the data: figures have facts, quotation marks hold quotes, and the house wording is kept."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from macros.checks import Finding
from macros.checks.prose import (
    figures_have_facts,
    name_patterns,
    quotation_marks_are_curly,
    quotations_are_cited,
    wording_is_ours,
)
from macros.model import (
    Actor,
    Chart,
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
from macros.model.words import blank
from macros.pages.pagetext import prose
from tests.edits import change
from tests.factories import dataset, make

_LINK_IT = "link the number in 'numbers', fix the figure, or write a small count as a word"
_CITE_IT = "cite the passage with a quote that holds them, or write it in our own words"


def _series(*numbers: dict[str, Any], **changes: Any) -> Series:
    return make(Series, **({"observations": numbers or ({"id": "lamps-now", "period": "1901", "value": 5},)} | changes))


def _with_event(summary: str, **changes: Any) -> Dataset:
    """Return a dataset with one event, and with one number, lamps-now, which is 5."""
    event = make(Event, summary=summary, **changes)
    return dataset(events={"lamp-lit": event}, series={"lamps": _series()})


def _figures(data: Dataset) -> list[str]:
    return [finding.message for finding in figures_have_facts(data)]


def test_a_figure_without_a_fact_is_named_with_its_place() -> None:
    """A figure that no linked fact has is reported with the record, the field and the remedy."""
    (finding,) = figures_have_facts(_with_event("There were 7 lamps."))
    message = 'no linked fact has the figure "7"'
    assert finding == Finding("lamp-lit", ("summary",), message, "figure", _LINK_IT)


def test_a_linked_number_explains_its_figure() -> None:
    """A figure of a number that the record links to is fine; the same figure without the link is not."""
    assert _figures(_with_event("There were 5 lamps.", numbers=("lamps-now",))) == []
    assert _figures(_with_event("There were 5 lamps.")) == ['no linked fact has the figure "5"']


def test_both_ends_of_a_range_explain_figures() -> None:
    """A number given as a range explains its low and its high end."""
    numbers = _series({"id": "lamps-now", "period": "1901", "low": 3, "high": 8})
    data = dataset(
        events={"lamp-lit": make(Event, summary="Some 3 to 8 lamps.", numbers=("lamps-now",))},
        series={"lamps": numbers},
    )
    assert _figures(data) == []


def test_the_inputs_of_a_linked_formula_explain_figures() -> None:
    """A linked number that is computed brings the numbers that it is computed from."""
    observations = (
        {"id": "lamps-one", "period": "1901", "value": 2},
        {"id": "lamps-two", "period": "1901", "value": 3},
        {
            "id": "lamps-sum",
            "period": "1901",
            "value": 5,
            "formula": {"operation": "sum", "of": ["lamps-one", "lamps-two"]},
        },
    )
    event = make(Event, summary="There were 5 lamps, 2 and 3.", numbers=("lamps-sum",))
    assert _figures(dataset(events={"lamp-lit": event}, series={"lamps": _series(*observations)})) == []


def test_a_number_explains_no_prose_of_another_number() -> None:
    """The note of a number may mention any number of its series, and none of another series."""
    lamps = _series({"id": "lamps-now", "period": "1901", "value": 5, "note": "Of these, 9 were new."})
    bulbs = _series({"id": "bulbs-now", "period": "1901", "value": 9})
    data = dataset(series={"lamps": lamps, "bulbs": bulbs})
    assert [finding.path for finding in figures_have_facts(data)] == [("observations", 0, "note")]


def test_a_comparison_explains_the_number_compared_with() -> None:
    """The note of a number may mention the number that its source compares it with."""
    lamps = _series(
        {"id": "lamps-now", "period": "1901", "value": 5, "note": "Up from 9.", "compared_with": ["bulbs-now"]}
    )
    bulbs = _series({"id": "bulbs-now", "period": "1901", "value": 9})
    assert _figures(dataset(series={"lamps": lamps, "bulbs": bulbs})) == []


def test_a_question_may_mention_the_numbers_of_its_answers() -> None:
    """The finding of a question may hold the figures of the facts that answer it."""
    answers = ({"source": "gazette", "facts": ("lamps-now",)},)
    question = make(Question, answers=answers, finding="There were 5.", why="Not 6.")
    findings = figures_have_facts(dataset(questions={"how-many": question}, series={"lamps": _series()}))
    assert [(finding.path, finding.message) for finding in findings] == [
        (("why",), 'no linked fact has the figure "6"')
    ]


def test_a_chart_may_mention_the_numbers_that_it_shows() -> None:
    """The sentence of a chart may hold the figures of its series."""
    chart = make(Chart, sentence="There were 5 lamps", caveat="Not 6.")
    assert _figures(dataset(charts={"few": chart}, series={"lamps": _series()})) == [
        'no linked fact has the figure "6"'
    ]


def test_places_in_laws_are_written_as_the_citations_write_them() -> None:
    """A short word before a number in a citation refers to a law in prose too, as does a kind of law with a year."""
    cited = {"citation": "Lights Act 1899, s. 1, art. 5", "also_cited_as": ("Ley 9/1899", "Order of Nov. 8, 1899")}
    told = "See s. 85, Art. 23, Ley 2/1900 and order 3/1901, of Nov. 7, and 9% of s. 5%."
    event = make(Event, summary=told)
    assert _figures(dataset(events={"lit": event}, statutes={"act": make(Statute, **cited)})) == [
        f'no linked fact has the figure "{number}"' for number in (7, 9, 5)
    ]
    assert len(_figures(dataset(events={"lit": event}))) == 6  # Art. 23 is one everywhere


def test_a_law_may_mention_what_it_quotes() -> None:
    """The figures of the words that a law, or a part of it, quotes need no number of their own, there alone."""
    citations = ({"source": "gazette", "locator": "p1", "quote": {"exact": "within fifteen years of it"}},)
    own = ({"source": "gazette", "locator": "p2", "quote": {"exact": "for 90 days"}},)
    element = {"text": "It was within 15 years.", "citations": citations}
    tier = {"id": "tier", "label": "(a), within 15 years", "max_prison": "1 year", "citations": citations}
    elements = (element, {"text": "Not 15."}, {"text": "Not 90.", "citations": citations})
    law = make(Statute, citations=own, elements=elements, provisions=(tier,), summary="For 90 days.", other="For 15.")
    assert [finding.path for finding in figures_have_facts(dataset(statutes={"act": law}))] == [
        ("elements", 1, "text"),
        ("elements", 2, "text"),
        ("other",),
    ]


@pytest.mark.parametrize("model", [Event, Statement, Statute])
def test_penalties_explain_figures_of_those_who_name_the_law(model: type[Event | Statement | Statute]) -> None:
    """Years in prison and fines of a law may be mentioned by the law and by whoever refers to it."""
    tier = {
        "id": "lights-first",
        "label": "A first offence",
        "max_prison": "6 months",
        "min_prison": "none",
        "fine": {"amount": 5000, "currency": "GBP"},
        "grade": "petty",
    }
    words = "Up to 6 months and 5,000 pounds."
    if model is Statute:
        data = dataset(statutes={"lights-act": make(Statute, summary=words, provisions=(tier,))})
    else:
        field = {Event: "summary", Statement: "text"}[model]
        record = make(model, statutes=("lights-act",), **{field: words})
        folder = {Event: "events", Statement: "statements"}[model]
        data = dataset(statutes={"lights-act": make(Statute, provisions=(tier,))}, **{folder: {"one": record}})
    assert _figures(data) == []


def test_dates_of_linked_records_explain_figures() -> None:
    """Prose may say the dates of the record itself, of what it links to, and the day whose law is shown."""
    first = make(Event, date="1899-03-02", summary="It began.")
    second = make(Event, predecessor="first", summary="Lit on 1 May 1901, after 2 March 1899.")
    assert _figures(dataset(events={"first": first, "second": second})) == []


def test_dates_of_other_records_explain_nothing() -> None:
    """A date of a record that is not linked to is a figure without a fact."""
    first = make(Event, date="1899-03-02")
    second = make(Event, summary="After 2 March 1899.")
    assert _figures(dataset(events={"first": first, "second": second})) == [
        'no linked fact has the figure "2"',
        'no linked fact has the figure "1899"',
    ]


def test_a_chronicle_needs_no_facts_for_its_years() -> None:
    """What changed in a law since may name days and years, but no amounts."""
    statute = make(Statute, amended="On 3 June 1905 the fine rose to 7,000 pounds.")
    assert _figures(dataset(statutes={"lights-act": statute})) == ['no linked fact has the figure "7,000"']


@pytest.mark.parametrize("spelling", ["8 U.S.C. § 1325", "INA § 275", "section 1325", "Section 1325"])
def test_the_number_of_a_law_is_a_name(spelling: str) -> None:
    """The citation of a law, its other number and its aliases hold no figures, in capitals or not."""
    law = make(Statute, citation="8 U.S.C. § 1325", also_cited_as=("INA § 275",), aliases=("section 1325",))
    data = dataset(statutes={"entry": law}, terms={"keeper": make(Term, definition=f"See {spelling}.")})
    assert _figures(data) == []


def test_a_longer_number_is_not_the_name_of_a_law() -> None:
    """A name is a whole word: "section 13255" is not "section 1325"."""
    law = make(Statute, aliases=("section 1325",))
    data = dataset(statutes={"entry": law}, terms={"keeper": make(Term, definition="See section 13255.")})
    assert _figures(data) == ['no linked fact has the figure "13255"']


def test_the_topic_may_allow_figures() -> None:
    """Words that topic.yml allows, such as the name of a gang, are no figures."""
    topic = make(Topic, figures=({"pattern": "Lamp 13", "reason": "The name of a lamp"},))
    term = make(Term, definition="Like Lamp 13, not Lamp 14.")
    assert _figures(dataset(topic=topic, terms={"keeper": term})) == ['no linked fact has the figure "14"']


def test_figures_in_quotation_marks_are_left_to_the_quote() -> None:
    """A figure that stands in quotation marks belongs to the words quoted."""
    assert _figures(_with_event("They said “about 70 lamps”.")) == []


def test_long_names_come_before_the_short_ones_in_them() -> None:
    """A name that holds another is blanked first, so that nothing of it stays behind."""
    law = make(Statute, citation="section 5(b)", aliases=("section 5",))
    patterns = name_patterns(dataset(statutes={"five": law}))
    assert blank("see section 5(b) here", patterns) == "see              here"


def test_letters_before_digits_name_a_thing_unless_they_are_a_currency() -> None:
    """A name such as AB500 is no figure, and EUR500 is one."""
    assert _figures(_with_event("It cost EUR500 by AB500.")) == ['no linked fact has the figure "500"']


def test_quoted_words_are_those_of_a_quote() -> None:
    """Words in quotation marks stand in a quote that the record cites, but for the stop at their end."""
    assert list(quotations_are_cited(_with_event("It “was lit.”"))) == []
    assert list(quotations_are_cited(_with_event("It “was lit,” they say"))) == []


def test_quoted_words_that_nobody_cites_are_reported() -> None:
    """Words in quotation marks that no quote of the record has are named with the remedy."""
    (finding,) = quotations_are_cited(_with_event("It “was dark”."))
    message = "“was dark” is in quotation marks, and no quote of the record has these words"
    assert finding == Finding("lamp-lit", ("summary",), message, "quotation", _CITE_IT)


@pytest.mark.parametrize("words", ["Was lit", "as lit", "was li", "waslit"])
def test_a_quotation_is_of_whole_words_as_they_stand(words: str) -> None:
    """A quotation with other letters, or with parts of words, is not the quote."""
    assert len(list(quotations_are_cited(_with_event(f"It “{words}”.")))) == 1


_QUOTE = ({"source": "gazette", "locator": "p1", "quote": {"exact": "was lit"}},)


@pytest.mark.parametrize(
    ("records", "fact"),
    [
        ({"events": {"lamp-lit": make(Event, citations=_QUOTE)}}, "lamp-lit"),
        ({"statements": {"on-lamp": make(Statement, citations=_QUOTE)}}, "on-lamp"),
        ({"series": {"lamps": _series({"id": "now", "period": "1901", "value": 5, "citations": _QUOTE})}}, "now"),
    ],
)
def test_a_question_may_quote_the_facts_that_answer_it(records: dict[str, Any], fact: str) -> None:
    """A question may quote words of the events, statements and numbers among its answers."""
    question = make(Question, answers=({"source": "gazette", "facts": (fact,)},), finding="It “was lit”.")
    assert list(quotations_are_cited(dataset(questions={"who": question}, **records))) == []


def test_a_question_may_quote_the_primary_document() -> None:
    """Words of the primary document's quote may stand in quotation marks in the finding."""
    primary = ({"source": "gazette", "text": "It says so", "access": "read", "quote": {"exact": "lit by hand"}},)
    question = make(Question, primary=primary, finding="It was “lit by hand”.")
    assert list(quotations_are_cited(dataset(questions={"who": question}))) == []


def test_a_straight_quotation_mark_is_refused() -> None:
    """Words in straight quotation marks would escape the rules for quotations."""
    (finding,) = quotation_marks_are_curly(dataset(events={"lamp-lit": make(Event, summary='It "was lit".')}))
    message = "a straight quotation mark hides a quotation"
    remedy = "write “ before the words and ” after them"
    assert finding == Finding("lamp-lit", ("summary",), message, "quotation", remedy)


def test_what_a_correction_replaced_needs_no_fact() -> None:
    """The figures and the quotations of what was published need not be there any more; those of today do."""
    made = make(Correction, entity="lamps-now", was="There were “two” or 7.", now="There are 5.", reason="It is not 8.")
    data = dataset(series={"lamps": _series()}, corrections={"fewer": made})
    assert list(quotations_are_cited(data)) == []
    assert [(finding.path, finding.message) for finding in figures_have_facts(data)] == [
        (("reason",), 'no linked fact has the figure "8"')
    ]


def _worded(text: str) -> Dataset:
    topic = make(Topic, wording=({"avoid": "light house", "use": "lighthouse", "reason": "It is one word"},))
    return dataset(topic=topic, terms={"keeper": make(Term, definition=text)})


def test_avoided_words_are_reported_with_what_to_write() -> None:
    """A term that the house style avoids is named with the reason and the word to write, in capitals or not."""
    (finding,) = wording_is_ours(_worded("Light House keepers."))
    message = '"light house" is not used outside quotations: It is one word'
    assert finding == Finding("keeper", ("definition",), message, "wording", 'write "lighthouse"')


@pytest.mark.parametrize("text", ["They say “light house”.", "The slight houses.", "A lighthouse."])
def test_avoided_words_may_be_quoted(text: str) -> None:
    """The same words in a quotation, or as part of other words, are fine."""
    assert list(wording_is_ours(_worded(text))) == []


def test_the_check_command_shows_file_and_line(topic: Any, check: Callable[[Any], tuple[int, str]]) -> None:
    """An editor sees the file, the line, the field and the figure."""
    file = topic / "data" / "events" / "lamp-lit.yml"
    change(file, "lit the lamp", "lit 9 lamps")
    line = file.read_text(encoding="utf-8").split("\n").index("summary: |-") + 1
    status, said = check(topic)
    assert status == 1
    expected = f'data/events/lamp-lit.yml:{line}: summary: no linked fact has the figure "9" [figure]\n    {_LINK_IT}\n'
    assert said == expected + "1 problem\n"


def test_a_chart_may_mention_the_periods_that_it_shows() -> None:
    """The sentence of a chart may say the years of its series, of any time."""
    lamps = _series(*({"id": f"lamps-{year}", "period": year, "value": 5} for year in ("0830", "1901")))
    chart = make(Chart, sentence="From 830 to 1901 lamps grew", caveat="Not in 1905.")
    assert _figures(dataset(charts={"few": chart}, series={"lamps": lamps})) == ['no linked fact has the figure "1905"']


def test_the_figures_in_names_of_records_are_names() -> None:
    """The name of a term, an actor or a source may hold digits wherever it stands."""
    data = _with_event("The second is defined by caesium 133, says the G7 panel, in Mise en pratique 9.")
    named: dict[str, Any] = {
        "terms": {"caesium": make(Term, label="caesium 133")},
        "actors": {"panel": make(Actor, name="panel 7", aliases=("G7 panel",))},
        "sources": dict(data.sources) | {"guide": make(Source, title="Mise en pratique 9")},
    }
    assert _figures(data) == ['no linked fact has the figure "133"', 'no linked fact has the figure "9"']
    assert _figures(replace(data, **named)) == []


def test_invented_words_do_not_pass_in_foreign_quotation_marks() -> None:
    """Words between « » or „ “ are a quotation, and no quote holds them."""
    for words in ("« il brûle »", "„es brennt“"):
        event = make(Event, summary=f"Er sagt: {words}.")
        (finding,) = quotations_are_cited(dataset(events={"lamp-lit": event}))
        assert "no quote of the record has these words" in finding.message


def test_prose_is_read_in_the_language_of_the_topic() -> None:
    """A page and a record in Spanish write numbers and dates as Spanish does."""
    topic = make(Topic, language="es")
    lamps = _series({"id": "lamps-now", "period": "2019-05-20", "value": "12.5"}, period_kind="point in time")
    event = make(Event, summary="Un 12,5 % el 20 de mayo de 2019.", numbers=("lamps-now",))
    assert _figures(dataset(topic=topic, events={"lamp-lit": event}, series={"lamps": lamps})) == []
    (problem,) = prose("Son 1.250.000 lámparas.", "docs/index.md", (), [], topic)
    assert problem.message == 'the figure "1.250.000" comes from no fact'


@pytest.mark.parametrize(
    ("text", "quote", "figure"),
    [
        ("The city hires six thousand keepers.", "hire 5,000 keepers", "6,000"),
        ("The city hires two to four million keepers.", "2 to 3 million", "4,000,000"),
        ("A keeper serves three years.", "a two-year term", "3 years"),
        ("A boat is held for seventy-two hours.", "for 48 hours", "72 hours"),
    ],
)
def test_a_figure_in_words_is_one_that_the_record_quotes(text: str, quote: str, figure: str) -> None:
    """A large number in words, or a length of time, is held by a quote or a linked number."""
    found = _found_in_words(text, quote)
    message = f'no quote of the record and no linked fact has the figure "{figure}"'
    remedy = "quote the words that hold it, link the number in 'numbers', or fix the figure"
    assert found == [Finding("hire", ("text",), message, "figure", remedy)]


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("The city hires five thousand keepers.", "hire 5,000 keepers"),
        ("The city hires two to three million keepers.", "2 to 3 million"),
        ("A keeper serves two years.", "for 24 months"),
        ("Three keepers serve for two years.", "a two-year term"),
        ("Three years later, a keeper serves two years.", "a two-year term"),
        ("A keeper serves a year, within three days.", "a two-year term"),
        ("A thousand lamps were lit.", "hire 5,000 keepers"),
        ("It is a matter of three weeks.", "the lamps of the harbour"),
        ("He spoke of “six thousand lamps” in Lamport.", "six thousand lamps"),
    ],
)
def test_small_counts_and_other_lengths_in_words_are_free(text: str, quote: str) -> None:
    """Small counts, round numbers, other units and what counts from a day need no quote."""
    assert _found_in_words(text, quote) == []


def test_a_linked_number_explains_a_figure_in_words() -> None:
    """A number that the record links to may stand in words."""
    linked = make(Statement, text="The city has six thousand lamps.", numbers=("lamps-2017",))
    lamps = _series({"id": "lamps-2017", "value": 6000, "period": "2017"})
    assert list(figures_have_facts(dataset(series={"lamps": lamps}, statements={"hire": linked}))) == []


def _found_in_words(text: str, quote: str) -> list[Finding]:
    cited = {"source": "gazette", "locator": "p1", "quote": {"exact": quote}, "access": "read"}
    return list(figures_have_facts(dataset(statements={"hire": make(Statement, text=text, citations=[cited])})))
