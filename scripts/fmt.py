"""Write the files of data/ in their canonical form, or with --check list those that are not in it."""

import argparse
import sys
from collections.abc import Iterator
from os.path import realpath
from pathlib import Path

from macros import yamlio
from macros.load import validate
from macros.model import FOLDERS, Moved, Record, Topic
from macros.problems import Problem
from macros.yamlio.writer import write
from scripts.arguments import UsageError, argument, command, report, say
from scripts.files import replace


@command(
    __doc__,
    argument("--check", action="store_true", help="change nothing; a file in another form is a problem"),
    argument("files", nargs="*", type=Path, metavar="FILES", help="files of data/ (default: all)"),
)
def main(options: argparse.Namespace) -> int:
    """Write or check each file, and return the exit status."""
    by_path = {realpath(file): (file, model) for file, model in _files(options.topic / "data")}
    others = [str(file) for file in options.files if realpath(file) not in by_path]
    if others:
        raise UsageError(f"not a file of data/: {', '.join(others)}")
    problems: list[Problem] = []
    for file, model in [by_path[realpath(file)] for file in options.files] or by_path.values():
        problems += _format(file, file.relative_to(options.topic).as_posix(), model, check=options.check)
    return report(tuple(problems), options.topic)


def _files(data: Path) -> Iterator[tuple[Path, type[Record]]]:
    """Yield every file that holds a record, with its model."""
    if (data / "topic.yml").is_file():
        yield data / "topic.yml", Topic
    for folder, model in FOLDERS.items():
        for file in sorted((data / folder).glob("[!.]*.yml")):
            yield file, model


def _format(file: Path, name: str, model: type[Record], *, check: bool) -> list[Problem]:
    """Write a file in its canonical form, unless ``check``, and return its problems."""
    document = _misplaced(file, name) or yamlio.read(file, name)
    if isinstance(document, Problem):
        return [document]
    record, problems = validate(Moved if "moved_to" in document.value else model, document, name)
    if record is None:
        return problems
    wanted = write(record)
    if wanted == document.text:
        return []
    if check:
        message, remedy = "it is not in the canonical form", "run: .venv/bin/python -m scripts.fmt"
        return [Problem(name, _first_difference(wanted, document.text), "file", message, "format", remedy)]
    replace(file, wanted)
    say(f"formatted {name}")
    return []


def _misplaced(file: Path, name: str) -> Problem | None:
    """Return the problem with a file that is a link or no plain file; None if there is none. data/ may be a link."""
    _, *inside = Path(name).parts
    data = file.parents[len(inside) - 1]
    if realpath(file) != str(Path(realpath(data), *inside)):
        remedy = "put the file itself here: what is outside of data/ is not written"
        return Problem(name, 1, "file", f"it is a link to {realpath(file)}", "link", remedy)
    if file.exists() and not file.is_file():  # to open a pipe would wait for ever
        return Problem(name, 1, "file", "it is not a file", "file-name", "move it, or delete it")
    return None


def _first_difference(wanted: str, text: str) -> int:
    """Return the number, from 1, of the first line at which two texts differ."""
    pairs = zip(wanted.split("\n"), text.split("\n"), strict=False)
    return next((number for number, (wanted_line, line) in enumerate(pairs, 1) if wanted_line != line), 1)


if __name__ == "__main__":
    sys.exit(main())
