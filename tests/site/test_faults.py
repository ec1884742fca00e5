"""A file that vanishes, and builds at once: one sentence, and one whole site."""

import subprocess
import sys
from pathlib import Path

from tests import sites
from tests.factories import ROOT

_VANISHING = """import os, sys
def _hook(event, arguments):
    if event == "open" and str(arguments[0]).endswith(os.environ["VANISHES"]):
        os.unlink(arguments[0])
sys.addaudithook(_hook)
"""
"""Deletes a file at the moment when it is opened, after it was listed."""


def test_a_file_that_vanishes_is_named(tmp_path: Path) -> None:
    """A file that is deleted while a build runs ends it in a sentence, and the former site stays as it is."""
    topic = sites.chartless_topic(tmp_path / "topic")
    (topic / "docs" / "lamp.png").write_bytes(b"a picture")
    sites.built("--topic", topic, guard=tmp_path / "guard")
    before = sites.content(topic / "site")
    for name, said in (
        ("docs/lamp.png", f"{topic}/docs/lamp.png: No such file or directory\n"),
        ("docs/terms.md", "docs/terms.md:1: file: it cannot be read: No such file or directory [unreadable]\n"),
    ):
        done = sites.build("--topic", topic, guard=tmp_path / "guard", first=_VANISHING, VANISHES=name)
        assert done.returncode == 1
        assert said in done.stdout + done.stderr
        assert "Traceback" not in done.stdout + done.stderr
    assert sites.content(topic / "site") == before


def test_builds_at_once_leave_one_whole_site(tmp_path: Path) -> None:
    """Of two builds of one topic into one place each succeeds, and what they leave is one site and nothing else."""
    topic = sites.chartless_topic(tmp_path / "topic")
    command = [sys.executable, "-m", "scripts.build", "--topic", str(topic)]
    builds = [subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT) for _ in range(2)]
    said = [(build.communicate(timeout=240)[0], build.returncode) for build in builds]
    assert [status for _, status in said] == [0, 0], said
    assert sorted(place.name for place in topic.iterdir()) == ["data", "docs", "site"]
    done = subprocess.run(
        ["sha256sum", "--check", "--quiet", "explainer.sha256"], cwd=topic / "site", capture_output=True, check=False
    )
    assert (done.returncode, done.stdout) == (0, b"")
