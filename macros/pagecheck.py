"""Checks of the hand-written pages: the navigation, macro calls, and with ``pagetext`` what stands around them."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from jinja2 import Environment, TemplateSyntaxError, nodes

from macros import characters, dates
from macros.model import KINDS, Dataset
from macros.pagetext import OUTSIDE_PROSE, form, prose
from macros.problems import Problem, did_you_mean
from macros.prose import all_quotes, name_patterns
from macros.queries import Queries

_Fault = tuple[str, str, str]
"""A message, a rule and a remedy."""
_NOT_PLAIN: _Fault = (
    "an argument is not a plain value",
    "macro",
    'write the id in quotes, such as {{ number("id") }}',
)


@dataclass(frozen=True)
class Signature:
    """What a macro takes: ids of certain kinds, how many at least and at most, and options by name."""

    kinds: tuple[str, ...] = ()
    least: int = 0
    most: int = 0
    keywords: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def count(self) -> str:
        """How many ids it takes, in words."""
        if not self.most:
            return "no ids"
        return f"1 {self._noun}" if self.most == 1 else f"{self.least} to {self.most} ids"

    def example(self, macro: str) -> str:
        """Return a call as an editor writes it."""
        argument = f'"{self.kinds[0]}{"-id" if self._noun == "id" else ""}"' if self.most else ""
        return f"{{{{ {macro}({argument}) }}}}"

    @property
    def _noun(self) -> str:
        return self.kinds[0] if self.kinds[0] in VALUES else "id"


@dataclass(frozen=True)
class Need:
    """What a record must have for a macro to show it."""

    is_met: Callable[[str, Queries], bool]
    message: str
    remedy: str


def _is_date(value: Any) -> bool:
    try:
        return isinstance(value, str) and bool(dates.parse(value))
    except ValueError:
        return False


_FACTS = ("event", "statement", "observation")
_CITED = (*_FACTS, "statute", "actor", "term", "series")
VALUES: Mapping[str, tuple[Callable[[Any], bool], str]] = {
    "date": (_is_date, 'a date such as "2017-04-11"'),
    "words": (lambda value: isinstance(value, str) and bool(value.strip()), "words in quotes"),
    "flag": (lambda value: isinstance(value, bool), "true or false"),
    "kind": (lambda value: value in KINDS, f"one of: {', '.join(KINDS)}"),
}
"""The plain values that macros take, each with a test and a description."""
NEEDS: Mapping[str, Need] = {
    "date": Need(
        lambda name, queries: queries.date_of(name) is not None,
        "has no known date",
        "cite it instead, or add the date to its file",
    ),
    "quote": Need(
        lambda name, queries: any(citation.quote for citation in queries.citations(name)),
        "quotes no words",
        'use {{ statement("id") }}, or add a quote to its citation',
    ),
}
"""What the records that some macros show must have."""
_FILTERS = {kind: (kind,) for kind in ("category", "topic", "actor", "statute", "source")}

SIGNATURES: Mapping[str, Signature] = {
    "timeline": Signature(keywords=_FILTERS | {"since": ("date",), "until": ("date",)}),
    "glossary": Signature(),
    "terms": Signature(),
    "people": Signature(),
    "sources": Signature(),
    "series_tables": Signature(),
    "claims": Signature(),
    "health": Signature(),
    "corrections": Signature(),
    "statute": Signature(("statute",), 1, 1, {"text": ("words",)}),
    "term": Signature(("term",), 1, 1, {"text": ("words",)}),
    "actor": Signature(("actor",), 1, 1, {"text": ("words",)}),
    "source": Signature(("source",), 1, 1, {"text": ("words",)}),
    "chart": Signature(("chart",), 1, 1),
    "number": Signature(("observation",), 1, 1, {"unit": ("flag",)}),
    "period": Signature(("observation",), 1, 1),
    "penalty": Signature(("provision",), 1, 1),
    "penalties": Signature(),
    "date": Signature(("event", "statement", "source"), 1, 1),
    "statement": Signature(("statement",), 1, 1),
    "quote": Signature(("statement",), 1, 1),
    "cite": Signature(_CITED, 1, 12),
    "fields": Signature(("kind",), 1, 1),
    "notice": Signature(),
}
"""Every macro that a page may call."""


def check_pages(topic_dir: Path, dataset: Dataset) -> list[Problem]:
    """Return every problem of the pages under ``topic_dir/docs``, and of the navigation."""
    docs = topic_dir / "docs"
    problems = list(_navigation(docs, dataset))
    patterns = [*OUTSIDE_PROSE, *name_patterns(dataset)]
    queries, quotes = Queries(dataset), [quote.exact for quote in all_quotes(dataset)]
    for page in _pages(docs):
        name = f"docs/{page}"
        text = characters.decode((docs / page).read_bytes())
        fault = characters.fault(text) if isinstance(text, str) else text
        if fault:
            problems.append(Problem(name, fault.line, "text", fault.message, fault.rule, fault.remedy))
        if isinstance(text, str):
            problems += form(text, name)
            problems += _calls(text, name, queries)
            problems += prose(text, name, patterns, quotes, dataset.topic.wording)
    return problems


def _pages(docs: Path) -> list[str]:
    """Return the paths of the pages inside a folder."""
    return sorted(file.relative_to(docs).as_posix() for file in docs.rglob("*.md") if file.is_file())


def _navigation(docs: Path, dataset: Dataset) -> Iterator[Problem]:
    known = _pages(docs)
    for index, page in enumerate(dataset.topic.nav):
        if page.page not in known:
            message, remedy = f"there is no docs/{page.page}", did_you_mean(page.page, known)
            path, line = dataset.places["topic"]
            yield Problem(path, line, f"nav.{index}.page", message, "no-page", remedy)


def _calls(text: str, name: str, queries: Queries) -> Iterator[Problem]:
    try:
        tree = Environment(comment_start_string="{#-", comment_end_string="-#}").parse(text)  # noqa: S701 - parsed, never rendered
    except TemplateSyntaxError as error:
        remedy = 'a macro call is {{ name("id") }}'
        yield Problem(name, error.lineno, "macro", f"not a macro call: {error.message}", "syntax", remedy)
        return
    for node in _instructions(tree):
        if isinstance(node, nodes.Call) and isinstance(node.node, nodes.Name):
            macro = node.node.name
            for message, rule, remedy in _call(node, macro, queries):
                yield Problem(name, node.lineno, f"{macro}()", message, rule, remedy)
        else:
            shown = f"{{{{ {node.name} }}}}" if isinstance(node, nodes.Name) else "an instruction in braces"
            remedy = "pages may only call macros, with ids in quotes"
            yield Problem(name, node.lineno, "macro", f"{shown} is not a call", "macro", remedy)


def _instructions(tree: nodes.Template) -> Iterator[nodes.Node]:
    """Yield whatever a page holds besides its words."""
    for statement in tree.body:
        parts = statement.nodes if isinstance(statement, nodes.Output) else [statement]
        yield from (part for part in parts if not isinstance(part, nodes.TemplateData))


def _call(call: nodes.Call, macro: str, queries: Queries) -> Iterator[_Fault]:
    signature = SIGNATURES.get(macro)
    if signature is None:
        yield f'there is no macro "{macro}"', "macro", did_you_mean(macro, SIGNATURES)
        return
    if not signature.least <= len(call.args) <= signature.most:
        yield f"it takes {signature.count}, not {len(call.args)}", "macro", f"write {signature.example(macro)}"
    for argument in call.args[: signature.most]:
        yield from _argument(argument, signature.kinds, queries, NEEDS.get(macro))
    for keyword in call.kwargs:
        if keyword.key in signature.keywords:
            yield from _argument(keyword.value, signature.keywords[keyword.key], queries)
        else:
            yield f'it has no option "{keyword.key}"', "macro", did_you_mean(keyword.key, signature.keywords)
    if call.dyn_args or call.dyn_kwargs:
        yield _NOT_PLAIN


def _argument(
    argument: nodes.Expr, accepted: tuple[str, ...], queries: Queries, need: Need | None = None
) -> Iterator[_Fault]:
    if not isinstance(argument, nodes.Const):
        yield _NOT_PLAIN
        return
    value = argument.value
    if accepted and accepted[0] in VALUES:
        fits, described = VALUES[accepted[0]]
        if not fits(value):
            yield f'"{value}" is not {described}', "macro", f"write {described}"
    elif queries.kinds.get(str(value)) not in accepted:
        known = (record for record, kind in queries.kinds.items() if kind in accepted)
        yield f'no {" or ".join(accepted)} "{value}"', "unknown-id", did_you_mean(str(value), known)
    elif need and not need.is_met(str(value), queries):
        yield f'"{value}" {need.message}', "macro", need.remedy
