"""Writes a made-up topic of any size, the same at every run, with texts as long as those of editors."""

from datetime import date, timedelta
from pathlib import Path

_TOPIC = """title: The lamps of the coast
tagline: Who lit them, and what the law said
summary: |-
  Lamps were lit along a coast.
as_of: "2017-04-11"
checked: "2026-01-01"
notice: This is a topic for measuring. It never happened.
licences: {code: MIT, data: CC BY 4.0}
topics:
  - {id: lamp, label: The lamps}
categories:
  - {id: opening, label: Openings}
  - {id: ruling, label: Rulings}
  - {id: report, label: Reports}
"""
_PAGES = {
    "index": ("Home", "Lamps were lit along a coast."),
    "timeline": ("Timeline", "{{ timeline() }}"),
    "law": ("The law", "{{ glossary() }}"),
    "numbers": ("Numbers", "{{ series_tables() }}"),
    "who-says-what": ("Questions", "{{ questions() }}"),
    "people": ("People", "{{ people() }}"),
    "terms": ("Terms", "{{ terms() }}"),
    "sources": ("Sources", "{{ sources() }}"),
    "about/index": ("About", "Nothing of this happened."),
    "about/health": ("Health", "{{ health() }}"),
    "about/corrections": ("Corrections", "{{ corrections() }}"),
}
"""The pages by their names, each with its title and its text."""
_SOURCE = """topics: [lamp]
access: read
title: The keepers of lamp {n} speak of their work
publisher: Coast Gazette {n}
kind: {kind}
interest: none
independence_group: gazette-{n}
issued: "{day}"
basis: {{kind: stated, how: The page is stamped with that day}}
link: {{url: "https://gazette.example/reports/{n}/the-keepers-of-the-lamp", opened: true}}
accessed: "2026-01-01"
unverifiable: It was read at the archive, and no text of it is kept
"""
_STATUTE = """topics: [lamp]
access: read
citations:
  - {{source: source-{source}, locator: page one}}
citation: Lamp Act § {n}
heading: Keeping a lamp without leave
kind: offence
summary: |-
  Whoever keeps a lamp without leave is punished.
  A second offence is a felony.
elements:
  - text: Keeping a lamp, or letting another keep it.
  - text: Without leave of the harbour master.
provisions:
  - id: lamp-act-{n}-first
    label: First offence
    max_prison: "6 months"
    min_prison: none
    fine: {{amount: 5000, currency: USD}}
    grade: Class B misdemeanour
  - id: lamp-act-{n}-later
    label: Later offence
    max_prison: "2 years"
    min_prison: none
    fine: {{amount: 250000, currency: USD}}
    grade: Class E felony
as_of: "2017-04-11"
amended: |-
  No later amendment was found.
links:
  - {{url: "https://law.example/lamps/{n}", opened: true, label: Coast Law}}
"""
_EVENT = """topics: [lamp]
access: read
citations:
  - {{source: source-{first}, locator: page one, quote: {{exact: "the lamp was lit"}}}}
  - {{source: source-{second}, locator: page two, quote: {{exact: "a light at sea"}}}}
date: "{day}"
basis: {{kind: stated}}
title: The keepers of the coast light one more of their lamps
summary: |-
  The keepers light a lamp that the harbour master has allowed, after years without one.
  Ships had been asking for it since the last of the old lamps went out in a storm.
category: {category}
status: happened
place: Gull Island
actors: [keeper-{actor}]
statutes: [lamp-act-{statute}]
"""
_ACTOR = """topics: [lamp]
access: read
citations:
  - {{source: source-{source}, locator: page one}}
name: Keeper {letters}
kind: person
summary: |-
  A keeper of lamps on the coast.
"""
_KINDS = ("news report", "government document", "press release")
_CATEGORIES = ("opening", "ruling", "report")


def write(folder: Path, events: int, sources: int, statutes: int, actors: int = 50) -> None:
    """Write a topic with so many records of each kind; each event has two sources, a statute and a person."""
    nav = "".join(f"  - {{label: {title}, page: {name}.md}}\n" for name, (title, _) in _PAGES.items())
    _write(folder / "data" / "topic.yml", f"{_TOPIC}nav:\n{nav}")
    for name, (title, text) in _PAGES.items():
        _write(folder / "docs" / f"{name}.md", f"# {title}\n\n{text}\n")
    for n in range(sources):
        _write(folder / f"data/sources/source-{n}.yml", _SOURCE.format(n=n, kind=_KINDS[n % 3], day=_day(n, sources)))
    for n in range(statutes):
        _write(folder / f"data/statutes/lamp-act-{n}.yml", _STATUTE.format(n=n, source=n % sources))
    for n in range(actors):
        letters = f"{chr(65 + n // 26 % 26)}{chr(97 + n % 26)}"
        _write(folder / f"data/actors/keeper-{n}.yml", _ACTOR.format(letters=letters, source=n % sources))
    for n in range(events):
        record = _EVENT.format(
            day=_day(n, events),
            first=n % sources,
            second=(n * 7 + 1) % sources,
            category=_CATEGORIES[n % 3],
            actor=n % actors,
            statute=n % statutes,
        )
        _write(folder / f"data/events/event-{n}.yml", record)


def _day(n: int, count: int) -> date:
    """Return the day of one of so many things, spread over 43,000 days."""
    return date(1901, 1, 1) + timedelta(days=n * 43_000 // count)


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
