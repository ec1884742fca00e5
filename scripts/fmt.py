"""Write the files of data/ in their canonical form, or with --check list those that are not in it."""

import sys
from collections.abc import Iterator
from pathlib import Path

from macros import yamlio
from macros.load import validate
from macros.model import FOLDERS, Moved, Record, Topic
from macros.problems import Problem
from macros.yamlwrite import write
from scripts.arguments import parser, report, say


def main() -> int:
    """Run the command."""
    arguments = parser(__doc__)
    arguments.add_argument("--check", action="store_true", help="change nothing; a file in another form is a problem")
    arguments.add_argument("files", nargs="*", type=Path, metavar="FILES", help="files of data/ (default: all)")
    options = arguments.parse_args()
    known = {file.resolve(): model for file, model in _files(options.topic / "data")}
    strangers = [str(file) for file in options.files if file.resolve() not in known]
    if strangers:
        arguments.error(f"not a file of data/: {', '.join(strangers)}")
    problems: list[Problem] = []
    for file in [one.resolve() for one in options.files] or known:
        problems += _format(file, file.relative_to(options.topic).as_posix(), known[file], check=options.check)
    return report(tuple(problems))


def _files(data: Path) -> Iterator[tuple[Path, type[Record]]]:
    """Yield every file that holds a record, with the model of it."""
    if (data / "topic.yml").is_file():
        yield data / "topic.yml", Topic
    for folder, model in FOLDERS.items():
        for file in sorted((data / folder).glob("[!.]*.yml")):
            yield file, model


def _format(file: Path, name: str, model: type[Record], *, check: bool) -> list[Problem]:
    document = yamlio.read(file, name)
    if isinstance(document, Problem):
        return [document]
    record, problems = validate(Moved if "moved_to" in document.value else model, document, name)
    if record is None:
        return problems
    wanted, found = write(record), file.read_text(encoding="utf-8")
    if wanted == found:
        return []
    if check:
        message, remedy = "it is not in the canonical form", "run: .venv/bin/python -m scripts.fmt"
        return [Problem(name, _first_difference(wanted, found), "file", message, "format", remedy)]
    file.write_text(wanted, encoding="utf-8", newline="\n")
    say(f"formatted {name}")
    return []


def _first_difference(wanted: str, found: str) -> int:
    """Return the first line, from 1, at which two texts differ."""
    pairs = zip(wanted.split("\n"), found.split("\n"), strict=False)
    return next((number for number, (one, other) in enumerate(pairs, 1) if one != other), 1)


if __name__ == "__main__":
    sys.exit(main())
