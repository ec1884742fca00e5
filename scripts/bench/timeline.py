"""How soon a timeline can be seen and filtered in Chromium, with its processor slowed four times."""

from pathlib import Path
from statistics import median

from playwright.sync_api import Browser

from scripts.bench.browser import chromium

PAINT, CHOICE = 300, 100
"""The budgets, in milliseconds."""
_SLOWER = 4
_RUNS = 5
_FIRST_PAINT = "performance.getEntriesByName('first-contentful-paint')[0].startTime"
_CHOOSE = """async () => {
  const select = document.querySelector("[data-x-timeline] select");
  select.value = select.options[1].value;
  const start = performance.now();
  select.dispatchEvent(new Event("change", { bubbles: true }));
  document.body.getBoundingClientRect();
  return performance.now() - start;
}"""


def measure(page: Path) -> tuple[float, float]:
    """Return the medians of first paint, and of a filter until the page is laid out anew, in milliseconds."""
    with chromium() as browser:
        runs = [_once(browser, page) for _ in range(_RUNS)]
    return median(paint for paint, _ in runs), median(choice for _, choice in runs)


def _once(browser: Browser, page: Path) -> tuple[float, float]:
    context = browser.new_context(viewport={"width": 390, "height": 800})
    window = context.new_page()
    context.new_cdp_session(window).send("Emulation.setCPUThrottlingRate", {"rate": _SLOWER})
    window.goto(page.as_uri(), wait_until="load")
    result = float(window.evaluate(_FIRST_PAINT)), float(window.evaluate(_CHOOSE))
    context.close()
    return result
