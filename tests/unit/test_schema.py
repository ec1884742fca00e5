"""The JSON Schema of every kind of file: fresh, complete, and of one mind with the model."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from macros.model import dates
from macros.model.schema import schemas
from scripts.schema import main
from tests.factories import GOOD_TOPIC
from tests.sites import Command

SCHEMAS: dict[str, Any] = {kind: json.loads(text) for kind, text in schemas().items()}


def _parts(schema: dict[str, Any]) -> list[dict[str, Any]]:
    return [schema, *schema.get("$defs", {}).values()]


def test_stale_files_are_named_then_written(topic: Path, command: Command) -> None:
    """A missing, a changed and a forgotten schema are problems, until the command has written them all in silence."""
    folder = topic / "data" / "schema"
    assert command(main, "--topic", topic) == (0, "", "")
    (folder / "event.json").write_text("{}", encoding="utf-8")
    (folder / "term.json").unlink()
    (folder / "lamp.json").write_text("{}", encoding="utf-8")
    stale = "".join(
        f"data/schema/{name}.json:1: file: it is not what the model says [stale]\n"
        f"    run: .venv/bin/python -m scripts.schema --topic {topic}\n"
        for name in ("event", "lamp", "term")
    )
    assert command(main, "--check", "--topic", topic) == (1, f"{stale}3 problems\n", "")
    assert command(main, "--topic", topic) == (0, "", "")
    assert {file.stem for file in folder.iterdir()} == set(SCHEMAS)


def test_it_is_a_schema() -> None:
    """Each is valid JSON Schema 2020-12 with an id of its own, closed to unknown fields, without empty values."""
    for kind, schema in SCHEMAS.items():
        Draft202012Validator.check_schema(schema)
        assert schema["$id"] == f"{kind}.json"
        assert all(part["additionalProperties"] is False for part in _parts(schema)), kind
        assert '"null"' not in json.dumps(schema), kind


def test_every_field_is_described() -> None:
    """An editor's program has a sentence for every field."""
    bare = [
        f"{kind}: {name}"
        for kind, schema in SCHEMAS.items()
        for part in _parts(schema)
        for name, field in part["properties"].items()
        if not field.get("description")
    ]
    assert bare == []


def test_patterns_mean_the_same_in_every_program() -> None:
    """Patterns escape only what the regular expressions of JavaScript, in Unicode mode, allow to be escaped."""
    patterns = re.findall(r'"pattern": (".*")', "".join(schemas().values()))
    escaped = {char for pattern in patterns for char in re.findall(r"\\(.)", json.loads(pattern))}
    assert escaped <= set("sSdDwWx^$\\.*+?()[]{}|/")


def test_references_say_what_they_name() -> None:
    """An id tells of what; an address says that it is one."""
    event = SCHEMAS["event"]["properties"]
    assert event["predecessor"]["title"] == "The id of an event"
    assert event["actors"]["items"]["title"] == "The id of a person or an organization"
    assert SCHEMAS["source"]["$defs"]["Link"]["properties"]["url"]["format"] == "uri"


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"titel": "x"}, ""),
        ({"date": 2017}, "date"),
        ({"status": "hapened"}, "status"),
        ({"actors": ["No Id"]}, "actors"),
    ],
)
def test_mistakes_are_seen_while_typing(change: dict[str, Any], field: str) -> None:
    """An unknown field, an unquoted date, a wrong choice and a wrong id break the schema."""
    text = (GOOD_TOPIC / "data" / "events" / "lamp-lit.yml").read_text(encoding="utf-8")
    good = yaml.load(text, Loader=yaml.CSafeLoader)
    errors = list(Draft202012Validator(SCHEMAS["event"]).iter_errors(good | change))
    assert [str(error.absolute_path[0]) if error.absolute_path else "" for error in errors] == [field]


@pytest.mark.parametrize(
    "text",
    ["2017", "2017-04", "2017-04-11", "2017~", "2017-04?", "2017%", "2017-04-10/2017-04-11", "../2017", "2005/.."],
)
def test_the_form_of_dates_is_that_of_the_reader(text: str) -> None:
    """Every date that the reader takes has the form that the schema asks for."""
    assert dates.parse(text)
    assert Draft202012Validator(SCHEMAS["event"]["properties"]["date"]).is_valid(text)


@pytest.mark.parametrize("text", ["April 2017", "2017-4", "17-04-11", "2017-04-11T10:00", "2017/2018/2019", ""])
def test_what_is_no_date_has_another_form(text: str) -> None:
    """What the reader refuses for its form, the schema refuses."""
    with pytest.raises(ValueError, match="is not a date"):
        dates.parse(text)
    assert not Draft202012Validator(SCHEMAS["event"]["properties"]["date"]).is_valid(text)
