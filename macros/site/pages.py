"""The pages that are made from data: one for each statute, source, question, series and main speaker, and redirects."""

from collections.abc import Callable, Container, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from markupsafe import Markup

from macros import phrase
from macros.language import gettext, message
from macros.model import Actor, Docs, Entity, Line, PageHead, Question, Sentence, Series, Source, Statute
from macros.model.addresses import address_of, page_at
from macros.pages import instructions, titles
from macros.queries import INDEXES, Queries
from macros.render import render, token
from macros.render.context import context, path_to_root, without_mentions
from macros.render.mentions import names
from macros.site.printing import Part
from macros.views import law, people, question, series, sources, words


@dataclass(frozen=True)
class GeneratedPage:
    """A page as MkDocs reads it; ``path``, and ``parent``, that of the page above it, start at the docs folder."""

    path: str
    head: PageHead
    body: Markup
    parent: str = ""

    @property
    def markdown(self) -> str:
        """Its Markdown source, in which the body is one token."""
        return f"---\nrender_macros: false\n---\n\n{token(self.body)}\n"


def pages(
    queries: Queries, only: Container[str] | None = None, docs: Docs | None = None, *, has_definitions: bool = True
) -> Iterator[GeneratedPage]:
    """Yield every generated page; if ``only`` is given, pages whose path it does not contain are empty.

    The page of a series lists the pages of ``docs`` that name it. Prose opens the definitions of what it mentions only
    where a page has them.
    """
    mentioned = names(queries) if has_definitions else None
    naming_pages = _naming_pages(docs, queries) if docs else {}
    views: Mapping[str, tuple[str, Callable[[str, Queries], Any]]] = {
        "statute": ("law", law.law),
        "source": ("source", sources.source),
        "question": ("question", question.page),
        "series": ("series", partial(series.page, pages=naming_pages)),
        "actor": ("person", people.profile),
    }
    for kind, (template, view) in views.items():
        parent = page_at(queries.home(INDEXES[kind]))
        for record_id in (name for name in queries.with_page if queries.kinds[name] == kind):
            path = page_at(queries.href(record_id))
            if only is not None and path not in only:
                yield GeneratedPage(path, PageHead(), Markup(), parent)
                continue
            values = context(queries, "../", mentioned.cutter(record_id) if mentioned else without_mentions)
            values |= {"notice": queries.dataset.topic.notice, "is_whole": False}
            body = render(template, view=view(record_id, queries), **values)
            yield GeneratedPage(path, _head(queries.entities[record_id]), body, parent)


def redirects(queries: Queries) -> Iterator[tuple[str, str]]:
    """Yield the old address of each page that moved, and the HTML of a page there that leads to the new one."""
    topic = queries.dataset.topic
    for was, now in queries.redirects():
        root = path_to_root(was)
        home = topic.address() or root
        label = topic.labels.get(page_at(now), now)
        yield was, render("redirect", root=root, now=now, canonical=f"{home}{now}", label=label, title=topic.title)


def _naming_pages(docs: Docs, queries: Queries) -> Mapping[str, tuple[words.SiteLink, ...]]:
    """Return links to the hand-written pages that name a record in a macro call, by the id of the record."""
    links = {
        path: words.SiteLink(titles.title(path, page, queries), address_of(path)) for path, page in docs.pages.items()
    }
    paths_by_id = instructions.named((path, page.text) for path, page in docs.pages.items())
    return {record_id: tuple(links[path] for path in paths) for record_id, paths in paths_by_id.items()}


def series_parts(queries: Queries) -> Iterator[Part]:
    """Yield every series for the print page, without its chart, which stands on another page there."""
    for series_id in queries.dataset.series:
        view = series.page(series_id, queries, {})
        body = render("series", view=view, is_whole=True, **context(queries, "../"))
        yield Part(queries.href(series_id), view.entry.title.label, body, is_chapter=False)


def _head(record: Entity) -> PageHead:
    """Return the settings of a record's page, with the first sentence of what it says as the description.

    They are not validated: their words were in records, but together may be too long.
    """
    title: str
    text: str
    match record:
        case Statute():
            title, text = f"{record.citation}: {record.heading}", record.summary
        case Source():
            title = gettext("Source: %(title)s", title=record.title)
            text = gettext(
                "%(title)s: what was drawn from this %(kind)s of %(publisher)s, passage by passage.",
                title=record.title,
                kind=message(record.kind),
                publisher=record.published_by,
            )
        case Question():
            title, text = record.question, record.answer or record.finding
        case Series():
            title = record.title
            text = f"{title}: {series.value(record)}, {phrase.period(series.latest(record)[0], record)}."
        case Actor():
            title, text = record.name, record.summary
        case _:
            raise TypeError(f"no page is made of {record}")
    first_sentence = Sentence(text.partition("\n")[0])
    return PageHead.model_construct(title=Line(title), description=first_sentence, hide=("navigation",))
