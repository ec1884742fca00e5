"""Makes Vega's SVG fit for a page: named, scalable, without styles, the same at every build."""

import re
from xml.etree import ElementTree as ET

_DROPPED = {"class", "role", "width", "height", "pointer-events", "stroke-miterlimit", "font-family"}
_NOWHERE = {"translate(0,0)", "translate(0.5,0.5)"}
_DEFAULTS = {"opacity": {"1"}, "fill-opacity": {"1"}, "stroke-dasharray": {"1,0"}, "transform": _NOWHERE}
"""Values that attributes have by default; half a pixel matters only in a drawing that is not scaled."""
_GEOMETRY = frozenset({"d", "transform", "x", "y", "x1", "y1", "x2", "y2", "dy"})
_LONG = re.compile(r"-?\d+\.\d{2,}")


def finish(raw: str, name: str, title: str, description: str) -> str:
    """Return Vega's SVG with a title and a description, under ids that start with ``name``, and without a size."""
    head, end, body = raw.partition(">")
    bare = re.sub(r'\sxmlns(:\w+)?="[^"]*"', "", head) + end + body
    root = ET.fromstring(bare)  # noqa: S314 - our own drawing, not a file from outside
    for element in root.iter():
        _clean(element)
    _prune(root)
    box, names = root.attrib["viewBox"], f"{name}-title {name}-desc"
    root.attrib.clear()
    root.attrib |= {"xmlns": "http://www.w3.org/2000/svg", "viewBox": box, "role": "img", "aria-labelledby": names}
    for index, (tag, text) in enumerate((("title", title), ("desc", description))):
        label = ET.Element(tag, {"id": f"{name}-{tag}"})
        label.text = text
        root.insert(index, label)
    return ET.tostring(root, encoding="unicode")


def _clean(element: ET.Element) -> None:
    """Turn styles into attributes, drop those that draw nothing, and round positions to a tenth of a pixel."""
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
    """Remove elements that draw nothing, and groups without attributes, whose children stay."""
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
