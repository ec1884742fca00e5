"""What each macro shows of the small topic; none is left out."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from macros.exports.data import Listed, Listing
from macros.load import load
from macros.pages import settings
from macros.queries import Queries
from macros.render.calls import INLINE, SIGNATURES, Macros
from macros.render.tokens import TokenExtension, unpack, unwrap
from tests.factories import GOOD_TOPIC
from tests.hostile import PAYLOADS
from tests.sites import parsed

_BEGINS = {
    ("timeline",): "Others 1 May 1901: The lamp is lit",
    ("glossary",): "Search the law Criminal offenses 1 Lights Act",
    ("terms",): "K keeper Whoever keeps a lamp alight.",
    ("people",): "People Ann Reed She kept the lamp.",
    ("sources",): "Reports that the facts are drawn from 2 The lamp is lit",
    ("opinions",): "Ann Reed",
    ("series_tables",): "Find a number What it cost 1 more than 500 pounds",
    ("not_comparable",): "Number Why not",
    ("questions",): "matches partly conflicts",
    ("answers", "what-it-cost"): "What did the lamp cost? More than 500 pounds.",
    ("health",): "1 event, 2 statements, 1 number, 1 law, 1 term, 2 sources.",
    ("corrections",): "1 June 1901: correction Ann Reed Was Anne Now Ann Why",
    ("statute", "lights-act"): "Lights Act",
    ("term", "keeper"): "keeper",
    ("actor", "ann-reed"): "Ann Reed",
    ("source", "gazette"): "Gull Gazette, 1901",
    ("chart", "lamp-cost-chart"): "The lamp cost more than 500 pounds Unit: pounds.",
    ("number", "lamp-cost-total"): "more than 500",
    ("period", "lamp-cost-total"): "1901",
    ("penalty", "lights-act-first"): "up to 6 months",
    ("date", "lamp-lit"): "1 May 1901",
    ("penalties",): "Law Longest prison term Mandatory minimum Lights Act",
    ("statement", "keeper-on-cost"): "explanation Ann Reed · 1 May 1901",
    ("quote", "keeper-on-cost"): "“more than 500 pounds” Ann Reed",
    ("cite", "lamp-lit"): "The lamp is lit (1 May 1901) Gull Gazette, 1901",
    ("fields", "event"): "A dated happening. 14 fields : event Field Meaning Takes Required",
    ("data_files",): "File Holds Rows Size lamp.csv, as JSON What was lit 7 2 KB",
    ("notice",): "This is a topic for tests. It never happened.",
}
"""The first words of what each macro shows; tests of documents hold the two that are of documents."""


_GOOD = load(GOOD_TOPIC)
_ENGINE = settings.markdown.__wrapped__()  # with all that mkdocs.yml names, and not the one that others use
_ENGINE.registerExtensions([TokenExtension()], {})


@pytest.fixture(scope="module")
def macros() -> Macros:
    """Return the macros for a page in a folder, of the small topic with an opinion."""
    data = load(GOOD_TOPIC)
    opinion = data.statements["keeper-on-cost"].model_copy(update={"kind": "opinion"})
    data = replace(data, statements={**data.statements, "keeper-finds": opinion})
    files = Listing((Listed("data/v1/lamp.csv", "data/v1/lamp.json", "What was lit", 7, 2048),), ())
    return Macros(Queries(data), lambda: "a/page.html", lambda: files)


@pytest.mark.parametrize("call", _BEGINS, ids=" ".join)
def test_a_macro_shows_what_it_is_for(macros: Macros, call: tuple[str, ...]) -> None:
    """It begins with these words, as a block or within a sentence, and its links lead out of the page's folder."""
    html = unwrap(getattr(macros, call[0])(*call[1:]))
    tree = LexborHTMLParser(html)
    words = " ".join(tree.text(separator=" ").split())
    assert words.replace(" ,", ",").startswith(_BEGINS[call])
    is_block = settings.markdown().is_block_level(html[1:].partition(" ")[0].partition(">")[0])
    assert is_block == (call[0] not in INLINE)
    inside = [node.attributes["href"] or "" for node in tree.css("a[href]")]
    assert all(href.startswith(("../", "#", "https://")) for href in inside)


def test_every_macro_is_tried() -> None:
    """What a page may call stands above."""
    assert {call[0] for call in _BEGINS} == SIGNATURES.keys() - {"document", "comparison"}


@pytest.mark.parametrize(
    ("macro", "record", "href"),
    [
        ("statute", "lights-act", "../statutes/lights-act.html"),
        ("term", "keeper", "../index.html#keeper"),
        ("period", "lamp-cost-total", "../numbers/lamp-cost.html#lamp-cost-total"),
        ("date", "lamp-lit", "../index.html#lamp-lit"),
        ("penalty", "lights-act-first", "../statutes/lights-act.html#lights-act-first"),
    ],
)
def test_a_word_leads_to_the_record_that_it_names(macros: Macros, macro: str, record: str, href: str) -> None:
    """A law and a tier of penalty lead to the page of the law, a number to its series, others to their list."""
    (link,) = LexborHTMLParser(unwrap(getattr(macros, macro)(record))).css("a")
    assert link.attributes["href"] == href


def test_headings_of_groups_can_be_linked_to(macros: Macros) -> None:
    """Their anchor is their words, joined by hyphens."""
    assert '<h2 id="criminal-offenses">' in unwrap(macros.glossary())


_PLACES = """# Page

## Of NAME

It is **NAME**, or NAME.

- NAME

| a | b |
|---|---|
| NAME | b |

!!! note
    NAME

BLOCK
"""
_LETTER = st.characters(exclude_categories=["C", "Z"])
_ANY_TEXT = st.lists(st.sampled_from((*PAYLOADS, "⟦PGI+⟧", " - ", "--", ":smile:", "(c)", "1/2", "^x^", "~")) | _LETTER)


@given(
    st.tuples(_LETTER, _ANY_TEXT, st.just(["Ж"]), _ANY_TEXT, _LETTER).map(
        lambda some: " ".join("".join(map("".join, some)).split())
    )
)
def test_any_text_appears_on_a_page_as_its_own_characters(text: str) -> None:
    """Whatever a title and a name say, they stand so in a block, a sentence, a list, a table, a heading and a note."""
    assert _words_with(text).replace(text, "QQQ") == _words_with("QQQ")


def _words_with(text: str) -> str:
    """Return the words of a page on which an event and a person have a text for their title and their name."""
    event, actor = _GOOD.events["lamp-lit"], _GOOD.actors["ann-reed"]
    events = {**_GOOD.events, "lamp-lit": event.model_copy(update={"title": text})}
    actors = {**_GOOD.actors, "ann-reed": actor.model_copy(update={"name": text})}
    macros = Macros(Queries(replace(_GOOD, events=events, actors=actors)), lambda: "a/page.html")
    page = _PLACES.replace("NAME", macros.actor("ann-reed")).replace("BLOCK", macros.timeline())
    return parsed(unpack(_ENGINE.reset().convert(page))).words()


def test_a_quotation_is_of_the_first_citation_that_has_one() -> None:
    """A statement may be cited without words first."""
    said = _GOOD.statements["keeper-on-cost"]
    silent = said.citations[0].model_copy(update={"quote": None})
    statements = {
        **_GOOD.statements,
        "keeper-on-cost": said.model_copy(update={"citations": (silent, *said.citations)}),
    }
    macros = Macros(Queries(replace(_GOOD, statements=statements)), lambda: "a/page.html")
    assert "“more than 500 pounds”" in parsed(unwrap(macros.quote("keeper-on-cost"))).words()


def test_a_term_is_told_in_a_sentence_and_the_rest_is_folded() -> None:
    """Of a definition of several sentences the first stands open, and the others follow where more is asked for."""
    term = _GOOD.terms["keeper"].model_copy(update={"definition": "Whoever keeps a lamp.\nBy day too.\nOr at night."})
    macros = Macros(Queries(replace(_GOOD, terms={"keeper": term})), lambda: "a/page.html")
    tree = LexborHTMLParser(unwrap(macros.terms()))
    assert [node.text() for node in tree.css("dd > p")] == ["Whoever keeps a lamp."]
    assert next(node.text() for node in tree.css("dd > details > p")) == "By day too. Or at night."
