"""YAML in its strictest form: the reader, with the line of every value, and the writer of the one canonical form."""

from macros.yamlio.reader import (
    AMBIGUOUS,
    INTEGER,
    MAX_DEPTH,
    MAX_SCALAR,
    SCHEMA_LINE,
    Document,
    Refusal,
    line,
    parse,
    read,
)

__all__ = [
    "AMBIGUOUS",
    "INTEGER",
    "MAX_DEPTH",
    "MAX_SCALAR",
    "SCHEMA_LINE",
    "Document",
    "Refusal",
    "line",
    "parse",
    "read",
]
