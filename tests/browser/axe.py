"""What axe-core finds on a page."""

from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page


def violations(page: Page, *parts: str) -> list[str]:
    """Return the rules that a page breaks, or parts of it by their selectors, each with the places it is about."""
    context: Any = {"include": [[part] for part in parts]} if parts else None
    found = Axe().run(page, context=context, options={"resultTypes": ["violations"]}).response["violations"]
    return [f"{one['id']}: {', '.join(str(node['target']) for node in one['nodes'][:5])}" for one in found]
