"""The quotes of a fact, whether each was verified, and what it was before."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from macros import phrase
from macros.language import gettext, message
from macros.language import quoted as quoted_words
from macros.model import Citation
from macros.notation import figures
from macros.review import emphasis
from macros.review.compare import Difference, Pair
from macros.review.emphasis import KEY, Marked, joined, run
from macros.review.state import State
from macros.views import words

_RECORDED = ("verified", "recorded here")
_FIRST = 2
"""How many quotes of which nothing differs are read first."""


@dataclass(frozen=True)
class Quoted:
    """A citation in words.

    ``notes`` are its role, its verb and its access, ``verification`` is whether it was verified. ``what`` is "new",
    "changed", "no longer cited", or "" if nothing differs. ``part`` is the part of the fact for which it stands, "" for
    the whole.
    """

    source: str
    locator: Marked
    words: Marked
    notes: Marked
    verification: str
    what: str = ""
    part: str = ""
    supports: bool = True

    @property
    def is_verified(self) -> bool:
        """Whether its words were found in the text of its source before the change."""
        return self.verification == message(phrase.VERIFIED["verified"])


def in_words(
    citations: Iterable[Citation], pairs: tuple[Pair, ...], state: State, difference: Difference, fact: str = ""
) -> tuple[Quoted, ...]:
    """Return citations in words; ``fact`` is the one that has them, "" for those of a part of it."""
    before = {now: was for was, now in pairs if now}
    quotes = []
    for citation in citations:
        quote, old = _quoted(citation, state, difference, fact), before.get(citation)
        if old:
            quote = _changed(_quoted(old, difference.base, difference, fact), quote)
        elif citation in before:
            quote = replace(quote, what="new")
        quotes.append(quote)
    return tuple(quotes)


def dropped(pairs: tuple[Pair, ...], difference: Difference) -> tuple[Quoted, ...]:
    """Return the citations that a fact no longer has."""
    gone = (was for was, now in pairs if was and not now)
    return tuple(replace(_quoted(was, difference.base, difference), what="no longer cited") for was in gone)


def first(quotes: Sequence[Quoted]) -> list[Quoted]:
    """Return what is read first: citations that differ or are for a part that does; else two quotes, in support if any.

    A citation without quoted words, of which nothing differs, is not among them.
    """
    if differing := [quote for quote in quotes if quote.what or quote.part]:
        return differing
    texts = dict.fromkeys(quote.words for quote in quotes if quote.words)
    different = [next(quote for quote in quotes if quote.words == text) for text in texts]
    return ([quote for quote in different if quote.supports] or different)[:_FIRST]


def by_source(quotes: Iterable[Quoted]) -> list[list[Quoted]]:
    """Return quotes that follow each other and are of one source, as lists; those of one place are joined in one."""
    one_place = groupby(quotes, key=lambda quote: replace(quote, words=()))
    places = [replace(place, words=_in_a_row(quote.words for quote in group)) for place, group in one_place]
    return [[*group] for _, group in groupby(places, key=lambda quote: (quote.source, quote.what, quote.part))]


def _in_a_row(quotes: Iterable[Marked]) -> Marked:
    """Return different quotes with semicolons between them."""
    first_one, *others = dict.fromkeys(quotes)
    return joined((*first_one, *(piece for other in others for piece in (("; ", ""), *other))))


def _quoted(citation: Citation, state: State, difference: Difference, fact: str = "") -> Quoted:
    """Return a citation of a fact in one of the two states."""
    text = _quoted_words(citation, fact, state)
    notes = [
        "" if citation.role == "supports" else message(citation.role),
        gettext("its verb: %(verb)s", verb=citation.verb) if citation.verb else "",
        gettext("known as %(access)s", access=message(citation.access)) if citation.access else "",
    ]
    is_number = fact in state.dataset.observations
    if is_number and figures.stated(emphasis.words(text)) and not any(mark for _, mark in text):
        notes.append(gettext("another number"))
        if was := difference.base.dataset.observations.get(fact):
            text = emphasis.figures_in(emphasis.words(text), was.observation.ends)
    return Quoted(
        source=words.name(citation.source, state.queries),
        locator=run(words.locator(citation.locator)),
        words=text,
        notes=run("; ".join(filter(None, notes))),
        verification=message(phrase.VERIFIED[difference.verification(citation, state)]),
        supports=citation.role == "supports",
    )


def _quoted_words(citation: Citation, fact: str, state: State) -> Marked:
    """Return the quoted words: KEY are those that state a number, or those of another fact inside their context."""
    quote = citation.quote
    if not quote:
        return ()
    if fact in state.dataset.observations:
        return emphasis.figures_in(_whole_quote(citation), state.dataset.observations[fact].observation.ends)
    text, start = _whole_quote(citation), len(f"“{quote.prefix} ") if quote.prefix else 1
    mark = KEY if quote.prefix or quote.suffix else ""
    return joined(((text[:start], ""), (quote.exact, mark), (text[start + len(quote.exact) :], "")))


def _changed(old: Quoted, new: Quoted) -> Quoted:
    """Return a citation with its place, its words and its notes as they were and as they are.

    Its support, which goes without saying elsewhere, is said if it came or went.
    """
    if old.supports != new.supports:
        old, new = map(_saying_support, (old, new))
    was, now = ([emphasis.words(part) for part in (one.locator, one.words, one.notes)] for one in (old, new))
    locator, text, notes = (emphasis.changes(*sides) for sides in zip(was, now, strict=True))
    return replace(new, what="changed", locator=locator, words=text if was[1] != now[1] else new.words, notes=notes)


def _saying_support(quote: Quoted) -> Quoted:
    """Return a citation whose notes begin with its support, if it supports the fact."""
    notes = filter(None, (message("supports"), emphasis.words(quote.notes)))
    return replace(quote, notes=run("; ".join(notes))) if quote.supports else quote


def _whole_quote(citation: Citation) -> str:
    """Return the quoted words with their prefix and suffix, and our translation; "" if nothing is quoted."""
    quote = citation.quote
    if not quote:
        return ""
    ours = gettext("our translation: %(words)s", words=quoted_words(quote.translation)) if quote.translation else ""
    return f"“{' '.join(filter(None, (quote.prefix, quote.exact, quote.suffix)))}” {ours}".strip()


def verified(difference: Difference) -> tuple[tuple[int, str], ...]:
    """Return how many quotes in both states gained a record of verification, and how many lost it, each with words."""
    was, now = (
        {
            (citation.source, citation.locator, citation.quote.exact): difference.verification(citation, state)
            for _, _, citation in state.dataset.citations
            if citation.quote
        }
        for state in (difference.base, difference.head)
    )
    both = [tuple(side[key] in _RECORDED for side in (was, now)) for key in was.keys() & now.keys()]
    gained, lost = both.count((False, True)), both.count((True, False))
    counts = (gained, message(phrase.VERIFIED["recorded here"])), (lost, "no longer verified")
    return tuple((count, words) for count, words in counts if count)
