"""Finds the facts that differ between two states, and their parts that differ."""

import difflib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from macros.model import Citation, Observation, Record, Reference
from macros.review.parts import Key, parts
from macros.review.state import State

_MANY = 50
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
    """A fact that is in both states and differs."""

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

    def state(self, fact: str) -> State:
        """Return the newest state that has a fact."""
        return self.head if fact in self.head.facts else self.base


def whole(name: str, state: State, *, is_new: bool) -> Changed:
    """Return a fact that is new or gone as one whose every part differs."""
    found = _parts(state.facts[name], state.queries.owner(name))
    edits = (Edit(key, None, value) if is_new else Edit(key, value, None) for key, value in found.items())
    return Changed(name, tuple(edits), (), reordered=False)


def _changes(difference: Difference) -> Iterator[Changed]:
    base, head, renamed = difference.base, difference.head, difference.renamed
    for name in (name for name in head.facts if name in difference.old_names):
        was_id, owner = difference.old_names[name], base.queries.owner(difference.old_names[name])
        old, new = _current(base.facts[was_id], renamed), head.facts[name]
        now = _parts(new, head.queries.owner(name))
        was = _paired(_parts(old, renamed.get(owner, owner)), now)
        both = ((key, was.get(key), now.get(key)) for key in dict.fromkeys((*now, *was)))
        edits = tuple(Edit(*one) for one in both if one[1] != one[2])
        written = zip(_listed(old, "citations"), _listed(base.facts[was_id], "citations"), strict=True)
        citations = tuple(_pairs(dict(written), _listed(new, "citations")))
        reordered = _is_reordered(old, new)
        if edits or citations or reordered:
            yield Changed(name, edits, citations, reordered)


def _current(value: Any, renamed: Mapping[str, str]) -> Any:
    """Return a record, or a part of one, with the old ids in it replaced by new ones."""
    if isinstance(value, tuple):
        return tuple(_current(item, renamed) for item in value)
    if isinstance(value, Record) and renamed:
        return value.model_copy(update={name: _current(part, renamed) for name, part in value})
    return type(value)(renamed[value]) if isinstance(value, Reference) and value in renamed else value


def _is_reordered(old: Record, new: Record) -> bool:
    """Whether parts, citations or numbers that both have are in another order, which shows on the site."""
    numbers = ([number.id for number in _listed(one, "observations")] for one in (old, new))
    return (
        _differ_in_order([*parts(old)], [*parts(new)])
        or _differ_in_order(_listed(old, "citations"), _listed(new, "citations"))
        or _differ_in_order(*numbers)
    )


def _differ_in_order(was: Sequence[Any], now: Sequence[Any]) -> bool:
    old, new = set(was), set(now)
    return was != now and [one for one in was if one in new] != [one for one in now if one in old]


def _parts(record: Record, owner: str) -> dict[Key, Any]:
    """Return the parts of a fact; those of a number include its series."""
    return parts(record) | ({("series",): owner} if isinstance(record, Observation) else {})


def _paired(was: Mapping[Key, Any], now: Mapping[Key, Any]) -> dict[Key, Any]:
    """Return the older parts, with an item of a list named like a newer one of nearly the same words.

    Where many are new, which would take too long to compare, every item keeps its name.
    """
    old, new = ({key[:2]: None for key in side if key[2:]} for side in (was, now))
    fresh = [item for item in new if item not in old]
    names: dict[Key, Key] = {}
    for field, text in (item for item in old if len(fresh) <= _MANY and item not in new and " " in item[1]):
        alike = difflib.get_close_matches(text, [name for other, name in fresh if other == field], 1)
        if alike:
            names[field, text] = field, alike[0]
            fresh.remove((field, alike[0]))
    return {(*names.get(key[:2], key[:2]), *key[2:]): value for key, value in was.items()}


def _listed(record: Record, field: str) -> tuple[Any, ...]:
    """Return the items of a list of a record; () where records of its kind have none."""
    return getattr(record, field, ())


def _pairs(was: Mapping[Citation, Citation], now: tuple[Citation, ...]) -> Iterator[Pair]:
    """Yield the citations that differ, each with the one it replaces: same source, and same place or words.

    ``was`` has the older ones as they were written, by what they would be with the ids of today.
    """
    gone = {citation: written for citation, written in was.items() if citation not in now}
    for citation in now:
        if citation not in was:
            before = next((old for old in gone if _replaces(citation, old)), None)
            yield gone.pop(before) if before else None, citation
    yield from ((written, None) for written in gone.values())


def _replaces(new: Citation, old: Citation) -> bool:
    same_words = bool(new.quote and old.quote and new.quote.exact == old.quote.exact)
    return new.source == old.source and (new.locator == old.locator or same_words)
