"""The fields of each kind of file, as tables for editors, made from the model."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Literal, get_args, get_origin

from macros.model import KINDS, Entity, Prose, Record, Reference, Sentence, dates
from macros.model.addresses import Url
from macros.model.schema import record_in, unwrap
from macros.model.values import Line, Text

_WORDS: tuple[tuple[type, str], ...] = (
    (dates.Edtf, "a date"),
    (Decimal, "a number"),
    (bool, "true or false"),
    (int, "a whole number"),
    (Prose, "prose, one sentence a line"),
    (Sentence, "a line of prose"),
    (Line, "a line"),
    (Url, "an address"),
)
"""The words for the values of a type; the first type that fits counts."""


@dataclass(frozen=True)
class Field:
    """A field of a file, under the name that the messages of the checks give it, such as citations.quote.exact."""

    name: str
    form: str
    is_needed: bool
    meaning: str


@dataclass(frozen=True)
class FieldTable:
    """The fields of a kind, without those that all kinds share, which are in the table of "entity"."""

    kind: str
    meaning: str
    fields: tuple[Field, ...]


def fields(kind: str) -> FieldTable:
    """Return the fields of a kind of file and of its inner records."""
    model = KINDS[kind]
    shared = Entity.model_fields if model is not Entity and issubclass(model, Entity) else {}
    seen: set[type[Record]] = {Entity}
    if shared:
        list(_fields(Entity, "", {}, seen))
    return FieldTable(kind, " ".join(str(model.__doc__).split()), tuple(_fields(model, "", shared, seen)))


def _fields(model: type[Record], prefix: str, without: Any, seen: set[type[Record]]) -> Iterator[Field]:
    """Yield the fields of a record and of its inner records, those of each class once.

    Fields named in ``without`` and inner records of the classes in ``seen`` are left out; ``seen`` is updated.
    """
    for name, info in model.model_fields.items():
        if name in without:
            continue
        value, is_list = unwrap(info.annotation)
        examples = f" Every topic has: {', '.join(map(str, info.examples))}." if info.examples else ""
        meaning = " ".join(str(info.description).split()) + examples
        inner = record_in(info.annotation)
        other = f" or {form(inner, is_list=False)}" if inner not in (None, value) else ""
        yield Field(f"{prefix}{name}", form(value, is_list=is_list) + other, info.is_required(), meaning)
        if inner and inner not in seen:
            seen.add(inner)
            yield from _fields(inner, f"{prefix}{name}.", {}, seen)


def form(value: Any, *, is_list: bool) -> str:
    """Return what a field takes, in words: "list: a date"."""
    if is_list:
        return f"list: {form(value, is_list=False)}"
    if get_origin(value) is Literal:
        return f"one of: {', '.join(get_args(value))}"
    if issubclass(value, Reference) and len(value.kinds) > 1:
        return f"the id of any of: {', '.join(value.kinds)}"
    for kind, words in _WORDS:
        if issubclass(value, kind):
            return words
    first = " ".join(str(value.__doc__).split()).split(". ")[0].rstrip(".")
    if issubclass(value, Text):
        return first[0].lower() + first[1:]
    return f"a group ({re.sub(r'(?<!^)(?=[A-Z])', ' ', value.__name__).lower()})"
