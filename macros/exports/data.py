"""All data under ``data/v1/``: collections as JSON and CSV, a file for each record, schemas, and a zip."""

import csv
import io
import json
import zipfile
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from macros.exports import annotations, package, records, schemas, tables
from macros.exports.charts import table as csv_table
from macros.exports.jsontext import dumps
from macros.exports.jsontext import file as json_file
from macros.language import gettext, gettext_noop, message
from macros.model import FOLDERS
from macros.queries import Queries, derived_once
from macros.render import render_markdown

HOME = "data/v1/"
"""The folder of this version of the data; what is in it keeps its names and meanings."""
ZIP = f"{HOME}all.zip"
_OTHERS = {
    f"{HOME}datapackage.json": gettext_noop("Description of every file and column"),
    f"{HOME}topic.json": gettext_noop("The topic itself"),
    f"{HOME}CHANGELOG.md": gettext_noop("Changes to the form of the data"),
    f"{HOME}LICENSE.md": gettext_noop("License"),
    "changes.atom": gettext_noop("Changes to facts, as Atom"),
    "changes.json": gettext_noop("Changes to facts, as JSON Feed"),
    "events.ics": gettext_noop("Dated events, as a calendar"),
    "llms.txt": gettext_noop("List of pages as plain text"),
    "print.txt": gettext_noop("All pages as one plain text"),
    "cite/all.bib": gettext_noop("All citations, as BibTeX"),
    "cite/all.ris": gettext_noop("All citations, as RIS"),
    "cite/all.json": gettext_noop("All citations, as CSL-JSON"),
    "cite/sources.bib": gettext_noop("The sources alone, as BibTeX"),
    "cite/sources.ris": gettext_noop("The sources alone, as RIS"),
    "cite/sources.json": gettext_noop("The sources alone, as CSL-JSON"),
}
Files = Iterator[tuple[str, bytes]]


class Listed(NamedTuple):
    """A file of the data, for the page that lists them; ``json`` is the path of the same as JSON, "" if there is none.

    ``size`` is in bytes, ``rows`` None for the zip.
    """

    path: str
    json: str
    meaning: str
    rows: int | None
    size: int


def files(queries: Queries) -> Files:
    """Yield the path in the site and the content of every file, the same at every build."""
    with zipfile.ZipFile(io.BytesIO(_zip(queries))) as archive:
        yield from ((f"{HOME}{name}", archive.read(name)) for name in archive.namelist())
    yield ZIP, _zip(queries)
    for folder in records.COLLECTIONS:
        for record in records.collection(folder, queries):
            yield f"{HOME}{folder}/{record['id']}.json", json_file(record)
    for old, new in queries.dataset.moved.items():
        yield f"{HOME}{tables.PLURAL[queries.kinds[new]]}/{old}.json", json_file({"id": old, "moved_to": new})


@derived_once
def _zip(queries: Queries) -> bytes:
    zipped = io.BytesIO()
    with zipfile.ZipFile(zipped, "w") as archive:
        for name, content in _zipped_files(queries):
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)  # dated 1980: the same each time
    return zipped.getvalue()


def _zipped_files(queries: Queries) -> Files:
    """Yield the files of the zip: those that hold many records each, annotations, descriptions and schemas."""
    rows: defaultdict[str, list[tables.Row]] = defaultdict(list)
    resources: list[dict[str, Any]] = []
    for folder in (*records.COLLECTIONS, "moved"):
        items = list(records.collection(folder, queries))
        if folder in FOLDERS:
            for name, rows_of_folder in tables.rows(folder, items).items():
                rows[name] += rows_of_folder
        content = _collection(package.about(queries) | {"collection": folder}, items)
        resources.append(package.resource(f"{folder}.json", content))
        yield resources[-1]["path"], content
    for name, table in tables.tables().items():
        content = csv_table(tables.cells(table, rows[name]))
        resources.append(package.resource(f"{name}.csv", content, table))
        yield resources[-1]["path"], content
    yield "topic.json", json_file(package.topic(queries))
    for path, collection in annotations.files(queries, HOME):
        yield path.removeprefix(HOME), json_file(collection)
    for name, schema in schemas.published():
        yield f"schema/{name}.json", schema.encode()
    yield "datapackage.json", json_file(package.package(resources, queries))
    yield from _texts(queries)


def _texts(queries: Queries) -> Files:
    all_tables = list(tables.tables().values())
    for name in ("README", "LICENSE", "CHANGELOG"):
        text = render_markdown(f"data-{name.lower()}", topic=queries.dataset.topic, tables=all_tables)
        yield f"{name}.md", f"{text}\n".encode()


class Listing(NamedTuple):
    """The files for re-users: those of the data, and the addresses of others with what each is."""

    data: tuple[Listed, ...]
    others: tuple[tuple[str, str], ...]


def listing(queries: Queries) -> Listing:
    """Return the files for re-users."""
    return Listing(listed(queries), tuple(others(queries).items()))


def others(queries: Queries) -> dict[str, str]:
    """Return what other files are, by their addresses; the calendar is there only if there is an event."""
    left_out = () if queries.dataset.events else ("events.ics",)
    return {path: message(meaning) for path, meaning in _OTHERS.items() if path not in left_out}


@derived_once
def listed(queries: Queries) -> tuple[Listed, ...]:
    """Return the zip of all, then each table, with their sizes."""
    archive = zipfile.ZipFile(io.BytesIO(_zip(queries)))
    meaning_of_zip = gettext("Everything below, as JSON too, with schemas and a description")
    found = [Listed(ZIP, "", meaning_of_zip, None, len(_zip(queries)))]
    for resource in json.loads(archive.read("datapackage.json"))["resources"]:
        if resource["format"] != "csv":
            continue
        path, json_path = resource["path"], f"{resource['name']}.json"
        rows = sum(1 for _ in csv.reader(io.StringIO(archive.read(path).decode(), newline=""))) - 1
        same_as_json = f"{HOME}{json_path}" if json_path in archive.namelist() else ""
        meaning = message(resource["description"]).rstrip(".")
        found.append(Listed(f"{HOME}{path}", same_as_json, meaning, rows, resource["bytes"]))
    return tuple(found)


def _collection(about: dict[str, Any], items: Iterable[Any]) -> bytes:
    """Return an object with ``items`` as JSON, one item a line, since Python needs much memory to indent many."""
    head = dumps(about, indent=1).removesuffix("\n}")
    body = ",\n".join(map(dumps, items))
    return f'{head},\n "items": [\n{body}\n ]\n}}\n'.encode()
