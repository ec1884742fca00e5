"""What a hand-written page holds besides macro calls: the settings at its head, markup, and prose."""

import re
from collections.abc import Iterable, Iterator, Sequence

import yaml

from macros import figures
from macros.model.topic import Wording
from macros.problems import Problem
from macros.prose import QUOTED, holds

_FRONT_MATTER = re.compile(r"\A---\n(.*?)\n?---\n", re.DOTALL)
_CODE = (
    re.compile(r"^(```|~~~).*?^\1", re.DOTALL | re.MULTILINE),
    re.compile(r"`[^`\n]*`"),
)
_ACTIVE = re.compile(
    r"<(?:script|style|iframe|object|embed|link|meta|base|form)\b|<\w[^<>]*\s(?:on\w+|style)\s*=|javascript:",
    re.IGNORECASE,
)
OUTSIDE_PROSE = (
    _FRONT_MATTER,
    *_CODE,
    re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#-.*?-#\}", re.DOTALL),  # macro calls
    re.compile(r"\]\([^)]*\)|<[^>]*>|\{[#:.][^}]*\}"),  # addresses, tags, attributes
    re.compile(r"^\s*\d+\.\s", re.MULTILINE),  # numbers of a list
)
"""What of a page is no prose."""


def form(text: str, name: str) -> Iterator[Problem]:
    """Yield what is wrong with the settings at a page's head, and the markup that the site's policy would not run."""
    if text.startswith("---\n"):
        head = _FRONT_MATTER.match(text)
        try:
            is_good = head is not None and isinstance(yaml.safe_load(head[1]) or {}, dict)
        except yaml.YAMLError:
            is_good = False
        if not is_good:
            remedy = "write 'name: value' lines between two lines of three hyphens"
            yield Problem(
                name, 1, "front matter", "the settings at the head of the page cannot be read", "syntax", remedy
            )
    for match in _ACTIVE.finditer(figures.blank(text, _CODE)):
        line = text.count("\n", 0, match.start()) + 1
        message = f"“{match[0].strip()}” is markup that a page may not hold"
        yield Problem(
            name, line, "markup", message, "markup", "write Markdown; styles and scripts belong to macros/theme"
        )


def prose(
    text: str, name: str, patterns: list[re.Pattern[str]], quotes: Sequence[str], wording: Iterable[Wording]
) -> Iterator[Problem]:
    """Yield the figures without a fact, the quotations that nobody cites, and the words that the house avoids."""
    blanked = figures.blank(text, patterns)
    for stray in figures.strays(figures.blank(blanked, [QUOTED]), (), ()):
        line = text.count("\n", 0, stray.start) + 1
        message = f'the figure "{stray.words}" comes from no fact'
        remedy = 'use {{ number("id") }} or {{ date("id") }}, or allow it in topic.yml with a reason'
        yield Problem(name, line, "prose", message, "figure", remedy)
    for match in QUOTED.finditer(blanked):
        if not any(holds(quote, match[1].strip(" .,")) for quote in quotes):
            line = text.count("\n", 0, match.start()) + 1
            message = f"“{match[1]}” is in quotation marks, and no fact cites these words"
            yield Problem(name, line, "prose", message, "quotation", "quote words that a fact cites, or use our own")
    unquoted = figures.blank(blanked, [QUOTED])
    for item in wording:
        for match in re.finditer(rf"\b{re.escape(item.avoid)}\b", unquoted, re.IGNORECASE):
            line = text.count("\n", 0, match.start()) + 1
            message = f'"{item.avoid}" is not used outside quotations: {item.reason}'
            yield Problem(name, line, "prose", message, "wording", f'write "{item.use}"')
