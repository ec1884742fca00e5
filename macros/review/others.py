"""What else speaks of a fact: what sources answer to its questions, and the numbers that its source compares."""

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
    """What a source says where a fact is one of the answers, with the verdict on it."""

    about: str
    source: str
    says: str
    verdict: str = ""


def others(fact: str, difference: Difference) -> Iterator[Other]:
    """Yield what each source answers to the questions of a fact, then the numbers that the fact's source compares."""
    state = difference.head
    if state.kind(fact) not in FACT_KINDS:
        return
    for name in state.queries.referring(fact, "question"):
        question = state.dataset.questions[name]
        for answer in question.answers:
            if not answer.silent:
                source = words.name(answer.source, state.queries)
                told = "; ".join(
                    "this fact" if name == fact else _told(fact, name, difference) for name in answer.facts
                )
                yield Other(question.question, source, told, answer.verdict or "")
        silent = [words.name(answer.source, state.queries) for answer in question.answers if answer.silent]
        if silent:
            yield Other(question.question, "; ".join(silent), "silent")
    yield from _compared(fact, difference)


def _told(fact: str, other: str, difference: Difference) -> str:
    """Return another fact in words: how far its number is from this one, and whether it changed too."""
    state = difference.head
    text = short(words.name(other, state.queries).rstrip("."))
    text = text if other in state.dataset.observations else f"“{text}”"
    changed = "changed too" if other in difference.touched else ""
    return ", ".join(filter(None, (text, _distance(fact, other, state), changed)))


def _distance(fact: str, other: str, state: State) -> str:
    """Return by how much a number differs from another of the same unit: "this is 100 more"; else ""."""
    one, two = (state.dataset.observations.get(name) for name in (fact, other))
    if one is None or two is None or one.series.unit != two.series.unit:
        return ""
    this, that = one.observation, two.observation
    if this.value is None or that.value is None:
        return ""
    if this.value == that.value:
        return "the same number" if this.qualifier == that.qualifier else "the same figure, qualified in another way"
    step = this.value - that.value
    bare = "" if this.qualifier == that.qualifier == "exact" else ", their qualifiers left out"
    return f"this is {phrase.format_number(abs(step))} {'more' if step > 0 else 'less'}{bare}"


def _compared(fact: str, difference: Difference) -> Iterator[Other]:
    numbers = difference.head.dataset.observations
    if fact in numbers:
        for other in numbers[fact].observation.compared_with:
            point = numbers[other]
            when = phrase.period(point.observation, point.series)
            yield Other("What it is compared with", when, _told(fact, other, difference))
