"""Checks hand-written pages: the navigation, macro calls and, with ``pagetext``, the text around them."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from jinja2 import TemplateSyntaxError, nodes

from macros.checks.prose import all_quotes, name_patterns, normalised_words
from macros.checks.records import known_ids
from macros.model import KINDS, Dataset, Docs, PageSource, dates
from macros.model.addresses import address_of
from macros.model.docs import OUTSIDE_PROSE
from macros.pages import docsfolder, homes, instructions, links, markup, placement, settings
from macros.pages.pagetext import RAW, form, prose
from macros.pages.translated import same_page
from macros.problems import Mistake, Problem, did_you_mean
from macros.queries import Queries
from macros.render.calls import INLINE, SIGNATURES, Signature
from macros.yamlio import limits
from macros.yamlio.characters import is_line

_NOT_READ = ("unreadable", "too-large", "too-long")
"""Rules for pages of which nothing is read, so that it is not known what they show and where they lead."""
_Need = tuple[Callable[[str, Queries], bool], str, str]
"""A test, and the message and the remedy for a record that fails it."""
_NOT_PLAIN = Mistake("an argument is not a plain value", "macro", 'write the id in quotes, such as {{ number("id") }}')


def _is_date(value: Any) -> bool:
    try:
        return isinstance(value, str) and bool(dates.parse(value))
    except ValueError:
        return False


VALUES: Mapping[str, tuple[Callable[[Any], bool], str]] = {
    "date": (_is_date, 'a date such as "2017-04-11"'),
    "words": (lambda value: isinstance(value, str) and is_line(value), "words in quotes"),
    "flag": (lambda value: isinstance(value, bool), "true or false"),
    "count": (lambda value: type(value) is int and value > 0, "a whole number of 1 or more"),
    "kind": (lambda value: value in KINDS, f"one of: {', '.join(KINDS)}"),
}
"""The plain values that macros take, each with a test and a description."""
NEEDS: Mapping[str, _Need] = {
    "document": (
        lambda name, queries: name in queries.documents,
        "is not one of the documents that the topic is about",
        "name it under 'documents' in topic.yml, or link to it with {{ source(\"id\") }}",
    ),
    "answers": (
        lambda name, queries: queries.dataset.questions[name].answer is not None,
        "has no answer in a sentence",
        "write its 'answer', or link to it",
    ),
    "date": (
        lambda name, queries: queries.date_of(name) is not None,
        "has no known date",
        "cite it instead, or add the date to its file",
    ),
    "quote": (
        lambda name, queries: any(citation.quote for citation in queries.citations(name)),
        "quotes no words",
        'use {{ statement("id") }}, or add a quote to its citation',
    ),
}
"""What a macro needs of a record to show it."""


def check_pages(docs: Docs, dataset: Dataset) -> list[Problem]:
    """Return every problem of the docs folder, and of the navigation."""
    languages, everything = dataset.topic.translations, docs
    docs = everything.without(languages)
    queries = homes.queries(docs, dataset)
    quotes = [words for quote in all_quotes(dataset) for words in normalised_words(quote)]
    problems = [*docs.problems, *docsfolder.problems(docs, queries), *placement.misplaced_documents(docs, dataset)]
    patterns = (*OUTSIDE_PROSE, *name_patterns(dataset))
    _prepare(queries, patterns)
    for path, page in docs.pages.items():
        name = f"docs/{path}"
        found = limits.within(name, partial(_page, path, page.text, queries, patterns, quotes))
        if isinstance(found, Problem):
            settings.markdown.cache_clear()  # it is in the middle of the page
            _prepare(queries, patterns)
            found = [found]
        problems += found
    if not any(one.rule in ("macro", "syntax", "unknown-id") for one in problems):  # a call with a mistake is a call
        problems += placement.missing(docs, queries)
    for language in languages:
        problems += _translations(everything.translations(language), language, docs, queries)
    if any(one.rule in _NOT_READ for one in docs.problems):
        problems = [one for one in problems if one.rule not in ("no-page", "no-way", "no-version")]
    if not problems:  # links of pages with mistakes cannot be read
        problems += links.dead(docs, queries)
    return problems


def _translations(pages: Mapping[str, PageSource], language: str, docs: Docs, queries: Queries) -> Iterator[Problem]:
    """Yield every problem of the pages that translate ``docs`` into a language."""
    for path, page in pages.items():
        name = f"docs/{language}/{path}"
        original = docs.pages.get(path)
        if original is None:
            message, remedy = f"there is no docs/{path}, which it could translate", did_you_mean(path, docs.pages)
            yield Problem(name, 1, "page", message, "no-page", remedy)
            continue
        found = limits.within(name, partial(_translation, page, original, name, queries, language))
        yield from [found] if isinstance(found, Problem) else found


def _translation(page: PageSource, original: PageSource, name: str, queries: Queries, language: str) -> list[Problem]:
    languages = str(queries.dataset.topic.language), language
    is_current = page.head.translates == original.digest
    mistakes = [*same_page(original.text, page.text, languages)] if is_current else []
    if page.head.translates is None:
        remedy = f"begin it with three lines: '---', 'translates: {original.digest}' and '---'"
        message = "it does not say which version it translates, so that it is not shown"
        mistakes = [Mistake(message, "no-version", remedy)]
    return [*_instructions(page.text, name, queries, []), *(Problem(name, 1, "page", *mistake) for mistake in mistakes)]


def _prepare(queries: Queries, patterns: tuple[re.Pattern[str], ...]) -> None:
    """Fill the caches that all pages share, so that the time for this does not count against the first page."""
    _page("", "On 1 May, :material-check: “some words”.", queries, patterns, ())


def _page(
    path: str, text: str, queries: Queries, patterns: tuple[re.Pattern[str], ...], quotes: Sequence[str]
) -> list[Problem]:
    name, spoken = f"docs/{path}", [text]
    found = list(_instructions(text, name, queries, spoken)) or [
        *placement.empty(path, text, queries),
        *placement.repeated(path, text),
    ]
    return found + [one for said in spoken for one in prose(said, name, patterns, quotes, queries.dataset.topic)]


def without_wrong_calls(text: str, queries: Queries) -> str:
    """Return the text of a page with ⚠ in place of each macro call that has a problem."""
    pieces = (
        (written, [*_instructions(written, "", queries, [])] if call else ())
        for written, call in instructions.pieces(text)
    )
    return "".join("⚠" if problems else written for written, problems in pieces)


def _instructions(text: str, name: str, queries: Queries, spoken: list[str]) -> Iterator[Problem]:
    """Yield problems with the macro calls of a page, and with the markup around them.

    The option ``text`` of each call is added to ``spoken``, with empty lines before it so that its line is the same.
    """
    remedy = f'a macro call is {{{{ name("id") }}}}; {RAW}'
    try:
        parts = instructions.parts(text)
    except instructions.UNREADABLE as error:
        line, reason = 1, "it is too long or too deep"
        if isinstance(error, TemplateSyntaxError):
            line, reason = error.lineno, str(error.message)
        yield Problem(name, line, "macro", f"not a macro call: {reason}", "syntax", remedy)
        return
    for node in parts:
        if (call := instructions.call(node)) and call.words:
            spoken.append("\n" * (node.lineno - 1) + call.words)
        if isinstance(node, nodes.Call) and isinstance(node.node, nodes.Name):
            macro = node.node.name
            for mistake in _call(node, macro, queries):
                yield Problem(name, node.lineno, f"{macro}()", *mistake)
        elif not isinstance(node, nodes.TemplateData):
            shown = f"{{{{ {node.name} }}}}" if isinstance(node, nodes.Name) else "an instruction in braces"
            remedy = f"pages may only call macros, with ids in quotes; {RAW}"
            yield Problem(name, node.lineno, "macro", f"{shown} is not a call", "macro", remedy)
    rendered = "".join(node.data if isinstance(node, nodes.TemplateData) else _mark(node) for node in parts)
    yield from form(text, rendered, name, partial(_is_home, name, queries))


def _is_home(name: str, queries: Queries, anchor: str) -> bool:
    """Whether a page is the one that shows the record or number with this id."""
    home = address_of(name.removeprefix("docs/"))
    if anchor in queries.dataset.observations:
        return queries.home("series_tables") == home
    return anchor in queries.entities and queries.href(anchor) == f"{home}#{anchor}"


def _mark(node: nodes.Node) -> str:
    """Return what stands for the output of an instruction."""
    call = instructions.call(node)
    return markup.mark(node.lineno, is_block=bool(call and call.macro in SIGNATURES and call.macro not in INLINE))


def _call(call: nodes.Call, macro: str, queries: Queries) -> Iterator[Mistake]:
    signature = SIGNATURES.get(macro)
    if signature is None:
        yield Mistake(f'there is no macro "{macro}"', "macro", did_you_mean(macro, SIGNATURES))
        return
    if not signature.least <= len(call.args) <= signature.most:
        wanted, example = _usage(macro, signature)
        yield Mistake(f"it takes {wanted}, not {len(call.args)}", "macro", f"write {example}")
    for argument in call.args[: signature.most]:
        yield from _argument(argument, signature.kinds, queries, NEEDS.get(macro))
    for keyword in call.kwargs:
        if keyword.key in signature.keywords:
            yield from _argument(keyword.value, signature.keywords[keyword.key], queries)
        else:
            remedy = did_you_mean(keyword.key, signature.keywords)
            yield Mistake(f'it has no option "{keyword.key}"', "macro", remedy)
    if call.dyn_args or call.dyn_kwargs:
        yield _NOT_PLAIN


def _usage(macro: str, signature: Signature) -> tuple[str, str]:
    """Return how many ids a macro takes, in words, and a call as an editor writes it."""
    if not signature.most:
        return "no ids", f"{{{{ {macro}() }}}}"
    kind = signature.kinds[0]
    noun, value = (kind, kind) if kind in VALUES else ("id", f"{kind}-id")
    count = f"1 {noun}" if signature.most == 1 else f"{signature.least} to {signature.most} ids"
    return count, f'{{{{ {macro}("{value}") }}}}'


def _argument(
    argument: nodes.Expr, accepted: tuple[str, ...], queries: Queries, need: _Need | None = None
) -> Iterator[Mistake]:
    if not isinstance(argument, nodes.Const):
        yield _NOT_PLAIN
        return
    value = argument.value
    if accepted and accepted[0] in VALUES:
        fits, described = VALUES[accepted[0]]
        if not fits(value):
            yield Mistake(f'"{value}" is not {described}', "macro", f"write {described}")
    elif queries.kinds.get(str(value)) not in accepted:
        remedy = known_ids(str(value), accepted, queries.kinds)
        yield Mistake(f'no {" or ".join(accepted)} "{value}"', "unknown-id", remedy, str(value))
    elif need:
        is_met, message, remedy = need
        if not is_met(str(value), queries):
            yield Mistake(f'"{value}" {message}', "macro", remedy)
