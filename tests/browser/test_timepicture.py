"""The picture of a timeline, under a finger."""

from pathlib import Path

from playwright.sync_api import Page

_MISSED = """(links) => {
  const targets = links.map((link) => {
    const { x, y, width, height } = link.getBoundingClientRect();
    return { link, width, height, x: x + width / 2, y: y + height / 2 };
  }).filter(({ width }) => width);
  const isApart = (one, other) => one === other || Math.hypot(one.x - other.x, one.y - other.y) >= 24 - 0.1;
  const isLarge = ({ width, height }) => Math.min(width, height) >= 24 - 0.1;
  const isHit = ({ link, x, y }) => {
    link.scrollIntoView({ block: "center" });
    const now = link.getBoundingClientRect();
    const ways = [[0, 0], [-11, 0], [11, 0], [0, -11], [0, 11]].slice(0, link.querySelector("text") ? 1 : 5);
    return ways.every(([right, down]) => {
      const found = document.elementFromPoint(now.x + now.width / 2 + right, now.y + now.height / 2 + down);
      return link.contains(found) || link.querySelector(".x-mark line");
    });
  };
  const bad = targets.filter((one) => !isHit(one) || !(isLarge(one) || targets.every((other) => isApart(one, other))));
  return [targets.length, bad.map(({ link }) => link.textContent)];
}"""
"""How many links of a picture can be seen, and those without 24 pixels, or a circle of 24 pixels, of their own."""


def test_every_target_has_24_pixels(page: Page, built_site: Path, warming_site: Path) -> None:
    """Marks of crowded days, and names of documents, are hit without hitting another, wherever there is a picture."""
    pages = {built_site / "timeline": 50, built_site / "es-US" / "timeline": 50, warming_site / "when": 10}
    for name, events in pages.items():
        page.goto(f"file://{name}.html")
        for width in (390, 720, 1280):
            page.set_viewport_size({"width": width, "height": 900})
            seen, missed = page.locator(":is(.x-lanes, .x-strip) a").evaluate_all(_MISSED)
            assert missed == [], (name, width)
            assert (seen > events) is (width >= 720), (name, width)
