"""Text of the data is text: shown as it was written, never a tag, an attribute, an address or an instruction."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect
from pydantic import BaseModel, ValidationError

from macros.model import Link, Source
from macros.model.values import Id
from tests import hostile, sites
from tests.factories import fields
from tests.sites import Element, Page

Pages = dict[str, Page]
_MARKER = re.compile("~([A-Za-z]+-[a-z_]+)-([a-z])~")
_NEVER_SHOWN = {
    "Source-independence",  # groups sources; readers see how many groups there are
    "Source-text",
}


@pytest.fixture(scope="module")
def hostile_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the site of a topic whose every text field carries a payload."""
    folder = tmp_path_factory.mktemp("hostile")
    topic = hostile.topic(folder / "topic")
    done = sites.build("--topic", topic, guard=folder / "guard")
    assert done.returncode == 0, done.stdout + done.stderr
    return topic / "site"


@pytest.fixture(scope="module")
def pages(hostile_site: Path) -> Pages:
    """Return its pages."""
    return sites.pages(hostile_site)


def _texts(pages: Pages) -> Iterator[tuple[str, str]]:
    """Yield every text of every page: that of the page without its drawings, and that of each attribute."""
    for name, page in pages.items():
        yield name, page.root.words("svg")
        for element in page.root.walk():
            yield from ((f"{name}: {key}", " ".join(value.split())) for key, value in element.attributes.items())


def test_text_is_shown_as_it_was_written(pages: Pages) -> None:
    """Wherever a text of the data stands, in the page or in an attribute, it has exactly its own characters."""
    changed = []
    for place, text in _texts(pages):
        for match in _MARKER.finditer(text):
            payload = hostile.PAYLOADS[hostile.letters().index(match[2])]
            shown = text[: match.start()].rstrip()
            if not shown[1 - len(payload) :] == payload[1:]:  # its first letter may have become a capital
                changed.append((place, match[0], shown[-len(payload) - 20 :]))
    assert changed == []


def test_every_field_was_tried(pages: Pages) -> None:
    """Nearly every text field of the data is shown somewhere, so that the tests here say something of it."""
    shown = {match[1] for _, text in _texts(pages) for match in _MARKER.finditer(text)}
    written = {match[1] for file in () for match in _MARKER.finditer(file)}
    assert sorted(written - shown) == []
    assert sorted(shown) == ["x"]
