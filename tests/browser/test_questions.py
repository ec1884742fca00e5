"""Questions in Chromium: the index is worked by chips, by links and by keys."""

from collections.abc import Callable
from itertools import pairwise

from playwright.sync_api import Page, expect

from macros.queries import Queries
from macros.views.questions import matrix

Visit = Callable[[str], Page]


def test_a_chip_leaves_the_questions_of_its_group(unscripted: Page, site_url: str, queries: Queries) -> None:
    """Without a script too, a chip shows one group of questions, and the first shows all again."""
    unscripted.goto(f"{site_url}/who-says-what.html")
    rows = unscripted.locator("tbody tr[id] > th").filter(visible=True)
    for group in matrix(queries).groups:
        unscripted.get_by_role("radio", name=f"{group.label} {len(group.rows)}").check(force=True)
        expect(rows).to_have_count(len(group.rows))
    unscripted.get_by_role("radio", name="All").check(force=True)
    expect(rows).to_have_count(len(queries.dataset.questions))


def test_the_closed_key_names_each_verdict(visit: Visit, queries: Queries) -> None:
    """Beside the shapes of the four verdicts stand their words, without a click, on a phone too."""
    page = visit("who-says-what.html")
    page.set_viewport_size({"width": 390, "height": 844})
    words = page.locator(".x-legend > summary .x-verdict").filter(visible=True).all_inner_texts()
    assert [one.strip() for one in words] == ["matches", "partly", "conflicts", "cannot be checked"]
    assert len(words) == len([one for one in matrix(queries).key if one.id not in ("says", "silent")])


def test_an_old_link_shows_its_row(visit: Visit, page: Page) -> None:
    """A link to a question on the index lands on its row, below the headings that stay in sight."""
    page.set_viewport_size({"width": 390, "height": 844})
    visit("who-says-what.html#filth-line")
    heading = page.get_by_role("columnheader", name="Question").bounding_box()
    row = page.locator("#filth-line").bounding_box()
    assert heading
    assert row
    assert heading["y"] == 0
    assert heading["height"] <= row["y"] + 1 < 844


def test_the_keyboard_stops_once_a_row(visit: Visit, queries: Queries) -> None:
    """Tab goes from one question to the next, and not through the cells."""
    page = visit("who-says-what.html")
    page.get_by_role("radio", name="All").check(force=True)  # those of one source too
    rows = matrix(queries).rows
    page.locator(f"#{rows[0].id} th a").focus()
    for row in rows[1:]:
        page.keyboard.press("Tab")
        expect(page.locator(f"#{row.id} th a")).to_be_focused()


def test_a_tap_on_a_shape_leads_to_what_the_source_answers(page: Page, site_url: str, queries: Queries) -> None:
    """On a phone the shapes are links to the answers, below names of sources that take little room and are whole."""
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{site_url}/who-says-what.html")
    heads = page.locator(".x-matrix thead th")
    assert max(head["height"] for one in heads.all() if (head := one.bounding_box())) <= 92
    assert heads.evaluate_all("all => all.every(one => one.scrollHeight <= one.clientHeight + 1)")
    row = next(row for row in matrix(queries).rows if row.group == "conflict")
    index, cell = next((n, cell) for n, cell in enumerate(row.cells) if cell.facts)
    page.locator(f"#{row.id} td").nth(index).click(position={"x": 12, "y": 14})
    expect(page).to_have_url(f"{site_url}/{row.href}#{cell.anchor}")
    expect(page.locator(f"#{cell.anchor}")).to_be_in_viewport()
    expect(page.locator("details", has=page.locator(f"#{cell.anchor}")).locator("summary")).to_be_in_viewport()


def test_names_of_sources_are_hit_on_a_phone(visit: Visit) -> None:
    """The heads of the matrix, which stand upright there, are 24 pixels wide, and none covers another."""
    page = visit("who-says-what.html")
    page.set_viewport_size({"width": 360, "height": 800})
    boxes = [box for one in page.locator("thead th a").all() if (box := one.bounding_box())]
    assert all(min(box["width"], box["height"]) >= 24 for box in boxes)
    assert all(one["x"] + one["width"] <= other["x"] for one, other in pairwise(boxes))
