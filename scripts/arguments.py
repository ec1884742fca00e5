"""What every script understands, and how it ends: 0 good, 1 problems, 2 wrong usage."""

import argparse
import io
import sys
from pathlib import Path

from macros.problems import Problem

ROOT = Path(__file__).resolve().parent.parent


def parser(description: str | None) -> argparse.ArgumentParser:
    """Return a parser that knows ``--topic``."""
    result = argparse.ArgumentParser(description=description)
    result.add_argument(
        "--topic",
        type=folder,
        default=ROOT,
        metavar="DIR",
        help="folder with data/ and docs/ (default: this project)",
    )
    return result


def folder(text: str) -> Path:
    """Return the folder that an argument names; argparse ends with status 2 where there is none."""
    path = Path(text).resolve()
    if not path.is_dir():
        raise argparse.ArgumentTypeError(f"{text} is not a folder")
    return path


def report(problems: tuple[Problem, ...]) -> int:
    """Print every problem and return the exit status."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")  # a terminal that lacks a letter still shows the rest
    for problem in problems:
        print(problem)
    if problems:
        print(f"{len(problems)} problem{'s' if len(problems) > 1 else ''}")
    return 1 if problems else 0


def say(text: str) -> None:
    """Tell someone at a terminal what was done; a program that reads our output sees only problems."""
    if sys.stdout.isatty():
        print(text)
