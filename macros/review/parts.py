"""Divides a record into parts, under names that do not depend on their order."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel

from macros.model import Observation

Key = tuple[str, ...]
"""Names of fields and, for items of a list, what identifies them: an id, a source, a source and a place."""
NUMBER = "number"
"""The name of the part that holds all of ``NUMBER_FIELDS``."""
NUMBER_FIELDS = ("value", "low", "high", "qualifier")
_APART = frozenset({"citations", "observations"})
"""Fields of a whole fact that are compared separately."""
_IDENTITY = (
    *("id", "source", "locator", "url", "title", "page", "avoid", "pattern", "was", "statement", "heading", "aspect"),
)
"""The fields that tell items of a list apart."""
_SAID = ("text", "file", "label")
"""Those that tell apart items without any of them; the first counts."""


def parts(record: BaseModel) -> dict[Key, Any]:
    """Return every part of a record, in order."""
    return dict(_walk(record, ()))


def identity(item: BaseModel) -> str:
    """Return what identifies an item of a list: its id, or its source and place, or else its text, file or label."""
    named = [value for name in _IDENTITY if isinstance(value := getattr(item, name, None), str)]
    said = (str(getattr(item, name)) for name in _SAID if hasattr(item, name))
    return " ".join(named) or next(said, "")


def _named(items: tuple[BaseModel, ...]) -> Iterator[tuple[str, BaseModel]]:
    """Yield each item of a list with what identifies it; those with one name are numbered."""
    seen: Counter[str] = Counter()
    for item in items:
        name = identity(item)
        seen[name] += 1
        yield f"{name} ({seen[name]})" if seen[name] > 1 else name, item


def _walk(record: BaseModel, key: Key) -> Iterator[tuple[Key, Any]]:
    if isinstance(record, Observation):
        yield (*key, NUMBER), tuple(getattr(record, name) for name in NUMBER_FIELDS)
    for name in type(record).model_fields:
        value = getattr(record, name)
        if (name in _APART and not key) or (isinstance(record, Observation) and name in (*NUMBER_FIELDS, "id")):
            continue
        if isinstance(value, tuple) and value and isinstance(value[0], BaseModel):
            for unique, item in _named(value):
                yield from _walk(item, (*key, name, unique))
        elif isinstance(value, BaseModel):
            yield from _walk(value, (*key, name))
        elif value is not None and value != ():
            yield (*key, name), value
