"""Checks that a translated page has the macro calls and the figures of its original."""

from collections.abc import Iterable, Iterator

from macros.checks.translations import Compared, Languages, same, same_figures
from macros.pages import instructions
from macros.problems import Mistake


def same_page(original: str, translation: str, languages: Languages) -> Iterator[Mistake]:
    """Yield a mistake for each difference between a translated page and its original: in macro calls, in figures."""
    (calls, words), (own_calls, own_words) = _parted(original), _parted(translation)
    remedy = "make the macro calls of the original, with the same ids; the words of 'text' are translated"
    yield from same(calls, own_calls, "translation-macros", remedy)
    yield from same_figures(words, own_words, languages)


def _parted(text: str) -> tuple[list[Compared], str]:
    """Return the macro calls of a page without their own words, and all words of the page, including theirs."""
    pieces = instructions.pieces(text)
    calls = [(_shown(call), _shown(call)) for _, call in pieces if call]
    return calls, " ".join(call.words if call else piece for piece, call in pieces)


def _shown(call: instructions.Call) -> str:
    options = (f"{name}={value!r}" for name, value in sorted(call.options.items()) if name != "text")
    given: Iterable[str] = (*(f'"{value}"' for value in call.values), *options)
    return f"{call.macro}({', '.join(given)})"
