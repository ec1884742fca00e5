"""What happened to files besides their facts: moved, reformatted, changed in the prose of pages or in the schemas."""

import difflib
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

from macros.checks import instructions
from macros.model.words import one_line
from macros.review import emphasis
from macros.review.compare import Difference
from macros.review.emphasis import Emphasised
from macros.review.state import State
from macros.views import words

_REPLACED_MACROS: Mapping[str, tuple[str, ...]] = {
    "date": ("event",),
    "number": ("observation",),
    **{kind: (kind,) for kind in ("actor", "source", "statute", "term")},
}
"""Macros that are replaced by words, with the kinds of record for which they are."""
_LONG = 600


@dataclass(frozen=True)
class ProsePassage:
    """Prose of a page that differs, with a few of the words around it."""

    page: str
    was: Emphasised
    now: Emphasised

    @property
    def is_long(self) -> bool:
        """Whether it is too long to be read among others."""
        return len(emphasis.words(self.was)) + len(emphasis.words(self.now)) > _LONG


@dataclass(frozen=True)
class Files:
    """What happened to files: ``moved`` pairs old and new paths, ``form`` has sentences on what the schemas changed."""

    moved: tuple[tuple[str, str], ...]
    reformatted: tuple[str, ...]
    prose: tuple[ProsePassage, ...]
    form: tuple[str, ...]


def files(difference: Difference) -> Files:
    """Return what happened to the files of two states."""
    was, now = difference.base.files, difference.head.files
    gone = {path: data for path, data in was.items() if path not in now}
    moved = tuple((old, new) for new in now if new not in was for old in gone if gone[old] == now[new])
    prose = tuple(_prose(difference, moved))
    told = {passage.page for passage in prose} | set(_touched_files(difference))
    differing = sorted(path for path in was.keys() & now.keys() if was[path] != now[path])
    by_hand = (path for path in differing if not path.startswith(("data/schema/", "data/verified/")))
    reformatted = tuple(path for path in by_hand if path not in told)
    return Files(moved, reformatted, prose, tuple(_form(was, now)))


def _touched_files(difference: Difference) -> Iterator[str]:
    """Yield the path of the file of every fact that differs, was renamed, or refers to one that was."""
    names = {*difference.touched, *difference.renamed, *difference.renamed.values()}
    for old in difference.renamed:
        names.update(difference.base.queries.referrers.get(old, ()))
    for state in (difference.base, difference.head):
        yield from (state.dataset.places[name][0] for name in names if name in state.dataset.places)


def _prose(difference: Difference, moved: tuple[tuple[str, str], ...]) -> Iterator[ProsePassage]:
    """Yield the paragraphs of hand-written pages that differ."""
    before, after = difference.base.pages, difference.head.pages
    paths = {path for pair in moved for path in pair}
    for page in sorted((before.keys() | after.keys()) - paths):
        old, new = _paragraphs(before.get(page, "")), _paragraphs(after.get(page, ""))
        for tag, a, b, c, d in difflib.SequenceMatcher(None, old, new).get_opcodes():
            if tag != "equal":
                was, now = _with_words(old[a:b], difference.base), _with_words(new[c:d], difference.head)
                yield ProsePassage(page, *map(emphasis.cut, emphasis.changes(was, now)))


def _paragraphs(text: str) -> list[str]:
    """Return the paragraphs of a page, each on one line."""
    return [*filter(None, map(one_line, re.split(r"\n\s*\n", text)))]


def _with_words(paragraphs: list[str], state: State) -> str:
    """Return paragraphs with macro calls replaced by the words for their facts."""
    pieces = instructions.pieces(" ".join(paragraphs))
    return "".join((call and _words(call, state)) or written for written, call in pieces)


def _words(call: instructions.Call, state: State) -> str | None:
    """Return the words for the fact of a macro call; None for a call that is more, which is shown as written."""
    if len(call.values) != 1 or call.options.keys() - {"text", "unit"}:
        return None
    record = call.values[0]
    if state.queries.kinds.get(record) not in _REPLACED_MACROS.get(call.macro, ()):
        return None
    if call.macro == "date":
        return str(state.queries.date_of(record))
    return call.words or words.name(record, state.queries)


def _form(was: Mapping[str, bytes], now: Mapping[str, bytes]) -> Iterator[str]:
    """Yield a sentence for each JSON Schema that differs."""
    for path in sorted(path for path in was.keys() | now.keys() if path.startswith("data/schema/")):
        if was.get(path) != now.get(path):
            kind = PurePosixPath(path).stem
            old, new = _fields(was.get(path, b"{}")), _fields(now.get(path, b"{}"))
            if not was.get(path) or not now.get(path):
                yield f"{kind}: its form is {'described now' if now.get(path) else 'no longer described'}"
                continue
            told = [f"new field {name}" for name in new if name not in old]
            told += [f"field {name} is gone" for name in old if name not in new]
            told += [f"field {name} has another rule" for name in new if name in old and old[name] != new[name]]
            yield f"{kind}: {'; '.join(told) or 'other words'}"


def _fields(data: bytes) -> dict[str, Any]:
    """Return the rule of every field in a schema, without its descriptions, and whether it is required."""
    try:
        schema = json.loads(data)
        parts = {"": schema} | {f"{name}.": part for name, part in schema.get("$defs", {}).items()}
        return {
            f"{prefix}{name}": (_bare(rule), name in part.get("required", ()))
            for prefix, part in parts.items()
            for name, rule in part.get("properties", {}).items()
        }
    except (ValueError, AttributeError):
        return {}


def _bare(rule: Any) -> Any:
    """Return a rule without its titles and descriptions."""
    if isinstance(rule, dict):
        return {key: _bare(inner) for key, inner in rule.items() if key not in ("description", "title")}
    return [_bare(inner) for inner in rule] if isinstance(rule, list) else rule
