"""The HTML of the real site: closed, named, without anything that a strict policy or a screen reader stumbles over."""

import base64
import hashlib
import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from urllib.parse import urlsplit

from macros.queries import Queries
from tests.sites import Element, Page

Pages = dict[str, Page]


def _every(pages: Pages) -> Iterator[tuple[str, Element]]:
    return ((name, element) for name, page in pages.items() for element in page.root.walk())


def test_names_for_assistive_technology_exist(site_pages: Pages) -> None:
    """What a page refers to by id, such as a popover or the label of a drawing, stands on that page."""
    attributes = ("popovertarget", "aria-labelledby", "aria-describedby", "aria-controls", "for")
    missing = [
        f"{name}: {attribute}={wanted}"
        for name, element in _every(site_pages)
        for attribute in attributes
        for wanted in element.attributes.get(attribute, "").split()
        if wanted not in site_pages[name].ids
    ]
    assert missing == []


def test_ids_are_unique_on_a_page(site_pages: Pages) -> None:
    """No id stands twice on a page."""
    twice = {name: [i for i, count in Counter(page.ids).items() if count > 1] for name, page in site_pages.items()}
    assert {name: ids for name, ids in twice.items() if ids} == {}


def test_every_element_is_closed(site_pages: Pages) -> None:
    """End tags fit their start tags, and no attribute stands twice."""
    assert {name: page.faults for name, page in site_pages.items() if page.faults} == {}


def test_links_out_are_plain_web_addresses(site_pages: Pages) -> None:
    """An address that leaves the site is http or https, and nothing else such as javascript."""
    schemes = {
        (urlsplit(element.attributes[name]).scheme, bool(urlsplit(element.attributes[name]).netloc))
        for _, element in _every(site_pages)
        for name in ("href", "src", "action", "formaction", "xlink:href")
        if name in element.attributes
    }
    assert schemes <= {("", False), ("http", True), ("https", True)}


def test_pages_load_nothing_from_elsewhere(site_pages: Pages) -> None:
    """Style sheets, scripts and pictures are those of the site; what is inline stands in the policy by its hash.

    JSON-LD is data, which no browser runs, so that the policy does not ask for it.
    """
    for name, element in _every(site_pages):
        handlers = [attribute for attribute in element.attributes if attribute.startswith("on") or attribute == "style"]
        assert handlers == [], name
        if element.tag in ("script", "link", "img", "iframe", "object", "embed", "source", "image", "use"):
            address = element.attributes.get("src", element.attributes.get("href", ""))
            is_canonical = element.attributes.get("rel") == "canonical"
            assert is_canonical or not urlsplit(address).netloc, f"{name}: {address}"
        is_data = element.attributes.get("type") == "application/ld+json"
        if element.tag in ("script", "style") and not is_data and element.text:
            (policy,) = site_pages[name].root.all("meta", **{"http-equiv": "Content-Security-Policy"})
            digest = base64.b64encode(hashlib.sha256(element.text.encode()).digest()).decode()
            assert f" 'sha256-{digest}';" in policy.attributes["content"], name


def test_every_page_has_one_heading_a_title_and_a_description(site_pages: Pages, queries: Queries) -> None:
    """Each page has one first heading (the one for print all of them), a title of its own, and a description."""
    titles = []
    for name, page in site_pages.items():
        head, body = page.root
        (title,) = head.all("title")
        titles.append(title.words())
        assert title.words().endswith(queries.dataset.topic.title)
        assert page.root.attributes["lang"] == "en"
        assert [one.attributes["content"] for one in head.all("meta", name="description")] != [""]
        assert len(body.all("h1")) == 1 or name in ("404.html", "print.html"), name
    assert [title for title, count in Counter(titles).items() if count > 1] == []


def test_every_page_says_what_it_alone_holds(site_pages: Pages) -> None:
    """No two pages have the same description, but for the one that an unknown address shows."""
    metas = {name: page.root.all("meta", name="description") for name, page in site_pages.items() if name != "404.html"}
    told = Counter(one.attributes["content"] for found in metas.values() for one in found)
    assert [words for words, count in told.items() if count > 1] == []


def test_headings_do_not_skip_a_level(site_pages: Pages) -> None:
    """Below a heading comes one of the next level at most, so that an outline of the page makes sense."""
    for name, page in site_pages.items():
        levels = [int(one.tag[1]) for one in page.root.walk() if re.fullmatch("h[1-6]", one.tag)]
        assert [pair for pair in pairwise(levels) if pair[1] > pair[0] + 1] == [], name


def test_headings_of_rows_say_so(site_pages: Pages) -> None:
    """A heading in the body of a table says that it is that of its row, or of the rows below it."""
    headings = [element for _, element in _every(site_pages) if element.tag == "th" and not element.inside("thead")]
    assert headings
    assert {element.attributes.get("scope") for element in headings} <= {"row", "rowgroup"}
