"""What a reader sees of disagreement and of doubt: answers by source, corrections, and the health of the evidence."""

from typing import Any

from macros.checks.pages import NEEDS
from macros.model import Correction, Event, Question, Series, Source, Statement
from macros.queries import Queries
from macros.views.corrections import corrections
from macros.views.health import health
from macros.views.questions import QuestionRow, matrix, short
from tests.factories import dataset, make


def _of(**kinds: Any) -> Queries:
    return Queries(dataset(**kinds))


def _question(verdict: str | None, **changes: Any) -> Question:
    answers = ({"source": "gazette", "facts": ("lamp-lit",), "verdict": verdict}, {"source": "herald", "silent": True})
    return make(Question, answers=changes.pop("answers", answers), **changes)


def _questions(**questions: Question) -> Queries:
    return _of(
        sources={"gazette": make(Source), "herald": make(Source, publisher="Herald", interest="party")},
        events={"lamp-lit": make(Event)},
        questions=questions,
    )


def _rows(queries: Queries) -> list[QuestionRow]:
    return [row for group in matrix(queries).groups for row in group.rows]


def test_a_question_has_a_cell_for_each_source() -> None:
    """Each answer shows its verdict, its facts and the stake of its source; a silent source says so."""
    (row,) = _rows(_questions(who=_question("not confirmed")))
    assert [(cell.state, [one.fact.id for one in cell.said], cell.interest) for cell in row.cells] == [
        ("not confirmed", ["lamp-lit"], ""),
        ("silent", [], "party to the matter"),
    ]
    assert [source.label for source in row.silent] == ["Herald"]


def test_a_question_in_short_is_its_answer_and_a_link() -> None:
    """Questions stand in the order that the page names them, each with its answer and the way to all that is said."""
    queries = _questions(a=_question(None, question="Why?", answer="No."), b=_question(None, answer="By night."))
    (_, first), (link, second) = short(("b", "a"), queries)
    assert (first, second, link.label, link.href) == ("By night.", "No.", "Why?", queries.href("a"))


def test_a_question_without_an_answer_has_no_short_form() -> None:
    """The macro refuses a question whose answer nobody wrote, and says what is missing."""
    need = NEEDS["answers"]
    queries = _questions(open=_question(None, answer=None), told=_question(None, answer="By night."))
    assert [name for name in ("open", "told") if not need.is_met(name, queries)] == ["open"]
    assert need.message == "has no answer in a sentence"


def test_an_answer_shows_its_figures_and_its_words() -> None:
    """A cell leads with the numbers that answer, with their qualifier, and holds each quotation once with its place."""
    cited = {"citations": ({"source": "gazette", "locator": "p1", "quote": {"exact": "was lit"}},)}
    number = {"id": "lamps-now", "period": "1901", "value": 5, "qualifier": "about"} | cited
    answers = ({"source": "gazette", "facts": ("lamp-lit", "lamps-now")},)
    queries = _of(
        series={"lamps": make(Series, observations=(number,))},
        events={"lamp-lit": make(Event, **cited)},
        questions={"how-many": make(Question, answers=answers)},
    )
    (cell,) = _rows(queries)[0].cells
    assert (cell.state, [one.fact.title for one in cell.lead]) == ("says", ["about 5 lamps"])
    assert [(quote.exact, quote.place) for quote in cell.quotes] == [("was lit", "paragraph 1")]


def test_an_answer_without_numbers_leads_with_what_stands_first() -> None:
    """Of several statements the first that the editor names stands for the answer, with whom it is said of."""
    said = {
        "keeper-says": make(Statement, text="It burns.", attributed_to={"described": "the keeper"}),
        "other": make(Statement),
    }
    question = _question(None, answers=({"source": "gazette", "facts": tuple(said)},))
    queries = _of(sources={"gazette": make(Source)}, statements=said, questions={"who": question})
    (cell,) = _rows(queries)[0].cells
    assert [(one.speaker, one.fact.text) for one in cell.lead] == [("The keeper", "It burns.")]


def test_a_source_that_speaks_of_something_near_does_not_say() -> None:
    """Where an answer is silence beside facts, the cell shows these and does not call the source silent."""
    answers = ({"source": "gazette", "facts": ("lamp-lit",), "verdict": "silent"}, {"source": "herald", "silent": True})
    (row,) = _rows(_questions(who=_question(None, answers=answers)))
    assert [(cell.state, cell.is_silent) for cell in row.cells] == [("does not say", False), ("silent", True)]


def test_every_verdict_has_a_shape_of_its_own() -> None:
    """A verdict is told by word and by shape, and no two have the same."""
    verdicts = ("supported", "differs", "contradicted", "not confirmed", "opinion", None)
    shapes = {_rows(_questions(who=_question(verdict)))[0].cells[0].shape for verdict in verdicts}
    assert len(shapes) == len(verdicts)


def test_questions_stand_by_what_the_sources_make_of_them() -> None:
    """Sources apart come first, then a report apart from its document, then agreement, then one source alone."""
    both = ({"source": "gazette", "facts": ("lamp-lit",)}, {"source": "herald", "facts": ("lamp-lit",)})
    queries = _questions(
        alone=_question("supported"),
        agreed=_question(None, answers=both, relations=("same",)),
        wider=_question("broader"),
        against=_question(None, answers=both, relations=("same", "contradicts")),
    )
    assert [(group.heading, [row.id for row in group.rows]) for group in matrix(queries).groups] == [
        ("Where the sources differ from one another", ["against"]),
        ("Where a report differs from the document behind it", ["wider"]),
        ("Where the sources agree, or add to one another", ["agreed"]),
        ("Where one source alone speaks", ["alone"]),
    ]


def test_contradictions_lead_their_group() -> None:
    """In a group, an answer that a document contradicts comes before the others."""
    queries = _questions(a=_question("differs", question="A?"), b=_question("contradicted", question="B?"))
    assert [row.id for row in _rows(queries)] == ["b", "a"]


def test_corrections_stand_newest_first() -> None:
    """The last change of what was published is the first that a reader sees."""
    made = {name: make(Correction, date=date) for name, date in (("old", "1901-06-01"), ("new", "1902-01"))}
    shown = corrections(_of(events={"lamp-lit": make(Event)}, corrections=made))
    assert [(name, str(one.date), entity.href) for name, one, entity in shown] == [
        ("new", "January 1902", "timeline.html#lamp-lit"),
        ("old", "1 June 1901", "timeline.html#lamp-lit"),
    ]


def test_a_question_tells_what_was_corrected_in_it() -> None:
    """A changed verdict stands with its question: what it was, what it is, and why."""
    slip = make(Correction, entity="a", was="Supported.", now="Contradicted.")
    (row,) = _rows(_of(questions={"a": make(Question)}, corrections={"slip": slip}))
    assert row.history == (
        "correction of 1 June 1901: was “Supported.”, now “Contradicted.”. The gazette writes it so.",
    )


def _weak(queries: Queries) -> dict[str, list[str]]:
    return {finding.id: [link.label for link in finding.facts] for finding in health(queries).findings}


def test_health_lists_what_is_weakly_supported() -> None:
    """A fact of one source, of an advocate, with an inferred date, or that nobody reviewed, is listed as such."""
    advocate = make(Source, interest="advocacy", independence_group="herald")
    herald = {"source": "herald", "locator": "p. 1"}
    basis = {"kind": "inferred", "how": "the stamp"}
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


def test_a_document_that_only_discusses_a_fact_does_not_carry_it() -> None:
    """An advocate's fact that a statute discusses still has one source, an advocate, and no primary document."""
    citations = ({"source": "herald", "locator": "p. 1"}, {"source": "act", "locator": "p. 1", "role": "discusses"})
    sources = {
        "herald": make(Source, interest="advocacy"),
        "act": make(Source, kind="statute", independence_group="act"),
    }
    found = _weak(_of(sources=sources, events={"e": make(Event, title="Weak", citations=citations)}))
    assert [found[key] for key in ("single-source", "advocacy-only", "no-primary")] == [["Weak"]] * 3


def test_an_old_review_does_not_count() -> None:
    """A review of more than a year before the sources were last read is out of date."""
    event = make(Event, title="Old", reviewed={"by": "B. Lee", "on": "1900-05-20"})
    assert _weak(_of(events={"lamp-lit": event}))["not-reviewed"] == ["Old"]


def test_health_counts_the_facts() -> None:
    """Events, statements and numbers are what is counted."""
    queries = _of(events={"e": make(Event)}, statements={"s": make(Statement)}, series={"lamps": make(Series)})
    assert health(queries).total == 3
