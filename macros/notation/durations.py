"""Finds the lengths of time that a text states, in hours, days, weeks and months: "two years", "tres a seis meses"."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from babel.units import format_unit

from macros.language import locale
from macros.model.words import normalise
from macros.notation import datewords, numberwords, qualifiers
from macros.notation.figures import in_digits
from macros.notation.patterns import any_of, words

Duration = tuple[int, str]
"""A count and its unit: hour, day, week or month; a year is twelve months."""
_UNITS = ("hour", "day", "week", "month", "year")
_COUNTS = (0, 1, 2, 3, 11, 100)  # numbers that between them have every plural form of a language
_NUMBER_IN_BRACKETS = re.compile(r"([0-9]+) \(\1\)")
"""A number in words, followed by digits in brackets, as in laws: "two (2) years"."""


class Lasting(NamedTuple):
    """A length of time in a text: ``number`` counts the unit in ``words``, and ``after`` is all that follows."""

    duration: Duration
    number: int
    words: str
    after: str


def durations(text: str, language: str) -> set[Duration]:
    """Return the lengths of time in a normalised text; "3 to 5 years" has two."""
    return {one.duration for one in lasting(text, language)}


def lasting(text: str, language: str) -> Iterator[Lasting]:
    """Yield each length of time in a normalised text, with words in digits: "2 years"."""
    units, article = _units(language), words(numberwords.ARTICLES, language)
    unit = any_of(units)
    text = re.sub(rf"(?<!\w)(?:{article}) (?=(?:{unit})\w{{0,2}}(?!\w))", "1 ", text, flags=re.IGNORECASE)
    told = in_digits(re.sub(rf"-(?=(?:{unit})(?!\w))", " ", text, flags=re.IGNORECASE), language, 0)
    told = _NUMBER_IN_BRACKETS.sub(r"\1", told)
    qualifier = rf"(?:{qualifiers.in_words(language)}|\w+ \w+ (?:of|de))"  # at least, a maximum of
    joint = rf"(?: ?[-–] ?| (?:{words(datewords.RANGES, language)}) (?:{qualifier} )?)"
    for match in re.finditer(rf"(?<![\w.,])(\d+)(?:{joint}(\d+))? ({unit})\w{{0,2}}(?!\w)", told, re.IGNORECASE):
        for count in (int(one) for one in match.groups()[:2] if one):
            one = duration(count, units[match[3].lower()])
            yield Lasting(one, count, f"{count} {match[3]}", told[match.end() :])


@cache
def units(language: str) -> re.Pattern[str]:
    """Return a pattern for the words for hours, days, weeks, months and years."""
    return re.compile(any_of(_units(language)), re.IGNORECASE)


def duration(count: int, unit: str) -> Duration:
    """Return a count of hours, days, weeks, months or years as a duration."""
    return (12 * count, "month") if unit == "year" else (count, unit)


@cache
def _units(language: str) -> Mapping[str, str]:
    """Return the unit that each word for hours, days, weeks, months and years names, in lower case."""
    found: dict[str, str] = {}
    for unit in _UNITS:
        for count in _COUNTS:
            told = normalise(format_unit(count, f"duration-{unit}", locale=locale(language)))
            found[re.sub(r"\d+", "", told).strip().lower()] = unit
    return found
