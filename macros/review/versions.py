"""The published versions of a topic: what changed from each to the next, and what a citation can be pinned to.

A report of changes is in the language of the topic, and so are the page of versions and the changes in feeds, but for
the names of fields and what is said beside a value; citations of a translated site are pinned to the translation as it
was.
"""

import json
import os
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple
from uuid import NAMESPACE_URL, uuid5

from macros import language, site
from macros.exports.feeds import Change, sources
from macros.exports.references import Pin
from macros.language import gettext
from macros.load import read, read_docs
from macros.model import Dataset, Docs, Line, PageHead, Sentence, dates
from macros.model.docs import page_name
from macros.problems import BadDataError
from macros.queries import Queries
from macros.render import render
from macros.review import emphasis
from macros.review.report import Block, Report, report
from macros.review.state import TOPIC, State
from macros.site.pages import GeneratedPage
from macros.views.contribute import is_cited

VARIABLE = "EXPLAINER_RELEASES"
"""The environment variable with the releases as JSON, the newest first: name, day and folder of each."""
PATH = "versions.md"
"""The path of the page that lists them, relative to the docs folder."""
_LEFT_OUT = (TOPIC, "correction")
"""Kinds of record that are no facts, or that a feed has already."""


class Release(NamedTuple):
    """A published version: its name, its day, and the folder with the data and the pages that it had."""

    name: str
    day: str
    folder: str


@dataclass(frozen=True)
class Version:
    """A published version, or if ``name`` is "" the present state.

    ``since`` is the name of the one before it; ``report`` tells what changed since then, None where it cannot be told.
    """

    name: str
    day: str
    since: str
    report: Report | None

    @property
    def published(self) -> dates.Edtf:
        """Its day, which a page has in words."""
        return dates.parse(self.day)

    def blocks(self, state: str) -> tuple[Block, ...]:
        """Return the facts that are "New", "Changed" or "Removed"."""
        blocks = self.report.blocks if self.report else ()
        return tuple(one for one in blocks if one.state == state and one.kind not in _LEFT_OUT)


@cache
def released() -> tuple[Version, ...]:
    """Return the versions of the topic that is being built, of a translation the newest; () if no release is known."""
    releases = [Release(*one) for one in json.loads(os.environ.get(VARIABLE) or "[]")]
    now = site.current()
    if _is_translation():
        releases = releases[:1]
    return versions(releases, _state(now.queries.dataset, now.docs)) if releases else ()


def _is_translation() -> bool:
    return language.code() != language.original()


def versions(releases: Iterable[Release], present: State) -> tuple[Version, ...]:
    """Return the present state, then every release, the newest first, each with what changed since the one before."""
    listed: list[tuple[str, str, State | None]] = [("", present.dataset.topic.checked.text, present)]
    listed += [(one.name, one.day, _read(Path(one.folder))) for one in releases]
    found = []
    for (name, day, state), (since, _, before) in pairwise([*listed, ("", "", None)]):
        found.append(Version(name, day, since, report(before, state) if before and state else None))
    return tuple(found)


def _read(folder: Path) -> State | None:
    """Return data and pages of a release in the language in use; None if it had not this language, or another form."""
    try:
        dataset, docs = read(folder), read_docs(folder)
    except BadDataError:
        return None
    used, own = language.code(), docs.without(dataset.topic.translations)
    if used == dataset.topic.language:
        return _state(dataset, own)
    is_there = used in dataset.topic.translations
    return _state(*site.in_language(dataset, own, docs.translations(used), used)) if is_there else None


def _state(dataset: Dataset, docs: Docs) -> State:
    return State(dataset, {f"docs/{path}": page.text.encode() for path, page in docs.pages.items()})


def pages(found: tuple[Version, ...], queries: Queries) -> Iterator[GeneratedPage]:
    """Yield the page that lists the versions, with what changed from each to the next; none if there are none."""
    if found:
        home = queries.dataset.topic.address()
        title, about = gettext("Published versions"), gettext("Each published version, and what changed in it.")
        body = render("versions", versions=found, home=home)
        yield GeneratedPage(PATH, PageHead(title=Line(title), description=Sentence(about)), body)


@cache
def pinned() -> Pin | None:
    """Return what citations of the topic that is being built are pinned to; None without a release."""
    return pin(released())


def pin(found: tuple[Version, ...]) -> Pin | None:
    """Return what a citation can be pinned to: the newest release, and what reads otherwise there; None without one."""
    if not found or found[0].report is None:
        return None
    difference = found[0].report.difference
    base, head = difference.base, difference.head
    was, now = base.pages, head.pages
    pages = {page_name(path.removeprefix("docs/")) for path in now if difference.touched or was.get(path) != now[path]}
    both = (name for name in head.queries.kinds if name in base.queries.kinds and is_cited(name, head.queries))
    moved = {name for name in both if base.queries.href(name) != head.queries.href(name)}
    return Pin(found[1].name, found[1].day, difference.touched | pages | moved)


def changes(found: tuple[Version, ...]) -> Iterator[Change]:
    """Yield for each release a change for each fact that reads otherwise or is gone, and one for those that are new.

    A fact with a correction of its own is left out, since that tells the same.
    """
    for version in found[1:]:
        for block in (*version.blocks("Changed"), *version.blocks("Removed")):
            if not block.corrections:
                yield _change(version, block)
        if added := version.blocks("New"):
            assert version.report
            head = version.report.difference.head.queries
            titles = "\n".join(f"{block.title} ({sources(block.id, head)})" for block in added)
            title = gettext("New facts in the version of %(day)s: %(count)s", day=version.day, count=len(added))
            yield Change(_id(version, ""), title, f"versions.html#{version.name}", version.day, "new", titles)


def _id(version: Version, name: str) -> str:
    return f"urn:uuid:{uuid5(NAMESPACE_URL, f'{version.name} {name}')}"


def _change(version: Version, block: Block) -> Change:
    """Return a fact that changed; where an error was put right, a correction says why instead."""
    lines = [f"{one.label}: {_sides(emphasis.words(one.was), emphasis.words(one.now))}" for one in block.sentences]
    why = gettext("Why: no correction is recorded.")
    assert version.report
    queries = version.report.difference.state(block.id).queries
    if block.state == "Removed":
        title, href = gettext("Removed: %(title)s", title=block.title), f"versions.html#{version.name}"
    else:
        title, href = gettext("Changed: %(title)s", title=block.title), queries.href(block.id)
    text = "\n".join([*lines, why, sources(block.id, queries)])
    return Change(_id(version, block.id), title, href, version.day, block.state.lower(), text)


def _sides(was: str, now: str) -> str:
    before, after = gettext("was %(words)s", words=was), gettext("now %(words)s", words=now)
    return "; ".join(told for side, told in ((was, before), (now, after)) if side)


def generated_pages(only: Container[str] | None) -> Iterator[GeneratedPage]:
    """Yield the page of published versions; none in a translation, nor where ``only`` some pages are built."""
    if only is None and not _is_translation():
        yield from pages(released(), site.queries())


def links() -> list[tuple[str, str]]:
    """Return path and label of the link that leads to the versions from the foot of each page; none without any."""
    label = gettext("Published versions")
    if _is_translation():
        return [("../versions.html", f"{label} ({language.name(language.original())})")] if released() else []
    return [("versions.html", label)] if released() else []


def feed_changes() -> Iterator[Change] | None:
    """Return the changes between versions; None where feeds tell none: without a release, and in a translation."""
    return changes(released()) if released() and not _is_translation() else None
