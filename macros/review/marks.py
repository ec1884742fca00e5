"""Texts whose words are marked: those that differ from another text, or those that hold a figure."""

import difflib
import re
from collections.abc import Iterable
from decimal import Decimal
from itertools import groupby

from macros.notation import figures

Marked = tuple[tuple[str, bool], ...]
"""A text in runs of words; True marks a run."""
_SPACE = re.compile(r"[\t-\r\x1c- \x85\u2028\u2029]+")
_ALIKE = 0.4
"""Texts that share a smaller part of their words have nothing to compare, and are marked whole."""
_MOST = 2_000
"""Longer texts, in words, are not compared either, which would take too long."""
_AROUND = 8
"""How many words around a difference ``cut`` leaves."""


def plain(text: str, *, is_marked: bool = False) -> Marked:
    """Return a text in one run, () if it is empty."""
    return ((text, is_marked),) if text else ()


def differing(was: str, now: str) -> tuple[Marked, Marked]:
    """Return two texts with the words marked that only one of them has."""
    old, new = _words(was), _words(now)
    compared = difflib.SequenceMatcher(None, old, new)
    if not old or not new or max(len(old), len(new)) > _MOST or compared.ratio() < _ALIKE:
        return plain(was, is_marked=bool(new)), plain(now, is_marked=bool(old))
    steps = compared.get_opcodes()
    return (
        _runs((word, tag != "equal") for tag, a, b, _, _ in steps for word in old[a:b]),
        _runs((word, tag != "equal") for tag, _, _, c, d in steps for word in new[c:d]),
    )


def holding(text: str, values: Iterable[Decimal]) -> Marked:
    """Return a text with the words marked that state one of some numbers, in digits or in words."""
    words, wanted = _words(text), {abs(value) for value in values}
    marked: set[int] = set()
    for length in (1, 2, 3):
        for start in range(len(words) - length + 1):
            place = range(start, start + length)
            stated = figures.stated(" ".join(words[start : start + length]))
            if marked.isdisjoint(place) and wanted & {figure.value for figure in stated}:
                marked.update(place)
    return _runs((word, index in marked) for index, word in enumerate(words))


def cut(text: Marked) -> Marked:
    """Return a text with few of the words that are the same before and after a difference."""
    found = []
    for index, (run, is_marked) in enumerate(text):
        words = _words(run)
        head = words[:_AROUND] if index else []
        tail = words[-_AROUND:] if index < len(text) - 1 else []
        is_long = not is_marked and len(words) > len(head) + len(tail) + 2 and len(text) > 1
        found.append((" ".join((*head, "…", *tail)) if is_long else run, is_marked))
    return tuple(found)


def words(text: Marked) -> str:
    """Return a text without its marks."""
    return " ".join(run for run, _ in text)


def _words(text: str) -> list[str]:
    return [word for word in _SPACE.split(text) if word]


def _runs(marked: Iterable[tuple[str, bool]]) -> Marked:
    return tuple(
        (" ".join(word for word, _ in group), is_marked) for is_marked, group in groupby(marked, key=lambda one: one[1])
    )
