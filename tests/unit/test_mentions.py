"""Mentions of statutes and terms in prose: which words are one, and how a reader opens what they mean."""

import re

import pydantic
import pytest

from macros.model import Statute, Term
from macros.queries import Queries
from macros.render import render
from macros.render.mentions import Names, Segment, definitions
from macros.site.pages import pages
from tests.factories import dataset, make, queries_of

_STATUTES = {
    "act-107": make(
        Statute,
        citation="17 U.S.C. § 107",
        also_cited_as=("Copyright Act § 7",),
        aliases=("section 107", "§ 107", "Copyright Act 7"),
    ),
    "act-109": make(Statute, citation="17 U.S.C. § 109", aliases=("section 109", "§ 109")),
    "act-112-a": make(Statute, citation="17 U.S.C. § 112(a)", aliases=("section 112(a)", "§ 112(a)")),
}
_TERMS = {
    "fair-use": make(Term, label="fair use", aliases=("fair uses", "fair-use rule")),
    "use": make(Term, label="use"),
    "keeper": make(Term, label="keeper", aliases=("watch", "re-lighting"), everyday=("watch",)),
}
_NAMES = Names(dataset(statutes=_STATUTES, terms=_TERMS))


def _found(text: str, *own: str) -> list[tuple[str, str]]:
    """Return the words that are a mention, each with the record that it names."""
    return [(segment.text, segment.record) for segment in _NAMES.segments(text, *own) if segment.record]


@pytest.mark.parametrize(
    "words",
    [
        "17 U.S.C. § 107",
        "Copyright Act § 7",
        "Copyright Act 7",
        "section 107",
        "Section 107",
        "§ 107",
        "section 107(b)(3)",
        "17 U.S.C. § 107(a)",
    ],
)
def test_a_statute_is_found_in_every_spelling(words: str) -> None:
    """Its citation and its aliases name a statute, at the start of a sentence too, with the paragraphs that follow."""
    assert _found(f"The owner relies on {words}, and wins.") == [(words, "act-107")]
    assert _found(words) == [(words, "act-107")]


@pytest.mark.parametrize(
    "text",
    [
        "under section 1070",
        "under section 107a",
        "under subsection 107",
        "under copyright act 7",
        "under 5 U.S.C. § 107",
        "under 117 U.S.C. § 107",
        "under section 107 of title 5, United States Code",
        "under sections 107 and 109 of the Harbor Act",
        "under 5 U.S.C. section 107",
        "under title 5, section 107, of that code",
        "under section 112(b)",
        "under section 107-1",
        "under section 107\N{NON-BREAKING HYPHEN}1",
        "under section 107–1(b)",
        "under 17 U.S.C. § 107\N{MINUS SIGN}1",
        "under § 107.5",
        "under sections 107.5, 109.5 and 109-1",
    ],
)
def test_another_law_is_not_taken_for_ours(text: str) -> None:
    """A longer number, another code, a missing paragraph or another case names no statute of the data."""
    assert _found(text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("sections 107 and 109", ["sections 107", "109"]),
        ("sections 107(a) and 109", ["sections 107(a)", "109"]),
        ("Sections 107, 108, and 109(b)", ["Sections 107", "109(b)"]),
        ("sections 112(a) or 107", ["sections 112(a)", "107"]),
        ("§§ 107 to 109", ["§§ 107", "109"]),
        ("§§ 107–109", ["§§ 107"]),
        ("sections 107, 109–111", ["sections 107", "109"]),
        ("section 107. 5 lamps under § 109 – 2", ["section 107", "§ 109"]),
        ("17 U.S.C. §§ 107 and 112(a)", ["17 U.S.C. §§ 107", "112(a)"]),
    ],
)
def test_each_law_of_a_list_is_found(text: str, words: list[str]) -> None:
    """The numbers of a list name the statutes that have them; one that the data lacks stays plain."""
    assert [mention for mention, _ in _found(f"It cites {text} alone.")] == words


def test_a_number_beside_a_single_section_is_no_list() -> None:
    """What follows one section is not read as another."""
    assert _found("section 107 and 109 lamps") == [("section 107", "act-107")]


@pytest.mark.parametrize("words", ["fair use", "Fair use", "FAIR USE", "fair uses", "fair-use rule"])
def test_a_term_is_found_in_any_case(words: str) -> None:
    """The label and the aliases name a term, and the longest name at a place wins."""
    assert _found(f"It was {words}.") == [(words, "fair-use")]


@pytest.mark.parametrize("text", ["useful", "misuse", "re-use", "use-based", "use\u2011based", "keepers"])
def test_a_part_of_a_word_is_no_mention(text: str) -> None:
    """Names are whole words; a hyphen makes another word."""
    assert _found(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("In the section on lamps.", ["the section on lamps"]),
        ("In the sections on lamps.", []),
        ("In Article 12.", ["Article 12"]),
        ("In sections Article 12.", ["Article 12"]),
    ],
)
def test_only_a_section_with_a_number_has_a_plural(text: str, found: list[str]) -> None:
    """Another name, even with the same word in it, is found as it stands."""
    names = Names(dataset(statutes={"act": make(Statute, aliases=("the section on lamps", "Article 12"))}))
    assert [one.text for one in names.segments(text) if one.record] == found


def test_a_hyphen_inside_a_name_is_part_of_it() -> None:
    """A name with a hyphen is found as it is written."""
    assert _found("The re-lighting took an hour.") == [("re-lighting", "keeper")]


def test_an_everyday_name_is_not_found() -> None:
    """A term's name that is an everyday word stays plain wherever it stands, and its other names do not."""
    assert _found("They watch the keeper.") == [("keeper", "keeper")]


def test_an_everyday_name_is_one_of_the_names() -> None:
    """What is called an everyday word must be a name of the term."""
    with pytest.raises(
        pydantic.ValidationError, match="'everyday' has \"guard\", which is neither the label nor an alias"
    ):
        make(Term, label="keeper", everyday=("guard",))


def test_only_the_first_mention_of_a_paragraph_counts() -> None:
    """A paragraph stays calm: each record opens once in it, under whatever name comes first."""
    text = "Fair use is a use. Section 107 defines fair use; 17 U.S.C. § 107 is short."
    assert _found(text) == [("Fair use", "fair-use"), ("use", "use"), ("Section 107", "act-107")]


def test_words_in_quotation_marks_stay_as_they_are() -> None:
    """Nothing inside a quotation is a mention, and the same words after it are."""
    assert _found("He spoke of “fair use under section 107” and of fair use.") == [("fair use", "fair-use")]


def test_a_record_does_not_mention_itself() -> None:
    """The words of an entry do not open the entry, nor do other names inside its own name."""
    assert _found("Fair use is one use of a work.", "fair-use") == [("use", "use")]
    assert _found("It was fair use.", "fair-use") == []


def test_the_words_of_a_paragraph_stay_whole() -> None:
    """The pieces of a paragraph, put together, are the paragraph."""
    text = "Fair use (section 107, “fair use”) is not § 109(a)."
    assert "".join(f"{s.before}{s.text}{s.after}" for s in _NAMES.segments(text)) == text
    assert _NAMES.segments("Nothing here.") == (Segment("Nothing here."),)
    assert _NAMES.segments("") == ()


def test_lines_of_a_paragraph_are_joined_by_a_space() -> None:
    """Prose has one sentence a line in its file, and a name is found across two of them."""
    assert _NAMES.segments("It was\nlit.") == (Segment("It was lit."),)
    assert _found("It is\nfair\nuse.") == [("fair use", "fair-use")]


def test_a_definition_names_its_record_and_says_what_it_is() -> None:
    """What a mention opens has the citation with its heading, or the word, and what it means; each once, in order."""
    found = definitions(["keeper", "act-107", "keeper"], queries_of(statutes=_STATUTES, terms=_TERMS))
    assert [(name, link.label, link.href) for name, _, link in found] == [
        ("act-107", "17 U.S.C. § 107", "statutes/act-107.html"),
        ("keeper", "keeper", "index.html#keeper"),
    ]
    html = render("definitions", view=found, root="")
    for text in ("Lights on islands", "Nobody may put out a lamp.", "Whoever keeps a lamp."):
        assert text in html


def test_hostile_words_stay_words() -> None:
    """Names and definitions with markup in them bring no element."""
    evil = "<b>x</b>"
    data = dataset(terms={"evil": make(Term, label=evil, definition=evil)})
    html = render("definitions", view=definitions(["evil"], Queries(data)), root="")
    assert "<b>" not in html
    assert html.count("&lt;b&gt;x") == 2


def test_the_page_of_a_statute_does_not_mention_it() -> None:
    """On the page of a law its own name stays plain in every text, and other laws open."""
    law = make(Statute, citation="17 U.S.C. § 107", aliases=("§ 107",), summary="§ 107 goes with § 109.")
    made = pages(queries_of(statutes=_STATUTES | {"act-107": law}))
    body = next(str(page.body) for page in made if page.path == "statutes/act-107.md")
    assert re.findall('popovertarget="definition-([^"]+)"', body) == ["act-109"]
