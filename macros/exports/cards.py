"""Cards: pictures of words that stand for a page where somebody shares a link to it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import vl_convert

from macros.exports.labels import compressed
from macros.model import Docs
from macros.model.addresses import page_at
from macros.pages import titles
from macros.queries import Queries
from macros.render import render_file
from macros.views.picture import Picture, in_light, of_words

HOME = "index.html"


@dataclass(frozen=True)
class Card:
    """A picture of 1200 by 630 pixels that stands beside a shared link; ``path`` is its path in the site."""

    path: str
    view: Picture

    @property
    def alt(self) -> str:
        """The words on it, as its alternative text."""
        return f"{self.view.title}. {self.view.description}".replace("?. ", "? ")


def cards(queries: Queries, docs: Docs) -> Mapping[str, Card]:
    """Return the card of each page that has its own, by address: home, the documents, and the questions.

    The look-ups keep them, since each page asks for them.
    """
    key = (cards,)
    if key not in queries.derived:
        queries.derived[key] = dict(_cards(queries, docs))
    found: Mapping[str, Card] = queries.derived[key]
    return found


def files(queries: Queries, docs: Docs) -> Iterator[tuple[str, bytes]]:
    """Yield the path in the site and the content of each card, if the site has an address.

    Without one there are none, since pages name them by whole addresses.
    """
    for card in cards(queries, docs).values() if queries.dataset.topic.site_url else ():
        svg = in_light(render_file("social.svg", view=card.view))
        yield card.path, compressed(vl_convert.svg_to_png(svg, scale=1))


def _cards(queries: Queries, docs: Docs) -> Iterator[tuple[str, Card]]:
    topic = queries.dataset.topic
    headline, _ = _told(HOME, queries, docs)
    foot = topic.title if headline else ""
    yield HOME, Card("assets/social.png", of_words(headline or topic.title, topic.tagline, foot))
    for source_id, page in queries.documents.items():
        source = queries.dataset.sources[source_id]
        headline, description = _told(page, queries, docs)
        yield page, _card(source_id, headline or source.title, description or source.title, topic.title)
    for question_id, question in queries.dataset.questions.items():
        answer = question.answer or question.finding.split("\n")[0]
        yield queries.href(question_id), _card(question_id, question.question, answer, topic.title)


def _told(address: str, queries: Queries, docs: Docs) -> tuple[str, str]:
    """Return the heading and the description of a hand-written page."""
    page = docs.pages[page_at(address)]
    return titles.heading(page_at(address), page.text, queries), str(page.head.description or "")


def _card(name: str, title: str, text: str, foot: str) -> Card:
    return Card(f"assets/social/{name}.png", of_words(title, text, foot))
