"""A quote is verified if and only if its words stand once where the citation says."""

import hashlib
import re
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.checks import Finding, quotes, unverified_quotes
from macros.checks.sources import citations_have_a_place
from macros.checks.texts import passages, read_texts
from macros.load import load
from macros.model import Actor, Citation, Dataset, Docs, Event, PageHead, PageSource, Quote, Source, Verification
from macros.model.words import normalise
from tests.factories import GOOD_TEXTS, GOOD_TOPIC, dataset, make, with_text

TEXT = """The lamp is lit

The keeper said she can't leave; the lamp can burn for 5,500 hours. The lamp was dear.

“Nobody,” she said, “has ever seen it – ever and ever and ever.” It weighs 1.5 tons.

Subscribe to the Gazette today
"""
_WHOLE = {"file": "gazette.txt", "sha256": hashlib.sha256(TEXT.encode()).hexdigest()}
_WORDS = st.sampled_from(["lamp", "keeper", "the", "lit", "can't", "500", "5,500", "—", "said"])
_PASSAGES = st.lists(_WORDS, min_size=1, max_size=12)


def _data(exact: str, locator: str = "p1", **parts: str) -> Dataset:
    cited = make(Citation, locator=locator, quote={"exact": exact, **parts})
    return dataset(sources={"gazette": with_text()}, events={"lit": make(Event, citations=[cited])})


def _found(data: Dataset, text: str = TEXT) -> list[str]:
    found = quotes.verify(data, {"gazette": {"gazette.txt": text}})
    return [f"{one.id}: {'.'.join(map(str, one.path))}: {one.message} [{one.rule}] {one.remedy}" for one in found]


@given(st.text())
def test_normal_form_is_final(text: str) -> None:
    """Normalising twice changes nothing that normalising once did not."""
    assert normalise(normalise(text)) == normalise(text)


@given(st.text(st.characters(min_codepoint=33, max_codepoint=126)))
def test_visible_ascii_is_not_changed(text: str) -> None:
    """Letters, digits and straight marks stay as they are: no case, accent or punctuation is forgiven."""
    assert normalise(text) == text


@given(st.lists(st.text(st.characters(categories=["L", "N"]), min_size=1, max_size=5), max_size=6))
def test_words_are_never_changed(words: list[str]) -> None:
    """Letters and digits of any language survive, in order, whatever white space stands between them."""
    assert normalise(" \u00a0\n".join(words)).split() == [unicodedata.normalize("NFC", word) for word in words]


@pytest.mark.parametrize(
    ("written", "normal"),
    [
        ("‘a’ ‛b", "'a' 'b"),
        ("“a” „b", '"a" "b'),
        ("a–b—c‐d‑e‒f―g", "a-b-c-d-e-f-g"),
        ("  a \u00a0\n\u2009 b\u202fc ", "a b c"),
        ("Élan", "Élan"),
        ("a…", "a…"),
        ("Wed\u00adnes\u2060day\ufe0f a\u200b b", "Wednesday a b"),
        ("Ma\u0308rz", "März"),
    ],
)
def test_what_is_forgiven(written: str, normal: str) -> None:
    """Only what nobody sees, and the shape of quotation marks, dashes and white space, is forgiven."""
    assert normalise(written) == normal


@given(_PASSAGES, st.data())
def test_any_whole_words_of_a_passage_are_found(words: list[str], data: st.DataObject) -> None:
    """Words that were copied from a passage are found in it."""
    start = data.draw(st.integers(0, len(words) - 1))
    end = data.draw(st.integers(start + 1, len(words)))
    quote = make(Quote, exact=" ".join(words[start:end]))
    assert quotes.count(quote, normalise(" ".join(words))) >= 1


@given(_PASSAGES, st.lists(_WORDS, min_size=1, max_size=3))
def test_count_is_that_of_whole_word_runs(words: list[str], wanted: list[str]) -> None:
    """A quote stands as often as its run of words does, runs that overlap included."""
    passage = normalise(" ".join(words)).split()
    exact = normalise(" ".join(wanted)).split()
    runs = sum(passage[at : at + len(exact)] == exact for at in range(len(passage)))
    assert quotes.count(make(Quote, exact=" ".join(wanted)), " ".join(passage)) == runs


@pytest.mark.parametrize(
    ("exact", "times"),
    [
        ("the lamp", 1),
        ("The lamp", 1),
        ("lamp", 2),
        ("lam", 0),
        ("she can", 0),
        ("she can't", 1),
        ("she can’t", 1),
        ("the lamp can", 1),
        ("for 5", 0),
        ("500 hours", 0),
        ("5,500 hours", 1),
        ("hours. The lamp", 1),
        ("hours The lamp", 0),
        ("THE LAMP", 0),
    ],
)
def test_quote_is_of_whole_words_and_numbers(exact: str, times: int) -> None:
    """Half a word, half a number and "can" of "can't" do not stand in a passage."""
    passage = passages(with_text(), {"gazette.txt": TEXT})["p1"]
    assert quotes.count(make(Quote, exact=exact), passage) == times


def test_overlapping_repetition_is_ambiguous() -> None:
    """Words that overlap themselves stand more than once."""
    assert quotes.count(make(Quote, exact="ever and ever"), "ever and ever and ever") == 2


def test_prefix_and_suffix_choose_one_of_several() -> None:
    """The words around a quote tell which of two places is meant."""
    assert _found(_data("lamp", prefix="the", suffix="can")) == []
    assert _found(_data("lamp", suffix="was dear")) == []


@pytest.mark.parametrize(("exact", "around"), [("5", {"suffix": ",500 hours"}), ("lam", {"suffix": "p"})])
def test_words_around_a_quote_do_not_complete_it(exact: str, around: dict[str, str]) -> None:
    """Half a word or half a number is no quote because the other half is its prefix or suffix."""
    passage = passages(with_text(), {"gazette.txt": TEXT})["p1"]
    assert quotes.count(make(Quote, exact=exact, **around), passage) == 0


def test_the_place_of_a_quote_is_that_of_its_exact_words() -> None:
    """Words before and after tell which of several is meant, and are not part of it."""
    passage = "the lamp, a lamp, the lamp"
    assert quotes.spans(Quote(exact="lamp"), passage) == [(4, 8), (12, 16), (22, 26)]
    assert quotes.spans(Quote(exact="lamp", prefix="a"), passage) == [(12, 16)]
    assert quotes.spans(Quote(exact="lamp", prefix="the", suffix=", a"), passage) == [(4, 8)]


def test_curly_and_straight_are_the_same() -> None:
    """A quote may be typed with straight marks where the text has curly ones, and the other way round."""
    assert _found(_data('seen it - ever and ever and ever."', "p2")) == []
    assert _found(_data("“Nobody,” she said", "p2")) == []


def test_quote_that_stands_once_is_silent() -> None:
    """A quote at its place yields nothing."""
    assert _found(_data("lamp is lit", "headline")) == []


@pytest.mark.parametrize(
    ("exact", "locator", "message", "remedy"),
    [
        (
            "lamp",
            "p1",
            'the words stand 2 times in p1 of "gazette" [quote-ambiguous]',
            "add 'prefix' or 'suffix' with the words around it, or quote more words",
        ),
        (
            "weighs 1.5 tons",
            "p1",
            'the words stand in p2, not in p1 of "gazette" [quote-moved]',
            "write p2 as 'locator'",
        ),
        (
            "Subscribe to the Gazette",
            "p1",
            'the words stand only in the boilerplate of "gazette" [quote-boilerplate]',
            "quote a passage of the article itself",
        ),
        (
            "It weighs 1.6 tons",
            "p2",
            'the words do not stand in p2 of "gazette" [quote-missing]',
            'the nearest words are "It weighs 1.5 tons." in p2; copy them exactly',
        ),
        (
            "it weighs",
            "p2",
            'the words do not stand in p2 of "gazette" [quote-missing]',
            'the nearest words are "It weighs" in p2; copy them exactly',
        ),
        (
            "unlike anything printed",
            "p2",
            'the words do not stand in p2 of "gazette" [quote-missing]',
            "copy the words from the text; nothing in it is close",
        ),
    ],
)
def test_quote_that_is_not_there(exact: str, locator: str, message: str, remedy: str) -> None:
    """A quote that does not stand once at its place is explained, with the nearest words."""
    assert _found(_data(exact, locator)) == [f"lit: citations.0.quote.exact: {message} {remedy}"]


def test_a_law_whose_text_prints_nothing_that_is_known_needs_lines() -> None:
    """A text without lines is read by its sections; where none is found, the remedy says what to write."""
    cited = make(Citation, locator="Art. 1", quote={"exact": "The lamp is lit"})
    data = dataset(sources={"gazette": with_text(text=_WHOLE)}, events={"lit": make(Event, citations=[cited])})
    (found,) = _found(data)
    assert found == (
        'lit: citations.0.quote.exact: the text of "gazette" prints no sections or articles that are known '
        "[no-passages] write 'lines' with the numbers of those that are its paragraphs: {headline: 1, paragraphs: [3]}"
    )


@pytest.mark.parametrize(
    ("verb", "passage", "count"),
    [
        ("urges", "The council directs its keepers to light the lamps.", 1),
        ("directs", "The council directs its keepers to light the lamps.", 0),
        ("directs", "The council directed its keepers to light the lamps.", 0),
        ("ordnet an", "Der Rat ordnet das Licht an.", 0),
        ("shall consider", "The keepers shall each consider it.", 0),
        ("shall consider", "The keepers shall each decide it.", 1),
        ("قررت", "وقررت المدينة ذلك.", 0),
    ],
)
def test_the_verb_of_a_source_stands_in_the_passage(verb: str, passage: str, count: int) -> None:
    """Each word of the source's own verb stands in the cited passage, if only in another form."""
    cited = make(Citation, locator="p1", quote=None, verb=verb)
    data = dataset(sources={"gazette": with_text()}, events={"lit": make(Event, citations=[cited])})
    found = list(quotes.verbs_stand_in_the_passage(data, {"gazette": {"gazette.txt": f"Lamps\n\n{passage}"}}))
    message = f'"{verb}" does not stand in p1 of "gazette"'
    wanted = Finding("lit", ("citations", 0, "verb"), message, "verb", "write the verb that the passage has")
    assert found == [wanted] * count


def test_source_without_text_is_not_verified() -> None:
    """Only the sources whose texts are at hand are verified."""
    assert list(quotes.verify(_data("no such words"), {})) == []


def test_line_beyond_the_text_is_no_passage() -> None:
    """A locator whose line the text does not have leads nowhere, and the quote is reported."""
    (found,) = quotes.verify(_data("The lamp was dear"), {"gazette": {"gazette.txt": "The lamp is lit"}})
    assert found.message == 'the words do not stand in p1 of "gazette"'


def test_the_last_line_of_a_text_is_a_passage() -> None:
    """A text may end with a paragraph, without an end of line."""
    source = with_text()
    assert passages(source, {"gazette.txt": "The lamp\n\nIt was lit.\n\nIt was dear."})["p2"] == "It was dear."


def test_locator_that_the_source_does_not_have_is_reported_and_not_raised() -> None:
    """A wrong locator is a problem of its own and breaks neither verification nor the count of quoted words."""
    data = _data("lamp is lit", "p9")
    assert [line.split("[")[1].split("]")[0] for line in _found(data)] == ["quote-moved"]
    assert list(quotes.quoted_too_much(data, {"gazette": {"gazette.txt": TEXT}})) == []


def test_source_is_not_quoted_at_length() -> None:
    """More than 30 % of a source's words in quotes is a problem, and exactly 30 % is not."""
    passage = "one two three four five six seven eight nine ten"
    text = f"\n\n{passage}\n\n\n"
    lines = {"paragraphs": (3,)}
    source = with_text(text={"file": "gazette.txt", "sha256": "0" * 64, "lines": lines})

    def found(exact: str) -> list[Finding]:
        cited = [make(Citation, quote={"exact": exact})]
        data = dataset(sources={"gazette": source}, events={"lit": make(Event, citations=cited)})
        return list(quotes.quoted_too_much(data, {"gazette": {"gazette.txt": text}}))

    assert found("one two three") == []
    assert found("one two three four") == [
        Finding(
            "gazette",
            ("text",),
            "4 of its 10 words are quoted, more than 30%: 3 may be, "
            "and 0 are without the quotes that are not verified yet",
            "quoted-too-much",
            "shorten quotes, or let facts share one; a text that nobody has rights in, as many official texts, "
            "is free of this rule: write 'rights: public domain'",
        )
    ]


def test_words_that_two_facts_quote_count_once() -> None:
    """Facts may share a quote without using up the share of words that may be quoted."""
    text = "\n\none two three four five six seven eight nine ten\n\nt\n"
    shared = [make(Citation, quote={"exact": "one two three"}), make(Citation, quote={"exact": "two three"})]
    data = dataset(sources={"gazette": with_text()}, events={"lit": make(Event, citations=shared)})
    assert list(quotes.quoted_too_much(data, {"gazette": {"gazette.txt": text}})) == []


def _sources(**text: str) -> Dataset:
    lines = {"paragraphs": (1,)}
    return dataset(sources={"gazette": with_text(text={"lines": lines, **text}), "paper": make(Source)})


def test_texts_are_read_by_source(tmp_path: Path) -> None:
    """The text of each source that has one is read, and a source without one is passed over."""
    (tmp_path / "a.txt").write_text("“Lit”", encoding="utf-8")
    data = _sources(file="a.txt", sha256=hashlib.sha256("“Lit”".encode()).hexdigest())
    assert read_texts(data, [tmp_path]) == ({"gazette": {"a.txt": "“Lit”"}}, [])
    other = tmp_path / "other"
    other.mkdir()
    assert read_texts(data, [other, tmp_path]) == read_texts(data, [tmp_path, other]) == read_texts(data, [tmp_path])


def test_missing_text_is_reported(tmp_path: Path) -> None:
    """A text that is not in the folder is a problem of its source."""
    expected = Finding(
        "gazette", ("text", "file"), "a.txt is in no folder of texts", "no-text", "add the file or fix the name"
    )
    assert read_texts(_sources(file="a.txt", sha256="0" * 64), [tmp_path]) == ({}, [expected])


def test_changed_text_is_reported(tmp_path: Path) -> None:
    """A text other than the one that the source names is not verified against."""
    (tmp_path / "a.txt").write_bytes(b"x")
    digest = hashlib.sha256(b"x").hexdigest()
    expected = Finding(
        "gazette",
        ("text", "sha256"),
        f"a.txt is another text: its SHA-256 is {digest}",
        "text-changed",
        "verify against the same text",
    )
    assert read_texts(_sources(file="a.txt", sha256="0" * 64), [tmp_path]) == ({}, [expected])


def test_text_that_is_not_utf8_is_reported(tmp_path: Path) -> None:
    """A text in another encoding is a problem of its source, not a crash."""
    (tmp_path / "a.txt").write_bytes(b"caf\xe9")
    data = _sources(file="a.txt", sha256=hashlib.sha256(b"caf\xe9").hexdigest())
    expected = Finding(
        "gazette", ("text", "file"), "a.txt is not UTF-8", "not-utf8", "save the text as UTF-8 and fix the digest"
    )
    assert read_texts(data, [tmp_path]) == ({}, [expected])


def test_recorded_verification_of_the_good_topic_is_fresh() -> None:
    """What scripts.verify would write for the small good topic is what it holds.

    Renew it with: python -m scripts.verify --topic tests/broken/good --texts tests/broken/texts
    """
    data = load(GOOD_TOPIC)
    recorded = (GOOD_TOPIC / "data" / "verified" / "gazette.yml").read_text(encoding="utf-8")
    texts, findings = read_texts(data, [GOOD_TEXTS])
    assert findings == list(quotes.verify(data, texts)) == []
    assert quotes.verification(data, "gazette") == recorded


def test_paragraphs_are_recorded_in_order_of_the_text() -> None:
    """The tenth paragraph comes after the second; of one that is cited without its words nothing is recorded."""
    cited = [make(Citation, locator=f"p{number}", quote={"exact": "a"}) for number in (10, 2)]
    cited.append(make(Citation, locator="p3", quote=None, role="discusses"))
    source = with_text(text={"file": "a.txt", "sha256": "0" * 64, "lines": {"paragraphs": tuple(range(1, 11))}})
    data = dataset(sources={"gazette": source}, events={"lit": make(Event, citations=cited)})
    assert re.findall(r'locator: "(\w+)"', quotes.verification(data, "gazette")) == ["p2", "p10"]


def _verified(data: Dataset) -> Dataset:
    """Return the dataset with everything in it verified."""
    gazette = data.sources["gazette"]
    assert gazette.text
    citations = [citation for event in data.events.values() for citation in event.citations]
    quotes = [
        {"locator": c.locator, "exact": c.quote.exact, "proof": c.proof(gazette.text.place(c.locator))}
        for c in citations
        if c.quote
    ]
    record = make(Verification, text=gazette.text.sha256, quotes=quotes)
    return Dataset(data.topic, data.sources, events=data.events, verified={"gazette": record})


def test_verified_quote_is_known_again() -> None:
    """A quote that was verified counts as verified where the texts are not at hand."""
    assert list(unverified_quotes(_verified(_data("The lamp was dear")))) == []


@pytest.mark.parametrize(
    "change",
    [
        {"events": _data("The lamp was").events},
        {"events": _data("The lamp was dear", "p2").events},
        {"events": _data("The lamp was dear", prefix="hours.").events},
        {"sources": {"gazette": with_text(text={"file": "a", "sha256": "1" * 64, "lines": {"paragraphs": (3, 5)}})}},
        {"sources": {"gazette": with_text(text={"file": "a", "sha256": "0" * 64, "lines": {"paragraphs": (4, 5)}})}},
    ],
    ids=["words", "locator", "prefix", "text", "line of the paragraph"],
)
def test_any_change_ends_the_verification(change: dict[str, object]) -> None:
    """Other words, another place, another text or other lines of it have to be verified again."""
    before = _verified(_data("The lamp was dear"))
    after = Dataset(**{"topic": before.topic, "sources": before.sources, "events": before.events} | change)  # type: ignore[arg-type] # by name
    after = Dataset(after.topic, after.sources, events=after.events, verified=before.verified)
    assert list(unverified_quotes(after)) == [
        Finding(
            "lit",
            ("citations", 0, "quote"),
            'the quote is not verified yet against the text of "gazette"',
            "not-verified",
            "a maintainer runs: .venv/bin/python -m scripts.verify --texts DIR",
        )
    ]


def test_unknown_source_is_left_to_the_rule_on_references() -> None:
    """A citation of a source that does not exist breaks no other rule."""
    cited = [make(Citation, source="herald")]
    assert list(unverified_quotes(dataset(actors={"ann": make(Actor, citations=cited)}))) == []


_LAW = "§ 7. Lamps\n(a) Whoever puts out a lamp shall be fined not more than $5.\n(b) The keeper may rest.\n"


def _code(**changes: object) -> Source:
    sections = ({"file": "code/act-7.txt", "sha256": "0" * 64, "section": "Act § 7"},)
    return with_text(text=None, sections=sections, rights="public domain", **changes)


def _found_in_law(exact: str, locator: str) -> list[str]:
    cited = make(Citation, locator=locator, quote={"exact": exact})
    data = dataset(sources={"gazette": _code()}, events={"lit": make(Event, citations=[cited])})
    return [one.message for one in quotes.verify(data, {"gazette": {"code/act-7.txt": _LAW}})]


def test_words_of_a_law_are_verified_by_its_designators() -> None:
    """A quote of a law stands in the paragraph that is cited, or the message says where it stands."""
    assert _found_in_law("fined not more than $5", "Act § 7(a)") == []
    assert _found_in_law("fined not more than $5", "Act § 7") == []
    assert _found_in_law("The keeper may rest", "Act § 7(a)") == [
        'the words stand in Act § 7, Act § 7(b), not in Act § 7(a) of "gazette"'
    ]


def test_a_text_of_one_section_has_its_own_locators() -> None:
    """Those are its paragraphs and its note; the text of a whole law may have any."""
    (section,) = _code().sections
    assert [section.has(name) for name in ("Act § 7", "Act § 7(a)", "Act § 7 note", "Act § 71", "Act § 8")] == [
        *[True] * 3,
        *[False] * 2,
    ]
    assert section.model_copy(update={"section": None}).has("Act § 8")


def test_a_section_without_a_text_is_named() -> None:
    """A citation of a code names one of the sections whose text is known."""
    cited = make(Citation, locator="Act § 8(a)", quote={"exact": "a lamp"})
    data = dataset(sources={"gazette": _code()}, events={"lit": make(Event, citations=[cited])})
    (found,) = citations_have_a_place(data)
    assert (found.message, found.remedy) == ('"gazette" has no passage "Act § 8(a)"', 'did you mean "Act § 7"?')


def test_a_law_may_be_quoted_at_length() -> None:
    """What is in the public domain knows no share of words that may be quoted."""
    cited = [
        make(Citation, locator="Act § 7(a)", quote={"exact": "Whoever puts out a lamp shall be fined not more than $5"})
    ]
    texts = {"gazette": {"code/act-7.txt": _LAW}}
    events = {"lit": make(Event, citations=cited)}
    assert list(quotes.quoted_too_much(dataset(sources={"gazette": _code()}, events=events), texts)) == []
    reserved = dataset(sources={"gazette": _code().model_copy(update={"rights": "reserved"})}, events=events)
    assert len(list(quotes.quoted_too_much(reserved, texts))) == 1


@pytest.mark.parametrize(
    ("summary", "is_copied"),
    [
        ("The keeper said she can't leave; a lamp can burn for 5,500 hours.", False),
        ("It was said that she can’t leave; the Lamp can burn for 5,500 hours.", True),
        ("It was “she can't leave; the lamp can burn for 5,500 hours” that she said.", False),
        ("She can't leave the tower, and the lamp is lit for good.", False),
    ],
)
def test_words_of_a_source_are_not_copied(summary: str, is_copied: bool) -> None:  # noqa: FBT001 - a table
    """Eight words of a source in a row, outside quotation marks, are a copy, whatever their case and punctuation."""
    data = dataset(sources={"gazette": with_text()}, events={"lit": make(Event, summary=summary)})
    found = [(one.path, one.rule) for one in quotes.copied(data, {"gazette": {"gazette.txt": TEXT}})]
    assert found == ([(("summary",), "copied")] if is_copied else [])


def test_words_of_a_source_are_not_copied_into_pages() -> None:
    """A page has a line for each copy; words in quotation marks and in macro calls are none."""
    lines = (
        "# The lamp",
        "It can, as she said, so she can't leave; the lamp can burn for 5,500 hours.",
        '“She can\'t leave; the lamp can burn for 5,500 hours” {{ cite("lit") }}',
    )
    page = PageSource(make(PageHead), "\n".join(lines))
    data = dataset(sources={"gazette": with_text()})
    (found,) = quotes.copied_pages(Docs({"index.md": page}, {}, ()), data, {"gazette": {"gazette.txt": TEXT}})
    assert (found.path, found.line, found.rule) == ("docs/index.md", 2, "copied")
    assert found.message == '“she can\'t leave the lamp can burn for” are words of "gazette"'
