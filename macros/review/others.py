"""What other sources answer to the questions of a fact, and by how much its number differs from theirs."""

from collections.abc import Iterator

from macros import phrase
from macros.model import FACT_KINDS, Answer, Observation
from macros.review.state import State
from macros.review.wording import short
from macros.views import words


def others(fact: str, state: State) -> Iterator[str]:
    """Yield a sentence for each question that a fact answers, and one for the numbers that its source compares."""
    if state.kind(fact) not in FACT_KINDS:
        return
    for name in state.queries.referring(fact, "question"):
        question = state.dataset.questions[name]
        answers = [_answer(fact, answer, state) for answer in question.answers if not answer.silent]
        silent = [words.name(answer.source, state.queries) for answer in question.answers if answer.silent]
        told = [answer for answer in answers if answer] + ([f"silent: {' and '.join(silent)}"] if silent else [])
        yield f"“{short(question.question)}” {'; '.join(told) or 'no other source answers'}"
    yield from _compared(fact, state)


def _answer(fact: str, answer: Answer, state: State) -> str:
    """Return an answer in words, without this fact; "" if that leaves nothing."""
    facts = [name for name in answer.facts if name != fact]
    told = ", ".join(_told(fact, name, state) for name in facts)
    verdict = f" ({answer.verdict})" if answer.verdict else ""
    source = words.name(answer.source, state.queries)
    if not facts:
        return f"{source}: this fact{verdict}" if answer.verdict else ""
    return f"{source}: {told}{verdict}"


def _told(fact: str, other: str, state: State) -> str:
    text = short(words.name(other, state.queries).rstrip("."))
    text = text if other in state.dataset.observations else f"“{text}”"
    distance = _distance(fact, other, state)
    return f"{text}, {distance}" if distance else text


def _distance(fact: str, other: str, state: State) -> str:
    """Return by how much a number differs from another of the same unit: "this is 100 more"; else ""."""
    numbers = state.dataset.observations
    if fact not in numbers or other not in numbers:
        return ""
    unit = state.dataset.series[numbers[fact].series_id].unit
    if unit != state.dataset.series[numbers[other].series_id].unit:
        return ""
    return _between(numbers[fact].observation, numbers[other].observation)


def _between(this: Observation, that: Observation) -> str:
    if this.value is None or that.value is None:
        return ""
    if this.value == that.value:
        return "the same number" if this.qualifier == that.qualifier else "the same figure, qualified in another way"
    step = this.value - that.value
    return f"this is {phrase.plain(abs(step))} {'more' if step > 0 else 'less'}"


def _compared(fact: str, state: State) -> Iterator[str]:
    if fact in state.dataset.observations:
        for other in state.dataset.observations[fact].observation.compared_with:
            point = state.dataset.observations[other]
            when = phrase.period(point.observation, state.dataset.series[point.series_id])
            yield f"its source compares it with {_told(fact, other, state)} ({when})"
