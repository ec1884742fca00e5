"""Small valid records and datasets; a test names only the fields that it is about."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from macros.load import load
from macros.model import (
    Actor,
    Chart,
    Citation,
    Comparison,
    Correction,
    Dataset,
    Event,
    Observation,
    Question,
    Quote,
    Record,
    Series,
    Source,
    Statement,
    Statute,
    Term,
    Topic,
    Verification,
)
from macros.queries import Queries

ROOT = Path(__file__).resolve().parent.parent
GOOD_TOPIC = ROOT / "tests" / "broken" / "good"
"""A small topic without a mistake, of one file a kind."""
GOOD_TEXTS = ROOT / "tests" / "broken" / "texts"
"""The text of its one source that has a text."""
loaded = cache(load)
"""Loads a topic that no test changes, once a process."""

R = TypeVar("R", bound=Record)

_ENTITY: dict[str, Any] = {"topics": ("lamp",), "access": "read"}
_CITED: dict[str, Any] = _ENTITY | {
    "citations": ({"source": "gazette", "locator": "p1", "quote": {"exact": "was lit"}},)
}
_FIELDS: Mapping[type[Record], dict[str, Any]] = {
    Topic: {
        "title": "The lamp",
        "tagline": "Who lit it",
        "summary": "A lamp was lit.",
        "as_of": "1901-05-01",
        "checked": "1901-06-01",
        "notice": "Only a test.",
        "licences": {"code": "MIT", "data": "CC BY 4.0"},
        "nav": ({"label": "Home", "page": "index.md"},),
        "topics": ({"id": "lamp", "label": "The lamp"},),
        "categories": ({"id": "opening", "label": "Openings"},),
    },
    Quote: {"exact": "was lit"},
    Verification: {"text": "0" * 64, "quotes": ()},
    Citation: {"source": "gazette", "locator": "p1", "quote": {"exact": "was lit"}},
    Source: _ENTITY
    | {
        "title": "The lamp is lit",
        "publisher": "Gull Gazette",
        "kind": "news report",
        "interest": "none",
        "independence_group": "gazette",
        "accessed": "1901-06-01",
        "unverifiable": "It was read on paper",
    },
    Actor: _CITED | {"name": "Ann Reed", "kind": "person", "summary": "She kept the lamp."},
    Statute: _CITED
    | {
        "citation": "Lights Act",
        "heading": "Lights on islands",
        "kind": "offence",
        "summary": "Nobody may put out a lamp.",
        "as_of": "1901-05-01",
        "amended": "Nothing was found.",
    },
    Term: _CITED | {"label": "keeper", "definition": "Whoever keeps a lamp."},
    Event: _CITED
    | {
        "date": "1901-05-01",
        "basis": {"kind": "stated"},
        "title": "The lamp is lit",
        "summary": "The keeper lit it.",
        "category": "opening",
        "status": "happened",
    },
    Statement: _CITED | {"attributed_to": {"source": "gazette"}, "kind": "background", "text": "The lamp is old."},
    Question: _ENTITY
    | {
        "question": "Who lit the lamp?",
        "answer": "Nobody says.",
        "answers": ({"source": "gazette", "silent": True},),
        "finding": "Nobody says.",
        "why": "No source speaks of it.",
    },
    Comparison: _ENTITY
    | {
        "title": "What changed",
        "first": "gazette",
        "second": "herald",
        "rows": (
            {
                "aspect": "Sent to",
                "first": {"text": "Nobody.", "facts": ("lamp-lit",)},
                "second": {"text": "All keepers.", "facts": ("lamp-lit",)},
            },
        ),
    },
    Observation: {"id": "lamps-now", "period": "1901", "value": 5},
    Series: _CITED
    | {
        "title": "Lamps",
        "measure": "lamps",
        "unit": "lamps",
        "definition": "Every lamp that burns.",
        "comparability_group": "lamps",
        "period_kind": "calendar year",
        "limits": {"minimum": 0, "maximum": 100},
        "observations": ({"id": "lamps-now", "period": "1901", "value": 5},),
    },
    Chart: _ENTITY
    | {
        "sentence": "There are few lamps",
        "mark": "bars",
        "series": ("lamps",),
        "alt": "One bar",
        "caveat": "It shows one year.",
    },
    Correction: _ENTITY
    | {
        "entity": "lamp-lit",
        "date": "1901-06-01",
        "kind": "correction",
        "was": "Anne",
        "now": "Ann",
        "reason": "The gazette writes it so.",
    },
}


def fields(model: type[Record], **changes: Any) -> dict[str, Any]:
    """Return what a valid file of a kind says, with changes; a field that is None is left out."""
    return {name: value for name, value in (_FIELDS.get(model, {}) | changes).items() if value is not None}


def make(model: type[R], **changes: Any) -> R:
    """Return a valid record of a kind, with changes; a field that is None is left out."""
    return model.model_validate(fields(model, **changes))


def with_text(**changes: Any) -> Source:
    """Return a source that has a text of two paragraphs, p1 and p2."""
    lines = {"headline": 1, "paragraphs": (3, 5)}
    text = {"file": "gazette.txt", "sha256": "0" * 64, "lines": lines}
    return make(Source, **({"text": text, "unverifiable": None} | changes))


def dataset(**kinds: Any) -> Dataset:
    """Return a dataset of the one source "gazette" and of the given records, by folder and id."""
    return Dataset(**{"topic": make(Topic), "sources": {"gazette": make(Source)}, **kinds})


def queries_of(**kinds: Any) -> Queries:
    """Return the queries to such a dataset."""
    return Queries(dataset(**kinds))
