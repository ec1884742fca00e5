"""The language that a site is built in: the words of the interface, from gettext catalogues.

A word of the interface is written in English: in Python ``gettext("%(count)s events", count=3)``, in templates
``{{ _("Search") }}`` or ``{% trans %}``, in scripts for browsers ``_("Copied")``. A literal per cent sign is ``%%``.
The catalogue of a language is ``locale/LANGUAGE/LC_MESSAGES/messages.po``; pybabel collects the words for it.
"""

import os
import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import cache
from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path
from typing import Any, ClassVar, Literal

from babel import Locale, UnknownLocaleError
from babel.lists import format_list
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import format_decimal, format_percent

SOURCE = "en"
"""The language that the words of the interface are written in."""
VARIABLE = "EXPLAINER_LANGUAGE"
"""The environment variable with the language of a build; without it, a site is in the language of its topic."""
APART = re.compile("\u2068([^\u2068\u2069]*)\u2069")
"""Words between the characters that isolate their direction from that of the text around them (Unicode's FSI, PDI)."""
_FOLDER = Path(__file__).parent / "locale"
COUNTS = (1_000_000, *range(200, -1, -1))
"""Counts that between them fall into every plural category of any language."""
_ISOLATES = dict.fromkeys(map(ord, "\u2068\u2069"))


class OfTopic(str):
    """Words in the language of the topic that are shown on a site in another language."""

    __slots__ = ()


class _Used:
    """The language in use in this process, that of the topic, and the topic's own catalogues by language."""

    code = SOURCE
    original = SOURCE
    own: ClassVar[Mapping[str, bytes]] = {}


def use(topic_language: str, own: Mapping[str, bytes] | None = None) -> str:
    """Set the language in use to that of the build, or else of the topic, and return it.

    ``own`` are the topic's own catalogues by language, in the format PO.
    """
    if (own or {}) != _Used.own:
        _Used.own = own or {}
        _catalogue.cache_clear()
    _Used.code = os.environ.get(VARIABLE) or topic_language
    _Used.original = topic_language
    return _Used.code


def code() -> str:
    """Return the language in use as a tag such as "es"."""
    return _Used.code


def original() -> str:
    """Return the language that the topic is written in."""
    return _Used.original


def main_language(tag: str) -> str:
    """Return a language without its region or script: "es" for "es-US"."""
    return tag.partition("-")[0]


@cache
def locale(tag: str) -> Locale:
    """Return how a language writes dates and numbers, or how its main language or else English does."""
    for candidate in (tag, main_language(tag)):
        try:
            return Locale.parse(candidate, sep="-")
        except UnknownLocaleError:
            continue
    return Locale(SOURCE)


def own() -> Locale:
    """Return how the language in use writes dates and lists; English is written as in Britain, 11 April 2017."""
    in_use = locale(_Used.code)
    return Locale(SOURCE, "GB") if in_use == Locale(SOURCE) else in_use


def listed(parts: Iterable[str], style: Literal["standard", "or"] = "standard") -> str:
    """Return a list in a sentence, "a, b and c"; with the style "or", "a, b or c"."""
    return format_list([*map(str, parts)], style, own())


def name(tag: str) -> str:
    """Return the name of a language in that language: "español"."""
    return str(Locale.parse(tag, sep="-").get_display_name(tag.replace("-", "_")))


@cache
def direction(tag: str) -> str:
    """Return the direction that a language is written in: "rtl" from right to left, else "ltr"."""
    return "rtl" if locale(tag).character_order == "right-to-left" else "ltr"


@cache
def has_name(tag: str) -> bool:
    """Whether a tag begins with the code of a language: de, grc for Ancient Greek; not deutsch, deu or xx."""
    return main_language(tag) in Locale(SOURCE).languages


@cache
def has_form(tag: str) -> bool:
    """Whether Babel knows how a language, or its main language, writes dates and numbers."""
    return locale(tag).language == main_language(tag)


def turned(tag: str) -> str:
    """Return the direction of a language if it differs from that of the language in use, else ""."""
    return "" if direction(tag) == direction(_Used.code) else direction(tag)


def crosses(words: str) -> bool:
    """Whether words hold a letter against the direction in use, outside those that ``apart`` isolated."""
    is_ltr = direction(_Used.code) == "ltr"
    if is_ltr and words.isascii():
        return False
    opposite = ("R", "AL") if is_ltr else ("L",)
    return any(unicodedata.bidirectional(one) in opposite for one in APART.sub("", words) if one.isalpha())


def apart(words: str) -> str:
    """Return words; if they cross the direction in use, between characters that isolate their direction."""
    return f"\u2068{words}\u2069" if crosses(words) else words


def for_programs(words: str) -> str:
    """Return words without the characters that ``apart`` adds."""
    return words.translate(_ISOLATES)


def catalogues() -> list[str]:
    """Return the languages that the interface is translated into, and English."""
    return [SOURCE, *sorted(folder.name for folder in _FOLDER.glob("[!.]*"))]


@cache
def _catalogue(tag: str) -> NullTranslations:
    """Return the catalogue of a language or its main language: the topic's own or ours; English if there is none."""
    for candidate in (tag, main_language(tag)):
        file = _FOLDER / candidate / "LC_MESSAGES" / "messages.po"
        if candidate in _Used.own or file.is_file():
            source = BytesIO(_Used.own.get(candidate) or file.read_bytes())
            compiled = BytesIO()
            write_mo(compiled, read_po(source, locale=candidate.replace("-", "_")))
            compiled.seek(0)
            return GNUTranslations(compiled)
    return NullTranslations()


def message(text: str) -> str:
    """Return a text of the interface in the language in use, with its ``%(name)s`` as they are."""
    return _catalogue(_Used.code).gettext(text) if text else ""  # a catalogue's "" is its header


def messages(one: str, many: str, count: int) -> str:
    """Return the text for a count, as ``message`` does."""
    return _catalogue(_Used.code).ngettext(one, many, count)


def gettext(text: str, /, **values: Any) -> str:
    """Return a text of the interface in the language in use, with values for its ``%(name)s``."""
    return message(text) % values


def ngettext(one: str, many: str, num: int, /, **values: Any) -> str:
    """Return the text for a count, with the count for ``%(num)s`` and values for its ``%(name)s``."""
    return messages(one, many, num) % ({"num": number(num)} | values)


def gettext_noop(text: str) -> str:
    """Return a text unchanged; pybabel collects it, and ``message`` translates it where it is shown."""
    return text


def number(count: int) -> str:
    """Return a count as the language in use writes it."""
    return format_decimal(count, locale=locale(_Used.code))


def percent(share: float) -> str:
    """Return a share in whole per cent."""
    return format_percent(share, locale=locale(_Used.code))


def quoted(words: str) -> str:
    """Return words between the quotation marks of the language in use."""
    return gettext("“%(words)s”", words=words)


def of_script(script: str) -> dict[str, str | dict[str, str]]:
    """Return the translation of each text that a script for browsers shows with ``_("...")`` or ``ngettext``.

    A text for counts has one translation for each plural category that ``Intl.PluralRules`` knows.
    """
    if not isinstance(_catalogue(_Used.code), GNUTranslations):
        return {}
    extracted = extract("javascript", BytesIO(script.encode()), {"_": None, "ngettext": (1, 2)})
    texts = [text for _, text, _, _ in extracted]
    return {text if isinstance(text, str) else text[0]: _translation(text) for text in texts}


def _translation(text: str | tuple[str, ...]) -> str | dict[str, str]:
    """Return the translation of a text; of one for counts, a translation for each plural category."""
    if isinstance(text, str):
        return message(text)
    counts = {locale(_Used.code).plural_form(count): count for count in COUNTS}
    return {category: messages(text[0], text[1], count) for category, count in counts.items()}
