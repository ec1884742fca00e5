"""Each record as plain values for JSON: what its file says, with its address, support and verification beside it."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from pydantic import BaseModel

from macros import language, phrase
from macros.model import FOLDERS, Citation, Correction, Entity, Observation, Record, Reference, dates, kind_of, walk
from macros.queries import Queries
from macros.views import evidence, support, words

FREQUENCIES = {"calendar year": "A", "fiscal year": "A", "month": "M"}
"""Kinds of period as codes of SDMX (CL_FREQ): annual, monthly; others have none."""
STATUSES = {"published": "A", "partial": "P", "projected": "F", "gap": "O"}
"""Statuses of numbers as codes of SDMX (CL_OBS_STATUS): normal, provisional, forecast, missing; others have none."""


class Field(NamedTuple):
    """A field of a record, and the column of a table that holds it; ``form`` is a type of JSON Schema.

    ``path`` leads to it in the record where it does not stand under its name. ``table`` is the one whose ids it holds,
    or "".
    """

    name: str
    form: str
    meaning: str
    path: tuple[str, ...] = ()
    table: str = ""
    choices: tuple[str, ...] = ()
    format: str = "default"


_SUPPORT = (
    Field("source_ids", "array", "The ids of the sources that it cites, or of those of what it refers to."),
    Field("support", "string", "What bears it out, in words; two reports of one agency count once."),
    Field("confirmed_by", "integer", "How many sources bear it out independently of each other."),
)
_SOURCED = ("source", "event", "statement", "observation", "series", "statute")
"""The kinds of record whose sources are those of a record that refers to them and cites nothing."""
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
"""What a file does not have and its export does, by the class of a record."""


def collection(folder: str, queries: Queries) -> Iterator[dict[str, Any]]:
    """Yield each record of a folder of the data as plain values; "observations" are all numbers, "moved" old ids."""
    if folder == "moved":
        return ({"id": old, "moved_to": new} for old, new in queries.dataset.moved.items())
    made = number if folder == "observations" else entity
    return (made(record_id, queries) for record_id in getattr(queries.dataset, folder))


def entity(record_id: str, queries: Queries) -> dict[str, Any]:
    """Return a record that has a file; without a value, a list is empty and any other field is left out."""
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
    """Return a number that stands alone, with the citations of its series or of its inputs where it has none."""
    cited = [to_json(citation, record_id, queries) for citation in queries.citations(record_id)]
    found: dict[str, Any] = to_json(queries.observation(record_id), record_id, queries)
    return found | {"citations": cited}


def to_json(value: Any, owner: str, queries: Queries) -> Any:
    """Return any value of a record as JSON has it; ``owner`` is the id of the record or number that it is part of."""
    if isinstance(value, BaseModel):
        owner = value.id if isinstance(value, Observation) else owner
        parts = ((name, getattr(value, name)) for name in type(value).model_fields)
        kept = {name: to_json(part, owner, queries) for name, part in parts if part is not None}
        return kept | _added(value, owner, queries)
    if isinstance(value, tuple):
        return [to_json(part, owner, queries) for part in value]
    if isinstance(value, dates.Edtf):
        return value.text
    return str(value) if isinstance(value, str) else value


def _added(record: BaseModel, owner: str, queries: Queries) -> dict[str, Any]:
    """Return what is added to a citation or a number."""
    if isinstance(record, Citation):
        shown = evidence.passage(owner, record, queries)
        source = queries.dataset.sources[record.source]
        access = support.access(owner, record, queries)
        verdict = queries.dataset.verification(record) if source.text_at(record.locator) else "no text"
        found = {"verification": verdict, "how_known": access, "passage": shown.original}
        return {name: value for name, value in found.items() if value}
    return _of_number(record, queries) if isinstance(record, Observation) else {}


def _of_number(record: Observation, queries: Queries) -> dict[str, Any]:
    point = queries.dataset.observations[record.id]
    series = point.series
    found = {
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
    return {name: str(value) if isinstance(value, str) else value for name, value in found.items() if value is not None}


def _supported(record_id: str, queries: Queries) -> dict[str, Any]:
    return {
        "source_ids": sources(record_id, queries),
        "support": support.in_words(record_id, queries),
        "confirmed_by": support.support(record_id, queries).total,
    }


def sources(record_id: str, queries: Queries) -> list[str]:
    """Return the ids of the sources that a record cites, else of those of what it is about; a source is its own."""
    if record_id in queries.dataset.sources:
        return [record_id]
    found = dict.fromkeys(queries.sources(record_id) or queries.sources(queries.owner(record_id)))  # a gap has none
    record = queries.entities.get(record_id)
    if not found and isinstance(record, Correction):
        return sources(record.entity, queries)
    if not found and record:
        for path, value in walk(record):
            if path[0] != "marked" and isinstance(value, Reference) and queries.kinds[value] in _SOURCED:
                found |= dict.fromkeys(sources(value, queries))
    return [str(name) for name in found]


COLLECTIONS: tuple[str, ...] = (*FOLDERS, "observations")
"""The folders of the data and the numbers, each a collection of its own."""
