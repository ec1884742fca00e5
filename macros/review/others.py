"""What else is said about a fact: what sources answer to its questions, and the numbers that its source compares."""

from collections.abc import Iterator
from dataclasses import dataclass

from macros import phrase
from macros.model import FACT_KINDS
from macros.review.compare import Difference
from macros.review.state import State
from macros.review.wording import short
from macros.views import words


@dataclass(frozen=True)
class Other:
    """What a source answers to a question that a fact answers too, with the verdict on it."""

    about: str
    source: str
    says: str
    verdict: str = ""


def others(fact: str, difference: Difference) -> Iterator[Other]:
    """Yield what each source answers to the questions of a fact, then the numbers that the fact's source compares."""
    state = difference.head
    if state.kind(fact) not in FACT_KINDS:
        return
    for question_id in state.queries.referring(fact, "question"):
        question = state.dataset.questions[question_id]
        for answer in question.answers:
            if not answer.silent:
                source = words.name(answer.source, state.queries)
                says = "; ".join(_in_words(name, fact, difference) for name in answer.facts)
                yield Other(question.question, source, says, answer.verdict or "")
        silent = [words.name(answer.source, state.queries) for answer in question.answers if answer.silent]
        if silent:
            yield Other(question.question, "; ".join(silent), "silent")
    yield from _compared(fact, difference)


def _in_words(other: str, fact: str, difference: Difference) -> str:
    """Return a fact in words beside ``fact``: by how much its number differs, and whether it changed too."""
    if other == fact:
        return "this fact"
    state = difference.head
    text = short(words.name(other, state.queries).rstrip("."))
    text = text if other in state.dataset.observations else f"“{text}”"
    changed = "changed too" if other in difference.touched else ""
    return ", ".join(filter(None, (text, _distance(fact, other, state), changed)))


def _distance(fact: str, other: str, state: State) -> str:
    """Return by how much a number differs from another of the same unit: "this is 100 more"; else ""."""
    this_point, that_point = (state.dataset.observations.get(name) for name in (fact, other))
    if this_point is None or that_point is None or this_point.series.unit != that_point.series.unit:
        return ""
    this, that = this_point.observation, that_point.observation
    if this.value is None or that.value is None:
        return ""
    if this.value == that.value:
        return "the same number" if this.qualifier == that.qualifier else "the same figure, qualified in another way"
    step = this.value - that.value
    without_qualifiers = "" if this.qualifier == that.qualifier == "exact" else ", their qualifiers left out"
    return f"this is {phrase.format_number(abs(step))} {'more' if step > 0 else 'less'}{without_qualifiers}"


def _compared(fact: str, difference: Difference) -> Iterator[Other]:
    """Yield the numbers that the source of a number compares with it."""
    numbers = difference.head.dataset.observations
    if fact in numbers:
        for other in numbers[fact].observation.compared_with:
            point = numbers[other]
            period = phrase.period(point.observation, point.series)
            yield Other("What it is compared with", period, _in_words(str(other), fact, difference))
