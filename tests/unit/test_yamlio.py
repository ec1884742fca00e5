"""What the strict reader accepts means the same to every reader, and each value is found again on its line."""

import json
import string
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from macros import yamlio
from macros.problems import FieldPath, Problem
from macros.yamlio import characters

_TRICKY = "abn01yY.:-_+~=<>#&*!|'\"[]{}, \n\t%@`?\\é✓"
_TOKENS = ["a", "b", ": ", ":", "\n", "\n  ", "- ", "#", " #", "'", '"', "|-\n  ", ">\n  ", "{", "}", "[", "]", ", "]
_TOKENS += [",", "yes", "12", "1.5", "-.5", "2017-04-11", "12:30", "~", "null", "true", "=", "<<"]
_TOKENS += ["? ", "&x ", "*x", "!t "]
_LIKELY = st.lists(st.sampled_from(_TOKENS), max_size=14).map(lambda tokens: "a: " + "".join(tokens))
_SCALARS = st.one_of(st.integers(-(10**15) + 1, 10**15 - 1), st.booleans(), st.text(max_size=30))
_KEYS = st.text(string.ascii_lowercase, min_size=1, max_size=8).map("k{}".format)
_VALUES = st.recursive(
    _SCALARS,
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=3), st.dictionaries(_KEYS, inner, min_size=1, max_size=3)
    ),
    max_leaves=8,
)


def _as_lists(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _as_lists(item) for key, item in value.items()}
    return [_as_lists(item) for item in value] if isinstance(value, tuple) else value


def _parse(text: str) -> yamlio.Document | None:
    try:
        return yamlio.parse(text.encode("utf-8", "surrogatepass"))
    except yamlio.Refusal:
        return None


@settings(max_examples=1500)
@given(st.one_of(st.text(_TRICKY, max_size=40).map("a: {}".format), st.text(_TRICKY, max_size=60), _LIKELY))
def test_what_is_accepted_reads_the_same_elsewhere(text: str) -> None:
    """A text that is accepted means to PyYAML's own loader what it means to us."""
    document = _parse(text)
    if document is None:
        return
    try:
        theirs = yaml.safe_load(text)
    except yaml.YAMLError:  # a reader that refuses more than ours does not mistake anything
        return
    assert _as_lists(document.value) == theirs
    assert repr(_as_lists(document.value)) == repr(theirs), "1 and true are equal, and not the same"


@given(st.binary(max_size=60))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    """No input makes the reader fail in another way than by a refusal."""
    try:
        yamlio.parse(data)
    except yamlio.Refusal as refusal:
        line, field, (message, rule, remedy, _) = refusal.line, refusal.field, refusal.mistake
        assert line >= 1
        assert field
        assert message
        assert rule
        assert remedy


@given(st.dictionaries(_KEYS, _VALUES, min_size=1, max_size=3))
def test_quoted_text_is_never_mistaken(value: dict[str, Any]) -> None:
    """What is written with every text in quotes is read back as it was, unless a character is refused."""
    written = json.dumps(value, ensure_ascii=False)
    document = _parse(written)
    if document is None:
        assert any(characters.first_mistake(text) for text in _texts(value))
    else:
        assert _as_lists(document.value) == value


def _texts(value: Any) -> list[str]:
    if isinstance(value, dict):
        return [text for item in value.values() for text in _texts(item)]
    if isinstance(value, list):
        return [text for item in value for text in _texts(item)]
    return [value] if isinstance(value, str) else []


@given(st.dictionaries(_KEYS, st.lists(st.sampled_from(["one", '"two"', "3"]), max_size=3), min_size=1))
def test_every_value_is_found_on_its_line(value: dict[str, list[str]]) -> None:
    """The line of a key, and of an item, is the one on which it is written."""
    written: list[str] = []
    wanted: dict[FieldPath, int] = {}
    for key, items in value.items():
        written.append(f"{key}:" if items else f"{key}: none")
        wanted[(key,)] = len(written)
        for index, item in enumerate(items):
            written.append(f"  - {item}")
            wanted[key, index] = len(written)
    document = yamlio.parse("\n".join(written).encode())
    assert {path: yamlio.line(document.text, path) for path in wanted} == wanted


def test_line_of_what_is_not_there_is_that_of_what_is_around_it() -> None:
    """A missing field is reported where the group of fields that should hold it starts."""
    document = yamlio.parse(b"a: b\nquote:\n  exact: c\n")
    assert yamlio.line(document.text, ("quote", "prefix")) == 2
    assert yamlio.line(document.text, ("title",)) == 1


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a: 12", 12),
        ("a: -12", -12),
        ("a: 0", 0),
        ("a: true", True),
        ("a: false", False),
        ('a: "true"', "true"),
        ('a: "2017-04-11"', "2017-04-11"),
        ("a: 'NO'", "NO"),
        ("a: Norway", "Norway"),
        ("a: issue#5", "issue#5"),
        ('a: "issue #5"', "issue #5"),
        ("a: |-\n  issue #5", "issue #5"),
        ("a: |-\n  issue #5\n", "issue #5"),
        ("a: >-\n  issue\n  #5\n", "issue #5"),
        ("a: 'one\n\n  # two'", "one\n# two"),
        ("a: |-\n  # one\n\n  # two\n", "# one\n\n# two"),
        ("a: [one, 'two', 3]", ("one", "two", 3)),
        ("a: {b: {c: d}}", {"b": {"c": "d"}}),
        ("a: “curly” – é §", "“curly” – é §"),
        ("# yaml-language-server: $schema=../schema/event.json\na: b", "b"),
        ("---\na: b\n...\n", "b"),
    ],
)
def test_accepted(text: str, value: object) -> None:
    """Plain words, whole numbers, true, false and quoted text are read as they stand."""
    assert yamlio.parse(text.encode()).value == {"a": value}


@given(st.integers())
def test_whole_numbers_of_at_most_fifteen_digits_are_numbers(number: int) -> None:
    """A whole number is read as itself while every program can hold it exactly, and refused beyond."""
    document = _parse(f"a: {number}")
    assert (document and document.value) == ({"a": number} if len(str(abs(number))) <= 15 else None)


@given(st.text(st.characters(min_codepoint=32, max_codepoint=126), max_size=40))
def test_visible_ascii_is_never_refused(text: str) -> None:
    """No character that every keyboard has is a fault."""
    assert characters.first_mistake(text) is None


@pytest.mark.parametrize("text", ["é", "naïve café", "8 U.S.C. § 1", "“a” – ‘b’ — …", "日本語", "Ελλάδα", "a\u00a0b"])
def test_visible_letters_are_never_refused(text: str) -> None:
    """Letters and marks of any language may be written."""
    assert characters.first_mistake(text) is None


def test_joiners_stand_where_a_script_needs_them() -> None:
    """Letters of Persian and of Hindi are parted or joined by them; elsewhere nobody sees them."""
    assert characters.first_mistake("\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645 \u0915\u094d\u200d\u0937") is None
    for hidden in ("la\u200dmp", "\u0645\u200c", "\u200c\u0645", "\u0645\u200c\u200c\u0645"):
        found = characters.first_mistake(hidden)
        assert found
        assert found[1].message.startswith("an invisible character")


def test_no_break_is_kept() -> None:
    """A no-break space is text, not white space that could be lost."""
    assert yamlio.parse("a: one\u00a0two".encode()).value == {"a": "one\u00a0two"}


def test_depth_is_limited_just_above_sixteen() -> None:
    """Sixteen levels are read, and one more is refused."""
    assert _parse("a: " + "[" * 15 + "x" + "]" * 15)
    assert not _parse("a: " + "[" * 16 + "x" + "]" * 16)


@pytest.mark.parametrize(
    "text",
    [
        "a: " + "[" * 900_000,
        "a: " + "{b: " * 200_000,
        "".join(f"{' ' * depth}a:\n" for depth in range(1200)),
        "a: " + "- " * 400_000,
        "? " * 400_000,
        "a: " + "!" * 900_000,
        "a: '" + "''" * 400_000,
        "a: " + "x " * 450_000,
        "a: |\n" + "  x\n" * 200_000,
    ],
    ids=["lists", "groups", "blocks", "dashes", "keys", "tags", "quotes", "words", "lines"],
)
def test_endless_input_is_refused_at_once(text: str) -> None:
    """Nesting or length without end costs neither the stack nor the time of the build."""
    assert _parse(text) is None


def test_file_that_cannot_be_opened_is_a_problem(tmp_path: Path) -> None:
    """A folder in the place of a file is reported, not raised."""
    expected = Problem("x.yml", 1, "file", "it cannot be read: Is a directory", "unreadable", "make it readable")
    assert yamlio.read(tmp_path, "x.yml") == expected


def test_the_largest_file_is_read() -> None:
    """A file may have as many bytes as the limit says, and not one more."""
    assert characters.decode(b"a" * characters.MAX_BYTES) == "a" * characters.MAX_BYTES
    assert not isinstance(characters.decode(b"a" * (characters.MAX_BYTES + 1)), str)


@pytest.mark.parametrize(("length", "shown"), [(40, "1" * 38 + ".5"), (41, "1" * 37 + "...")])
def test_a_long_value_is_cut_where_it_is_told(length: int, shown: str) -> None:
    """A message has up to 40 characters of a value whole, and the beginning of a longer one."""
    with pytest.raises(yamlio.Refusal) as refused:
        yamlio.parse(f"a: {'1' * (length - 2)}.5\n".encode())
    assert refused.value.mistake.remedy == f'quote it: "{shown}"'


@pytest.mark.parametrize(
    "text", ["17 States sign, and 16 by another count.", "3 lamps", "21,6 milliards", "0x1F lamps"]
)
def test_a_sentence_may_begin_with_a_figure(text: str) -> None:
    """Several words are text to every program, and so need no quotation marks."""
    document = _parse(f"a: {text}\n")
    assert document
    assert document.value == {"a": text} == yaml.safe_load(document.text)
