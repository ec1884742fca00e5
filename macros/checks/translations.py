"""Checks that a translation has the same figures as the words that it translates."""

import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache

from macros.model.words import normalise
from macros.notation.dated import without_dates
from macros.notation.dates import RUN_ON, last_year
from macros.notation.figures import in_digits, in_parts, tells_more
from macros.notation.numbers import POWER, SHORT_SCALE, notation
from macros.notation.numberwords import CENTS, FRACTIONS
from macros.notation.patterns import in_ascii
from macros.problems import Mistake

Compared = tuple[str, str]
"""What is compared of a text: a form that is the same in all languages, and the words as written."""
Languages = tuple[str, str]
"""The language of the original, and that of the translation."""
_FIGURE = r"\d+(?:[.,\u00a0\u202f\u066b\u066c ’']\d{3}(?!\d))*(?:[.,\u066b]\d+)?"
"""Digits of any script and their separators; in Arabic, U+066B before decimals and U+066C between thousands."""
_MARKS = re.compile(r"\D")


def same_form(original: str, translation: str) -> Iterator[Mistake]:
    """Yield a mistake if a translation has outer spaces, line breaks or tabs that the original has not."""
    rule, spaces = (
        "translation-form",
        "what stands between quotation marks is published as it is: write words and spaces",
    )
    if "\n" in translation and "\n" not in original:
        yield Mistake("it has a line break (\\n), which the original has not", rule, spaces)
    elif translation.strip() != translation and original.strip() == original:
        yield Mistake("it begins or ends with a space, which the original does not", rule, "delete the space")
    elif odd := re.search(r"[\t\r\f\v\0-\x08\x0e-\x1f]", translation.replace("\n", " ")):
        yield Mistake(f"it has a control character (U+{ord(odd[0]):04X})", rule, spaces)


def same_figures(original: str, translation: str, languages: Languages) -> Iterator[Mistake]:
    """Yield a mistake if the figures of a translation have other values: 3.2 billion is 3200 millones.

    A short word such as m may be a scale or a unit, so both readings are tried. If only one of the texts has a known
    word of scale, the digits alone are compared. Texts with numbers in parts are not checked: 1億2000万 is 120 million.
    """
    if not re.search(r"\d", original + translation):
        return
    remedy = "write the figures of the original, in digits"
    both = [*zip((original, translation), languages, strict=True)]
    has_unknown = len({sum(bool(_scale(one)) for one in _matches(*side)) for side in both}) > 1
    faults: list[Mistake] = []
    for shortest in (SHORT_SCALE, 1, *([sys.maxsize] if has_unknown else [])):
        wanted, given = (_figures(*side, shortest) for side in both)
        found = [*same(wanted, given, "translation-figures", remedy)]
        if not found:
            return
        faults = faults or found
    yield from () if any(in_parts(*side) for side in both) else faults


def same_quote(exact: str, translation: str, languages: Languages) -> Iterator[Mistake]:
    """Yield the mistakes in the figures of translated quoted words, if they differ in digits and in words."""
    sides = [*zip((exact, translation), languages, strict=True)]
    if any(tells_more(*side, FRACTIONS, CENTS) for side in sides):
        return
    in_words = [in_digits(normalise(text), language) for text, language in sides]
    undated = [without_dates(text, language) for text, language in zip(in_words, languages, strict=True)]
    faults = [[*same_figures(one, other, languages)] for one, other in ((exact, translation), in_words, undated)]
    yield from faults[0] if all(faults) else []


def same(wanted: Iterable[Compared], given: Iterable[Compared], rule: str, remedy: str) -> Iterator[Mistake]:
    """Yield a mistake that lists what is missing and what is added, if what is given is not what is wanted."""
    if [key for key, _ in wanted] == [key for key, _ in given]:
        return
    lacking, added = _rest(wanted, given), _rest(given, wanted)
    told = [f"it lacks {lacking}"] if lacking else []
    told += [f"it has {added}, which the original has not"] if added else []
    if told:
        yield Mistake("; ".join(told), rule, remedy)


def _rest(some: Iterable[Compared], others: Iterable[Compared]) -> str:
    """Return what occurs more often in some than in others, as it is written."""
    left, words = Counter(key for key, _ in some) - Counter(key for key, _ in others), dict(some)
    return ", ".join(sorted(words[key] for key in left.elements()))


def _figures(text: str, language: str, shortest: int) -> list[Compared]:
    """Return the figures of a text: their digits without separators, and as written.

    A word of scale with fewer letters than ``shortest`` is taken for a unit.
    """
    found = []
    for match in _matches(text, language):
        scale, value = _scale(match), match[0]
        if match["power"] or len(scale.strip()) >= shortest:
            value = f"{notation(language).value(match['power'] or match['digits'], scale).normalize():f}"
        found.append((in_ascii(_MARKS.sub("", value)), match[0]))
    return found


def _matches(text: str, language: str) -> Iterator[re.Match[str]]:
    return _figure(language).finditer(notation(language).in_order(RUN_ON.sub(_in_full, text)))


def _scale(match: re.Match[str]) -> str:
    return match["scale"] or match["later"] or ""


@cache
def _figure(language: str) -> re.Pattern[str]:
    """Return a pattern for a figure: with its word of scale, or that of the next, a power of ten, or digits."""
    return re.compile(rf"{notation(language).scaled}|(?P<power>{POWER})|{_FIGURE}")


def _in_full(match: re.Match[str]) -> str:
    """Return 2018-2019 for 2018-19; anything else, such as 2010-12, as it is."""
    return f"{match['first']}-{last_year(match)}" if last_year(match) == int(match["first"]) + 1 else match[0]
