"""Finds the numbers that a text states, in digits or words, with qualifier, sign, scale and currency beside them."""

import re
from collections.abc import Mapping
from decimal import Decimal
from functools import cache, lru_cache
from typing import NamedTuple

from text_to_num import alpha2digit  # type: ignore[import-untyped] # it has no types

from macros.model.words import blank, normalise
from macros.notation import designations, halves, numberwords, patterns, qualifiers
from macros.notation.numbers import MONEY, MONEY_BEFORE, SHORT_SCALE, SPACES, notation

_NUMBER_WORDS = frozenset({"en", "fr", "es", "pt", "de", "nl", "it"})
"""The languages whose number words are read."""
_DUAL = "ان|ين|ي"  # the endings of an Arabic word of scale that stand for two of it
WORDS_FROM = 1.5
"""The least number whose word is read: in most languages, the word for one is an article too."""
_SPACED = re.compile(r"\d+(?: \d+)+")
_LASTING = re.compile(r"(?<![\w-])([a-z]+(?:-[a-z]+)?)-(?=(?:year|month|week|day|hour)s?(?!\w))", re.IGNORECASE)
_PAIRED = 2
"""The most groups of digits in a row that may be separate numbers: "on April 11 500 lamps" has two."""


class Stated(NamedTuple):
    """A figure in the words of a source; ``qualifier`` is the model's word for how exact it is, or None.

    ``scale`` is a word of scale behind it that the value leaves out: 2 of "2 million". ``money`` is the sign or code of
    a currency before or behind it, and ``after`` all that stands behind it.
    """

    value: Decimal
    qualifier: str | None
    sign: str = ""
    scale: str = ""
    money: str = ""
    after: str = ""

    @property
    def is_whole(self) -> bool:
        """Whether the value leaves out no word of scale; m may be a unit of length, unless money is counted."""
        return not self.scale or (self.scale.lower() in numberwords.UNITS and not self.money)


@cache
def _stated(language: str) -> re.Pattern[str]:
    forms = notation(language)
    return re.compile(
        rf"(?P<qualifier>{qualifiers.before(language)}{{1,2}})?(?P<minus>{qualifiers.MINUS})?"
        rf"(?<![\w.])(?P<sign>[-−+])?(?P<money>{MONEY_BEFORE})?(?P<digits>{forms.number})(?!\d|(?:{designations.ORDINAL})(?!\w))"
        rf"(?:(?P<scale>(?(money){forms.scale_of_money}|{forms.scale}))|{forms.later})?"
    )


@lru_cache(50_000)  # rules share the words, and a preview asks again at every change of another file
def stated(text: str, language: str = "en", *, is_row: bool = False, least: float = WORDS_FROM) -> tuple[Stated, ...]:
    """Return the figures in a text, in digits, or words from ``least`` on; "2 million" gives 2,000,000 and 2.

    Groups of digits with spaces between them are one number. Each is also a number of its own in the row of a table, or
    if there are only two.
    """
    forms, found = notation(language), []
    told = in_digits(blank(normalise(text), [scale_in_brackets(language)]), language, least)
    told = told if is_row else halves.in_decimals(told, language)
    for match in _stated(language).finditer(told):
        behind = told[match.end() :]
        is_below = match["minus"] or qualifiers.BELOW_ZERO.match(behind)
        qualifier = qualifiers.qualifier_of(told[: match.start()], match["qualifier"], behind, language)
        sign = "-" if is_below else match["sign"] or ""
        scale = match["scale"] or match["later"]
        money = (match["money"] or "").rstrip() or _money(behind)
        for one in dict.fromkeys((scale, None)):
            left = scale if one is None and scale else ""
            value, after = forms.value(match["digits"], one), told[match.end("digits" if left else 0) :]
            found.append(Stated(value, qualifier, sign, left.strip(f"{SPACES}-"), money, after))
        alone = match["digits"].split(" ") if _SPACED.fullmatch(match["digits"]) else ()
        found += [Stated(Decimal(one), qualifier, sign) for one in alone if is_row or len(alone) <= _PAIRED]
    return tuple(found)


def tells_more(text: str, language: str, *more: Mapping[str, str]) -> bool:
    """Whether a text may give a number that ``stated`` does not find: by words that are not read, or those of tables.

    ``more`` are such tables of ``numberwords``: of words for nothing, for parts of a number, for cents.
    """
    words = blank(normalise(text), [scale_in_brackets(language)])
    told = halves.in_decimals(in_digits(words, language), language)
    unread = "|".join(patterns.words(table, language) for table in (numberwords.UNREAD, *more))
    return in_parts(told, language) or bool(re.search(rf"(?<!\w)(?:{unread})(?!\w)", told, re.IGNORECASE))


def in_parts(text: str, language: str) -> bool:
    """Whether a text has a number in parts, each of a smaller scale than the one before: 1 million 200 thousand."""
    value = notation(language).value
    return any(value("1", one["scale"]) > value("1", one["next"]) for one in _parts(language).finditer(text))


@cache
def _parts(language: str) -> re.Pattern[str]:
    forms = notation(language)
    scales = patterns.any_of(one for one in forms.scales if len(one) >= SHORT_SCALE or not one.isascii())
    scale = rf"[{SPACES}]?(?P<scale>{scales})[{SPACES}]?{forms.number}(?:[{SPACES}]?(?P<next>{scales}))?"
    return re.compile(rf"\d{scale}", re.IGNORECASE)


@cache
def scale_in_brackets(language: str) -> re.Pattern[str]:
    """Return a pattern for a word of scale in brackets, for all figures of a table: (miles de euros)."""
    scales = patterns.any_of(one for one in notation(language).scales if len(one) > 1)
    return re.compile(rf"\((?:[^()\d]*[^()\d\w])?(?:{scales})(?![^\W\d_])[^()\d]*\)", re.IGNORECASE)


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
        return forms.in_order(text)
    in_words = _mixed(language).split(_LASTING.sub(_counted, text) if forms.language == "en" else text)
    return "".join(
        part if index % 2 else _sharing(alpha2digit(part, forms.language, least), forms.joints)
        for index, part in enumerate(in_words)
    )


def _sharing(text: str, joints: str) -> str:
    """Return text in which the smaller of two numbers has the zeros of the larger too: "two to three million"."""
    shared = rf"(?<![\d.,])(\d{{1,3}}) ({joints}) (\d{{1,3}})((?:000){{1,4}})(?!\d)"
    return re.sub(shared, lambda one: one.expand(r"\1\4 \2 \3\4" if int(one[1]) < int(one[3]) else r"\g<0>"), text)


def _counted(lasting: re.Match[str]) -> str:
    """Return a count that is joined to a unit of time as digits and a space, from two on: 2 year."""
    count = alpha2digit(lasting[1], "en", WORDS_FROM)
    return f"{count} " if count.isdecimal() else lasting[0]


def reads_words(language: str) -> bool:
    """Whether the number words of a language are read."""
    return notation(language).language in _NUMBER_WORDS


@cache
def _mixed(language: str) -> re.Pattern[str]:
    """Return a pattern for what ``in_digits`` leaves as it is: figures such as "2 to 3 million", and qualifiers."""
    forms, before = notation(language), qualifiers.before(language)
    return re.compile(rf"({before}|{forms.number}(?: (?:{forms.joints}) {forms.number})?{forms.scale})")
