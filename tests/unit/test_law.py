"""What a reader sees of the law: penalties in words, the glossary, and what each statute is mentioned in."""

from typing import Any

import pytest
from selectolax.lexbor import LexborHTMLParser

from macros.model import Chart, Event, Source, Statement, Statute, Topic
from macros.render.calls import Macros
from macros.render.context import context
from macros.render.jinja import render
from macros.render.tokens import unwrap
from macros.site.pages import pages
from macros.views import charted
from macros.views.facts import fact
from macros.views.law import glossary, law
from macros.views.penalties import penalties, penalty
from macros.views.reading import content
from tests.factories import make, queries_of


def _tier(record_id: str, longest: str, **changes: Any) -> dict[str, Any]:
    return {"id": record_id, "label": "A tier", "max_prison": longest, "min_prison": "none", "grade": "petty"} | changes


@pytest.mark.parametrize(
    ("terms_of_prison", "shown"),
    [
        (("6 months",), "up to 6 months"),
        (("6 months", "2 years"), "from up to 6 months to up to 2 years"),
        (("2 years", "6 months", "10 years"), "from up to 6 months to up to 10 years"),
        (("5 years", "life"), "from up to 5 years to life"),
        (("5 years", "life or death"), "from up to 5 years to life, or the death penalty"),
        (("life",), "life"),
        (("2 years", "+10 years"), "up to 2 years"),
        ((), ""),
    ],
)
def test_the_glossary_sums_up_a_penalty(terms_of_prison: tuple[str, ...], shown: str) -> None:
    """The range of longest terms runs from the lowest tier to the highest, added terms left out."""
    tiers = tuple(_tier(f"tier-{number}", term) for number, term in enumerate(terms_of_prison))
    queries = queries_of(statutes={"lights-act": make(Statute, provisions=tiers)})
    assert law("lights-act", queries).penalty == shown


@pytest.mark.parametrize(
    ("tier", "shown"),
    [
        (_tier("one", "6 months"), "up to 6 months"),
        (_tier("one", "2 years", fixed=True), "2 years"),
        (_tier("one", "life"), "life"),
        (_tier("one", "none"), "no prison term"),
    ],
)
def test_a_penalty_in_a_sentence_leads_to_its_tier(tier: dict[str, Any], shown: str) -> None:
    """The longest prison term in a sentence is a link to the tier of the ladder that it comes from."""
    link = penalty("one", queries_of(statutes={"lights-act": make(Statute, provisions=(tier,))}))
    assert (link.label, link.href) == (shown, "statutes/lights-act.html#one")


def test_a_ladder_says_fixed_and_consecutive() -> None:
    """A tier tells whether its term is exactly that long, and whether it is added to another."""
    tier = _tier("one", "2 years", fixed=True, consecutive=True, fine={"amount": 10, "currency": "GBP"})
    body = next(pages(queries_of(statutes={"lights-act": make(Statute, provisions=(tier,))}))).body
    told = [one.text().strip() for one in LexborHTMLParser(body).css("#one td")]
    assert told[:3] == ["2 years, fixed, consecutive", "none", "£10"]


def test_the_glossary_orders_citations_as_lawyers_do() -> None:
    """Titles and sections are ordered as numbers, offences before regulations."""
    cited = ("18 U.S.C. § 1028A", "8 U.S.C. § 1325", "18 U.S.C. § 111", "8 U.S.C. § 111")
    statutes = {f"law-{number}": make(Statute, citation=citation) for number, citation in enumerate(cited)}
    statutes["a-rule"] = make(Statute, citation="1 C.F.R.", kind="regulation")
    shown = [
        (heading, [one.record.citation for one in laws]) for heading, laws in glossary(queries_of(statutes=statutes))
    ]
    assert shown == [
        ("Criminal offenses", ["8 U.S.C. § 111", "8 U.S.C. § 1325", "18 U.S.C. § 111", "18 U.S.C. § 1028A"]),
        ("Regulations", ["1 C.F.R."]),
    ]


def test_a_law_separates_the_directive_from_reports_of_it() -> None:
    """What the document itself orders stands apart from what the reports say that it orders."""
    memo = {"citations": ({"source": "memo", "locator": "p. 1"},), "kind": "directive", "force": "shall"}
    report = {"kind": "directive", "force": "not read"}
    queries = queries_of(
        sources={"gazette": make(Source), "memo": make(Source, kind="government document")},
        statutes={"lights-act": make(Statute)},
        statements={
            "ordered": make(Statement, statutes=("lights-act",), **memo),
            "reported": make(Statement, statutes=("lights-act",), **report),
            "other": make(Statement),
        },
        events={"lamp-lit": make(Event, statutes=("lights-act",))},
    )
    view = law("lights-act", queries)
    assert [[clause.fact.id for clause in clauses] for _, clauses in view.clauses_by_document] == [["ordered"]]
    assert [(where.href, [one.id for one in said]) for where, said in view.mentions] == [
        ("sources/gazette.html", ["reported"])
    ]
    assert [name for name, _ in view.events] == ["lamp-lit"]


def test_documents_speak_in_their_own_order_and_with_their_own_verb() -> None:
    """The clauses of each document follow its outline, the earliest document first; a speech gives no order."""

    def said(document: str, **changes: Any) -> Statement:
        cited = ({"source": document, "locator": "p. 1"},)
        return make(Statement, statutes=("lights-act",), citations=cited, kind="directive", **changes)

    outline = {"sections": ({"heading": "All", "clauses": ({"statement": "b-first"}, {"statement": "a-second"})},)}
    paper = {"kind": "government document"}
    queries = queries_of(
        sources={
            "gazette": make(Source),
            "order": make(Source, issued="1902", basis={"kind": "stated"}, **paper),
            "memo": make(Source, issued="1901", basis={"kind": "stated"}, outline=outline, **paper),
        },
        statutes={"lights-act": make(Statute)},
        statements={
            "a-second": said("memo", force="shall"),
            "b-first": said("memo", force="should"),
            "spoken": said("order", force="shall", delivery="prepared"),
        },
    )
    shown = law("lights-act", queries).clauses_by_document
    assert [[(clause.fact.id, clause.verb) for clause in clauses] for _, clauses in shown] == [
        [("b-first", "Should"), ("a-second", "Must")],
        [("spoken", "Must")],
    ]
    assert fact("spoken", queries).kind == "speech"
    assert fact("a-second", queries).kind == "directive"


def test_the_card_names_what_is_required_and_the_main_penalties() -> None:
    """Elements stand under their names, those of one name together; only tiers with a short name are in the card."""
    tiers = (
        _tier("one", "6 months", short="First offence", fine={"amount": 10, "currency": "GBP"}),
        _tier("two", "2 years"),
    )
    elements = ({"part": "Who", "text": "A keeper."}, {"text": "A lamp."}, {"text": "A night."})
    queries = queries_of(statutes={"lights-act": make(Statute, provisions=tiers, elements=elements)})
    view = law("lights-act", queries)
    shown = [(name, [one.text for one in members]) for name, members in view.elements]
    assert shown == [("Who", ["A keeper."]), ("It requires", ["A lamp.", "A night."])]
    body = str(next(pages(queries)).body)
    card = body[body.index("x-record") : body.index("</dl>")]
    assert '<dt>First offence</dt><dd><a href="#one">6 months</a>, fine up to £10, petty</dd>' in card
    assert "2 years" not in card


@pytest.mark.parametrize(
    ("fine", "words"),
    [
        ({"note": "unlimited"}, "fine: unlimited"),
        ({"least": 50, "amount": 250, "currency": "EUR"}, "fine: €50 to €250"),
    ],
)
def test_a_fine_without_one_highest_amount_is_told_as_it_is(fine: dict[str, Any], words: str) -> None:
    """“Up to” stands before one amount alone."""
    tiers = (_tier("one", "6 months", short="First offence", fine=fine),)
    body = str(next(pages(queries_of(statutes={"lights-act": make(Statute, provisions=tiers)}))).body)
    assert f'<a href="#one">6 months</a>, {words}, petty</dd>' in body


def test_the_changes_of_a_law_are_dated_lines() -> None:
    """Each change has its date before it; a sentence without one belongs to the change before, if there is one."""
    told = (
        "Nobody looked.\nOn 1 May 1901, the House passed it.\nThe same bill names lamps.\n"
        "In June 1902 a court read it.\nOn May 3, 1903, it lapsed."
    )
    view = law("lights-act", queries_of(statutes={"lights-act": make(Statute, amended=told)}))
    assert view.changes == (
        ("", ("Nobody looked.",)),
        ("1 May 1901", ("The House passed it.", "The same bill names lamps.")),
        ("June 1902", ("A court read it.",)),
        ("May 3, 1903", ("It lapsed.",)),
    )


def test_facts_on_the_page_of_a_law_do_not_name_that_law() -> None:
    """Under a fact stand the other laws that it names, and who speaks is counted before it opens."""
    statutes = {"lights-act": make(Statute), "oil-act": make(Statute, citation="Oil Act")}
    both = make(Statement, statutes=("lights-act", "oil-act"))
    queries = queries_of(statutes=statutes, statements={"both": both, "one": make(Statement, statutes=("lights-act",))})
    body = next(pages(queries)).body
    (laws,) = LexborHTMLParser(body).css("#reports ~ details .x-laws")
    assert laws.text() == "Oil Act"
    assert "2 facts</span></summary>" in body


def test_the_penalties_of_a_law_are_drawn_in_their_table() -> None:
    """Each tier has a bar beside its words, on one scale; a stroke marks a minimum, an arrow what is off the scale."""
    tiers = (
        _tier("one", "6 months"),
        _tier("two", "2 years", min_prison="1 year"),
        _tier("three", "life"),
        _tier("four", "+1 year"),
        _tier("five", "none"),
    )
    queries = queries_of(statutes={"lights-act": make(Statute, provisions=tiers)})
    shown = law("lights-act", queries)
    assert [(tier.bar, tier.stop) for tier in shown.tiers] == [
        (25, None),
        (100, 50),
        (100, None),
        (50, None),
        (None, None),
    ]
    assert [tier.record.max_prison.is_life for tier in shown.tiers] == [False, False, True, False, False]
    assert [tier.record.max_prison.is_added for tier in shown.tiers] == [False, False, False, True, False]
    assert shown.key == (
        "A stroke marks the mandatory minimum.",
        "A bar with an arrow runs off the scale.",
        "A dashed outline is added to another sentence.",
    )
    body = str(next(pages(queries)).body)
    assert body.count('class="x-rung"') == 4
    assert body.index('aria-label="Penalty ladder"') < body.index("<svg") < body.index("A stroke marks")


@pytest.mark.parametrize("tiers", [(), (_tier("one", "none"),), (_tier("one", "+2 years"),)])
def test_a_law_without_a_prison_term_of_its_own_has_no_drawing(tiers: tuple[dict[str, Any], ...]) -> None:
    """Where there is no penalty, only a fine, or only a term added to another, nothing is drawn or compared."""
    queries = queries_of(statutes={"lights-act": make(Statute, provisions=tiers)})
    assert law("lights-act", queries).key == ()
    assert "<svg" not in next(pages(queries)).body
    assert penalties(queries) == ()


@pytest.mark.parametrize(
    ("tiers", "longest", "least", "fine"),
    [
        ((_tier("one", "6 months", fine={"amount": 5000, "currency": "USD"}),), "6 months", "none", "$5,000"),
        ((_tier("one", "2 years"), _tier("two", "6 months")), "6 months to 2 years, by tier", "none", "–"),
        ((_tier("one", "5 years", min_prison="2 years"),), "5 years", "2 years", "–"),
        (
            (_tier("one", "5 years"), _tier("two", "5 years", min_prison="3 years"), _tier("three", "life or death")),
            "5 years to life, or the death penalty, by tier",
            "3 years, in 1 of 3 tiers",
            "–",
        ),
        (
            (_tier("one", "remainder", min_prison="remainder"), _tier("two", "5 years", min_prison="5 years")),
            "5 years",
            "5 years or the rest of the earlier sentence",
            "–",
        ),
        (
            (
                _tier("one", "1 year", fine={"amount": 100_000, "currency": "USD"}),
                _tier("two", "none", fine={"least": 50, "amount": 250, "currency": "USD", "note": "twice at most"}),
            ),
            "1 year",
            "none",
            "$250 to $100,000, by tier",
        ),
        (
            (
                _tier("one", "none", fine={"amount": 100_000, "currency": "USD"}),
                _tier("two", "none", fine={"amount": 250, "currency": "USD"}),
                _tier("three", "none", fine={"note": "twice the gain"}),
            ),
            "no prison term",
            "none",
            "$250 to $100,000, by tier; twice the gain",
        ),
    ],
)
def test_penalties_are_compared_by_law(tiers: tuple[dict[str, Any], ...], longest: str, least: str, fine: str) -> None:
    """A row has the ranges of longest terms and of highest fines, the minimums, and how many tiers have one."""
    (row,) = penalties(queries_of(statutes={"lights-act": make(Statute, provisions=tiers)}))
    assert (row.longest, row.least, row.fine) == (longest, least, fine)
    assert row.law.href == "statutes/lights-act.html#penalties"


def _fined(amount: int, currency: str) -> dict[str, Any]:
    return _tier(f"tier-{amount}", "none", fine={"amount": amount, "currency": currency}, grade=None)


@pytest.mark.parametrize(
    ("tiers", "by_tier", "highest"),
    [
        ((_fined(900, "EUR"), _fined(5000, "EUR")), "€900 to €5,000, by tier", "€5,000"),
        ((_fined(1_500_000, "GBP"), _fined(5000, "GBP")), "£5,000 to £1.5 million, by tier", "£1.5 million"),
        ((_fined(900, "EUR"), _fined(5000, "GBP")), "€900 or £5,000", "€900 or £5,000"),
        ((_tier("one", "none", fine={"note": "unlimited"}),), "unlimited", "unlimited"),
    ],
)
def test_fines_are_compared_as_sums(tiers: tuple[dict[str, Any], ...], by_tier: str, highest: str) -> None:
    """Fines are compared as sums of money, each currency for itself, and a law with fines alone is compared too."""
    queries = queries_of(statutes={"lights-act": make(Statute, provisions=tiers)})
    (row,) = penalties(queries)
    assert (row.longest, row.least, row.fine) == ("no prison term", "none", by_tier)
    ((_, (shown,)),) = glossary(queries)
    assert (shown.penalty, shown.fine) == ("", highest)


@pytest.mark.parametrize(
    ("tiers", "columns"),
    [
        ((_fined(900, "EUR"),), ["Highest fine"]),
        ((_tier("one", "1 year", grade=None),), ["Longest prison term", "Mandatory minimum"]),
        (
            (_tier("one", "1 year", min_prison="1 month"), _fined(900, "EUR")),
            ["Longest prison term", "Mandatory minimum", "Highest fine", "Class"],
        ),
    ],
)
def test_tables_have_the_kinds_of_penalty_that_there_are(tiers: tuple[dict[str, Any], ...], columns: list[str]) -> None:
    """A law that only fines shows no column of prison terms, in its own table and among all laws; nor the other way."""
    queries = queries_of(statutes={"lights-act": make(Statute, provisions=tiers)})
    (page,) = (one for one in pages(queries) if "lights-act" in one.path)
    assert _headings(unwrap(page.markdown)) == ["Tier", *columns]
    html = unwrap(Macros(queries, lambda: "index.html").penalties())
    assert _headings(html) == ["Law", *(one for one in columns if one != "Class")]


def _headings(html: str) -> list[str]:
    return [one.text().strip() for one in LexborHTMLParser(html).css("thead th")]


@pytest.mark.parametrize(
    ("tiers", "told"),
    [
        ((_fined(900, "EUR"),), "Highest fine: €900"),
        ((_tier("one", "1 year"),), "Prison: up to 1 year"),
        ((_tier("one", "1 year"), _fined(900, "EUR")), "Prison: up to 1 year · Highest fine: €900"),
    ],
)
def test_a_law_is_listed_with_each_kind_of_penalty(tiers: tuple[dict[str, Any], ...], told: str) -> None:
    """The list of laws and the card of a law name the highest prison term and the highest fine, if there are such."""
    queries = queries_of(statutes={"lights-act": make(Statute, provisions=tiers)})
    listed = LexborHTMLParser(str(render("glossary", view=glossary(queries), **context(queries, ""))))
    assert [one.text().strip() for one in listed.css("dd .x-meta")] == [told]
    (page,) = (one for one in pages(queries) if "lights-act" in one.path)
    card = LexborHTMLParser(unwrap(page.markdown)).css('dd a[href="#penalties"]')
    assert [one.text() for one in card] == [one.partition(": ")[2] for one in told.split(" · ")]


def test_days_of_prison_are_less_than_months() -> None:
    """Terms in days, weeks, months and years stand in one order."""
    tiers = [_tier(f"tier-{n}", term) for n, term in enumerate(("3 weeks", "10 days", "1 month", "2 weeks"))]
    assert law("lights-act", queries_of(statutes={"lights-act": make(Statute, provisions=tiers)})).penalty == (
        "from up to 10 days to up to 1 month"
    )


def test_laws_of_any_country_have_their_kinds_places_and_names() -> None:
    """Kinds that the topic lists come first, then those of every topic; a law shows where it holds and its names."""
    laws = {
        "convention": make(Statute, citation="Metre Convention", kind="treaty"),
        "lights-act": make(Statute, kind="by-law", jurisdiction="gull", also_cited_as=("c. 7",)),
    }
    topic = make(
        Topic,
        law_kinds=[{"name": "by-law", "heading": "By-laws of the island"}],
        jurisdictions=[{"id": "gull", "label": "Gull Island"}],
    )
    groups = glossary(queries_of(statutes=laws, topic=topic))
    assert [(heading, [one.names for one in laws]) for heading, laws in groups] == [
        ("By-laws of the island", [("Gull Island", "c. 7")]),
        ("Treaties", [()]),
    ]


def test_a_directive_is_known_from_any_law_or_document() -> None:
    """What a treaty orders stands under the documents, what a report says it orders does not."""
    order = {"kind": "directive", "force": "shall", "statutes": ("lights-act",)}
    queries = queries_of(
        sources={"gazette": make(Source), "convention": make(Source, kind="treaty")},
        statutes={"lights-act": make(Statute)},
        statements={
            "own": make(Statement, citations=({"source": "convention", "locator": "art. 1"},), **order),
            "told": make(Statement, **order | {"force": "not read"}),
        },
    )
    clauses_by_document = law("lights-act", queries).clauses_by_document
    assert [clause.fact.id for _, clauses in clauses_by_document for clause in clauses] == ["own"]


@pytest.mark.parametrize("kind", ["statute", "treaty", "judgment"])
def test_a_ladder_rests_on_laws_of_any_kind(kind: str) -> None:
    """The sources of a ladder are its laws, of whatever kind, and no report about them."""
    cited = tuple({"source": name, "locator": "p1"} for name in ("gazette", "own"))
    law = make(Statute, provisions=(_tier("one", "6 months"),), citations=cited)
    queries = queries_of(
        sources={"gazette": make(Source), "own": make(Source, kind=kind, title="The act")}, statutes={"act": law}
    )
    chart = make(Chart, mark="ladder", series=None, statutes=("act",))
    assert content(chart, charted.data(chart, queries), queries).source_ids == ("own",)
