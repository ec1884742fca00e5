"""The docs folder of a topic: hand-written pages, and other files."""

import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from macros.model.base import Record
from macros.model.values import Line, Sentence
from macros.problems import Problem

OTHER_FOLDERS = ("charts", "cite", "embed", "pagefind", "templates", "versions")
"""Folders that the build itself fills, and templates/, which MkDocs does not publish."""
RESERVED = re.compile(
    rf"({'|'.join(OTHER_FOLDERS)}|data/v\d+|assets/(images|javascripts|stylesheets))/"
    r"|assets/(explainer|icon|licences|redirect|social|vega)\b|(404|binder|print|versions)\.|sitemap\.|explainer\.sha256"
    r"|changes\.(atom|json)|events\.ics|llms\.",
    re.IGNORECASE,
)
"""Beginnings of the names of files that the build itself writes, or that are in ``OTHER_FOLDERS``."""
PRINT_PAGE = "print.md"
"""The path of the document of all pages, relative to the docs folder."""
CALLS = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#-.*?-#\}", re.DOTALL)
"""Macro calls, other instructions of Jinja, and its comments."""
OUTSIDE_PROSE = (
    re.compile(r"^(```|~~~).*?^\1", re.DOTALL | re.MULTILINE),  # code
    re.compile(r"`[^`\n]*`"),
    CALLS,
    re.compile(r"\]\([^)]*\)|<[^>]*>|\{:? ?[#.a-z][^{}]*\}"),  # addresses, tags, attributes
    re.compile(r"&(?!#(0*(4[89]|5[0-7])|[xX]0*3\d);)#?\w+;"),  # references to characters, but not to digits
    re.compile(r"(?<!\w):[a-z][\w+-]*:|\[\^[^\]]*\]"),  # icons, marks of footnotes
    re.compile(r"^\s*\d+\.\s", re.MULTILINE),  # numbers of a list
)
"""The parts of a page that are not prose."""


def page_name(path: str) -> str:
    """Return the name of the files with the citation of a hand-written page: "page-about-index"."""
    return f"page-{path.removesuffix('.md').replace('/', '-')}"


class PageHead(Record):
    """The settings at the head of a hand-written page."""

    title: Line | None = None
    """Its title in browsers and lists; without one, its first heading."""
    description: Sentence | None = None
    """What it tells, for search engines."""
    translates: Line | None = None
    """On a translated page: what scripts.translate names as the state of the original that it tells."""
    hide: tuple[Literal["navigation", "toc", "search"], ...] = ()
    """What to leave out: beside the text the navigation or the table of contents; its text from the search."""


@dataclass(frozen=True)
class PageSource:
    """A hand-written page: its settings, and its text after an empty line for each line of settings."""

    head: PageHead = field(default_factory=PageHead)
    text: str = ""
    language: str = ""
    """Its language, where that is not the language of the site that it is published on."""

    @property
    def digest(self) -> str:
        """A word that changes with its title, its description or its text: v and twelve hex digits."""
        words = f"{self.head.title}\n{self.head.description}\n{self.text.strip()}"
        return f"v{hashlib.sha256(words.encode()).hexdigest()[:12]}"


@dataclass(frozen=True)
class Docs:
    """Pages and other files of the docs folder, by path; ``files`` has the text of each SVG, and "" for others."""

    pages: Mapping[str, PageSource]
    files: Mapping[str, str]
    problems: tuple[Problem, ...]

    def without(self, languages: Iterable[str]) -> "Docs":
        """Return the folder without its translations into these languages."""
        folders = tuple(f"{language}/" for language in languages)
        return replace(self, pages={path: page for path, page in self.pages.items() if not path.startswith(folders)})

    def translations(self, language: str) -> dict[str, PageSource]:
        """Return the translated pages of a language by the path of their original."""
        folder = f"{language}/"
        return {path[len(folder) :]: page for path, page in self.pages.items() if path.startswith(folder)}
