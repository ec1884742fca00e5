"""What a topic's docs folder holds: hand-written pages, and other files."""

from collections.abc import Mapping
from dataclasses import dataclass

from macros.model.topic import PageHead
from macros.problems import Problem


@dataclass(frozen=True)
class PageSource:
    """A hand-written page: its settings, and its text after an empty line for each line of settings."""

    head: PageHead
    text: str


@dataclass(frozen=True)
class Docs:
    """The docs folder: its pages and its other files, by path in it; ``files`` maps to the text of SVG, else to ""."""

    pages: Mapping[str, PageSource]
    files: Mapping[str, str]
    problems: tuple[Problem, ...]
