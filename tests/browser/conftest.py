"""Chromium, and the real site in it."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests import sites

expect.set_options(timeout=60_000)  # milliseconds, enough on a machine that does much else


@pytest.fixture(scope="session")
def site_url(built_site: Path) -> Iterator[str]:
    """Return the address at which the real site is served."""
    with sites.served(built_site) as url:
        yield url


@pytest.fixture(scope="session")
def base_url() -> str:
    """Return nothing: tests write addresses whole, since some look at other sites."""
    return ""


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict[str, Any]:
    """Return how Chromium starts: the one that BROWSER names, else the system's."""
    quiet = ("background-networking", "component-update", "sync")
    return {
        "executable_path": os.environ.get("BROWSER") or shutil.which("chromium"),
        "args": ["--no-sandbox", "--disable-gpu", *(f"--disable-{name}" for name in quiet)],
    }


@pytest.fixture(scope="session")
def tabs(browser: Browser) -> dict[bool, Page]:
    """Return two tabs, with scripts and without, that tests share: to open one costs more than most pages do."""
    return {scripts: browser.new_context(java_script_enabled=scripts).new_page() for scripts in (True, False)}


def _cleared(tab: Page) -> None:
    """Take out of a tab, and its context, what a test has opened, chosen, answered and emulated."""
    for other in tab.context.pages:
        if other != tab:
            other.close()
    tab.unroute_all()
    session = tab.context.new_cdp_session(tab)
    session.send("Storage.clearDataForOrigin", {"origin": tab.url, "storageTypes": "all"})
    session.detach()
    tab.goto("about:blank")
    tab.mouse.move(0, 0)
    tab.emulate_media(media="null", color_scheme="null", reduced_motion="null", forced_colors="null")
    tab.set_viewport_size({"width": 1280, "height": 720})


@pytest.fixture
def page(tabs: dict[bool, Page]) -> Iterator[Page]:
    """Yield a tab, which is as new."""
    yield tabs[True]
    _cleared(tabs[True])


@pytest.fixture
def visit(page: Page, site_url: str) -> Callable[[str], Page]:
    """Return a function that opens a page of the real site in Chromium."""

    def go(name: str) -> Page:
        page.goto(f"{site_url}/{name}")
        return page

    return go


@pytest.fixture
def unscripted(tabs: dict[bool, Page]) -> Iterator[Page]:
    """Yield a tab in which no script runs, which is as new."""
    yield tabs[False]
    _cleared(tabs[False])
