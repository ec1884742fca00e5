"""Strict YAML: a reader that knows the line of every value, and a writer of one canonical form."""

from macros.yamlio.reader import Document, Refusal, content, line, parse, read, unreadable
