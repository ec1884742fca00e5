"""The words for what differs: labels of fields, values, changes in precision."""

import difflib
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby, pairwise
from typing import Any

from macros import phrase
from macros.model import Observation, Prose, Reference
from macros.model.dates import Edtf
from macros.model.law import PrisonTerm
from macros.model.values import Text
from macros.model.words import one_line
from macros.review import emphasis
from macros.review.compare import Changed, Edit
from macros.review.emphasis import Emphasised
from macros.review.parts import NUMBER, Key
from macros.review.state import TOPIC, State
from macros.views import words

_FIELDS = {
    "attributed_to": "who says it",
    "max_prison": "longest prison term",
    "min_prison": "mandatory minimum",
    "amount": "highest fine",
    "least": "lowest fine",
    "fixed": "whether the term is fixed",
    "as_of": "law as of",
    "basis": "basis of the date",
    "basis.kind": "how it is known",
    "how": "from what",
    "alt": "alternative text",
    "exact": "quoted words",
    "uncited": "paragraph without a fact",
    "numbers": "numbers that its prose mentions",
    "everyday": "everyday words",
    "comparability_group": "what it may be compared with",
    "accessed": "read on",
    "key": "key event",
    "by": "by whom",
}
"""The words for fields whose name is not plain English, or says too little."""
_PRECISION = ("year", "month", "day")
_TITLE = 90
_LINE = 100
_ITEM = 2
"""How many steps lead to an item of a list: its field, and what identifies it."""


@dataclass(frozen=True)
class ChangeSentence:
    """One part that differs; ``was`` or ``now`` is () where it does not exist, ``note`` says more.

    ``parts`` are those of a whole item of a list, which is new or gone.
    """

    label: str
    was: Emphasised
    now: Emphasised
    note: str = ""
    parts: tuple[str, ...] = ()

    @property
    def is_short(self) -> bool:
        """Whether both sides fit into one line."""
        return len(emphasis.words(self.was)) + len(emphasis.words(self.now)) <= _LINE


def title(fact: str, state: State) -> str:
    """Return a short title of a fact."""
    record = state.facts[fact]
    if isinstance(record, Observation):
        series = state.dataset.observations[fact].series
        return short(f"{series.title}, {phrase.period(record, series)}")
    return "the settings of the topic" if fact == TOPIC else short(words.name(fact, state.queries).rstrip("."))


def short(text: str) -> str:
    """Return text on one line, cut after at most 90 characters."""
    text = one_line(text)
    return text if len(text) <= _TITLE else f"{text[:_TITLE].rsplit(' ', 1)[0]} …"


def sentences(change: Changed, base: State, head: State) -> Iterator[ChangeSentence]:
    """Yield what differs in a fact; an item of a list that is new or gone takes one sentence."""
    if change.reordered:
        yield _told("Order", "", "", "its parts stand in another order")
    for item, edits in groupby(change.edits, key=lambda edit: edit.key[:_ITEM]):
        same = list(edits)
        if len(same) > 1 and all(edit.was is None for edit in same):
            parts = _whole(same, head)
            yield ChangeSentence(label(item, head), (), emphasis.run("; ".join(parts)), parts=parts)
        elif len(same) > 1 and all(edit.now is None for edit in same):
            parts = _whole(same, base)
            yield ChangeSentence(label(item, base), emphasis.run("; ".join(parts)), (), parts=parts)
        else:
            yield from (sentence(change.id, edit, base, head) for edit in same)


def _told(name: str, was: str, now: str, note: str = "") -> ChangeSentence:
    return ChangeSentence(name, *emphasis.changes(was, now), note)


def _whole(edits: list[Edit], state: State) -> tuple[str, ...]:
    """Return all that an item of a list says: a text for each field, or for each item of a list in it."""
    told = []
    for key, group in groupby(edits, key=lambda edit: edit.key[_ITEM : 2 * _ITEM]):
        same = list(group)
        if len(same) == 1:
            told.append(f"{_label(same[0].key[_ITEM:], state)} {_value(same[0], state)}")
        else:
            fields = (f"{_label(edit.key[2 * _ITEM :], state)} {_value(edit, state)}" for edit in same)
            told.append(f"{_label(key, state)}: {'; '.join(fields)}")
    return tuple(told)


def _value(edit: Edit, state: State) -> str:
    return value(edit.now if edit.now is not None else edit.was, state)


def sentence(fact: str, edit: Edit, base: State, head: State) -> ChangeSentence:
    """Return what differs in one part of a fact."""
    name = label(edit.key, head)
    if edit.key == (NUMBER,):
        was, now = _number(fact, base, edit.was), _number(fact, head, edit.now)
        return _told(name, was, now, _growth(edit.was, edit.now))
    if isinstance(edit.was, tuple) and isinstance(edit.now, tuple):
        return _items(name, edit, base, head)
    if isinstance(edit.was, Prose) and isinstance(edit.now, Prose):
        return _told(name, *_lines(edit.was, edit.now))
    was, now = value(edit.was, base), value(edit.now, head)
    if was == now:  # they differ in white space, or in the id of records with one name
        was, now = (repr(getattr(side, "text", side)) for side in (edit.was, edit.now))
    return _told(name, was, now, _precision(edit.was, edit.now))


def label(key: Key, state: State) -> str:
    """Return the name of a part in words: "Answers, “Gull Gazette, 1901”, verdict"."""
    return phrase.capital(_label(key, state))


def _label(key: Key, state: State) -> str:
    found = []
    for above, step in pairwise(("", *key)):
        known = _FIELDS.get(f"{above}.{step}") or _FIELDS.get(step)
        found.append(known or _item(step, state) or step.replace("_", " "))
    return ", ".join(filter(None, found))


def _item(step: str, state: State) -> str:
    """Return the words for an identified item of a list: a record, a provision, a source with a place; else ""."""
    name, _, rest = step.partition(" ")
    if step in state.dataset.provisions:
        return f"“{state.dataset.provisions[step][0].label}”"
    if name in state.facts:
        return f"“{title(name, state)}”" + (f" ({rest})" if rest else "")
    return f"“{short(step)}”" if " " in step or "/" in step else ""


def value(content: Any, state: State) -> str:
    """Return a value in words: names for ids, dates as they are spoken, text in quotation marks."""
    match content:
        case tuple():
            return "; ".join(value(item, state) for item in content)
        case Reference():
            return title(content, state) if content in state.facts else str(content)
        case PrisonTerm():
            return phrase.term(content)
        case Text():
            return f"“{one_line(content)}”"
        case Decimal():
            return phrase.format_number(content)
    plain = {None: "", True: "yes", False: "no"}
    return plain[content] if content is None or isinstance(content, bool) else str(content)


def _number(fact: str, state: State, content: Any) -> str:
    """Return a number in words; "" where it does not exist."""
    if content is None:
        return ""
    point = state.dataset.observations[fact]
    return phrase.full(point.observation, point.series)


def _growth(was: Any, now: Any) -> str:
    """Return by how much a number differs, which shows a slip of a digit: "100 more, +25%"."""
    old, new = (content[0] if content else None for content in (was, now))
    if old is None or new is None or old == new:
        return ""
    step = new - old
    share = f", {step / old:+.{1 if abs(step) * 10 < abs(old) else 0}%}" if old else ""
    return f"{phrase.format_number(abs(step))} {'more' if step > 0 else 'less'}{share}"


def _items(name: str, edit: Edit, base: State, head: State) -> ChangeSentence:
    gone = tuple(item for item in edit.was if item not in edit.now)
    new = tuple(item for item in edit.now if item not in edit.was)
    if not gone and not new:
        return _told(name, value(edit.was, base), value(edit.now, head), "only the order differs")
    return _told(name, value(gone, base), value(new, head))


def _lines(was: str, now: str) -> tuple[str, str]:
    """Return the sentences of prose that differ; prose has one sentence a line."""
    old, new = was.split("\n"), now.split("\n")
    gone, fresh = [], []
    for tag, a, b, c, d in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag != "equal":
            gone += old[a:b]
            fresh += new[c:d]
    return _quoted(gone), _quoted(fresh)


def _quoted(lines: list[str]) -> str:
    return f"“{' '.join(lines)}”" if lines else ""


def _precision(was: Any, now: Any) -> str:
    """Return whether a date became more or less precise, or ""."""
    if not (isinstance(was, Edtf) and isinstance(now, Edtf)) or was.precision == now.precision:
        return ""
    old, new = was.precision, now.precision
    if old in _PRECISION and new in _PRECISION:
        more = _PRECISION.index(new) > _PRECISION.index(old)
        return f"{'more' if more else 'less'} precise: a {new} instead of a {old}"
    return f"a {new} instead of a {old}"
