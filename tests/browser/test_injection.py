"""A site full of hostile text in Chromium runs none of it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Dialog, expect
from playwright.sync_api import Page as Window

from tests import hostile, sites
from tests.sites import Page

Pages = dict[str, Page]


@pytest.fixture
def window(browser: Browser) -> Iterator[Window]:
    """Yield a window without the site's policy, in which a script of the data would run."""
    context = browser.new_context(bypass_csp=True)
    yield context.new_page()
    context.close()


def _listen(window: Window) -> list[str]:
    """Return a list that fills with whatever a script of the data would bring about."""
    heard: list[str] = []

    def dismiss(dialog: Dialog) -> None:
        heard.append(f"dialog {dialog.message}")
        dialog.dismiss()

    window.on("dialog", dismiss)
    window.on("pageerror", lambda error: heard.append(str(error)))
    return heard


def test_the_window_would_hear_a_script(window: Window) -> None:
    """In the window of these tests a payload runs when nobody escapes it."""
    heard = _listen(window)
    with window.expect_event("dialog"):
        window.set_content(hostile.PAYLOADS[8])
    assert heard == ["dialog "]


def test_no_script_of_the_data_runs(window: Window, hostile_topic: Path, hostile_pages: Pages) -> None:
    """No page of the hostile site runs a script of its text, even without the policy that would refuse it."""
    heard = _listen(window)
    with sites.served(hostile_topic / "site") as url:
        for name in hostile_pages:
            window.goto(f"{url}/{name}")
    assert heard == []


def test_search_shows_text_as_text(window: Window, hostile_topic: Path) -> None:
    """A result of search shows the characters of the data, and runs none of them."""
    heard = _listen(window)
    with sites.served(hostile_topic / "site") as url:
        window.goto(f"{url}/index.html")
        window.keyboard.press("/")
        window.get_by_role("searchbox").fill("onerror")
        results = window.get_by_role("dialog").get_by_role("listitem")
        expect(results.filter(has_text="<img src=x onerror=alert()>").first).to_be_visible()
        assert results.locator("img, script, svg").count() == 0
    assert heard == []
