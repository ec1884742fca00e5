"""JSON whose decimal numbers keep all their digits, which Python's own writer would round."""

import json
import re
from decimal import Decimal
from typing import Any

_DELIMITER = "\0"
"""Stands on both sides of a number until it is written; no text of a record can hold it."""
_NUMBER = re.compile(r'"\\u0000([^"\\]*)\\u0000"')


def dumps(value: Any, indent: int | None = None) -> str:
    """Return a value as JSON; a Decimal is a number with all its digits."""
    return _NUMBER.sub(r"\1", json.dumps(value, ensure_ascii=False, indent=indent, default=_delimited))


def file(value: Any) -> bytes:
    """Return the content of a JSON file that holds a value."""
    return (dumps(value, indent=1) + "\n").encode()


def _delimited(value: Any) -> str:
    if isinstance(value, Decimal):
        return f"{_DELIMITER}{value}{_DELIMITER}"
    raise TypeError(f"{type(value).__name__} has no form in JSON")


def loads(text: str) -> Any:
    """Return the value of JSON text; numbers with a decimal point are Decimals."""
    return json.loads(text, parse_float=Decimal)
