"""What every test may use: a small good topic to break, the check command, the real site, and a browser."""

import os
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from playwright.sync_api import Page

from macros.load import load
from macros.queries import Queries
from scripts.check import main as check_main
from tests import sites
from tests.factories import GOOD_TOPIC, ROOT

settings.register_profile("project", deadline=None, derandomize=True, database=None, max_examples=150)
settings.load_profile("project")


@pytest.fixture
def topic(tmp_path: Path) -> Path:
    """Return a fresh copy of the small good topic."""
    return Path(shutil.copytree(GOOD_TOPIC, tmp_path / "topic"))


@pytest.fixture
def command(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> sites.Command:
    """Return a function that runs a command in this process, for its exit status and what it prints to both streams."""

    def run(main: Callable[[], int], *arguments: str | Path) -> tuple[int, str, str]:
        file = f"{main.__module__.rpartition('.')[2]}.py"
        monkeypatch.setattr(sys, "argv", [file, *map(str, arguments)])
        try:
            status = main()
        except SystemExit as end:  # of argparse
            status = int(end.code or 0)
        return status, *capsys.readouterr()

    return run


@pytest.fixture
def check(command: sites.Command) -> sites.Check:
    """Return a function that runs the check command on a topic, for its exit status and what it prints."""

    def run(topic_dir: Path) -> tuple[int, str]:
        status, printed, error = command(check_main, "--topic", topic_dir)
        assert all(one.startswith(("What was published", "There is no branch main")) for one in error.splitlines()), error
        return status, printed

    return run


@pytest.fixture(scope="session")
def queries() -> Queries:
    """Return the real data."""
    return Queries(load(ROOT))


@pytest.fixture(scope="session")
def built_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the site of the real topic, built once by the command, without a network."""
    folder = tmp_path_factory.mktemp("real")
    done = sites.build("--site", folder / "site", guard=folder / "guard", SOURCE_DATE_EPOCH="1491868800")
    assert done.returncode == 0, done.stdout + done.stderr
    return folder / "site"


@pytest.fixture(scope="session")
def site_pages(built_site: Path) -> dict[str, sites.Page]:
    """Return every page of the real site by its path there."""
    return sites.pages(built_site)


@pytest.fixture(scope="session")
def site_url(built_site: Path) -> Iterator[str]:
    """Return the address at which the real site is served."""
    with sites.served(built_site) as url:
        yield url


@pytest.fixture(scope="session")
def base_url(site_url: str) -> str:
    """Return what addresses in the browser are relative to."""
    return site_url


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict[str, Any]:
    """Return how Chromium starts: the one that BROWSER names, else the system's."""
    quiet = ("background-networking", "component-update", "sync")
    return {
        "executable_path": os.environ.get("BROWSER") or shutil.which("chromium"),
        "args": ["--no-sandbox", "--disable-gpu", *(f"--disable-{name}" for name in quiet)],
    }


@pytest.fixture
def visit(page: Page) -> Callable[[str], Page]:
    """Return a function that opens a page of the real site in Chromium."""

    def go(name: str) -> Page:
        page.set_default_timeout(10_000)
        page.goto(f"/{name}")
        return page

    return go
