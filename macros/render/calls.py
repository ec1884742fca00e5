"""The macros that pages call.

The annotations of a macro's arguments are the kinds of record whose id it takes, or a kind of plain value; checks of
pages read them.
"""

import inspect
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Annotated, Any, get_origin

from macros import phrase
from macros.queries import Queries
from macros.render import render_token
from macros.render.context import context, path_to_root
from macros.render.mentions import names
from macros.views import (
    citemarks,
    documents,
    evidence,
    facts,
    fields,
    figure,
    health,
    law,
    penalties,
    people,
    questions,
    series,
    sources,
    timeline,
    words,
)

_MOST_CITED = 12  # how many facts one mark may cite
INLINE = frozenset(["actor", "cite", "date", "number", "penalty", "period", "source", "statute", "term"])
"""The macros that render words of a sentence; the others render a block."""
_INLINE_ELEMENTS = {"cite": "span", "inline": "bdi", "number": "bdi"}
"""The elements that state the language of inline templates; a mark follows the direction of the words before it."""


def _list_macro(template: str, view: Callable[[Queries], Any]) -> Callable[["Macros"], str]:
    """Return a macro that takes no arguments and shows all records of a kind."""
    return lambda macros: macros._render(template, view=view(macros._queries))  # noqa: SLF001 - it is one of its methods


def _record_macro(kind: str, template: str, view: Callable[[str, Queries], Any]) -> Callable[..., str]:
    """Return a macro that shows one record of a kind."""

    def macro(macros: "Macros", record_id: Annotated[str, kind]) -> str:
        return macros._render(template, view=view(record_id, macros._queries))  # noqa: SLF001 - it is one of its methods

    return macro


def _link_macro(kind: str) -> Callable[..., str]:
    """Return a macro that links to a record of a kind, under its name or the words given."""

    def macro(macros: "Macros", record_id: Annotated[str, kind], *, text: Annotated[str, "words"] = "") -> str:
        link = words.link(record_id, macros._queries)  # noqa: SLF001 - it is one of its methods
        return macros._inline(text or link.label, link.href)  # noqa: SLF001

    return macro


class Macros:
    """Every macro as a method that returns one token; its arguments were checked before.

    ``page_url`` returns the address of the page that is rendered, ``data`` the files of the data and other files, and
    ``is_foreign`` whether that page is in another language than its site.
    """

    def __init__(
        self,
        queries: Queries,
        page_url: Callable[[], str],
        data: Callable[[], tuple[Any, Any]] = lambda: ((), ()),
        is_foreign: Callable[[], bool] = bool,
    ) -> None:
        self._queries = queries
        self._data = data
        self._is_foreign = is_foreign
        self._page_url = page_url
        self._mentions = names(queries).cutter()
        self._popovers: Counter[str] = Counter()

    def _render(self, template: str, **values: Any) -> str:
        names = context(self._queries, path_to_root(self._page_url()), self._mentions)
        element = _INLINE_ELEMENTS.get(template, "div") if self._is_foreign() else ""
        return render_token(template, element=element, **names, **values)

    def _inline(self, label: str, href: str) -> str:
        return self._render("inline", label=label, href=href)

    def _popover(self, record_id: str) -> str:
        """Return an id for the popover of a record that is unique on the page."""
        key = f"{self._page_url()} {record_id}"
        self._popovers[key] += 1
        return f"evidence-{record_id}-{self._popovers[key]}"

    def timeline(  # noqa: PLR0913 - as many as there are filters
        self,
        *,
        category: Annotated[str, "category"] = "",
        lane: Annotated[str, "lane"] = "",
        topic: Annotated[str, "topic"] = "",
        actor: Annotated[str, "actor"] = "",
        statute: Annotated[str, "statute"] = "",
        source: Annotated[str, "source"] = "",
        since: Annotated[str, "date"] = "",
        until: Annotated[str, "date"] = "",
    ) -> str:
        """Render the whole timeline with filters for the reader, or the part that matches the filters given here."""
        filters = {"category": category, "lane": lane, "topic": topic, "actor": actor, "statute": statute}
        filters |= {"source": source, "since": since, "until": until}
        filters = {name: value for name, value in filters.items() if value}
        view = timeline.timeline(self._queries, **filters)
        return self._render("timeline", view=view, filters=not filters)

    corrections = _list_macro("corrections", evidence.corrections)
    glossary = _list_macro("glossary", law.glossary)
    health = _list_macro("health", health.health)
    not_comparable = _list_macro("not_comparable", series.unlike)
    opinions = _list_macro("opinions", people.opinions)
    penalties = _list_macro("penalties", penalties.compared)
    questions = _list_macro("questions", questions.matrix)
    series_tables = _list_macro("series_index", series.index)
    sources = _list_macro("sources", sources.sources)
    terms = _list_macro("terms", people.terms)
    people = _list_macro("people", people.people)

    def answers(self, *record_ids: Annotated[str, "question"]) -> str:
        """Render questions, each with its answer in one sentence and a link to its page."""
        return self._render("short_answers", view=questions.short(record_ids, self._queries))

    def comparison(self, record_id: Annotated[str, "comparison"], *, rows: Annotated[int, "count"] = 0) -> str:
        """Render two documents side by side: the first ``rows`` rows, or all."""
        view = self._queries.dataset.comparisons[record_id]
        return self._render("comparison", id=record_id, view=view, rows=rows, popover_of=self._popover)

    chart = _record_macro("chart", "figure", figure.figure)
    document = _record_macro("source", "document", documents.document)
    statement = _record_macro("statement", "statement", facts.fact)
    actor, source, statute, term = map(_link_macro, ("actor", "source", "statute", "term"))

    def number(self, record_id: Annotated[str, "observation"], *, unit: Annotated[bool, "flag"] = False) -> str:
        """Render a number in a sentence, with its qualifier, as a button that opens its evidence."""
        view = self._queries.dataset.observations[record_id]
        return self._render("number", view=view, unit=unit, popover=self._popover(record_id))

    def period(self, record_id: Annotated[str, "observation"]) -> str:
        """Render the time that a number holds for, as a link to it: "since 2005"."""
        point = self._queries.dataset.observations[record_id]
        period = phrase.period(point.observation, point.series)
        return self._inline(period, self._queries.href(record_id))

    def penalty(self, record_id: Annotated[str, "provision"]) -> str:
        """Render the longest prison term of a provision as a link to its ladder: "up to 6 months"."""
        link = penalties.penalty(record_id, self._queries)
        return self._inline(link.label, link.href)

    def date(self, record_id: Annotated[str, "event", "statement", "source"]) -> str:
        """Render the date of an event, a statement or a source as a link to it."""
        date = self._queries.date_of(record_id)
        return self._inline(str(date), self._queries.href(record_id))

    def quote(self, record_id: Annotated[str, "statement"]) -> str:
        """Render the exact words of a statement with its speaker and evidence."""
        cited = next(c for c in self._queries.citations(record_id) if c.quote)
        language = self._queries.dataset.sources[cited.source].language
        return self._render("quote", view=facts.fact(record_id, self._queries), quote=cited.quote, language=language)

    def cite(
        self,
        *record_ids: Annotated[str, "event", "statement", "observation", "statute", "actor", "term", "series"],
    ) -> str:
        """Render a mark that opens the evidence of the facts that a sentence rests on."""
        view = citemarks.cite_mark(record_ids, self._queries)
        return self._render("cite", view=view, popover=self._popover(record_ids[0]))

    def fields(self, kind: Annotated[str, "kind"]) -> str:
        """Render the fields of a kind of file."""
        return self._render("fields", view=fields.fields(kind))

    def data_files(self) -> str:
        """Render the files of the data, each with its size."""
        return self._render("data_files", view=self._data())

    def notice(self) -> str:
        """Render the topic's notice."""
        return self._render("notice", notice=self._queries.dataset.topic.notice)


@dataclass(frozen=True)
class Signature:
    """The arguments of a macro: ``least`` to ``most`` values of ``kinds``, and options by name with their kinds."""

    kinds: tuple[str, ...] = ()
    least: int = 0
    most: int = 0
    keywords: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def _signature(macro: Callable[..., str]) -> Signature:
    parameters = inspect.signature(macro).parameters.values()
    annotated = [parameter for parameter in parameters if get_origin(parameter.annotation) is Annotated]
    keywords = {one.name: one.annotation.__metadata__ for one in annotated if one.kind is one.KEYWORD_ONLY}
    for parameter in annotated:
        if parameter.name not in keywords:
            most = _MOST_CITED if parameter.kind is parameter.VAR_POSITIONAL else 1
            return Signature(parameter.annotation.__metadata__, 1, most, keywords)
    return Signature(keywords=keywords)


SIGNATURES: Mapping[str, Signature] = {
    name: _signature(macro) for name, macro in vars(Macros).items() if not name.startswith("_")
}
"""Every macro that a page may call."""
