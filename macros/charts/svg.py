"""Makes Vega's SVG fit for a page: named, scalable, the same at every build."""

import re
from xml.etree import ElementTree as ET

_SVG = "http://www.w3.org/2000/svg"
_DROPPED = re.compile(r"aria-.*|class|role|pointer-events|stroke-miterlimit|font-family")
"""Attributes that draw nothing, or nothing that the page does not say: it names the drawing, and has its own font."""
_POSITION = re.compile(r"d|transform|[xy][12]?|dy")
_LONG = re.compile(r"-?\d+\.\d{2,}")
ET.register_namespace("", _SVG)


def finish(raw: str, name: str, title: str, description: str) -> str:
    """Return Vega's SVG with a title and a description, under ids that start with ``name``, and without a size."""
    root = ET.fromstring(raw)  # noqa: S314 - our own drawing, not a file from outside
    for element in root.iter():
        kept = {key: value for key, value in element.items() if not _DROPPED.fullmatch(key)}
        element.attrib = {key: _rounded(value) if _POSITION.fullmatch(key) else value for key, value in kept.items()}
    names = f"{name}-title {name}-desc"
    root.attrib = {"viewBox": root.attrib["viewBox"], "role": "img", "aria-labelledby": names}
    for index, (tag, text) in enumerate((("title", title), ("desc", description))):
        label = ET.Element(f"{{{_SVG}}}{tag}", {"id": f"{name}-{tag}"})
        label.text = text
        root.insert(index, label)
    return ET.tostring(root, encoding="unicode")


def _rounded(positions: str) -> str:
    """Return positions rounded to a tenth of a pixel."""
    return _LONG.sub(lambda found: f"{float(found[0]):.1f}".removesuffix(".0"), positions)
