"""Verify every quote against the texts of the sources, and record what was verified in data/verified/."""

import argparse
import sys
from functools import partial
from pathlib import Path

from macros.checks import quotes
from macros.load import load
from macros.model import Dataset
from macros.problems import BadDataError
from scripts.arguments import argument, command, folder
from scripts.files import replace


@command(
    __doc__, argument("--texts", type=folder, nargs="+", required=True, metavar="DIR", help="folders with the texts")
)
def main(options: argparse.Namespace) -> int:
    """Verify every quote, and return the exit status."""
    try:
        dataset = load(options.topic, (partial(quotes.against_texts, folders=options.texts),))
    except BadDataError:
        print("Nothing is recorded until these are corrected; then run it again", file=sys.stderr)
        raise
    with_text = [name for name, source in dataset.sources.items() if source.texts]
    _write(dataset, with_text, options.topic / "data" / "verified")
    quotes_in_texts = {
        (citation.source, citation.locator, citation.quote)
        for _, _, citation in dataset.citations()
        if citation.quote and citation.source in with_text
    }
    print(f"Quotes verified: {len(quotes_in_texts)}, in texts: {len(with_text)}")
    print("Commit data/verified/: a record counts once it is on main")
    return 0


def _write(dataset: Dataset, with_text: list[str], target: Path) -> None:
    """Write one file for each source with a text, and delete all others."""
    for name in with_text:
        replace(target / f"{name}.yml", quotes.verification(dataset, name))
    for file in target.glob("*.yml"):
        if file.stem not in with_text:
            file.unlink()


if __name__ == "__main__":
    sys.exit(main())
