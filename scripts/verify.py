"""Verify every quote against the texts of the sources, and record what was verified in data/verified/."""

import sys
from functools import partial
from pathlib import Path

from macros.checks import all_citations, quotes
from macros.load import load
from macros.model import Dataset
from macros.problems import BadDataError
from scripts.arguments import folder, guarded, parser, report
from scripts.files import replace


@guarded
def main() -> int:
    """Run the command."""
    arguments = parser(__doc__)
    arguments.add_argument(
        "--texts", type=folder, nargs="+", required=True, metavar="DIR", help="folders with the texts"
    )
    options = arguments.parse_args()
    try:
        dataset = load(options.topic, (partial(quotes.against_texts, folders=options.texts),))
    except BadDataError as error:
        return report(error.problems, options.topic)
    with_text = [name for name, source in dataset.sources.items() if source.texts]
    _write(dataset, with_text, options.topic / "data" / "verified")
    found = {(c.source, c.locator, c.quote) for _, _, c in all_citations(dataset) if c.quote and c.source in with_text}
    print(f"Quotes verified: {len(found)}, in texts: {len(with_text)}")
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
