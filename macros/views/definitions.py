"""The definitions of the statutes and terms that a page mentions."""

from collections.abc import Iterable
from dataclasses import dataclass

from macros.queries import Queries
from macros.views import words


@dataclass(frozen=True)
class Definition:
    """What a statute or a term means, in short; ``href`` is that of its entry, relative to the site."""

    id: str
    label: str
    heading: str
    text: str
    href: str


def definitions(record_ids: Iterable[str], queries: Queries) -> tuple[Definition, ...]:
    """Return a definition of each record, by label."""
    found = (_definition(record_id, queries) for record_id in set(record_ids))
    return tuple(sorted(found, key=lambda one: one.label.casefold()))


def _definition(record_id: str, queries: Queries) -> Definition:
    link, statute = words.link(record_id, queries), queries.dataset.statutes.get(record_id)
    if statute:
        return Definition(record_id, link.label, statute.heading, statute.summary, link.href)
    return Definition(record_id, link.label, "", queries.dataset.terms[record_id].definition, link.href)
