"""What every script understands, and how it ends: 0 good, 1 problems, 2 wrong usage."""

import argparse
from pathlib import Path

from macros.problems import Problem

ROOT = Path(__file__).resolve().parent.parent


def parser(description: str | None) -> argparse.ArgumentParser:
    """Return a parser that knows ``--topic``."""
    result = argparse.ArgumentParser(description=description)
    result.add_argument(
        "--topic",
        type=_topic,
        default=ROOT,
        metavar="DIR",
        help="folder with data/ and docs/ (default: this project)",
    )
    return result


def _topic(text: str) -> Path:
    path = Path(text).resolve()
    if not path.is_dir():
        raise argparse.ArgumentTypeError(f"{text} is not a folder")
    return path


def report(problems: tuple[Problem, ...]) -> int:
    """Print every problem and return the exit status."""
    for problem in problems:
        print(problem)
    if problems:
        print(f"{len(problems)} problem{'s' if len(problems) > 1 else ''}")
    return 1 if problems else 0
