"""The picture that is shown with a shared link to each page."""

from collections.abc import Mapping
from dataclasses import dataclass

from macros.queries import Queries, derived_once
from macros.views import documents
from macros.views.picture import Picture, of_words

HOME = "index.html"


@dataclass(frozen=True)
class Card:
    """A picture of 1200 by 630 pixels: its path in the site, and what is on it."""

    path: str
    view: Picture

    @property
    def alt(self) -> str:
        """What stands on it."""
        return f"{self.view.title}. {self.view.description}".replace("?. ", "? ")


@derived_once
def cards(queries: Queries) -> Mapping[str, Card]:
    """Return the card of each page that has its own, by address: home, the documents, and questions with answers."""
    topic = queries.dataset.topic
    found = {HOME: Card("assets/social.png", of_words(topic.title, topic.tagline))}
    for source_id, page in queries.documents.items():
        source = queries.dataset.sources[source_id]
        said = f"{source.title}, {source.issued}" if source.issued else str(source.title)
        found[page] = _card(source_id, documents.page(source_id, queries).label, said, topic.title)
    for name, record in queries.dataset.questions.items():
        answer = record.answer or record.finding.split("\n")[0]
        found[queries.href(name)] = _card(name, record.question, answer, topic.title)
    return found


def _card(name: str, title: str, text: str, foot: str) -> Card:
    return Card(f"assets/social/{name}.png", of_words(title, text, foot))
