"""What all commands share: --topic, and the exit status: 0 good, 1 problems, 2 wrong usage."""

import argparse
import functools
import io
import os
import re
import shlex
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from macros.problems import Problem

ROOT = Path(__file__).resolve().parent.parent
IS_INSTALLED = not (ROOT / "pyproject.toml").is_file()
"""Whether this is an installed copy, whose commands are for the folder that they are run in, and not a checkout."""


def guarded(main: Callable[[], int]) -> Callable[[], int]:
    """Return a command that turns errors of the system into an exit status.

    It is 1, after a message, if a file or the output cannot be read or written, and 130 after Ctrl+C.
    """

    @functools.wraps(main)
    def run() -> int:
        try:
            try:
                return main()
            finally:
                print(end="", flush=True)  # here, so that a full disk is reported
        except OSError as error:
            return _refused(error)
        except KeyboardInterrupt:
            return 130

    return run


def _refused(error: OSError) -> int:
    """Print what the system refused, and return the exit status."""
    name = error.filename
    try:
        print(end="", flush=True)
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # else Python would write again at its exit
        name = name or "standard output"
    if not isinstance(error, BrokenPipeError):  # the reader has closed the pipe
        with suppress(OSError):
            print(": ".join(str(part) for part in (name, error.strerror or error) if part), file=sys.stderr)
    return 1


def plain_parser(description: str | None) -> argparse.ArgumentParser:
    """Return a parser; characters that the output cannot encode are printed as escapes."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")  # as it is for standard error
    return argparse.ArgumentParser(description=description)


def parser(description: str | None) -> argparse.ArgumentParser:
    """Return a parser with ``--topic``."""
    result = plain_parser(description)
    result.add_argument(
        "--topic",
        type=topic_folder,
        default=str(_own_topic()),
        metavar="DIR",
        help=f"folder with data/ and docs/ (default: this {'folder' if IS_INSTALLED else 'project'})",
    )
    return result


def _own_topic() -> Path:
    """Return the folder that commands are for without ``--topic``."""
    return Path.cwd() if IS_INSTALLED else ROOT


def folder(text: str) -> Path:
    """Return the folder that an argument names; raises ArgumentTypeError, an exit with status 2, if there is none."""
    path = Path(os.path.realpath(text))  # unlike Path.resolve, it accepts a circle of links
    if not path.is_dir():
        raise argparse.ArgumentTypeError(f"{text} is not a folder")
    return path


def topic_folder(text: str) -> Path:
    """Return the folder of a topic; raises ArgumentTypeError as ``folder`` does, also if it holds no topic."""
    path = folder(text)
    for missing in (name for name in ("data", "docs") if not (path / name).is_dir()):
        raise argparse.ArgumentTypeError(f"{text} is not a topic: it has no folder {missing}")
    return path


def hint(text: object, topic: Path) -> str:
    """Return a text in which every command that it names can be run as it stands: by its name here, for a topic."""
    said = str(text).replace("python -m scripts.", "explainer ") if IS_INSTALLED else str(text)
    if topic == _own_topic():
        return said
    name = shlex.quote(os.path.relpath(topic) if topic.is_relative_to(Path.cwd()) else str(topic))
    said = re.sub(r"(python -m scripts\.\w+|bin/explainer \w+)", rf"\1 --topic {name}", said)
    return re.sub(
        r"\bmake (check|site|preview)\b", rf"make -C {name} \1" if IS_INSTALLED else rf"make \1 TOPIC={name}", said
    )


def report(problems: tuple[Problem, ...], topic: Path | None = None) -> int:
    """Print every problem, with commands that are for a topic, and return the exit status."""
    for problem in problems:
        print(hint(problem, topic or _own_topic()))
    if problems:
        print(f"{len(problems)} problem{'s' if len(problems) > 1 else ''}")
    return 1 if problems else 0


def say(text: str) -> None:
    """Print what was done, in a terminal only; programs that read our output see only problems."""
    if sys.stdout.isatty():
        print(text)
