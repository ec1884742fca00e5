"""Pages for frames on other sites, one for each chart, number and question, and one for the timeline."""

from collections.abc import Iterator, Sequence

from markupsafe import Markup

from macros.exports import records
from macros.queries import Queries
from macros.render import render, render_token, tokens
from macros.render.context import context, path_to_root
from macros.views import contribute, question, timeline, words
from macros.views.contribute import Embed
from macros.views.figure import figure

_LEAST, _ROW, _QUOTE = 370, 34, 60  # pixels: of what is around, a closed answer and what more an open one has
_OF_LETTER = 0.6  # pixels of height for each character, on a phone
POLICY = "default-src 'none'; style-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'"
"""What such a page may load: style sheets and pictures of its own site. Any site may frame it."""


def files(queries: Queries, sheets: Sequence[str] = ()) -> Iterator[tuple[str, bytes]]:
    """Yield the path and the content of each such page; ``sheets`` are the style sheets of the site."""
    topic = queries.dataset.topic
    for name in contribute.embeds(queries):
        embed = contribute.embed(name, _height(name, queries), queries)
        root = path_to_root(embed.path)
        html = render(
            "embed",
            embed=embed,
            body=_body(name, embed, root, queries),
            has_snippet=queries.kinds.get(name) == "chart",
            topic=topic,
            root=root,
            canonical=topic.address(embed.href) or f"{root}{embed.href}",
            sheets=sheets,
            policy=POLICY,
        )
        yield embed.path, b"".join(piece.encode() for piece in tokens.pieces(html))


def _height(name: str, queries: Queries) -> int:
    """Return about how high what a frame holds is on a phone, in pixels; of the timeline, how high its picture is."""
    match queries.kinds.get(name):
        case "chart":
            return figure(name, queries).embed.height
        case "observation":
            series = queries.dataset.observations[name].series
            return _around(series.title, series.definition)
        case "question":
            view = question.page(name, queries)
            record, opened = view.row.record, [cell for cell, is_open in view.answers if is_open]
            texts = (record.question, record.answer, record.finding, *(one.text for one in record.primary[:1]))
            return _around(*texts, *(cell.why for cell in opened)) + len(view.answers) * _ROW + len(opened) * _QUOTE
    picture = timeline.timeline(queries).picture
    return _LEAST + sum(lane.height for lane in picture.lanes) if picture else _LEAST


def _around(*texts: object) -> int:
    """Return the height of texts and of what stands around them."""
    return _LEAST + round(sum(len(str(text or "")) for text in texts) * _OF_LETTER)


def _body(name: str, embed: Embed, root: str, queries: Queries) -> Markup:
    """Return the content of a frame; its prose has no mentions, since a frame has no room for definitions.

    That of the timeline, which can be long, is packed.
    """
    shared = context(queries, root)
    match queries.kinds.get(name):
        case "chart":
            return render("figure", view=figure(name, queries), **shared)
        case "observation":
            publishers = words.publishers(tuple(records.sources(name, queries)), queries)
            return render("embed_number", view=queries.dataset.observations[name], publishers=publishers, **shared)
        case "question":
            return render("embed_question", view=question.page(name, queries), **shared)
    token = render_token("embed_timeline", view=timeline.timeline(queries), home=embed.href, **shared)
    return Markup(tokens.pack(token))  # noqa: S704 - finished HTML
