"""The published versions of a topic: what changed from each to the next, and what a citation can be pinned to.

Changes between versions are reported in the language of the topic only: on the page of versions and in the feeds. Only
the names of fields are English, as in the files. A citation of a translated site is pinned to the translation as it was
in that version.
"""

import json
import os
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass, replace
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
from macros.model import Dataset, Docs, Line, PageHead, PageSource, Sentence, dates
from macros.model.docs import page_name
from macros.problems import BadDataError
from macros.queries import Queries
from macros.render import render
from macros.review.report import Block, Report, report
from macros.review.state import TOPIC, State
from macros.review.wording import ChangeSentence
from macros.site.pages import GeneratedPage
from macros.views.contribute import is_cited

VARIABLE = "EXPLAINER_RELEASES"
"""The environment variable with the releases as JSON, the newest first: name, day and folder of each."""
PATH = "versions.md"
"""The path of the page that lists the versions, relative to the docs folder."""
_LEFT_OUT = (TOPIC, "correction")
"""The settings of the topic, which are no fact, and the kind of record that a feed has already."""


class Release(NamedTuple):
    """A published version: its name, its day, and the folder with the data and the pages that it had."""

    name: str
    day: str
    folder: str


@dataclass(frozen=True)
class Version:
    """A published version, or the present state, whose ``name`` is "".

    ``since`` is the name of the version before; ``report`` is on what changed since then, None if that is not known.
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
    """Return the versions of the topic that is being built; () if it has no release. A translation has the newest."""
    releases = [Release(*release) for release in json.loads(os.environ.get(VARIABLE) or "[]")]
    if _is_translation():
        releases = releases[:1]
    current = site.current()
    return versions(releases, _state(current.queries.dataset, current.docs)) if releases else ()


def _is_translation() -> bool:
    return language.code() != language.original()


def versions(releases: Iterable[Release], present: State) -> tuple[Version, ...]:
    """Return the present state, then every release, the newest first, each with what changed since the one before."""
    states: list[tuple[str, str, State | None]] = [("", present.dataset.topic.checked.text, present)]
    states += [(release.name, release.day, _read(Path(release.folder))) for release in releases]
    newest_first = []
    for (name, day, state), (since, _, before) in pairwise([*states, ("", "", None)]):
        newest_first.append(Version(name, day, since, report(before, state) if before and state else None))
    return tuple(newest_first)


def _read(folder: Path) -> State | None:
    """Return data and pages of a release in the language in use.

    Return None if they are not there in this language, or have a form that cannot be read any more.
    """
    try:
        dataset, docs = read(folder), read_docs(folder)
    except BadDataError:
        return None
    tag = language.code()
    original = docs.without(dataset.topic.translations)
    if tag == dataset.topic.language:
        return _state(dataset, original)
    if tag not in dataset.topic.translations:
        return None
    return _state(*site.in_language(dataset, original, docs.translations(tag), tag))


def _state(dataset: Dataset, docs: Docs) -> State:
    return State(dataset, {f"docs/{path}": page.text.encode() for path, page in docs.pages.items()}, docs=docs)


def pages(versions: tuple[Version, ...], queries: Queries) -> Iterator[GeneratedPage]:
    """Yield the page that lists the versions, with what changed from each to the next; nothing without versions."""
    if versions:
        body = render("versions", versions=versions, home=queries.dataset.topic.address())
        yield GeneratedPage(PATH, _head(), body)


def _head() -> PageHead:
    description = Sentence(gettext("Each published version, and what changed in it."))
    return PageHead(title=Line(gettext("Published versions")), description=description)


def with_page(docs: Docs) -> Docs:
    """Return the docs folder with the page of versions, if there is one, which is cited and listed as any page."""
    has_page = released() and not _is_translation()
    return replace(docs, pages={**docs.pages, PATH: PageSource(_head())}) if has_page else docs


@cache
def pinned() -> Pin | None:
    """Return the version that citations of the topic that is being built lead to; None without a release."""
    return pin(released())


def pin(versions: tuple[Version, ...]) -> Pin | None:
    """Return the newest release, with the facts and pages that read otherwise there; None without a release."""
    if not versions or versions[0].report is None:
        return None
    present, newest, *_ = versions
    assert present.report
    difference = present.report.difference
    base, head = difference.base, difference.head
    was, now = ({path: page.text for path, page in state.docs.pages.items()} for state in (base, head))
    pages = {page_name(path) for path, text in now.items() if difference.touched or was.get(path) != text}
    both = (name for name in head.queries.kinds if name in base.queries.kinds and is_cited(name, head.queries))
    moved = {name for name in both if base.queries.href(name) != head.queries.href(name)}
    return Pin(newest.name, newest.day, difference.touched | pages | moved | {page_name(PATH)})


def shown() -> Version | None:
    """Return the newest release if every fact and page of this build reads as it does there; else None."""
    pin = pinned()
    return released()[1] if pin and pin.changed == {page_name(PATH)} else None


def changes(versions: tuple[Version, ...]) -> Iterator[Change]:
    """Yield, by release, a change for each fact that changed or is gone, and one for all new facts.

    A fact that a correction explains is left out, since the feed has the correction.
    """
    for version in versions[1:]:
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
    """Return a fact that changed, or is gone, without a correction that explains it."""
    lines = [f"{one.label}: {_was_and_now(one)}" for one in block.sentences]
    why = gettext("Why: no correction is recorded.")
    assert version.report
    queries = version.report.difference.state(block.id).queries
    if block.state == "Removed":
        title, href = gettext("Removed: %(title)s", title=block.title), f"versions.html#{version.name}"
    else:
        title, href = gettext("Changed: %(title)s", title=block.title), queries.href(block.id)
    text = "\n".join([*lines, why, sources(block.id, queries)])
    return Change(_id(version, block.id), title, href, version.day, block.state.lower(), text)


def _was_and_now(sentence: ChangeSentence) -> str:
    """Return what a part of a fact was and what it is now, as far as it exists: "was 5; now 6"."""
    before = gettext("was %(words)s", words=sentence.was) if sentence.was else ""
    after = gettext("now %(words)s", words=sentence.now) if sentence.now else ""
    return "; ".join(filter(None, (before, after)))


def generated_pages(only: Container[str] | None) -> Iterator[GeneratedPage]:
    """Yield the page of published versions; nothing in a translation, or if ``only`` some pages are built."""
    if only is None and not _is_translation():
        yield from pages(released(), site.queries())


def links() -> list[tuple[str, str]]:
    """Return path and label of the link at the foot of each page to the versions; [] if there are none."""
    label = gettext("Published versions")
    if _is_translation():
        return [("../versions.html", f"{label} ({language.name(language.original())})")] if released() else []
    return [("versions.html", label)] if released() else []


def feed_changes() -> Iterator[Change] | None:
    """Return the changes between versions for feeds; None without a release, and in a translation."""
    return changes(released()) if released() and not _is_translation() else None
