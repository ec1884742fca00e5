"""Checks what files in data/ are called, and whether they are files."""

import os
import re
from pathlib import Path

from macros.model.values import DEVICE, ID_PATTERN, LEFTOVER, Id
from macros.problems import Problem


def misnamed(file: Path, name: str) -> Problem | None:
    """Return the problem with a file in a folder of records whose name is not that of a record; else None."""
    fault = id_remedy(file.stem)
    if file.suffix == ".yml" and not fault:
        return None
    message = f"{file.name!r} is not a permanent name with the ending .yml"
    remedy = fault or f"call it {file.stem}.yml"
    if LEFTOVER.fullmatch(file.name):
        message, remedy = "it is no record but what a program has left here", "delete it"
    elif file.suffix.lower() in (".yaml", ".yml") and not fault:
        message = f"a record may not end in {file.suffix}"
    return Problem(name, 1, "file", message, "file-name", remedy)


def unreadable(file: Path, name: str) -> Problem | None:
    """Return the problem with what is no file, such as a pipe, or is a link out of data/; else None."""
    if file.is_symlink() and not _real(file).is_relative_to(_real(file.parents[name.count("/") - 1])):
        message = "it is a link out of data/"
    elif not file.is_file():
        message = "it is not a file"
    else:
        return None
    remedy = "a record is a file of its own: put it here, or delete what is here"
    return Problem(name, 1, "file", message, "file-name", remedy)


def _real(place: Path) -> Path:
    return Path(os.path.realpath(place))  # of circles too


def id_remedy(text: str) -> str:
    """Return what to do with a text that cannot be the id of a record; "" if it can."""
    if DEVICE.fullmatch(text):
        return "choose another name, since Windows cannot have a file of this one"
    if not re.fullmatch(ID_PATTERN, text):
        return "use lower-case words and numbers joined by hyphens, such as first-report"
    return f"use no more than {Id.max_length} characters" if len(text) > Id.max_length else ""
