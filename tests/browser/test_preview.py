"""The preview as an editor sees it: a browser that is open while files are saved, and the terminal beside it."""

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest
from playwright.sync_api import Page, expect

from tests.edits import change
from tests.factories import ROOT
from tests.sites import small_topic

EVENT = "topic/data/events/lamp-lit.yml"
PAGE = "topic/docs/timeline.md"
_WAIT = 60_000
"""Milliseconds within which a change shows, even on a machine that does much else."""


@dataclass
class Desk:
    """A project that is being edited: its folder, the address of its preview, and what the terminal has said."""

    folder: Path
    url: str = ""
    terminal: list[str] = field(default_factory=list)
    _output: IO[str] | None = None

    @contextmanager
    def preview(self) -> Iterator[None]:
        """Run the preview."""
        command = [sys.executable, "-m", "scripts.preview", "--topic", "topic", "--port", "0"]
        with subprocess.Popen(command, cwd=self.folder, stdout=subprocess.PIPE, text=True) as process:
            self._output = process.stdout
            self.url = self.hears(r"http://\S+/")
            try:
                yield
            finally:
                process.terminate()
                self.terminal += process.stdout or ()

    def hears(self, pattern: str) -> str:
        """Read the terminal until a line says something, and return it."""
        for line in self._output or ():
            self.terminal.append(line)
            if found := re.search(pattern, line):
                return found[0]
        pytest.fail(f"the preview ended without a word of {pattern}")

    @contextmanager
    def saved(self, file: str, old: str, new: str) -> Iterator[None]:
        """Save a file with other words, and later as it was."""
        path = self.folder / file
        text = path.read_text(encoding="utf-8")
        change(path, old, new)
        try:
            yield
        finally:
            path.write_text(text, encoding="utf-8")


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the code with a small topic in it."""
    folder = tmp_path_factory.mktemp("desk")
    for name in ("macros", "scripts"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "mkdocs.yml", folder)
    small_topic(folder / "topic")
    return folder


@pytest.fixture(scope="module")
def desk(project: Path) -> Iterator[Desk]:
    """The project while its preview runs."""
    desk = Desk(project)
    with desk.preview():
        yield desk


@pytest.fixture
def timeline(desk: Desk, page: Page) -> Page:
    """The timeline in a tab of its own, which after a restart asks again sooner than in three seconds."""
    page = page.context.new_page()
    page.add_init_script("const later = setTimeout; setTimeout = (run, time) => later(run, Math.min(time, 100));")
    page.goto(f"{desk.url}timeline.html", timeout=_WAIT)
    expect(page.locator("article")).to_contain_text("The lamp is lit")
    expect(page.get_by_role("alert")).to_have_count(0)
    return page


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        (EVENT, "The lamp is lit", "Fresh news"),
        (PAGE, "# Timeline", "# Fresh news"),
        ("macros/templates/timeline.html.jinja", '<ol class="x-events">', '<p>Fresh news</p><ol class="x-events">'),
        ("macros/views/timeline.py", "Chapter(label", 'Chapter("Fresh news"'),
    ],
)
def test_what_is_saved_shows_in_the_open_page(desk: Desk, timeline: Page, file: str, old: str, new: str) -> None:
    """A saved fact, page, template or module shows without a touch of the browser, and so does taking it back."""
    with desk.saved(file, old, new):
        expect(timeline.locator("article")).to_contain_text("Fresh news", timeout=_WAIT)
    expect(timeline.locator("article")).not_to_contain_text("Fresh news", timeout=_WAIT)


def test_a_saved_style_shows_in_the_open_page(desk: Desk, timeline: Page) -> None:
    """A saved style sheet colours the page that is open."""
    with desk.saved(
        "macros/theme/css/10-base.css",
        "md-default-fg-color: var(--chart-ink)",
        "md-default-fg-color: #ff0000",
    ):
        expect(timeline.locator("h1")).to_have_css("color", "rgb(255, 0, 0)", timeout=_WAIT)


@pytest.mark.parametrize(
    ("file", "change", "said"),
    [
        (EVENT, ("category: opening", "category: opennig"), 'did you mean "opening"?'),
        (EVENT, ("title: The", "title The"), f"{EVENT.removeprefix('topic/')}:8: yaml: not valid YAML"),
        (PAGE, ("timeline()", 'number("lamps")'), 'docs/timeline.md:3: number(): no observation "lamps"'),
        (
            PAGE,
            ("# Timeline", "# Timeline\n\n[gone](gone.md)"),
            'link: "gone.md" leads to docs/gone.md, which is not there',
        ),
        (
            PAGE,
            ("# Timeline", "# Timeline\n\n![gone](gone.png)"),
            'link: "gone.png" leads to docs/gone.png, which is not there',
        ),
        ("macros/templates/timeline.html.jinja", ("<ol class", "{% if %}<ol class"), "timeline.html.jinja:13"),
        ("macros/views/timeline.py", ("Chapter(label", "Chapte(label"), "macros/views/timeline.py:"),
        ("macros/phrase.py", ("def capital", "def capital capital"), "macros/phrase.py:"),
    ],
)
def test_a_mistake_shows_over_the_last_good_page(
    desk: Desk, timeline: Page, file: str, change: tuple[str, str], said: str
) -> None:
    """A mistake says in browser and terminal what is wrong and where, over the page as it was, until it is mended."""
    with desk.saved(file, *change):
        expect(timeline.get_by_role("alert")).to_contain_text(said, timeout=_WAIT)
        expect(timeline.get_by_role("alert")).to_contain_text("1 mistake. What is wrong is as it was before")
        expect(timeline.locator("article")).to_contain_text("The lamp is lit")
        assert desk.hears(re.escape(said))
    expect(timeline.get_by_role("alert")).to_have_count(0, timeout=_WAIT)


def test_pages_of_every_kind_are_built_when_asked_for(desk: Desk, page: Page) -> None:
    """Generated pages, the files of search and the page for what is not there come without a build before."""
    for name in ("statutes/lights-act.html", "sources/gazette.html", "pagefind/pagefind.js"):
        answer = page.request.get(f"{desk.url}{name}", timeout=_WAIT)
        assert answer.ok, name
    for name in ("nothing.html", "%ff", "%E0%A4", "%ffindex.html"):
        assert page.request.get(f"{desk.url}{name}", timeout=_WAIT).status == 404, name


def test_a_page_asked_for_after_a_change_is_never_the_old_one(desk: Desk, timeline: Page, page: Page) -> None:
    """A change shows on the pages that were seen before it and were not open."""
    assert "Ann Reed" in page.request.get(f"{desk.url}people.html", timeout=_WAIT).text()
    page.goto(f"{desk.url}timeline.html")
    with desk.saved("topic/data/actors/ann-reed.yml", "name: Ann Reed", "name: Anne Reid"):
        expect(timeline.locator("article")).to_contain_text("Anne Reid", timeout=_WAIT)
        assert "Anne Reid" in page.request.get(f"{desk.url}people.html", timeout=_WAIT).text()


def test_a_deleted_page_is_not_shown_any_more(desk: Desk, page: Page) -> None:
    """A page that was opened and is then deleted is missing, as it will be in the site."""
    file = desk.folder / "topic" / "docs" / "notes.md"
    file.write_text("# Notes\n\nPassing words.\n", encoding="utf-8")
    page.goto(f"{desk.url}notes.html", timeout=_WAIT)
    expect(page.get_by_text("Passing words.")).to_be_visible(timeout=_WAIT)
    file.unlink()
    expect(page.get_by_text("Passing words.")).to_have_count(0, timeout=_WAIT)
    assert page.request.get(f"{desk.url}notes.html", timeout=_WAIT).status == 404


def test_a_mistake_at_the_start_is_shown_until_it_is_mended(project: Path, page: Page) -> None:
    """The preview starts with a fact that cannot be used, shows the others, says why, and takes it once it is right.

    A program that reads its output sees the address and mistakes, and nothing else.
    """
    desk = Desk(project)
    with desk.saved(EVENT, "category: opening", "category: opennig"), desk.preview():
        page.goto(f"{desk.url}people.html", timeout=_WAIT)
        expect(page.locator("main")).to_contain_text("Ann Reed")
        page.goto(f"{desk.url}timeline.html", timeout=_WAIT)
        expect(page.get_by_role("alert")).to_contain_text('did you mean "opening"?')
        expect(page.locator("main")).not_to_contain_text("The lamp is lit")
        change(project / EVENT, "opennig", "opening")
        expect(page.locator("article")).to_contain_text("The lamp is lit", timeout=_WAIT)
    assert f"{EVENT.removeprefix('topic/')}:" in "".join(desk.terminal)
    assert [line for line in desk.terminal if re.match("INFO|WARNING|[0-9:]{8} ", line)] == []


def test_an_address_that_no_file_can_have_is_not_found(desk: Desk) -> None:
    """A zero byte in an address is no fault of the preview."""
    with pytest.raises(HTTPError, match="404"):
        urlopen(f"{desk.url}a%00b", timeout=_WAIT)  # noqa: S310 - our own address


def test_the_preview_answers_to_its_own_name_alone(desk: Desk) -> None:
    """A page of another site whose name leads to this machine reads nothing of the topic."""
    request = Request(f"{desk.url}timeline.html", headers={"Host": "evil.example"})  # noqa: S310 - our own address
    with pytest.raises(HTTPError, match="403"):
        urlopen(request, timeout=_WAIT)  # noqa: S310 - as above
    with urlopen(f"{desk.url}timeline.html", timeout=_WAIT) as answer:  # noqa: S310 - as above
        assert b"The lamp is lit" in answer.read()
