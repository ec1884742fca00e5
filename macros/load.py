"""From a topic's folder to a Dataset, or to every problem at once. Layer 4.

Besides yamlio the only reader of data.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path as FilePath
from typing import Any, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from macros import yamlio
from macros.checks import RULES, Finding, Rule
from macros.model import FOLDERS, Dataset, Path, Record, Topic, Verification
from macros.model.values import ID_PATTERN, Id
from macros.problems import BadDataError, Problem, did_you_mean
from macros.prose import PROSE_RULES


@dataclass
class _Reading:
    """What has been read so far, by id."""

    problems: list[Problem] = field(default_factory=list)
    records: dict[str, dict[str, Record]] = field(default_factory=dict)
    files: dict[str, tuple[str, yamlio.Document]] = field(default_factory=dict)
    moved: dict[str, str] = field(default_factory=dict)


def load(topic_dir: FilePath, rules: tuple[Rule, ...] = ()) -> Dataset:
    """Read ``topic_dir/data`` and check it against every rule, and against ``rules`` besides.

    Raises:
        BadDataError: with every problem of every file.

    """
    reading = _Reading()
    data = topic_dir / "data"
    topic = _read_topic(data / "topic.yml", reading)
    for folder, model in FOLDERS.items():
        reading.records[folder] = {}
        for file in sorted((data / folder).glob("[!.]*")):  # hidden files are those of other programs
            _read_entity(file, f"data/{folder}/{file.name}", folder, model, reading)
    verified = _read_verified(data / "verified", reading)
    reading.problems.extend(_strangers(data))
    if topic is None or reading.problems:
        raise BadDataError(reading.problems)
    dataset = Dataset(topic=topic, moved=reading.moved, verified=verified, **reading.records)  # type: ignore[arg-type] # by folder
    problems = [
        _problem(finding, dataset, reading) for rule in (*RULES, *PROSE_RULES, *rules) for finding in rule(dataset)
    ]
    if problems:
        raise BadDataError(problems)
    return replace(dataset, places=_places(dataset, reading))


def _read_topic(file: FilePath, reading: _Reading) -> Topic | None:
    if not file.is_file():
        message, remedy = "there is no data/topic.yml", "a topic is a folder with data/topic.yml and docs/"
        reading.problems.append(Problem("data/topic.yml", 1, "topic", message, "no-topic", remedy))
        return None
    document = yamlio.read(file, "data/topic.yml")
    if isinstance(document, Problem):
        reading.problems.append(document)
        return None
    reading.files["topic"] = ("data/topic.yml", document)
    record, problems = _validate(Topic, document, "data/topic.yml")
    reading.problems.extend(problems)
    return record if isinstance(record, Topic) else None


def _read_entity(file: FilePath, name: str, folder: str, model: type[Record], reading: _Reading) -> None:
    if file.suffix != ".yml" or not _is_id(file.stem):
        message = f"{file.name!r} is not a permanent name with the ending .yml"
        remedy = "use lower-case words and numbers joined by hyphens, such as first-report.yml"
        reading.problems.append(Problem(name, 1, "file", message, "file-name", remedy))
        return
    document = yamlio.read(file, name)
    if isinstance(document, Problem):
        reading.problems.append(document)
        return
    if file.stem in reading.files:
        message = f"the id {file.stem!r} is also that of {reading.files[file.stem][0]}"
        reading.problems.append(Problem(name, 1, "file", message, "id-twice", "rename one of the two"))
        return
    reading.files[file.stem] = (name, document)
    if "moved_to" in document.value:
        _read_moved(file.stem, reading)
        return
    record, problems = _validate(model, document, name)
    reading.problems.extend(problems)
    if record is not None:
        reading.records[folder][file.stem] = record


def _read_moved(stem: str, reading: _Reading) -> None:
    name, document = reading.files[stem]
    target = document.value["moved_to"]
    if len(document.value) > 1 or not isinstance(target, str) or not _is_id(target):
        message, remedy = "a moved record holds nothing but its new id", "delete every other line"
        line = document.line(("moved_to",))
        reading.problems.append(Problem(name, line, "moved_to", message, "moved", remedy))
    reading.moved[stem] = str(target)


def _read_verified(folder: FilePath, reading: _Reading) -> dict[str, Verification]:
    """Read what was verified of each source; the file name is the source's id."""
    verified = {}
    for file in sorted(folder.glob("*.yml")):
        name = f"data/verified/{file.name}"
        document = yamlio.read(file, name)
        if isinstance(document, Problem):
            reading.problems.append(document)
            continue
        record, problems = _validate(Verification, document, name)
        reading.problems.extend(problems)
        if isinstance(record, Verification):
            verified[file.stem] = record
    return verified


def _is_id(text: str) -> bool:
    return bool(re.fullmatch(ID_PATTERN, text)) and len(text) <= Id.max_length


def _strangers(data: FilePath) -> Iterator[Problem]:
    """Yield a problem for each place that the model does not know: a typing error would hide what is in it."""
    known = {*FOLDERS, "verified", "schema"}
    for place in sorted(data.glob("[!.]*")):
        if place.is_dir() and place.name not in known:
            message, remedy = (
                f"there is no kind of record called {place.name!r}",
                did_you_mean(place.name, known),
            )
            yield Problem(f"data/{place.name}", 1, "folder", message, "folder", remedy)
        elif place.suffix in (".yml", ".yaml") and place.name != "topic.yml":
            message, remedy = "a record outside the folder of its kind", "move it into the folder of its kind"
            yield Problem(f"data/{place.name}", 1, "file", message, "folder", remedy)


def _validate(model: type[Record], document: yamlio.Document, name: str) -> tuple[Record | None, list[Problem]]:
    try:
        return model.model_validate(document.value), []
    except ValidationError as error:
        problems = []
        for detail in error.errors(include_url=False):
            message, rule, remedy = _explain(detail, model)
            path = tuple(detail["loc"])
            field_name = ".".join(map(str, path)) or "record"
            problems.append(Problem(name, document.line(path), field_name, message, rule, remedy))
        return None, problems


def _explain(detail: ErrorDetails, model: type[Record]) -> tuple[str, str, str]:
    """Turn one of Pydantic's errors into message, rule and remedy, in an editor's words."""
    kind, context = detail["type"], detail.get("ctx", {})
    shown, described = _shown(detail["input"]), _describe(model, detail["loc"])
    quoting = described if isinstance(detail["input"], dict | tuple) else f'quote it: "{shown}"'
    if kind == "extra_forbidden":
        owner = _model_at(model, detail["loc"][:-1])
        return "no such field", "unknown-field", did_you_mean(str(detail["loc"][-1]), owner.model_fields)
    if kind == "literal_error":
        choices = context["expected"].replace(" or ", ", ").replace("'", "")
        return f"{shown} is not a choice", "choice", f"choose one of: {choices}"
    said = {
        "missing": ("the field is missing", "missing", described),
        "string_pattern_mismatch": (f"{shown} has the wrong form", "form", described),
        "string_type": (f"{shown} is not text", "type", quoting),
        "string_too_short": ("the text is empty", "empty", described),
        "string_too_long": (f"more than {context.get('max_length')} characters", "too-long", described),
        "too_short": ("the list is empty", "empty", described),
        "tuple_type": (f"{shown} is not a list", "type", "write '[one, two]', or one '- item' a line"),
        "model_type": (f"{shown} is not a group of fields", "type", described),
        "int_type": (f"{shown} is not a whole number", "type", described),
        "bool_type": (f"{shown} is neither true nor false", "type", described),
        "value_error": (str(context.get("error")), "value", described),
    }
    return said.get(kind, (detail["msg"][0].lower() + detail["msg"][1:], kind.replace("_", "-"), described))


def _shown(value: Any) -> str:
    """Return a value as a message can hold it: short, on one line, in the words of YAML."""
    if isinstance(value, dict):
        return "a group of fields"
    if isinstance(value, tuple):
        return "a list"
    if not isinstance(value, str):
        return str(value).lower()
    line = " ".join(value.split())
    return f'"{line}"' if len(line) <= 60 else f'"{line[:57]}..."'  # noqa: PLR2004 - fits a line


def _model_at(model: type[BaseModel], path: Path) -> type[BaseModel]:
    """Return the record class that stands at a path."""
    for step in path:
        if isinstance(step, str):
            if step not in model.model_fields:
                return model
            model = _record_in(model.model_fields[step].annotation) or model
    return model


def _record_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for part in get_args(annotation) if (found := _record_in(part))), None)


def _describe(model: type[BaseModel], path: Path) -> str:
    """Return the sentence that the model has for a field."""
    names = [step for step in path if isinstance(step, str)]
    if not names:
        return (model.__doc__ or "").strip()
    owner = _model_at(model, tuple(names[:-1]))
    info = owner.model_fields.get(names[-1])
    return " ".join((info.description if info and info.description else owner.__doc__ or "").split())


def _problem(finding: Finding, dataset: Dataset, reading: _Reading) -> Problem:
    name, path = _home(finding.id, dataset, reading)
    file, document = reading.files[name]
    full = (*path, *finding.path)
    field_name = ".".join(map(str, full)) or "record"
    return Problem(file, document.line(full), field_name, finding.message, finding.rule, finding.remedy)


def _home(record_id: str, dataset: Dataset, reading: _Reading) -> tuple[str, Path]:
    """Return the file that holds a record or a number, by its id, and the path in it."""
    if record_id in reading.files:
        return record_id, ()
    _, series_id, index = dataset.observations[record_id]
    return series_id, ("observations", index)


def _places(dataset: Dataset, reading: _Reading) -> dict[str, tuple[str, int]]:
    """Return the file and the line of topic.yml, of every record and of every number."""
    places = {}
    for name in [*reading.files, *dataset.observations]:
        home, path = _home(name, dataset, reading)
        if home not in reading.moved:
            places[name] = (reading.files[home][0], reading.files[home][1].line(path))
    return places
