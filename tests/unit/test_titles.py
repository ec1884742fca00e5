"""What a hand-written page is called in lists of pages and in citations."""

import pytest

from macros.exports import references
from macros.model import Actor, Docs, PageHead, PageSource, Series, Topic
from macros.pages import titles
from macros.queries import Queries
from macros.site.pages import pages
from tests.factories import make, queries_of

_NOTE = "\n\n[^oil]: Of whales."


def _queries() -> Queries:
    topic = make(Topic, nav=({"label": "Home", "page": "index.md"}, {"label": "Keepers", "page": "keepers.md"}))
    return queries_of(topic=topic, actors={"ann-reed": make(Actor)}, series={"lamps": make(Series)})


def _title(text: str, path: str = "story.md", **head: str) -> str:
    return titles.title(path, PageSource(PageHead(**head), text), _queries())


def test_a_page_is_called_by_its_head_then_its_label_then_its_heading_then_its_path() -> None:
    """What an editor wrote as its name comes first; a page without any is known by its path."""
    assert _title("# Who kept it", "keepers.md", title="All keepers") == "All keepers"
    assert _title("# Who kept it", "keepers.md") == "Keepers"
    assert _title("# Who kept it") == "Who kept it"
    assert _title("## A section\n\nText.") == "story.md"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("# The *old* `lamp` & [its law](law.md) {#lamp .wide}", "The old lamp & its law"),
        ("The lamp\n========\n\n```sh\n# not a heading\n```", "The lamp"),
        ("```sh\n# not a heading\n```\n\n# The lamp", "The lamp"),
        ('<h1 id="lamp">The <b>lamp</b></h1>', "The lamp"),
        (f"# Lamps of 1901[^oil]{_NOTE}", "Lamps of 1901"),
        ("# 10^3^ lamps", "10^3 lamps"),
        ("# {% raw %}{{ lamp }}{% endraw %}", "{{ lamp }}"),
    ],
)
def test_a_heading_is_read_as_a_page_shows_it(text: str, words: str) -> None:
    """Its markup, its anchor and the marks of footnotes are no words of it, and a line of code is no heading."""
    assert _title(text) == words


def test_a_heading_has_the_words_that_its_macros_show() -> None:
    """A name, another text for it, a number and its period stand there in words, without what they open."""
    calls = '{{ number("lamps-now", unit=true) }} of {{ actor("ann-reed") }} in {{ period("lamps-now") }} '
    assert _title(f'{{{{ actor("ann-reed") }}}} comes first.\n\n# {calls}{{#lamps}}') == "5 lamps of Ann Reed in 1901"
    assert _title('# How {{ actor("ann-reed", text="she") }} did it{{ cite("ann-reed") }}') == "How she did it"


def test_lists_and_citations_call_a_page_alike() -> None:
    """A page outside of the navigation has the words of its heading in both."""
    text = '# The *five* lamps\n\n{{ number("lamps-now") }}'
    queries, docs = _queries(), Docs({"story.md": PageSource(text=text)}, {}, ())
    (page,) = (one for one in pages(queries, docs=docs) if one.path == "numbers/lamps.md")
    assert '<a href="../story.html">The five lamps</a>' in page.body
    (cited,) = (one for one in references.cited(queries, docs) if one.id == "page-story")
    assert cited.items[0]["title"] == "The five lamps"
