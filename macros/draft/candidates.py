"""Finds passages of a source that look like facts, each with a verified quote, and the facts that cite it already."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from macros.checks import all_citations
from macros.checks.quotes import spans
from macros.checks.texts import normalise
from macros.draft.english import ACTOR, LANGUAGE, NAME, STATUTE, TERM, Cue
from macros.draft.passages import TextPassage, passages
from macros.draft.quoting import LEAST, quote
from macros.model import Actor, Citation, Dataset, Quote
from macros.problems import FieldPath
from macros.render.mentions import Names

_ORDER, _SAYING = "order", "saying"
"""Cues that come before what is ordered or said."""
_NUMBER, _HOLDS_NUMBERS = "number", ("date", "actor", "statute")
"""A number cue that overlaps one of these cues does not count."""

Stretch = tuple[int, int]
"""Where something starts and ends in a normalised passage."""


class Reason(NamedTuple):
    """Why a passage is offered: the name of a cue, and the words found, or the ids of the records that they name."""

    cue: str
    words: tuple[str, ...]


@dataclass(frozen=True)
class Candidate:
    """A passage on offer: what to quote, the kind of record that it suggests, and why, the best reason first.

    ``number`` counts the offers of a place; ``seen`` are the ids of the facts that cite words of the clause.
    """

    source: str
    locator: str
    number: int
    quote: Quote
    kind: str
    reasons: tuple[Reason, ...]
    seen: tuple[str, ...]
    sentence: Stretch
    clause: Stretch


class _Found(NamedTuple):
    """A cue in a passage: where it starts and ends, and the words for its ``Reason``."""

    cue: Cue
    start: int
    end: int
    words: str


class Draft:
    """Finds candidates in any number of sources.

    Citations come from ``dataset``; names of actors, statutes and terms come from ``names``, if it is given.
    """

    def __init__(self, dataset: Dataset, names: Dataset | None = None) -> None:
        self._dataset = dataset
        self._names = Names(names or dataset)
        self._cues = dict.fromkeys(dataset.statutes, STATUTE)
        self._actors = _by_name((names or dataset).actors)
        longest_first = sorted(self._actors, key=len, reverse=True)
        self._actor = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first)) or '(?!)'})(?!\w)")

    def candidates(self, source_id: str, text: str) -> Iterator[Candidate]:
        """Yield every passage of a source's text that looks like a fact, in reading order."""
        cited = citations(self._dataset, source_id)
        own = self._dataset.sources[source_id].text
        for passage in passages(own, text) if own else ():
            number = 0
            for sentence, clause in ((s, c) for s in passage.sentences() for c in passage.clauses(s)):
                found = self._found(passage, clause)
                words = _quote(passage, clause, found)
                if words:
                    number += 1
                    place = passage.stretch(clause)
                    seen = {fact for fact, one in cited if stands_in(one, passage, place)}
                    yield Candidate(
                        source=source_id,
                        locator=passage.locator,
                        number=number,
                        quote=words,
                        kind=found[0].cue.kind,
                        reasons=_reasons(found),
                        seen=tuple(sorted(seen)),
                        sentence=passage.stretch(sentence),
                        clause=place,
                    )

    def _found(self, passage: TextPassage, clause: range) -> list[_Found]:
        """Return every cue in a clause, the best first."""
        start, end = passage.stretch(clause)
        text = passage.text[:end]
        matches = ((cue, match) for cue in LANGUAGE for match in cue.pattern.finditer(text, start))
        found = [*(_Found(cue, *match.span(), match[0]) for cue, match in matches), *self._named(text, start)]
        around = [one for one in found if one.cue.name in _HOLDS_NUMBERS]
        return [one for one in found if one.cue.name != _NUMBER or not any(_overlap(other, one) for other in around)]

    def _named(self, text: str, start: int) -> list[_Found]:
        """Return the names in a text from ``start`` on: statutes, terms and actors of the data, then others."""
        known, at = [], start
        for words, record in self._names.segments(text[start:]):
            if record:
                known.append(_Found(self._cues.get(record, TERM), at, at + len(words), record))
            at += len(words)
        actors = self._actor.finditer(text, start)
        known += [_Found(ACTOR, *match.span(), self._actors[match[0]]) for match in actors]
        others = (_Found(NAME, *match.span(), match[0]) for match in NAME.pattern.finditer(text, start))
        return known + [one for one in others if not any(_overlap(other, one) for other in known)]


def _by_name(actors: Mapping[str, Actor]) -> dict[str, str]:
    """Return the id of each actor by each of its names, normalised."""
    return {normalise(name): record for record, actor in actors.items() for name in (actor.name, *actor.aliases)}


def _overlap(one: _Found, other: _Found) -> bool:
    """Whether two cues share letters."""
    return one.start < other.end and other.start < one.end


def _quote(passage: TextPassage, clause: range, found: list[_Found]) -> Quote | None:
    """Return the quote of a clause; None unless one of its cues is enough, or it has two different ones."""
    if not any(one.cue.is_enough for one in found) and len({one.cue.name for one in found}) <= 1:
        return None
    return quote(passage, clause, _anchor(passage, clause, found[0]))


def _anchor(passage: TextPassage, clause: range, best: _Found) -> range:
    """Return the words from which to quote: those of a cue; for speech and orders, those after it or else before."""
    words = passage.span(best.start, best.end)
    if best.cue.name in (_ORDER, _SAYING) and clause.stop - words.stop >= LEAST:
        return range(words.stop, words.stop)
    return range(clause.start, clause.start) if best.cue.name == _SAYING else words


def _reasons(found: list[_Found]) -> tuple[Reason, ...]:
    by_cue: dict[str, dict[str, None]] = {}
    for one in found:
        by_cue.setdefault(one.cue.name, {})[one.words] = None
    return tuple(Reason(name, tuple(words)) for name, words in by_cue.items())


def citations(dataset: Dataset, source_id: str) -> list[tuple[str, Citation]]:
    """Return every citation of a source that has a quote, with the id of the fact that cites."""
    return [
        (_fact(dataset, record, path), citation)
        for record, path, citation in all_citations(dataset)
        if citation.source == source_id and citation.quote
    ]


def _fact(dataset: Dataset, record: str, path: FieldPath) -> str:
    """Return the id of the number that a citation belongs to, else that of its record."""
    return dataset.series[record].observations[int(path[1])].id if path[0] == "observations" else record


def stands_in(citation: Citation, passage: TextPassage, place: Stretch) -> bool:
    """Whether the words of a quote overlap a stretch of a passage."""
    if citation.locator != passage.locator or citation.quote is None:
        return False
    return any(start < place[1] and place[0] < end for start, end in spans(citation.quote, passage.text))
