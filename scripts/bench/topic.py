"""Writes a made-up topic of any size, the same at every run, with texts as long as those of editors."""

from collections.abc import Iterator
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
nav:
  - {label: Home, page: index.md}
  - {label: Timeline, page: timeline.md}
  - {label: The law, page: law.md}
  - {label: Numbers, page: numbers.md}
  - {label: Questions, page: who-says-what.md}
  - {label: People, page: people.md}
  - {label: Terms, page: terms.md}
  - {label: Sources, page: sources.md}
  - {label: About, page: about/index.md}
  - {label: Health, page: about/health.md}
  - {label: Corrections, page: about/corrections.md}
topics:
  - {id: lamp, label: The lamps}
categories:
  - {id: opening, label: Openings}
  - {id: ruling, label: Rulings}
  - {id: report, label: Reports}
"""
_PAGES = {
    "index.md": "# The lamps\n\nLamps were lit along a coast.",
    "timeline.md": "# Timeline\n\n{{ timeline() }}",
    "law.md": "# The law\n\n{{ glossary() }}",
    "numbers.md": "# Numbers\n\n{{ series_tables() }}",
    "who-says-what.md": "# Questions\n\n{{ questions() }}",
    "people.md": "# People\n\n{{ people() }}",
    "terms.md": "# Terms\n\n{{ terms() }}",
    "sources.md": "# Sources\n\n{{ sources() }}",
    "about/index.md": "# About\n\nNothing of this happened.",
    "about/health.md": "# Health\n\n{{ health() }}",
    "about/corrections.md": "# Corrections\n\n{{ corrections() }}",
}
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
  - Keeping a lamp, or letting another keep it.
  - Without leave of the harbour master.
provisions:
  - id: lamp-act-{n}-first
    label: First offence
    max_prison: "6 months"
    min_prison: none
    fine: $5,000
    grade: Class B misdemeanour
  - id: lamp-act-{n}-later
    label: Later offence
    max_prison: "2 years"
    min_prison: none
    fine: $250,000
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
_FIRST_DAY = date(1901, 1, 1)
_DAYS = 43_000


def write(folder: Path, events: int, sources: int, statutes: int, actors: int = 50) -> None:
    """Write a topic with so many records of each kind; each event has two sources, a statute and a person."""
    for name, text in _PAGES.items():
        _file(folder / "docs" / name, text + "\n")
    _file(folder / "data" / "topic.yml", _TOPIC)
    for name, text in (*_records(sources, statutes, actors), *_events(events, sources, statutes, actors)):
        _file(folder / "data" / f"{name}.yml", text)


def _file(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def _records(sources: int, statutes: int, actors: int) -> Iterator[tuple[str, str]]:
    for n in range(sources):
        day = _FIRST_DAY + timedelta(days=n * _DAYS // sources)
        yield f"sources/source-{n}", _SOURCE.format(n=n, kind=_KINDS[n % 3], day=day)
    for n in range(statutes):
        yield f"statutes/lamp-act-{n}", _STATUTE.format(n=n, source=n % sources)
    for n in range(actors):
        letters = f"{chr(65 + n // 26 % 26)}{chr(97 + n % 26)}"
        yield f"actors/keeper-{n}", _ACTOR.format(letters=letters, source=n % sources)


def _events(events: int, sources: int, statutes: int, actors: int) -> Iterator[tuple[str, str]]:
    for n in range(events):
        yield (
            f"events/event-{n}",
            _EVENT.format(
                day=_FIRST_DAY + timedelta(days=n * _DAYS // events),
                first=n % sources,
                second=(n * 7 + 1) % sources,
                category=_CATEGORIES[n % 3],
                actor=n % actors,
                statute=n % statutes,
            ),
        )
