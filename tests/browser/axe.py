"""What axe-core finds on a page."""

from typing import Any

from axe_playwright_python.base import AXE_SCRIPT
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

_OPTIONS = {"resultTypes": ["violations"], "preload": False}  # it would load sounds and films, which no page has
COLOURS = {"runOnly": ["color-contrast", "link-in-text-block"]}
"""The rules that another scheme of colours can break."""


def violations(page: Page, *parts: str, **options: Any) -> list[str]:
    """Return the rules that a page breaks, or parts of it by their selectors, each with the places it is about."""
    context: Any = {"include": [[part] for part in parts]} if parts else None
    axe = Axe("0" if page.evaluate("'axe' in window") else AXE_SCRIPT)
    found = axe.run(page, context=context, options=_OPTIONS | options).response["violations"]
    return [f"{one['id']}: {', '.join(str(node['target']) for node in one['nodes'][:5])}" for one in found]
