"""Words beside a number that say how exact it is, or that stand for a minus sign."""

import re
from functools import cache

from macros.language import main_language
from macros.notation import numberwords
from macros.notation.numbers import SPACES
from macros.notation.patterns import NEVER, words

_OPEN = "at least or more than"  # what a plus sign behind a number means: 500+
_KNOWN_AFTER = "|".join(numberwords.QUALIFIERS_AFTER.values())
_AFTER = re.compile(
    r"(?P<plus>\+)(?![\d+])"
    rf"|[{SPACES}](?P<near>{_KNOWN_AFTER})(?![\w-]|[{SPACES}](?:\d|(?:{numberwords.NOT_AFTER})(?!\w)|[dq]'))"
    rf"|[{SPACES}]\w+[{SPACES}](?P<far>{_KNOWN_AFTER})(?=[.,;:)!?]|$)",
    re.IGNORECASE,
)
"""A plus sign, or words right behind a number or behind the noun that it counts."""


def are_known(language: str) -> bool:
    """Whether the words for exactness are known in a language."""
    return main_language(language) in numberwords.QUALIFIERS


@cache
def in_words(language: str) -> str:
    """Return a regular expression for the words before a number for its exactness."""
    known = numberwords.QUALIFIERS.get(main_language(language), {})
    return rf"{numberwords.PREFIXES.get(main_language(language), '')}(?:{'|'.join(known.values()) or NEVER})"


@cache
def before(language: str) -> str:
    """Return a regular expression for a qualifier and the space to its number: "about ", "plus d'", "~"."""
    symbols = "".join(numberwords.SYMBOLS)
    return rf"(?:(?<!\w)(?i:{in_words(language)})(?: |(?<=['.]))|(?<![\w=<>–-])[{symbols}] ?)"


def meaning(qualifier: str, language: str) -> str:
    """Return the model's word for a qualifier, or several words joined by " or "."""
    told, main = qualifier.strip(), main_language(language)
    prefix = numberwords.PREFIXES.get(main, "")
    known = [*numberwords.QUALIFIERS.get(main, {}).items(), *numberwords.QUALIFIERS_AFTER.items()]
    in_model = (one for one, pattern in known if re.fullmatch(f"{prefix}(?:{pattern})", told, re.IGNORECASE))
    return numberwords.SYMBOLS.get(told) or next(in_model)


def qualifier_of(before_it: str, qualifier: str | None, after: str, language: str) -> str | None:
    """Return the model's word for the qualifiers of a number, which stand before it, behind it or behind its noun.

    Several, as in "at least an estimated 500", are joined by " or ". The result is None without one, and after a
    negation, as in "none above 500", where nothing is certain.
    """
    negations = words(numberwords.NEGATIONS, language)
    if qualifier and re.search(rf"(?<!\w)(?:{negations})(?!\w)[^.,;:]*$", before_it, re.IGNORECASE):
        return None
    found = [meaning(one, language) for one in re.findall(before(language), qualifier or "")]
    if match := _AFTER.match(after):
        found.append(_OPEN if match["plus"] else meaning(match["near"] or match["far"], language))
    return " or ".join(dict.fromkeys(found)) or None


MINUS = rf"(?<!\w)(?i:{numberwords.MINUS})[{SPACES}]"
"""A regular expression for a word before a number that is its minus sign."""
BELOW_ZERO = re.compile(
    rf"(?:[{SPACES}]?(?:{numberwords.DEGREES}))?[{SPACES}](?:{numberwords.BELOW_ZERO})(?!\w)", re.IGNORECASE
)
"""The words after a number that mean that it is below zero: "degrees below zero"."""
