"""The canonical form of a file: what is left out, what is quoted, what stands on one line."""

import json
from decimal import Decimal
from random import Random
from typing import Any, Literal, get_args, get_origin

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from macros import yamlio
from macros.load import validate
from macros.model import (
    FOLDERS,
    Citation,
    Event,
    Moved,
    PrisonTerm,
    Prose,
    Question,
    Record,
    Sentence,
    Series,
    Source,
    Statute,
    Topic,
    dates,
)
from macros.model.addresses import PageAddress, Url
from macros.model.evidence import FileName, Sha256
from macros.model.schema import unwrap
from macros.model.values import Id
from macros.yamlio.characters import first_mistake
from macros.yamlio.writer import write
from tests.factories import GOOD_TOPIC, fields, make, with_text


def _back(record: Record) -> Record:
    return type(record).model_validate(yamlio.parse(write(record).encode()).value)


def _line(record: Record, field: str) -> str:
    return next(line for line in write(record).split("\n") if line.strip("- ").startswith(f"{field}:"))


def _title(text: str) -> str:
    return _line(make(Event, title=text), "title")


def test_a_whole_event() -> None:
    """The schema comes first, then the fields in the order of the model, those of every record before its own."""
    assert write(make(Event, place="Gull Island", note="It rained.\nIt was cold.")) == (
        "# yaml-language-server: $schema=../schema/event.json\n"
        "topics: [lamp]\n"
        "access: read\n"
        "citations:\n"
        '  - {source: gazette, locator: p1, quote: {exact: "was lit"}}\n'
        "note: |-\n"
        "  It rained.\n"
        "  It was cold.\n"
        'date: "1901-05-01"\n'
        "basis: {kind: stated}\n"
        "title: The lamp is lit\n"
        "summary: |-\n"
        "  The keeper lit it.\n"
        "category: opening\n"
        "status: happened\n"
        "place: Gull Island\n"
    )


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Plain words", "Plain words"),
        ("Words, with a comma", "Words, with a comma"),
        ("§ 5 and “marks”", "§ 5 and “marks”"),
        ("It says: no", '"It says: no"'),
        ("No. #1", '"No. #1"'),
        ("5 lamps", '"5 lamps"'),
        ("no", '"no"'),
        ("[sic]", '"[sic]"'),
        ('a "lamp"', 'a "lamp"'),
        ('"lamp"', "'\"lamp\"'"),
        ('it\'s: "it"', "'it''s: \"it\"'"),
        ("a \\ b", "'a \\ b'"),
    ],
)
def test_text_is_quoted_only_where_it_must_be(text: str, written: str) -> None:
    """A line is plain where every reader takes it as it is; marks are single where the text has double ones."""
    assert _title(text) == f"title: {written}"


def test_a_key_that_some_take_for_a_truth_value_is_quoted() -> None:
    """The day of a review stands under a word that YAML 1.1 reads as true."""
    event = make(Event, reviewed={"by": "Ann Reed", "on": "1901-06-01"})
    assert _line(event, "reviewed") == 'reviewed: {by: Ann Reed, "on": "1901-06-01"}'


def test_what_is_not_filled_in_is_empty_text() -> None:
    """A field without words, prose too, is a pair of quotation marks, which the model refuses by the field's name."""
    written = write(Event.model_construct(**dict(make(Event)) | {"title": Sentence(), "summary": Prose()}))
    assert 'title: ""\nsummary: ""\n' in written


def test_text_in_braces_is_quoted_sooner() -> None:
    """A comma ends a value in braces, so there the text is quoted."""
    event = make(Event, basis={"kind": "inferred", "how": "By the stamp, and the day"})
    assert _line(event, "basis") == 'basis: {kind: inferred, how: "By the stamp, and the day"}'


def test_dates_quotes_addresses_and_digests_are_always_quoted() -> None:
    """Dates, quoted words, addresses and digests look alike in every file."""
    source = with_text(link={"url": "https://gazette.example", "opened": True})
    assert _line(source, "accessed") == 'accessed: "1901-06-01"'
    assert _line(source, "link") == 'link: {url: "https://gazette.example", opened: true}'
    assert _line(source, "sha256") == f'  sha256: "{"0" * 64}"'
    citation = {"source": "gazette", "locator": "p1", "quote": {"exact": "lit", "prefix": "was"}}
    assert 'quote: {exact: "lit", prefix: "was"}' in write(make(Event, citations=(citation,)))


def test_whole_numbers_are_plain_and_decimals_quoted() -> None:
    """A decimal keeps its last zero; a whole number needs no quotation marks."""
    series = make(Series, limits={"minimum": -5, "maximum": "99.50"})
    assert _line(series, "limits") == 'limits: {minimum: -5, maximum: "99.50"}'


def test_what_goes_without_saying_is_left_out() -> None:
    """Empty fields and values that hold anyway are not written."""
    citation = {"source": "gazette", "locator": "p1", "role": "supports", "quote": {"exact": "lit"}}
    event = write(make(Event, citations=(citation,), actors=()))
    assert "role" not in event
    assert "actors" not in event
    number = {"id": "lamps-now", "period": "1901", "value": 5, "qualifier": "exact", "status": "published"}
    assert '  - {id: lamps-now, period: "1901", value: 5}\n' in write(make(Series, observations=(number,)))


def test_a_number_with_a_note_of_several_lines_takes_several_lines() -> None:
    """A small record stands in braces unless its prose has lines."""
    number = {"id": "lamps-now", "period": "1901", "value": 5, "note": "One.\nTwo."}
    assert write(make(Series, observations=(number,))).endswith(
        'observations:\n  - id: lamps-now\n    period: "1901"\n    value: 5\n    note: |-\n      One.\n      Two.\n'
    )


def test_prose_is_a_block_whatever_its_lines_end_in() -> None:
    """A space at the end of a line, which an editor does not see, does not press the prose into one line."""
    assert "summary: |-\n  It rained. \n\n  It was cold.\n" in write(make(Event, summary="It rained. \n\nIt was cold."))


def test_answers_and_provisions_take_a_line_for_each_field() -> None:
    """Records with much to say are not pressed into braces."""
    assert "answers:\n  - source: gazette\n    silent: true\n" in write(make(Question))
    provision = {"id": "first", "label": "A, b", "max_prison": "6 months", "min_prison": "none", "grade": "petty"}
    assert 'provisions:\n  - id: first\n    label: A, b\n    max_prison: "6 months"\n' in write(
        make(Statute, provisions=(provision,))
    )


def test_lists_of_sentences_take_a_line_for_each() -> None:
    """Sentences stand below each other, names beside each other."""
    statute = write(make(Statute, aliases=("act", "the act"), elements=({"text": "A lamp"}, {"text": "A: lamp"})))
    assert "aliases: [act, the act]\n" in statute
    assert 'elements:\n  - text: A lamp\n  - text: "A: lamp"\n' in statute


def test_a_renamed_record_and_the_topic_have_schemas_of_their_own() -> None:
    """The first line leads from the file to its schema."""
    moved = write(Moved.model_validate({"moved_to": "lamp-lit"}))
    assert moved == "# yaml-language-server: $schema=../schema/moved.json\nmoved_to: lamp-lit\n"
    assert write(make(Topic)).startswith("# yaml-language-server: $schema=schema/topic.json\ntitle:")


def test_every_file_keeps_its_meaning() -> None:
    """What is written of a record is read back as the same record, and written the same again."""
    files = [(file, model) for name, model in FOLDERS.items() for file in (GOOD_TOPIC / "data" / name).glob("*.yml")]
    assert files
    for file, model in files:
        document = yamlio.read(file, file.name)
        assert isinstance(document, yamlio.Document)
        record = model.model_validate(document.value)
        assert _back(record) == record, file
        assert write(_back(record)) == write(record), file


_HOSTILE = (
    *("on", "No", "y", "null", "~", "true", "=", "<<", "-"),
    *("0", "007", "1e3", "0x1", "12:30", "1901-05-01", ".5", ".inf"),
    *("- x", "-x", "? x", "?x", ": x", "a: b", "a:", "a #b", "#x", "a#b"),
    *("a, b", "[a]", "{a}", "a]", "}", "---", "..."),
    *("'", '"', '""', "it's", 'a "b"', "'\"", "\\", "\\n", "a\\"),
    *("&a", "*a", "!a", "|", "|-", ">", "%a", "@a", "`a`", "{{ a }}"),
    *("Лампа: да", "燈, 燈", "مصباح #1", "𐍈: 𐍈", "🕯 #1", "a\xa0: b", "§ 5 “x”", "word " * 50 + "word"),
)
_BETWEEN = ("", "  ", "  a", "a ", "# a", "a:", "- a", "--- a", "... a")
_VALUES: dict[Any, tuple[Any, ...]] = {
    Id: ("on", "no", "y", "null", "a", "e3", "lamp-lit"),
    PrisonTerm: ("none", "life", "+10 years", "6 months"),
    Sha256: ("0" * 64, "1e" * 32, "ab" * 32),
    FileName: ("0.txt", "1e3", "on", "a.txt", "_"),
    PageAddress: ("on.html", "0.html", "a/null.html"),
    Url: ("https://a.example", "http://a.example:80/x?y=1&z=[2]#it's"),
    dates.Edtf: (
        *("1901-05-01", "1902-06-02", "1901", "1901-05", "1901-05-01~", "1901?"),
        *("1901-05/1901-06", "../1901", "[1901-05-01..1901-05-02]"),
    ),
    Decimal: ("0.50", "-1.5", "100.00", "-0", 0, 5, -5, 10**14),
    bool: (True, False),
    int: (1, 2, 9**9),
}


def _record(model: type[Record], chance: Random) -> dict[str, Any]:
    """Return what a file of a kind, or a record inside it, may say: of each field that may be left out, maybe a value.

    Some need one of these; a further one that does not go with the others is left out.
    """
    kinds = {name: info.annotation for name, info in model.model_fields.items()}
    required = [name for name, info in model.model_fields.items() if info.is_required()]
    free = [name for name in kinds if name not in required]
    said: dict[str, Any] = {}
    for _ in range(1000):
        said = {name: _value(kinds[name], chance) for name in [*required, *chance.sample(free, min(1, len(free)))]}
        if _is_valid(model, said):
            break
    for name in free:
        more = said | ({name: _value(kinds[name], chance)} if chance.random() < 1 / 2 else {})
        said = more if _is_valid(model, more) else said
    assert _is_valid(model, said), f"no {model.__name__} can be made: a type of field is missing from _VALUES"
    return said


def _is_valid(model: type[Record], said: dict[str, Any]) -> bool:
    try:
        model.model_validate(said)
    except ValidationError:
        return False
    return True


def _value(annotation: Any, chance: Random) -> Any:
    value, is_list = unwrap(annotation)
    if is_list:
        return [_value(value, chance) for _ in range(chance.randrange(3))]
    if get_origin(value) is Literal:
        return chance.choice(get_args(value))
    if issubclass(value, Record):
        return _record(value, chance)
    if issubclass(value, Prose):
        return "\n".join([chance.choice(_HOSTILE), *chance.choices(_BETWEEN + _HOSTILE, k=2), chance.choice(_HOSTILE)])
    found = next((choices for kind, choices in _VALUES.items() if issubclass(value, kind)), _HOSTILE)
    return chance.choice(found)


@pytest.mark.parametrize("model", [*FOLDERS.values(), Topic, Moved])
@settings(max_examples=50)
@given(chance=st.randoms(use_true_random=True))
def test_whatever_a_record_says_is_read_back(model: type[Record], chance: Random) -> None:
    """Our reader reads the same record, and writes it the same again; to any other reader the file says the same."""
    record = model.model_validate(_record(model, chance))
    written = write(record)
    document = yamlio.parse(written.encode())
    assert validate(model, document, "a.yml") == (record, [])
    assert write(_back(record)) == written
    assert json.dumps(yaml.safe_load(written)) == json.dumps(document.value)


_TEXT = st.text(st.sampled_from(list("ab10 :#,-?[]{}&*!|>'\"%@`~=<.\\é“§\n/yY")), min_size=1, max_size=25)


@given(_TEXT, _TEXT, st.sampled_from(["title", "summary", "place", "how", "exact", "note"]))
def test_any_text_is_read_back(text: str, other: str, field: str) -> None:
    """Whatever a field may hold, wherever it stands, is read back as it was, and written the same again."""
    changes: dict[str, dict[str, Any]] = {
        "title": {"title": text},
        "summary": {"summary": text},
        "place": {"place": text},
        "how": {"basis": {"kind": "inferred", "how": text}},
        "exact": {"citations": (fields(Citation) | {"locator": other, "quote": {"exact": text}},)},
        "note": {"note": text},
    }
    if first_mistake(text + other):
        return
    try:
        event = make(Event, **changes[field])
    except ValidationError:
        return
    assert _back(event) == event
    assert write(_back(event)) == write(event)


@given(_TEXT)
def test_any_note_of_a_number_is_read_back(text: str) -> None:
    """A note inside braces is read back as it was, with several lines or one."""
    number = {"id": "lamps-now", "period": "1901", "value": 5, "note": text}
    try:
        series = make(Series, observations=(number,))
    except ValidationError:
        return
    assert _back(series) == series


def test_a_source_in_all_its_depth() -> None:
    """Records inside records keep their place and their form."""
    source = with_text(uncited=({"locator": "p2", "reason": "It repeats, word for word"},))
    assert isinstance(source, Source)
    assert write(source).endswith(
        'text:\n  file: gazette.txt\n  sha256: "' + "0" * 64 + '"\n'
        "  lines: {headline: 1, paragraphs: [3, 5]}\n"
        'uncited:\n  - {locator: p2, reason: "It repeats, word for word"}\n'
    )
