"""Words beside a number that say how exact it is, or are its minus sign."""

import re
from functools import cache

from macros.notation import numberwords
from macros.notation.numbers import SPACES, notation

_OPEN = "at least or more than"
"""What a plus sign behind a number means: 500+."""


@cache
def before(language: str) -> str:
    """Return a regular expression for a qualifier and what parts it from its number: "about ", "plus d'", "~"."""
    words = sorted(notation(language).qualifiers, key=len, reverse=True)
    in_words = "|".join(map(re.escape, words)) or "(?!)"
    return rf"(?:(?<!\w)(?i:{in_words})(?: |(?<=['.]))|(?<![\w=<>–-])[{''.join(numberwords.SYMBOLS)}] ?)"


def told(before_it: str, words: str | None, after: str, language: str) -> str | None:
    """Return the model's word for the qualifiers before and right behind a number, or behind the noun that it counts.

    These are several, parted by "or", where any may be meant: "at least an estimated 500"; where the clause before it
    has a negation, as in "none above 500", nothing is certain.
    """
    if words and _is_negated(before_it, language):
        return None
    known = {**numberwords.SYMBOLS, **notation(language).qualifiers}
    found = [known[one.strip().lower()] for one in re.findall(before(language), words or "")]
    if match := _after(language).match(after):
        behind = numberwords.QUALIFIERS_AFTER.get(notation(language).language, {})
        found.append(_OPEN if match["plus"] else behind[(match["near"] or match["far"]).lower()])
    return " or ".join(dict.fromkeys(found)) or None


def _is_negated(clause: str, language: str) -> bool:
    """Whether the last clause of a text has a negation."""
    negations = numberwords.NEGATIONS.get(notation(language).language, "(?!)")
    return bool(re.search(rf"(?<!\w)(?:{negations})(?!\w)[^.,;:]*$", clause, re.IGNORECASE))


@cache
def _after(language: str) -> re.Pattern[str]:
    known = numberwords.QUALIFIERS_AFTER.get(notation(language).language, {})
    words = "|".join(sorted(map(re.escape, known), key=len, reverse=True)) or "(?!)"
    near = rf"[{SPACES}](?P<near>{words})(?![\w-]|[{SPACES}](?:\d|(?:{numberwords.NOT_AFTER})(?!\w)|[dq]'))"
    far = rf"[{SPACES}]\w+[{SPACES}](?P<far>{words})(?=[.,;:)!?]|$)"
    return re.compile(rf"(?P<plus>\+)(?![\d+])|{near}|{far}", re.IGNORECASE)


@cache
def minus(language: str) -> str:
    """Return a regular expression for a word before a number that is its minus sign."""
    words = numberwords.MINUS.get(notation(language).language, "(?!)")
    return rf"(?<!\w)(?i:{words})[{SPACES}]"


def is_below_zero(after: str, language: str) -> bool:
    """Whether the words behind a number say that so many degrees are below zero."""
    words = numberwords.BELOW_ZERO.get(notation(language).language, "(?!)")
    degrees = rf"(?:[{SPACES}]?(?:{numberwords.DEGREES}))?"
    return bool(re.match(rf"{degrees}[{SPACES}](?:{words})(?!\w)", after, re.IGNORECASE))
