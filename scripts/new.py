"""Write the file of a new record; what no option gives is asked for where a terminal can answer."""

import argparse
import sys
from pathlib import Path

from macros import yamlio
from macros.load import load, read
from macros.model import FOLDERS, Record
from macros.problems import BadDataError, Problem
from macros.yamlwrite import write
from scripts.arguments import parser, report, say
from scripts.asking import Form, described, id_fault, suggested_id

_FOLDERS = {model.__name__.lower(): folder for folder, model in FOLDERS.items()}


def main() -> int:
    """Run the command."""
    arguments = _arguments()
    options = vars(arguments.parse_args())
    folder, record_id = _FOLDERS[options["kind"]], options["id"]
    model = FOLDERS[folder]
    given = {name: text for name in model.model_fields if (text := options[f"field {name}"]) is not None}
    try:
        form = Form(model, read(options["topic"]))
        if record_id and (fault := id_fault(record_id, form.dataset)):
            arguments.error(fault)
        if sys.stdin.isatty():
            given = form.ask(given)
            record_id = record_id or _ask_id(given, form)
    except BadDataError as error:
        print("Nothing was written: mend first what is there", file=sys.stderr)
        return report(error.problems)
    except (EOFError, KeyboardInterrupt):
        print("\nNothing was written", file=sys.stderr)
        return 1
    record_id = record_id or suggested_id(given)
    if fault := id_fault(record_id, form.dataset):
        arguments.error(fault)
    name = f"data/{folder}/{record_id}.yml"
    record, problems = form.record(given, name)
    return report(tuple(problems)) if record is None else _create(options["topic"], name, record)


def _arguments() -> argparse.ArgumentParser:
    result = parser(__doc__)
    kinds = result.add_subparsers(dest="kind", metavar="KIND", required=True, help=", ".join(_FOLDERS))
    for kind, folder in _FOLDERS.items():
        model = FOLDERS[folder]
        one = kinds.add_parser(kind, description=model.__doc__, allow_abbrev=False)
        one.add_argument("id", nargs="?", metavar="ID", help="the permanent name (default: made of the title)")
        for name, info in model.model_fields.items():
            text = described(info).replace("%", "%%")
            one.add_argument(f"--{name.replace('_', '-')}", dest=f"field {name}", metavar="VALUE", help=text)
    return result


def _ask_id(given: dict[str, str], form: Form) -> str:
    """Ask for the id until it is a new one."""
    idea = suggested_id(given)
    while True:
        record_id = input(f"\nPermanent id{f' [{idea}]' if idea else ''}: ").strip() or idea
        fault = id_fault(record_id, form.dataset)
        if not fault:
            return record_id
        print(fault)


def _create(topic: Path, name: str, record: Record) -> int:
    """Write the file and report what the checks find that they did not find before."""
    text = write(record)
    try:
        yamlio.parse(text.encode("utf-8", "surrogateescape"))
    except yamlio.Refusal as refusal:
        return report((Problem(name, *refusal.parts),))
    before = _problems(topic)
    file = topic / name
    file.parent.mkdir(exist_ok=True)
    file.write_text(text, encoding="utf-8", newline="\n")
    say(f"wrote {name}")
    return report(tuple(problem for problem in _problems(topic) if problem not in before))


def _problems(topic: Path) -> tuple[Problem, ...]:
    try:
        load(topic)
    except BadDataError as error:
        return error.problems
    return ()


if __name__ == "__main__":
    sys.exit(main())
