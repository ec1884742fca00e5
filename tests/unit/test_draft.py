"""What a text offers: its clauses, with which quotes and kinds; what is seen already; and what stays empty."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros import yamlio
from macros.checks.quotes import count
from macros.checks.texts import passages
from macros.draft import Candidate, candidates, divide, source_stub, stub
from macros.draft.passages import TextPassage
from macros.load import validate
from macros.model import FOLDERS, Dataset, Event, Record, Series, TextLines, kind_of
from macros.model.words import normalise
from macros.yamlio.writer import write
from tests.factories import dataset, make, with_text


def _topic(*paragraphs: str, language: str = "en", **kinds: Any) -> tuple[Dataset, str]:
    """Return a dataset with one source of these paragraphs, and its text with a line of the page before and after."""
    lines = {"paragraphs": tuple(range(2, len(paragraphs) + 2))}
    source = with_text(text={"file": "gazette.txt", "sha256": "0" * 64, "lines": lines}, language=language)
    return dataset(sources={"gazette": source}, **kinds), "\n".join(["Read 7 more", *paragraphs, "Call 555 today"])


def _offers(*paragraphs: str, **kinds: Any) -> list[Candidate]:
    data, text = _topic(*paragraphs, **kinds)
    return list(candidates(data, "gazette", text))


def _cited(words: str, locator: str = "p1") -> tuple[dict[str, Any]]:
    return ({"source": "gazette", "locator": locator, "quote": {"exact": words}},)


@pytest.mark.parametrize(
    ("paragraph", "kind", "exact", "words"),
    [
        ("It cost more than 500 pounds to build.", "series", "more than 500 pounds", "more than 500"),
        ("Dozens of boats came home.", "series", "Dozens of boats came", "Dozens"),
        ("The lamp was lit on Wednesday night.", "event", "on Wednesday night", "Wednesday"),
        ("The keeper went home two weeks ago.", "event", "two weeks ago", "two weeks ago"),
        ("A keeper known as the warden lives there.", "term", "known as the warden", "known as"),
        ("The council directed keepers to burn oil.", "statement", "The council directed keepers", ""),
    ],
)
def test_words_suggest_a_kind_and_a_quote(paragraph: str, kind: str, exact: str, words: str) -> None:
    """Numbers suggest a series, dates an event, namings a term; all else a statement; these words are quoted."""
    (one,) = _offers(paragraph)
    assert (one.locator, one.kind, one.words) == ("p1", kind, words)
    assert exact in one.quote.exact


@pytest.mark.parametrize(
    ("language", "paragraph"),
    [
        ("en", "In 1901 it was lit."),
        ("en", "On May 12 it was lit."),
        ("en", "It was built in 2700 BCE."),
        ("fr", "Elle brûle vers 2700 av. J.-C. sur le Nil."),
        ("fr", "Dans les années 1860, elle brûle."),
        ("ar", "في عام ١٩٦١ أصبح المتر إلزاميا"),
    ],
)
def test_a_number_in_a_date_is_no_quantity(language: str, paragraph: str) -> None:
    """A year or a day suggests an event, and no series, whatever the language, the era and the digits."""
    assert [one.kind for one in _offers(paragraph, language=language)] == ["event"]


@pytest.mark.parametrize("time", ["11.46 p.m. ship's time", "4.10 a.m.", "12.47 a.m. and later", "10:30"])
def test_a_time_of_day_is_no_quantity(time: str) -> None:
    """The digits of a time are offered as no number, in the form of any country."""
    assert [one.kind for one in _offers(f"The keeper saw the ship at {time} from the rock.")] == ["statement"]


def test_a_date_is_not_divided_at_its_comma() -> None:
    """The year behind a comma belongs to the day before it."""
    first, *others = _offers("The ship left the port of Ayr on April 10, 1912, on her first voyage to the west.")
    assert (first.words, first.quote.exact) == ("April 10, 1912", "The ship left the port of Ayr on April 10, 1912")
    assert [one.kind for one in others] == ["statement"]


def test_a_quote_has_eight_to_twelve_words_where_its_sentence_has_them() -> None:
    """A short clause is quoted with words of its sentence beside it, and of a long one eight words from its cue on."""
    words = "she was the largest ship in the world then and all who went aboard paid at least 7 pounds for a bed"
    offers = _offers(f"When she sailed from there, {words}. It burns.")
    counts = [len(one.quote.exact.split()) for one in offers]
    assert counts == [8, 8]
    assert offers[1].quote.exact.endswith("at least 7 pounds for a bed")


def test_a_quote_has_both_marks_of_a_speech_or_none() -> None:
    """Words of a speaker are not quoted with the first words that follow their closing mark."""
    first, _ = _offers("“It cost more than 500 pounds,” the keeper said — and went home to her island.")
    assert first.quote.exact == "It cost more than 500 pounds"


def test_the_page_around_an_article_is_never_offered() -> None:
    """Lines that are no content have numbers and dates, and make no offer."""
    assert {one.locator for one in _offers("It was lit in 1901.", "It burns.")} == {"p1"}


def test_each_clause_is_an_offer_of_its_own() -> None:
    """A sentence of two clauses makes two offers, in reading order."""
    first, second = _offers("The lamp cost more than 500 pounds, and the council ordered the keeper to pay it.")
    assert [(one.number, one.kind, one.quote.exact) for one in (first, second)] == [
        (1, "series", "The lamp cost more than 500 pounds, and"),
        (2, "statement", "and the council ordered the keeper to pay it"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Mr. Reed paid 5 pounds to the U.S. Lights Board.",
        "Reed of Ayr, Scot. Paid 5 pounds.",
        "It was lit on Jan. 5 at dusk.",
        "“Who lit it?” the keeper said.",
        "Elle brûle vers 2700 av. J.-C. sur le Nil.",
    ],
)
def test_a_stop_inside_a_sentence_does_not_end_it(text: str) -> None:
    """Abbreviations, and a question that is quoted, stand inside a sentence."""
    assert len(list(TextPassage("p1", tuple(text.split())).sentences())) == 1


def test_a_day_with_a_stop_is_one_date() -> None:
    """German writes 20. September: the stop ends no sentence, and the day is no quantity; in English it ends one."""
    words = ("Das", "Fest", "begann", "am", "20.", "September", "1901.")
    assert len(list(TextPassage("p1", words, "de").sentences())) == 1
    assert len(list(TextPassage("p1", words, "en").sentences())) == 2
    found = _offers(" ".join(words), language="de")
    assert [(one.kind, one.words) for one in found] == [("event", "20. September 1901")]


def test_a_dash_at_the_end_of_a_clause_is_not_quoted() -> None:
    """The dash between two clauses belongs to neither."""
    one, _ = _offers("The island in the bay has just two lamps — they burn there every night of the year.")
    assert one.quote.exact == "The island in the bay has just two lamps"


def test_a_quote_that_stands_twice_is_told_from_its_double() -> None:
    """The words around a repeated quote are its suffix or prefix, as few as are needed."""
    first, second = _offers("More than 5 lamps burn there. More than 5 lamps burn there.")
    exact = "More than 5 lamps burn there"
    assert (first.quote.exact, first.quote.prefix, first.quote.suffix) == (exact, None, ". More")
    assert (second.quote.exact, second.quote.prefix) == (exact, "there.")


@pytest.mark.parametrize(
    ("paragraph", "quotes"),
    [
        (f"It cost {'x' * 400} pounds.", []),
        (f"Few lamps burn there {'x' * 400} every night.", ["Few lamps burn there"]),
        (f"Few lamps burn there {'x' * 400}. Few lamps burn there {'x' * 400}.", []),
    ],
)
def test_a_quote_is_no_longer_than_a_line_may_be(paragraph: str, quotes: list[str]) -> None:
    """Words that are too long for a quote, or for what stands around it, are not offered."""
    assert [one.quote.exact for one in _offers(paragraph)] == quotes


WORDS = st.lists(
    st.sampled_from(
        ["the", "lamp", "must", "5", "1901", "said,", "“and”", "—", "U.S.", "(Reed)", "no.", "oil’s", "more"]
    )
)


@given(WORDS)
def test_every_quote_is_verified(words: list[str]) -> None:
    """Whatever a text says, each quote stands in its passage once, has at most twelve words, and is as it stands."""
    data, text = _topic(" ".join(["It", *words]))
    for one in candidates(data, "gazette", text):
        passage = passages(data.sources["gazette"], {"gazette.txt": text})[one.locator]
        assert count(one.quote, passage) == 1
        assert len(one.quote.exact.split()) <= 12
        assert one.quote.exact in text
        assert one.quote.exact in " ".join(words) or one.quote.exact.startswith("It")


@given(WORDS)
def test_stubs_hold_no_words_but_the_quote(words: list[str]) -> None:
    """Every field of text is empty; what stands in a stub is the citation, the source's access and a number."""
    data, text = _topic(" ".join(words) or "It")
    for one in candidates(data, "gazette", text):
        said = dict(yamlio.parse(write(stub(one, "read")).encode()).value)
        citation = {"source": "gazette", "locator": "p1"}
        quote = {name: words for name, words in one.quote.model_dump().items() if words}
        assert said.pop("citations") == (citation | {"quote": quote},)
        assert said.pop("access") == "read"
        for number in said.pop("observations", ()):
            assert set(number) <= {"id", "period", "value", "low", "high", "qualifier"}
            assert number["id"] == number["period"] == ""
        assert not any(_leaves(said))


def _leaves(value: Any) -> list[Any]:
    if isinstance(value, dict):
        return [leaf for part in value.values() for leaf in _leaves(part)]
    return [leaf for part in value for leaf in _leaves(part)] if isinstance(value, tuple) else [value]


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("more than 500,000 lamps", {"value": 500000, "qualifier": "more than"}),
        ("Almost 5 lamps burn", {"value": 5, "qualifier": "nearly"}),
        ("over 2.5 million lamps", {"value": 2500000, "qualifier": "more than"}),
        ("2 to 3 million lamps", {"low": 2000000, "high": 3000000}),
        ("from 700 to 900 lamps", {"value": ""}),
        ("900 to 700 lamps", {"value": ""}),
        ("9-2 for lamps", {"value": ""}),
        ("007 lamps burn", {"value": 7}),
        ("dozens of lamps", {"value": ""}),
        ("a balance of −4.5 million pounds", {"value": -4500000}),
        ("5 lakh lamps", {"value": 500000}),
        ("299 792 458 metres", {"value": 299792458}),
    ],
)
def test_a_number_in_digits_is_filled_in(words: str, number: dict[str, Any]) -> None:
    """The stub of a series has the number as the text gives it, with its qualifier; in words it is left empty."""
    (one,) = _offers(f"{words} there.")
    said = yamlio.parse(write(stub(one, "read")).encode()).value
    assert said["observations"] == ({"id": "", "period": ""} | number,)


@pytest.mark.parametrize("kind", ["event", "statement", "series", "term"])
def test_the_model_refuses_an_unfilled_stub(kind: str) -> None:
    """Every field that a record of the kind needs, and that is empty, is a problem."""
    texts = {"event": "today", "statement": "must", "series": "5", "term": "so-called"}
    (one,) = _offers(f"The lamp {texts[kind]} burn there.")
    record = stub(one, "read")
    assert kind_of(record) == kind
    refused = {problem.field.split(".")[0] for problem in _problems(record)}
    needed = {name for name, info in type(record).model_fields.items() if info.is_required()}
    assert refused == needed - {"access"}


def test_the_model_refuses_an_unfilled_source() -> None:
    """The file of a new source has its text and its lines; every other field is empty and refused."""
    source = source_stub("gazette.txt", "0" * 64, TextLines(headline=1, paragraphs=(3, 5)), "The lamp", "fr")
    assert source.language == "fr"
    assert {problem.field for problem in _problems(source)} == {
        *("topics", "access", "publisher", "kind", "interest", "independence_group", "issued", "basis.kind"),
        *("link.url", "link.opened", "accessed"),
    }


def _problems(record: Record) -> list[Any]:
    model = next(one for one in FOLDERS.values() if one is type(record))
    return validate(model, yamlio.parse(write(record).encode()), "a.yml")[1]


def test_seen_already_names_the_facts_of_the_clause() -> None:
    """A passage is seen by every fact that quotes words of its clause, a number by its own id; not by others."""
    number = {"id": "five", "period": "1901", "value": 5, "citations": _cited("5 lamps")}
    kinds = {
        "events": {"lit": make(Event, citations=_cited("was lit in 1901"))},
        "series": {"lamps": make(Series, citations=(), observations=(number,))},
    }
    offers = _offers("It was lit in 1901 by the keeper, and 5 lamps burn there today.", "In 1901 it was lit.", **kinds)
    assert [one.seen for one in offers] == [("lit",), ("five",), ()]


PAGE = """Skip to content
The lamp is lit on Gull Island
UPDATED 05/02/01
Ann Reed at her lamp. (Tom Hill/Gazette)
The lamp on Gull Island was lit on Wednesday.

“It cost more than 500 pounds,” the keeper said.
Nobody had seen so bright a light since the old lamp went out on the night of the storm in which three boats sank
Reporting by Mary Hill
Subscribe to our newsletter for more stories.
The tides of the week are on page five."""


def test_a_new_text_is_divided() -> None:
    """Headline, stamp, caption, credit and paragraphs are told apart; nothing after the article is content."""
    assert divide(PAGE) == TextLines(headline=2, stamp=3, caption=4, credit=9, paragraphs=(5, 7, 8))


def test_a_line_with_no_more_than_a_date_is_the_stamp() -> None:
    """The day and the time under a headline are no paragraph and no content."""
    text = "April 13, 2017 at 9:15 a.m. EDT\nThe council passed an act in the evening."
    assert divide(text) == TextLines(stamp=1, paragraphs=(2,))


def test_an_article_may_speak_of_what_pages_say() -> None:
    """A sentence with one word of a page is a paragraph, and the article goes on after it."""
    text = "The council passed an act on privacy in the evening.\nIt is the first of its kind on the island."
    assert divide(text) == TextLines(paragraphs=(1, 2))


@pytest.mark.parametrize(
    "headline",
    [
        "Who pays for it?",
        "Who pays for the light of the rock?",
        "Qui paie le phare ?",
        "¿Quién paga el faro?",
        "من يدفع ثمن الضوء؟",
    ],
)
def test_a_headline_may_be_a_question(headline: str) -> None:
    """A question that a text begins with is its headline; one further down is a sentence."""
    story = "The council met in the evening.\nWho is to pay for the light of the rock?"
    assert divide(f"\n{headline}\n\n{story}") == TextLines(headline=2, paragraphs=(4, 5))


def test_a_line_that_is_repeated_is_no_paragraph() -> None:
    """A caption that stands there again, alone or with its credit, is left out."""
    caption = "A woman lights a lamp on an island in the sea."
    lines = divide(f"{caption}\n{caption} Tom Hill / AP Photo\nThe lamp was lit on Wednesday night.")
    assert lines == TextLines(caption=2, paragraphs=(3,))


def test_a_text_without_a_paragraph_is_not_divided() -> None:
    """Where no line reads as a sentence, nothing is guessed."""
    assert divide("Home\nContact\n") is None


def test_words_are_compared_as_quotes_are() -> None:
    """A passage in words is the same normalised passage in which quotes are verified."""
    line = "“It’s\u00a0old” — they  say…"
    assert TextPassage("p1", tuple(line.split())).text == normalise(line)
