"""What in a text suggests a kind of record: in English many words, in other languages numbers and dates."""

import re
from collections.abc import Iterable
from functools import cache

from macros.checks.figures import SIGN
from macros.checks.notation import dates_of, eras, notation
from macros.draft.english import DATE, KINDS

_YEAR = re.compile(r"(?<![\w.,-])(?:1[5-9]|20)\d\d(?![\w-]|[.,]\d)")
_FROM = "from|de|von|da"
"""What stands before the two ends of a change: from 7 to 5."""


def _is_english(language: str) -> bool:
    """Whether the words of a text are English, so that many of its cues are known."""
    return notation(language).language == "en"


def dates(language: str) -> Iterable[re.Pattern[str]]:
    """Return the patterns of dates in words of a language, for text with ASCII digits."""
    return (eras(language), *((DATE,) if _is_english(language) else (*dates_of(language), _YEAR)))


@cache
def kinds(language: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Return the kinds of record that words of a language suggest, the first that fits; all else is a statement."""
    events = [("event", pattern) for pattern in dates(language)]
    others = (*KINDS, ("event", eras(language))) if _is_english(language) else events
    return (("series", number(language)), *others)


@cache
def number(language: str) -> re.Pattern[str]:
    """Return a pattern for a number in digits with its qualifier and scale; or for both ends of a range or a change."""
    forms = notation(language)
    qualifiers, joint = "|".join(forms.qualifiers) or "(?!)", forms.joints.partition("|")[0]
    return re.compile(
        rf"(?i:(?:(?P<qualifier>{qualifiers})|(?P<change>{_FROM})(?= \S+ {joint} )) )?"
        rf"(?<![\w.,:/-])(?P<minus>[-−](?=(?:{SIGN})?\d))?"
        rf"(?:{SIGN})?(?P<value>{forms.number})(?:(?: {joint} |-)(?P<high>{forms.number}))?"
        rf"(?P<scale>{forms.scale})?(?![\w:/]|[.,]\d)"
    )
