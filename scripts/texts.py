"""What the commands say that compare quotes with the texts of sources, where not all texts are there."""

from collections.abc import Sequence
from pathlib import Path

from macros.checks.texts import absent
from macros.model import Dataset
from scripts.arguments import UsageError

FOLDERS = "folders with the files that sources name in 'text' and 'sections', all or some"
_SHOWN = 3  # how many sources without a text are named
_NO_TEXT = "the folders hold no text of any source: each is a file such as {}, which a source names in 'text'"


def without_text(dataset: Dataset, folders: Sequence[Path]) -> list[str]:
    """Return the sources that keep their record, since a text is in no folder; raises UsageError if all do."""
    left = absent(dataset, folders)
    files = [text.file for source in dataset.sources.values() for text in source.texts]
    if left and not any((folder / file).is_file() for folder in folders for file in files):
        raise UsageError(_NO_TEXT.format(files[0]))
    return left


def told_of(left: Sequence[str]) -> str:
    """Return the end of a sentence about sources without a text here; "" if there is none."""
    if not left:
        return ""
    names = ", ".join(left[:_SHOWN]) + (", ..." if left[_SHOWN:] else "")
    others = "1 other source" if len(left) == 1 else f"{len(left)} other sources"
    return f"; no text here for {others} ({names}): their earlier records stay"
