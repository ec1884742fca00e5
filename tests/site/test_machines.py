"""A site is the same bytes on every machine, however it is set up; what a machine lacks is said in a sentence."""

import os
from pathlib import Path

import pytest

from scripts import output
from scripts.arguments import UsageError
from tests import sites


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with a topic and, beside it, its site as an ordinary machine builds it."""

    def make(folder: Path) -> None:
        topic = sites.small_topic(folder / "topic")
        sites.built("--topic", topic, "--site", folder / "site", guard=folder / "guard")

    return sites.once(tmp_path_factory, "machines", make)


def _differences(plain: Path, site: Path) -> list[str]:
    one, two = sites.content(plain / "site"), sites.content(site)
    return [name for name in one | two if one.get(name) != two.get(name)]


def test_a_path_that_the_locale_cannot_write(plain: Path, tmp_path: Path) -> None:
    """Spaces and letters of other scripts in a path are no matter, even in the locale C; nor is the order of hashes."""
    topic = sites.small_topic(tmp_path / "ein tôpic ’“日本")
    ascii_only = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PYTHONHASHSEED": "2"}
    sites.built("--topic", topic, "--site", tmp_path / "s é", guard=tmp_path / "guard", **ascii_only)
    assert _differences(plain, tmp_path / "s é") == []


def test_a_user_without_home_and_git(plain: Path, tmp_path: Path) -> None:
    """Neither a home, nor git, nor a time zone, nor the usual rights of new files are needed; data/ may be a link."""
    topic = sites.small_topic(tmp_path / "topic")
    (topic / "data").rename(tmp_path / "facts").chmod(0o755)
    (topic / "data").symlink_to(tmp_path / "facts")
    before = os.umask(0o077)
    try:
        variables = {"HOME": "/nonexistent", "PATH": "/nonexistent", "TMPDIR": "/nonexistent", "TZ": "Asia/Tokyo"}
        sites.built("--topic", topic, "--site", tmp_path / "site", guard=tmp_path / "guard", **variables)
    finally:
        os.umask(before)
    assert _differences(plain, tmp_path / "site") == []


def test_python_without_assertions_is_refused() -> None:
    """A Python that leaves out what the library relies on is told of, whatever the command."""
    done = sites.run("-O", "-m", "scripts.check")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == (
        "Python leaves out assertions or docstrings (-O, PYTHONOPTIMIZE), which this needs: run it without\n"
    )


def test_a_disk_is_no_place_for_a_site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a disk is mounted nothing can be swapped, and nothing is built in vain; in a folder of it, all is well."""
    disk = tmp_path / "disk"
    (disk / "site").mkdir(parents=True)
    monkeypatch.setattr(Path, "is_mount", lambda place: place == disk)
    with pytest.raises(UsageError, match="disk is not a folder for a site: a disk is mounted there; give a"):
        output.refuse_place(disk, tmp_path / "topic")
    output.refuse_place(disk / "site", tmp_path / "topic")
