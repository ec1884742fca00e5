"""A site in two languages: the same pages again, each in its language, and a way from one to the other."""

import json
import re
from pathlib import Path

import pytest

from scripts.links import dead_links
from tests import sites
from tests.edits import append

_ARABIC = """topics: [lamp]
access: read
title: المنارة تضيء
publisher: صحيفة الجزيرة
language: ar
kind: news report
interest: none
independence_group: jazira
issued: "1901-05-03"
basis: {kind: stated}
accessed: "1901-06-01"
unverifiable: It was read on paper
"""
_EVENT = """topics: [lamp]
access: read
citations:
  - {source: jazira, locator: p1, quote: {exact: أضاء الحارس المصباح, translation: The keeper lit the lamp}}
date: "1901-05-02"
basis: {kind: stated}
title: The lamp is lit again
summary: |-
  The keeper lights it.
category: opening
status: happened
"""
_TOLD = """# Told

It was lit {{ date("lamp-lit") }} and cost {{ number("lamp-cost-total", unit=true) }} {{ cite("lamp-lit") }}.

{{ notice() }}

It burns.[^1]

- [x] It is lit.

[^1]: At night.

{{ chart("lamp-cost-chart") }}
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the site of a small topic in English and Spanish, of which no record is translated."""
    folder = tmp_path_factory.mktemp("language")
    topic = sites.small_topic(folder / "topic", told=_TOLD)
    append(topic / "data" / "topic.yml", "translations: [es]\n")
    (topic / "data" / "sources" / "jazira.yml").write_text(_ARABIC, encoding="utf-8")
    (topic / "data" / "events" / "lamp-lit-again.yml").write_text(_EVENT, encoding="utf-8")
    sites.built("--topic", topic, "--site", folder / "site", guard=folder / "guard")
    return folder / "site"


def test_each_language_has_its_folder(site: Path) -> None:
    """The second language stands in a folder of its own; both sites lead to each other."""
    pages = sites.pages(site)
    assert pages["es/timeline.html"].root.all("html")[0].attributes["lang"] == "es"
    for name in ("timeline.html", "es/timeline.html"):
        assert {"timeline.html", "es/timeline.html"} <= {target for _, target, _ in pages[name].links}


def test_every_page_leads_to_itself_in_the_other_language(site: Path) -> None:
    """In the header and in the menu, with the language of what it leads to; no link is dead.

    A page for wrong addresses can lead to the other language only where the site has an address.
    """
    assert list(dead_links(site)) == []
    assert [file.parent for file in site.rglob("404.html")] == [site]
    for name, other, code in (("law.html", "es/law.html", "es"), ("es/law.html", "../law.html", "en")):
        page = sites.pages(site)[name]
        lists = page.root.all("ul", **{"class": "x-versions"})
        assert len(lists) == 2
        for one in lists:
            (link,) = (link for link in one.all("a") if "aria-current" not in link.attributes)
            assert link.attributes["hreflang"] == link.attributes["lang"] == code
            assert link.attributes["href"].removeprefix("./") == other


def test_the_interface_speaks_the_language_of_the_site(site: Path) -> None:
    """Words of templates, theme and scripts are Spanish; words of the topic say that they are not."""
    page = sites.pages(site)["es/timeline.html"]
    assert page.root.all("html")[0].attributes["lang"] == "es"
    shown = page.root.words("script")
    for word in ("Buscar", "Menú", "Más filtros", "Citar esta página", "Respaldo:"):
        assert word in shown
    for word in ("Search", "Evidence", "More filters", "Cite this page"):
        assert word not in shown
    marked = {one.words(): one for one in page.root.all("span", **{"class": "x-untranslated"})}
    assert {"The lamp is lit again", "The keeper lights it."} <= marked.keys()
    assert {one.attributes["lang"] for one in marked.values()} == {"en"}
    script = (site / "es" / "assets" / "explainer.js").read_text(encoding="utf-8")
    words, _ = json.JSONDecoder().raw_decode(script.partition("const words=")[2])
    assert words["copy link"] == "copiar enlace"


def test_what_markdown_adds_speaks_the_language_of_the_site(site: Path) -> None:
    """The way back from a footnote and the box of a task are named in it."""
    for name, title, label in (
        ("told.html", "Jump back to footnote 1 in the text", "done"),
        ("es/told.html", "Volver a la nota 1 en el texto", "hecho"),
    ):
        page = sites.pages(site)[name].root
        assert [one.attributes["title"] for one in page.all("a", **{"class": "footnote-backref"})] == [title]
        boxes = [one for one in page.all("input", type="checkbox") if "disabled" in one.attributes]
        assert [one.attributes["aria-label"] for one in boxes] == [label]


def test_a_page_says_that_parts_of_it_are_not_translated(site: Path) -> None:
    """Pages made from data say so too; in the language of the topic there is nothing to say."""
    pages = sites.pages(site)
    for name in ("timeline.html", "statutes/lights-act.html"):
        assert "aparece en su idioma original: English" in pages[f"es/{name}"].root.words()
        assert "original language" not in pages[name].root.words()


def test_what_macros_show_on_a_page_that_is_not_translated_is_told_apart(site: Path) -> None:
    """Dates, numbers, marks and blocks there are in the language of the site, and say so; the page is in its own."""
    page = sites.pages(site)["es/told.html"]
    (whole,) = (one for one in page.root.all("div", lang="en") if one.attributes["class"] == "x-untranslated")
    shown = [*whole.all("button"), *whole.all("figure"), *whole.all("p", **{"class": "x-notice"})]
    shown += [one for above in whole.all("bdi") for one in above.all("a")]
    around = [next(above for above in one.iterancestors() if "lang" in above.attributes) for one in shown]
    assert {(one.tag, one.attributes["lang"], one.attributes.get("dir")) for one in around} == {
        ("bdi", "es", "ltr"),
        ("div", "es", "ltr"),
        ("span", "es", None),
    }
    assert "1 de mayo de 1901" in {one.words() for one in around}
    assert not sites.pages(site)["told.html"].root.all("bdi", lang="en")


def test_no_attribute_holds_the_mark_of_another_language(site: Path) -> None:
    """A name that is read out is words alone, and a picture for other programs too."""
    for name, page in sites.pages(site).items():
        for one in page.root.walk():
            held = [key for key, value in one.attributes.items() if '"' in key or "<span" in str(value)]
            assert held == [], f"{name}: {one.tag}"
    assert not any("x-untranslated" in file.read_text(encoding="utf-8") for file in site.rglob("*.svg"))


@pytest.mark.parametrize(("folder", "ours"), [("", "Our translation: "), ("es/", "Traducción nuestra: ")])
def test_quotes_keep_their_language(site: Path, folder: str, ours: str) -> None:
    """Arabic words are marked as such and run from right to left; our translation stands beside, and says so."""
    page = sites.pages(site)[f"{folder}timeline.html"]
    (quote,) = (one for one in page.root.all("q", lang="ar"))
    assert quote.attributes["dir"] == "rtl"
    assert quote.words() == "أضاء الحارس المصباح"
    assert f"{ours}The keeper lit the lamp" in page.root.words()
    exhibits = sites.frameless(site)[f"{folder}binder.html"].root
    assert {one.attributes["dir"] for one in exhibits.all("blockquote", lang="ar")} == {"rtl"}
    assert f"{ours}The keeper lit the lamp" in exhibits.words()


def test_a_name_against_the_direction_leaves_dates_whole(site: Path) -> None:
    """Wherever a date follows an Arabic name, the name is kept apart, so that the day stays beside its month."""
    told = [page.root.words() for page in (*sites.pages(site).values(), *sites.frameless(site).values())]
    told += [file.read_text(encoding="utf-8") for file in (site / "cite").glob("*.txt")]
    beside = [part for text in told for part in re.findall("صحيفة الجزيرة(?=.?[,.] .{0,3}[0-9]).", text)]
    assert set(beside) == {"صحيفة الجزيرة\u2069"}
    source = sites.pages(site)["sources/jazira.html"]
    assert "1901" not in "".join(one.words() for one in source.root.all("bdi"))
