"""All data under ``data/v1/``: collections as JSON and CSV, a file for each record, schemas, and all as a zip."""

import csv
import io
import json
import zipfile
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from macros.exports import package, records, schemas, tables
from macros.exports.charts import table as csv_table
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
    packed: dict[str, bytes] = {}
    for name, content in _together(queries):
        packed[name] = content
        yield f"{HOME}{name}", content
    yield ZIP, _zip(packed)
    for folder in records.COLLECTIONS:
        for record in records.collection(folder, queries):
            yield f"{HOME}{folder}/{record['id']}.json", _json(record)
    for old, new in queries.dataset.moved.items():
        yield f"{HOME}{_folder(queries.kinds[new])}/{old}.json", _json({"id": old, "moved_to": new})


def _folder(kind: str) -> str:
    return next((folder for folder, model in FOLDERS.items() if model.__name__.lower() == kind), f"{kind}s")


def _together(queries: Queries) -> Files:
    """Yield the files that hold many records each, those that describe them, and the schemas."""
    rows: defaultdict[str, list[tables.Row]] = defaultdict(list)
    described: list[package.Resource] = []
    for folder in records.COLLECTIONS:
        items = list(records.collection(folder, queries))
        for name, found in tables.rows(folder, items).items() if folder in FOLDERS else ():
            rows[name] += found
        content = _json(package.about(queries) | {"collection": folder, "items": items})
        described.append(package.Resource(f"{folder}.json", content, len(items)))
        yield described[-1].path, content
    for name, table in tables.tables().items():
        content = csv_table(tables.cells(table, rows[name]))
        described.append(package.Resource(f"{name}.csv", content, len(rows[name]), table))
        yield described[-1].path, content
    yield "topic.json", _json(package.topic(queries))
    for name, schema in schemas.published():
        yield f"schema/{name}.json", schema.encode()
    yield "datapackage.json", _json(package.package(described, queries))
    topic, described_tables = queries.dataset.topic, list(tables.tables().values())
    for name in ("README", "LICENSE", "CHANGELOG"):
        text = render_markdown(f"data-{name.lower()}", topic=topic, tables=described_tables)
        yield f"{name}.md", f"{text}\n".encode()


@derived_once
def listing(queries: Queries) -> tuple[Listed, ...]:
    """Return the zip of all, then each table, with their sizes."""
    packed = dict(_together(queries))
    found = [Listed(ZIP, "", "Everything below, as JSON too, with schemas and a description", None, len(_zip(packed)))]
    for resource in json.loads(packed["datapackage.json"])["resources"]:
        if resource["format"] == "csv":
            name, same = resource["path"], f"{resource['name']}.json"
            twin = f"{HOME}{same}" if same in packed else ""
            rows = sum(1 for _ in csv.reader(io.StringIO(packed[name].decode(), newline=""))) - 1
            found.append(Listed(f"{HOME}{name}", twin, resource["description"].rstrip("."), rows, resource["bytes"]))
    return tuple(found)


def _json(value: Any) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()


def _zip(packed: Mapping[str, bytes]) -> bytes:
    """Return a zip of files, the same bytes for the same files."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in packed.items():
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return out.getvalue()
