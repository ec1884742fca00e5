"""The metadata of a chart, which each of its files has: title, unit, definition, source, caveat, licence."""

import struct
import zlib
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any

from macros.exports.package import licence
from macros.exports.records import sources
from macros.language import gettext
from macros.queries import Queries
from macros.views.figure import figure

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
"""The first bytes of a PNG, before its chunks."""

_CSVW_NAMES = {"Title": "dc:title", "Description": "dc:description", "Source": "dc:source", "Copyright": "dc:rights"}
_CSVW_NAMES |= {"Comment": "rdfs:comment"}
"""The names of CSV on the Web for the texts of a PNG."""
NUMBERS = ("value", "low", "high", "facts", "longest_years", "minimum_years", "highest_fine_amount")
"""The columns of charts and series that hold numbers."""


def label(chart_id: str, queries: Queries) -> dict[str, Any]:
    """Return the metadata of a chart for JSON, without empty values."""
    view, topic = figure(chart_id, queries), queries.dataset.topic
    metadata: dict[str, Any] = {
        "id": chart_id,
        "title": view.title,
        "page": queries.href(chart_id),
        "site": topic.address(),
        "unit": view.unit,
        "period": view.period,
        "alt": view.record.alt,
        "definitions": [{"name": name, "definition": text} for name, text in view.definitions],
        "how_to_read": list(view.key),
        "caveat": view.record.caveat,
        "why_unlike_numbers_stand_together": view.record.mixed,
        "sources": [_source(name, queries) for name in view.source_ids],
        "last_read": view.as_of,
        "licence": licence(topic.licences.data),
        "notice": topic.notice,
    }
    return {name: str(value) if isinstance(value, str) else value for name, value in metadata.items() if value}


def of_series(series_id: str, queries: Queries) -> dict[str, Any]:
    """Return the metadata of the numbers of a series, under the same names."""
    series, topic = queries.dataset.series[series_id], queries.dataset.topic
    definition = " ".join(filter(None, (series.definition, series.period_basis)))
    return {
        "title": str(series.title),
        "page": queries.href(series_id),
        "site": topic.address(),
        "unit": str(series.unit),
        "alt": "",
        "definitions": [{"name": str(series.title), "definition": definition}],
        "caveat": str(series.note or ""),
        "sources": [_source(name, queries) for name in sources(series_id, queries)],
        "licence": licence(topic.licences.data),
        "notice": str(topic.notice),
    }


def _source(source_id: str, queries: Queries) -> dict[str, str]:
    """Return title, publisher, address and page of a source; the page lists its copies where it has no address."""
    source = queries.dataset.sources[source_id]
    link = source.address_at()
    address = {"url": str(link.url)} if link else {}
    page = {"page": queries.href(source_id)}
    return {"title": str(source.title), "publisher": str(source.published_by)} | address | page


def png_texts(metadata: dict[str, Any]) -> dict[str, str]:
    """Return the metadata of a chart as texts under the names that PNG has for them."""
    named = "; ".join(f"{one['title']} ({one['publisher']})" for one in metadata.get("sources", ()))
    definitions = " ".join(f"{one['name']}: {one['definition']}" for one in metadata.get("definitions", ()))
    unit = gettext("Unit: %(unit)s.", unit=metadata.get("unit", ""))
    texts = {
        "Title": metadata["title"],
        "Description": f"{metadata['alt']} {unit} {definitions}".strip(),
        "Source": named,
        "Copyright": metadata["licence"]["title"],
        "Comment": metadata["caveat"],
        "Disclaimer": metadata["notice"],
    }
    return {name: text for name, text in texts.items() if text}


def csv_metadata(file_name: str, columns: Iterable[str], metadata: dict[str, Any]) -> dict[str, Any]:
    """Return the description of a table that stands in a file beside it (Metadata Vocabulary for Tabular Data)."""
    texts = png_texts(metadata).items()
    described: dict[str, Any] = {_CSVW_NAMES[name]: text for name, text in texts if name in _CSVW_NAMES}
    described["tableSchema"] = {
        "columns": [{"titles": name, "datatype": "decimal" if name in NUMBERS else "string"} for name in columns]
    }
    addresses = {"dc:license": metadata["licence"].get("path"), "dc:isPartOf": metadata.get("site")}
    described |= {name: {"@id": address} for name, address in addresses.items() if address}
    described["dc:references"] = [{"@id": one["url"]} for one in metadata.get("sources", ()) if "url" in one]
    return {"@context": "http://www.w3.org/ns/csvw", "url": file_name} | described


def compressed(png: bytes, texts: Mapping[str, str] = MappingProxyType({})) -> bytes:
    """Return a PNG, compressed better than vl-convert does, with texts by their names."""
    chunks: list[tuple[bytes, bytes]] = []
    pixels = b""
    at = len(_SIGNATURE)
    while at < len(png):
        length, kind = struct.unpack_from(">I4s", png, at)
        data = png[at + 8 : at + 8 + length]
        if kind == b"IDAT":
            pixels += data
        else:
            chunks.append((kind, data))
        at += length + 12
    head, *others, end = chunks
    text_chunks = (_text_chunk(name, text) for name, text in texts.items())
    chunks = [head, *text_chunks, *others, (b"IDAT", zlib.compress(zlib.decompress(pixels))), end]
    return _SIGNATURE + b"".join(_chunk(kind, data) for kind, data in chunks)


def _chunk(kind: bytes, data: bytes) -> bytes:
    """Return a chunk of a PNG: its length, its kind, its data and its checksum."""
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def _text_chunk(name: str, text: str) -> tuple[bytes, bytes]:
    """Return kind and data of the chunk with a text: in Latin-1 if that has all its letters, else in UTF-8."""
    try:
        return b"tEXt", name.encode() + b"\0" + text.encode("latin-1")
    except UnicodeEncodeError:
        return b"iTXt", name.encode() + b"\0\0\0\0\0" + text.encode()
