"""Limits the time that reading one file or page may take, whatever is in it.

What slows down a reader of YAML, of Markdown or a regular expression cannot be listed, so the time is measured.
"""

import gc
import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from macros.problems import Problem

_SECONDS = 0.8  # the most processor time; the longest page of this project takes a twentieth of it
_INTERVAL = 0.05
"""After how many more seconds the reader is stopped again, if a library caught the first exception."""

T = TypeVar("T")


class TooSlowError(Exception):
    """Reading took too long."""

    def __init__(self) -> None:
        super().__init__("it takes too long to read")


@contextmanager
def limited() -> Iterator[None]:
    """Raise TooSlowError if the code inside takes too long; in other threads, and inside another limit, do nothing.

    Garbage is collected only afterwards, since that time would depend on all files read before.
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
    """Return what ``read`` returns, or the problem that it takes too long; ``name`` is the path of the file."""
    try:
        with limited():
            return read()
    except TooSlowError as error:
        return Problem(name, 1, "file", str(error), "too-slow", "write it more simply, or divide it")
