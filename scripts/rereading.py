"""Reads a topic again and again, as a preview does: everything is checked anew, what did not change is built once."""

import ast
import functools
import gc
import sys
from collections.abc import Iterator
from pathlib import Path

from scripts import garbage


class Topic:
    """The topic that the environment names, read by the library as it is now in the folder ``code``."""

    def __init__(self, code: Path) -> None:
        sys.dont_write_bytecode = True  # it is taken for that of a file saved twice in one second
        self._code = code
        self._known: dict[Path, tuple[int, int, int]] = {}
        self._imports: dict[str, set[str]] = {}

    def read(self) -> None:
        """Read and check the topic; what changed of the library is imported anew, and what is built on it.

        Raises:
            BadDataError: with every problem, or whatever is wrong with the library.

        """
        if changed := self._changed_code():
            _forget(self._built_on(changed))
        from macros import load, site, yamlio  # noqa: PLC0415 - only now are they fresh

        for module, name in ((yamlio, "parse"), (load, "validate")):  # the same bytes mean the same
            function = getattr(module, name)
            setattr(module, name, function if hasattr(function, "cache_info") else functools.cache(function))
        site.current.cache_clear()
        with garbage.put_off():
            site.queries()

    def _changed_code(self) -> set[str]:
        """Return the modules that changed, came or went since the last time; templates look after themselves."""
        stats = ((file, file.stat()) for file in self._code.rglob("*.py"))
        known = {file: (stat.st_mtime_ns, stat.st_size, stat.st_ino) for file, stat in stats}
        changed = {file for file, _ in known.items() ^ self._known.items()}
        for file in changed & known.keys():
            self._imports[self._module(file)] = set(_imported(file))
        self._known = known
        return {self._module(file) for file in changed}

    def _module(self, file: Path) -> str:
        return ".".join(file.relative_to(self._code.parent).with_suffix("").parts).removesuffix(".__init__")

    def _built_on(self, modules: set[str]) -> set[str]:
        """Return the modules, those that import one of them, those that import one of these, and so on."""
        found = set[str]()
        while modules - found:
            found |= modules
            modules = {name for name, imported in self._imports.items() if imported & found}
        return found


def _imported(file: Path) -> Iterator[str]:
    """Yield the name of every module that a file imports, always in full, and of what may be one.

    A file that is no Python has none.
    """
    try:
        tree = ast.parse(file.read_bytes())
    except SyntaxError:  # told by whoever imports it
        return
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def _forget(modules: set[str]) -> None:
    """Take modules out of memory, so that they are imported anew by whoever asks."""
    for name in modules & sys.modules.keys():
        del sys.modules[name]
        package, _, last = name.rpartition(".")
        if package in sys.modules:  # where "from package import last" looks first
            vars(sys.modules[package]).pop(last, None)
    gc.unfreeze()  # what the old ones made can go
    gc.collect()
