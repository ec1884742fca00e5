"""Guesses which lines of a new text are content; an editor corrects the result."""

import re
from collections.abc import Iterator

from macros.draft.cues import LINES, PAGE
from macros.model import TextLines
from macros.model.words import one_line

_PARAGRAPH, _LONG, _HEADLINE = 6, 20, 3
"""The fewest words of a paragraph that ends as a sentence, of one that does not, and of a headline."""
_END = re.compile(r"""[.!?…]["'”’)]*$""")
_ASKED = re.compile(r"""[?\u061f\uff1f]["'”’»)]*$""")
"""The end of a question, which a headline may be."""


def divide(text: str) -> TextLines | None:
    """Return the lines of headline, caption, stamp, credit and paragraphs; None if there is no paragraph.

    A sentence below the headline, the dek, is taken for the first paragraph.
    """
    lines = [*map(one_line, text.split("\n"))]
    named = {name: number for name, pattern in LINES.items() if (number := _first(lines, pattern))}
    asked = next((number for number, line in enumerate(lines, 1) if line), 0)
    if asked in named.values() or not _is_question(lines[asked - 1]):
        asked = 0
    paragraphs = [number for number in _paragraphs(lines) if number not in (asked, *named.values())]
    if not paragraphs:
        return None
    before = (number for number, line in enumerate(lines[: paragraphs[0] - 1], 1) if _is_headline(line))
    headline = asked or next((number for number in before if number not in named.values()), None)
    return TextLines(headline=headline, **named, paragraphs=tuple(paragraphs))


def _first(lines: list[str], pattern: re.Pattern[str]) -> int | None:
    return next((number for number, line in enumerate(lines, 1) if pattern.match(line)), None)


def _paragraphs(lines: list[str]) -> Iterator[int]:
    """Yield the numbers of the lines that are paragraphs, up to the first line that is not of the article."""
    has_begun = False
    for number, line in enumerate(lines, 1):
        if _is_boilerplate(line):
            if has_begun:
                return
        elif _is_paragraph(line) and not _is_repeated(line, lines[: number - 1], lines[number:]):
            has_begun = True
            yield number


def _is_paragraph(line: str) -> bool:
    count = len(line.split())
    return count >= _LONG or (count >= _PARAGRAPH and bool(_END.search(line)))


def _is_boilerplate(line: str) -> bool:
    """Whether a line is not of the article: it has a word of ``PAGE``, or two if it is a sentence."""
    return len(PAGE.findall(line)) > bool(_END.search(line))


def _is_repeated(line: str, before: list[str], after: list[str]) -> bool:
    """Whether an earlier line is the same, or a later one starts with it; captions often stand in a text twice."""
    return line in before or any(len(other) > len(line) and other.startswith(line) for other in after)


def _is_question(line: str) -> bool:
    """Whether the first line of a text is a question and no paragraph: then it is a headline."""
    return _HEADLINE <= len(line.split()) < _LONG and bool(_ASKED.search(line)) and not _is_boilerplate(line)


def _is_headline(line: str) -> bool:
    return len(line.split()) >= _HEADLINE and not _END.search(line) and not _is_boilerplate(line)
