"""Mentions in Chromium: without scripts, by every hand, beside their words, on paper."""

from collections.abc import Callable
from functools import partial

import pytest
from playwright.sync_api import Browser, expect
from playwright.sync_api import Page as Tab

_PAGE = "terms.html"


def _opened(tab: Tab) -> tuple[str, str]:
    """Return the address that the open definition leads to, and the name under which the first mention stands."""
    definition = tab.locator(".x-definition:popover-open")
    expect(definition).to_have_count(1)
    mention = tab.locator(".x-mention").filter(visible=True).first
    record = (mention.get_attribute("popovertarget") or "").removeprefix("definition-")
    return definition.locator("a").first.get_attribute("href") or "", record


def test_a_mention_opens_without_javascript(browser: Browser, site_url: str) -> None:
    """Mouse, touch and keyboard open the definition beside its word where no script runs; Escape closes it."""
    with browser.new_context(base_url=site_url, java_script_enabled=False, has_touch=True) as context:
        tab = context.new_page()
        tab.goto(f"/{_PAGE}")
        mention = tab.locator(".x-mention").filter(visible=True).first
        for opens in (mention.click, mention.tap, partial(mention.press, "Enter"), partial(mention.press, "Space")):
            opens()
            address, record = _opened(tab)
            assert record in address
            tab.keyboard.press("Escape")
            expect(tab.locator(".x-definition:popover-open")).to_have_count(0)


def test_the_entry_is_one_step_from_its_word(visit: Callable[[str], Tab]) -> None:
    """With the keyboard the link to the entry comes right after the word that opened its definition."""
    tab = visit(_PAGE)
    tab.locator(".x-mention").filter(visible=True).first.press("Enter")
    address, _ = _opened(tab)
    tab.keyboard.press("Tab")
    assert tab.evaluate("document.activeElement.getAttribute('href')") == address


@pytest.mark.parametrize("width", [390, 1280])
def test_a_definition_does_not_cover_its_word(visit: Callable[[str], Tab], width: int) -> None:
    """On a phone and on a wide screen the word stays in sight, and the definition stays on the screen."""
    tab = visit(_PAGE)
    tab.set_viewport_size({"width": width, "height": 800})
    for mention in tab.locator(".x-mention:visible").all()[:8]:
        mention.scroll_into_view_if_needed()
        mention.click()
        box, word = tab.locator(".x-definition:popover-open").bounding_box(), mention.bounding_box()
        assert box
        assert word
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= width
        is_beside = box["x"] >= word["x"] + word["width"]
        assert is_beside or box["y"] >= word["y"] + word["height"] or box["y"] + box["height"] <= word["y"]
        tab.keyboard.press("Escape")


def test_definitions_are_printed_at_the_end(visit: Callable[[str], Tab]) -> None:
    """On paper every definition stands open under a heading, after the text."""
    tab = visit(_PAGE)
    expect(tab.locator(".x-definitions__head")).to_be_hidden()
    tab.emulate_media(media="print")
    expect(tab.locator(".x-definitions__head")).to_be_visible()
    assert all(one.is_visible() for one in tab.locator(".x-definition").all())
