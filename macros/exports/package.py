"""The description of the data as a Frictionless Data Package."""

import re
from collections.abc import Iterable
from hashlib import sha256
from typing import Any

from macros.exports import records
from macros.exports.records import Field
from macros.exports.tables import Table
from macros.queries import Queries

VERSION = "1"
"""The version of the form of the data; it changes when a name or a meaning does."""
_CREATIVE_COMMONS = re.compile(r"CC (?P<kind>BY(?:-[A-Z]{2})*) (?P<version>\d\.\d)")
NOT_IN_FILE = ("nav", "redirects", "files", "figures", "wording", "verbs", "mistakes")
"""Settings of the site that tell nothing of the topic."""


def about(queries: Queries) -> dict[str, Any]:
    """Return what every file of many records says of itself."""
    topic = queries.dataset.topic
    found = {"version": VERSION, "title": topic.title, "checked": topic.checked.text, "licence": topic.licences.data}
    return {name: str(value) for name, value in found.items()} | ({"site": topic.address()} if topic.site_url else {})


def topic(queries: Queries) -> dict[str, Any]:
    """Return what topic.yml says of the topic: title, dates, licences, lists of choices."""
    content: dict[str, Any] = records.to_json(queries.dataset.topic, "topic", queries)
    return {name: value for name, value in content.items() if name not in NOT_IN_FILE}


def licence(name: str) -> dict[str, str]:
    """Return a licence as Frictionless has it; only those of Creative Commons have an address that follows from it."""
    found = {"name": re.sub(r"[^-a-zA-Z0-9._]+", "-", name), "title": name}
    match = _CREATIVE_COMMONS.fullmatch(name)
    if match:
        found["path"] = f"https://creativecommons.org/licenses/{match['kind'].lower()}/{match['version']}/"
    return found


def licence_address(queries: Queries) -> str:
    """Return the address of the licence of the data, or its name where it has none."""
    found = licence(queries.dataset.topic.licences.data)
    return found.get("path", found["title"])


def package(resources: Iterable[dict[str, Any]], queries: Queries) -> dict[str, Any]:
    """Return the content of datapackage.json."""
    said = queries.dataset.topic
    cited = [
        {"title": f"{source.title} ({source.publisher})"} | ({"path": str(source.link.url)} if source.link else {})
        for source in queries.dataset.sources.values()
    ]
    found: dict[str, Any] = {
        "name": re.sub(r"[^a-z0-9]+", "-", said.title.lower()).strip("-") or "data",
        "title": said.title,
        "description": said.summary,
        "version": f"{VERSION}.{said.checked.text}",
        "licenses": [licence(said.licences.data)],
        "keywords": [str(one.label) for one in said.topics],
        "sources": cited,
        "contributors": [{"title": str(name)} for name in said.editors],
        "homepage": said.address(),
    }
    kept = {name: value for name, value in found.items() if value}
    return kept | {"resources": list(resources)}


def resource(path: str, content: bytes, table: Table | None = None) -> dict[str, Any]:
    """Return the description of a file of many records, of a table also with its columns."""
    name, _, ending = path.rpartition(".")
    found = {
        "name": name if ending == "csv" else f"{name}-{ending}",
        "path": path,
        "format": ending,
        "mediatype": "text/csv" if ending == "csv" else "application/json",
        "bytes": len(content),
        "hash": f"sha256:{sha256(content).hexdigest()}",
    }
    if table is None:
        return found
    schema = {"fields": [_field(column, table) for column in table.columns]}
    leading = {one.name: "" if one.table == table.name else one.table for one in table.columns if one.table}
    foreign = [
        {"fields": [name], "reference": {"resource": resource, "fields": ["id"]}} for name, resource in leading.items()
    ]
    return found | {
        "description": table.meaning,
        "profile": "tabular-data-resource",
        "encoding": "utf-8",
        "schema": schema | {"primaryKey": list(table.key), "foreignKeys": foreign},
    }


def _field(column: Field, table: Table) -> dict[str, Any]:
    found = {"name": column.name, "type": column.form, "description": column.meaning, "format": column.format}
    limits = {"required": True} if column.name in table.key else {}
    return found | {"constraints": limits | ({"enum": list(column.choices)} if column.choices else {})}
