"""How a language writes numbers and dates, as regular expressions; from the Unicode CLDR, which Babel holds."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from babel import Locale
from babel.numbers import get_decimal_symbol, get_group_symbol

from macros.language import locale

SPACES = " \u00a0\u2009\u202f"
"""Spaces that may stand between groups of three digits in any language."""
SHORT_SCALE = 3
"""From how many letters on a word of scale, such as mil, cannot be a unit, as m is."""
_MORE_SCALES = {
    "en": {"thousands": 3, "millions": 6, "billions": 9, "m": 6, "mn": 6, "bn": 9, "tn": 12, "k": 3}
    | {"lakh": 5, "lakhs": 5, "crore": 7, "crores": 7},
    "fr": {"milliers": 3, "Mds": 9},
    "es": {"millón": 6, "millardo": 9, "millardos": 9},
    "ar": {"بليون": 9, "بلايين": 9, "تريليون": 12},
}
"""Words of scale that are in use and not in the CLDR, with the number of their zeros."""
_ENDINGS = {"ar": ("ات", "ا", "اً", "ًا")}  # noqa: RUF001 - letters of Arabic
"""What grammar adds to words of scale, and the CLDR does not: the plural and the accusative of Arabic."""
_QUALIFIERS = {
    "en": {
        "up to": ("up to", "as many as", "not more than", "no more than"),
        "at least": ("at least", "not less than", "no less than", "no fewer than"),
        "more than": ("more than", "over"),
        "about": ("about", "around", "roughly", "approximately", "some"),
        "nearly": ("nearly", "almost"),
        "under": ("under", "fewer than", "less than"),
    },
    "es": {
        "up to": ("hasta", "como máximo", "a lo sumo", "no más de", "no superior a"),
        "at least": ("al menos", "por lo menos", "como mínimo", "no menos de", "no inferior a"),
        "more than": ("más de", "por encima de", "superior a"),
        "about": ("unos", "unas", "cerca de", "alrededor de", "en torno a", "aproximadamente", "hacia"),
        "nearly": ("casi",),
        "under": ("menos de", "por debajo de", "inferior a"),
    },
    "fr": {
        "up to": ("jusqu'à", "au plus", "au maximum", "pas plus de", "n'excédant pas"),
        "at least": ("au moins", "au minimum", "pas moins de"),
        "more than": ("plus de", "plus d'", "supérieur à", "supérieure à"),
        "about": ("environ", "autour de", "quelque", "approximativement", "à peu près"),
        "nearly": ("près de", "près d'", "presque"),
        "under": ("moins de", "moins d'", "inférieur à", "inférieure à"),
    },
    "ar": {
        "up to": ("ما لا يزيد على", "لا يزيد على", "لا يتجاوز", "حتى"),
        "at least": ("ما لا يقل عن", "لا يقل عن", "لا تقل عن", "على الأقل"),
        "more than": ("أكثر من", "ما يزيد على", "ما يزيد عن"),
        "about": ("نحو", "بنحو", "حوالي", "بحوالي", "زهاء"),
        "nearly": ("ما يقرب من", "قرابة"),
        "under": ("أقل من",),
    },
}
"""By language and word of the model, the words of sources for the exactness of a number."""
_PARTS = {"en": {"half": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4}}
_JOINTS = {"en": "to|and", "fr": "à|et", "es": "a|y", "de": "bis|und", "it": "a|e", "pt": "a|e"}
_BEFORE_YEARS = {
    "en": "in|by|spring|summer|autumn|fall|winter",
    "fr": "en|d'ici(?: à)?|printemps|été|automne|hiver",
    "es": "en|para|año|primavera de|verano de|otoño de|invierno de",
    "de": "Jahre?|bis|Frühling|Frühjahr|Sommer|Herbst|Winter",
    "it": "nel|entro il|anno",
    "pt": "em|até|ano de",
    "ar": "عام|سنة|بحلول",
}
"""By language, words after which four digits are a year."""
_MORE_ERAS = {
    "en": {"BCE": False, "CE": True},
    "de": {"vor Christus": False, "nach Christus": True, "v. u. Z.": False, "n. u. Z.": True},
    "es": {"a.C.": False, "d.C.": True},
}
"""Names of eras that are in use and not in the CLDR, and whether they come after the year 1."""
_HAN = "[\u4e00-\u9fff]"
"""A sign of Chinese and Japanese, which part no words by spaces."""
_SUPERSCRIPT = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺−", "0123456789-+-")
_TEN = rf"[{SPACES}]?[×x·][{SPACES}]?10(?:\^[-−+]?\d+|[-−]\d+|[⁻⁺]?[⁰¹²³⁴⁵⁶⁷⁸⁹]+)"
_EXPONENT = rf"(?:[eE][-+]?\d+(?!\w)|{_TEN})"


@dataclass(frozen=True)
class Notation:
    """Patterns and words for the numbers of a language.

    ``scales`` holds each of its words for a power of ten, ``qualifiers`` those for how exact a number is, with the
    model's word, ``parts`` those for a half or a third. ``joints`` are between two numbers that share a scale, the
    first between the ends of a range.
    """

    language: str
    decimal: str
    group: str
    scales: Mapping[str, Decimal]
    qualifiers: Mapping[str, str]
    parts: Mapping[str, int]
    joints: str

    @property
    def number(self) -> str:
        """A number in digits: as ``own_number``, or with the decimals of a neighbour, such as 21,6 in English."""
        neighbours = rf"(?<![.,\d])\d{{1,3}}(?!{self.decimal})[.,]\d{{1,2}}(?![.,\d])(?:{_EXPONENT})?"
        return rf"(?=\d)(?:{neighbours}|{self.own_number})"

    @property
    def own_number(self) -> str:
        """A number in digits, with or without separators, decimals and exponent; 10,12 is two numbers in English."""
        groups = [rf"\d{{1,3}}(?:{one}\d{{3}})+(?!\d)" for one in (self.group, f"[{SPACES}]")]
        decimals = rf"(?:{self.decimal}\d+(?:[{SPACES[1:]}]\d+)*)?"
        indian = rf"\d{{1,2}}(?:{self.group}\d{{2}})+{self.group}\d{{3}}(?!\d)"
        return rf"(?=\d)(?:{'|'.join([*groups, indian])}|\d+){decimals}(?:{_EXPONENT})?"

    @property
    def scale(self) -> str:
        """A word of scale after a number; single letters, such as M, without a space; letters may follow Han signs."""
        words = sorted(map(re.escape, self.scales), key=len, reverse=True)
        long, short = ("|".join(one for one in words if (len(one) > 1) is is_long) for is_long in (True, False))
        return rf"(?:[{SPACES}-]?(?i:{long or '(?!)'})|(?:{short or '(?!)'}))(?:(?<={_HAN})|(?!\w))"

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
    known, main = locale(language), language.partition("-")[0]
    group = get_group_symbol(known)
    groups = SPACES if group.isspace() else "'’" if group in "'’" else group
    return Notation(
        language=main,
        decimal=f"[{get_decimal_symbol(known)}{get_decimal_symbol(known, numbering_system='arab')}]",
        group=f"[{groups}{get_group_symbol(known, numbering_system='arab')}]",
        scales=dict(_scales(known)),
        qualifiers={word: told for told, words in _QUALIFIERS.get(main, {}).items() for word in words},
        parts=_PARTS.get(main, {}),
        joints=_JOINTS.get(main, "–"),
    )


def _scales(known: Locale) -> Iterator[tuple[str, Decimal]]:
    """Yield the words of scale of a language, each with its endings: million, M, Mio., milliards, crore."""
    for word, value in _words_of_scale(known):
        yield from ((word + ending, value) for ending in ("", *_ENDINGS.get(known.language, ())))


def _words_of_scale(known: Locale) -> Iterator[tuple[str, Decimal]]:
    for plurals in known.compact_decimal_formats.values():
        for patterns in plurals.values():
            for size, pattern in patterns.items():
                zeros = pattern.pattern.count("0")
                word = pattern.pattern.replace("0", "").replace("'", "").replace("\u00a0", " ").strip(SPACES)
                if zeros and word:
                    yield word, Decimal(int(size)) / 10 ** (zeros - 1)
    yield from ((word, Decimal(10) ** zeros) for word, zeros in _MORE_SCALES.get(known.language, {}).items())


@cache
def dates_of(language: str) -> tuple[re.Pattern[str], ...]:
    """Return patterns with groups named day, month, year and bce, the fullest first: 11 April 2017, April 2017."""
    known = locale(language)
    variants = [known, Locale("en", "GB"), Locale("en")] if known.language == "en" else [known]
    written = [one.date_formats["long"].pattern for one in variants]
    written += [one.datetime_skeletons[name].pattern for name in ("yMMMM", "MMMMd") for one in variants]
    names = "|".join(sorted(map(re.escape, month_numbers(language)), key=len, reverse=True))
    before, after = _eras(language)
    year = rf"(?P<year>\d{{3,5}}|\d{{1,2}}(?= (?:{before}|{after})))(?: (?:(?P<bce>{before})|{after}))?"
    parts = {"d": r"(?P<day>\d{1,2})(?:er|º|ª)?", "y": year}
    parts |= dict.fromkeys(("MMMM", "LLLL"), rf"(?P<month>{names})") | {"M": r"(?P<month>\d{1,2})"}
    patterns = (_pattern(one, parts) for one in dict.fromkeys(written))
    return tuple(re.compile(rf"(?<!\w){one}(?!\w)", re.IGNORECASE) for one in patterns)


def _pattern(written: str, parts: Mapping[str, str]) -> str:
    """Return the regular expression of a date pattern of the CLDR: d 'de' MMMM 'de' y."""
    tokens = re.findall(r"'[^']*'|d+|y+|[ML]+|G+|.", written)
    return "".join(
        parts.get(one) or (",?" if one == "," else rf"[{SPACES}]" if one.isspace() else re.escape(one.strip("'")))
        for one in tokens
        if one[0] != "G"
    )


@cache
def month_numbers(language: str) -> Mapping[str, int]:
    """Return the number of each month by its names, in lower case."""
    found: dict[str, int] = {}
    for forms in locale(language).months.values():
        found |= {name.lower(): number for number, name in forms["wide"].items()}
    return found


def date_parts(given: Mapping[str, str | None], language: str) -> tuple[int | None, int | None, int | None]:
    """Return year, month and day of the groups of a date in words, None where it has none; the year of 1 BCE is 0."""
    year, month, day = (given.get(name) for name in ("year", "month", "day"))
    number = (month_numbers(language).get(month.lower()) or int(month)) if month else None
    counted = (1 - int(year) if given.get("bce") else int(year)) if year else None
    return counted, number, int(day) if day else None


@cache
def years_of(language: str) -> tuple[re.Pattern[str], ...]:
    """Return patterns for a decade, 1860s or 1870er but not 1800s, and for a year after one of some words: in 1901."""
    words = _BEFORE_YEARS.get(language.partition("-")[0], "(?!)")
    year = rf"(?<!\w)(?:{words}) (?P<year>\d{{4}})(?![\w%]|[.,]\d|[-–/]\d)"
    return re.compile(r"(?<!\w)(?P<year>(?P<decade>\d{2}[1-9])0)(?:s|er)(?!\w)"), re.compile(year, re.IGNORECASE)


@cache
def eras(language: str) -> re.Pattern[str]:
    """Return a pattern for a year with its era, in the group ``bce``, ``ce`` or ``late``: 44 BCE, AD 830, 830 AD."""
    before, after = _eras(language)
    year = r"\d{1,3}(?:[,.]?\d{3})*"
    return re.compile(
        rf"(?<!\w)(?:(?P<bce>{year}) (?:{before})|(?:{after}) (?P<ce>{year})|(?P<late>{year}) (?:{after}))(?!\w)"
    )


def _eras(language: str) -> tuple[str, str]:
    """Return the names of the era before the year 1, and of that after it, as regular expressions."""
    known = locale(language)
    names = {name: bool(index) for forms in known.eras.values() for index, name in forms.items() if len(name) > 1}
    names |= _MORE_ERAS.get(known.language, {})
    ordered = sorted(names, key=len, reverse=True)
    before, after = ("|".join(re.escape(one) for one in ordered if names[one] is era) for era in (False, True))
    return before, after
