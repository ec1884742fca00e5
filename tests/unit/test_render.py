"""Rendered data passes through Markdown untouched, as one opaque word."""

import base64
import re
import zlib

import jinja2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown

from macros.render import render, token
from macros.render.tokens import TokenExtension, handwritten, has_token, pack, pieces, unpack, unwrap

_HOSTILE = (
    "<script>alert(1)</script>",
    "&lt;img src=x onerror=alert(1)&gt; &amp;amp; AT&T",
    '" autofocus onfocus=alert(1) x="',
    "' onmouseover='alert(1)",
    "{{ 7 * 7 }}",
    "{% for x in y %}",
    "{#- everything after this vanishes",
    "# Title {: #__search onmouseover=alert(1) }",
    "[x](javascript:alert(1))",
    "`code` *stars* _lines_ | pipes | \\",
)


def _packed(text: str) -> str:
    extensions = ["admonition", "attr_list", "def_list", "md_in_html", "tables", "toc", "fenced_code"]
    return Markdown(extensions=[*extensions, TokenExtension()]).convert(text)


def _markdown(text: str) -> str:
    return unpack(_packed(text))


@pytest.mark.parametrize("text", _HOSTILE)
def test_values_are_escaped(text: str) -> None:
    """A value shows the same characters to a reader, and brings no tag, attribute or instruction of its own."""
    html = render("notice", notice=text)
    assert html.striptags() == " ".join(text.split())
    assert re.findall(r"<[^>]*>", html) == ['<p class="x-notice x-quiet x-compact">', "</p>"]


def test_a_missing_value_is_an_error() -> None:
    """A template that wants what its caller does not give fails, and shows nothing empty."""
    with pytest.raises(jinja2.UndefinedError, match="'notice' is undefined"):
        render("notice")


def test_a_missing_template_is_an_error() -> None:
    """A template that does not exist is named."""
    with pytest.raises(jinja2.TemplateNotFound, match=r"nothing\.html\.jinja.* not found"):
        render("nothing")


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_a_token_gives_back_what_it_carries(html: str) -> None:
    """Whatever is wrapped comes out the same, from a token that is one word without a mark of Markdown."""
    wrapped = token(html)
    assert re.fullmatch("⟦[A-Za-z0-9+/=]*⟧", wrapped)
    assert unwrap(wrapped) == html
    assert unwrap(f"a {wrapped} b {wrapped}") == f"a {html} b {html}"


def test_text_without_tokens_stays() -> None:
    """Brackets of the same kind around other words are no token."""
    assert unwrap("⟦a b⟧ ⟦–⟧") == "⟦a b⟧ ⟦–⟧"
    forged = f"⟦{base64.b64encode(zlib.compress(b'<script></script>')).decode()}⟧"
    assert unwrap(forged) == forged


def test_what_was_written_by_hand_is_told_from_what_was_made() -> None:
    """Of a page, a packed paragraph counts as written, also in another language, and a packed block does not."""
    foreign = '<div lang="es" dir="ltr"><p>Palabras</p></div>'
    assert handwritten(pack(token(foreign))) == foreign
    paragraph, block = (pack(token(html)) for html in ("<p>Words</p>", "<div><p>A table</p></div>"))
    assert handwritten(f"<h1>Title</h1>{paragraph}{block}") == "<h1>Title</h1><p>Words</p>"


def test_a_token_that_is_left_is_found() -> None:
    """A page that still has one cannot be published."""
    assert has_token(f"<p>{token('x')}</p>")
    assert not has_token("<p>x</p>")


_INLINE = '<a class="x" href="a.html">2 * 3 * 4_a_ `b` | [c](d)</a>'
_BLOCK = '<div class="x">\n\n    <p>indented *text*</p>\n\n# no heading\n</div>'


@pytest.mark.parametrize(
    ("page", "around"),
    [
        ("Some {} here.", "<p>Some {} here.</p>"),
        ("- one {}\n- two", "<li>one {}</li>"),
        ("1. one\n\n    - two {}", "<li>two {}</li>"),
        ("| a | b |\n|---|---|\n| {} | c |", "<td>{}</td>"),
        ("!!! note\n    Some {} here.", "<p>Some {} here.</p>"),
        ("Word\n:   Some {} here.", "<dd>Some {} here.</dd>"),
        ("> Some {} here.", "<p>Some {} here.</p>"),
        ("**{}**", "<strong>{}</strong>"),
        ('<p class="y" markdown>Some {} here.</p>', '<p class="y">Some {} here.</p>'),
        ("<ul><li>{}</li></ul>", "<li>{}</li>"),
    ],
)
def test_a_token_stands_inside_any_markdown(page: str, around: str) -> None:
    """HTML in a sentence, a list, a table, an admonition or raw HTML comes out as it went in."""
    html = _markdown(page.format(token(_INLINE)))
    assert around.format(_INLINE) in html


@pytest.mark.parametrize("page", ["{}", "Before.\n\n{}\n\nAfter.", "- item\n\n    {}", "!!! note\n    {}"])
def test_blocks_pass_unchanged(page: str) -> None:
    """HTML of several lines, with blank ones and indented ones, is not read as Markdown."""
    html = _markdown(page.format(token(_BLOCK)))
    assert _BLOCK in html
    assert f"<p>{_BLOCK}" not in html


@pytest.mark.parametrize("html", [_INLINE, _BLOCK, f"{_BLOCK}\n\n", "\n<p>a</p>", "<h2>a</h2> b"])
def test_a_page_that_was_packed_is_the_same(html: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A page whose blocks wait packed comes out as it does without, to the last space."""
    for page in ("{}", "Some {} here.", "- item\n\n    {}", "<ul><li>{}</li></ul>", "{}\n\nAfter.\n\n{}"):
        source = page.replace("{}", token(html))
        packed = _packed(source)
        with monkeypatch.context() as without:
            without.setattr("macros.render.tokens._TAG", re.compile("(?!)"))
            assert unpack(packed) == _packed(source), page
        assert ("\x02" in packed) == html.startswith(("<div", "<h2")), page


@pytest.mark.parametrize("end", ["", "\n", " \n\n"])
def test_a_page_in_pieces_is_the_page(end: str) -> None:
    """A page of any length, with letters of several bytes, is the same whole and in pieces, and no piece is long."""
    long = "".join(f"<li>{number} – “é” 𝄞</li>\n" for number in range(20_000)) + end
    page = f"<h1>A</h1><li {pack(token(long))}{pack(token('<b>x</b>'))} <p>B</p>"
    found = list(pieces(page))
    assert "".join(found) == unpack(page) == f"<h1>A</h1>{long.rstrip()}<b>x</b> <p>B</p>"
    assert all(0 < len(piece) <= 100_000 for piece in found)


def test_a_packed_word_cannot_be_written() -> None:
    """What would unpack, written on a page, is taken apart by Markdown."""
    fake = pack(token("<script>alert(1)</script>"))
    assert "<script" not in _markdown(fake)


@pytest.mark.parametrize("page", ["```\n{}\n```", "~~~ text\n{}\n~~~"])
def test_fenced_code_shows_the_token(page: str) -> None:
    """Code keeps what it shows: a token in it stays a word."""
    wrapped = token(_INLINE)
    assert wrapped in _markdown(page.format(wrapped))


def test_a_token_written_in_data_is_shown() -> None:
    """Text of the data that looks like a token is shown as that text, and never unwrapped."""
    fake = token("<script>alert(1)</script>")
    assert fake in _markdown(token(render("notice", notice=fake)))


def test_a_heading_keeps_its_id() -> None:
    """A token in a heading does not become part of its anchor."""
    assert '<h2 id="given">' in _markdown("## A heading " + token("<b>x</b>") + " {#given}")
