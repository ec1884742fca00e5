"""What a reviewer reads of a change: one block a fact, and what became of files besides."""

from collections import Counter
from dataclasses import dataclass

from macros.diff import approval, evidence, others, reach, wording
from macros.diff.compare import Changed, Difference, compare
from macros.diff.describe import describe, kind_words
from macros.diff.evidence import Quoted, Verified
from macros.diff.files import Files, files
from macros.diff.state import State
from macros.diff.wording import Sentence
from macros.model import Prose

MANY = 5
"""How many facts beside a fact are named; of more only the number is given."""


@dataclass(frozen=True)
class Block:
    """One fact: ``state`` is new, changed or removed; ``beside`` names facts that were left as they were."""

    id: str
    state: str
    kind: str
    title: str
    text: str
    sentences: tuple[Sentence, ...]
    quotes: tuple[Quoted, ...]
    dropped: tuple[Quoted, ...]
    has_new_evidence: bool
    others: tuple[str, ...]
    pages: tuple[str, ...]
    charts: tuple[str, ...]
    claims: tuple[str, ...]
    beside: tuple[str, ...]
    corrections: tuple[str, ...]
    approval: tuple[str, ...]
    is_wording: bool


@dataclass(frozen=True)
class Renamed:
    """A fact with a new name."""

    was: str
    now: str
    title: str


@dataclass(frozen=True)
class Report:
    """The whole of a change. ``difference`` is what it was made from."""

    difference: Difference
    summary: str
    renamed: tuple[Renamed, ...]
    blocks: tuple[Block, ...]
    files: Files
    verified: Verified
    approvals: int


def report(base: State, head: State) -> Report:
    """Return what differs between two states, in words."""
    difference = compare(base, head)
    blocks = tuple(_blocks(difference))
    happened = files(difference)
    renamed = tuple(Renamed(old, new, wording.title(new, head)) for old, new in difference.renamed.items())
    return Report(
        difference=difference,
        summary=_summary(blocks, renamed, happened),
        renamed=renamed,
        blocks=blocks,
        files=happened,
        verified=evidence.verified(difference),
        approvals=sum(bool(block.approval) for block in blocks) + bool(happened.form),
    )


def _blocks(difference: Difference) -> list[Block]:
    """Return a block for every fact, but none for a correction that stands with the fact it explains."""
    told = {*difference.touched}
    explaining = {
        name
        for name, correction in difference.head.dataset.corrections.items()
        if name in difference.added and correction.entity in told
    }
    changes = {change.id: change for change in difference.changed}
    names = [*changes, *difference.added]
    found = [_block(name, difference, changes.get(name), explaining) for name in names if name not in explaining]
    return found + [_removed(name, difference) for name in difference.removed]


def _block(name: str, difference: Difference, change: Changed | None, explaining: set[str]) -> Block:
    head = difference.head
    touched = reach.reach(name, head, whole=change is None)
    pairs = change.citations if change else ()
    why = approval.reasons(name, difference)
    return Block(
        id=name,
        state="Changed" if change else "New",
        kind=kind_words(name, head),
        title=wording.title(name, head),
        text="" if change else describe(name, head),
        sentences=tuple(wording.sentences(change, difference.base, head)) if change else (),
        quotes=evidence.quoted(name, head, pairs),
        dropped=evidence.dropped(pairs, difference.base),
        has_new_evidence=bool(pairs),
        others=tuple(others.others(name, head)),
        pages=touched.pages,
        charts=tuple(wording.title(chart, head) for chart in touched.charts if chart != name),
        claims=tuple(wording.title(claim, head) for claim in touched.claims),
        beside=_beside(name, difference, head),
        corrections=tuple(_correction(one, head) for one in sorted(explaining) if _explains(one, name, head)),
        approval=why,
        is_wording=change is not None and not why and _is_wording(change),
    )


def _removed(name: str, difference: Difference) -> Block:
    base = difference.base
    touched = reach.reach(name, base, whole=True)
    return Block(
        id=name,
        state="Removed",
        kind=kind_words(name, base),
        title=wording.title(name, base),
        text=describe(name, base),
        sentences=(),
        quotes=(),
        dropped=evidence.quoted(name, base, ()),
        has_new_evidence=False,
        others=(),
        pages=touched.pages,
        charts=tuple(wording.title(chart, base) for chart in touched.charts if chart != name),
        claims=tuple(wording.title(claim, base) for claim in touched.claims),
        beside=_beside(name, difference, base),
        corrections=(),
        approval=approval.reasons(name, difference),
        is_wording=False,
    )


def _is_wording(change: Changed) -> bool:
    """Whether only prose differs."""
    sides = [side for edit in change.edits for side in (edit.was, edit.now)]
    return bool(sides) and not change.citations and all(isinstance(side, Prose | None) for side in sides)


def _beside(name: str, difference: Difference, state: State) -> tuple[str, ...]:
    found = []
    for one in reach.beside(name, difference, state):
        if one.untouched:
            done = one.count - len(one.untouched)
            whole = f"{done} of {one.count} facts of “{wording.title(one.whole, state)}” changed"
            found.append(f"{whole}, not {_named(one.untouched, state)}")
    naming = reach.dependants(name, difference, state)
    if naming:
        found.append(f"not changed although it speaks of this number: {_named(naming, state)}")
    return tuple(found)


def _named(names: tuple[str, ...], state: State) -> str:
    """Return the titles of a few facts, and how many more there are."""
    named = ", ".join(f"“{wording.title(name, state)}”" for name in names[:MANY])
    return named + (f" and {len(names) - MANY} more" if len(names) > MANY else "")


def _explains(correction: str, name: str, head: State) -> bool:
    return bool(head.dataset.corrections[correction].entity == name)


def _correction(name: str, head: State) -> str:
    one = head.dataset.corrections[name]
    return f"{one.kind} of {one.date}: was “{one.was}”, now “{one.now}”. {' '.join(one.reason.split())}"


def _summary(blocks: tuple[Block, ...], renamed: tuple[Renamed, ...], happened: Files) -> str:
    """Return the first sentence: how many facts are new, changed, removed or renamed, and what became of files."""
    count = Counter(block.state for block in blocks)
    facts = [f"{count[state]} {state.lower()}" for state in ("New", "Changed", "Removed") if count[state]]
    facts += [f"{len(renamed)} renamed"] if renamed else []
    told = f"Facts: {', '.join(facts)}" if facts else "No fact changed"
    pages = len({passage.page for passage in happened.prose})
    besides = [
        (len(happened.moved), "moved"),
        (len(happened.reformatted), "reformatted"),
    ]
    told += "".join(f"; {_files(number, what)}" for number, what in besides if number)
    return told + (f"; the prose of {pages} page{'s' if pages > 1 else ''} changed" if pages else "") + "."


def _files(number: int, what: str) -> str:
    return f"{number} file{' was' if number == 1 else 's were'} {what}"
