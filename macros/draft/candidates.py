"""Finds what an article tells, clause by clause, with a verified quote and the facts that cite it already."""

from collections.abc import Iterator
from dataclasses import dataclass

from macros.checks.quotes import spans
from macros.draft import cues
from macros.draft.passages import TextPassage, passages
from macros.draft.quoting import quote
from macros.model import Citation, Dataset, Quote
from macros.notation import designations
from macros.notation.dates import overlaps
from macros.notation.patterns import in_ascii


@dataclass(frozen=True)
class Candidate:
    """A clause that a fact could cite: its quote, the kind of record that it suggests, and the words that suggest it.

    The words are "" for a statement. ``number`` counts the candidates of a place; ``seen`` are the ids of facts that
    cite the clause already.
    """

    source: str
    locator: str
    number: int
    quote: Quote
    kind: str
    words: str
    seen: tuple[str, ...]
    language: str = "en"


def candidates(dataset: Dataset, source_id: str, text: str) -> Iterator[Candidate]:
    """Yield every clause of a source's text that can be quoted, in reading order."""
    cited = _citations(dataset, source_id)
    own, language = dataset.sources[source_id].text, str(dataset.sources[source_id].language)
    for passage in passages(own, text, language) if own else ():
        number = 0
        for sentence, clause in ((one, clause) for one in passage.sentences() for clause in passage.clauses(one)):
            start, end = passage.stretch(clause)
            kind, first, last = _kind(passage.text[:end], start, language)
            if quoted := quote(passage, clause, passage.span(first, last), sentence):
                number += 1
                seen = sorted({fact for fact, one in cited if _stands_in(one, passage, start, end)})
                words = passage.text[first:last]
                yield Candidate(source_id, passage.locator, number, quoted, kind, words, tuple(seen), language)


def _kind(text: str, start: int, language: str) -> tuple[str, int, int]:
    """Return the kind of record that a text suggests from ``start`` on, and the start and end of the words that do."""
    text = in_ascii(text)
    dates = [match.span() for pattern in cues.dates(language) for match in pattern.finditer(text, start)]
    measured = designations.blank(text)  # a time of day and the number of an article are no quantities
    for kind, pattern in cues.kinds(language):
        for match in pattern.finditer(measured if kind == "series" else text, start):
            if kind != "series" or not overlaps(match.span(), dates):
                return kind, *match.span()
    return "statement", start, start


def _citations(dataset: Dataset, source_id: str) -> list[tuple[str, Citation]]:
    """Return every citation of a source that has a quote, with the id of the fact that cites."""
    return [
        (dataset.series[record].observations[int(path[1])].id if path[0] == "observations" else record, citation)
        for record, path, citation in dataset.citations
        if citation.source == source_id and citation.quote
    ]


def _stands_in(citation: Citation, passage: TextPassage, start: int, end: int) -> bool:
    """Whether words of a quote stand in a stretch of a passage, from start to end."""
    if citation.locator != passage.locator or citation.quote is None:
        return False
    return any(first < end and start < last for first, last in spans(citation.quote, passage.text))
