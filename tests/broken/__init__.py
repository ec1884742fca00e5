"""What editors, programs and attackers get wrong: each case is put into a copy of the good topic beside this file.

A case says which files it writes and all that the check command prints for it, so that the tables read as a
catalogue of messages: line, field, message, rule and remedy.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from tests.factories import GOOD_TOPIC

EVENT = "data/events/lamp-lit.yml"
"""The file that most cases break."""


@dataclass(frozen=True)
class Case:
    """Files to write over the good topic, and the problems that are printed, in order."""

    files: Mapping[str, bytes]
    problems: tuple[str, ...]

    @property
    def printed(self) -> str:
        """All that the check command prints."""
        count = len(self.problems)
        return "\n".join([*self.problems, f"{count} problem{'s' if count > 1 else ''}"]) + "\n"


def whole(content: str | bytes, says: str, remedy: str, file: str = EVENT) -> Case:
    """Return a case in which a file has this content; ``says`` starts with the line: "4: title: ... [rule]"."""
    data = content if isinstance(content, bytes) else content.encode()
    return Case({file: data}, (f"{file}:{says}\n    {remedy}",))


def change(old: str, new: str | bytes, says: str, remedy: str, file: str = EVENT) -> Case:
    """Return a case in which one place of a good file is changed."""
    good = (GOOD_TOPIC / file).read_bytes()
    assert good.count(old.encode()) == 1, f"{old!r} stands once in {file}"
    return whole(good.replace(old.encode(), new if isinstance(new, bytes) else new.encode()), says, remedy, file)
