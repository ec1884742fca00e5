"""The words for what differs: labels of fields, values, and by how much numbers and dates differ."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby, pairwise
from typing import Any

from macros import phrase
from macros.language import gettext, gettext_noop, message, quoted
from macros.model import Observation, Prose, Reference
from macros.model.dates import Edtf
from macros.model.law import PrisonTerm
from macros.model.values import Text
from macros.model.words import one_line
from macros.review import emphasis
from macros.review.compare import Changed, Edit
from macros.review.emphasis import Marked
from macros.review.parts import ITEM, NUMBER, Key
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
    "url": "address",
    "by": "by whom",
}
"""The words for fields whose name is not plain English, or says too little."""
_YES_OR_NO = {None: "", True: gettext_noop("yes"), False: gettext_noop("no")}
_PRECISION = ("year", "month", "day")
_PRECISIONS = {
    "day": gettext_noop("day"),
    "month": gettext_noop("month"),
    "season": gettext_noop("season"),
    "year": gettext_noop("year"),
    "decade": gettext_noop("decade"),
    "century": gettext_noop("century"),
    "span": gettext_noop("span"),
    "one of several days": gettext_noop("one of several days"),
}
_TITLE_LENGTH = 90
_LINE_LENGTH = 100


@dataclass(frozen=True)
class ChangeSentence:
    """One part that differs; ``words`` are those before and after, ``note`` says how they differ.

    ``parts`` are the fields of an item of a list that is new or gone.
    """

    label: str
    words: Marked
    note: str = ""
    parts: tuple[str, ...] = ()

    @property
    def was(self) -> str:
        """The words before; "" if the part did not exist then."""
        return emphasis.words(self.words, without=emphasis.NEW)

    @property
    def now(self) -> str:
        """The words after; "" if the part does not exist any more."""
        return emphasis.words(self.words, without=emphasis.GONE)

    @property
    def is_list(self) -> bool:
        """Whether its parts take more than one line."""
        return bool(self.parts) and len(self.now or self.was) > _LINE_LENGTH


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
    return text if len(text) <= _TITLE_LENGTH else f"{text[:_TITLE_LENGTH].rsplit(' ', 1)[0]} …"


def sentences(change: Changed, base: State, head: State) -> Iterator[ChangeSentence]:
    """Yield what differs in a fact; an item of a list that is new or gone takes one sentence."""
    if change.reordered:
        yield _sentence(gettext("Order"), "", "", gettext("its parts stand in another order"))
    for item, group in groupby(change.edits, key=lambda edit: edit.key[:ITEM]):
        edits = list(group)
        is_new, is_gone = (all(getattr(edit, side) is None for edit in edits) for side in ("was", "now"))
        if len(edits) > 1 and (is_new or is_gone):
            state, mark = (head, emphasis.NEW) if is_new else (base, emphasis.GONE)
            parts = _in_words([(edit.key, value(edit.now if is_new else edit.was, state)) for edit in edits], state)
            yield ChangeSentence(label(item, state), emphasis.run("; ".join(parts), mark), parts=parts)
        else:
            yield from (sentence(change.id, edit, base, head) for edit in edits)


def _sentence(name: str, was: str, now: str, note: str = "") -> ChangeSentence:
    """Return a sentence in which the words that differ are marked."""
    return ChangeSentence(name, emphasis.changes(was, now), note)


def _in_words(fields: list[tuple[Key, str]], state: State) -> tuple[str, ...]:
    """Return a text for each field of an item of a list, with its value, and one for each item of a list in it."""
    texts = []
    for key, group in groupby(fields, key=lambda one: one[0][ITEM : 2 * ITEM]):
        inner = list(group)
        if len(inner) == 1:
            texts.append(f"{_label(inner[0][0][ITEM:], state)} {inner[0][1]}")
        else:
            values = (f"{_label(path[2 * ITEM :], state)} {text}" for path, text in inner)
            texts.append(f"{_label(key, state)}: {'; '.join(values)}")
    return tuple(texts)


def sentence(fact: str, edit: Edit, base: State, head: State) -> ChangeSentence:
    """Return what differs in one part of a fact."""
    name = label(edit.key, head)
    if edit.key == (NUMBER,):
        was, now = _number(fact, base, edit.was), _number(fact, head, edit.now)
        return _sentence(name, was, now, _growth(edit.was, edit.now))
    if isinstance(edit.was, tuple) and isinstance(edit.now, tuple):
        return _sentence_on_items(name, edit, base, head)
    if isinstance(edit.was, Prose) and isinstance(edit.now, Prose):
        return _sentence(name, *emphasis.differing_lines(edit.was, edit.now))
    was, now = value(edit.was, base), value(edit.now, head)
    if was == now:  # they differ in white space, or in the id of records with one name
        was, now = (repr(getattr(side, "text", side)) for side in (edit.was, edit.now))
    return _sentence(name, was, now, _precision(edit.was, edit.now))


def label(key: Key, state: State) -> str:
    """Return the name of a part in words: "Answers, “Gull Gazette, 1901”, verdict"."""
    return phrase.capital(_label(key, state))


def _label(key: Key, state: State) -> str:
    names = []
    for above, step in pairwise(("", *key)):
        field = _FIELDS.get(f"{above}.{step}") or _FIELDS.get(step)
        names.append(field or _item(step, state) or step.replace("_", " "))
    return ", ".join(filter(None, names))


def _item(step: str, state: State) -> str:
    """Return the words for an identified item of a list: a record, a provision, a source with a place; else ""."""
    name, _, rest = step.partition(" ")
    if step in state.dataset.provisions:
        return quoted(state.dataset.provisions[step][0].label)
    if name in state.facts:
        return quoted(title(name, state)) + (f" ({rest})" if rest else "")
    return quoted(short(step)) if " " in step or "/" in step else ""


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
            return quoted(one_line(content))
        case Decimal():
            return phrase.format_number(content)
    return message(_YES_OR_NO[content]) if content is None or isinstance(content, bool) else message(str(content))


def _number(fact: str, state: State, content: Any) -> str:
    """Return a number in words; "" where it does not exist."""
    if content is None:
        return ""
    point = state.dataset.observations[fact]
    return phrase.full(point.observation, point.series)


def _growth(was: Any, now: Any) -> str:
    """Return by how much a number grew or shrank, which reveals a wrong digit: "100 more, +25%"."""
    old, new = (content[0] if content else None for content in (was, now))
    if old is None or new is None or old == new:
        return ""
    step = new - old
    share = f", {step / old:+.{1 if abs(step) * 10 < abs(old) else 0}%}" if old else ""
    growth = gettext_noop("%(number)s more") if step > 0 else gettext_noop("%(number)s less")
    return gettext(growth, number=phrase.format_number(abs(step))) + share


def _sentence_on_items(name: str, edit: Edit, base: State, head: State) -> ChangeSentence:
    """Return a sentence with the items of a list of values that are gone and those that are new."""
    gone = tuple(item for item in edit.was if item not in edit.now)
    new = tuple(item for item in edit.now if item not in edit.was)
    if not gone and not new:
        return _sentence(name, value(edit.was, base), value(edit.now, head), gettext("only the order differs"))
    return _sentence(name, value(gone, base), value(new, head))


def _precision(was: Any, now: Any) -> str:
    """Return a note on whether a date became more or less precise; "" if neither."""
    if not (isinstance(was, Edtf) and isinstance(now, Edtf)) or was.precision == now.precision:
        return ""
    old, new = was.precision, now.precision
    instead = gettext("a %(new)s instead of a %(old)s", new=message(_PRECISIONS[new]), old=message(_PRECISIONS[old]))
    if old in _PRECISION and new in _PRECISION:
        is_finer = _PRECISION.index(new) > _PRECISION.index(old)
        finer_or_not = gettext_noop("more precise: %(how)s") if is_finer else gettext_noop("less precise: %(how)s")
        return gettext(finer_or_not, how=instead)
    return instead
