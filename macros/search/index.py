"""Makes the search index from our entries with Pagefind's program, the same at every build.

Pagefind's own Python client waits a tenth of a second for every record, so we talk to the program ourselves. Beside
its files stands one of ours, explainer.json. It has the kinds of the records, since Pagefind writes its filters in
another order at every run; the words by which readers ask for documents and pages; words with about the same meaning;
and what to suggest before anything is searched for.
"""

import gzip
import json
import os
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
"""Letters that are not made of another letter and an accent, and how readers write them who cannot type them."""


def files(
    entries: Iterable[SearchEntry], suggested: Iterable[SearchEntry] = (), groups: Iterable[Alike] = ()
) -> dict[str, bytes]:
    """Return the content of the files of the index, by their paths in its folder.

    Of several entries with one address the first counts. ``groups`` are words of the topic that mean about the same.
    """
    by_url: dict[str, SearchEntry] = {}
    with _service() as service:
        index = _ask(service, {"type": "NewIndex", "config": {}})["index_id"]
        for entry in entries:
            if entry.url not in by_url:
                by_url[entry.url] = entry
                _ask(service, {"type": "AddRecord", "index_id": index} | _record(entry))
        answer = _ask(service, {"type": "GetFiles", "index_id": index})
    contents = {file["path"]: b64decode(file["content"]) for file in answer["files"]}
    fragments = sorted((path, data) for path, data in contents.items() if path.startswith("fragment/"))
    entry_of = {PurePosixPath(path).stem: by_url[_url(data)] for path, data in fragments}
    additions = {
        "kinds": {fragment: entry.kind for fragment, entry in entry_of.items()},
        "asked": {fragment: _asked(entry) for fragment, entry in entry_of.items() if entry.asked},
        "days": {fragment: entry.day for fragment, entry in entry_of.items() if entry.day},
        "alike": [*map(str.split, alike()), *(list(map(str.lower, group.words)) for group in groups)],
        "spelled": _spelled(by_url.values()),
        "suggested": [asdict(entry) for entry in suggested],
    }
    contents["explainer.json"] = json.dumps(additions, ensure_ascii=False).encode()
    return {path: data for path, data in contents.items() if not path.endswith(_UNUSED)}


def _asked(entry: SearchEntry) -> tuple[str, str]:
    """Return the label of a document, which has an answer, or "" for a page, and all words by which it is asked for."""
    return entry.title if entry.answer else "", f"{entry.title} {entry.asked} {entry.answer}"


def _service() -> subprocess.Popen[bytes]:
    """Start the program that makes the index; it fails in a folder whose name is not UTF-8."""
    program = get_executable()
    assert program
    pipe = subprocess.PIPE
    return subprocess.Popen([program, "--service"], cwd=os.sep, stdin=pipe, stdout=pipe)  # noqa: S603 - a pinned package


def _spelled(entries: Iterable[SearchEntry]) -> dict[str, list[str]]:
    """Return words of entries by other ways to write them; all in small letters and without accents, as in a search."""
    texts = (f"{one.title} {one.names} {one.text}".lower() for one in entries)
    words = {word for text in texts for word in re.findall(r"\w+", text)}
    by_spelling: dict[str, set[str]] = {}
    for word in words:
        searched = "".join(letter for letter in normalize("NFD", word) if letter.isalnum())
        for other in {searched.translate(_SPELLED), *spellings(searched)} - {searched}:
            by_spelling.setdefault(other, set()).add(searched)
            if other in words:
                by_spelling.setdefault(searched, set()).add(other)
    return {spelling: sorted(by_spelling[spelling]) for spelling in sorted(by_spelling)}


def _url(fragment: bytes) -> str:
    """Return the address in a fragment, Pagefind's file of a record: JSON after a prefix, in gzip."""
    text = gzip.decompress(fragment)
    url: str = json.loads(text[text.index(b"{") :])["url"]
    return url


def _record(entry: SearchEntry) -> dict[str, Any]:
    names = "; ".join(filter(None, (entry.names, entry.asked)))
    texts = {"title": entry.title, "names": names, "answer": entry.answer}
    return {
        "url": entry.url,
        "content": _with_spaces(entry),
        "language": language.code().lower(),
        "meta": {name: text for name, text in texts.items() if text},
    }


def _with_spaces(entry: SearchEntry) -> str:
    """Return the text of an entry, with spaces around letters of languages that write no spaces between words.

    Pagefind takes what stands between spaces for a word. Titles and names in such letters come before the text.
    """
    names = " ".join(name for name in (entry.title, entry.names) if _LETTER.search(name))
    return _LETTER.sub(r" \g<0> ", f"{names} {entry.text}".strip())


def _ask(service: "subprocess.Popen[bytes]", payload: Mapping[str, Any]) -> dict[str, Any]:
    """Send one message and return the payload of the answer; messages are JSON in base64, each followed by a comma.

    Raises ChildProcessError if Pagefind ends, or answers with an error.
    """
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
    result: dict[str, Any] = json.loads(b64decode(answer[:-1]))["payload"]
    if result["type"] == "Error":
        raise ChildProcessError(f"Pagefind: {result['message']}")
    return result
