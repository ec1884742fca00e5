"""The real site for everyone: no errors, axe finds nothing, the keyboard reaches everything, nothing has to move."""

from collections.abc import Callable
from typing import Literal

import pytest
from playwright.sync_api import ConsoleMessage, Page, Request

from macros.language import gettext
from tests import sites
from tests.browser import axe

_STATES: dict[str, tuple[Literal["light", "dark"], int]] = {"light": ("light", 1280), "dark phone": ("dark", 360)}
"""The scheme and the width of a window."""

Visit = Callable[[str], Page]


def _show(page: Page, state: str) -> None:
    scheme, width = _STATES[state]
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    page.set_viewport_size({"width": width, "height": 900})


@pytest.mark.any_topic
@pytest.mark.parametrize("name", [*sites.EACH_KIND, "404", "print"])
def test_a_page_is_right_for_everyone(page: Page, site_url: str, name: str) -> None:
    """In light at a desk, and in dark on a small phone, axe finds nothing, and a page does not scroll sideways.

    It reports no error, and asks no other origin for anything.
    """
    heard = _listen(page, site_url)
    page.goto(f"{site_url}/{name}.html", wait_until="load")
    for state, (_, width) in _STATES.items():
        _show(page, state)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, state
        if name != "print":  # it holds all others
            assert axe.violations(page) == [], state
    assert heard == []


def _listen(page: Page, origin: str) -> list[str]:
    """Return a list that fills with what a page should not say: errors, refusals of the policy, requests elsewhere."""
    heard: list[str] = []

    def say(message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            heard.append(f"{message.type}: {message.text}")

    def ask(request: Request) -> None:
        if not request.url.startswith((f"{origin}/", "data:")):
            heard.append(f"request: {request.url}")

    page.on("console", say)
    page.on("pageerror", lambda error: heard.append(f"error: {error}"))
    page.on("request", ask)
    return heard


def test_axe_finds_nothing_in_what_opens(visit: Visit, page: Page) -> None:
    """The evidence of a number, a disclosure, and the search dialog break no rule either, once they are open."""
    visit("index.html")
    for state in _STATES:
        _show(page, state)
        page.locator("article button[popovertarget]").first.click()
        assert axe.violations(page, "[popover]:popover-open") == [], state
        page.keyboard.press("Escape")
    visit("timeline.html")
    for state in _STATES:
        _show(page, state)
        page.locator("article details").first.evaluate("one => one.open = true")
        assert axe.violations(page, "article details[open]") == [], state
        page.get_by_role("button", name=gettext("Search")).click()
        assert axe.violations(page, "dialog[open]") == [], state
        page.keyboard.press("Escape")


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
  .filter((one) => !one.matches("[type=radio]:not(:checked)")) // the arrow keys go from one of a group to the next
  .filter((one) => !one.matches(".x-lanes a")) // the list holds the same, all of it if all events are chosen
  .map((one) => `${one.tagName} ${one.textContent.trim().slice(0, 40)}`)"""


_MOVING = """() => document.getAnimations().length + [...document.querySelectorAll("*")].filter((one) => {
  const style = getComputedStyle(one);
  const times = `${style.transitionDuration}, ${style.animationDuration}`.split(", ");
  return times.some((time) => parseFloat(time) > 0.01) || style.scrollBehavior === "smooth";
}).length"""


@pytest.mark.parametrize("name", ["index", "timeline", "numbers", "statutes/usc-8-1325", "about/editing"])
def test_the_keyboard_reaches_everything(visit: Visit, page: Page, name: str) -> None:
    """Tab goes through every link, button and control of a page, and each is in sight and shows its focus.

    Where the system asks for less motion, nothing is animated on the way and no scrolling is drawn out.
    """
    page.emulate_media(reduced_motion="reduce")
    visit(f"{name}.html")
    assert page.evaluate(_MOVING) == 0
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
