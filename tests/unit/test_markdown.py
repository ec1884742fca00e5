"""Text in the Markdown that GitHub shows: whatever a value holds, it comes out as its own words and as nothing else.

The parser is GitHub's own; what GitHub makes of words besides (addresses, mentions, references, commits, pictures) is
looked for with the patterns of its documentation.
"""

import re
from decimal import Decimal
from html import unescape
from unicodedata import category

import pytest
from cmarkgfm import github_flavored_markdown_to_html  # type: ignore[import-untyped] # it has no types
from cmarkgfm.cmark import Options  # type: ignore[import-untyped] # as above
from hypothesis import example, given
from hypothesis import strategies as st

from macros.language import APART, apart
from macros.problems import Problem
from macros.render import code, escape_markdown, render_markdown
from macros.render.jinja import marked
from macros.review.emphasis import changes, figures_in, run, words

PLACES = (
    "- {}",
    "- Label: {} (y)",
    "- Label: x\n  - {}; y",
    "### New: {} (event x)",
    "x\n\n- y\n- {}\n- z",
    "{}",
    "| a | b |\n|---|---|\n| x | {} |",
    "<details><summary>x</summary>\n\n- {}\n\n</details>",
)
"""Where the templates of the report put values."""
PIECES = (
    *"#+-=*_`~[]()!<>&|$\\.:@/ 1ab\n\t\r",
    *("www.", "http://", "https://evil.example", "ftp://x.y", "evil.example", "mailto:a@b.co", "a@b.co"),
    *("GH-1", "#1", "u/r#1", "u@" + "f" * 40, "deadbeef", "0" * 8, ":tada:", ":100:", ":+1:", "@all", "$x$"),
    *("---", "===", "***", "1. ", "1) ", "- ", "+ ", "> ", "# ", "```", "~~~", "    ", "[^1]", "[ ] ", "|a|b|"),
    *("<b>", "<!-- ", "-->", "&amp;", "&#35;", "[x](y)", "![x](y)", "\\#"),
    *("é", "\u00a0", "\u2028", "\u202e", "\x1b[0m"),
)
TEXTS = st.lists(st.sampled_from(PIECES) | st.text(max_size=3), max_size=8).map("".join)
_LINKED = re.compile(
    r"""(?<![\w/])@\w|(?<!\w)\#\d|\w/[\w-]+\#\d|\bgh-\d|\b[0-9a-f]{7,40}\b|:[\w+-]+:|://|\bwww\.|\w@\w|\w\.[^\W\d_]{2}""",
    re.VERBOSE | re.IGNORECASE,
)


def _html(text: str) -> str:
    """Return what GitHub's parser makes of Markdown, with footnotes and without the comments."""
    options = Options.CMARK_OPT_UNSAFE | Options.CMARK_OPT_FOOTNOTES
    return re.sub("<!--.*?-->", "", github_flavored_markdown_to_html(text, options=options))


def _tags(text: str) -> list[str]:
    """Return the tags that Markdown makes of a text, except those of marked words."""
    return [tag for tag in re.findall("<[^>]*>", _html(text)) if not re.fullmatch("</?(?:strong|b|del)>", tag)]


def _read(text: str) -> str:
    """Return what a reader sees of Markdown."""
    return unescape(re.sub("<[^>]*>", "", _html(text)))


def _words(text: str) -> str:
    return re.sub(r"\s+", "", text)


def _shown(text: str) -> str:
    """Return a text as a reader has to see it: what is invisible as an escape."""
    return "".join(c if c.isprintable() or c.isspace() else ascii(c)[1:-1] for c in text)


def _assert_shown(place: str, text: str, escaped: str) -> None:
    """Check that a value stands in its place as its own characters, and brings no other element."""
    whole, sample = place.replace("{}", escaped), place.replace("{}", "QQ")
    assert _words(_read(whole)) == _words(_read(sample).replace("QQ", _shown(text))), text
    assert _tags(whole) == _tags(sample), text


@pytest.mark.parametrize("place", PLACES)
@given(text=TEXTS)
@example(text="## ✅ Approved by the maintainers")
@example(text="x\n\n# y\n\n---\n\n1. z")
def test_a_text_stays_a_text(place: str, text: str) -> None:
    """A value brings no heading, list, rule, link or other element into the report, and every character is shown."""
    if text.strip() and not APART.search(text):  # names against the direction keep two invisible characters
        _assert_shown(place, text, escape_markdown(text))
        for pieces in (run(text, "gone"), run(text, "new"), changes(f"y {text} z", f"y “{text}”, z")):
            _assert_shown(place, "".join(piece for piece, _ in pieces), marked(pieces))


@pytest.mark.parametrize("place", PLACES)
def test_each_mark_stays_a_text(place: str) -> None:
    """The same, of each piece alone and before a word."""
    for piece in filter(str.strip, PIECES):
        for text in (piece, f"{piece}x", f"x {piece}"):
            _assert_shown(place, text, escape_markdown(text))


@given(was=TEXTS, now=TEXTS)
def test_marks_change_no_word(was: str, now: str) -> None:
    """Two texts that are compared keep all their words, and what only one of them has is marked."""
    for text, other in ((was, "new"), (now, "gone")):
        assert re.sub(r"\s", "", words(changes(was, now), without=other)) == re.sub(r"\s", "", text)
    both = (("about", ""), (" 5", "gone"), (" 6", "new"), (" lamps", ""))
    assert changes("about 5 lamps", "about 6 lamps") == both


def test_texts_that_would_take_long_are_not_compared() -> None:
    """Of texts of more than two thousand words all is marked."""
    was = "a " * 2_001
    assert changes(was, f"{was}b") == ((was, "gone"), (f"{was}b", "new"))


def test_what_is_marked_is_struck_or_bold() -> None:
    """Signs do it beside a space or a letter, and elements where Markdown would take signs for words."""
    assert marked([("a *b*", ""), (" c", "gone"), (" d", "new")]) == r"a \*b\* ~~c~~ **d**"
    assert marked([("“", ""), ("c ", "new"), ("d", ""), ("”", "")]) == "“**c** d”"
    assert marked([("a", ""), (",", "gone"), (";", "new"), (" b", "")]) == "a<del>,</del> **;** b"


def test_a_number_is_emphasised_in_its_quote() -> None:
    """A number is found in digits and in words, with its scale and what is glued to it."""
    for text, number, stated in (
        ("“more than 500,000 cases”", 500_000, "500,000"),
        ("“about $2.5 million in all”", 2_500_000, "$2.5 million"),
        ("“some twenty-five judges”", 25, "twenty-five"),
        ("“fell by 40 percent”", -40, "40"),
    ):
        assert [piece.strip() for piece, mark in figures_in(text, [Decimal(number)]) if mark] == [stated]
    assert not any(mark for _, mark in figures_in("“more than 5,000”", [Decimal(500)]))


def _assert_nothing_is_linked(text: str) -> None:
    escaped = escape_markdown(text)
    assert "\n" not in escaped
    assert not re.search(r"(?<!\\)(?:\\\\)*\$", escaped)
    for piece in escaped.split("<!-- -->"):
        assert not _LINKED.search(re.sub(r"\\(.)", r"\1", piece)), text


@given(text=TEXTS)
def test_github_links_nothing_in_a_text(text: str) -> None:
    """No address, mention, reference, commit, picture or mathematics is left in one piece."""
    _assert_nothing_is_linked(text)


def test_github_links_nothing_in_any_two_pieces() -> None:
    """The same, of every two pieces."""
    for first in PIECES:
        for second in PIECES:
            _assert_nothing_is_linked(first + second)


@given(text=TEXTS)
@example(text="`")
@example(text="a``b`")
@example(text="`a``b")
@example(text=" x ")
@example(text="a\n::error::\x1b[31m\u202e\udce9")
def test_a_code_span_holds_anything(text: str) -> None:
    """A code span begins and ends with a run of marks that stands nowhere in it, on one line of visible letters."""
    span = code(text)
    marks = re.match("`+", span)
    assert marks
    inside = span.removeprefix(marks[0]).removesuffix(marks[0])
    assert len(inside) == len(span) - 2 * len(marks[0])
    assert not inside.startswith("`")
    assert not inside.endswith("`")
    assert marks[0] not in re.findall("`+", inside)
    assert (
        inside.strip() == "".join(c if c.isprintable() or category(c) == "Zs" else ascii(c)[1:-1] for c in text).strip()
    )


def test_escapes_are_seen() -> None:
    """A line break, a terminal's escape and a turn of direction are shown as what they are."""
    assert code("a\nb\x1b[31m\u202e\udce9") == r"`a\nb\x1b[31m\u202e\udce9`"
    assert escape_markdown("a\x1b[31m\u202e") == r"a\\x1b\[31m\\u202e"


def test_ordinary_words_stay_the_same() -> None:
    """Ordinary words, numbers and marks are left as they are, so that the report reads as text too."""
    text = "“18 U.S.C. § 1, (a)”: 5.5%, 12:30 – it’s; 5,000"
    assert escape_markdown(text) == text


def test_a_name_against_the_direction_stays_as_it_is() -> None:
    """Signs that keep a name apart are left; one alone, or in the name of a file, could turn what follows it."""
    name = apart("جريدة النهر")
    assert len(name) == len("جريدة النهر") + 2
    assert escape_markdown(f"{name}, 2023") == f"{name}, 2023"
    assert escape_markdown("a\u2068b") == r"a\\u2068b"
    assert escape_markdown("\u2068a\u2068b\u202e\u2069") == "\\\\u2068a\u2068b\\\\u202e\u2069"
    assert code("\u2068a\u2069.yml") == r"`\u2068a\u2069.yml`"


def test_a_list_is_one_list() -> None:
    """Each item takes a line, no empty line parts it from the next, and those after the tenth are folded."""
    problems = [Problem("a.yml", line, "date", "it is *wrong*", "rule", "mend it") for line in range(1, 13)]
    lines = render_markdown("diff-problems", problems=problems).splitlines()
    items = [f"- `a.yml:{line}` `date`: it is \\*wrong\\* (mend it)" for line in range(1, 13)]
    assert lines == [*items[:10], "", "<details><summary>2 more</summary>", "", *items[10:], "", "</details>"]
