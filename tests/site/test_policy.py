"""A build stops at settings of the engine that could not work, and nothing that mkdocs.yml names is run unknown."""

import re
import shutil
import subprocess
import sys
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest

from tests import sites
from tests.edits import begin, change
from tests.factories import GOOD_TOPIC, ROOT

_RUNS = 'extra: {a: !!python/object/apply:os.system ["touch pwned"]}\n'
_REFUSED = "mkdocs.yml:3: settings: it cannot be read: os.system is none of the functions that it may name"


def test_the_build_stops_at_a_setting_that_cannot_work(tmp_path: Path) -> None:
    """It says so in one sentence, ends with status 1, and writes nothing."""
    done = sites.configured(GOOD_TOPIC, tmp_path, theme="  features: [content.code.copy, toc.follow]\n")
    assert done.returncode == 1
    assert "mkdocs.yml:13: theme.features: content.code.copy cannot work here: pages have a frame" in done.stderr
    assert "mkdocs.yml:13: theme.features: toc.follow cannot work here" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "site").exists()


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return a copy of the code with the small topic in it, which has a file evil.py that could be imported."""
    for name in ("macros", "scripts"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    shutil.copytree(GOOD_TOPIC, tmp_path / "topic")
    (tmp_path / "evil.py").write_text("open('pwned', 'w')\n", encoding="utf-8")
    return tmp_path


def _run(project: Path, name: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a command of a project on its topic; nothing else may run."""
    command = [sys.executable, "-m", f"scripts.{name}", "--topic", "topic", *arguments]
    done = subprocess.run(command, cwd=project, capture_output=True, text=True, check=False)
    assert "Traceback" not in done.stderr
    assert not (project / "pwned").exists()
    return done


def test_a_hostile_setting_runs_nothing(project: Path) -> None:
    """Check, build, report and preview name a function that is not known, and run neither it nor the engine."""
    begin(project)
    change(project / "mkdocs.yml", "site_name: Explainer\n", "site_name: Explainer\n" + _RUNS)
    for name in ("check", "build"):
        done = _run(project, name)
        assert (done.returncode, done.stdout.splitlines()[0]) == (1, f"{_REFUSED} [syntax]")
    assert "- changed: `mkdocs.yml`" in _run(project, "diff", "HEAD").stdout
    command = [sys.executable, "-m", "scripts.preview", "--topic", "topic", "--port", "0"]
    with subprocess.Popen(command, cwd=project, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        url = next(found[0] for line in process.stdout if (found := re.search(r"http://\S+/", line)))
        try:
            with pytest.raises(HTTPError) as shown:
                urlopen(f"{url}index.html")  # noqa: S310 - the preview's own address
            assert _REFUSED in shown.value.read().decode()
        finally:
            process.terminate()
    assert not (project / "pwned").exists()


def test_the_check_runs_no_file_that_a_setting_names(project: Path) -> None:
    """An extension that is not installed is refused; hooks and plugins are for the engine, which does not run there."""
    change(project / "mkdocs.yml", "  - abbr\n", "  - abbr\n  - evil\n")
    assert "there is no extension of Markdown evil [syntax]" in _run(project, "check").stdout
    change(project / "mkdocs.yml", "  - evil\n", "")
    change(project / "mkdocs.yml", "  - macros/hooks.py\n", "  - macros/hooks.py\n  - evil.py\n")
    change(project / "mkdocs.yml", "module_name: macros/plugin", "module_name: evil")
    assert _run(project, "check").returncode == 0


def test_settings_in_the_folder_of_a_topic_are_nobodys(tmp_path: Path) -> None:
    """A topic brings no settings of the engine: it is built as if they were not there."""
    topic = sites.chartless_topic(tmp_path / "topic")
    (topic / "mkdocs.yml").write_text(_RUNS.replace("pwned", str(topic / "pwned")) + "hooks: [evil.py]\n")
    (topic / "evil.py").write_text(f"open('{topic}/pwned', 'w')\n", encoding="utf-8")
    sites.built("--topic", topic, guard=tmp_path / "guard")
    assert not (topic / "pwned").exists()
