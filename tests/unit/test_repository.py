"""What git knows: which commit the data is held against, and what is said where nobody can know."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from scripts.check import main as check_main
from scripts.git import GitError, git, last_change
from scripts.git import commit as commit_of
from scripts.repository import differing, published, releases, state_at
from tests import sites
from tests.edits import append, begin, change, commit
from tests.edits import git as run_git
from tests.factories import GOOD_TOPIC

EVENT = "data/events/lamp-lit.yml"
Run = Callable[..., str]


@pytest.fixture
def topic(tmp_path: Path) -> Path:
    """Return the small good topic, committed on main on the first of January 2001."""
    folder = Path(shutil.copytree(GOOD_TOPIC, tmp_path / "topic"))
    begin(folder)
    return folder


def _commit(folder: Path, day: int, date: str = "") -> str:
    """Commit the topic with another date of its event, and return the commit."""
    if date:
        file = folder / EVENT
        lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
        file.write_text("".join(f'date: "{date}"\n' if line.startswith("date:") else line for line in lines), "utf-8")
    return commit(folder, f"2001-01-{day:02}")


def _tag(folder: Path, name: str, *arguments: str, day: int = 1) -> None:
    run_git(folder, "tag", f"published-{name}", *arguments, day=f"2001-01-{day:02}")


def _told(topic: Path, command: sites.Command, *options: str) -> tuple[int, str, str]:
    status, printed, error = command(check_main, "--topic", topic, *options)
    return status, sites.ALL_RIGHT.sub("", printed), error


def test_a_branch_that_only_the_origin_has_is_that_one(topic: Path, tmp_path: Path) -> None:
    """In a clone of another branch, main is the main of the origin; what is no branch there is refused."""
    main = _commit(topic, 2)
    run_git(topic, "checkout", "-q", "-b", "work")
    run_git(tmp_path, "clone", "-q", str(topic), "clone")
    assert commit_of(tmp_path / "clone", "main") == main
    for revision in ("mein", "HEAD~9", "-x"):
        with pytest.raises(GitError, match="is not a revision"):
            commit_of(tmp_path / "clone", revision)


def test_the_newest_tag_is_that_of_the_newest_commit(topic: Path) -> None:
    """Tags count by their place in main, with a message or without, whatever their dates and those of commits say."""
    _tag(topic, "9", day=9)
    second = _commit(topic, 20)
    _tag(topic, "1")
    third = _commit(topic, 2)
    _tag(topic, "2", "--annotate", "--message", "x", second, day=3)
    _commit(topic, 5)
    assert published(topic).commits == (second,)
    _tag(topic, "0", "--annotate", "--message", "x", third)
    assert published(topic).commits == (third,)


def test_other_tags_never_count(topic: Path) -> None:
    """A tag on another branch, on a merged side of main, of another name or dated 2099 is no base."""
    first = run_git(topic, "rev-parse", "HEAD")
    _tag(topic, "1")
    run_git(topic, "checkout", "--quiet", "-b", "side")
    _commit(topic, 2)
    _tag(topic, "2099")
    _commit(topic, 28)
    run_git(topic, "checkout", "--quiet", "main")
    run_git(topic, "merge", "--quiet", "--no-ff", "--message", "x", "side~1")
    run_git(topic, "tag", "release-1")
    assert published(topic).commits == (first,)


def test_main_is_that_of_the_origin(topic: Path, tmp_path: Path) -> None:
    """In a clone, main is what was fetched: a commit that was not pushed is not published by a tag of one's own."""
    first = run_git(topic, "rev-parse", "HEAD")
    _tag(topic, "1")
    clone = tmp_path / "clone"
    run_git(tmp_path, "clone", "--quiet", str(topic), str(clone))
    _commit(clone, 2)
    _tag(clone, "2")
    _commit(clone, 3)
    assert published(clone).commits == (first,)


def test_a_commit_is_not_held_against_what_came_later(topic: Path) -> None:
    """Work that started before a publication is held against the one before that."""
    first = run_git(topic, "rev-parse", "HEAD")
    _tag(topic, "1")
    _commit(topic, 2)
    _tag(topic, "2")
    run_git(topic, "checkout", "--quiet", "-b", "old", first)
    _commit(topic, 3)
    assert published(topic).commits == (first,)


def test_a_pushed_tag_is_compared_with_the_one_before(topic: Path, command: sites.Command) -> None:
    """The commit that a tag marks is held against the publication before it, not against itself alone."""
    _tag(topic, "1")
    _commit(topic, 2, "1901-05-02")
    assert "it was published as" in _told(topic, command)[1]
    _tag(topic, "2")
    status, printed, _ = _told(topic, command)
    assert status == 1
    assert printed.startswith(
        f'{EVENT}:5: date: it was published as "1901-05-01" and is now "1901-05-02" [uncorrected]'
    )
    _commit(topic, 3)
    assert _told(topic, command) == (0, "", "")


def test_a_tag_that_is_not_on_main(topic: Path, command: sites.Command) -> None:
    """What carries a published tag beside main is refused when publishing."""
    _tag(topic, "1")
    run_git(topic, "checkout", "--quiet", "-b", "side")
    _commit(topic, 2)
    _tag(topic, "2")
    says = "The tag published-* of this commit does not lie on main\n"
    assert _told(topic, command) == (0, "", says)
    assert _told(topic, command, "--require-published") == (1, "", says)
    run_git(topic, "checkout", "--quiet", "main")
    assert _told(topic, command, "--require-published") == (0, "", "")


def test_shallow_clone(topic: Path, tmp_path: Path, command: sites.Command) -> None:
    """A clone without its history says that it cannot know, and is refused when publishing."""
    _tag(topic, "1")
    _commit(topic, 2, "1901-05-02")
    clone = tmp_path / "clone"
    run_git(tmp_path, "clone", "--quiet", "--depth", "1", f"file://{topic}", str(clone))
    says = (
        "What was published is not known, so changes are not compared with it: "
        "this clone is shallow; complete it: git fetch --unshallow --tags\n"
    )
    assert _told(clone, command) == (0, "", says)
    assert _told(clone, command, "--require-published") == (1, "", says)


def test_no_tags(topic: Path, command: sites.Command) -> None:
    """Where no tag is, that is said, and is a problem where a tag is published; before the first there is none."""
    says = (
        "No tag published-* is in this clone, so changes need no correction; if something was published, "
        "get its tags: git fetch --tags\n"
    )
    assert _told(topic, command) == (0, "", says)
    assert _told(topic, command, "--require-published") == (1, "", says)


def test_only_foreign_tags(topic: Path, command: sites.Command) -> None:
    """Where tags are, but none on main, nobody knows what was published."""
    run_git(topic, "checkout", "--quiet", "-b", "side")
    _commit(topic, 2)
    _tag(topic, "1")
    run_git(topic, "checkout", "--quiet", "main")
    status, _, says = _told(topic, command, "--require-published")
    assert status == 1
    assert says.endswith("compared with it: of the tags published-* none lies on main before this commit\n")


def test_no_git_and_no_repository(
    topic: Path, tmp_path: Path, command: sites.Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without git, or outside a repository, the data is checked all the same, and sentences say what is not known."""
    with monkeypatch.context() as without:
        without.setenv("PATH", str(tmp_path / "nothing"))
        status, printed, error = command(check_main, "--topic", topic)
    assert (status, sites.ALL_RIGHT.sub("", printed)) == (0, "")
    assert error.endswith("compared with it: this needs the program git, which is not on this machine\n")
    shutil.rmtree(topic / ".git")
    status, printed, error = command(check_main, "--topic", topic)
    assert (status, sites.ALL_RIGHT.sub("", printed), error.count("\n")) == (0, "", 2)
    assert "compared with it: git: not a git repository" in error
    assert command(check_main, "--topic", topic, "--require-published")[0] == 1
    assert last_change(topic) is None


def test_published_data_of_another_form(topic: Path, command: sites.Command) -> None:
    """Published data that is no longer read blames no line of today; a base that was asked for has to be read."""
    append(topic / EVENT, "weather: wet\n")
    _commit(topic, 2)
    _tag(topic, "1")
    change(topic / EVENT, "weather: wet\n", "")
    _commit(topic, 3)
    status, printed, says = _told(topic, command)
    assert (status, printed) == (0, "")
    assert says.startswith("The published data does not fit the model of today, so no change is compared with")
    assert _told(topic, command, "--base", "published-1")[:2] == (1, "")


@pytest.mark.parametrize("revision", ["", "nowhere", "--all"])
def test_wrong_base(topic: Path, command: sites.Command, revision: str) -> None:
    """A base that is no revision is wrong usage."""
    status, printed, says = _told(topic, command, f"--base={revision}")
    assert (status, printed) == (2, "")
    assert f"check.py: error: {revision!r} is not a revision (git: " in says


def test_topic_in_a_folder_of_a_repository(topic: Path, tmp_path: Path, command: sites.Command) -> None:
    """A topic somewhere in a repository is held against what was published of it; a new one against nothing."""
    outer = tmp_path / "outer"
    shutil.copytree(topic, outer / "one" / "lamp", ignore=shutil.ignore_patterns(".git"))
    begin(outer)
    _tag(outer, "1")
    shutil.copytree(outer / "one" / "lamp", outer / "two")
    lamp = outer / "one" / "lamp"
    (lamp / "docs" / "x.svg").write_text("", encoding="utf-8")
    _commit(lamp, 2, "1901-05-02")
    assert "it was published as" in _told(lamp, command)[1]
    assert _told(outer / "two", command) == (0, "", "")
    kinds = {file.path: file.kind for file in differing(lamp, "HEAD^", "HEAD")}
    assert kinds["one/lamp/docs/x.svg"] == "static"
    assert kinds[f"one/lamp/{EVENT}"] == "fact"
    assert kinds[f"two/{EVENT}"] == "code"


def test_settings_of_the_user_change_nothing(topic: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Signatures in the log, renames, relative paths and colours that someone has set are not in what we read."""
    first = run_git(topic, "rev-parse", "HEAD")
    run_git(topic, "mv", EVENT, "data/events/lamp-é.yml")
    _commit(topic, 2)
    before = (last_change(topic), published(topic), differing(topic / "docs", first, "HEAD"))
    settings = {
        "log.showSignature": "true",
        "diff.renames": "copies",
        "diff.relative": "true",
        "diff.external": "false",
        "diff.ignoreSubmodules": "all",
        "core.quotePath": "true",
        "color.ui": "always",
    }
    monkeypatch.setenv("GIT_CONFIG_COUNT", str(len(settings)))
    for number, (name, value) in enumerate(settings.items()):
        monkeypatch.setenv(f"GIT_CONFIG_KEY_{number}", name)
        monkeypatch.setenv(f"GIT_CONFIG_VALUE_{number}", value)
    assert (last_change(topic), published(topic), differing(topic / "docs", first, "HEAD")) == before
    assert [(file.status, file.path) for file in before[2]] == [("D", EVENT), ("A", "data/events/lamp-é.yml")]
    assert before[0] == "978393600"


def test_a_hook_asks_for_the_repository_of_the_topic(topic: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Git tells a hook where its repository is as seen from there, which is nowhere as seen from the topic."""
    before = last_change(topic)
    for name in ("GIT_DIR", "GIT_INDEX_FILE", "GIT_WORK_TREE"):
        monkeypatch.setenv(name, "nowhere")
    assert last_change(topic) == before == "978307200"


def test_links_are_not_followed(topic: Path, tmp_path: Path) -> None:
    """Of a link only where it leads to is read, at a revision and in the working tree."""
    secret = tmp_path / "secret"
    secret.write_text("word", encoding="utf-8")
    (topic / "docs" / "link.md").symlink_to(secret)
    _commit(topic, 2)
    for revision in ("HEAD", None):
        assert state_at(topic, revision, check=False).files["docs/link.md"] == os.fsencode(secret)


def test_git_says_why(tmp_path: Path) -> None:
    """What git refuses ends in one sentence of its own."""
    with pytest.raises(GitError, match=r"^git: not a git repository \(or any of the parent directories\): \.git$"):
        git(tmp_path, "rev-parse", "HEAD")


def test_git_says_why_after_its_warnings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A warning that stands before the reason is not taken for it."""
    (tmp_path / "git").write_text("#!/bin/sh\necho 'warning: LF' >&2\necho 'fatal: no disk' >&2\nexit 128\n", "utf-8")
    (tmp_path / "git").chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    with pytest.raises(GitError, match=r"^git: no disk$"):
        git(tmp_path, "status")


@pytest.mark.parametrize("settings", ["bare = true", "bare = false\n\tworktree = ."])
def test_files_that_look_like_a_repository_are_only_files(tmp_path: Path, settings: str) -> None:
    """A topic in a repository may hold what looks like another one: it is refused, and nothing of its settings runs."""
    home = tmp_path / "home"
    topic = Path(shutil.copytree(GOOD_TOPIC, home / "topics" / "lamp"))
    begin(home)
    (topic / "objects").mkdir()
    (topic / "refs").mkdir()
    (topic / "HEAD").write_text("ref: refs/heads/main\n", encoding="utf-8")
    program = f"touch {tmp_path / 'ran'}; false"
    (topic / "config").write_text(f'[core]\n\t{settings}\n\tfsmonitor = "{program}"\n', encoding="utf-8")
    with pytest.raises(GitError):
        differing(topic, "HEAD", None)
    assert not published(topic).is_known
    assert last_change(topic) is None
    assert not (tmp_path / "ran").exists()


def test_a_tag_that_is_not_utf8(topic: Path, tmp_path: Path, command: sites.Command) -> None:
    """Branches and tags may have any bytes; a version is called by its tag, with escapes."""
    odd = os.fsdecode(b"b\xff")
    run_git(topic, "branch", odd)
    _tag(topic, odd)
    assert _told(topic, command)[0] == 0
    assert [one.name for one in releases(topic, tmp_path / "releases")] == ["b\\udcff"]


def test_a_clone_that_lacks_files_of_the_past(topic: Path, tmp_path: Path, command: sites.Command) -> None:
    """In a partial clone or a damaged one nobody knows what was published: a sentence says so, and what to do."""
    _tag(topic, "1")
    _commit(topic, 2, "1901-05-02")
    run_git(topic, "config", "uploadpack.allowFilter", "true")
    partial = tmp_path / "partial"
    run_git(tmp_path, "clone", "--quiet", "--filter=blob:none", topic.as_uri(), str(partial))
    lost = run_git(topic, "rev-parse", f"published-1:{EVENT}")
    (topic / ".git" / "objects" / lost[:2] / lost[2:]).unlink()
    for clone in (topic, partial):
        status, printed, says = _told(clone, command)
        assert (status, printed) == (0, "")
        assert "compared with it: this clone is partial or damaged" in says
        assert _told(clone, command, "--require-published")[0] == 1
        assert _told(clone, command, "--base=published-1")[0] == 2
        with pytest.raises(GitError, match="clone the repository anew, whole"):
            state_at(clone, "published-1", check=False)


def test_the_day_of_a_wrong_clock(topic: Path) -> None:
    """A commit that was made by a clock of the year 2200 has no day that files could be stamped with."""
    assert last_change(topic)
    commit(topic, "@7258118400 +0000")
    assert last_change(topic) is None
