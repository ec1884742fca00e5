"""The pages that are prose are found by their sections."""

from macros.render import render_token, tokens
from macros.search import SearchEntry, sections

_PAGE = """<h1 id="the-lamp">The lamp<a class="headerlink" href="#the-lamp">¶</a></h1>
<p>It was lit in <button class="x-number" popovertarget="e">1901</button><span id="e" popover>One <b>source</b><br>.
</span>.</p>
<h2 id="care">Its care</h2>
<p>Ann Reed</p><p>kept it &amp; <em>trimmed</em> it.</p>
<h3 id="oil">Oil</h3>
<h4>Whale</h4>
"""


def _found(html: str) -> list[SearchEntry]:
    return list(sections.entries([("about.html", html)]))


def test_each_section_is_found_at_its_heading() -> None:
    """The first section leads to the page, the others to their anchors, each with its own words."""
    assert [(entry.url, entry.title, entry.kind) for entry in _found(_PAGE)] == [
        ("about.html", "The lamp", "Pages"),
        ("about.html#care", "Its care", "Pages"),
        ("about.html#oil", "Oil", "Pages"),
    ]
    assert _found(_PAGE)[1].text == "Ann Reed kept it & trimmed it."


def test_what_opens_is_no_part_of_the_sentence() -> None:
    """The evidence behind a number is not searched as the page's own words."""
    assert _found(_PAGE)[0].text == "It was lit in 1901."


def test_facts_on_a_page_are_not_found_twice() -> None:
    """What a page takes from the data is left to the records, and a section of nothing else to its page."""
    facts = tokens.pack(render_token("terms", root="", mentions=None, view=()))
    assert _found(f'<h2 id="all">All</h2>\n<div {facts}\n') == []


def test_a_short_note_belongs_to_its_page() -> None:
    """A single paragraph from the data is read with the section that it stands in."""
    notice = tokens.pack(render_token("notice", notice="Not legal advice."))
    (entry,) = _found(f'<h2 id="what">What it is</h2>\n<p {notice}\n')
    assert entry.text == "Not legal advice."
