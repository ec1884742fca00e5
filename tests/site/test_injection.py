"""Text of the data is text: shown as it was written, never a tag, an attribute, an address or an instruction."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path

from scripts.links import dead_links
from tests import hostile, sites
from tests.site import reading
from tests.sites import Element, Page

Pages = dict[str, Page]
_HOLD_TEXT = {"content", "aria-label", "data-x-beside", "data-x-copy"}
"""The attributes that may hold a text of the data; none of them is an address, a style or code."""
_SHAPES = {
    *("svg", "g", "path", "line", "rect", "circle", "text", "tspan", "title", "desc", "style", "polygon", "polyline"),
    *("metadata", "RDF", "Description", "description", "subject", "source", "rights", "relation"),
}
"""The elements of our drawings."""
_MADE_OF_MARKDOWN = {
    *("body", "h1", "h2", "h3", "p", "ul", "li", "a", "blockquote", "code"),
    *("table", "thead", "tbody", "tr", "th", "td"),
}
"""The elements that Markdown has in what is taken away."""
_FEED = {
    *("feed", "entry", "id", "title", "subtitle", "updated", "author", "name", "rights", "link"),
    *("category", "content"),
}
"""The elements of a feed."""
_COPY = re.compile("(.*)-[a-z](.html)?")
"""An id or an address of one of the copies, each of which carries another payload."""


def test_text_is_shown_as_it_was_written(hostile_topic: Path, hostile_pages: Pages) -> None:
    """Wherever a text of the data stands, in pages and in files of every form, it has exactly its own characters."""
    texts, changed, shown = hostile.texts(hostile_topic), [], set()
    for place, text in (*reading.pages(hostile_pages), *reading.files(hostile_topic / "site")):
        for match in hostile.MARK.finditer(text):
            shown.add(match[0])
            was, now = " ".join(texts[match[0]].split()), text[: match.start()].rstrip()
            if not now.endswith((was, was[:1].upper() + was[1:])):  # a sentence begins with a capital
                changed.append((place, match[0], now[-len(was) - 20 :]))
    assert changed == []
    assert texts.keys() - shown == set()
    assert len(texts) > 70 * len(hostile.PAYLOADS)


def test_nearly_every_field_is_shown_on_a_page(hostile_topic: Path, hostile_pages: Pages) -> None:
    """The text fields of the data are on the pages, so that the tests here say something of each."""
    on_pages = " ".join(text for _, text in reading.pages(hostile_pages))
    places = {marker.strip("~").rpartition("-")[0] for marker in hostile.texts(hostile_topic)}
    assert {place for place in places if f"~{place}-" not in on_pages} == {
        "Source-independence_group",  # readers see how many groups there are, not what we call them
        "Chart-labels",  # in the drawing alone, in lines that it breaks where it needs to
        "Named-description",
        "Chart-note",
        "Correction-note",
    }


def test_text_adds_no_element_and_no_attribute(hostile_pages: Pages, site_pages: Pages, built_site: Path) -> None:
    """The hostile site has no element and no attribute that the real one does not have, but what Markdown has."""
    real = (site_pages | sites.frameless(built_site)).values()
    added = _forms(hostile_pages.values()) - _forms(real)
    own = {("h1", "lang"), ("figure", "data-fact")}  # of a title in another language, and of a marked number
    assert added - own == {("a", "title")}
    assert {name: page.faults for name, page in hostile_pages.items() if page.faults} == {}
    titled = {name for name, page in hostile_pages.items() for one in page.root.all("a") if "title" in one.attributes}
    assert titled == {"about/page.html"}  # where Markdown gives a link a title


def _forms(pages: Iterable[Page]) -> set[tuple[str, str]]:
    """Return each pair of an element and an attribute, and each element."""
    return {(one.tag, name) for page in pages for one in page.root.walk() for name in ("", *one.attributes)}


def test_copies_differ_in_their_words_alone(hostile_pages: Pages) -> None:
    """A record has the same elements on its page, on others and in frames, whatever its texts carry."""
    found: dict[tuple[str, str], set[tuple[object, ...]]] = defaultdict(set)
    for name, page in hostile_pages.items():
        copies = {match[1]: one for key, one in page.named.items() if (match := _COPY.fullmatch(key))}
        own = _COPY.fullmatch(name)
        for key, one in {**copies, **({"": page.root} if own else {})}.items():
            found[own[1] if own else name, key].add(_form(one))
    assert len(found) > 50
    assert {key: len(forms) for key, forms in found.items() if len(forms) > 1} == {}


def _form(root: Element) -> tuple[object, ...]:
    """Return the elements of a part of a page, each with the names of its attributes and its classes."""
    kept = (one for one in root.walk() if not one.inside("nav"))  # the first question has none before it
    # Whether a part stands open depends on how long it is.
    forms = Counter((one.tag, *sorted({*one.attributes} - {"open"}), one.attributes.get("class", "")) for one in kept)
    return tuple(sorted(forms.items()))


def test_text_makes_no_address_and_no_style(hostile_pages: Pages, hostile_topic: Path) -> None:
    """No text of the data is in an attribute but for words; no address leads elsewhere, and none is broken."""
    attributes = [
        (one.tag, key, value)
        for page in hostile_pages.values()
        for one in page.root.walk()
        for key, value in one.attributes.items()
    ]
    assert {key for _, key, value in attributes if hostile.MARK.search(value)} == _HOLD_TEXT
    rest = {(tag, key, value) for tag, key, value in attributes if key not in {*_HOLD_TEXT, "title"}}
    assert {one for one in rest if re.search(r"//evil|alert\(|javascript:|^on", f"{one[1]} {one[2]}")} == set()
    addresses = {value for _, key, value in rest if key in ("href", "src") and ":" in value}
    assert {one for one in addresses if not one.startswith(("https://gazette.example/lamp", "data:,"))} == set()
    assert list(dead_links(hostile_topic / "site")) == []


def test_text_is_no_instruction_of_the_build(hostile_topic: Path) -> None:
    """Braces in the data are shown as braces: nothing between them was run."""
    ran = [name for name, data in sites.content(hostile_topic / "site").items() if b"pwned" in data]
    assert ran == []


def test_the_title_of_a_page_is_text(hostile_pages: Pages) -> None:
    """The theme does not escape the title of a page; ours does, for data and for the navigation."""
    for letter, payload in zip(hostile.letters(), hostile.PAYLOADS, strict=True):
        page = hostile_pages[f"statutes/lights-act-{letter}.html"]
        (title,) = (one for one in page.root.all("title") if one.inside("head"))
        assert title.words().startswith(f"{payload} {hostile.marker('Statute', 'citation', letter)}: ")


def test_what_a_page_offers_to_embed_is_a_frame_and_nothing_else(hostile_pages: Pages) -> None:
    """Who copies the snippet gets one frame, whatever the title of what is shown in it."""
    snippets = [one for page in hostile_pages.values() for one in page.root.all("code", class_="x-embed__code")]
    assert len(snippets) > 3 * len(hostile.PAYLOADS)
    for snippet in snippets:
        _, frame = sites.parsed(snippet.words()).find("body").walk()
        assert (frame.tag, frame.words()) == ("iframe", "")
        assert {*frame.attributes} == {"src", "title", "width", "height", "loading", "frameborder"}
        assert re.fullmatch(r"embed/[\w/-]+\.html", frame.attributes["src"])


def test_files_to_take_away_hold_text_and_nothing_else(hostile_topic: Path) -> None:
    """Drawings have shapes and words, feeds entries, calendars events; no cell is a formula, no chart computes text."""
    site = hostile_topic / "site"
    for file in site.rglob("*.svg"):
        drawn = list(reading.xml(file).iter())
        assert {one.tag.rpartition("}")[2] for one in drawn} <= _SHAPES
        assert [name for one in drawn for name in one.attrib if "href" in name or name.startswith("on")] == []
        assert [value for one in drawn for value in one.attrib.values() if "evil" in value or "alert" in value] == []
    for file in site.rglob("*.csv"):
        cells = [cell for row in reading.rows(file) for cell in row]
        assert [cell for cell in cells if re.match(r"[=@\t\r\uff1d\uff0b\uff0d\uff20]|[+-](?![0-9.]+$)", cell)] == []
    for file in site.glob("charts/*.[wn]*.json"):
        text = file.read_text(encoding="utf-8")
        assert re.findall(r'"(?:url|href)": *"|"(?:expr|signal|update|test)": *"[^"]*~', text) == []
    for file in (site / "llms.txt", *site.rglob("*.md")):
        made = reading.markdown(file)
        assert {one.tag for one in made.walk()} <= _MADE_OF_MARKDOWN
        addresses = {one.attributes["href"] for one in made.all("a")}
        fit = re.compile(r"[\w/.-]+\.(txt|md|zip|json|atom|ics|bib|ris)|https://gazette.*")
        assert [one for one in addresses if not fit.fullmatch(one)] == []
    tags = {one.tag.partition("}")[2] for one in reading.xml(site / "changes.atom").iter()}
    assert tags <= _FEED
    assert reading.calendar(site / "events.ics")
    known = {item["id"] for item in reading.json_of(site / "cite/all.json")}
    assert {entry.key for entry in reading.library(site / "cite/all.bib").entries} == known
    assert {one["id"] for one in reading.references(site / "cite/all.ris")} == known
