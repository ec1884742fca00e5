"""What every chart shares: sizes, colours and the measure of text.

Colours are CSS variables, so that a drawing follows the page's palette. Text is measured by estimate, because the
reader's font is not known; the style sheet asks for one of known widths, and the estimate is generous.
"""

import re
from dataclasses import dataclass

SERIES = ("var(--chart-1)", "var(--chart-2)", "var(--chart-3)", "var(--chart-4)")
"""Colours of what is compared, in order; each has the contrast of text on both palettes."""
SHAPES = ("circle", "diamond", "square", "triangle-up")
"""Shapes in the same order, so that colour never stands alone."""
INK = "var(--chart-ink)"
MUTED = "var(--chart-muted)"
GRID = "var(--chart-grid)"
PAPER = "var(--chart-paper)"
LIGHT = {
    SERIES[0]: "#1d4f7c",
    SERIES[1]: "#a0431a",
    SERIES[2]: "#48641a",
    SERIES[3]: "#6d4489",
    INK: "#1c1b19",
    MUTED: "#5c5953",
    GRID: "#e4e0d8",
    PAPER: "#fdfcfa",
}
"""What the variables are in the light palette of the style sheet, for a drawing that leaves the site."""
FONT = "sans-serif"
TEXT = 13
"""Size of labels, in pixels of the drawing."""
SMALL = 12
"""Size of axis labels and asides, in pixels of the drawing."""
LINE = 16
"""Height of a line of text, in pixels."""

_WIDTHS = {
    **dict.fromkeys("iljtfI.,:;!|/[]'’ \u00a0", 0.28),
    **dict.fromkeys('r()-“”"', 0.34),
    **dict.fromkeys("ckszvxyJ", 0.5),
    **dict.fromkeys("mwMW%—@", 0.87),
}
"""Widths of letters in Arial and the fonts drawn to its measure, as a share of their size."""
_LETTER, _CAPITAL = 0.56, 0.7
_GENEROUS, _BOLD = 1.08, 1.09


@dataclass(frozen=True)
class Form:
    """One of the two drawings of a chart: ``wide`` for a column of text, ``narrow`` for a phone."""

    name: str
    width: int
    """In pixels, at which its text has the size that is named above."""


WIDE = Form("wide", 680)
NARROW = Form("narrow", 360)


def in_light(svg: str) -> str:
    """Return a drawing with the colours of the light palette in place of variables."""
    return re.sub(r"var\(--[\w-]+\)", lambda found: LIGHT[found[0]], svg)


def measure(text: str, size: float = TEXT, *, bold: bool = False) -> float:
    """Return about how wide a line of text is, in pixels; a little more than in most fonts."""
    share = sum(_WIDTHS.get(letter, _CAPITAL if letter.isupper() else _LETTER) for letter in text)
    return size * share * _GENEROUS * (_BOLD if bold else 1)


def wrap(text: str, width: float, size: float = TEXT, *, bold: bool = False) -> tuple[str, ...]:
    """Break text into lines of at most ``width`` pixels; a longer word stands alone, and "§ 1" stays together."""
    lines: list[str] = []
    for word in text.replace("§ ", "§\u00a0").split(" "):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and measure(longer, size, bold=bold) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return tuple(lines)
