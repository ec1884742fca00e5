"""The contents of a page are its headings of the second level."""

from macros.render.popovers import headings


def test_contents_name_the_headings() -> None:
    """Headings with an id are listed with their words, escaped once; other levels and lone headings are not."""
    first = '<h2 class="x" id="lamps"><a class="x-anchor" href="#lamps">Lamps &amp; <em>oil</em></a></h2>'
    assert headings(f'<h1 id="top">Lights</h1>{first}<h3 id="wick">Wick</h3>') == []
    assert headings(f'{first}<p>Text</p><h2 id="law">The\nlaw</h2><h2>Nowhere</h2>') == [
        ("lamps", "Lamps &amp; oil"),
        ("law", "The law"),
    ]


def test_contents_leave_out_what_a_heading_opens() -> None:
    """The evidence of a number in a heading is not listed with its words."""
    popover = '<span class="x-popover" id="e" popover>The Gazette, 1901</span>'
    html = f'<h2 id="cost">It cost <span><button>£480</button>{popover}</span></h2><h2 id="law">The law</h2>'
    assert headings(html) == [("cost", "It cost £480"), ("law", "The law")]


def test_contents_leave_out_links_in_what_a_heading_opens() -> None:
    """A heading may be a link to itself, which a link within it would end."""
    popover = '<span class="x-popover" id="e" popover>The Gazette, <a href="p1">1901</a> or later</span>'
    html = f'<h2 id="cost"><a class="x-anchor" href="#cost">It cost <button>£480</button>{popover}</a></h2>'
    assert headings(html * 2) == [("cost", "It cost £480")] * 2


def test_contents_leave_out_the_marks_of_footnotes_and_of_sources() -> None:
    """A number in a heading stays the number that it is; only what is written as a power is one."""
    note = '<sup id="fnref:fuel"><a class="footnote-ref" href="#fn:fuel">1</a></sup>'
    mark = '<span><button class="x-cite__mark" aria-label="Evidence">2</button></span>'
    html = f'<h2 id="oil">Oil of 1900{note}</h2><h2 id="rays">10<sup>n</sup> rays in 1901{mark}</h2>'
    assert headings(html) == [("oil", "Oil of 1900"), ("rays", "10^n rays in 1901")]
