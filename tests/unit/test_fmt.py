"""The command that puts files into their canonical form, and says which are not in it."""

import os
from functools import partial
from pathlib import Path

import pytest

from scripts.fmt import main
from tests.edits import append, change
from tests.sites import Check, Command

RUN = ".venv/bin/python -m scripts.fmt"
EVENT = "data/events/lamp-lit.yml"


@pytest.fixture
def fmt(topic: Path, command: Command) -> Command:
    """Return a function that runs the command on the topic, for its status and what it prints to both streams."""
    return partial(command, main, "--topic", topic)


def test_formatting_is_quiet_and_needed_once(topic: Path, fmt: Command) -> None:
    """A first run formats, a second changes nothing, and neither prints anything into a pipe."""
    assert fmt() == (0, "", "")
    first = {file: file.read_bytes() for file in topic.rglob("*.yml")}
    assert fmt() == (0, "", "")
    assert {file: file.read_bytes() for file in topic.rglob("*.yml")} == first
    assert fmt("--check") == (0, "", "")


def test_a_formatted_topic_passes_the_check(topic: Path, fmt: Command, check: Check) -> None:
    """Formatting changes no value: the rules, and the proofs of quotes, hold as before."""
    fmt()
    assert check(topic) == (0, "")


def test_a_reviewed_record_stays_reviewed(topic: Path, fmt: Command, check: Check) -> None:
    """The line of a review is the same after formatting, and passes the check."""
    reviewed = 'reviewed: {by: Ann Reed, "on": "1901-06-01"}\n'
    append(topic / EVENT, reviewed)
    assert fmt() == (0, "", "")
    assert reviewed in (topic / EVENT).read_text(encoding="utf-8")
    assert check(topic) == (0, "")


def test_check_names_the_first_line_that_differs(topic: Path, fmt: Command) -> None:
    """With --check a file in another form is a problem with its line and the command, and stays as it is."""
    fmt()
    change(topic / EVENT, "title: The lamp is lit", 'title: "The lamp is lit"')
    text = (topic / EVENT).read_text(encoding="utf-8")
    assert fmt("--check") == (
        1,
        f"{EVENT}:8: file: it is not in the canonical form [format]\n    run: {RUN} --topic {topic}\n1 problem\n",
        "",
    )
    assert (topic / EVENT).read_text(encoding="utf-8") == text


def test_fields_move_to_the_order_of_the_model(topic: Path, fmt: Command) -> None:
    """A field that was added at the end of a file goes where the model has it."""
    append(topic / EVENT, "note: It rained.\n")
    fmt(topic / EVENT)
    lines = (topic / EVENT).read_text(encoding="utf-8").split("\n")
    assert lines.index("note: |-") == lines.index('date: "1901-05-01"') - 2


def test_only_the_files_that_are_named_are_formatted(topic: Path, fmt: Command) -> None:
    """Other files stay as they are."""
    other = (topic / "data" / "terms" / "keeper.yml").read_bytes()
    assert fmt(topic / EVENT) == (0, "", "")
    assert (topic / "data" / "terms" / "keeper.yml").read_bytes() == other
    assert (topic / EVENT).read_text(encoding="utf-8").startswith("# yaml-language-server: ")


def test_a_file_that_the_model_refuses_stays_as_it_is(topic: Path, fmt: Command) -> None:
    """A mistake is reported as the check does, the file is left alone, and the others are formatted."""
    broken = (topic / EVENT).read_bytes().replace(b"status: happened", b"status: hapened")
    (topic / EVENT).write_bytes(broken)
    status, printed, _ = fmt()
    assert (status, printed) == (
        1,
        (
            f'{EVENT}:11: status: "hapened" is not a choice [choice]\n'
            "    choose one of: happened, due, planned, in force, suspended, rescinded, revoked, expired\n1 problem\n"
        ),
    )
    assert (topic / EVENT).read_bytes() == broken
    assert (topic / "data" / "topic.yml").read_text(encoding="utf-8").startswith("# yaml-language-server: ")


def test_a_comment_is_not_lost_in_silence(topic: Path, fmt: Command) -> None:
    """A file with a comment is refused, not written without it."""
    text = (topic / EVENT).read_bytes() + b"# perhaps\n"
    (topic / EVENT).write_bytes(text)
    status, printed, _ = fmt()
    assert status == 1
    assert "a comment [comment]" in printed
    assert (topic / EVENT).read_bytes() == text


def test_a_renamed_record_keeps_its_one_line(topic: Path, fmt: Command) -> None:
    """What is left of a renamed record is formatted too."""
    (topic / "data" / "events" / "old.yml").write_text('moved_to: "lamp-lit"\n', encoding="utf-8")
    assert fmt() == (0, "", "")
    assert (topic / "data" / "events" / "old.yml").read_text(encoding="utf-8").endswith("json\nmoved_to: lamp-lit\n")


def test_generated_files_are_left_alone(topic: Path, fmt: Command) -> None:
    """What scripts.verify wrote is no file for editors."""
    file = topic / "data" / "verified" / "gazette.yml"
    before = file.read_bytes()
    fmt()
    assert file.read_bytes() == before


def test_a_link_out_of_the_data_is_not_followed(topic: Path, fmt: Command, tmp_path: Path) -> None:
    """A file that is a link, even to nothing, is refused by name, and where it leads stays as it was."""
    elsewhere = (topic / EVENT).rename(tmp_path / "elsewhere.yml")
    before = elsewhere.read_bytes()
    (topic / EVENT).symlink_to(elsewhere)
    status, printed, _ = fmt()
    assert (status, printed) == (
        1,
        (
            f"{EVENT}:1: file: it is a link to {elsewhere} [link]\n"
            "    put the file itself here: what is outside of data/ is not written\n1 problem\n"
        ),
    )
    assert elsewhere.read_bytes() == before
    elsewhere.unlink()
    assert fmt() == (status, printed, "")


def test_what_is_not_a_file_is_named(topic: Path, fmt: Command) -> None:
    """A circle of links, a pipe and a folder are problems like any other; nothing waits for them."""
    events = topic / "data" / "events"
    (events / "circle.yml").symlink_to("circle.yml")
    os.mkfifo(events / "pipe.yml")
    (events / "folder.yml").mkdir()
    assert fmt()[1].split("\n")[::2] == [
        "data/events/circle.yml:1: file: it cannot be read: Too many levels of symbolic links [unreadable]",
        "data/events/folder.yml:1: file: it is not a file [file-name]",
        "data/events/pipe.yml:1: file: it is not a file [file-name]",
        "3 problems",
    ]


def test_the_data_may_stand_elsewhere(topic: Path, fmt: Command, tmp_path: Path) -> None:
    """Where data/ itself is a link, its files are formatted, by either name."""
    data = (topic / "data").rename(tmp_path / "facts")
    (topic / "data").symlink_to(data)
    assert fmt("--check")[1].startswith("data/topic.yml:1: file: it is not in the canonical form [format]\n")
    assert fmt(topic / EVENT, data / "terms" / "keeper.yml") == (0, "", "")
    assert fmt() == (0, "", "")
    assert fmt("--check") == (0, "", "")


def test_a_file_that_is_none_of_the_data_is_wrong_usage(topic: Path, fmt: Command) -> None:
    """A file outside data/, or one that does not exist, ends the command with status 2."""
    stranger = topic / "docs" / "index.md"
    status, printed, said = fmt(stranger)
    assert (status, printed) == (2, "")
    assert said.endswith(f"fmt.py: error: not a file of data/: {stranger}\n")
