"""Chooses the words of a clause to quote: few, exact, and only once in their passage."""

import re
from collections.abc import Iterator
from itertools import chain, product

from macros.checks.quotes import count
from macros.draft.passages import TextPassage
from macros.model import Quote
from macros.model.values import Line
from macros.model.words import normalise
from macros.yamlio.characters import is_line

LEAST = 3
"""The fewest words of a quote."""
_FEW_WORDS, _USUAL_WORDS, _MOST_WORDS = 4, 8, 12  # how many words a quote has if more do not fit, usually, and at most
_MOST_NEIGHBOURS = 8  # the most words before or after a quote that are added to make it unique
_MARKS = r"""[ "'“”‘’()\[\],;:–—-]+"""
_MARKS_AROUND = re.compile(rf"^(?:(?!-\d){_MARKS[:-1]})+|{_MARKS}$")
"""Marks around words that are not quoted with them; a hyphen before a digit is a minus sign."""
_STOP = re.compile(r"(?<=[a-z0-9]{2})[.?!]$")


def quote(passage: TextPassage, clause: range, cue: range, sentence: range) -> Quote | None:
    """Return a verified quote of a clause, with its cue; None if it is too short, or not unique.

    It has the usual number of words if the sentence has them and a line can hold them, and else fewer.
    """
    if len(clause) < LEAST:
        return None
    places = [*_places(clause, cue, sentence)]
    found = (_quote(passage, *place, is_whole=is_whole) for is_whole in (True, False) for place in places)
    return next(filter(None, found), None)


def _places(clause: range, cue: range, sentence: range) -> Iterator[tuple[range, range]]:
    """Yield which words to quote, and the words within which more can be added, the best first."""
    if len(clause) < _USUAL_WORDS:
        stop = min(max(clause.stop, clause.start + _USUAL_WORDS), sentence.stop)
        yield range(max(sentence.start, min(clause.start, stop - _USUAL_WORDS)), stop), sentence
    elif len(clause) <= _MOST_WORDS:
        yield clause, clause
    for usual in (_USUAL_WORDS, _FEW_WORDS):
        start = max(clause.start, min(cue.start, clause.stop - (usual if usual == _USUAL_WORDS else LEAST)))
        yield range(start, min(max(start + usual, cue.stop), start + _MOST_WORDS, clause.stop)), clause


def _quote(passage: TextPassage, place: range, within: range, *, is_whole: bool) -> Quote | None:
    """Return a quote of the words at a place that stands once in its passage, with words around it if need be.

    If ``is_whole``, it has both quotation marks of what is said in it, or none.
    """
    start, stop = place.start, place.stop
    longer = (passage.words[start:end] for end in range(stop, max(stop, min(start + _MOST_WORDS, within.stop)) + 1))
    alone = (Quote(exact=exact) for words in longer if _fits(exact := _exact(words)))
    choices = chain(alone, _with_neighbours(passage.words, range(start, stop)))
    fit = (one for one in choices if not (is_whole and normalise(one.exact).count('"') % 2))
    return next((one for one in fit if count(one, passage.text) == 1), None)


def _exact(words: tuple[str, ...]) -> str:
    """Return words as one text, without marks around them or a full stop."""
    return _STOP.sub("", _MARKS_AROUND.sub("", " ".join(words)))


def _fits(text: str) -> bool:
    """Whether a text can be a field of a quote: one line, and no longer than a line may be."""
    return len(text) <= Line.max_length and is_line(text)


def _with_neighbours(words: tuple[str, ...], quoted: range) -> Iterator[Quote]:
    """Yield a quote with ever more of the words before and after it."""
    exact = _exact(words[quoted.start : quoted.stop])
    head, _, tail = " ".join(words[quoted.start : quoted.stop]).partition(exact)
    for before, after in sorted(product(range(_MOST_NEIGHBOURS + 1), repeat=2), key=sum):
        prefix = " ".join([*words[max(0, quoted.start - before) : quoted.start], head]).strip()
        suffix = f"{tail} {' '.join(words[quoted.stop : quoted.stop + after])}".strip()
        if all(map(_fits, (exact, prefix or exact, suffix or exact))):
            yield Quote(exact=exact, prefix=prefix or None, suffix=suffix or None)
