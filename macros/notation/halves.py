"""Halves of a number in words or signs become decimals: one and a half million, medio millón, 2½."""

import re
from decimal import Decimal
from functools import cache

from babel.numbers import get_decimal_symbol

from macros.language import locale
from macros.notation import numberwords
from macros.notation.numbers import SPACES, notation

_SIGNS = {"½": "0.5", "¼": "0.25", "¾": "0.75", "⅛": "0.125", "⅜": "0.375", "⅝": "0.625", "⅞": "0.875"}
_SIGN = re.compile(rf"(?<![\d.,/])(?:(?P<number>\d+)[{SPACES}]?)?(?P<sign>[{''.join(_SIGNS)}])(?!\d)")
_WRITTEN = re.compile(r"(?<![\d.,/-])(?P<number>\d+)[ -](?P<over>[13])/(?P<under>[24])(?![\d/]|[.,]\d)")
_ZEROS = r"1(?:000){1,4}(?!\d)"
"""A word of scale that is in digits already."""
_HALF = Decimal("0.5")


def in_decimals(text: str, language: str) -> str:
    """Return a text, whose number words are in digits, with each half as a decimal: "2500000 lamps", "2.5 lamps"."""
    for pattern in (_SIGN, _WRITTEN, *_patterns(language)):
        text = pattern.sub(lambda match: _in_decimals(match, language), text)
    return text


def _in_decimals(match: re.Match[str], language: str) -> str:
    """Return a number with its half and its scale as a decimal; as it is, if it cannot be read with certainty."""
    forms, given = notation(language), {"number": None, "scale": None, "again": None} | match.groupdict()
    differ = given["again"] and forms.value("1", given["again"]) != forms.value("1", given["scale"])
    number = forms.value(given["number"]) if given["number"] else Decimal(given.get("one") is not None)
    if differ or given.get("unread") or (given.get("and_half") and number % 1):
        return match[0]
    scale = forms.value("1", given["scale"]) if given["scale"] else Decimal(given.get("zeros") or 1)
    if given.get("and_half") and scale == 1 and given.get("noun") is None:
        zeros = len(given["number"] or "") - len((given["number"] or "").rstrip("0"))
        scale = Decimal(10) ** (zeros // 3 * 3)  # a word of scale is in these digits: 2000000 and a half
        number /= scale
    value = (number + _part(given)) * scale
    told = f"{value.normalize():f}".replace(".", get_decimal_symbol(locale(language)))
    return told + (given.get("noun") or "")


def _part(given: dict[str, str | None]) -> Decimal:
    """Return the fraction that the parts of a match add to a number."""
    if sign := given.get("sign"):
        return Decimal(_SIGNS[sign])
    if given.get("under"):
        return Decimal(given["over"] or 0) / Decimal(given["under"] or 1)
    word = given.get("word")
    return Decimal(numberwords.WITH_HALF[word.lower()]) if word else Decimal(0) if given.get("point") else _HALF


@cache
def _patterns(language: str) -> tuple[re.Pattern[str], ...]:
    """Return patterns for halves in words: "2 and a half 1000000", "2 millions et demi", "medio 1000000"."""
    forms = notation(language)
    main, number = forms.language, rf"(?<![\w.,/-])(?P<number>{forms.own_number})"
    scales = "|".join(sorted((re.escape(one) for one in forms.scales if len(one) > 1), key=len, reverse=True))
    zeros = rf"(?:(?P<zeros>{_ZEROS})|(?P<scale>{scales}))(?!\w)"
    half = f"(?P<and_half>{numberwords.AND_HALF.get(main, '(?!)')})"
    again = rf"(?: (?:ال)?(?P<again>{scales})(?!\w))?(?! ?(?:ال)?(?:{scales}|{forms.number}))(?![\w-])"
    unread = rf"(?<!\w)(?P<unread>(?:{numberwords.ARABIC})\w* )?"
    written = {
        "de": rf"(?<!\w)(?P<word>{'|'.join(numberwords.WITH_HALF)})(?!\w)",
        "en": rf"(?<![\w-])(?:{number}|(?P<one>one))[ -]{half}[ -]{zeros}",
    }
    bare = rf"{unread}(?P<scale>{scales})(?P<one>) {half}{again}" if main == "ar" else "(?!)"
    patterns = (
        written.get(main, "(?!)"),
        rf"{number}(?: ?(?P<scale>{scales}))?[ -]{half}{again}",
        bare,
        rf"{number}(?P<noun> \w+) {half}(?={numberwords.AFTER_NOUN.get(main, '(?!)')})",
        rf"(?<![\w-])(?:{numberwords.HALF_OF.get(main, '(?!)')})[ -]?{zeros}",
        rf"(?<![\w.,])(?P<number>\d+{forms.decimal}\d+)(?P<point> )(?P<zeros>{_ZEROS})(?!\w)",
    )
    return tuple(re.compile(one, re.IGNORECASE) for one in patterns)
