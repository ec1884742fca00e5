"""What other sites show in a frame: it is whole there, without a script, and asks nobody but its own site."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from macros.queries import Queries
from tests import sites

_HOST = """<!doctype html><html lang="en"><meta charset="utf-8"><title>A paper</title>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; frame-src {site};
style-src 'unsafe-inline'; img-src data:">
<link rel="icon" href="data:,">
{snippet}</html>"""


_PAPER = "one => getComputedStyle(one).backgroundColor"


def _snippet(page: Page) -> str:
    """Return what an embedded page or a chart offers to copy."""
    offered = page.locator(".x-embed__code").first
    return str(offered.evaluate("one => one.textContent"))


@pytest.mark.parametrize("kind", ["chart", "observation", "question", "timeline"])
def test_a_page_of_another_origin_can_frame_it(
    unscripted: Page, site_url: str, tmp_path: Path, queries: Queries, kind: str
) -> None:
    """The snippet that is offered shows a chart, a number, a question or the timeline, and its evidence, elsewhere."""
    name = "timeline/index" if kind == "timeline" else next(one for one, of in queries.kinds.items() if of == kind)
    page = unscripted
    heard: list[str] = []
    page.on("console", lambda message: heard.append(message.text))
    page.goto(f"{site_url}/embed/{name}.html")
    snippet = _snippet(page).replace('src="', f'src="{site_url}/')
    (tmp_path / "index.html").write_text(_HOST.format(site=site_url, snippet=snippet), encoding="utf-8")
    with sites.served(tmp_path) as other:
        page.on("request", lambda request: heard.append(request.url))
        page.goto(f"{other}/index.html")
        frame = page.frame_locator("iframe")
        expect(frame.locator("main")).to_be_visible()
        evidence = frame.locator("details:not(.x-no-print)").last
        if evidence.get_attribute("open") is None:
            evidence.locator("summary").first.click()
        expect(evidence.locator(":scope > :not(summary)").first).to_be_visible()
        assert frame.locator("a[href$='.html'], a[href*='.html#']").count()
        assert frame.locator("html").evaluate("one => one.scrollWidth <= one.clientWidth")
        light = frame.locator("body").evaluate(_PAPER)
        page.emulate_media(color_scheme="dark")
        assert frame.locator("body").evaluate(_PAPER) != light
    assert {url for url in heard if not url.startswith((f"{other}/", f"{site_url}/"))} == set()
    assert page.locator("iframe").get_attribute("title")


def test_a_chart_offers_its_snippet_beside_its_citation(page: Page, site_url: str) -> None:
    """On a page, what to copy stands among the tools of a chart, and one click takes all of it."""
    page.goto(f"{site_url}/numbers.html")
    tool = page.locator(".x-figure__tools details", has=page.locator(".x-embed__code")).first
    tool.locator("summary").click()
    tool.locator("code").click()
    assert str(page.evaluate("getSelection().toString()")).startswith("<iframe src=")
