"""The shape of the code: imports point one way, effects stay at the edge, no word of the topic, nothing too long.

Everything is computed from the files that are there; a new module of ``macros/`` needs its place in LAYERS.
"""

import ast
import re
from collections.abc import Iterator
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path

import pytest
import yaml

from tests.factories import ROOT

MACROS, SCRIPTS = ROOT / "macros", ROOT / "scripts"

LAYERS: tuple[frozenset[str], ...] = tuple(
    frozenset(names.split())
    for names in (
        "dates problems characters policy syntax",
        "model yamlio",
        "explain figures lettering phrase queries",
        "checks yamlwrite schema",
        "prose",
        "load evidence markup mentions",
        "pagesource pagetext",
        "charts draft",
        "views",
        "render diff",
        "tokens search notes calls",
        "pagecheck",
        "pages exports site searchindex sections printing",
        "plugin diffpage",
        "hooks",
    )
)
"""What each may import stands in a line above it; parts of one package import each other without circles."""

READERS = {
    "yamlio.read": "the data",
    "evidence._read_text": "the texts that quotes are verified against",
    "pagesource": "the pages",
    "markup._markdown": "the Markdown extensions that the engine is told of",
    "render._environment": "the templates",
    "hooks": "what MkDocs is given",
}
"""The only functions and modules that open files."""

LISTERS = {"load", "pagesource", "hooks"}
"""The only modules that look which files there are."""

_READS = {"open", "read_text", "read_bytes", "FileSystemLoader", "PackageLoader", "FileLoader"}
_LISTS = {"glob", "rglob", "iterdir", "listdir", "walk_up", "scandir"}
_WRITES = {
    "write_text",
    "write_bytes",
    "mkdir",
    "makedirs",
    "unlink",
    "rmdir",
    "rmtree",
    "rename",
    "touch",
    "symlink_to",
}
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


def _imports(file: Path) -> Iterator[str]:
    """Yield the full name of every module that a file imports, those inside functions too."""
    for node in ast.walk(_tree(file)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{file.name} imports relatively"
            for alias in node.names:
                inner = f"{node.module}.{alias.name}"
                is_module = inner.removeprefix("macros.") in _NAMES and inner.startswith("macros.")
                yield inner if is_module else str(node.module)


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


def _layer(module: str) -> int:
    top = module.partition(".")[0]
    return next((number for number, names in enumerate(LAYERS) if top in names), -1)


def test_every_module_has_a_layer() -> None:
    """Each module, and each package, of macros stands in LAYERS."""
    assert {name for name in _NAMES - {""} if _layer(name) < 0} == set()


@pytest.mark.parametrize("file", MODULES, ids=_name)
def test_imports_point_to_lower_layers(file: Path) -> None:
    """A module imports only what stands below it, or another part of its own package."""
    mine = _name(file).partition(".")[0]
    for other in _ours(file):
        if other.partition(".")[0] != mine:
            assert _layer(other) < _layer(mine), f"{_name(file)} imports {other}"


def test_imports_have_no_circle() -> None:
    """No module needs itself, by whatever way: not even inside a package."""
    graph = {_name(file): _ours(file) - {_name(file)} for file in MODULES}
    for name in list(graph):
        package = name.rpartition(".")[0]
        if package in graph:  # a part is imported through its package, which must not need more than its parts
            graph[package] = graph[package] - {package}
    assert list(TopologicalSorter(graph).static_order())


def test_templates_are_rendered_without_knowing_the_data() -> None:
    """The renderer is given values, and knows of our modules at most the model and the problems."""
    for file in MODULES:
        if _name(file) == "render":
            assert {name.partition(".")[0] for name in _ours(file)} <= {"model", "problems"}


@pytest.mark.parametrize("file", MODULES, ids=_name)
def test_only_the_hooks_know_the_engine(file: Path) -> None:
    """No module but the hooks imports MkDocs."""
    engine = {name for name in _imports(file) if re.match(r"mkdocs|material|zensical", name)}
    assert not engine or _name(file) == "hooks"


@pytest.mark.parametrize("file", MODULES, ids=_name)
def test_only_named_functions_read_files(file: Path) -> None:
    """Files are opened in the few places that READERS names."""
    for place in _calls(file, _READS):
        assert place in READERS or place.partition(".")[0] in READERS, f"{place} reads a file"


@pytest.mark.parametrize("file", MODULES, ids=_name)
def test_only_named_modules_list_folders(file: Path) -> None:
    """Folders are listed in the few modules that LISTERS names."""
    assert not list(_calls(file, _LISTS)) or _name(file) in LISTERS


@pytest.mark.parametrize("file", MODULES, ids=_name)
def test_only_scripts_and_hooks_write(file: Path) -> None:
    """The library changes no file."""
    assert not list(_calls(file, _WRITES)) or _name(file) == "hooks"


@pytest.mark.parametrize("file", MODULES, ids=_name)
def test_only_the_search_index_starts_a_program(file: Path) -> None:
    """The library runs no other program, but the one that makes the index of search."""
    assert "subprocess" not in _imports(file) or _name(file) == "searchindex"


@pytest.mark.parametrize("file", CODE, ids=lambda file: str(file.relative_to(ROOT)))
def test_nothing_speaks_to_the_network(file: Path) -> None:
    """Neither the library nor a command imports what could reach another machine."""
    assert set(_imports(file)).isdisjoint(_NETWORK)


@pytest.mark.parametrize("file", MODULES, ids=_name)
def test_today_is_an_argument(file: Path) -> None:
    """The library does not ask what day it is: what is valid today is valid tomorrow."""
    assert not list(_calls(file, _CLOCK))


def _data(pattern: str) -> Iterator[dict[str, object]]:
    for file in sorted((ROOT / "data").glob(pattern)):
        content = yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 - text only
        if isinstance(content, dict):
            yield content


def _topic_words() -> set[str]:
    """Return the words by which this topic would be known: its title, people, bodies, laws and ids."""
    words = {word for topic in _data("topic.yml") for word in re.findall(r"[a-z]{4,}", str(topic["title"]).lower())}
    for actor in _data("actors/*.yml"):
        name, aliases = str(actor.get("name")), actor.get("aliases") or []
        if actor.get("kind") == "person":
            words.add(name.rsplit(maxsplit=1)[-1])
        assert isinstance(aliases, list)
        words |= {alias for alias in [name, *aliases] if re.fullmatch(r"[A-Z]{3,}|[A-Z]\w+(?: [A-Z]\w+)+", alias)}
    for statute in _data("statutes/*.yml"):
        citation = str(statute.get("citation"))
        words |= {citation, *re.findall(r"\d{4,}", citation)}
    facts = (ROOT / "data" / folder for folder in ("sources", "events", "statements", "statutes"))
    return words | {file.stem for folder in facts for file in folder.glob("*-*.yml")}


TOPIC_WORDS = sorted(_topic_words())
SUBJECT = ("border", "alien", "aliens", "migrant", "migrants", "deportation", "asylum", "smuggling")
"""Words of the subject that stand in no title; style sheets know another kind of border."""


def _finds(word: str, text: str) -> bool:
    """Return whether a text has a word; capitals matter for names, which may be common words besides."""
    return bool(re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text, re.IGNORECASE if word.islower() else 0))


FILES = sorted(file for file in MACROS.rglob("*") if file.suffix in (".py", ".jinja", ".html", ".css", ".js", ".svg"))


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(ROOT)))
def test_library_does_not_name_the_topic(file: Path) -> None:
    """Another topic is another data/ and docs/: no title, person, body, law or id of this one stands in macros/."""
    text = file.read_text(encoding="utf-8")
    subject = SUBJECT if file.suffix in (".py", ".jinja") else ()
    assert [word for word in (*TOPIC_WORDS, *subject) if _finds(word, text)] == []


def test_topic_words_are_found_in_the_data() -> None:
    """The test above looks for something: words of the title at least."""
    assert len(TOPIC_WORDS) >= 2


@pytest.mark.parametrize("file", CODE, ids=lambda file: str(file.relative_to(ROOT)))
def test_module_is_short(file: Path) -> None:
    """No module is longer than 250 lines."""
    assert len(file.read_text(encoding="utf-8").splitlines()) <= 250


@pytest.mark.parametrize(
    "file", sorted((MACROS / "templates").rglob("*.jinja")), ids=lambda file: str(file.relative_to(MACROS))
)
def test_template_is_short(file: Path) -> None:
    """No template is longer than 60 lines."""
    assert len(file.read_text(encoding="utf-8").splitlines()) <= 60


Definition = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef


def _definitions(node: ast.AST, prefix: str = "") -> Iterator[tuple[str, Definition]]:
    """Yield every function, method and class with its name; what stands in a function is nobody else's."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, Definition):
            yield f"{prefix}{child.name}", child
            inside = "" if isinstance(child, ast.ClassDef) else "_locals."
            yield from _definitions(child, f"{prefix}{child.name}.{inside}")
        else:
            yield from _definitions(child, prefix)


def _length(function: Definition) -> int:
    """Return how many lines a function takes, its docstring aside."""
    first = function.body[0]
    has_docstring = ast.get_docstring(function) is not None
    docstring = (first.end_lineno or first.lineno) - first.lineno + 1 if has_docstring else 0
    return (function.end_lineno or function.lineno) - function.lineno + 1 - docstring


@pytest.mark.parametrize("file", CODE, ids=lambda file: str(file.relative_to(ROOT)))
def test_functions_are_short(file: Path) -> None:
    """No function is longer than 25 lines, its docstring aside."""
    functions = ((name, node) for name, node in _definitions(_tree(file)) if not isinstance(node, ast.ClassDef))
    assert {name: _length(node) for name, node in functions if _length(node) > 25} == {}


@pytest.mark.parametrize("file", CODE, ids=lambda file: str(file.relative_to(ROOT)))
def test_public_names_are_described(file: Path) -> None:
    """Every public function, method and class has a docstring, and so has every module with code in it."""
    public = (
        (name, node)
        for name, node in _definitions(_tree(file))
        if not any(part.startswith("_") for part in name.split("."))
    )
    assert [name for name, node in public if not ast.get_docstring(node)] == []
    assert ast.get_docstring(_tree(file)) or not _tree(file).body
