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
"""The words for the delivery and the excerpt of a statement."""

_LINE = 89  # the most characters of a beginning before its "…"
_TOLERANCE = 6  # by how many characters a text that is not cut may be longer


@dataclass(frozen=True)
class Fact:
    """One fact in a list.

    ``kind`` is a word for readers; ``marks`` are words that stand beside it, such as a directive's force. ``title`` is
    that of an event, or a number with its unit.
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

    @property
    def beginning(self) -> str:
        """The first words of its title, or else of its text, for a list that is folded."""
        text = self.title or self.text
        return text if len(text) <= _LINE + _TOLERANCE else f"{text[:_LINE].rsplit(' ', 1)[0]}…"


@derived_once
def fact(record_id: str, queries: Queries) -> Fact:
    """Return an event, a statement or a number as a fact."""
    record = queries.entities.get(record_id)
    date = str(queries.date_of(record_id) or "")
    new_fact = partial(Fact, record_id, queries.href(record_id))
    if isinstance(record, Statement):
        marks = tuple(message(_MARKS[mark]) for mark in (record.delivery, record.excerpt) if mark in _MARKS)
        marks = (words.force(record), *marks) if record.force else marks
        is_speech = record.kind == "directive" and record.delivery in ("prepared", "delivered")
        kind = gettext_noop("speech") if is_speech else record.kind
        laws = words.links(record.statutes, queries)
        speaker = words.voice(record.attributed_to, queries)
        return new_fact(message(kind), record.text, date, laws, marks, speaker=speaker)
    if isinstance(record, Event):
        marks = (message(record.status),) if record.status != "happened" else ()
        laws = words.links(record.statutes, queries)
        return new_fact(gettext("event"), record.summary, date, laws, marks, record.title)
    return _number(record_id, queries)


def _number(record_id: str, queries: Queries) -> Fact:
    point = queries.dataset.observations[record_id]
    number, series = point.observation, point.series
    return Fact(
        record_id,
        queries.href(record_id),
        kind=gettext("number"),
        text=series.title,
        date=phrase.period(number, series),
        statutes=words.links(series.statutes, queries),
        marks=(message(number.status),) if number.status != "published" else (),
        title=words.name(record_id, queries),
        speaker=words.voice(number.attributed_to, queries) if number.attributed_to else None,
        is_number=True,
    )


def facts(record_ids: Iterable[str], queries: Queries) -> tuple[Fact, ...]:
    """Return records as facts, in the given order."""
    return tuple(fact(record_id, queries) for record_id in record_ids)


def by_source(statement_ids: Iterable[str], queries: Queries) -> tuple[tuple[words.SiteLink, tuple[Fact, ...]], ...]:
    """Return a link to each source of some statements with its statements, by the source's date of issue."""
    groups = grouped((queries.statement_home(statement_id), statement_id) for statement_id in statement_ids)
    by_issue = queries.by_issue(groups)
    return tuple((words.link(source_id, queries), facts(groups[source_id], queries)) for source_id in by_issue)
