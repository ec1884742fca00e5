"""The JSON Schema of what is published: that of the files, with what is added."""

import json
from collections.abc import Iterator
from typing import Any

from macros.exports.package import NOT_IN_FILE
from macros.exports.records import ADDED, Field
from macros.model import FOLDERS, Citation, Entity, Moved, Observation
from macros.model.schema import schemas

_NUMBER = ["integer", "string"]
_LIMIT = "maxLength"
"""What editors' texts keep to, and their translations need not."""


def published() -> Iterator[tuple[str, str]]:
    """Yield the name and the schema of each kind of record, of a number that stands alone, and of the topic."""
    files = schemas()
    for model in FOLDERS.values():
        kind = model.__name__.lower()
        schema = _extended(json.loads(files[kind]))
        _add(schema, ADDED[Entity])
        yield kind, _or_moved(kind, schema)
    series = _extended(json.loads(files["series"]))
    number = {"$schema": series["$schema"], "$id": "observation.json", **series["$defs"].pop("Observation")}
    yield "observation", _or_moved("observation", number | {"$defs": series["$defs"]})
    topic = _extended(json.loads(files["topic"]))
    topic["properties"] = {name: one for name, one in topic["properties"].items() if name not in NOT_IN_FILE}
    topic["required"] = [name for name in topic["required"] if name not in NOT_IN_FILE]
    yield "topic", _text(topic)


def _or_moved(kind: str, schema: Any) -> str:
    """Return a schema of a record of a kind, or of what stands under the old id of one that was renamed."""
    head = {name: schema.pop(name) for name in ("$schema", "$id")}
    ids = {name: {"type": "string"} for name in ("id", *Moved.model_fields)}
    moved = {"type": "object", "properties": ids, "required": list(ids), "additionalProperties": False}
    known = schema.pop("$defs", {}) | {kind: schema, "moved": moved}
    return _text(head | {"oneOf": [{"$ref": f"#/$defs/{kind}"}, {"$ref": "#/$defs/moved"}], "$defs": known})


def _text(schema: Any) -> str:
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"


def _extended(schema: Any) -> Any:
    """Return a schema with what is added to its inner records; numbers are numbers there, texts have any length."""
    for model in (Citation, Observation):
        if model.__name__ in schema.get("$defs", {}):
            _add(schema["$defs"][model.__name__], ADDED[model])
    return _freed(schema)


def _add(schema: Any, added: tuple[Field, ...]) -> None:
    for one in added:
        items = {"items": {"type": "string"}} if one.form == "array" else {}
        schema["properties"][one.name] = {"type": one.form, "description": one.meaning, **items}


def _freed(part: Any) -> Any:
    if isinstance(part, list):
        return [_freed(one) for one in part]
    if not isinstance(part, dict):
        return part
    if part.get("type") == _NUMBER:
        return {name: value for name, value in part.items() if name != "pattern"} | {"type": "number"}
    return {name: _freed(value) for name, value in part.items() if name != _LIMIT}
