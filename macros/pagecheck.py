"""Checks of the hand-written pages: macro calls, and figures without a fact. Layer 5."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from jinja2 import Environment, TemplateSyntaxError, nodes

from macros import figures
from macros.model import Dataset
from macros.problems import Problem, did_you_mean
from macros.prose import QUOTED, name_patterns


@dataclass(frozen=True)
class Signature:
    """What a macro takes: ids of certain kinds, how many at least and at most, and filters by name."""

    kinds: tuple[str, ...] = ()
    least: int = 0
    most: int = 0
    keywords: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


_FACTS = ("event", "statement", "observation")
_CITED = (*_FACTS, "statute", "actor", "term", "series")
_FILTERS = {kind: (kind,) for kind in ("category", "topic", "actor", "statute", "source")}

SIGNATURES: Mapping[str, Signature] = {
    "timeline": Signature(keywords=_FILTERS | {"since": (), "until": ()}),
    "glossary": Signature(),
    "terms": Signature(),
    "people": Signature(),
    "sources": Signature(),
    "series_tables": Signature(),
    "claims": Signature(),
    "health": Signature(),
    "corrections": Signature(),
    "statute": Signature(("statute",), 1, 1, {"text": ()}),
    "term": Signature(("term",), 1, 1, {"text": ()}),
    "actor": Signature(("actor",), 1, 1, {"text": ()}),
    "source": Signature(("source",), 1, 1, {"text": ()}),
    "chart": Signature(("chart",), 1, 1),
    "number": Signature(("observation",), 1, 1, {"unit": ()}),
    "period": Signature(("observation",), 1, 1),
    "penalty": Signature(("provision",), 1, 1),
    "date": Signature(("event", "statement", "source"), 1, 1),
    "statement": Signature(("statement",), 1, 1),
    "quote": Signature(("statement",), 1, 1),
    "cite": Signature(_CITED, 1, 12),
    "notice": Signature(),
}
"""Every macro that a page may call."""

_OUTSIDE_PROSE = (
    re.compile(r"\A---\n.*?\n---\n", re.DOTALL),  # front matter
    re.compile(r"^(```|~~~).*?^\1", re.DOTALL | re.MULTILINE),  # fenced code
    re.compile(r"`[^`\n]*`"),  # code
    re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#-.*?-#\}", re.DOTALL),  # macro calls
    re.compile(r"\]\([^)]*\)|<[^>]*>|\{[#:.][^}]*\}"),  # addresses, tags, attributes
    re.compile(r"^\s*\d+\.\s", re.MULTILINE),  # numbers of a list
)


def check_pages(topic_dir: Path, dataset: Dataset) -> list[Problem]:
    """Return every problem of the pages under ``topic_dir/docs``, and of the navigation."""
    docs = topic_dir / "docs"
    problems = list(_navigation(docs, dataset))
    patterns = [*_OUTSIDE_PROSE, *name_patterns(dataset)]
    kinds = dataset.kinds()
    for file in sorted(docs.rglob("*.md")):
        name = f"docs/{file.relative_to(docs).as_posix()}"
        text = file.read_text(encoding="utf-8")
        problems += _calls(text, name, kinds)
        problems += _words(text, name, patterns, dataset)
    return problems


def _navigation(docs: Path, dataset: Dataset) -> Iterator[Problem]:
    for index, page in enumerate(dataset.topic.nav):
        if not (docs / page.page).is_file():
            known = (file.relative_to(docs).as_posix() for file in docs.rglob("*.md"))
            message, remedy = f"there is no docs/{page.page}", did_you_mean(page.page, known)
            path, line = dataset.places["topic"]
            yield Problem(path, line, f"nav.{index}.page", message, "no-page", remedy)


def _calls(text: str, name: str, kinds: Mapping[str, str]) -> Iterator[Problem]:
    try:
        tree = Environment(comment_start_string="{#-", comment_end_string="-#}").parse(text)  # noqa: S701 - parsed, never rendered
    except TemplateSyntaxError as error:
        remedy = 'a macro call is {{ name("id") }}'
        yield Problem(name, error.lineno, "macro", f"not a macro call: {error.message}", "syntax", remedy)
        return
    called = {id(call.node) for call in tree.find_all(nodes.Call)}
    for variable in tree.find_all(nodes.Name):
        if id(variable) not in called:
            message = f"{{{{ {variable.name} }}}} is not a call"
            remedy = "pages may only call macros, with ids in quotes"
            yield Problem(name, variable.lineno, "macro", message, "macro", remedy)
    for call in tree.find_all(nodes.Call):
        yield from _call(call, name, kinds)


def _call(call: nodes.Call, name: str, kinds: Mapping[str, str]) -> Iterator[Problem]:
    macro = call.node.name if isinstance(call.node, nodes.Name) else "?"

    def problem(message: str, remedy: str, rule: str = "macro") -> Problem:
        return Problem(name, call.lineno, f"{macro}()", message, rule, remedy)

    signature = SIGNATURES.get(macro)
    if signature is None:
        yield problem(f'there is no macro "{macro}"', did_you_mean(macro, SIGNATURES))
        return
    if not signature.least <= len(call.args) <= signature.most:
        wanted = f"{signature.least} to {signature.most}" if signature.most > 1 else str(signature.most)
        yield problem(
            f"it takes {wanted} ids, not {len(call.args)}",
            f"ids of a {' or '.join(signature.kinds) or 'page'}",
        )
    wanted_kinds = [(argument, signature.kinds) for argument in call.args]
    for keyword in call.kwargs:
        if keyword.key in signature.keywords:
            wanted_kinds.append((keyword.value, signature.keywords[keyword.key]))
        else:
            yield problem(f'it has no option "{keyword.key}"', did_you_mean(keyword.key, signature.keywords))
    for argument, accepted in wanted_kinds:
        if not isinstance(argument, nodes.Const):
            yield problem("an argument is not a plain value", 'write the id in quotes, such as {{ number("id") }}')
        elif accepted and kinds.get(str(argument.value)) not in accepted:
            kind = " or ".join(accepted)
            known = (record for record, its in kinds.items() if its in accepted)
            yield problem(f'no {kind} "{argument.value}"', did_you_mean(str(argument.value), known), "unknown-id")


def _words(text: str, name: str, patterns: list[re.Pattern[str]], dataset: Dataset) -> Iterator[Problem]:
    blanked = figures.blank(text, patterns)
    for stray in figures.strays(figures.blank(blanked, [QUOTED]), (), ()):
        line = text.count("\n", 0, stray.start) + 1
        message = f'the figure "{stray.words}" comes from no fact'
        remedy = 'use {{ number("id") }} or {{ date("id") }}, or allow it in topic.yml with a reason'
        yield Problem(name, line, "prose", message, "figure", remedy)
    unquoted = figures.blank(blanked, [QUOTED])
    for item in dataset.topic.wording:
        for match in re.finditer(rf"\b{re.escape(item.avoid)}\b", unquoted, re.IGNORECASE):
            line = text.count("\n", 0, match.start()) + 1
            message = f'"{item.avoid}" is not used outside quotations: {item.reason}'
            yield Problem(name, line, "prose", message, "wording", f'write "{item.use}"')
