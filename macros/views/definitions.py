"""The definitions of the statutes and terms that a page mentions."""

from collections.abc import Iterable

from macros.model import Statute, Term
from macros.queries import Queries
from macros.views import words
from macros.views.alphabet import order


def definitions(record_ids: Iterable[str], queries: Queries) -> list[tuple[str, Statute | Term, words.SiteLink]]:
    """Return the id of each record, the record and a link to its entry, by label."""
    known: dict[str, Statute | Term] = {**queries.dataset.statutes, **queries.dataset.terms}
    found = ((name, known[name], words.link(name, queries)) for name in set(record_ids))
    return sorted(found, key=lambda one: order(one[2].label))
