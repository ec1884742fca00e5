"""The rule that a change of a published value needs a correction."""

from collections import defaultdict
from collections.abc import Container, Iterator, Mapping
from typing import Any

from macros.checks import Finding, Rule
from macros.model import Dataset, Record, walk
from macros.problems import FieldPath
from macros.review.parts import identity

PUBLISHED_FIELDS = frozenset(
    {
        *("date", "issued", "period", "status"),
        *("value", "low", "high", "qualifier", "unit"),
        *("exact", "actor", "described", "delivery", "excerpt", "force", "verdict"),
        *("max_prison", "min_prison", "amount", "least", "currency"),
    }
)
"""The fields that readers rely on: a change of one that was published needs a correction."""


def corrected(base: Dataset) -> Rule:
    """Return the rule that a published value changes only together with a correction of its record.

    A correction of a number names the number or its series.
    """

    def rule(dataset: Dataset) -> Iterator[Finding]:
        new = (correction for name, correction in dataset.corrections.items() if name not in base.corrections)
        corrected_ids = {str(correction.entity) for correction in new}
        published = dict(base.entities())
        for record_id, record in sorted(dataset.entities()):
            if record_id in published and record_id not in corrected_ids:
                yield from _uncorrected(record_id, published[record_id], record, corrected_ids)
        yield from _gone(base, dataset)

    return rule


def _uncorrected(record_id: str, old: Record, new: Record, corrected_ids: Container[str]) -> Iterator[Finding]:
    """Yield a finding for each published value that differs or is gone, except those of corrected numbers."""
    before, after = _published(old), _published(new)
    for key, published in before.items():
        if key[0] == "observations" and key[1] in corrected_ids:
            continue
        was = [text for text in published if text not in after.get(key, {})]
        now = {text: path for text, path in after.get(key, {}).items() if text not in published}
        if (was and now) or key not in after:
            message = f'it was published as "{", ".join(was)}" and is now "{", ".join(now) or "nothing"}"'
            remedy = "add a file to data/corrections/ that says was, now and why; or put it back"
            yield Finding(record_id, next(iter(now.values()), ()), message, "uncorrected", remedy)


def _published(record: Record) -> Mapping[tuple[str, ...], Mapping[str, FieldPath]]:
    """Return the published values of a record, each with its path, by a key that does not depend on order."""
    by_key: defaultdict[tuple[str, ...], dict[str, FieldPath]] = defaultdict(dict)
    for path, value in walk(record):
        if path[-1] in PUBLISHED_FIELDS:
            by_key[_stable_key(record, path)].setdefault(getattr(value, "text", str(value)), path)
    return by_key


def _stable_key(record: Any, path: FieldPath) -> tuple[str, ...]:
    """Return a path in which items of lists are named by what identifies them."""
    names: list[str] = []
    for step in path:
        record = record[step] if isinstance(step, int) else getattr(record, step)
        names.append(identity(record) if isinstance(step, int) else step)
    return tuple(names)


def _gone(base: Dataset, head: Dataset) -> Iterator[Finding]:
    """Yield a finding for each published record that is gone and not renamed."""
    kept = {record_id for record_id, _ in head.entities()} | set(head.moved)
    for record_id, _ in base.entities():
        if record_id not in kept:
            message = f'"{record_id}" was published and is gone'
            remedy = "bring it back and correct it, or leave a file under its name that says moved_to"
            yield Finding("topic", (), message, "uncorrected", remedy)
