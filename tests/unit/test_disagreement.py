"""What a reader sees of disagreement and of doubt: answers by source, corrections, and the health of the evidence."""

import re
from typing import Any, get_args

from macros.model import Correction, Event, Question, Series, Source, Statement, Topic
from macros.model.facts import Relation, Verdict
from macros.pages.check import NEEDS
from macros.queries import Queries
from macros.render import render
from macros.site.pages import pages
from macros.views import verdicts
from macros.views.evidence import corrections
from macros.views.health import health
from macros.views.question import page
from macros.views.questions import Matrix, matrix, short
from tests.factories import make, queries_of


def _question(verdict: str | None, **changes: Any) -> Question:
    answers = ({"source": "gazette", "facts": ("lamp-lit",), "verdict": verdict}, {"source": "herald", "silent": True})
    return make(Question, answers=changes.pop("answers", answers), **changes)


def _questions(**questions: Question) -> Queries:
    return queries_of(
        sources={"gazette": make(Source), "herald": make(Source, publisher="Herald", interest="party")},
        events={"lamp-lit": make(Event), "in-fog": make(Event)},
        questions=questions,
    )


def test_a_question_has_a_cell_for_each_source() -> None:
    """Each answer shows its verdict, its facts and the stake of its source; a silent source says so."""
    queries = _questions(who=_question("not confirmed"))
    (row,) = matrix(queries).rows
    assert [(cell.verdict, [one.id for one in cell.facts], cell.interest) for cell in row.cells] == [
        (verdicts.UNCHECKED, ["lamp-lit"], ""),
        (verdicts.SILENT, [], "party to the matter"),
    ]
    assert [cell.source.label for cell in page("who", queries).silent] == ["Herald"]


def test_sources_of_one_publisher_are_told_apart() -> None:
    """A column has the publisher's name alone, unless two columns would have the same."""
    queries = _questions(who=_question(None))
    assert [source.label for source in matrix(queries).sources] == ["Gull Gazette", "Herald"]
    dated = [make(Source, issued=year, basis={"kind": "stated"}) for year in ("1901", "1902")]
    twice = queries_of(
        sources=dict(zip(("gazette", "herald"), dated, strict=True)),
        questions={
            "who": _question(
                None, answers=({"source": "gazette", "silent": True}, {"source": "herald", "silent": True})
            )
        },
    )
    assert [source.label for source in matrix(twice).sources] == ["Gull Gazette, 1901", "Gull Gazette, 1902"]


def test_a_question_in_short_is_its_answer_and_a_link() -> None:
    """Questions stand in the order that the page names them, each with its answer and the way to all that is said."""
    queries = _questions(a=_question(None, question="Why?", answer="No."), b=_question(None, answer="By night."))
    (_, first), (link, second) = short(("b", "a"), queries)
    assert (first, second, link.label, link.href) == ("By night.", "No.", "Why?", queries.href("a"))


def test_a_question_without_an_answer_has_no_short_form() -> None:
    """The macro refuses a question whose answer nobody wrote, and says what is missing."""
    is_met, message, _ = NEEDS["answers"]
    queries = _questions(open=_question(None, answer=None), told=_question(None, answer="By night."))
    assert [name for name in ("open", "told") if not is_met(name, queries)] == ["open"]
    assert message == "has no answer in a sentence"


def test_an_answer_shows_its_figures_and_its_words() -> None:
    """A row leads with the numbers that answer, with their qualifier, and holds the first quotation with its place."""
    cited = {"citations": ({"source": "gazette", "locator": "p1", "quote": {"exact": "was lit"}},)}
    number = {"id": "lamps-now", "period": "1901", "value": 5, "qualifier": "about"} | cited
    answers = ({"source": "gazette", "facts": ("lamp-lit", "lamps-now")},)
    queries = queries_of(
        series={"lamps": make(Series, observations=(number,))},
        events={"lamp-lit": make(Event, **cited)},
        questions={"how-many": make(Question, answers=answers)},
    )
    (cell,) = matrix(queries).rows[0].cells
    assert [one.title for one in cell.lead] == ["about 5 lamps"]
    assert cell.quote
    passage, href = cell.quote
    assert (str(passage.record.quote and passage.record.quote.exact), passage.place) == ("was lit", "paragraph 1")
    assert href == "numbers/lamps.html#lamps-now"


def test_an_answer_without_numbers_and_words_leads_with_what_stands_first() -> None:
    """Where nothing is quoted, the first statement that the editor names stands for the answer."""
    unquoted = ({"source": "gazette", "locator": "p1"},)
    said = {
        "keeper-says": make(Statement, text="It burns.", citations=unquoted),
        "other": make(Statement, citations=unquoted),
    }
    queries = queries_of(
        statements=said, questions={"who": _question(None, answers=({"source": "gazette", "facts": tuple(said)},))}
    )
    (cell,) = matrix(queries).rows[0].cells
    assert [one.text for one in cell.lead] == ["It burns."]


def test_a_source_that_speaks_of_something_near_does_not_say() -> None:
    """Where an answer is silence beside facts, the row shows these, and the source is not among the silent."""
    answers = ({"source": "gazette", "facts": ("lamp-lit",), "verdict": "silent"}, {"source": "herald", "silent": True})
    queries = _questions(who=_question(None, answers=answers))
    assert [cell.finer for cell in matrix(queries).rows[0].cells] == ["Does not say", ""]
    assert [cell.source.label for cell in page("who", queries).silent] == ["Herald"]


def test_every_verdict_has_a_word_and_a_shape_of_its_own() -> None:
    """Each finer verdict of the data has one of six for the eye, and no two of these look or read alike."""
    assert {*get_args(Verdict)} <= verdicts.VERDICTS.keys()
    assert {*get_args(Relation)} == verdicts.RELATIONS.keys()
    drawn = {str(render("questions", view=Matrix((), (), (one,)), root="", mentions=None)) for one in verdicts.KEY}
    shapes = {re.sub('class="[^"]*"', "", str(re.search("<svg.*</svg>", html, re.DOTALL))) for html in drawn}
    assert len(shapes) == len({one.word for one in verdicts.KEY}) == 6


def test_questions_stand_by_what_the_sources_make_of_them() -> None:
    """Conflicts come first, then what differs in scope, what nobody judged, agreement, and one source alone."""
    apart = ({"source": "gazette", "facts": ("lamp-lit",)}, {"source": "herald", "facts": ("in-fog",)})
    judged = tuple(one | {"verdict": "supported"} for one in apart)
    both = ({"source": "gazette", "facts": ("lamp-lit",)}, {"source": "herald", "facts": ("lamp-lit",)})
    queries = _questions(
        alone=_question("supported"),
        agreed=_question(None, answers=both, relations=("same",)),
        untold=_question(None, answers=apart),
        borne=_question(None, answers=judged),
        one=_question(None, answers=both),
        wider=_question("broader"),
        scope=_question(None, answers=both, relations=("other subject",)),
        against=_question(None, answers=both, relations=("same", "contradicts")),
        wrong=_question("contradicted"),
    )
    assert [(group.label, [row.id for row in group.rows]) for group in matrix(queries).groups] == [
        ("Conflicts", ["wrong", "against"]),
        ("In part", ["scope"]),
        ("Not judged", ["untold"]),
        ("No conflict", ["agreed", "borne", "one"]),
        ("One source, no conflict", ["wider", "alone"]),
    ]


def test_a_page_leads_to_the_questions_beside_it() -> None:
    """Previous and next follow the order of the index."""
    queries = _questions(a=_question("supported"), b=_question("contradicted"), c=_question("broader"))
    around = [page(name, queries) for name in ("b", "c", "a")]
    assert [one.previous and one.previous.id for one in around] == [None, "b", "c"]
    assert [one.following and one.following.id for one in around] == ["c", "a", None]


def test_a_long_page_folds_what_does_not_conflict() -> None:
    """Where much is said, the answers that conflict stand open and the others are folded; else all stand open."""
    answers = [
        {"source": "gazette", "facts": ("lamp-lit",), "verdict": "supported", "why": "Long." * 200},
        {"source": "herald", "facts": ("lamp-lit",), "verdict": "differs"},
    ]
    long = _page(_questions(who=_question(None, answers=tuple(answers))))
    assert re.findall('<details class="x-fold x-outlet"( open)?>', long) == ["", " open"]
    answers[0]["why"] = "Short."
    short = _page(_questions(who=_question(None, answers=tuple(answers))))
    assert re.findall('<details class="x-fold x-outlet"( open)?>', short) == [" open", " open"]


def test_a_long_text_folds_what_we_find() -> None:
    """Where much stands above the answers, what we find is folded with its reasons, and else stands above them."""
    for finding, is_folded in (("Found.", False), ("Found." * 200, True)):
        above, _, folded = _page(_questions(who=_question(None, finding=finding))).partition("<details")
        assert ("Found." in above, "Found." in folded) == (not is_folded, is_folded)


def _page(queries: Queries) -> str:
    (body,) = (one.body for one in pages(queries) if one.path == "questions/who.md")
    return str(body)


def _forceful(verb: str | None, own: str | None = None, kind: str = "directive", **topic: Any) -> Queries:
    order = {"kind": "directive", "force": "shall", "citations": ({"source": "act", "locator": "p. 1", "verb": own},)}
    told = {"kind": kind, "force": "not read" if kind == "directive" else None}
    cited = [{"source": name, "locator": "p1", "verb": used} for name, used in (("gazette", verb), ("herald", "asks"))]
    answers = ({"source": "gazette", "facts": ("told",)}, {"source": "herald", "facts": ("told",)})
    primary = ({"source": "act", "locator": "p. 1", "text": "Light it.", "access": "read"},)
    return queries_of(
        topic=make(Topic, **topic),
        sources={
            "gazette": make(Source),
            "herald": make(Source, publisher="Herald"),
            "act": make(Source, title="Lamp Act", kind="statute"),
        },
        statements={"order": make(Statement, **order), "told": make(Statement, **told, citations=tuple(cited))},
        questions={"who": make(Question, answers=answers, primary=primary, compares_verbs=True)},
    )


_VERBS = ({"label": "asks"}, {"label": "orders", "verbs": ("shall", "commanded")})


def test_verbs_stand_on_the_scale_of_the_topic() -> None:
    """Documents stand where their force is, sources where their verbs are, in the order that the topic gives."""
    found = page("who", _forceful("commanded", verbs=_VERBS)).scale
    assert found
    told = [(s.label, [who.label for who, _ in s.documents], [who.label for who, _ in s.sources]) for s in found.steps]
    assert told == [("asks", [], ["Herald"]), ("orders", ["Lamp Act"], ["Gull Gazette"])]
    assert [verbs for _, verbs in found.steps[1].documents] == [()]
    shown = page("who", _forceful("commanded", verbs=({"label": "asks", "shown": "pide"}, _VERBS[1]))).scale
    assert shown
    assert [step.label for step in shown.steps] == ["pide", "orders"]


def test_every_source_that_answers_stands_on_the_scale_or_beside_it() -> None:
    """A source counts whatever kind of statement it makes; one without a verb is named below the scale."""
    queries = _forceful(None, kind="background", verbs=_VERBS)
    found = page("who", queries).scale
    assert found
    assert [[who.label for who, _ in step.sources] for step in found.steps] == [["Herald"], []]
    assert [who.label for who in found.without] == ["Gull Gazette"]
    assert "No verb quoted: " in _page(queries)
    assert "No verb quoted: " not in _page(_forceful("commanded", verbs=_VERBS))


def test_a_document_stands_by_its_own_verb() -> None:
    """Where a document has another verb than the word for its force, that verb is shown."""
    found = page("who", _forceful("commanded", "must", verbs=({"label": "asks"}, _VERBS[1], {"label": "must"}))).scale
    assert found
    assert [[verbs for _, verbs in step.documents] for step in found.steps] == [[], [], [("must",)]]


def test_an_answer_without_a_verdict_is_not_called_unchecked() -> None:
    """What a source calls a thing is seen in it, and no document has to confirm it."""
    assert matrix(_questions(who=_question(None))).rows[0].cells[0].verdict == verdicts.SAYS


def test_verbs_of_a_headline_stand_on_the_scale_too() -> None:
    """A capital letter keeps no verb off its step; a verb of no step is named apart; there are common steps."""
    found = page("who", _forceful("Commanded", verbs=_VERBS)).scale
    assert found
    assert [[verbs for _, verbs in step.sources] for step in found.steps] == [[("asks",)], [("Commanded",)]]
    mused = page("who", _forceful("mused", verbs=_VERBS)).scale
    assert mused
    assert [verbs for _, verbs in mused.unplaced] == [("mused",)]
    common = page("who", _forceful("ordered")).scale
    assert common
    assert [step.label for step in common.steps if step.sources] == ["asks", "orders"]


def test_only_a_question_that_compares_verbs_has_a_scale() -> None:
    """Verbs beside the answers of another question do not make it one about force."""
    assert page("who", _questions(who=_question("supported"))).scale is None


def test_corrections_stand_newest_first() -> None:
    """The last change of what was published is the first that a reader sees."""
    made = {name: make(Correction, date=date) for name, date in (("old", "1901-06-01"), ("new", "1902-01"))}
    shown = corrections(queries_of(events={"lamp-lit": make(Event)}, corrections=made))
    assert [(name, str(one.date), entity.href) for name, one, entity in shown] == [
        ("new", "January 1902", "index.html#lamp-lit"),
        ("old", "1 June 1901", "index.html#lamp-lit"),
    ]


def test_a_question_tells_what_was_corrected_in_it() -> None:
    """A changed verdict stands with its question: what it was, what it is, and why."""
    slip = make(Correction, entity="a", was="Supported.", now="Contradicted.")
    assert page("a", queries_of(questions={"a": make(Question)}, corrections={"slip": slip})).history == (
        "correction of 1 June 1901: was “Supported”, now “Contradicted”. The gazette writes it so.",
    )


def _weak(queries: Queries) -> dict[str, list[str]]:
    return {one.id: [link.label for link in one.records] for one in health(queries).findings}


def test_health_lists_what_is_weakly_supported() -> None:
    """A fact of one source, of an advocate, with an inferred date, or that nobody reviewed, is listed as such."""
    advocate = make(Source, interest="advocacy", independence_group="herald")
    herald = {"source": "herald", "locator": "p. 1"}
    basis = {"kind": "inferred", "how": "the stamp"}
    both = ({"source": "act", "locator": "p. 1"}, {"source": "gazette", "locator": "p. 1"}, herald)
    act = make(Source, kind="statute", independence_group="act")
    queries = queries_of(
        sources={"act": act, "gazette": make(Source), "herald": advocate},
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
    found = _weak(queries_of(sources=sources, events={"e": make(Event, title="Weak", citations=citations)}))
    assert [found[key] for key in ("single-source", "advocacy-only", "no-primary")] == [["Weak"]] * 3


def test_an_old_review_does_not_count() -> None:
    """A review of more than a year before the sources were last read is out of date."""
    event = make(Event, title="Old", reviewed={"by": "B. Lee", "on": "1900-05-20"})
    assert _weak(queries_of(events={"lamp-lit": event}))["not-reviewed"] == ["Old"]


def test_health_counts_the_facts() -> None:
    """Events, statements and numbers are what is counted."""
    queries = queries_of(events={"e": make(Event)}, statements={"s": make(Statement)}, series={"lamps": make(Series)})
    assert health(queries).total == 3
    assert health(queries).counts == ("1 event", "1 statement", "1 number", "1 source")
