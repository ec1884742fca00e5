"""Feeds of changes, as Atom and JSON Feed; and a calendar of the events whose day is known."""

import json
from collections.abc import Iterable, Iterator
from datetime import MAXYEAR, UTC, datetime, timedelta
from typing import NamedTuple
from uuid import NAMESPACE_URL, uuid5

import icalendar

from macros import phrase
from macros.exports import records
from macros.language import code, gettext, message
from macros.model import Event
from macros.model.dates import Point
from macros.queries import Queries
from macros.render import render_file
from macros.views import evidence, words

_MOST = 200
"""The most changes in a feed; older ones are left out."""


class Change(NamedTuple):
    """A change of a fact; ``href`` leads to the fact, ``day`` is the day of the change, "" if it is not known.

    ``text`` says what the fact said, what it says, why it changed, and its sources.
    """

    id: str
    title: str
    href: str
    day: str
    kind: str
    text: str


def files(queries: Queries, published: Iterable[Change] | None = None) -> Iterator[tuple[str, bytes]]:
    """Yield the feeds and the calendar.

    ``published`` are changes from one published version to the next; if it is None, the feeds say that they have
    corrections only.
    """
    topic = queries.dataset.topic
    newest = sorted([*corrections(queries), *(published or ())], key=lambda change: change.day, reverse=True)[:_MOST]
    about = gettext("What a fact said, what it says, and why")
    if published is None:
        about = gettext("Corrections only: what a fact said, what it says, and why")
    site = topic.address()
    updated = max([str(topic.checked.last or topic.checked.first), *(change.day for change in newest)])
    feed = uuid5(NAMESPACE_URL, f"{topic.site_url} {code()}")  # a feed is in one language
    home = queries.home("corrections") or "index.html"
    atom = render_file(
        "changes.atom", home=home, about=about, topic=topic, changes=newest, site=site, updated=updated, feed=feed
    )
    yield "changes.atom", f"{atom}\n".encode()
    yield "changes.json", _json_feed(newest, gettext("%(site)s: changes", site=topic.title), about, site).encode()
    yield "events.ics", calendar(queries, site)


def _json_feed(changes: Iterable[Change], title: str, about: str, site: str) -> str:
    items = [
        {
            "id": change.id,
            "title": change.title,
            "content_text": change.text,
            "tags": [change.kind],
            **({"date_published": f"{change.day}T00:00:00Z"} if change.day else {}),
            **({"url": f"{site}{change.href}"} if site else {}),
        }
        for change in changes
    ]
    head = {"version": "https://jsonfeed.org/version/1.1", "title": title, "description": about, "language": code()}
    home = {"home_page_url": site, "feed_url": f"{site}changes.json"} if site else {}
    return json.dumps(head | home | {"items": items}, ensure_ascii=False, indent=1) + "\n"


def corrections(queries: Queries) -> Iterator[Change]:
    """Yield every correction; its id stays the same when titles, dates and addresses change."""
    for name, correction in queries.dataset.corrections.items():
        record_id, date = correction.entity, correction.date
        yield Change(
            id=f"urn:uuid:{uuid5(NAMESPACE_URL, f'{name} {record_id}')}",
            title=f"{phrase.capital(message(correction.kind))}: {words.name(record_id, queries)}",
            href=queries.href(record_id),
            day=date.text if date.is_iso and date.precision == "day" else "",
            kind=correction.kind,
            text="\n".join((*evidence.was_now_why(correction), sources(record_id, queries))),
        )


def sources(record_id: str, queries: Queries) -> str:
    """Return a line that names the sources of a record."""
    names = (words.name(source_id, queries) for source_id in records.sources(record_id, queries))
    return gettext("Sources: %(names)s", names="; ".join(names))


def calendar(queries: Queries, site: str) -> bytes:
    """Return a calendar (RFC 5545) of the events whose days are known; others are left out.

    Events are written one by one, since those of the library are large.
    """
    events = icalendar.Calendar()
    events.add("version", "2.0")
    events.add("prodid", "-//explainer//events//EN")
    events.add("x-wr-calname", icalendar.vText(queries.dataset.topic.title))
    head, end, rest = events.to_ical(sorted=False).rpartition(b"END:VCALENDAR")
    entries = (
        _event(event_id, event, queries, f"{site}{queries.href(event_id)}").to_ical(sorted=False)
        for event_id, event in queries.events()
        if not event.date.is_one_of and _is_day(event.date.begin) and _is_day(event.date.end)
    )
    return b"".join([head, *entries, end, rest])


def _is_day(point: Point | None) -> bool:
    """Whether a point in time is a day that is known for sure, in the years that a datetime can have."""
    return bool(point and point.day and not point.about and not point.uncertain and 0 < point.first.year < MAXYEAR)


def _event(event_id: str, event: Event, queries: Queries, address: str) -> icalendar.Event:
    topic = queries.dataset.topic
    checked = topic.checked.last
    assert checked
    assert event.date.first
    assert event.date.last
    stamp, first, last = (datetime.fromordinal(day.ordinal) for day in (checked, event.date.first, event.date.last))
    entry = icalendar.Event()
    entry.add("uid", f"urn:uuid:{uuid5(NAMESPACE_URL, f'{topic.site_url} {event_id}')}")  # the same in any language
    entry.add("dtstamp", stamp.replace(tzinfo=UTC))
    entry.add("dtstart", first.date())
    entry.add("dtend", last.date() + timedelta(days=1))
    entry.add("sequence", len(queries.referring(event_id, "correction")))
    entry.add("summary", event.title)
    entry.add("description", "\n".join((event.summary, sources(event_id, queries), address)))
    if event.category:
        entry.add("categories", [words.categories(queries)[event.category]])
    if event.place:
        entry.add("location", event.place)
    if "://" in address:
        entry.add("url", address)
    return entry
