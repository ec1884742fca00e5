"""How every command ends: with a status and a sentence, never with a traceback, whatever the system refuses."""

import argparse
import os
import signal
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

from scripts.arguments import command
from tests.factories import ROOT
from tests.sites import run

FMT = [sys.executable, "-m", "scripts.fmt"]
BUFFERED = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
"""An environment in which output waits, so that what cannot be printed is known last."""


@pytest.mark.parametrize(
    ("error", "status", "said"),
    [
        (FileNotFoundError(2, "No such file or directory", "data/a.yml"), 1, "data/a.yml: No such file or directory\n"),
        (PermissionError(13, "Permission denied", Path("docs/a.md")), 1, "docs/a.md: Permission denied\n"),
        (OSError(5, "Input/output error"), 1, "Input/output error\n"),
        (OSError("a reason"), 1, "a reason\n"),
        (BrokenPipeError(32, "Broken pipe"), 1, ""),
        (KeyboardInterrupt(), 130, ""),
    ],
)
def test_what_the_system_refuses_is_a_sentence(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, error: BaseException, status: int, said: str
) -> None:
    """A file that vanishes, a folder that may not be read, a disk that fails, Ctrl+C: each ends the command quietly."""

    @command("Fails.")
    def main(_: argparse.Namespace) -> int:
        raise error

    monkeypatch.setattr("sys.argv", ["fail"])
    assert main() == status
    assert capsys.readouterr() == ("", said)


def test_mistakes_of_ours_are_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    """Any other error is a mistake in the code, whose traceback is wanted."""

    @command("Fails.")
    def main(_: argparse.Namespace) -> int:
        raise ValueError("a mistake")

    monkeypatch.setattr("sys.argv", ["fail"])
    with pytest.raises(ValueError, match="a mistake"):
        main()


@pytest.mark.parametrize("arguments", [["--check", "--topic", "tests/broken/good"], ["--help"]])
def test_a_full_disk_below_the_output(arguments: list[str]) -> None:
    """What cannot be printed ends the command with status 1 and the reason."""
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        done = subprocess.run(
            [*FMT, *arguments], cwd=ROOT, env=BUFFERED, stdout=full, stderr=subprocess.PIPE, check=False
        )
    assert (done.returncode, done.stderr) == (1, b"standard output: No space left on device\n")


def test_a_reader_that_has_seen_enough() -> None:
    """Where nobody reads the output any more, the command ends in silence."""
    reading, writing = os.pipe()
    os.close(reading)
    command = [*FMT, "--check", "--topic", "tests/broken/good"]
    done = subprocess.run(command, cwd=ROOT, env=BUFFERED, stdout=writing, stderr=subprocess.PIPE, check=False)
    os.close(writing)
    assert (done.returncode, done.stderr) == (1, b"")


def test_streams_that_are_closed() -> None:
    """Where whoever starts a command has closed its streams, no file takes their place, and it does what it does."""
    script = "import os, sys; from scripts.arguments import command\n"
    told = "print(sys.stdout.isatty(), sys.stdin.read()) or os.open('/dev/null', 0)"
    script += f"sys.exit(command('Tells.')(lambda _: {told})())"
    line = f'{sys.executable} -c "$0" <&- >&- 2>&-; echo $?'
    done = subprocess.run(["sh", "-c", line, script], cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "3\n")


def test_letters_that_the_output_lacks(topic: Path) -> None:
    """An output that knows few letters gets escapes for the others, whatever the command prints."""
    texts = ROOT / "tests" / "broken" / "texts"
    done = run("-m", "scripts.draft", "gazette", "--topic", topic, "--texts", texts, PYTHONIOENCODING="ascii")
    assert (done.returncode, done.stderr) == (0, "")
    assert "p2 \\u201cthe keeper said \\u2014 and" in done.stdout
    done = run("-m", "scripts.fmt", "燈.yml", "--topic", topic, PYTHONIOENCODING="ascii")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.endswith("not a file of data/: \\u71c8.yml\n")


@pytest.mark.parametrize("name", ["check", "build", "draft", "new", "start", "translate"])
def test_an_argument_that_is_not_utf8(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    """No command begins with a name that it could not write into a file."""
    monkeypatch.setattr("sys.argv", [name, "--topic", os.fsdecode(b"b\xff")])
    with pytest.raises(SystemExit, match="2"):
        import_module(f"scripts.{name}").main()
    assert capsys.readouterr().err.endswith("error: the argument 'b\\udcff' is not UTF-8\n")


def test_a_deleted_working_folder(tmp_path: Path) -> None:
    """A command that is run where no folder is any more says so."""
    script = (
        f"cd {tmp_path} && mkdir gone && cd gone && rmdir ../gone && exec {sys.executable} -m scripts.fmt --topic ."
    )
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    done = subprocess.run(["sh", "-c", script], env=environment, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (1, "No such file or directory\n")


_INTERRUPTED = """import os, signal, sys
def interrupt(event, arguments):
    if event == "import" and arguments[0] in os.environ["AT"].split():
        os.kill(os.getpid(), signal.SIGINT)
sys.addaudithook(interrupt)
"""
"""Sends Ctrl+C to a process at the moment when it begins to import a module."""


@pytest.mark.parametrize(
    ("name", "module", "status"),
    [
        ("check", "scripts.arguments", -signal.SIGINT),
        ("check", "pygments.lexers", 130),
        ("build", "mkdocs.__main__", 130),
        ("build", "mkdocs_macros.util", 130),
        ("preview", "scripts.faults", -signal.SIGINT),
    ],
)
def test_ctrl_c_ends_a_command_at_any_moment(tmp_path: Path, topic: Path, name: str, module: str, status: int) -> None:
    """Whether it still imports, reads or builds, it ends without a traceback, and leaves nothing behind."""
    (tmp_path / "sitecustomize.py").write_text(_INTERRUPTED, encoding="utf-8")
    done = run("-m", f"scripts.{name}", "--topic", topic, PYTHONPATH=str(tmp_path), AT=module)
    assert (done.returncode, done.stdout) == (status, "")
    assert "Traceback" not in done.stderr
    assert sorted(place.name for place in topic.iterdir()) == ["data", "docs"]


_SLOW = """
import argparse, time
from scripts.arguments import command

@command("Takes long, and as long to clear away.", has_topic=False)
def main(_: argparse.Namespace) -> int:
    try:
        print("begun", flush=True)
        time.sleep(60)
    finally:
        print("ending", flush=True)
        time.sleep(60)
    return 0

main()
"""


def test_a_second_ctrl_c_does_not_wait() -> None:
    """A command that still clears away is ended at once."""
    command = [sys.executable, "-c", _SLOW]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout
        for said in ("begun", "ending"):
            assert process.stdout.readline() == f"{said}\n"
            process.send_signal(signal.SIGINT)
        _, error = process.communicate(timeout=30)
    assert (process.returncode, error) == (-signal.SIGINT, "")


def test_a_command_in_the_background_is_not_stopped(tmp_path: Path, topic: Path) -> None:
    """A shell that keeps Ctrl+C from a command, as for one in the background, is heeded."""
    (tmp_path / "sitecustomize.py").write_text(_INTERRUPTED, encoding="utf-8")
    environment = os.environ | {"PYTHONPATH": str(tmp_path), "AT": "scripts.arguments pygments.lexers"}
    script = f"trap '' INT; exec {sys.executable} -m scripts.check --topic {topic}"
    done = subprocess.run(["sh", "-c", script], cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0
    assert done.stdout.startswith("No mistake in ")
