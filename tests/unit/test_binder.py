"""Exhibits: each quotation once, with all that is needed to find and to check it."""

from pathlib import Path

import pytest

from macros.exports import binder
from macros.load import load
from macros.model import Event, Source
from scripts.binder import main
from tests import sites
from tests.factories import GOOD_TOPIC, make, queries_of


def _written(command: sites.Command, folder: Path, *arguments: str) -> tuple[int, str, str]:
    """Return the status of the command, the words of the page that it writes, and its messages."""
    file = folder / "out.html"
    status, printed, error = command(main, "--topic", GOOD_TOPIC, "--out", file, *arguments)
    pages = sites.pages(folder)
    return status, pages["out.html"].root.words("style") if pages else "", printed + error


def test_an_exhibit_can_be_found_and_checked(command: sites.Command, tmp_path: Path) -> None:
    """It has a number, the words, source, place, link, digest, the day it was read, and whether it was verified."""
    status, words, said = _written(command, tmp_path, "lamp-lit", "--title", "For the court")
    source = load(GOOD_TOPIC).sources["gazette"]
    assert status == 0
    assert f" exhibits are in {tmp_path / 'out.html'}\n" in said
    assert "Exhibits: For the court" in words
    assert words.count("Exhibit 1 ") == 1
    assert source.text
    for told in (source.title, source.publisher, "paragraph", str(source.accessed), source.text.sha256):
        assert str(told) in words
    assert "Verification✓ verified word for word" in words
    assert "Stands behindThe lamp is lit" in words


def test_an_exhibit_leads_to_its_source_or_to_every_copy() -> None:
    """Where nobody knows which of several copies has the words, each of them is named."""
    copies = [{"url": f"https://{name}.example/", "opened": True, "label": name} for name in ("one", "two")]
    cited = {"source": "gazette", "locator": "p1", "quote": {"exact": "The lamp"}}
    queries = queries_of(
        sources={"gazette": make(Source, link=None, copies=copies)}, events={"lit": make(Event, citations=(cited,))}
    )
    html, _ = binder.page("Lamps", ["lit"], queries)
    assert all(f'<a href="https://{name}.example/" rel="external">{name}</a>' in html for name in ("one", "two"))


def test_a_quotation_that_two_facts_share_is_one_exhibit(command: sites.Command, tmp_path: Path) -> None:
    """A fact that is named twice, by itself and by its page, has its passages once."""
    _, once, _ = _written(command, tmp_path, "lamp-lit")
    _, twice, _ = _written(command, tmp_path, "lamp-lit", "lamp-lit")
    assert once == twice


def test_a_page_is_named_by_its_address(command: sites.Command, tmp_path: Path) -> None:
    """The page of a question brings the passages of the facts that answer it."""
    status, words, _ = _written(command, tmp_path, "--page", "questions/what-it-cost.html")
    assert status == 0
    assert "Exhibits: What did the lamp cost?" in words
    assert "Stands behind" in words
    assert "more than 500 pounds" in words


@pytest.mark.parametrize(
    ("arguments", "title"),
    [
        (("--page", "facts.md"), "Exhibits: Facts"),
        (("--page", "sources/gazette.html"), "Exhibits: Gull Gazette"),
        (("--page", "lamp-lit"), "Exhibits: The lamp is lit"),
        (("--page", "lamp-cost-total"), "Exhibits: The lamp on Gull Island"),
        (("--page", "facts.md", "lamp-lit"), "Exhibits: The lamp on Gull Island"),
        (("--page", "facts.md", "--title", "For the court"), "Exhibits: For the court"),
    ],
)
def test_the_exhibits_behind_one_page_have_its_title(
    command: sites.Command, tmp_path: Path, arguments: tuple[str, ...], title: str
) -> None:
    """Without another title they have that of the page, unless more than it is named."""
    assert title in _written(command, tmp_path, *arguments)[1]


@pytest.mark.parametrize(
    ("arguments", "status", "message"),
    [
        (("lamp-litt",), 2, "there is no record 'lamp-litt': did you mean \"lamp-lit\"?"),
        (("--page", "nowhere.html"), 2, "there is no page 'nowhere.html': known: "),
        ((), 2, "name records by their ids, or pages with --page"),
        (("lamp-cost-chart",), 1, "None of these quotes a source, so there is nothing to write."),
    ],
)
def test_what_cannot_be_written_is_said(
    command: sites.Command, tmp_path: Path, arguments: tuple[str, ...], status: int, message: str
) -> None:
    """A wrong name, no name, or facts without quotations are no empty page."""
    found, words, said = _written(command, tmp_path, *arguments)
    assert (found, words) == (status, "")
    assert message in said
