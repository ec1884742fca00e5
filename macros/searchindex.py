"""The index of search, made by Pagefind's program from our entries, the same at every build.

Pagefind's own Python client waits a tenth of a second for every record, and the program writes the values of a
filter in an order that changes from run to run; so we talk to the program ourselves, and put them in order.
"""

import gzip
import hashlib
import json
import subprocess
from base64 import b64decode, b64encode
from collections.abc import Iterable, Mapping
from itertools import pairwise
from typing import Any

from pagefind.service import get_executable

from macros.search import Entry

_UNUSED = ("ui.js", "ui.css", "highlight.js")
"""Ends of the names of files that only Pagefind's own search forms need."""


def files(entries: Iterable[Entry]) -> dict[str, bytes]:
    """Return the files of the index by their path in its folder."""
    kinds = set()
    program = get_executable()
    assert program
    with subprocess.Popen([program, "--service"], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as service:  # noqa: S603 - a pinned package
        index = _ask(service, {"type": "NewIndex", "config": {}})["index_id"]
        for entry in entries:
            kinds.add(entry.kind)
            _ask(service, {"type": "AddRecord", "index_id": index} | _record(entry))
        answer = _ask(service, {"type": "GetFiles", "index_id": index})
    found = {file["path"]: b64decode(file["content"]) for file in answer["files"]}
    return _in_order({name: data for name, data in found.items() if not name.endswith(_UNUSED)}, kinds)


def _record(entry: Entry) -> dict[str, Any]:
    return {
        "url": entry.url,
        "content": entry.text,
        "language": "en",
        "meta": {"title": entry.title} | ({"names": entry.names} if entry.names else {}),
        "filters": {"kind": [entry.kind]},
    }


def _ask(service: "subprocess.Popen[bytes]", payload: Mapping[str, Any]) -> dict[str, Any]:
    """Send one message and wait for its answer; messages are JSON in base64, each with a comma after it."""
    assert service.stdin
    assert service.stdout
    service.stdin.write(b64encode(json.dumps({"message_id": 1, "payload": payload}).encode()) + b",")
    service.stdin.flush()
    answer = b""
    while not answer.endswith(b","):
        part = service.stdout.read1()  # type: ignore[attr-defined] # it is a buffered reader
        if not part:
            raise ChildProcessError("Pagefind ended before it answered")
        answer += part
    said: dict[str, Any] = json.loads(b64decode(answer[:-1]))["payload"]
    if said["type"] == "Error":
        raise ChildProcessError(f"Pagefind: {said['message']}")
    return said


def _in_order(found: dict[str, bytes], kinds: Iterable[str]) -> dict[str, bytes]:
    """Return the files with the kinds of the filter in order, and under names that follow from their content."""
    old = next((name for name in found if name.endswith(".pf_filter")), "")
    if not old:
        return found
    (meta,) = (name for name in found if name.endswith(".pf_meta"))
    ordered = _sorted_filter(gzip.decompress(found.pop(old)), kinds)
    name = _name(old, ordered)
    about = gzip.decompress(found.pop(meta)).replace(_hash(old).encode(), _hash(name).encode())
    entry = found["pagefind-entry.json"].replace(_hash(meta).encode(), _hash(_name(meta, about)).encode())
    packed = {name: gzip.compress(ordered, mtime=0), _name(meta, about): gzip.compress(about, mtime=0)}
    return found | packed | {"pagefind-entry.json": entry}


def _sorted_filter(data: bytes, kinds: Iterable[str]) -> bytes:
    """Return a filter (CBOR: a name, and a list of pairs of value and pages) with its pairs in order of value."""
    starts = sorted(data.index(b"\x82" + bytes([0x60 + len(kind.encode())]) + kind.encode()) for kind in kinds)
    pairs = sorted(data[start:end] for start, end in pairwise([*starts, len(data)]))
    return data[: starts[0]] + b"".join(pairs)


def _hash(name: str) -> str:
    """Return the part of a file's name that stands for its content: filter/en_1234567.pf_filter."""
    return name.rsplit("_", 2)[1].split(".", maxsplit=1)[0]


def _name(old: str, data: bytes) -> str:
    known = _hash(old)
    return old.replace(known, hashlib.sha256(data).hexdigest()[: len(known)])
