"""What programs of others read in the files of a site: every text, each with its place."""

import csv
import io
import json
import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import bibtexparser
import rispy
import vobject  # type: ignore[import-untyped] # it has no types
from cmarkgfm import github_flavored_markdown_to_html  # type: ignore[import-untyped] # it has no types
from cmarkgfm.cmark import Options  # type: ignore[import-untyped] # as above

from tests.hostile import strings
from tests.sites import Element, Page, parsed

Texts = Iterator[tuple[str, str]]
"""Texts with their places, each run of white space in them as one space."""
_BIBTEX = {
    "textbraceleft": "{",
    "textbraceright": "}",
    "textbackslash": "\\",
    "textasciicircum": "^",
    "textasciitilde": "~",
}
"""Signs that have a command in LaTeX."""


def pages(found: dict[str, Page]) -> Texts:
    """Yield the texts of pages: the words, without drawings; names in drawings, attributes, code, JSON-LD."""
    for name, page in found.items():
        yield name, page.root.words("svg", "script", "code")
        for script in page.root.all("script", type="application/ld+json"):
            yield from _spaced(f"{name}: JSON-LD", strings(json.loads(script.text)))
        for element in page.root.walk():
            if element.tag in ("title", "desc"):
                yield f"{name}: {element.tag}", element.words()
            if element.tag == "code":
                yield f"{name}: code", _code(element.words())
            yield from _spaced(f"{name}: attribute", element.attributes.values())


def _code(words: str) -> str:
    """Return the words of code; those of HTML that is to be copied are the title of its frame."""
    return parsed(words).all("iframe")[0].attributes["title"] if words.startswith("<iframe ") else words


def files(site: Path) -> Texts:
    """Yield the texts of all other files, as a parser of their form reads them."""
    for file in sorted(site.rglob("*")):
        read = _READERS.get(".md" if file.name == "llms.txt" else file.suffix)
        if read and file.is_file():
            yield from _spaced(file.relative_to(site).as_posix(), read(file))


def _spaced(place: str, texts: Iterable[str]) -> Texts:
    yield from ((place, " ".join(text.split())) for text in texts)


def json_of(file: Path) -> Any:
    """Return what a file of JSON holds."""
    return json.loads(file.read_bytes())


def rows(file: Path) -> list[list[str]]:
    """Return the rows of a table."""
    return list(csv.reader(io.StringIO(file.read_text(encoding="utf-8-sig"), newline="")))


def xml(file: Path) -> ET.Element:
    """Return the root of a file of XML."""
    return ET.fromstring(file.read_bytes())  # noqa: S314 - our own file


def calendar(file: Path) -> list[dict[str, Any]]:
    """Return the values of a calendar by their names, and those of each of its events; it holds nothing else."""
    found = vobject.readOne(file.read_text(encoding="utf-8"))
    assert {one.name for one in found.components()} == {"VEVENT"}
    return [{line.name: line.value for line in one.lines()} for one in (found, *found.components())]


def library(file: Path) -> bibtexparser.Library:
    """Return the entries of BibTeX, all of which can be read."""
    found = bibtexparser.parse_string(file.read_text(encoding="utf-8"))
    assert found.failed_blocks == []
    return found


def references(file: Path) -> list[dict[str, Any]]:
    """Return the entries of RIS."""
    return list(rispy.loads(file.read_text(encoding="utf-8")))


def _plain(file: Path) -> Iterator[str]:
    """Yield the lines of a text; those that are JSON as what they hold."""
    for line in file.read_text(encoding="utf-8").splitlines():
        yield from strings(json.loads(line)) if line.startswith('[{"id"') else (line,)


def _of_bibtex(file: Path) -> Iterator[str]:
    for entry in library(file).entries:
        for field in entry.fields:
            signs = re.sub(r"\\(text[a-z]+)\{\}", lambda match: _BIBTEX[match[1]], field.value)
            yield re.sub(r"\\([&%$#_])", r"\1", signs)


def _of_table(file: Path) -> Iterator[str]:
    """Yield the cells of a table; those that are lists as what they hold."""
    for cell in (cell for row in rows(file) for cell in row):
        yield from strings(json.loads(cell)) if cell.startswith('["') else (cell,)


def markdown(file: Path) -> Element:
    """Return the body of the page that GitHub's parser makes of Markdown."""
    options = Options.CMARK_OPT_UNSAFE
    body: Element = parsed(github_flavored_markdown_to_html(file.read_text(encoding="utf-8"), options=options))[0]
    return body


_READERS: dict[str, Callable[[Path], Iterable[str]]] = {
    ".json": lambda file: strings(json_of(file)),
    ".csv": _of_table,
    ".ics": lambda file: (str(value) for one in calendar(file) for value in one.values()),
    ".bib": _of_bibtex,
    ".ris": lambda file: strings(references(file)),
    ".svg": lambda file: (" ".join(xml(file).itertext()),),
    ".atom": lambda file: (" ".join(xml(file).itertext()),),
    ".xml": lambda file: (" ".join(xml(file).itertext()),),
    ".txt": _plain,
    ".md": lambda file: (markdown(file).words(),),
}
"""What reads each form of file."""
