"""Finds the macro calls of a page with Jinja's own parser; nothing is rendered."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from jinja2 import Environment, TemplateSyntaxError, nodes

from macros.queries import grouped

_ENVIRONMENT = Environment(comment_start_string="{#-", comment_end_string="-#}")  # noqa: S701 - parses, never renders
UNREADABLE = (TemplateSyntaxError, RecursionError, ValueError)
"""What ``parts`` raises, for wrong syntax, deep nesting and very long numbers."""
_MOST_CACHED = 1024
"""How many texts are kept parsed, since every check and every change in a preview asks again."""


@dataclass(frozen=True)
class Call:
    """A macro call whose values are all plain."""

    macro: str
    values: tuple[Any, ...]
    options: Mapping[str, Any]
    line: int = field(default=1, compare=False)

    @property
    def words(self) -> str:
        """Its option ``text``: the words that it shows, or ""."""
        text = self.options.get("text")
        return text if isinstance(text, str) else ""


@lru_cache(_MOST_CACHED)
def parts(text: str) -> tuple[nodes.Node, ...]:
    """Return the text of a page and the instructions in it, in order; raises the errors in ``UNREADABLE``."""
    tree = _ENVIRONMENT.parse(text)
    return tuple(part for one in tree.body for part in (one.nodes if isinstance(one, nodes.Output) else [one]))


def call(node: nodes.Node) -> Call | None:
    """Return a part of a page as a call; None if it is none, or has values that are not plain."""
    if not isinstance(node, nodes.Call) or not isinstance(node.node, nodes.Name) or node.dyn_args or node.dyn_kwargs:
        return None
    given = [*node.args, *(option.value for option in node.kwargs)]
    values = tuple(one.value for one in given if isinstance(one, nodes.Const))
    if len(values) < len(given):
        return None
    count = len(node.args)
    options = dict(zip((option.key for option in node.kwargs), values[count:], strict=True))
    return Call(node.node.name, values[:count], options, node.lineno)


def calls(text: str) -> list[Call]:
    """Return every call with plain values on a page; none if the page is unreadable."""
    return [one for _, one in pieces(text) if one]


@lru_cache(_MOST_CACHED)
def pieces(text: str) -> tuple[tuple[str, Call | None], ...]:
    """Return a page cut into pieces of its source, each with its call or None; one piece if it is unreadable."""
    try:
        parts(text)
        tokens = [*_ENVIRONMENT.lex(text)]
    except UNREADABLE:
        return ((text, None),)
    found: list[tuple[str, Call | None]] = []
    written, line = "", 1
    for number, kind, value in tokens:
        if kind == "variable_begin":
            found.append((written, None))
            written, line = "", number
        written += value
        if kind == "variable_end":
            found.append((written, call(parts("\n" * (line - 1) + written)[-1])))
            written = ""
    return (*found, (written, None))


def named(pages: Iterable[tuple[str, str]]) -> Mapping[str, tuple[str, ...]]:
    """Return the paths of the pages that give a value to a macro, by value; ``pages`` are paths and texts."""
    called = ((path, one) for path, text in pages for one in calls(text))
    named = ((name, path) for path, one in called for name in (*one.values, *one.options.values()))
    return grouped(dict.fromkeys(named))
