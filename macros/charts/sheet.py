"""A sheet of pixels that marks and words are put on, and that becomes a static SVG.

All positions are pixels from the top left. Rectangles lie below rules, then lines, symbols and words; what is put
``behind`` lies below them all. Altair draws the marks, one layer for each kind and style; words are set by ``svg``,
because Vega measures every text, which takes longer than all the rest.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

import altair as alt
import vl_convert

from macros.charts import theme

_ORDER = ("behind", "rect", "rule", "line", "point")
_Style = tuple[tuple[str, Any], ...]
_DRAWN: dict[str, str] = {}
"""Every picture of this process by all that it is made of, so that a preview draws only what changed."""


@dataclass(frozen=True)
class Words:
    """One or more lines of text; ``y`` is the middle of the first, ``align`` says which end stands at ``x``."""

    x: float
    y: float
    lines: tuple[str, ...]
    align: str
    size: int
    color: str
    weight: int


@dataclass
class Sheet:
    """A drawing in the making."""

    width: float
    height: float
    words: list[Words] = field(default_factory=list)
    _layers: dict[tuple[str, str, _Style], list[dict[str, Any]]] = field(default_factory=dict)
    _lines: int = 0

    def text(  # noqa: PLR0913 - each is a property that a reader sees
        self,
        x: float,
        y: float,
        words: str | Sequence[str],
        *,
        align: str = "left",
        size: int = theme.TEXT,
        color: str = theme.INK,
        weight: int = 400,
    ) -> None:
        """Put text."""
        lines = (words,) if isinstance(words, str) else tuple(words)
        self.words.append(Words(x, y, lines, align, size, color, weight))

    def rule(
        self, start: tuple[float, float], end: tuple[float, float], color: str, *, behind: bool = False, **style: Any
    ) -> None:
        """Put a straight line."""
        datum = {"x": start[0], "y": start[1], "x2": end[0], "y2": end[1]}
        self._put("rule", {"color": color, "strokeWidth": 1, **style}, datum, behind=behind)

    def box(self, start: tuple[float, float], end: tuple[float, float], *, behind: bool = False, **style: Any) -> None:
        """Put a rectangle."""
        self._put("rect", style, {"x": start[0], "y": start[1], "x2": end[0], "y2": end[1]}, behind=behind)

    def point(self, x: float, y: float, shape: str, **style: Any) -> None:
        """Put a symbol; ``size`` is its area."""
        self._put("point", {"shape": shape, "opacity": 1, "size": 60, **style}, {"x": x, "y": y})

    def line(self, points: Iterable[tuple[float, float]], color: str) -> None:
        """Put a line through points."""
        self._lines += 1
        style = {"color": color, "strokeWidth": 2, "strokeJoin": "round"}
        for x, y in points:
            self._put("line", style, {"x": x, "y": y, "line": self._lines})

    def marks(self) -> str:
        """Return everything but the words, as an SVG that Vega writes."""
        ordered = sorted(self._layers.items(), key=lambda item: _ORDER.index(item[0][0]))
        drawn = repr((self.width, self.height, ordered))
        if drawn not in _DRAWN:
            _DRAWN[drawn] = self._svg(ordered)
        return _DRAWN[drawn]

    def _svg(self, ordered: list[tuple[tuple[str, str, _Style], list[dict[str, Any]]]]) -> str:
        pixels = self._pixels()
        layers = [_layer(f"layer{index}", kind, style, pixels) for index, ((_, kind, style), _) in enumerate(ordered)]
        chart = alt.layer(*layers, width=self.width, height=self.height, padding=0, autosize="none")
        spec = chart.to_dict(validate=False)
        spec["datasets"] = {f"layer{index}": data for index, (_, data) in enumerate(ordered)}
        spec |= {"background": "transparent", "config": {"view": {"stroke": None}}}
        return vl_convert.vegalite_to_svg(spec)

    def _put(self, kind: str, style: dict[str, Any], datum: dict[str, Any], *, behind: bool = False) -> None:
        key = ("behind" if behind else kind, kind, tuple(sorted(style.items())))
        self._layers.setdefault(key, []).append(datum)

    def _pixels(self) -> dict[str, Any]:
        """Return the two channels whose values are pixels already."""
        width, height = (
            alt.Scale(domain=[0, n], range=[0, n], nice=False, zero=False) for n in (self.width, self.height)
        )
        return {"x": alt.X("x:Q", scale=width, axis=None), "y": alt.Y("y:Q", scale=height, axis=None)}


def _layer(name: str, kind: str, style: _Style, pixels: dict[str, Any]) -> alt.Chart:
    channels = dict(pixels)
    if kind in ("rule", "rect"):
        channels |= {"x2": alt.X2("x2:Q"), "y2": alt.Y2("y2:Q")}
    elif kind == "line":
        channels |= {"detail": alt.Detail("line:N"), "order": alt.Order("x:Q")}
    listed = {name: list(value) if isinstance(value, tuple) else value for name, value in style}
    mark: Any = {"type": kind, **listed}
    return alt.Chart(alt.NamedData(name=name), mark=mark).encode(**channels)
