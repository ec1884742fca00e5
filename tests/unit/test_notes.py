"""What a page's numbers and marks open stands after its text."""

import re

from macros.render import popovers, token, tokens

_NUMBER = '<button type="button" class="x-number" popovertarget="{0}">{0}</button>'
_POPOVER = '<span class="x-popover" id="{0}" popover><span>It says {0}</span></span>'


def _sentence(*names: str) -> str:
    marks = (f"<span>{_NUMBER.format(name)}{_POPOVER.format(name)}</span>" for name in names)
    return f"<p>It cost {' or '.join(marks)}.</p>"


def test_a_sentence_keeps_its_numbers_and_nothing_of_what_they_open() -> None:
    """The popovers are taken out whole, in their order, and the buttons stay where they are."""
    html, extracted = popovers.extract(_sentence("five", "six"))
    assert html == f"<p>It cost <span>{_NUMBER.format('five')}</span> or <span>{_NUMBER.format('six')}</span>.</p>"
    assert [(one.id, one.inner_html) for one in extracted] == [
        ("five", "<span>It says five</span>"),
        ("six", "<span>It says six</span>"),
    ]


def test_a_sentence_that_a_macro_made_is_opened_for_what_it_holds() -> None:
    """Its popovers are found in it; what holds none, as a long table, stays packed."""
    sentence, table = (tokens.pack(token(html)) for html in (_sentence("five"), "<table></table>"))
    html, extracted = popovers.extract(tokens.unpack(sentence + table, popovers.POPOVER_START))
    assert html == f"<p>It cost <span>{_NUMBER.format('five')}</span>.</p>{table}"
    assert [one.id for one in extracted] == ["five"]


def test_what_is_never_closed_ends_with_the_page() -> None:
    """HTML that breaks off loses nothing but its end tag."""
    html, (extracted,) = popovers.extract('<p>It <span id="a" popover>says')
    assert (html, extracted.id, extracted.inner_html) == ("<p>It ", "a", "says")


def test_paper_has_no_folds() -> None:
    """What is folded is open there; what is open stays as it is."""
    html = '<details class="a"><summary>b</summary>c</details><details class="d" open>e</details>'
    assert popovers.with_details_open(html) == html.replace("<details class", "<details open class", 1)


def test_definitions_stay() -> None:
    """What a word opens stands after the text already."""
    html = '<div class="x-popover" id="d" popover><p>A crime</p></div>'
    assert popovers.extract(html) == (html, [])


def test_what_was_taken_follows_as_it_was() -> None:
    """Each popover stands after the text, whole, behind a button that closes it; a page without any gets nothing."""
    _, extracted = popovers.extract(_sentence("five"))
    start, inside = _POPOVER.format("five").split(">", 1)
    before, after = popovers.section(extracted).split(inside)
    assert re.search(re.escape(start) + r'><button [^>]*popovertarget="five" popovertargetaction="hide"', before)
    assert "popovertarget" not in after
    assert popovers.section([]) == ""
