"""The English words by which a draft knows facts, and the parts of a text.

Words of the topic are not here: they are the names of actors, statutes and terms in the data. All patterns, except
those of whole lines, are for normalised text.
"""

import re
from typing import NamedTuple

from macros.checks.figures import QUALIFIERS
from macros.model import dates

_NAMES_OF_DATA = re.compile("(?!)")


class Cue(NamedTuple):
    """Words of one sort, the kind of record that they suggest, and whether one is enough; else it takes two sorts."""

    name: str
    kind: str
    pattern: re.Pattern[str] = _NAMES_OF_DATA
    is_enough: bool = True


def _cue(name: str, kind: str, *words: str, is_enough: bool = True, exactly: bool = False) -> Cue:
    """Return a cue for whole words, which are patterns; ``exactly`` makes their case count."""
    flags = re.RegexFlag(0) if exactly else re.IGNORECASE
    return Cue(name, kind, re.compile(rf"(?<![\w-])(?:{'|'.join(words)})(?!\w)", flags), is_enough)


_DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
NUMBER = re.compile(
    rf"(?:(?:(?P<qualifier>{'|'.join(QUALIFIERS)})|(?P<change>from)(?= \S+ to )) )?"
    rf"(?<![\w.,:/-])[$£€]?(?P<value>{_DIGITS})(?:(?: to |-)(?P<high>{_DIGITS}))?"
    r"(?:[ -](?P<scale>thousand|million|billion))?(?![\w:/]|[.,]\d)",
    re.IGNORECASE,
)
"""A number in digits with its qualifier and scale; or both ends of a range, or of a change ("from 7 to 5")."""

_MONTH = rf"(?:{'|'.join(dates.MONTHS)}|(?:Jan|Feb|Aug|Sept?|Oct|Nov|Dec)\.)"
_UNIT = r"(?:days?|weeks?|months?|years?|decades?)"
_SMALL = "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty"
_DATE = _cue(
    "date",
    "event",
    rf"{_MONTH} \d{{1,2}}(?:, \d{{4}})?",
    rf"(?:\d{{1,2}} )?{_MONTH}(?: \d{{4}})?",
    r"(?:fiscal )?(?:19|20)\d\d",
    r"\d\d/\d\d/\d\d+",
    "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day",
    exactly=True,
)
_RELATIVE = _cue(
    "date",
    "event",
    "today|yesterday|tomorrow",
    rf"(?:earlier |later |late |early )?(?:last|next|this|past) {_UNIT}",
    rf"(?:\w+ )?{_UNIT} (?:ago|after|before|later|earlier)",
)
LANGUAGE: tuple[Cue, ...] = (
    Cue("number", "series", NUMBER),
    _cue("number", "series", rf"(?:{_SMALL}|dozens?|hundreds?|thousands?|(?:m|b)illions?|percent|per cent)"),
    _cue("number", "series", r"(?:almost|nearly) (?:all|every|none)|half|(?:third|quarter|fifth)s"),
    _cue("definition", "term", "(?:also |commonly |widely )?(?:known|referred to|defined) as", "so-called"),
    _cue(
        "order",
        "statement",
        "must|shall|may|should|will|would|cannot",
        "direct(?:s|ed|ing)|instruct(?:s|ed|ing)|order(?:s|ed|ing)|requir(?:e|es|ed|ing)|mandat(?:es|ed|ing)",
        "urg(?:es|ed|ing)|ask(?:s|ed|ing)|demand(?:s|ed|ing)|authori[sz](?:es|ed|ing)|prohibit(?:s|ed|ing)",
        "forbid(?:s|ding)|bann?(?:s|ed)|allow(?:s|ed|ing)|permit(?:s|ted|ting)|plan(?:s|ned)|seek(?:s|ing)?|sought",
    ),
    _cue(
        "saying",
        "statement",
        "according to|in a statement|call(?:s|ed|ing)|declin(?:es|ed|ing) to",
        "said|says|told|tells|wrote|writes|added|adds|argu(?:es|ed)|claim(?:s|ed)|assert(?:s|ed)|stated|explain(?:s|ed)",
        "announc(?:es|ed|ing)|promis(?:es|ed)|pledg(?:es|ed)|vow(?:s|ed)|threaten(?:s|ed)|propos(?:es|ed)",
        "warn(?:s|ed)|accus(?:es|ed)|den(?:ies|ied)|critici[sz](?:es|ed)|prais(?:es|ed)|credit(?:s|ed)|blam(?:es|ed)",
        "attribut(?:es|ed)|acknowledg(?:es|ed)|express(?:es|ed)|complain(?:s|ed)|alleg(?:es|ed)|testif(?:ies|ied)",
        "describ(?:es|ed)|insist(?:s|ed)|conced(?:es|ed)|advocat(?:es|ed)|question(?:s|ed)|disput(?:es|ed)",
        "suggest(?:s|ed)",
        is_enough=False,
    ),
    _cue(
        "offence",
        "statement",
        r"offen[cs]e\w*|crim(?:e|inal)\w*|felon\w*|misdemeano\w*|guilty|convict\w*|prosecut\w*|penalt\w*",
        "sentence[sd]?|charged|indicted|fined|jail|prison (?:time|sentence|term)s?",
    ),
    _DATE,
    _RELATIVE,
    _cue(
        "change",
        "statement",
        "increas(?:e|es|ed|ing)|decreas(?:e|es|ed|ing)|decline[sd]?|fell|fall(?:s|en|ing)?|rise|rising|rose",
        "drop(?:s|ped)?|gr(?:ew|owing|owth|own)|surge[sd]?|upswing|expand(?:s|ed)|reduc(?:e|es|ed|ing)",
        "jump(?:s|ed)?|soar(?:s|ed)?|climb(?:s|ed)?|plunge[sd]?|shr[aiu]nk|doubl(?:es|ed)|tripl(?:es|ed)|halved",
        "shortage|first|last|latest|highest|lowest|largest|smallest|fewest|unprecedented|historic(?:ally)?",
    ),
    _cue("reason", "statement", "because|due to|le(?:d|ads) to|in response to|as a result|in an effort to|despite"),
    _cue(
        "stance",
        "statement",
        "supporters?|critics?|opponents?|detractors?|advocates?|concerns?|oppos(?:es|ed)|fail(?:s|ed|ure)?|refus(?:es|ed)",
        is_enough=False,
    ),
    Cue("quotation", "statement", re.compile(r"\"(?=\w)[^\"]+\"?"), is_enough=False),
)
"""All cues that are not names, the best first."""
STATUTE, TERM = Cue("statute", "statement"), Cue("term", "statement")
ACTOR = Cue("actor", "statement", is_enough=False)
"""Cues for names in the data, which have no pattern of their own."""
_NO_NAME = "The|This|That|These|Those|In|On|At|For|Under|After|Before|When|While|But|And|It|He|She|They"
_CAPITALS = r"[A-Z][\w'.&-]*\w"
NAME = Cue(
    "name",
    "statement",
    re.compile(rf"(?<![\w-])(?!(?:{_NO_NAME}) ){_CAPITALS}(?: (?:(?:of|for|the|and|on) )*{_CAPITALS})+"),
    is_enough=False,
)
"""Two or more capitalised words: a name that the data may not have."""

ABBREVIATION = re.compile(
    r"""["'(\[]*(?:(?:[A-Z]\.)+|(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Lt|Col|Prof|Rev|St|No|Inc|vs"""
    r"""|Jan|Feb|Aug|Sept?|Oct|Nov|Dec)\.)"""
)
"""A word whose full stop does not end a sentence."""
JOINT = re.compile(
    "and|but|or|while|that|who|whom|which|whose|as|because|after|before|although|though|despite|where|when|if|unless"
    "|since",
    re.IGNORECASE,
)
"""A word that starts a clause."""

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
