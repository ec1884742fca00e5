"""What a reader sees behind a fact: the places, the words, whether they were verified, and how sure we are."""

from typing import Any

import pytest
from selectolax.lexbor import LexborHTMLParser

from macros.model import Citation, Correction, Event, Link, Series, Source, Statement, Term, Verification
from macros.queries import Queries
from macros.render.calls import Macros
from macros.render.tokens import unwrap
from macros.views.citemarks import cite_mark
from macros.views.evidence import CitedPassage, evidence, passage
from macros.views.support import in_words, support
from tests.factories import make, queries_of, with_text

_GAZETTE = {"source": "gazette", "locator": "p1", "quote": {"exact": "was lit"}}
_HERALD = {"source": "herald", "locator": "headline", "quote": {"exact": "so bright"}, "role": "disputes"}


def _lamp_lit(*citations: dict[str, Any], **changes: Any) -> Queries:
    herald = make(Source, independence_group="herald", interest="advocacy", publisher="Herald")
    sources = {"gazette": make(Source), "herald": herald}
    return queries_of(sources=sources, events={"lamp-lit": make(Event, citations=citations, **changes)})


def _evidence_of(*citations: dict[str, Any], **changes: Any) -> Any:
    return evidence("lamp-lit", _lamp_lit(*citations, **changes))


def _exact(passage: CitedPassage) -> str:
    return passage.record.quote.exact if passage.record.quote else ""


def test_evidence_shows_the_place_and_the_words() -> None:
    """Each passage says where it stands, quotes its words, and shows a stake of its publisher."""
    first, second = _evidence_of(_GAZETTE, _HERALD).passages
    assert (first.place, _exact(first), first.role) == ("paragraph 1", "was lit", "")
    assert (second.place, _exact(second), second.role) == ("headline", "so bright", "disputes it")
    shown = unwrap(Macros(_lamp_lit(_GAZETTE, _HERALD), str).cite("lamp-lit"))
    stakes = [one.css(".x-tag--interest") for one in LexborHTMLParser(shown).css(".x-passage")]
    assert [[tag.text() for tag in tags] for tags in stakes] == [[], ["advocacy group"]]


def test_evidence_counts_only_support() -> None:
    """A source that disputes a fact does not count as its support."""
    assert _evidence_of(_GAZETTE, _HERALD).support == "one source"
    assert (
        _evidence_of(_GAZETTE, _HERALD | {"role": "supports"}).support == "one independent source, one advocacy group"
    )
    assert _evidence_of(_HERALD).support == "no source supports it"
    assert _evidence_of(_GAZETTE | {"role": "searched"}).support == "nothing found where it was searched for"


@pytest.mark.parametrize("kind", ["news report", "report", "trade press"])
def test_the_word_for_support_fits_the_press_and_a_research_service_alike(kind: str) -> None:
    """What is no document and no group with a cause is called a source, whoever publishes it."""
    queries = queries_of(
        sources={"gazette": make(Source, kind=kind)}, events={"lamp-lit": make(Event, citations=[_GAZETTE])}
    )
    assert evidence("lamp-lit", queries).support == "one source"


@pytest.mark.parametrize(
    ("reports", "access", "told"),
    [
        (["act-text"], "read", "in the document, reported by one source"),
        ([], "reproduced", "in a copy or excerpt of the document, one independent source"),
        ([], "summarised", "in a document known only in summary, one independent source"),
    ],
)
def test_a_report_and_its_document_are_not_two_sources(reports: list[str], access: str, told: str) -> None:
    """A source that reports a document does not confirm it; one that is independent of it does."""
    act = make(Source, kind="statute", independence_group="parliament", access=access)
    sources = {"gazette": make(Source, reports=reports), "act-text": act}
    cited = [_GAZETTE, {"source": "act-text", "locator": "s. 1"}]
    queries = queries_of(sources=sources, events={"lamp-lit": make(Event, citations=cited)})
    assert evidence("lamp-lit", queries).support == told
    assert support("lamp-lit", queries).total == (1 if reports else 2)


def test_two_documents_are_not_told_as_one() -> None:
    """Of a document that was read and another that was read in a copy, the line of support says that they are two."""
    sources = {
        "act-text": make(Source, kind="statute", independence_group="parliament"),
        "speech": make(Source, kind="statute", independence_group="minister", access="reproduced"),
        "plan": make(Source, kind="statute", independence_group="council", access="summarised"),
    }
    cited = [{"source": name, "locator": "p. 1"} for name in sources]
    told = evidence("lit", queries_of(sources=sources, events={"lit": make(Event, citations=cited)})).support
    assert told == "in the document, in a copy or excerpt of another, in another known only in summary"


def test_a_record_of_several_facts_has_no_count() -> None:
    """Each source of a term or a person may bear out another sentence, so they are not counted as confirming one."""
    cited = (_GAZETTE, {"source": "post", "locator": "p. 1"})
    sources = {"gazette": make(Source), "post": make(Source, independence_group="post")}
    queries = queries_of(sources=sources, terms={"lamp": make(Term, citations=cited)})
    assert evidence("lamp", queries).support == "several sources, each for all or part of it"
    assert support("lamp", queries).total == 1


def test_one_source_of_several_facts_may_bear_out_a_part() -> None:
    """Of a term that rests on one document, the line does not say that all of it stands there."""
    cited = ({"source": "act", "locator": "s. 1"},)
    queries = queries_of(sources={"act": make(Source, kind="statute")}, terms={"lamp": make(Term, citations=cited)})
    assert evidence("lamp", queries).support == "in the document, for all or part of it"


def test_a_document_and_its_report_are_not_several_sources() -> None:
    """Of a term that rests on a complaint and on what a newspaper reports of it, the line says what the two are."""
    cited = ({"source": "complaint", "locator": "p. 1"}, {"source": "post", "locator": "p. 1"})
    sources = {
        "complaint": make(Source, kind="statute"),
        "post": make(Source, reports=["complaint"], independence_group="post"),
    }
    queries = queries_of(sources=sources, terms={"lamp": make(Term, citations=cited)})
    assert evidence("lamp", queries).support == "a document and reports of it, each for all or part of it"


def test_two_reports_of_a_document_that_is_cited_confirm_nothing_together() -> None:
    """They are not independent of each other, whatever the document itself is to the fact; nor are groups counted."""
    act = {"source": "act", "locator": "s. 1", "role": "discusses"}
    post = {"source": "post", "locator": "p. 1"}
    sources = {
        "gazette": make(Source, reports=["act"]),
        "post": make(Source, reports=["act"], independence_group="post"),
        "herald": make(Source, interest="advocacy", independence_group="herald"),
        "act": make(Source, kind="statute", independence_group="parliament"),
    }
    queries = queries_of(
        sources=sources, events={"lit": make(Event, citations=(act, _GAZETTE, post, _HERALD | {"role": "supports"}))}
    )
    assert evidence("lit", queries).support == "reported by two sources, and by one advocacy group"
    assert support("lit", queries).total == 1


def test_each_place_tells_how_it_was_read() -> None:
    """Of one document that was read in copies, a place known only in summary says so; the best place counts."""
    act = make(Source, kind="statute", independence_group="parliament", access="reproduced")
    copy = {"source": "act-text", "locator": "s. 1"}
    summary = copy | {"locator": "s. 9", "access": "summarised"}
    shown = {
        told: evidence(
            "lamp-lit", queries_of(sources={"act-text": act}, events={"lamp-lit": make(Event, citations=cited)})
        )
        for told, cited in {"both": (copy, summary), "summary": (summary,)}.items()
    }
    assert [one.access for one in shown["both"].passages] == ["read in a copy or excerpt", "known only in summary"]
    assert shown["both"].support == "in a copy or excerpt of the document"
    assert shown["summary"].support == "in a document known only in summary"


@pytest.mark.parametrize("kind", ["statute", "news report"])
def test_what_a_mark_opens_says_once_how_its_source_is_known(kind: str) -> None:
    """It stands at the one place; what supports a fact is told where no place, or each of several, says so."""
    unread = {"gazette": make(Source, kind=kind, access="summarised", independence_group="gull")}
    discussed = {**_GAZETTE, "locator": "p2", "role": "discusses", "access": "read"}
    for places in ((_GAZETTE,), (_GAZETTE, discussed)):
        queries = queries_of(sources=unread, events={"lamp-lit": make(Event, citations=places)})
        shown = LexborHTMLParser(unwrap(Macros(queries, lambda: "index.html").cite("lamp-lit"))).css_first(".x-popover")
        assert shown
        assert shown.text().count("known only in summary") == 1
        assert "the text itself was not read" not in shown.text()
    queries = queries_of(sources={"gazette": make(Source)}, events={"lamp-lit": make(Event, citations=(_GAZETTE,))})
    assert ">One source.<" in unwrap(Macros(queries, lambda: "index.html").cite("lamp-lit"))


def test_evidence_says_how_sure_we_are() -> None:
    """Evidence tells how the fact and its date are known, and invents no reviewer."""
    basis = {"kind": "inferred", "how": "the stamp"}
    found = _evidence_of(_GAZETTE, access="unconfirmed", basis=basis, note="Mind this.")
    assert found.access == "not confirmed by any page that was read"
    assert _evidence_of(_GAZETTE, access="summarised").access == "", "the only place that is cited was read itself"
    assert _evidence_of(_GAZETTE | {"role": "searched"}, access="reproduced").access == "", "each place says how"
    assert found.date_basis == "inferred: the stamp"
    assert (found.reviewed, found.note) == ("", "Mind this.")


def test_a_citation_to_copy_names_what_supports_the_fact_in_all_its_words() -> None:
    """What leaves the site keeps the limit of a later sentence, and names no source that disputes the fact."""
    queries = queries_of(
        sources={"gazette": make(Source), "herald": make(Source, publisher="Herald", independence_group="herald")},
        statements={"told": make(Statement, text="Lights the lamp.\nBut not at noon.", citations=(_GAZETTE, _HERALD))},
    )
    cited = evidence("told", queries).actions.citation
    assert cited.startswith("Gull Gazette: Lights the lamp. But not at noon. Source: Gull Gazette. In: ")
    sources = {"act": make(Source, publisher="Council", kind="statute", access="summarised")}
    from_act = make(Statement, citations=({**_GAZETTE, "source": "act"},), attributed_to={"source": "act"})
    of_unread = queries_of(sources=sources, statements={"told": from_act})
    assert "Source: Council (known only in summary)." in evidence("told", of_unread).actions.citation
    in_vain = _evidence_of(_GAZETTE | {"role": "searched"}).actions.citation
    assert "Source: Gull Gazette (searched, nothing found). In: " in in_vain


def test_a_gap_has_no_support() -> None:
    """That there is no number stands in no table of its series."""
    gap = {"id": "lamps-none", "period": "1902", "status": "gap", "note": "Not gathered."}
    found = evidence("lamps-none", queries_of(series={"lamps": make(Series, observations=(gap,))}))
    assert (found.support, found.passages) == ("no source, as there is no number", ())


def test_a_series_that_cites_nothing_has_the_support_of_its_numbers() -> None:
    """Its words are those of its numbers, its count that of the number that fewest sources confirm."""
    herald = _GAZETTE | {"source": "herald"}
    counted = [{"id": "lamps-1901", "period": "1901", "value": 5, "citations": [_GAZETTE, herald]}]
    counted += [{"id": "lamps-1902", "period": "1902", "value": 6, "citations": [_GAZETTE]}]
    counted += [{"id": "lamps-1903", "period": "1903", "status": "gap", "note": "Not gathered."}]
    sources = {"gazette": make(Source), "herald": make(Source, independence_group="herald")}
    queries = queries_of(sources=sources, series={"lamps": make(Series, citations=(), observations=tuple(counted))})
    assert in_words("lamps", queries) == "two independent sources; one source"
    assert support("lamps", queries) == support("lamps-1902", queries)


def test_evidence_names_the_reviewer() -> None:
    """A review that took place shows who made it and when."""
    assert _evidence_of(_GAZETTE, reviewed={"by": "B. Lee", "on": "1901-06-02"}).reviewed == (
        "reviewed by B. Lee on 2 June 1901"
    )


def test_evidence_says_whether_the_words_were_verified() -> None:
    """A quote is verified against a text, or not yet, or its source has no text and says why."""
    text = {"file": "gazette.txt", "sha256": "a1b2c3d4" * 8, "lines": {"headline": 1, "paragraphs": (3,)}}
    source = with_text(text=text)
    event = make(Event)
    (citation,) = event.citations
    assert source.text
    quotes = ({"locator": "p1", "exact": "was lit", "proof": citation.proof(source.text.place("p1"))},)
    checked = {"gazette": make(Verification, text=source.text.sha256, quotes=quotes)}

    def said(**kinds: Any) -> str:
        return evidence("lamp-lit", queries_of(events={"lamp-lit": event}, **kinds)).passages[0].verification

    assert said() == "not verified against a text: It was read on paper"
    assert said(sources={"gazette": source}) == "not verified yet"
    assert said(sources={"gazette": source}, verified=checked) == "✓ verified word for word"


def test_evidence_tells_what_was_corrected() -> None:
    """A fact that was corrected shows what it said, what it says and why, the newest change first."""
    made = {name: make(Correction, date=date) for name, date in (("old", "1901-06-01"), ("new", "1902-01"))}
    queries = queries_of(events={"lamp-lit": make(Event), "other": make(Event)}, corrections=made)
    newest, oldest = evidence("lamp-lit", queries).history
    assert newest == "correction of January 1902: was “Anne”, now “Ann”. The gazette writes it so."
    assert "1 June 1901" in oldest
    assert evidence("other", queries).history == ()


def test_a_number_has_the_history_of_its_series() -> None:
    """What was corrected in a series, such as its unit, is told with each of its numbers."""
    queries = queries_of(series={"lamps": make(Series)}, corrections={"slip": make(Correction, entity="lamps")})
    (told,) = evidence("lamps-now", queries).history
    assert "was “Anne”, now “Ann”" in told


def test_a_link_leads_to_the_quoted_words() -> None:
    """The link to a source scrolls to its words; marks that the address needs for itself are encoded."""
    quote = {"exact": "was lit, & on", "prefix": "lamp", "suffix": "re-lit"}
    source = make(Source, link={"url": "https://gazette.example/lamp", "opened": True})
    event = make(Event, citations=({"source": "gazette", "locator": "p1", "quote": quote},))
    (passage,) = evidence("lamp-lit", queries_of(sources={"gazette": source}, events={"lamp-lit": event})).passages
    assert passage.original == "https://gazette.example/lamp#:~:text=lamp-,was%20lit%2C%20%26%20on,-re%2Dlit"
    source = make(Source, link={"url": "https://gazette.example/lamp.pdf#page=4", "opened": True})
    (passage,) = evidence("lamp-lit", queries_of(sources={"gazette": source}, events={"lamp-lit": event})).passages
    assert passage.original.startswith("https://gazette.example/lamp.pdf#page=4:~:text=lamp-,")


def test_a_source_without_an_address_has_no_link() -> None:
    """Nothing is linked where no address is recorded."""
    (passage,) = _evidence_of(_GAZETTE).passages
    assert passage.original == ""


@pytest.mark.parametrize(
    ("operation", "value", "shown"),
    [
        ("sum", "6", "4 + 2"),
        ("difference", "2", "4 − 2"),
        ("share", "200", "4 as a percentage of 2"),
        ("change", "-50", "change from 4 to 2 in percent"),
        ("before change", "3.9", "4 before a change of 2"),
    ],
)
def test_a_computed_number_shows_its_formula(operation: str, value: str, shown: str) -> None:
    """A reader can recompute a derived number."""
    numbers = [{"id": name, "period": "1901", "value": count} for name, count in (("a-one", 4), ("b-two", 2))]
    formula = {"operation": operation, "of": ["a-one", "b-two"]}
    derived = {"id": "c-all", "period": "1901", "value": value, "formula": formula}
    queries = queries_of(series={"lamps": make(Series, observations=(*numbers, derived))})
    assert evidence("c-all", queries).formula == shown
    assert evidence("a-one", queries).formula == ""


def test_a_citation_mark_names_every_record() -> None:
    """A mark in a sentence opens the evidence of each fact it rests on, in the order given."""
    queries = queries_of(events={"lamp-lit": make(Event)}, series={"lamps": make(Series)})
    shown = cite_mark(("lamps-now", "lamp-lit"), queries)
    assert [(one.name, one.actions.href) for one in shown.facts] == [
        ("5 lamps (1901)", "numbers/lamps.html#lamps-now"),
        ("The lamp is lit", "index.html#lamp-lit"),
    ]
    assert shown.label == "Evidence for “5 lamps (1901)” and “The lamp is lit”: each with its own support"
    assert shown.beside == "Gull Gazette"


def test_beside_a_sentence_stands_what_supports_it() -> None:
    """Beside a sentence stand the sources that support it, with the words of the first; without any, all it cites."""
    assert cite_mark(["lamp-lit"], _lamp_lit(_HERALD, _GAZETTE)).beside == "Gull Gazette: “was lit”"
    assert cite_mark(["lamp-lit"], _lamp_lit(_HERALD)).beside == "Herald (disputes it): “so bright”"


@pytest.mark.parametrize(
    ("locator", "host"),
    [
        ("8 U.S.C. § 1325", "first"),
        ("8 U.S.C. § 1325(a)(1)", "first"),
        ("8 U.S.C. § 1325 note", "first"),
        ("8 U.S.C. § 1325a", ""),
        ("8 U.S.C. § 132", ""),
        ("8 U.S.C. § 1326(b)", "second"),
        ("p1", ""),
    ],
)
def test_a_section_is_read_in_the_copy_of_it(locator: str, host: str) -> None:
    """Of several copies, the one of the cited section is opened; where none is known to hold the place, none is."""
    labels = {"first": "8 U.S.C. § 1325", "second": "8 U.S.C. § 1326", "third": None}
    copies = [{"url": f"https://{name}.example", "opened": True, "label": label} for name, label in labels.items()]
    code = make(Source, link=None, copies=copies)
    found = code.address_at(locator)
    assert (found.host if found else "") == (f"{host}.example" if host else "")
    one = make(Source, link=None, copies=copies[2:]).address_at(locator)
    assert one, "the only copy holds every place"
    own = {"url": "https://own.example", "opened": False}
    assert make(Source, link=own, copies=copies).address_at(locator) == Link.model_validate(own)


def test_a_passage_in_a_copy_leads_there() -> None:
    """What a mark opens scrolls to the quote in the only copy, and tells whether that copy was opened."""
    copies = [{"url": "https://copy.example/lamp", "opened": False, "label": "A copy"}]
    cited = make(Citation, quote={"exact": "The lamp"})
    queries = queries_of(sources={"gazette": make(Source, link=None, copies=copies)})
    found = passage("gazette", cited, queries)
    assert found.original == "https://copy.example/lamp#:~:text=The%20lamp"
    assert found.address == queries.dataset.sources["gazette"].copies[0]
