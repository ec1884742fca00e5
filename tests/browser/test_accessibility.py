"""The real site for everyone: axe finds nothing, the keyboard reaches everything, the structure can be heard."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from tests import sites

_STATES: dict[str, dict[str, Any]] = {
    "light": {"color_scheme": "light", "viewport": {"width": 1280, "height": 900}},
    "dark": {"color_scheme": "dark", "viewport": {"width": 1280, "height": 900}},
    "phone": {"color_scheme": "light", "viewport": {"width": 360, "height": 740}},
}
_COLOURS = {"runOnly": ["cat.color"]}
"""The rules that dark can break where light keeps them."""

Visit = Callable[[str], Page]


def _violations(page: Page, *parts: str) -> list[str]:
    """Return what axe finds on a page, or in parts of it, each with the places that it is about."""
    context: Any = {"include": [[part] for part in parts]} if parts else None
    is_dark = page.evaluate("matchMedia('(prefers-color-scheme: dark)').matches")
    found = Axe().run(page, context=context, options=_COLOURS if is_dark else None).response["violations"]
    return [f"{one['id']}: {', '.join(str(node['target']) for node in one['nodes'][:5])}" for one in found]


@pytest.fixture(scope="module", params=_STATES)
def window(request: pytest.FixtureRequest, browser: Browser, site_url: str) -> Iterator[Page]:
    """Yield a window in light, in dark, and of a small phone."""
    context = browser.new_context(base_url=site_url, reduced_motion="reduce", **_STATES[request.param])
    context.set_default_timeout(60_000)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("name", [*sites.EACH_KIND, "404"])
def test_axe_finds_nothing(window: Page, name: str) -> None:
    """No page of any kind breaks a rule that axe knows, in light, in dark, and on a small phone."""
    window.goto(f"/{name}.html")
    assert _violations(window) == []


def test_axe_finds_nothing_in_what_opens(window: Page) -> None:
    """The evidence of a number, a disclosure, and the search dialog break no rule either, once they are open."""
    window.goto("/index.html")
    window.locator("article button[popovertarget]").first.click()
    assert _violations(window, "[popover]:popover-open") == []
    window.goto("/timeline.html")
    window.locator("article details").first.evaluate("one => one.open = true")
    assert _violations(window, "article details[open]") == []
    window.get_by_role("button", name="Search").click()
    assert _violations(window, "dialog[open]") == []


_FOCUSED = """() => {
  const now = document.activeElement, style = getComputedStyle(now), box = now.getBoundingClientRect();
  if (now === document.body) return null;
  window.reached ??= new Set();
  window.reached.add(now);
  return {
    name: `${now.tagName} ${now.textContent.trim().slice(0, 40)}`,
    shown: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2 && box.width > 0 && box.height > 0,
    seen: box.bottom > 0 && box.top < innerHeight,
  };
}"""
_MISSED = """() => [...document.querySelectorAll("a[href], button, summary, select, input, [tabindex='0']")]
  .filter((one) => one.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: false }) && !one.disabled)
  .filter((one) => !window.reached.has(one))
  .map((one) => `${one.tagName} ${one.textContent.trim().slice(0, 40)}`)"""


@pytest.mark.parametrize("name", ["index", "timeline", "numbers", "statutes/usc-8-1325", "about/editing"])
def test_the_keyboard_reaches_everything(visit: Visit, name: str) -> None:
    """Tab goes through every link, button and control of a page, and each is in sight and shows its focus."""
    page = visit(f"{name}.html")
    bad = []
    for _ in range(3000):
        page.keyboard.press("Tab")
        focused = page.evaluate(_FOCUSED)
        if focused is None:
            break
        if not (focused["shown"] and focused["seen"]):
            bad.append(focused["name"])
    assert bad == []
    assert page.evaluate(_MISSED) == []


_MOVING = """() => document.getAnimations().length + [...document.querySelectorAll("*")].filter((one) => {
  const style = getComputedStyle(one);
  const times = `${style.transitionDuration}, ${style.animationDuration}`.split(", ");
  return times.some((time) => parseFloat(time) > 0.01) || style.scrollBehavior === "smooth";
}).length"""


@pytest.mark.parametrize("name", ["index", "timeline", "statutes/usc-8-1325"])
def test_nothing_moves_for_those_who_ask(visit: Visit, name: str) -> None:
    """Where the system asks for less motion, nothing on a page is animated and no scrolling is drawn out."""
    page = visit(f"{name}.html")
    page.emulate_media(reduced_motion="reduce")
    page.reload()
    assert page.evaluate(_MOVING) == 0
