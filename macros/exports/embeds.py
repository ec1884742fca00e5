"""Pages for frames on other sites, one for each chart, number and question, and one for the timeline."""

from collections.abc import Iterator, Sequence

from markupsafe import Markup

from macros.queries import Queries
from macros.render import render
from macros.render.context import context, path_to_root
from macros.views import contribute, questions, timeline
from macros.views.contribute import Embed
from macros.views.figure import figure

POLICY = "default-src 'none'; style-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'"
"""What such a page may load: style sheets and pictures of its own site; it says nothing of who may frame it."""


def files(queries: Queries, sheets: Sequence[str] = ()) -> Iterator[tuple[str, bytes]]:
    """Yield the path and the content of each such page; ``sheets`` are the style sheets of the site."""
    topic = queries.dataset.topic
    for name in contribute.embeds(queries):
        one = contribute.embed(name, queries)
        root = path_to_root(one.path)
        body, canonical = _body(name, one, root, queries), topic.address(one.href) or f"{root}{one.href}"
        told = {"topic": topic, "root": root, "canonical": canonical, "sheets": sheets, "policy": POLICY}
        html = render("embed", embed=one, body=body, has_snippet=queries.kinds.get(name) == "chart", **told)
        yield one.path, html.encode()


def _body(name: str, one: Embed, root: str, queries: Queries) -> Markup:
    """Return what stands in a frame; its words are no links to definitions, which it has no room for."""
    shared = context(queries, root)
    match queries.kinds.get(name):
        case "chart":
            return render("figure", view=figure(name, queries), **shared)
        case "observation":
            return render("embed_number", view=queries.dataset.observations[name], **shared)
        case "question":
            return render("embed_question", view=questions.page(name, queries), **shared)
    return render("embed_timeline", view=timeline.timeline(queries), home=one.href, **shared)
