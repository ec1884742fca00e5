"""Measures how many of the passages that the data cites a draft finds, and how much it offers in all."""

from collections.abc import Iterable, Mapping
from dataclasses import astuple, dataclass, replace
from typing import TypeVar

from macros.checks.texts import normalise
from macros.draft.candidates import Candidate, Draft, citations, stands_in
from macros.draft.passages import TextPassage, passages
from macros.model import Citation, Dataset, Entity

E = TypeVar("E", bound=Entity)


@dataclass(frozen=True)
class Measure:
    """Counts for a text, or for several: what was found, and what was offered, since offering all would find all."""

    cited: int = 0
    """Different passages that facts cite."""
    in_sentences: int = 0
    """How many of them are in a sentence with an offer."""
    in_clauses: int = 0
    """How many of them are in an offered clause."""
    sentences: int = 0
    sentences_offered: int = 0
    clauses: int = 0
    offers: int = 0
    """Clauses offered."""
    kept: int = 0
    """Offers whose clause a fact cites."""
    fitting: int = 0
    """How many of these suggest the kind of that fact."""

    def __add__(self, other: "Measure") -> "Measure":
        """Return the sum of two."""
        return Measure(*(one + two for one, two in zip(astuple(self), astuple(other), strict=True)))


def measure(dataset: Dataset, draft: Draft, source_id: str, text: str) -> Measure:
    """Return the counts for a source's text: what a draft offers of it, and what the data cites."""
    offers = tuple(draft.candidates(source_id, text))
    cited = {_key(citation): citation for _, citation in citations(dataset, source_id)}
    kinds = dataset.kinds() | dict.fromkeys(dataset.observations, "series")
    kept = [one for one in offers if one.seen]
    fitting = sum(one.kind in {kinds[fact] for fact in one.seen} for one in kept)
    result = Measure(cited=len(cited), offers=len(offers), kept=len(kept), fitting=fitting)
    own = dataset.sources[source_id].text
    for passage in passages(own, text) if own else ():
        here = [one for one in offers if one.locator == passage.locator]
        result += _passage(passage, here, cited.values())
    return result


def before(dataset: Dataset, source_id: str) -> Dataset:
    """Return a dataset with only the actors, statutes and terms that other sources mention too."""

    def told(records: Mapping[str, E]) -> dict[str, E]:
        return {name: one for name, one in records.items() if any(c.source != source_id for c in one.citations)}

    actors, statutes, terms = told(dataset.actors), told(dataset.statutes), told(dataset.terms)
    return replace(dataset, actors=actors, statutes=statutes, terms=terms)


def _passage(passage: TextPassage, offers: list[Candidate], cited: Iterable[Citation]) -> Measure:
    sentences = list(passage.sentences())
    return Measure(
        in_sentences=sum(any(stands_in(one, passage, offer.sentence) for offer in offers) for one in cited),
        in_clauses=sum(any(stands_in(one, passage, offer.clause) for offer in offers) for one in cited),
        sentences=len(sentences),
        sentences_offered=len({offer.sentence for offer in offers}),
        clauses=sum(1 for sentence in sentences for _ in passage.clauses(sentence)),
    )


def _key(citation: Citation) -> tuple[str, ...]:
    """Return a key that is equal for citations of the same passage of a source."""
    quote = citation.quote
    words = (quote.prefix, quote.exact, quote.suffix) if quote else ()
    return citation.locator, *(normalise(part or "") for part in words)
