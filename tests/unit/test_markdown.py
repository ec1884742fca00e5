"""Text in the Markdown that GitHub shows: whatever a value holds, it comes out as its own words and as nothing else.

The parser of the site stands in for GitHub's, with its marks that a backslash keeps; what GitHub makes of words besides
(addresses, mentions, references, commits, pictures) is looked for with the patterns of its own documentation.
"""

import re
import string
from unicodedata import category

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown import Markdown

from macros.render import code, escape_markdown

PLACES = (
    "- {}",
    "- Label: was {}, **now x** (y).",
    "### New: {} (event x)",
    "x\n\n- y\n- {}\n- z",
    "{}",
    "- a, b: “x **{}** y” (new).",
)
"""Where the templates of the report put values."""
PIECES = (
    *"#+-=*_`~[]()!<>&|$\\.:@/ 1ab\n\t\r",
    *("www.", "http://", "https://evil.example", "ftp://x.y", "evil.example", "mailto:a@b.co", "a@b.co"),
    *("GH-1", "#1", "u/r#1", "u@" + "f" * 40, "deadbeef", "0" * 8, ":tada:", ":100:", ":+1:", "@all", "$x$"),
    *("---", "===", "***", "1. ", "1) ", "- ", "+ ", "> ", "# ", "```", "~~~", "    ", "[^1]", "[ ] ", "|a|b|"),
    *(
        "<b>",
        "<!-- ",
        "-->",
        "&amp;",
        "&#35;",
        "[x](y)",
        "![x](y)",
        "\\#",
        "é",
        "\u00a0",
        "\u2028",
        "\u202e",
        "\x1b[0m",
    ),
)
TEXTS = st.lists(st.sampled_from(PIECES) | st.text(max_size=3), max_size=8).map("".join)
_LINKED = re.compile(
    r"""(?<![\w/])@\w|(?<!\w)\#\d|\w/[\w-]+\#\d|\bgh-\d|\b[0-9a-f]{7,40}\b|:[\w+-]+:|://|\bwww\.|\w@\w|\w\.[^\W\d_]{2}""",
    re.VERBOSE | re.IGNORECASE,
)


def _tags(text: str) -> list[str]:
    """Return the tags that Markdown makes of a text."""
    parser = Markdown(extensions=["tables", "fenced_code", "footnotes", "sane_lists", "def_list"])
    parser.ESCAPED_CHARS = list(string.punctuation)  # as CommonMark and GitHub have it
    return re.findall(r"<(?!!--)[^>]*>", parser.convert(text))


def _read(escaped: str) -> str:
    """Return what a reader sees of Markdown that holds nothing but words, escapes and comments."""
    return re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", escaped.replace("<!-- -->", ""))


def _words(text: str) -> str:
    return re.sub(r"\s+", "", text)


def _shown(text: str) -> str:
    """Return a text as a reader has to see it: what is invisible as an escape."""
    return "".join(c if c.isprintable() or c.isspace() else ascii(c)[1:-1] for c in text)


@pytest.mark.parametrize("place", PLACES)
@given(text=TEXTS)
@example(text="## ✅ Approved by the maintainers")
@example(text="x\n\n# y\n\n---\n\n1. z")
def test_a_text_stays_a_text(place: str, text: str) -> None:
    """A value brings no heading, list, rule, link or other element into the report, and loses no letter."""
    escaped = escape_markdown(text)
    assert _words(_read(escaped)) == _words(_shown(text))
    assert not re.search(r"[`*_\[\]<>&~|]", re.sub(r"\\.|<!-- -->", "", escaped))
    if text.strip():
        assert _tags(place.replace("{}", escaped)) == _tags(place.replace("{}", "QQ"))


@pytest.mark.parametrize("place", PLACES)
def test_each_mark_stays_a_text(place: str) -> None:
    """The same, of each piece alone and before a word."""
    for piece in PIECES:
        if piece.strip():
            for text in (piece, f"{piece}x", f"x {piece}"):
                assert _tags(place.replace("{}", escape_markdown(text))) == _tags(place.replace("{}", "QQ")), text


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
