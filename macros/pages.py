"""The pages that are made from data alone: one for each statute and each source. Layer 7."""

import json
from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup, escape

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


def pages(queries: Queries) -> Iterator[Page]:
    """Yield every generated page."""
    notice = queries.dataset.topic.notice
    for statute_id in queries.dataset.statutes:
        view = law.law(statute_id, queries)
        body = render("law", law=view, root="../", notice=notice)
        yield Page(
            f"statutes/{statute_id}.md",
            f"{view.record.citation}: {view.record.heading}",
            _first(view.record.summary),
            body,
        )
    for source_id in queries.dataset.sources:
        source = sources.source(source_id, queries)
        description = f"What was drawn from this {source.record.kind} of {source.record.publisher}, passage by passage."
        body = render("source", source=source, root="../")
        yield Page(f"sources/{source_id}.md", f"Source: {source.record.title}", description, body)


def _first(text: str) -> str:
    return text.split("\n", maxsplit=1)[0]
