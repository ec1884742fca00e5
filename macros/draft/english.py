"""The English words by which a draft tells quantities, dates and definitions, and the parts of a text.

All patterns, except those of whole lines, are for normalised text.
"""

import re

from macros.model import dates

_MONTH = rf"(?:{'|'.join(dates.months())}|(?:Jan|Feb|Aug|Sept?|Oct|Nov|Dec)\.)"
_UNIT = r"(?:days?|weeks?|months?|years?|decades?)"
_SMALL = "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty"
DATE = re.compile(
    rf"(?<![\w-])(?:{_MONTH} \d{{1,2}}(?:, \d{{4}})?|(?:\d{{1,2}} )?{_MONTH}(?: \d{{4}})?|(?:fiscal )?(?:19|20)\d\d"
    r"|\d\d/\d\d/\d\d+|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
    rf"|(?i:today|yesterday|tomorrow|(?:earlier |later |late |early )?(?:last|next|this|past) {_UNIT}"
    rf"|(?:\w+ )?{_UNIT} (?:ago|after|before|later|earlier)))(?!\w)"
)
"""A date, or a time that is told from another."""
KINDS = (
    (
        "series",
        re.compile(rf"\b(?:{_SMALL}|dozens?|hundreds?|thousands?|[mb]illions?|percent|per cent)\b", re.IGNORECASE),
    ),
    ("term", re.compile(r"\b(?:(?:known|referred to|defined) as|so-called)\b", re.IGNORECASE)),
    ("event", DATE),
)
"""The kinds of record that words suggest, the first that fits, if there is no number in digits."""

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
"""Words of the page around an article, such as its menus."""
LINES = {
    "stamp": re.compile(
        rf"(?:last )?(?:updated|published|posted|issued)\b.*\d|(?:\w+day, )?{_MONTH} \d{{1,2}}, \d{{4}}.{{0,30}}$",
        re.IGNORECASE,
    ),
    "credit": re.compile(r"(?:additional )?(?:reporting|writing|editing|compiled) by ", re.IGNORECASE),
    "caption": re.compile(r".*(?:\([^()]*[/:][^()]*\)|/ ?\w+ photo|getty images)$", re.IGNORECASE),
}
"""Patterns of lines that are neither headline nor paragraph, by locator."""
