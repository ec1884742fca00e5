"""The pages that are made from data alone: one a statute, a source, a question, and a page that moved."""

from collections.abc import Container, Iterator
from dataclasses import dataclass
from urllib.parse import urljoin

from markupsafe import Markup

from macros.model import Line, PageHead, Sentence
from macros.queries import Queries
from macros.render import render, token
from macros.render.calls import path_to_root
from macros.render.mentions import Names
from macros.views import law, questions, sources


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


def pages(queries: Queries, only: Container[str] | None = None) -> Iterator[GeneratedPage]:
    """Yield every generated page; if ``only`` is given, pages whose path it does not contain are empty."""
    names = Names(queries.dataset)
    for folder, records, build in (
        ("statutes", queries.dataset.statutes, _statute),
        ("sources", queries.dataset.sources, _source),
        ("questions", queries.dataset.questions, _question),
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
    return GeneratedPage(path, _head(record.question, record.answer or _first(record.finding)), body)


def _head(title: str, description: str) -> PageHead:
    """Return settings that are not validated: their words were in records, but together may be too long."""
    return PageHead.model_construct(title=Line(title), description=Sentence(description), hide=("navigation",))


def _first(text: str) -> str:
    return text.split("\n", maxsplit=1)[0]
