"""Feeds of changes and the calendar of events, as readers of feeds and calendars read them."""

import json
from datetime import date

import feedparser
import pytest
import vobject  # type: ignore[import-untyped] # it has no types
from jsonschema import Draft202012Validator

from macros import language
from macros.exports import feeds
from macros.model import Correction, Event, Topic
from macros.queries import Queries
from tests.factories import dataset, make

_ADDRESS = {"type": "string", "pattern": r"^https?://[^/\s]+/\S*$"}
_TEXT = {"type": "string", "minLength": 1}
_ITEM = {
    "id": _TEXT,
    "url": _ADDRESS,
    "title": _TEXT,
    "content_text": _TEXT,
    "tags": {"type": "array", "items": _TEXT},
    "date_published": {"type": "string", "pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$"},
}
JSON_FEED = Draft202012Validator(
    {
        "required": ["version", "title", "items"],
        "additionalProperties": False,
        "properties": {
            "version": {"const": "https://jsonfeed.org/version/1.1"},
            "title": _TEXT,
            "description": _TEXT,
            "language": {"type": "string", "pattern": "^[a-z]{2,3}(-[A-Za-z0-9]+)*$"},
            "home_page_url": _ADDRESS,
            "feed_url": _ADDRESS,
            "items": {
                "items": {"required": ["id", "content_text"], "additionalProperties": False, "properties": _ITEM}
            },
        },
    }
)
"""The fields of JSON Feed 1.1 that a feed of ours has, as its specification describes them.

There is no schema of its makers; feedparser 6.0 reads no JSON, and reader 3.26, which does, needs a module that nothing
brings.
"""
LATER = {"date": "1901-07-01", "kind": "update", "was": "One <lamp> & more", "now": "Two", "reason": "It was counted."}


def _files(
    site: str | None = "https://lamp.example",
    title: str = "The lamp",
    day: str = "1901-07-01",
    lit: str = "The lamp is lit",
    **events: Event,
) -> dict[str, str]:
    corrections = {"lamp-name": make(Correction), "lamp-count": make(Correction, **LATER | {"date": day})}
    topic = make(Topic, site_url=site, title=title)
    known = dataset(topic=topic, events={"lamp-lit": make(Event, title=lit)} | events, corrections=corrections)
    queries = Queries(known, {("timeline",): "timeline.html"})
    return {name: content.decode() for name, content in feeds.files(queries)}


def _uid(files: dict[str, str]) -> str:
    """Return the id of the event of a calendar."""
    return str(vobject.readOne(files["events.ics"]).vevent.uid.value)


def test_atom_tells_what_was_what_is_and_why() -> None:
    """A feed reader finds each change, the newest first, with its address, its kind, its three parts and its source."""
    feed = feedparser.parse(_files()["changes.atom"])
    assert not feed.bozo
    newest, oldest = feed.entries
    assert newest.title == "Update: The lamp is lit"
    assert newest.link == "https://lamp.example/timeline.html#lamp-lit"
    assert newest.content[0].value == "Was: One <lamp> & more\nNow: Two\nWhy: It was counted.\nSources: Gull Gazette"
    assert newest.tags[0].term == "update"
    assert (feed.feed.updated, newest.updated, oldest.updated[:10]) == (
        "1901-07-01T00:00:00Z",
        "1901-07-01T00:00:00Z",
        "1901-06-01",
    )


def test_a_feed_is_in_the_language_of_its_site() -> None:
    """The labels of a correction are words of the interface, as its title is."""
    language.use("es")
    try:
        feed = json.loads(_files()["changes.json"])
    finally:
        language.use("en")
    assert feed["items"][0]["title"] == "Actualización: The lamp is lit"
    said = feed["items"][0]["content_text"].splitlines()
    assert said == ["Antes: One <lamp> & more", "Ahora: Two", "Por qué: It was counted.", "Fuentes: Gull Gazette"]


@pytest.mark.parametrize(
    "written", ["1901-07", "1901-07-01~", "1901-07-01/..", "../1901-07-01", "1901-07-01/1901-07-02"]
)
def test_no_day_of_a_change_is_made_up(written: str) -> None:
    """Where no day is known, JSON Feed has none, and Atom, which cannot do without, that on which the feed stands."""
    files = _files(day=written)
    feed = json.loads(files["changes.json"])
    JSON_FEED.validate(feed)
    assert [one.get("date_published", "")[:10] for one in feed["items"]] == ["1901-06-01", ""]
    atom = feedparser.parse(files["changes.atom"])
    assert [one.title for one in atom.entries] == [one["title"] for one in feed["items"]]
    assert atom.entries[1].updated == atom.feed.updated == "1901-06-01T00:00:00Z"


def test_both_feeds_have_the_same_changes() -> None:
    """JSON Feed has the ids, titles and words of Atom, in the fields of its specification, and the language."""
    feed = json.loads(_files()["changes.json"])
    entries = feedparser.parse(_files()["changes.atom"]).entries
    JSON_FEED.validate(feed)
    assert [(one["id"], one["title"], one["content_text"], one["url"]) for one in feed["items"]] == [
        (one.id, one.title, one.content[0].value, one.link) for one in entries
    ]


def test_a_site_without_an_address_has_no_addresses_in_its_feed() -> None:
    """Nothing is promised that a reader of JSON Feed could not open."""
    feed = json.loads(_files(None)["changes.json"])
    JSON_FEED.validate(feed)
    assert not {"home_page_url", "feed_url"} & feed.keys()
    assert all("url" not in one for one in feed["items"])


def _ids(files: dict[str, str]) -> tuple[str, list[str]]:
    """Return the id of the Atom feed, and those of its entries."""
    parsed = feedparser.parse(files["changes.atom"])
    return parsed.feed.id, [one.id for one in parsed.entries]


def test_a_change_is_seen_once_when_the_site_moves() -> None:
    """The ids of changes stay if the site gets another address."""
    _, here = _ids(_files(None))
    _, there = _ids(_files("https://x.example"))
    assert here == there
    assert len(set(here)) == 2


@pytest.mark.parametrize("site", [None, "https://lamp.example"])
def test_ids_stay_when_titles_and_texts_change(site: str | None) -> None:
    """No title is part of an id, so that a feed is not read anew and no event stands twice in a calendar."""
    before, after = _files(site), _files(site, title="A lamp", lit="The lamp burns")
    assert _ids(before) == _ids(after)
    assert _uid(before) == _uid(after)


def test_an_event_is_one_in_any_language_and_a_feed_is_not() -> None:
    """A calendar in another language has the same events in other words; a feed in another language is another one."""
    english = _files()
    language.use("es")
    try:
        spanish = _files(title="La lámpara")
    finally:
        language.use(language.SOURCE)
    assert _uid(english) == _uid(spanish)
    assert _ids(english)[0] != _ids(spanish)[0]
    assert _ids(english)[1] == _ids(spanish)[1]


@pytest.mark.parametrize(
    ("written", "days"),
    [
        ("1901-05-01", (date(1901, 5, 1), date(1901, 5, 2))),
        ("1901-04-30/1901-05-02", (date(1901, 4, 30), date(1901, 5, 3))),
        ("1901-05", None),
        ("1901-05-01~", None),
        ("../1901-05-01", None),
        ("[1901-05-01..1901-05-02]", None),
    ],
)
def test_only_known_days_are_in_the_calendar(written: str, days: tuple[date, date] | None) -> None:
    """A month, an approximate day, an open span and one of two days are no days of a calendar."""
    event = make(Event, date=written, title="A; b, c", place="Gull Island " * 8 + "§")
    calendar = vobject.readOne(_files(other=event)["events.ics"])
    found = {one.summary.value: one for one in calendar.vevent_list}
    assert ("A; b, c" in found) == bool(days)
    if days:
        one = found["A; b, c"]
        assert (one.dtstart.value, one.dtend.value) == days
        assert one.location.value == ("Gull Island " * 8 + "§").strip()


def test_a_calendar_is_filtered_by_category() -> None:
    """An event has the label of its category, by which calendars filter deadlines; one without has none."""
    topic = make(Topic, categories=({"id": "deadline", "label": "Deadlines, fixed"},))
    events = {"lamp-lit": make(Event, category="deadline"), "lamp-out": make(Event, category=None)}
    queries = Queries(dataset(topic=topic, events=events), {("timeline",): "timeline.html"})
    entries = vobject.readOne(feeds.calendar(queries, "").decode()).vevent_list
    told = {one.uid.value: one.categories.value for one in entries if hasattr(one, "categories")}
    assert list(told.values()) == [["Deadlines, fixed"]]


def test_a_corrected_event_replaces_itself() -> None:
    """A calendar takes a corrected event for a newer state of the same one, and lines are as short as asked."""
    text = _files()["events.ics"]
    assert vobject.readOne(text).vevent.sequence.value == "2"
    assert max(len(line.encode()) for line in text.split("\r\n")) <= 75


def test_events_of_two_sites_are_two() -> None:
    """A calendar that follows two topics keeps an event of the same name in each."""
    assert _uid(_files()) != _uid(_files("https://x.example"))
