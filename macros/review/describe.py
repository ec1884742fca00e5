"""Describes a fact that is new or gone, in a sentence or a few."""

from collections.abc import Iterator

from macros.language import gettext, message, quoted
from macros.model import Actor, Answer, Correction, Event, Observation, Question, Source, Statement
from macros.model.words import one_line
from macros.review.state import TOPIC, State
from macros.review.wording import title, value
from macros.views import facts, words

_TEXT = ("definition", "summary", "alt")
"""The fields that describe a term, a series, a person, a law or a chart; the first that it has counts."""


def kind_words(fact: str, state: State) -> str:
    """Return the kind of a fact in a word for readers: "number", "directive", "question"."""
    record = state.facts[fact]
    if isinstance(record, Statement | Actor):
        return str(record.kind)
    return "number" if isinstance(record, Observation) else state.kind(fact)


def describe(fact: str, state: State) -> str:
    """Return what a fact says, in a sentence or a few."""
    record = state.facts[fact]
    match record:
        case Event() | Statement() | Observation():
            return _fact(fact, record, state)
        case Question():
            answers = "; ".join(_answer(answer, state) for answer in record.answers)
            finding = gettext("Our finding: %(finding)s Answers: %(answers)s.", finding=record.finding, answers=answers)
            return one_line(finding)
        case Correction():
            entity, was, now = value(record.entity, state), record.was.rstrip("."), record.now.rstrip(".")
            return one_line(f"{record.kind} of {record.date} to {entity}: was {was}, now {now}")  # never published
        case Source():
            return one_line(" ".join(_source(fact, record, state)))
    texts = (getattr(record, name, None) for name in _TEXT)
    return "" if fact == TOPIC else one_line(next((str(text) for text in texts if text), ""))


def _source(fact: str, record: Source, state: State) -> Iterator[str]:
    """Yield what a source is; the stake of its publisher; and why its words cannot be verified."""
    kind = words.source_kind(fact, state.queries)
    names = {"title": quoted(record.title), "kind": kind, "publisher": record.published_by}
    about = gettext("%(title)s, %(kind)s of %(publisher)s", **names)
    yield f"{about}, {record.issued}." if record.issued else f"{about}."
    if record.interest != "none":
        yield gettext("Its publisher has a stake: %(stake)s.", stake=words.interest(fact, state.queries))
    if record.unverifiable:
        yield gettext("Quotes cannot be verified: %(reason)s.", reason=record.unverifiable.rstrip("."))


def _fact(fact: str, record: Event | Statement | Observation, state: State) -> str:
    """Return an event, a statement or a number with its date and the marks that readers see."""
    view = facts.fact(fact, state.queries)
    speaker = f"{view.speaker.label}: " if view.speaker else ""
    text = view.title if isinstance(record, Observation) else view.text
    date = str(view.date or gettext("no date"))
    if basis := getattr(record, "basis", None):
        date += f", {message(basis.kind)}" + (f": {basis.how}" if basis.how else "")
    of_event = _remarks_on_event(record, state) if isinstance(record, Event) else ()
    remarks = "; ".join((date, *view.marks, *of_event))
    return one_line(f"{speaker}{text.rstrip('.')} ({remarks}).")


def _remarks_on_event(event: Event, state: State) -> tuple[str, ...]:
    """Return the category of an event, its status if that is not among its marks, and its people."""
    category = event.category and words.categories(state.queries).get(event.category, event.category)
    happened = [message(event.status)] if event.status == "happened" else []
    people = [words.name(actor, state.queries) for actor in event.actors]
    return (*([gettext("category: %(name)s", name=category)] if category else []), *happened, *people)


def _answer(answer: Answer, state: State) -> str:
    """Return what a source answers to a question, with the verdict on it: "Gull Gazette, 1901: silent"."""
    titles = ", ".join(quoted(title(name, state)) for name in answer.facts) or gettext("silent")
    verdict = f" ({message(answer.verdict)})" if answer.verdict else ""
    return f"{words.name(answer.source, state.queries)}: {titles}{verdict}"
