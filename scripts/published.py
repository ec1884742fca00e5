"""The data as it stood at a revision of the topic's repository."""

import io
import subprocess
import tarfile
import tempfile
from pathlib import Path

from macros.load import load
from macros.model import Dataset

TAGS = "published-*"
"""Tags that mark what was published."""


def newest_tag(topic: Path) -> str | None:
    """Return the newest tag of what was published, or None where there is none."""
    names = _git(topic, "tag", "--list", TAGS, "--sort=-creatordate").decode().split()
    return names[0] if names else None


def data_at(topic: Path, revision: str) -> Dataset:
    """Load the data of a revision.

    Raises:
        subprocess.CalledProcessError: where git knows no such revision.
        BadDataError: where that data does not load.

    """
    archive = _git(topic, "archive", "--format=tar", revision, "data")
    with tempfile.TemporaryDirectory() as folder, tarfile.open(fileobj=io.BytesIO(archive)) as tar:
        tar.extractall(folder, filter="data")
        return load(Path(folder))


def _git(topic: Path, *arguments: str) -> bytes:
    return subprocess.run(["git", *arguments], cwd=topic, capture_output=True, check=True).stdout  # noqa: S603, S607
