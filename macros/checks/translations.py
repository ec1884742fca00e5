"""Checks that a translation tells the same as the words that it translates: the same figures and macro calls."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from macros.checks import instructions

Fault = tuple[str, str, str]
"""A message, a rule and a remedy."""
_FIGURE = re.compile(r"\d+(?:[.,\u00a0\u202f ’']\d{3})*(?:[.,]\d+)?")
_MARKS = re.compile(r"\D")


def same_figures(original: str, translation: str) -> Iterator[Fault]:
    """Yield a fault if a translation lacks figures of its original or has others, whatever marks part their digits."""
    remedy = "write the figures of the original, in digits"
    yield from _same(_figures(original), _figures(translation), "translation-figures", remedy)


def same_page(original: str, translation: str) -> Iterator[Fault]:
    """Yield a fault for what a translated page tells otherwise than its original: macro calls, figures."""
    (calls, words), (own_calls, own_words) = _parted(original), _parted(translation)
    remedy = "make the macro calls of the original, with the same ids; the words of 'text' are translated"
    yield from _same(calls, own_calls, "translation-macros", remedy)
    yield from same_figures(words, own_words)


def _same(wanted: Counter[str], given: Counter[str], rule: str, remedy: str) -> Iterator[Fault]:
    lacking, added = _list(wanted - given), _list(given - wanted)
    told = [f"it lacks {lacking}"] if lacking else []
    told += [f"it has {added}, which the original has not"] if added else []
    if told:
        yield "; ".join(told), rule, remedy


def _list(counted: Counter[str]) -> str:
    return ", ".join(sorted(counted.elements()))


def _figures(text: str) -> Counter[str]:
    """Return the figures of a text without the marks between their digits."""
    return Counter(_MARKS.sub("", match[0]) for match in _FIGURE.finditer(text))


def _parted(text: str) -> tuple[Counter[str], str]:
    """Return the macro calls of a page, without the words that they show, and its words, those of calls included."""
    calls: Counter[str] = Counter()
    words = []
    for piece, call in instructions.pieces(text):
        if call is None:
            words.append(piece)
            continue
        calls[_shown(call)] += 1
        words.append(call.words)
    return calls, " ".join(words)


def _shown(call: instructions.Call) -> str:
    options = (f"{name}={value!r}" for name, value in sorted(call.options.items()) if name != "text")
    given: Iterable[str] = (*(f'"{value}"' for value in call.values), *options)
    return f"{call.macro}({', '.join(given)})"
