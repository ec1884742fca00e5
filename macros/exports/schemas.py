"""The JSON Schema of the published data: that of the files, and the fields that the export adds."""

import json
from collections.abc import Iterator
from typing import Any

from macros.exports.package import NOT_IN_FILE
from macros.exports.records import ADDED, Field
from macros.model import FOLDERS, Citation, Entity, Moved, Observation
from macros.model.schema import schemas

_NUMBER = ["integer", "string"]
_LIMIT = "maxLength"
"""The rule that only the texts of editors keep; translations may be longer."""


def published() -> Iterator[tuple[str, str]]:
    """Yield the name and the schema of each kind of record, of a number that stands alone, and of the topic."""
    schemas_of_files = schemas()
    for model in FOLDERS.values():
        kind = model.__name__.lower()
        schema = _extended(json.loads(schemas_of_files[kind]))
        _add(schema, ADDED[Entity])
        yield kind, _or_moved(kind, schema)
    series = _extended(json.loads(schemas_of_files["series"]))
    number = {"$schema": series["$schema"], "$id": "observation.json", **series["$defs"].pop("Observation")}
    yield "observation", _or_moved("observation", number | {"$defs": series["$defs"]})
    topic = _extended(json.loads(schemas_of_files["topic"]))
    topic["properties"] = {name: rule for name, rule in topic["properties"].items() if name not in NOT_IN_FILE}
    topic["required"] = [name for name in topic["required"] if name not in NOT_IN_FILE]
    yield "topic", _text(topic)


def _or_moved(kind: str, schema: Any) -> str:
    """Return the text of a schema for a record of a kind, or for the file under the old id of one that was renamed."""
    head = {name: schema.pop(name) for name in ("$schema", "$id")}
    ids = {name: {"type": "string"} for name in ("id", *Moved.model_fields)}
    moved = {"type": "object", "properties": ids, "required": list(ids), "additionalProperties": False}
    definitions = schema.pop("$defs", {}) | {kind: schema, "moved": moved}
    return _text(head | {"oneOf": [{"$ref": f"#/$defs/{kind}"}, {"$ref": "#/$defs/moved"}], "$defs": definitions})


def _text(schema: Any) -> str:
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"


def _extended(schema: Any) -> Any:
    """Return a schema with the fields that are added to its inner records, and with looser rules for values."""
    for model in (Citation, Observation):
        if model.__name__ in schema.get("$defs", {}):
            _add(schema["$defs"][model.__name__], ADDED[model])
    return _loosened(schema)


def _add(schema: Any, fields: tuple[Field, ...]) -> None:
    for field in fields:
        items = {"items": {"type": "string"}} if field.form == "array" else {}
        schema["properties"][field.name] = {"type": field.form, "description": field.meaning, **items}


def _loosened(part: Any) -> Any:
    """Return a part of a schema in which numbers are numbers, not texts, and texts have any length."""
    if isinstance(part, list):
        return [_loosened(item) for item in part]
    if not isinstance(part, dict):
        return part
    if part.get("type") == _NUMBER:
        return {name: value for name, value in part.items() if name != "pattern"} | {"type": "number"}
    return {name: _loosened(value) for name, value in part.items() if name != _LIMIT}
