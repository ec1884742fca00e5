"""All citations: those of records, of numbers, and of the parts of records."""

from collections.abc import Mapping

from macros.model import FACT_KINDS, Citation, Line, Provision
from macros.queries import Queries, derived_once, grouped

Citing = tuple[tuple[str, Citation], ...]
"""Ids of records and numbers, each with one of its citations."""


def everything(queries: Queries) -> tuple[str, ...]:
    """Return the ids of all that can cite: of records and numbers."""
    return (*queries.entities, *queries.dataset.observations)


def citations(record_id: str, queries: Queries) -> tuple[Citation, ...]:
    """Return the citations of a record, then those of its parts, such as elements of a law, each once."""
    return tuple(dict.fromkeys((*queries.citations(record_id), *_in_parts(queries).get(record_id, ()))))


@derived_once
def _in_parts(queries: Queries) -> Mapping[str, tuple[Citation, ...]]:
    """Return the citations of the parts of each record, by its id; numbers have ids and are not parts here."""
    not_parts = ("citations", "observations")
    citations = queries.dataset.citations
    return grouped((record_id, citation) for record_id, path, citation in citations if path[0] not in not_parts)


@derived_once
def by_source(queries: Queries) -> Mapping[str, Citing]:
    """Return for every source the records and numbers that cite it, each with its citation.

    Citations of a series that one of its numbers repeats are left out.
    """
    citing = [(record_id, citation) for record_id in everything(queries) for citation in citations(record_id, queries)]
    numbers = queries.dataset.observations
    of_numbers = {(queries.owner(record_id), citation) for record_id, citation in citing if record_id in numbers}
    return grouped((str(pair[1].source), pair) for pair in citing if pair not in of_numbers)


def facts(source_id: str, queries: Queries) -> dict[str, tuple[Line, ...]]:
    """Return the ids of the facts that cite a source, each with the places that it cites."""
    citing = by_source(queries).get(source_id, ())
    return grouped((fact_id, one.locator) for fact_id, one in citing if queries.kinds[fact_id] in FACT_KINDS)


def of_provision(provision: Provision, law_id: str, queries: Queries) -> tuple[str, ...]:
    """Return the ids of the sources of a penalty: those that bear it out, or else the texts that its law cites.

    Without either they are all sources that the law cites.
    """
    own = tuple(dict.fromkeys(one.source for one in provision.citations if one.role == "supports"))
    of_law = queries.sources(law_id)
    return own or tuple(name for name in of_law if queries.dataset.role(name) == "law") or of_law
