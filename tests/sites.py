"""Sites to look at: topics with every standard page, builds in a process of their own, and their HTML as a tree."""

import fcntl
import functools
import json
import os
import re
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from html.parser import HTMLParser
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urldefrag, urlsplit

import pytest
from lxml import etree

from macros.load import load, read_docs
from macros.pages import homes
from tests import forked
from tests.edits import change
from tests.factories import GOOD_TOPIC, ROOT

Command = Callable[..., tuple[int, str, str]]
"""Runs the ``main`` of a command with some arguments, for its status and what it prints to both streams."""
Check = Callable[[Path], tuple[int, str]]
"""Runs the check command on a topic, for its status and what it prints."""

ALL_RIGHT = re.compile(r"(?m)^No mistake in [\d,]+ records and [\d,]+ pages\n")
"""The line by which the check says that it found nothing wrong."""
EACH_KIND: tuple[str, ...] = (
    "index",
    "memo",
    "timeline",
    "law",
    "numbers",
    "who-says-what",
    "people",
    "people/sessions",
    "terms",
    "sources",
    "data",
    "about/index",
    "about/editing",
    "about/rules",
    "about/health",
    "about/corrections",
    "statutes/usc-8-1325",
    "sources/reuters-2017",
    "questions/first-entry-a-crime",
    "numbers/trac-court-backlog",
    "opinions",
)
"""One page of the real site for each kind of page that is read on a screen."""
PAGES: dict[str, str] = {
    "index.md": "# The lamp\n\nA lamp was lit.",
    "timeline.md": "# Timeline\n\n{{ timeline() }}",
    "law.md": "# The law\n\n{{ notice() }}\n\n{{ glossary() }}",
    "numbers.md": '# Numbers\n\n{{ chart("lamp-cost-chart") }}\n\n{{ series_tables() }}',
    "who-says-what.md": "# Questions\n\n{{ questions() }}",
    "people.md": "# People\n\n{{ people() }}",
    "terms.md": "# Terms\n\n{{ terms() }}",
    "sources.md": "# Sources\n\n{{ sources() }}",
    "about/index.md": "# About",
    "about/health.md": "# Health\n\n{{ health() }}",
    "about/corrections.md": "# Corrections\n\n{{ corrections() }}",
}
"""The pages that links to facts lead to, with nothing but the macros that fill them."""
_NO_NETWORK = """import socket
def _refuse(self, address, *rest):
    if self.family != socket.AF_UNIX:
        raise OSError(f"a build does not use the network: {address}")
socket.socket.connect = socket.socket.connect_ex = _refuse
def _no_names(*arguments, **options):
    raise OSError(f"a build looks up no names: {arguments}")
socket.getaddrinfo = _no_names
"""
_PATIENCE = 500
"""How long a process may take, in seconds."""
_VOID = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"]
)


def each_kind(topic: Path) -> tuple[str, ...]:
    """Return the hand-written pages of another topic, and one page for each kind of record that has some."""
    docs, dataset = read_docs(topic), load(topic)
    queries = homes.queries(docs, dataset)
    written = [path.removesuffix(".md") for path in homes.shown(docs, queries).pages]
    says_much = [name for name in dataset.actors if queries.has_page(name)]
    records = (dataset.statutes, dataset.sources, dataset.questions, dataset.series, says_much)
    made = [queries.href(next(iter(some))).removesuffix(".html") for some in records if some]
    return (*written, *made)


def small_topic(folder: Path, **others: str) -> Path:
    """Make a copy of the small good topic that has every standard page in its navigation, and others by their names."""
    shutil.copytree(GOOD_TOPIC, folder)
    (folder / "docs" / "facts.md").unlink()
    pages = PAGES | {f"{name}.md": text for name, text in others.items()}
    for name, text in pages.items():
        file = folder / "docs" / name
        file.parent.mkdir(exist_ok=True)
        file.write_text(text + "\n", encoding="utf-8")
    nav = "".join(f"  - {{label: {Path(name).stem.title()}, page: {name}}}\n" for name in pages if name != "index.md")
    change(folder / "data" / "topic.yml", "  - {label: Facts, page: facts.md}\n", nav)
    return folder


def chartless_topic(folder: Path) -> Path:
    """Make the small topic without its chart, for whose drawing and exploring a build takes half of its time."""
    small_topic(folder, numbers="# Numbers\n\n{{ series_tables() }}")
    (folder / "data" / "charts" / "lamp-cost-chart.yml").unlink()
    return folder


def build(*arguments: str | Path, guard: Path, first: str = "", **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the build command in a process that cannot use the network, after the code ``first``.

    ``guard`` is a folder for what sees to both, in the processes that the command starts too.
    """
    guard.mkdir(exist_ok=True)
    (guard / "sitecustomize.py").write_text(_NO_NETWORK + first, encoding="utf-8")
    own = environment | {"PYTHONPATH": str(guard)}
    if environment.keys() & forked.STARTING:
        return run("-m", "scripts.build", *arguments, **own)
    return forked.run("scripts.build", *map(str, arguments), first=_NO_NETWORK + first, environment=_variables(own))


def built(*arguments: str | Path, guard: Path, **environment: str) -> None:
    """Build a site that has to succeed."""
    done = build(*arguments, guard=guard, **environment)
    assert done.returncode == 0, done.stdout + done.stderr


def once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], None]) -> Path:
    """Return a folder of this run that one of its workers has made and all of them share."""
    run = factory.getbasetemp()
    run = run.parent if "PYTEST_XDIST_WORKER" in os.environ else run
    made, new = run / name, run / f"{name}.new"
    with (run / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not made.exists():
            shutil.rmtree(new, ignore_errors=True)
            new.mkdir()
            make(new)
            new.rename(made)
    return made


def configured(topic: Path, folder: Path, *, theme: str = "", **settings: object) -> subprocess.CompletedProcess[str]:
    """Build a topic into ``folder/site`` with other settings in ``mkdocs.yml``: lines for its theme, and keys."""
    text = (ROOT / "mkdocs.yml").read_text(encoding="utf-8").replace("macros/", f"{ROOT}/macros/")
    text = text.replace("docs_dir: !ENV [EXPLAINER_DOCS, docs]", f"docs_dir: {topic}/docs")
    own = "".join(f"{name}: {json.dumps(value)}\n" for name, value in settings.items())
    file = folder / "mkdocs.yml"
    file.write_text(text.replace("  language: en\n", f"  language: en\n{theme}", 1) + own, encoding="utf-8")
    command = ("mkdocs", "build", "--config-file", str(file), "--site-dir", str(folder / "site"))
    own_variables = {"EXPLAINER_TOPIC": str(topic), "NO_MKDOCS_2_WARNING": "1"}
    return forked.run(*command, first="", environment=_variables(own_variables))


def run(*arguments: str | Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run Python in the project's folder, with these variables besides; a fresh process that hangs is ended."""
    if arguments[0] == "-m" and not environment.keys() & forked.STARTING:
        return forked.run(*map(str, arguments[1:]), first="", environment=_variables(environment))
    command = [sys.executable, *map(str, arguments)]
    return subprocess.run(
        command, cwd=ROOT, env=_variables(environment), capture_output=True, text=True, check=False, timeout=_PATIENCE
    )


def _variables(environment: dict[str, str]) -> dict[str, str]:
    return {name: value for name, value in os.environ.items() if name != "SOURCE_DATE_EPOCH"} | environment


def content(folder: Path) -> dict[str, bytes]:
    """Return the bytes of every file of a folder, by its path there."""
    return {
        file.relative_to(folder).as_posix(): file.read_bytes() for file in sorted(folder.rglob("*")) if file.is_file()
    }


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a folder on this machine alone, and give its address."""

    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            """Say nothing of each request."""

    class Server(ThreadingHTTPServer):
        """A server that keeps more than five requests waiting: a search asks for dozens of files at once."""

        request_queue_size = 128

    handler = functools.partial(Quiet, directory=folder)
    with Server(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


class Element(etree.ElementBase):  # type: ignore[misc] # lxml has no types
    """An element of a page, with its attributes and what it holds."""

    @property
    def attributes(self) -> dict[str, str]:
        """Its attributes by their names."""
        attributes: dict[str, str] = self.attrib
        return attributes

    def walk(self) -> Iterator["Element"]:
        """Yield the element and every element in it, as they stand in the page."""
        yield from self.iter()

    def all(self, tag: str = "*", **attributes: str) -> list["Element"]:
        """Return the elements of this tag and these attributes; data_fact stands for data-fact."""
        wanted = {name.rstrip("_").replace("_", "-"): value for name, value in attributes.items()}
        return [one for one in self.iter(tag) if all(one.get(name) == value for name, value in wanted.items())]

    def words(self, *without: str) -> str:
        """Return the text, each run of white space as one space, without that of some tags."""
        return " ".join((self._text(without) if without else "".join(self.itertext())).split())

    def _text(self, without: tuple[str, ...]) -> str:
        inside = (f"{child._text(without)}{child.tail or ''}" for child in self)  # noqa: SLF001 - of its own class
        return "" if self.tag in without else "".join((self.text or "", *inside))

    def inside(self, tag: str) -> bool:
        """Whether the element stands in an element of this tag."""
        return next(self.iterancestors(tag), None) is not None


_PARSER = etree.HTMLParser(encoding="utf-8", remove_comments=True, huge_tree=True)
_PARSER.set_element_class_lookup(etree.ElementDefaultClassLookup(element=Element))


class _Tags(HTMLParser):
    """Follows the tags of a page, which lxml mends in silence; ``faults`` names those that do not fit."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.faults: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if len(dict(attrs)) != len(attrs):
            self.faults.append(f"<{tag}> has an attribute twice")
        if tag not in _VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in _VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if [tag] == self.open[-1:]:
            self.open.pop()
        else:
            self.faults.append(f"</{tag}> at {self.getpos()} ends <{''.join(self.open[-1:])}>")


@dataclass(frozen=True)
class Page:
    """A page of a built site; ``name`` is its path in the site."""

    name: str
    html: str
    root: Element

    @functools.cached_property
    def faults(self) -> tuple[str, ...]:
        """What is wrong with its tags."""
        tags = _Tags()
        tags.feed(self.html)
        tags.close()
        return (*tags.faults, *(f"<{tag}> is never closed" for tag in tags.open[-1:]))

    @functools.cached_property
    def ids(self) -> list[str]:
        """Every id, as often as it stands in the page."""
        return [str(name) for name in self.root.xpath(".//@id")]

    @functools.cached_property
    def named(self) -> dict[str, Element]:
        """Every element that has an id, by it."""
        return {one.get("id"): one for one in self.root.xpath(".//*[@id]")}

    @functools.cached_property
    def links(self) -> list[tuple[str, str, str]]:
        """Every address that stays in the site: as written, the file it leads to, and the anchor."""
        found = []
        for written in map(str, self.root.xpath(".//@href | .//@src")):
            if not urlsplit(written).scheme:
                path, anchor = urldefrag(written)
                found.append((written, self._target(unquote(path)), unquote(anchor)))
        return found

    def _target(self, path: str) -> str:
        if not path:
            return self.name
        return path[1:] if path.startswith("/") else os.path.normpath(Path(self.name).parent / path)

    @property
    def article(self) -> Element:
        """What the page is about, without what stands around it on every page."""
        (article,) = (element for element in self.root.all("article") if not element.inside("article"))
        return article


def pages(site: Path) -> dict[str, Page]:
    """Return every page of a built site by its path there, but not those without its frame, or that only lead on."""
    found = [_page(file, site) for file in sorted({*site.rglob("*.html")} - _frameless(site))]
    return {page.name: page for page in found if not page.root.all("meta", http_equiv="refresh")}


def frameless(site: Path) -> dict[str, Page]:
    """Return the pages of a built site that stand without its frame: for frames of other sites, and for print."""
    return {page.name: page for page in (_page(file, site) for file in sorted(_frameless(site)))}


def _frameless(site: Path) -> set[Path]:
    return {*site.rglob("binder.html"), *site.rglob("embed/**/*.html")}


def parsed(html: str) -> Element:
    """Return the root of a page, which a piece of HTML is made into."""
    root: Element = etree.fromstring(html.encode(), _PARSER)
    return root


def _page(file: Path, site: Path) -> Page:
    html = file.read_text(encoding="utf-8")
    return Page(file.relative_to(site).as_posix(), html, parsed(html))
