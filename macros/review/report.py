"""The report of a change: one block for each fact, and what happened to other files."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from macros import phrase
from macros.language import gettext, ngettext
from macros.review import approval, evidence, others, reach, within, wording
from macros.review.compare import Changed, Difference, is_wording, whole
from macros.review.describe import describe, kind_words
from macros.review.evidence import Quoted
from macros.review.files import Files, Left, files, left
from macros.review.others import Other
from macros.review.state import State
from macros.review.touched import Touched
from macros.review.wording import ChangeSentence
from macros.views import words
from macros.views.evidence import of_correction

_CORRECTION = ("Entity", "Date", "Kind", "Was", "Now", "Reason")
"""The labels of the fields that the sentence of a correction has already."""
_LONG = 40
"""The most characters of a title that is told twice."""


class Merged(NamedTuple):
    """The title of a fact that took the place of another, and whether it rests on all that the other one rested on."""

    title: str
    is_cited: bool


@dataclass(frozen=True)
class Block:
    """One fact in the report; ``state`` is New, Changed or Removed.

    ``quotes`` are the citations that it rests on, or rested on if it is removed, ``dropped`` those that it has no more.
    ``in_one_place`` has each place of a source that bears a new fact and others, with the titles of these.
    ``merged`` is the fact to which the id of a removed one leads now. ``dependants`` are records that mention a number
    and did not change, ``neighbours`` the other numbers of its series that did not. ``approval`` are the reasons why a
    second person must approve the change. ``is_wording`` if only prose differs.
    """

    id: str
    state: str
    kind: str
    title: str
    text: str
    merged: Merged | None
    sentences: tuple[ChangeSentence, ...]
    quotes: tuple[Quoted, ...]
    dropped: tuple[Quoted, ...]
    others: tuple[Other, ...]
    in_one_place: tuple[tuple[str, tuple[str, ...]], ...]
    pages: tuple[str, ...]
    charts: tuple[str, ...]
    dependants: tuple[str, ...]
    neighbours: tuple[str, ...]
    corrections: tuple[str, ...]
    approval: tuple[str, ...]
    is_wording: bool

    by_source = staticmethod(evidence.by_source)

    @property
    def heading(self) -> str:
        """The title; "" if it is long, and the sentences below have it too."""
        start = self.title.removesuffix(" …")
        changed = (one.now for one in self.sentences if self.state == "Changed")
        return "" if len(start) > _LONG and any(start in words for words in (self.text, *changed)) else self.title

    @property
    def first(self) -> list[Quoted]:
        """The citations that are read first."""
        return [] if self.merged and self.merged.is_cited else evidence.first(self.quotes)

    @property
    def further(self) -> list[Quoted]:
        """The other citations, of which nothing differs."""
        return [quote for quote in self.quotes if quote not in self.first]


@dataclass(frozen=True)
class Report:
    """The whole report, made from ``difference``.

    ``renamed`` has the title, the old and the new id of renamed facts. ``verified`` has the number of unchanged quotes
    that are recorded as verified only now, and of those only before, if any, each with what they are. ``approvals`` is
    the number of second approvals: one for each fact, for the form of the data, for all code, and for each active file.
    """

    difference: Difference
    summary: str
    renamed: tuple[tuple[str, str, str], ...]
    blocks: tuple[Block, ...]
    files: Files
    verified: tuple[tuple[int, str], ...]
    approvals: int
    left: tuple[Left, ...]


def report(base: State, head: State, touched: tuple[Touched, ...] = ()) -> Report:
    """Return the report of what differs between two states; ``touched`` are the files that differ."""
    difference = Difference(base, head)
    blocks = tuple(_blocks(difference))
    changed_files = files(difference)
    renamed = tuple((wording.title(new, head), old, new) for old, new in difference.renamed.items())
    may_run = {"code" if one.kind == "code" else one.path for one in touched if one.kind == "code" or one.is_active}
    return Report(
        difference=difference,
        summary=_summary(blocks, len(renamed), changed_files, touched),
        renamed=renamed,
        blocks=blocks,
        files=changed_files,
        verified=evidence.verified(difference),
        approvals=sum(bool(block.approval) for block in blocks) + bool(changed_files.form) + len(may_run),
        left=tuple(left(difference)),
    )


def _blocks(difference: Difference) -> list[Block]:
    """Return a block for every fact that differs; those that need a second approval come first.

    A correction is shown in the block of the fact that it explains, if that has a block.
    """
    with_block = {*difference.changed, *difference.added}
    explaining = {
        name: str(correction.entity)
        for name, correction in difference.head.dataset.corrections.items()
        if name in difference.added and correction.entity in with_block and not correction.citations
    }
    names = (*difference.changed, *difference.added, *difference.removed)
    needless = {*explaining, *_told_by_numbers(difference)}
    blocks = [_block(name, difference, explaining) for name in names if name not in needless]
    return sorted(blocks, key=lambda block: not block.approval)


def _block(name: str, difference: Difference, explaining: dict[str, str]) -> Block:
    """Return the block of a fact; ``explaining`` has the ids of corrections with those of the facts they explain."""
    state, change, is_gone = difference.state(name), difference.changed.get(name), name in difference.removed
    charts = reach.charts(name, state, whole=change is None)
    told, inner = within.apart(change, difference) if change else (whole(name, state, is_new=not is_gone), ())
    reasons = approval.reasons(name, difference)
    return Block(
        id=name,
        state="Changed" if change else "Removed" if is_gone else "New",
        kind=kind_words(name, state),
        title=wording.title(name, state),
        text="" if change else describe(name, state),
        merged=_merged(name, difference) if is_gone else None,
        sentences=tuple(wording.sentences(told, difference.base, difference.head)),
        quotes=(*inner, *evidence.in_words(state.citations(name), told.citations, state, difference, name)),
        dropped=evidence.dropped(told.citations, difference),
        others=() if is_gone else tuple(others.others(name, difference)),
        in_one_place=others.in_one_place(name, difference),
        pages=reach.pages(name, state, charts),
        charts=tuple(wording.title(chart, state) for chart in charts if chart != name),
        dependants=_unchanged(reach.dependants(name, state), difference, state),
        neighbours=_unchanged(reach.neighbours(name, state), difference, state),
        corrections=tuple(_correction(one, difference) for one, entity in sorted(explaining.items()) if entity == name),
        approval=reasons,
        is_wording=change is not None and not reasons and is_wording(change, state.dataset.topic.language),
    )


def _merged(name: str, difference: Difference) -> Merged | None:
    """Return the fact to which the id of a removed one leads; None if there is none."""
    target = difference.head.dataset.moved.get(name)
    if target is None:
        return None
    sides = ((name, difference.base), (target, difference.head))
    was, now = ({(one.source, one.locator, one.quote) for one in state.citations(fact)} for fact, state in sides)
    return Merged(wording.title(target, difference.head), was <= now)


def _told_by_numbers(difference: Difference) -> Iterator[str]:
    """Yield the series of which only citations differ that the block of a changed number has too."""
    for name, change in difference.changed.items():
        series = difference.changed.get(difference.head.queries.owner(name))
        if series and series is not change and series == Changed(series.id, (), change.citations, reordered=False):
            yield series.id


def _unchanged(names: tuple[str, ...], difference: Difference, state: State) -> tuple[str, ...]:
    """Return those of the records and numbers that did not change, in words."""
    changed, renamed = difference.touched, difference.renamed
    return tuple(_in_words(name, state) for name in names if renamed.get(name, name) not in changed)


def _in_words(name: str, state: State) -> str:
    """Return the title of a record, or the period and the number: "1901: 125 lamps"."""
    if name not in state.dataset.observations:
        return f"“{wording.title(name, state)}”"
    point = state.dataset.observations[name]
    number = "gap" if point.observation.status == "gap" else words.name(name, state.queries)
    return f"{phrase.period(point.observation, point.series)}: {number}"


def _correction(name: str, difference: Difference) -> str:
    """Return a correction on one line, with its further fields in brackets."""
    correction = difference.head.dataset.corrections[name]
    fields = wording.sentences(whole(name, difference.head, is_new=True), difference.base, difference.head)
    further = (f"{one.label.lower()} {one.now}" for one in fields if one.label not in _CORRECTION)
    return f"{of_correction(correction)} ({'; '.join(further)})"


def _summary(blocks: tuple[Block, ...], renamed: int, changed_files: Files, touched: tuple[Touched, ...]) -> str:
    """Return the first sentence: how many facts are new, changed, removed or renamed, and how many files changed."""
    count = Counter(block.state for block in blocks)
    new, changed, gone = (count[state] for state in ("New", "Changed", "Removed"))
    facts = [
        (new, ngettext("%(num)s new", "%(num)s new", new)),
        (changed, ngettext("%(num)s changed", "%(num)s changed", changed)),
        (gone, ngettext("%(num)s removed", "%(num)s removed", gone)),
        (renamed, ngettext("%(num)s renamed", "%(num)s renamed", renamed)),
    ]
    counts = ", ".join(in_words for number, in_words in facts if number)
    first = gettext("Facts: %(counts)s", counts=counts) if counts else gettext("No fact changed")
    return "; ".join([first, *_of_files(changed_files, touched)]) + "."


def _of_files(changed_files: Files, touched: tuple[Touched, ...]) -> Iterator[str]:
    """Yield how many files changed; for reviewers also those that are neither facts nor pages."""
    kinds = Counter(file.kind for file in touched)
    code, static, verified = (kinds[kind] for kind in ("code", "static", "verified"))
    moved, other = len(changed_files.moved), len(changed_files.reformatted)
    pages = len({passage.page for passage in changed_files.prose})
    records = ngettext("%(num)s verification record changed", "%(num)s verification records changed", verified)
    files = (
        (code, ngettext("%(num)s code file changed", "%(num)s code files changed", code)),
        (static, ngettext("%(num)s static file changed", "%(num)s static files changed", static)),
        (verified, records),
        (moved, ngettext("%(num)s file moved", "%(num)s files moved", moved)),
        (other, ngettext("%(num)s file reformatted", "%(num)s files reformatted", other)),
        (pages, ngettext("%(num)s page with other words", "%(num)s pages with other words", pages)),
    )
    yield from (in_words for number, in_words in files if number)
