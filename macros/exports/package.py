"""The description of the data as a Frictionless Data Package."""

import re
import unicodedata
from collections.abc import Iterable
from hashlib import sha256
from typing import Any

from macros import language
from macros.exports import records
from macros.exports.records import Field
from macros.exports.tables import Table
from macros.queries import Queries

VERSION = "1"
"""The version of the form of the data; it changes when a name or a meaning does."""
_CREATIVE_COMMONS = re.compile(r"CC (?P<kind>BY(?:-[A-Z]{2})*) (?P<version>\d\.\d)")
NOT_IN_FILE = ("nav", "redirects", "files", "figures", "wording", "verbs", "mistakes")
"""Settings in topic.yml that concern the site only."""


def about(queries: Queries) -> dict[str, Any]:
    """Return the head of every file of many records: version, title, language, day of the last check, licence, site."""
    topic = queries.dataset.topic
    head = {"version": VERSION, "title": topic.title, "language": language.code(), "checked": topic.checked.text}
    head |= {"licence": topic.licences.data}
    return {name: str(value) for name, value in head.items()} | ({"site": topic.address()} if topic.site_url else {})


def topic(queries: Queries) -> dict[str, Any]:
    """Return the content of topic.yml that concerns the data, in the language of its words."""
    content: dict[str, Any] = records.to_json(queries.dataset.topic, "topic", queries)
    others = [one for one in (content["language"], *content["translations"]) if one != language.code()]
    content |= {"language": language.code(), "translations": others}
    return {name: value for name, value in content.items() if name not in NOT_IN_FILE}


def licence(name: str) -> dict[str, str]:
    """Return a licence for a Frictionless Data Package; one of Creative Commons has its address."""
    described = {"name": re.sub(r"[^-a-zA-Z0-9._]+", "-", name), "title": name}
    match = _CREATIVE_COMMONS.fullmatch(name)
    if match:
        described["path"] = f"https://creativecommons.org/licenses/{match['kind'].lower()}/{match['version']}/"
    return described


def licence_address(queries: Queries) -> str:
    """Return the address of the licence of the data, or its name if the address is not known."""
    described = licence(queries.dataset.topic.licences.data)
    return described.get("path", described["title"])


def package(resources: Iterable[dict[str, Any]], queries: Queries) -> dict[str, Any]:
    """Return the content of datapackage.json."""
    topic = queries.dataset.topic
    sources = [
        {"title": f"{source.title} ({source.published_by})"} | _path(source_id, queries)
        for source_id, source in queries.dataset.sources.items()
    ]
    letters = unicodedata.normalize("NFKD", topic.title.lower()).encode("ascii", "ignore").decode()
    properties: dict[str, Any] = {
        "name": re.sub(r"[^a-z0-9]+", "-", letters).strip("-") or "data",
        "title": topic.title,
        "description": topic.summary,
        "version": f"{VERSION}.{topic.checked.text}",
        "languages": [language.code()],
        "created": f"{topic.checked.text}T00:00:00Z",
        "licenses": [licence(topic.licences.data)],
        "keywords": [str(one.label) for one in topic.topics],
        "sources": sources,
        "contributors": [{"title": str(name)} for name in topic.editors],
        "homepage": topic.address(),
    }
    given = {name: value for name, value in properties.items() if value}
    return given | {"resources": list(resources)}


def _path(source_id: str, queries: Queries) -> dict[str, str]:
    """Return the address of a source, or of its page; a site without an address has none for its pages."""
    link = queries.dataset.sources[source_id].address_at()
    address = str(link.url) if link else queries.dataset.topic.address(queries.href(source_id))
    return {"path": address} if address else {}


def resource(path: str, content: bytes, table: Table | None = None) -> dict[str, Any]:
    """Return the description of a file of many records; that of a table has its columns."""
    name, _, ending = path.rpartition(".")
    described = {
        "name": name if ending == "csv" else f"{name}-{ending}",
        "path": path,
        "format": ending,
        "mediatype": "text/csv" if ending == "csv" else "application/json",
        "bytes": len(content),
        "hash": f"sha256:{sha256(content).hexdigest()}",
    }
    if table is None:
        return described
    schema = {
        "fields": [_field(column, table) for column in table.columns],
        "primaryKey": list(table.key),
        "foreignKeys": [_foreign_key(column, table) for column in table.columns if column.table],
    }
    return described | {
        "description": table.meaning,
        "profile": "tabular-data-resource",
        "encoding": "utf-8",
        "schema": schema,
    }


def _foreign_key(column: Field, table: Table) -> dict[str, Any]:
    """Return the reference of a column to the ids of a table; "" is the name of the table that the column is in."""
    resource = "" if column.table == table.name else column.table
    return {"fields": [column.name], "reference": {"resource": resource, "fields": ["id"]}}


def _field(column: Field, table: Table) -> dict[str, Any]:
    field = {"name": column.name, "type": column.form, "description": column.meaning, "format": column.format}
    constraints: dict[str, Any] = {"required": True} if column.name in table.key else {}
    constraints |= {"enum": list(column.choices)} if column.choices else {}
    return field | {"constraints": constraints}
