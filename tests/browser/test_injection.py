"""A site full of hostile text in Chromium runs none of it."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Dialog, expect
from playwright.sync_api import Page as Window

from macros.load import load
from macros.review import State, report
from macros.review.page import page
from tests import hostile, sites
from tests.factories import GOOD_TOPIC
from tests.sites import Page

Pages = dict[str, Page]


@pytest.fixture
def window(browser: Browser) -> Iterator[Window]:
    """Yield a window without the site's policy, in which a script of the data would run."""
    context = browser.new_context(bypass_csp=True)
    yield context.new_page()
    context.close()


@pytest.fixture
def careful(page: Window) -> Window:
    """Return a window that keeps the policy, and tells of what the policy has to refuse."""
    return page


def _listen(window: Window) -> list[str]:
    """Return a list that fills with whatever a script of the data would bring about."""
    heard: list[str] = []

    def dismiss(dialog: Dialog) -> None:
        heard.append(f"dialog {dialog.message}")
        dialog.dismiss()

    window.on("dialog", dismiss)
    window.on("pageerror", lambda error: heard.append(str(error)))
    window.on("console", lambda message: heard.append(message.text))
    window.on("request", lambda request: heard.append(request.url))
    return heard


def _foreign(heard: list[str], url: str) -> list[str]:
    """Return what was heard besides requests to the site itself."""
    return [one for one in heard if not one.startswith((f"{url}/", "data:"))]


def test_the_windows_would_hear_a_script(window: Window, careful: Window) -> None:
    """A payload that nobody escapes runs in one window of these tests; in the other the policy refuses it aloud."""
    heard = _listen(window)
    with window.expect_event("dialog"):
        window.set_content(hostile.PAYLOADS[0])
    assert "dialog " in heard
    policy = "<meta http-equiv='Content-Security-Policy' content=\"default-src 'self'\">"
    refused = _listen(careful)
    with careful.expect_event("console"):
        careful.set_content(policy + hostile.PAYLOADS[0])
    assert "Content Security Policy" in " ".join(refused)


def test_no_script_of_the_data_runs(careful: Window, hostile_topic: Path, hostile_pages: Pages) -> None:
    """No page, frame or exhibit runs or loads what its text says, and the policy has nothing to refuse."""
    heard = _listen(careful)
    with sites.served(hostile_topic / "site") as url:
        for name in hostile_pages:
            careful.goto(f"{url}/{name}")
    assert _foreign(heard, url) == []


def test_the_page_of_before_and_after_runs_nothing(window: Window, hostile_topic: Path, tmp_path: Path) -> None:
    """What a reviewer opens shows the texts of the change, and no script, address or element of them."""
    was, now = (State(replace(load(folder), charts={})) for folder in (GOOD_TOPIC, hostile_topic))  # these take long
    html = page(report(was, now))
    (tmp_path / "index.html").write_text(html, encoding="utf-8")
    heard = _listen(window)
    with sites.served(tmp_path) as url:
        window.goto(f"{url}/index.html")
    assert _foreign(heard, url) == []
    shown = " ".join(window.locator("body").inner_text().split())
    assert [one for one in hostile.PAYLOADS if " ".join(one.split()) not in shown] == []
    assert {one.tag for one in sites.parsed(html).walk()} & {"img", "script", "iframe", "form", "noscript"} == set()


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
    assert _foreign(heard, url) == []
