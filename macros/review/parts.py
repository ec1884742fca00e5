"""Divides a record into parts, under keys that do not depend on their order."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel

from macros.model import Observation

Key = tuple[str, ...]
"""Names of fields and, for items of a list, what identifies them: an id, a source, a source and a place."""
ITEM = 2
"""The length of the key of an item of a list: its field, and what identifies it."""
NUMBER = "number"
"""The name of the part that holds all of ``NUMBER_FIELDS``."""
NUMBER_FIELDS = ("value", "low", "high", "qualifier")
_COMPARED_SEPARATELY = frozenset({"citations", "observations"})
"""Fields of a whole fact that are not parts here."""
_IDENTITY = (
    *("id", "source", "locator", "url", "title", "page", "avoid", "pattern", "was", "statement", "heading", "aspect"),
)
"""The fields that together identify an item of a list."""
_IDENTITY_WITHOUT = ("text", "file", "label", "family")
"""The fields that identify an item that has none of these; the first that it has counts."""


def parts(record: BaseModel) -> dict[Key, Any]:
    """Return every part of a record by its key, in order."""
    return dict(_walk(record, ()))


def identity(item: BaseModel) -> str:
    """Return what identifies an item of a list: its id, or its source and place, or else its text, file or label."""
    values = [value for name in _IDENTITY if isinstance(value := getattr(item, name, None), str)]
    if values:
        return " ".join(values)
    return next((str(getattr(item, name)) for name in _IDENTITY_WITHOUT if hasattr(item, name)), "")


def identified(items: tuple[BaseModel, ...]) -> Iterator[tuple[str, BaseModel]]:
    """Yield each item of a list with what identifies it; items that have the same identity are numbered."""
    counts: Counter[str] = Counter()
    for item in items:
        name = identity(item)
        counts[name] += 1
        yield f"{name} ({counts[name]})" if counts[name] > 1 else name, item


def _walk(record: BaseModel, key: Key) -> Iterator[tuple[Key, Any]]:
    if isinstance(record, Observation):
        yield (*key, NUMBER), tuple(getattr(record, name) for name in NUMBER_FIELDS)
    for name in type(record).model_fields:
        value = getattr(record, name)
        is_in_number = isinstance(record, Observation) and name in (*NUMBER_FIELDS, "id")
        if is_in_number or (name in _COMPARED_SEPARATELY and not key):
            continue
        if isinstance(value, tuple) and value and all(isinstance(item, BaseModel) for item in value):
            for item_identity, item in identified(value):
                yield from _walk(item, (*key, name, item_identity))
        elif isinstance(value, BaseModel):
            yield from _walk(value, (*key, name))
        elif value is not None and value != ():
            yield (*key, name), value
