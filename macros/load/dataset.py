"""Reads a topic's data folder into a Dataset, or raises every problem at once."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path

from pydantic import ValidationError

from macros import yamlio
from macros.checks import LINKS, RULES, Finding, Rule
from macros.checks.prose import PROSE_RULES
from macros.load.explain import explain
from macros.model import FOLDERS, Dataset, Record, Topic, Verification
from macros.model.values import ID_PATTERN, Id
from macros.problems import BadDataError, FieldPath, Problem, did_you_mean


@dataclass
class _Reading:
    """What has been read so far: records by folder and id, name and text of files by id, new ids by old ones."""

    problems: list[Problem] = field(default_factory=list)
    records: dict[str, dict[str, Record]] = field(default_factory=dict)
    files: dict[str, tuple[str, str]] = field(default_factory=dict)
    moved: dict[str, str] = field(default_factory=dict)


def load(topic_dir: Path, rules: tuple[Rule, ...] = (), trusted: Path | None = None) -> Dataset:
    """Return the data in ``topic_dir/data``, checked against every rule and the additional ``rules``.

    ``trusted`` is a folder with the records of verification from before the change under review.

    Raises:
        BadDataError: with every problem of every file.

    """
    return _checked(topic_dir, (*RULES, *PROSE_RULES, *rules), trusted)


def read(topic_dir: Path) -> Dataset:
    """Return the data in ``topic_dir/data``, checked for form, ids and references only: old data may break newer rules.

    Raises:
        BadDataError: with every problem of form, of ids and of references.

    """
    return _checked(topic_dir, LINKS)


def _checked(topic_dir: Path, rules: tuple[Rule, ...], trusted: Path | None = None) -> Dataset:
    dataset, reading = _read(topic_dir)
    if trusted:
        dataset = replace(dataset, trusted=_read_verified(trusted, _Reading()))
    problems = [_problem(finding, dataset, reading) for rule in rules for finding in rule(dataset)]
    if problems:
        raise BadDataError(problems)
    return dataset


def _read(topic_dir: Path) -> tuple[Dataset, _Reading]:
    reading = _Reading()
    data = topic_dir / "data"
    topic = _read_topic(data / "topic.yml", reading)
    for folder, model in FOLDERS.items():
        reading.records[folder] = {}
        if (data / folder).exists() and not (data / folder).is_dir():
            message, remedy = f"data/{folder} is not a folder", "delete it, or make it the folder of these records"
            reading.problems.append(Problem(f"data/{folder}", 1, "file", message, "file-name", remedy))
        for file in sorted((data / folder).glob("[!.]*")):  # hidden files are those of other programs
            _read_entity(file, f"data/{folder}/{file.name}", folder, model, reading)
    verified = _read_verified(data / "verified", reading)
    for name in sorted(name for name in verified if not (data / "sources" / f"{name}.yml").exists()):
        message, remedy = f'there is no source "{name}"', "delete the file; scripts.verify writes those of sources"
        reading.problems.append(Problem(f"data/verified/{name}.yml", 1, "file", message, "unknown-id", remedy))
    reading.problems.extend(_unknown_entries(data))
    if topic is None or reading.problems:
        raise BadDataError(reading.problems)
    dataset = Dataset(topic=topic, moved=reading.moved, verified=verified, **reading.records)  # type: ignore[arg-type] # by folder
    return replace(dataset, places=_places(dataset, reading)), reading


def _read_topic(file: Path, reading: _Reading) -> Topic | None:
    if not file.is_file():
        message, remedy = "there is no data/topic.yml", "a topic is a folder with data/topic.yml and docs/"
        reading.problems.append(Problem("data/topic.yml", 1, "topic", message, "no-topic", remedy))
        return None
    document = _unreadable(file, "data/topic.yml") or yamlio.read(file, "data/topic.yml")
    if isinstance(document, Problem):
        reading.problems.append(document)
        return None
    reading.files["topic"] = ("data/topic.yml", document.text)
    record, problems = _validated(Topic, document.text, "data/topic.yml")
    reading.problems.extend(problems)
    return record if isinstance(record, Topic) else None


def _read_entity(file: Path, name: str, folder: str, model: type[Record], reading: _Reading) -> None:
    document = _misnamed(file, name) or yamlio.read(file, name)
    if isinstance(document, Problem):
        reading.problems.append(document)
        return
    if file.stem in reading.files:
        message = f"the id {file.stem!r} is also that of {reading.files[file.stem][0]}"
        reading.problems.append(Problem(name, 1, "file", message, "id-twice", "rename one of the two"))
        return
    reading.files[file.stem] = (name, document.text)
    if "moved_to" in document.value:
        _read_moved(file.stem, document, reading)
        return
    record, problems = _validated(model, document.text, name)
    reading.problems.extend(problems)
    if record is not None:
        reading.records[folder][file.stem] = record


def _misnamed(file: Path, name: str) -> Problem | None:
    """Return the problem with a place in a folder of records that cannot be a record."""
    if file.suffix != ".yml" or not is_id(file.stem):
        message = f"{file.name!r} is not a permanent name with the ending .yml"
        remedy = "use lower-case words and numbers joined by hyphens, such as first-report.yml"
        return Problem(name, 1, "file", message, "file-name", remedy)
    return _unreadable(file, name)


def _unreadable(file: Path, name: str) -> Problem | None:
    """Return the problem with a place in data/ that is not a file, such as a pipe, or links to somewhere else."""
    if file.is_file() and file.resolve().is_relative_to(_data_of(file, name).resolve()):
        return None
    message = "it is a link out of data/" if file.is_file() else "it is not a file"
    remedy = "a record is a file of its own: put it here, or delete what is here"
    return Problem(name, 1, "file", message, "file-name", remedy)


def _data_of(file: Path, name: str) -> Path:
    """Return the data/ folder that a file is in; ``name`` is its path in the topic."""
    return file.parents[name.count("/") - 1]


def _read_moved(stem: str, document: yamlio.Document, reading: _Reading) -> None:
    target = document.value["moved_to"]
    if len(document.value) > 1 or not isinstance(target, str) or not is_id(target):
        message, remedy = "a moved record holds nothing but its new id", "delete every other line"
        line = document.line(("moved_to",))
        reading.problems.append(Problem(reading.files[stem][0], line, "moved_to", message, "moved", remedy))
    reading.moved[stem] = str(target)


def _read_verified(folder: Path, reading: _Reading) -> dict[str, Verification]:
    """Return the record of verification of each source, by the id of the source."""
    verified = {}
    for file in sorted(folder.glob("*.yml")):
        name = f"data/verified/{file.name}"
        document = _unreadable(file, name) or yamlio.read(file, name)
        if isinstance(document, Problem):
            reading.problems.append(document)
            continue
        record, problems = _validated(Verification, document.text, name)
        reading.problems.extend(problems)
        if isinstance(record, Verification):
            verified[file.stem] = record
    return verified


def is_id(text: str) -> bool:
    """Whether a text can be the id of a record."""
    return bool(re.fullmatch(ID_PATTERN, text)) and len(text) <= Id.max_length


def _unknown_entries(data: Path) -> Iterator[Problem]:
    """Yield a problem for each file or folder in data/ that nothing reads, so that no typing error hides a record."""
    known = {*FOLDERS, "verified", "schema"}
    for place in sorted(data.glob("[!.]*")):
        if place.is_dir() and place.name not in known:
            message = f"there is no kind of record called {place.name!r}"
            yield Problem(f"data/{place.name}", 1, "folder", message, "folder", did_you_mean(place.name, known))
        elif place.suffix in (".yml", ".yaml") and place.name != "topic.yml":
            message, remedy = "a record outside the folder of its kind", "move it into the folder of its kind"
            yield Problem(f"data/{place.name}", 1, "file", message, "folder", remedy)


@cache
def _validated(model: type[Record], text: str, name: str) -> tuple[Record | None, list[Problem]]:
    """Return the result of ``validate`` for a YAML text; cached, since a preview reads all files at every change."""
    return validate(model, yamlio.parse(text.encode()), name)


def validate(model: type[Record], document: yamlio.Document, name: str) -> tuple[Record | None, list[Problem]]:
    """Return the record in a document, or None and every problem; ``name`` is what they call the file."""
    try:
        return model.model_validate(document.value), []
    except ValidationError as error:
        return None, [
            Problem(name, document.line(path), ".".join(map(str, path)) or "record", message, rule, remedy)
            for path, message, rule, remedy in explain(error, model)
        ]


def _problem(finding: Finding, dataset: Dataset, reading: _Reading) -> Problem:
    name, path = _home(finding.id, dataset, reading)
    file, text = reading.files[name]
    full = (*path, *finding.path)
    field_name = ".".join(map(str, full)) or "record"
    return Problem(file, yamlio.line(text, full), field_name, finding.message, finding.rule, finding.remedy)


def _home(record_id: str, dataset: Dataset, reading: _Reading) -> tuple[str, FieldPath]:
    """Return the id of the file that holds a record or a number, and the path to it in that file."""
    if record_id in reading.files:
        return record_id, ()
    point = dataset.observations[record_id]
    return point.series_id, ("observations", point.index)


def _places(dataset: Dataset, reading: _Reading) -> dict[str, tuple[str, int]]:
    """Return the file and the line of topic.yml, every record and every number, by id."""
    places = {}
    for name in [*reading.files, *dataset.observations]:
        home, path = _home(name, dataset, reading)
        if home not in reading.moved:
            file, text = reading.files[home]
            places[name] = (file, yamlio.line(text, path))
    return places
