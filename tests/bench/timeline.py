"""Measures how soon a timeline is seen and filtered in Chromium, with its processor slowed four times."""

from pathlib import Path
from statistics import median

from playwright.sync_api import Browser

from tests.bench.preview import chromium

PAINT, CHOICE = 400, 100
"""The budgets, in milliseconds."""
_SLOWER = 4
_RUNS = 11
_REST = 2_000
"""Milliseconds to wait before a page is opened, since a reader's browser is running already."""
_FIRST_PAINT = """() => new Promise((found, missing) => {
  const look = (list) => list.getEntriesByName("first-contentful-paint").forEach((entry) => found(entry.startTime));
  new PerformanceObserver(look).observe({ type: "paint", buffered: true });
  setTimeout(missing, 10_000, "no first paint");
})"""
_CHOOSE = """async () => {
  const [, chip] = document.querySelectorAll("[data-x-timeline] input[name=category]");
  chip.checked = true;
  const start = performance.now();
  chip.dispatchEvent(new Event("input", { bubbles: true }));
  document.body.getBoundingClientRect();
  return performance.now() - start;
}"""


def measure(page: Path) -> tuple[float, float, float]:
    """Return medians in milliseconds: first paint of the timeline, a choice in a filter, first paint of an empty page.

    The timeline and the empty page are opened in turn.
    """
    empty = page.with_name("empty.html")
    empty.write_text("<!doctype html><title>Empty</title><p>Nothing", encoding="utf-8")
    with chromium() as browser:
        runs = [(*_once(browser, page, _CHOOSE), *_once(browser, empty)) for _ in range(_RUNS)]
    paint, choice, nothing = map(median, zip(*runs, strict=True))
    return paint, choice, nothing


def _once(browser: Browser, page: Path, *then: str) -> list[float]:
    """Return the time of first paint, and the results of the scripts in ``then``."""
    context = browser.new_context(viewport={"width": 390, "height": 800})
    window = context.new_page()
    context.new_cdp_session(window).send("Emulation.setCPUThrottlingRate", {"rate": _SLOWER})
    window.wait_for_timeout(_REST)
    window.goto(page.as_uri(), wait_until="load")
    results = [float(window.evaluate(script)) for script in (_FIRST_PAINT, *then)]
    context.close()
    return results
