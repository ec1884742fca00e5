"""The quotes of a fact, whether each was verified, and what it was before."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from macros import phrase
from macros.language import gettext, message
from macros.language import quoted as quoted_words
from macros.model import Citation
from macros.notation import figures
from macros.review import emphasis
from macros.review.compare import Difference, Pair
from macros.review.emphasis import Emphasised
from macros.review.state import TOPIC, State
from macros.views import words


@dataclass(frozen=True)
class Quoted:
    """A citation in words.

    ``remarks`` are its role, its verb, its access and whether it was verified. ``what`` is "new", "changed", "no longer
    cited", or "" if nothing differs; ``was`` are the parts that differ, as they were before. ``part`` is the part of
    the fact for which it stands, "" for the whole.
    """

    source: str
    locator: str
    words: Emphasised
    remarks: str
    what: str = ""
    was: tuple[Emphasised, ...] = ()
    part: str = ""
    supports: bool = True

    @property
    def place(self) -> str:
        """The source and the place in it."""
        return f"{self.source}, {self.locator}"


def quoted(fact: str, pairs: tuple[Pair, ...], difference: Difference) -> tuple[Quoted, ...]:
    """Return the citations of a fact, as it is or was last; ``pairs`` are those that differ."""
    state = difference.state(fact)
    return () if fact == TOPIC else in_words(state.queries.citations(fact), pairs, state, difference, fact)


def in_words(
    citations: Iterable[Citation], pairs: tuple[Pair, ...], state: State, difference: Difference, fact: str = ""
) -> tuple[Quoted, ...]:
    """Return citations in words; ``fact`` is the one that has them, "" for those of a part of it."""
    before = {now: was for was, now in pairs if now}
    quotes = []
    for citation in citations:
        quote = _quoted(citation, state, difference, fact)
        if citation in before:
            old = before[citation]
            quote = _changed(quote, old, citation) if old else replace(quote, what="new")
        quotes.append(quote)
    return tuple(quotes)


def dropped(pairs: tuple[Pair, ...], difference: Difference) -> tuple[Quoted, ...]:
    """Return the citations that a fact no longer has."""
    return tuple(_quoted(was, difference.base, difference) for was, now in pairs if was and not now)


def _quoted(citation: Citation, state: State, difference: Difference, fact: str = "") -> Quoted:
    """Return a citation of a fact in one of the two states."""
    source, locator = words.name(citation.source, state.queries), words.locator(citation.locator)
    text = _quoted_words(citation, fact, state)
    remarks = [
        "" if citation.role == "supports" else message(citation.role),
        gettext("its verb: %(verb)s", verb=citation.verb) if citation.verb else "",
        gettext("known as %(access)s", access=message(citation.access)) if citation.access else "",
        message(phrase.VERIFIED[difference.verification(citation, state)]),
    ]
    is_number = fact in state.dataset.observations
    if is_number and figures.stated(emphasis.words(text)) and not any(is_emphasised for _, is_emphasised in text):
        remarks.append(gettext("another number"))
        if was := difference.base.dataset.observations.get(fact):
            text = emphasis.figures_in(emphasis.words(text), was.observation.ends)
    return Quoted(source, locator, text, "; ".join(filter(None, remarks)), supports=citation.role == "supports")


def _quoted_words(citation: Citation, fact: str, state: State) -> Emphasised:
    """Return the quoted words: for a number with emphasis on it, for other facts on the words inside the context."""
    quote = citation.quote
    if not quote:
        return ()
    if fact in state.dataset.observations:
        return emphasis.figures_in(_whole_quote(citation), state.dataset.observations[fact].observation.ends)
    prefix = f"“{quote.prefix}" if quote.prefix else ""
    suffix = f"{quote.suffix}”" if quote.suffix else ""
    exact = f"{'' if prefix else '“'}{quote.exact}{'' if suffix else '”'}"
    return (
        *emphasis.run(prefix),
        *emphasis.run(exact, is_emphasised=bool(prefix or suffix)),
        *emphasis.run(suffix),
        *emphasis.run(_translation(citation)),
    )


def _changed(quote: Quoted, old: Citation, now: Citation) -> Quoted:
    """Return a citation with those parts that differ as they were before: place, role, verb, access, words."""
    was = []
    if old.locator != now.locator:
        was.append(emphasis.run(words.locator(old.locator)))
    if old.role != now.role:
        was.append(emphasis.run(message(old.role)))
    if old.verb != now.verb:
        was.append(emphasis.run(gettext("its verb: %(verb)s", verb=old.verb or gettext("not given"))))
    if old.access != now.access:
        access = message(old.access) if old.access else gettext("its source")
        was.append(emphasis.run(gettext("known as %(access)s", access=access)))
    new_words = quote.words
    if old.quote != now.quote:
        old_words, new_words = emphasis.changes(_whole_quote(old), _whole_quote(now))
        was.append(old_words or emphasis.run(gettext("without quoted words")))
    return replace(quote, what="changed", words=new_words, was=tuple(was))


def _whole_quote(citation: Citation) -> str:
    """Return the quoted words with their prefix and suffix, and our translation; "" if nothing is quoted."""
    quote = citation.quote
    if not quote:
        return ""
    return f"“{' '.join(filter(None, (quote.prefix, quote.exact, quote.suffix)))}” {_translation(citation)}".strip()


def _translation(citation: Citation) -> str:
    """Return our translation of the quoted words; "" if there is none."""
    translation = citation.quote.translation if citation.quote else None
    return gettext("our translation: %(words)s", words=quoted_words(translation)) if translation else ""


def verified(difference: Difference) -> tuple[tuple[int, str], ...]:
    """Return how many quotes in both states gained a record of verification, and how many lost it, each with words."""
    was, now = (
        {
            (citation.source, citation.locator, citation.quote.exact): _is_recorded(citation, state, difference)
            for record in state.facts.values()
            for citation in getattr(record, "citations", ())
            if citation.quote
        }
        for state in (difference.base, difference.head)
    )
    both = was.keys() & now.keys()
    gained, lost = (sum(new[key] and not old[key] for key in both) for new, old in ((now, was), (was, now)))
    counts = (gained, message(phrase.VERIFIED["recorded here"])), (lost, "no longer verified")
    return tuple((count, words) for count, words in counts if count)


def _is_recorded(citation: Citation, state: State, difference: Difference) -> bool:
    return difference.verification(citation, state) in ("verified", "recorded here")
