"""What a reader can do with a fact: cite it, fix it, or report a mistake in it."""

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import quote as percent

from macros import phrase
from macros.language import apart, gettext
from macros.model import Statement
from macros.queries import Queries
from macros.views import words

FORM = "correction.yml"
"""The form of the repository for corrections; its field "fact" is filled in."""


_CITED = ("event", "statement", "observation", "chart")
"""The kinds of record that have a file with their citation, besides those with a page."""
EMBEDDED = ("chart", "observation", "question")
"""The kinds of record that have a page for frames on other sites."""


@dataclass(frozen=True)
class Contribute:
    """The addresses of a fact's file, and of the form that reports a mistake."""

    edit: str
    report: str


def contribute(record_id: str, queries: Queries) -> Contribute | None:
    """Return the addresses for a record or a number; None if the topic names no repository."""
    repository = queries.dataset.topic.repository
    if repository is None or record_id not in queries.dataset.places:
        return None
    path, line = queries.dataset.places[record_id]
    folder = queries.dataset.topic.repository_folder
    path = f"{folder}/{path}" if folder else path
    home = repository.rstrip("/")
    return Contribute(
        edit=f"{home}/blob/HEAD/{percent(path)}#L{line}",
        report=f"{home}/issues/new?template={FORM}&fact={percent(record_id)}",
    )


@dataclass(frozen=True)
class Actions:
    """What a reader can do with a record: open its address, cite it, and change or correct it.

    ``cite`` is the address of the file with its citation, ``embed`` that of its page for frames, or "".
    """

    href: str
    citation: str
    cite: str
    embed: str
    contribute: Contribute | None


def actions(record_id: str, sources: Iterable[str], queries: Queries) -> Actions:
    """Return what a reader can do with a record that rests on sources of these names."""
    cited = citation(record_id, sources, queries)
    file = f"cite/{record_id}.txt" if is_cited(record_id, queries) else ""
    embed = f"embed/{record_id}.html" if queries.kinds[record_id] in EMBEDDED else ""
    return Actions(queries.href(record_id), cited, file, embed, contribute(record_id, queries))


def is_cited(record_id: str, queries: Queries) -> bool:
    """Whether a record has a file with its citation: a fact, or what has a page or a figure of its own."""
    return queries.kinds[record_id] in _CITED or queries.has_page(record_id)


def citation(record_id: str, names: Iterable[str], queries: Queries) -> str:
    """Return how to cite a record: what it says, its sources and this site; its address is for the reader to add."""
    topic, sources = queries.dataset.topic, "; ".join(names).rstrip(".")
    values = {"said": said(record_id, queries).rstrip("."), "site": topic.title.rstrip("."), "date": topic.checked}
    if not sources:
        return gettext("%(said)s. In: %(site)s, checked on %(date)s.", **values)
    return gettext("%(said)s. Source: %(sources)s. In: %(site)s, checked on %(date)s.", **values, sources=sources)


def said(record_id: str, queries: Queries) -> str:
    """Return what a record says, in one line: all of a statement, since a later sentence may limit the first."""
    text = " ".join(words.name(record_id, queries).split())
    if point := queries.dataset.observations.get(record_id):
        return f"{phrase.capital(text)} ({phrase.period(point.observation, point.series)}): {point.series.title}"
    record = queries.entities[record_id]
    if isinstance(record, Statement):
        return f"{apart(words.voice(record.attributed_to, queries).label)}: {text}"
    date = queries.date_of(record_id)
    return f"{text} ({date})" if date else text
