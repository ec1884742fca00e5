"""Runs git for a topic; only commands whose output no setting of the user changes. Nothing else runs git.

It needs nothing of the library but its problems, so that a preview starts even if the library cannot be imported.
"""

import io
import os
import re
import subprocess
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path, PurePosixPath

from scripts.arguments import UsageError, argument

_MAIN = tuple(f"refs/{place}/{name}" for name in ("main", "master") for place in ("remotes/origin", "heads"))
"""Possible names of the main branch; the first that exists is it."""
_TRUSTED = "whose records of verification count (default: the commit where this work left main)"
TRUST = argument("--trust", metavar="REV", help=_TRUSTED)
"""The option of a command with the revision after which records of verification do not count."""
LATEST = 2**32 - 1
"""In the year 2106, in seconds since 1970."""
FOLDERS = ("data", "docs")
"""The folders of a topic."""
_RECORDS = "data/verified"
_BRANCH = re.compile(r"(?!HEAD)\w[\w./-]*")
_LACKING = "this clone is partial or damaged: it lacks files of {}; clone the repository anew, whole"
_FILES = (b"100644", b"100755", b"120000")
_SAFE_OPTIONS = ("-c", "safe.bareRepository=explicit", "-c", "core.fsmonitor=false", "-c", "protocol.allow=never")
"""Options for git: a topic may hold files that look like a repository, whose settings could run programs."""
_OF_A_HOOK = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_COMMON_DIR", "GIT_OBJECT_DIRECTORY")
"""Variables that git sets for a hook, in which they name the repository as seen from another folder."""


class GitError(UsageError):
    """Git is not installed or fails; the text says why in one sentence."""


def git(folder: Path, *arguments: str, given: bytes = b"") -> bytes:
    """Return what git prints in a folder; raises GitError if git is not installed, or fails."""
    command = ["git", *_SAFE_OPTIONS, *arguments]
    environment = {name: value for name, value in os.environ.items() if name not in _OF_A_HOOK} | {"LC_ALL": "C"}
    try:
        return subprocess.run(command, cwd=folder, env=environment, input=given, capture_output=True, check=True).stdout  # noqa: S603 - git, with revisions as words of their own
    except OSError as error:
        raise GitError("this needs the program git, which is not on this machine") from error
    except subprocess.CalledProcessError as error:
        lines = error.stderr.decode(errors="replace").strip().splitlines() or [""]
        fatal = next((line for line in lines if line.startswith("fatal: ")), lines[0])  # warnings may stand before it
        raise GitError(f"git: {fatal.removeprefix('fatal: ')}") from error


def last_change(topic: Path) -> str | None:
    """Return when the last commit was made, in seconds since 1970; None if git does not know, or its clock was wrong.

    No compressed file can hold what is after ``LATEST``.
    """
    try:
        seconds = git(topic, "rev-list", "--max-count=1", "--timestamp", "HEAD").decode().split()[0]
    except GitError:
        return None
    return seconds if int(seconds) <= LATEST else None


def commit(folder: Path, revision: str) -> str:
    """Return the full hash of a commit; raises GitError if there is no such revision.

    A branch that this clone has not, as a clone of another branch has no main, is that of the origin.
    """
    git(folder, "rev-parse", "--git-dir")
    try:
        return _hash(folder, revision)
    except GitError as error:
        if _BRANCH.fullmatch(revision):
            with suppress(GitError):
                return _hash(folder, f"refs/remotes/origin/{revision}")
        raise GitError(f"{revision!r} is not a revision ({error})") from error


def _hash(folder: Path, revision: str) -> str:
    return git(folder, "rev-parse", "--verify", "--end-of-options", f"{revision}^{{commit}}").decode().strip()


def files_at(topic: Path, revision: str, folders: Iterable[str] = FOLDERS) -> dict[str, bytes]:
    """Return the content of the files in folders at a commit, by path; for a link, its target.

    Raises GitError if the clone lacks one of them: it is partial, or damaged.
    """
    entries = git(topic, "ls-tree", "-r", "-z", revision, *folders).split(b"\0")
    names = {}
    for entry in filter(None, entries):
        about, _, name = entry.partition(b"\t")
        mode, _, blob = about.split()
        if mode in _FILES:
            names[os.fsdecode(name)] = blob
    try:
        answer = io.BytesIO(git(topic, "cat-file", "--batch", given=b"\n".join(names.values())))
        return {name: answer.read(int(answer.readline().split()[2]) + 1)[:-1] for name in names}
    except (GitError, IndexError) as error:  # it tells of a missing file in a line of two words
        raise GitError(_LACKING.format(revision)) from error


def write(files: Mapping[str, bytes], folder: Path) -> None:
    """Write files into a folder, by their paths in it; raises GitError if a path leads out of it."""
    for path, data in files.items():
        if ".." in PurePosixPath(path).parts:
            raise GitError(f"the path {path!r} leads out of the topic")
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)


def trusted_commit(topic: Path, revision: str | None) -> str | None:
    """Return the commit whose records of verification count: ``revision``, or the last one shared with main.

    None without git, a repository or a main branch; raises GitError if there is no such revision.
    """
    if revision is not None:
        return commit(topic, revision)
    try:
        main = main_branch(topic)
        return main and git(topic, "merge-base", "HEAD", main).decode().strip()
    except GitError:
        return None


def write_records(topic: Path, revision: str | None, folder: Path) -> Path:
    """Write the records of verification of a commit (none if it is None) below ``folder``, and return their folder."""
    write(files_at(topic, revision, (_RECORDS,)) if revision else {}, folder)
    return folder / _RECORDS


def main_branch(topic: Path) -> str | None:
    """Return the full name of the main branch; None if there is none."""
    branches = git(topic, "for-each-ref", "--format=%(refname)", *_MAIN).decode(errors="replace").split()
    return next((name for name in _MAIN if name in branches), None)
