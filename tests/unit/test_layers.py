"""The shape of the code: imports point one way, effects stay at the edge, no word of the topic, nothing too long.

Everything is computed from the files that are there; a new part of ``macros/`` needs its place in LAYERS.
"""

import ast
import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path

from tests.factories import ROOT

MACROS, SCRIPTS = ROOT / "macros", ROOT / "scripts"

LAYERS = (
    "problems language",
    "model",
    "notation",
    "yamlio",
    "queries phrase",
    "checks",
    "load",
    "charts",
    "views",
    "render",
    "pages",
    "draft search exports site",
    "plugin review",
    "hooks",
)
"""What each part of the library may import stands in a line above it; modules of one part import each other."""

READERS = {
    "yamlio.reader.content": "the data",
    "checks.texts._read_text": "the texts that quotes are verified against",
    "load.docs": "the pages",
    "pages.settings": "the settings of the engine",
    "render.jinja._environment": "the templates",
    "language._catalogue": "the words of the interface",
    "hooks": "what MkDocs is given",
    "site.assets": "the style sheet and the scripts",
}
"""The only functions and modules that open files."""
LISTERS = {"load.dataset", "load.docs", "load.translations", "language", "site.assets", "hooks"}
"""The only modules that look which files there are."""

_READS = {"open", "read_text", "read_bytes", "FileSystemLoader", "PackageLoader", "FileLoader"}
_LISTS = {"glob", "rglob", "iterdir", "listdir", "walk_up", "scandir"}
_WRITES = set("write_text write_bytes mkdir makedirs unlink rmdir rmtree rename touch symlink_to".split())
_NETWORK = {"socket", "http", "urllib.request", "requests", "httpx", "aiohttp", "ftplib"}
_CLOCK = {"today", "now", "utcnow"}

MODULES = sorted(MACROS.rglob("*.py"))
CODE = sorted([*MODULES, *SCRIPTS.rglob("*.py")])


@cache
def _tree(file: Path) -> ast.Module:
    return ast.parse(file.read_text(encoding="utf-8"))


def _name(file: Path) -> str:
    """Return the name of a module inside macros: "model.base", or "model" for the package itself."""
    parts = file.relative_to(MACROS).with_suffix("").parts
    return ".".join(part for part in parts if part != "__init__")


_NAMES = {_name(file) for file in MODULES}


def _named(node: ast.AST) -> Iterator[str]:
    """Yield the full name of every module that a statement imports."""
    if isinstance(node, ast.Import):
        yield from (alias.name for alias in node.names)
    elif isinstance(node, ast.ImportFrom):
        assert node.level == 0, f"from {node.module} is relative"
        for alias in node.names:
            inner = f"{node.module}.{alias.name}"
            is_module = inner.removeprefix("macros.") in _NAMES and inner.startswith("macros.")
            yield inner if is_module else str(node.module)


def _imports(file: Path) -> Iterator[str]:
    """Yield the full name of every module that a file imports, those inside functions too."""
    for node in ast.walk(_tree(file)):
        yield from _named(node)


def _ours(file: Path) -> set[str]:
    """Return the modules of macros that a file imports."""
    return {name.removeprefix("macros.") for name in _imports(file) if name.startswith("macros.")}


def _calls(file: Path, names: set[str]) -> Iterator[str]:
    """Yield "module.function" for each call of one of the names."""
    for owner in _tree(file).body:
        where = getattr(owner, "name", "")
        for node in ast.walk(owner):
            if isinstance(node, ast.Call):
                called = getattr(node.func, "attr", None) or getattr(node.func, "id", None)
                if called in names:
                    yield f"{_name(file)}.{where}".rstrip(".")


def _part(module: str) -> str:
    return module.partition(".")[0]


def _layer(module: str) -> int:
    return next((number for number, names in enumerate(LAYERS) if _part(module) in names.split()), -1)


def _found(files: Iterable[Path], wrong: Callable[[Path], Iterable[object]]) -> dict[str, list[object]]:
    """Return what is wrong with each file, by its path in the project."""
    found = {str(file.relative_to(ROOT)): list(wrong(file)) for file in files}
    assert found
    return {name: faults for name, faults in found.items() if faults}


def test_every_module_has_a_layer() -> None:
    """Each module, and each package, of macros stands in LAYERS."""
    assert {name for name in _NAMES - {""} if _layer(name) < 0} == set()


def test_imports_point_to_lower_layers() -> None:
    """A module imports only what stands below it, or another module of its own part."""

    def upward(file: Path) -> Iterator[str]:
        mine = _name(file)
        return (other for other in _ours(file) if _part(other) != _part(mine) and _layer(other) >= _layer(mine))

    assert _found(MODULES, upward) == {}


def test_imports_have_no_circle() -> None:
    """No module needs itself, by whatever way: not even inside a package."""
    graph = {_name(file): _ours(file) - {_name(file)} for file in MODULES}
    for name in list(graph):
        package = name.rpartition(".")[0]
        if package in graph:  # a part is imported through its package, which must not need more than its parts
            graph[package] = graph[package] - {package}
    assert list(TopologicalSorter(graph).static_order())


def test_templates_are_rendered_without_knowing_the_data() -> None:
    """The renderer is given values, and knows the language, and nothing else of ours."""
    (file,) = (file for file in MODULES if _name(file) == "render.jinja")
    assert _ours(file) == {"language"}


def test_data_is_read_without_what_makes_pages() -> None:
    """What reads and checks the data loads no library that draws charts, or reads or writes pages."""
    makers = {"altair", "jinja2", "markdown", "selectolax", "vl_convert"}
    readers = [file for file in MODULES if 0 <= _layer(_name(file)) <= _layer("load")]

    def loaded(file: Path) -> set[str]:
        at_the_top = [node for node in _tree(file).body if isinstance(node, ast.Import | ast.ImportFrom)]
        names = (name for node in at_the_top for name in _named(node))
        return makers & {name.partition(".")[0] for name in names}

    assert _found(readers, loaded) == {}


def test_only_the_hooks_know_the_engine() -> None:
    """No module but the hooks imports MkDocs."""
    others = [file for file in MODULES if _name(file) != "hooks"]
    assert _found(others, lambda file: [n for n in _imports(file) if re.match("mkdocs|material|zensical", n)]) == {}


def test_only_named_functions_read_files() -> None:
    """Files are opened in the few places that READERS names."""
    known = (*READERS,)
    assert _found(MODULES, lambda file: [n for n in _calls(file, _READS) if not n.startswith(known)]) == {}


def test_only_named_modules_list_folders() -> None:
    """Folders are listed in the few modules that LISTERS names."""
    others = [file for file in MODULES if _name(file) not in LISTERS]
    assert _found(others, lambda file: _calls(file, _LISTS)) == {}


def test_only_scripts_and_hooks_write() -> None:
    """The library changes no file."""
    others = [file for file in MODULES if _name(file) != "hooks"]
    assert _found(others, lambda file: _calls(file, _WRITES)) == {}


def test_only_the_search_index_starts_a_program() -> None:
    """The library runs no other program, but the one that makes the index of search."""
    assert [_name(file) for file in MODULES if "subprocess" in _imports(file)] == ["search.index"]


def test_nothing_speaks_to_the_network() -> None:
    """Neither the library nor a command imports what could reach another machine."""
    assert _found(CODE, lambda file: _NETWORK & set(_imports(file))) == {}


def test_today_is_an_argument() -> None:
    """The library does not ask what day it is: what is valid today is valid tomorrow."""
    assert _found(MODULES, lambda file: _calls(file, _CLOCK)) == {}


def _rows(file: Path) -> list[str]:
    return file.read_text(encoding="utf-8").splitlines()


def test_modules_and_templates_are_short() -> None:
    """No module is longer than 250 lines, no template than 60 lines of 160 characters."""
    assert [file.name for file in CODE if len(_rows(file)) > 250] == []
    templates = sorted((MACROS / "templates").rglob("*.jinja"))
    assert [file.name for file in templates if len(_rows(file)) > 60] == []
    assert [file.name for file in templates if any(len(row) > 160 for row in _rows(file))] == []


_Function = ast.FunctionDef | ast.AsyncFunctionDef


def _length(function: _Function) -> int:
    """Return how many lines a function takes, its docstring aside."""
    first = function.body[0]
    has_docstring = ast.get_docstring(function) is not None
    docstring = (first.end_lineno or first.lineno) - first.lineno + 1 if has_docstring else 0
    return (function.end_lineno or function.lineno) - function.lineno + 1 - docstring


def test_functions_are_short() -> None:
    """No function is longer than 25 lines, its docstring aside."""

    def long(file: Path) -> Iterator[str]:
        functions = (node for node in ast.walk(_tree(file)) if isinstance(node, _Function))
        return (node.name for node in functions if _length(node) > 25)

    assert _found(CODE, long) == {}


def test_the_table_of_the_architecture_is_true() -> None:
    """The page for those who carry on lists the layers as they are, from the top to the bottom."""
    page = (ROOT / "docs" / "about" / "architecture.md").read_text(encoding="utf-8")
    rows = [one.replace("`", "") for one in re.findall(r"^\| (`[a-z` ]+`) \|", page, re.MULTILINE)]
    assert rows == list(reversed(LAYERS))


def test_no_script_has_what_looks_like_a_comment_in_a_template() -> None:
    """The build takes the comments out of scripts, and would take // within a template literal for one."""
    scripts = (MACROS / "theme").rglob("*.js")
    assert [file.name for file in scripts if any(re.search(r"`[^`]*//", row) for row in _rows(file))] == []
