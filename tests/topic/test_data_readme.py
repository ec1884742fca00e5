"""The examples of data/README.md work: they are canonical, and pass the check together."""

import re
import shutil
from pathlib import Path

from macros import yamlio
from macros.model import FOLDERS
from macros.yamlio.writer import write
from tests.factories import ROOT
from tests.sites import Check

_EXAMPLE = re.compile(r"`([a-z]+/[a-z-]+\.yml)`:\n\n```yaml\n(.*?)```\n", re.DOTALL)


def test_the_examples_pass_together(tmp_path: Path, check: Check) -> None:
    """Whoever copies the examples into the data has facts without a problem, in canonical form."""
    guide = (ROOT / "data" / "README.md").read_text(encoding="utf-8")
    examples = dict(_EXAMPLE.findall(guide))
    assert {name.partition("/")[0] for name in examples} == {
        "sources",
        "events",
        "statements",
        "series",
        "statutes",
        "questions",
        "corrections",
    }
    for folder in ("data", "docs"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    for name, text in examples.items():
        file = tmp_path / "data" / name
        file.parent.mkdir(exist_ok=True)
        file.write_text(text, encoding="utf-8")
        model = FOLDERS[file.parent.name]
        assert write(model.model_validate(yamlio.parse(text.encode()).value)) == text, name
    assert check(tmp_path) == (0, "")
