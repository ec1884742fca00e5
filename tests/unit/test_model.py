"""The model says what a record can hold, and describes all of it. What it refuses stands in ``tests/broken``."""

import re
import string
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from typing import Any, TypeVar

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from macros.model import (
    FOLDERS,
    Citation,
    Dataset,
    Event,
    Fine,
    Formula,
    Link,
    Observation,
    PrisonTerm,
    Prose,
    Quote,
    Record,
    Reference,
    Sentence,
    Series,
    SeriesPoint,
    Source,
    SourceText,
    Statement,
    Term,
    Topic,
    Voice,
    kind_of,
    walk,
)
from macros.model.addresses import Url
from macros.model.dates import Edtf
from macros.model.values import ActorRef, Date, Id, Line, Number, SourceRef, Text
from macros.problems import FieldPath
from tests.factories import dataset, fields, make, with_text

_ID, _LINE, _PROSE = TypeAdapter(Id), TypeAdapter(Line), TypeAdapter(Prose)
_NUMBER: TypeAdapter[Decimal] = TypeAdapter(Number)
_DATE: TypeAdapter[Edtf] = TypeAdapter(Date)
K = TypeVar("K")
_WORD = st.text(string.ascii_lowercase + string.digits, min_size=1, max_size=8)


def _accepts(adapter: TypeAdapter[Any], text: str) -> bool:
    try:
        return bool(adapter.validate_python(text) == text)
    except ValidationError:
        return False


def _kinds(of: type[K]) -> Iterator[type[K]]:
    """Yield every kind of record, or of text, that the model defines."""
    for kind in of.__subclasses__():
        yield kind
        yield from _kinds(kind)


RECORDS, TEXTS = list(_kinds(Record)), list(_kinds(Text))


@given(st.lists(_WORD, min_size=1, max_size=6))
def test_words_joined_by_hyphens_are_an_id(words: list[str]) -> None:
    """Lower-case words and numbers joined by hyphens are an id if they start with a letter and fit."""
    text = "-".join(words)
    assert _accepts(_ID, text) == (text[0].isalpha() and len(text) <= 60)


@given(st.text(max_size=12) | st.text("aZ0-_./ é\n", max_size=8))
def test_nothing_else_is_an_id(text: str) -> None:
    """An id holds no other character, and no hyphen at its ends or beside another."""
    parts = text.split("-")
    plain = all(part and set(part) <= set(string.ascii_lowercase + string.digits) for part in parts)
    assert _accepts(_ID, text) == (plain and text[0] in string.ascii_lowercase)


@given(st.text("ab \n\t\u00a0", max_size=6))
def test_text_has_no_space_around_it(text: str) -> None:
    """A line is one line without white space around it; prose may be of several lines."""
    trimmed = bool(text) and text == text.strip()
    assert _accepts(_PROSE, text) == trimmed
    assert _accepts(_LINE, text) == (trimmed and "\n" not in text)


@given(st.integers(-(10**15) + 1, 10**15 - 1), st.integers(0, 10**6 - 1), st.integers(0, 6))
def test_number_is_kept_as_written(whole: int, part: int, places: int) -> None:
    """A number keeps its digits, those after the point too, and is written again as it was."""
    written = f"{whole}" + (f".{part:06}"[: places + 1] if places else "")
    number = _NUMBER.validate_python(written)
    assert number == Decimal(written)
    assert _NUMBER.dump_python(number, mode="json") == written


@pytest.mark.parametrize("text", ["2017", "2017-04", "2017-04-11~", "2005/..", "../2017-04-11"])
def test_date_is_written_as_it_was_read(text: str) -> None:
    """A date leaves the model as the text that came in."""
    assert _DATE.dump_python(_DATE.validate_python(text), mode="json") == text


@pytest.mark.parametrize(
    "address",
    [
        "https://a.example",
        "http://a.example/",
        "https://www.a-b.example:8080/c/d.html?e=f&g=%20h#i",
        "https://a.example/(b)_[c];d,e!f*g",
        "https://xn--bcher-kva.example/",
        "https://a.example?id=5",
        "https://a.example#top",
        "https://a.example/Farmers'_Market",
        "HTTPS://my_site.a.example/",
    ],
)
def test_address(address: str) -> None:
    """An absolute address on the web is accepted as it stands."""
    assert make(Link, url=address, opened=True).url == address


def test_host_is_what_readers_call_a_site() -> None:
    """A link's host is that of its address, without www."""
    assert make(Link, url="https://www.gazette.example/lamp", opened=True).host == "gazette.example"


def test_text_keeps_its_meaning() -> None:
    """Strings know whether they are prose, a reference or a name, so that rules find them without a list."""
    event = make(Event, actors=["ann"], place="Gull Island")
    assert [type(value).__name__ for value in (event.title, event.summary, event.actors[0], event.place)] == [
        "Sentence",
        "Prose",
        "ActorRef",
        "Label",
    ]
    assert isinstance(event.summary, Sentence)


def test_walk_finds_every_leaf_with_its_path() -> None:
    """Walking a record yields each value that it holds, at the path where an editor wrote it."""
    found = dict(walk(make(Event, actors=["ann"])))
    assert found == {
        ("topics", 0): "lamp",
        ("access",): "read",
        ("citations", 0, "source"): "gazette",
        ("citations", 0, "locator"): "p1",
        ("citations", 0, "quote", "exact"): "was lit",
        ("citations", 0, "role"): "supports",
        ("date",): make(Event).date,
        ("basis", "kind"): "stated",
        ("title",): "The lamp is lit",
        ("summary",): "The keeper lit it.",
        ("category",): "opening",
        ("key",): False,
        ("status",): "happened",
        ("actors", 0): "ann",
    }


def test_walk_meets_every_reference() -> None:
    """Each id of another record is met as a reference that knows which kinds it may name."""
    statement = make(Statement, attributed_to={"actor": "ann"}, event="lit", statutes=["act"], numbers=["five"])
    found: dict[FieldPath, tuple[str, ...]] = {
        path: value.kinds for path, value in walk(statement) if isinstance(value, Reference)
    }
    assert found == {
        ("topics", 0): ("topic",),
        ("citations", 0, "source"): ("source",),
        ("numbers", 0): ("observation",),
        ("attributed_to", "actor"): ("actor",),
        ("event",): ("event",),
        ("statutes", 0): ("statute",),
    }


@pytest.mark.parametrize(
    ("term", "months"),
    [
        ("none", 0),
        ("14 days", Fraction(14 * 48, 1461)),
        ("6 months", 6),
        ("1 month", 1),
        ("10 years", 120),
        ("+2 years", 24),
        ("life", None),
        ("life or death", None),
        ("remainder", None),
    ],
)
def test_length_of_a_prison_term(term: str, months: int | None) -> None:
    """A prison term is so many months long, or its length is not a number."""
    assert PrisonTerm(term).years == (None if months is None else Fraction(months, 12))


@pytest.mark.parametrize(
    ("operation", "values", "result"),
    [
        ("sum", (1, 2, 3), 6),
        ("difference", (5, 2), 3),
        ("share", (1, 4), 25),
        ("change", (4, 5), 25),
        ("change", (5, 4), -20),
        ("before change", (5, 25), 4),
        ("before change", (4, -20), 5),
    ],
)
def test_formula(operation: str, values: tuple[int, ...], result: int) -> None:
    """Sums and differences keep the unit; shares and changes are in percent of the second and of the first."""
    formula = make(Formula, operation=operation, of=["a", "b", *["c"] * (len(values) - 2)])
    assert formula.apply(tuple(map(Decimal, values))) == result


def test_range_has_no_value() -> None:
    """A number is a value, or a range from low to high."""
    observation = make(Observation, value=None, low="1.5", high=2)
    assert (observation.low, observation.high) == (Decimal("1.5"), Decimal(2))


def test_gap_says_why() -> None:
    """A gap has no number and a reason."""
    assert make(Observation, value=None, status="gap", note="The office was shut.").value is None


def test_locators_number_the_paragraphs() -> None:
    """The first paragraph is p1, whatever its line; named passages go by their names."""
    text = with_text().text
    assert text
    assert text.lines
    assert text.lines.locators() == {"headline": 1, "p1": 3, "p2": 5}


def test_numbers_are_found_by_their_id() -> None:
    """A dataset finds a number with its series and its place in it."""
    series = make(Series, observations=[fields(Observation, id="a"), fields(Observation, id="b")])
    found = dataset(series={"lamps": series}).observations["b"]
    assert found == SeriesPoint(series.observations[1], series, "lamps", 1)


def test_kind_of_every_id_is_known() -> None:
    """Records, numbers, topics and categories all have a kind."""
    kinds = dataset(series={"lamps": make(Series)}, terms={"keeper": make(Term)}).kinds()
    assert kinds == {
        "lamp": "topic",
        "opening": "category",
        "gazette": "source",
        "keeper": "term",
        "lamps": "series",
        "lamps-now": "observation",
    }


def test_references_name_kinds_that_exist() -> None:
    """No kind of reference waits for a kind of record that the model does not have."""
    known = {kind_of(make(model)) for model in FOLDERS.values()}
    known |= {"observation", "provision", "topic", "category", "lane", "jurisdiction"}
    for reference in Reference.__subclasses__():
        assert reference.kinds, reference.__name__
        assert set(reference.kinds) <= known, reference.__name__


def test_citation_of_a_source_without_a_text_is_not_verified() -> None:
    """Only words that were found in a text count as verified."""
    assert dataset().verification(make(Citation)) == "no text"


def test_every_kind_is_described() -> None:
    """Each kind of record and of text has a sentence that says what it is."""
    for kind in (*RECORDS, *TEXTS):
        assert re.fullmatch(r"[A-Z\"].*\.", " ".join((kind.__doc__ or "").split())), kind.__name__


def test_every_field_is_described() -> None:
    """Each field has a sentence that editors, the schema and the contributor's tables show."""
    for kind in RECORDS:
        for name, field in kind.model_fields.items():
            assert (field.description or "").endswith("."), f"{kind.__name__}.{name}"


def test_every_record_is_closed_and_frozen() -> None:
    """No record takes an unknown key, and none can be changed."""
    for kind in RECORDS:
        assert (kind.model_config["extra"], kind.model_config["frozen"]) == ("forbid", True), kind.__name__


def test_schema_is_made_from_the_model() -> None:
    """Each kind of file has a JSON Schema that refuses unknown keys and lists the fields in order."""
    models: list[type[Record]] = [*FOLDERS.values(), Topic]
    for model in models:
        schema = model.model_json_schema()
        assert schema["additionalProperties"] is False, model.__name__
        assert list(schema["properties"]) == list(model.model_fields)


def test_record_survives_being_written() -> None:
    """What the model writes, it reads again as the same record."""
    for model in FOLDERS.values():
        record = make(model)
        assert model.model_validate(record.model_dump(mode="json")) == record


def test_voice_is_one_of_three() -> None:
    """A statement is made by an actor, by someone described, or by the source itself."""
    assert make(Voice, actor="ann").actor == ActorRef("ann")
    assert make(Voice, source="gazette").source == SourceRef("gazette")
    assert make(Voice, described="her friends").described == "her friends"


def test_quote_may_have_twelve_words() -> None:
    """Twelve words are the most that a quote may have, however they are spaced."""
    assert make(Quote, exact="a b c d e f g h i j k\u00a0\u00a0l")
    with pytest.raises(ValidationError, match="13 words are quoted; 12 are the most"):
        make(Quote, exact="a b c d e f g h i j k l\u00a0m")


def test_dataset_of_nothing() -> None:
    """A dataset needs no record but its topic."""
    assert list(Dataset(topic=make(Topic)).entities()) == []


@pytest.mark.parametrize("name", ["a.txt", "000_ab.txt", "A-b_c.1"])
def test_name_of_a_text(name: str) -> None:
    """A text has a plain file name."""
    assert make(SourceText, file=name, sha256="0" * 64, lines={"paragraphs": [1]}).file == name


def test_url_is_never_longer_than_a_line_of_a_log() -> None:
    """An address has at most 500 characters."""
    assert not _accepts(TypeAdapter(Url), "https://a.example/" + "a" * 500)


def test_source_without_a_text_says_why() -> None:
    """A source has a text to verify quotes against, or a reason for having none."""
    assert make(Source).unverifiable
    assert with_text().unverifiable is None


@pytest.mark.parametrize(
    ("fine", "message"),
    [
        ({}, "a fine has an 'amount' and a 'currency', or a 'note' with the words of the law"),
        ({"amount": 5}, "'amount' and 'currency' come together"),
        ({"amount": 5, "least": 9, "currency": "EUR"}, "'least' is an amount below 'amount'"),
        ({"note": "unlimited", "least": 9}, "'least' is an amount below 'amount'"),
    ],
)
def test_a_fine_is_an_amount_of_a_currency(fine: dict[str, object], message: str) -> None:
    """A fine can be compared, or says what the law says instead."""
    with pytest.raises(ValidationError, match=re.escape(message)):
        Fine.model_validate(fine)


def test_a_topic_without_law_and_categories_is_complete() -> None:
    """Only what every topic has is required: no day of the law, no kinds, no lanes."""
    bare = make(Topic, as_of=None, categories=None)
    assert (bare.as_of, bare.categories, bare.lanes, bare.law_kinds, bare.source_kinds) == (None, (), (), (), ())
