"""The pages that are made from data alone: one for each statute and each source."""

import json
from collections.abc import Container, Iterator
from dataclasses import dataclass

from markupsafe import Markup, escape

from macros.mentions import Names
from macros.queries import Queries
from macros.render import render, token
from macros.views import law, sources


@dataclass(frozen=True)
class Page:
    """A page in the engine's source form; ``path`` is relative to the docs folder."""

    path: str
    title: str
    description: str
    body: Markup

    @property
    def markdown(self) -> str:
        """Return its Markdown source, in which data stands only as escaped front matter and as one token."""
        front = {
            "title": str(escape(self.title)),
            "description": str(escape(self.description)),
            "render_macros": False,
            "hide": ["navigation"],
        }
        lines = "\n".join(f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in front.items())
        return f"---\n{lines}\n---\n\n{token(self.body)}\n"


def pages(queries: Queries, only: Container[str] | None = None) -> Iterator[Page]:
    """Yield every generated page; where ``only`` holds some of their paths, the others come empty."""
    names = Names(queries.dataset)
    for statute_id in queries.dataset.statutes:
        path = f"statutes/{statute_id}.md"
        wanted = only is None or path in only
        yield _statute(path, statute_id, queries, names) if wanted else Page(path, "", "", Markup())
    for source_id in queries.dataset.sources:
        path = f"sources/{source_id}.md"
        wanted = only is None or path in only
        yield _source(path, source_id, queries, names) if wanted else Page(path, "", "", Markup())


def _statute(path: str, statute_id: str, queries: Queries, names: Names) -> Page:
    view, ladder, notice = law.law(statute_id, queries), law.ladder(statute_id, queries), queries.dataset.topic.notice
    body = render("law", law=view, ladder=ladder, root="../", notice=notice, mentions=names.cutter(statute_id))
    return Page(path, f"{view.record.citation}: {view.record.heading}", _first(view.record.summary), body)


def _source(path: str, source_id: str, queries: Queries, names: Names) -> Page:
    source = sources.source(source_id, queries)
    title, kind, publisher = source.record.title, source.record.kind, source.record.publisher
    description = f"{title}: what was drawn from this {kind} of {publisher}, passage by passage."
    body = render("source", source=source, root="../", mentions=names.cutter())
    return Page(path, f"Source: {title}", description, body)


def _first(text: str) -> str:
    return text.split("\n", maxsplit=1)[0]
