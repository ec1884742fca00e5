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
"""Words between the signs that keep them apart from what stands beside."""
_FOLDER = Path(__file__).parent / "locale"
COUNTS = (1_000_000, *range(200, -1, -1))
"""Counts of every plural category of any language."""
_UNSEEN = dict.fromkeys(map(ord, "\u2068\u2069"))


class OfTopic(str):
    """Words in the language of the topic, on a site in another one."""

    __slots__ = ()


class _Used:
    """The language in use in this process, that of the topic, and the topic's own catalogues by language."""

    code = original = SOURCE
    own: ClassVar[Mapping[str, bytes]] = {}


def use(topic_language: str, own: Mapping[str, bytes] | None = None) -> str:
    """Take the language of the build, or that of the topic, into use, and return it; ``own`` are its catalogues."""
    if (own or {}) != _Used.own:
        _Used.own = own or {}
        _catalogue.cache_clear()
    _Used.code, _Used.original = os.environ.get(VARIABLE) or topic_language, topic_language
    return _Used.code


def code() -> str:
    """Return the language in use as a tag such as "es"."""
    return _Used.code


def original() -> str:
    """Return the language that the topic is written in."""
    return _Used.original


@cache
def locale(tag: str) -> Locale:
    """Return how a language writes dates and numbers; its main language, or English, where it is not known."""
    for one in (tag, tag.partition("-")[0]):
        try:
            return Locale.parse(one, sep="-")
        except UnknownLocaleError:
            continue
    return Locale(SOURCE)


def own() -> Locale:
    """Return how the language in use writes dates and lists: those of English as in Britain, 11 April 2017."""
    known = locale(_Used.code)
    return Locale(SOURCE, "GB") if known == Locale(SOURCE) else known


def listed(parts: Iterable[str], style: Literal["standard", "or"] = "standard") -> str:
    """Return a list in a sentence, "a, b and c"; with the style "or", "a, b or c"."""
    return format_list([*map(str, parts)], style, own())


def name(tag: str) -> str:
    """Return what a language calls itself: "español"."""
    return str(Locale.parse(tag, sep="-").get_display_name(tag.replace("-", "_")))


@cache
def direction(tag: str) -> str:
    """Return "ltr" or "rtl", the direction that a language is written in; "ltr" where it is not known."""
    return "rtl" if locale(tag).character_order == "right-to-left" else "ltr"


@cache
def has_name(tag: str) -> bool:
    """Whether a tag begins with that of a language: de, grc for Ancient Greek; not deutsch, deu or xx."""
    return tag.partition("-")[0] in Locale(SOURCE).languages


@cache
def has_form(tag: str) -> bool:
    """Whether it is known how a language, or its main language, writes dates and numbers."""
    return locale(tag).language == tag.partition("-")[0]


def turned(tag: str) -> str:
    """Return the direction of a language if it is not that of the language in use, else ""."""
    return "" if direction(tag) == direction(_Used.code) else direction(tag)


def crosses(words: str) -> bool:
    """Whether some words, or a part of them that is not kept apart, are written against the direction in use."""
    is_ltr = direction(_Used.code) == "ltr"
    if is_ltr and words.isascii():
        return False
    rest = APART.sub("", words)
    return any(unicodedata.bidirectional(letter) in (("R", "AL") if is_ltr else "L") for letter in rest)


def apart(words: str) -> str:
    """Return words; if they cross the direction in use, between signs that keep them apart from what stands beside."""
    return f"\u2068{words}\u2069" if crosses(words) else words


def for_programs(words: str) -> str:
    """Return words without the signs by which ``apart`` keeps some of them from the others."""
    return words.translate(_UNSEEN)


def catalogues() -> list[str]:
    """Return the languages that the interface speaks."""
    return [SOURCE, *sorted(place.name for place in _FOLDER.glob("[!.]*"))]


@cache
def _catalogue(tag: str) -> NullTranslations:
    """Return the words of a language: of the topic's own catalogue or of ours, of its main language, or English."""
    for one in (tag, tag.partition("-")[0]):
        file = _FOLDER / one / "LC_MESSAGES" / "messages.po"
        if one in _Used.own or file.is_file():
            compiled = BytesIO()
            write_mo(compiled, read_po(BytesIO(_Used.own.get(one) or file.read_bytes()), locale=one.replace("-", "_")))
            compiled.seek(0)
            return GNUTranslations(compiled)
    return NullTranslations()


def message(text: str) -> str:
    """Return a text of the interface in the language in use, its ``%(name)s`` not filled in yet."""
    return _catalogue(_Used.code).gettext(text) if text else ""  # a catalogue's "" is its header


def messages(one: str, many: str, count: int) -> str:
    """Return the text for a count, as ``message`` does."""
    return _catalogue(_Used.code).ngettext(one, many, count)


def gettext(text: str, /, **values: Any) -> str:
    """Return a text of the interface in the language in use, with values for its ``%(name)s``."""
    return message(text) % values


def ngettext(one: str, many: str, num: int, /, **values: Any) -> str:
    """Return the text for a count, which ``%(num)s`` stands for, with values for its ``%(name)s``."""
    return messages(one, many, num) % ({"num": number(num)} | values)


def gettext_noop(text: str) -> str:
    """Return a text as it is; pybabel collects it, and ``message`` translates it where it is shown."""
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

    A text for counts has one for each plural category that ``Intl.PluralRules`` knows.
    """
    if isinstance(_catalogue(_Used.code), GNUTranslations):
        found = extract("javascript", BytesIO(script.encode()), {"_": None, "ngettext": (1, 2)})
        return {text if isinstance(text, str) else text[0]: _of_script(text) for _, text, _, _ in found}
    return {}


def _of_script(text: str | tuple[str, ...]) -> str | dict[str, str]:
    if isinstance(text, str):
        return message(text)
    counts = {locale(_Used.code).plural_form(count): count for count in COUNTS}
    return {category: messages(text[0], text[1], count) for category, count in counts.items()}
