"""What every test may use: a small good topic to break, the check command, the real site, and a browser."""

import os
import re
import shutil
import signal
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from macros import language
from macros.load.docs import read_docs
from macros.pages import homes
from macros.queries import Queries
from scripts.check import main as check_main
from tests import hostile, sites
from tests.factories import GOOD_TOPIC, ROOT, loaded

settings.register_profile(
    "project",
    deadline=None,
    derandomize=True,
    database=None,
    max_examples=150,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("project")
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # the many processes of tests would compile the library anew
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:  # in the background of a shell; commands under test heed it
    signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_addoption(parser: pytest.Parser) -> None:
    """Take another topic, on which the tests run that hold for any."""
    parser.addoption("--topic", type=Path, default=ROOT, help="another topic: runs the tests that hold for any")


def _topic(config: pytest.Config) -> Path:
    return Path(config.getoption("--topic")).resolve()


def pytest_configure(config: pytest.Config) -> None:
    """Tell pytest the mark of tests that hold for any topic, and the tests the pages of the one that is named."""
    config.addinivalue_line("markers", "any_topic: holds for every topic")
    if _topic(config) != ROOT:
        sites.EACH_KIND = sites.each_kind(_topic(config))
        dataset = loaded(_topic(config))
        language.use(dataset.topic.language, dataset.interface)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Run for another topic only what holds for any."""
    if _topic(config) != ROOT:
        items[:] = [item for item in items if item.get_closest_marker("any_topic")]


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
    """Return a function that runs the check command on a topic, for its exit status and what it prints.

    The line by which it says that all is right, which has to stand there then, and only then, is left out.
    """

    def run(topic_dir: Path) -> tuple[int, str]:
        status, printed, error = command(check_main, "--topic", topic_dir)
        known = ("What was published", "There is no branch main", "More may show once these are corrected")
        assert all(one.startswith(known) for one in error.splitlines()), error
        rest, told = re.subn(sites.ALL_RIGHT, "", printed)
        assert told == (status == 0), printed
        return status, rest

    return run


@pytest.fixture(scope="session")
def queries(pytestconfig: pytest.Config) -> Queries:
    """Return the real data, or those of the topic that is named."""
    folder = _topic(pytestconfig)
    return homes.queries(read_docs(folder), loaded(folder))


@pytest.fixture(scope="session")
def timeline_address(queries: Queries) -> str:
    """Return the address of the page with the timeline; a topic without events has none, and skips the test."""
    return queries.home("timeline") or pytest.skip("the topic has no events")


@pytest.fixture(scope="session")
def built_site(tmp_path_factory: pytest.TempPathFactory, pytestconfig: pytest.Config) -> Path:
    """Return the site of the real topic, or of the one that is named, built once a run without a network."""
    topic = _topic(pytestconfig)

    def build(folder: Path) -> None:
        place = ("--topic", topic, "--site", folder / "site")
        sites.built(*place, guard=folder / "guard", SOURCE_DATE_EPOCH="1491868800")

    return sites.once(tmp_path_factory, "real", build) / "site"


@pytest.fixture(scope="session")
def all_pages(built_site: Path) -> dict[str, sites.Page]:
    """Return every page of the real site, in all of its languages, by its path there."""
    return sites.pages(built_site)


@pytest.fixture(scope="session")
def site_pages(all_pages: dict[str, sites.Page], queries: Queries) -> dict[str, sites.Page]:
    """Return every page of the real site in the language of its topic, by its path; not those published as they are."""
    topic = queries.dataset.topic
    others = (*(f"{tag}/" for tag in topic.translations), *topic.files)
    return {name: page for name, page in all_pages.items() if not name.startswith(others)}


@pytest.fixture(scope="session")
def warming_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the site of the example on the temperature of the Earth, built once a run."""

    def build(folder: Path) -> None:
        place = ("--topic", ROOT / "examples" / "warming", "--site", folder / "site")
        sites.built(*place, guard=folder / "guard")

    return sites.once(tmp_path_factory, "warming", build) / "site"


@pytest.fixture(scope="session")
def hostile_topic(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a topic whose every text field carries a payload, built once a run."""

    def build(folder: Path) -> None:
        sites.built("--topic", hostile.topic(folder / "topic"), guard=folder / "guard")

    return sites.once(tmp_path_factory, "hostile", build) / "topic"


@pytest.fixture(scope="session")
def hostile_pages(hostile_topic: Path) -> dict[str, sites.Page]:
    """Return the pages of its site, those without its frame too."""
    return sites.pages(hostile_topic / "site") | sites.frameless(hostile_topic / "site")
