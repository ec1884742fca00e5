"""The pages made from data alone: one a statute, source, question, series and main speaker, and those that moved."""

from collections.abc import Callable, Container, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from markupsafe import Markup

from macros import phrase
from macros.checks import instructions, titles
from macros.language import gettext, message
from macros.model import Actor, Docs, Entity, Line, PageHead, Question, Sentence, Series, Source, Statute
from macros.model.addresses import address_of, page_at
from macros.queries import INDEXES, Queries
from macros.render import render, token
from macros.render.context import context, path_to_root
from macros.render.mentions import Names
from macros.site.printing import Part
from macros.views import law, people, questions, series, sources, words


@dataclass(frozen=True)
class GeneratedPage:
    """A page as MkDocs reads it; ``path`` and that of the page above it are relative to the docs folder."""

    path: str
    head: PageHead
    body: Markup
    parent: str = ""

    @property
    def markdown(self) -> str:
        """Its Markdown source, in which the body is one token."""
        return f"---\nrender_macros: false\n---\n\n{token(self.body)}\n"


def pages(queries: Queries, only: Container[str] | None = None, docs: Docs | None = None) -> Iterator[GeneratedPage]:
    """Yield every generated page; if ``only`` is given, pages whose path it does not contain are empty.

    The page of a series tells which pages of ``docs`` name it.
    """
    names, users = Names(queries.dataset), _users(docs, queries) if docs else {}
    views: Mapping[str, tuple[str, Callable[[str, Queries], Any]]] = {
        "statute": ("law", law.law),
        "source": ("source", sources.source),
        "question": ("question", questions.page),
        "series": ("series", partial(series.page, named=users)),
        "actor": ("person", people.profile),
    }
    for kind, (template, view) in views.items():
        parent = page_at(queries.home(INDEXES[kind]))
        for record_id in (name for name in queries.with_page if queries.kinds[name] == kind):
            path, head, body = page_at(queries.href(record_id)), PageHead(), Markup()
            if only is None or path in only:
                head, mentions = _head(queries.entities[record_id]), names.cutter(record_id)
                known = context(queries, "../", mentions) | {"notice": queries.dataset.topic.notice, "is_whole": False}
                body = render(template, view=view(record_id, queries), **known)
            yield GeneratedPage(path, head, body, parent)


def redirects(queries: Queries) -> Iterator[tuple[str, str]]:
    """Yield the old address of each page that moved, and the HTML that leads from there to the new one."""
    topic = queries.dataset.topic
    for was, now in queries.redirects():
        root = path_to_root(was)
        home = topic.address() or root
        label = topic.labels.get(page_at(now), now)
        yield was, render("redirect", root=root, now=now, canonical=f"{home}{now}", label=label, title=topic.title)


def _users(docs: Docs, queries: Queries) -> Mapping[str, tuple[words.SiteLink, ...]]:
    """Return the hand-written pages that name each record in a macro call, under their titles."""
    links = {
        path: words.SiteLink(titles.title(path, page, queries), address_of(path)) for path, page in docs.pages.items()
    }
    named = instructions.named((path, page.text) for path, page in docs.pages.items())
    return {name: tuple(links[path] for path in paths) for name, paths in named.items()}


def printed(queries: Queries) -> Iterator[Part]:
    """Yield every series for the page of everything, without its chart, which stands with the others there."""
    for series_id in queries.dataset.series:
        view = series.page(series_id, queries, {})
        body = render("series", view=view, is_whole=True, **context(queries, "../"))
        yield Part(queries.href(series_id), view.entry.title.label, body, is_chapter=False)


def _head(record: Entity) -> PageHead:
    """Return settings that are not validated: their words were in records, but together may be too long."""
    title: str
    about: str
    match record:
        case Statute():
            title, about = f"{record.citation}: {record.heading}", record.summary
        case Source():
            title = gettext("Source: %(title)s", title=record.title)
            about = gettext(
                "%(title)s: what was drawn from this %(kind)s of %(publisher)s, passage by passage.",
                title=record.title,
                kind=message(record.kind),
                publisher=record.publisher,
            )
        case Question():
            title, about = record.question, record.answer or record.finding
        case Series():
            title, last = record.title, phrase.period(series.latest(record)[0], record)
            about = f"{title}: {series.value(record)}, {last}."
        case Actor():
            title, about = record.name, record.summary
        case _:
            raise TypeError(f"no page is made of {record}")
    first = Sentence(about.partition("\n")[0])
    return PageHead.model_construct(title=Line(title), description=first, hide=("navigation",))
