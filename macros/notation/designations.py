"""Finds digits that are part of a name, a place in a text or a time, so no figures: G20, 80/181/EEC, 10:30, (1)."""

import re
from collections.abc import Iterable
from functools import cache
from typing import TypeVar

from babel.core import get_global

from macros.notation.dates import dates_of
from macros.notation.patterns import any_of, blanked

_Text = TypeVar("_Text", bound=str)
ORDINAL = "st|nd|rd|th|er|re|e|ère|ème|[.]?[ºª]"
_PLACE = r"\d+[^\W\d_]?(?:\(\w{1,5}\))*(?:[–-]\d+[^\W\d_]?)?(?![\w%]|[.,]\d)"
_OF_YEAR = r"\d+(?:\.\d{3})*/(?:1[5-9]|20)\d\d(?!\w)"
_PARTS = (
    r"[Pp]ages?|[Pp]áginas?|Seiten?|[Aa]rticles?|(?:[Ss]ubs|[Ss])ections?|[Pp]aragraphs?|paras?\.|"
    r"alinéa|[Aa]rtículos?|apartado|[Aa]rtigos?|Art(?:ikel|\.)|Abs(?:atz|\.)|Satz|Nr\.|lit\."
)
"""Words for a part of a law or a document; of its longer numbers, one with a mistake is not to pass."""
_PART = r"\d{1,3}[a-z]?(?:\(\w{1,5}\))*"
_WORDS = (
    r"§§? ?\d[\w.()/-]*",  # § 5(2)
    r"(?:\(\w{1,5}\)){2,}",  # (6)(a)
    rf"[A-ZÀ-Þ][^\W\d_]+ (?!(?:0?[1-9]|1[0-2])/){_OF_YEAR}",  # Real Decreto 236/2002, but a month is not a number
    r"\d+[^\W\d_]?(?:\(\w{1,5}\))+",  # 6(1)(a)
    rf"\d+(?:{ORDINAL})(?!\w)",  # the 19th century
    rf"(?:{_PARTS}) {_PART}(?:, {_PART})*(?![\w%]|[.,/]\d)",  # Artikel 5 Absatz 1, Art. 7(2)
    r"\d+/\d+/[A-Z]{2,}",  # 80/181/EEC
    r"(?:\([A-Z]{2,}\)|[A-Z]{2,}|Nos?\.|Nr\.|n(?:[º°]|\.[º°]?)) ?\d+(?:\.\d{3})*/\d+(?!\w)",  # (EU) 2016/679
    r"(?:[01]?\d|2[0-3])[ \u00a0]?h[ \u00a0]?[0-5]\d(?!\w)",  # 10h30
    r"(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d)?(?:[ \u00a0]?[ap]\.?m\b\.?)?(?!\w)",  # 10:30
    r"(?:1[0-2]|[1-9])\.[0-5]\d[ \u00a0]?[ap]\.?m(?:\.|\b)",  # 10.30 pm
    r"(?:[01]?\d|2[0-3])(?:\.[0-5]\d)? Uhr(?!\w)",  # 14.20 Uhr
    r"(?:1[0-2]|[1-9])[ \u00a0]?[ap]\.?m(?:\.|\b)",  # 10 a.m.
    r"\A\(\d+\)(?=,)",  # (5), at the beginning of a label
)
_SHORT = re.compile(r"(?<![\w.])((?:[^\W\d_]{1,6}\.)+) ?\d")
"""A short word before a number, as in citations: s. 85."""
_NUMBERED = re.compile(rf"(?<!\w)([^\W\d_]+) {_OF_YEAR}")
"""A law by its number and its year: Ley 9/2017."""
_ITEM = re.compile(r"\((\d{1,2})\)")


_PLACE_IN_LAW = re.compile(rf"(?:\d+ )?(?:[A-Z][\w.]*\. ){{0,2}}§§? (?=\d)|(?<!\w)(?:{_PARTS}) (?=\d)")
"""What stands before the number of a part of a law, with the law and its title: 17 U.S.C. § 107."""


def unbroken(text: _Text) -> _Text:
    """Return text, or markup, with no-break spaces in each place in a law, so that it stays on one line."""
    return type(text)(_PLACE_IN_LAW.sub(lambda match: match[0].replace(" ", "\u00a0"), text))


@cache
def _pattern() -> re.Pattern[str]:
    """Return a pattern for every designation but the numbers of a list; letters before digits are no currency."""
    currencies = "|".join(get_global("all_currencies"))
    joined = (
        rf"(?!(?:{currencies})-?\d|[^\W\d_]+-\d{{4}}(?!\w))(?=[^\W\d_])(?-i:[A-Z])[^\W_]*[-–‑]?\d[^\W_]*(?:[-–/.]\w+)*"
    )
    return re.compile(rf"(?<![\w.,/])(?:{'|'.join((*_WORDS, joined))})")


def references(citations: Iterable[str], kinds: Iterable[str], language: str) -> re.Pattern[str]:
    """Return a pattern for references to laws in the form of some citations: "s. 85" if one of them has "s. 5".

    ``kinds`` are words for laws, such as Ley, which count before a number and a year too: "Ley 9/2017".
    """
    undated = [*citations]
    for date in dates_of(language):  # "Nov." is not a short word for a place
        undated = [date.sub(" ", one) for one in undated]
    places = any_of({match[1] for one in undated for match in _SHORT.finditer(one)})
    names = any_of({match[1] for one in undated for match in _NUMBERED.finditer(one)} | {*kinds})
    return re.compile(rf"(?<![\w.])(?:(?:{places}) ?{_PLACE}|(?:{names}) {_OF_YEAR})", re.IGNORECASE)


def blank(text: str) -> str:
    """Return text with spaces in place of each designation; length and lines stay."""
    text = _pattern().sub(lambda match: " " * len(match[0]), text)
    last = 0
    for item in _ITEM.finditer(text):  # a list counts from (1) on without a gap
        if int(item[1]) in (1, last + 1):
            last = int(item[1])
            text = blanked(text, [item.span()])
    return text
