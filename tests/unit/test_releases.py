"""What changed between published versions, for the page that lists them, for feeds and for citations."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from selectolax.lexbor import LexborHTMLParser

from macros import language, site
from macros.exports.references import Pin
from macros.load import load, read_docs
from macros.model import (
    Correction,
    Dataset,
    Docs,
    Event,
    PageSource,
    Question,
    Source,
    Statement,
    Term,
)
from macros.review import versions
from macros.review.report import report
from macros.review.state import State
from macros.review.versions import Release, Version
from scripts.versions import main as unpack
from tests.edits import change
from tests.factories import GOOD_TOPIC, dataset, make, queries_of
from tests.sites import Command

_EVENT = "data/events/lamp-lit.yml"


def _topic(folder: Path, *changes: tuple[str, str, str]) -> str:
    """Return a copy of the small topic; each change is a file, words of it, and others instead."""
    shutil.copytree(GOOD_TOPIC, folder)
    for name, was, now in changes:
        change(folder / name, was, now)
    return str(folder)


def _state(folder: str) -> State:
    return _of(load(Path(folder)), read_docs(Path(folder)))


def _of(data: Dataset, docs: Docs) -> State:
    return State(data, {f"docs/{path}": page.text.encode() for path, page in docs.pages.items()}, docs=docs)


@pytest.fixture
def found(tmp_path: Path) -> tuple[Version, ...]:
    """Return the present, in which a page has changed; two versions between which an event has; and one of bad data."""
    burns = (_EVENT, "title: The lamp is lit", "title: The lamp burns")
    present = _topic(tmp_path / "c", burns, ("docs/index.md", "was lit", "burned"))
    releases = [
        Release("published-3", "1901-09-01", _topic(tmp_path / "b", burns)),
        Release("published-2", "1901-08-01", _topic(tmp_path / "a")),
        Release("published-1", "1901-07-01", _topic(tmp_path / "bad", (_EVENT, "status: happened", "state: over"))),
    ]
    return versions.versions(releases, _state(present))


def test_each_version_is_compared_with_the_one_before(found: tuple[Version, ...]) -> None:
    """The present comes first; the first version changed nothing, and of one in another form nothing can be told."""
    assert [(one.name, one.day, one.since) for one in found] == [
        ("", "1901-06-01", "published-3"),
        ("published-3", "1901-09-01", "published-2"),
        ("published-2", "1901-08-01", "published-1"),
        ("published-1", "1901-07-01", ""),
    ]
    assert [one.report is None for one in found] == [False, False, True, True]
    assert [[block.title for block in one.blocks("Changed")] for one in found] == [[], ["The lamp burns"], [], []]
    assert found[1].blocks("New") == ()


def test_the_page_says_of_each_version_what_is_known(found: tuple[Version, ...]) -> None:
    """Each has its day, with an address where the site has one, and what changed, or why that cannot be told."""
    (page,) = versions.pages(found, queries_of())
    assert (page.path, page.head.title) == ("versions.md", "Published versions")
    assert page.head.description == "Each published version, and what changed in it."
    tree = LexborHTMLParser(page.body)
    told = {one.attributes["id"]: " ".join(one.text(separator=" ").split()) for one in tree.css("section")}
    assert told["now"].startswith("Now Since the version published-3: No fact changed; 1 page with other words.")
    assert "Title: was “The lamp is lit”, now “The lamp burns”" in " ".join(tree.css("#published-3")[0].text().split())
    assert (
        told["published-2"]
        == "published-2 Published on 1 August 1901 What changed cannot be told: the data had another form."
    )
    assert told["published-1"] == "published-1 Published on 1 July 1901 The first version that is known here."
    topic = dataset().topic.model_copy(update={"site_url": "https://lamp.example/"})
    (page,) = versions.pages(found, queries_of(topic=topic))
    links = [one.attributes["href"] for one in LexborHTMLParser(page.body).css("h2 a")]
    assert links == [f"https://lamp.example/versions/published-{number}/index.html" for number in (3, 2, 1)]
    assert list(versions.pages((), queries_of())) == []


def test_a_citation_is_pinned_to_the_newest_version(found: tuple[Version, ...]) -> None:
    """What reads otherwise there is named: the page that has changed since, and no other."""
    assert versions.pin(found) == Pin("published-3", "1901-09-01", frozenset({"page-index", "page-versions"}))
    assert versions.pin(found[2:]) is None
    assert versions.pin(()) is None


def _releases(was: State, now: State) -> tuple[Version, ...]:
    """Return the present and two versions, the newer of which has what differs."""
    return (
        Version("", "1901-10-01", "b", report(now, now)),
        Version("b", "1901-09-01", "a", report(was, now)),
        Version("a", "1901-08-01", "", None),
    )


def test_a_feed_has_each_fact_that_reads_otherwise(found: tuple[Version, ...]) -> None:
    """A changed fact has what it said and says, and leads to where it stands; one that is gone leads to the version."""
    (changed,) = versions.changes(found)
    assert changed.title == "Changed: The lamp burns"
    assert changed.text.splitlines() == [
        "Title: was “The lamp is lit”; now “The lamp burns”",
        "Why: no correction is recorded.",
        "Sources: Gull Gazette, 1901",
    ]
    assert (changed.day, changed.kind, changed.href) == ("1901-09-01", "changed", "facts.html#lamp-lit")
    assert changed.id.startswith("urn:uuid:")
    keeper, warden = (State(dataset(terms={name: make(Term, label=name)})) for name in ("keeper", "warden"))
    removed, added = versions.changes(_releases(keeper, warden))
    assert (removed.title, removed.kind, removed.href) == ("Removed: keeper", "removed", "versions.html#b")
    assert removed.text.splitlines()[-2:] == ["Why: no correction is recorded.", "Sources: Gull Gazette"]
    assert (added.title, added.kind, added.href) == (
        "New facts in the version of 1901-09-01: 1",
        "new",
        "versions.html#b",
    )
    assert added.text == "warden (Sources: Gull Gazette)"
    assert len({changed.id, removed.id, added.id}) == len((changed, removed, added))


def test_a_feed_tells_a_part_that_is_new_or_gone() -> None:
    """It has the one side that there is."""
    bare, other = (State(dataset(terms={"keeper": make(Term, aliases=names)})) for names in ((), ("warden",)))
    (new,), (gone,) = versions.changes(_releases(bare, other)), versions.changes(_releases(other, bare))
    assert (new.text.splitlines()[0], gone.text.splitlines()[0]) == ("Aliases: now “warden”", "Aliases: was “warden”")


def test_a_fact_with_a_correction_is_in_a_feed_already() -> None:
    """A change that a correction explains is no entry, and neither is the correction."""
    was, now = dataset(terms={"keeper": make(Term)}), make(Term, label="warden")
    correction = make(Correction, entity="keeper", citations=None)
    corrected = dataset(terms={"keeper": now}, corrections={"keeper-label": correction})
    assert list(versions.changes(_releases(State(was), State(corrected)))) == []


@pytest.fixture
def build(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[pytest.MonkeyPatch]:
    """Build the small topic, a term of which has another name than in its two releases."""
    now = ("data/terms/keeper.yml", "label: keeper", "label: warden")
    released = _topic(tmp_path / "a", ("data/terms/keeper.yml", "label: keeper", "label: watchman"))
    monkeypatch.setenv(site.TOPIC_VARIABLE, _topic(tmp_path / "now", now))
    releases = [[f"published-{number}", f"1901-07-0{number}", released] for number in (2, 1)]
    monkeypatch.setenv(versions.VARIABLE, json.dumps(releases))
    caches = (site.current, versions.released, versions.pinned)
    for one in caches:
        one.cache_clear()
    yield monkeypatch
    for one in caches:
        one.cache_clear()
    monkeypatch.undo()
    language.use("en")


def test_a_build_leads_to_its_versions(build: pytest.MonkeyPatch) -> None:
    """Its foot leads to a page of the site, and citations know what differs; a preview has no such page."""
    assert versions.links() == [("versions.html", "Published versions")]
    assert [one.path for one in versions.generated_pages(None)] == ["versions.md"]
    assert not [*versions.generated_pages({"versions.md"})]
    pin = versions.pinned()
    assert pin
    assert (pin.version, pin.day, "keeper" in pin.changed) == ("published-2", "1901-07-02", True)
    assert versions.shown() is None, "a term has changed since"
    changes = versions.feed_changes()
    assert changes is not None
    assert list(changes) == []
    build.delenv(versions.VARIABLE)
    versions.released.cache_clear()
    versions.pinned.cache_clear()
    assert versions.links() == []
    assert versions.pinned() is None
    assert not [*versions.generated_pages(None)]
    assert versions.feed_changes() is None


def test_a_translation_has_no_versions_of_its_own(build: pytest.MonkeyPatch) -> None:
    """Its foot leads to those of the topic, with the name of that language; its feeds say that they do not tell."""
    assert [one.name for one in versions.released()] == ["", "published-2", "published-1"]
    build.setenv(language.VARIABLE, "es")
    language.use("en")
    versions.released.cache_clear()
    assert [one.name for one in versions.released()] == ["", "published-2"], "citations need the newest alone"
    assert versions.links() == [("../versions.html", "Versiones publicadas (English)")]
    assert not [*versions.generated_pages(None)]
    assert versions.feed_changes() is None


def test_what_stands_elsewhere_cannot_be_cited_there() -> None:
    """A record whose page moved reads otherwise in the version, though it did not change; others do not."""
    front, days = PageSource(text="# The lamp"), PageSource(text="# Days\n\n{{ timeline() }}")
    was = _of(dataset(events={"lit": make(Event)}), Docs({"index.md": front, "days.md": days}, {}, ()))
    now = _of(was.dataset, Docs({"index.md": front, "year.md": days}, {}, ()))
    found = (Version("", "1901-10-01", "b", report(was, now)), Version("b", "1901-09-01", "", None))
    assert versions.pin(found) == Pin("b", "1901-09-01", frozenset({"lit", "page-year", "page-versions"}))


def test_a_topic_of_another_language_tells_changes_in_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """What happened to its facts and pages, and what was and is; only the names of fields are those of its files."""
    monkeypatch.setenv(language.VARIABLE, "es")
    language.use("es")
    new: dict[str, Any] = {
        "sources": {name: make(Source) for name in ("gazette", "herald")},
        "statements": {"old": make(Statement)},
        "questions": {"how-many": make(Question)},
    }
    try:
        was, now = (
            State(dataset(terms={"keeper": make(Term)}, sources={"gazette": make(Source)})),
            State(dataset(terms={"keeper": make(Term, label="faro")}, **new)),
        )
        told = _releases(was, now)
        (page,) = versions.pages(told, queries_of())
        change, _ = versions.changes(told)
    finally:
        monkeypatch.undo()
        language.use("en")
    words = " ".join(LexborHTMLParser(page.body).text(separator=" ").split())
    assert "Hechos: 3 nuevos, 1 cambiado." in words
    assert "faro término Label: antes « keeper », ahora « faro »" in words
    assert ": The lamp is old (sin fecha)." in words
    assert "Las citas no se pueden cotejar: It was read on paper." in words
    assert "Nuestra conclusión: Nobody says. Respuestas: Gull Gazette: The lamp is lit: no lo dice." in words
    assert change.text.splitlines()[0] == "Label: antes «keeper»; ahora «faro»"
    assert "Ningún hecho cambió." in words


def test_versions_without_a_site_are_wrong_usage(topic: Path, tmp_path: Path, command: Command) -> None:
    """Where nothing was built yet, versions have no site to lie in, and the command says what to do."""
    status, _, said = command(unpack, "--topic", topic, tmp_path)
    assert status == 2
    assert said.endswith(f"error: {topic / 'site'} is not a folder: build the site first\n")
