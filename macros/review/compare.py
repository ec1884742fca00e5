"""Finds the facts that differ between two states, and their parts that differ."""

import difflib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property
from typing import Any

from macros.model import Citation, Dataset, Observation, Prose, Record, Reference
from macros.model.dataset import Verdict
from macros.notation import figures
from macros.review.parts import Key, parts
from macros.review.state import State

_MOST_NEW = 50
"""With more new items in the lists of a fact, old and new ones are not matched by their words."""
Pair = tuple[Citation | None, Citation | None]
"""A citation before and after; None where it does not exist."""


@dataclass(frozen=True)
class Edit:
    """One part of a fact that differs; None where it does not exist."""

    key: Key
    was: Any
    now: Any


@dataclass(frozen=True)
class Changed:
    """A fact that is in both states and differs; ``reordered`` if parts of it stand in another order.

    ``citations`` are those that differ of all that it rests on.
    """

    id: str
    edits: tuple[Edit, ...]
    citations: tuple[Pair, ...]
    reordered: bool


@dataclass(frozen=True)
class Difference:
    """What differs between two states; facts are named by id."""

    base: State
    head: State

    @cached_property
    def renamed(self) -> Mapping[str, str]:
        """The new ids of renamed facts, by their old ones."""
        before, after, moved = self.base.facts, self.head.facts, self.head.dataset.moved
        return {old: moved[old] for old in before if old in moved and moved[old] in after and moved[old] not in before}

    @cached_property
    def old_names(self) -> Mapping[str, str]:
        """The older id of every fact that is in both states, by the newer one."""
        kept = {name: name for name in self.base.facts if name in self.head.facts}
        return {new: old for old, new in self.renamed.items()} | kept

    @cached_property
    def added(self) -> tuple[str, ...]:
        """The facts that only the newer state has."""
        return tuple(name for name in self.head.facts if name not in self.old_names)

    @cached_property
    def removed(self) -> tuple[str, ...]:
        """The facts that only the older state has."""
        return tuple(name for name in self.base.facts if name not in self.head.facts and name not in self.renamed)

    @cached_property
    def changed(self) -> Mapping[str, Changed]:
        """The facts of both states that differ, by their newer id."""
        return {change.id: change for change in _changes(self)}

    @cached_property
    def touched(self) -> frozenset[str]:
        """The id of every fact whose content differs; a renamed one has its new id."""
        return frozenset((*self.added, *self.removed, *self.changed))

    @cached_property
    def _judged(self) -> Dataset:
        return replace(self.head.dataset, trusted=self.base.dataset.verified)

    def verification(self, citation: Citation, state: State) -> Verdict:
        """Return whether a quote in a state is verified; a record that came with the change proves nothing."""
        return (self._judged if state is self.head else state.dataset).verification(citation)

    def state(self, fact: str) -> State:
        """Return the newest state that has a fact."""
        return self.head if fact in self.head.facts else self.base


def whole(name: str, state: State, *, is_new: bool) -> Changed:
    """Return a fact that is new or gone as one in which every part differs."""
    all_parts = _parts(state.facts[name], state.queries.owner(name))
    edits = (Edit(key, None, value) if is_new else Edit(key, value, None) for key, value in all_parts.items())
    return Changed(name, tuple(edits), (), reordered=False)


def _changes(difference: Difference) -> Iterator[Changed]:
    """Yield the facts of both states that differ."""
    base, head, renamed = difference.base, difference.head, difference.renamed
    for name in (name for name in head.facts if name in difference.old_names):
        old_name = difference.old_names[name]
        old_owner = base.queries.owner(old_name)
        old, new = _with_new_ids(base.facts[old_name], renamed), head.facts[name]
        now = _parts(new, head.queries.owner(name))
        was = _matched(_parts(old, renamed.get(old_owner, old_owner)), now)
        keys = dict.fromkeys((*now, *was))
        edits = tuple(Edit(key, was.get(key), now.get(key)) for key in keys if was.get(key) != now.get(key))
        reordered = _is_reordered(old, new)
        if edits or reordered or set(getattr(old, "citations", ())) != set(getattr(new, "citations", ())):
            yield Changed(name, edits, _cited(old_name, name, difference), reordered)


def _cited(old_name: str, name: str, difference: Difference) -> tuple[Pair, ...]:
    """Return the citations that differ; a number without its own has those of its series."""
    was, now = difference.base.citations(old_name), difference.head.citations(name)
    return tuple(pairs({_with_new_ids(citation, difference.renamed): citation for citation in was}, now))


def _with_new_ids(value: Any, renamed: Mapping[str, str]) -> Any:
    """Return a record, or a part of one, with the old ids in it replaced by new ones."""
    if isinstance(value, tuple):
        return tuple(_with_new_ids(item, renamed) for item in value)
    if isinstance(value, Record) and renamed:
        return value.model_copy(update={name: _with_new_ids(part, renamed) for name, part in value})
    return type(value)(renamed[value]) if isinstance(value, Reference) and value in renamed else value


def _is_reordered(old: Record, new: Record) -> bool:
    """Whether parts, citations or numbers that both records have are in another order, which shows on the site."""
    return any(map(_differ_in_order, _ordered(old), _ordered(new)))


def _ordered(record: Record) -> tuple[Sequence[Any], ...]:
    numbers = [number.id for number in getattr(record, "observations", ())]
    return [*parts(record)], getattr(record, "citations", ()), numbers


def _differ_in_order(was: Sequence[Any], now: Sequence[Any]) -> bool:
    """Whether the items that two lists have in common are in another order."""
    old, new = set(was), set(now)
    return was != now and [item for item in was if item in new] != [item for item in now if item in old]


def _parts(record: Record, owner: str) -> dict[Key, Any]:
    """Return the parts of a fact; those of a number include its series."""
    return parts(record) | ({("series",): owner} if isinstance(record, Observation) else {})


def _matched(was: Mapping[Key, Any], now: Mapping[Key, Any]) -> dict[Key, Any]:
    """Return the older parts; an item of a list has the key of the newer item with nearly the same words.

    If many items are new, which would take too long to compare, every item keeps its key.
    """
    old, new = ({key[:2]: None for key in side if key[2:]} for side in (was, now))
    added = [item for item in new if item not in old]
    if len(added) > _MOST_NEW:
        return dict(was)
    new_items: dict[Key, Key] = {}
    for field, text in (item for item in old if item not in new and " " in item[1]):
        alike = difflib.get_close_matches(text, [name for other, name in added if other == field], 1)
        if alike:
            new_items[field, text] = field, alike[0]
            added.remove((field, alike[0]))
    return {(*new_items.get(key[:2], key[:2]), *key[2:]): value for key, value in was.items()}


def pairs(was: Mapping[Citation, Citation], now: tuple[Citation, ...]) -> Iterator[Pair]:
    """Yield the citations that differ, each with the one it replaces: same source, and same place or words.

    ``was`` maps the older citations, with the new ids of renamed records, to the same as they were written.
    """
    gone = {citation: as_written for citation, as_written in was.items() if citation not in now}
    for citation in now:
        if citation not in was:
            replaced = next((old for old in gone if _replaces(citation, old)), None)
            yield gone.pop(replaced) if replaced else None, citation
    yield from ((as_written, None) for as_written in gone.values())


def _replaces(new: Citation, old: Citation) -> bool:
    same_words = bool(new.quote and old.quote and new.quote.exact == old.quote.exact)
    return new.source == old.source and (new.locator == old.locator or same_words)


def is_wording(change: Changed, language: str) -> bool:
    """Whether only prose differs, and none of its figures, in digits or in words."""
    if not change.edits or change.reordered or change.citations:
        return False
    sides = [(edit.was, edit.now) for edit in change.edits]
    is_prose = all(isinstance(side, Prose | None) for both in sides for side in both)
    return is_prose and all(_figures(was, language) == _figures(now, language) for was, now in sides)


def _figures(prose: object, language: str) -> Counter[Decimal]:
    """Return how often each figure stands in prose, which may be missing."""
    return Counter(one.value for one in figures.stated(str(prose or ""), language))
