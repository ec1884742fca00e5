"""Writes files whole or not at all, so that no failure costs an editor's words.

They are written under another name and then renamed. A command that is killed before that leaves the former file, and
beside it a hidden file or folder whose name starts with ``.unfinished-``, which no command reads and which can be
deleted. Every OSError has the name of the file or folder that was to be written.
"""

import errno
import os
import secrets
import shutil
import stat
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path


def replace(file: Path, text: str) -> None:
    """Write a new file or replace an old one, whose mode is kept, and which is unchanged after an OSError."""
    with _beside(file) as fresh:
        _write(fresh, text)
        if file.exists():
            if not file.is_file():
                raise OSError(errno.EEXIST, "it is there and is not a file")
            fresh.chmod(stat.S_IMODE(file.stat().st_mode))
        fresh.replace(file)


def create(file: Path, text: str) -> None:
    """Write a new file; raises FileExistsError if it exists already."""
    with _beside(file) as fresh:
        _write(fresh, text)
        file.hardlink_to(fresh)  # unlike a rename, this replaces nothing


def is_free(folder: Path) -> bool:
    """Whether a folder can be created: there is nothing of its name but an empty folder."""
    return not folder.exists() or (folder.is_dir() and not any(folder.iterdir()))


def create_folder(folder: Path, texts: Mapping[str, str]) -> None:
    """Write a new folder of files, by their paths in it; raises OSError also if it is there and not empty."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    with _beside(folder) as fresh:
        fresh.mkdir()
        for name, text in texts.items():
            (fresh / name).parent.mkdir(parents=True, exist_ok=True)
            _write(fresh / name, text)
        fresh.rename(folder)


def _write(file: Path, text: str) -> None:
    with file.open("x", encoding="utf-8", newline="\n") as stream:
        stream.write(text)
        stream.flush()
        os.fsync(stream.fileno())


@contextmanager
def _beside(place: Path) -> Iterator[Path]:
    """Yield a hidden path in the same folder, and delete what is left there; errors name ``place`` instead."""
    place.parent.mkdir(exist_ok=True)
    hidden = place.with_name(f".unfinished-{secrets.token_hex(4)}")
    try:
        yield hidden
    except OSError as error:
        error.filename, error.filename2 = str(place), None
        raise
    finally:
        with suppress(OSError):
            shutil.rmtree(hidden) if hidden.is_dir() else hidden.unlink(missing_ok=True)
