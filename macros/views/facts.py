"""Facts as lists show them: statements, events and numbers."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial

from macros import phrase
from macros.language import gettext, gettext_noop, message
from macros.model import Event, Statement
from macros.queries import Queries, derived_once, grouped
from macros.views import words

_MARKS = {
    "prepared": gettext_noop("from prepared remarks"),
    "delivered": gettext_noop("reported as spoken"),
    "written": gettext_noop("in writing"),
    "paraphrase": gettext_noop("in the reporter’s words"),
    "cut": gettext_noop("quoted in part"),
    "spliced": gettext_noop("joined from separate passages"),
}
"""What the delivery or the excerpt of a statement means to a reader."""


@dataclass(frozen=True)
class Fact:
    """One fact in a list. ``kind`` is a word for readers; ``marks`` stand beside it, such as a directive's force.

    ``title`` is that of an event, or a number with its unit.
    """

    id: str
    href: str
    kind: str
    text: str
    date: str
    statutes: tuple[words.SiteLink, ...]
    marks: tuple[str, ...]
    title: str = ""
    speaker: words.SiteLink | None = None
    is_number: bool = False


@derived_once
def fact(record_id: str, queries: Queries) -> Fact:
    """Return an event, a statement or a number as a fact."""
    record, date = queries.entities.get(record_id), str(queries.date_of(record_id) or "")
    made = partial(Fact, record_id, queries.href(record_id))
    if isinstance(record, Statement):
        marks = tuple(message(_MARKS[mark]) for mark in (record.delivery, record.excerpt) if mark in _MARKS)
        marks = (words.force(record), *marks) if record.force else marks
        is_speech = record.kind == "directive" and record.delivery in ("prepared", "delivered")
        kind = gettext_noop("speech") if is_speech else record.kind
        laws = words.links(record.statutes, queries)
        return made(message(kind), record.text, date, laws, marks, speaker=words.voice(record.attributed_to, queries))
    if isinstance(record, Event):
        marks = (message(record.status),) if record.status != "happened" else ()
        return made(gettext("event"), record.summary, date, words.links(record.statutes, queries), marks, record.title)
    point = queries.dataset.observations[record_id]
    number, series = point.observation, point.series
    marks = (message(number.status),) if number.status != "published" else ()
    laws, title = words.links(series.statutes, queries), words.name(record_id, queries)
    speaker = words.voice(number.attributed_to, queries) if number.attributed_to else None
    shown = partial(made, gettext("number"), series.title, phrase.period(number, series), laws, marks)
    return shown(title, speaker, is_number=True)


def facts(record_ids: Iterable[str], queries: Queries) -> tuple[Fact, ...]:
    """Return facts in the given order."""
    return tuple(fact(record_id, queries) for record_id in record_ids)


def by_source(statement_ids: Iterable[str], queries: Queries) -> tuple[tuple[words.SiteLink, tuple[Fact, ...]], ...]:
    """Return statements under the source that each stands in, by date of issue."""
    groups = grouped((queries.statement_home(name), name) for name in statement_ids)
    return tuple((words.link(name, queries), facts(groups[name], queries)) for name in queries.by_issue(groups))
