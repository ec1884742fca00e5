"""The state of a topic at a revision of its repository, and in the working tree."""

import io
import subprocess
import tarfile
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path

from macros.diff import State
from macros.load import load, read
from macros.model import Dataset
from macros.problems import BadDataError

TAGS = "published-*"
"""Tags that mark what was published."""
_FOLDERS = ("data", "docs")


def newest_tag(topic: Path) -> str | None:
    """Return the newest tag of what was published, or None where there is none."""
    names = _git(topic, "tag", "--list", TAGS, "--sort=-creatordate").decode().split()
    return names[0] if names else None


def data_at(topic: Path, revision: str) -> Dataset:
    """Read the data of a revision; it was checked when it was new.

    Raises:
        subprocess.CalledProcessError: where git knows no such revision.
        BadDataError: where that data has another form.

    """
    with _at(topic, revision) as folder:
        return read(folder)


def state_at(topic: Path, revision: str | None, *, check: bool) -> State:
    """Read data and files of a revision, or of the working tree; raises as ``data_at`` does.

    ``check`` asks every rule too: what was merged was checked when it was new, what is proposed was not.
    """
    with _at(topic, revision) if revision else nullcontext(topic) as folder:
        try:
            return State(load(folder) if check else read(folder), files_at(folder))
        except BadDataError as error:
            return State(read(folder), files_at(folder), error.problems)


def files_at(topic: Path) -> dict[str, bytes]:
    """Return every file of a topic's data and pages, by its path in the topic."""
    files = (file for folder in _FOLDERS for file in sorted((topic / folder).rglob("[!.]*")))
    return {file.relative_to(topic).as_posix(): file.read_bytes() for file in files if file.is_file()}


@contextmanager
def _at(topic: Path, revision: str) -> Iterator[Path]:
    """Put data and pages of a revision into a folder, for as long as they are needed."""
    commit = _git(topic, "rev-parse", "--verify", "--end-of-options", f"{revision}^{{commit}}").decode().strip()
    there = _git(topic, "ls-tree", "--name-only", commit, *_FOLDERS).decode().split()
    archive = _git(topic, "archive", "--format=tar", commit, *(there or _FOLDERS))
    with tempfile.TemporaryDirectory() as folder, tarfile.open(fileobj=io.BytesIO(archive)) as tar:
        tar.extractall(folder, filter="data")
        yield Path(folder)


def _git(topic: Path, *arguments: str) -> bytes:
    return subprocess.run(["git", *arguments], cwd=topic, capture_output=True, check=True).stdout  # noqa: S603, S607 - git, with revisions as words of their own
