"""Search answers readers: by their words it finds every kind of fact, and leads to it; it costs nothing until used."""

import json
import os
import re
from pathlib import Path

import pytest

from macros import search
from macros.load import load
from macros.model.topic import Alike
from macros.queries import Queries
from macros.search import asked, index
from macros.search.entries import PAGES
from tests.factories import GOOD_TOPIC, ROOT


def _entry(kind: str) -> search.SearchEntry:
    (entry,) = (one for one in search.entries(Queries(load(GOOD_TOPIC))) if one.kind == kind)
    return entry


def test_the_name_of_the_working_folder_may_be_any(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An index is made in a folder whose name is not UTF-8 too."""
    folder = tmp_path / os.fsdecode(b"b\xff")
    folder.mkdir()
    monkeypatch.chdir(folder)
    assert "explainer.json" in index.files([_entry("Law")])


def test_a_number_is_found_with_its_qualifier() -> None:
    """The words of a series hold its numbers as the source gives them."""
    assert "more than 500 pounds, 1901" in _entry("Numbers").text


def test_a_law_is_found_by_its_penalties() -> None:
    """The words of a law say of each tier that it is a penalty, and which."""
    law = _entry("Law")
    assert "Penalty for A first offence: longest prison sentence 6 months, petty." in law.text
    assert "punishment" in law.names


def test_an_event_is_found_by_its_day_in_words() -> None:
    """The words of an event begin with its date as readers write it."""
    assert re.match(r"\d+ [A-Z][a-z]+ 1901\. ", _entry("Events").text)


def test_an_event_shows_its_day_and_is_listed_by_it() -> None:
    """The answer of an event begins with its day, which the index knows too, for searches that name a day."""
    event = _entry("Events")
    assert re.match(r"\d+ [A-Z][a-z]+ 1901\. ", event.answer)
    assert event.day.startswith("1901-")
    assert list(json.loads(index.files((event,))["explainer.json"])["days"].values()) == [event.day]


def test_a_correction_is_found_by_what_it_said() -> None:
    """A correction says what was changed, what it said and why."""
    correction = _entry("Corrections")
    assert correction.title == "Correction: Ann Reed"
    assert "Was: Anne Now: Ann Why: The gazette writes it so." in correction.text


def test_the_index_is_the_same_each_time() -> None:
    """The same facts give the same index, name by name and byte by byte."""
    queries = Queries(load(GOOD_TOPIC))
    entries = tuple(search.entries(queries))
    assert {entry.kind for entry in entries} == {
        label for kind, label in search.KINDS.items() if kind in queries.kinds.values()
    }
    assert index.files(entries) == index.files(entries)


def test_a_topic_without_facts_has_an_index() -> None:
    """Nothing to find is no error."""
    assert "pagefind.js" in index.files(())


def test_the_script_weighs_kinds_that_there_are() -> None:
    """Each kind that the script of search holds back is one that the index has."""
    script = (ROOT / "macros" / "theme" / "js" / "search.js").read_text(encoding="utf-8")
    (evidence,) = re.findall(r"EVIDENCE = \{(.*?)\}", script)
    assert set(re.findall(r"(\w+):", evidence)) < {*search.KINDS.values(), PAGES}
    (asked,) = re.findall(r"WANTED = \[\n(.*?)\n  \];", script, re.DOTALL)
    wanted = re.findall(r'[{,] "?(\w[\w ]*?)"?: [\d.]+', asked)
    assert wanted
    assert set(wanted) < {*search.KINDS.values(), PAGES}


def test_the_answer_of_a_record_is_known() -> None:
    """A number has its last value for its answer, a question its sentence, a term its definition."""
    assert _entry("Numbers").answer.startswith("more than 500 pounds")
    assert _entry("Who says what").answer in _entry("Who says what").text
    assert all(one.answer for one in search.entries(Queries(load(GOOD_TOPIC))) if one.kind in ("Terms", "People"))


def test_pages_and_documents_are_found_by_words_that_ask_for_them() -> None:
    """The index has them for the page of each kind of record, and for a document beside its label and answer."""
    page = search.SearchEntry("a.html", "A", PAGES, "a", asked="news")
    document = search.SearchEntry("b.html", "The memo", "Documents", "b", asked="wrote", answer="By: Ann Reed.")
    told = json.loads(index.files([page, document])["explainer.json"])["asked"]
    assert sorted(told.values()) == [["", "A news "], ["The memo", "The memo wrote By: Ann Reed."]]
    assert "newspapers" in asked.pages(Queries(load(GOOD_TOPIC), {("sources",): "sources.html"}))["sources.html"]


def test_suggestions_come_from_the_home_page() -> None:
    """Records that the home page names are suggested; if it names no question, the first of all is."""
    queries = Queries(load(GOOD_TOPIC))
    question, term = next(iter(queries.dataset.questions)), next(iter(queries.dataset.terms))
    titles = [one.title for one in search.suggested(queries, f'{{{{ term("{term}") }}}} {{{{ unknown(1) }}}}')]
    assert titles == [queries.dataset.questions[question].question, queries.dataset.terms[term].label]


def test_of_one_address_the_first_entry_counts() -> None:
    """A page that a record stands for is not found a second time."""
    twice = (search.SearchEntry("a.html", "A", "Pages", "first"), search.SearchEntry("a.html", "B", "Pages", "second"))
    made = index.files(twice)
    assert len([name for name in made if name.startswith("fragment/")]) == 1


def test_a_word_with_eszett_is_found_by_its_other_spelling() -> None:
    """A keyboard may lack ß, and Switzerland writes ss."""
    entry = search.SearchEntry("a.html", "Das Bußgeld", "Law", "Ein Bußgeld nach Größe.")
    told = json.loads(index.files([entry])["explainer.json"])
    assert told["spelled"] == {"bussgeld": ["bußgeld"], "grosse": ["große"]}


def test_letters_that_are_no_others_with_an_accent_are_found_without_them() -> None:
    """Nobody abroad can type them, and taking accents away leaves them as they are."""
    entry = search.SearchEntry("a.html", "Łódź", "Pages", "Over Øresund, þing and œuvre.")
    told = json.loads(index.files([entry])["explainer.json"])
    pairs = {"oresund": "øresund", "lodz": "łodz", "oeuvre": "œuvre", "thing": "þing"}
    assert told["spelled"].items() >= {other: [word] for other, word in pairs.items()}.items()


def test_british_and_american_words_are_found_by_each_other() -> None:
    """The index has each word by the other spelling, and a word that it has in both by both."""
    entry = search.SearchEntry("a.html", "Offenses", "Pages", "Labour organisations, and offences; a prison, a fence.")
    told = json.loads(index.files([entry])["explainer.json"])
    assert told["spelled"] == {
        "labor": ["labour"],
        "offences": ["offenses"],
        "offenses": ["offences"],
        "organizations": ["organisations"],
    }


def test_a_number_has_its_period_beside_it() -> None:
    """The words of a series hold what is measured, and each of its numbers apart with its period."""
    entry = _entry("Numbers")
    assert " cost. " in entry.text
    assert re.split(r";\s*", entry.text)[1] == entry.answer == "more than 500 pounds, 1901"


def test_a_topic_adds_groups_of_words_to_those_of_the_language() -> None:
    """What readers of a topic use for one another stands in topic.yml; the search has it besides general words."""
    told = json.loads(index.files((), (), [Alike(words=("Tram", "streetcar"))])["explainer.json"])
    assert ["tram", "streetcar"] in told["alike"]
    assert any("prison" in group for group in told["alike"])
