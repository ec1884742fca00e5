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


def test_each_source_leads_to_its_first_exhibit(page: Page, site_url: str) -> None:
    """Of hundreds of exhibits, those of a source are found by its title."""
    page.goto(f"{site_url}/binder.html")
    page.get_by_text("Sources", exact=True).click()
    entry = page.get_by_role("listitem").filter(has_text="DOJ Plows Ahead With Immigration Enforcement")
    entry.get_by_role("link").click()
    expect(page.locator(":target")).to_be_in_viewport()
    expect(page.locator(":target")).to_contain_text("DOJ Plows Ahead With Immigration Enforcement")
