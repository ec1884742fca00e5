"""The quotes of a fact, whether each was verified, and what it was before."""

from dataclasses import dataclass, replace

from macros.model import Citation
from macros.notation import figures
from macros.review import emphasis
from macros.review.compare import Difference, Pair
from macros.review.emphasis import Emphasised
from macros.review.state import TOPIC, State
from macros.views import words


@dataclass(frozen=True)
class Quoted:
    """A citation in words; ``what`` is "new", "changed", or "" if nothing differs, ``was`` says what it was before."""

    place: str
    words: Emphasised
    mark: str
    what: str = ""
    was: tuple[Emphasised, ...] = ()


def quoted(fact: str, state: State, pairs: tuple[Pair, ...], base: State) -> tuple[Quoted, ...]:
    """Return the citations of a fact in ``state``; ``pairs`` are those that differ from ``base``."""
    if fact == TOPIC:
        return ()
    before = {now: was for was, now in pairs if now}
    found = []
    for citation in state.queries.citations(fact):
        one = _quoted(citation, state, base, fact)
        if citation not in before:
            found.append(one)
        elif old := before[citation]:
            found.append(_changed(one, old, citation))
        else:
            found.append(replace(one, what="new"))
    return tuple(found)


def dropped(pairs: tuple[Pair, ...], state: State) -> tuple[Quoted, ...]:
    """Return the citations that a fact no longer has; ``state`` is the one before."""
    return tuple(_quoted(was, state, state) for was, now in pairs if was and not now)


def _quoted(citation: Citation, state: State, base: State, fact: str = "") -> Quoted:
    source, place = words.name(citation.source, state.queries), words.locator(citation.locator)
    role = "" if citation.role == "supports" else f"{citation.role}; "
    verb = f"its verb: {citation.verb}; " if citation.verb else ""
    access = f"known as {citation.access}; " if citation.access else ""
    told, number = _words(citation, fact, state), fact in state.dataset.observations
    says = number and figures.stated(emphasis.words(told)) and not any(is_emphasised for _, is_emphasised in told)
    other = "; another number" if says else ""
    if says and (was := base.dataset.observations.get(fact)):
        told = emphasis.figures_in(emphasis.words(told), was.observation.ends)
    return Quoted(f"{source}, {place}", told, role + verb + access + _mark(citation, state, base) + other)


def _words(citation: Citation, fact: str, state: State) -> Emphasised:
    """Return the quoted words, those marked that state a number; of others those between prefix and suffix."""
    quote = citation.quote
    if not quote:
        return ()
    if fact in state.dataset.observations:
        return emphasis.figures_in(_all(citation), state.dataset.observations[fact].observation.ends)
    before, after = (f"“{quote.prefix}" if quote.prefix else ""), (f"{quote.suffix}”" if quote.suffix else "")
    exact = f"{'' if before else '“'}{quote.exact}{'' if after else '”'}"
    shown = (*emphasis.run(before), *emphasis.run(exact, is_emphasised=bool(before or after)), *emphasis.run(after))
    return (*shown, *emphasis.run(_ours(citation)))


def _mark(citation: Citation, state: State, base: State) -> str:
    """Return in words whether a quote was verified; records that came with the change do not count."""
    text = state.dataset.sources[citation.source].text_at(citation.locator)
    if text is None:
        return "no text to verify against"
    proof = citation.proof(text.place(citation.locator))
    recorded = "✓ verified" if proof in base.proofs else "recorded in this change, not verified here"
    return recorded if proof in state.proofs else "not verified yet"


def _changed(one: Quoted, old: Citation, now: Citation) -> Quoted:
    """Return a citation with what it was before, as far as it differs: place, role, verb, words."""
    told = [emphasis.run(words.locator(old.locator))] if old.locator != now.locator else []
    told += [emphasis.run(old.role)] if old.role != now.role else []
    told += [emphasis.run(f"its verb: {old.verb or 'not given'}")] if old.verb != now.verb else []
    told += [emphasis.run(f"known as {old.access or 'its source'}")] if old.access != now.access else []
    if old.quote == now.quote:
        return replace(one, what="changed", was=tuple(told))
    was, shown = emphasis.changes(_all(old), _all(now))
    return replace(one, what="changed", words=shown, was=(*told, was or emphasis.run("without quoted words")))


def _all(citation: Citation) -> str:
    """Return the quoted words with their prefix and suffix, and our translation; "" if there are none."""
    quote = citation.quote
    if not quote:
        return ""
    return f"“{' '.join(filter(None, (quote.prefix, quote.exact, quote.suffix)))}” {_ours(citation)}".strip()


def _ours(citation: Citation) -> str:
    """Return our translation of the quoted words; "" if there is none."""
    ours = citation.quote.translation if citation.quote else None
    return f"our translation: “{ours}”" if ours else ""


def verified(difference: Difference) -> tuple[int, int]:
    """Return how many quotes in both states gained their verification, and how many lost it."""
    was, now = (
        {
            (citation.source, citation.locator, citation.quote.exact): state.dataset.is_verified(citation)
            for record in state.facts.values()
            for citation in getattr(record, "citations", ())
            if citation.quote
        }
        for state in (difference.base, difference.head)
    )
    both = was.keys() & now.keys()
    return sum(now[key] and not was[key] for key in both), sum(was[key] and not now[key] for key in both)
