"""The order of words in the language in use: an accent counts last, as in Äpfel, Apfelmus, Zebra."""

import unicodedata
from functools import cache

from macros import language

_NORDIC = {"da": "zæøå", "nb": "zæøå", "nn": "zæøå", "no": "zæøå", "fi": "zåäö", "sv": "zåäö", "is": "zþæö"}
_OWN = {"cs": "cč rř sš zž", "es": "nñ", "pl": "aą cć eę lł nń oó sś zźż", "tr": "cç gğ oö sş uü"} | _NORDIC
"""Letters of a language that are not forms of another, each behind the letter that it follows."""


def order(text: str) -> tuple[str, str]:
    """Return a key that sorts a text by its letters, then by their accents."""
    own = _own(language.code())
    letters = (own.get(one) or _plain(one) for one in text.casefold())
    return "".join(letters), text.casefold()


def initial(text: str) -> str:
    """Return the letter under which a list has a text: A for "Äpfel" in German, Ä in Finnish."""
    first = text[:1]
    return first.upper() if first.casefold() in _own(language.code()) else _plain(first).upper()[:1]


@cache
def _own(code: str) -> dict[str, str]:
    """Return where each letter of its own of a language is sorted."""
    groups = _OWN.get(code.partition("-")[0], "").split()
    return {letter: f"{group[0]}\uffff{place}" for group in groups for place, letter in enumerate(group[1:])}


def _plain(letter: str) -> str:
    """Return a letter without its accents."""
    return "".join(one for one in unicodedata.normalize("NFKD", letter) if not unicodedata.combining(one))
