"""All data under ``data/v1/``: collections as JSON and CSV, a file for each record, schemas, and all as a zip."""

import csv
import io
import itertools
import json
import zipfile
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from macros.exports import annotations, package, records, schemas, tables
from macros.exports.charts import table as csv_table
from macros.exports.jsontext import dumps
from macros.exports.jsontext import file as json_file
from macros.language import gettext, message
from macros.model import FOLDERS
from macros.queries import Queries, derived_once
from macros.render import render_markdown

HOME = "data/v1/"
"""The folder of this version of the data; what is in it keeps its names and meanings."""
ZIP = f"{HOME}all.zip"
Files = Iterator[tuple[str, bytes]]


class Listed(NamedTuple):
    """A file of the data, for the page that lists them; ``json`` is the same as JSON, or ""; a zip has no rows."""

    path: str
    json: str
    meaning: str
    rows: int | None
    size: int


def files(queries: Queries) -> Files:
    """Yield the path in the site and the content of every file, the same at every build."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, content in _together(queries):
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)  # dated 1980: the same each time
            yield f"{HOME}{name}", content
    yield ZIP, packed.getvalue()
    for folder in records.COLLECTIONS:
        for record in records.collection(folder, queries):
            yield f"{HOME}{folder}/{record['id']}.json", json_file(record)
    for path, collection in annotations.files(queries, HOME):
        yield path, json_file(collection)
    for old, new in queries.dataset.moved.items():
        yield f"{HOME}{tables.PLURAL[queries.kinds[new]]}/{old}.json", json_file({"id": old, "moved_to": new})


def _together(queries: Queries) -> Files:
    """Yield the files that hold many records each, those that describe them, and the schemas."""
    rows: defaultdict[str, list[tables.Row]] = defaultdict(list)
    described: list[dict[str, Any]] = []
    for folder in (*records.COLLECTIONS, "moved"):
        items = list(records.collection(folder, queries))
        for name, found in tables.rows(folder, items).items() if folder in FOLDERS else ():
            rows[name] += found
        content = _lines(package.about(queries) | {"collection": folder}, items)
        described.append(package.resource(f"{folder}.json", content))
        yield described[-1]["path"], content
    for name, table in tables.tables().items():
        content = csv_table(tables.cells(table, rows[name]))
        described.append(package.resource(f"{name}.csv", content, table))
        yield described[-1]["path"], content
    yield "topic.json", json_file(package.topic(queries))
    for name, schema in schemas.published():
        yield f"schema/{name}.json", schema.encode()
    yield "datapackage.json", json_file(package.package(described, queries))
    topic, described_tables = queries.dataset.topic, list(tables.tables().values())
    for name in ("README", "LICENSE", "CHANGELOG"):
        text = render_markdown(f"data-{name.lower()}", topic=topic, tables=described_tables)
        yield f"{name}.md", f"{text}\n".encode()


@derived_once
def listing(queries: Queries) -> tuple[Listed, ...]:
    """Return the zip of all, then each table that has a row, with their sizes."""
    made = dict(
        itertools.takewhile(lambda file: not file[0].startswith(f"{HOME}{records.COLLECTIONS[0]}/"), files(queries))
    )
    described = json.loads(made[f"{HOME}datapackage.json"])["resources"]
    whole = gettext("Everything below, as JSON too, with schemas and a description")
    found = [Listed(ZIP, "", whole, None, len(made[ZIP]))]
    for one in described:
        if one["format"] == "csv":
            path, twin = f"{HOME}{one['path']}", f"{HOME}{one['name']}.json"
            rows = sum(1 for _ in csv.reader(io.StringIO(made[path].decode(), newline=""))) - 1
            same, meaning = twin if twin in made else "", message(one["description"]).rstrip(".")
            found += [Listed(path, same, meaning, rows, one["bytes"])] if rows else []
    return tuple(found)


def _lines(about: dict[str, Any], items: Iterable[Any]) -> bytes:
    """Return an object with ``items`` as JSON, an item a line, since Python needs much memory to indent many."""
    head = dumps(about, indent=1).removesuffix("\n}")
    body = ",\n".join(map(dumps, items))
    return f'{head},\n "items": [\n{body}\n ]\n}}\n'.encode()
