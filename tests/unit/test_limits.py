"""Nothing that a stranger writes keeps a check busy: what takes too long to read is a problem, at once."""

import gc
import re
import signal
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from macros.problems import Problem
from macros.yamlio import limits
from tests.edits import append, change
from tests.sites import Check

_SLOW = re.compile(r"(a+)+$")
_ENDLESS = f"{'a' * 40}!"


@pytest.fixture(autouse=True)
def strict(monkeypatch: pytest.MonkeyPatch) -> None:
    """Lower the limit to a quarter: what is stopped is stopped in the same way, and so many tests take no minute."""
    monkeypatch.setattr(limits, "_SECONDS", 0.2)


@contextmanager
def _soon() -> Iterator[None]:
    """Fail if what is done inside takes more than five seconds; without limits it would be up to a minute.

    Alone each takes less than one; beside other tests the processor counts more for the same work.
    """
    started = time.process_time()
    yield
    assert time.process_time() - started < 5


@pytest.mark.parametrize(
    "text",
    [
        "<a " * 16_000,
        "[a](b " * 8_000,
        "![" * 24_000,
        "- " * 24_000,
        "“" * 16_000,
        "\n" * 49_000,
        "{++" * 16_000,
        "{{ " * 16_000,
        "~~~\n```\n" * 6_000,
        "<<<<<<<\n" * 6_000,
        "a_1 *b **c " * 4_000,
        "".join(f"*[A{number}]: x\n" for number in range(2_500)) + "A1 " * 2_000,
    ],
    ids=range(12),
)
def test_a_page_is_read_or_refused_at_once(topic: Path, check: Check, text: str) -> None:
    """Whatever a page consists of, on one line or on many, the check is soon done with it."""
    for page in (re.sub("(.{4000}) ?", "\\1\n", text), text.replace(" ", "\n")):
        (topic / "docs" / "x.md").write_text(page[:49_000], encoding="utf-8")
        with _soon():
            assert check(topic)[0] == 1


@pytest.mark.parametrize(
    "text",
    [
        'a: ["' + '#", "' * 50_000 + '"]\n',
        "".join(f"a{number}: b\n" for number in range(25_000)),
        "numbers: [" + "1, " * 80_000 + "]\n",
        "citations:\n" + "  - {}\n" * 40_000,
        "a:\n" + "  - [[[[[[[[x]]]]]]]]\n" * 12_000,
    ],
    ids=range(5),
)
def test_a_data_file_is_read_or_refused_at_once(topic: Path, check: Check, text: str) -> None:
    """Likewise for the files of data: a file that takes too long is told of as a whole, with what to do."""
    (topic / "data" / "events" / "x.yml").write_text(text, encoding="utf-8")
    with _soon():
        status, printed = check(topic)
    assert status == 1
    slow = "data/events/x.yml:1: file: it takes too long to read [too-slow]\n    write it more simply, or divide it\n"
    assert slow in printed or "no such field [unknown-field]" in printed


def test_a_pattern_of_the_topic_costs_no_more(topic: Path, check: Check) -> None:
    """A pattern of topic.yml that would be tried for years is named where it was tried first."""
    append(topic / "data" / "topic.yml", 'figures: [{pattern: "(9+)+$", reason: Why not.}]\n')
    change(topic / "data" / "events" / "lamp-lit.yml", "title: ", f"title: Lamp {'9' * 40} ")
    with _soon():
        printed = check(topic)[1]
    assert "data/events/lamp-lit.yml:1: record: it takes too long to read [too-slow]\n" in printed
    assert "    write the patterns of 'figures' in topic.yml more simply\n" in printed


def test_garbage_of_others_costs_a_file_no_time() -> None:
    """No garbage is collected while a file is read, and it is again afterwards."""
    with limits.limited():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_a_library_that_goes_on_is_stopped_again() -> None:
    """A limit holds where a library takes every error for one of its own, and says so in the end."""

    def read() -> None:
        for _ in range(2):
            with suppress(limits.TooSlowError):
                _SLOW.match(_ENDLESS)

    assert limits.within("x.yml", read) == Problem(
        "x.yml", 1, "file", "it takes too long to read", "too-slow", "write it more simply, or divide it"
    )


def test_what_is_quick_is_not_stopped_later() -> None:
    """After its end a limit no longer holds; inside another one, the outer limit does."""

    def read() -> None:
        with limits.limited():
            pass
        _SLOW.match(_ENDLESS)

    assert limits.within("x.yml", lambda: "x") == "x"
    assert isinstance(limits.within("x.yml", read), Problem)
    started = time.process_time()
    while time.process_time() < started + 0.3:
        pass


def test_a_signal_that_comes_when_all_is_read_is_no_problem(monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that is read just in time is read, even if its time is over before the timer is stopped."""
    collect = gc.enable

    def over() -> None:
        signal.raise_signal(signal.SIGVTALRM)
        collect()

    monkeypatch.setattr(gc, "enable", over)
    assert limits.within("x.yml", lambda: "read") == "read"


def test_only_the_main_thread_is_limited() -> None:
    """Elsewhere the system knows no such limit, and nothing fails for it."""
    done = []

    def read() -> None:
        with limits.limited():
            done.append(True)

    thread = threading.Thread(target=read)
    thread.start()
    thread.join()
    assert done == [True]


def test_what_takes_too_long_is_a_problem_of_its_file() -> None:
    """The problem names the file and says what to do."""
    assert limits.within("data/x.yml", lambda: _SLOW.match(_ENDLESS)) == Problem(
        "data/x.yml", 1, "file", "it takes too long to read", "too-slow", "write it more simply, or divide it"
    )


def test_a_library_that_takes_no_notice_hides_nothing() -> None:
    """What is stopped inside a library that goes on is too slow all the same."""

    def heedless() -> str:
        with suppress(limits.TooSlowError):
            _SLOW.match(_ENDLESS)
        return "done"

    assert isinstance(limits.within("x", heedless), Problem)
