"""The English that a draft knows, as tables: by which words a passage looks like a fact, and how a text divides.

Words of the topic are no part of it: they come from the names of the actors, statutes and terms of the data. All
patterns but those of whole lines are looked for in normalised text.
"""

import re
from typing import NamedTuple

from macros.model import dates

_NAMES_OF_DATA = re.compile("(?!)")


class Cue(NamedTuple):
    """Words of one sort: what they look like, the kind of record that they suggest, and whether one is enough.

    Of the others it takes two sorts for an offer.
    """

    name: str
    kind: str
    pattern: re.Pattern[str] = _NAMES_OF_DATA
    is_enough: bool = True


def _cue(name: str, kind: str, *words: str, is_enough: bool = True, exactly: bool = False) -> Cue:
    """Return the cue of some whole words; capitals count only where they must stand exactly so."""
    flags = re.RegexFlag(0) if exactly else re.IGNORECASE
    return Cue(name, kind, re.compile(rf"(?<![\w-])(?:{'|'.join(words)})(?!\w)", flags), is_enough)


QUALIFIERS = {
    "more than": "more than",
    "over": "more than",
    "at least": "at least",
    "about": "about",
    "around": "about",
    "roughly": "about",
    "approximately": "about",
    "nearly": "nearly",
    "almost": "nearly",
    "up to": "up to",
    "as many as": "up to",
    "under": "under",
    "fewer than": "under",
    "less than": "under",
}
"""What a source says of a number's exactness, and the word of the model for it."""
_DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
NUMBER = re.compile(
    rf"(?:(?:(?P<qualifier>{'|'.join(QUALIFIERS)})|(?P<change>from)(?= \S+ to )) )?"
    rf"(?<![\w.,:/-])[$£€]?(?P<value>{_DIGITS})(?:(?: to |-)(?P<high>{_DIGITS}))?"
    r"(?:[ -](?P<scale>thousand|million|billion))?(?![\w:/]|[.,]\d)",
    re.IGNORECASE,
)
"""A number in digits with what is said of its exactness, or the two ends of a range, or of a change with "from"."""

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
"""Every cue of the language, the most telling first."""
STATUTE, TERM = Cue("statute", "statement"), Cue("term", "statement")
ACTOR = Cue("actor", "statement", is_enough=False)
"""Names; the data tells what they look like."""
_NO_NAME = "The|This|That|These|Those|In|On|At|For|Under|After|Before|When|While|But|And|It|He|She|They"
_CAPITALS = r"[A-Z][\w'.&-]*\w"
NAME = Cue(
    "name",
    "statement",
    re.compile(rf"(?<![\w-])(?!(?:{_NO_NAME}) ){_CAPITALS}(?: (?:(?:of|for|the|and|on) )*{_CAPITALS})+"),
    is_enough=False,
)
"""Two or more words in capitals, as names are written: one that the data may not know."""

ABBREVIATION = re.compile(
    r"""["'(\[]*(?:(?:[A-Z]\.)+|(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Lt|Col|Prof|Rev|St|No|Inc|vs"""
    r"""|Jan|Feb|Aug|Sept?|Oct|Nov|Dec)\.)"""
)
"""A word whose stop ends no sentence."""
JOINT = re.compile(
    "and|but|or|while|that|who|whom|which|whose|as|because|after|before|although|though|despite|where|when|if|unless"
    "|since",
    re.IGNORECASE,
)
"""A word with which a clause starts."""

PAGE = re.compile(
    r"\b(?:cookies?|privacy|subscri(?:be|ber|ption)s?|newsletters?|sign (?:up|in)|log ?in|terms of (?:use|service)"
    r"|all rights reserved|copyright|advertis\w+|our (?:web)?site|this website|personal information|opt[ -]out"
    r"|click here|read more|learn more|follow us|share this|skip to|recent stories|related (?:stories|articles)"
    r"|most (?:read|popular))\b",
    re.IGNORECASE,
)
"""The words of a page around its article."""
LINES = {
    "stamp": re.compile(
        rf"(?:last )?(?:updated|published|posted|issued)\b.*\d|(?:\w+day, )?{_MONTH} \d{{1,2}}, \d{{4}}.{{0,30}}$",
        re.IGNORECASE,
    ),
    "credit": re.compile(r"(?:additional )?(?:reporting|writing|editing|compiled) by ", re.IGNORECASE),
    "caption": re.compile(r".*(?:\([^()]*[/:][^()]*\)|/ ?\w+ photo|getty images)$", re.IGNORECASE),
}
"""How lines start, or end, that are neither headline nor paragraph, by what a source calls them."""
