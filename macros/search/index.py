"""Makes the search index from our entries with Pagefind's program, the same at every build.

Pagefind's own Python client waits a tenth of a second for every record, so we talk to the program ourselves. The
kinds of records are in a file of ours, since Pagefind writes its filters in another order at every run; beside them
are words that readers use for one another, and what to suggest before anything is searched for.
"""

import gzip
import json
import re
import subprocess
from base64 import b64decode, b64encode
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from pathlib import PurePosixPath
from typing import Any
from unicodedata import normalize

from pagefind.service import get_executable

from macros import language
from macros.model.topic import Alike
from macros.search import SearchEntry
from macros.search.alike import alike, spellings

_UNUSED = ("ui.js", "ui.css", "highlight.js")
"""Endings of files that only Pagefind's own search forms need."""
_LETTER = re.compile("[\u3005-\u3007\u3041-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")
"""A letter of Chinese or Japanese, which have no spaces between words."""
_SPELLED = str.maketrans(
    {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "\u0131": "i"}
)
"""Letters that are no others with an accent, and how readers without them write them."""


def files(
    entries: Iterable[SearchEntry], suggested: Iterable[SearchEntry] = (), groups: Iterable[Alike] = ()
) -> dict[str, bytes]:
    """Return the content of the files of the index by their path in its folder; of one address the first counts.

    ``groups`` are words of the topic that mean about the same.
    """
    known: dict[str, SearchEntry] = {}
    program = get_executable()
    assert program
    with subprocess.Popen([program, "--service"], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as service:  # noqa: S603 - a pinned package
        index = _ask(service, {"type": "NewIndex", "config": {}})["index_id"]
        for entry in entries:
            if entry.url in known:
                continue
            known[entry.url] = entry
            _ask(service, {"type": "AddRecord", "index_id": index} | _record(entry))
        answer = _ask(service, {"type": "GetFiles", "index_id": index})
    found = {file["path"]: b64decode(file["content"]) for file in answer["files"]}
    ids = {PurePosixPath(name).stem: _url(data) for name, data in found.items() if name.startswith("fragment/")}
    told = {
        "kinds": {name: known[url].kind for name, url in sorted(ids.items())},
        "days": {name: day for name, url in sorted(ids.items()) if (day := known[url].day)},
        "alike": [*map(str.split, alike()), *(list(map(str.lower, one.words)) for one in groups)],
        "spelled": _spelled(known.values()),
        "suggested": [asdict(one) for one in suggested],
    }
    found["explainer.json"] = json.dumps(told, ensure_ascii=False).encode()
    return {name: data for name, data in found.items() if not name.endswith(_UNUSED)}


def _spelled(entries: Iterable[SearchEntry]) -> dict[str, list[str]]:
    """Return the words of entries, small and without accents as in a search, by each other way to write them."""
    words = {*re.findall(r"\w+", " ".join(f"{one.title} {one.names} {one.text}" for one in entries).lower())}
    found: dict[str, set[str]] = {}
    for word in words:
        known = "".join(one for one in normalize("NFD", word) if one.isalnum())
        for other in {known.translate(_SPELLED), *spellings(known)} - {known}:
            found.setdefault(other, set()).add(known)
            if other in words:
                found.setdefault(known, set()).add(other)
    return {word: sorted(found[word]) for word in sorted(found)}


def _url(fragment: bytes) -> str:
    """Return the address in the file of a record: JSON after a prefix of Pagefind's, in gzip."""
    text = gzip.decompress(fragment)
    url: str = json.loads(text[text.index(b"{") :])["url"]
    return url


def _record(entry: SearchEntry) -> dict[str, Any]:
    return {
        "url": entry.url,
        "content": _parted(entry),
        "language": language.code().lower(),
        "meta": {name: text for name in ("title", "names", "answer") if (text := getattr(entry, name))},
    }


def _parted(entry: SearchEntry) -> str:
    """Return the text of an entry, with spaces around letters of languages that have none between words.

    Pagefind knows words by their spaces; so it finds some letters in a row. A title in such letters is a part of it.
    """
    called = " ".join(name for name in (entry.title, entry.names) if _LETTER.search(name))
    return _LETTER.sub(r" \g<0> ", f"{called} {entry.text}".strip())


def _ask(service: "subprocess.Popen[bytes]", payload: Mapping[str, Any]) -> dict[str, Any]:
    """Send one message and return the answer; messages are JSON in base64, each followed by a comma."""
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
