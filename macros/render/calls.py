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
from macros.render import wrapped
from macros.render.context import context, path_to_root
from macros.render.mentions import Names
from macros.views import (
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

_MOST_CITED = 12
"""How many facts one mark may cite."""
INLINE = frozenset(["actor", "cite", "date", "number", "penalty", "period", "source", "statute", "term"])
"""The macros that render words of a sentence; the others render a block."""
_WITHIN = {"cite": "span", "inline": "bdi", "number": "bdi"}
"""The elements that tell the language of these, by their templates; a mark stands as the words before it run."""


def _list(template: str, view: Callable[[Queries], Any]) -> Callable[["Macros"], str]:
    """Return a macro that shows all that there is of a kind, and takes nothing."""
    return lambda macros: macros._render(template, view=view(macros._queries))  # noqa: SLF001 - it is one of its methods


def _one(kind: str, template: str, view: Callable[[str, Queries], Any]) -> Callable[..., str]:
    """Return a macro that shows one record of a kind."""

    def macro(macros: "Macros", record_id: Annotated[str, kind]) -> str:
        return macros._render(template, view=view(record_id, macros._queries))  # noqa: SLF001 - it is one of its methods

    return macro


def _reference(kind: str) -> Callable[..., str]:
    """Return a macro that links to a record of a kind, under its name or other words."""

    def macro(macros: "Macros", record_id: Annotated[str, kind], *, text: Annotated[str, "words"] = "") -> str:
        link = words.link(record_id, macros._queries)  # noqa: SLF001 - it is one of its methods
        return macros._inline(text or link.label, link.href)  # noqa: SLF001

    return macro


class Macros:
    """Every macro as a method that returns one token; arguments were checked before.

    ``data`` lists the files of the data; ``is_foreign`` tells whether a page is not in the language of its site.
    """

    def __init__(
        self,
        queries: Queries,
        page_url: Callable[[], str],
        data: Callable[[], Any] = tuple,
        is_foreign: Callable[[], bool] = bool,
    ) -> None:
        self._queries = queries
        self._data = data
        self._is_foreign = is_foreign
        self._page_url = page_url
        self._mentions = Names(queries.dataset).cutter()
        self._popovers: Counter[str] = Counter()

    def _render(self, template: str, **values: Any) -> str:
        known = context(self._queries, path_to_root(self._page_url()), self._mentions)
        element = _WITHIN.get(template, "div") if self._is_foreign() else ""
        return wrapped(template, apart=element, **known, **values)

    def _inline(self, label: str, href: str) -> str:
        return self._render("inline", label=label, href=href)

    def _popover(self, name: str) -> str:
        """Return an id that is unique on the page."""
        key = f"{self._page_url()} {name}"
        self._popovers[key] += 1
        return f"evidence-{name}-{self._popovers[key]}"

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

    corrections = _list("corrections", evidence.corrections)
    glossary = _list("glossary", law.glossary)
    health = _list("health", health.health)
    not_comparable = _list("not_comparable", series.unlike)
    opinions = _list("opinions", people.opinions)
    penalties = _list("penalties", penalties.penalties)
    questions = _list("questions", questions.matrix)
    series_tables = _list("series_index", series.index)
    sources = _list("sources", sources.sources)
    terms = _list("terms", people.terms)
    people = _list("people", people.people)

    def answers(self, *record_ids: Annotated[str, "question"]) -> str:
        """Render questions, each with its answer in a sentence and a link to what the sources say."""
        return self._render("short_answers", view=questions.short(record_ids, self._queries))

    def comparison(self, record_id: Annotated[str, "comparison"], *, rows: Annotated[int, "count"] = 0) -> str:
        """Render two documents side by side, in all rows or the first few."""
        view = self._queries.dataset.comparisons[record_id]
        return self._render("comparison", id=record_id, view=view, rows=rows, popover_of=self._popover)

    chart = _one("chart", "figure", figure.figure)
    document = _one("source", "document", documents.document)
    statement = _one("statement", "statement", facts.fact)
    actor, source, statute, term = map(_reference, ("actor", "source", "statute", "term"))

    def number(self, record_id: Annotated[str, "observation"], *, unit: Annotated[bool, "flag"] = False) -> str:
        """Render a number in a sentence, with its qualifier; it opens its evidence."""
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
        """Render a mark that opens the evidence of the facts a sentence rests on."""
        return self._render("cite", view=record_ids, popover=self._popover(record_ids[0]))

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
    """What a macro takes: values of ``kinds``, how many at least and at most, and options by name with their kinds."""

    kinds: tuple[str, ...] = ()
    least: int = 0
    most: int = 0
    keywords: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def _signature(macro: Callable[..., str]) -> Signature:
    taken = [one for one in inspect.signature(macro).parameters.values() if get_origin(one.annotation) is Annotated]
    keywords = {one.name: one.annotation.__metadata__ for one in taken if one.kind is one.KEYWORD_ONLY}
    for one in taken:
        if one.name not in keywords:
            most = _MOST_CITED if one.kind is one.VAR_POSITIONAL else 1
            return Signature(one.annotation.__metadata__, 1, most, keywords)
    return Signature(keywords=keywords)


SIGNATURES: Mapping[str, Signature] = {
    name: _signature(macro) for name, macro in vars(Macros).items() if not name.startswith("_")
}
"""Every macro that a page may call."""
