"""The check command: what it prints, where it points, and how it ends.

Each case of ``tests/broken`` runs through the command's own ``main``; a few run as a process, as an editor runs it.
"""

import os
import shutil
from collections.abc import Callable, Iterable
from pathlib import Path
from types import ModuleType

import pytest

from scripts.check import MORE, main
from scripts.verify import main as verify
from tests.broken import EVENT, characters, contradictions, fields, notation, records, values
from tests.edits import append, begin
from tests.factories import GOOD_TEXTS, GOOD_TOPIC
from tests.sites import ALL_RIGHT, Check, Command, run

TABLES = (characters, notation, fields, values, contradictions, records)
CASES = {f"{table.__name__.rpartition('.')[2]}: {name}": case for table in TABLES for name, case in table.CASES.items()}


def _write(topic: Path, files: dict[str, bytes]) -> None:
    for name, content in files.items():
        (topic / name).parent.mkdir(parents=True, exist_ok=True)
        (topic / name).write_bytes(content)


def _one(says: str, remedy: str) -> tuple[int, str]:
    return 1, f"{says}\n    {remedy}\n1 problem\n"


def _restore(topic: Path, names: Iterable[str]) -> None:
    """Make files of the good topic as they were, and delete the others of these names, with folders made for them."""
    for name in names:
        if (GOOD_TOPIC / name).exists():
            shutil.copyfile(GOOD_TOPIC / name, topic / name)
            continue
        (topic / name).unlink()
        for folder in Path(name).parents:
            if not (GOOD_TOPIC / folder).exists():
                (topic / folder).rmdir()


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.__name__.rpartition(".")[2])
def test_broken_topic(table: ModuleType, topic: Path, check: Check) -> None:
    """A mistake ends the check with status 1; file, line, field, message, rule and remedy are printed, and no more."""
    wrong = {}
    for name, case in table.CASES.items():
        _write(topic, dict(case.files))
        if (found := check(topic)) != (1, case.printed):
            wrong[name] = (found, case.printed)
        _restore(topic, case.files)
    assert wrong == {}
    assert check(topic) == (0, "")


def test_good_topic(topic: Path, check: Check) -> None:
    """A topic without a mistake ends the check with status 0, and what was looked at is counted."""
    assert check(topic) == (0, "")


def test_enough_is_broken() -> None:
    """The tables hold at least sixty ways to break a file, no two of them the same."""
    files = [tuple(sorted(case.files.items())) for case in CASES.values()]
    assert len(files) >= 60
    assert len(set(files)) == len(files)


def test_problems_of_all_files_are_printed_at_once_in_order(topic: Path, check: Check) -> None:
    """Every file is checked, and its problems come in the order of files and lines, however many there are."""
    event = (topic / EVENT).read_bytes()
    broken = event.replace(b"title: The lamp is lit", b"title: 5").replace(b"access: read", b"access: heard")
    _write(topic, {EVENT: broken, "data/terms/keeper.yml": b"label: no\n", "data/topic.yml": b"- x\n"})
    _write(topic, {"data/actors/Ann.yml": b"x", "data/sources/a.yml": b"\xff"})
    status, printed = check(topic)
    assert status == 1
    assert [line.partition(" ")[0] for line in printed.splitlines() if not line.startswith(" ")] == [
        "data/actors/Ann.yml:1:",
        "data/events/lamp-lit.yml:2:",
        "data/events/lamp-lit.yml:7:",
        "data/sources/a.yml:1:",
        "data/terms/keeper.yml:1:",
        "data/topic.yml:1:",
        "6",
    ]
    assert printed.endswith("\n6 problems\n")


def test_rules_across_records_wait_for_the_form_of_each(topic: Path, check: Check) -> None:
    """While one file cannot be read, no reference to its record is called unknown."""
    _write(topic, {"data/actors/ann-reed.yml": b"name: yes\n"})
    status, printed = check(topic)
    assert status == 1
    assert "unknown-id" not in printed


def test_pages_are_told_of_even_where_data_cannot_be_read(topic: Path, check: Check) -> None:
    """What is wrong with the form of a page is printed together with what keeps the data from being read."""
    _write(topic, {"data/actors/ann-reed.yml": b"name: yes\n", "docs/index.md": b"# A\n\n<<<<<<< HEAD\n"})
    _, printed = check(topic)
    assert [line.rpartition("[")[2].rstrip("]") for line in printed.splitlines() if line.endswith("]")] == [
        "ambiguous-scalar",
        "conflict",
    ]


def test_findings_of_several_rules_are_printed_together(topic: Path, check: Check) -> None:
    """Once every file has its form, the problems of all rules are printed together, in order of place."""
    event = (topic / EVENT).read_bytes()
    _write(topic, {EVENT: event.replace(b"opening", b"closing").replace(b"ann-reed", b"bob")})
    series = (topic / "data/series/lamp-cost.yml").read_bytes()
    _write(topic, {"data/series/lamp-cost.yml": series.replace(b"maximum: 1000", b"maximum: 1")})
    _, printed = check(topic)
    assert [line.rpartition("[")[2].rstrip("]") for line in printed.splitlines() if line.endswith("]")] == [
        "unknown-id",
        "unknown-id",
        "limits",
    ]


def test_a_correction_is_not_of_a_day_to_come(topic: Path, check: Check) -> None:
    """The day on which the command runs is the last that editors have done something on."""
    file = "data/corrections/keeper-name.yml"
    _write(topic, {file: (topic / file).read_bytes().replace(b"1901-06-01", b"2836-06-01")})
    remedy = "write the day on which it was done"
    assert f"{file}:4: date: 1 June 2836 has not come yet [future]\n    {remedy}" in check(topic)[1]


def test_missing_topic_file(topic: Path, check: Check) -> None:
    """A folder without data/topic.yml is told what a topic is."""
    (topic / "data" / "topic.yml").unlink()
    assert check(topic) == _one(
        "data/topic.yml:1: topic: there is no data/topic.yml [no-topic]",
        "a topic is a folder with data/topic.yml and docs/",
    )


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (Path.mkdir, "it is not a file"),
        (os.mkfifo, "it is not a file"),
        (lambda file: file.symlink_to("gone.yml"), "it is not a file"),
        (lambda file: file.symlink_to("/dev/zero"), "it is a link out of data/"),
        (lambda file: file.symlink_to(file.name), "it is not a file"),
    ],
    ids=["a folder", "a pipe", "a link to nowhere", "a device without end", "a link to itself"],
)
def test_what_is_no_file_is_never_opened(topic: Path, check: Check, make: Callable[[Path], None], said: str) -> None:
    """What is named like a record and is no file is reported, even where reading it would never end."""
    make(topic / "data" / "events" / "lamp-out.yml")
    remedy = "a record is a file of its own: put it here, or delete what is here"
    assert check(topic) == _one(f"data/events/lamp-out.yml:1: file: {said} [file-name]", remedy)


@pytest.mark.parametrize(
    "place",
    [
        *("data/topic.yml", "data/events", "data/events/lamp-out.yml", "data/verified", "data/verified/gazette.yml"),
        *("data/translations", "data/translations/es", "data/translations/es/events.po"),
        *("data/interface", "data/interface/es.po"),
        *("docs/index.md", "docs/loop.md", "docs/loop.svg", "docs/about", "docs/es"),
    ],
)
def test_a_link_to_itself_is_told_of(topic: Path, check: Check, place: str) -> None:
    """Wherever a link leads to itself, the check ends with a sentence that names it, and with no traceback."""
    append(topic / "data" / "topic.yml", "translations: [es]\n")
    _replaced_by_a_circle(topic / place)
    status, printed = check(topic)
    assert status == 1
    assert f"\n{place}:1: " in f"\n{printed}"


def _replaced_by_a_circle(place: Path) -> None:
    if place.is_dir():
        shutil.rmtree(place)
    place.unlink(missing_ok=True)
    place.parent.mkdir(parents=True, exist_ok=True)
    place.symlink_to(place.name)


def test_what_is_left_to_translate_is_counted_and_no_problem(topic: Path, check: Check) -> None:
    """Whoever changes a text hears that readers of another language get it untranslated."""
    append(topic / "data" / "topic.yml", "translations: [es]\n")
    status, printed = check(topic)
    assert status == 0
    assert "Texts and pages that are not translated into es as they are now: " in printed


@pytest.mark.parametrize("name", [".lamp-lit.yml.swp", ".DS_Store", ".#lamp-lit.yml"])
def test_hidden_files_of_other_programs_are_passed_over(topic: Path, check: Check, name: str) -> None:
    """What an editor or a desktop leaves beside a record while it is open does not stop the check."""
    _write(topic, {f"data/events/{name}": b"\0"})
    assert check(topic) == (0, "")


def test_file_name_cannot_forge_a_line(topic: Path, check: Check) -> None:
    """A line break or a terminal's escape in a file name is printed as an escape."""
    _write(topic, {"data/events/x\n::error::y\x1b.yml": b""})
    _, printed = check(topic)
    assert printed.splitlines()[0].startswith("data/events/x\\n::error::y\\x1b.yml:1: file: ")


def test_file_name_that_is_not_utf8(topic: Path) -> None:
    """A file name in another encoding is reported, and printed with escapes."""
    os.close(os.open(os.fsencode(topic / "data" / "events") + b"/caf\xe9.yml", os.O_CREAT))
    done = run("-m", "scripts.check", "--topic", topic)
    assert (done.returncode, done.stderr) == (1, f"{MORE}\n")
    assert done.stdout.startswith("data/events/caf\\udce9.yml:1: file: ")


def test_quotes_that_wait_for_verification_are_told_and_forgiven(topic: Path, check: Check) -> None:
    """A contributor without the texts passes, and is told what a maintainer has to verify."""
    shutil.rmtree(topic / "data" / "verified")
    status, printed = check(topic)
    assert status == 0
    assert 'data/events/lamp-lit.yml:1: not verified yet against the text of "gazette"\n' in printed


def test_what_is_verified_waits_for_main(topic: Path, command: Command) -> None:
    """Quotes whose record comes with the change need a commit on main, and no one who verifies them again."""
    shutil.copytree(topic / "data" / "verified", topic.parent / "verified")
    shutil.rmtree(topic / "data" / "verified")
    begin(topic)
    printed = command(main, "--topic", topic)[1]
    assert "A maintainer verifies these against the texts: " in printed
    assert "counts once" not in printed
    shutil.copytree(topic.parent / "verified", topic / "data" / "verified")
    status, printed, _ = command(main, "--topic", topic)
    assert status == 0
    assert "data/events/lamp-lit.yml:1: recorded in this change, not verified here\n" in printed
    assert "What is recorded in this change counts once data/verified/ is on main\n" in printed
    assert "A maintainer" not in printed


def test_good_topic_as_a_process(topic: Path, command: Command) -> None:
    """The command ends with status 0 and prints no problem; outside a repository it says that it knows no past."""
    done = run("-m", "scripts.check", "--topic", topic)
    assert (done.returncode, ALL_RIGHT.sub("", done.stdout)) == (0, "")
    assert "What was published is not known, so changes are not compared with it: git: not a git " in done.stderr
    assert "There is no branch main, so it is not known which records of verification came with a change" in done.stderr
    status, printed, _ = command(main, "--topic", topic, "--require-verified")
    assert status == 1
    assert "citations.0.quote: the quote is recorded in this change, not verified here" in printed
    assert "    commit data/verified/ on main, or run: .venv/bin/python -m scripts.check --topic" in printed
    about = topic / "data" / "topic.yml"
    about.write_text(
        about.read_text(encoding="utf-8").replace("title:", "translations: [fr]\ntitle:", 1), encoding="utf-8"
    )
    told = "The words of the interface are English, since there are none in fr; begin data/interface/fr.po: "
    assert told in command(main, "--topic", topic)[2]


def test_broken_topic_as_a_process(topic: Path) -> None:
    """The command survives what kills other readers: status 1, the message, and no traceback."""
    case = CASES["notation: endless lists"]
    _write(topic, dict(case.files))
    done = run("-m", "scripts.check", "--topic", topic)
    assert (done.returncode, done.stdout, done.stderr) == (1, case.printed, f"{MORE}\n")


def test_letters_that_the_terminal_lacks(topic: Path) -> None:
    """A terminal that knows only ASCII gets escapes, not a traceback."""
    _write(topic, {EVENT: (topic / EVENT).read_bytes().replace(b"[ann-reed]", '["né"]'.encode())})
    done = run("-m", "scripts.check", "--topic", topic, PYTHONIOENCODING="ascii")
    assert (done.returncode, done.stderr) == (1, f"{MORE}\n")
    assert '"n\\xe9" has the wrong form' in done.stdout


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--topic", "no-such-folder"], "argument --topic: no-such-folder is not a folder"),
        (["--topic", "README.md/x"], "argument --topic: README.md/x is not a folder"),
        (["--topic"], "argument --topic: expected one argument"),
        (["--verbose"], "unrecognized arguments: --verbose"),
        (["data"], "unrecognized arguments: data"),
    ],
)
def test_wrong_usage(command: Command, arguments: list[str], message: str) -> None:
    """Wrong usage ends with status 2 and says on standard error what was wrong."""
    status, printed, error = command(main, *arguments)
    assert (status, printed) == (2, "")
    assert error.endswith(f"check.py: error: {message}\n")


def test_verify_needs_a_folder_of_texts(command: Command) -> None:
    """The verify command ends with status 2 without a folder that exists."""
    assert command(verify)[0] == 2
    status, _, error = command(verify, "--texts", "no-such-folder")
    assert status == 2
    assert error.endswith("argument --texts: no-such-folder is not a folder\n")


def test_verify_records_what_it_found(topic: Path, command: Command) -> None:
    """Verifying a good topic writes its record again, byte for byte, and says how much it verified."""
    shutil.rmtree(topic / "data" / "verified")
    told = "Quotes verified: 3, in texts: 1\nCommit data/verified/: a record counts once it is on main\n"
    assert command(verify, "--topic", topic, "--texts", GOOD_TEXTS) == (0, told, "")
    written = (topic / "data" / "verified" / "gazette.yml").read_bytes()
    assert written == (GOOD_TOPIC / "data" / "verified" / "gazette.yml").read_bytes()


def test_a_source_that_is_gone(topic: Path, check: Check) -> None:
    """Its record of verification tells to bring it back, and not only how to be rid of the message."""
    (topic / "data/sources/gazette.yml").unlink()
    says = 'data/verified/gazette.yml:1: file: there is no source "gazette" [unknown-id]'
    assert check(topic) == _one(says, "bring back data/sources/gazette.yml; if it is gone on purpose, delete this file")


def test_verify_reports_words_that_the_text_does_not_have(topic: Path, command: Command) -> None:
    """A quote that is not in the text ends verification with status 1, file, line and the nearest words."""
    event = (topic / EVENT).read_bytes()
    _write(topic, {EVENT: event.replace(b"was lit on Wednesday", b"was lit on Thursday")})
    status, printed, error = command(verify, "--topic", topic, "--texts", GOOD_TEXTS)
    assert (status, error) == (1, "Nothing is recorded until these are mended; then run it again\n")
    assert printed == (
        'data/events/lamp-lit.yml:4: citations.0.quote.exact: the words do not stand in p1 of "gazette" '
        "[quote-missing]\n"
        '    the nearest words are "was lit on Wednesday" in p1; copy them exactly\n'
        "1 problem\n"
    )
