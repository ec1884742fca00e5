"""Finding one's way on the real site: header, menu, contents, breadcrumbs, what leads on, and a wrong address."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from macros.queries import Queries
from tests.factories import ROOT

Visit = Callable[[str], Page]


def test_the_header_is_one_row(visit: Visit) -> None:
    """The header takes 48 pixels, and a line below, at each width."""
    page = visit("terms.html")
    for width in (320, 390, 768, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        box = page.locator(".x-masthead").bounding_box()
        assert box
        assert box["height"] <= 49, width


@pytest.mark.parametrize(("width", "name"), [(390, "Menu"), (1280, "More")])
def test_the_menu_needs_no_script(unscripted: Page, site_url: str, queries: Queries, width: int, name: str) -> None:
    """By keyboard and without scripts the menu opens, leads to every page, and closes on Escape."""
    page = unscripted
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(f"{site_url}/terms.html")
    page.get_by_role("button", name=name).focus()
    page.keyboard.press("Enter")
    links = page.locator("#__menu a:visible:not(.x-versions a)")
    labels = [str(entry.label) for entry in queries.dataset.topic.nav[1:]]
    assert links.all_inner_texts() == labels
    expect(page.locator("#__menu a[aria-current=page]:not(.x-versions a)")).to_have_text("Terms")
    page.keyboard.press("Escape")
    expect(page.locator("#__menu")).to_be_hidden()


def test_contents_follow_the_reader(visit: Visit) -> None:
    """In a wide window the contents stay in sight, beside the text, and mark the section that is read."""
    page = visit("law.html#compared")
    page.set_viewport_size({"width": 1280, "height": 800})
    contents = page.get_by_role("navigation", name="On this page")
    current = contents.get_by_role("link", name="Penalties compared")
    expect(current).to_be_in_viewport()
    page.wait_for_function("one => one.matches(':target-current')", arg=current.element_handle())
    assert contents.evaluate(
        "one => one.getBoundingClientRect().left > document.querySelector('article').getBoundingClientRect().right"
    )
    page.set_viewport_size({"width": 1000, "height": 800})
    expect(contents.get_by_role("link").first).to_be_hidden()
    contents.get_by_text("On this page").click()
    expect(contents.get_by_role("link").first).to_be_visible()


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize(
    ("name", "place"),
    [("memo", "section-4"), ("memo", "memo-1327"), ("order-2018", "section-2"), ("terms", "letter-p")],
)
def test_links_within_a_page_follow_the_reader(visit: Visit, page: Page, name: str, place: str, width: int) -> None:
    """The sections of a document, and the letters of a list, stay in sight, and cover nothing that a link leads to."""
    page.set_viewport_size({"width": width, "height": 800})
    visit(f"{name}.html#{place}")
    links = page.locator(".x-jumps")
    expect(links).to_be_in_viewport(ratio=1)
    box, target = links.bounding_box(), page.locator(f"[id='{place}']").bounding_box()
    assert box
    assert target
    assert (box["y"], box["height"] <= 80) == (0, True)
    assert box["height"] <= target["y"] < 400


def test_home_keeps_things_beside_what_they_explain(visit: Visit) -> None:
    """In a wide window the numbers that measure the matter are seen with the picture, and each note at its line.

    What is wider than text begins below the notes of the sentences above, also where no heading parts them. Numbers,
    which have no note, leave no empty one in the margin, which would push those below it down.
    """
    page = visit("index.html")
    page.set_viewport_size({"width": 1280, "height": 800})
    picture, numbers = page.locator(".x-figure").first.bounding_box(), page.locator(".x-key-figures").bounding_box()
    assert picture
    assert numbers
    assert numbers["x"] >= picture["x"] + picture["width"]
    assert abs(numbers["y"] - picture["y"]) < 10
    below = """one => {
      const end = document.createElement('p');
      end.style = 'clear: both; margin: 0; height: 0';
      document.querySelector('article > p:has(.x-cite__mark)').after(end);
      const notes = end.getBoundingClientRect().top; // where nothing floats any more
      end.replaceWith(one);
      return one.getBoundingClientRect().top - notes;
    }"""
    for wide in (".x-asked", ".x-dates", ".x-figure", ".x-key-figures", ".x-compared"):
        assert page.locator(wide).first.evaluate(below) >= 0, wide
    floats = "all => all.map((one) => getComputedStyle(one, '::before').float)"
    bare = page.locator("article > p > .x-inline:not([data-x-beside])").evaluate_all(floats)
    assert set(bare) == {"none"}


def test_text_keeps_to_its_measure(visit: Visit) -> None:
    """A full line of text holds about 66 characters, however wide the window is."""
    page = visit("reasons.html")
    a_line = """all => {
      const lines = (one) => Math.round(one.clientHeight / parseFloat(getComputedStyle(one).lineHeight)) - 0.5;
      const sum = (of) => all.reduce((total, one) => total + of(one), 0);
      return sum((one) => one.textContent.length) / sum(lines); // of the last line of each, half is full
    }"""
    for width in (1280, 1920):
        page.set_viewport_size({"width": width, "height": 800})
        assert 56 <= page.locator("article > p").evaluate_all(a_line) <= 76


_HEIGHTS = """async (names) => {
  const heights = {};
  for (const name of names) {
    const frame = document.createElement("iframe");
    frame.style = "width: 390px; height: 844px; border: 0";
    frame.src = name;
    await new Promise((resolve) => { frame.onload = resolve; document.body.append(frame); });
    heights[name] = frame.contentDocument.documentElement.scrollHeight / 844;
    frame.remove();
  }
  return heights;
}"""
"""Measures pages in frames, in screens; to open so many of them in the window would take twice as long."""


def test_no_page_is_long_on_a_phone(visit: Visit, queries: Queries) -> None:
    """In every language a page that somebody wrote is at most fifteen screens high, and that of a question two.

    What is longer is folded.
    """
    docs, topic = ROOT / "docs", queries.dataset.topic
    files = [str(one.relative_to(docs).with_suffix(".html")) for one in docs.glob("**/*.md")]
    written = [name for name in files if name.split("/")[0] not in topic.translations]
    questions = [f"questions/{name}.html" for name in queries.dataset.questions]
    page = visit("llms.txt")  # whose policy forbids no frames
    for tag in ("", *topic.translations):
        heights = page.evaluate(_HEIGHTS, [f"/{tag}/{name}".replace("//", "/") for name in (*written, *questions)])
        high = {name: height for name, height in heights.items() if height > (2 if "/questions/" in name else 15)}
        assert high == {}
        assert len(heights) > 15 + len(questions)


@pytest.mark.parametrize(
    ("name", "way"),
    [
        ("statutes/usc-8-1325", ["Home", "The law"]),
        ("sources/reuters-2017", ["Home", "Sources"]),
        ("about/health", ["Home", "About"]),
    ],
)
def test_breadcrumbs_lead_back(visit: Visit, name: str, way: list[str]) -> None:
    """A page that the navigation does not name says where it belongs."""
    page = visit(f"{name}.html")
    crumbs = page.get_by_role("navigation", name="Breadcrumb").get_by_role("link")
    assert crumbs.all_inner_texts() == way
    crumbs.last.click()
    expect(page.get_by_role("navigation", name="Breadcrumb")).to_have_count(0)


def test_the_end_of_a_page_leads_on(visit: Visit) -> None:
    """After a page of the navigation stand the ones before and after it, and on the way a link to its top."""
    page = visit("timeline.html")
    top = page.get_by_role("link", name="Back to top")
    expect(top).not_to_be_in_viewport()
    page.evaluate("scrollTo(0, 5000)")
    top.click()
    page.wait_for_function("scrollY === 0")
    ends = page.get_by_role("navigation", name="Previous and next page").get_by_role("link")
    assert [one.get_attribute("href") for one in ends.all()] == ["order-2018.html", "reasons.html"]


def test_a_wrong_address_helps(visit: Visit, queries: Queries) -> None:
    """The page for an address that leads nowhere names the main pages, and searches for the words of the address."""
    page = visit("404.html")
    page.evaluate("history.replaceState(null, '', '/statutes/improper-entry.html')")
    for entry in queries.dataset.topic.nav:
        expect(page.get_by_role("main").get_by_role("link", name=str(entry.label), exact=True)).to_be_visible()
    page.get_by_role("button", name="Search for it").click()
    expect(page.get_by_role("searchbox")).to_have_value("improper entry")


def test_controls_have_names_of_their_own(visit: Visit) -> None:
    """Most marks and disclosures of a page are told apart by what is read out; only those of one fact are alike."""
    for name, selector in (("index", ".x-cite__mark"), ("timeline", ".x-evidence > summary")):
        page = visit(f"{name}.html")
        names = page.locator(selector).evaluate_all("all => all.map((one) => one.ariaLabel)")
        assert all(one.startswith("Evidence for “") for one in names)
        assert len(set(names)) >= 0.8 * len(names)


_KINDS = ("index", "memo", "terms", "timeline", "law", "statutes/usc-8-1325", "who-says-what", "es-US/order-2018")


def test_controls_can_be_hit(visit: Visit) -> None:
    """Whatever leads on or opens something, links in sentences too, is at least 24 pixels high and wide."""
    small = """all => all.filter((one) => {
      const { width, height } = one.getBoundingClientRect();
      const widened = parseFloat(getComputedStyle(one, "::before").width) || 0;
      return width && (height < 24 || Math.max(width, widened) < 24);
    }).map((one) => one.textContent)"""
    for name in _KINDS:
        page = visit(f"{name}.html")
        for width in (390, 1280):
            page.set_viewport_size({"width": width, "height": 800})
            controls = page.locator(":is(header, main) :is(a:not(svg *), button, summary)")
            assert controls.evaluate_all(small) == [], (name, width)


def test_no_label_of_a_drawing_covers_another(visit: Visit) -> None:
    """In charts and the timeline no text lies over another, and there no line of a document runs through a name."""
    covered = """all => all.flatMap((svg) => {
      const box = (one) => one.getBoundingClientRect();
      const texts = [...svg.querySelectorAll("text")].filter((one) => box(one).width);
      const lines = svg.closest(".x-lanes, .x-strip") ? [...svg.querySelectorAll(".x-rule")] : [];
      const meet = ([one, other]) =>
        Math.min(box(one).right, box(other).right) - Math.max(box(one).left, box(other).left) >= 0 &&
        Math.min(box(one).bottom, box(other).bottom) - Math.max(box(one).top, box(other).top) > 1;
      const pairs = texts.flatMap((one, at) => [...texts.slice(at + 1), ...lines].map((other) => [one, other]));
      return pairs.filter(meet).map((pair) => pair.map((one) => one.textContent));
    })"""
    for name in ("timeline", "numbers", "es-US/timeline"):
        page = visit(f"{name}.html")
        for width in (390, 1280):
            page.set_viewport_size({"width": width, "height": 800})
            assert page.locator("main svg").evaluate_all(covered) == [], (name, width)


def test_the_data_of_a_chart_fit_a_phone(visit: Visit) -> None:
    """Below a chart each number stands with its unit under the last, and nothing beyond the edge."""
    page = visit("numbers.html")
    page.set_viewport_size({"width": 320, "height": 800})
    page.locator(".x-figure__data > summary").first.click()
    table = page.locator(".x-figure__data .x-table").first
    assert table.evaluate("one => one.scrollWidth - one.clientWidth") <= 0
    assert "prosecutions" in table.locator("td[data-fact]").first.inner_text()


@pytest.mark.parametrize("name", ["index", "law", "es-US/index", "es-US/questions/force-of-the-memo"])
def test_no_page_is_wider_than_a_small_phone(visit: Visit, name: str) -> None:
    """At 320 px nothing makes the page scroll sideways, the header least of all."""
    page = visit(f"{name}.html")
    page.set_viewport_size({"width": 320, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
