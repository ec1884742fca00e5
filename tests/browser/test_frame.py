"""The settings of Material that change the frame of pages do what its documentation says."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests import sites
from tests.browser import axe
from tests.edits import append
from tests.factories import ROOT

_OVERRIDES = ROOT / "macros" / "theme" / "overrides"
Made = Callable[..., Path]


@pytest.fixture
def made(tmp_path: Path) -> Made:
    """Return a function that builds a small topic with other settings, into a folder that it returns."""

    def make(**settings: object) -> Path:
        topic = sites.chartless_topic(tmp_path / "topic")
        shutil.copy(ROOT / "tests" / "browser" / "syntax" / "lamp.svg", topic / "docs")
        (topic / "docs" / "own.css").write_text(".md-typeset h1 { letter-spacing: 7px }", encoding="utf-8")
        (topic / "docs" / "own.js").write_text("document.body.dataset.own = 'ran'", encoding="utf-8")
        append(topic / "data" / "topic.yml", "files: [own.css, own.js]\n")
        done = sites.configured(topic, tmp_path, **settings)  # type: ignore[arg-type] # the theme's lines are words
        assert done.returncode == 0, done.stderr
        return tmp_path / "site"

    return make


def _heard(page: Page) -> list[str]:
    """Return the list of what a page will say in the console."""
    heard: list[str] = []
    page.on("console", lambda message: heard.append(message.text))
    return heard


def _colour(page: Page, selector: str, name: str = "color") -> str:
    return str(page.locator(selector).first.evaluate("(e, name) => getComputedStyle(e)[name]", name))


def test_files_colours_and_signs_are_the_editors(made: Made, page: Page) -> None:
    """A style sheet, a script, a logo, an icon and one palette do what they should, all at once under the policy."""
    theme = "  logo: lamp.svg\n  palette: {scheme: slate, primary: teal, accent: lime}\n"
    theme += "  icon: {admonition: {note: octicons/tag-16}}\n"
    site = made(theme=theme, extra_css=["own.css"], extra_javascript=["own.js"])
    heard = _heard(page)
    with sites.served(site) as url:
        page.goto(f"{url}/law.html")
        assert heard == []
        expect(page.locator("body[data-own=ran]")).to_be_visible()
        assert _colour(page, "h1", "letterSpacing") == "7px"
        assert page.locator(".x-masthead img").evaluate("one => one.naturalWidth") == 24
        assert _colour(page, ".x-glossary dt a") == "rgb(0, 204, 184)"  # the theme's teal for text in the dark
        assert _colour(page, ".x-masthead", "backgroundColor") == "rgb(0, 148, 133)"
        assert _colour(page, "body", "backgroundColor") == "rgb(30, 33, 41)"
        assert page.evaluate(
            "getComputedStyle(document.documentElement).getPropertyValue('--md-admonition-icon--note')"
        )
        expect(page.get_by_role("button", name="Dark colors")).to_have_count(0)


def test_an_announcement_stands_above_the_page(made: Made, page: Page, tmp_path: Path) -> None:
    """The block of that name is shown on every page, and can be reached."""
    shutil.copytree(_OVERRIDES, tmp_path / "own")
    append(tmp_path / "own" / "main.html", "{% block announce %}Read <a href='law.html'>this</a> first.{% endblock %}")
    site = made(theme=f"  custom_dir: {tmp_path}/own\n  favicon: lamp.svg\n")
    with sites.served(site) as url:
        page.goto(f"{url}/timeline.html")
        expect(page.get_by_role("complementary")).to_have_text("Read this first.")
        assert page.locator("link[rel=icon]").get_attribute("href") == "lamp.svg"
        assert axe.violations(page) == []


_TWO = """  palette:
    - {media: "(prefers-color-scheme: light)", scheme: default, primary: red}
    - {media: "(prefers-color-scheme: dark)", scheme: slate, primary: green}
"""


def test_of_two_palettes_the_system_chooses_and_the_reader_may(made: Made, page: Page) -> None:
    """The palette for the dark is that of a dark system; the switch turns it over, and that is kept."""
    site = made(theme=_TWO)
    page.emulate_media(color_scheme="dark")
    with sites.served(site) as url:
        page.goto(f"{url}/index.html")
        expect(page.locator("body")).to_have_attribute("data-md-color-primary", "green")
        page.get_by_role("button", name="Dark colors").click()
        expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "default")
        page.reload()
        expect(page.locator("body")).to_have_attribute("data-md-color-primary", "red")
