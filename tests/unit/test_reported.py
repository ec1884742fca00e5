"""What a report marks, counts and shortens, of records without files."""

import re
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from macros.model import Chart, Citation, Correction, Dataset, Event, Series, Source, Statute, Term, Topic, Verification
from macros.render import render_markdown
from macros.render.jinja import marked
from macros.review import State, emphasis
from macros.review.compare import Difference
from macros.review.files import files
from macros.review.report import report
from macros.review.touched import LINK, Touched
from macros.review.wording import ChangeSentence
from tests.factories import dataset, make, with_text
from tests.reports import blocks_of, page_of, told_of, words_of


def _words(count: int, letter: str = "w") -> str:
    return " ".join(f"{letter}{number}" for number in range(count))


@pytest.mark.parametrize(
    ("was", "now", "found"),
    [
        ("a lamp burns", "a lamp burned", (["burns"], ["burned"])),
        ("a b", "a c d", (["b"], ["c d"])),
        ("a b c", "a d e", (["a b c"], ["a d e"])),
        ("a lamp", "", (["a lamp"], [])),
        ("", "a lamp", ([], ["a lamp"])),
        ("lit now", "it was lit now", ([], ["it was"])),
        ("it was lit now", "lit now", (["it was"], [])),
        ("“a lamp burns.”", "“a lamp burned,”", (["burns."], ["burned,"])),
        (f"{_words(1999)} a", f"{_words(1999)} b", (["a"], ["b"])),
        (f"{_words(2000)} a", f"{_words(1999)} b", ([f"{_words(2000)} a"], [f"{_words(1999)} b"])),
        (f"{_words(1999)} a", f"{_words(2000)} b", ([f"{_words(1999)} a"], [f"{_words(2000)} b"])),
    ],
)
def test_words_that_differ_are_marked(was: str, now: str, found: tuple[list[str], list[str]]) -> None:
    """Texts with two words of five in common are compared; those with fewer, and very long ones, are marked whole."""
    both = emphasis.changes(was, now)
    assert tuple(emphasis.words(both, without=mark) for mark in (emphasis.NEW, emphasis.GONE)) == (was, now)
    assert tuple([text.strip() for text, one in both if one == mark] for mark in ("gone", "new")) == found


def test_words_that_are_the_same_are_cut_where_some_are_left_out() -> None:
    """Eight words stay beside a difference; three words and more that are left out are dots."""
    for count, ending in ((10, _words(10)), (11, "w0 w1 w2 w3 w4 w5 w6 w7 …")):
        assert emphasis.cut((("a", "new"), (_words(count), ""))) == (("a", "new"), (ending, ""))
    for count, start in ((10, _words(10)), (11, "… w3 w4 w5 w6 w7 w8 w9 w10")):
        assert emphasis.cut(((_words(count), ""), ("a", "new"))) == ((start, ""), ("a", "new"))
    for count, middle in ((18, _words(18)), (19, f"{_words(8)} … w11 w12 w13 w14 w15 w16 w17 w18")):
        (_, shown, _) = emphasis.cut((("a", "new"), (_words(count), ""), ("b", "gone")))
        assert shown == (middle, "")
    assert emphasis.cut(((_words(99), "new"), ("a", ""))) == ((_words(99), "new"), ("a", ""))
    assert emphasis.cut(((_words(99), ""),)) == ((_words(99), ""),)


@pytest.mark.parametrize(
    ("text", "value", "stating"),
    [
        ("it cost 500 pounds", 500, ["500"]),
        ("it fell by 40 percent", -40, ["40"]),
        ("3 million lamps, or 3 more", 3_000_000, ["3 million"]),
        ("some five hundred lamps", 500, ["five hundred"]),
        ("some two hundred five lamps", 205, ["two hundred five"]),
        ("no lamp", 5, []),
    ],
)
def test_words_that_state_a_number_are_marked(text: str, value: int, stating: list[str]) -> None:
    """In digits or in up to three words, and no other words beside them."""
    found = emphasis.figures_in(text, [Decimal(value)])
    assert [piece.strip() for piece, mark in found if mark] == stating
    assert emphasis.words(found) == text


_QUOTE = {"exact": "was lit"}


def _lit(quote: dict[str, Any] | None = _QUOTE, **citation: Any) -> Dataset:
    cited = {"source": "gazette", "locator": "p1", "quote": quote, **citation}
    return dataset(sources={"gazette": with_text()}, events={"lit": make(Event, citations=[cited])})


@pytest.mark.parametrize(
    ("quote", "told"),
    [
        ({"exact": "was lit"}, "“was lit”"),
        ({"exact": "was lit", "prefix": "was"}, "“was **was lit**”"),
        ({"exact": "was lit", "suffix": "today"}, "“**was lit** today”"),
        ({"exact": "was lit", "prefix": "It", "suffix": "now"}, "“It **was lit** now”"),
        ({"exact": "war an", "translation": "was lit"}, "“war an” our translation: “was lit”"),
    ],
)
def test_words_of_a_quote(quote: dict[str, str], told: str) -> None:
    """The quoted words are marked among those around them; without any there is nothing to mark."""
    (found,) = blocks_of(dataset(), _lit(quote))["lit"].quotes
    assert (found.source, marked(found.locator), marked(found.words)) == ("Gull Gazette", "paragraph 1", told)


def test_what_is_known_of_a_citation() -> None:
    """Its role and access are told with it where they say something; each is told as it was, where it differs."""
    known = _lit(role="searched", access="summarised")
    (new,) = blocks_of(dataset(), known)["lit"].quotes
    assert (marked(new.notes), new.verification) == ("searched; known as summarised", "not verified yet")
    (changed,) = blocks_of(_lit(), known)["lit"].quotes
    assert (changed.what, marked(changed.notes)) == ("changed", "~~supports~~ **searched; known as summarised**")
    (back,) = blocks_of(known, _lit())["lit"].quotes
    assert (back.what, marked(back.notes)) == ("changed", "~~searched; known as summarised~~ **supports**")
    (without,) = blocks_of(_lit(), _lit(None))["lit"].quotes
    assert marked(without.words) == "~~“was lit”~~"
    (given,) = blocks_of(_lit(None), _lit())["lit"].quotes
    assert marked(given.words) == "**“was lit”**"


def test_whether_a_quote_was_verified() -> None:
    """A source without a text has nothing to verify against; proofs that came with the change do not count."""
    bare = dataset(events={"lit": make(Event)})
    (found,) = blocks_of(dataset(), bare)["lit"].quotes
    assert found.verification == "no text to verify against"
    source, citation = with_text(), make(Citation)
    assert source.text
    proof = {"locator": "p1", "exact": "was lit", "proof": citation.proof(source.text.place("p1"))}
    verified = {"gazette": make(Verification, quotes=[proof])}
    base, head = replace(_lit(), verified=verified, events={}), replace(_lit(), verified=verified)
    assert [one.verification for one in blocks_of(base, head)["lit"].quotes] == ["✓ verified word for word"]
    forged = blocks_of(replace(base, verified={}), head)["lit"].quotes
    assert [one.verification for one in forged] == ["recorded in this change, not verified here"]
    assert report(State(_lit()), State(head)).verified == ((1, "recorded in this change, not verified here"),)
    assert report(State(head), State(_lit())).verified == ((1, "no longer verified"),)
    assert report(State(head), State(head)).verified == ()


@pytest.mark.parametrize(
    ("number", "words", "mark"),
    [
        ({"value": 6}, "It lit 5 lamps", "another number"),
        ({"value": 5}, "It lit 5 lamps", ""),
        ({"low": 4, "high": 5}, "From 4 lamps", ""),
        ({"value": 6}, "It was lit", ""),
    ],
)
def test_a_quote_of_another_number(number: dict[str, int], words: str, mark: str) -> None:
    """A quote that states a number, but not that of the fact, is told as that; words without one say nothing."""
    cited = [{"source": "gazette", "locator": "p1", "quote": {"exact": words}}]
    one = {"id": "lamps", "period": "1901", "citations": cited} | number
    head = dataset(sources={"gazette": with_text()}, series={"a": make(Series, observations=[one])})
    (found,) = blocks_of(dataset(sources=head.sources), head)["lamps"].quotes
    assert emphasis.words(found.notes) == mark


def test_the_first_sentence_counts_what_happened() -> None:
    """Facts by what became of them, then files by their kind; what did not happen is not named."""
    terms = {name: make(Term, label=name) for name in ("a", "b", "c")}
    base = State(
        dataset(terms=terms),
        {
            "docs/a.md": b"# A\n\nOne.\n\nTwo.\n\nThree.",
            "docs/x.txt": b"x",
            "docs/b.md": b"# B\n\nB",
            "docs/z.txt": b"z",
        },
    )
    head = State(
        dataset(terms={**terms, "b": make(Term, label="bee"), "d": make(Term), "e": make(Term)}),
        {"docs/a.md": b"# A\n\n1\n\nTwo.\n\n3", "docs/y.txt": b"x", "docs/b.md": b"# B\n\nB\n", "docs/w.txt": b"z"},
    )
    kinds = ("Makefile", "macros/a.py", "docs/a.png", "data/verified/gazette.yml")
    told = report(base, head, tuple(Touched(name, "", "M") for name in kinds))
    assert told.summary == (
        "Facts: 2 new, 1 changed; 2 code files changed; 1 static file changed; 1 verification record changed; "
        "2 files moved; 1 file reformatted; 1 page with other words."
    )
    assert [passage.page for passage in told.files.prose] == ["docs/a.md", "docs/a.md"]
    assert report(base, base).summary == "No fact changed."


def test_only_its_words_differ() -> None:
    """A fact of which prose alone differs is told as that; a figure, a date, a citation or a new part makes it more."""
    base = _lit()
    shone = {"summary": "It shone."}
    others = shone, {"note": "It shone."}, {**shone, "place": "Gull Island"}, {"summary": "It shone for nine hours."}

    def is_wording(**changes: Any) -> bool:
        lit = base.events["lit"].model_copy(
            update={name: make(Event, **{name: value}).__dict__[name] for name, value in changes.items()}
        )
        return blocks_of(base, replace(base, events={"lit": lit}))["lit"].is_wording

    assert [is_wording(**one) for one in others] == [True, True, False, False]
    cited = replace(
        _lit({"exact": "was out"}),
        events={
            "lit": _lit({"exact": "was out"}).events["lit"].model_copy(update={"summary": base.events["lit"].note})
        },
    )
    assert not blocks_of(base, cited)["lit"].is_wording
    assert not blocks_of(dataset(), base)["lit"].is_wording


def test_a_long_passage_and_a_long_sentence() -> None:
    """Passages of more than 600 characters are long, before and after together; parts take a line up to 100."""
    for length, is_long in ((600, False), (601, True)):
        was, now = (State(dataset(), {"docs/a.md": text}) for text in (b"# A", b"# A\n\n" + b"x" * length))
        (passage,) = files(Difference(was, now)).prose
        assert passage.is_long == is_long
    for length, is_list in ((100, False), (101, True)):
        assert ChangeSentence("A", emphasis.run("x" * length), parts=("x",)).is_list == is_list


def _schema(data: bytes) -> dict[str, bytes]:
    return {"data/schema/event.json": data}


@pytest.mark.parametrize(
    ("now", "told"),
    [
        (b'{"properties": {"a": {"type": "string", "description": "B"}}}', "event: other words"),
        (b'{"properties": {"a": {"type": "string"}}, "required": ["a"]}', "event: field a has another rule"),
        (b'{"properties": {"a": {"type": "number"}}}', "event: field a has another rule"),
        (
            b'{"properties": {"a": {"type": "string"}}, "$defs": {"Role": {"properties": {"b": {}}}}}',
            "event: new field Role.b",
        ),
        (b'{"properties": {"b": {"anyOf": [{"title": "B"}]}}}', "event: new field b; field a is gone"),
    ],
)
def test_what_a_schema_says_otherwise(now: bytes, told: str) -> None:
    """New and lost fields are told, rules that differ, and that nothing but words does."""
    was = b'{"properties": {"a": {"type": "string", "description": "A"}}}'
    form = files(Difference(*(State(dataset(), _schema(data)) for data in (was, now)))).form
    assert form == (told,)
    assert report(State(dataset(), _schema(was)), State(dataset(), _schema(now))).approvals == 1


@pytest.mark.parametrize(
    ("path", "kind", "is_active"),
    [
        ("lamp/docs/a.md", "page", False),
        ("lamp/docs/a.html", "static", True),
        ("lamp/docs/a.PNG", "static", False),
        ("lamp/data/terms/a.yml", "fact", False),
        ("lamp/data/terms/a.js", "static", True),
        ("lamp/data/verified/a.yml", "verified", False),
        ("lamp/data/schema/a.json", "schema", False),
        ("lamp/docs", "code", False),
        ("lamp/data", "code", False),
        ("lamp/macros/a.md", "code", False),
        ("docs/a.md", "code", False),
        ("data/terms/a.yml", "code", False),
    ],
)
def test_the_kind_of_a_file(path: str, kind: str, is_active: bool) -> None:  # noqa: FBT001 - a column of the table
    """All but data and pages of the topic is code; what could run in a browser is active, and so is a link."""
    file = Touched(path, "lamp/", "M")
    assert (file.kind, file.is_active, file.what) == (kind, is_active, "changed")
    link = Touched(path, "lamp/", "A", LINK)
    assert (link.is_active, link.what) == (True, "new, a link")
    assert link.kind == {"page": "static", "fact": "static"}.get(kind, kind)


def _files_told(touched: tuple[Touched, ...], *, is_apart: bool) -> str:
    """Return what a report says of files."""
    made = {"code": "a", "base": "b", "head": "c", "is_apart": is_apart}
    return render_markdown("diff-unreadable", states=(), touched=touched, made=made)


def test_files_are_listed_by_kind() -> None:
    """Code first, with which code wrote the report; then what is published as it is, records, and facts with pages."""
    names = ("data/a.yml", "docs/a.md", "data/schema/a.json", "docs/a.js", "data/verified/a.yml", "Makefile")
    given = tuple(Touched(name, "", letter) for name, letter in zip(names, "ADMTXA", strict=True))
    told = _files_told(given, is_apart=False)
    assert re.findall(r"([A-Z][a-z ]+): \d files?|^- ([a-z X]+): `(.*?)`", told, re.MULTILINE) == [
        ("Code changed", "", ""),
        ("", "new", "Makefile"),
        ("Published as they are", "", ""),
        ("", "changed in type", "docs/a.js"),
        ("Records of verification changed", "", ""),
        ("", "status X", "data/verified/a.yml"),
        ("Data and pages", "", ""),
        ("", "new", "data/a.yml"),
        ("", "removed", "docs/a.md"),
        ("", "changed", "data/schema/a.json"),
    ]
    assert "1 file.** All but data and pages counts" in told
    assert "This report was made by the code in the folder of the change itself." in told
    assert "and ran none of it." in _files_told(given, is_apart=True)
    assert "files" not in _files_told((), is_apart=True)


@pytest.mark.parametrize(
    ("was", "now", "note"),
    [
        ({"value": 400}, {"value": 500}, "100 more, +25%"),
        ({"value": 500}, {"value": 450}, "50 less, -10%"),
        ({"value": 500}, {"value": 451}, "49 less, -9.8%"),
        ({"value": 0}, {"value": 5}, "5 more"),
        ({"value": 5}, {"value": 5, "qualifier": "about"}, ""),
        ({"value": 5}, {"low": 4, "high": 6}, ""),
        ({"low": 4, "high": 6}, {"low": 4, "high": 7}, ""),
    ],
)
def test_how_far_a_number_moved(was: dict[str, Any], now: dict[str, Any], note: str) -> None:
    """By how much, and by what part of it; small parts to a tenth of a percent."""
    base, head = (
        dataset(series={"a": make(Series, observations=[{"id": "n", "period": "1901"} | one])}) for one in (was, now)
    )
    ((label, _, _, told),) = told_of(base, head)
    assert (label, told) == ("Number", note)


def test_values_that_look_alike_are_told_apart() -> None:
    """Where only the kind of space differs, it is shown."""
    base, head = (dataset(events={"lit": make(Event, place=place)}) for place in ("Gull Island", "Gull\u00a0Island"))
    assert told_of(base, head)[0][1:3] == ("'Gull Island'", r"'Gull\xa0Island'")


def test_a_part_that_is_new_or_gone() -> None:
    """It has the one side alone; a flag is yes or no."""
    base = dataset(events={"lit": make(Event)})
    head = dataset(events={"lit": make(Event, place="Gull Island", key=True)})
    assert told_of(base, head) == [("Key event", "no", "yes", ""), ("Place", "", "“Gull Island”", "")]
    assert told_of(head, base) == [("Key event", "yes", "no", ""), ("Place", "“Gull Island”", "", "")]


def test_prose_tells_the_sentences_that_differ() -> None:
    """Of several sentences those that are new, gone or other, and none that stayed."""
    base, head = (
        dataset(events={"lit": make(Event, summary=text)})
        for text in ("One is.\nTwo is.\nThree is.", "One is.\nThree was.\nFour is.")
    )
    assert told_of(base, head) == [("Summary", "“Two is. Three is.”", "“Three was. Four is.”", "")]


def test_the_page_shows_what_changed_then_what_shows_it() -> None:
    """Facts stand as in the report, then charts, then laws; folds are open, but those of charts as on the site."""
    laws, chart = {"act": make(Statute)}, {"of-lamps": make(Chart)}
    base, head = (
        dataset(
            statutes=laws,
            charts=chart,
            terms=terms,
            events={"lit": make(Event, title=title, statutes=["act"])},
            series={"lamps": make(Series, observations=[{"id": "lamps-now", "period": "1901", "value": value}])},
        )
        for value, title, terms in ((5, "The lamp is lit", {"keeper": make(Term)}), (6, "The lamp burns", {}))
    )
    tree = page_of(base, head)
    assert [one.text() for one in tree.css("h2") if "(" in one.text()] == [
        "Removed: keeper (term)",
        "Changed: The lamp burns (event)",
        "Changed: Lamps, 1901 (number)",
        "There are few lamps (chart)",
        "Lights Act (statute)",
    ]
    for name, folds in (("lit", {True}), ("lamps-now", {True}), ("act", {True}), ("of-lamps", {False})):
        sides = tree.css(f"#{name} .x-diff__sides details")
        assert {"open" in one.attributes for one in sides} == folds, name
    for name, side, words in (("keeper", "After", "It is gone."), ("lit", "Before", "The lamp is lit")):
        (found,) = tree.css(f"#{name} section[aria-label={side}]")
        assert words in found.text()


def test_a_correction_is_shown_before_and_after() -> None:
    """As the page of corrections has it, the others left out."""
    known = {"events": {"lamp-lit": make(Event)}, "sources": {"gazette": make(Source)}}
    other = make(Correction, reason="It was dark.")
    base, head = (
        dataset(**known, corrections={"one": make(Correction, reason=said), "two": other}) for said in ("So.", "No.")
    )
    words = words_of(page_of(base, head))
    assert words.count("So.") >= 1
    assert words.count("No.") >= 1
    assert "It was dark." not in words


def test_settings_are_told_by_their_parts() -> None:
    """They rest on no source, stand on no page, and need no approval."""
    base = dataset()
    block = blocks_of(base, replace(base, topic=make(Topic, tagline="Who put it out")))["topic"]
    assert (block.kind, block.title, block.text) == ("topic", "the settings of the topic", "")
    assert (block.quotes, block.dropped, block.others, block.pages, block.charts) == ((), (), (), (), ())
    assert (block.approval, block.dependants, block.neighbours) == ((), (), ())
    assert [one.label for one in block.sentences] == ["Tagline"]


def test_links_of_both_sides_lead_to_what_is_on_their_side() -> None:
    """Every id is there once, and every link within the page has its place."""
    tier = {"id": "act-first", "label": "First", "max_prison": "6 months", "min_prison": "none"}
    numbers = [{"id": f"lamps-{year}", "period": year, "value": 5} for year in ("1901", "1902")]
    base, head = (
        dataset(
            series={"lamps": make(Series, title=title, observations=numbers)},
            charts={"of-lamps": make(Chart)},
            statutes={"act": make(Statute, heading=title, provisions=(tier,))},
        )
        for title in ("Lamps", "All lamps")
    )
    tree = page_of(base, head)
    ids = [one.attributes["id"] for one in tree.css("[id]")]
    assert len(ids) == len(set(ids))
    html = tree.html or ""
    targets = {one for pair in re.findall(r'href="#([^"]+)"|url\(#([^)]+)\)', html) for one in pair if one}
    assert targets
    assert {target for target in targets if "--" not in target} == set()
    assert targets <= set(ids)


@pytest.mark.parametrize(
    ("field", "items", "labels"),
    [
        (
            "verbs",
            ({"label": "asked", "verbs": ["asks"]}, {"label": "told", "verbs": ["tells"]}),
            ["Verbs, asked", "Verbs, told"],
        ),
        (
            "alike",
            ({"words": ["lamp", "light"]}, {"words": ["lit", "burning"]}),
            ["Alike, words", "Alike, “(2)”, words"],
        ),
    ],
)
def test_items_of_settings_are_told_by_what_they_say(field: str, items: Any, labels: list[str]) -> None:
    """A step of a scale by its label; what has no name is counted."""
    base = dataset()
    head = replace(base, topic=base.topic.model_validate(base.topic.model_dump() | {field: items}))
    assert [one[0] for one in told_of(base, head)] == labels
