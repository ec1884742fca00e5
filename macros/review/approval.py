"""Finds what a second person must approve: judgements, removals, contested questions, definitions."""

from collections.abc import Iterator

from macros.model import FACT_KINDS, Question
from macros.review.compare import Changed, Difference
from macros.review.state import State

DEFINITIONS = frozenset(
    {
        *("definition", "measure", "unit", "comparability_group"),
        *("period_kind", "period_basis", "year_starts", "elements", "label"),
    }
)
"""Fields that define what is counted or meant; only series, terms and statutes have them."""
_JUDGEMENTS = frozenset({"verdict", "finding", "relations"})
"""Fields that judge what sources answer; only questions have them."""
_DIFFERING = frozenset({"contradicted", "differs", "broader", "narrower"})
"""The verdicts by which an answer and the document differ."""


def reasons(fact: str, difference: Difference) -> tuple[str, ...]:
    """Return the reasons why a second person must approve the change of a fact; () if there are none."""
    if fact in difference.removed:
        return ("a fact is removed", *_contested(fact, difference.base))
    record = difference.head.facts[fact]
    if fact in difference.added:
        has_verdict = isinstance(record, Question) and any(answer.verdict for answer in record.answers)
        return (*(["it gives a verdict"] if has_verdict else []), *_contested(fact, difference.head))
    change = difference.changed.get(fact)
    return tuple(dict.fromkeys(_of_change(change, difference))) if change else ()


def _of_change(change: Changed, difference: Difference) -> Iterator[str]:
    for edit in change.edits:
        if edit.key[-1] in _JUDGEMENTS:
            yield f"a {edit.key[-1].removesuffix('s')} differs"
        if edit.key[0] in DEFINITIONS:
            yield "a definition differs"
    yield from _contested(change.id, difference.head)


def _contested(fact: str, state: State) -> Iterator[str]:
    """Yield a reason for each question that a fact answers, if answers contradict each other or the document."""
    if state.kind(fact) in FACT_KINDS:
        for name in state.queries.referring(fact, "question"):
            question = state.dataset.questions[name]
            if "contradicts" in question.relations or any(answer.verdict in _DIFFERING for answer in question.answers):
                yield f"the sources differ on “{question.question}”"
