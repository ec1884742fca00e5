"""Verify every quote against the texts of the sources, and record what was verified in data/verified/."""

import sys
from collections.abc import Iterator
from pathlib import Path

from macros import evidence
from macros.checks import Finding
from macros.load import load
from macros.model import Dataset
from macros.problems import BadDataError
from scripts.arguments import folder, parser, report


def main() -> int:
    """Run the command."""
    arguments = parser(__doc__)
    arguments.add_argument("--texts", type=folder, required=True, metavar="DIR", help="folder with the texts")
    options = arguments.parse_args()

    def verified(dataset: Dataset) -> Iterator[Finding]:
        texts, findings = evidence.read_texts(dataset, options.texts)
        yield from findings
        yield from evidence.verify(dataset, texts)
        yield from evidence.quoted_too_much(dataset, texts)

    try:
        dataset = load(options.topic, (verified,))
    except BadDataError as error:
        return report(error.problems)
    _write(dataset, options.topic / "data" / "verified")
    return 0


def _write(dataset: Dataset, target: Path) -> None:
    """Write one file for each source with a text, and delete those of sources that have gone."""
    target.mkdir(exist_ok=True)
    with_text = [name for name, source in dataset.sources.items() if source.text]
    for file in target.glob("*.yml"):
        if file.stem not in with_text:
            file.unlink()
    for name in with_text:
        (target / f"{name}.yml").write_text(evidence.verification(dataset, name), encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
