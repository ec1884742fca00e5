"""What a topic's docs folder holds: hand-written pages, and other files."""

from collections.abc import Mapping
from dataclasses import dataclass

from macros.model.topic import PageHead
from macros.problems import Problem


@dataclass(frozen=True)
class PageSource:
    """A hand-written page: its settings, and its text, with an empty line for each line of the settings."""

    head: PageHead
    text: str


@dataclass(frozen=True)
class Docs:
    """What the docs folder holds, by path in it.

    ``files`` are the files that are no pages, with their text where it is a drawing (SVG) and has to be looked at.
    """

    pages: Mapping[str, PageSource]
    files: Mapping[str, str]
    problems: tuple[Problem, ...]
