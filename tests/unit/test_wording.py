"""How a report words what differs, of records without files."""

from dataclasses import replace
from typing import Any

import pytest

from macros.model import Actor, Dataset, Docs, Event, PageSource, Question, Series, Statute, Term, Topic
from macros.review import State, emphasis
from macros.review.compare import Difference
from macros.review.files import files
from macros.review.others import others
from macros.review.report import report
from macros.review.touched import LINK, Touched
from macros.review.wording import short
from tests.factories import dataset, make
from tests.reports import blocks_of, page_of, told_of, words_of

_CITED = {"source": "gazette", "locator": "p1", "quote": {"exact": "was lit"}}


def _lit(**changes: Any) -> Dataset:
    actors = {name: make(Actor, name=name.title()) for name in ("ann", "bob")}
    return dataset(actors=actors, events={"lit": make(Event, **changes)})


@pytest.mark.parametrize(
    ("was", "now", "note"),
    [
        ("1901-05-01", "1901-05-01/1901-05-03", "a span instead of a day"),
        ("1901", "1901-05", "more precise: a month instead of a year"),
        ("1901-05-01", "1901", "less precise: a year instead of a day"),
        ("1901-05-01", "1901-05-02", ""),
    ],
)
def test_a_date_that_is_known_otherwise(was: str, now: str, note: str) -> None:
    """Whether it became more or less precise is told, where the two can be compared."""
    (told,) = told_of(_lit(date=was), _lit(date=now))
    assert (told[0], told[3]) == ("Date", note)


def test_names_in_another_order() -> None:
    """A list with the same names is told as that, and other names by what is gone and what is new."""
    assert told_of(_lit(actors=("ann", "bob")), _lit(actors=("bob", "ann"))) == [
        ("Actors", "Ann; Bob", "Bob; Ann", "only the order differs")
    ]
    assert told_of(_lit(actors=("ann",)), _lit(actors=("bob",))) == [("Actors", "Ann", "Bob", "")]


def test_a_citation_without_quoted_words() -> None:
    """What else differs of it is told: its place, its role, the verb of its source."""
    bare = {"source": "gazette", "locator": "p1", "quote": None}
    other = bare | {"role": "discusses", "verb": "claimed"}
    (quote,) = blocks_of(_lit(citations=(bare,)), _lit(citations=(other,)))["lit"].quotes
    assert (quote.what, quote.words, quote.notes) == (
        "changed",
        (),
        (("supports", "gone"), ("discusses; its verb: claimed", "new")),
    )


def _lamps(now: int) -> Dataset:
    numbers = (
        {"id": "lamps-now", "period": "1901", "value": now, "citations": [_CITED]},
        {"id": "lamps-then", "period": "1900", "value": 3, "citations": [_CITED]},
        {"id": "lamps-gap", "period": "1899", "status": "gap", "note": "Nobody counted.", "citations": [_CITED]},
    )
    return dataset(series={"lamps": make(Series, observations=numbers)})


def test_the_numbers_beside_one_that_changed() -> None:
    """The others of its series are named with their period; one that is missing is a gap."""
    assert blocks_of(_lamps(5), _lamps(6))["lamps-now"].neighbours == ("1900: 3 lamps", "1899: gap")


@pytest.mark.parametrize(
    ("other", "unit", "told"),
    [
        ({"value": 7}, "lamps", "7 lamps, 2 more than this fact (5)"),
        ({"value": 4}, "lamps", "4 lamps, 1 less than this fact (5)"),
        (
            {"value": 4, "qualifier": "at least"},
            "lamps",
            "at least 4 lamps, 1 less than this fact (5), without the qualifiers",
        ),
        ({"value": 5}, "lamps", "5 lamps, the same number"),
        ({"value": 5}, "pounds", "5 pounds"),
        ({"value": None, "low": 4, "high": 6}, "lamps", "4 to 6 lamps"),
    ],
)
def test_how_far_a_number_is_from_that_of_another_source(other: dict[str, Any], unit: str, told: str) -> None:
    """The difference is told where both count the same, and where both are one number."""
    answers = ({"source": "gazette", "facts": ["here", "there"]},)
    here = make(Series, observations=({"id": "here", "period": "1901", "value": 5, "citations": [_CITED]},))
    there = make(Series, unit=unit, observations=({"id": "there", "period": "1901", "citations": [_CITED]} | other,))
    data = dataset(series={"a": here, "b": there}, questions={"how-many": make(Question, answers=answers)})
    (found,) = others("here", Difference(State(data), State(data)))
    assert found.says == f"this fact; {told}"


def test_calls_on_a_page_are_told_in_words() -> None:
    """A date is the day, and a call of several facts stays as it is written."""
    was = State(_lit(), {"docs/a.md": b"# A\n\nIt was."})
    now = State(_lit(), {"docs/a.md": b'# A\n\nOn {{ date("lit") }}. {{ cite("lit", "ann") }} {{ a'})
    (passage,) = files(Difference(was, now)).prose
    assert emphasis.words(passage.words, without=emphasis.GONE) == 'On {{ date("lit") }}. {{ cite("lit", "ann") }} {{ a'
    now = State(_lit(), {"docs/a.md": b'# A\n\nOn {{ date("lit") }}. {{ cite("lit", "ann") }}'})
    (passage,) = files(Difference(was, now)).prose
    assert emphasis.words(passage.words, without=emphasis.GONE) == 'On 1 May 1901. {{ cite("lit", "ann") }}'


def test_a_page_is_a_text_among_the_pages() -> None:
    """Other files of the folder are none, and neither are texts elsewhere."""
    named = dict.fromkeys(("docs/a.md", "docs/b/c.md", "docs/d.svg", "data/e.md"), b"# A")
    told = files(Difference(State(dataset()), State(dataset(), named))).prose
    assert [passage.page for passage in told] == ["docs/a.md", "docs/b/c.md"]


def test_a_translated_page_is_the_home_of_nothing() -> None:
    """Links lead to the page in the language of the topic, also where another one would come first."""
    pages = {path: PageSource(text="{{ timeline() }}") for path in ("es/days.md", "when.md")}
    state = State(dataset(topic=make(Topic, translations=["es"])), docs=Docs(pages, {}, ()))
    assert state.queries.home("timeline") == "when.html"


def test_a_schema_that_is_none_is_told() -> None:
    """It is unreadable, and the report does not fail."""
    good = b'{"properties": {"a": {"type": "string", "title": "A"}}, "required": ["a"]}'
    was, now = (State(dataset(), {"data/schema/event.json": data}) for data in (good, b"[]"))
    assert files(Difference(was, now)).form == ("event: field a is gone",)
    assert files(Difference(now, was)).form == ("event: new field a",)
    bare = State(dataset())
    assert files(Difference(bare, was)).form == ("event: its form is described now",)
    assert files(Difference(was, bare)).form == ("event: its form is no longer described",)


def _shown(base: Dataset, head: Dataset) -> set[str]:
    """Return the ids of what the page shows before and after."""
    return {one.attributes["id"] or "" for one in page_of(base, head).css("[id]")}


def test_what_only_moved_in_its_file_is_not_shown() -> None:
    """A fact that looks the same but for the line that its file leads to is left out, and so are others."""
    topic = make(Topic, repository="https://code.example/lamp")
    base, head = (
        replace(_lit(key=is_key), topic=topic, places={"lit": ("data/events/lit.yml", line)})
        for is_key, line in ((False, 3), (True, 9))
    )
    assert "lit" not in _shown(base, head)
    assert "lit" in _shown(base, replace(_lit(title="It burns"), topic=topic, places=base.places))


def test_a_law_is_shown_with_the_events_that_are_of_it() -> None:
    """The page of a law lists them, so that it looks different too; a law of no such event is not shown."""
    laws = {name: make(Statute, citation=name.title()) for name in ("act", "bill")}
    base, head = (
        dataset(statutes=laws, events={"lit": make(Event, title=title, statutes=["act"])}) for title in ("Lit", "Out")
    )
    assert {"act", "bill"} & _shown(base, head) == {"act"}


def test_a_term_is_shown_before_and_after() -> None:
    """It stands under its letter, as on the site, without the other terms."""
    other = make(Term, label="lamp", definition="A light.")
    base, head = (dataset(terms={"keeper": make(Term, definition=said), "lamp": other}) for said in ("One.", "Two."))
    tree = page_of(base, head)
    words = words_of(tree)
    assert [one.text(strip=True) for one in tree.css(".x-letter h2")] == ["K", "K"]
    assert "K keeper One." in words
    assert "K keeper Two." in words
    assert "A light." not in words


def test_files_that_may_run_need_a_second_approval() -> None:
    """All code together needs one, and each other file that a browser may run; a picture and a fact need none."""
    state = State(dataset())
    names = ("macros/a.py", "Makefile", "docs/a.js", "docs/b.svg", "docs/c.png", "data/terms/keeper.yml")
    assert report(state, state, tuple(Touched(name, "", "M") for name in names)).approvals == 1 + 2
    assert report(state, state, tuple(Touched(name, "", "M") for name in names[-2:])).approvals == 0
    assert report(state, state, (Touched("docs/c.png", "", "M", LINK),)).approvals == 1


def test_a_title_fits_a_line() -> None:
    """Ninety characters are the most; a longer text is cut between two words."""
    text = f"{'a' * 40} {'b' * 49}"
    assert short(text) == text
    assert short(f"{text}b") == f"{'a' * 40} …"
    assert short(f"{'a' * 30} {'b' * 30} {'c' * 40}") == f"{'a' * 30} {'b' * 30} …"


def test_a_file_has_moved_to_where_its_words_are() -> None:
    """Of several files that are gone, it is the one with the same bytes."""
    was = State(dataset(), {"docs/a.txt": b"A", "docs/b.txt": b"B"})
    now = State(dataset(), {"docs/c.txt": b"B"})
    assert files(Difference(was, now)).moved == (("docs/b.txt", "docs/c.txt"),)


def test_a_person_is_shown_before_and_after() -> None:
    """As on the page of people."""
    base, head = (dataset(actors={"ann": make(Actor, summary=said)}) for said in ("She lit it.", "She put it out."))
    words = words_of(page_of(base, head))
    assert "People Ann Reed She lit it." in words
    assert "People Ann Reed She put it out." in words
