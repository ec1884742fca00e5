"""What git knows of a topic: its revisions, the files that differ, what was published. No other module runs git.

Every command is one whose output no setting of the user changes.
"""

import io
import os
import subprocess
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from macros.diff import State, Touched
from macros.load import load, read
from macros.model import Dataset
from macros.pagecheck import check_pages
from macros.problems import BadDataError

TAGS = "published-*"
"""Tags that mark what was published."""
_FOLDERS = ("data", "docs")
_LINK, _FILES = "120000", (b"100644", b"100755", b"120000")
_NO_TAGS = (
    f"No tag {TAGS} is in this clone, so changes need no correction; if something was published, "
    "get its tags: git fetch --tags"
)
_UNKNOWN = "What was published is not known, so changes are not held against it: {}"
_SHALLOW = "this clone is shallow; complete it: git fetch --unshallow --tags"
_MAIN = ("refs/remotes/origin/main", "refs/heads/main")


class GitError(Exception):
    """Git is not there or refuses; the text says why in one sentence."""


@dataclass(frozen=True)
class Published:
    """The commits that the data is held against; ``told`` says what readers of a check have to know of them."""

    commits: tuple[str, ...] = ()
    told: str = ""
    is_known: bool = True


def git(folder: Path, *arguments: str, given: bytes = b"") -> bytes:
    """Return what git prints in a folder.

    Raises:
        GitError: where there is no git, or git refuses.

    """
    command, english = ["git", *arguments], os.environ | {"LC_ALL": "C"}
    try:
        return subprocess.run(command, cwd=folder, env=english, input=given, capture_output=True, check=True).stdout  # noqa: S603 - git, with revisions as words of their own
    except OSError as error:
        raise GitError("this needs the program git, which is not on this machine") from error
    except subprocess.CalledProcessError as error:
        said = error.stderr.decode(errors="replace").strip().removeprefix("fatal: ")
        raise GitError(f"git: {said.partition(chr(10))[0]}") from error


def last_change(topic: Path) -> str | None:
    """Return when the last commit was made, in seconds since 1970; None where git does not know."""
    try:
        return git(topic, "rev-list", "--max-count=1", "--timestamp", "HEAD").decode().split()[0]
    except GitError:
        return None


def commit(folder: Path, revision: str) -> str:
    """Return the full name of a commit; raises as ``git`` does."""
    git(folder, "rev-parse", "--git-dir")
    try:
        return git(folder, "rev-parse", "--verify", "--end-of-options", f"{revision}^{{commit}}").decode().strip()
    except GitError as error:
        raise GitError(f"{revision!r} is no revision ({error})") from error


def version(folder: Path) -> str:
    """Return the commit of the code in a folder, with "-dirty" where it was changed since; "unknown" without git."""
    try:
        return git(folder, "describe", "--always", "--abbrev=40", "--exclude=*", "--dirty").decode().strip()
    except GitError:
        return "unknown"


def root(folder: Path) -> Path:
    """Return the folder of the whole repository; raises as ``git`` does."""
    return Path(os.fsdecode(git(folder, "rev-parse", "--show-toplevel")).removesuffix("\n"))


def differing(topic: Path, base: str, head: str | None) -> tuple[Touched, ...]:
    """Return every file of the repository that differs, those included that are new and not yet known to git."""
    options = ("--raw", "-z", "--no-renames", "--no-relative", "--no-ext-diff", "--ignore-submodules=none")
    words = git(topic, "diff", *options, base, *([head] if head else []), "--").split(b"\0")
    prefix = os.fsdecode(git(topic, "rev-parse", "--show-prefix")).removesuffix("\n")
    found = []
    for about, path in zip(words[::2], words[1::2], strict=False):
        _, mode, _, _, status = about.decode().split()
        found.append(Touched(os.fsdecode(path), prefix, status, is_link=mode == _LINK))
    if head is None:
        others = git(topic, "ls-files", "--others", "--exclude-standard", "--full-name", "-z", ":/").split(b"\0")
        top, names = root(topic), [os.fsdecode(path) for path in others if path]
        found += [Touched(name, prefix, "A", is_link=(top / name).is_symlink()) for name in names]
    return tuple(sorted(found, key=lambda one: one.path))


def published(topic: Path) -> Published:
    """Return what readers rely on: the data of the newest published commit of main that the present one has in it.

    Where that is the present commit itself, the one published before it counts too. A tag counts by its place in
    the history of main alone, whatever date it bears.
    """
    try:
        if git(topic, "rev-parse", "--is-shallow-repository").strip() == b"true":
            return Published((), _UNKNOWN.format(_SHALLOW), is_known=False)
        tagged, head = {*_commits(topic, "--no-walk", f"--tags={TAGS}")}, commit(topic, "HEAD")
        if not tagged:
            return Published((), _NO_TAGS)
        branches = git(topic, "for-each-ref", "--format=%(refname)", *_MAIN).decode().split()
        line = _commits(topic, "--first-parent", next((one for one in _MAIN if one in branches), "HEAD"))
        mine = {*_commits(topic, head)}
    except GitError as error:
        return Published((), _UNKNOWN.format(error), is_known=False)
    found = tuple(one for one in line if one in tagged and one in mine)
    if head in tagged and head not in found:
        return Published(found[:1], f"The tag {TAGS} of this commit does not lie on main", is_known=False)
    if not found:
        none = f"of the tags {TAGS} none lies on main before this commit"
        return Published((), _UNKNOWN.format(none), is_known=False)
    return Published(found[: 2 if found[0] == head else 1])


def _commits(topic: Path, *which: str) -> list[str]:
    return git(topic, "rev-list", *which, "--").decode().split()


def data_at(topic: Path, revision: str) -> Dataset | None:
    """Return the data of a revision, which was checked when it was new; None where the topic was not there yet.

    Raises:
        GitError: where git knows no such revision.
        BadDataError: where that data has another form.

    """
    files = _files_at(topic, commit(topic, revision))
    if not files:
        return None
    with _written(files) as folder:
        return read(folder)


def state_at(topic: Path, revision: str | None, *, check: bool) -> State:
    """Return data and files of a revision, or of the working tree; raises as ``data_at`` does.

    ``check`` asks every rule too: what was merged was checked when it was new, what is proposed was not.
    """
    files = _files_in(topic) if revision is None else _files_at(topic, revision)
    with nullcontext(topic) if revision is None else _written(files) as folder:
        if not check:
            return State(read(folder), files)
        try:
            dataset = load(folder)
        except BadDataError as error:
            return State(read(folder), files, error.problems)
        return State(dataset, files, tuple(check_pages(folder, dataset)))


def _files_in(topic: Path) -> dict[str, bytes]:
    """Return the files of data and pages in the working tree; of a link, where it leads to: it is not followed."""
    found = {}
    for file in sorted(file for folder in _FOLDERS for file in (topic / folder).rglob("*")):
        if file.is_symlink():
            found[file.relative_to(topic).as_posix()] = os.fsencode(file.readlink())
        elif file.is_file():
            found[file.relative_to(topic).as_posix()] = file.read_bytes()
    return found


def _files_at(topic: Path, revision: str) -> dict[str, bytes]:
    """Return the files of data and pages of a commit, byte for byte, links as in ``_files_in``."""
    entries = git(topic, "ls-tree", "-r", "-z", revision, *_FOLDERS).split(b"\0")
    names = {}
    for entry in filter(None, entries):
        about, _, name = entry.partition(b"\t")
        mode, _, blob = about.split()
        if mode in _FILES:
            names[os.fsdecode(name)] = blob
    answer = io.BytesIO(git(topic, "cat-file", "--batch", given=b"\n".join(names.values())))
    return {name: answer.read(int(answer.readline().split()[2]) + 1)[:-1] for name in names}


@contextmanager
def _written(files: Mapping[str, bytes]) -> Iterator[Path]:
    """Write files into a folder, for as long as they are needed."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for path, data in files.items():
            if ".." in PurePosixPath(path).parts:
                raise GitError(f"the path {path!r} leads out of the topic")
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_bytes(data)
        yield folder
