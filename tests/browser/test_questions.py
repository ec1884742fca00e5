"""Questions in Chromium: the index is worked by chips, by links and by keys."""

from collections.abc import Callable

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
    page.locator(f"#{rows[0].id} a").focus()
    for row in rows[1:]:
        page.keyboard.press("Tab")
        expect(page.locator(f"#{row.id} a")).to_be_focused()
