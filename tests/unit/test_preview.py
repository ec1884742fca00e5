"""The preview on a machine that lacks something."""

import threading
from pathlib import Path

import pytest
from watchdog.observers import Observer

from scripts import preview


class _Refusing(Observer):  # type: ignore[misc, valid-type] # which class it is depends on the system
    """What the system offers where too many programs already watch files."""

    def start(self) -> None:
        raise OSError(24, "inotify instance limit reached")


def test_a_system_that_reports_no_changes(
    topic: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Files are looked at each second instead, which one sentence says, and a change is seen."""
    monkeypatch.setattr(preview, "Observer", _Refusing)
    changed = threading.Event()
    monkeypatch.setattr(preview.Preview, "_changed", lambda *_: changed.set())
    server = preview.Preview(topic, tmp_path / "site", 0)
    said = "The system reports no changes (inotify instance limit reached): files are looked at each second instead\n"
    assert capsys.readouterr().out == said
    (topic / "docs" / "facts.md").write_text("# The lamp\n\nAnother.\n", encoding="utf-8")
    assert changed.wait(60)
    server.observer.stop()
    server.observer.join()
    server.server_close()
