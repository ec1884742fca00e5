"""What in a text suggests a kind of record: in English many words, in other languages numbers and dates."""

import re
from collections.abc import Iterable
from decimal import Decimal
from functools import cache

from macros.checks.notation import dates_of, eras, notation
from macros.draft.english import DATE, KINDS

_YEAR = re.compile(r"(?<![\w.,-])(?:1[5-9]|20)\d\d(?![\w-]|[.,]\d)")


def is_english(language: str) -> bool:
    """Whether the words of a text are English, so that its cues are known."""
    return language.partition("-")[0] == "en"


def dates(language: str) -> Iterable[re.Pattern[str]]:
    """Return the patterns of dates in words of a language, for text with ASCII digits."""
    return (eras(language), *((DATE,) if is_english(language) else (*dates_of(language), _YEAR)))


@cache
def kinds(language: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Return the kinds of record that words of a language suggest, the first that fits; all else is a statement."""
    if is_english(language):
        return (*KINDS, ("event", eras(language)))
    return (("series", _number(language)), *(("event", pattern) for pattern in dates(language)))


@cache
def _number(language: str) -> re.Pattern[str]:
    forms = notation(language)
    return re.compile(
        rf"(?<![\w.,:/-])(?P<minus>[-−])?(?P<digits>{forms.number})(?P<scale>{forms.scale})?(?![\w:/]|[.,]\d)"
    )


def value(words: str, language: str) -> Decimal | None:
    """Return the number that words of another language than English write in digits; None if they write none."""
    match = _number(language).fullmatch(words)
    found = match and notation(language).value(match["digits"], match["scale"])
    return -found if match and found and match["minus"] else found
