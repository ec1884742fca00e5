"""A topic's folder becomes a Dataset, or every problem with its place."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from macros.checks import Finding
from macros.load import id_remedy, load
from macros.model import Chart, Dataset, Record
from macros.problems import BadDataError, Problem, did_you_mean
from tests.edits import change
from tests.factories import GOOD_TOPIC


def _problems(topic: Path) -> list[str]:
    with pytest.raises(BadDataError, match=r"\[[a-z-]+\]") as caught:
        load(topic)
    return [f"{one.path}:{one.line}: {one.field}: {one.message}" for one in caught.value.problems]


def test_every_kind_of_record_is_read() -> None:
    """Each folder of the good topic fills its part of the dataset, by file name."""
    data = load(GOOD_TOPIC)
    assert {entity_id: type(entity).__name__ for entity_id, entity in data.entities()} == {
        "gazette": "Source",
        "lights-act-text": "Source",
        "ann-reed": "Actor",
        "lights-act": "Statute",
        "keeper": "Term",
        "lamp-lit": "Event",
        "keeper-on-cost": "Statement",
        "what-it-cost": "Question",
        "lamp-cost": "Series",
        "lamp-cost-chart": "Chart",
        "keeper-name": "Correction",
    }


def test_places_lead_to_file_and_line() -> None:
    """Every record, every number and the topic itself is found again in its file."""
    places = load(GOOD_TOPIC).places
    assert places["lamp-lit"] == ("data/events/lamp-lit.yml", 1)
    assert places["lamp-cost-total"] == ("data/series/lamp-cost.yml", 12)
    assert places["topic"] == ("data/topic.yml", 1)
    for path, line in places.values():
        assert len((GOOD_TOPIC / path).read_text(encoding="utf-8").splitlines()) >= line


def test_verification_is_read() -> None:
    """A quote that data/verified records counts as verified."""
    data = load(GOOD_TOPIC)
    assert data.verification(data.events["lamp-lit"].citations[0]) == "verified"


def test_records_are_sorted_by_id() -> None:
    """The order of records does not depend on the file system."""
    data = load(GOOD_TOPIC)
    assert list(data.sources) == sorted(data.sources)


def test_missing_folders_are_empty(topic: Path) -> None:
    """A topic need not have a folder of each kind."""
    shutil.rmtree(topic / "data" / "charts")
    assert load(topic).charts == {}


def test_renamed_record_is_not_a_record(topic: Path) -> None:
    """A file that holds only moved_to tells the new name of a record, and is none itself."""
    (topic / "data" / "actors" / "ann.yml").write_text("moved_to: ann-reed\n", encoding="utf-8")
    data = load(topic)
    assert data.moved == {"ann": "ann-reed"}
    assert "ann" not in data.actors
    assert data.places["ann"] == ("data/actors/ann.yml", 1)


def test_rules_of_the_caller_are_applied_too(topic: Path) -> None:
    """A caller's own rule is reported like any other, at the line of the path that it names."""

    def no_charts(dataset: Dataset) -> Iterator[Finding]:
        """There are no charts."""
        for chart_id in dataset.charts:
            yield Finding(chart_id, ("mark",), "there is a chart", "no-charts", "delete it")

    with pytest.raises(BadDataError, match="there is a chart") as caught:
        load(topic, (no_charts,))
    path = "data/charts/lamp-cost-chart.yml"
    assert caught.value.problems == (Problem(path, 4, "mark", "there is a chart", "no-charts", "delete it"),)


def test_finding_about_a_number_points_into_its_series(topic: Path) -> None:
    """A rule may name a number by its own id; the problem stands on the number's line in the series' file."""

    def no_numbers(dataset: Dataset) -> Iterator[Finding]:
        """There are no numbers."""
        for name in dataset.observations:
            yield Finding(name, ("value",), "there is a number", "no-numbers", "delete it")

    with pytest.raises(BadDataError, match="there is a number") as caught:
        load(topic, (no_numbers,))
    (problem,) = caught.value.problems
    assert (problem.path, problem.line, problem.field) == ("data/series/lamp-cost.yml", 12, "observations.0.value")


def test_all_problems_of_one_record_are_found(topic: Path) -> None:
    """One record's mistakes are reported together, in the order of its lines."""
    file = topic / "data" / "terms" / "keeper.yml"
    change(file, "label: keeper", "label: 5")
    change(file, "definition", "meaning")
    assert _problems(topic) == [
        "data/terms/keeper.yml:1: definition: the field is missing",
        "data/terms/keeper.yml:5: label: 5 is not text",
        "data/terms/keeper.yml:6: meaning: no such field",
    ]


def test_refused_item_does_not_make_its_list_empty(topic: Path) -> None:
    """A mistake in the only item of a list is one problem: the list is not called empty besides."""
    change(topic / "data" / "series" / "lamp-cost.yml", "value: 500", "value: many")
    assert _problems(topic) == ['data/series/lamp-cost.yml:12: observations.0.value: "many" is not a number']


def test_number_named_as_its_series_is_reported_at_both(topic: Path) -> None:
    """An id that a number shares with its own series is found, on the lines of both."""
    for file in (topic / "data").rglob("*.yml"):
        text = file.read_text(encoding="utf-8")
        file.write_text(text.replace("lamp-cost-total", "lamp-cost"), encoding="utf-8")
    assert _problems(topic) == [
        f'data/series/lamp-cost.yml:{place}: the id "lamp-cost" is also that of a {other}'
        for place, other in (
            ("1: record", 'number of "lamp-cost"'),
            ("12: observations.0.id", "record of the kind series"),
        )
    ]


def test_broken_verification_is_a_problem(topic: Path) -> None:
    """A record of verification that was edited by hand is refused like any other file."""
    (topic / "data" / "verified" / "gazette.yml").write_text("text: none\n", encoding="utf-8")
    assert _problems(topic) == [
        "data/verified/gazette.yml:1: quotes: the field is missing",
        'data/verified/gazette.yml:1: text: "none" has the wrong form',
    ]


@pytest.mark.parametrize(
    ("word", "known", "remedy"),
    [
        ("gazete", ["gazette", "herald"], 'did you mean "gazette"?'),
        ("xyz", ["gazette", "herald"], "known: gazette, herald"),
        ("xyz", "abcdefghij", "known: a, b, c, d, e, f, g, h, ..."),
        ("xyz", [], "none is defined yet"),
    ],
)
def test_remedy_for_an_unknown_word(word: str, known: list[str], remedy: str) -> None:
    """An unknown word is answered with the nearest known one, or with a few of them."""
    assert did_you_mean(word, known) == remedy


def test_problem_reads_as_two_lines() -> None:
    """A problem is printed as path, line, field, message and rule, and below it the remedy."""
    problem = Problem("data/a.yml", 3, "title", "it is odd", "odd", "make it even")
    assert str(problem) == "data/a.yml:3: title: it is odd [odd]\n    make it even"


def test_problem_stays_on_its_lines() -> None:
    """What cannot be printed is escaped, so that no text of a file can pass for a message."""
    problem = Problem("a\nb", 1, "c\x1b", "é “d”\u2028", "e", "f\n")
    assert str(problem) == "a\\nb:1: c\\x1b: é “d”\\u2028 [e]\n    f\\n"


def test_problems_are_sorted() -> None:
    """Whoever collects problems, they are told in the order of files and lines."""
    later, sooner = Problem("b", 1, "", "", "", ""), Problem("a", 10, "", "", "", "")
    first = Problem("a", 9, "", "", "", "")
    assert BadDataError([later, sooner, first]).problems == (first, sooner, later)


def test_loading_does_not_change_the_folder(topic: Path) -> None:
    """Reading a topic writes nothing into it."""
    before = sorted((file, file.stat().st_mtime_ns) for file in topic.rglob("*"))
    load(topic)
    assert sorted((file, file.stat().st_mtime_ns) for file in topic.rglob("*")) == before


def test_records_are_frozen() -> None:
    """What was read cannot be changed afterwards."""
    chart: Record = load(GOOD_TOPIC).charts["lamp-cost-chart"]
    assert isinstance(chart, Chart)
    with pytest.raises(ValueError, match="frozen"):
        chart.mark = "lines"  # type: ignore[misc] # that is the point


def test_a_file_in_the_place_of_a_folder_is_refused(topic: Path) -> None:
    """Where a folder of records is a file, the check says so; nothing is left out in silence."""
    shutil.rmtree(topic / "data" / "corrections")
    (topic / "data" / "corrections").write_text("", encoding="utf-8")
    assert _problems(topic) == ["data/corrections:1: file: data/corrections is not a folder"]


def test_what_is_no_file_is_not_opened(topic: Path) -> None:
    """A pipe among the records is named; to read it would wait for ever."""
    os.mkfifo(topic / "data" / "events" / "pipe.yml")
    assert _problems(topic) == ["data/events/pipe.yml:1: file: it is not a file"]


def test_a_link_out_of_the_data_is_no_record(topic: Path, tmp_path: Path) -> None:
    """A link to a file elsewhere is refused, for records as for the topic; all of data/ may be a link."""
    event = topic / "data" / "events" / "lamp-lit.yml"
    event.rename(tmp_path / "lamp-lit.yml")
    event.symlink_to(tmp_path / "lamp-lit.yml")
    assert _problems(topic) == ["data/events/lamp-lit.yml:1: file: it is a link out of data/"]
    event.unlink()
    (tmp_path / "lamp-lit.yml").rename(event)
    (topic / "data").rename(tmp_path / "elsewhere")
    (topic / "data").symlink_to(tmp_path / "elsewhere")
    assert load(topic).events


def test_a_record_of_verification_proves_nothing_of_its_own_change(topic: Path, tmp_path: Path) -> None:
    """What was recorded before a change is verified; what the change itself recorded is not, nor is the rest."""
    before = tmp_path / "before" / "verified"
    before.mkdir(parents=True)
    citation = load(topic).events["lamp-lit"].citations[0]
    assert load(topic).verification(citation) == "verified"
    assert load(topic, trusted=before).verification(citation) == "recorded here"
    shutil.copy(topic / "data" / "verified" / "gazette.yml", before)
    assert load(topic, trusted=before).verification(citation) == "verified"
    (topic / "data" / "verified" / "gazette.yml").unlink()
    assert load(topic, trusted=before).verification(citation) == "not verified"


def test_a_folder_that_cannot_be_read_is_not_empty(topic: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Records that nobody may read are not taken for none."""

    def refusing(real: Callable[[str], object]) -> Callable[[str], object]:
        def listed(place: str) -> object:
            if Path(place).name == "events":
                raise PermissionError(13, "Permission denied", str(place))
            return real(place)

        return listed

    for name in ("listdir", "scandir"):  # which of them is used depends on the version of Python
        monkeypatch.setattr(os, name, refusing(getattr(os, name)))
    with pytest.raises(PermissionError, match="events"):
        load(topic)


@pytest.mark.parametrize("name", ["con", "nul", "com1"])
def test_an_id_is_a_file_on_every_system(name: str) -> None:
    """No id is a name that Windows keeps for its devices."""
    assert id_remedy(name)
    assert not id_remedy(f"{name}-x")
