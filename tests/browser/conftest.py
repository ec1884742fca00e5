"""Chromium, and the real site in it."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

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
def shared_context(browser: Browser) -> Iterator[BrowserContext]:
    """Yield the context that tests share, since to open one takes Chromium longer than most pages."""
    context = browser.new_context()
    yield context
    context.close()


@pytest.fixture
def context(shared_context: BrowserContext) -> Iterator[BrowserContext]:
    """Yield the shared context, and then take out of it what the test has opened, chosen and loaded."""
    yield shared_context
    for page in shared_context.pages:
        session = shared_context.new_cdp_session(page)
        session.send("Network.clearBrowserCache")
        session.send("Storage.clearDataForOrigin", {"origin": page.url, "storageTypes": "all"})
        page.close()


@pytest.fixture
def visit(page: Page, site_url: str) -> Callable[[str], Page]:
    """Return a function that opens a page of the real site in Chromium."""

    def go(name: str) -> Page:
        page.goto(f"{site_url}/{name}")
        return page

    return go


@pytest.fixture
def unscripted(browser: Browser, site_url: str) -> Iterator[Page]:
    """Yield a window in which no script runs."""
    context = browser.new_context(java_script_enabled=False, base_url=site_url)
    yield context.new_page()
    context.close()
