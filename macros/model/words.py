"""The one form in which words are compared, wherever they stand, and the quotation marks of any language."""

import re
import unicodedata
from collections.abc import Iterable

_PLAIN = str.maketrans(
    dict.fromkeys("‘’‛", "'")
    | dict.fromkeys("“”„", '"')
    | dict.fromkeys("‐‑‒–—―", "-")
    | dict.fromkeys((char for char in map(chr, range(0x10000)) if char.isspace() and char != "\n"), " ")
)
_UNSEEN = re.compile(
    "[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufe00-\ufe0f\ufeff]"
)
"""Characters that no reader sees: soft hyphens, spaces and joiners without width, marks of direction and variant."""
_MARKS = ("“”", "„“”", "«»", "»«", "‹›", "›‹", "「」", "『』", "””")
"""Opening quotation marks, each with the marks that may close it, of any language."""
QUOTED = re.compile(
    f"[{''.join(pair[0] for pair in _MARKS)}]"
    f"({'|'.join(f'(?<={pair[0]})[^{pair[1:]}]*(?=[{pair[1:]}])' for pair in _MARKS)})."
)
"""Words of prose that are a quotation, whose marks those of their language are."""
QUOTED_EDGE = " .,\u00a0\u202f"
"""What may stand between quotation marks around the quoted words."""


def ascii_punctuation(text: str) -> str:
    """Return text with straight quotation marks, hyphens for dashes, and plain spaces, also for those without a break.

    Each character stays where it is, and so do the ends of lines.
    """
    return text.translate(_PLAIN)


def blank(text: str, patterns: Iterable[re.Pattern[str]]) -> str:
    """Return text in which all that matches a pattern is replaced by spaces; length and lines stay."""
    for pattern in patterns:
        text = pattern.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), text)
    return text


def one_line(text: str) -> str:
    """Return text on one line, with a single space between its words."""
    return " ".join(text.split())


def normalise(text: str) -> str:
    """Return text in the normal form in which words are compared.

    Characters that nobody sees are left out, accents are one character with their letter (NFC), all is ``plain``, and
    every run of white space becomes one space. No other difference is allowed.
    """
    return one_line(ascii_punctuation(unicodedata.normalize("NFC", _UNSEEN.sub("", text))))
