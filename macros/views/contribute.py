"""Where a reader mends a fact: its file, and the form that reports a mistake."""

from dataclasses import dataclass
from urllib.parse import quote as percent

from macros.queries import Queries

FORM = "correction.yml"
"""The form of the repository for corrections; its field "fact" is filled in."""


@dataclass(frozen=True)
class Contribute:
    """Addresses out of the site."""

    edit: str
    report: str


def contribute(record_id: str, queries: Queries) -> Contribute | None:
    """Return where a record or a number is mended and reported; None where the topic names no repository."""
    repository = queries.dataset.topic.repository
    if repository is None or record_id not in queries.dataset.places:
        return None
    path, line = queries.dataset.places[record_id]
    home = repository.rstrip("/")
    return Contribute(
        edit=f"{home}/blob/HEAD/{percent(path)}#L{line}",
        report=f"{home}/issues/new?template={FORM}&fact={percent(record_id)}",
    )
