"""Exhibits on paper."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="pdftotext is not installed")
def test_no_exhibit_is_torn(page: Page, site_url: str, tmp_path: Path) -> None:
    """On sheets of A4 an exhibit begins and ends on the same one, and all are there in their order."""
    page.goto(f"{site_url}/binder.html")
    page.pdf(path=tmp_path / "binder.pdf", format="A4", prefer_css_page_size=True)
    done = subprocess.run(["pdftotext", tmp_path / "binder.pdf", "-"], capture_output=True, text=True, check=True)
    sheets = done.stdout.split("\f")
    assert [len(re.findall(r"^Exhibit \d+$", one, re.MULTILINE)) for one in sheets] == [
        len(re.findall(r"^Stands behind", one, re.MULTILINE)) for one in sheets
    ]
    numbers = [int(number) for number in re.findall(r"^Exhibit (\d+)$", done.stdout.replace("\f", "\n"), re.MULTILINE)]
    assert numbers == list(range(1, page.locator(".x-exhibit").count() + 1))
    assert len(numbers) > 100


def test_the_exhibits_of_a_source_unfold(page: Page, site_url: str) -> None:
    """Hundreds of exhibits are folded by source; a link to one of them opens its fold."""
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{site_url}/binder.html")
    assert page.evaluate("document.documentElement.scrollHeight") < 15 * 844
    entry = page.locator("details").filter(has_text="DOJ Plows Ahead With Immigration Enforcement")
    first = entry.locator(".x-exhibit").first
    expect(first).to_be_hidden()
    entry.locator("summary").click()
    expect(first).to_be_visible()
    page.goto(f"{site_url}/binder.html#{entry.locator('.x-exhibit').last.get_attribute('id')}")
    page.reload()
    expect(page.locator(":target")).to_be_in_viewport()
