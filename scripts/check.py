"""Check the data and the prose of a topic, and print every problem."""

import sys

from macros.checks import unverified_quotes
from macros.load import load
from macros.pagecheck import check_pages
from macros.problems import BadDataError
from scripts.arguments import parser, report


def main() -> int:
    """Run the command."""
    arguments = parser(__doc__)
    arguments.add_argument(
        "--require-verified", action="store_true", help="let quotes that were not verified yet be problems"
    )
    options = arguments.parse_args()
    try:
        dataset = load(options.topic, (unverified_quotes,) if options.require_verified else ())
    except BadDataError as error:
        return report(error.problems)
    status = report(tuple(check_pages(options.topic, dataset)))
    waiting = {finding.id for finding in unverified_quotes(dataset)}
    for record in sorted(waiting):
        path, line = dataset.places[record]
        print(f"{path}:{line}: not verified yet")
    if waiting:
        print("A maintainer verifies these against the texts: python -m scripts.verify --texts DIR")
    return status


if __name__ == "__main__":
    sys.exit(main())
