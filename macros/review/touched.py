"""The files that a change touches, and which of them may run."""

from dataclasses import dataclass
from pathlib import PurePosixPath

_PASSIVE = frozenset(
    {*(".avif", ".gif", ".ico", ".jpeg", ".jpg", ".png", ".webp"), *(".csv", ".pdf", ".txt", ".woff", ".woff2")}
)
"""Endings of files in which nothing runs in a browser."""
LINK, _PROGRAM, _PLAIN = "120000", "100755", "100644"
"""Git's modes of a link, of an executable file, and of any other file."""
_MODE_CHANGES = {(_PLAIN, _PROGRAM): ", made executable", (_PROGRAM, _PLAIN): ", no longer executable"}
_WHAT = {"A": "new", "D": "removed", "M": "changed", "T": "changed in type"}


@dataclass(frozen=True)
class Touched:
    """A changed file; ``topic`` is the topic's folder in the repository, ``status`` git's letter, such as "A".

    ``was`` and ``mode`` are git's modes of the file before and after the change.
    """

    path: str
    topic: str
    status: str
    mode: str = _PLAIN
    was: str = _PLAIN

    @property
    def is_link(self) -> bool:
        """Whether it is a link to another file."""
        return self.mode == LINK

    @property
    def what(self) -> str:
        """What happened to it: "new", "changed, a link", "changed, made executable"."""
        more = ", a link" if self.is_link else _MODE_CHANGES.get((self.was, self.mode), "")
        return _WHAT.get(self.status, f"status {self.status}") + more

    @property
    def kind(self) -> str:
        """Its kind: page, static, verified, schema or fact; "code" for everything outside of data/ and docs/."""
        inside = self.path.removeprefix(self.topic) if self.path.startswith(self.topic) else ""
        folder, _, rest = inside.partition("/")
        if folder == "docs" and rest:
            return "page" if inside.endswith(".md") and not self.is_link else "static"
        if folder != "data" or not rest:
            return "code"
        if rest.startswith("verified/"):
            return "verified"
        if rest.startswith("schema/"):
            return "schema"
        return "fact" if inside.endswith(".yml") and not self.is_link else "static"

    @property
    def is_active(self) -> bool:
        """Whether it could run in a browser, or is a link."""
        return self.is_link or (self.kind == "static" and PurePosixPath(self.path).suffix.lower() not in _PASSIVE)
