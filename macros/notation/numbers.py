"""Regular expressions for the numbers of a language; from the Unicode CLDR, which Babel holds."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from babel import Locale
from babel.numbers import get_decimal_symbol, get_group_symbol, list_currencies

from macros.language import locale, main_language
from macros.notation import datewords, numberwords
from macros.notation.patterns import any_of

SPACES = " \u00a0\u2009\u202f"
"""Spaces that may stand between groups of three digits in any language."""
SIGN = r"(?:[A-Z]{1,3})?[$¢-¥\u20a0-\u20cf]"
"""The sign of a currency, such as £ or US$."""
_CODE = rf"(?:{'|'.join(sorted(list_currencies()))})(?![^\W\d])"
MONEY_BEFORE = rf"(?:{SIGN}|{_CODE})[{SPACES}]?"
"""The sign or code of a currency before a number."""
MONEY = rf"(?:{SIGN}|{_CODE})(?![ \d]*\d)"
"""The sign or code of a currency after a number."""
SHORT_SCALE = 3
"""The fewest letters of a word of scale, such as mil, that cannot be a unit, as m can."""
_HAN = "[\u4e00-\u9fff]"
"""A character of Chinese or Japanese, in which no spaces stand between words."""
_SUPERSCRIPT = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺−", "0123456789-+-")
_TEN = rf"[{SPACES}]?[×x·][{SPACES}]?10(?:\^[-−+]?\d+|[-−]\d+|[⁻⁺]?[⁰¹²³⁴⁵⁶⁷⁸⁹]+)"
_EXPONENT = rf"(?:[eE][-+]?\d+(?!\w)|{_TEN})"


@dataclass(frozen=True)
class Notation:
    """Patterns and words for the numbers of a language.

    ``scales`` maps each of its words of scale to a power of ten. ``joints`` is a pattern for what stands between two
    numbers that share a scale; its first is for the ends of a range.
    """

    language: str
    decimal: str
    group: str
    scales: Mapping[str, Decimal]
    joints: str

    @property
    def number(self) -> str:
        """A number in digits: an ``own_number``, or with the decimals of other languages, such as 21,6 in English."""
        neighbours = rf"(?<![.,\d])\d{{1,3}}(?!{self.decimal})[.,]\d{{1,2}}(?![.,\d])(?:{_EXPONENT})?"
        return rf"(?=\d)(?:{neighbours}|{self.own_number})"

    @property
    def own_number(self) -> str:
        """A number in digits, with or without separators, decimals and exponent; in English 10,12 is two numbers."""
        groups = [rf"\d{{1,3}}(?:{one}\d{{3}})+(?!\d)" for one in (self.group, f"[{SPACES}]")]
        decimals = rf"(?:{self.decimal}\d+(?:[{SPACES[1:]}]\d+)*)?"
        indian = rf"\d{{1,2}}(?:{self.group}\d{{2}})+{self.group}\d{{3}}(?!\d)"
        return rf"(?=\d)(?:{'|'.join([*groups, indian])}|\d+){decimals}(?:{_EXPONENT})?"

    @property
    def scale(self) -> str:
        """A word of scale after a number; a single letter only without a space, as in 2M, or before money: 2 M€."""
        long, single = (self._scales(is_long=one) for one in (True, False))
        before_money = rf"[{SPACES}]?{single}(?=[{SPACES}]?{MONEY})"
        return rf"(?:{before_money}|(?:[{SPACES}-]?(?i:{long})|{single})(?:(?<={_HAN})|(?!\w)))"

    @property
    def scale_of_money(self) -> str:
        """A word of scale after a number with the sign of a currency before it: $2 M, but not $2 T-shirts."""
        return rf"(?:{self.scale}|[{SPACES}]{self._scales(is_long=False)}(?![\w-]|\. ))"

    @property
    def later(self) -> str:
        """What follows the first of two numbers that share a word of scale, the group ``later``: 2 to 3 million."""
        return rf"(?= ?(?:{self.joints}|–|-) ?(?:{MONEY_BEFORE})?{self.number}(?P<later>{self.scale}))"

    @property
    def scaled(self) -> str:
        """A number (group ``digits``) with its word of scale (``scale``), or with that of the next number."""
        return rf"(?<!\d)(?P<digits>{self.number})(?:(?P<scale>{self.scale})|{self.later})"

    def _scales(self, *, is_long: bool) -> str:
        return rf"(?:{any_of(one for one in self.scales if (len(one) > 1) is is_long)})"

    def value(self, number: str, scale: str | None = None) -> Decimal:
        """Return the value of a number in this notation."""
        parts = re.fullmatch(rf"(?P<digits>.*?)(?:[eE](?P<e>.*)|[{SPACES}]?[×x·][{SPACES}]?10\^?(?P<ten>.*))?", number)
        assert parts
        divided = re.fullmatch(rf"(.*?)(?:(?:{self.decimal}|[.,](?=\d\d?$))(\d[\d{SPACES}]*))?", parts["digits"])
        assert divided
        whole = ".".join(re.sub(r"\D", "", part) for part in divided.groups() if part)
        power = (parts["e"] or parts["ten"] or "0").translate(_SUPERSCRIPT)
        value = Decimal(whole).scaleb(int(power))
        return value * self.scales[self._word(scale)] if scale else value

    def _word(self, scale: str) -> str:
        found = scale.strip(f"{SPACES}-")
        return found if found in self.scales else next(one for one in self.scales if one.lower() == found.lower())


@cache
def notation(language: str) -> Notation:
    """Return how a language writes numbers."""
    known, main = locale(language), main_language(language)
    group = get_group_symbol(known)
    groups = (SPACES if group.isspace() else group) + "'’"  # as texts of Switzerland write 40'000
    groups += "." if get_decimal_symbol(known) == "," else ""  # some regions, and older texts, write 40.000
    return Notation(
        language=main,
        decimal=f"[{get_decimal_symbol(known)}{get_decimal_symbol(known, numbering_system='arab')}]",
        group=f"[{groups}{get_group_symbol(known, numbering_system='arab')}]",
        scales=dict(_scales(known)),
        joints=datewords.RANGES.get(main, "–"),
    )


def _scales(known: Locale) -> Iterator[tuple[str, Decimal]]:
    """Yield the words of scale of a language, each with its endings: million, M, Mio., milliards, crore."""
    for word, value in _words_of_scale(known):
        yield from ((word + ending, value) for ending in ("", *numberwords.ENDINGS.get(known.language, ())))


def _words_of_scale(known: Locale) -> Iterator[tuple[str, Decimal]]:
    for plurals in known.compact_decimal_formats.values():
        for patterns in plurals.values():
            for size, pattern in patterns.items():
                zeros = pattern.pattern.count("0")
                word = pattern.pattern.replace("0", "").replace("'", "").replace("\u00a0", " ").strip(SPACES)
                if zeros and word:
                    yield word, Decimal(int(size)) / 10 ** (zeros - 1)
    yield from ((word, Decimal(10) ** zeros) for word, zeros in numberwords.MORE_SCALES.get(known.language, {}).items())
