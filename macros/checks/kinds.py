"""Rules about the words that topic.yml chooses: kinds of law and of sources, classes of offences."""

from collections.abc import Iterable, Iterator

from macros.checks.finding import Finding
from macros.model import Dataset
from macros.problems import FieldPath


def kinds_are_known(dataset: Dataset) -> Iterator[Finding]:
    """The kind of a law or a source, and the grade of a penalty, is one that the topic has."""
    for law_id, law in dataset.statutes.items():
        yield from _unknown(law_id, ("kind",), law.kind, dataset.law_kinds, "law_kinds")
        for index, provision in enumerate(law.provisions):
            if dataset.topic.grades and provision.grade:
                path = ("provisions", index, "grade")
                yield from _unknown(law_id, path, provision.grade, dataset.topic.grades, "grades")
    for source_id, source in dataset.sources.items():
        yield from _unknown(source_id, ("kind",), source.kind, dataset.source_kinds, "source_kinds")


def _unknown(record_id: str, path: FieldPath, value: str, known: Iterable[str], field: str) -> Iterator[Finding]:
    if value not in known:
        remedy = f"choose one of: {', '.join(known)}; or list it under '{field}' in topic.yml"
        yield Finding(record_id, path, f'"{value}" is not a choice', "choice", remedy)
