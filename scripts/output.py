"""Where a site may be written, and how a new site takes the place of the one before.

A site carries a list of its files, which ``sha256sum --check`` reads. A folder that holds anything else than what is on
its list was not made by a build alone, and is never replaced.
"""

import ctypes
import errno
import fcntl
import glob
import hashlib
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from scripts.arguments import ROOT
from scripts.git import GitError, git

LIST = "explainer.sha256"
"""The file of a site that lists all others, each with its digest; nobody else calls a list so."""
_CANNOT_SWAP = (errno.EINVAL, errno.ENOSYS, errno.EOPNOTSUPP)
"""What a file system answers that cannot swap two folders in one step."""
_MARK = "explainer.scratch"
"""The file by which a scratch folder is known for one."""
_FORMER = "former"
"""The name of the former site in a scratch folder, where the two cannot be swapped."""
_AT_FDCWD, _RENAME_EXCHANGE = -100, 2
"""Arguments of renameat2, from fcntl.h and linux/fs.h."""


class RefusedError(Exception):
    """A site may not be written where it was asked for; holds a sentence that says why."""


def list_files(site: Path) -> None:
    """Write the list of a site's files, sorted by name."""
    rows = (f"{_digest(file)}  {file.relative_to(site).as_posix()}\n" for file in _files(site))
    (site / LIST).write_text("".join(rows), encoding="utf-8", newline="\n")


def _files(folder: Path) -> list[Path]:
    """Return everything in a folder and below that is not itself a folder; a link to a folder is not followed."""
    return sorted(place for place in folder.rglob("*") if place.is_symlink() or not place.is_dir())


def _digest(file: Path) -> str:
    """Return the SHA-256 of a plain file; of a link or a device, a word that no list holds."""
    return hashlib.sha256(file.read_bytes()).hexdigest() if _is_plain(file) else "none"


def _is_plain(file: Path) -> bool:
    return file.is_file() and not file.is_symlink()


def _foreign(site: Path) -> str:
    """Return the first file of a folder that no build has made, or that was changed since; "" where all are known."""
    made = set((site / LIST).read_text(encoding="utf-8").splitlines()) if _is_plain(site / LIST) else set()
    names = ((file, file.relative_to(site).as_posix()) for file in _files(site))
    return next((name for file, name in names if name != LIST and f"{_digest(file)}  {name}" not in made), "")


def refuse_foreign(target: Path) -> None:
    """Raise RefusedError where ``target`` is anything but a former site, an empty folder, or nothing yet."""
    if target.exists() and not target.is_dir():
        raise RefusedError(f"{target} is not a folder")
    if target.is_dir() and (name := _foreign(target)):
        raise RefusedError(f"{target} holds {name}, which no build has made: move it away, or give another folder")


def refuse_place(target: Path, topic: Path) -> None:
    """Raise RefusedError where ``target`` is or holds the topic or a repository, or lies in a folder of theirs."""
    repositories = [folder for folder in (target, *target.parents) if (folder / ".git").exists()]
    for home in (topic, ROOT, *repositories):
        if home.is_relative_to(target):
            raise RefusedError(f"{target} is not a folder for a site: {home} would be replaced")
    for home in {topic if target.is_relative_to(topic) else one for one in (topic, *repositories)}:
        first = target.relative_to(home).parts[0] if target.is_relative_to(home) else ""
        if first in ("data", "docs", ".git") or (first and _is_tracked(home, first)):
            raise RefusedError(f"{target} is not a folder for a site: it lies in {home / first}")


def _is_tracked(home: Path, name: str) -> bool:
    """Whether a folder holds files of a repository; without git none is known to."""
    try:
        return bool(git(home, "ls-files", "--", name))
    except GitError:
        return False


@contextmanager
def scratch_beside(target: Path) -> Iterator[Path]:
    """Give a folder beside ``target`` to build in, and delete it in the end; those of builds that were killed go first.

    A build holds a lock on its folder for as long as it lives, so that builds at the same time leave each other alone.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    prefix = f".{target.name}.unfinished-"
    with _locked(target.parent):
        for folder in target.parent.glob(f"{glob.escape(prefix)}*"):
            if not folder.is_symlink() and (folder / _MARK).is_file():
                _delete_if_dead(folder, target)
        scratch = Path(tempfile.mkdtemp(prefix=prefix, dir=target.parent))
        (scratch / _MARK).touch()
        lock = os.open(scratch, os.O_RDONLY)
        fcntl.flock(lock, fcntl.LOCK_EX)
    try:
        yield scratch
    finally:
        shutil.rmtree(scratch)
        os.close(lock)


@contextmanager
def _locked(folder: Path) -> Iterator[None]:
    lock = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
    finally:
        os.close(lock)


def _delete_if_dead(scratch: Path, target: Path) -> None:
    """Delete what a killed build has left, and put back the former site if it is still in there."""
    lock = os.open(scratch, os.O_RDONLY)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        former = scratch / _FORMER
        if former.exists() and not target.exists():
            former.rename(target)
        shutil.rmtree(scratch)
    except BlockingIOError:
        pass  # its build is alive
    finally:
        os.close(lock)


def put_in_place(fresh: Path, target: Path) -> None:
    """Make ``fresh``, which lies in a scratch folder beside it, the site; the former site goes with the scratch folder.

    At every moment one of the two stands at ``target`` whole. Only where the file system cannot swap two folders is
    there none between two renames: a build that is killed there leaves the former site to the next one, which puts it
    back.
    """
    refuse_foreign(target)
    if not target.exists():
        fresh.rename(target)
    elif not _swapped(fresh, target):
        former = fresh.parent / _FORMER
        target.rename(former)
        try:
            fresh.rename(target)
        except OSError:
            former.rename(target)
            raise


def _swapped(one: Path, other: Path) -> bool:
    """Swap two folders in one step, or return False where this system cannot."""
    rename = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if rename is None:
        return False
    if rename(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE) == 0:
        return True
    reason = ctypes.get_errno()
    if reason in _CANNOT_SWAP:
        return False
    raise OSError(reason, os.strerror(reason), str(other))
