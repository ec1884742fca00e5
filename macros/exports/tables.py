"""Records as tables: a table for each collection, and one for each list of groups in its records.

A row of such a list names the record that it is part of, and its place there. Columns are made from the model.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Any, Literal, NamedTuple, get_args, get_origin

from macros.exports.jsontext import dumps
from macros.exports.records import ADDED, Field
from macros.model import FOLDERS, Citation, Entity, Record, Reference, dates
from macros.model.addresses import Url
from macros.model.words import one_line
from macros.views.fields import unwrap

Row = dict[str, Any]
PLURAL = {model.__name__.lower(): folder for folder, model in FOLDERS.items()} | {"observation": "observations"}
"""The table that holds each kind of record."""
_FORMS: tuple[tuple[type, str], ...] = ((bool, "boolean"), (int, "integer"), (Decimal, "number"))
_CITED = "citations"


class Table(NamedTuple):
    """A table; ``key`` names the columns that tell its rows apart."""

    name: str
    meaning: str
    key: tuple[str, ...]
    columns: tuple[Field, ...]


_ID = Field("id", "string", "The permanent name of a record or a number.")
RECORDS = Table(
    "records",
    "Every record and every number, with its address and what bears it out.",
    ("id",),
    (_ID, *ADDED[Entity][1:-1]),
)
"""The table of all ids, which the other tables refer to."""
_PLACE = (
    Field("record", "string", "The id of the record or number that it is part of.", table="records"),
    Field("place", "string", "Where in it, such as observations.0: the field, and the index in its list."),
)


def tables() -> Mapping[str, Table]:
    """Return every table by its name; those of records come first, then what their records hold."""
    found = {"records": RECORDS}
    for folder, model in FOLDERS.items():
        columns = (*ADDED[Entity], *_columns(model, ()))
        found[folder] = Table(folder, _first(model), ("id",), columns)
    for folder, model in FOLDERS.items():
        for name, inner in _inner(model, folder):
            key = ("id",) if "id" in inner.model_fields else ("record", "place")
            found[name] = Table(name, _first(inner), key, (*_PLACE, *ADDED.get(inner, ()), *_columns(inner, ())))
    return found


def rows(folder: str, records: Iterable[Row]) -> dict[str, list[Row]]:
    """Return the rows that records of a collection have in each table, all their values still as in JSON."""
    found: defaultdict[str, list[Row]] = defaultdict(list)
    for record in records:
        found["records"].append(record)
        found[folder].append(record)
        for name, row in _taken(FOLDERS[folder], folder, record, (record["id"],)):
            found[name].append(row)
            if name == "observations":
                found["records"].append(row | {"type": "observation", "display_name": row["text"]})
    return found


def _taken(model: type[Record], table: str, data: Row, place: tuple[str, ...]) -> Iterator[tuple[str, Row]]:
    """Yield the table and the row of each item of the lists in ``data``; ``place`` is its owner and the way there."""
    for path, inner in _lists(model):
        name = _name(table, path, inner)
        for index, item in enumerate(_at(data, path) or ()):
            owner, *way = *place, *path, str(index)
            yield name, {"record": owner, "place": ".".join(way)} | item
            yield from _taken(inner, name, item, (item["id"],) if name == "observations" else (owner, *way))


def cells(table: Table, items: Iterable[Row]) -> Iterator[list[str]]:
    """Yield the row of names, then each row as text."""
    yield [column.name for column in table.columns]
    for item in items:
        yield [_cell(_at(item, column.path or (column.name,))) for column in table.columns]


def _cell(value: Any) -> str:
    """Return a value as text: a list as JSON, true and false as JSON has them, nothing for an absent one."""
    if value is None:
        return ""
    return value if isinstance(value, str) else dumps(value)


def _at(data: Any, path: tuple[str, ...]) -> Any:
    for name in path:
        data = data.get(name) if isinstance(data, dict) else None
    return data


def _first(model: type[Record]) -> str:
    return one_line(str(model.__doc__).split("\n\n", maxsplit=1)[0])


def _columns(model: type[Record], path: tuple[str, ...]) -> Iterator[Field]:
    """Yield a column for each single value of a record, and for each list of single values."""
    for name, info in model.model_fields.items():
        value, is_list = unwrap(info.annotation)
        at = (*path, name)
        if isinstance(value, type) and issubclass(value, Record):
            if not is_list:
                yield from _columns(value, at)
            continue
        choices = tuple(get_args(value)) if get_origin(value) is Literal else ()
        form = "array" if is_list else _form(value)
        is_single = isinstance(value, type) and not is_list
        table = PLURAL.get(value.kinds[0], "") if is_single and issubclass(value, Reference) and value.kinds else ""
        table = "records" if table and len(value.kinds) > 1 else table
        address = "uri" if is_single and issubclass(value, Url) else "default"
        meaning = one_line(str(info.description))
        yield Field("_".join(at), form, meaning, at, table, () if is_list else choices, address)


def _form(value: Any) -> str:
    if not isinstance(value, type) or issubclass(value, dates.Edtf):
        return "string"
    return next((form for kind, form in _FORMS if issubclass(value, kind)), "string")


def _lists(model: type[Record], path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], type[Record]]]:
    """Yield the path and the class of each list of groups in a record, but not those inside such a list."""
    for name, info in model.model_fields.items():
        value, is_list = unwrap(info.annotation)
        if isinstance(value, type) and issubclass(value, Record):
            yield from [((*path, name), value)] if is_list else _lists(value, (*path, name))


def _inner(model: type[Record], table: str) -> Iterator[tuple[str, type[Record]]]:
    for path, inner in _lists(model):
        name = _name(table, path, inner)
        yield name, inner
        yield from _inner(inner, name)


def _name(table: str, path: tuple[str, ...], inner: type[Record]) -> str:
    """Return the name of the table for a list: its own where its items have ids, else after the table around it."""
    if inner is Citation:
        return _CITED
    return path[-1] if "id" in inner.model_fields else "-".join((table, *path))
