"""Finds the figures in prose, and those that come from no fact.

The language of the words says how numbers and dates are written; see ``notation``.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, lru_cache
from typing import NamedTuple

from text_to_num import alpha2digit  # type: ignore[import-untyped] # it has no types

from macros.model import dates
from macros.model.words import blank, normalise, plain
from macros.notation import datewords, designations, halves, numberwords, qualifiers
from macros.notation.dates import RUN_ON, date_parts, dates_of, eras, last_year, overlaps, year_of_era
from macros.notation.numbers import MONEY, MONEY_BEFORE, SPACES, main_language, notation

_NUMBER_WORDS = frozenset({"en", "fr", "es", "pt", "de", "nl", "it"})
"""The languages whose number words are read."""
_DUAL = "ان|ين|ي"
"""What makes two of a word of scale in Arabic."""
WORDS_FROM = 1.5
"""From which number on words are read: in most languages, the word for one is an article too."""
_SPACED = re.compile(r"\d+(?: \d+)+")
_PAIRED = 2
"""Up to how many groups of digits in a sentence may be numbers of their own: "on April 11 500 lamps"."""
_LEAST_DIGITS = 3
"""From how many digits on a year needs no era beside it to be one."""


@dataclass(frozen=True)
class Stray:
    """A figure that comes from no fact; ``start`` is its index in the text."""

    words: str
    start: int


def strays(
    text: str,
    numbers: Iterable[Decimal],
    known_dates: Iterable[dates.Edtf],
    language: str = "en",
    names: tuple[re.Pattern[str], ...] = (),
) -> list[Stray]:
    """Return the figures of a text that belong to none of the numbers, of the dates, of the names."""
    points = [point for date in known_dates for point in (date.begin, date.end) if point]
    text = _without_dates(_without_names(plain(text), names), points, language)
    allowed = {abs(number) for number in numbers}  # a change of -40 is a fall of 40
    forms, found = notation(language), []

    def without(low: re.Match[str]) -> str:
        return " " * len(low[0]) if forms.value(low["low"], low["scale"]) in allowed else low[0]

    text = _range(language).sub(without, text)
    for match in _figure(language).finditer(text):
        values = {forms.value(match["digits"], scale) for scale in {match["scale"], None}}
        if not values & allowed:
            found.append(Stray(match[0], match.start()))
    return found


@lru_cache(1024)  # a preview asks again at every change of another file
def _without_names(text: str, names: tuple[re.Pattern[str], ...]) -> str:
    """Return plain text with spaces in the place of these names and of designations."""
    both = zip(blank(text, names), designations.blank(text), strict=True)  # a designation may end within a name
    return "".join(one if one == other else " " for one, other in both)


@cache
def _figure(language: str) -> re.Pattern[str]:
    """Return a pattern for a number as its language writes it, or as a neighbour does before a word of scale."""
    forms = notation(language)
    return re.compile(rf"(?P<digits>{forms.number}(?={forms.scale})|{forms.own_number})(?P<scale>{forms.scale})?")


@cache
def _range(language: str) -> re.Pattern[str]:
    """Return a pattern for the first of two numbers that share a scale: "2 to 3 million"."""
    forms = notation(language)
    joint = rf" ?(?:{forms.joints}|–|-) ?"
    return re.compile(rf"(?<!\d)(?P<low>{forms.number}){joint}(?={forms.number}(?P<scale>{forms.scale}))")


def _without_dates(text: str, points: list[dates.Point], language: str) -> str:
    """Return text in which every date that is known is blank; of one that is not known, no part is."""
    text, years = _without_shared(text, points, language), _years(points)
    kinds: list[tuple[re.Pattern[str], Callable[[re.Match[str]], bool]]] = [
        *((pattern, lambda match: _is_known(match, points, language)) for pattern in dates_of(language)),
        (eras(language), lambda match: year_of_era(match) in years),
        (RUN_ON, lambda match: int(match["first"]) in years and last_year(match) in {*years, int(match["first"]) + 1}),
        (_DECADE, lambda match: any(int(match[1]) == year // 10 for year in years)),
        (_ALONE, lambda match: int(match[0]) in years),
    ]
    unknown: list[tuple[int, int]] = []
    for pattern, is_known in kinds:
        for match in list(pattern.finditer(text)):
            if overlaps(match.span(), unknown):
                continue
            if is_known(match):
                text = text[: match.start()] + " " * len(match[0]) + text[match.end() :]
            else:
                unknown.append(match.span())
    return text


def _without_shared(text: str, points: list[dates.Point], language: str) -> str:
    """Return text in which each known day or year is blank that shares its month or era with another: 3 to 7 May."""
    joint = rf"(?: ?[-–] ?| (?:{datewords.RANGES.get(main_language(language), '(?!)')}) )"
    before, after = re.compile(rf"(?<![\d.,])(?P<number>\d+){joint}$"), re.compile(rf"{joint}(?P<number>\d+)(?!\d)")
    for pattern in (*dates_of(language), eras(language)):
        for match in list(pattern.finditer(text)):
            for shared in (before.search(text, 0, match.start()), after.match(text, match.end())):
                if shared and _shares(int(shared["number"]), match, points, language):
                    start, end = shared.span("number")
                    text = text[:start] + " " * (end - start) + text[end:]
    return text


def _shares(number: int, match: re.Match[str], points: list[dates.Point], language: str) -> bool:
    """Whether a number with the month, or the era, of a date in words is a known day, or a known year."""
    if "ce" in match.groupdict():
        return (1 - number if match["bce"] else number) in _years(points)
    month = date_parts(match.groupdict(), language)[1] if "month" in match.groupdict() else None
    return any((one.month, one.day) == (month, number) for one in points)


def _years(points: list[dates.Point]) -> set[int]:
    """Return the first and the last year of each point of time."""
    return {point.year for point in points} | {point.year + point.years - 1 for point in points}


_DECADE = re.compile(r"(?<![\w.,])(\d{2,4})0s\b")
_ALONE = re.compile(rf"(?<![\w.,])\d{{{_LEAST_DIGITS},5}}(?![\w%]|[.,]\d)")


def _is_known(match: re.Match[str], points: list[dates.Point], language: str) -> bool:
    """Whether one of the known points of time has every part that a date in words gives."""
    wanted = date_parts(match.groupdict(), language)
    known = ((one.year, one.month, one.day) for one in points)
    return any(all(part in (None, own) for part, own in zip(wanted, one, strict=True)) for one in known)


class Stated(NamedTuple):
    """A figure in the words of a source, with the model's word for how exact it is said to be, if there is one.

    ``scale`` is the word of scale that stands behind it and is left out of the value: 2 of "2 million"; ``money`` is
    the sign or code of a currency before or behind it, and ``after`` all that stands behind it.
    """

    value: Decimal
    qualifier: str | None
    sign: str = ""
    scale: str = ""
    money: str = ""
    after: str = ""

    @property
    def is_whole(self) -> bool:
        """Whether no word of scale is left out; m may be one of length, unless money is counted."""
        return not self.scale or (self.scale.lower() in numberwords.UNITS and not self.money)


@cache
def _stated(language: str) -> re.Pattern[str]:
    forms = notation(language)
    parts = "|".join(forms.parts) or "(?!)"
    return re.compile(
        rf"(?P<qualifier>{qualifiers.before(language)}{{1,2}})?(?P<minus>{qualifiers.minus(language)})?"
        rf"(?:(?:(?<!\d)(?P<of>\d+)[ -]|a )?(?P<part>(?i:{parts}))(?: of)? an? )?"
        rf"(?<![\w.])(?P<sign>[-−+])?(?P<money>{MONEY_BEFORE})?(?P<digits>{forms.number})(?!\d|(?:{designations.ORDINAL})(?!\w))"
        rf"(?:(?P<scale>(?(money){forms.scale_of_money}|{forms.scale}))"
        rf"|(?=(?: (?:{forms.joints}) |[-–])(?:{MONEY_BEFORE})?{forms.number}(?P<later>{forms.scale})))?"
    )


@lru_cache(2048)  # rules share the words, and a preview asks again at every change of another file
def stated(text: str, language: str = "en", *, is_row: bool = False, least: float = WORDS_FROM) -> tuple[Stated, ...]:
    """Return the figures in a text, in digits or words from ``least`` on, with and without scale: 2 and 2,000,000.

    Groups of digits with spaces between them are read as one number, and each on its own in the row of a table, or if
    there are two.
    """
    forms, found = notation(language), []
    told = in_digits(blank(normalise(text), [scale_in_brackets(language)]), language, least)
    told = told if is_row else halves.in_decimals(told, language)
    for match in _stated(language).finditer(told):
        behind = told[match.end() :]
        is_below = match["minus"] or qualifiers.is_below_zero(behind, language)
        qualifier = qualifiers.told(told[: match.start()], match["qualifier"], behind, language)
        sign = "-" if is_below else match["sign"] or ""
        scale = match["scale"] or match["later"]
        share = int(match["of"] or 1) / Decimal(forms.parts[match["part"].lower()]) if match["part"] else Decimal(1)
        money = (match["money"] or "").rstrip() or _money(behind)
        for one in {scale, None}:
            left = scale if one is None and scale else ""
            value, after = share * forms.value(match["digits"], one), told[match.end("digits" if left else 0) :]
            found.append(Stated(value, qualifier, sign, left.strip(f"{SPACES}-"), money, after))
        alone = match["digits"].split(" ") if _SPACED.fullmatch(match["digits"]) else ()
        found += [Stated(Decimal(one), qualifier, sign) for one in alone if is_row or len(alone) <= _PAIRED]
    return tuple(found)


def tells_more(text: str, language: str, *, nothing: bool = False) -> bool:
    """Whether a text may give a number in words that are not read: "half of the boats"; or 0, in words for nothing."""
    told, main = halves.in_decimals(in_digits(normalise(text), language), language), notation(language).language
    known = (numberwords.UNREAD, numberwords.NOTHING) if nothing else (numberwords.UNREAD,)
    words = "|".join(table.get(main, "(?!)") for table in known)
    return bool(re.search(rf"(?<!\w)(?:{words})(?!\w)", told, re.IGNORECASE))


@cache
def scale_in_brackets(language: str) -> re.Pattern[str]:
    """Return a pattern for a word of scale in brackets, for all figures of a table: (miles de euros)."""
    words = "|".join(map(re.escape, sorted((one for one in notation(language).scales if len(one) > 1), key=len)))
    return re.compile(rf"\((?:[^()\d]*[^()\d\w])?(?:{words})(?![^\W\d_])[^()\d]*\)", re.IGNORECASE)


def _money(after: str) -> str:
    """Return the sign or code of a currency with which the words after a number start, or ""."""
    match = re.match(rf"[{SPACES}]?({MONEY})", after)
    return match[1] if match else ""


def in_digits(text: str, language: str = "en", least: float = WORDS_FROM) -> str:
    """Return a text with its number words from ``least`` on in digits: "20000 lamps" for "twenty thousand lamps"."""
    forms = notation(language)
    if forms.language == "ar":
        return re.sub(rf"(?<!\w)({'|'.join(forms.scales)})(?:{_DUAL})(?!\w)", r"2 \1", text)
    if not reads_words(language):
        return text
    in_words = _mixed(language).split(text)
    return "".join(
        part if index % 2 else str(alpha2digit(part, forms.language, least)) for index, part in enumerate(in_words)
    )


def reads_words(language: str) -> bool:
    """Whether the number words of a language are read."""
    return notation(language).language in _NUMBER_WORDS


@cache
def _mixed(language: str) -> re.Pattern[str]:
    """Return a pattern for what stays: figures in digits and words, "2 to 3 million", and qualifiers, "unos"."""
    forms, before = notation(language), qualifiers.before(language)
    return re.compile(rf"({before}|{forms.number}(?: (?:{forms.joints}) {forms.number})?{forms.scale})")
