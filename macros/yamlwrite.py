"""Records as YAML in the one canonical form, which yamlio reads back.

Fields in the order of the model and without those that say nothing; one field a line, two spaces deep; prose as a
block of one sentence a line; lists of words in brackets and small records in braces; dates and quotes quoted.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from macros import dates
from macros.model import (
    Answer,
    Primary,
    Prose,
    Provision,
    Quote,
    Record,
    Sentence,
    SourceText,
    Topic,
    kind_of,
    walk,
)
from macros.model.evidence import Sha256
from macros.model.topic import AllowedFigure, Licences, Wording
from macros.model.values import Url
from macros.yamlio import AMBIGUOUS, INTEGER, SCHEMA_LINE

_LONG = (Answer, Primary, Provision, SourceText, AllowedFigure, Licences, Wording)
"""Records with a line for each field; every other one inside a file stands in braces, unless its prose has lines."""
_QUOTED = (Url, Sha256)
_UNSAFE = re.compile(r"^[-?:,\[\]{}&*!|>'\"%@`]|:( |$)|[#\\]")
_UNSAFE_IN_BRACES = re.compile(r"[,\[\]{}:]")


def write(record: Record) -> str:
    """Return the file of a record: its schema on the first line, then its fields."""
    folder = "schema" if isinstance(record, Topic) else "../schema"
    schema = f"{SCHEMA_LINE} $schema={folder}/{kind_of(record)}.json"
    return "\n".join([schema, *_fields(record)]) + "\n"


def _fields(record: Record) -> Iterator[str]:
    """Yield the lines of a record with a line for each field."""
    for name, value in _said(record):
        if isinstance(value, Prose) and value:
            yield f"{name}: |-"
            yield from (f"  {line}" if line else "" for line in value.split("\n"))
        elif _is_long(value):
            yield f"{name}:"
            yield from (f"  {line}" for line in _inside(value))
        else:
            yield f"{name}: {_brief(value, quoted=isinstance(record, Quote), braces=False)}"


def _said(record: Record) -> Iterator[tuple[str, Any]]:
    """Yield the fields that say something, in the order of the model."""
    for name, field in type(record).model_fields.items():
        value = getattr(record, name)
        if field.is_required() or value != field.default:
            yield name, value


def _is_long(value: Any) -> bool:
    if isinstance(value, tuple):
        return any(isinstance(item, Record | Sentence) for item in value)
    return isinstance(value, _LONG) or (isinstance(value, Record) and any("\n" in str(leaf) for _, leaf in walk(value)))


def _inside(value: Any) -> Iterator[str]:
    """Yield the lines of a record or a list that starts on the line below its name."""
    if isinstance(value, Record):
        yield from _fields(value)
        return
    for item in value:
        lines = list(_fields(item)) if _is_long(item) else [_brief(item, braces=False)]
        yield from (("- " if not number else "  ") + line for number, line in enumerate(lines))


def _brief(value: Any, *, quoted: bool = False, braces: bool = True) -> str:
    """Return a value on one line; ``quoted`` asks for quotation marks, ``braces`` tells that it stands in braces."""
    match value:
        case Record():
            named = (f"{name}: {_brief(item, quoted=isinstance(value, Quote))}" for name, item in _said(value))
            return f"{{{', '.join(named)}}}"
        case tuple():
            return f"[{', '.join(_brief(item) for item in value)}]"
        case bool():
            return str(value).lower()
        case dates.Edtf():
            return _marked(value.text)
        case int() | Decimal():
            return str(value) if INTEGER.fullmatch(str(value)) else _marked(str(value))
    return _marked(value) if quoted or not _is_plain(value, braces=braces) else str(value)


def _is_plain(text: str, *, braces: bool) -> bool:
    """Whether a text means itself without quotation marks."""
    if not text or isinstance(text, _QUOTED) or AMBIGUOUS.fullmatch(text) or _UNSAFE.search(text):
        return False
    return not (braces and _UNSAFE_IN_BRACES.search(text))


def _marked(text: str) -> str:
    """Return a line of text in the quotation marks that leave it as it is."""
    if '"' in text or "\\" in text:
        return "'" + text.replace("'", "''") + "'"
    return f'"{text}"'
