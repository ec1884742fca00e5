"""The set-up that make does: twice at once, and again where it was broken."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.factories import ROOT

PYTHON = """\
#!/bin/sh
case "$*" in
*"-m venv"*)
  echo >> installs; rm -rf .venv; mkdir -p .venv/bin; sleep 0.4
  cp true.sh .venv/bin/python; cp pip.sh .venv/bin/pip;;
*) exec {python} "$@";;
esac
"""
PIP = "#!/bin/sh\nsleep 0.4\ntest -e .venv/bin/python && touch .venv/installed\n"


def _make(folder: Path) -> subprocess.Popen[bytes]:
    command = ["make", "--silent", f"PYTHON={folder / 'python.sh'}", ".venv/ready"]
    return subprocess.Popen(command, cwd=folder)


@pytest.mark.parametrize("makefile", ["Makefile", "scripts/starter/common/Makefile"])
def test_two_at_once_and_a_broken_one(makefile: str, tmp_path: Path) -> None:
    """The second make waits until the first has installed; a .venv whose Python no longer runs is made anew."""
    shutil.copy(ROOT / makefile, tmp_path / "Makefile")
    (tmp_path / "scripts").mkdir()
    shutil.copy(ROOT / "scripts/venv.sh", tmp_path / "scripts")
    (tmp_path / "requirements.txt").touch()
    files = {"python.sh": PYTHON.format(python=sys.executable), "pip.sh": PIP, "true.sh": "#!/bin/sh\n"}
    for name, text in files.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
        (tmp_path / name).chmod(0o755)
    assert [one.wait(60) for one in [_make(tmp_path), _make(tmp_path)]] == [0, 0]
    assert (tmp_path / ".venv/ready").is_file()
    assert (tmp_path / "installs").read_text(encoding="utf-8") == "\n"
    (tmp_path / ".venv/bin/python").write_text("#!/bin/sh\nexit 1\n", encoding="utf-8")
    assert _make(tmp_path).wait(60) == 0
    assert (tmp_path / "installs").read_text(encoding="utf-8") == "\n\n"
    assert (tmp_path / ".venv/installed").is_file()
