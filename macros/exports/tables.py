"""Records as tables: a table for each collection, and one for each list of inner records.

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
from macros.model.schema import unwrap
from macros.model.words import one_line

Row = dict[str, Any]
PLURAL = {model.__name__.lower(): folder for folder, model in FOLDERS.items()} | {"observation": "observations"}
"""The table that holds each kind of record."""
_FORMS: tuple[tuple[type, str], ...] = ((bool, "boolean"), (int, "integer"), (Decimal, "number"))
_CITED = "citations"


class Table(NamedTuple):
    """A table; ``key`` names the columns that identify a row."""

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
    """Return every table by its name; those of collections come first, then those of inner records."""
    by_name = {"records": RECORDS}
    for folder, model in FOLDERS.items():
        columns = (*ADDED[Entity], *_columns(model, ()))
        by_name[folder] = Table(folder, _meaning(model), ("id",), columns)
    for folder, model in FOLDERS.items():
        for name, inner in _inner_tables(model, folder):
            key = ("id",) if "id" in inner.model_fields else ("record", "place")
            columns = (*_PLACE, *ADDED.get(inner, ()), *_columns(inner, ()))
            by_name[name] = Table(name, _meaning(inner), key, columns)
    return by_name


def rows(folder: str, records: Iterable[Row]) -> dict[str, list[Row]]:
    """Return the rows that the records of a collection have in each table, with values as in JSON."""
    by_table: defaultdict[str, list[Row]] = defaultdict(list)
    for record in records:
        by_table["records"].append(record)
        by_table[folder].append(record)
        for name, row in _inner_rows(FOLDERS[folder], folder, record, (record["id"],)):
            by_table[name].append(row)
            if name == "observations":
                by_table["records"].append(row | {"type": "observation", "display_name": row["text"]})
    return by_table


def _inner_rows(model: type[Record], table: str, data: Row, place: tuple[str, ...]) -> Iterator[tuple[str, Row]]:
    """Yield the table and the row of each item of the lists in ``data``.

    ``place`` is the id of the record or number that holds ``data``, and the path from there.
    """
    for path, inner in _lists(model):
        name = _table_name(table, path, inner)
        for index, item in enumerate(_value_at(data, path) or ()):
            owner, *path_in_owner = *place, *path, str(index)
            yield name, {"record": owner, "place": ".".join(path_in_owner)} | item
            place_of_item = (item["id"],) if name == "observations" else (owner, *path_in_owner)
            yield from _inner_rows(inner, name, item, place_of_item)


def cells(table: Table, items: Iterable[Row]) -> Iterator[list[str]]:
    """Yield the names of the columns, then the cells of each row as text."""
    yield [column.name for column in table.columns]
    for item in items:
        yield [_cell(_value_at(item, column.path or (column.name,))) for column in table.columns]


def _cell(value: Any) -> str:
    """Return a value as text, "" for None; lists, numbers, true and false are written as JSON."""
    if value is None:
        return ""
    return value if isinstance(value, str) else dumps(value)


def _value_at(data: Any, path: tuple[str, ...]) -> Any:
    """Return the value under a path of names; None if there is none."""
    for name in path:
        data = data.get(name) if isinstance(data, dict) else None
    return data


def _meaning(model: type[Record]) -> str:
    """Return the first paragraph of the docstring of a class, on one line."""
    return one_line(str(model.__doc__).split("\n\n", maxsplit=1)[0])


def _columns(model: type[Record], path: tuple[str, ...]) -> Iterator[Field]:
    """Yield a column for each single value of a record, and for each list of single values."""
    for name, info in model.model_fields.items():
        value, is_list = unwrap(info.annotation)
        field_path = (*path, name)
        if isinstance(value, type) and issubclass(value, Record):
            if not is_list:
                yield from _columns(value, field_path)
            continue
        is_single = isinstance(value, type) and not is_list
        yield Field(
            name="_".join(field_path),
            form="array" if is_list else _form(value),
            meaning=one_line(str(info.description)),
            path=field_path,
            table=_table_of(value) if is_single and issubclass(value, Reference) else "",
            choices=tuple(get_args(value)) if get_origin(value) is Literal and not is_list else (),
            format="uri" if is_single and issubclass(value, Url) else "default",
        )


def _table_of(reference: type[Reference]) -> str:
    """Return the table whose ids a reference may hold; "" if it refers to records that have none."""
    table = PLURAL.get(reference.kinds[0], "") if reference.kinds else ""
    return "records" if table and len(reference.kinds) > 1 else table


def _form(value: Any) -> str:
    """Return the type of a value in JSON Schema."""
    if not isinstance(value, type) or issubclass(value, dates.Edtf):
        return "string"
    return next((form for kind, form in _FORMS if issubclass(value, kind)), "string")


def _lists(model: type[Record], path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], type[Record]]]:
    """Yield the path and the class of each list of inner records of a record, except those inside such a list."""
    for name, info in model.model_fields.items():
        value, is_list = unwrap(info.annotation)
        if isinstance(value, type) and issubclass(value, Record):
            yield from [((*path, name), value)] if is_list else _lists(value, (*path, name))


def _inner_tables(model: type[Record], table: str) -> Iterator[tuple[str, type[Record]]]:
    """Yield the name of the table of each list in the records of a table, and the class of its items."""
    for path, inner in _lists(model):
        name = _table_name(table, path, inner)
        yield name, inner
        yield from _inner_tables(inner, name)


def _table_name(table: str, path: tuple[str, ...], inner: type[Record]) -> str:
    """Return the name of the table for a list; that of items without ids begins with the name of the outer table."""
    if inner is Citation:
        return _CITED
    return path[-1] if "id" in inner.model_fields else "-".join((table, *path))
