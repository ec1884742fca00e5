"""Verify the quotes of the sources whose texts are there, and record what was verified in data/verified/.

A source of which a text is in no folder keeps the record that it has; without one, nothing is recorded at all.
"""

import argparse
import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from macros.checks import quotes
from macros.checks.sources import waiting
from macros.load import load
from macros.model import Dataset
from macros.problems import BadDataError
from scripts.arguments import argument, command, folder
from scripts.files import replace
from scripts.texts import FOLDERS, told_of, without_text


@command(__doc__, argument("--texts", type=folder, nargs="+", required=True, metavar="DIR", help=FOLDERS))
def main(options: argparse.Namespace) -> int:
    """Verify every quote whose text is there, and return the exit status: 1 if others are not verified."""
    try:
        dataset = load(options.topic, (partial(quotes.against_texts, folders=options.texts),))
    except BadDataError:
        print("Nothing is recorded until these are corrected; then run it again", file=sys.stderr)
        raise
    left = without_text(dataset, options.texts)
    here = [name for name, source in dataset.sources.items() if source.texts and name not in left]
    _write(dataset, here, left, options.topic / "data" / "verified")
    quotes_in_texts = {
        (citation.source, citation.locator, citation.quote)
        for _, _, citation in dataset.citations
        if citation.quote and citation.source in here
    }
    print("Commit data/verified/: a record counts once it is on main")
    unverified = len([*waiting(dataset, options.texts)])
    print(f"Quotes verified: {len(quotes_in_texts)}, in texts: {len(here)}{told_of(left)}")
    if unverified:
        print(f"Quotes of those sources that are not verified yet: {unverified}")
    return 1 if unverified else 0


def _write(dataset: Dataset, here: Sequence[str], left: Sequence[str], target: Path) -> None:
    """Write one file for each source whose text is here, and delete those of sources without any text."""
    for name in here:
        replace(target / f"{name}.yml", quotes.verification(dataset, name))
    for file in target.glob("*.yml"):
        if file.stem not in (*here, *left):
            file.unlink()


if __name__ == "__main__":
    sys.exit(main())
