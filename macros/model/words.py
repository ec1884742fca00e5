"""The form in which words are compared everywhere, and the quotation marks of all languages."""

import re
import unicodedata
from collections.abc import Iterable

_LAST_SPACE = 0x3000  # the number of the last character of Unicode that is a space
_ASCII = str.maketrans(
    dict.fromkeys("‘’‛", "'")
    | dict.fromkeys("“”„", '"')
    | dict.fromkeys("‐‑‒–—―", "-")
    | dict.fromkeys((char for char in map(chr, range(_LAST_SPACE + 1)) if char.isspace() and char != "\n"), " ")
)
_UNSEEN = re.compile(
    "[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufe00-\ufe0f\ufeff]"
)
"""Characters that readers do not see: soft hyphens, spaces and joiners without width, marks of direction."""
_MARKS = ("“”", "„“”", "«»", "»«", "‹›", "›‹", "「」", "『』", "””")
"""Opening quotation marks of all languages, each followed by the marks that may close it."""
QUOTED = re.compile(
    f"[{''.join(pair[0] for pair in _MARKS)}]"
    f"({'|'.join(f'(?<={pair[0]})[^{pair[1:]}]*(?=[{pair[1:]}])' for pair in _MARKS)})."
)
"""Words in the quotation marks of any language."""
QUOTED_EDGE = " .,\u00a0\u202f"
"""What may stand between a quotation mark and the quoted words."""


def ascii_punctuation(text: str) -> str:
    """Return text with straight quotation marks, hyphens for dashes, and plain spaces for all others.

    The text keeps its length and its lines.
    """
    return text.translate(_ASCII)


def blank(text: str, patterns: Iterable[re.Pattern[str]]) -> str:
    """Return text with spaces in place of all that matches a pattern; length and lines stay."""
    for pattern in patterns:
        text = pattern.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), text)
    return text


def one_line(text: str) -> str:
    """Return text on one line, with a single space between its words."""
    return " ".join(text.split())


def normalise(text: str) -> str:
    """Return text in the normal form in which words are compared.

    Characters that nobody sees are left out. An accent and its letter are one character (NFC). Punctuation is as in
    ``ascii_punctuation``, and every run of white space is one space. Nothing else is changed.
    """
    return one_line(ascii_punctuation(unicodedata.normalize("NFC", _UNSEEN.sub("", text))))
