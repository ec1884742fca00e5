"""The data as files: the same facts as the YAML, described, safe in spreadsheets, the same bytes each time."""

import csv
import io
import json
import re
import zipfile
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from frictionless import Package
from jsonschema.protocols import Validator

from macros import language
from macros.exports import charts, data, package, records, schemas, tables
from macros.load import load
from macros.model import FOLDERS, Citation, Correction, Entity, Event, Observation, Record, Series, Topic
from macros.model.schema import unwrap
from macros.model.translation import translated
from macros.queries import Queries
from macros.views import cited
from tests.factories import GOOD_TOPIC, ROOT, loaded, make, queries_of


@cache
def _queries(topic: Path) -> Queries:
    return Queries(loaded(topic))


@cache
def _files(topic: Path) -> dict[str, bytes]:
    return {path.removeprefix(data.HOME): content for path, content in data.files(_queries(topic))}


def _items(name: str, topic: Path = GOOD_TOPIC) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(_files(topic)[f"{name}.json"], parse_float=str)["items"]
    return found


def _rows(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def _own(model: type[Record], value: dict[str, Any]) -> dict[str, Any]:
    """Return what a file of a kind says, without all that is added to it."""
    found = {}
    for name, info in model.model_fields.items():
        inner, is_list = unwrap(info.annotation)
        if name in value and isinstance(inner, type) and issubclass(inner, Record):
            part = value[name]
            found[name] = [_own(inner, one) for one in part] if is_list else _own(inner, part)
        elif name in value:
            found[name] = value[name]
    return found


@pytest.mark.parametrize("topic", [GOOD_TOPIC, ROOT], ids=["small", "real"])
def test_json_gives_back_the_facts_of_the_files(topic: Path) -> None:
    """A record read from JSON is the record of the YAML, in the collection and in a file of its own."""
    for folder, model in FOLDERS.items():
        known = getattr(_queries(topic).dataset, folder)
        found = {item["id"]: item for item in _items(folder, topic)}
        assert {name: model.model_validate(_own(model, item)) for name, item in found.items()} == known
        for name, item in found.items():
            assert json.loads(_files(topic)[f"{folder}/{name}.json"], parse_float=str) == item


@pytest.mark.parametrize("topic", [GOOD_TOPIC, ROOT], ids=["small", "real"])
def test_tables_hold_what_json_holds(topic: Path) -> None:
    """Every value of a record is a cell of a table, under the same name."""

    def leaves(value: Any) -> Iterator[str]:
        if isinstance(value, dict) or (isinstance(value, list) and value and isinstance(value[0], dict)):
            for part in value.values() if isinstance(value, dict) else value:
                yield from leaves(part)
        else:
            yield value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)

    files = _files(topic)
    cells = {cell for name in tables.tables() for row in _rows(files[f"{name}.csv"]) for cell in row.values()}
    cells |= {cell.removeprefix("'") for cell in cells}
    cells |= {text for cell in cells if cell.startswith("[{") for text in leaves(json.loads(cell))}  # names of people
    for folder in FOLDERS:
        assert {text for item in _items(folder, topic) for text in leaves(item)} - cells - {"[]"} == set()


@pytest.mark.parametrize("topic", [GOOD_TOPIC, ROOT], ids=["small", "real"])
def test_only_what_makes_a_claim_can_lack_support(topic: Path) -> None:
    """No record that has sources says that none supports it, unless it only cites what discusses or disputes it."""
    cited: dict[str, set[str]] = {}
    for row in _rows(_files(topic)["citations.csv"]):
        cited.setdefault(row["record"], set()).add(row["role"])
    for row in _rows(_files(topic)["records.csv"]):
        assert bool(row["support"]) == bool(row["confirmed_by"]), row["id"]
        if row["type"] in ("source", "chart"):
            assert not row["support"], row["id"]
        elif row["support"] == "no source supports it":
            assert cited[row["id"]] <= {"discusses", "disputes"}, row["id"]
            assert row["type"] not in ("question", "comparison", "series"), row["id"]
    for item in (one for folder in FOLDERS for one in _items(folder, topic)):
        assert ("support" in item) == ("confirmed_by" in item)


@pytest.mark.parametrize("topic", [GOOD_TOPIC, ROOT], ids=["small", "real"])
def test_the_package_is_valid(topic: Path, tmp_path: Path) -> None:
    """Frictionless accepts the description, every row, key, size and hash of what the zip holds."""
    with zipfile.ZipFile(io.BytesIO(_files(topic)["all.zip"])) as archive:
        archive.extractall(tmp_path)
    package = Package(tmp_path / "datapackage.json")
    report = package.validate()
    assert report.flatten(["type", "note"]) == []
    assert {resource.name for resource in package.resources} >= {*tables.tables(), "events-json"}
    assert package.licenses[0]["path"] == "https://creativecommons.org/licenses/by/4.0/"
    assert len(package.sources) == len(_queries(topic).dataset.sources)


def test_a_wrong_row_is_found(tmp_path: Path) -> None:
    """The description is strict: an id that is no record's, and a word that a field cannot have, are errors."""
    for name, content in _files(GOOD_TOPIC).items():
        if "/" not in name:
            (tmp_path / name).write_bytes(content)
    cited = _files(GOOD_TOPIC)["citations.csv"]
    (tmp_path / "citations.csv").write_bytes(
        cited.replace(b'"gazette"', b'"herald"').replace(b'"supports"', b'"props"')
    )
    errors = Package(tmp_path / "datapackage.json").validate().flatten(["type", "fieldName"])
    assert {kind for kind, _ in errors} == {"foreign-key", "constraint-error", "hash-count", "byte-count"}


@cache
def _languages(topic: Path) -> list[dict[str, bytes]]:
    """Return the files of a topic in its own language, then those in each other one."""
    every, words = [_files(topic)], _queries(topic).dataset
    for tag, lines in words.translations.items():
        language.use(tag)
        try:
            found = dict(data.files(Queries(translated(words, lines))))
        finally:
            language.use(language.SOURCE)
        every.append({path.removeprefix(data.HOME): content for path, content in found.items()})
    return every


@cache
def _is_schema(content: bytes) -> bool:
    """Whether this is a JSON Schema; raises SchemaError if it is none."""
    jsonschema.Draft202012Validator.check_schema(json.loads(content))
    return True


@cache
def _refused(schema: bytes, item: str) -> tuple[str, ...]:
    """Return why a schema refuses an item; most stand in several files, and in each language."""
    return tuple(error.message for error in _validator(schema).iter_errors(json.loads(item)))


@cache
def _validator(schema: bytes) -> Validator:
    return jsonschema.Draft202012Validator(json.loads(schema))


def _faults(files: dict[str, bytes]) -> Iterator[tuple[str, str]]:
    """Yield path and message for each value of a JSON file that the schema beside it refuses."""
    kinds = {"observations": "observation", "moved": "event"} | {
        folder: model.__name__.lower() for folder, model in FOLDERS.items()
    }
    known = {path.split("/")[1]: content for path, content in files.items() if path.startswith("schema/")}
    for path in sorted(path for path in files if path.endswith(".json") and path != "datapackage.json"):
        value, folder = json.loads(files[path]), path.partition("/")[0].removesuffix(".json")
        if folder == "schema":
            assert _is_schema(files[path])
        elif folder != "annotations":
            schema = known[f"{kinds.get(folder, folder)}.json"]
            for item in value["items"] if path == f"{folder}.json" and folder in kinds else [value]:
                yield from ((path, message) for message in _refused(schema, json.dumps(item, sort_keys=True)))


@pytest.mark.parametrize("topic", [GOOD_TOPIC, ROOT], ids=["small", "real"])
def test_every_file_keeps_to_its_schema(topic: Path) -> None:
    """The JSON Schema beside the data accepts every file in every language, those under old ids too."""
    moved = _queries(topic).dataset.moved
    for files in _languages(topic):
        assert list(_faults(files)) == []
        assert sum(b'"moved_to"' in one for path, one in files.items() if not path.startswith("schema/")) >= len(moved)


def test_a_schema_refuses_what_it_does_not_know() -> None:
    """A field that no schema has, and an old id with more than where its record is, are refused."""
    files = _files(GOOD_TOPIC)
    own = tuple(f"{folder}/" for folder in records.COLLECTIONS)
    found = {path: json.dumps(json.loads(files[path]) | {"surprise": 1}) for path in files if path.startswith(own)}
    assert len(found) > 10
    assert {path for path, _ in _faults(files | {path: one.encode() for path, one in found.items()})} == {*found}
    old = {"events/lamp-on.json": b'{"id": "lamp-on", "moved_to": "lamp-lit", "title": "Lamp"}'}
    assert [path for path, _ in _faults(files | old)] == [*old]


def test_what_is_added_hides_no_field() -> None:
    """No name that is added to a record is that of a field of the model."""
    added = {model: {one.name for one in names} for model, names in records.ADDED.items()}
    for model in FOLDERS.values():
        assert added[Entity].isdisjoint(model.model_fields)
    assert added[Citation].isdisjoint(Citation.model_fields)
    assert added[Observation].isdisjoint(Observation.model_fields)
    assert {name for name, _ in schemas.published()} >= {"event", "observation"}


def test_names_are_those_that_stay() -> None:
    """No name that fields had before the data was published is in it, so that nobody builds on one."""

    def names(value: Any) -> Iterator[str]:
        for part in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
            yield from names(part)
        yield from value if isinstance(value, dict) else ()

    used = {name for folder in records.COLLECTIONS for item in _items(folder, ROOT) for name in names(item)}
    assert {"access", "attributed_to", "comparability_group", "independence_group", "minimum", "link"} <= used
    assert used.isdisjoint({"certainty", "made_by", "said_by", "comparable_as", "independence", "min", "max", "known"})


def _sources_of_holders(topic: Path) -> None:
    """Assert that a question names all sources that its page compares, a series all those of its numbers."""
    of_fact = {item["id"]: set(item["source_ids"]) for folder in records.COLLECTIONS for item in _items(folder, topic)}
    for item in _items("questions", topic):
        compared = {one["source"] for one in (*item["answers"], *item["primary"], *item["citations"])}
        facts = {source for one in item["answers"] for fact in one["facts"] for source in of_fact[fact]}
        assert set(item["source_ids"]) >= compared | facts, item["id"]
    for item in _items("series", topic):
        cited = {one["source"] for one in item["citations"]}
        numbers = (of_fact[one["id"]] for one in item["observations"])
        assert set(item["source_ids"]) == cited.union(*numbers), item["id"]


@pytest.mark.parametrize("topic", [GOOD_TOPIC, ROOT], ids=["small", "real"])
def test_nothing_lacks_its_source(topic: Path) -> None:
    """Each record and number names its sources, and each citation its place and whether it was verified."""
    known = {item["id"] for item in _items("sources", topic)}
    for folder in records.COLLECTIONS:
        for item in _items(folder, topic):
            assert item["source_ids"], item["id"]
            assert set(item["source_ids"]) <= known
    _sources_of_holders(topic)
    for row in _rows(_files(topic)["citations.csv"]):
        assert row["source"] in known
        assert row["locator"]
        assert row["verification"] in ("verified", "recorded here", "not verified", "no text")


@pytest.mark.parametrize("topic", [GOOD_TOPIC, ROOT], ids=["small", "real"])
def test_each_answer_is_one_sentence(topic: Path) -> None:
    """What more there is to say of a question stands in its finding."""
    answers = {name: question.answer for name, question in _queries(topic).dataset.questions.items()}
    assert [name for name, answer in answers.items() if re.search(r"[.?!]”?\s+[“A-Z]", answer or "")] == []


def test_a_number_stands_alone() -> None:
    """A number has its unit, qualifier, status, words and sources with it, and the names of SDMX."""
    (number,) = _items("observations")
    assert (number["value"], number["qualifier"], number["unit"]) == (500, "more than", "pounds")
    assert number["text"] == "more than 500 pounds"
    assert (number["FREQ"], number["OBS_STATUS"], number["period"]) == ("A", "A", "1901")
    assert number["citations"][0]["quote"]["exact"]
    (row,) = _rows(_files(GOOD_TOPIC)["observations.csv"])
    assert (row["value"], row["qualifier"], row["FREQ"]) == ("500", "more than", "A")


def test_a_formula_is_no_formula_in_a_table_and_itself_in_json() -> None:
    """A cell that a spreadsheet would compute has an apostrophe before it; negative numbers stay numbers."""
    numbers = ({"id": "lamps-now", "period": "1901", "value": -5},)
    limits = {"minimum": -10, "maximum": 10}
    series = make(Series, observations=numbers, limits=limits)
    event = make(Event, place="=HYPERLINK(1)")
    found = dict(data.files(queries_of(events={"lamp-lit": event}, series={"lamps": series})))
    (row,) = _rows(found[f"{data.HOME}events.csv"])
    assert row["place"] == "'=HYPERLINK(1)"
    assert json.loads(found[f"{data.HOME}events/lamp-lit.json"])["place"] == "=HYPERLINK(1)"
    (number,) = _rows(found[f"{data.HOME}observations.csv"])
    assert number["value"] == "-5"


def test_a_renamed_record_is_found_under_its_old_id() -> None:
    """The file of an old id says where the record is, and so does the zip, which has no such files."""
    queries = queries_of(events={"lamp-lit": make(Event)}, moved={"lamp-on": "lamp-lit"})
    found = dict(data.files(queries))
    told = {"id": "lamp-on", "moved_to": "lamp-lit"}
    assert json.loads(found[f"{data.HOME}events/lamp-on.json"]) == told
    with zipfile.ZipFile(io.BytesIO(found[data.ZIP])) as archive:
        assert json.loads(archive.read("moved.json"))["items"] == [told]


def test_a_correction_is_named_by_what_it_corrects() -> None:
    """A record lists its corrections, so that a copy of it tells that it was changed."""
    correction = make(Correction)
    queries = queries_of(events={"lamp-lit": make(Event)}, corrections={"lamp-name": correction})
    assert records.entity("lamp-lit", queries)["correction_ids"] == ["lamp-name"]


def test_the_same_facts_give_the_same_bytes() -> None:
    """Even the zip is the same at each build."""
    assert dict(data.files(Queries(load(GOOD_TOPIC)))) == {f"{data.HOME}{n}": c for n, c in _files(GOOD_TOPIC).items()}


@pytest.mark.parametrize("written", ["6.02214076e23", "0.000000000000000000000000000001", "1e-7", "-1.5E22", "53.0"])
def test_a_number_loses_no_digit(written: str) -> None:
    """A number that no double holds has all its digits in JSON and in each table, and is no formula there."""
    numbers = ({"id": "lamps-now", "period": "1901", "value": written},)
    limits = {"minimum": "-1e30", "maximum": "1e30"}
    series = make(Series, observations=numbers, limits=limits)
    queries = queries_of(series={"lamps": series})
    found = dict(data.files(queries))
    (item,) = json.loads(found[f"{data.HOME}observations.json"], parse_float=str)["items"]
    (row,) = _rows(found[f"{data.HOME}observations.csv"])
    (own,) = _rows(dict(charts.files(queries))["numbers/lamps.csv"])
    assert Decimal(item["value"]) == Decimal(row["value"]) == Decimal(own["value"]) == Decimal(written)
    assert str(Decimal(written)) == item["value"] == row["value"]


def test_files_name_the_language_of_their_words() -> None:
    """Texts of annotations and the head of each collection have the language of the site that they are in."""
    for tag, files in zip(("en", *_queries(ROOT).dataset.translations), _languages(ROOT), strict=True):
        bodies = {
            body["language"]
            for path, content in files.items()
            if path.startswith("annotations/")
            for item in json.loads(content)["first"]["items"]
            for body in item["body"]
            if "language" in body
        }
        assert bodies == {tag}
        assert {json.loads(files[f"{folder}.json"])["language"] for folder in records.COLLECTIONS} == {tag}
        assert json.loads(files["topic.json"])["language"] == tag
        assert tag not in json.loads(files["topic.json"])["translations"]
        assert json.loads(files["datapackage.json"])["languages"] == [tag]


def test_the_package_has_a_name_and_a_day() -> None:
    """The name of the package keeps the letters of a title that has accents; its day is that of the last check."""
    told = package.package([], queries_of(topic=make(Topic, title="Migración y órdenes")))
    assert (told["name"], told["created"]) == ("migracion-y-ordenes", "1901-06-01T00:00:00Z")


@pytest.mark.parametrize("topic", [GOOD_TOPIC, ROOT], ids=["small", "real"])
def test_each_citation_is_an_annotation(topic: Path) -> None:
    """For each source, a collection of the W3C's model has every citation, with its words and where they are."""
    queries = _queries(topic)
    for source_id, citing in cited.by_source(queries).items():
        collection = json.loads(_files(topic)[f"annotations/{source_id}.json"])
        assert collection["@context"] == "http://www.w3.org/ns/anno.jsonld"
        items = collection["first"]["items"]
        assert (collection["type"], collection["total"]) == ("AnnotationCollection", len(citing))
        source = queries.dataset.sources[source_id]
        for item, (record_id, citation) in zip(items, citing, strict=True):
            assert item["type"] == "Annotation"
            assert item["body"][1]["id"] == f"../../../{queries.href(record_id)}"
            link = source.address_at(citation.locator)
            assert item["target"]["source"] == (link.url if link else f"../../../{queries.href(source_id)}")
            selector = item["target"].get("selector", {})
            told = [selector.get(name) for name in ("exact", "prefix", "suffix")]
            quote = citation.quote
            assert told == ([quote.exact, quote.prefix, quote.suffix] if quote else [None] * 3)
        assert len({item["id"] for item in items}) == len(items)
