"""What else is said about a fact: what sources answer to its questions, and the numbers that its source compares."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from macros import phrase
from macros.model import FACT_KINDS
from macros.queries import Queries, derived_once, grouped
from macros.review.compare import Difference
from macros.review.state import State
from macros.review.wording import short, title
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


def in_one_place(fact: str, difference: Difference) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return the places of sources that bear a new fact and others that were there, with the titles of these."""
    state = difference.head
    if fact not in difference.added or state.kind(fact) not in FACT_KINDS:
        return ()
    facts_by_place, own = _facts_by_place(state.queries), state.queries.owner(fact)
    places = dict.fromkeys((one.source, one.locator) for one in state.citations(fact) if one.role == "supports")
    found = []
    for source, locator in places:
        facts = (one for one in facts_by_place[source, locator] if state.queries.owner(one) != own)
        titles = tuple(f"“{title(one, state)}”" for one in facts if one not in difference.added)
        if titles:
            found.append((f"{words.name(source, state.queries)}, {words.locator(locator)}", titles))
    return tuple(found)


@derived_once
def _facts_by_place(queries: Queries) -> Mapping[tuple[str, str], tuple[str, ...]]:
    """Return the facts that each passage of a source supports, by the source and the locator."""
    facts = (fact for fact, kind in queries.kinds.items() if kind in FACT_KINDS)
    cited = ((fact, one) for fact in facts for one in queries.citations(fact) if one.role == "supports")
    return grouped(((str(one.source), str(one.locator)), fact) for fact, one in dict.fromkeys(cited))


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
    """Return by how much another number of the same unit differs: "100 more than this fact (about 1,250)"; else ""."""
    this_point, that_point = (state.dataset.observations.get(name) for name in (fact, other))
    if this_point is None or that_point is None or this_point.series.unit != that_point.series.unit:
        return ""
    this, that = this_point.observation, that_point.observation
    if this.value is None or that.value is None:
        return ""
    if this.value == that.value:
        return "the same number" if this.qualifier == that.qualifier else "the same figure, qualified in another way"
    step = phrase.format_number(abs(that.value - this.value))
    without_qualifiers = "" if this.qualifier == that.qualifier == "exact" else ", without the qualifiers"
    growth = "more" if that.value > this.value else "less"
    return f"{step} {growth} than this fact ({phrase.number(this)}){without_qualifiers}"


def _compared(fact: str, difference: Difference) -> Iterator[Other]:
    """Yield the numbers that the source of a number compares with it."""
    numbers = difference.head.dataset.observations
    if fact in numbers:
        for other in numbers[fact].observation.compared_with:
            point = numbers[other]
            period = phrase.period(point.observation, point.series)
            yield Other("What it is compared with", period, _in_words(str(other), fact, difference))
