"""Divides the content passages of a text into sentences and clauses."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import accumulate, pairwise

from macros.checks.texts import content_lines
from macros.draft.cues import ABBREVIATION, dates
from macros.language import locale
from macros.model import SourceText
from macros.model.words import normalise
from macros.notation.patterns import in_ascii

LEAST_WORDS = 5
"""The fewest words of a part of a sentence that is a clause; a shorter part is joined to its neighbour."""
_STOP = re.compile(r"""[.!?]["')\]»]*$""")
_OPENING = re.compile(r"""["'(\[«¿¡]*(?P<letter>[^\W_])""")
_SHORTENED_PLACE = re.compile(r"[A-Z][a-z]{1,4}\.$")
_SHORT_NUMBER = re.compile(r"\d{1,2}\.")
_BREAK = re.compile(r"""[,;:]["')\]]*$|^-+$|[a-z]-$""")


@dataclass(frozen=True)
class TextPassage:
    """A content passage of a text: its locator, and its words as written."""

    locator: str
    words: tuple[str, ...]
    language: str = "en"

    @cached_property
    def plain(self) -> tuple[str, ...]:
        """The normalised words."""
        return tuple(map(normalise, self.words))

    @cached_property
    def text(self) -> str:
        """The normalised passage, in which quotes are found."""
        return " ".join(self.plain)

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        return tuple(accumulate((len(word) + 1 for word in self.plain[:-1]), initial=0))

    @cached_property
    def _within_dates(self) -> frozenset[int]:
        """The indices of the words of dates, without the first of each: a comma before one divides no clause."""
        text = in_ascii(self.text)
        found = (match for pattern in dates(self.language) for match in pattern.finditer(text))
        return frozenset(place for match in found for place in self.span(*match.span())[1:])

    def span(self, start: int, end: int) -> range:
        """Return the indices of the words that ``text[start:end]`` touches."""
        return range(bisect_right(self._starts, start) - 1, bisect_right(self._starts, end - 1))

    def stretch(self, words: range) -> tuple[int, int]:
        """Return the start and the end in ``text`` of some words, given by their indices."""
        last = words.stop - 1
        return self._starts[words.start], self._starts[last] + len(self.plain[last])

    def sentences(self) -> Iterator[range]:
        """Yield the indices of the words of each sentence."""
        starts = filter(self._ends_before, range(1, len(self.words)))
        return (range(start, end) for start, end in pairwise([0, *starts, len(self.words)]))

    def clauses(self, sentence: range) -> Iterator[range]:
        """Yield the indices of the words of each clause: a sentence is cut at commas, colons and dashes."""
        start = sentence.start
        for place in sentence:
            is_clause = min(place - start, sentence.stop - place) >= LEAST_WORDS and _BREAK.search(
                self.plain[place - 1]
            )
            if is_clause and place not in self._within_dates:
                yield range(start, place)
                start = place
        yield range(start, sentence.stop)

    def _ends_before(self, place: int) -> bool:
        """Whether a sentence ends before a word: after a full stop that does not belong to an abbreviation."""
        before, word = self.plain[place - 1], self.plain[place]
        opening = _OPENING.match(word)
        if not _STOP.search(before) or not opening or ABBREVIATION.fullmatch(before):
            return False
        if opening["letter"].islower() or (_SHORT_NUMBER.fullmatch(before) and _has_ordinals(self.language)):
            return False
        return not (place > 1 and _SHORTENED_PLACE.match(before) and self.plain[place - 2].endswith(","))


@cache
def _has_ordinals(language: str) -> bool:
    """Whether a language writes a day with a full stop: "20. September"."""
    return "d." in locale(language).date_formats["long"].pattern


def passages(text: SourceText, content: str, language: str = "en") -> Iterator[TextPassage]:
    """Yield every content passage of a text that has words, in the order of its locators."""
    for locator, line in content_lines(text, content).items():
        if words := tuple(line.split()):
            yield TextPassage(locator, words, language)
