"""What every test may use: a small good topic to break, the check command, the real site, and a browser."""

import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

from macros.checks import homes
from macros.load import load
from macros.load.docs import read_docs
from macros.queries import Queries
from scripts.check import main as check_main
from tests import hostile, sites
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
        assert all(one.startswith(("What was published", "There is no branch main")) for one in error.splitlines()), (
            error
        )
        return status, printed

    return run


@pytest.fixture(scope="session")
def queries() -> Queries:
    """Return the real data."""
    return homes.queries(read_docs(ROOT), load(ROOT))


@pytest.fixture(scope="session")
def built_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the site of the real topic, built once a run by the command, without a network."""

    def build(folder: Path) -> None:
        sites.built("--site", folder / "site", guard=folder / "guard", SOURCE_DATE_EPOCH="1491868800")

    return sites.once(tmp_path_factory, "real", build) / "site"


@pytest.fixture(scope="session")
def site_pages(built_site: Path) -> dict[str, sites.Page]:
    """Return every page of the real site by its path there."""
    return sites.pages(built_site)


@pytest.fixture(scope="session")
def hostile_topic(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a topic whose every text field carries a payload, built once a run."""

    def build(folder: Path) -> None:
        sites.built("--topic", hostile.topic(folder / "topic"), guard=folder / "guard")

    return sites.once(tmp_path_factory, "hostile", build) / "topic"


@pytest.fixture(scope="session")
def hostile_pages(hostile_topic: Path) -> dict[str, sites.Page]:
    """Return the pages of its site."""
    return sites.pages(hostile_topic / "site")
