"""Changes besides those of facts: files moved or reformatted, prose of pages, schemas, and what is to translate."""

import difflib
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

from macros.model.translation import QUOTES, are_translated
from macros.model.words import one_line
from macros.pages import instructions
from macros.review import emphasis
from macros.review.compare import Difference
from macros.review.emphasis import Marked
from macros.review.state import State
from macros.views import words

_REPLACED_MACROS: Mapping[str, tuple[str, ...]] = {
    "date": ("event",),
    "number": ("observation",),
    **{kind: (kind,) for kind in ("actor", "source", "statute", "term")},
}
"""The macros whose calls are replaced by words, with the kinds of record for which they are."""
_LONG = 600
"""The most characters of a passage that is shown unfolded."""


@dataclass(frozen=True)
class ProsePassage:
    """Prose of a page that differs, with a few of the words beside it."""

    page: str
    words: Marked

    @property
    def is_long(self) -> bool:
        """Whether it is too long to be read among others."""
        return len(emphasis.words(self.words)) > _LONG


@dataclass(frozen=True)
class Files:
    """What happened to files: ``moved`` has old and new paths, ``form`` sentences on what changed in the schemas."""

    moved: tuple[tuple[str, str], ...]
    reformatted: tuple[str, ...]
    prose: tuple[ProsePassage, ...]
    form: tuple[str, ...]


@dataclass(frozen=True)
class Left:
    """The texts and pages of a language that have another translation than their words, and those that have none."""

    language: str
    stale: tuple[str, ...]
    missing: tuple[str, ...]


def files(difference: Difference) -> Files:
    """Return what happened to the files of two states."""
    was, now = difference.base.files, difference.head.files
    gone = {path: data for path, data in was.items() if path not in now}
    added = {path: data for path, data in now.items() if path not in was}
    moved = tuple((old, new) for new in added for old in gone if gone[old] == added[new])
    prose = tuple(_prose(difference, moved))
    reported = {passage.page for passage in prose} | set(_touched_files(difference))
    differing = sorted(path for path in was.keys() & now.keys() if was[path] != now[path])
    by_hand = (path for path in differing if not path.startswith(("data/schema/", "data/verified/")))
    reformatted = tuple(path for path in by_hand if path not in reported)
    return Files(moved, reformatted, prose, tuple(_form(was, now)))


def _touched_files(difference: Difference) -> Iterator[str]:
    """Yield the path of the file of every fact that differs, was renamed, or refers to one that was."""
    referring = (name for old in difference.renamed for name in difference.base.queries.referrers.get(old, ()))
    names = {*difference.touched, *difference.renamed, *difference.renamed.values(), *referring}
    for state in (difference.base, difference.head):
        yield from (state.dataset.places[name][0] for name in names if name in state.dataset.places)


def _prose(difference: Difference, moved: tuple[tuple[str, str], ...]) -> Iterator[ProsePassage]:
    """Yield the paragraphs of hand-written pages that differ; pages that only moved have none."""
    before, after = _pages(difference.base), _pages(difference.head)
    paths_of_moved = {path for pair in moved for path in pair}
    for page in sorted((before.keys() | after.keys()) - paths_of_moved):
        old, new = _paragraphs(before.get(page, "")), _paragraphs(after.get(page, ""))
        for tag, a, b, c, d in difflib.SequenceMatcher(None, old, new).get_opcodes():
            if tag != "equal":
                marks = _marks(old[a:b]) & _marks(new[c:d])
                was = _without_calls(old[a:b], difference.base, marks)
                now = _without_calls(new[c:d], difference.head, marks)
                yield ProsePassage(page, emphasis.cut(emphasis.changes(was, now)))


def _pages(state: State) -> dict[str, str]:
    """Return the text of every hand-written page with its settings, also of one that cannot be read as a page."""
    pages = ((path, data) for path, data in state.files.items() if path.startswith("docs/") and path.endswith(".md"))
    return {path: data.decode(errors="replace") for path, data in pages}


def _paragraphs(text: str) -> list[str]:
    """Return the paragraphs of a page, each on one line."""
    return [*filter(None, map(one_line, re.split(r"\n\s*\n", text)))]


def _marks(paragraphs: list[str]) -> set[str]:
    """Return the calls of paragraphs, as written, that show only a mark after a sentence."""
    pieces = instructions.pieces(" ".join(paragraphs))
    return {written for written, call in pieces if call and call.macro == "cite"}


def _without_calls(paragraphs: list[str], state: State, unchanged: set[str]) -> str:
    """Return paragraphs with macro calls replaced by the words for their records, and without unchanged marks."""
    pieces = instructions.pieces(" ".join(paragraphs))
    shown = ((written, call) for written, call in pieces if written not in unchanged)
    return "".join((call and _words(call, state)) or written for written, call in shown)


def _words(call: instructions.Call, state: State) -> str | None:
    """Return the words for the record of a macro call; None for a call that shows more than words."""
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
        if was.get(path) == now.get(path):
            continue
        kind = PurePosixPath(path).stem
        if not was.get(path) or not now.get(path):
            yield f"{kind}: its form is {'described now' if now.get(path) else 'no longer described'}"
            continue
        old, new = _fields(was[path]), _fields(now[path])
        changes = [f"new field {name}" for name in new if name not in old]
        changes += [f"field {name} is gone" for name in old if name not in new]
        changes += [f"field {name} has another rule" for name in new if name in old and old[name] != new[name]]
        yield f"{kind}: {'; '.join(changes) or 'other words'}"


def _fields(data: bytes) -> dict[str, Any]:
    """Return the rule of every field in a schema and whether it is required; {} if it cannot be read."""
    try:
        schema = json.loads(data)
        parts = {"": schema} | {f"{name}.": part for name, part in schema.get("$defs", {}).items()}
        return {
            f"{prefix}{name}": (_without_descriptions(rule), name in part.get("required", ()))
            for prefix, part in parts.items()
            for name, rule in part.get("properties", {}).items()
        }
    except (ValueError, AttributeError):
        return {}


def _without_descriptions(rule: Any) -> Any:
    """Return a rule without its titles and descriptions."""
    if isinstance(rule, dict):
        return {key: _without_descriptions(inner) for key, inner in rule.items() if key not in ("description", "title")}
    return [_without_descriptions(inner) for inner in rule] if isinstance(rule, list) else rule


def left(difference: Difference) -> Iterator[Left]:
    """Yield what a change leaves to translate into each language that the topic had before; new quotes need nothing."""
    base, head = difference.base, difference.head
    for tag in head.dataset.topic.translations:
        was, now = (are_translated(state.dataset, state.docs, tag) for state in (base, head))
        open_ones = [(folder, name) for (folder, name), is_done in now.items() if not is_done]
        stale = tuple(name for folder, name in open_ones if was.get((folder, name)))
        missing = tuple(name for folder, name in open_ones if (folder, name) not in was and folder != QUOTES)
        if tag in base.dataset.topic.translations and (stale or missing):
            yield Left(tag, stale, missing)
