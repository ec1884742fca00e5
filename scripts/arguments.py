"""What all commands share: --topic, and the exit status: 0 good, 1 problems, 2 wrong usage."""

import argparse
import functools
import io
import os
import re
import shlex
import signal
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from itertools import filterfalse
from pathlib import Path
from typing import Any

from macros.problems import BadDataError, Problem

ROOT = Path(__file__).resolve().parent.parent
IS_INSTALLED = not (ROOT / "pyproject.toml").is_file()
"""Whether this is an installed copy, whose commands are for the folder that they are run in, and not a checkout."""
Adds = Callable[[argparse.ArgumentParser], object]
"""A function that adds an argument to a parser."""
Decorator = Callable[[Callable[[argparse.Namespace], int]], Callable[[], int]]


class UsageError(Exception):
    """A command cannot do what was asked; the text says why in one sentence."""


def command(doc: str | None, *arguments: Adds, has_topic: bool = True, is_open: bool = False) -> Decorator:
    """Return a decorator for the function of a command, which is given its options.

    The command returns its exit status: 1 for bad data, or if a file or the output cannot be read or written, after a
    message; 130 after Ctrl+C. It has ``--topic`` if ``has_topic``. If ``is_open``, it accepts any options, and those
    that it does not define are in ``unknown``.
    """

    def decorated(work: Callable[[argparse.Namespace], int]) -> Callable[[], int]:
        def run() -> int:
            parser = _parser(doc, (_topic, *arguments) if has_topic else arguments)
            for odd in filterfalse(_is_utf8, sys.argv[1:]):
                parser.error(f"the argument {odd!a} is not UTF-8")
            options, unknown = parser.parse_known_args()
            if unknown and not is_open:
                parser.error(f"unrecognized arguments: {' '.join(unknown)}")
            try:
                return work(argparse.Namespace(**vars(options), unknown=unknown))
            except UsageError as error:
                parser.error(str(error))
            except BadDataError as error:
                return report(error.problems, options.topic)

        return functools.wraps(work)(lambda: _guarded(run))

    return decorated


def argument(*names: str, **options: Any) -> Adds:
    """Return an argument of a command, described as ``add_argument`` takes it."""
    return lambda parser: parser.add_argument(*names, **options)


def _guarded(run: Callable[[], int]) -> int:
    """Return the exit status of a command; also if the system refuses a file or the output, and after Ctrl+C."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:  # closed by who started us: the next file would take its place
            setattr(sys, name, Path(os.devnull).open(mode, encoding="utf-8"))  # noqa: SIM115 - it stays open
    try:
        with _interruptible():
            try:
                return run()
            finally:
                print(end="", flush=True)  # here, so that a full disk is reported
    except OSError as error:
        return _refused(error)
    except KeyboardInterrupt:
        return 130


@contextmanager
def _interruptible() -> Iterator[None]:
    """Raise KeyboardInterrupt at the first Ctrl+C, so that unfinished files are deleted; a second one ends at once."""

    def interrupt(*_: object) -> None:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        raise KeyboardInterrupt

    former = signal.getsignal(signal.SIGINT)
    if former is not signal.SIG_IGN:  # as in a shell that has sent the command to the background
        signal.signal(signal.SIGINT, interrupt)
    try:
        yield
    finally:
        if signal.signal(signal.SIGINT, former) is signal.SIG_DFL:  # an engine may have made a failure of it
            raise KeyboardInterrupt


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


def _parser(doc: str | None, arguments: Iterable[Adds]) -> argparse.ArgumentParser:
    """Return a parser; characters that the output cannot encode are printed as escapes."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")  # as it is for standard error
    parser = argparse.ArgumentParser(description=doc)
    for add in arguments:
        add(parser)
    return parser


def _topic(parser: argparse.ArgumentParser) -> None:
    text = f"folder with data/ and docs/ (default: this {'folder' if IS_INSTALLED else 'project'})"
    parser.add_argument("--topic", type=topic_folder, default=str(_own_topic()), metavar="DIR", help=text)


def _own_topic() -> Path:
    """Return the default of ``--topic``."""
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
    """Return a text in which every command can be copied and run: under its name here, and for ``topic``."""
    runnable = str(text).replace("python -m scripts.", "explainer ") if IS_INSTALLED else str(text)
    if topic == _own_topic():
        return runnable
    name = shlex.quote(os.path.relpath(topic) if topic.is_relative_to(Path.cwd()) else str(topic))
    runnable = re.sub(r"(python -m scripts\.\w+|bin/explainer \w+)", rf"\1 --topic {name}", runnable)
    make = rf"make -C {name} \1" if IS_INSTALLED else rf"make \1 TOPIC={name}"
    return re.sub(r"\bmake (check|site|preview)\b", make, runnable)


def report(problems: tuple[Problem, ...], topic: Path | None = None) -> int:
    """Print every problem, with commands for ``topic`` in its remedy, and return the exit status."""
    for problem in problems:
        print(hint(problem, topic or _own_topic()))
    if problems:
        print(f"{len(problems)} problem{'s' if len(problems) > 1 else ''}")
    return 1 if problems else 0


def say(text: str) -> None:
    """Print what was done, in a terminal only; programs that read our output see only problems."""
    if sys.stdout.isatty():
        print(text)


def _is_utf8(argument: str) -> bool:
    """Whether the bytes of an argument are UTF-8, whatever the locale makes of them."""
    try:
        os.fsencode(argument).decode("utf-8")
    except UnicodeError:
        return False
    return True
