"""Generated pages: one for each statute, source and question, in which data is neither Markdown nor template."""

import html
import re

import pytest

from macros.exports import references
from macros.exports.described import Kinds
from macros.model import Docs, Event, Question, Source, Statute, Topic
from macros.render.tokens import unwrap
from macros.site.pages import GeneratedPage, pages
from tests.factories import make, queries_of

_HOSTILE = (
    "{{ cycler.__init__.__globals__.os.popen('echo pwn''ed').read() }}",
    "</title><script>alert(1)</script>",
    '" onload="alert(1)',
    "--- title: x",
    "{: #__search onmouseover=alert(1) }",
    "a: b # c",
    "&lt;b&gt;",
)


def _pages(**kinds: object) -> dict[str, GeneratedPage]:
    return {page.path: page for page in pages(queries_of(**kinds))}


def test_every_statute_source_and_question_has_a_page() -> None:
    """A page stands at the address that links to its record lead to."""
    sources = {"gazette": make(Source), "herald": make(Source)}
    question = make(Question, answers=tuple({"source": name, "silent": True} for name in sources))
    kinds = {"statutes": {"lights-act": make(Statute)}, "sources": sources, "questions": {"who": question}}
    assert len(_pages(**kinds)) == 4
    queries = queries_of(**kinds)
    addresses = {queries.href(name).replace(".html", ".md") for name in ("lights-act", "gazette", "herald", "who")}
    assert addresses == set(_pages(**kinds))


def test_a_page_is_one_token() -> None:
    """Macros are off on a generated page, its body is a single opaque word, and its settings are not in its source."""
    page = _pages(statutes={"lights-act": make(Statute)})["statutes/lights-act.md"]
    assert page.head.title == "Lights Act: Lights on islands"
    assert page.head.description == "Nobody may put out a lamp."
    assert re.fullmatch("---\nrender_macros: false\n---\n\n⟦[A-Za-z0-9+/=]+⟧\n", page.markdown)


@pytest.mark.parametrize("text", _HOSTILE)
def test_data_stands_escaped_in_the_body(text: str) -> None:
    """A hostile title stands in the heading as its own characters, and adds no element."""
    plain = _pages(sources={"gazette": make(Source)})["sources/gazette.md"]
    hostile = _pages(sources={"gazette": make(Source, title=text)})["sources/gazette.md"]
    tags = re.compile(r"<[^>]*>")
    assert tags.findall(hostile.body) == tags.findall(plain.body)
    heading = re.search("<h1[^>]*>(.*?)</h1>", str(hostile.body))
    assert heading
    assert html.unescape(heading[1]) == text


def test_links_of_a_page_lead_out_of_its_folder() -> None:
    """A page in a folder links to its neighbours from the root of the site."""
    event = make(Event, statutes=("lights-act",))
    page = _pages(statutes={"lights-act": make(Statute)}, events={"lamp-lit": event})["statutes/lights-act.md"]
    hrefs = set(re.findall('href="([^"]*)"', str(page.body)))
    assert "../index.html#lamp-lit" in hrefs
    assert {href for href in hrefs if not href.startswith(("../", "#"))} == set()


def test_a_law_shows_its_day_and_the_notice() -> None:
    """A statute page says as of when the law is shown, and what the site is not."""
    topic = make(Topic, notice="Not legal advice.")
    page = _pages(topic=topic, statutes={"lights-act": make(Statute)})["statutes/lights-act.md"]
    assert "In force on 1 May 1901. Not legal advice." in " ".join(
        re.sub(r"<.*?>", " ", html.unescape(str(page.body))).split()
    )


@pytest.mark.parametrize(
    ("status", "shown", "cited", "force"),
    [
        ("not in force", "Not in force on 1 May 1901.", "not in force on 1 May 1901", "NotInForce"),
        ("repealed", "In force on 1 May 1901 (repealed).", "as in force on 1 May 1901 (repealed)", "NotInForce"),
        ("in force", "In force on 1 May 1901.", "as in force on 1 May 1901", "InForce"),
    ],
)
def test_a_law_that_is_not_in_force_is_told_as_such(status: str, shown: str, cited: str, force: str) -> None:
    """A treaty that was only signed, or a law that was repealed, says so on its page, in citations and as data."""
    queries = queries_of(statutes={"lights-act": make(Statute, status=status)})
    page = {page.path: page for page in pages(queries)}["statutes/lights-act.md"]
    assert shown in " ".join(re.sub(r"<.*?>", " ", html.unescape(str(page.body))).split())
    ((_, entry, *_),) = (one.items for one in references.cited(queries, Docs({}, {}, ())) if one.id == "lights-act")
    assert entry["note"] == cited
    (node,) = Kinds("", queries).nodes("lights-act")
    assert node["legislationLegalForce"] == f"https://schema.org/{force}"


def test_the_body_travels_whole() -> None:
    """The token of a page carries exactly its HTML."""
    page = _pages()["sources/gazette.md"]
    assert unwrap(page.markdown).endswith(f"\n{page.body}\n")
