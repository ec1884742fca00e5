"""Check the data and the prose of a topic, and print every problem."""

import argparse
import subprocess
import sys

from macros.checks import Rule, unverified_quotes
from macros.diff import corrected
from macros.load import load
from macros.model import Dataset
from macros.pagecheck import check_pages
from macros.pagesource import read_docs
from macros.problems import BadDataError
from scripts.arguments import parser, report
from scripts.published import TAGS, data_at, newest_tag


def main() -> int:
    """Run the command."""
    arguments = parser(__doc__)
    arguments.add_argument(
        "--require-verified", action="store_true", help="let quotes that were not verified yet be problems"
    )
    arguments.add_argument(
        "--base",
        metavar="REV",
        help="what was published: a change needs a correction (default: newest published-* tag)",
    )
    options = arguments.parse_args()
    rules: list[Rule] = [unverified_quotes] if options.require_verified else []
    try:
        dataset = load(options.topic, (*rules, *_corrected(options)))
    except BadDataError as error:
        return report(error.problems)
    except subprocess.CalledProcessError as error:
        arguments.error(f"git: {error.stderr.decode().strip()}")
    status = report(tuple(check_pages(read_docs(options.topic), dataset)))
    if not options.require_verified:
        _list_unverified(dataset)
    return status


def _corrected(options: argparse.Namespace) -> tuple[Rule, ...]:
    """Return the rule about corrections, or none where nothing was published and none was asked for."""
    if not (options.topic / ".git").exists() and not options.base:
        return ()
    base = options.base or newest_tag(options.topic)
    if base is None:
        print(f"Nothing was published yet (no tag {TAGS}), so changes need no correction", file=sys.stderr)
        return ()
    return (corrected(data_at(options.topic, base)),)


def _list_unverified(dataset: Dataset) -> None:
    waiting = sorted({finding.id for finding in unverified_quotes(dataset)})
    for record in waiting:
        path, line = dataset.places[record]
        print(f"{path}:{line}: not verified yet")
    if waiting:
        print("A maintainer verifies these against the texts: .venv/bin/python -m scripts.verify --texts DIR")


if __name__ == "__main__":
    sys.exit(main())
