"""The JSON Schema of what is published: that of the files, with what is added."""

import json
from collections.abc import Iterator
from typing import Any

from macros.exports.records import ADDED, Added
from macros.model import FOLDERS, Citation, Entity, Observation
from macros.model.schema import schemas

_NUMBER = ["integer", "string"]


def published() -> Iterator[tuple[str, str]]:
    """Yield the name and the schema of each kind of record, and of a number that stands alone."""
    files = schemas()
    for model in FOLDERS.values():
        kind = model.__name__.lower()
        schema = _extended(json.loads(files[kind]))
        _add(schema, ADDED[Entity])
        yield kind, _text(schema)
    series = _extended(json.loads(files["series"]))
    number = {"$schema": series["$schema"], "$id": "observation.json", **series["$defs"].pop("Observation")}
    yield "observation", _text(number | {"$defs": series["$defs"]})


def _text(schema: Any) -> str:
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"


def _extended(schema: Any) -> Any:
    """Return a schema whose numbers are numbers, not text, with what is added to its inner records."""
    for model in (Citation, Observation):
        if model.__name__ in schema.get("$defs", {}):
            _add(schema["$defs"][model.__name__], ADDED[model])
    return _with_numbers(schema)


def _add(schema: Any, added: tuple[Added, ...]) -> None:
    for name, form, meaning in added:
        items = {"items": {"type": "string"}} if form == "array" else {}
        schema["properties"][name] = {"type": form, "description": meaning, **items}


def _with_numbers(part: Any) -> Any:
    if isinstance(part, list):
        return [_with_numbers(one) for one in part]
    if not isinstance(part, dict):
        return part
    if part.get("type") == _NUMBER:
        return {name: value for name, value in part.items() if name != "pattern"} | {"type": "number"}
    return {name: _with_numbers(value) for name, value in part.items()}
