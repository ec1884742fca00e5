"""Verify every quote against the texts of the sources."""

import sys
from collections.abc import Iterator
from pathlib import Path

from macros import evidence
from macros.checks import Finding
from macros.load import load
from macros.model import Dataset
from macros.problems import BadDataError
from scripts.arguments import parser, report


def main() -> int:
    """Run the command."""
    arguments = parser(__doc__)
    arguments.add_argument("--texts", type=Path, required=True, metavar="DIR", help="folder with the texts")
    options = arguments.parse_args()

    def verified(dataset: Dataset) -> Iterator[Finding]:
        texts, findings = evidence.read_texts(dataset, options.texts)
        yield from findings
        yield from evidence.verify(dataset, texts)

    try:
        load(options.topic, (verified,))
    except BadDataError as error:
        return report(error.problems)
    return 0


if __name__ == "__main__":
    sys.exit(main())
