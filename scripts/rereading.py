"""Reads a topic again and again, as a preview does: everything is checked anew, what did not change is built once."""

import functools
import gc
import sys
from pathlib import Path

from scripts import garbage


class Topic:
    """The topic that the environment names, read by the library as it is now in the folder ``code``."""

    def __init__(self, code: Path) -> None:
        self._code = code
        self._known: dict[Path, tuple[int, ...]] = {}

    def read(self) -> None:
        """Read and check the topic; the library is imported anew after any change of it.

        Raises:
            BadDataError: with every problem, or whatever is wrong with the library.

        """
        if self._has_new_code():
            _import_anew()
        from macros import site  # noqa: PLC0415 - only now is it fresh

        site.queries.cache_clear()
        with garbage.put_off():
            site.queries()

    def _has_new_code(self) -> bool:
        """Return whether a file of code changed since the last time; templates look after themselves."""
        known = self._known
        stats = ((file, file.stat()) for file in self._code.rglob("*.py"))
        self._known = {file: (stat.st_mtime_ns, stat.st_size, stat.st_ino) for file, stat in stats}
        return known != self._known


def _import_anew() -> None:
    for name in [name for name in sys.modules if name == "macros" or name.startswith("macros.")]:
        del sys.modules[name]
    gc.unfreeze()  # what the old library made can go
    gc.collect()
    from macros import load, yamlio  # noqa: PLC0415 - only now are they fresh

    yamlio.parse = functools.cache(yamlio.parse)  # the same bytes mean the same
    load.validate = functools.cache(load.validate)
