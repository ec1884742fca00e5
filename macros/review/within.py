"""The quotes behind the parts of a fact that differ: tiers and elements of a law, and answers to a question."""

from collections.abc import Iterator
from dataclasses import replace

from macros.model import Citation, Question, Quote
from macros.review import compare, evidence
from macros.review.compare import Changed, Difference
from macros.review.evidence import Quoted
from macros.review.parts import ITEM, Key, identified
from macros.review.state import State
from macros.review.wording import label

_QUOTING = ("provisions", "elements")
"""The fields of a record whose items have citations of their own."""
Both = dict[Key, tuple[tuple[Citation, ...], tuple[Citation, ...]]]
"""Citations before and after, by the key of what has them."""


def apart(change: Changed, difference: Difference) -> tuple[Changed, tuple[Quoted, ...]]:
    """Return a change without the citations of its parts, and those of its parts and of answers judged anew."""
    items = _both(change, difference)
    edits = tuple(one for one in change.edits if one.key[:ITEM] not in items or "citations" not in one.key[ITEM:])
    return replace(change, edits=edits), (*_of_items(items, difference), *_of_answers(change, difference))


def _both(change: Changed, difference: Difference) -> Both:
    """Return the citations before and after of the tiers and elements that differ, and that are in both states."""
    was = _items(difference.old_names[change.id], difference.base)
    now = _items(change.id, difference.head)
    keys = dict.fromkeys(edit.key[:ITEM] for edit in change.edits)
    return {key: (was[key], now[key]) for key in keys if key in was and key in now}


def _items(fact: str, state: State) -> dict[Key, tuple[Citation, ...]]:
    """Return the citations of each tier and element of a fact, by its key."""
    record = state.facts[fact]
    return {
        (field, name): getattr(item, "citations", ())
        for field in _QUOTING
        for name, item in identified(getattr(record, field, ()))
    }


def _of_items(items: Both, difference: Difference) -> Iterator[Quoted]:
    """Yield the citations of each tier and element that differs; where some of them differ, the others have no part."""
    for key, (was, now) in items.items():
        pairs = tuple(compare.pairs({citation: citation for citation in was}, now))
        part = f"for {label(key[1:], difference.head)}"
        for quote in evidence.in_words(now, pairs, difference.head, difference):
            yield replace(quote, part=part if quote.what or not pairs else "")
        for quote in evidence.dropped(pairs, difference):
            yield replace(quote, part=part)


def _of_answers(change: Changed, difference: Difference) -> Iterator[Quoted]:
    """Yield what supports each answer with another verdict, from its own source, and then the document's words."""
    question, state = difference.head.facts[change.id], difference.head
    judged = {edit.key[1] for edit in change.edits if edit.key[0] == "answers" and edit.key[-1] == "verdict"}
    if not isinstance(question, Question) or not judged:
        return
    for answer in (answer for answer in question.answers if answer.source in judged):
        cited = (one for fact in answer.facts for one in state.queries.citations(fact))
        once: dict[tuple[str, Quote | None], Citation] = {}
        for citation in (one for one in cited if (one.source, one.role) == (answer.source, "supports")):
            once.setdefault((citation.locator, citation.quote), citation)
        quotes = evidence.in_words(once.values(), (), state, difference)
        yield from (replace(quote, part="for this answer") for quote in quotes)
    document = filter(None, (primary.cited for primary in question.primary))
    yield from (replace(one, supports=False) for one in evidence.in_words(document, (), state, difference))
