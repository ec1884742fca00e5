"""A preview shows what is right of a topic while some of it is wrong."""

from pathlib import Path

import pytest

from macros.load import load_right
from macros.problems import BadDataError
from scripts.check import main
from tests.broken import EVENT
from tests.edits import change
from tests.sites import Check, Command


def _wrong(topic: Path, file: str = EVENT, old: str = "category: opening", new: str = "category: none") -> None:
    change(topic / file, old, new)


def test_what_cannot_be_used_is_left_out(topic: Path) -> None:
    """An event with an unknown category is left out with its correction, the rest is there, and the problem is told."""
    _wrong(topic)
    data, _, problems = load_right(topic, {}, None)
    assert [problem.message for problem in problems] == ['no category "none"']
    assert "lamp-lit" not in data.events
    assert "ann-reed" in data.actors


def test_what_could_be_used_before_is_as_it_was(topic: Path) -> None:
    """A record that was right when the topic was read last keeps what it said then; changes of others show."""
    _, files, _ = load_right(topic, {}, None)
    _wrong(topic, new="category: [")
    _wrong(topic, "data/actors/ann-reed.yml", "name: Ann Reed", "name: Anne Reid")
    data, _, problems = load_right(topic, files, None)
    assert [problem.path for problem in problems] == [EVENT]
    assert data.events["lamp-lit"].category == "opening"
    assert data.actors["ann-reed"].name == "Anne Reid"


def test_a_preview_goes_on_without_a_broken_catalogue(topic: Path) -> None:
    """Words of the interface that cannot be read are told, and the rest of the topic is shown."""
    file = topic / "data" / "interface" / "fr.po"
    file.parent.mkdir()
    file.write_text("x\n", encoding="utf-8")
    data, _, problems = load_right(topic, {}, None)
    assert [problem.path for problem in problems] == ["data/interface/fr.po"]
    assert (data.interface, "lamp-lit" in data.events) == ({}, True)


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
