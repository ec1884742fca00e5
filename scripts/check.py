"""Check the data and the prose of a topic, and print every problem."""

import sys

from macros.load import load
from macros.pagecheck import check_pages
from macros.problems import BadDataError
from scripts.arguments import parser, report


def main() -> int:
    """Run the command."""
    options = parser(__doc__).parse_args()
    try:
        dataset = load(options.topic)
    except BadDataError as error:
        return report(error.problems)
    return report(tuple(check_pages(options.topic, dataset)))


if __name__ == "__main__":
    sys.exit(main())
