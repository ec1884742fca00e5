"""From Vega's SVG to one that stands in a page: named, scalable, without styles, the same at every build."""

import re
from xml.etree import ElementTree as ET

_DROPPED = frozenset(
    ["class", "role", "width", "height", "version", "pointer-events", "stroke-miterlimit", "font-family"]
)
_NOWHERE = {"translate(0,0)", "translate(0.5,0.5)"}
_DEFAULTS = {"opacity": {"1"}, "fill-opacity": {"1"}, "stroke-dasharray": {"1,0"}, "transform": _NOWHERE}
"""What an element looks like without saying so; half a pixel matters only where a drawing is not scaled."""
_GEOMETRY = frozenset({"d", "transform", "x", "y", "x1", "y1", "x2", "y2", "dy"})
_LONG = re.compile(r"-?\d+\.\d{2,}")
_NAMESPACE = "http://www.w3.org/2000/svg"


def finish(raw: str, name: str, title: str, description: str) -> str:
    """Return Vega's SVG with a title and a description, under ids that start with ``name``.

    The size and the font are left to the page; ``viewBox`` keeps the proportions.
    """
    head, end, body = raw.partition(">")
    bare = re.sub(r'\sxmlns(:\w+)?="[^"]*"', "", head) + end + body
    root = ET.fromstring(bare)  # noqa: S314 - our own drawing, not a file from outside
    for element in root.iter():
        _clean(element)
    _prune(root)
    attributes = {"xmlns": _NAMESPACE, "viewBox": root.attrib["viewBox"], "role": "img"}
    attributes["aria-labelledby"] = f"{name}-title {name}-desc"
    root.attrib.clear()
    root.attrib.update(attributes)
    for index, (tag, text) in enumerate((("title", title), ("desc", description))):
        label = ET.Element(tag, {"id": f"{name}-{tag}"})
        label.text = text
        root.insert(index, label)
    return ET.tostring(root, encoding="unicode")


def _clean(element: ET.Element) -> None:
    """Keep the attributes that draw, as presentation attributes, positions to a tenth of a pixel."""
    for declaration in element.attrib.pop("style", "").split(";"):
        key, _, value = declaration.partition(":")
        if value:
            element.attrib[key.strip()] = value.strip()
    for key, value in list(element.attrib.items()):
        if key in _DROPPED or key.startswith("aria-") or value in _DEFAULTS.get(key, ()):
            del element.attrib[key]
        elif key in _GEOMETRY:
            element.attrib[key] = _LONG.sub(lambda m: f"{float(m[0]):.1f}".removesuffix(".0"), value)


def _prune(parent: ET.Element) -> None:
    """Drop what draws nothing, and groups that only wrap."""
    for child in list(parent):
        _prune(child)
        if child.attrib.get("display") == "none" or _draws_nothing(child):
            parent.remove(child)
        elif child.tag == "g" and not child.attrib:
            place = list(parent).index(child)
            parent.remove(child)
            for offset, grandchild in enumerate(child):
                parent.insert(place + offset, grandchild)


def _draws_nothing(element: ET.Element) -> bool:
    if element.tag in ("g", "text"):
        return len(element) == 0 and not element.text
    return element.tag == "path" and (not element.attrib.get("d") or element.attrib.keys() == {"d"})
