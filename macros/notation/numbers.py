"""Regular expressions for the numbers of a language; from the Unicode CLDR, which Babel holds."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from babel import Locale
from babel.numbers import get_decimal_symbol, get_group_symbol, list_currencies

from macros.language import locale, main_language
from macros.model.words import normalise
from macros.notation import datewords, numberwords
from macros.notation.patterns import NEVER, any_of

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
_STEM = 5
"""The fewest letters of a word of scale that may have an ending which the CLDR lacks, such as миллионам."""
_HAN = "[\u4e00-\u9fff]"
"""A character of Chinese or Japanese, in which no spaces stand between words."""
_SUPERSCRIPT = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺−", "0123456789-+-")
_RAISED = "[⁻⁺]?[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}(?![⁰¹²³⁴⁵⁶⁷⁸⁹])"
_POWER = rf"10(?:\^[-−+]?\d{{1,3}}(?!\d)|{_RAISED})"
"""A power of ten: 10⁶, 10^6."""
_TIMES = rf"[{SPACES}]?[×x·⋅∙*][{SPACES}]?"
_TEN = rf"{_TIMES}(?:{_POWER}|10[-−]\d{{1,3}}(?!\d))"
_EXPONENT = rf"(?:[eE][-+]?\d{{1,3}}(?!\w)|{_TEN})"
POWER = rf"(?:\d[\d.,]*{_EXPONENT}|{_POWER})"
"""A power of ten, or a multiple of one: 5 × 10⁶."""


@dataclass(frozen=True)
class Notation:
    """Patterns and words for the numbers of a language.

    ``scales`` maps each of its words of scale to a power of ten. ``leading`` are those that stand before a number, and
    ``endings`` is a pattern for what may be added to the others. ``joints`` is a pattern for what stands between two
    numbers that share a scale; its first is for the ends of a range.
    """

    language: str
    decimal: str
    group: str
    scales: Mapping[str, Decimal]
    leading: frozenset[str]
    endings: str
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
        return rf"(?=\d)(?:{_POWER}|(?:{'|'.join([*groups, indian])}|\d+){decimals}(?:{_EXPONENT})?)"

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
        words = [one for one in self.scales if (len(one) > 1 or one in numberwords.ONE_LETTER) is is_long]
        stems = any_of(one for one in words if len(one) >= _STEM)
        return rf"(?:{any_of(words)}|(?:{stems}){self.endings})"

    def in_order(self, text: str) -> str:
        """Return a text of the same length in which every word of scale stands after its number, not before it."""
        if not self.leading:
            return text
        number = rf"{self.number}(?:[-–]{self.number})?"
        leading = rf"(?<!\w)({any_of(self.leading)})([{SPACES}])({number})"
        return re.sub(leading, r"\3\2\1", text, flags=re.IGNORECASE)

    def value(self, number: str, scale: str | None = None) -> Decimal:
        """Return the value of a number in this notation."""
        number = f"1·{number}" if re.fullmatch(_POWER, number) else number
        parts = re.fullmatch(rf"(?P<digits>.*?)(?:[eE](?P<e>.*)|{_TIMES}10\^?(?P<ten>.*))?", number)
        assert parts
        divided = re.fullmatch(rf"(.*?)(?:(?:{self.decimal}|[.,](?=\d\d?$))(\d[\d{SPACES}]*))?", parts["digits"])
        assert divided
        whole = ".".join(re.sub(r"\D", "", part) for part in divided.groups() if part)
        power = (parts["e"] or parts["ten"] or "0").translate(_SUPERSCRIPT)
        value = Decimal(whole).scaleb(int(power))
        return value * self.scales[self._word(scale)] if scale else value

    def _word(self, scale: str) -> str:
        found = scale.strip(f"{SPACES}-")
        if found in self.scales:
            return found
        longest_first = sorted(self.scales, key=len, reverse=True)
        return next(one for one in longest_first if found.lower().startswith(one.lower()))


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
        leading=frozenset(_leading(known)),
        endings=NEVER if main in numberwords.ENDS else r"[^\W\d_]{0,5}",
        joints=datewords.RANGES.get(main, "–"),
    )


def _scales(known: Locale) -> Iterator[tuple[str, Decimal]]:
    """Yield the words of scale of a language, each with its endings: million, M, Mio., milliards, crore."""
    for word, value in _words_of_scale(known):
        yield from ((word + ending, value) for ending in ("", *numberwords.ENDINGS.get(known.language, ())))


def _leading(known: Locale) -> Iterator[str]:
    """Yield the words of scale that stand before a number: milioni 3."""
    words = (normalise(pattern.partition("0")[0]) for _, pattern in _compact(known))
    return (word for word in words if word)


def _compact(known: Locale) -> Iterator[tuple[Decimal, str]]:
    """Yield each pattern for a number with a word of scale, such as 00 million, and the least number that it is for."""
    for plurals in known.compact_decimal_formats.values():
        for patterns in plurals.values():
            for size, one in patterns.items():
                pattern = one.pattern.partition(";")[0].replace("'", "")  # behind it stands that of negative numbers
                if "0" in pattern:
                    yield Decimal(int(size)), pattern


def _words_of_scale(known: Locale) -> Iterator[tuple[str, Decimal]]:
    for size, pattern in _compact(known):
        zeros = pattern.count("0")
        bare = pattern.replace("0", "").replace("\u00a0", " ").strip(SPACES)
        for word in {bare, normalise(bare)} - {""}:  # without marks of direction too
            yield word, size / 10 ** (zeros - 1)
    yield from ((word, Decimal(10) ** zeros) for word, zeros in numberwords.MORE_SCALES.get(known.language, {}).items())
