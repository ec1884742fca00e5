"""Digits that are part of a name, a place in a text or a time, and so no figures: G20, 80/181/EEC, 10:30, (1)."""

import re
from functools import cache

from babel.core import get_global

ORDINAL = "st|nd|rd|th|er|re|e|ère|ème|[.]?[ºª]"
_WORDS = (
    r"§§? ?\d[\w.()/-]*",  # § 5(2)
    r"\d+[^\W\d_]?(?:\(\w{1,5}\))+",  # 6(1)(a)
    rf"\d+(?:{ORDINAL})(?!\w)",  # the 19th century
    r"\d+/\d+/[A-Z]{2,}",  # 80/181/EEC
    r"(?:\([A-Z]{2,}\)|[A-Z]{2,}|Nos?\.|Nr\.|n(?:[º°]|\.[º°]?)) ?\d+(?:\.\d{3})*/\d+(?!\w)",  # (EU) 2016/679
    r"(?:[01]?\d|2[0-3])[ \u00a0]?h[ \u00a0]?[0-5]\d(?!\w)",  # 10h30
    r"(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d)?(?:[ \u00a0]?[ap]\.?m\b\.?)?(?!\w)",  # 10:30
    r"(?:1[0-2]|[1-9])[ \u00a0]?[ap]\.?m(?:\.|\b)",  # 10 a.m.
    r"\A\(\d+\)(?=,)",  # (5), at the beginning of a label
)
_ITEM = re.compile(r"\((\d{1,2})\)")


@cache
def _pattern() -> re.Pattern[str]:
    """Return a pattern for every designation but the numbers of a list; letters before digits are no currency."""
    currencies = "|".join(get_global("all_currencies"))
    joined = (
        rf"(?!(?:{currencies})-?\d|[^\W\d_]+-\d{{4}}(?!\w))(?=[^\W\d_])(?-i:[A-Z])[^\W_]*[-–‑]?\d[^\W_]*(?:[-–/.]\w+)*"
    )
    return re.compile(rf"(?<![\w.,/])(?:{'|'.join((*_WORDS, joined))})")


def blank(text: str) -> str:
    """Return text with spaces in the place of each designation; length and lines stay."""
    text = _pattern().sub(lambda match: " " * len(match[0]), text)
    last = 0
    for item in list(_ITEM.finditer(text)):  # a list counts from (1) on without a gap
        if int(item[1]) in (1, last + 1):
            last = int(item[1])
            text = text[: item.start()] + " " * len(item[0]) + text[item.end() :]
    return text
