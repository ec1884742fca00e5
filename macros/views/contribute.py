"""What a reader can do with a fact: cite it, show it in a frame on another site, fix it, or report a mistake in it."""

import textwrap
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple
from urllib.parse import quote as percent

from macros import phrase
from macros.language import apart, gettext
from macros.model import Statement
from macros.queries import Queries, derived_once
from macros.views import words

FORM = "correction.yml"
"""The form of the repository for corrections; its field "fact" is filled in."""
_CITED = ("event", "statement", "observation", "chart")
"""The kinds of record that have a file with their citation although they have no page."""
EMBEDDED = ("chart", "observation", "question")
"""The kinds of record that have a page for frames on other sites."""
TIMELINE = "timeline/index"
"""The name of the embedded timeline, which is no id."""
_NAME_LENGTHS = (60, 120)  # the most characters of a name that buttons repeat, and where that is not enough


class Actions(NamedTuple):
    """What a reader can do with a record: open its address, cite it, and change or correct it."""

    name: str
    """What it is about, in a few words."""
    href: str
    citation: str
    cite: str
    """The address of the file with its citation, "" without one."""
    embed: str
    """The address of its page for frames, "" without one."""
    edit: str
    """The address of its file in the repository, "" without one."""
    report: str
    """The address of the form that reports a mistake in it, or of the page that tells how to; "" without one."""


def actions(record_id: str, sources: Iterable[str], queries: Queries) -> Actions:
    """Return what a reader can do with a record; ``sources`` are the names of the sources that it rests on."""
    edit, report = _edit_and_report(record_id, queries)
    return Actions(
        name=brief(record_id, queries),
        href=queries.href(record_id),
        citation=citation(record_id, sources, queries),
        cite=f"cite/{record_id}.txt" if is_cited(record_id, queries) else "",
        embed=f"embed/{record_id}.html" if queries.kinds[record_id] in EMBEDDED else "",
        edit=edit,
        report=report,
    )


def brief(record_id: str, queries: Queries) -> str:
    """Return what a record is about, as its buttons repeat it: in the fewest words that no other record has."""
    names, counts = _brief_names(record_id, queries), _counts_of_names(queries)
    return next((name for name in names if counts[name] == 1), names[-1])


@derived_once
def _counts_of_names(queries: Queries) -> Counter[str]:
    """Return how many records could have each name."""
    records = (*queries.entities, *queries.dataset.observations)
    return Counter(name for record_id in records for name in set(_brief_names(record_id, queries)))


def _brief_names(record_id: str, queries: Queries) -> tuple[str, ...]:
    """Return possible names of a record, the shortest first: its words cut, a number with its period and series."""
    name = words.name(record_id, queries)
    if point := queries.dataset.observations.get(record_id):
        name = f"{name} ({phrase.period_in_list(point.observation, point.series)})"
        return name, f"{name}: {point.series.title}"
    return *(textwrap.shorten(name, length, placeholder="…") for length in _NAME_LENGTHS), name


def _edit_and_report(record_id: str, queries: Queries) -> tuple[str, str]:
    """Return the addresses where a record is edited, and where a mistake in it is reported; "" if there is none."""
    topic = queries.dataset.topic
    if topic.repository is None or record_id not in queries.dataset.places:
        return "", (topic.mistakes or "").replace(".md", ".html", 1)
    path, line = queries.dataset.places[record_id]
    path = f"{topic.repository_folder}/{path}" if topic.repository_folder else path
    home = topic.repository.rstrip("/")
    form = f"{home}/issues/new?template={FORM}&fact={percent(record_id)}"
    return f"{home}/blob/HEAD/{percent(path)}#L{line}", form


def is_cited(record_id: str, queries: Queries) -> bool:
    """Whether a record has a file with its citation: facts, charts and records with a page have one."""
    return queries.kinds[record_id] in _CITED or queries.has_page(record_id)


def citation(record_id: str, names: Iterable[str], queries: Queries) -> str:
    """Return a citation of a record: what it says, the names of its sources, and this site, without the address."""
    topic = queries.dataset.topic
    sources = "; ".join(names).rstrip(".")
    question = queries.dataset.questions.get(record_id)
    said = " ".join(filter(None, (in_words(record_id, queries), question.answer if question else None)))
    values = {"said": said.rstrip("."), "site": topic.title.rstrip("."), "date": topic.checked}
    if not sources:
        return gettext("%(said)s. In: %(site)s, checked on %(date)s.", **values)
    return gettext("%(said)s. Source: %(sources)s. In: %(site)s, checked on %(date)s.", **values, sources=sources)


def in_words(record_id: str, queries: Queries) -> str:
    """Return what a record says, on one line; a statement whole, since a later sentence may limit the first."""
    text = " ".join(words.name(record_id, queries).split())
    if point := queries.dataset.observations.get(record_id):
        period, status = phrase.period(point.observation, point.series), phrase.status(point.observation)
        return f"{phrase.capital(text)} ({', '.join(filter(None, (period, status)))}): {point.series.title}"
    record = queries.entities[record_id]
    if isinstance(record, Statement):
        return f"{apart(words.voice(record.attributed_to, queries).label)}: {text}"
    date = queries.date_of(record_id)
    return f"{text} ({date})" if date else text


@dataclass(frozen=True)
class Embed:
    """A page for a frame on other sites.

    ``href`` is the address in the site that it leads back to; ``address`` and ``height``, in pixels, are those of the
    frame.
    """

    path: str
    title: str
    href: str
    address: str
    height: int


def embed(name: str, height: int, queries: Queries) -> Embed:
    """Return the embed of a record, or of the timeline, for a frame of a height; what is higher scrolls in it."""
    topic = queries.dataset.topic
    kind = queries.kinds.get(name, "")
    path = f"embed/{name}.html"
    href = queries.href(name) if kind else queries.home("timeline")
    title = phrase.capital(in_words(name, queries) if kind else gettext("Timeline"))
    return Embed(path, f"{title} – {topic.title}", href, topic.address(path) or path, height)


def embeds(queries: Queries) -> tuple[str, ...]:
    """Return the names of everything that can be embedded: ids, and that of the timeline if there are events."""
    names = tuple(name for name, kind in queries.kinds.items() if kind in EMBEDDED)
    has_timeline = queries.home("timeline") and queries.dataset.events
    return (*names, TIMELINE) if has_timeline else names


def of_page(address: str, queries: Queries) -> str:
    """Return the path of the embed of a question's page or the page of the timeline; "" for any other page."""
    if address == queries.home("timeline"):
        return f"embed/{TIMELINE}.html"
    name = address.rpartition("/")[2].removesuffix(".html")
    return f"embed/{name}.html" if queries.kinds.get(name) == "question" and queries.href(name) == address else ""
