"""The whole site as one document, on paper."""

from playwright.sync_api import Browser


def test_the_document_prints_without_scripts(browser: Browser, site_url: str) -> None:
    """On paper, without scripts, the evidence of the first sentences can be read."""
    context = browser.new_context(java_script_enabled=False, base_url=site_url)
    page = context.new_page()
    page.goto("/print.html")
    page.emulate_media(media="print")
    note = page.locator(".x-print__notes > li").first
    assert note.is_visible()
    assert note.locator("mark").first.is_visible()
    context.close()
