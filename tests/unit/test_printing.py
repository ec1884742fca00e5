"""The whole site as one document: unique ids, links that lead within it, evidence in the open."""

from html.parser import HTMLParser

import pytest

from macros.site.printing import Chapter, Note, Part, chapters


def _chapters(*pages: tuple[str, str]) -> tuple[Chapter, ...]:
    return tuple(chapters(Part(path, path.title(), html) for path, html in pages))


def _joined(one: Chapter | Note) -> str:
    return "".join(one.html)


def _only(html: str, path: str = "law.html") -> Chapter:
    (chapter,) = _chapters((path, html))
    return chapter


def test_ids_are_named_after_their_page() -> None:
    """The same id on two pages is two ids, and what refers to one refers to it still."""
    html = '<label for="x">A</label><p id="x" aria-labelledby="x y"></p>'
    one, two = _chapters(("law.html", html), ("about/index.html", html))
    assert _joined(one) == html.replace('"x"', '"law--x"').replace('"x y"', '"law--x law--y"')
    assert 'id="about-index--x"' in _joined(two)


def test_the_tabs_of_two_pages_are_two_sets() -> None:
    """A set of tabs is chosen from by its name, which another page may use too."""
    one, two = _chapters(("law.html", '<input type="radio" name="x">'), ("terms.html", '<input type="radio" name="x">'))
    assert 'name="law--x"' in _joined(one)
    assert 'name="terms--x"' in _joined(two)


def test_a_drawing_keeps_what_it_refers_to() -> None:
    """What a drawing clips or fills with is found under its new id."""
    html = '<svg><clipPath id="c"></clipPath><path clip-path="url(#c)"></path></svg>'
    assert _joined(_only(html)) == html.replace('"c"', '"law--c"').replace("#c", "#law--c")


@pytest.mark.parametrize(
    ("written", "target"),
    [
        ("#x", "#about-index--x"),
        ("../law.html", "#law"),
        ("../law.html#x", "#law--x"),
        ("../sources/gazette.html#x", "sources/gazette.html#x"),
        ("health.html", "about/health.html"),
        ("../law.html?topic=lamp", "law.html?topic=lamp"),
        ("https://example.org/a?b#c", "https://example.org/a?b#c"),
        ("mailto:ann@example.org", "mailto:ann@example.org"),
    ],
)
def test_links_lead_to_where_their_target_is_now(written: str, target: str) -> None:
    """A link to a page of the document is an anchor in it; any other leads to the page from the root of the site."""
    about = _chapters(("law.html", ""), ("about/index.html", f'<a href="{written}">x</a>'))[1]
    assert _joined(about) == f'<a href="{target}">x</a>'


def test_pictures_are_found_from_the_root_of_the_site() -> None:
    """The first picture of a video, and each of a set for some screens, is where the page has it."""
    html = '<img src="a.png" srcset="a.png 1x, ../b.png 2x"><source srcset="c.png,d.png 9w"><video poster="e.png">{}'
    found = _only(html.format("</video>"), "about/index.html")
    moved = html.replace("../", "").replace("a.png", "about/a.png").replace("c.png", "about/c.png")
    assert _joined(found) == moved.replace("e.png", "about/e.png").format("</video>")


def test_words_that_look_like_links_stay() -> None:
    """Only tags are changed, not text that shows one."""
    assert _joined(_only('<code>&lt;a id="x" href="y"&gt;</code>')) == '<code>&lt;a id="x" href="y"&gt;</code>'


def test_every_disclosure_is_open() -> None:
    """What a reader would have to open is open, without a script."""
    html = '<details class="a"><summary>S</summary></details><details open></details>'
    assert (
        _joined(_only(html)) == '<details class="a" open=""><summary>S</summary></details><details open=""></details>'
    )


def test_what_needs_a_script_is_left_out() -> None:
    """A control that does nothing without scripts is not there, nor what is in it; nothing tells a script to act."""
    html = '<div data-x-timeline><div class="a x-needs-js"><div></div><b>x</b></div><p>y</p></div>'
    assert _joined(_only(html)) == "<div><p>y</p></div>"


def test_evidence_of_a_number_becomes_a_note() -> None:
    """What a number opens stands at the end under a number that the sentence gives."""
    html = (
        '<p>It cost <span><button type="button" class="x-number" popovertarget="e">500</button>'
        '<span class="x-popover" id="e" popover><span>p1</span>, <a href="#x">there</a></span></span>.</p>'
    )
    chapter = _only(html)
    assert [(note.id, note.number, _joined(note)) for note in chapter.notes] == [
        ("law--e", 1, '<span>p1</span>, <a href="#law--x">there</a>')
    ]
    link = '<a class="x-number" href="#law--e">500<sup>1</sup></a>'
    assert _joined(chapter) == f"<p>It cost <span>{link}</span>.</p>"


def test_a_mark_is_the_number_of_its_note() -> None:
    """A mark of evidence says nothing but its number, and numbers run through all chapters."""
    button = '<button class="x-cite__mark" popovertarget="e">2 sources</button>'
    html = f'{button}<span class="x-popover" id="e" popover></span>'
    one, two = _chapters(("index.html", html), ("law.html", html))
    assert _joined(one) == '<a class="x-cite__mark" href="#index--e">1</a>'
    assert _joined(two) == '<a class="x-cite__mark" href="#law--e">2</a>'


def test_a_definition_stays_where_it_is() -> None:
    """What a mention opens stands at the end of its page already; the mention is a link to it."""
    html = (
        '<button class="x-mention" popovertarget="d">felony</button>'
        '<div class="x-popover" id="d" popover><p>A crime</p></div>'
    )
    chapter = _only(html)
    assert chapter.notes == ()
    assert _joined(chapter) == (
        '<a class="x-mention" href="#law--d">felony</a><div class="x-popover" id="law--d"><p>A crime</p></div>'
    )


@pytest.mark.parametrize(
    "tag",
    [
        '<b title=" href=" o\nnfocus="x()">',
        '<a href=" data-x-a=" lang="javascript:x()">',
        '<img src=" data-x-a=" lang="//elsewhere.example/r.png">',
        '<b title=" id=" lang="y">',
    ],
)
def test_words_in_a_value_are_no_attribute(tag: str) -> None:
    """What is written inside a value passes for no attribute, and no attribute is added."""
    names = _Names(tag).names
    assert _Names(_joined(_only(tag))).names == names


def test_a_long_page_stays_in_one_piece() -> None:
    """A page that is changed bit by bit is the same as a short one, with lists in lists and what follows them."""
    item = f'\n<li id="x">{"y" * 40_000}<ul>\n<li><b>z</b></li></ul></li>'
    html = f'<section class="a"><ol start="2">{item * 6}\n</ol><p>end</p></section>\n<p>after</p>'
    assert _joined(_only(html)) == html.replace('"x"', '"law--x"')


class _Names(HTMLParser):
    """The names of the attributes of HTML."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.names: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - as it is called
        self.names += [name for name, _ in attrs]
