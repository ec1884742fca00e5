"""The example on the temperature of the Earth, in a browser."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests import sites
from tests.browser import axe


@pytest.fixture(scope="module")
def warming_url(warming_site: Path) -> Iterator[str]:
    """Return the address at which the example is served."""
    with sites.served(warming_site) as url:
        yield url


def test_every_reader_can_use_it(page: Page, warming_url: str) -> None:
    """On a phone and a desk, light and dark, axe finds nothing and no page is wider than its window.

    The questions have more sources than fit: their table scrolls inside itself, and its questions stay readable.
    """
    for name in ("index", "which-year", "agreement", "when", "numbers/nasa-yearly"):
        page.goto(f"{warming_url}/{name}.html")
        for width in (390, 1280):
            page.set_viewport_size({"width": width, "height": 900})
            assert page.evaluate("document.documentElement.scrollWidth") <= width, f"{name} at {width}"
            if name == "which-year":
                first = page.locator("th[scope=row]").first.bounding_box()
                assert first is not None
                assert first["width"] >= 0.35 * min(width, 600)
        page.emulate_media(color_scheme="light", reduced_motion="reduce")
        assert axe.violations(page) == [], name
        page.emulate_media(color_scheme="dark")
        assert axe.violations(page, **axe.COLOURS) == [], name
