"""What a change leaves to translate."""

from collections.abc import Iterator
from dataclasses import dataclass

from macros.model.translation import QUOTES, are_translated
from macros.review.compare import Difference


@dataclass(frozen=True)
class Left:
    """The texts and pages of a language that have another translation than their words, and those that have none."""

    language: str
    stale: tuple[str, ...]
    missing: tuple[str, ...]


def left(difference: Difference) -> Iterator[Left]:
    """Yield what a change leaves to translate into each language that the topic had before; new quotes need nothing."""
    base, head = difference.base, difference.head
    for tag in head.dataset.topic.translations:
        was, now = (are_translated(state.dataset, state.docs, tag) for state in (base, head))
        open_ones = [(folder, name) for (folder, name), is_done in now.items() if not is_done]
        stale = tuple(name for folder, name in open_ones if was.get((folder, name)))
        missing = tuple(name for folder, name in open_ones if (folder, name) not in was and folder != QUOTES)
        if tag in base.dataset.topic.translations and (stale or missing):
            yield Left(tag, stale, missing)
