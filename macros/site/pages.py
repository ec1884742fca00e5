"""The pages made from data alone: one a statute, source, question, series and main speaker, and those that moved."""

from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

from macros.checks import instructions
from macros.language import gettext, message
from macros.model import Docs, Line, PageHead, Sentence
from macros.queries import INDEXES, Queries
from macros.render import render, token
from macros.render.calls import path_to_root
from macros.render.mentions import Names, Segment
from macros.site.printing import Part
from macros.views import law, people, questions, series, sources, words

_Content = tuple[PageHead, Markup]
"""The settings and the body of a page."""


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
    for kind, records, build in (
        ("statute", queries.dataset.statutes, _statute),
        ("source", queries.dataset.sources, _source),
        ("question", queries.dataset.questions, _question),
        ("series", queries.dataset.series, partial(_series, users=users)),
        ("actor", filter(queries.has_page, queries.dataset.actors), _actor),
    ):
        parent = queries.home(INDEXES[kind]).replace(".html", ".md")
        for record_id in records:
            path = f"{queries.folders[kind]}/{record_id}.md"
            wanted = only is None or path in only
            head, body = build(record_id, queries, names) if wanted else (PageHead(), Markup())
            yield GeneratedPage(path, head, body, parent)


def redirects(queries: Queries) -> Iterator[tuple[str, str]]:
    """Yield the old address of each page that moved, and the HTML that leads from there to the new one."""
    topic = queries.dataset.topic
    labels = {entry.page.replace(".md", ".html"): entry.label for entry in topic.nav}
    for was, now in queries.redirects():
        root = path_to_root(was)
        home = topic.address() or root
        label = labels.get(now, now)
        yield was, render("redirect", root=root, now=now, canonical=f"{home}{now}", label=label, title=topic.title)


def _statute(statute_id: str, queries: Queries, names: Names) -> _Content:
    view, notice = law.law(statute_id, queries), queries.dataset.topic.notice
    body = render("law", law=view, root="../", notice=notice, mentions=names.cutter(statute_id))
    head = _head(f"{view.record.citation}: {view.record.heading}", _first(view.record.summary))
    return head, body


def _source(source_id: str, queries: Queries, names: Names) -> _Content:
    source = sources.source(source_id, queries)
    title, kind = source.record.title, message(source.record.kind)
    description = gettext(
        "%(title)s: what was drawn from this %(kind)s of %(publisher)s, passage by passage.",
        title=title,
        kind=kind,
        publisher=source.record.publisher,
    )
    body = render("source", source=source, root="../", mentions=names.cutter())
    return _head(gettext("Source: %(title)s", title=title), description), body


def _question(question_id: str, queries: Queries, names: Names) -> _Content:
    view = questions.page(question_id, queries)
    body = render("question", view=view, root="../", mentions=names.cutter())
    record = view.row.record
    return _head(record.question, record.answer or _first(record.finding)), body


def _series(
    series_id: str, queries: Queries, names: Names, users: Mapping[str, tuple[words.SiteLink, ...]]
) -> _Content:
    view = series.page(series_id, queries, users)
    body = render("series", view=view, root="../", is_whole=False, mentions=names.cutter())
    description = f"{view.entry.title.label}: {view.entry.value}, {view.entry.period}."
    return _head(view.entry.title.label, description), body


def _actor(actor_id: str, queries: Queries, names: Names) -> _Content:
    view = people.profile(actor_id, queries)
    body = render("person", view=view, root="../", mentions=names.cutter())
    return _head(view.person.record.name, _first(view.person.record.summary)), body


def _users(docs: Docs, queries: Queries) -> Mapping[str, tuple[words.SiteLink, ...]]:
    """Return the hand-written pages that name each record in a macro call, under their titles."""
    labels = {str(entry.page): str(entry.label) for entry in queries.dataset.topic.nav}
    links = {
        path: words.SiteLink(labels.get(path) or str(page.head.title or path), f"{path.removesuffix('.md')}.html")
        for path, page in docs.pages.items()
    }
    named = instructions.named((path, page.text) for path, page in docs.pages.items())
    return {name: tuple(links[path] for path in paths) for name, paths in named.items()}


def printed(queries: Queries) -> Iterator[Part]:
    """Yield every series for the page of everything, without its chart, which stands with the others there."""
    for series_id in queries.dataset.series:
        view = series.page(series_id, queries, {})
        body = render("series", view=view, root="../", is_whole=True, mentions=lambda text, *_: (Segment(text),))
        yield Part(queries.href(series_id), view.entry.title.label, body, is_chapter=False)


def _head(title: str, description: str) -> PageHead:
    """Return settings that are not validated: their words were in records, but together may be too long."""
    return PageHead.model_construct(title=Line(title), description=Sentence(description), hide=("navigation",))


def _first(text: str) -> str:
    return text.split("\n", maxsplit=1)[0]
