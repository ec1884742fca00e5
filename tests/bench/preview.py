"""Measures how soon a saved change is seen in an open browser, in a preview of a copy of the project."""

import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, Page, sync_playwright

from scripts.arguments import ROOT

_PARTS = ("macros", "scripts", "mkdocs.yml")
_PAGE = "sources"
_RUNS = 3
_PATIENCE = 60_000  # how long to wait for a change, in milliseconds
_SHOWN = "word => document.querySelector('article')?.innerHTML.includes(word)"


def saved(topic: Path, folder: Path) -> Mapping[str, float]:
    """Return the seconds from saving each kind of file until the page shows it, the median of some runs."""
    project, copy = folder / "project", folder / "preview"
    project.mkdir()
    for part in _PARTS:
        (shutil.copytree if (ROOT / part).is_dir() else shutil.copy)(ROOT / part, project / part)
    for part in ("data", "docs"):
        shutil.copytree(topic / part, copy / part)
    with _serving(project, copy) as address, chromium() as browser:
        page = browser.new_page()
        page.set_default_timeout(_PATIENCE)
        page.goto(f"{address}{_PAGE}.html")
        return {kind: _seen(page, *change) for kind, change in changes(project, copy).items()}


def changes(project: Path, topic: Path) -> Mapping[str, tuple[Path, str]]:
    """Return for each kind of file one that the page shows, and words in it that can be changed."""
    source = min((topic / "data" / "sources").glob("*.yml"))
    publisher = re.search(r"^publisher: \"?(\w+)", source.read_text(encoding="utf-8"), re.MULTILINE)
    assert publisher
    return {
        "a fact": (source, publisher[1]),
        "a page": (topic / "docs" / f"{_PAGE}.md", "# Sources"),
        "a template": (project / "macros" / "templates" / "sources.html.jinja", 'class="'),
        "code": (project / "macros" / "model" / "kinds.py", "Government documents"),
    }


def _seen(page: Page, file: Path, words: str) -> float:
    return median(_once(page, file, words, words + "again" * run) for run in range(1, _RUNS + 1))  # no figures in prose


def _once(page: Page, file: Path, old: str, new: str) -> float:
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
    start = time.monotonic()
    page.wait_for_function(_SHOWN, arg=new.strip("# "))
    seconds = time.monotonic() - start
    file.write_text(text, encoding="utf-8")
    page.wait_for_function(f"word => !({_SHOWN})(word)", arg=new.strip("# "))
    return seconds


@contextmanager
def chromium() -> Iterator[Browser]:
    """Yield the browser that BROWSER names, else the system's."""
    program = os.environ.get("BROWSER") or shutil.which("chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox", "--disable-gpu"])
        yield browser
        browser.close()


@contextmanager
def _serving(project: Path, topic: Path) -> Iterator[str]:
    """Yield the address of a running preview."""
    command = [sys.executable, "-m", "scripts.preview", "--topic", str(topic), "--port", "0"]
    with subprocess.Popen(command, cwd=project, env=os.environ, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout
        try:
            yield next(line.split()[1] for line in server.stdout if line.startswith("Preview: "))
        finally:
            server.terminate()
