"""What a chart carries with it, in each of its files: title, unit, definition, source, caveat, licence."""

import struct
import zlib
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from macros.exports.package import licence
from macros.language import gettext
from macros.model import Source
from macros.queries import Queries
from macros.views.figure import figure

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
"""What a PNG begins with, before its chunks."""

_IN_CSVW = {"Title": "dc:title", "Description": "dc:description", "Source": "dc:source", "Copyright": "dc:rights"}
_IN_CSVW |= {"Comment": "rdfs:comment"}
"""What a table carries beside it, by the names of PNG."""


def label(chart_id: str, queries: Queries) -> dict[str, Any]:
    """Return what belongs to a chart, as JSON has it; what there is not is left out."""
    view, topic = figure(chart_id, queries), queries.dataset.topic
    found: dict[str, Any] = {
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
        "sources": [_source(queries.dataset.sources[name]) for name in view.source_ids],
        "last_read": view.as_of,
        "licence": licence(topic.licences.data),
        "notice": topic.notice,
    }
    return {name: str(value) if isinstance(value, str) else value for name, value in found.items() if value}


def _source(source: Source) -> dict[str, str]:
    address = {"url": str(source.link.url)} if source.link else {}
    return {"title": str(source.title), "publisher": str(source.publisher)} | address


def texts(carried: dict[str, Any]) -> dict[str, str]:
    """Return what a picture carries under the names that PNG has for it."""
    sources = "; ".join(f"{one['title']} ({one['publisher']})" for one in carried.get("sources", ()))
    definitions = " ".join(f"{one['name']}: {one['definition']}" for one in carried.get("definitions", ()))
    unit = gettext("Unit: %(unit)s.", unit=carried.get("unit", ""))
    found = {
        "Title": carried["title"],
        "Description": f"{carried['alt']} {unit} {definitions}".strip(),
        "Source": sources,
        "Copyright": carried["licence"]["title"],
        "Comment": carried["caveat"],
        "Disclaimer": carried["notice"],
    }
    return {name: text for name, text in found.items() if text}


def about_csv(name: str, carried: dict[str, Any]) -> dict[str, Any]:
    """Return what stands beside a table and says what it is, where programs look for it: Metadata of CSV on the Web."""
    told = {_IN_CSVW[name]: text for name, text in texts(carried).items() if name in _IN_CSVW}
    return {"@context": "http://www.w3.org/ns/csvw", "url": name} | told


def packed(png: bytes, told: Mapping[str, str] = MappingProxyType({})) -> bytes:
    """Return a PNG compressed again, since vl-convert compresses for speed, which carries texts by their names."""
    chunks, pixels, at = list[tuple[bytes, bytes]](), b"", len(_SIGNATURE)
    while at < len(png):
        length, kind = struct.unpack_from(">I4s", png, at)
        data = png[at + 8 : at + 8 + length]
        if kind == b"IDAT":
            pixels += data
        else:
            chunks.append((kind, data))
        at += length + 12
    head, *others, end = chunks
    chunks = [head, *map(_text, told.items()), *others, (b"IDAT", zlib.compress(zlib.decompress(pixels))), end]
    rows = (struct.pack(">I", len(d)) + k + d + struct.pack(">I", zlib.crc32(k + d)) for k, d in chunks)
    return _SIGNATURE + b"".join(rows)


def _text(named: tuple[str, str]) -> tuple[bytes, bytes]:
    """Return the chunk with a text: in Latin-1 where it can be, and else in UTF-8."""
    name, text = named
    try:
        return b"tEXt", name.encode() + b"\0" + text.encode("latin-1")
    except UnicodeEncodeError:
        return b"iTXt", name.encode() + b"\0\0\0\0\0" + text.encode()
