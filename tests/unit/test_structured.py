"""What pages say in the words of schema.org, as a processor of JSON-LD reads it; and pages as plain text."""

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from pyld import jsonld

from macros import language
from macros.exports import plaintext, structured
from macros.load import load
from macros.model import Actor, Correction, Docs, Event, PageSource, Primary, Series, Source, Statement, Statute, Topic
from macros.queries import MANY_STATEMENTS, Queries
from tests.factories import GOOD_TOPIC, dataset, make, queries_of

SCHEMA = "https://schema.org/"
HOMES: dict[tuple[str, ...], str] = {(name,): f"{name}.html" for name in ("timeline", "terms", "people")}


def _nodes(address: str, queries: Queries | None = None) -> list[dict[str, Any]]:
    """Return the nodes of a page, flattened by a processor that is given a vocabulary in place of the network."""
    text = structured.of_page(
        structured.About("", address, "A title", "About it"), queries or Queries(load(GOOD_TOPIC), HOMES)
    )
    document = json.loads(text)
    assert document["@context"] == "https://schema.org"
    document["@context"] = {"@vocab": SCHEMA}
    flat: list[dict[str, Any]] = jsonld.flatten(document, options={"base": f"https://gull.example/{address}"})
    return flat


def _of(kind: str, nodes: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [node for node in nodes if node.get("@type") == [f"{SCHEMA}{kind}"]]


def _value(node: dict[str, Any], name: str) -> Any:
    return node[f"{SCHEMA}{name}"][0]["@value"]


@pytest.mark.parametrize(
    ("address", "kind", "expected"),
    [
        ("timeline.html", "Event", {"name": "The lamp is lit", "startDate": "1901-05-01"}),
        ("statutes/lights-act.html", "Legislation", {"legislationDateVersion": "1901-05-01"}),
        ("terms.html", "DefinedTerm", {"name": "keeper"}),
        ("sources/gazette.html", "NewsArticle", {"name": "The lamp is lit"}),
        ("numbers/lamp-cost.html", "Dataset", {"name": "What the lamp cost"}),
        ("people.html", "Person", {"name": "Ann Reed"}),
        ("index.html", "Dataset", {"name": "The lamp on Gull Island"}),
    ],
)
def test_a_page_names_what_it_shows(address: str, kind: str, expected: dict[str, str]) -> None:
    """Each kind of record is there on its own page, once, with its facts."""
    found = [{name: _value(node, name) for name in expected} for node in _of(kind, _nodes(address))]
    assert found.count(expected) == 1
    assert len(_of("Article", _nodes(address))) == 1


def test_a_bound_is_no_value() -> None:
    """Each number of a series is there with its unit; "more than 500" has a least value alone."""
    found = _of("Observation", _nodes("numbers/lamp-cost.html"))
    assert [_value(node, "name") for node in found] == ["more than 500 pounds"]
    assert (_value(found[0], "minValue"), _value(found[0], "unitText")) == (500, "pounds")
    assert not {f"{SCHEMA}value", f"{SCHEMA}maxValue"} & found[0].keys()


def test_a_number_tells_the_kind_of_its_year_and_how_sure_it_is() -> None:
    """A fiscal year is called one; status and verification stand under the names that they have in the data."""
    number = {"id": "lamps-now", "period": "1901", "value": 5, "status": "announced"}
    series = {"lamps": make(Series, period_kind="fiscal year", observations=(number,))}
    nodes = _nodes("numbers/lamps.html", queries_of(sources={"gazette": make(Source)}, series=series))
    (found,) = _of("Observation", nodes)
    assert _value(found, "description") == "5 lamps (fiscal 1901, announced): Lamps"
    named = [one for one in _of("PropertyValue", nodes) if f"{SCHEMA}propertyID" in one]
    told = {_value(one, "propertyID"): _value(one, "value") for one in named}
    assert told == {"period_kind": "fiscal year", "status": "announced", "verification": "no text"}


@pytest.mark.parametrize(
    ("address", "kind", "name"),
    [
        ("timeline.html", "Event", "subjectOf"),
        ("numbers/lamp-cost.html", "Observation", "subjectOf"),
        ("numbers/lamp-cost.html", "Dataset", "isBasedOn"),
        ("terms.html", "DefinedTerm", "subjectOf"),
    ],
)
def test_what_is_told_has_its_source(address: str, kind: str, name: str) -> None:
    """An event, a number, a series and a term name the work that they rest on, by the address of the work."""
    nodes = _nodes(address)
    works = {node["@id"]: node for node in nodes}
    for node in _of(kind, nodes):
        (work,) = (works[one["@id"]] for one in node[f"{SCHEMA}{name}"])
        assert _value(work, "url") == "https://gazette.example/lamp"


@pytest.fixture
def _in_spanish() -> Iterator[None]:
    language.use("es")
    yield
    language.use("en")


@pytest.mark.usefixtures("_in_spanish")
def test_what_is_told_is_in_the_language_of_the_site() -> None:
    """The page, units and verdicts are in the language of the site; a page that is not translated in its own."""
    data = load(GOOD_TOPIC)
    told = Primary.model_validate({"source": "lights-act-text", "text": "A.", "access": "read"})
    question = data.questions["what-it-cost"]
    answers = tuple(one.model_copy(update={"verdict": "supported"} if one.facts else {}) for one in question.answers)
    changed = question.model_copy(update={"primary": (told,), "answers": answers})
    series = {**data.series, "lamps": make(Series, unit="percent")}
    queries = Queries(replace(data, questions={"what-it-cost": changed}, series=series), HOMES)
    (rating,) = _of("Rating", _nodes("questions/what-it-cost.html", queries))
    assert _value(rating, "alternateName") == "respaldado"
    nodes = _nodes("numbers/lamps.html", queries)
    with_unit = [one for one in nodes if f"{SCHEMA}unitText" in one]
    assert {kind for one in with_unit for kind in one["@type"]} == {f"{SCHEMA}Observation", f"{SCHEMA}PropertyValue"}
    assert {_value(one, "unitText") for one in with_unit} == {"por ciento"}
    (article,) = _of("Article", nodes)
    assert _value(article, "inLanguage") == "es"
    text = structured.of_page(structured.About("", "a.html", "A", "", "en"), queries)
    assert '"inLanguage": "en"' in text


def test_words_of_someone_without_a_name_are_credited_to_their_source_too() -> None:
    """Whom a source only describes cannot be found; the source whose words are quoted can."""
    said = {
        "described": make(Statement, attributed_to={"described": "two articles, each in its own voice"}),
        "own": make(Statement, attributed_to={"source": "gazette"}),
    }
    nodes = _nodes("sources/gazette.html", Queries(dataset(statements=said), HOMES))
    credited = {_value(one, "creditText") for one in _of("Quotation", nodes)}
    assert credited == {"Two articles, each in its own voice (Gull Gazette)", "Gull Gazette"}


def test_a_person_is_told_from_a_body() -> None:
    """An author or editor whose name has parts is a person, with them; any other is an organisation."""
    names = ({"given": "Ann B.", "family": "Reed"}, "Keepers of Gull")
    sources, topic = {"gazette": make(Source, authors=names)}, make(Topic, editors=names)
    nodes = _nodes("sources/gazette.html", Queries(dataset(topic=topic, sources=sources), HOMES))
    people = _of("Person", nodes)
    assert {(_value(one, "givenName"), _value(one, "familyName")) for one in people} == {("Ann B.", "Reed")}
    assert len(people) == 2
    assert [_value(one, "name") for one in _of("Organization", nodes)].count("Keepers of Gull") == 2


def test_only_what_was_compared_is_reviewed() -> None:
    """A claim that nothing confirms has no rating."""
    nodes = _nodes("questions/what-it-cost.html")
    assert _of("ClaimReview", nodes) == []
    (claim,) = _of("Claim", nodes)
    assert _value(claim, "text") == "More than 500 pounds (1901): What the lamp cost"
    outlets = {node["@id"]: _value(node, "name") for node in _of("Organization", nodes)}
    assert outlets[claim[f"{SCHEMA}author"][0]["@id"]] == "Gull Gazette"


def test_facts_of_one_claim_are_told_apart() -> None:
    """Each number of a claim has its measure and its period, and a mark stands before the next fact."""
    data = load(GOOD_TOPIC)
    question = data.questions["what-it-cost"]
    answers = (question.answers[0].model_copy(update={"facts": ("lamp-cost-total", "lamp-lit")}),)
    changed = {"what-it-cost": question.model_copy(update={"answers": answers})}
    (claim,) = _of("Claim", _nodes("questions/what-it-cost.html", Queries(replace(data, questions=changed), HOMES)))
    assert _value(claim, "text") == ("More than 500 pounds (1901): What the lamp cost; The lamp is lit (1 May 1901)")


def test_an_article_names_its_publisher_and_what_it_cites() -> None:
    """The site publishes each page; the page of a record cites the sources of the record."""
    nodes = _nodes("questions/what-it-cost.html")
    by_id = {node["@id"]: node for node in nodes}
    (article,) = _of("Article", nodes)
    (publisher,) = (by_id[one["@id"]] for one in article[f"{SCHEMA}publisher"])
    assert _value(publisher, "name") == "The lamp on Gull Island"
    works = [by_id[one["@id"]] for one in article[f"{SCHEMA}citation"]]
    assert {_value(one, "name") for one in works} >= {"The lamp is lit"}
    (other,) = _of("Article", _nodes("timeline.html"))
    assert f"{SCHEMA}citation" not in other


def test_a_document_of_a_review_is_named_once() -> None:
    """Two passages of one document are one work that a report is compared with."""
    data = load(GOOD_TOPIC)
    question = data.questions["what-it-cost"]
    said = [
        Primary.model_validate({"source": "lights-act-text", "text": one, "access": "read"}) for one in ("A.", "B.")
    ]
    answers = tuple(one.model_copy(update={"verdict": "supported"} if one.facts else {}) for one in question.answers)
    changed = question.model_copy(update={"primary": tuple(said), "answers": answers})
    queries = Queries(replace(data, questions={"what-it-cost": changed}), HOMES)
    (review,) = _of("ClaimReview", _nodes("questions/what-it-cost.html", queries))
    assert len(review[f"{SCHEMA}isBasedOn"]) == 1


def test_the_page_of_a_document_names_the_document() -> None:
    """The article that goes through a document is based on it, under its title; no other article is."""
    shown = [{"source": "gazette", "page": "memo.md"}]
    queries = Queries(dataset(topic=make(Topic, documents=shown), sources={"gazette": make(Source)}), HOMES)
    nodes = _nodes("memo.html", queries)
    works = {node["@id"]: node for node in nodes}
    (article,) = _of("Article", nodes)
    (work,) = (works[one["@id"]] for one in article[f"{SCHEMA}isBasedOn"])
    assert (_value(work, "name"), _value(work, "url")) == ("The lamp is lit", "sources/gazette.html")
    (other,) = _of("Article", _nodes("timeline.html", queries))
    assert f"{SCHEMA}isBasedOn" not in other


def test_every_term_is_of_one_set() -> None:
    """The set of terms has a name and an identity of its own, apart from the page that shows it."""
    nodes = _nodes("terms.html")
    (terms,) = _of("DefinedTermSet", nodes)
    assert (_value(terms, "name"), _value(terms, "url")) == ("Terms", "terms.html")
    assert terms["@id"] == "https://gull.example/data/v1/terms.json"
    assert all(one[f"{SCHEMA}inDefinedTermSet"] == [{"@id": terms["@id"]}] for one in _of("DefinedTerm", nodes))


def test_a_correction_stands_on_the_page_of_its_fact() -> None:
    """The page that shows a corrected fact says so."""
    queries = Queries(dataset(events={"lamp-lit": make(Event)}, corrections={"lamp-name": make(Correction)}), HOMES)
    (comment,) = _of("CorrectionComment", _nodes("timeline.html", queries))
    assert _value(comment, "text") == "Was: Anne Now: Ann Why: The gazette writes it so."


def test_a_date_is_never_made_finer() -> None:
    """A month stays one, and what is more than days is there as it is written."""
    (event,) = _of(
        "Event", _nodes("timeline.html", Queries(dataset(events={"lamp-lit": make(Event, date="1901-05~")}), HOMES))
    )
    assert _value(event, "startDate") == "1901-05"
    assert f"{SCHEMA}additionalProperty" in event


@pytest.mark.parametrize(
    ("written", "start"),
    [("186X", ""), ("18XX", ""), ("2018-21", "2018"), ("Y12018", "12018"), ("[1901-05-01..1901-05-02]", "1901-05-01")],
)
def test_a_date_that_programs_do_not_read_says_what_it_is(written: str, start: str) -> None:
    """A decade, a season or a far year is no date of ISO 8601: an event has it as EDTF too, a source has none."""
    issued = make(Source, issued=written, basis={"kind": "stated"})
    queries = Queries(dataset(events={"lamp-lit": make(Event, date=written)}, sources={"gazette": issued}), HOMES)
    nodes = _nodes("timeline.html", queries)
    assert written in [
        _value(one, "value") for one in _of("PropertyValue", nodes) if _value(one, "propertyID") == "EDTF"
    ]
    (event,) = _of("Event", nodes)
    assert [one["@value"] for one in event.get(f"{SCHEMA}startDate", ())] == [start] * bool(start)
    (source,) = _of("NewsArticle", _nodes("sources/gazette.html", queries))
    assert f"{SCHEMA}datePublished" not in source


def test_nothing_can_end_the_script() -> None:
    """Words of a record cannot leave the element that holds them."""
    queries = Queries(dataset(topic=make(Topic), events={"lamp-lit": make(Event, title="</script><!-- & x")}), HOMES)
    text = structured.of_page(structured.About("", "timeline.html", "<b>", ""), queries)
    assert "<" not in text
    assert ">" not in text
    assert "</script><!-- & x" in str(json.loads(text))


def test_text_has_a_line_for_each_block() -> None:
    """Headings, items and cells are told apart; tools and drawings are left out, and words in buttons stay."""
    html = (
        '<article class="md-content__inner"><h1>Law</h1><p>A <button class="x-mention">felony</button>\nis grave.</p>'
        "<ul><li>one<br>two</li></ul><table><tr><th>a</th><td>1</td></tr></table><svg><text>no</text></svg>"
        '<svg><path d="M0"/></svg><button class="x-tool">no</button><ul><li><p title="a > b">&lt;end&gt;</p></li></ul>'
        "</article><footer>no</footer>"
    )
    assert plaintext.text(html) == "# Law\nA felony is grave.\n- one\ntwo\na | 1 |\n- <end>\n"


def test_text_says_what_it_is_of() -> None:
    """A page as plain text tells its site, address, licence and day, and the notice; the list of pages the licence."""
    queries = Queries(
        dataset(topic=make(Topic, site_url="https://lamp.example/", licences={"code": "MIT", "data": "CC BY 4.0"}))
    )
    topic = queries.dataset.topic
    told = plaintext.foot("law.html", queries)
    for words in ("From “The lamp”, CC BY 4.0. https://lamp.example/law.html\n", str(topic.checked), topic.notice):
        assert words in told
    assert "In this site: law.html" in plaintext.foot("law.html", Queries(dataset(topic=make(Topic))))
    assert "CC BY 4.0" in plaintext.index(queries, Docs({}, {}, ()))


def test_programs_are_led_to_every_page_and_to_all_data() -> None:
    """The list has the pages of the navigation, then the others, people too, and every file for those who reuse."""
    docs = Docs({path: PageSource(text="# All of us") for path in ("about/us.md", "index.md")}, {}, ())
    said = {f"s{number}": make(Statement, attributed_to={"actor": "ann"}) for number in range(MANY_STATEMENTS + 1)}
    actors = {"ann": make(Actor), "bo": make(Actor, name="Bo Lind")}
    topic = make(Topic, title="The lamp")
    queries = Queries(dataset(topic=topic, actors=actors, statements=said, events={"lit": make(Event)}))
    lines = plaintext.index(queries, docs).splitlines()
    assert lines.index("- [Home](index.txt)") < lines.index("- [All of us](about/us.txt)")
    assert [line for line in lines if "people/" in line] == ["- [Ann Reed](people/ann.txt)"]
    for path in ("data/v1/README.md", "data/v1/all.zip", "binder.txt", "changes.atom", "changes.json", "events.ics"):
        assert sum(f"]({path})" in line for line in lines) == 1


def test_text_keeps_lines_apart() -> None:
    """Links that each stand on a line of their own do so in the text, and words before them too."""
    links = '<span class="x-line"><a>Home</a></span><span class="x-meta x-line"><a>A story</a></span>'
    html = f'<article class="md-content__inner"><dl><dt>Pages</dt><dd>Two: {links}</dd></dl></article>'
    assert plaintext.text(html) == "Pages\nTwo:\nHome\nA story\n"
    accounts = '<span class="x-clause__account">One: says</span><span class="x-clause__account">Two: asks</span>'
    assert plaintext.text(f'<article class="md-content__inner"><p>{accounts}</p></article>') == "One: says\nTwo: asks\n"


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<a>§ 3553(a)</a><span>Imposition</span>", "§ 3553(a) Imposition"),
        ("<a>Reuters</a><span>, 2017</span>", "Reuters, 2017"),
        ("<b>5</b>% of <i>light</i>houses", "5% of lighthouses"),
    ],
)
def test_text_keeps_words_of_elements_apart(html: str, expected: str) -> None:
    """What only the style sheet keeps apart on the page is no single word as text; one word in parts is."""
    assert plaintext.text(f'<article class="md-content__inner"><p>{html}</p></article>') == f"{expected}\n"


def test_text_keeps_numbers_apart_from_the_marks_of_footnotes() -> None:
    """A mark behind a number is no digit of it, nor is a power; the way back from a note is for a pointer alone."""
    mark = '<sup id="fnref:oil"><a class="footnote-ref" href="#fn:oil">1</a></sup>'
    back = '<a class="footnote-backref" href="#fnref:oil">↩</a>'
    html = (
        f'<article class="md-content__inner"><p>It burned 5{mark} litres, 10<sup>3</sup> hours.</p>'
        f"<ol><li><p>Of oil. {back}</p></li></ol></article>"
    )
    assert plaintext.text(html) == "It burned 5 litres, 10^3 hours.\n- Of oil.\n"


@pytest.mark.parametrize("written", ["-0044-03-15", "-0044", "0079-08"])
def test_a_date_before_the_year_one_keeps_its_year(written: str) -> None:
    """ISO 8601 counts years as EDTF does, and what is known of a day stays as fine as it is."""
    queries = Queries(dataset(events={"lamp-lit": make(Event, date=written)}), HOMES)
    (event,) = _of("Event", _nodes("timeline.html", queries))
    assert _value(event, "startDate") == written


def test_a_law_of_another_country_names_it() -> None:
    """A law is told by its own citation, identifier and place, whatever country it is of."""
    topic = make(Topic, jurisdictions=({"id": "gull", "label": "Gull Island"},))
    law = make(Statute, jurisdiction="gull", citation="Lights Act 1899, s. 1", identifier="/gi/act/1899/1")
    queries = Queries(dataset(topic=topic, statutes={"lights-act": law}), HOMES)
    (found,) = _of("Legislation", _nodes("statutes/lights-act.html", queries))
    assert _value(found, "legislationJurisdiction") == "Gull Island"
    assert _value(found, "legislationIdentifier") == "/gi/act/1899/1"
    assert _value(found, "alternateName") == "Lights Act 1899, s. 1"


def test_a_law_is_not_the_same_as_a_page_about_it() -> None:
    """Links of a law lead to whatever has to do with it, so each is a work about the law, beside its sources."""
    links = ({"url": "https://rule.example/fines", "opened": True, "label": "Rule on fines"},)
    cited = {"source": "gazette", "locator": "p1"}
    queries = Queries(dataset(statutes={"lights-act": make(Statute, links=links, citations=(cited,))}), HOMES)
    nodes = _nodes("statutes/lights-act.html", queries)
    (law,) = _of("Legislation", nodes)
    assert f"{SCHEMA}sameAs" not in law
    works = {node["@id"]: node for node in nodes}
    first, *others = (works[one["@id"]] for one in law[f"{SCHEMA}subjectOf"])
    assert (_value(first, "name"), _value(first, "url")) == ("Rule on fines", "https://rule.example/fines")
    assert others


def test_a_topic_without_law_says_nothing_of_law() -> None:
    """Its pages are what they are, and no law is made up."""
    nodes = _nodes("index.html", Queries(dataset(events={"lamp-lit": make(Event)}), HOMES))
    assert len(_of("Article", nodes)) == 1
    assert _of("Legislation", nodes) == []
