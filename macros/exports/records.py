"""Each record as plain values for JSON: the content of its file, and its address, support and verification."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from pydantic import BaseModel

from macros import language, phrase
from macros.model import (
    FOLDERS,
    Citation,
    Comparison,
    Correction,
    Entity,
    Observation,
    Question,
    Record,
    Reference,
    Series,
    dates,
    kind_of,
    walk,
)
from macros.queries import Queries
from macros.views import evidence, support, words
from macros.views.figure import figure

FREQUENCIES = {"calendar year": "A", "fiscal year": "A", "month": "M"}
"""Kinds of period as codes of SDMX (CL_FREQ): annual, monthly; others have none."""
STATUSES = {"published": "A", "projected": "F", "gap": "O"}
"""Statuses of numbers as codes of SDMX (CL_OBS_STATUS): normal, forecast, missing; others have none."""


class Field(NamedTuple):
    """A field of a record, and the column of a table that holds it; ``form`` is a type of JSON Schema.

    ``path`` is where it stands in the record, () if it stands under its name. ``table`` is the table whose ids it
    holds, or "".
    """

    name: str
    form: str
    meaning: str
    path: tuple[str, ...] = ()
    table: str = ""
    choices: tuple[str, ...] = ()
    format: str = "default"


_SUPPORT = (
    Field("source_ids", "array", "The ids of the sources that it or its parts cite, or of those of what it refers to."),
    Field(
        "support",
        "string",
        "What bears it out, in words; two reports of one agency count once. A series without citations has what its"
        " numbers have. Absent where a record makes no claim of its own, as a source or a chart.",
    ),
    Field(
        "confirmed_by",
        "integer",
        "How many sources bear it out independently of each other; of a series without citations, its least supported"
        " number. Absent where `support` is.",
    ),
)
_SOURCED = ("source", "event", "statement", "observation", "series", "statute")
"""The kinds of record whose sources are those of a record that refers to them, and holds them or cites nothing."""
_HOLDERS = (Question, Series, Comparison)
"""The records that hold what others say, so that they rest on the sources of that too, besides what they cite."""
ADDED: Mapping[type[Record], tuple[Field, ...]] = {
    Entity: (
        Field("id", "string", "Its permanent name."),
        Field("type", "string", "Which kind of record it is."),
        Field("display_name", "string", "What pages call it."),
        Field("page", "string", "Its address, relative to the site."),
        *_SUPPORT,
        Field("correction_ids", "array", "The ids of the corrections of it."),
    ),
    Citation: (
        Field(
            "verification",
            "string",
            "Whether the quote was found letter for letter in the text of its source, if there is one.",
        ),
        Field("how_known", "string", "How the fact is known from this source: as it says, or else as its record does."),
        Field("passage", "string", "The address of the source, which scrolls to the quote where a browser can."),
    ),
    Observation: (
        Field("page", "string", "Its address, relative to the site."),
        Field("text", "string", "The number as pages have it, with its qualifier and unit."),
        Field("series", "string", "The id of its series."),
        Field("measure", "string", "What is counted."),
        Field("unit", "string", "The unit, in the plural."),
        Field("period_kind", "string", "What its period is."),
        *_SUPPORT,
        Field("FREQ", "string", "The kind of its period as SDMX has it, CL_FREQ; absent where no code fits."),
        Field("OBS_STATUS", "string", "Its status as SDMX has it, CL_OBS_STATUS; absent where no code fits."),
    ),
}
"""The fields that the export adds to those of a file, by the class of a record."""


def collection(folder: str, queries: Queries) -> Iterator[dict[str, Any]]:
    """Yield each record of a collection as plain values.

    ``folder`` is a folder of the data, "observations" for all numbers, or "moved" for old ids.
    """
    if folder == "moved":
        return ({"id": old, "moved_to": new} for old, new in queries.dataset.moved.items())
    export = number if folder == "observations" else entity
    return (export(record_id, queries) for record_id in getattr(queries.dataset, folder))


def entity(record_id: str, queries: Queries) -> dict[str, Any]:
    """Return a record that has a file; fields without a value are left out, except lists, which are empty."""
    record = queries.entities[record_id]
    return {
        "id": record_id,
        "type": kind_of(record),
        "display_name": language.for_programs(words.name(record_id, queries)),
        "page": queries.href(record_id),
        **_supported(record_id, queries),
        "correction_ids": list(queries.referring(record_id, "correction")),
        **to_json(record, record_id, queries),
    }


def number(record_id: str, queries: Queries) -> dict[str, Any]:
    """Return a number that stands alone, with its citations or those of its series or of its inputs."""
    citations = [to_json(citation, record_id, queries) for citation in queries.citations(record_id)]
    own: dict[str, Any] = to_json(queries.observation(record_id), record_id, queries)
    return own | {"citations": citations}


def to_json(value: Any, owner: str, queries: Queries) -> Any:
    """Return any value of a record for JSON; ``owner`` is the id of the record or number that it is part of."""
    if isinstance(value, BaseModel):
        owner = value.id if isinstance(value, Observation) else owner
        fields = ((name, getattr(value, name)) for name in type(value).model_fields)
        exported = {name: to_json(part, owner, queries) for name, part in fields if part is not None}
        return exported | _added(value, owner, queries)
    if isinstance(value, tuple):
        return [to_json(part, owner, queries) for part in value]
    if isinstance(value, dates.Edtf):
        return value.text
    return str(value) if isinstance(value, str) else value


def _added(record: BaseModel, owner: str, queries: Queries) -> dict[str, Any]:
    """Return the fields that are added to a citation or a number."""
    if isinstance(record, Citation):
        return _added_to_citation(record, owner, queries)
    return _added_to_number(record, queries) if isinstance(record, Observation) else {}


def _added_to_citation(citation: Citation, owner: str, queries: Queries) -> dict[str, Any]:
    fields = {
        "verification": queries.dataset.verification(citation),
        "how_known": support.access(owner, citation, queries),
        "passage": evidence.passage(owner, citation, queries).original,
    }
    return {name: value for name, value in fields.items() if value}


def _added_to_number(record: Observation, queries: Queries) -> dict[str, Any]:
    point = queries.dataset.observations[record.id]
    series = point.series
    fields = {
        "page": queries.href(record.id),
        "text": phrase.full(record, series),
        "series": point.series_id,
        "measure": series.measure,
        "unit": series.unit,
        "period_kind": series.period_kind,
        **_supported(record.id, queries),
        "FREQ": FREQUENCIES.get(series.period_kind),
        "OBS_STATUS": STATUSES.get(record.status),
    }
    given = ((name, value) for name, value in fields.items() if value is not None)
    return {name: str(value) if isinstance(value, str) else value for name, value in given}


def _supported(record_id: str, queries: Queries) -> dict[str, Any]:
    """Return the sources of a record or number and, if it makes a claim of its own, what bears that out."""
    found: dict[str, Any] = {"source_ids": sources(record_id, queries)}
    if support.makes_claim(record_id, queries):
        found["support"] = support.in_words(record_id, queries)
        found["confirmed_by"] = support.support(record_id, queries).total
    return found


def sources(record_id: str, queries: Queries) -> list[str]:
    """Return the ids of the sources that a record cites, or else of those of the records that it refers to.

    A question, a series and a comparison have both. A source is its own source; a chart has the sources that stand
    under its drawing, and a correction those of what it corrects.
    """
    if record_id in queries.dataset.sources:
        return [record_id]
    if record_id in queries.dataset.charts:
        return list(figure(record_id, queries).source_ids)
    found = queries.sources(record_id) or queries.sources(queries.owner(record_id))  # a gap may cite nothing itself
    record = queries.entities.get(record_id)
    if isinstance(record, Correction) and not found:
        return sources(record.entity, queries)
    if record and (not found or isinstance(record, _HOLDERS)):
        found = (*found, *(source_id for part in _parts(record, queries) for source_id in sources(part, queries)))
    return list(dict.fromkeys(map(str, found)))


def _parts(record: Entity, queries: Queries) -> Iterator[str]:
    """Yield the ids of the numbers of a series, or of what any other record refers to and that has sources."""
    if isinstance(record, Series):
        yield from (number.id for number in record.observations)
    else:
        references = (value for _, value in walk(record) if isinstance(value, Reference))
        yield from (value for value in references if queries.kinds[value] in _SOURCED)


COLLECTIONS: tuple[str, ...] = (*FOLDERS, "observations")
"""The folders of the data and the numbers, each a collection of its own."""
