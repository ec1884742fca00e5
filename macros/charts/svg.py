"""From Vega's SVG to one that stands in a page: named, scalable, without styles, the same at every build."""

import re
from collections.abc import Iterable
from xml.etree import ElementTree as ET

from macros.charts import theme
from macros.charts.sheet import Words

_DROPPED = frozenset({"class", "role", "width", "height", "version", "pointer-events", "stroke-miterlimit"})
_GEOMETRY = frozenset({"d", "transform", "x", "y", "x1", "y1", "x2", "y2", "dy", "viewBox"})
_LONG = re.compile(r"-?\d+\.\d{2,}")
_NAMESPACE = "http://www.w3.org/2000/svg"
_NOWHERE = "translate(0,0)"
_ANCHORS = {"left": "start", "center": "middle", "right": "end"}
_NORMAL = 400
_BASELINE = 0.35
"""How far the base of a line of text lies below its middle, as a share of its size."""


def finish(raw: str, words: Iterable[Words], name: str, title: str, description: str) -> str:
    """Return Vega's SVG with words, a title and a description, under ids that start with ``name``.

    The size is left to the page; ``viewBox`` keeps the proportions.
    """
    head, end, body = raw.partition(">")
    bare = re.sub(r'\sxmlns(:\w+)?="[^"]*"', "", head) + end + body
    root = ET.fromstring(bare)  # noqa: S314 - our own drawing, not a file from outside
    for element in root.iter():
        _clean(element)
    _rename(root, name)
    _prune(root)
    attributes = {"xmlns": _NAMESPACE, "viewBox": root.attrib["viewBox"], "role": "img"}
    attributes["aria-labelledby"] = f"{name}-title {name}-desc"
    root.attrib.clear()
    root.attrib.update(attributes)
    for index, (tag, text) in enumerate((("title", title), ("desc", description))):
        label = ET.Element(tag, {"id": f"{name}-{tag}"})
        label.text = text
        root.insert(index, label)
    group = ET.SubElement(root, "g", {"font-family": theme.FONT})
    for each in words:
        _write(group, each)
    return ET.tostring(root, encoding="unicode")


def _write(group: ET.Element, words: Words) -> None:
    """Add one text, each of its lines below the other."""
    style = {"font-size": str(words.size), "fill": words.color, "text-anchor": _ANCHORS[words.align]}
    style |= {"font-weight": str(words.weight)} if words.weight != _NORMAL else {}
    x, y = f"{words.x:.1f}", f"{words.y + _BASELINE * words.size:.1f}"
    text = ET.SubElement(group, "text", {"x": x, "y": y, **style})
    text.text = words.lines[0]
    for line in words.lines[1:]:
        ET.SubElement(text, "tspan", {"x": x, "dy": str(theme.LINE)}).text = line


def _clean(element: ET.Element) -> None:
    """Keep the attributes that draw, as presentation attributes, positions to a tenth of a pixel."""
    for declaration in element.attrib.pop("style", "").split(";"):
        key, _, value = declaration.partition(":")
        if value:
            element.attrib[key.strip()] = value.strip()
    for key in list(element.attrib):
        if key in _DROPPED or key.startswith("aria-"):
            del element.attrib[key]
        elif key in _GEOMETRY:
            element.attrib[key] = _LONG.sub(lambda m: f"{float(m[0]):.1f}".removesuffix(".0"), element.attrib[key])


def _rename(root: ET.Element, name: str) -> None:
    """Number ids within this drawing; Vega counts on from one drawing to the next."""
    old = [element.attrib["id"] for element in root.iter() if "id" in element.attrib]
    new = {was: f"{name}-{index}" for index, was in enumerate(old, 1)}
    for element in root.iter():
        for key, value in element.attrib.items():
            if key == "id":
                element.attrib[key] = new[value]
            else:
                element.attrib[key] = re.sub(r"url\(#([^)]+)\)", lambda m: f"url(#{new[m[1]]})", value)


def _prune(parent: ET.Element) -> None:
    """Drop what draws nothing, and groups that only wrap."""
    for child in list(parent):
        _prune(child)
        if _draws_nothing(child):
            parent.remove(child)
        elif child.tag == "g" and {**child.attrib, "transform": _NOWHERE} == {"transform": _NOWHERE}:
            if child.attrib.get("transform", _NOWHERE) != _NOWHERE:
                continue
            place = list(parent).index(child)
            parent.remove(child)
            for offset, grandchild in enumerate(child):
                parent.insert(place + offset, grandchild)


def _draws_nothing(element: ET.Element) -> bool:
    if element.attrib.get("display") == "none" or (element.tag == "g" and len(element) == 0):
        return True
    return element.tag == "path" and (not element.attrib.get("d") or element.attrib.keys() == {"d"})
