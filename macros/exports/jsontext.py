"""JSON in which a decimal number has all its digits, which Python's own writer would round."""

import json
import re
from decimal import Decimal
from typing import Any

_SIGN = "\0"
"""Stands around a number until it is written; no text of a record can hold it."""
_NUMBER = re.compile(r'"\\u0000([^"\\]*)\\u0000"')


def dumps(value: Any, indent: int | None = None) -> str:
    """Return a value as JSON, a Decimal as a number with every digit that it has."""
    return _NUMBER.sub(r"\1", json.dumps(value, ensure_ascii=False, indent=indent, default=_marked))


def file(value: Any) -> bytes:
    """Return the content of a file that holds a value."""
    return (dumps(value, indent=1) + "\n").encode()


def _marked(value: Any) -> str:
    if isinstance(value, Decimal):
        return f"{_SIGN}{value}{_SIGN}"
    raise TypeError(f"{type(value).__name__} has no form in JSON")


def loads(text: str) -> Any:
    """Return the value that JSON text is, its numbers with every digit."""
    return json.loads(text, parse_float=Decimal)
