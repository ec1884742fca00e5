"""Texts with marked words: those that differ from another text, and those that bear a fact out."""

import difflib
import re
from collections.abc import Iterable
from decimal import Decimal
from itertools import groupby

from macros.language import quoted
from macros.model.words import one_line
from macros.notation import figures

Marked = tuple[tuple[str, str], ...]
"""A text in pieces, each with its mark: "" or one of these."""
GONE, NEW, KEY = "gone", "new", "key"
_WORD = re.compile(r" ?(?:[“”«»]|(?:(?![“”«»]|[.,;:]+(?:[“”«» ]|$))[^ ])+|[.,;:]+)")
"""A word with the space before it; quotation marks, and what ends a clause, are words of their own."""
_LEAST_ALIKE = 0.4
"""The least share of words in common by which two texts are compared; of others, all words are marked."""
_MOST_WORDS = 2_000
"""Texts with more words are not compared either, which would take too long."""
_CONTEXT = 8
"""How many words beside a marked one ``cut`` keeps."""


def run(text: str, mark: str = "") -> Marked:
    """Return a text as one piece; () if it is empty."""
    return ((text, mark),) if text else ()


def joined(pieces: Iterable[tuple[str, str]]) -> Marked:
    """Return pieces with those that follow each other and have the same mark as one."""
    return tuple(("".join(text for text, _ in group), mark) for mark, group in groupby(pieces, key=lambda one: one[1]))


def words(text: Marked, without: str | None = None) -> str:
    """Return a text without marks, and without the pieces that have the mark ``without``."""
    return "".join(piece for piece, mark in text if mark != without).strip(" ")


def changes(was: str, now: str) -> Marked:
    """Return two texts as one, in which GONE words are those of the older one alone, and NEW ones of the newer."""
    old, new = (_WORD.findall(one_line(side)) for side in (was, now))
    compared = difflib.SequenceMatcher(a=[word.lstrip() for word in old], b=[word.lstrip() for word in new])
    if not old or not new or max(len(old), len(new)) > _MOST_WORDS or compared.ratio() < _LEAST_ALIKE:
        return run(was, GONE) + run(now, NEW)
    pieces = []
    for tag, a, b, c, d in compared.get_opcodes():
        if tag != "equal":
            pieces += [(word, GONE) for word in old[a:b]] + [(word, NEW) for word in new[c:d]]
            continue
        for before, after in zip(old[a:b], new[c:d], strict=True):
            if len(before) != len(after):  # one of them has a space before it
                pieces.append((" ", NEW if len(before) < len(after) else GONE))
            pieces.append((min(before, after, key=len), ""))
    return joined(pieces)


def figures_in(text: str, values: Iterable[Decimal]) -> Marked:
    """Return a text in which the words, at most three in a row, that state one of some numbers are KEY."""
    found = _WORD.findall(one_line(text))
    wanted = {abs(value) for value in values}
    stating: set[int] = set()
    for length in (1, 2, 3):
        for start in range(len(found) - length + 1):
            indices = range(start, start + length)
            stated = figures.stated("".join(found[start : start + length]))
            if stating.isdisjoint(indices) and wanted & {figure.value for figure in stated}:
                stating.update(indices)
    return joined((word, KEY if index in stating else "") for index, word in enumerate(found))


def cut(text: Marked) -> Marked:
    """Return a text in which long pieces without a mark are cut down to the words beside marked ones."""
    pieces = []
    for index, (content, mark) in enumerate(text):
        found = _WORD.findall(content)
        head = found[:_CONTEXT] if index else []
        tail = found[-_CONTEXT:] if index < len(text) - 1 else []
        is_long = not mark and len(found) > len(head) + len(tail) + 2 and len(text) > 1
        pieces.append(("".join((*head, " …" if index else "…", *tail)) if is_long else content, mark))
    return tuple(pieces)


def differing_lines(was: str, now: str) -> tuple[str, str]:
    """Return the sentences of prose that differ, before and after, in quotation marks; prose has one a line."""
    old, new = was.split("\n"), now.split("\n")
    steps = difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    gone = " ".join(line for tag, a, b, _, _ in steps if tag != "equal" for line in old[a:b])
    added = " ".join(line for tag, _, _, c, d in steps if tag != "equal" for line in new[c:d])
    return gone and quoted(gone), added and quoted(added)
