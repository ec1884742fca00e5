"""The macros that pages call: names on one side, views and templates on the other.

``define_env`` is the whole adapter to mkdocs-macros, and all that another engine needs.
"""

import re
from collections import Counter
from collections.abc import Callable
from typing import Any

from macros import site
from macros.mentions import Names
from macros.pagecheck import SIGNATURES
from macros.queries import Queries
from macros.render import render, wrapped
from macros.views import (
    claims,
    corrections,
    definitions,
    evidence,
    facts,
    fields,
    figure,
    health,
    law,
    numbers,
    people,
    sources,
    timeline,
    words,
)


class Macros:
    """Every macro as a method that returns one token. Ids have been checked before a page is rendered."""

    def __init__(self, queries: Queries, page_url: Callable[[], str]) -> None:
        self._queries = queries
        self._page_url = page_url
        self._mentions = Names(queries.dataset).cutter()
        self._popovers: Counter[str] = Counter()

    def _render(self, template: str, **context: Any) -> str:
        return wrapped(template, root=_root(self._page_url()), mentions=self._mentions, **context)

    def _popover(self, name: str) -> str:
        """Return an id that no other popover of the page has."""
        key = f"{self._page_url()} {name}"
        self._popovers[key] += 1
        return f"evidence-{name}-{self._popovers[key]}"

    def timeline(self, **filters: str) -> str:
        """Render the timeline: all of it, with filters for the reader, or what matches the filters given here."""
        view = timeline.timeline(self._queries, **filters)
        return self._render("timeline", view=view, filters=not filters)

    def glossary(self) -> str:
        """Render the glossary of statutes."""
        return self._render("glossary", view=law.glossary(self._queries))

    def terms(self) -> str:
        """Render the glossary of terms."""
        return self._render("terms", view=people.terms(self._queries))

    def people(self) -> str:
        """Render people and organisations."""
        return self._render("people", view=people.people(self._queries))

    def sources(self) -> str:
        """Render the list of sources."""
        return self._render("sources", view=sources.sources(self._queries))

    def series_tables(self) -> str:
        """Render every number as tables."""
        return self._render("series_tables", view=numbers.series_tables(self._queries))

    def claims(self) -> str:
        """Render what every source answers to every question."""
        return self._render("claims", view=claims.matrix(self._queries))

    def health(self) -> str:
        """Render how well the facts are supported."""
        return self._render("health", view=health.health(self._queries))

    def corrections(self) -> str:
        """Render every correction, the newest first."""
        return self._render("corrections", view=corrections.corrections(self._queries))

    def _reference(self, record_id: str, text: str | None) -> str:
        link = words.link(record_id, self._queries)
        shown = words.Link(text, link.href) if text else link
        return self._render("inline", kind=self._queries.kinds[record_id], link=shown)

    def statute(self, record_id: str, text: str | None = None) -> str:
        """Render a link to a statute's page, under its citation or other words."""
        return self._reference(record_id, text)

    def term(self, record_id: str, text: str | None = None) -> str:
        """Render a link to a term, under its label or other words."""
        return self._reference(record_id, text)

    def actor(self, record_id: str, text: str | None = None) -> str:
        """Render a link to a person or an organisation."""
        return self._reference(record_id, text)

    def source(self, record_id: str, text: str | None = None) -> str:
        """Render a link to a source's page."""
        return self._reference(record_id, text)

    def chart(self, record_id: str) -> str:
        """Render a chart with its table."""
        return self._render("figure", view=figure.figure(record_id, self._queries.dataset))

    def number(self, record_id: str, *, unit: bool = False) -> str:
        """Render a number in a sentence, with its qualifier; it opens its evidence."""
        view = numbers.number(record_id, self._queries)
        return self._render("number", view=view, unit=unit, popover=self._popover(record_id))

    def period(self, record_id: str) -> str:
        """Render the time that a number holds for, as a link to it: "since 2005"."""
        view = numbers.number(record_id, self._queries)
        return self._render("inline", kind="date", link=words.Link(view.period, self._queries.href(record_id)))

    def penalty(self, record_id: str) -> str:
        """Render the longest prison term of a provision as a link to its ladder: "up to 6 months"."""
        return self._render("inline", kind="provision", link=law.penalty(record_id, self._queries))

    def date(self, record_id: str) -> str:
        """Render the date of an event, a statement or a source as a link to it."""
        date = self._queries.date_of(record_id)
        return self._render("inline", kind="date", link=words.Link(str(date), self._queries.href(record_id)))

    def penalties(self) -> str:
        """Render the penalties of every statute as one table."""
        return self._render("penalties", view=law.penalties(self._queries))

    def statement(self, record_id: str) -> str:
        """Render a statement with its evidence."""
        return self._render("statement", view=facts.fact(record_id, self._queries))

    def quote(self, record_id: str) -> str:
        """Render the exact words of a statement with its speaker and evidence."""
        exact = next(c.quote.exact for c in self._queries.citations(record_id) if c.quote)
        return self._render("quote", view=facts.fact(record_id, self._queries), words=exact)

    def cite(self, *record_ids: str) -> str:
        """Render a mark that opens the evidence of the facts a sentence rests on."""
        view = evidence.cited(record_ids, self._queries)
        count = len({passage.source.href for item in view for passage in item.evidence.passages})
        label = f"{count} source{'s' if count != 1 else ''}"
        return self._render("cite", view=view, label=label, popover=self._popover(record_ids[0]))

    def fields(self, kind: str) -> str:
        """Render what can stand in a kind of file."""
        return self._render("fields", view=fields.fields(kind))

    def notice(self) -> str:
        """Render the topic's notice."""
        return self._render("notice", notice=self._queries.dataset.topic.notice)


_MENTION = re.compile(r'popovertarget="definition-([a-z0-9-]+)"')


def definitions_of(html: str, page_url: str) -> str:
    """Return the definitions that the mentions of a page open, each once, for its end."""
    mentioned = _MENTION.findall(html)
    if not mentioned:
        return ""
    view = definitions.definitions(mentioned, site.queries())
    # Plain text, for markup would escape the page that it is added to.
    return str(render("definitions", root=_root(page_url), view=view))


def _root(page_url: str) -> str:
    """Return the way from a page to the site."""
    return "../" * page_url.count("/")


def define_env(env: Any) -> None:
    """Register every macro with mkdocs-macros, or with an engine that runs its modules."""
    macros = Macros(site.queries(), lambda: str(env.page.url))
    for name in SIGNATURES:
        env.macro(getattr(macros, name), name)
