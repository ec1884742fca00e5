"""The model as JSON Schema 2020-12, for editors' completion and for those who use the data; the types of its fields."""

import json
from collections.abc import Mapping
from functools import cache
from types import NoneType
from typing import Annotated, Any, Literal, get_args, get_origin

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from macros.model import FOLDERS, Moved, Record, Topic


class _Schema(GenerateJsonSchema):
    """Pydantic's generator, without null, empty defaults, and titles that only repeat the name of a field."""

    def field_title_should_be_set(self, schema: Any) -> bool:  # noqa: ARG002 - Pydantic's signature
        return False

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        default = schema.get("default")
        inner = self.generate_inner(schema["schema"])
        return inner if default in (None, ()) else inner | {"default": default}


@cache
def schemas() -> Mapping[str, str]:
    """Return the schema of every kind of file, by the name of the kind."""
    models: tuple[type[Record], ...] = (*FOLDERS.values(), Topic, Moved)
    found = {}
    for model in models:
        kind, body = model.__name__.lower(), model.model_json_schema(schema_generator=_Schema)
        whole = {"$schema": _Schema.schema_dialect, "$id": f"{kind}.json", **body}
        found[kind] = json.dumps(whole, indent=2, ensure_ascii=False) + "\n"
    return found


def record_in(annotation: Any) -> type[Record] | None:
    """Return the class of the records that a field may hold, alone or in a list; None if it holds no records."""
    if isinstance(annotation, type):
        return annotation if issubclass(annotation, Record) else None
    return next(filter(None, map(record_in, get_args(annotation))), None)


def unwrap(annotation: Any) -> tuple[Any, bool]:
    """Return the type or Literal of a field, or of its items, and whether it is a list; of several types the first."""
    if get_origin(annotation) is Annotated:
        return unwrap(get_args(annotation)[0])
    if get_origin(annotation) is tuple:
        return unwrap(get_args(annotation)[0])[0], True
    if get_origin(annotation) is Literal or isinstance(annotation, type):
        return annotation, False
    return unwrap(next(part for part in get_args(annotation) if part is not NoneType))
