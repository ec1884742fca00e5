"""Finds out which currency stands beside a sum: by its sign, its code or its name."""

import re
from collections.abc import Mapping
from functools import cache

from babel.core import get_global
from babel.numbers import get_currency_name, get_currency_symbol

from macros.language import locale
from macros.model.words import normalise
from macros.notation.numbers import SIGN, SPACES, notation

_SAME_AS = {"₤": "£", "₨": "₹"}  # signs that are used instead of another one
_MORE_SIGNS = {"US$": "USD"}
_NOUN_LAST = frozenset({"en", "de", "nl"})
"""The languages in which the noun ends the name of a currency: US dollars, but dólares estadounidenses."""
_LEAST_LETTERS = 4
"""The fewest letters of a name that is read as a currency; shorter ones, such as won or lei, mean more."""
_NO_NAMES = frozenset({"gold", "nuevo", "nuevos", "antiguo", "antiguos", "super", "nouveau", "nouveaux", "coupons"})
_PLURALS = (2, 5, 100)  # numbers that between them have every plural form of a language


def other_currency(money: str, after: str, unit: str, language: str) -> str:
    """Return the sign, code or name of money beside a sum if it is certainly not the unit; else ""."""
    if unit not in _tender():
        return ""
    if money:
        is_other = money != unit if money.isalpha() else _is_other_sign(money, unit)
        return money if is_other else ""
    match = re.match(rf"[{SPACES}](?:(?:of|de|di) |d')?(?:\w+ )??(?P<name>{'|'.join(_names(language))})(?!\w)", after)
    codes = _names(language)[match["name"]] if match else frozenset({unit})
    signed = {*_signs().values()}
    is_certain = unit in signed or codes <= signed  # a name of others, such as Syrian lira, may not be in the CLDR
    return match["name"] if match and unit not in codes and is_certain else ""


@cache
def _tender() -> frozenset[str]:
    """Return the codes of all currencies that are or were tender somewhere: no metals, no units of account."""
    return frozenset(
        code for used in get_global("territory_currencies").values() for code, *_, is_one in used if is_one
    )


@cache
def _signs() -> Mapping[str, str]:
    """Return the code of each currency that has a sign of its own in English: $, €, CA$."""
    signs = {get_currency_symbol(code, "en"): code for code in _tender()}
    return {sign: code for sign, code in signs.items() if re.fullmatch(SIGN, sign)} | _MORE_SIGNS


def _is_other_sign(sign: str, unit: str) -> bool:
    """Whether a sign is certainly not that of the unit; $ alone may be any dollar."""
    if unit not in _signs().values():
        return False
    is_like = _SAME_AS.get(sign[-1], sign[-1]) == get_currency_symbol(unit, "en")[-1]
    return not is_like or (len(sign) > 1 and _signs().get(sign, unit) != unit)


@cache
def _names(language: str) -> Mapping[str, frozenset[str]]:
    """Return the nouns in the names of currencies, such as dollars, each with the codes of all that have it."""
    found: dict[str, set[str]] = {}
    place = -1 if notation(language).language in _NOUN_LAST else 0
    for code in sorted(_tender()):
        for count in _PLURALS:
            name = re.sub(r"\(.*?\)", "", normalise(str(get_currency_name(code, count, locale(language)))))
            words = re.findall(r"[^\W\d]+", name)
            if words and len(words[place]) >= _LEAST_LETTERS and words[place] not in _NO_NAMES:
                found.setdefault(words[place], set()).add(code)
    return {word: frozenset(codes) for word, codes in found.items()}
