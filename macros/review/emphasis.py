"""Emphasis in a text: on the words that differ from another text, or on those that state a number."""

import difflib
import re
from collections.abc import Iterable
from decimal import Decimal
from itertools import groupby

from macros.language import quoted
from macros.notation import figures

Emphasised = tuple[tuple[str, bool], ...]
"""A text in runs of words, each with whether it is emphasised."""
_SPACE = re.compile(r"[\t-\r\x1c- \x85\u2028\u2029]+")
_LEAST_ALIKE = 0.4
"""The least share of words in common by which two texts are compared; others are emphasised whole."""
_MOST_WORDS = 2_000
"""Texts with more words are not compared either, which would take too long."""
_CONTEXT = 8
"""How many words beside a difference ``cut`` keeps."""


def run(text: str, *, is_emphasised: bool = False) -> Emphasised:
    """Return a text as one run; () if it is empty."""
    return ((text, is_emphasised),) if text else ()


def changes(was: str, now: str) -> tuple[Emphasised, Emphasised]:
    """Return two texts with emphasis on the words that only one of them has."""
    old, new = _words(was), _words(now)
    compared = difflib.SequenceMatcher(None, old, new)
    if not old or not new or max(len(old), len(new)) > _MOST_WORDS or compared.ratio() < _LEAST_ALIKE:
        return run(was, is_emphasised=bool(new)), run(now, is_emphasised=bool(old))
    steps = compared.get_opcodes()
    return (
        _runs((word, tag != "equal") for tag, a, b, _, _ in steps for word in old[a:b]),
        _runs((word, tag != "equal") for tag, _, _, c, d in steps for word in new[c:d]),
    )


def figures_in(text: str, values: Iterable[Decimal]) -> Emphasised:
    """Return a text with emphasis on the words, at most three in a row, that state one of some numbers."""
    words = _words(text)
    wanted = {abs(value) for value in values}
    emphasised: set[int] = set()
    for length in (1, 2, 3):
        for start in range(len(words) - length + 1):
            indices = range(start, start + length)
            stated = figures.stated(" ".join(words[start : start + length]))
            if emphasised.isdisjoint(indices) and wanted & {figure.value for figure in stated}:
                emphasised.update(indices)
    return _runs((word, index in emphasised) for index, word in enumerate(words))


def cut(text: Emphasised) -> Emphasised:
    """Return a text in which long runs without emphasis are cut down to the words beside emphasised ones."""
    runs = []
    for index, (content, is_emphasised) in enumerate(text):
        words = _words(content)
        head = words[:_CONTEXT] if index else []
        tail = words[-_CONTEXT:] if index < len(text) - 1 else []
        is_long = not is_emphasised and len(words) > len(head) + len(tail) + 2 and len(text) > 1
        runs.append((" ".join((*head, "…", *tail)) if is_long else content, is_emphasised))
    return tuple(runs)


def words(text: Emphasised) -> str:
    """Return a text without emphasis."""
    return " ".join(run for run, _ in text)


def _words(text: str) -> list[str]:
    return [word for word in _SPACE.split(text) if word]


def _runs(words: Iterable[tuple[str, bool]]) -> Emphasised:
    """Return words, each with whether it is emphasised, joined to runs."""
    return tuple(
        (" ".join(word for word, _ in group), is_emphasised)
        for is_emphasised, group in groupby(words, key=lambda one: one[1])
    )


def differing_lines(was: str, now: str) -> tuple[str, str]:
    """Return the sentences of prose that differ, before and after, in quotation marks; prose has one a line."""
    old, new = was.split("\n"), now.split("\n")
    old_lines, new_lines = [], []
    for tag, a, b, c, d in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag != "equal":
            old_lines += old[a:b]
            new_lines += new[c:d]
    return _quoted(old_lines), _quoted(new_lines)


def _quoted(lines: list[str]) -> str:
    return quoted(" ".join(lines)) if lines else ""
