"""Reads the words of the interface that a topic has of its own: data/interface/LANGUAGE.po, kept by scripts.words."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from macros import yamlio
from macros.load.translations import parsed
from macros.model.values import Language
from macros.problems import Problem

FOLDER = "data/interface"
"""Where the catalogues are, relative to the topic."""
_VALUE = re.compile(r"%\(\w+\)s|%%|%")
_ROW = re.compile(r'(#.*|((msgid|msgid_plural|msgstr(\[[0-5]\])?) )?"([^"\\]|\\.)*")?')
_ACTIVE = re.compile(r'[<>"]')


def read_interface(topic_dir: Path) -> tuple[dict[str, bytes], list[Problem]]:
    """Return the catalogues of the topic by language, and every problem with them."""
    found: dict[str, bytes] = {}
    problems: list[Problem] = []
    for file in sorted((topic_dir / FOLDER).glob("[!.]*")):
        name = f"{FOLDER}/{file.name}"
        if file.suffix != ".po" or not re.fullmatch(Language.pattern, file.stem):
            message, remedy = "it is not the catalogue of a language", "name it by its language, such as fr.po"
            problems.append(Problem(name, 1, "file", message, "file-name", remedy))
            continue
        data = yamlio.content(file, name)
        faults = [data] if isinstance(data, Problem) else list(_faults(data, name, file.stem))
        problems += faults
        if isinstance(data, bytes) and not faults:
            found[file.stem] = data
    return found, problems


def _faults(data: bytes, name: str, language: str) -> Iterator[Problem]:
    """Yield every problem of a catalogue: pages fill in its values, and take its words for HTML."""
    catalogue = parsed(data, name, language, _ROW)
    if isinstance(catalogue, Problem):
        yield catalogue
        return
    for one in catalogue:
        originals, words = _texts(one.id), _texts(one.string)
        if not all(originals):  # the header
            continue
        place = (name, one.lineno or 1, originals[0])
        values = [_values(text) for text in originals]
        if any(_values(text) not in values for text in words if text):
            remedy = "take over each %(name)s and %% as it stands"
            yield Problem(*place, "its values are not those of the original", "interface", remedy)
        if any(map(_ACTIVE.search, words)):
            remedy = "write “ ” or the quotation marks of the language"
            yield Problem(*place, 'it has a mark of HTML, <, > or "', "interface", remedy)


def _texts(text: str | Iterable[str] | None) -> tuple[str, ...]:
    return (text,) if isinstance(text, str) else tuple(text or ())


def _values(text: str) -> Counter[str]:
    """Return what a page fills in; a % that is none counts as itself."""
    return Counter(_VALUE.findall(text))
