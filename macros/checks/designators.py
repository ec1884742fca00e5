"""Reads the text of a law by the designators that it prints: sections, and paragraphs such as (a)(1)(A)(i)."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from macros.model.points import ROMAN

_ARTICLE = r"Article|Art\.|Artikel|Artículo|Articolo|Artigo"
_TITLE = r"[ \u00a0]+(?![a-z])[^\W\d_][^.,;:]*$"
"""A title in the line of its section: it begins with a capital letter and has no full stop, comma or colon."""
_ORDINAL = r"(?:[º°]|er)(?=\.?(?:\s*$|[ \u00a0]*[-–—]|[ \u00a0]+(?![a-z])[^\W\d_]))"
"""The ending of an ordinal number with text behind it in the same line: "Art. 1º Nobody may", "Article 1er"."""
_SECTION = re.compile(
    rf"\s*(?:(?P<word>Section|Sec\.|§|(?P<article>{_ARTICLE}))[ \u00a0]?(?P<number>[0-9]+[A-Za-z]?)"
    rf"(?:(?=\.|\s*$|{_TITLE})|(?(article){_ORDINAL}|(?!)))"
    r"|(?P<alone>[0-9]+)\.\s*$)"
)
_WORDS = {"Section": "Sec.", "Article": "Art.", None: "Sec."}
"""The word of a locator for the word that is printed, where they differ."""
_PARAGRAPHS = re.compile(r"\s*\(([0-9A-Za-z]{1,5})\)")
_NUMBERED = re.compile(rf"\s*(?:([1-9][0-9]?)\.(?=\s+\S)|§[ \u00a0]?([1-9][0-9]?){_ORDINAL})")
"""The paragraph of an article: "2. Member States may" in treaties and the European Union, "§ 2º O guarda" in Brazil."""
_FIRST_IN_LINE = re.compile(r"(?<=[.—]) (?=\((?:a|1)\) )")
"""Where the first paragraph follows the heading of its section in the same line."""
_LETTERS = 26

Rank = tuple[str, int]
"""A way to count, and a place in it: ("a", 3) is (c), ("1", 12) is (12), ("i", 4) is (iv)."""

_INDENT = 2  # by how many spaces lines of one level may differ


class Designator(NamedTuple):
    """A designator such as (a), its rank, and the indent of its line; None if it is not the first in its line."""

    name: str
    rank: Rank
    indent: int | None

    def is_left_of(self, indent: int | None) -> bool:
        """Whether a line with this indent is indented more, so that it is a part of this paragraph."""
        return self.indent is not None and indent is not None and indent > self.indent + _INDENT


def passages(text: str, section: str | None = None, notes: int | None = None) -> dict[str, str]:
    """Return the passages of a law by locator, such as "Sec. 5(c)"; each holds all of its parts.

    ``section`` is the locator of the whole text if it is one section, "17 U.S.C. § 107". The lines from number
    ``notes`` on are its notes, with the locator "17 U.S.C. § 107 note".
    """
    found: dict[str, list[str]] = {}
    lines = text.split("\n")
    law, rest = (lines[: notes - 1], lines[notes - 1 :]) if notes else (lines, [])
    home, inside, is_article = section or "", list[Designator](), False
    for line in (part for whole in law for part in _FIRST_IN_LINE.split(whole)):
        heading = None if section else _SECTION.match(line)
        if heading:
            home, inside = f"{_WORDS.get(heading['word'], heading['word'])} {heading['number'] or heading['alone']}", []
            is_article = bool(heading["article"])
        for name, indent in _designators(line, is_article=is_article):
            inside = _within(inside, name, indent)
        for depth in range(len(inside) + 1):
            locator = home + "".join(f"({name})" for name, *_ in inside[:depth])
            found.setdefault(locator, []).append(line)
    if rest:
        found[f"{section or ''} note".strip()] = rest
    return {locator: " ".join(parts) for locator, parts in found.items() if locator}


def _designators(line: str, *, is_article: bool) -> Iterator[tuple[str, int | None]]:
    """Yield the designators at the start of a line, the first with its indent: a, 1 and A for "(a)(1)(A) Whoever"."""
    start, indent = 0, len(line) - len(line.lstrip())
    if is_article and (number := _NUMBERED.match(line)):
        yield number[1] or number[2], indent
        start = number.end()
    while (match := _PARAGRAPHS.match(line, start)) and _ranks(match[1]):
        yield match[1], None if start else indent
        start = match.end()


def _within(inside: list[Designator], name: str, indent: int | None) -> list[Designator]:
    """Return the designators around the next one, and that one: it continues one of their levels or opens a new one."""
    ranks = _ranks(name)
    if name == "i" and inside and inside[-1].rank[0] == "A":  # (i) in (A), not the letter after (h)
        return [*inside, Designator(name, ("i", 1), indent)]
    beside = [depth for depth in reversed(range(len(inside))) if not inside[depth].is_left_of(indent)]
    for depth in beside:
        kind, place = inside[depth].rank
        if (kind, place + 1) in ranks:
            return [*inside[:depth], Designator(name, (kind, place + 1), indent)]
    first = [rank for rank in ranks if rank[1] == 1]
    for depth in () if first else beside:  # one or more were left out, such as those repealed; or one stands twice
        kind, place = inside[depth].rank
        later = [rank for rank in ranks if rank[0] == kind and place <= rank[1] <= _LETTERS]
        if later:
            return [*inside[:depth], Designator(name, later[0], indent)]
    return [*inside, Designator(name, (first or ranks)[0], indent)]


def _ranks(name: str) -> list[Rank]:
    """Return every way to read a designator: (i) is the first small Roman number, or the ninth letter."""
    if name.isdigit():
        return [("1", int(name))]
    shapes = ((kind, shape.upper()) for kind, shape in (("i", name), ("I", name.swapcase())) if shape.islower())
    found = [(kind, ROMAN[shape]) for kind, shape in shapes if shape in ROMAN]
    if len(set(name)) == 1:
        kind, letter = "a" if name.islower() else "A", ord(name[0].lower()) - ord("a") + 1
        found.append((kind, letter + _LETTERS * (len(name) - 1)))  # (z) is followed by (aa)
        found.append((kind * len(name), letter))  # or (aa) is the first of its level
    return found
