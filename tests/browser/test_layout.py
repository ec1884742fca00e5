"""What a page holds is as wide as it is read: lines of text, notes in the margin, and a chart in a frame."""

import re
from collections.abc import Callable

from playwright.sync_api import Page

from tests.sites import EACH_KIND

Visit = Callable[[str], Page]
_LINES = """most => {
  document.querySelectorAll("main details").forEach((one) => { one.open = true; });
  const text = "p, dd, .x-note, .x-line, .x-passage__quote, .x-meta:not(div)";
  const found = [];
  for (const block of document.querySelectorAll("main :is(" + text + ")")) {
    const style = getComputedStyle(block);
    const isText = block.checkVisibility() && style.display === "block" && !block.closest("[popover], .x-pager");
    if (!isText || style.writingMode !== "horizontal-tb") continue;
    const px = (name) => parseFloat(style[name]);
    const width = block.getBoundingClientRect().width - px("paddingLeft") - px("paddingRight");
    const em = width / px("fontSize");
    if (em > most && block.textContent.trim().length > 100) found.push([em, block.textContent.slice(0, 60)]);
  }
  return found;
}"""


_EDGES = "all => all.map((one) => Math.round(one.getBoundingClientRect().right))"


def test_lines_are_short_in_small_text_too(visit: Visit) -> None:
    """In a wide window no block of sentences is wider than about 75 characters of its own type."""
    for name in EACH_KIND:
        page = visit(f"{name}.html")
        page.set_viewport_size({"width": 1280, "height": 900})
        assert page.evaluate(_LINES, 35) == [], name


def test_every_page_of_prose_has_its_evidence_in_the_margin(visit: Visit) -> None:
    """Reasons have notes beside the sentences, as home has, and nothing else stands in their way."""
    floats = "all => all.map((one) => getComputedStyle(one, '::before').float)"
    for name in ("index", "reasons"):
        page = visit(f"{name}.html")
        page.set_viewport_size({"width": 1280, "height": 900})
        assert set(page.locator("article > p > [data-x-beside]").evaluate_all(floats)) == {"inline-end"}, name
        edges = page.locator("article > p:has(> [data-x-beside])").evaluate_all(_EDGES)
        assert len(set(edges)) == 1, "small text too, or its notes would begin further in"
        page.set_viewport_size({"width": 1024, "height": 900})
        assert set(page.locator("article > p > [data-x-beside]").evaluate_all(floats)) == {"none"}, name


def test_what_is_said_of_a_chart_stands_beside_it(visit: Visit) -> None:
    """On the page of charts the limits of a chart stand open beside its drawing; on a phone they are closed."""
    page = visit("numbers.html")
    page.set_viewport_size({"width": 1280, "height": 900})
    chart = page.locator(".x-figure:not(.x-figure--low)").first
    drawing, said = (chart.locator(one).first for one in (".x-figure__drawing--wide", ".x-figure__limits > p"))
    left, right = drawing.bounding_box(), said.bounding_box()
    assert left
    assert right
    assert right["x"] >= left["x"] + left["width"]
    assert right["y"] < left["y"] + left["height"]
    page.set_viewport_size({"width": 390, "height": 844})
    assert not said.is_visible()


def test_a_chart_in_a_frame_takes_its_width(visit: Visit) -> None:
    """A wide frame shows the wide drawing, whole in the height that the snippet asks for."""
    page = visit("embed/apprehensions-by-month.html")
    (height,) = re.findall(r'height="(\d+)"', page.locator(".x-embed__code").evaluate("one => one.textContent"))
    for width in (360, 720):
        page.set_viewport_size({"width": width, "height": 300})
        assert page.evaluate("document.documentElement.scrollHeight") <= int(height), width
    assert page.locator(".x-figure__drawing--wide").is_visible()
