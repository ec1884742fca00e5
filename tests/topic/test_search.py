"""The records of this topic can be found."""

from macros import search
from macros.queries import Queries


def test_every_record_a_reader_looks_for_can_be_found(queries: Queries) -> None:
    """Each record of a kind that can be found has an entry with a title, which leads to its place."""
    entries = {entry.url: entry for entry in search.entries(queries)}
    wanted = {queries.href(name): kind for name, kind in queries.kinds.items() if kind in search.KINDS}
    pages = tuple(queries.documents.values())
    parts = {url for name in pages for url in entries if url.startswith(f"{name}#section-")}
    versions = {f"{tag}/index.html" for tag in queries.dataset.topic.translations}
    assert [entries[url].names for url in versions] == ["Español; Spanish"]
    assert set(pages) <= set(entries)
    assert {url: entry.kind for url, entry in entries.items() if url not in {*pages, *parts, *versions}} == {
        url: search.KINDS[kind] for url, kind in wanted.items()
    }
    assert all(entry.title and entry.text for entry in entries.values())


def test_a_question_is_found_by_what_its_sources_say(queries: Queries) -> None:
    """The words of a question hold those of the facts that answer it."""
    question = next(entry for entry in search.entries(queries) if entry.url == "questions/credit-for-the-fall.html")
    assert "decline in unlawful crossings" in question.text


def test_a_document_says_whose_it_is_and_what_came_of_it(queries: Queries) -> None:
    """The result for a document has who issued it, its day, its status and what followed."""
    order = next(entry for entry in search.entries(queries) if entry.url == "order-2018.html")
    for said in ("6 April 2018", "By: Jeff Sessions", "Status: rescinded", "26 January 2021"):
        assert said in order.answer


def test_a_person_is_found_by_part_of_the_name(queries: Queries) -> None:
    """Each part of a person's name is a name of theirs, since readers type it alone."""
    person = next(entry for entry in search.entries(queries) if entry.url == "people.html#biden")
    assert "Biden" in person.names.split("; ")


def test_words_that_the_site_avoids_find_what_it_says_instead(queries: Queries) -> None:
    """A record with a term of the house is found by the one that it stands for, which is not shown."""
    law = next(entry for entry in search.entries(queries) if entry.url == "statutes/usc-8-1325.html")
    assert "illegal entry" in law.names
    assert "illegal entry" not in law.text
