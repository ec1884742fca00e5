"""Published values that differ, and the rule that such a change needs a correction."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from macros.checks import Finding, Rule
from macros.model import Dataset, walk
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


@dataclass(frozen=True)
class Change:
    """A published value that differs; ``path`` is its place in the newer record, ``part`` the id of its number."""

    id: str
    path: FieldPath
    was: str
    now: str
    part: str = ""


def changes(base: Dataset, head: Dataset) -> Iterator[Change]:
    """Yield each change of a published value in records that are in both states.

    For a value that is gone, ``now`` is "nothing" and ``path`` is ().
    """
    before, after = (dict(dataset.entities()) for dataset in (base, head))
    for record_id in sorted(before.keys() & after.keys()):
        old, new = _published(before[record_id]), _published(after[record_id])
        for key in sorted(old.keys() & new.keys()):
            was = [text for text, _ in old[key] if text not in {other for other, _ in new[key]}]
            now = [(text, path) for text, path in new[key] if text not in {other for other, _ in old[key]}]
            if was and now:
                yield Change(record_id, now[0][1], ", ".join(was), ", ".join(text for text, _ in now), _part(key))
        for key in sorted(old.keys() - new.keys()):
            yield Change(record_id, (), ", ".join(text for text, _ in old[key]), "nothing", _part(key))


def _published(record: Any) -> Mapping[str, list[tuple[str, FieldPath]]]:
    """Return the published values of a record with their paths, by a name that does not depend on order."""
    found: defaultdict[str, list[tuple[str, FieldPath]]] = defaultdict(list)
    for path, value in walk(record):
        if path[-1] in PUBLISHED_FIELDS:
            found[_stable_name(record, path)].append((getattr(value, "text", str(value)), path))
    return found


def _stable_name(record: Any, path: FieldPath) -> str:
    """Return a path as text, with list items named by what identifies them."""
    names: list[str] = []
    for step in path:
        record = record[step] if isinstance(step, int) else getattr(record, step)
        names.append(identity(record) if isinstance(step, int) else step)
    return ".".join(names)


def _part(key: str) -> str:
    """Return the id of the number in such a path, or ""."""
    whole, _, rest = key.partition(".")
    return rest.partition(".")[0] if whole == "observations" else ""


def corrected(base: Dataset) -> Rule:
    """Return the rule that a published value changes only together with a correction of its record.

    A correction of a number names the number or its series.
    """

    def rule(dataset: Dataset) -> Iterator[Finding]:
        explained = {
            str(correction.entity) for name, correction in dataset.corrections.items() if name not in base.corrections
        }
        for change in changes(base, dataset):
            if explained.isdisjoint((change.id, change.part)):
                message = f'it was published as "{change.was}" and is now "{change.now}"'
                remedy = "add a file to data/corrections/ that says was, now and why"
                yield Finding(change.id, change.path, message, "uncorrected", remedy)
        yield from _gone(base, dataset)

    return rule


def _gone(base: Dataset, head: Dataset) -> Iterator[Finding]:
    """Yield a finding for each published record that is gone and not renamed."""
    known = {name for name, _ in head.entities()} | set(head.moved)
    for name, _ in base.entities():
        if name not in known:
            message = f'"{name}" was published and is gone'
            remedy = "bring it back and correct it, or leave a file under its name that says moved_to"
            yield Finding("topic", (), message, "uncorrected", remedy)
