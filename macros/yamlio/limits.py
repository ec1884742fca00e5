"""Limits the time that one file or page may take to read, however its bytes were chosen.

What costs a reader of YAML, Markdown or a regular expression more and more time cannot be listed, so it is measured.
"""

import gc
import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from macros.problems import Problem

_SECONDS = 0.8
"""The most time of the processor; the longest page of this project takes a twentieth of it."""
_INTERVAL = 0.05
"""After how many seconds more the reader is stopped again, if a library goes on after the first time."""

T = TypeVar("T")


class TooSlowError(Exception):
    """What was to be read takes too long."""

    def __init__(self) -> None:
        super().__init__("it takes too long to read")


@contextmanager
def limited() -> Iterator[None]:
    """Raise TooSlowError if what is done inside takes too long; only the main thread is limited, and never twice.

    Garbage is collected only afterwards: the time that it takes is that of all files before.
    """
    if threading.current_thread() is not threading.main_thread() or signal.getitimer(signal.ITIMER_VIRTUAL)[0]:
        yield
        return
    is_over, stopped = False, threading.Event()

    def stop(*_: object) -> None:
        if not is_over:
            stopped.set()
            raise TooSlowError

    before = signal.signal(signal.SIGVTALRM, stop)
    gc.disable()
    try:
        signal.setitimer(signal.ITIMER_VIRTUAL, _SECONDS, _INTERVAL)
        try:
            yield
        finally:
            is_over = True
            gc.enable()
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)
    if stopped.is_set():  # and a library took no notice
        raise TooSlowError


def within(name: str, read: Callable[[], T]) -> T | Problem:
    """Return what ``read`` returns; the problem with a file, called ``name``, that takes too long."""
    try:
        with limited():
            return read()
    except TooSlowError as error:
        return Problem(name, 1, "file", str(error), "too-slow", "write it more simply, or divide it")
