"""Write the file of a new record; needed fields that no option gives are empty, to be filled in."""

import argparse
import json
import re
import sys
import unicodedata
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from pydantic import create_model

from macros import yamlio
from macros.checks.records import is_reserved
from macros.draft.stubs import empty
from macros.load import id_remedy, load_right, read, validate
from macros.load.explain import refused
from macros.model import FOLDERS, Citation, Entity, Observation, Quote, Record, dates
from macros.model.schema import unwrap
from macros.problems import BadDataError, Problem, did_you_mean
from macros.views.fields import form
from macros.yamlio.writer import write
from scripts.arguments import UsageError, command, hint, topic_folder
from scripts.files import create

_NAMES = ("title", "name", "label", "citation", "question", "sentence", "text")
"""Fields that suggest an id; the first that is given counts."""
_ALSO_CALLED = {"series": ("number",), "statute": ("law",), "actor": ("person",)}
"""Words by which the guides call a kind of record."""
_Texts = Mapping[str, list[str]]
"""What the options for each field give: several texts where one is given more than once."""
_CITATION = 'source: ID, locator: p4, quote: {exact: "..."}'
_CITED = ("actors", "statutes", "terms", "events", "statements", "series")
"""The folders of records that always have a citation."""


def _kinds(parser: argparse.ArgumentParser) -> None:
    """Add a command of its own for each kind of record, with an option for each field."""
    kinds = parser.add_subparsers(metavar="KIND", required=True)
    for folder, model in FOLDERS.items():
        kind, meaning = model.__name__.lower(), model.__doc__
        subparser = kinds.add_parser(
            kind, help=meaning, description=meaning, allow_abbrev=False, aliases=_ALSO_CALLED.get(kind, ())
        )
        subparser.set_defaults(folder=folder)
        subparser.add_argument("--topic", type=topic_folder, default=argparse.SUPPRESS, help=argparse.SUPPRESS)
        subparser.add_argument("id", nargs="?", metavar="ID", help="the permanent name (default: made of the title)")
        for name, info in model.model_fields.items():
            value, is_list = unwrap(info.annotation)
            several = " May be given several times." if is_list else ""
            takes = f"{form(value, is_list=is_list)}{_example(value)}.{several}"
            text = f"{info.description} Takes {takes}".replace("%", "%%")
            subparser.add_argument(_option(name), action="append", metavar="VALUE", help=text)


def _example(value: Any) -> str:
    """Return an example of a group that a field takes; "" if it takes no group."""
    if not (isinstance(value, type) and issubclass(value, Record)):
        return ""
    needed = ", ".join(f"{name}: ..." for name, info in value.model_fields.items() if info.is_required())
    example = _CITATION if value is Citation else needed
    return f", such as '{{{example}}}'" if example else ""


@command(__doc__, _kinds, is_open=True)
def main(options: argparse.Namespace) -> int:
    """Write the file, and return the exit status."""
    model = FOLDERS[options.folder]
    for name in options.unknown:
        raise UsageError(f"no field {name}; {did_you_mean(name, map(_option, model.model_fields))}")
    texts = {name: given for name in model.model_fields if (given := getattr(options, name))}
    for name in (name for name, given in texts.items() if len(given) > 1):
        if not unwrap(model.model_fields[name].annotation)[1]:
            raise UsageError(f"{_option(name)} is given twice, and takes one value")
    record_id = options.id or _suggested_id(texts)
    name = f"data/{options.folder}/{record_id}.yml"
    if fault := _id_fault(record_id, name, options.topic):
        raise UsageError(fault)
    fields, problems = _fields(model, texts, name)
    if problems:
        return _refused(problems)
    text = write(empty(model, **_begun(options.folder) | fields))
    create(options.topic / name, text)
    _, missing = validate(model, yamlio.parse(text.encode()), name)
    next_step = f"{'Fill this in, then' if missing else 'Now'} run: make check"
    print(f"Wrote {name}", *sorted(missing), hint(next_step, options.topic), sep="\n")
    return 0


def _refused(problems: list[Problem]) -> int:
    """Print what is wrong with the options, that nothing is written, and return the exit status."""
    for problem in sorted(problems):
        field = problem.field.partition(".")[0]
        text = str(problem).removeprefix(f"{problem.path}:{problem.line}: ")
        print(f"{_option(field)}: {text.removeprefix(f'{field}: ')}")
    print("Nothing is written")
    return 1


def _begun(folder: str) -> dict[str, Any]:
    """Return the fields that a record may lack, and that an editor will fill in nearly always."""
    begun: dict[str, Any] = {}
    if folder in _CITED:
        begun["citations"] = (empty(Citation, quote=empty(Quote)),)
    if folder == "series":
        begun["observations"] = (empty(Observation, value=""),)
    return begun


def _option(field: str) -> str:
    """Return the option for a field, as it is typed: --attributed-to."""
    return f"--{field.replace('_', '-')}"


def _suggested_id(texts: _Texts) -> str:
    """Return the first six words of a record's name as an id; "" if they are not one."""
    text = next((texts[name][0] for name in _NAMES if name in texts), "")
    ascii_text = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    words = "-".join(re.findall(r"[a-z0-9]+", ascii_text)[:6])
    return "" if id_remedy(words) else words


def _id_fault(record_id: str, name: str, topic: Path) -> str:
    """Return why a new record cannot have an id, or ""; ``name`` is the file that it is for."""
    if not record_id:
        return "give an ID, or a title or another name to make it of; --help lists the fields"
    if remedy := id_remedy(record_id):
        return f'"{record_id}" is not an id: {remedy}'
    if is_reserved(record_id):
        return f'"{record_id}" is kept for citations of the site itself: choose another'
    with suppress(BadDataError):  # if topic.yml is wrong, the check finds an id that is used twice
        if kind := _kinds_by_id(name, topic).get(record_id):
            return f'the id "{record_id}" is taken ({kind}); ids are permanent, so choose another'
    return ""


def _kinds_by_id(name: str, topic: Path) -> Mapping[str, str]:
    """Return the kind of what has each id, or "renamed".

    A file with mistakes, other than the one called ``name``, has the id that its name says. Raises BadDataError if
    topic.yml is wrong.
    """
    try:
        dataset, begun = read(topic), []
    except BadDataError:
        right = load_right(topic, {}, None)
        dataset, begun = right.dataset, [Path(path) for path in right.lost if path != name]
    models = ((file.stem, FOLDERS.get(file.parent.name)) for file in begun)
    kinds = {stem: model.__name__.lower() for stem, model in models if model}
    return kinds | dataset.kinds() | dict.fromkeys(dataset.moved, "renamed")


def _fields(model: type[Entity], texts: _Texts, name: str) -> tuple[dict[str, Any], list[Problem]]:
    """Return the valid values of the given fields, and the problems with the others."""
    values, problems = {}, []
    for field, given in texts.items():
        try:
            first, *more = (_value(model, field, text) for text in given)
            values[field] = sum(map(_listed, more), _listed(first)) if more else first
        except yamlio.Refusal as refusal:
            problems.append(Problem(name, 1, field, *refused(refusal, model)))
    fields: Any = {field: (model.model_fields[field].annotation, model.model_fields[field]) for field in values}
    record, more = validate(create_model("Given", __base__=Record, **fields), yamlio.Document(values), name)
    return dict(record or ()), problems + more


def _listed(value: Any) -> tuple[Any, ...]:
    return value if isinstance(value, tuple) else (value,)


def _value(model: type[Entity], name: str, text: str) -> Any:
    """Return the value of an option: text as it is, lists split at commas, a group as a list, the rest as YAML."""
    value, is_list = unwrap(model.model_fields[name].annotation)
    is_text = not isinstance(value, type) or issubclass(value, str | dates.Edtf)
    if is_text and not (is_list and text.startswith("[")):
        text = json.dumps([item.strip() for item in text.split(",")] if is_list else text, ensure_ascii=False)
    read_value = yamlio.parse(f"{name}: {text}\n".encode("utf-8", "surrogateescape")).value[name]
    return (read_value,) if is_list and isinstance(read_value, dict) else read_value


if __name__ == "__main__":
    sys.exit(main())
