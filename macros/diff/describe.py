"""A fact in one sentence, for those that are new or gone."""

from macros.diff.state import TOPIC, State
from macros.diff.wording import value
from macros.model import Claim, Correction, Event, Observation, Source, Statement
from macros.views import facts

_TEXT = ("definition", "summary", "alt")
"""The field that says most of a term, a series, a person, a law or a chart."""


def kind_words(fact: str, state: State) -> str:
    """Return the kind of a fact as readers know it: "number", "directive", "question"."""
    record = state.facts[fact]
    if isinstance(record, Statement):
        return str(record.kind)
    return {"observation": "number", "claim": "question", "actor": str(getattr(record, "kind", ""))}.get(
        state.kind(fact), state.kind(fact)
    )


def describe(fact: str, state: State) -> str:
    """Return what a fact says, in a sentence or a few."""
    record = state.facts[fact]
    match record:
        case Event() | Statement() | Observation():
            shown = facts.fact(fact, state.queries)
            speaker = f"{shown.speaker.label}: " if shown.speaker else ""
            return _line(f"{speaker}{(shown.title or shown.text).rstrip('.')} ({shown.date or 'no date'}).")
        case Claim():
            return _line(f"Our finding: {record.finding}")
        case Correction():
            entity = value(record.entity, state)
            return _line(f"{record.kind} of {record.date} to {entity}: was {record.was}, now {record.now}")
        case Source():
            issued = f", {record.issued}" if record.issued else ""
            return _line(f"“{record.title}”, {record.kind} of {record.publisher}{issued}.")
    texts = (getattr(record, name, None) for name in _TEXT)
    return "" if fact == TOPIC else _line(next((str(text) for text in texts if text), ""))


def _line(text: str) -> str:
    return " ".join(text.split())
