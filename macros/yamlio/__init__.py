"""Strict YAML: a reader that knows the line of every value, and a writer of one canonical form."""

from macros.yamlio.reader import (
    AMBIGUOUS,
    INTEGER,
    MAX_DEPTH,
    MAX_SCALAR,
    SCHEMA_LINE,
    Document,
    Refusal,
    content,
    line,
    parse,
    read,
)
