"""The files of data/ satisfy their schemas, and those are fresh."""

import json
from typing import Any

import yaml
from jsonschema import Draft202012Validator

from macros.model import FOLDERS
from macros.model.schema import schemas
from scripts.schema import main
from tests.factories import ROOT
from tests.sites import Command

SCHEMAS: dict[str, Any] = {kind: json.loads(text) for kind, text in schemas().items()}


def test_the_files_are_fresh(command: Command) -> None:
    """data/schema/ is what the model says; otherwise run: .venv/bin/python -m scripts.schema."""
    assert command(main, "--check") == (0, "", "")


def test_every_file_of_the_data_satisfies_its_schema() -> None:
    """What the check accepts, an editor's program accepts too, by the schema on the file's first line."""
    kinds = {folder: model.__name__.lower() for folder, model in FOLDERS.items()}
    validators = {kind: Draft202012Validator(schema) for kind, schema in SCHEMAS.items()}
    files = [(ROOT / "data" / "topic.yml", "topic")]
    files += [(file, kind) for folder, kind in kinds.items() for file in (ROOT / "data" / folder).glob("*.yml")]
    for file, kind in files:
        text = file.read_text(encoding="utf-8")
        content = yaml.load(text, Loader=yaml.CSafeLoader)
        named = "moved" if "moved_to" in content else kind
        assert f"schema/{named}.json\n" in text.partition("topics:")[0], file
        assert [error.message for error in validators[named].iter_errors(content)] == [], file
