"""Turns halves of a number into decimals: one and a half million, medio millón, 2½."""

import re
from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from unicodedata import numeric

from babel.numbers import get_decimal_symbol

from macros.language import locale
from macros.notation import numberwords
from macros.notation.numbers import SPACES, notation
from macros.notation.patterns import any_of, words

_SIGN = rf"(?<![\d.,/])(?:(?P<number>\d+)[{SPACES}]?)?(?P<sign>[½¼¾⅛⅜⅝⅞])(?!\d)"
_WRITTEN = r"(?<![\d.,/-])(?P<number>\d+)[ -](?P<over>[13])/(?P<under>[24])(?![\d/]|[.,]\d)"
_SCALE = r"(?P<zeros>1(?:000){1,4}(?!\d))"  # a word of scale that is written in digits by now
_HALF = Decimal("0.5")


def in_decimals(text: str, language: str) -> str:
    """Return a text, whose number words are digits by now, with decimals for halves: "2500000 lamps", "2.5 lamps"."""
    for pattern in _patterns(language):
        text = pattern.sub(lambda match: _in_decimals(match, language), text)
    return text


def _in_decimals(match: re.Match[str], language: str) -> str:
    """Return a number with its half and scale as a decimal, or as it is if it cannot be read for certain."""
    given, forms = match.groupdict(), notation(language)
    scale, again = (forms.value("1", given[one]) if given.get(one) else None for one in ("scale", "again"))
    number = forms.value(given["number"]) if given.get("number") else Decimal(given.get("one") is not None)
    is_added = bool(given.get("and_half"))
    if (again and again != scale) or given.get("unread") or (is_added and number % 1):
        return match[0]
    scale = scale or Decimal(given.get("zeros") or 1)
    if is_added and scale == 1 and given.get("noun") is None:
        zeros = len(given["number"] or "") - len((given["number"] or "").rstrip("0"))
        scale = Decimal(10) ** (zeros // 3 * 3)  # a word of scale is in these digits: 2000000 and a half
        number /= scale
    value = (number + _part(given)) * scale
    told = f"{value.normalize():f}".replace(".", get_decimal_symbol(locale(language)))
    return told + (given.get("noun") or "")


def _part(given: Mapping[str, str | None]) -> Decimal:
    """Return the fraction that the parts of a match add to a number."""
    if sign := given.get("sign"):
        return Decimal(numeric(sign))
    if under := given.get("under"):
        return Decimal(given["over"] or 1) / (numberwords.PARTS.get(under.lower()) or int(under))
    word = given.get("word")
    return Decimal(numberwords.WITH_HALF[word.lower()]) if word else Decimal(0) if "point" in given else _HALF


@cache
def _patterns(language: str) -> tuple[re.Pattern[str], ...]:
    """Return patterns for halves in words: "2 and a half 1000000", "2 millions et demi", "medio 1000000"."""
    forms = notation(language)
    number, scales = rf"(?<![\w.,/-])(?P<number>{forms.own_number})", any_of(one for one in forms.scales if one[1:])
    scale = rf"(?:{_SCALE}|(?P<scale>{scales}))(?!\w)"
    half = f"(?P<and_half>{numberwords.AND_HALF})"
    again = rf"(?: (?:ال)?(?P<again>{scales})(?!\w))?(?! ?(?:ال)?(?:{scales}|{forms.number}))(?![\w-])"
    own = {
        "de": [rf"(?<!\w)(?P<word>{any_of(numberwords.WITH_HALF)})(?!\w)"],
        "en": [
            rf"(?<![\w-])(?:{number}|(?P<one>one))[ -]{half}[ -]{scale}",
            rf"(?<![\w-])(?:(?P<over>\d+)[ -]|a )?(?P<under>{any_of(numberwords.PARTS)})(?: of)? an? {scale}",
        ],
        "ar": [rf"(?<!\w)(?P<unread>(?:{numberwords.ARABIC})\w* )?(?P<scale>{scales})(?P<one>) {half}{again}"],
    }
    patterns = (
        _SIGN,
        _WRITTEN,
        rf"{number}(?: ?(?P<scale>{scales}))?[ -]{half}{again}",
        *own.get(forms.language, ()),
        rf"{number}(?P<noun> \w+) {half}(?={words(numberwords.AFTER_NOUN, language)})",
        rf"(?<![\w-])(?:{numberwords.HALF_OF})[ -]?{scale}",
        rf"(?<![\w.,])(?P<number>\d+{forms.decimal}\d+)(?P<point> ){_SCALE}(?!\w)",
    )
    return tuple(re.compile(one, re.IGNORECASE) for one in patterns)
