"""Words that suggest a kind of record, and those that divide a text; outside English, only numbers and dates.

All patterns are for normalised text, except those of whole lines.
"""

import re
from collections.abc import Iterable
from functools import cache

from macros.model.dates import months
from macros.notation import qualifiers
from macros.notation.dates import dates_of, eras
from macros.notation.numbers import SIGN, notation

_MONTH = rf"(?:{'|'.join(months())}|(?:Jan|Feb|Aug|Sept?|Oct|Nov|Dec)\.)"
_UNIT = r"(?:days?|weeks?|months?|years?|decades?)"
_SMALL = "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty"
_DATE = re.compile(
    rf"(?<![\w-])(?:{_MONTH} \d{{1,2}}(?:, \d{{4}})?|(?:\d{{1,2}} )?{_MONTH}(?: \d{{4}})?|(?:fiscal )?(?:19|20)\d\d"
    r"|\d\d/\d\d/\d\d+|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
    rf"|(?i:today|yesterday|tomorrow|(?:earlier |later |late |early )?(?:last|next|this|past) {_UNIT}"
    rf"|(?:\w+ )?{_UNIT} (?:ago|after|before|later|earlier)))(?!\w)"
)
"""A date, or a time that is told by another."""
_KINDS = (
    (
        "series",
        re.compile(rf"\b(?:{_SMALL}|dozens?|hundreds?|thousands?|[mb]illions?|percent|per cent)\b", re.IGNORECASE),
    ),
    ("term", re.compile(r"\b(?:(?:known|referred to|defined) as|so-called)\b", re.IGNORECASE)),
    ("event", _DATE),
)
"""The kinds of record that words suggest if a text has no number in digits; the first that fits counts."""

ABBREVIATION = re.compile(
    r"""["'(\[]*(?:(?:[A-Z]\.)+|(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Lt|Col|Prof|Rev|St|No|Inc|vs"""
    r"""|Jan|Feb|Aug|Sept?|Oct|Nov|Dec|av|apr?|arts?|núm|env|ca|cf|pp?)\.)"""
)
"""A word whose full stop does not end a sentence."""
PAGE = re.compile(
    r"\b(?:cookies?|privacy|subscri(?:be|ber|ption)s?|newsletters?|sign (?:up|in)|log ?in|terms of (?:use|service)"
    r"|all rights reserved|copyright|advertis\w+|our (?:web)?site|this website|personal information|opt[ -]out"
    r"|click here|read more|learn more|follow us|share this|skip to|recent stories|related (?:stories|articles)"
    r"|most (?:read|popular))\b",
    re.IGNORECASE,
)
"""Words of the web page around an article, such as its menus."""
LINES = {
    "stamp": re.compile(
        rf"(?:last )?(?:updated|published|posted|issued)\b.*\d|(?:\w+day, )?{_MONTH} \d{{1,2}}, \d{{4}}.{{0,30}}$",
        re.IGNORECASE,
    ),
    "credit": re.compile(r"(?:additional )?(?:reporting|writing|editing|compiled) by ", re.IGNORECASE),
    "caption": re.compile(r".*(?:\([^()]*[/:][^()]*\)|/ ?\w+ photo|getty images)$", re.IGNORECASE),
}
"""Patterns of lines that are neither headline nor paragraph, by locator."""
_YEAR = re.compile(r"(?<![\w.,-])(?:1[5-9]|20)\d\d(?![\w-]|[.,]\d)")
_FROM = "from|de|von|da"  # what stands before both ends of a change: from 7 to 5


def _is_english(language: str) -> bool:
    """Whether a text is in English, for which there are many cues."""
    return notation(language).language == "en"


def dates(language: str) -> Iterable[re.Pattern[str]]:
    """Return the patterns of dates in words of a language, for text with ASCII digits."""
    return (eras(language), *((_DATE,) if _is_english(language) else (*dates_of(language), _YEAR)))


@cache
def kinds(language: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Return the kinds of record that words of a language suggest, the first that fits; other text is a statement."""
    events = [("event", pattern) for pattern in dates(language)]
    others = (*_KINDS, ("event", eras(language))) if _is_english(language) else events
    return (("series", number(language)), *others)


@cache
def number(language: str) -> re.Pattern[str]:
    """Return a pattern for a number in digits with qualifier and scale, or for both ends of a range or a change."""
    forms = notation(language)
    joint = forms.joints.partition("|")[0]
    return re.compile(
        rf"(?i:(?:(?P<qualifier>{qualifiers.in_words(language)})|(?P<change>{_FROM})(?= \S+ {joint} )) )?"
        rf"(?<![\w.,:/-])(?P<minus>[-−](?=(?:{SIGN})?\d))?"
        rf"(?:{SIGN})?(?P<value>{forms.number})(?:(?: {joint} |-)(?P<high>{forms.number}))?"
        rf"(?P<scale>{forms.scale})?(?![\w:/]|[.,]\d)"
    )
