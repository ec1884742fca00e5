"""Where a site may be written, and that the site of before or the new one stands whatever happens to a build."""

import hashlib
import os
import signal
import string
from pathlib import Path

import pytest

from scripts import output
from scripts.arguments import UsageError
from tests import sites
from tests.edits import git

_EVENTS = ("open", "os.mkdir", "os.rename", "os.remove", "os.rmdir", "shutil.rmtree", "subprocess.Popen")
_KILLER = f"""import atexit, os, signal, sys
point, seen = os.environ.get("KILL_AT", ""), [0]
def die():
    os.kill(os.getpid(), signal.SIGKILL)
def watch(event, arguments):
    if event in {_EVENTS} and (event != "open" or isinstance(arguments[1], str) and arguments[1][0] in "wxa"):
        seen[0] += 1
        if point == str(seen[0]):
            die()
sys.addaudithook(watch)
if "COUNT" in os.environ:
    atexit.register(lambda: open(os.environ["COUNT"], "w").write(str(seen[0])))
if not point.isdigit() and point:
    from scripts import output
    real = output._swapped
    def swapped(one, other):
        if point == "before the swap":
            die()
        done = False if point == "between two renames" else real(one, other)
        if point == "after the swap":
            die()
        return done
    output._swapped = swapped
    if point == "between two renames":
        sys.addaudithook(lambda event, names: die() if event == "os.rename" and ".unfinished-" in names[0] else None)
"""
"""Kills the process at a point: the number of a change to the file system, or by name."""


def _fake(site: Path, **files: str) -> Path:
    """Make a site of a few files, as a build leaves it."""
    site.mkdir()
    for name, text in files.items():
        (site / name).write_text(text, encoding="utf-8")
    output.list_files(site)
    return site


def _is_whole(site: Path) -> bool:
    """Whether every file of a site's list is there with its digest, and nothing else."""
    rows = (site / output.LIST).read_text(encoding="utf-8").splitlines()
    listed = {name: digest for digest, _, name in (row.partition("  ") for row in rows)}
    found = {name: hashlib.sha256(data).hexdigest() for name, data in sites.content(site).items()}
    found.pop(output.LIST)
    return bool(listed) and listed == found


@pytest.mark.parametrize("name", ["CNAME", "assets/notes.txt", ".git/config", "index.html"])
def test_a_folder_with_files_of_others_is_no_site(tmp_path: Path, name: str) -> None:
    """A file that a build has not made, or that was changed since, keeps its folder from being replaced."""
    site = _fake(tmp_path / "site", **{"index.html": "built"})
    output.refuse_foreign(site)
    file = site / name
    file.parent.mkdir(exist_ok=True)
    file.write_text("mine", encoding="utf-8")
    with pytest.raises(UsageError, match=f"site holds {name}, which no build has made: move it away"):
        output.refuse_foreign(site)


def test_a_link_in_a_site_is_not_of_a_build(tmp_path: Path) -> None:
    """A link, even to the same bytes, and even in the place of the list itself, is a file of others."""
    site = _fake(tmp_path / "site", **{"index.html": "built"})
    (tmp_path / "elsewhere").write_text("built", encoding="utf-8")
    (site / "index.html").unlink()
    (site / "index.html").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(UsageError, match=r"holds index\.html"):
        output.refuse_foreign(site)


def test_a_site_is_written_where_nothing_is(tmp_path: Path) -> None:
    """Nothing yet, an empty folder and a former site may be replaced; a file may not."""
    output.refuse_foreign(tmp_path / "none")
    (tmp_path / "empty").mkdir()
    output.refuse_foreign(tmp_path / "empty")
    (tmp_path / "file").touch()
    with pytest.raises(UsageError, match="file is not a folder"):
        output.refuse_foreign(tmp_path / "file")


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """Return a repository with files in code/ and in a topic below examples/, and a folder of nobody."""
    home = tmp_path / "home"
    for name in ("code/main.py", "examples/lamp/data/topic.yml", "examples/lamp/docs/index.md", "free/x"):
        (home / name).parent.mkdir(parents=True)
        (home / name).touch()
    git(home, "init", "-q")
    git(home, "add", "code", "examples")
    return home


@pytest.mark.parametrize(
    ("place", "why"),
    [
        (".", "would be replaced"),
        ("..", "would be replaced"),
        ("examples", "examples/lamp would be replaced"),
        ("examples/lamp", "examples/lamp would be replaced"),
        ("examples/lamp/data", "it lies in "),
        ("examples/lamp/docs/out", "it lies in "),
        (".git/out", "it lies in "),
        ("code/out", "it lies in "),
    ],
)
def test_a_site_never_takes_the_place_of_a_topic_or_a_repository(repository: Path, place: str, why: str) -> None:
    """A site that is, holds, or lies in the folders of a topic or of a repository is refused."""
    target = (repository / place).resolve()
    with pytest.raises(UsageError, match=rf"{target} is not a folder for a site: .*{why}"):
        output.refuse_place(target, repository / "examples" / "lamp")


@pytest.mark.parametrize("place", ["examples/lamp/site", "site", "free/site", "../site"])
def test_a_site_lies_beside_what_is_kept(repository: Path, place: str) -> None:
    """Beside the folders of a topic or a repository there is room for a site."""
    output.refuse_place((repository / place).resolve(), repository / "examples" / "lamp")


def test_the_command_refuses_what_is_no_site(tmp_path: Path) -> None:
    """The build ends with status 2 and a sentence, and nothing is deleted."""
    topic = sites.small_topic(tmp_path / "topic")
    before = sites.content(topic)
    (tmp_path / "circle").symlink_to("circle")
    for target, why in ((topic, " for a site: "), (topic / "docs", " for a site: "), (tmp_path / "circle", "\n")):
        done = sites.build("--topic", topic, "--site", target, guard=tmp_path / "guard")
        assert done.returncode == 2
        assert f"error: {target} is not a folder{why}" in done.stderr
    assert sites.content(topic) == before


def test_folders_of_living_builds_are_left_alone(tmp_path: Path) -> None:
    """A second build does not touch the folder of one that is still at work, and deletes that of one which died."""
    target = tmp_path / "site"
    dead = tmp_path / ".site.unfinished-dead"
    dead.mkdir()
    (dead / "explainer.scratch").write_text(str(dead), encoding="utf-8")
    with output.scratch_beside(target) as one, output.scratch_beside(target) as other:
        assert one.is_dir()
        assert other.is_dir()
        assert one != other
        assert not dead.exists()
    assert list(tmp_path.iterdir()) == []


def test_only_folders_of_builds_are_cleaned_up(tmp_path: Path) -> None:
    """What merely has such a name is of others: a folder, a pipe, a link, and those of another site."""
    (tmp_path / ".a[bc].unfinished-mine").mkdir()
    (tmp_path / ".a[bc].unfinished-mine" / "words").write_text("mine", encoding="utf-8")
    (tmp_path / ".a[bc].unfinished-mine" / "explainer.scratch").write_text("copied from elsewhere", encoding="utf-8")
    os.mkfifo(tmp_path / ".a[bc].unfinished-pipe")
    (tmp_path / ".a[bc].unfinished-link").symlink_to(tmp_path)
    for name in (".ab.unfinished-dead", ".a[bc].unfinished-dead"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "explainer.scratch").write_text(str(tmp_path / name), encoding="utf-8")
    before = set(tmp_path.iterdir())
    with output.scratch_beside(tmp_path / "a[bc]"):
        pass
    assert before - set(tmp_path.iterdir()) == {tmp_path / ".a[bc].unfinished-dead"}


def test_a_folder_with_a_list_of_its_own_is_no_site(tmp_path: Path) -> None:
    """Whoever lists digests of files has not made a site."""
    site = _fake(tmp_path / "site", **{"index.html": "built"})
    (site / output.LIST).rename(site / "SHA256SUMS")
    with pytest.raises(UsageError, match="which no build has made"):
        output.refuse_foreign(site)


@pytest.mark.parametrize("error", [OSError, KeyboardInterrupt])
def test_a_rename_that_fails_puts_the_former_site_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: type[BaseException]
) -> None:
    """Where the system cannot swap two folders and the new site is not moved, the former one stands again."""
    rename = Path.rename

    def renamed(place: Path, to: Path) -> Path:
        if place.name == "none":
            raise error
        return rename(place, to)

    monkeypatch.setattr(output, "_swapped", lambda *_: False)
    monkeypatch.setattr(Path, "rename", renamed)
    target = _fake(tmp_path / "site", **{"index.html": "former"})
    (tmp_path / "scratch").mkdir()
    with pytest.raises(error):
        output.put_in_place(tmp_path / "scratch" / "none", target)
    assert (target / "index.html").read_text(encoding="utf-8") == "former"


def test_a_file_put_into_the_site_meanwhile_is_kept(tmp_path: Path) -> None:
    """What someone writes into the site while it is built is not deleted either."""
    target = _fake(tmp_path / "site", **{"index.html": "former"})
    (tmp_path / "scratch").mkdir()
    fresh = _fake(tmp_path / "scratch" / "site", **{"index.html": "new"})
    (target / "CNAME").write_text("mine", encoding="utf-8")
    with pytest.raises(UsageError, match="holds CNAME"):
        output.put_in_place(fresh, target)
    assert (target / "CNAME").exists()


class _Killed:
    """Builds the small topic again and again, and kills the builds."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.topic = sites.chartless_topic(folder / "topic")
        self.site = self.topic / "site"

    def build(self, **environment: str) -> int:
        """Build, and return the exit status."""
        guard = self._folder / "guard"
        return sites.build("--topic", self.topic, guard=guard, first=_KILLER, **environment).returncode

    def points(self) -> list[str]:
        """Return twenty points of a build: the swap from both sides, and changes of files from first to last."""
        count = self._folder / "count"
        assert self.build(COUNT=str(count)) == 0
        last = int(count.read_text(encoding="utf-8"))
        return ["before the swap", "after the swap", *(str(1 + (last - 1) * step // 17) for step in range(18))]


def test_a_killed_build_leaves_a_whole_site(tmp_path: Path) -> None:
    """Killed at any of twenty points, a build leaves the former site or the new one, and the next one cleans up."""
    builds = _Killed(tmp_path)
    points = builds.points()
    assert len(set(points)) == 20
    for step, point in enumerate(points):
        (builds.topic / "docs" / "index.md").write_text(f"# The lamp\n\nState {string.ascii_letters[step]}.\n")
        assert builds.build(KILL_AT=point) == -signal.SIGKILL, point
        assert _is_whole(builds.site), point
    assert builds.build() == 0
    assert sorted(place.name for place in builds.topic.iterdir()) == ["data", "docs", "site"]


def test_a_build_killed_between_two_renames_is_made_good(tmp_path: Path) -> None:
    """Where the system cannot swap folders, the next build puts the former site back, even one that fails."""
    builds = _Killed(tmp_path)
    assert builds.build() == 0
    assert builds.build(KILL_AT="between two renames") == -signal.SIGKILL
    assert not builds.site.exists()
    (builds.topic / "docs" / "index.md").write_text("# The lamp\n\n[gone](timeline.md#gone)\n", encoding="utf-8")
    assert builds.build() == 1
    assert _is_whole(builds.site)
    assert sorted(place.name for place in builds.topic.iterdir()) == ["data", "docs", "site"]


def test_a_full_disk_leaves_the_former_site(tmp_path: Path) -> None:
    """Where a file cannot be written, the build says so in a sentence and leaves the former site and nothing else."""
    builds = _Killed(tmp_path)
    assert builds.build() == 0
    before = sites.content(builds.site)
    limit = "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, 50_000))\n"
    done = sites.build("--topic", builds.topic, guard=tmp_path / "guard", first=limit)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == f"{builds.site}: File too large\n"
    assert sites.content(builds.site) == before
    assert sorted(place.name for place in builds.topic.iterdir()) == ["data", "docs", "site"]
