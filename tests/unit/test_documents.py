"""The documents that a topic is about: clauses in order with their verbs, what reports made of them, comparisons."""

import html
import re
from collections.abc import Mapping
from typing import Any

import pytest

from macros.checks import RULES
from macros.model import Comparison, Dataset, Docs, Event, PageHead, PageSource, Source, Statement, Statute, Topic
from macros.pages.check import check_pages
from macros.pages.placement import misplaced_documents
from macros.queries import Queries
from macros.render.calls import Macros
from macros.render.tokens import unwrap
from macros.review import State, reach
from macros.search import entries
from macros.site.pages import pages
from tests.factories import dataset, make


def _statement(**changes: Any) -> Statement:
    return make(Statement, **({"kind": "directive", "force": "shall", "citations": (_cited("order"),)} | changes))


def _cited(source: str, verb: str | None = None, role: str = "supports") -> dict[str, Any]:
    return {"source": source, "locator": "p. 1", "verb": verb, "role": role}


_ORDER = make(
    Source,
    title="Order on lamps",
    publisher="Harbour Office",
    kind="government document",
    interest="party",
    issued="1901-05-01",
    basis={"kind": "stated", "how": "Printed on it"},
    note="It was never withdrawn.",
    outline={
        "addressed_to": "All keepers",
        "length": "two pages",
        "followed": ("counted",),
        "sections": (
            {"heading": "Lighting", "clauses": ({"statement": "light", "reported": ("told", "spoken")},)},
            {"heading": "Reports", "clauses": ({"statement": "report"}, {"statement": "because"})},
        ),
    },
)
_KINDS: dict[str, Any] = {
    "topic": make(
        Topic,
        nav=({"label": "Home", "page": "index.md"}, {"label": "The order", "page": "order.md"}),
        documents=({"source": "order", "page": "order.md"},),
    ),
    "sources": {
        "order": _ORDER,
        "charter": make(Source, title="Charter", publisher="Parish"),
        "gazette": make(
            Source,
            title="Lamps to be lit",
            publisher="Gull Gazette",
            issued="1901-05-02",
            reports=("order",),
            basis={"kind": "stated"},
        ),
        "speech": make(
            Source, title="A speech on lamps", publisher="Harbour Office", issued="1901-05-01", basis={"kind": "stated"}
        ),
    },
    "statutes": {"lights-act": make(Statute)},
    "events": {
        "issued": make(Event, date="1901-05-01", title="The order goes out", status="suspended"),
        "ended": make(Event, date="1901-06-01", title="The order is put aside", predecessor="issued"),
        "counted": make(Event, date="1901-07-01", title="The lamps are counted"),
    },
    "statements": {
        "light": _statement(
            text="Light every lamp.",
            force="shall consider",
            event="issued",
            statutes=("lights-act",),
            citations=({"source": "order", "locator": "p. 1", "quote": {"exact": "shall consider lighting"}},),
            access="reproduced",
        ),
        "report": _statement(text="Report it.", force="not read", event="issued", access="summarised"),
        "because": make(
            Statement, kind="justification", text="It is dark.", citations=(_cited("order"),), event="issued"
        ),
        "told": _statement(
            text="Keepers are told to light.",
            force="not read",
            citations=(
                _cited("gazette", "asks"),
                _cited("order", role="discusses"),
                _cited("charter", role="discusses"),
            ),
        ),
        "spoken": _statement(text="He must.", citations=(_cited("speech"),)),
    },
    "comparisons": {},
}
_COMPARED: dict[str, Any] = {
    "title": "What changed",
    "first": "charter",
    "second": "order",
    "rows": (
        {
            "aspect": "Sent to",
            "first": {"text": "Nobody.", "facts": ("told",)},
            "second": {"text": "All keepers.", "facts": ("light",)},
        },
    ),
}


def _data(**changes: Any) -> Dataset:
    return dataset(**(_KINDS | changes))


def _compared(**changes: Any) -> Dataset:
    return _data(comparisons={"lamps-compared": make(Comparison, **(_COMPARED | changes))})


def _with_clauses(*clauses: Mapping[str, Any]) -> Dataset:
    outline = {"sections": ({"heading": "Lighting", "clauses": clauses},)}
    return _data(sources=_KINDS["sources"] | {"order": make(Source, outline=outline)})


def _words(markup: str) -> str:
    """Return what a reader sees, without what stands closed."""
    open_only = re.sub(r'<details class="x-evidence .*?</details>', "", markup, flags=re.DOTALL)
    return " ".join(html.unescape(re.sub("<[^>]*>", " ", open_only)).split())


def _shown(macro: str, record_id: str, data: Dataset) -> str:
    return unwrap(getattr(Macros(Queries(data), lambda: "order.html"), macro)(record_id))


def _faults(data: Dataset) -> list[str]:
    return [f"{found.id}: {found.message}" for rule in RULES for found in rule(data)]


def _docs(**texts: str) -> Docs:
    return Docs({f"{name}.md": PageSource(PageHead(), text) for name, text in texts.items()}, {}, ())


def test_a_document_tells_what_it_is() -> None:
    """Title, date and how it is known, who issued it, to whom, its length, its status, and what followed it."""
    said = _words(_shown("document", "order", _data()))
    for words in (
        "Title Order on lamps",
        "Date 1 May 1901 (Printed on it)",
        "Issued by Harbour Office",
        "Sent to All keepers",
        "Length two pages",
        "Status Suspended",
        "What followed 1 June 1901: The order is put aside 1 July 1901: The lamps are counted",
        "3 clauses: 1 read, 1 read in a copy or excerpt, 1 known only in summary",
        "It was never withdrawn.",
    ):
        assert words in said, words


def test_clauses_stand_in_the_order_of_the_document() -> None:
    """Sections and clauses come as the outline lists them, each with its verb and with how its words are known."""
    said = _words(_shown("document", "order", _data()))
    order = [
        "Lighting Must consider Read in a copy or excerpt Light every lamp. shall consider lighting",
        "Reports Known only in summary Report it.",
        "Gives a reason Read It is dark.",
    ]
    places = [said.find(words) for words in order]
    assert -1 not in places, said
    assert places == sorted(places)


def test_how_a_clause_is_known_is_said_once() -> None:
    """It stands beside the clause, and not again at its evidence."""
    markup = _shown("document", "order", _data())
    assert markup.count(">Evidence</summary>") == 3
    assert "Evidence: " not in markup


def test_reports_stand_beside_the_clause() -> None:
    """Each outlet tells with its own verb and leads to its fact, reports first; who only discusses it tells nothing."""
    markup = _shown("document", "order", _data())
    clause = markup[markup.index('id="light"') : markup.index('id="report"')]
    told = "Gull Gazette, 1901: “asks” A speech on lamps: must"
    assert told in _words(clause)
    assert "Charter" not in clause
    assert 'href="sources/gazette.html#told"' in clause
    assert 'href="statutes/lights-act.html"' in clause
    assert "Told elsewhere" not in markup[markup.index('id="report"') :]


def test_a_citation_shared_with_the_document_is_a_report_too() -> None:
    """An outlet that a clause itself cites, since both say it alike, is among those that tell of it."""
    both = _statement(text="Report it.", citations=(_cited("order"), _cited("gazette", "wants")))
    said = _words(_shown("document", "order", _data(statements=_KINDS["statements"] | {"report": both})))
    assert "Report it. Told elsewhere Gull Gazette, 1901: “wants”" in said


def test_a_comparison_has_two_columns_with_evidence() -> None:
    """Each aspect is a row; each document's words open the facts that bear them out, under the document's name."""
    markup = _shown("comparison", "lamps-compared", _compared())
    said = _words(re.sub(r'<span class="x-popover".*?</span></span>', "", markup, flags=re.DOTALL))
    assert "Parish The order Sent to Nobody." in said
    assert set(re.findall('data-fact="([^"]*)"', markup)) == {"told", "light"}
    assert re.search('<th scope="col" class="x-first"><a href="order.html">The order</a>', markup)


def test_a_comparison_can_be_cut_to_its_first_rows() -> None:
    """A page that asks for one row has the first one alone; without a number all rows stand there."""
    rows = tuple({**_COMPARED["rows"][0], "aspect": aspect} for aspect in ("Sent to", "Status"))
    queries = Queries(_data(comparisons={"c": make(Comparison, **(_COMPARED | {"rows": rows}))}))
    macros = Macros(queries, lambda: "order.html")
    shown = [unwrap(macros.comparison("c", **asked)) for asked in ({"rows": 1}, {})]
    aspects = [re.findall('<th scope="row">(.*?)</th>', one) for one in shown]
    assert aspects == [["Sent to"], ["Sent to", "Status"]]


def test_links_lead_to_the_page_of_a_document() -> None:
    """The source's own page leads to the page in document order, search finds sections, comparisons stand there."""
    data = _compared()
    queries = Queries(data)
    assert queries.href("lamps-compared") == "order.html#lamps-compared"
    (source,) = (page for page in pages(queries) if page.path == "sources/order.md")
    assert 'href="../order.html"' in source.body
    found = {entry.url: entry for entry in entries(queries) if entry.kind == "Documents"}
    assert set(found) == {"order.html", "order.html#section-1", "order.html#section-2", "order.html#lamps-compared"}
    assert found["order.html#section-1"].title == "The order: Lighting"
    assert "Sent to: Nobody. All keepers." in found["order.html#lamps-compared"].text


def test_a_change_touches_the_page_of_the_document() -> None:
    """A reviewer of a clause, or of what a report says of it, is sent to the document and to comparisons."""
    state = State(_compared())
    assert "order.html#lamps-compared" in reach.pages("light", state, ())
    assert "order.html" in reach.pages("spoken", state, ())


def test_words_of_an_outline_are_no_markup() -> None:
    """Headings, addressees and aspects stand as their own characters."""
    hostile = "<script>alert()</script>"
    outline = {"addressed_to": hostile, "sections": ({"heading": hostile, "clauses": ({"statement": "light"},)},)}
    sources = _KINDS["sources"] | {"order": make(Source, outline=outline)}
    rows = ({**_COMPARED["rows"][0], "aspect": hostile},)
    data = _data(sources=sources, comparisons={"c": make(Comparison, **(_COMPARED | {"rows": rows, "title": hostile}))})
    for macro, record_id in (("document", "order"), ("comparison", "c")):
        assert "<script" not in _shown(macro, record_id, data)
        assert "&lt;script&gt;" in _shown(macro, record_id, data)


def test_good_documents_have_no_fault() -> None:
    """What the other tests use passes every rule about documents."""
    assert [fault for fault in _faults(_compared()) if "outline" in fault or "clause" in fault or "page" in fault] == []


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        (
            _data(topic=make(Topic, documents=({"source": "ordre", "page": "order.md"},))),
            'topic: no source "ordre"',
        ),
        (
            _data(topic=make(Topic, documents=({"source": "gazette", "page": "order.md"},))),
            'topic: "gazette" has no outline to show',
        ),
        (
            _data(topic=make(Topic, documents=[{"source": "order", "page": f"{name}.md"} for name in "ab"])),
            'topic: "order" stands twice',
        ),
        (
            _with_clauses({"statement": "light"}, {"statement": "report"}, {"statement": "spoken"}),
            'order: "spoken" is not a clause of "order", which it does not cite as its support',
        ),
        (
            _with_clauses({"statement": "light", "reported": ("told",)}, {"statement": "light"}),
            'order: the clause "light" stands twice',
        ),
        (_with_clauses({"statement": "light"}), 'order: the directive "report" has no place in the outline'),
        (_with_clauses({"statement": "lihgt"}), 'order: no statement "lihgt"'),
        (
            _compared(first="order", second="charter"),
            'lamps-compared: "charter" has no page for the comparison to stand on',
        ),
    ],
)
def test_a_wrong_outline_is_named(data: Dataset, fault: str) -> None:
    """What a document's page could not show, or would show in the wrong place, is a problem."""
    assert fault in _faults(data)


def test_both_sides_of_a_comparison_rest_on_facts() -> None:
    """A side without facts is refused, and so is a document beside itself."""
    bare = {"aspect": "Sent to", "first": {"text": "Nobody.", "facts": ()}, "second": _COMPARED["rows"][0]["second"]}
    with pytest.raises(ValueError, match=r"rows\.0\.first\.facts\n.*at least 1 item"):
        make(Comparison, **(_COMPARED | {"rows": (bare,)}))
    with pytest.raises(ValueError, match="'first' and 'second' are the same document"):
        make(Comparison, **(_COMPARED | {"first": "order"}))


def test_a_page_shows_what_links_to_it_promise() -> None:
    """The page of a document calls its macro, and that of each comparison; a missing page is named."""
    data = _compared()
    data = Dataset(**(vars(data) | {"places": {"topic": ("data/topic.yml", 1)}}))
    good = '{{ document("order") }} {{ comparison("lamps-compared") }}'
    assert list(misplaced_documents(_docs(order=good), data)) == []
    assert [one.message for one in misplaced_documents(_docs(order='{{ document("order") }}'), data)] == [
        'links to "lamps-compared" lead to this page, which does not show it'
    ]
    assert [(one.field, one.message) for one in misplaced_documents(_docs(index=good), data)] == [
        ("documents.0.page", "there is no docs/order.md")
    ]


def test_only_a_document_of_the_topic_can_be_shown() -> None:
    """The macro refuses a source that topic.yml does not name."""
    data = Dataset(**(vars(_data()) | {"places": {"topic": ("data/topic.yml", 1)}}))
    calls = "{{ timeline() }}", '{{ document("order") }}', '{{ document("gazette") }}'
    docs = _docs(index="[o](order.md)", order="\n\n".join(calls))
    messages = [one.message for one in check_pages(docs, data)]
    assert messages == ['"gazette" is not one of the documents that the topic is about']


def test_a_part_of_a_comparison_has_a_row_or_more() -> None:
    """A count of rows that is none, or no whole number, is refused."""
    data = Dataset(**(vars(_compared()) | {"places": {"topic": ("data/topic.yml", 1)}}))
    calls = "\n\n".join(f'{{{{ comparison("lamps-compared", rows={rows}) }}}}' for rows in ("0", '"two"', "1"))
    docs = _docs(index="[o](order.md)", order=f'{{{{ timeline() }}}}\n\n{{{{ document("order") }}}}\n\n{calls}')
    messages = [one.message for one in check_pages(docs, data)]
    assert messages == ['"0" is not a whole number of 1 or more', '"two" is not a whole number of 1 or more']
