"""The structure of each page can be heard: headings, landmarks, names, language."""

import re
from collections import defaultdict
from itertools import pairwise

import pytest

from macros.language import gettext
from tests import sites

pytestmark = pytest.mark.any_topic
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


Pages = dict[str, sites.Page]


def test_every_page_can_be_reached(site_pages: Pages) -> None:
    """Links lead from home to every page, but for the one that an unknown address shows."""
    reached, waiting = set(), {"index.html"}
    while waiting:
        reached |= waiting
        waiting = {target for name in waiting for _, target, _ in site_pages[name].links if target in site_pages}
        waiting -= reached
    assert set(site_pages) - reached == {"404.html"}


def test_headings_are_in_order(site_pages: Pages) -> None:
    """Each page has one heading of the first level, at the start, and no level is left out on the way down.

    The page that holds all others has one for itself and for each of them.
    """
    for name, page in site_pages.items():
        levels = [int(one.tag[1]) for one in page.root.walk() if one.tag in _HEADINGS]
        assert levels[:1] == [1], name
        assert levels.count(1) == 1 or name == "print.html", name
        assert all(after <= before + 1 for before, after in pairwise(levels)), name


def test_landmarks_frame_each_page(site_pages: Pages) -> None:
    """Each page has a banner, a main part, an imprint and named navigation; only the way past them stands outside."""
    for name, page in site_pages.items():
        assert [len(page.root.all(tag)) for tag in ("main", "footer")] == [1, 1], name
        outside = [one for one in page.root.all("a") if not any(map(one.inside, ("header", "main", "footer")))]
        (skip,) = outside
        assert skip.attributes["href"].partition("#")[2] in page.named, name
        navigations = [one.attributes.get("aria-label") for one in page.root.all("nav")]
        assert gettext("Main") in navigations
        assert all(navigations), name
        assert len(set(navigations)) == len(navigations), name


def test_the_first_link_skips_to_the_text(site_pages: Pages) -> None:
    """The first link of each page leads past what stands on every page, into its main part."""
    for name, page in site_pages.items():
        first = page.root.all("a")[0]
        assert first.attributes["href"].startswith("#"), name
        assert page.named[first.attributes["href"][1:]].inside("main"), name


def test_every_drawing_has_a_name(site_pages: Pages) -> None:
    """Each drawing is hidden from those who cannot see it, or says in words what it shows."""
    for name, page in site_pages.items():
        for drawing in page.root.all("svg"):
            if drawing.attributes.get("aria-hidden") == "true":
                continue
            titles = [one.words() for one in drawing if one.tag == "title"]
            assert drawing.attributes.get("role") in ("img", "group"), name
            assert drawing.attributes.get("aria-label") or any(titles), name


def _is_unheard(element: sites.Element) -> bool:
    """Whether only a pointer reaches a link: another one beside it, which is heard, leads to the same page."""
    return element.attributes.get("aria-hidden") == "true" and element.attributes.get("tabindex") == "-1"


def test_every_link_has_words(site_pages: Pages) -> None:
    """The name of each link has letters or figures: a mark alone, such as ¶, says nothing where it is read out."""
    for name, page in site_pages.items():
        for link in (one for one in page.root.all("a") if not _is_unheard(one)):
            words = f"{link.attributes.get('aria-label', '')}{link.words()}"
            assert any(letter.isalnum() for letter in words), f"{name}: {link.attributes}"


def test_every_control_has_a_name(site_pages: Pages) -> None:
    """Each button and field has words of its own or a label, and each table region a name."""
    for name, page in site_pages.items():
        for one in page.root.walk():
            is_control = one.tag in ("button", "summary", "a") or one.attributes.get("role") == "region"
            if is_control and not _is_unheard(one):
                assert one.attributes.get("aria-label") or one.words(), f"{name}: <{one.tag} {one.attributes}>"


def test_controls_of_one_name_open_the_same(site_pages: Pages) -> None:
    """Two buttons or disclosures of a page that do not do the same have names of their own; a chart's have its title.

    Buttons that close what covers the page are alike, and the page that holds all others repeats them.
    """
    for name, page in site_pages.items():
        opened = defaultdict[str, set[str]](set)
        controls = (*page.root.all("button"), *page.root.all("summary")) if "print.html" not in name else ()
        for one in (one for one in controls if "popovertargetaction" not in one.attributes):
            opened[one.attributes.get("aria-label") or one.words()].add(_opened(one, page))
        assert [label for label, found in opened.items() if len(found) > 1] == [], name


def _opened(control: sites.Element, page: sites.Page) -> str:
    """Return what a control opens: the addresses of facts, or else words; a button that opens nothing is itself."""
    target = page.named.get(control.attributes.get("popovertarget", ""))
    opened = control.getparent() if control.tag == "summary" else target
    if opened is None:
        return str(control.attributes)
    facts = [one.attributes["data-x-address"] for one in opened.all() if "data-x-address" in one.attributes]
    return " ".join(facts) or opened.words()


def test_the_language_is_told(site_pages: Pages) -> None:
    """Each page says which language it is in, and its title says which page of which site it is."""
    for name, page in site_pages.items():
        (html,) = page.root.all("html")
        assert re.fullmatch(r"[a-z]{2}(-[A-Z]{2})?", html.attributes["lang"]), name
        assert page.root.all("title")[0].words(), name
