"""The order of words in the language in use; accents count only between words that are else the same."""

import unicodedata
from functools import cache

from macros import language

_NORDIC = {"da": "zæøå", "nb": "zæøå", "nn": "zæøå", "no": "zæøå", "fi": "zåäö", "sv": "zåäö", "is": "zþæö"}
_OWN = {"cs": "cč rř sš zž", "es": "nñ", "pl": "aą cć eę lł nń oó sś zźż", "tr": "cç gğ oö sş uü"} | _NORDIC
"""Letters that are letters of their own in a language, each group behind the letter that it follows."""


def order(text: str) -> tuple[str, str]:
    """Return a key that sorts a text by its letters, then by their accents."""
    sort_keys = _sort_keys(language.code())
    letters = (sort_keys.get(letter) or _without_accents(letter) for letter in text.casefold())
    return "".join(letters), text.casefold()


def initial(text: str) -> str:
    """Return the letter under which a list shows a text: A for "Äpfel" in German, Ä in Finnish."""
    first = text[:1]
    if first.casefold() in _sort_keys(language.code()):
        return first.upper()
    return _without_accents(first).upper()[:1]


@cache
def _sort_keys(code: str) -> dict[str, str]:
    """Return the key that sorts each letter of ``_OWN`` in a language behind the letter that it follows."""
    groups = _OWN.get(language.main_language(code), "").split()
    return {letter: f"{group[0]}\uffff{place}" for group in groups for place, letter in enumerate(group[1:])}


def _without_accents(letter: str) -> str:
    return "".join(part for part in unicodedata.normalize("NFKD", letter) if not unicodedata.combining(part))
