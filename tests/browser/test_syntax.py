"""One page with every syntax of Material that needs no script: it becomes elements, and these can be seen and used."""

import shutil
from collections.abc import Iterator
from typing import Literal

import pytest
from playwright.sync_api import Page, expect

from tests import sites
from tests.browser import axe
from tests.factories import ROOT

_PAGE = ROOT / "tests" / "browser" / "syntax"
_MADE = {
    "admonition": ".admonition.note > .admonition-title",
    "admonition within another": ".admonition.warning > .admonition.tip",
    "admonition without a title": ".admonition.danger:not(:has(.admonition-title))",
    "admonition in the margin": ".admonition.info.inline.end",
    "folded": "details.question:not([open]) > summary",
    "unfolded": "details.example[open]",
    "block": ".admonition.success",
    "folded block": "details:not([class]) > summary",
    "tabs": ".tabbed-set.tabbed-alternate > input[type=radio] ~ .tabbed-labels > label",
    "code with a title": ".highlight span.filename",
    "numbers of lines": ".highlighttable .linenos",
    "marked lines": ".highlight .hll",
    "highlighted code": ".language-yaml.highlight .nt",
    "highlighted code in a line": "p code.highlight .nb",
    "task that is done": ".task-list-item [type=checkbox][checked]",
    "task that is not": ".task-list-item [type=checkbox]:not([checked])",
    "definition list": "dl > dt + dd",
    "list in a list": "ol > li > ol > li > ul",
    "table": "table:not([class]) > tbody > tr > td",
    "mark, insertion, deletion": "p:has(mark):has(ins):has(del)",
    "subscript and superscript": "p:has(sub):has(sup)",
    "critic": "p:has(ins.critic):has(del.critic):has(mark.critic):has(.critic.comment)",
    "footnote": ".footnote li[id='fn:1']",
    "reference to a footnote": "sup[id='fnref:1'] > a.footnote-ref[href='#fn:1']",
    "abbreviation": "abbr[title='Hyper Text Markup Language']",
    "keys": ".keys > kbd.key-control + span + kbd.key-alt",
    "quotation": "blockquote > p + p",
    "rule": "hr",
    "icon": ".twemoji > svg",
    "icon with a size": ".twemoji.lg.middle > svg",
    "button": "a.md-button:not(.md-button--primary)",
    "first button": "a.md-button.md-button--primary",
    "cards": ".grid.cards > ul > li > hr",
    "grid": ".grid > .card + blockquote",
    "caption": "figure > figcaption",
    "lazy picture": "figure img[loading=lazy]",
    "id of an editor's own": "h3#chosen.quiet",
    "heading in Russian": "h2[id='что-случилось']",
    "heading in Japanese": "h2[id='灯の話']",
}
"""What the page holds, with what each becomes."""
_LITERAL = ("!!!", "???", "===", "~~", "^^", "++", "[ ]", "[x]", "[^", "*[", ":material", ":smile", "{ .", "///", "```")
"""Signs that are published where a syntax is not understood."""


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Return the address of the page, built by the command from a topic that has it."""
    folder = tmp_path_factory.mktemp("syntax")
    topic = sites.small_topic(folder / "topic", syntax=(_PAGE / "syntax.md").read_text(encoding="utf-8"))
    shutil.copy(_PAGE / "lamp.svg", topic / "docs")
    done = sites.build("--topic", topic, "--site", folder / "site", guard=folder / "guard")
    assert done.returncode == 0, done.stdout + done.stderr
    with sites.served(folder / "site") as url:
        yield f"{url}/syntax.html"


@pytest.fixture
def shown(page: Page, address: str) -> Page:
    """Return the page in a window."""
    page.goto(address)
    return page


def test_every_syntax_becomes_an_element(shown: Page) -> None:
    """Nothing is published as the signs that an editor wrote, and nothing has a style of its own."""
    assert [name for name, selector in _MADE.items() if not shown.locator(f"article {selector}").count()] == []
    words = shown.locator("article").inner_text()
    assert [sign for sign in _LITERAL if sign in words] == []
    assert "Section (c) stays (c), a → b, ≠ and ±." in words
    assert "😄" in words
    assert shown.locator("[style]").count() == 0


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (1280, "dark"), (360, "light")])
def test_it_can_be_read(page: Page, address: str, width: int, scheme: Literal["light", "dark"]) -> None:
    """The policy lets everything through, axe finds nothing, and no side of it hangs over the window."""
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme=scheme)
    heard: list[str] = []
    page.on("console", lambda message: heard.append(message.text))
    page.on("request", lambda request: heard.append(request.url) if not request.url.startswith("http://127") else None)
    page.goto(address)
    for folded in page.locator("article details").all():
        folded.evaluate("one => one.open = true")
    assert heard == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert axe.violations(page) == []
    assert page.locator("img[src$='#only-dark']").is_visible() == (scheme == "dark")
    assert page.locator("img[src$='#only-light']").is_visible() == (scheme == "light")


def test_columns_stand_as_they_are_told(shown: Page) -> None:
    """The policy forbids styles in the page; columns are aligned all the same."""
    cells = shown.locator("table:not([class]) tbody tr").first.locator("td").all()
    sides = [cell.evaluate("e => getComputedStyle(e).textAlign") for cell in cells]
    assert [side.removeprefix("-webkit-") for side in sides] == ["left", "left", "center", "right"]


def test_tabs_are_worked_by_keys_and_without_scripts(unscripted: Page, address: str) -> None:
    """An arrow key leads from tab to tab, and shows where the focus is and which tab is open."""
    page = unscripted
    page.goto(address)
    expect(page.get_by_text("The second tab")).to_be_hidden()
    page.locator(".tabbed-set > input").first.focus()
    page.keyboard.press("ArrowRight")
    expect(page.get_by_text("The second tab")).to_be_visible()
    expect(page.locator(".tabbed-labels")).to_have_css("outline-style", "solid")


def test_a_link_into_a_tab_leads_to_words_that_show(unscripted: Page, address: str) -> None:
    """What stands in a tab that is not open is shown when a link leads to it, from its page or from another."""
    page = unscripted
    page.goto(address)
    within = page.locator("#in-the-second")
    expect(within).to_be_hidden()
    page.get_by_role("link", name="a way into it").click()
    expect(within).to_be_in_viewport()
    page.goto("about:blank")
    page.goto(f"{address}#in-the-second")
    expect(within).to_be_in_viewport()


def test_everything_is_on_paper(shown: Page) -> None:
    """Folded boxes and hidden tabs are open on paper."""
    shown.emulate_media(media="print")
    expect(shown.get_by_text("What was hidden.")).to_be_visible()
    expect(shown.get_by_text("The second tab")).to_be_visible()


_LOOK = "(e, [part, name]) => getComputedStyle(e, part)[name]"


def test_forced_colours_keep_what_differs(page: Page, address: str) -> None:
    """The open tab and a task that is done look unlike the others where the system chooses the colours."""
    page.emulate_media(forced_colors="active", color_scheme="dark")
    page.goto(address)
    tabs = [one.evaluate(_LOOK, [None, "borderBottomColor"]) for one in page.locator(".tabbed-labels > label").all()]
    assert len(set(tabs)) == 2
    tasks = page.locator(".task-list-indicator").all()
    assert len({one.evaluate(_LOOK, ["::before", "maskImage"]) for one in tasks}) == 2
    paper = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert paper not in [one.evaluate(_LOOK, ["::before", "backgroundColor"]) for one in tasks]
