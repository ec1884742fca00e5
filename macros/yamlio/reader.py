"""A strict YAML reader that knows the line of every value.

It checks the events of PyYAML's C parser one at a time, and refuses whatever YAML readers disagree on. PyYAML's own
loader keeps the last of two equal keys, turns ``NO`` into false, and fails on deep nesting.
"""

import re
from dataclasses import dataclass, field
from functools import lru_cache, partial
from pathlib import Path
from typing import Any

import yaml

from macros.problems import FieldPath, Mistake, Problem, line_at
from macros.yamlio import characters, limits, syntax

MAX_DEPTH, MAX_SCALAR = 16, 20_000

AMBIGUOUS = re.compile(
    r"(?si:y|n|yes|no|on|off|true|false|null|~|=|<<|[-+]?\.(inf|nan)"  # booleans, null, merge, infinities
    r"|[-+]?\.?[0-9].*)"  # numbers of every notation, dates and times
)
_SENTENCE = re.compile(r"(?s)\S+ .*[^\W\d_]{3}.*")
"""Several words, one of them of letters: every program reads it as text, even if it begins with a number."""
INTEGER = re.compile(r"0|-?[1-9][0-9]*")
_MAX_DIGITS = 15
SCHEMA_LINE = "# yaml-language-server:"


@dataclass(frozen=True)
class Document:
    """The value of a YAML file, and its text; documents with the same text are equal."""

    value: dict[str, Any] = field(compare=False)
    text: str = ""


def line(text: str, path: FieldPath) -> int:
    """Return the line, from 1, of the value at a path in a valid YAML text, or of the nearest value around it."""
    lines = _lines(text) if path and text else {}
    while path and path not in lines:
        path = path[:-1]
    return lines.get(path, 1)


class Refusal(Exception):  # noqa: N818 - not an error of ours but a verdict
    """The first mistake in a text, with its line, from 1, and its field."""

    def __init__(self, line: int, path: FieldPath, *mistake: str) -> None:
        self.mistake = Mistake(*mistake)
        super().__init__(self.mistake.message)
        self.line, self.field = line, ".".join(map(str, path)) or "yaml"


def read(file: Path, name: str) -> Document | Problem:
    """Return the document in a file, or its first problem; ``name`` is the path that messages give."""
    try:
        return data if isinstance(data := content(file, name), Problem) else limits.within(name, partial(parse, data))
    except Refusal as refusal:
        return Problem(name, refusal.line, refusal.field, *refusal.mistake)


def content(file: Path, name: str) -> bytes | Problem:
    """Return the bytes of a file, only the beginning of a long one, or the problem that it cannot be read."""
    try:
        with file.open("rb") as stream:
            return stream.read(characters.MAX_BYTES + 1)
    except OSError as error:
        return unreadable(name, str(error.strerror))


def unreadable(name: str, why: str) -> Problem:
    """Return the problem of a file that the system does not let us read."""
    return Problem(name, 1, "file", f"it cannot be read: {why}", "unreadable", "make it readable")


def parse(data: bytes) -> Document:
    """Return the document in some bytes; raises Refusal for the first mistake."""
    text, faults = characters.read(data)
    for line, mistake in faults:
        raise Refusal(line, (), *mistake)
    try:
        return _Builder(text).document()
    except yaml.YAMLError as error:
        line, mistake = syntax.explained(error, text)
        raise Refusal(line, (), *mistake) from error


@lru_cache(maxsize=256)  # calls for one text come in a row, and a preview makes them all again after each change
def _lines(text: str) -> dict[FieldPath, int]:
    """Return the line of each key and item of a valid text."""
    builder = _Builder(text)
    builder.document()
    return builder.lines


class _Builder:
    """Builds one document from events; raises Refusal at the first mistake."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.lines: dict[FieldPath, int] = {(): 1}
        self.parser: Any = yaml.CLoader(text)
        self.comment = -1
        self.read_to = text.find("\n") if text.startswith(SCHEMA_LINE) else 0
        self.has_escapes = "\\" in text

    def next_event(self) -> Any:
        """Return the next event; keep the place of the first comment, since comments stand between events."""
        event = self.parser.get_event()
        start, end = event.start_mark.index, event.end_mark.index
        if getattr(event, "style", None) in ("|", ">"):
            start = self.text.find("\n", start)
        if self.comment < 0:
            self.comment = self.text.find("#", self.read_to, start)
        self.read_to = max(self.read_to, end)
        return event

    def document(self) -> Document:
        self.next_event()
        root = start = self.next_event()
        if isinstance(start, yaml.DocumentStartEvent):
            if start.version or start.tags:
                raise Refusal(1, (), "a % directive", "directive", "delete it")
            root = self.next_event()
            self._refuse_markup(root, ())
        if not isinstance(root, yaml.MappingStartEvent):
            message, remedy = "the file is not a list of fields", "write 'field: value' lines"
            raise Refusal(_line(root), (), message, "root-not-mapping", remedy)
        value = self._mapping(())
        self.next_event()
        if isinstance(second := self.next_event(), yaml.DocumentStartEvent):
            message, remedy = "a second document starts here", "one file holds one record"
            raise Refusal(_line(second), (), message, "many-documents", remedy)
        if self.comment >= 0:  # writers would lose it, and '#' may have cut unquoted text short
            is_schema = self.text.startswith(SCHEMA_LINE, self.comment)
            remedy = "make it the first line" if is_schema else "quote the text if '#' belongs to it, or use 'note:'"
            raise Refusal(line_at(self.text, self.comment), (), "a comment", "comment", remedy)
        return Document(value, self.text)

    def _refuse_markup(self, event: Any, path: FieldPath) -> None:
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            remedy = "write the value out, or quote it"
            raise Refusal(_line(event), path, "an anchor or alias (& or *)", "anchor", remedy)
        if getattr(event, "tag", None):
            remedy = "quote the value if '!' belongs to it"
            raise Refusal(_line(event), path, f"a tag ({event.tag})", "tag", remedy)

    def _node(self, event: Any, path: FieldPath) -> Any:
        self._refuse_markup(event, path)
        if len(path) > MAX_DEPTH:
            raise Refusal(_line(event), path, f"more than {MAX_DEPTH} levels", "too-deep", "flatten it")
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event, path)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(path)
        return self._mapping(path)

    def _sequence(self, path: FieldPath) -> tuple[Any, ...]:
        items: list[Any] = []
        while not isinstance(event := self.next_event(), yaml.SequenceEndEvent):
            here = (*path, len(items))
            self.lines[here] = _line(event)
            items.append(self._node(event, here))
        return tuple(items)

    def _mapping(self, path: FieldPath) -> dict[str, Any]:
        result: dict[str, Any] = {}
        while not isinstance(event := self.next_event(), yaml.MappingEndEvent):
            after = self.next_event()
            if result and after.start_mark.index == event.end_mark.index and isinstance(event, yaml.ScalarEvent):
                # in braces, with no colon between the two
                said = f'the comma before "{event.value}" ends the value'
                remedy = "put the whole value in quotation marks; write a number without commas"
                raise Refusal(_line(event), path, said, "comma", remedy)
            key = self._key(event, path)
            here = (*path, key)
            if key in result:
                remedy = f"delete one of the two; the other is on line {self.lines[here]}"
                raise Refusal(_line(event), here, "the key stands twice", "duplicate-key", remedy)
            self.lines[here] = _line(event)
            result[key] = self._node(after, here)
        return result

    def _key(self, event: Any, path: FieldPath) -> str:
        self._refuse_markup(event, path)
        if not isinstance(event, yaml.ScalarEvent):
            raise Refusal(_line(event), path, "a key that is not a word", "key", "write 'field: value'")
        if event.value == "<<" and not event.style:
            remedy = "write out the fields that it stands for"
            raise Refusal(_line(event), path, "<< takes fields from elsewhere", "merge-key", remedy)
        key = self._scalar(event, path)
        if not isinstance(key, str):
            raise Refusal(_line(event), path, f"the key {event.value} is not a word", "ambiguous-scalar", "quote it")
        return key

    def _scalar(self, event: Any, path: FieldPath) -> Any:
        line, value = _line(event), event.value
        if len(value) > MAX_SCALAR:
            most = f"{MAX_SCALAR:,} are the most"
            raise Refusal(line, path, f"{len(value):,} characters", "scalar-too-long", most)
        if not event.style:
            return _unquoted(value, line, path)
        if self.has_escapes and (found := characters.first_mistake(value)):  # only an escape can have brought it in
            raise Refusal(line, path, *found[1]._replace(rule="escaped-bad-char"))
        return value


def _unquoted(value: str, line: int, path: FieldPath) -> str | int | bool:
    """Return the value of text without quotation marks; raise Refusal if YAML readers disagree on it."""
    if value and (not AMBIGUOUS.fullmatch(value) or _SENTENCE.fullmatch(value)):
        return value
    if value == "":
        raise Refusal(line, path, "nothing after the colon", "empty-value", "give a value or delete the field")
    if value in ("true", "false"):
        return value == "true"
    if INTEGER.fullmatch(value):
        if len(value.lstrip("-")) > _MAX_DIGITS:
            raise Refusal(line, path, f"more than {_MAX_DIGITS} digits", "int-too-long", "quote it")
        return int(value)
    shown = value if len(value) <= 40 else value[:37] + "..."  # noqa: PLR2004 - fits a line
    message = f"{shown} is read differently by different programs"
    raise Refusal(line, path, message, "ambiguous-scalar", f'quote it: "{shown}"')


def _line(event: Any) -> int:
    """Return the line on which an event starts, from 1."""
    return int(event.start_mark.line) + 1
