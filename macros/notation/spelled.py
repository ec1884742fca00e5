"""Finds large numbers in words and lengths of time in prose that neither quoted words nor linked numbers have."""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal

from macros.model.words import normalise
from macros.notation import figures, numberwords
from macros.notation.durations import durations, lasting, units
from macros.notation.patterns import words

_LARGE = 100  # the least number whose word is compared; smaller ones count what is at hand

_IN_DIGITS = re.compile(r"\d[\d.,]*")

Quoted = tuple[str, str]
"""Quoted words and their language."""


def counts(text: str, quoted: Iterable[Quoted], language: str) -> bool:
    """Whether a text may have what ``unfounded`` yields; quick, as most texts have neither."""
    has_time = units(language).search(text) and any(units(own).search(exact) for exact, own in quoted)
    return bool(has_time or _in_words(normalise(text), language))


def unfounded(text: str, quoted: Iterable[Quoted], numbers: Iterable[Decimal], language: str) -> Iterator[str]:
    """Yield the large numbers in words, and the lengths of time, of a text that nothing known has."""
    told, known = [(normalise(exact), one) for exact, one in quoted], {abs(number) for number in numbers}
    yield from _large(normalise(text), told, known, language)
    yield from _times(normalise(text), told, known, language)


def _large(text: str, quoted: list[Quoted], known: set[Decimal], language: str) -> Iterator[str]:
    """Yield the large numbers in words that are not known."""
    wanted = _in_words(text, language)
    held = {one.value for exact, own in quoted for one in figures.stated(exact, own)} if wanted else set()
    yield from (f"{value.normalize():,f}" for value in wanted if value not in known | held)


def _in_words(text: str, language: str) -> list[Decimal]:
    """Return the numbers in words from a hundred on; "a thousand" alone may be any number."""
    stated = figures.stated(_IN_DIGITS.sub("#", text), language)
    large = (one.value for one in stated if one.is_whole and one.value >= _LARGE)
    return [value for value in large if value.normalize().as_tuple().digits != (1,)]


def _times(text: str, quoted: list[Quoted], known: set[Decimal], language: str) -> Iterator[str]:
    """Yield the lengths of time that the quoted words lack, if they hold another of that unit.

    A length that counts from a day, such as "two years later", follows from dates.
    """
    between = re.compile(rf" (?:{words(numberwords.FROM_A_DAY, language)})(?!\w)", re.IGNORECASE)
    wanted = [one for one in lasting(text, language) if one.number > 1 and not between.match(one.after)]
    if not wanted or not all(figures.reads_words(own) for _, own in quoted):
        return
    held = {one for exact, own in quoted for one in durations(exact, own)}
    known_units = {unit for count, unit in held if count > 1}
    yield from (
        one.words
        for one in wanted
        if one.duration[1] in known_units and one.duration not in held and Decimal(one.number) not in known
    )
