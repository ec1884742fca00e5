"""Figures of the page about tests: ``python -m tests.figures`` prints what it tells of hostile texts and broken files.

The others are printed by the commands that the page names beside them.
"""

import re
import tempfile
from collections.abc import Iterable
from pathlib import Path

from tests import hostile, sites
from tests.factories import ROOT
from tests.site import reading
from tests.unit.test_check_command import CASES

PAGE = ROOT / "docs" / "about" / "tested.md"
CAREFULLY = re.compile(r"(?!.*-[b-g]\.html$)")
"""Addresses of a page of each kind with the first and the last payload, which a browser loads with the policy too."""
Figures = dict[str, tuple[int, ...]]


def told(first: str) -> tuple[int, ...]:
    """Return the figures in the row of the page whose first cell begins with these words."""
    (row,) = re.findall(rf"(?m)^\| {re.escape(first)}[^|]*\|([^|]*)\|", PAGE.read_text(encoding="utf-8"))
    return tuple(map(int, re.findall(r"`(\d+)`", row)))


def of_data(topic: Path) -> Figures:
    """Return the figures that the tables of tests and the hostile topic have, by the first words of their rows."""
    fields = {mark.rpartition("-")[0] for mark in hostile.texts(topic)}
    texts = (len(hostile.texts(topic)), len(hostile.PAYLOADS), len(fields))
    return {"Ways to break": (len(CASES),), "Hostile texts": texts}


def of_site(topic: Path) -> Figures:
    """Return the figures of the hostile topic once it is built, by the first words of their rows."""
    pages = sites.pages(topic / "site") | sites.frameless(topic / "site")
    loads = len(pages), sum(map(bool, map(CAREFULLY.match, pages)))
    on_pages, in_files = _marks(reading.pages(pages)), _marks(reading.files(topic / "site"))
    return {"Places on pages": (on_pages, len(pages)), "Places in files": (in_files,), "Loads of these": loads}


def _marks(texts: Iterable[tuple[str, str]]) -> int:
    return sum(len(hostile.MARK.findall(text)) for _, text in texts)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        made = hostile.topic(Path(folder, "topic"))
        print(of_data(made))
        sites.built("--topic", made, guard=Path(folder, "guard"))
        print(of_site(made))
