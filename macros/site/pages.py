"""The pages that are made from data alone: one a statute, source, question and series, and one for each that moved."""

from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from urllib.parse import urljoin

from markupsafe import Markup

from macros.checks import instructions
from macros.model import Docs, Line, PageHead, Sentence
from macros.queries import Queries
from macros.render import render, token
from macros.render.calls import path_to_root
from macros.render.mentions import Names, Segment
from macros.site.printing import Part
from macros.views import law, questions, series, sources, words


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
    for folder, records, build in (
        ("statutes", queries.dataset.statutes, _statute),
        ("sources", queries.dataset.sources, _source),
        ("questions", queries.dataset.questions, _question),
        ("numbers", queries.dataset.series, partial(_series, users=users)),
    ):
        for record_id in records:
            path = f"{folder}/{record_id}.md"
            wanted = only is None or path in only
            yield build(path, record_id, queries, names) if wanted else GeneratedPage(path, PageHead(), Markup())


def redirects(queries: Queries) -> Iterator[tuple[str, str]]:
    """Yield the old address of each page that moved, and the HTML that leads from there to the new one."""
    topic = queries.dataset.topic
    labels = {entry.page.replace(".md", ".html"): entry.label for entry in topic.nav}
    for was, now in queries.redirects():
        root = path_to_root(was)
        home = f"{topic.site_url.rstrip('/')}/" if topic.site_url else root
        label = labels.get(now, now)
        yield was, render("redirect", root=root, now=now, canonical=urljoin(home, now), label=label, title=topic.title)


def _statute(path: str, statute_id: str, queries: Queries, names: Names) -> GeneratedPage:
    view, notice = law.law(statute_id, queries), queries.dataset.topic.notice
    body = render("law", law=view, root="../", notice=notice, mentions=names.cutter(statute_id))
    head = _head(f"{view.record.citation}: {view.record.heading}", _first(view.record.summary))
    return GeneratedPage(path, head, body, "law.md")


def _source(path: str, source_id: str, queries: Queries, names: Names) -> GeneratedPage:
    source = sources.source(source_id, queries)
    title, kind, publisher = source.record.title, source.record.kind, source.record.publisher
    description = f"{title}: what was drawn from this {kind} of {publisher}, passage by passage."
    body = render("source", source=source, root="../", mentions=names.cutter())
    return GeneratedPage(path, _head(f"Source: {title}", description), body, "sources.md")


def _question(path: str, question_id: str, queries: Queries, names: Names) -> GeneratedPage:
    view = questions.page(question_id, queries)
    body = render("question", view=view, root="../", mentions=names.cutter())
    record = view.row.record
    return GeneratedPage(
        path, _head(record.question, record.answer or _first(record.finding)), body, "who-says-what.md"
    )


def _series(
    path: str, series_id: str, queries: Queries, names: Names, users: Mapping[str, tuple[words.SiteLink, ...]]
) -> GeneratedPage:
    view = series.page(series_id, queries, users)
    body = render("series", view=view, root="../", is_whole=False, mentions=names.cutter())
    description = f"{view.entry.title.label}: {view.entry.value}, {view.entry.period}."
    return GeneratedPage(path, _head(view.entry.title.label, description), body, "numbers.md")


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
