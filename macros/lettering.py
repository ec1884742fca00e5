"""How wide text is, and how it breaks into lines.

Text is measured by estimate, so that a drawing has the same bytes on every machine, whatever fonts it has; the estimate
is generous.
"""

import unicodedata

_WIDTHS = {
    **dict.fromkeys("iljtfI.,:;!|/[]'’ \u00a0", 0.28),
    **dict.fromkeys('r()-“”"', 0.34),
    **dict.fromkeys("ckszvxyJ", 0.5),
    **dict.fromkeys("mwMW%—@", 0.87),
}
"""Widths of letters in Arial and the fonts drawn to its measure, as a share of their size."""
_LETTER, _CAPITAL, _FULL = 0.56, 0.7, 1.0
_GENEROUS, _BOLD = 1.08, 1.09


def measure(text: str, size: float, *, bold: bool = False) -> float:
    """Return about how wide the longest line of a text is, in pixels; a little more than in most fonts."""
    share = max(sum(map(_share, line)) for line in text.split("\n"))
    return size * share * _GENEROUS * (_BOLD if bold else 1)


def _share(letter: str) -> float:
    if letter in _WIDTHS:
        return _WIDTHS[letter]
    return _FULL if unicodedata.east_asian_width(letter) in "WF" else _CAPITAL if letter.isupper() else _LETTER


def wrap(text: str, width: float, size: float, *, bold: bool = False) -> tuple[str, ...]:
    """Break text into lines of at most ``width`` pixels; "§ 1" stays together, and only a longer word is cut."""
    lines: list[str] = [""]
    for word in text.replace("§ ", "§\u00a0").split():
        longer = f"{lines[-1]} {word}".lstrip()
        if measure(longer, size, bold=bold) <= width:
            lines[-1] = longer
            continue
        lines.append("")
        for letter in word:
            if lines[-1] and measure(lines[-1] + letter, size, bold=bold) > width * 1.05:
                lines.append("")
            lines[-1] += letter
    return tuple(line for line in lines if line) or ("",)
