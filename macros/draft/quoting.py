"""Chooses the words of a clause to quote: few, exact, and only once in their passage."""

import re
from collections.abc import Iterator
from itertools import chain, product

from macros.checks.quotes import count
from macros.draft.passages import TextPassage
from macros.model import Quote
from macros.model.values import Line
from macros.yamlio.characters import is_line

LEAST = 3
"""The fewest words of a quote."""
_USUAL_WORDS, _MOST_WORDS = 4, 6  # how many words a quote usually has, and how many at most
_MOST_NEIGHBOURS = 8  # the most words before or after a quote that are added to make it unique
_MARKS = r"""[ "'“”‘’()\[\],;:–—-]+"""
_MARKS_AROUND = re.compile(rf"^(?:(?!-\d){_MARKS[:-1]})+|{_MARKS}$")
"""Marks around words that are not quoted with them; a hyphen before a digit is a minus sign."""
_STOP = re.compile(r"(?<=[a-z0-9]{2})[.?!]$")


def quote(passage: TextPassage, clause: range, cue: range) -> Quote | None:
    """Return a verified quote of a clause, from its cue on; None if it is too short, or not unique."""
    if len(clause) < LEAST:
        return None
    start = max(clause.start, min(cue.start, clause.stop - LEAST))
    stop = min(max(start + _USUAL_WORDS, cue.stop), start + _MOST_WORDS, clause.stop)
    while start > clause.start and len(_exact(passage.words[start:stop]).split()) < LEAST:  # a dash is not a word
        start -= 1
    longer = (passage.words[start:end] for end in range(stop, min(start + _MOST_WORDS, clause.stop) + 1))
    alone = (Quote(exact=exact) for words in longer if _fits(exact := _exact(words)))
    choices = chain(alone, _with_neighbours(passage.words, range(start, stop)))
    return next((one for one in choices if count(one, passage.text) == 1), None)


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
