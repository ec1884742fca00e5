"""Reads a topic's data folder into a Dataset, or raises every problem at once."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path

from pydantic import ValidationError

from macros import yamlio
from macros.checks import LINKS, RULES, Finding, Rule
from macros.load.explain import explain, misplaced, refused
from macros.load.names import id_remedy, misnamed, unreadable
from macros.load.translations import read_interface, read_translations
from macros.model import FOLDERS, Dataset, Moved, Record, Topic, Verification
from macros.model.values import Id
from macros.problems import BadDataError, FieldPath, Problem, did_you_mean
from macros.yamlio import limits

Replacements = Mapping[str, bytes | None]
"""What to read instead of the files at these paths in the topic; None stands for no file."""


@dataclass
class _Reading:
    """What has been read so far.

    ``data`` has bytes by path, ``records`` records by folder and id, ``files`` the path and the text of each file by
    its id, and ``moved`` new ids by old ones.
    """

    replacements: Replacements = field(default_factory=dict)
    data: dict[str, bytes] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    records: dict[str, dict[str, Record]] = field(default_factory=dict)
    files: dict[str, tuple[str, str]] = field(default_factory=dict)
    moved: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class _Content:
    """What is in one file: its text, its record (``Moved`` if it was renamed), and its problems."""

    text: str = ""
    record: Record | None = None
    problems: tuple[Problem, ...] = ()


def load(topic_dir: Path, rules: tuple[Rule, ...] = (), trusted: Path | None = None) -> Dataset:
    """Return the data in ``topic_dir/data``, checked against every rule and the additional ``rules``.

    ``trusted`` is a folder with the records of verification from before the change under review. Raises BadDataError
    with every problem of every file.
    """
    return checked(topic_dir, (*RULES, *rules), trusted)[0]


def read(topic_dir: Path, rules: tuple[Rule, ...] = LINKS) -> Dataset:
    """Return the data, checked for form, ids and references (old data may break newer rules); raises as ``load``."""
    return checked(topic_dir, rules)[0]


def checked(
    topic_dir: Path, rules: tuple[Rule, ...], trusted: Path | None = None, replacements: Replacements | None = None
) -> tuple[Dataset, Mapping[str, bytes]]:
    """Return the data, checked against ``rules``, and the bytes of its files by path; raises as ``load``."""
    dataset, reading = _read(topic_dir, replacements or {})
    translations, faults = read_translations(topic_dir, dataset)
    interface, wrong = read_interface(topic_dir)
    dataset = replace(dataset, translations=translations, interface=interface)
    if trusted:
        dataset = replace(dataset, trusted=_read_verified(trusted, _Reading()))
    problems = [_problem(finding, dataset, reading) for rule in rules for finding in rule(dataset)]
    if replacements is None:  # a preview goes on without what is wrong of the catalogues
        problems = [*faults, *wrong, *problems]
    if problems:
        raise BadDataError(problems)
    return dataset, reading.data


def _read(topic_dir: Path, replacements: Replacements) -> tuple[Dataset, _Reading]:
    reading = _Reading(replacements)
    data = topic_dir / "data"
    topic = _read_topic(data / "topic.yml", reading)
    for folder, model in FOLDERS.items():
        reading.records[folder] = {}
        if (data / folder).is_symlink() or ((data / folder).exists() and not (data / folder).is_dir()):
            message, remedy = f"data/{folder} is not a folder", "delete it, or make it the folder of these records"
            reading.problems.append(Problem(f"data/{folder}", 1, "file", message, "file-name", remedy))
        for file in _listed(data / folder):
            _read_entity(file, f"data/{folder}/{file.name}", folder, model, reading)
    verified = _read_verified(data / "verified", reading)
    for name in sorted(name for name in verified if not (data / "sources" / f"{name}.yml").exists()):
        message = f'there is no source "{name}"'
        remedy = f"bring back data/sources/{name}.yml; if it is gone on purpose, delete this file"
        reading.problems.append(Problem(f"data/verified/{name}.yml", 1, "file", message, "unknown-id", remedy))
    reading.problems.extend(_unknown_entries(data))
    problems = [one for one in reading.problems if replacements.get(one.path, b"") is not None]
    if topic is None or problems:
        raise BadDataError(problems or reading.problems)
    dataset = Dataset(topic=topic, moved=reading.moved, verified=verified, **reading.records)  # type: ignore[arg-type] # folders are its fields
    return replace(dataset, places=_places(dataset, reading)), reading


def _listed(folder: Path) -> list[Path]:
    """Return what is in a folder, without hidden files; nothing if it is none. Raises OSError if it cannot be read."""
    return sorted(file for file in folder.iterdir() if not file.name.startswith(".")) if folder.is_dir() else []


def _read_topic(file: Path, reading: _Reading) -> Topic | None:
    if not file.is_file():
        message, remedy = "there is no data/topic.yml", "a topic is a folder with data/topic.yml and docs/"
        reading.problems.append(Problem("data/topic.yml", 1, "topic", message, "no-topic", remedy))
        return None
    content = _content(file, "data/topic.yml", Topic, reading)
    reading.files["topic"] = ("data/topic.yml", content.text)
    return content.record if isinstance(content.record, Topic) else None


def _read_entity(file: Path, name: str, folder: str, model: type[Record], reading: _Reading) -> None:
    if problem := misnamed(file, name):
        reading.problems.append(problem)
        return
    if file.stem in reading.files:
        message = f"the id {file.stem!r} is also that of {reading.files[file.stem][0]}"
        reading.problems.append(Problem(name, 1, "file", message, "id-twice", "rename one of the two"))
        return
    content = _content(file, name, model, reading)
    if content.text:
        reading.files[file.stem] = (name, content.text)
    if isinstance(content.record, Moved):
        reading.moved[file.stem] = content.record.moved_to
    elif content.record is not None:
        reading.records[folder][file.stem] = content.record


def _content(file: Path, name: str, model: type[Record], reading: _Reading) -> _Content:
    """Return what is in a file, or is read instead, and keep its problems; ``name`` is its path in the topic."""
    data: bytes | Problem | None = reading.replacements.get(name)
    if name not in reading.replacements:
        data = unreadable(file, name) or yamlio.content(file, name)
    if isinstance(data, bytes):
        reading.data[name] = data
        content = _understood(data, name, model)
    else:
        content = _Content(problems=(data,) if data else ())
    reading.problems.extend(content.problems)
    return content


@cache
def _understood(data: bytes, name: str, model: type[Record]) -> _Content:
    """Return what is in some bytes; cached, since a preview reads all files at every change."""
    found = limits.within(name, lambda: _parsed(data, name, model))
    return _Content(problems=(found,)) if isinstance(found, Problem) else found


def _parsed(data: bytes, name: str, model: type[Record]) -> _Content:
    try:
        document = yamlio.parse(data)
    except yamlio.Refusal as refusal:
        return _Content(problems=(Problem(name, refusal.line, refusal.field, *refused(refusal, model)),))
    if "moved_to" in document.value:
        return _moved(document, name)
    if folder := misplaced(document.value, model):
        message, remedy = f"this is a record of data/{folder}", f"move it to data/{folder}/{name.rpartition('/')[2]}"
        return _Content(problems=(Problem(name, 1, "file", message, "folder", remedy),))
    record, problems = validate(model, document, name)
    return _Content(document.text, record, problems=tuple(problems))


def _moved(document: yamlio.Document, name: str) -> _Content:
    target = document.value["moved_to"]
    if len(document.value) == 1 and isinstance(target, str) and not id_remedy(target):
        return _Content(document.text, Moved(moved_to=Id(target)))
    message, remedy = "a moved record holds nothing but its new id", "delete every other line"
    line = yamlio.line(document.text, ("moved_to",))
    return _Content(document.text, problems=(Problem(name, line, "moved_to", message, "moved", remedy),))


def _read_verified(folder: Path, reading: _Reading) -> dict[str, Verification]:
    """Return the record of verification of each source, by the id of the source."""
    verified = {}
    for file in (file for file in _listed(folder) if file.suffix == ".yml"):
        name = f"data/verified/{file.name}"
        record = _content(file, name, Verification, reading).record
        if isinstance(record, Verification):
            verified[file.stem] = record
    return verified


def _unknown_entries(data: Path) -> Iterator[Problem]:
    """Yield a problem for each entry of data/ that nothing reads, so that a misspelt name hides no record."""
    known = {*FOLDERS, "verified", "schema", "translations", "interface"}
    for place in _listed(data):
        if place.is_dir() and place.name not in known:
            message = f"there is no kind of record called {place.name!r}"
            yield Problem(f"data/{place.name}", 1, "folder", message, "folder", did_you_mean(place.name, known))
        elif place.suffix in (".yml", ".yaml") and place.name != "topic.yml":
            message, remedy = "a record outside the folder of its kind", "move it into the folder of its kind"
            yield Problem(f"data/{place.name}", 1, "file", message, "folder", remedy)
        elif not place.exists() and place.name not in FOLDERS:
            message, remedy = "it is a link that leads to nothing", "delete it"
            yield Problem(f"data/{place.name}", 1, "file", message, "file-name", remedy)


def validate(model: type[Record], document: yamlio.Document, name: str) -> tuple[Record | None, list[Problem]]:
    """Return the record in a document, or None and every problem; ``name`` is the path that problems give."""
    try:
        return model.model_validate(document.value), []
    except ValidationError as error:
        return None, [
            Problem(name, yamlio.line(document.text, path), ".".join(map(str, path)) or "record", *mistake)
            for path, mistake in explain(error, model)
        ]


def _problem(finding: Finding, dataset: Dataset, reading: _Reading) -> Problem:
    name, path = _home(finding.id, dataset, reading)
    file, text = reading.files[name]
    full = (*path, *finding.path)
    field_name = ".".join(map(str, full)) or "record"
    return Problem(file, yamlio.line(text, full), field_name, *finding.mistake)


def _home(record_id: str, dataset: Dataset, reading: _Reading) -> tuple[str, FieldPath]:
    """Return the id of the file that holds a record or a number, and the path to it in that file."""
    if record_id in reading.files:
        return record_id, ()
    point = dataset.observations[record_id]
    return point.series_id, point.path()


def _places(dataset: Dataset, reading: _Reading) -> dict[str, tuple[str, int]]:
    """Return file and line of topic.yml, every record, even a renamed one, and every number, by id."""
    places = {}
    for name in [*reading.files, *dataset.observations]:
        home, path = _home(name, dataset, reading)
        file, text = reading.files[home]
        places[name] = (file, yamlio.line(text, path))
    file, text = reading.files["topic"]
    places["topic.mistakes"] = (file, yamlio.line(text, ("mistakes",)))
    for name in ("nav", "footer", "documents", "redirects", "files"):
        for index in range(len(getattr(dataset.topic, name))):
            places[f"topic.{name}.{index}"] = (file, yamlio.line(text, (name, index)))
    return places
