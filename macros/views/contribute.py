"""Where a reader can fix a fact, or report a mistake in it."""

from dataclasses import dataclass
from urllib.parse import quote as percent

from macros.queries import Queries

FORM = "correction.yml"
"""The form of the repository for corrections; its field "fact" is filled in."""


@dataclass(frozen=True)
class Contribute:
    """The addresses of a fact's file, and of the form that reports a mistake."""

    edit: str
    report: str


def contribute(record_id: str, queries: Queries) -> Contribute | None:
    """Return the addresses for a record or a number; None if the topic names no repository."""
    repository = queries.dataset.topic.repository
    if repository is None or record_id not in queries.dataset.places:
        return None
    path, line = queries.dataset.places[record_id]
    home = repository.rstrip("/")
    return Contribute(
        edit=f"{home}/blob/HEAD/{percent(path)}#L{line}",
        report=f"{home}/issues/new?template={FORM}&fact={percent(record_id)}",
    )
