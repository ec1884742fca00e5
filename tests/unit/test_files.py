"""How commands write: whole or not at all, whatever happens, so that no editor loses a word."""

import os
import re
import resource
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from scripts import draft, files, fmt, schema
from tests import forked
from tests.factories import ROOT
from tests.sites import Check, Command, content

EVENT = "data/events/lamp-lit.yml"
_KILLED = """import os, signal
from pathlib import Path
for name in ("replace", "rename", "hardlink_to"):
    setattr(Path, name, lambda *_: os.kill(os.getpid(), signal.SIGKILL))
"""
"""Kills a command when what it wrote is to be put in place."""


def _run_on_full_disk(*command: str | Path) -> subprocess.CompletedProcess[str]:
    """Run Python in the project's folder, on a disk that is full once a file has twenty bytes."""

    def fill() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (20, 20))

    arguments = [sys.executable, "-B", *map(str, command)]
    return subprocess.run(arguments, cwd=ROOT, capture_output=True, text=True, check=False, preexec_fn=fill)


def _hidden(folder: Path) -> list[Path]:
    return list(folder.rglob(".*"))


def test_an_old_file_keeps_its_mode_and_a_new_one_has_the_usual(tmp_path: Path) -> None:
    """What is written can be read by whoever could read it before, or any new file."""
    (tmp_path / "old").write_text("old")
    (tmp_path / "old").chmod(0o640)
    (tmp_path / "usual").touch()
    files.replace(tmp_path / "old", "é\n")
    files.replace(tmp_path / "new", "é\n")
    assert (tmp_path / "old").read_bytes() == (tmp_path / "new").read_bytes() == "é\n".encode()
    assert (tmp_path / "old").stat().st_mode & 0o777 == 0o640
    assert (tmp_path / "new").stat().st_mode == (tmp_path / "usual").stat().st_mode
    assert _hidden(tmp_path) == []


@pytest.mark.parametrize("write", [files.create, files.replace])
def test_a_failure_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, write: Callable[[Path, str], None]
) -> None:
    """When the disk is full, the file is as it was, nothing lies beside it, and the error has its name."""
    file = tmp_path / "a.yml"
    file.write_text("old")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(OSError, match=r"No space left on device: '.*a\.yml'"):
        write(file, "new")
    assert content(tmp_path) == {"a.yml": b"old"}


def test_a_new_file_never_replaces_one(tmp_path: Path) -> None:
    """A file that someone made in the meantime stays."""
    (tmp_path / "a.yml").write_text("old")
    with pytest.raises(FileExistsError, match=r"a\.yml"):
        files.create(tmp_path / "a.yml", "new")
    files.create(tmp_path / "b.yml", "new")
    assert content(tmp_path) == {"a.yml": b"old", "b.yml": b"new"}


def test_what_is_not_a_file_is_not_replaced(tmp_path: Path) -> None:
    """A folder or a device stays what it is."""
    (tmp_path / "folder").mkdir()
    with pytest.raises(FileExistsError, match=r"it is there and is not a file: '.*folder'"):
        files.replace(tmp_path / "folder", "new")
    assert _hidden(tmp_path) == []


def test_a_full_disk_costs_no_word(topic: Path, command: Command) -> None:
    """Every command that writes says what could not be written, and leaves the topic as it was, to be run again."""
    texts = ROOT / "tests" / "broken" / "texts"
    before = content(topic)
    commands: list[tuple[tuple[str | Path, ...], Path]] = [
        (("fmt",), topic / "data" / "topic.yml"),
        (("new", "term", "lit-lamp"), topic / "data" / "terms" / "lit-lamp.yml"),
        (("verify", "--texts", texts), topic / "data" / "verified" / "gazette.yml"),
        (("draft", "gazette", "--all", "--texts", texts), topic / "drafts" / "gazette"),
        (("schema",), topic / "data" / "schema" / "actor.json"),
    ]
    for (name, *rest), named in commands:
        done = _run_on_full_disk("-m", f"scripts.{name}", *rest, "--topic", topic)
        assert (done.returncode, done.stderr) == (1, f"{named}: File too large\n")
        assert content(topic) == before
    assert command(draft.main, "gazette", "--all", "--texts", texts, "--topic", topic)[0] == 0


def test_a_kill_costs_no_word(topic: Path, command: Command, check: Check) -> None:
    """Killed before a file is in its place, a command leaves the topic as it was, but for what no command reads."""
    texts = ROOT / "tests" / "broken" / "texts"
    before = content(topic)
    for name, *words in (
        ("fmt",),
        ("new", "term", "lit-lamp"),
        ("verify", "--texts", texts),
        ("draft", "gazette", "--all", "--texts", texts),
        ("schema",),
    ):
        arguments = (f"scripts.{name}", *map(str, words), "--topic", str(topic))
        assert forked.run(*arguments, first=_KILLED, environment=dict(os.environ)).returncode == -9
    after = content(topic)
    assert {name: after.pop(name) for name in before} == before
    assert len({re.sub("(.unfinished-)[^/]*.*", r"\1", name) for name in after}) == 5
    assert check(topic) == (0, "")
    for main, rest in ((fmt.main, ()), (schema.main, ()), (draft.main, ("gazette", "--all", "--texts", texts))):
        assert command(main, *rest, "--topic", topic)[0] == 0


def test_commands_write_in_no_other_way() -> None:
    """The commands that write where editors do, do it through scripts.files alone."""
    for name in ("fmt", "new", "draft", "verify", "schema"):
        code = (ROOT / "scripts" / f"{name}.py").read_text(encoding="utf-8")
        assert re.findall(r"write_text|write_bytes|open\(|\.rename\(|\.touch\(|\.replace\([^\"']", code) == [], name
