"""A sheet of pixels that marks are put on, and that Altair turns into a static SVG. Layer 4.

All positions are pixels from the top left. Rectangles lie below rules, then lines, symbols and text; what is put
``behind`` lies below them all. Marks of one kind and one style form one layer, which keeps drawing fast.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

import altair as alt
import vl_convert

from macros.charts import theme

_ORDER = ("behind", "rect", "rule", "line", "point", "text")
_Style = tuple[tuple[str, Any], ...]


@dataclass
class Sheet:
    """A drawing in the making."""

    width: float
    height: float
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
        """Put text; ``y`` is the middle of its first line."""
        datum = {"x": x, "y": y, "words": words if isinstance(words, str) else list(words)}
        style = {"align": align, "fontSize": size, "color": color, "fontWeight": weight}
        self._put("text", {**style, "lineHeight": theme.LINE, "baseline": "middle"}, datum)

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
        for x, y in points:
            self._put(
                "line", {"color": color, "strokeWidth": 2, "strokeJoin": "round"}, {"x": x, "y": y, "line": self._lines}
            )

    def svg(self) -> str:
        """Return the drawing as Vega writes it."""
        ordered = sorted(self._layers.items(), key=lambda item: _ORDER.index(item[0][0]))
        layers = [self._layer(kind, style, data) for (_, kind, style), data in ordered]
        chart = alt.layer(*layers).properties(
            width=self.width, height=self.height, padding=0, autosize="none", background="transparent"
        )
        spec = chart.to_dict(validate=False)
        spec["config"] = {"font": theme.FONT, "view": {"stroke": None}}
        return vl_convert.vegalite_to_svg(spec)

    def _put(self, kind: str, style: dict[str, Any], datum: dict[str, Any], *, behind: bool = False) -> None:
        key = ("behind" if behind else kind, kind, tuple(sorted(style.items())))
        self._layers.setdefault(key, []).append(datum)

    def _layer(self, kind: str, style: _Style, data: list[dict[str, Any]]) -> alt.Chart:
        channels: dict[str, Any] = {"x": _pixels(alt.X("x:Q"), self.width), "y": _pixels(alt.Y("y:Q"), self.height)}
        if kind in ("rule", "rect"):
            channels |= {"x2": "x2:Q", "y2": "y2:Q"}
        elif kind == "line":
            channels |= {"detail": "line:N", "order": alt.Order("x:Q")}
        elif kind == "text":
            channels["text"] = "words:N"
        listed = {name: list(value) if isinstance(value, tuple) else value for name, value in style}
        mark: Any = {"type": kind, **listed}
        return alt.Chart(alt.InlineData(values=data), mark=mark).encode(**channels)


def _pixels(channel: alt.X | alt.Y, length: float) -> alt.X | alt.Y:
    """Return a channel whose values are pixels already."""
    return channel.scale(domain=[0, length], range=[0, length], nice=False, zero=False).axis(None)
