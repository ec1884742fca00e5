"""The quotes of a fact, whether each was verified, and what it was before."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from macros.model import Citation, Quote
from macros.review.compare import Difference, Pair
from macros.review.state import TOPIC, State
from macros.views import words


@dataclass(frozen=True)
class Quoted:
    """A citation in words; ``was`` is "" if nothing differs."""

    source: str
    place: str
    quote: Quote | None
    mark: str
    was: str


def quoted(fact: str, state: State, pairs: tuple[Pair, ...], base: State) -> tuple[Quoted, ...]:
    """Return the citations of a fact in ``state``; ``pairs`` are those that differ from ``base``."""
    if fact == TOPIC:
        return ()
    before = {pair.now: pair.was for pair in pairs if pair.now}
    return tuple(_quoted(citation, state, before, base) for citation in state.queries.citations(fact))


def dropped(pairs: tuple[Pair, ...], state: State) -> tuple[Quoted, ...]:
    """Return the citations that a fact no longer has; ``state`` is the one before."""
    return tuple(_quoted(pair.was, state, {}, state) for pair in pairs if pair.was and not pair.now)


def _quoted(citation: Citation, state: State, before: Mapping[Citation, Citation | None], base: State) -> Quoted:
    source, place = words.name(citation.source, state.queries), words.locator(citation.locator)
    role = "" if citation.role == "supports" else f"{citation.role}; "
    verb = f"its verb: {citation.verb}; " if citation.verb else ""
    access = f"known as {citation.access}; " if citation.access else ""
    told = role + verb + access + _mark(citation, state, base)
    return Quoted(source, place, citation.quote, told, _was(citation, before))


def _mark(citation: Citation, state: State, base: State) -> str:
    """Return in words whether a quote was verified; records that came with the change do not count."""
    text = state.dataset.sources[citation.source].text_at(citation.locator)
    if text is None:
        return "no text to verify against"
    proof = citation.proof(text.place(citation.locator))
    if proof not in state.proofs:
        return "not verified yet"
    return "✓ verified" if proof in base.proofs else "recorded in this change, not verified here"


def _was(citation: Citation, before: Mapping[Citation, Citation | None]) -> str:
    """Return how a citation was before, as far as it differs; "new" if it did not exist."""
    if citation not in before:
        return ""
    old = before[citation]
    if old is None:
        return "new"
    told = [f"was {words.locator(old.locator)}"] if old.locator != citation.locator else []
    told += [f"was: {old.role}"] if old.role != citation.role else []
    told += [f"its verb was: {old.verb or 'not given'}"] if old.verb != citation.verb else []
    told += [f"was known as {old.access or 'its source'}"] if old.access != citation.access else []
    if old.quote != citation.quote:
        told.append(f"was “{_all(old)}”" if old.quote else "no words were quoted")
    return "; ".join(told)


def _all(citation: Citation) -> str:
    """Return the quoted words with their prefix and suffix."""
    quote = citation.quote
    return " ".join(filter(None, (quote.prefix, quote.exact, quote.suffix))) if quote else ""


def verified(difference: Difference) -> tuple[int, int]:
    """Return how many quotes in both states gained their verification, and how many lost it."""
    was, now = (dict(_proofs(state)) for state in (difference.base, difference.head))
    both = was.keys() & now.keys()
    return sum(now[key] and not was[key] for key in both), sum(was[key] and not now[key] for key in both)


def _proofs(state: State) -> Iterator[tuple[tuple[str, str, str], bool]]:
    for record in state.facts.values():
        for citation in getattr(record, "citations", ()):
            if citation.quote:
                key = (citation.source, citation.locator, citation.quote.exact)
                yield key, state.dataset.is_verified(citation)
