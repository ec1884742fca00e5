"""Parts of all patterns: any of some words, the words of a language, digits, places in a text."""

import re
from collections.abc import Iterable, Mapping

from macros.language import main_language

NEVER = "(?!)"
"""Matches nothing."""


def any_of(words: Iterable[str]) -> str:
    """Return a regular expression for any of some words, the longest first; without words it matches nothing."""
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True)) or NEVER


def words(table: Mapping[str, str], language: str) -> str:
    """Return the regular expression in a table for a language; one that matches nothing if there is none."""
    return table.get(main_language(language), NEVER)


def in_ascii(text: str) -> str:
    """Return a text with the digits of any script as 0 to 9."""
    return re.sub(r"\d", lambda digit: str(int(digit[0])), text)


def blanked(text: str, places: Iterable[tuple[int, int]]) -> str:
    """Return a text with spaces in some places, each given as start and end."""
    for start, end in places:
        text = text[:start] + " " * (end - start) + text[end:]
    return text
