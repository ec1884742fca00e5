"""Mentions on the pages of the site: each opens a definition, none stands in a quotation."""

from collections.abc import Mapping
from pathlib import Path

from tests.sites import Page


def test_every_mention_of_the_site_opens_a_definition_of_its_page(site_pages: Mapping[str, Page]) -> None:
    """Each page carries what its mentions open, each definition once, and no definition that none opens."""
    count = 0
    for name, page in site_pages.items():
        if name.startswith("print"):
            continue  # one document of all pages, where a mention is a link
        opened = {button.attributes["popovertarget"] for button in page.root.all("button", **{"class": "x-mention"})}
        count += len(opened)
        assert sorted(i for i in page.ids if i.startswith("definition-")) == sorted(opened), name
    assert count > 0


def test_no_mention_stands_in_a_quotation_of_the_site(site_pages: Mapping[str, Page]) -> None:
    """The words of a source are shown without marks of ours."""
    for name, page in site_pages.items():
        mentions = page.root.all("button", **{"class": "x-mention"})
        assert not [one for one in mentions if one.inside("q") or one.inside("blockquote")], name


def test_pages_stay_light(built_site: Path) -> None:
    """The definitions of a page weigh less than a tenth of the page, for they stand there once."""
    text = (built_site / "timeline.html").read_text(encoding="utf-8")
    assert len(text) - text.index('<div class="x-definitions">') < len(text) / 10
