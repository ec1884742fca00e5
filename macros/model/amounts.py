"""Numbers and amounts of money in words, as a language writes them; from the Unicode CLDR, which Babel holds."""

import re
from copy import copy
from decimal import Decimal
from functools import cache

from babel import Locale
from babel.numbers import (
    NumberPattern,
    get_currency_name,
    get_currency_precision,
    get_currency_symbol,
    is_currency,
)

from macros.language import locale

PERCENT = "percent"
"""The unit of shares in the data, in every language."""
_LEAST, _STEPS = 10**6, 100
_SCIENTIFIC, _LONGEST, _SHORTEST = 18, 15, -7
"""Decimal exponents from which on, and below which, a number is written as a power of ten; the first with a scale."""
_SUPERSCRIPT = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")


def is_sign(unit: str) -> bool:
    """Return whether a unit is written as a sign: percent, and the code of a currency."""
    return unit == PERCENT or is_currency(unit)


def is_one(value: Decimal, language: str) -> bool:
    """Return whether a language uses the singular with a number: with 1 in English, with 0 and 1.5 too in French."""
    return str(locale(language).plural_form(abs(value))) == "one"


def unit_name(unit: str, language: str) -> str:
    """Return the name of a unit: "euros" for EUR, and any other unit as it is."""
    return get_currency_name(unit, count=2, locale=locale(language)) if is_currency(unit) else unit


def format_number(value: Decimal, unit: str, language: str) -> str:
    """Return a number, never rounded: "1,234", "−5", "2 million", "6.02 × 10²³"; "52%", "£1.4 million"."""
    known, digits, is_negative = locale(language), abs(value), value < 0
    words = _scaled(digits, known) or _power(digits, known) or _digits(digits, unit, known)
    if is_currency(unit):
        words = _money(words, unit, known, is_negative=is_negative)
    elif unit == PERCENT and words[-1].isdigit():
        pattern = known.percent_formats[None]
        words = f"{pattern.prefix[is_negative]}{words}{pattern.suffix[is_negative]}"
    elif is_negative:
        words = f"-{words}"
    return _signed(words, known) if is_negative else words


def _signed(words: str, known: Locale) -> str:
    """Return words in which a hyphen is the sign of a number, with the minus sign and its mark of direction.

    Where the CLDR has marks from right to left between the sign and its digits, they come before the sign, since it
    would stand behind the digits otherwise.
    """
    mark = "\u200e" if known.character_order == "right-to-left" else ""  # as in the CLDR, except for Yiddish
    return re.sub(r"-(\u200f*)", rf"\1{mark}−", words, count=1)


def _digits(value: Decimal, unit: str, known: Locale) -> str:
    """Return a number with all of its digits; broken amounts of money have the decimals of the currency."""
    decimals = max(0, -int(value.as_tuple().exponent))
    if is_currency(unit) and decimals:
        decimals = 0 if value == value.to_integral_value() else max(decimals, get_currency_precision(unit))
    return str(_pattern(known, decimals).apply(value, known))


@cache
def _pattern(known: Locale, decimals: int) -> NumberPattern:
    """Return the pattern of a language for numbers with a number of decimals."""
    pattern: NumberPattern = copy(known.decimal_formats[None])
    pattern.frac_prec = (decimals, decimals)
    return pattern


@cache
def _scales(known: Locale) -> dict[int, dict[str, NumberPattern]]:
    """Return the patterns for millions and more by plural form, for each power of ten, the largest first."""
    forms = known.compact_decimal_formats.get("long") or known.compact_decimal_formats["short"]
    sizes = {int(size) for size, one in forms["other"].items() if one.pattern.count("0") == 1 and int(size) >= _LEAST}
    return {
        n: {plural: found[str(n)] for plural, found in forms.items() if str(n) in found} for n in sorted(sizes)[::-1]
    }


def _scaled(value: Decimal, known: Locale) -> str:
    """Return "1.4 billion" for a number with at most three digits in millions or billions; else ""."""
    for size, patterns in _scales(known).items():
        step = size // (_STEPS if size > _LEAST else 10)
        if size <= value < Decimal(10) ** _SCIENTIFIC and value % step == 0:
            count = (value / size).normalize()
            pattern = patterns.get(known.plural_form(count), patterns["other"]).pattern.replace("'", "")
            return str(pattern.replace("0", _digits(count, "", known)).replace("\u00a0", " "))
    return ""


def _power(value: Decimal, known: Locale) -> str:
    """Return "6.02 × 10²³" for a number that is very large or very small, else ""."""
    power = value.adjusted()
    if not value or _SHORTEST < power < _LONGEST:
        return ""
    count = value.scaleb(-power)
    count = count.normalize() if value == value.to_integral_value() else count
    return f"{_digits(count, '', known)} × 10{str(power).translate(_SUPERSCRIPT)}"


def _money(words: str, unit: str, known: Locale, *, is_negative: bool) -> str:
    """Return an amount with the sign of its currency, before or behind it as the language has it, and a hyphen."""
    pattern, sign = known.currency_formats["standard"], get_currency_symbol(unit, locale=known)
    before, after = (part[is_negative].replace("¤", sign) for part in (pattern.prefix, pattern.suffix))
    gap = "\u00a0" if before[-1:].isalpha() else ""
    return f"{before}{gap}{words}{after}"
