"""What a reader sees of disagreement and of doubt: answers by source, corrections, and the health of the evidence."""

from typing import Any

from macros.model import Claim, Correction, Event, Series, Source, Statement
from macros.queries import Queries
from macros.views.claims import matrix
from macros.views.corrections import corrections
from macros.views.health import health
from tests.factories import dataset, make


def _of(**kinds: Any) -> Queries:
    return Queries(dataset(**kinds))


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


def test_an_answer_shows_its_figures_and_its_words() -> None:
    """A cell holds the numbers that answer, with their qualifier, and each quotation once."""
    cited = {"citations": ({"source": "gazette", "locator": "p1", "quote": {"exact": "was lit"}},)}
    number = {"id": "lamps-now", "period": "1901", "value": 5, "qualifier": "about"} | cited
    answers = ({"source": "gazette", "facts": ("lamps-now", "lamp-lit")},)
    queries = _of(
        series={"lamps": make(Series, observations=(number,))},
        events={"lamp-lit": make(Event, **cited)},
        claims={"how-many": make(Claim, answers=answers)},
    )
    (cell,) = matrix(queries).rows[0].cells
    assert (cell.state, cell.figures, cell.quotes) == ("says", ("about 5 lamps",), ("was lit",))


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
