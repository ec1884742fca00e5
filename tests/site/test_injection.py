"""Text of the data is text: shown as it was written, never a tag, an attribute, an address or an instruction."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect
from playwright.sync_api import Page as Window
from pydantic import TypeAdapter, ValidationError

from macros.model.values import Id, Line, Url
from tests import hostile, sites
from tests.sites import Page

Pages = dict[str, Page]
_MARKER = re.compile("~([A-Za-z]+-[a-z_]+)-([a-z])~")
_MAY_BE_HIDDEN = {
    "Source-independence_group",  # readers see how many groups there are, not what we call them
    "Chart-labels",  # drawn in lines that a chart breaks where it needs to
    "Topic-summary",
    "Topic-editors",
    "Named-description",
    "Chart-note",
    "Correction-note",
}
"""Fields that no page shows as they were written."""


@pytest.fixture(scope="module")
def topic(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a topic whose every text field carries a payload, built."""
    folder = tmp_path_factory.mktemp("hostile")
    made = hostile.topic(folder / "topic")
    done = sites.build("--topic", made, guard=folder / "guard")
    assert done.returncode == 0, done.stdout + done.stderr
    return made


@pytest.fixture(scope="module")
def pages(topic: Path) -> Pages:
    """Return the pages of its site."""
    return sites.pages(topic / "site")


def _texts(pages: Pages) -> Iterator[tuple[str, str]]:
    """Yield every text with its place: that of a page without its drawings, of their names, and of attributes."""
    for name, page in pages.items():
        yield name, page.root.words("svg")
        for element in page.root.walk():
            if element.tag in ("title", "desc"):
                yield f"{name}: {element.tag}", element.words()
            yield from ((f"{name}: {key}", " ".join(value.split())) for key, value in element.attributes.items())


def test_text_is_shown_as_it_was_written(pages: Pages) -> None:
    """Wherever a text of the data stands, in the page or in an attribute, it has exactly its own characters."""
    changed = []
    for place, text in _texts(pages):
        for match in _MARKER.finditer(text):
            payload = hostile.PAYLOADS[hostile.letters().index(match[2])]
            shown = text[: match.start()].rstrip()
            written = (payload[1:], hostile.in_prose(payload)[1:])  # its first letter may have become a capital
            if not shown.endswith(written):
                changed.append((place, match[0], shown[-len(payload) - 20 :]))
    assert changed == []


def test_nearly_every_field_is_shown(pages: Pages, topic: Path) -> None:
    """The text fields of the data are on the pages, so that the tests here say something of each."""
    files = (file.read_text(encoding="utf-8") for file in (topic / "data").rglob("*.yml"))
    written = {match[1] for text in files for match in _MARKER.finditer(text)}
    shown = {match[1] for _, text in _texts(pages) for match in _MARKER.finditer(text)}
    assert len(written) > 70
    assert written - shown - _MAY_BE_HIDDEN == set()


def test_text_adds_no_element_and_no_attribute(pages: Pages, site_pages: Pages) -> None:
    """The hostile site has no element and no attribute that the real one does not have, but for a quotation."""
    own, real = ([one for page in some.values() for one in page.root.walk()] for some in (pages, site_pages))
    assert {one.tag for one in own} - {one.tag for one in real} <= {"blockquote"}
    assert {name for one in own for name in one.attributes} - {name for one in real for name in one.attributes} == set()
    assert {name: page.faults for name, page in pages.items() if page.faults} == {}


def test_text_is_no_instruction_of_the_build(topic: Path) -> None:
    """Braces in the data are shown as braces: nothing between them was run."""
    ran = [name for name, data in sites.content(topic / "site").items() if b"pwned" in data]
    assert ran == []


def test_text_makes_no_address(pages: Pages, topic: Path) -> None:
    """No link leads to a script or to another place than the data's own, and none is broken."""
    addresses = {
        one.attributes[name]
        for page in pages.values()
        for one in page.root.walk()
        for name in ("href", "src")
        if name in one.attributes and ":" in one.attributes[name]
    }
    assert {address for address in addresses if not address.startswith("https://gazette.example/lamp")} == set()
    assert sites.broken_links(topic / "site", pages) == []


def test_the_title_of_a_page_is_text(pages: Pages) -> None:
    """The theme does not escape the title of a page; ours does, for data and for the navigation."""
    for letter, payload in zip(hostile.letters(), hostile.PAYLOADS, strict=True):
        (title,) = (one for one in pages[f"statutes/lights-act-{letter}.html"].root.all("title") if one.inside("head"))
        assert title.words().startswith(f"{payload} {hostile.marker('Statute', 'citation', letter)}: ")


@pytest.fixture
def window(browser: Browser) -> Iterator[Window]:
    """Yield a window without the site's policy, in which a script of the data would run."""
    context = browser.new_context(bypass_csp=True)
    yield context.new_page()
    context.close()


def _listen(window: Window) -> list[str]:
    """Return a list that fills with whatever a script of the data would bring about."""
    heard: list[str] = []
    window.on("dialog", lambda dialog: (heard.append(f"dialog {dialog.message}"), dialog.dismiss()))
    window.on("pageerror", lambda error: heard.append(str(error)))
    return heard


def test_the_window_would_hear_a_script(window: Window) -> None:
    """In the window of these tests a payload runs when nobody escapes it."""
    heard = _listen(window)
    with window.expect_event("dialog"):
        window.set_content(hostile.PAYLOADS[8])
    assert heard == ["dialog "]


def test_no_script_of_the_data_runs(window: Window, topic: Path, pages: Pages) -> None:
    """No page of the hostile site runs a script of its text, even without the policy that would refuse it."""
    heard = _listen(window)
    with sites.served(topic / "site") as url:
        for name in pages:
            window.goto(f"{url}/{name}")
    assert heard == []


def test_search_shows_text_as_text(window: Window, topic: Path) -> None:
    """A result of search shows the characters of the data, and runs none of them."""
    heard = _listen(window)
    with sites.served(topic / "site") as url:
        window.goto(f"{url}/index.html")
        window.keyboard.press("/")
        window.get_by_role("searchbox").fill("onerror")
        results = window.get_by_role("dialog").get_by_role("listitem")
        expect(results.filter(has_text="<img src=x onerror=alert()>").first).to_be_visible()
        assert results.locator("img, script, svg").count() == 0
    assert heard == []


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "java&#115;cript:alert(1)",
        "data:text/html,<script>alert(1)</script>",
        "//evil.example/x",
        'https://a.example/" onclick="alert(1)',
        "https://a.example/a b",
        "https://www.c\u043engress.gov/",
        "https:///path",
    ],
)
def test_only_plain_web_addresses_are_accepted(address: str) -> None:
    """An address with another scheme, without a host, with a quote, a space or a look-alike letter is refused."""
    with pytest.raises(ValidationError, match="String should match pattern"):
        TypeAdapter(Url).validate_python(address)


@pytest.mark.parametrize(
    "name", ["__proto__", "__config", "Section-106", "..%2f..%2findex", "a/b", "a--b", "1a", "a_b"]
)
def test_only_plain_names_are_ids(name: str) -> None:
    """An id that could be a path, a key of JavaScript or another file on another system is refused."""
    with pytest.raises(ValidationError, match="String should match pattern"):
        TypeAdapter(Id).validate_python(name)


@pytest.mark.parametrize("text", ["one\ntwo", "[x][r]\n\n[r]: javascript:alert(1)", "x\n\n```\n\n</code>"])
def test_a_line_is_one_line(text: str) -> None:
    """A name or a label has no second line that could start a block of Markdown."""
    with pytest.raises(ValidationError, match="String should match pattern"):
        TypeAdapter(Line).validate_python(text)
