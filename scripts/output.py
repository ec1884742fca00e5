"""Decides where a site may be written, and replaces the former site by a new one.

A site has a list of its files, which ``sha256sum --check`` reads. A folder with any file that is not on its list, or
was changed, was not made by a build alone and is never replaced.
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
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from scripts.arguments import ROOT, UsageError
from scripts.git import GitError, git

LIST = "explainer.sha256"
"""The file of a site that lists all others with their digests; a name that nothing else uses."""
_CANNOT_SWAP = (errno.EINVAL, errno.ENOSYS, errno.EOPNOTSUPP)
"""Errors of file systems that cannot swap two folders in one step."""
_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)  # errors that mean that there is no room to write
_MARK = "explainer.scratch"  # the file that marks a scratch folder
_FORMER = "former"  # the name of the former site in a scratch folder, if folders cannot be swapped
_AT_FDCWD, _RENAME_EXCHANGE = -100, 2  # arguments of renameat2, from fcntl.h and linux/fs.h


def list_files(site: Path) -> None:
    """Write the list of a site's files, sorted by name; the list itself is not on it, lists of inner sites are."""
    rows = (f"{_digest(file)}  {file.relative_to(site).as_posix()}\n" for file in _files(site))
    (site / LIST).write_text("".join(rows), encoding="utf-8", newline="\n")


def _files(folder: Path) -> list[Path]:
    """Return the files at any depth of a folder, except its list, sorted; a link to a folder counts as a file."""
    files = (place for place in folder.rglob("*") if place.is_symlink() or not place.is_dir())
    return sorted(file for file in files if file != folder / LIST)


def _digest(file: Path) -> str:
    """Return the SHA-256 of a plain file; "none", which is on no list, for a link or a device."""
    return hashlib.sha256(file.read_bytes()).hexdigest() if _is_plain(file) else "none"


def _is_plain(file: Path) -> bool:
    return file.is_file() and not file.is_symlink()


def _foreign(site: Path) -> str:
    """Return the first file of a folder that no build has made, or that was changed since; "" if there is none."""
    listed = set((site / LIST).read_text(encoding="utf-8").splitlines()) if _is_plain(site / LIST) else set()
    for file in _files(site):
        name = file.relative_to(site).as_posix()
        if f"{_digest(file)}  {name}" not in listed:
            return name
    return ""


def refuse_foreign(target: Path) -> None:
    """Raise UsageError unless ``target`` is a former site, an empty folder, or does not exist."""
    if (target.exists() or target.is_symlink()) and not target.is_dir():  # a circle of links does not exist
        raise UsageError(f"{target} is not a folder")
    if target.is_dir() and (name := _foreign(target)):
        raise UsageError(f"{target} holds {name}, which no build has made: move it away, or give another folder")


def refuse_place(target: Path, topic: Path) -> None:
    """Raise UsageError if ``target`` is or contains the topic or a repository, or lies in a folder of their files."""
    if target.is_mount():
        raise UsageError(f"{target} is not a folder for a site: a disk is mounted there; give a folder in it")
    repositories = [folder for folder in (target, *target.parents) if (folder / ".git").exists()]
    for home in (topic, ROOT, *repositories):
        if home.is_relative_to(target):
            raise UsageError(f"{target} is not a folder for a site: {home} would be replaced")
    for home in {topic if target.is_relative_to(topic) else one for one in (topic, *repositories)}:
        first = target.relative_to(home).parts[0] if target.is_relative_to(home) else ""
        if first in ("data", "docs", ".git") or (first and _is_tracked(home, first)):
            raise UsageError(f"{target} is not a folder for a site: it lies in {home / first}")


def _is_tracked(home: Path, name: str) -> bool:
    """Whether files of a repository are in a folder; False without git."""
    try:
        return bool(git(home, "ls-files", "--", name))
    except GitError:
        return False


@contextmanager
def scratch_beside(target: Path) -> Iterator[Path]:
    """Yield a folder beside ``target`` to build in, and delete it at the end; those of killed builds are deleted first.

    A build locks its folder while it runs, so that other builds do not delete it.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    prefix = f".{target.name}.unfinished-"
    with ExitStack() as until_the_end:
        with _locked(target.parent):
            for folder in target.parent.glob(f"{glob.escape(prefix)}*"):
                if _is_scratch(folder):
                    _delete_if_dead(folder, target)
            scratch = Path(tempfile.mkdtemp(prefix=prefix, dir=target.parent))
            (scratch / _MARK).write_bytes(os.fsencode(scratch))
            until_the_end.enter_context(_locked(scratch))
            until_the_end.callback(_delete, scratch)
        try:
            yield scratch
        except OSError as error:
            if error.errno in _FULL:  # it names no file, or that which was to be copied
                error.filename, error.filename2 = str(target), None
            raise


def _is_scratch(folder: Path) -> bool:
    """Whether a folder is empty, or the scratch folder of a build and at the path where the build created it."""
    if folder.is_symlink() or not folder.is_dir():
        return False
    mark = folder / _MARK
    return mark.read_bytes() == os.fsencode(folder) if _is_plain(mark) else not any(folder.iterdir())


def _delete(scratch: Path) -> None:
    """Delete a scratch folder, its mark last, so that the next build still recognises one that is half deleted."""
    for place in scratch.iterdir():
        if place.is_dir():
            shutil.rmtree(place)
    shutil.rmtree(scratch)


@contextmanager
def _locked(folder: Path, *, is_patient: bool = True) -> Iterator[None]:
    """Lock a folder; if another process has locked it, wait if ``is_patient``, else raise BlockingIOError."""
    lock = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | (0 if is_patient else fcntl.LOCK_NB))
        yield
    finally:
        os.close(lock)


def _delete_if_dead(scratch: Path, target: Path) -> None:
    """Delete the scratch folder of a killed build, after putting back a former site that is in it."""
    with suppress(BlockingIOError), _locked(scratch, is_patient=False):  # else its build is still running
        former = scratch / _FORMER
        if former.exists() and not target.exists():
            former.rename(target)
        _delete(scratch)


def put_in_place(fresh: Path, target: Path) -> None:
    """Move ``fresh``, in a scratch folder, to ``target``; the former site is moved into the scratch folder.

    A whole site is at ``target`` at every moment, unless the file system cannot swap folders: then there is none
    between two renames, and the build after one that is killed there puts the former site back.
    """
    refuse_foreign(target)
    if not target.exists():
        fresh.rename(target)
    elif not _swapped(fresh, target):
        former = fresh.parent / _FORMER
        try:
            target.rename(former)
            fresh.rename(target)
        finally:
            if not target.exists():
                former.rename(target)


def _swapped(one: Path, other: Path) -> bool:
    """Swap two folders in one step and return True; return False if this system cannot."""
    rename = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if rename is None:
        return False
    if rename(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE) == 0:
        return True
    reason = ctypes.get_errno()
    if reason in _CANNOT_SWAP:
        return False
    raise OSError(reason, os.strerror(reason), str(other))
