"""What a chart carries with it, in each of its files: title, unit, definition, source, caveat, licence."""

import struct
import zlib
from typing import Any

from macros.exports.package import licence
from macros.language import gettext
from macros.model import Source
from macros.queries import Queries
from macros.views.figure import figure

_SIGNATURE = 8
"""How many bytes a PNG begins with, before its chunks."""
_HEAD = 12 + 13
"""How many bytes its first chunk has."""


def label(chart_id: str, queries: Queries) -> dict[str, Any]:
    """Return what belongs to a chart, as JSON has it; what there is not is left out."""
    view, topic, sources = figure(chart_id, queries), queries.dataset.topic, queries.dataset.sources
    cited = [sources[record_id] for record_id in _ids(chart_id, queries)]
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
        "sources": [_source(source) for source in cited],
        "last_read": view.as_of,
        "licence": licence(topic.licences.data),
        "notice": topic.notice,
    }
    return {name: str(value) if isinstance(value, str) else value for name, value in found.items() if value}


def _ids(chart_id: str, queries: Queries) -> list[str]:
    by_address = {queries.href(name): name for name in queries.dataset.sources}
    return [by_address[link.href] for link in figure(chart_id, queries).sources]


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


def labelled(png: bytes, carried: dict[str, Any]) -> bytes:
    """Return a PNG that carries these texts, as Latin-1 where they can be and else as UTF-8."""
    at = _SIGNATURE + _HEAD
    return png[:at] + b"".join(_chunk(name, text) for name, text in texts(carried).items()) + png[at:]


def _chunk(name: str, text: str) -> bytes:
    try:
        kind, data = b"tEXt", name.encode() + b"\0" + text.encode("latin-1")
    except UnicodeEncodeError:
        kind, data = b"iTXt", name.encode() + b"\0\0\0\0\0" + text.encode()
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
