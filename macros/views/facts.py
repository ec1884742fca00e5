"""Facts as lists show them: statements, events and numbers."""

from dataclasses import dataclass

from macros import phrase
from macros.model import Event, Statement
from macros.queries import Queries, derived_once
from macros.views import words
from macros.views.evidence import Evidence, evidence


@dataclass(frozen=True)
class Fact:
    """One fact in a list. ``marks`` are the short words beside it, such as a directive's force."""

    id: str
    kind: str
    href: str
    title: str
    text: str
    speaker: words.SiteLink | None
    date: str
    marks: tuple[str, ...]
    statutes: tuple[words.SiteLink, ...]
    evidence: Evidence


@derived_once
def fact(record_id: str, queries: Queries) -> Fact:
    """Return an event, a statement or a number as a fact."""
    kind = queries.kinds[record_id]
    if kind == "observation":
        return _number(record_id, queries)
    record = queries.entities[record_id]
    if isinstance(record, Statement):
        return _statement(record_id, record, queries)
    assert isinstance(record, Event)
    return _event(record_id, record, queries)


def facts(record_ids: tuple[str, ...], queries: Queries) -> tuple[Fact, ...]:
    """Return facts in the given order."""
    return tuple(fact(record_id, queries) for record_id in record_ids)


def _statement(record_id: str, record: Statement, queries: Queries) -> Fact:
    date = queries.date_of(record_id)
    marks = [
        words.FORCE[record.force] if record.force else "",
        {
            "prepared": "from prepared remarks",
            "delivered": "reported as spoken",
            "written": "in writing",
            "paraphrase": "in the reporter’s words",
        }.get(record.delivery or "", ""),
        {"cut": "quoted in part", "spliced": "joined from separate passages"}.get(record.excerpt or "", ""),
    ]
    return Fact(
        id=record_id,
        kind=record.kind,
        href=queries.href(record_id),
        title="",
        text=record.text,
        speaker=words.voice(record.attributed_to, queries),
        date=str(date) if date else "",
        marks=tuple(mark for mark in marks if mark),
        statutes=words.links(record.statutes, queries),
        evidence=evidence(record_id, queries),
    )


def _event(record_id: str, record: Event, queries: Queries) -> Fact:
    return Fact(
        id=record_id,
        kind="event",
        href=queries.href(record_id),
        title=record.title,
        text=record.summary,
        speaker=None,
        date=str(record.date),
        marks=(record.status,) if record.status != "happened" else (),
        statutes=words.links(record.statutes, queries),
        evidence=evidence(record_id, queries),
    )


def _number(record_id: str, queries: Queries) -> Fact:
    point = queries.dataset.observations[record_id]
    observation, series = point.observation, queries.dataset.series[point.series_id]
    return Fact(
        id=record_id,
        kind="number",
        href=queries.href(record_id),
        title=f"{phrase.number(observation)} {series.unit}",
        text=series.title,
        speaker=words.voice(observation.attributed_to, queries) if observation.attributed_to else None,
        date=phrase.period(observation, series),
        marks=(observation.status,) if observation.status != "final" else (),
        statutes=words.links(series.statutes, queries),
        evidence=evidence(record_id, queries),
    )
