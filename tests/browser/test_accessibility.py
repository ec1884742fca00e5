"""The real site for everyone: axe finds nothing, the keyboard reaches everything, the structure can be heard."""

import re
from collections.abc import Callable, Iterator
from itertools import pairwise
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
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")

Pages = dict[str, sites.Page]
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


def test_every_page_can_be_reached(site_pages: Pages) -> None:
    """Links lead from home to every page, but for the one that an unknown address shows."""
    reached, waiting = set(), {"index.html"}
    while waiting:
        reached |= waiting
        waiting = {target for name in waiting for _, target, _ in site_pages[name].links if target in site_pages}
        waiting -= reached
    assert set(site_pages) - reached == {"404.html"}


def test_headings_are_in_order(site_pages: Pages) -> None:
    """Each page has one heading of the first level, at the start, and no level is left out on the way down.

    The page that holds all others has one for itself and for each of them.
    """
    for name, page in site_pages.items():
        levels = [int(one.tag[1]) for one in page.root.walk() if one.tag in _HEADINGS]
        assert levels[:1] == [1], name
        assert levels.count(1) == 1 or name == "print.html", name
        assert all(after <= before + 1 for before, after in pairwise(levels)), name


def test_landmarks_frame_each_page(site_pages: Pages) -> None:
    """Each page has a banner, a main part, an imprint and named navigation; only the way past them stands outside."""
    for name, page in site_pages.items():
        assert [len(page.root.all(tag)) for tag in ("main", "footer")] == [1, 1], name
        outside = [one for one in page.root.all("a") if not any(map(one.inside, ("header", "main", "footer")))]
        assert [one.words() for one in outside] == ["Skip to content"], name
        navigations = [one.attributes.get("aria-label") for one in page.root.all("nav")]
        assert "Main" in navigations
        assert all(navigations), name
        assert len(set(navigations)) == len(navigations), name


def test_the_first_link_skips_to_the_text(site_pages: Pages) -> None:
    """The first link of each page leads past what stands on every page, into its main part."""
    for name, page in site_pages.items():
        first = page.root.all("a")[0]
        assert first.attributes["href"].startswith("#"), name
        assert page.named[first.attributes["href"][1:]].inside("main"), name


def test_every_drawing_has_a_name(site_pages: Pages) -> None:
    """Each drawing is hidden from those who cannot see it, or says in words what it shows."""
    for name, page in site_pages.items():
        for drawing in page.root.all("svg"):
            if drawing.attributes.get("aria-hidden") == "true":
                continue
            titles = [one.words() for one in drawing.children if isinstance(one, sites.Element) and one.tag == "title"]
            assert drawing.attributes.get("role") in ("img", "group"), name
            assert drawing.attributes.get("aria-label") or any(titles), name


def test_every_link_has_words(site_pages: Pages) -> None:
    """The name of each link has letters or figures: a mark alone, such as ¶, says nothing where it is read out."""
    for name, page in site_pages.items():
        for link in page.root.all("a"):
            words = f"{link.attributes.get('aria-label', '')}{link.words()}"
            assert any(letter.isalnum() for letter in words), f"{name}: {link.attributes}"


def test_every_control_has_a_name(site_pages: Pages) -> None:
    """Each button and field has words of its own or a label, and each table region a name."""
    for name, page in site_pages.items():
        for one in page.root.walk():
            if one.tag in ("button", "summary", "a") or one.attributes.get("role") == "region":
                assert one.attributes.get("aria-label") or one.words(), f"{name}: <{one.tag} {one.attributes}>"


def test_the_language_is_told(site_pages: Pages) -> None:
    """Each page says which language it is in, and its title says which page of which site it is."""
    for name, page in site_pages.items():
        (html,) = page.root.all("html")
        assert re.fullmatch(r"[a-z]{2}(-[A-Z]{2})?", html.attributes["lang"]), name
        assert page.root.all("title")[0].words(), name


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
