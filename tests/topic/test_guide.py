"""The guide for editors is true of this topic."""

import re
import shutil
from pathlib import Path

from macros import yamlio
from macros.model import FOLDERS, Event
from macros.yamlio.writer import write
from tests.factories import ROOT
from tests.sites import Check

GUIDE = ROOT / "docs" / "about" / "editing.md"


def test_the_whole_event_of_the_guide_passes(tmp_path: Path, check: Check) -> None:
    """Whoever copies it into the data has a fact without a problem, in canonical form."""
    (text,) = re.findall(r"```yaml\n(.*?)```", GUIDE.read_text(encoding="utf-8"), re.DOTALL)
    assert write(Event.model_validate(yamlio.parse(text.encode()).value)) == text
    for folder in ("data", "docs"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    (tmp_path / "data" / "events" / "my-event.yml").write_text(text, encoding="utf-8")
    assert check(tmp_path)[0] == 0


def test_the_guide_names_a_file_of_each_kind() -> None:
    """Each kind of record has a good example in the data, and each example is there."""
    guide = GUIDE.read_text(encoding="utf-8").partition("{ #translating }")[0]
    assert set(re.findall(r"`data/([a-z]+)/", guide)) == set(FOLDERS)
    named = [one for one in re.findall(r"`(data/[a-z]+/[a-z0-9-]+\.yml)`", guide) if "/my-" not in one]
    assert len(named) == len(FOLDERS) - 1  # nothing was corrected yet
    assert [one for one in named if not (ROOT / one).is_file()] == []
