"""Citations of pages and facts, as reference managers read them, with the original sources beside them."""

import json
from functools import cache

import bibtexparser
import pytest
import rispy
from bibtexparser.middlewares import SeparateCoAuthors, SplitNameParts

from macros import language
from macros.exports import cite, managers, references
from macros.load import load
from macros.load.docs import read_docs
from macros.model import Docs, Event, PageSource, Source, Statement, Statute, Topic
from macros.queries import Queries
from macros.views import words
from tests.factories import GOOD_TOPIC, make, queries_of

FACT = "lamp-cost-total"


@cache
def _files() -> dict[str, str]:
    found = cite.files(Queries(load(GOOD_TOPIC)), read_docs(GOOD_TOPIC))
    return {name.removeprefix("cite/"): content.decode() for name, content in found}


def _item(**changes: object) -> references.Item:
    source = {"title": "The lamp is lit", "authors": ("Ann Reed",), "issued": "1901-05-01", "basis": {"kind": "stated"}}
    queries = queries_of(sources={"gazette": make(Source, **source | changes)})
    return references.source("gazette", queries)


def test_facts_have_a_text_and_pages_every_form() -> None:
    """A number has its citation as text; a page, a chart and all together have the other forms too."""
    assert f"{FACT}.txt" in _files()
    assert f"{FACT}.bib" not in _files()
    forms = {f"{name}.{form}" for name in ("page-index", "lamp-cost-chart", "gazette") for form in ("txt", "bib")}
    assert forms | {f"{name}.{form}" for name in ("all", "sources") for form in ("bib", "ris", "json")} <= set(_files())


def test_the_sources_are_there_alone() -> None:
    """For a bibliography, the original sources are there without the pages and facts of the site."""
    titles = {item["title"] for item in json.loads(_files()["sources.json"])}
    assert titles == {"The lamp is lit", "The Lights Act", "Lights Act"}
    assert {entry["type_of_reference"] for entry in rispy.loads(_files()["sources.ris"])} == {"NEWS", "STAT"}


def test_a_law_is_cited_as_lawyers_do() -> None:
    """The page of a law has an entry of the law itself, with the year of the edition that was read, and its day.

    That is the document that bears out most of it, such as its elements; not a later one that tells what changed.
    """
    of_code = {"kind": "statute", "basis": {"kind": "stated"}}
    issued = {"code": "1899-09", "code-now": "1910-07-18"}
    sources = {name: make(Source, **of_code, issued=day) for name, day in issued.items()}
    sources |= {"undated": make(Source, kind="statute"), "gazette": make(Source)}
    told = [{"source": name, "locator": "§ 107"} for name in ("code-now", "gazette")]
    elements = [{"text": f"Part {n}.", "citations": [{"source": "code", "locator": f"§ {n}"}]} for n in (1, 2)]
    law = {"citation": "17 U.S.C. § 107", "as_of": "1901-05-01", "citations": told}
    undated = [{"source": "undated", "locator": "§ 107"}]
    laws = {
        "usc-107": make(Statute, **law, elements=elements),
        "cfr": make(Statute, **law | {"citations": undated}),
        "told": make(Statute, **law | {"citations": told[1:]}),
    }
    queries = queries_of(statutes=laws, sources=sources)
    found = {one.id: one.items[1] for one in references.cited(queries, Docs({}, {}, ())) if one.id in laws}
    assert {cite.styled(found["usc-107"], style) for style in cite.STYLES} == {"17 U.S.C. § 107 (1899)."}
    assert {one["note"] for one in found.values()} == {"as in force on 1 May 1901"}
    assert [cite.styled(found[name], "Bluebook") for name in ("cfr", "told")] == ["17 U.S.C. § 107."] * 2


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        ("Bluebook", "Office of Lamps, On Lamps (May 1, 1901)."),
        ("APA", "Office of Lamps. (1901, May 1). On Lamps."),
        ("Chicago", "Office of Lamps. “On Lamps.” May 1, 1901."),
    ],
)
def test_a_memorandum_has_its_day_and_names_its_office_once(style: str, expected: str) -> None:
    """What is dated to a day is cited with it, whatever its kind, and a publisher that is the author stands once."""
    item = _item(kind="government document", title="On Lamps", publisher="Office of Lamps", authors=())
    assert cite.styled(item | {"note": ""}, style) == expected


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        ("Bluebook", "https://gull.example/a (last visited June 1, 1901)."),
        ("APA", "(n.d.). The lamp is lit. Gull Gazette. Retrieved June 1, 1901, from https://gull.example/a"),
        ("Chicago", "Accessed June 1, 1901. https://gull.example/a."),
    ],
)
def test_what_has_no_date_has_the_day_on_which_it_was_opened(style: str, expected: str) -> None:
    """A page without a date of issue is cited as it was on a day; one that nobody opened has no such day."""
    undated = {"issued": None, "basis": None, "accessed": "1901-06-01"}
    link = {"url": "https://gull.example/a", "opened": True}
    assert cite.styled(_item(**undated, link=link), style).endswith(expected)
    assert "June" not in cite.styled(_item(**undated, link=link | {"opened": False}), style)


def test_the_front_page_is_named_once() -> None:
    """Without editors the site is the author of its pages, but not of itself."""
    entry = references.own("page-index", "", "index.html", queries_of())
    assert "author" not in entry
    assert [cite.styled(entry, style).count("The lamp") for style in cite.STYLES] == [1, 1, 1]
    assert "author" not in managers.bibtex(entry)
    assert "AU  -" not in managers.ris(entry)
    assert references.own("page-law", "Law", "law.html", queries_of())["author"] == [{"literal": "The lamp"}]


def test_a_source_of_several_copies_leads_to_the_page_that_lists_them() -> None:
    """Without an address of its own, or a copy that is known to hold the place, it is still found by a reader."""
    copies = [{"url": f"https://{name[-1]}.example", "opened": True, "label": name} for name in ("s. 1", "s. 2")]
    sources = {"act": make(Source, link=None, copies=copies)}
    citations = [{"source": "act", "locator": locator} for locator in ("s. 1(a)", "s. 1(b)")]
    events = {
        "one": make(Event, citations=citations),
        "all": make(Event, citations=[*citations, {**citations[0], "locator": "s. 2"}]),
    }
    topic = make(Topic, site_url="https://lamp.example/")
    for queries in (
        queries_of(sources=sources, events=events),
        queries_of(topic=topic, sources=sources, events=events),
    ):
        found = {one.id: one.items[1] for one in references.cited(queries, Docs({}, {}, ())) if one.id in events}
        address = queries.dataset.topic.address("sources/act.html")
        assert found["one"]["URL"] == "https://1.example"
        assert found["one"]["note"] == "at s. 1(a) and s. 1(b)"
        assert found["all"].get("URL", "") == address
        assert found["all"]["note"].endswith(f"; copies: {address or 'sources/act.html'}")


def test_a_provenance_is_for_readers_and_no_part_of_a_name() -> None:
    """Readers see how a publisher came by a report beside its name; a citation names the publisher alone."""
    changes = {"publisher": "Gull Gazette", "provenance": "reprinting the Herald"}
    queries = queries_of(sources={"gazette": make(Source, **changes)})
    assert words.name("gazette", queries).startswith("Gull Gazette, reprinting the Herald")
    assert "reprinting" not in str(_item(**changes))


def test_a_page_that_rests_on_many_sources_says_so() -> None:
    """A hand-written page that shows no document has no list of its sources, but tells where they are named."""
    said = "In this site: facts.html; rests on many sources, each named beside its fact"
    (entry,) = json.loads(_files()["page-facts.json"])
    assert entry["note"] == said
    assert _files()["page-facts.txt"].splitlines()[1] == said


def test_a_page_that_shows_no_fact_rests_on_no_source() -> None:
    """A page about the site itself, or about its files, promises no sources."""
    told = {
        "rules.md": '# Rules\n\n{{ fields("event") }} {% raw %}{{ number("id") }}{% endraw %}',
        "facts.md": '# Facts\n\n{{ date("lit") }}',
    }
    docs = Docs({path: PageSource(text=text) for path, text in told.items()}, {}, ())
    notes = {one.id: one.items[0]["note"] for one in references.cited(queries_of(events={"lit": make(Event)}), docs)}
    assert notes["page-rules"] == "In this site: rules.html"
    assert notes["page-facts"].endswith("; rests on many sources, each named beside its fact")


def test_a_fact_is_cited_with_its_source() -> None:
    """Each style has a line for the site's own entry and one for the source, and the place in the site."""
    text = _files()[f"{FACT}.txt"]
    assert text.startswith("More than 500 pounds (1901): ")
    assert f"In this site: numbers/lamp-cost.html#{FACT}" in text
    for style in cite.STYLES:
        own, source = text.split(f"{style}\n")[1].split("\n")[:2]
        assert "ore than 500 pounds" in own
        assert "The lamp is lit" in source


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        ("Bluebook", "Ann Reed, The lamp is lit, Gull Gazette (May 1, 1901), https://gull.example/a."),
        ("APA", "Ann Reed. (1901, May 1). The lamp is lit. Gull Gazette. https://gull.example/a"),
        ("Chicago", "Ann Reed. “The lamp is lit.” Gull Gazette, May 1, 1901. https://gull.example/a."),
    ],
)
def test_a_report_in_each_style(style: str, expected: str) -> None:
    """A report of a newspaper is cited as the styles have it, under its own capitals."""
    assert cite.styled(_item(link={"url": "https://gull.example/a", "opened": True}), style) == expected


PERSON = {"given": "Ann B.", "family": "Reed"}
BODY = "Keepers and Sons, Gull"


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        ("Bluebook", "Ann B. Reed, Mary-Lou de la Rosa & Keepers and Sons, Gull, The lamp is lit,"),
        ("APA", "Reed, A. B., de la Rosa, M.-L., & Keepers and Sons, Gull. (1901, May 1)."),
        ("Chicago", "Reed, Ann B., Mary-Lou de la Rosa, and Keepers and Sons, Gull. “The lamp is lit.”"),
    ],
)
def test_a_person_is_named_as_the_style_has_it(style: str, expected: str) -> None:
    """A person is sorted and shortened by the style; a body keeps its name."""
    authors = [PERSON, {"given": "Mary-Lou", "family": "de la Rosa"}, BODY]
    assert cite.styled(_item(authors=authors), style).startswith(expected)


@pytest.mark.parametrize("given", ["李", "محمد", "ann", "Jean-luc", "Ann de"])
def test_a_name_without_capitals_stays_whole(given: str) -> None:
    """The processor makes no initials of it, and its direction stays its own."""
    found = cite.styled(_item(authors=[{"given": given, "family": "Reed"}]), "APA")
    assert language.for_programs(found).startswith(f"{given} Reed. (1901, May 1).")


def test_programs_know_a_person_from_a_body() -> None:
    """Family names are apart in CSL-JSON, BibTeX and RIS, and what divides names divides none."""
    item = _item(authors=[PERSON, {"given": "Ed", "family": "Rand and Co, Jr."}, BODY])
    assert item["author"][0] == {"family": "Reed", "given": "Ann B."}
    assert item["author"][2] == {"literal": BODY}
    layers = [SeparateCoAuthors(), SplitNameParts()]
    (entry,) = bibtexparser.parse_string(managers.bibtex(item), append_middleware=layers).entries
    assert [(" ".join(one.last), " ".join(one.first)) for one in entry["author"]] == [
        ("Reed", "Ann B."),
        ("{Rand and Co, Jr.}", "Ed"),
        (f"{{{BODY}}}", ""),
    ]
    (read,) = rispy.loads(managers.ris(item))
    assert read["authors"][0] == "Reed, Ann B."


def test_a_title_ends_with_one_mark() -> None:
    """A question mark takes no full stop after it, and a date that is not known is none."""
    item = _item(title="Who lit the lamp?", issued=None, basis=None, authors=())
    assert "lamp?”" in cite.styled(item, "Chicago")
    assert "?." not in cite.styled(item, "APA")
    assert "issued" not in item


@pytest.mark.parametrize(
    ("issued", "words"),
    [
        ("186X", "1860s"),
        ("18XX", "19th century"),
        ("2018-21", "spring 2018"),
        ("1901~", "about 1901"),
        ("../1901-05", "by May 1901"),
        ("[1901-05-01..1901-05-02]", "1 or 2 May 1901"),
        ("-0043-03-15", "15 March 44 BCE"),
        ("0000", "1 BCE"),
    ],
)
def test_a_date_that_is_no_single_day_is_cited_in_words(issued: str, words: str) -> None:
    """No form of a citation makes one year or day of it, and none counts years before our era otherwise."""
    item = _item(issued=issued)
    assert item["issued"] == {"literal": words}
    assert f"({words})" in cite.styled(item, "APA")
    assert bibtexparser.parse_string(managers.bibtex(item)).entries[0]["year"] == words
    assert f"DA  - ///{words}\n" in managers.ris(item)


def test_a_citation_keeps_the_signs_of_titles_and_addresses() -> None:
    """Three dots stay three, a comma stays before a bracket, and an address leads to where it led."""
    address = "https://gull.example/a/../b?.c"
    for style in cite.STYLES:
        shown = cite.styled(_item(title="Lamps, (old) and then...", link={"url": address, "opened": True}), style)
        assert "Lamps, (old) and then..." in shown
        assert "...." not in shown
        assert address in shown
        assert ", (" not in shown.replace("Lamps, (", "")


def test_bibtex_and_ris_are_read_by_others() -> None:
    """The parsers find every entry, with its title, its day and its address."""
    items = {item["id"]: item for item in json.loads(_files()["all.json"])}
    library = bibtexparser.parse_string(_files()["all.bib"])
    assert library.failed_blocks == []
    assert {entry.key: entry["title"] for entry in library.entries}.keys() == items.keys()
    entries = rispy.loads(_files()["all.ris"])
    assert {entry["id"]: entry["title"] for entry in entries} == {name: item["title"] for name, item in items.items()}


@pytest.mark.parametrize(
    ("kind", "entry", "field"),
    [
        ("news report", "article", "journal"),
        ("press release", "online", "organization"),
        ("government document", "techreport", "institution"),
        ("treaty", "legislation", "organization"),
        ("judgment", "jurisdiction", "organization"),
        ("dataset", "online", "organization"),  # Zotero drops entries of the type "dataset"
        ("book", "book", "publisher"),
    ],
)
def test_each_kind_of_source_has_its_entry(kind: str, entry: str, field: str) -> None:
    """Reference managers know a report of a newspaper from a law; what has no entry of its own is a page on the web."""
    item = _item(kind=kind, publisher="Gull Island, Office of Lamps", authors=())
    (found,) = bibtexparser.parse_string(managers.bibtex(item)).entries
    assert (found.entry_type, found[field]) == (entry, "Gull Island, Office of Lamps")
    (read,) = rispy.loads(managers.ris(item))
    assert read.get("secondary_title" if field == "journal" else "publisher") == "Gull Island, Office of Lamps"
    unsigned = kind in {"news report", "judgment"}  # with a comma, Zotero makes the office a first name
    assert read.get("authors") == (None if unsigned else ["Gull Island – Office of Lamps"])


def test_an_institution_is_the_author_of_what_names_no_other() -> None:
    """What has no author has its publisher for one, in RIS as in BibTeX."""
    item = _item(kind="statute", publisher="Gull Gazette", authors=())
    (read,) = rispy.loads(managers.ris(item))
    assert read["authors"] == ["Gull Gazette"]
    assert "author = {{Gull Gazette}}" in managers.bibtex(item)


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        ("Bluebook", "The lamp is lit, Gull Gazette (May 1, 1901)."),
        ("APA", "The lamp is lit. (1901, May 1). Gull Gazette."),
        ("Chicago", "Gull Gazette. “The lamp is lit.” May 1, 1901."),
    ],
)
def test_unsigned_news_begins_as_the_style_has_it(style: str, expected: str) -> None:
    """Where nobody is named, the title comes first, but in Chicago the paper; programs have no author either."""
    item = _item(publisher="Gull Gazette", authors=())
    assert cite.styled(item, style).startswith(expected)
    assert "author" not in item
    assert "author" not in managers.bibtex(item)


@pytest.mark.parametrize(
    ("kind", "citation", "expected"),
    [
        ("judgment", "Reed v. Gull, 12 U.S. 110", "Reed v. Gull, 12 U.S. 110 (1901)."),
        ("judgment", "Reed v. Gull, 12 F. Supp. 3d 110 (D. Gull)", "Reed v. Gull, 12 F. Supp. 3d 110 (D. Gull 1901)."),
        ("judgment", "Reed v. Gull, No. 3:01-cv-7 (D. Gull)", "Reed v. Gull, No. 3:01-cv-7 (D. Gull May 1, 1901)."),
        ("judgment", "Reed v. Gull (D. Gull)", "Reed v. Gull (D. Gull May 1, 1901)."),
        ("judgment", "Reed v Gull [1901] GUSC 4", "Reed v Gull [1901] GUSC 4."),
        ("government document", "Exec. Order No. 1,376, 8 Fed. Reg. 79", None),
        ("government document", "Exec. Order No. 1,376", None),
        ("government document", "8 C.F.R. § 287.7(a)", "8 C.F.R. § 287.7(a) (1901)."),
        ("statute", "Pub. L. No. 11-21", "Pub. L. No. 11-21 (1901)."),
        ("statute", "Lights Act 1901 s 4", "Lights Act 1901 s 4."),
        ("statute", "42 U.S.C. § 1901", "42 U.S.C. § 1901 (1901)."),
    ],
)
def test_a_legal_authority_is_cited_as_lawyers_do(kind: str, citation: str, expected: str | None) -> None:
    """All three styles have the form of the Bluebook: with the day where no reporter has the year; APA has the address.

    The court is in brackets with the date, and a year that is in the citation is not repeated.
    """
    item = _item(kind=kind, citation=citation, link={"url": "https://gull.example/a", "opened": True})
    expected = expected or f"{citation} (May 1, 1901)."
    found = {style: cite.styled(item, style) for style in cite.STYLES}
    assert found == {"Bluebook": expected, "APA": f"{expected} https://gull.example/a", "Chicago": expected}
    assert item["type"] == ("legal_case" if kind == "judgment" else "legislation")


def test_programs_have_where_a_legal_authority_is_printed() -> None:
    """Number, volume, reporter and page are apart in every form; the court of a judgment is no author of it."""
    order = _item(kind="government document", citation="Exec. Order No. 13,767, 82 Fed. Reg. 8793")
    case = _item(kind="judgment", citation="Reed v. Gull, 12 F. Supp. 3d 110 (D. Gull)", publisher="Court", authors=())
    entry, of_case = (bibtexparser.parse_string(managers.bibtex(one)).entries[0] for one in (order, case))
    assert [entry[name] for name in ("number", "volume", "journal", "pages")] == ["13,767", "82", "Fed. Reg.", "8793"]
    assert [of_case[name] for name in ("volume", "journal", "pages", "organization")] == [
        "12",
        "F. Supp. 3d",
        "110",
        "Court",
    ]
    (read,) = rispy.loads(managers.ris(order))
    assert (read["volume"], read["secondary_title"], read["start_page"]) == ("82", "Fed. Reg.", "8793")
    assert (case["authority"], "author" in case) == ("Court", False)


def test_a_law_is_cited_as_the_document_that_is_it() -> None:
    """The page of an order has the citation and the day of the order; a part of a law keeps a citation of its own."""
    document = {"kind": "government document", "issued": "1901-05-01", "basis": {"kind": "stated"}}
    sources = {
        "order-text": make(Source, **document, citation="Exec. Order No. 13,767, 82 Fed. Reg. 8793"),
        "act-text": make(Source, **document, citation="Lights Act 1900"),
        "rules": make(Source, **document, citation="Const. 1900"),
    }
    laws = {
        "order": make(Statute, citation="Executive Order 13767", citations=[{"source": "order-text", "locator": "p1"}]),
        "act": make(Statute, citation="Lights Act 1900 s 4", citations=[{"source": "act-text", "locator": "p1"}]),
        "part": make(Statute, citation="Const., First Rule", citations=[{"source": "rules", "locator": "p1"}]),
    }
    queries = queries_of(statutes=laws, sources=sources)
    found = {
        one.id: cite.styled(one.items[1], "APA")
        for one in references.cited(queries, Docs({}, {}, ()))
        if one.id in laws
    }
    assert found == {
        "order": "Exec. Order No. 13,767, 82 Fed. Reg. 8793 (May 1, 1901).",
        "act": "Lights Act 1900 s 4 (1901).",
        "part": "Const., First Rule (1901).",
    }
    (whole,) = (one for one in references.cited(queries, Docs({}, {}, ())) if one.id == "order")
    assert [item["id"] for item in whole.items] == ["order", "law-order"]


def test_a_day_is_there_for_every_program() -> None:
    """Styles of BibTeX read year and month, BibLaTeX the day; Zotero puts what comes last first, so the day is last."""
    item = _item(link={"url": "https://gull.example/a", "opened": True}, accessed="1901-06-01")
    found = bibtexparser.parse_string(managers.bibtex(item)).entries[0]
    assert [found[name] for name in ("year", "month", "date", "urldate")] == ["1901", "may", "1901-05-01", "1901-06-01"]
    names = [field.key for field in found.fields]
    assert names.index("date") > names.index("month")
    (entry,) = rispy.loads(managers.ris(item))
    assert (entry["date"], entry["access_date"]) == ("1901/05/01", "1901/06/01")


def test_signs_of_bibtex_stay_signs() -> None:
    """What BibTeX would take for a command or a comment is escaped, and braces cannot end a field."""
    item = _item(title="50 % of A & B_c} \\input", publisher="R&D")
    library = bibtexparser.parse_string(managers.bibtex(item))
    assert library.failed_blocks == []
    assert library.entries[0]["title"] == r"{50 \% of A \& B\_c\textbraceright{} \textbackslash{}input}"
    (entry,) = rispy.loads(managers.ris(_item(title="TY  - Book ER  -")))
    assert entry["title"] == "TY - Book ER -"


def test_a_note_is_text_and_an_address_is_none() -> None:
    """A place in the site, or another address, is escaped in a note of BibTeX; a program reads the field for it."""
    item = references.own("lamp-lit", "Lit", "the_law.html#lamp-lit", queries_of())
    assert r"note = {In this site: the\_law.html\#lamp-lit}" in managers.bibtex(item)
    topic, pin = make(Topic, site_url="https://lamp.example/r_d/"), references.Pin("one", "1 May 1901", frozenset())
    item = references.own("lamp-lit", "Lit", "timeline.html#lamp-lit", queries_of(topic=topic), pin)
    (entry,) = bibtexparser.parse_string(managers.bibtex(item)).entries
    assert entry["url"] == item["URL"]
    assert "/r_d/" in item["URL"]
    assert entry["note"].endswith(r"today: https://lamp.example/r\_d/timeline.html\#lamp-lit")


def test_a_published_site_gives_its_address_and_editors() -> None:
    """With an address and editors in the topic, the citation has both."""
    topic = make(Topic, site_url="https://lamp.example/", editors=({"given": "Bo", "family": "Lind"},))
    item = references.own(
        "lamp-lit", "Lit", "timeline.html#lamp-lit", queries_of(topic=topic, events={"lamp-lit": make(Event)})
    )
    assert item["URL"] == "https://lamp.example/timeline.html#lamp-lit"
    assert cite.styled(item, "APA") == (
        "Lind, B. (1901, June 1). Lit. The lamp. https://lamp.example/timeline.html#lamp-lit"
    )


def test_a_citation_tells_how_the_source_is_known_and_when_it_was_opened() -> None:
    """What is known only in summary is cited as such; a day stands beside an address only if somebody opened that."""
    closed = {"link": {"url": "https://act.example", "opened": False}, "kind": "statute", "access": "reproduced"}
    copies = [{"url": f"https://{name}.example", "opened": True, "label": name} for name in ("copy", "other")]
    one_copy = closed | {"link": None, "copies": copies[:1]}
    act = make(Source, **one_copy, issued="1901-05", basis={"kind": "inferred", "how": "the stamp"}, title="[Act]")
    cited = {"source": "act", "locator": "p1", "access": "summarised"}
    order = make(Statement, citations=(cited,), attributed_to={"source": "act"})
    in_vain = make(Statement, citations=({**cited, "role": "searched"},), attributed_to={"source": "act"})
    others = {"closed": make(Source, **closed, copies=copies), "parts": make(Source, **one_copy | {"copies": copies})}
    queries = queries_of(sources={"act": act, **others}, statements={"order": order, "in-vain": in_vain})
    found = {one.id: one for one in references.cited(queries, Docs({}, {}, ()))}
    (_, item) = found["order"].items
    how = "at paragraph 1; known only in summary; the text itself was not read; date inferred"
    assert (item["title"], item["URL"], item["note"]) == ("[Act]", "https://copy.example", how)
    assert "accessed" in item
    assert f" [{how}]" in cite.text(found["order"])
    assert found["in-vain"].items[1]["note"] == f"searched, nothing found; {how}"
    assert references.source("act", queries)["note"] == "known from copies or excerpts; date inferred"
    assert references.source("closed", queries)["URL"] == "https://act.example"
    assert "accessed" not in references.source("closed", queries)
    assert "URL" not in references.source("parts", queries), "another part may stand in either copy"
