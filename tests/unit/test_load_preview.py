"""A preview shows what is right of a topic while some of it is wrong."""

from pathlib import Path

import pytest

from macros import site
from macros.load import load_right
from macros.problems import BadDataError
from scripts.check import MORE, main
from tests.broken import EVENT
from tests.edits import change
from tests.factories import GOOD_TOPIC
from tests.sites import Check, Command

_CHART = """topics: [lamp]
access: read
sentence: What happened while the lamp burned
mark: lines
series: [lamp-cost]
marked: [lamp-lit, keeper-on-cost, doubled-total]
alt: A line
caveat: It is invented.
"""
_SERIES = """topics: [cost]
access: read
title: Twice what the lamp cost
measure: cost
unit: pounds
definition: Twice what the lamp cost.
comparability_group: doubled
period_kind: calendar year
limits: {minimum: 0, maximum: 10000}
observations:
  - id: doubled-total
    period: "1901"
    value: 1000
    qualifier: more than
    formula: {operation: sum, of: [lamp-cost-total, lamp-cost-total]}
"""


def _wrong(topic: Path, file: str = EVENT, old: str = "category: opening", new: str = "category: none") -> None:
    change(topic / file, old, new)


def test_what_cannot_be_used_is_left_out(topic: Path) -> None:
    """An event with an unknown category is left out with its correction, the rest is there, and the problem is told."""
    _wrong(topic)
    data, _, problems, _ = load_right(topic, {}, None)
    assert [problem.message for problem in problems] == ['no category "none"']
    assert "lamp-lit" not in data.events
    assert "ann-reed" in data.actors


def test_what_could_be_used_before_is_as_it_was(topic: Path) -> None:
    """A record that was right when the topic was read last keeps what it said then; changes of others show."""
    _, files, *_ = load_right(topic, {}, None)
    _wrong(topic, new="category: [")
    _wrong(topic, "data/actors/ann-reed.yml", "name: Ann Reed", "name: Anne Reid")
    data, _, problems, _ = load_right(topic, files, None)
    assert [problem.path for problem in problems] == [EVENT]
    assert data.events["lamp-lit"].category == "opening"
    assert data.actors["ann-reed"].name == "Anne Reid"


def test_a_preview_goes_on_without_a_broken_catalogue(topic: Path) -> None:
    """Words of the interface that cannot be read are told, and the rest of the topic is shown."""
    file = topic / "data" / "interface" / "fr.po"
    file.parent.mkdir()
    file.write_text("x\n", encoding="utf-8")
    data, _, problems, _ = load_right(topic, {}, None)
    assert [problem.path for problem in problems] == ["data/interface/fr.po"]
    assert (data.interface, "lamp-lit" in data.events) == ({}, True)


_RECORDS = [one.relative_to(GOOD_TOPIC).as_posix() for one in sorted(GOOD_TOPIC.glob("data/[!v]*/*.yml"))]


@pytest.mark.parametrize("file", _RECORDS)
def test_what_is_right_is_not_blamed_for_what_is_wrong(topic: Path, check: Check, file: str) -> None:
    """Whichever record cannot be read, no other file has a problem; one in a page, and in another record, is told."""
    (topic / file).write_text("topics: [\n", encoding="utf-8")
    assert {one.partition(":")[0] for one in check(topic)[1].splitlines()[:-1:2]} == {file}
    (topic / "docs" / "index.md").write_text("# A lamp\n\n{{ number('nope') }} {{ nope() }}\n", encoding="utf-8")
    told = check(topic)[1]
    assert ('no observation "nope"' in told, 'there is no macro "nope"' in told) == (True, True)


@pytest.mark.parametrize("file", _RECORDS)
def test_a_record_that_is_gone_is_missed(topic: Path, check: Check, file: str) -> None:
    """Whichever record is deleted, every rule bears that what refers to it refers to nothing."""
    chart, series = topic / "data" / "charts" / "marks.yml", topic / "data" / "series" / "derived.yml"
    chart.write_text(_CHART, encoding="utf-8")
    series.write_text(_SERIES, encoding="utf-8")
    question = topic / "data" / "questions" / "what-it-cost.yml"
    text = question.read_text(encoding="utf-8")
    question.write_text(text.replace("facts: [", "facts: [doubled-total, ", 1), encoding="utf-8")
    (topic / file).unlink()
    assert "Traceback" not in check(topic)[1]


def test_what_may_be_in_a_lost_record_is_not_called_unknown(topic: Path, command: Command) -> None:
    """A number of a series that cannot be read may be there; that more may show is said, and only where it may."""
    file = topic / "data" / "series" / "lamp-cost.yml"
    text = file.read_text(encoding="utf-8")
    (topic / "docs" / "index.md").write_text(
        "# A lamp\n\n{{ number('lamp-cost-total') }} {{ nope() }}\n", encoding="utf-8"
    )
    file.write_text(f"{text}x: [\n", encoding="utf-8")
    _, told, error = command(main, "--topic", topic)
    assert [one.rpartition("[")[2] for one in told.splitlines() if one.endswith("]")] == ["syntax]", "macro]"]
    assert MORE in error
    file.write_text(text.replace("maximum: 1000", "maximum: 1"), encoding="utf-8")
    _, told, error = command(main, "--topic", topic)
    assert [one.rpartition("[")[2] for one in told.splitlines() if one.endswith("]")] == ["limits]", "macro]"]
    assert MORE not in error


def test_a_preview_lists_what_makes_its_pages_wait(topic: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Mistakes of pages are told beside those of the data, whether these cannot be read or only break a rule."""
    monkeypatch.setenv(site.TOPIC_VARIABLE, str(topic))
    monkeypatch.setattr(site.topic, "_reloaded", [])
    _wrong(topic, old='date: "1901', new='date: "91901')
    _wrong(topic, "data/series/lamp-cost.yml", "maximum: 1000", "maximum: 1")
    (topic / "docs" / "index.md").write_text("# A lamp\n\n{{ oops\n", encoding="utf-8")
    assert [one.path for one in site.reload().problems] == [EVENT, "data/series/lamp-cost.yml", "docs/index.md"]
    site.current.cache_clear()


def test_a_topic_that_was_never_right_cannot_be_shown(topic: Path) -> None:
    """Without topic.yml nothing can be shown, and the problem says why."""
    _wrong(topic, "data/topic.yml", "title: The", "titel: The")
    with pytest.raises(BadDataError, match="titel: no such field"):
        load_right(topic, {}, None)


def test_a_paragraph_that_no_fact_cites_is_work_to_do(topic: Path, check: Check, command: Command) -> None:
    """It is listed, and is no problem until everything has to be complete."""
    _wrong(topic, "data/sources/gazette.yml", "uncited:\n  - {locator: p3, reason: It only repeats the headline}\n", "")
    status, said = check(topic)
    assert (status, said.splitlines()[0]) == (0, "data/sources/gazette.yml:1: still to do: no fact cites p3")
    status, said, _ = command(main, "--topic", topic, "--require-complete")
    assert status == 1
    assert "15: text.lines.paragraphs.2: no fact cites p3 [paragraph-unused]" in said
