"""The tables of fields for editors: whole, in words, and made from the model."""

from pathlib import Path

import pytest

from macros import language
from macros.load import load
from macros.load.docs import read_docs
from macros.model import KINDS, Entity
from macros.pages.check import check_pages
from macros.render import render
from macros.views.fields import Field, fields
from tests import sites
from tests.factories import GOOD_TOPIC


def _named(kind: str) -> dict[str, Field]:
    return {field.name: field for field in fields(kind).fields}


def test_every_field_stands_in_one_table() -> None:
    """A kind's table has its own fields with their sentences; what all records share stands in that of "entity"."""
    for kind, model in KINDS.items():
        shared = set() if kind in ("entity", "topic") else set(Entity.model_fields)
        assert {name for name in _named(kind) if "." not in name} == set(model.model_fields) - shared, kind
        assert all(field.meaning.endswith(".") and field.form for field in fields(kind).fields), kind


@pytest.mark.parametrize(
    ("kind", "name", "form", "is_needed"),
    [
        ("event", "date", "a date", True),
        ("event", "title", "a line of prose", True),
        ("event", "place", "a line", False),
        ("event", "actors", "list: the id of a person or an organization", False),
        ("event", "predecessor", "the id of an event", False),
        ("event", "basis", "a group (basis)", True),
        ("event", "basis.kind", "one of: stated, inferred", True),
        ("source", "text", "a group (source text)", False),
        ("source", "authors", "list: a line or a group (person name)", False),
        ("source", "authors.family", "a line", True),
        ("source", "text.lines.paragraphs", "list: a whole number", False),
        ("source", "link.url", "an address", True),
        ("source", "link.opened", "true or false", True),
        ("series", "observations.value", "a number", False),
        ("question", "answers", "list: a group (answer)", True),
        ("question", "answers.facts", "list: the id of any of: event, statement, observation", False),
        ("entity", "citations.quote.exact", "a line", True),
        ("entity", "note", "prose, one sentence a line", False),
    ],
)
def test_forms_are_in_words(kind: str, name: str, form: str, is_needed: bool) -> None:  # noqa: FBT001 - a case
    """A field is named as the messages of the checks name it, with what it takes and whether it is needed."""
    field = _named(kind)[name]
    assert (field.form, field.is_needed) == (form, is_needed)


def test_a_group_is_described_once_in_a_table() -> None:
    """The parts of a link are told where the first link stands; those of citations with what all records share."""
    assert [name for name in _named("source") if name.endswith(".opened")] == ["link.opened"]
    assert "observations.citations.source" not in _named("series")


def test_a_table_is_html_that_can_be_read_aloud() -> None:
    """Each field is the header of its row, below a sentence on what the kind is."""
    html = render("fields", view=fields("correction"))
    assert html.startswith("<p>A change to what was published.</p>")
    assert (
        '<th scope="row"><code>was</code></th><td>What it said.</td><td>prose, one sentence a line</td><td>yes</td>'
        in html.replace("\n", "")
    )


@pytest.mark.parametrize(("tag", "told"), [("es", {"lang": "en"}), ("ar", {"lang": "en", "dir": "ltr"})])
def test_what_is_told_in_english_says_so(tag: str, told: dict[str, str]) -> None:
    """On a site in another language the meanings are marked, and the words of the interface are not."""
    language.use(tag)
    root = sites.parsed(render("fields", view=fields("correction")))
    language.use("en")
    marked = [dict(one.attributes) for one in root.walk() if one.tag in ("p", "td")]
    kind = fields("correction")
    assert marked == [told, *[told, told, {}] * len(kind.fields)]
    assert [one.words() for one in root.all("p")] == [kind.meaning]


@pytest.mark.parametrize(
    ("call", "message"),
    [
        ('fields("events")', '"events" is not one of: source, actor,'),
        ("fields()", "it takes 1 kind, not 0"),
    ],
)
def test_a_page_names_a_kind(call: str, message: str, topic: Path) -> None:
    """Only kinds of files have tables."""
    (topic / "docs" / "index.md").write_text(f"{{{{ {call} }}}}\n", encoding="utf-8")
    (problem,) = check_pages(read_docs(topic), load(GOOD_TOPIC))
    assert problem.message.startswith(message)
