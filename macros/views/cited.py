"""All citations: those of records, of numbers, and of the parts of records."""

from collections.abc import Mapping

from macros.model import FACT_KINDS, Citation, Line
from macros.queries import Queries, derived_once, grouped

Citing = tuple[tuple[str, Citation], ...]
"""The ids of records and numbers, each with a citation of it."""


def everything(queries: Queries) -> tuple[str, ...]:
    """Return the id of everything that can cite: records and numbers."""
    return (*queries.entities, *queries.dataset.observations)


def citations(record_id: str, queries: Queries) -> tuple[Citation, ...]:
    """Return the citations of a record or a number, then those in its parts, such as elements of a law, each once."""
    return tuple(dict.fromkeys((*queries.citations(record_id), *_in_parts(queries).get(record_id, ()))))


@derived_once
def _in_parts(queries: Queries) -> Mapping[str, tuple[Citation, ...]]:
    """Return the citations in the parts of each record; numbers are no parts here, since each has an id."""
    own = ("citations", "observations")
    return grouped((name, one) for name, path, one in queries.dataset.citations() if path[0] not in own)


@derived_once
def by_source(queries: Queries) -> Mapping[str, Citing]:
    """Return for every source the records and numbers that cite it, each with its citation.

    A series is among them only with what none of its numbers rests on.
    """
    found = [(name, one) for name in everything(queries) for one in citations(name, queries)]
    of_numbers = {(queries.owner(name), one) for name, one in found if name in queries.dataset.observations}
    return grouped((str(pair[1].source), pair) for pair in found if pair not in of_numbers)


def facts(source_id: str, queries: Queries) -> dict[str, tuple[Line, ...]]:
    """Return the facts that cite a source, each with the places that it cites."""
    citing = by_source(queries).get(source_id, ())
    return grouped((name, one.locator) for name, one in citing if queries.kinds[name] in FACT_KINDS)
