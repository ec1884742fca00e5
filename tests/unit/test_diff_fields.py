"""The report omits nothing: every field of every kind of record is told when the record is new, changed or gone.

The records are made from the model alone, with a value of its own in each field, so that a new field is tried too.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Annotated, Any, Literal, get_args, get_origin

import pytest
from cmarkgfm import github_flavored_markdown_to_html  # type: ignore[import-untyped] # it has no types
from cmarkgfm.cmark import Options  # type: ignore[import-untyped] # as above
from pydantic import BaseModel

from macros import phrase
from macros.model import FOLDERS, Correction, Dataset, Reference, Series, Source, Topic
from macros.model.dates import Edtf, parse
from macros.model.law import PrisonTerm
from macros.model.values import (
    CategoryRef,
    Id,
    JurisdictionRef,
    LaneRef,
    Language,
    ObservationRef,
    TopicRef,
    WrittenLanguage,
)
from macros.review import State
from tests.factories import dataset, make, with_text
from tests.hostile import PAYLOADS
from tests.reports import markdown_of

ALTERNATIVES: dict[str, tuple[tuple[str, ...], ...]] = {
    "Voice": (("actor", "source"), ("described", "source"), ("described", "actor")),
    "Observation": (("low", "high"), ("value",)),
    "Source": (("unverifiable", "sections"), ("text", "sections"), ("text", "unverifiable")),
    "SourceText": (("section", "notes"), ("lines",)),
    "Chart": (("statutes", "sources"), ("series", "labels", "sources"), ("series", "labels", "statutes")),
}
"""What is left out of a record in each round, for what is given besides."""
HOSTILE = (
    *("# ", "1. ", "- [ ] ", "> ", "---\n\n", "===\n", "@all ", "| a | ", "`", "**", "~~~\n", "***", "$x$ ", "\\"),
    *("</details>", "<b>", "<!-- ", "&lt;", "[x](https://evil.example) ", "![x](y) ", "https://evil.example ", "[^1]"),
    *PAYLOADS,
)
"""Texts that Markdown would make something of."""
_NEW = re.compile(r"(?<!\\)\*\*(?:\\.|[^*\\])*\*\*|<b>.*?</b>")
_GONE = re.compile(r"(?<!\\)~~(?:\\.|[^~\\])*~~|<del>.*?</del>")
_WHOLE = ("<h3>", "<table>", "<details>", "<summary>", "<tr>")
"""Elements that do not depend on how like each other two texts are."""
_NAMES = ("publisher", "citation", "name", "label", "title", "text", "question", "sentence")
_FOLDERS = {model.__name__.lower(): folder for folder, model in FOLDERS.items()}
_PLAIN = ("exact", "published", "supports", "gap")
"""Choices that go without saying, and the one that lets a number be none."""


@dataclass
class Maker:
    """Makes full records of a round; ``expected`` are the words for their values, ``others`` what they refer to.

    Texts begin in turn with one of ``before``.
    """

    letter: str
    turn: int
    before: tuple[str, ...] = ("",)
    count: int = 0
    expected: list[str] = field(default_factory=list)
    others: dict[str, dict[str, Any]] = field(default_factory=dict)

    def record(self, model: type[BaseModel]) -> Any:
        """Return a record with every field but those left out in this round."""
        rounds = ALTERNATIVES.get(model.__name__, ((),))
        names = [name for name in model.model_fields if name not in rounds[self.turn % len(rounds)]]
        return model.model_construct(**{name: self.value(model.model_fields[name].annotation, name) for name in names})

    def value(self, kind: Any, name: str) -> Any:
        """Return a value of a type, and remember what the report has to say of it."""
        kinds = [one for one in get_args(kind) if one is not type(None)]
        if get_origin(kind) is Literal:
            choices = [one for one in kinds if one not in _PLAIN]
            return self.told(choices[self.number % len(choices)])
        if get_origin(kind) is tuple:
            return (self.value(kinds[0], name), self.value(kinds[0], name))
        if get_origin(kind) is Annotated:
            return self.value(kinds[0], name)
        if kinds:
            return self.value(kinds[self.turn % len(kinds)], name)
        return self.record(kind) if issubclass(kind, BaseModel) else self.leaf(kind, name)

    @property
    def number(self) -> int:
        """A number that differs with the field and with the letter."""
        return 2 * self.count + ord(self.letter) % 2

    def leaf(self, kind: Any, name: str) -> Any:
        """Return a single value."""
        self.count += 1
        word = f"{name.replace('_', '')}{self.count}{'' if name == 'id' else self.letter}"
        if issubclass(kind, Reference) and kind not in (TopicRef, CategoryRef, LaneRef, JurisdictionRef):
            return self.told(kind(self.other(kind, word)), lambda _: word)
        text = word if issubclass(kind, Id) else self.before[(self.count + self.turn) % len(self.before)] + word
        made: dict[Any, Callable[[], Any]] = {
            Edtf: lambda: parse(str(1000 + self.number)),
            PrisonTerm: lambda: PrisonTerm(f"{self.number} months"),
            Decimal: lambda: Decimal(self.number),
            bool: lambda: self.letter == "b",
            int: lambda: self.number,
            **dict.fromkeys((Language, WrittenLanguage), lambda: kind(("de", "en", "es", "fr")[self.number % 4])),
        }
        spoken = {Decimal: phrase.format_number, bool: lambda value: "yes" if value else "no"}.get(kind, str)
        return self.told(made.get(kind, lambda: kind(text))(), spoken)

    def other(self, kind: type[Reference], word: str) -> str:
        """Return the id of another record, which is there and has a name of its own; citations have one source."""
        if kind is ObservationRef:
            number = {"id": f"{word}-number", "period": "1901", "value": 5}
            self.others.setdefault("series", {})[f"{word}-series"] = make(Series, title=word, observations=(number,))
            return f"{word}-number"
        name = next(one for one in (*kind.kinds,) if one in _FOLDERS)
        model = FOLDERS[_FOLDERS[name]]
        changes = {next(one for one in _NAMES if one in model.model_fields): word}
        made = with_text(**changes) if name == "source" else make(model, **changes)
        self.others.setdefault(_FOLDERS[name], {})[word] = made
        return word

    def told(self, value: Any, spoken: Callable[[Any], str] = str) -> Any:
        """Remember what the report has to say."""
        self.expected.append(spoken(value))
        return value


def _data(*makers: Maker, **records: Any) -> Dataset:
    """Return the records, with all that the makers' records refer to."""
    kinds: dict[str, Any] = {"sources": {"gazette": with_text()}}
    for folder, found in [*((k, v) for maker in makers for k, v in maker.others.items()), *records.items()]:
        kinds[folder] = found if folder == "topic" else kinds.get(folder, {}) | found
    return dataset(**kinds)


def _report(base: Dataset, head: Dataset) -> str:
    """Return the report as a reader sees it, then without the words that are new, and without those that are gone."""
    told = markdown_of(State(base), State(head)).replace("<!-- -->", "")
    readings = (told, _NEW.sub("", told), _GONE.sub("", told))
    plain = re.sub(r"(?<!\\)(?:\*\*|~~)|</?(?:b|del)>", "", "\n".join(readings))
    return re.sub(" +", " ", re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", plain))


def _tags(base: Dataset, head: Dataset) -> list[str]:
    """Return the tags that GitHub's parser makes of the report, except those of marked words."""
    html = github_flavored_markdown_to_html(markdown_of(State(base), State(head)), options=Options.CMARK_OPT_UNSAFE)
    return [tag for tag in re.findall("<[^>]*>", html) if not re.fullmatch("</?(?:strong|b|del)>|<!-- -->", tag)]


def _missing(told: str, *makers: Maker) -> list[str]:
    return [word for maker in makers for word in maker.expected if not re.search(rf"(?<!\w){re.escape(word)}", told)]


@pytest.mark.parametrize("turn", range(3))
@pytest.mark.parametrize("folder", FOLDERS)
def test_every_field_is_told(folder: str, turn: int) -> None:
    """What a record says in any field is told when it is new, when it changes (was and now), and when it is gone."""
    was, now = Maker("a", turn), Maker("b", turn)
    old, new = ({folder: {"subject": maker.record(FOLDERS[folder])}} for maker in (was, now))
    without, before, after = (_data(was, now, **records) for records in ({}, old, new))
    assert _missing(_report(without, after), now) == []
    same = re.compile(r"id\d+")
    assert [word for word in _missing(_report(before, after), was, now) if not same.fullmatch(word)] == []
    assert _missing(_report(before, without), was) == []


@pytest.mark.parametrize("turn", range(3))
@pytest.mark.parametrize("folder", FOLDERS)
def test_no_field_becomes_more_than_text(folder: str, turn: int) -> None:
    """Whatever stands in a field, the report has no element that it has not with plain words of the same length."""
    plain = tuple("x" * len(" ".join(text.split())) for text in HOSTILE)
    found = []
    for texts in (HOSTILE, plain):
        was, now = Maker("a", turn, texts), Maker("b", turn, texts)
        old, new = ({folder: {"subject": maker.record(FOLDERS[folder])}} for maker in (was, now))
        without, before, after = (_data(was, now, **records) for records in ({}, old, new))
        found.append([_tags(without, after), _tags(before, after), _tags(before, without)])
    for hostile, harmless in zip(*found, strict=True):
        assert set(hostile) == set(harmless)
        assert [hostile.count(tag) for tag in _WHOLE] == [harmless.count(tag) for tag in _WHOLE]


def test_every_setting_is_told() -> None:
    """What changes in the settings of the topic is told with was and now."""
    was, now = Maker("a", 0), Maker("b", 0)
    before, after = (_data(topic=maker.record(Topic)) for maker in (was, now))
    assert _missing(_report(before, after), was, now) == []


def test_the_parts_of_a_name_are_told() -> None:
    """A name that is divided otherwise is told, and one among names of bodies too."""
    names: list[list[Any]] = [[{"given": "Ann", "family": "de Gull"}], [{"given": "Ann de", "family": "Gull"}]]
    for besides in ([], ["Keepers"]):
        before, after = (_data(sources={"gull": make(Source, authors=[*besides, *one])}) for one in names)
        told = _report(before, after)
        assert "Authors" in told
        assert "Ann de" in told


def test_every_field_of_a_correction_is_told() -> None:
    """A correction that stands with what it explains is told whole."""
    maker = Maker("b", 0)
    made = maker.record(Correction).model_copy(update={"entity": "ann", "citations": ()})
    base = _data(maker, actors={"ann": make(FOLDERS["actors"])})
    head = _data(maker, actors={"ann": make(FOLDERS["actors"], name="Anna")}, corrections={"slip": made})
    told = _report(base, head)
    assert "(correction `slip`)" not in told
    of_citations = (
        *("source", "locator", "exact", "prefix", "suffix", "translation", "entity", "verb", "disputes"),
        *("discusses", "searched", "summarised"),
    )
    assert [word for word in _missing(told, maker) if not word.startswith(of_citations)] == []
