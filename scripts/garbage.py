"""Python's search for waste, put off while facts are made."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_NEW_OBJECTS = 100_000
"""How many make Python look for waste afterwards."""


@contextmanager
def put_off() -> Iterator[None]:
    """Look for no waste inside, and never again among what was made there.

    Facts have no circles and stay to the end, and to look through so many again and again is slow.
    """
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.set_threshold(_NEW_OBJECTS)
        gc.enable()
