"""What every chart shares: sizes, colours and the measure of text. Layer 4.

Colours are CSS variables, so that a drawing follows the page's palette. Text is measured by estimate, because the
reader's font is not known; the estimate is generous.
"""

from dataclasses import dataclass

SERIES = ("var(--chart-1)", "var(--chart-2)", "var(--chart-3)", "var(--chart-4)")
"""Colours of what is compared, in order; each has the contrast of text on both palettes."""
SHAPES = ("circle", "diamond", "square", "triangle-up")
"""Shapes in the same order, so that colour never stands alone."""
INK = "var(--chart-ink)"
MUTED = "var(--chart-muted)"
GRID = "var(--chart-grid)"
FONT = "sans-serif"
TEXT = 13
"""Size of labels, in pixels of the drawing."""
SMALL = 12
"""Size of axis labels and asides, in pixels of the drawing."""
LINE = 16
"""Height of a line of text, in pixels."""

_NARROW = frozenset("iljtfrI.,:;'’|!()[]/- ")
_BROAD = frozenset("mwMW%—@")
_SHARE = {"narrow": 0.31, "broad": 0.87, "capital": 0.68, "other": 0.55}


@dataclass(frozen=True)
class Form:
    """One of the two drawings of a chart: ``wide`` for a column of text, ``narrow`` for a phone."""

    name: str
    width: int
    """In pixels, at which its text has the size that is named above."""


WIDE = Form("wide", 680)
NARROW = Form("narrow", 360)


def measure(text: str, size: float = TEXT) -> float:
    """Return about how wide a line of text is, in pixels."""
    kinds = (
        "narrow" if c in _NARROW else "broad" if c in _BROAD else "capital" if c.isupper() else "other" for c in text
    )
    return size * sum(_SHARE[kind] for kind in kinds)


def wrap(text: str, width: float, size: float = TEXT) -> tuple[str, ...]:
    """Break text into lines of at most ``width`` pixels; a longer word stands alone, and "§ 1" stays together."""
    lines: list[str] = []
    for word in text.replace("§ ", "§\u00a0").split(" "):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and measure(longer, size) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return tuple(lines)
