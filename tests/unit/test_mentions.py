"""Mentions of statutes and terms in prose: which words are one, and how a reader opens what they mean."""

import re
from collections.abc import Callable, Mapping
from pathlib import Path

import pydantic
import pytest
from playwright.sync_api import Browser, expect
from playwright.sync_api import Page as Tab

from macros.model import Statute, Term
from macros.queries import Queries
from macros.render import render
from macros.render.mentions import Names, Segment
from macros.site.pages import pages
from macros.views.definitions import definitions
from tests.factories import dataset, make
from tests.sites import Page

_STATUTES = {
    "act-107": make(
        Statute,
        citation="17 U.S.C. § 107",
        ina="Copyright Act § 7",
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
        "under section 112(b)",
    ],
)
def test_another_law_is_not_taken_for_ours(text: str) -> None:
    """A longer number, another code, a missing paragraph or another case names no statute of the data."""
    assert _found(text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("sections 107 and 109", ["sections 107", "109"]),
        ("Sections 107, 108, and 109(b)", ["Sections 107", "109(b)"]),
        ("sections 112(a) or 107", ["sections 112(a)", "107"]),
        ("§§ 107 to 109", ["§§ 107", "109"]),
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


@pytest.mark.parametrize("text", ["useful", "misuse", "re-use", "use-based", "keepers"])
def test_a_part_of_a_word_is_no_mention(text: str) -> None:
    """Names are whole words; a hyphen makes another word."""
    assert _found(text) == []


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
    assert "".join(segment.text for segment in _NAMES.segments(text)) == text
    assert _NAMES.segments("Nothing here.") == (Segment("Nothing here."),)
    assert _NAMES.segments("") == ()


def test_a_definition_names_its_record_and_says_what_it_is() -> None:
    """What a mention opens has the citation with its heading, or the word, and what it means; each once, in order."""
    found = definitions(["keeper", "act-107", "keeper"], Queries(dataset(statutes=_STATUTES, terms=_TERMS)))
    assert [(one.label, one.heading, one.text, one.href) for one in found] == [
        ("17 U.S.C. § 107", "Lights on islands", "Nobody may put out a lamp.", "statutes/act-107.html"),
        ("keeper", "", "Whoever keeps a lamp.", "terms.html#keeper"),
    ]


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
    made = pages(Queries(dataset(statutes=_STATUTES | {"act-107": law})))
    body = next(str(page.body) for page in made if page.path == "statutes/act-107.md")
    assert re.findall('popovertarget="definition-([^"]+)"', body) == ["act-109"]


def test_every_mention_of_the_site_opens_a_definition_of_its_page(site_pages: Mapping[str, Page]) -> None:
    """Each page carries what its mentions open, each definition once, and no definition that none opens."""
    count = 0
    for name, page in site_pages.items():
        if name.startswith("print"):
            continue  # one document of all pages, where a mention is a link
        opened = {button.attributes["popovertarget"] for button in page.root.all("button", **{"class": "x-mention"})}
        count += len(opened)
        assert sorted(i for i in page.ids if i.startswith("definition-")) == sorted(opened), name
    assert count > 0


def test_no_mention_stands_in_a_quotation_of_the_site(site_pages: Mapping[str, Page]) -> None:
    """The words of a source are shown without marks of ours."""
    for name, page in site_pages.items():
        mentions = page.root.all("button", **{"class": "x-mention"})
        assert not [one for one in mentions if one.inside("q") or one.inside("blockquote")], name


_PAGE = "terms.html"


def _opened(tab: Tab) -> tuple[str, str]:
    """Return the address that the open definition leads to, and the name under which the first mention stands."""
    definition = tab.locator(".x-definition:popover-open")
    expect(definition).to_have_count(1)
    record = (tab.locator(".x-mention").first.get_attribute("popovertarget") or "").removeprefix("definition-")
    return definition.locator("a").first.get_attribute("href") or "", record


@pytest.mark.parametrize("how", ["click", "tap", "Enter", "Space"])
def test_a_mention_opens_without_javascript(browser: Browser, site_url: str, how: str) -> None:
    """Mouse, touch and keyboard open the definition beside its word where no script runs; Escape closes it."""
    with browser.new_context(base_url=site_url, java_script_enabled=False, has_touch=True) as context:
        tab = context.new_page()
        tab.goto(f"/{_PAGE}")
        mention = tab.locator(".x-mention").first
        if how in ("click", "tap"):
            getattr(mention, how)()
        else:
            mention.press(how)
        address, record = _opened(tab)
        assert record in address
        tab.keyboard.press("Escape")
        expect(tab.locator(".x-definition:popover-open")).to_have_count(0)


def test_the_entry_is_one_step_from_its_word(visit: Callable[[str], Tab]) -> None:
    """With the keyboard the link to the entry comes right after the word that opened its definition."""
    tab = visit(_PAGE)
    tab.locator(".x-mention").first.press("Enter")
    address, _ = _opened(tab)
    tab.keyboard.press("Tab")
    assert tab.evaluate("document.activeElement.getAttribute('href')") == address


@pytest.mark.parametrize("width", [390, 1280])
def test_a_definition_does_not_cover_its_word(visit: Callable[[str], Tab], width: int) -> None:
    """On a phone and on a wide screen the word stays in sight, and the definition stays on the screen."""
    tab = visit(_PAGE)
    tab.set_viewport_size({"width": width, "height": 800})
    for mention in tab.locator(".x-mention:visible").all()[:8]:
        mention.scroll_into_view_if_needed()
        mention.click()
        box, word = tab.locator(".x-definition:popover-open").bounding_box(), mention.bounding_box()
        assert box
        assert word
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= width
        assert box["y"] >= word["y"] + word["height"] or box["y"] + box["height"] <= word["y"]
        tab.keyboard.press("Escape")


def test_definitions_are_printed_at_the_end(visit: Callable[[str], Tab]) -> None:
    """On paper every definition stands open under a heading, after the text."""
    tab = visit(_PAGE)
    expect(tab.locator(".x-definitions__head")).to_be_hidden()
    tab.emulate_media(media="print")
    expect(tab.locator(".x-definitions__head")).to_be_visible()
    assert all(one.is_visible() for one in tab.locator(".x-definition").all())


def test_pages_stay_light(built_site: Path) -> None:
    """The definitions of a page weigh less than a tenth of the page, for they stand there once."""
    text = (built_site / "timeline.html").read_text(encoding="utf-8")
    assert len(text) - text.index('<div class="x-definitions">') < len(text) / 10
