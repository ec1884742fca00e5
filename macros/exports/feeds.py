"""Feeds of what changed, as Atom and JSON Feed; and the events whose day is known, as a calendar."""

import json
from collections.abc import Iterable, Iterator
from datetime import MAXYEAR, UTC, datetime, timedelta
from typing import NamedTuple
from uuid import NAMESPACE_URL, uuid5

import icalendar

from macros.exports import records
from macros.language import code, gettext
from macros.model import Event
from macros.model.dates import Point
from macros.queries import Queries
from macros.render import render_file
from macros.views import words

_MOST = 200
"""How many changes a feed has at most, the newest."""


class Change(NamedTuple):
    """A change of a fact; ``href`` leads to the fact, ``day`` is when it was made, "" where that is not known.

    ``text`` has what the fact said, what it says, and why, and its sources.
    """

    id: str
    title: str
    href: str
    day: str
    kind: str
    text: str


def files(queries: Queries, published: Iterable[Change] | None = None) -> Iterator[tuple[str, bytes]]:
    """Yield the feeds and the calendar.

    ``published`` are changes from one published version to the next; None where these are not told, as the feeds then
    say.
    """
    topic = queries.dataset.topic
    found = sorted([*changes(queries), *(published or ())], key=lambda change: change.day, reverse=True)[:_MOST]
    about = gettext("What a fact said, what it says, and why")
    if published is None:
        about = gettext("Corrections only: what a fact said, what it says, and why")
    site = topic.address()
    updated = max([str(topic.checked.last or topic.checked.first), *(change.day for change in found)])
    feed = uuid5(NAMESPACE_URL, f"{topic.site_url} {code()}")  # a feed is in one language
    home = queries.home("corrections") or "index.html"
    atom = render_file(
        "changes.atom", home=home, about=about, topic=topic, changes=found, site=site, updated=updated, feed=feed
    )
    yield "changes.atom", f"{atom}\n".encode()
    yield "changes.json", _json_feed(found, gettext("%(site)s: changes", site=topic.title), about, site).encode()
    yield "events.ics", calendar(queries, site)


def _json_feed(found: Iterable[Change], title: str, about: str, site: str) -> str:
    items = [
        {
            "id": one.id,
            "title": one.title,
            "content_text": one.text,
            "tags": [one.kind],
            **({"date_published": f"{one.day}T00:00:00Z"} if one.day else {}),
            **({"url": f"{site}{one.href}"} if site else {}),
        }
        for one in found
    ]
    home = {"home_page_url": site, "feed_url": f"{site}changes.json"} if site else {}
    told = {"version": "https://jsonfeed.org/version/1.1", "title": title, "description": about, "language": code()}
    return json.dumps(told | home | {"items": items}, ensure_ascii=False, indent=1) + "\n"


def changes(queries: Queries) -> Iterator[Change]:
    """Yield every correction; ids stay when titles, dates and addresses change."""
    for name, record in queries.dataset.corrections.items():
        day = record.date.text if record.date.is_iso and record.date.precision == "day" else ""
        stable = uuid5(NAMESPACE_URL, f"{name} {record.entity}")
        href = queries.href(record.entity)
        title = f"{record.kind.capitalize()}: {words.name(record.entity, queries)}"
        text = f"Was: {record.was}\nNow: {record.now}\nWhy: {record.reason}\n{sources(record.entity, queries)}"
        yield Change(f"urn:uuid:{stable}", title, href, day, record.kind, text)


def sources(record_id: str, queries: Queries) -> str:
    """Return a line that names the sources of a record."""
    names = (words.name(one, queries) for one in records.sources(record_id, queries))
    return gettext("Sources: %(names)s", names="; ".join(names))


def calendar(queries: Queries, site: str) -> bytes:
    """Return the events whose days are known; a month, a year or an approximate date is no day, and is left out."""
    found = icalendar.Calendar()
    found.add("version", "2.0")
    found.add("prodid", "-//explainer//events//EN")
    found.add("x-wr-calname", icalendar.vText(queries.dataset.topic.title))
    for name, event in queries.events():
        if not event.date.is_one_of and _is_a_day(event.date.begin) and _is_a_day(event.date.end):
            found.add_component(_event(name, event, queries, f"{site}{queries.href(name)}"))
    content: bytes = found.to_ical(sorted=False)
    return content


def _is_a_day(point: Point | None) -> bool:
    """Whether a point in time is a day that is known, and that a calendar of programs can have."""
    return bool(point and point.day and not point.about and not point.uncertain and 0 < point.first.year < MAXYEAR)


def _event(name: str, event: Event, queries: Queries, address: str) -> icalendar.Event:
    topic = queries.dataset.topic
    checked = topic.checked.last
    assert checked
    assert event.date.first
    assert event.date.last
    stamp, first, last = (datetime.fromordinal(day.ordinal) for day in (checked, event.date.first, event.date.last))
    found = icalendar.Event()
    found.add("uid", f"urn:uuid:{uuid5(NAMESPACE_URL, f'{topic.site_url} {name}')}")  # the same in any language
    found.add("dtstamp", stamp.replace(tzinfo=UTC))
    found.add("dtstart", first.date())
    found.add("dtend", last.date() + timedelta(days=1))
    found.add("sequence", len(queries.referring(name, "correction")))
    found.add("summary", event.title)
    found.add("description", "\n".join((event.summary, sources(name, queries), address)))
    if event.place:
        found.add("location", event.place)
    if "://" in address:
        found.add("url", address)
    return found
